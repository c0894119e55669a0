"""What rows say of the organisations that they name: totals of ends, titles of people, two names;
each with what it states, by hand.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "the totals of parties beside their ties, stated from both ends": (
        {"pairs.csv": "party1,party2,value,total\nP,Q,5,200\nQ,P,5,138\nQ,R,4,138\nR,Q,4,200\n"},
        """
        P = Q | weight=5
        P x_total=200
        Q = R | weight=4
        Q x_total=138
        R x_total=200
        """,
    ),
    "words that name no place among countries and cities": (
        {
            "members.csv": "Organisation,Association,Country,City\nAcme,Forum,Various,Oslo\n"
            'Best,Forum,UAE,Multiple\nCool,Forum,międzynarodowa,\nDale,Forum,"Korea, South",\n'
        },
        """
        @ Oslo
        @ South Korea
        @ United Arab Emirates
        Acme : Forum
        Acme at=Oslo
        Best : Forum
        Best at=United Arab Emirates
        Cool
        Cool : Forum
        Dale : Forum
        Dale at=South Korea
        Forum (Association)
        """,
    ),
    "a node of a graph in several countries": (
        {
            "forum.graphml": '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="n" '
            'for="node" attr.name="label"/><key id="c" for="node" attr.name="country"/><graph '
            'edgedefault="undirected"><node id="n0"><data key="n">Acme</data><data key="c">'
            'International</data></node><node id="n1"><data key="n">Best</data><data key="c">DRC'
            '</data></node><edge source="n0" target="n1"/></graph></graphml>'
        },
        """
        @ Democratic Republic of the Congo
        Acme
        Acme = Best
        Best at=Democratic Republic of the Congo
        """,
    ),
    "people by their forms of address among shareholders": (
        {
            "share.csv": "symbol,rank,shareholder_name,share\nABC,1,MR. Somkid Jaidee,31.7\n"
            "ABC,2,North Company Limited,5.5\nDEF,1,นาย อนันต์ ใจดี,24.2\n"
            "DEF,2,SOCIAL SECURITY OFFICE,6.4\nDEF,3,Mr Price Group Ltd,3\n"
        },
        """
        ABC
        ABC = North Company Limited | kind=shareholder x_rank=2 x_share=5.5
        DEF
        DEF = Mr Price Group Ltd | kind=shareholder x_rank=3 x_share=3.0
        DEF = SOCIAL SECURITY OFFICE | kind=shareholder x_rank=2 x_share=6.4
        Mr Price Group Ltd
        North Company Limited
        SOCIAL SECURITY OFFICE
        """,
    ),
    "a person with an id among members": (
        {
            "members.csv": "id,Member,Association\n1,Acme Works,Forum\n2,Frau Dr. Eva Muster,Forum"
            "\n3,Dr. Oetker,Forum\n4,Best Oil,Forum\n5,Cool Air,Forum\n6,Dale Ore,Forum\n"
            "2,Frau Dr. Eva Muster,Club\n"
        },
        """
        Acme Works : Forum
        Acme Works x_id=1
        Best Oil : Forum
        Best Oil x_id=4
        Club (Association)
        Cool Air : Forum
        Cool Air x_id=5
        Dale Ore : Forum
        Dale Ore x_id=6
        Dr. Oetker : Forum
        Dr. Oetker x_id=3
        Forum (Association)
        """,
    ),
    "a country of partners in rows of projects that nobody has joined": (
        {
            "p.csv": "Project,Lead,Partner,Partner country,External\n"
            "P-11,Alpha Works,Beta University,FR,yes\nP-12,Alpha Works,Gamma Society,DE,no\n"
            "P-13,Beta University,,PL,yes\nP-14,Gamma Society,,,yes\n"
        },
        """
        @ France
        @ Germany
        Alpha Works
        Alpha Works * P-11 | lead partner
        Alpha Works * P-12 | lead partner
        Beta University * P-11
        Beta University * P-13 | lead partner
        Beta University at=France
        Gamma Society * P-12
        Gamma Society * P-14 | lead partner
        Gamma Society at=Germany
        [project] P-11 x_external=True
        [project] P-12 x_external=False
        [project] P-13 x_external=True x_partner_country=PL
        [project] P-14 x_external=True
        """,
    ),
    "what is the same for each partner, also where there is none": (
        {
            "p.csv": "Project,Lead,Partner,Fund\nP-1,Alpha Works,Beta Lab,North\n"
            "P-1,Alpha Works,Gamma Lab,South\nP-2,Beta Lab,Gamma Lab,South\nP-3,Gamma Lab,,East\n"
            "P-4,Alpha Works,Beta Lab,North\n"
        },
        """
        Alpha Works
        Alpha Works * P-1 | lead partner x_fund=North
        Alpha Works * P-1 | lead partner x_fund=South
        Alpha Works * P-4 | lead partner x_fund=North
        Beta Lab
        Beta Lab * P-1 | x_fund=North
        Beta Lab * P-2 | lead partner x_fund=South
        Beta Lab * P-4 | x_fund=North
        Gamma Lab
        Gamma Lab * P-1 | x_fund=South
        Gamma Lab * P-2 | x_fund=South
        Gamma Lab * P-3 | lead partner x_fund=East
        [project] P-1
        [project] P-2
        [project] P-3
        [project] P-4
        """,
    ),
    "codes of projects, one of which nobody has joined": (
        {
            "p.csv": "Code,Project title,Partner\nP-11,Water,Beta Lab\nP-12,Homes,Gamma Lab\n"
            "P-11,Water,Gamma Lab\nP-13,Roads,\nP-14,Roofs,Beta Lab\n"
        },
        """
        Beta Lab
        Beta Lab * Roofs
        Beta Lab * Water
        Gamma Lab
        Gamma Lab * Homes
        Gamma Lab * Water
        [project] Homes x_code=P-12
        [project] Roads x_code=P-13
        [project] Roofs x_code=P-14
        [project] Water x_code=P-11
        """,
    ),
    "what is said of an alliance that is not named": (
        {
            "a.csv": "Company,Alliance,Alliance founded,Joined\nAlpha Works,Blue,1990,2001\n"
            "Beta Works,,1991,2002\nGamma Works,Red,1992,2003\n"
        },
        """
        Alpha Works
        Alpha Works : Blue | 2001..
        Beta Works x_alliance_founded=1991 x_start=2002
        Blue (Association) founded=1990
        Gamma Works
        Gamma Works : Red | 2003..
        Red (Association) founded=1992
        """,
    ),
    "members in coalitions, listed with hyphens, beside towns that are not theirs": (
        {
            "c.csv": "Municipality,Coalition,Parties\nAshford,Together,PRI-PNA\n"
            "Bury,Ahead,PAN-PRD-PT\nColne,One,PRI\nDover,Two,PAN\nEpsom,Three,PT\n"
            "Frome,Four,PNA\n"
        },
        """
        @ Ashford
        @ Bury
        @ Colne
        @ Dover
        @ Epsom
        @ Frome
        Ahead (Association) at=Bury
        Four (Association) at=Frome
        One (Association) at=Colne
        PAN
        PAN : Ahead
        PAN : Two
        PNA
        PNA : Four
        PNA : Together
        PRD
        PRD : Ahead
        PRI
        PRI : One
        PRI : Together
        PT
        PT : Ahead
        PT : Three
        Three (Association) at=Epsom
        Together (Association) at=Ashford
        Two (Association) at=Dover
        """,
    ),
    "countries that are listed as their partners are": (
        {
            "p.csv": "Project,Partners,Country\nWater,Acme; Best,PL; DE\nRoads,Acme; Cool,PL; FR\n"
            "Homes,Best; Cool,DE; FR\n"
        },
        """
        @ France
        @ Germany
        @ Poland
        Acme * Roads
        Acme * Water
        Acme at=Poland
        Best * Homes
        Best * Water
        Best at=Germany
        Cool * Homes
        Cool * Roads
        Cool at=France
        [project] Homes
        [project] Roads
        [project] Water
        """,
    ),
    "further names in numbered columns": (
        {
            "n.csv": "Name,Synonym 1,Synonym 2,Member of\nAcme,Alpha,AW,Water Forum\n"
            "Best,Beta,,Water Forum\nCool,Gamma,GS,Energy Forum\n"
        },
        """
        Acme : Water Forum
        Acme aliases=AW|Alpha
        Best : Water Forum
        Best aliases=Beta
        Cool : Energy Forum
        Cool aliases=GS|Gamma
        Energy Forum
        Water Forum
        """,
    ),
    "further names in numbered columns, in Dutch": (
        {"n.csv": "Naam,Synoniem 1,Synoniem 2,Lid van\nAcme,Alpha,AW,Forum\nBest,Beta,,Forum\n"},
        """
        Acme : Forum
        Acme aliases=AW|Alpha
        Best : Forum
        Best aliases=Beta
        Forum
        """,
    ),
}
