"""Small files in the forms of public ones at which a first reading had failed, each with what it
states, by hand.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "coalitions of groups by the ids of parents and children": (
        {
            "coalitions.csv": "parent_group_id,child_group_id,relationship_type\n"
            "housing-coalition,tenants,coalition_member\nimmigrant-rights,mutual-aid,partner\n"
        },
        """
        housing-coalition
        housing-coalition = tenants | kind=coalition_member
        immigrant-rights
        immigrant-rights = mutual-aid | kind=partner
        mutual-aid
        tenants
        """,
    ),
    "ties of which both ends have a type": (
        {
            "r.csv": "source_id,source_type,relationship_type,target_id,target_type\n"
            "acme,Company,supplies,best,University\nbest,University,uses,cool,Company\n"
        },
        """
        acme (Company)
        acme = best | kind=supplies
        best (University)
        best = cool | kind=uses
        cool (Company)
        """,
    ),
    "aid from donors to recipients": (
        {"aid.csv": "donor,recip,weight\nNorway,Kenya,2.5\nNorway,Fiji,1\nJapan,Fiji,4\n"},
        """
        Fiji
        Fiji = Japan | weight=4
        Fiji = Norway | weight=1
        Japan
        Kenya
        Kenya = Norway | weight=2.5
        Norway
        """,
    ),
    "networks by an id and a name": (
        {"networks.csv": "network_id,name,level\nTEPH,Teph Net,global\nAFE,Afe Net,regional\n"},
        """
        Afe Net x_level=regional
        Teph Net x_level=global
        """,
    ),
    "suppliers and their customers by ids": (
        {"supply.csv": "supplier_id,customer_id,frequency\nC5,C4,12\nC1,C4,3\n"},
        """
        C1
        C1 = C4 | weight=3
        C4
        C4 = C5 | weight=12
        C5
        """,
    ),
    "affiliations that are numbered": (
        {
            "affiliations.csv": "affiliation_id,institution_name,city\n1,University of Ash,Ash\n"
            "81,Elm Institute,Elm\n"
        },
        """
        @ Ash
        @ Elm
        Elm Institute x_affiliation_id=81 at=Elm
        University of Ash x_affiliation_id=1 at=Ash
        """,
    ),
    "lists of members as a program writes them": (
        {"g.csv": "Group,Members\nNorth,\"['Acme', 'Best']\"\nSouth,\"('Best', 'Cool')\"\n"},
        """
        Acme
        Acme : North
        Best
        Best : North
        Best : South
        Cool
        Cool : South
        North (WorkingGroup)
        South (WorkingGroup)
        """,
    ),
    "points of organisations in a region, without a town": (
        {"list.csv": "Company,Region,Lat,Lon\nAcme,North,59.9,10.7\nBest,North,59.8,10.6\n"},
        """
        @ North
        Acme x_latitude=59.9 x_longitude=10.7 at=North
        Best x_latitude=59.8 x_longitude=10.6 at=North
        """,
    ),
    "meetings of working groups, at whose dates somebody was in them": (
        {
            "wg.csv": "Working Group,Meeting,Date,Organisation\nEnergy,1st,2020-01-02,Acme\n"
            "Energy,2nd,2020-03-02,Acme\nWater,1st,2020-02-01,Acme\nWater,1st,2020-02-01,Best\n"
        },
        """
        Acme
        Acme : Energy | seen 2020-01-02 x_meeting=1st
        Acme : Energy | seen 2020-03-02 x_meeting=2nd
        Acme : Water | seen 2020-02-01 x_meeting=1st
        Best
        Best : Water | seen 2020-02-01 x_meeting=1st
        Energy (WorkingGroup)
        Water (WorkingGroup)
        """,
    ),
    "capital letters behind dates of a treaty": (
        {
            "water-treaty.csv": "Participant,Date\nNorland,20 Mar 1992 S\n"
            "Eastmark,4 May 1993 R\nWestia,1 Jun 1994 D\nSouthmark,2 Jul 1995 A\n"
        },
        """
        Eastmark
        Eastmark ~ Water treaty | ratification 1993-05-04..
        Norland
        Norland ~ Water treaty | 1992-03-20..
        Southmark
        Southmark ~ Water treaty | acceptance 1995-07-02..
        Westia
        Westia ~ Water treaty | succession 1994-06-01..
        [treaty] Water treaty ..
        """,
    ),
    "countries that signed a convention, with two dates": (
        {
            "water-convention.csv": "Country,Signature,Ratification\n"
            "Norland,1992-03-20,1994-05-04\nEastmark,1992-03-21,\n"
        },
        """
        Eastmark
        Eastmark ~ Water convention | 1992-03-21..
        Norland
        Norland ~ Water convention | 1992-03-20.. x_ratification=1994-05-04
        [agreement] Water convention ..
        """,
    ),
    "a function of the project beside who leads it": (
        {
            "tasks.csv": "Project,Lead actor,Partners,function\nGas,Acme,Best; Cool,Rules\n"
            "Sea,Best,Acme,Finance\n"
        },
        """
        Acme
        Acme * Gas | lead partner
        Acme * Sea
        Best
        Best * Gas
        Best * Sea | lead partner
        Cool
        Cool * Gas
        [project] Gas x_function=Rules
        [project] Sea x_function=Finance
        """,
    ),
    "roles of partners beside a coordinator, and a third party": (
        {
            "roles.csv": "Project,Coordinator,Partner,Role,Third-party\n"
            "Gas,Acme,Best,sponsor,Done\nSea,Best,Acme,adviser,\nSea,Best,Cool,adviser,\n"
        },
        """
        Acme
        Acme * Gas | coordinator
        Acme * Sea | adviser
        Best
        Best * Gas | sponsor
        Best * Sea | coordinator
        Cool
        Cool * Sea | adviser
        Done
        Done * Gas | third party
        [project] Gas
        [project] Sea
        """,
    ),
    "political actors": (
        {"political-actors.csv": "Name,Seat\nWater Union,Ash\nAcme Works,Elm\n"},
        """
        @ Ash
        @ Elm
        Acme Works at=Elm
        Water Union at=Ash
        """,
    ),
    "members stated from their parents": (
        {
            "ties.csv": "parent,child,relation\nWind Forum,Acme,member\nWind Forum,Best,member\n"
            "Acme,Cool,subsidiary\n"
        },
        """
        Acme
        Acme : Wind Forum
        Acme = Cool | kind=subsidiary
        Best
        Best : Wind Forum
        Cool
        Wind Forum
        """,
    ),
    "numbered columns of coalitions": (
        {
            "c.csv": "Organisation,Coalition 1,Coalition 2\nAcme,Climate Now,Clean Air\n"
            "Best,Clean Air,\nCool,,\n"
        },
        """
        Acme
        Acme : Clean Air
        Acme : Climate Now
        Best
        Best : Clean Air
        Clean Air (Association)
        Climate Now (Association)
        Cool
        """,
    ),
    "several columns of groups of which none tells another": (
        {
            "c.csv": "Organisation,National coalition,International alliance\n"
            "Acme,Climate Now,World Air\nBest,Climate Now,\nDone,Heat Now,World Air\n"
        },
        """
        Acme
        Acme : Climate Now
        Acme : World Air
        Best
        Best : Climate Now
        Climate Now (Association)
        Done
        Done : Heat Now
        Done : World Air
        Heat Now (Association)
        World Air (Association)
        """,
    ),
    "lists of members below the names of their groups": (
        {
            "groups.csv": "Energy Forum,Water Forum,Rail Alliance\nAcme,Best,Acme\n"
            "Best,Cool,Cool\nDone,,Best\nEast,,\n"
        },
        """
        Acme
        Acme : Energy Forum
        Acme : Rail Alliance
        Best
        Best : Energy Forum
        Best : Rail Alliance
        Best : Water Forum
        Cool
        Cool : Rail Alliance
        Cool : Water Forum
        Done
        Done : Energy Forum
        East
        East : Energy Forum
        Energy Forum
        Rail Alliance
        Water Forum
        """,
    ),
}
