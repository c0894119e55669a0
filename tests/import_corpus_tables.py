"""Tables as people make them, each with what it states, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "members": (
        {
            "forum_members.csv": (
                "Organisation,Country,Member since\nAcme,PL,2014\nBest,DE,2015-03\n"
            ),
        },
        """
        @ Germany
        @ Poland
        Acme : Forum members | 2014..
        Acme at=Poland
        Best : Forum members | 2015-03..
        Best at=Germany
        Forum members (Association)
        """,
    ),
    "members in Polish": (
        {
            "czlonkowie.csv": (
                "Nazwa podmiotu;Forma prawna;Data przystąpienia;Rola\n"
                "Acme;spółka z o.o.;7.11.2014;koordynator\n"
                "Gmina Kielce;gmina;12.01.2015 r.;członek\n"
            ),
        },
        """
        Acme (Company)
        Acme : Czlonkowie | coordinator 2014-11-07..
        Czlonkowie
        Gmina Kielce (LocalGovernment)
        Gmina Kielce : Czlonkowie | 2015-01-12..
        """,
    ),
    "signatories": (
        {
            "signatories_of_the_charter.csv": (
                "Signatory,Signed on,Website\n"
                "Acme,07/11/2014,acme.example.org\n"
                "Best,25/11/2014,https://best.example\n"
            ),
        },
        """
        Acme website=http://acme.example.org
        Acme ~ Signatories of the charter | 2014-11-07..
        Best website=https://best.example
        Best ~ Signatories of the charter | 2014-11-25..
        [charter] Signatories of the charter ..
        """,
    ),
    "names only": (
        {
            "members.txt": ("Acme\nKlaster, sp. z o.o.\nUniwersytet w Białymstoku\n"),
        },
        """
        Acme
        Acme : Members
        Klaster, sp. z o.o.
        Klaster, sp. z o.o. : Members
        Members
        Uniwersytet w Białymstoku
        Uniwersytet w Białymstoku : Members
        """,
    ),
    "title above": (
        {
            "list.csv": (
                "Members of the Water Forum,,\n"
                ",,\n"
                "Name,City,Country\n"
                "Acme,Kielce,Poland\n"
                "Best,Bonn,Germany\n"
            ),
        },
        """
        @ Bonn < Germany
        @ Germany
        @ Kielce < Poland
        @ Poland
        Acme : Members of the Water Forum
        Acme at=Kielce
        Best : Members of the Water Forum
        Best at=Bonn
        Members of the Water Forum (Association)
        """,
    ),
    "partners": (
        {
            "partners.csv": ("Partner,Role\nAcme,Lead\nBest,Partner\n"),
        },
        """
        Acme
        Acme : Partners | lead
        Best
        Best : Partners | partner
        Partners
        """,
    ),
    "no header": (
        {
            "network_members.csv": ("Acme,2014-01-01\nBest,2015-02-02\nCool,2016-03-03\n"),
        },
        """
        Acme
        Acme : Network members | 2014-01-01..
        Best
        Best : Network members | 2015-02-02..
        Cool
        Cool : Network members | 2016-03-03..
        Network members (Association)
        """,
    ),
    "sep line": (
        {
            "members.csv": ("sep=|\nName|Type\nAcme|Company\nBest|NGO\n"),
        },
        """
        Acme (Company)
        Acme : Members
        Best (Association)
        Best : Members
        Members
        """,
    ),
    "tab": (
        {
            "members.tsv": ("Name\tType\nAcme, Inc.\tCompany\nBest\tFoundation\n"),
        },
        """
        Acme, Inc. (Company)
        Acme, Inc. : Members
        Best (Foundation)
        Best : Members
        Members
        """,
    ),
    "semicolon list of organisations": (
        {
            "firms.csv": (
                "Organisation;Sector;Acronym;Founded\n"
                "Acme;business;AC;1990\n"
                "Best Institute;nauka;BI;2001\n"
            ),
        },
        """
        Acme aliases=AC founded=1990
        Best Institute aliases=BI founded=2001
        """,
    ),
    "identifiers": (
        {
            "firms.csv": (
                "Name,KRS,NIP,REGON,LEI\nAcme,28860,525-000-10-90,,\nBest,,,,HWUPKR0MPOU8FGXBT394\n"
            ),
        },
        """
        Acme krs=0000028860 nip=5250001090
        Best lei=HWUPKR0MPOU8FGXBT394
        """,
    ),
    "coordinates": (
        {
            "orgs.csv": (
                "Organization,Type,lat,lon,city\nAlpha,NGO,52.5,13.4,Berlin\nBeta,Ltd,50.1,8.7,\n"
            ),
        },
        """
        @ 50.1, 8.7 50.1,8.7
        @ Berlin 52.5,13.4
        Alpha (Association) at=Berlin
        Beta (Company) at=50.1, 8.7
        """,
    ),
    "membership types": (
        {
            "club_members.csv": (
                "Company,Membership type,Left\nAcme,Full member,\nBest,Associate,2020\n"
            ),
        },
        """
        Acme
        Acme : Club members | full member
        Best
        Best : Club members | associate ..2020
        Club members (Association)
        """,
    ),
    "memberships in a cell": (
        {
            "orgs.csv": (
                "Organisation,Networks\nAcme,Water Forum; Energy Club\nBest,Water Forum\nCool,\n"
            ),
        },
        """
        Acme
        Acme : Energy Club
        Acme : Water Forum
        Best
        Best : Water Forum
        Cool
        Energy Club
        Water Forum
        """,
    ),
    "pairs": (
        {
            "memberships.csv": (
                "Organisation,Cluster,Role\n"
                "Acme,Metal Cluster,coordinator\n"
                "Best,Metal Cluster,member\n"
                "Best,Wood Cluster,\n"
            ),
        },
        """
        Acme
        Acme : Metal Cluster | coordinator
        Best
        Best : Metal Cluster
        Best : Wood Cluster
        Metal Cluster (Cluster)
        Wood Cluster (Cluster)
        """,
    ),
    "pairs in Polish": (
        {
            "klastry.csv": (
                "Firma;Klaster;Od;Do\n"
                "Acme;Klaster Metalowy;2010;2014\n"
                "Best;Klaster Drzewny;2012;obecnie\n"
            ),
        },
        """
        Acme
        Acme : Klaster Metalowy | 2010..2014
        Best
        Best : Klaster Drzewny | 2012..
        Klaster Drzewny (Cluster)
        Klaster Metalowy (Cluster)
        """,
    ),
    "project participants": (
        {
            "p.csv": (
                "Project,Partner,Role,Country,Start date,End date\n"
                "P1,Acme,Coordinator,PL,2014-01-01,2016-12-31\n"
                "P1,Best,Partner,DE,2014-01-01,2016-12-31\n"
                "P2,Acme,Partner,PL,2015-06-01,2017-05-31\n"
                "P2,Cool,Coordinator,FR,2015-06-01,2017-05-31\n"
            ),
        },
        """
        @ France
        @ Germany
        @ Poland
        Acme * P1 | coordinator
        Acme * P2 | partner
        Acme at=Poland
        Best * P1 | partner
        Best at=Germany
        Cool * P2 | coordinator
        Cool at=France
        [project] P1 2014-01-01..2016-12-31
        [project] P2 2015-06-01..2017-05-31
        """,
    ),
    "members with ids": (
        {
            "p.csv": (
                "Project ID,Project title,Partner ID,Partner name\n"
                "1,Water,10,Acme\n"
                "1,Water,11,Best\n"
                "2,Fire,10,Acme\n"
            ),
        },
        """
        Acme
        Acme * Fire
        Acme * Water
        Best
        Best * Water
        [project] Fire
        [project] Water
        """,
    ),
    "agreements one signature per row": (
        {
            "agreements.csv": (
                "Agreement,Signatory,Date\n"
                "Pact A,Acme,2014-11-07\n"
                "Pact A,Best,2014-11-07\n"
                "Pact B,Acme,2015-01\n"
            ),
        },
        """
        Acme
        Acme ~ Pact A
        Acme ~ Pact B
        Best
        Best ~ Pact A
        [agreement] Pact A 2014-11-07..
        [agreement] Pact B 2015-01..
        """,
    ),
    "agreements several signatures in a cell": (
        {
            "agreements.csv": (
                "Title,Signatories,Date signed\n"
                "Pact A,Acme; Best; Cool,2014-11-07\n"
                "Pact B,Acme; Cool,2015\n"
            ),
        },
        """
        Acme
        Acme ~ Pact A
        Acme ~ Pact B
        Best
        Best ~ Pact A
        Cool
        Cool ~ Pact A
        Cool ~ Pact B
        [agreement] Pact A 2014-11-07..
        [agreement] Pact B 2015..
        """,
    ),
    "agreements with commas": (
        {
            "agreements.csv": (
                'Agreement,Parties,Year\nPact A,"Acme, Best, Cool",2014\nPact B,"Acme, Cool",2015\n'
            ),
        },
        """
        Acme
        Acme ~ Pact A
        Acme ~ Pact B
        Best
        Best ~ Pact A
        Cool
        Cool ~ Pact A
        Cool ~ Pact B
        [agreement] Pact A 2014..
        [agreement] Pact B 2015..
        """,
    ),
    "agreements with a column per party": (
        {
            "deals.csv": (
                "Agreement,Party 1,Party 2,Party 3,Date\n"
                "Pact A,Acme,Best,Cool,2014\n"
                "Pact B,Acme,Best,,2015\n"
            ),
        },
        """
        Acme
        Acme ~ Pact A
        Acme ~ Pact B
        Best
        Best ~ Pact A
        Best ~ Pact B
        Cool
        Cool ~ Pact A
        [agreement] Pact A 2014..
        [agreement] Pact B 2015..
        """,
    ),
    "agreements by id": (
        {
            "deals.csv": (
                "id,publisher,organisation,start_date,end_date\n"
                "els2020x,Elsevier,Uni A,2020-01-01T00:00:00Z,2024-12-31T00:00:00Z\n"
                "spr2021y,Springer,Uni A,2021-01-01T00:00:00Z,2023-12-31T00:00:00Z\n"
            ),
        },
        """
        Elsevier
        Elsevier ~ els2020x | publisher
        Springer
        Springer ~ spr2021y | publisher
        Uni A
        Uni A ~ els2020x
        Uni A ~ spr2021y
        [agreement] els2020x 2020-01-01..2024-12-31
        [agreement] spr2021y 2021-01-01..2023-12-31
        """,
    ),
    "cases": (
        {
            "merger_cases.csv": (
                "Case number,Notifying party,Target,Decision date\n"
                "M.1,Acme,Best,01.02.2014\n"
                "M.2,Acme,Cool,03.05.2015\n"
            ),
        },
        """
        Acme
        Acme ~ M.1 | notifying party
        Acme ~ M.2 | notifying party
        Best
        Best ~ M.1 | target
        Cool
        Cool ~ M.2 | target
        [case] M.1 2014-02-01..
        [case] M.2 2015-05-03..
        """,
    ),
    "coordinator and participants": (
        {
            "projects.csv": (
                "id,acronym,title,coordinator,participants,startDate,endDate\n"
                "7,WATER,Clean water,Acme,Best;Cool,2014-01-01,2015-12-31\n"
                "8,FIRE,No fire,Best,Acme,2015-01-01,2016-12-31\n"
            ),
        },
        """
        Acme
        Acme * Clean water | coordinator
        Acme * No fire
        Best
        Best * Clean water
        Best * No fire | coordinator
        Cool
        Cool * Clean water
        [project] Clean water 2014-01-01..2015-12-31
        [project] No fire 2015-01-01..2016-12-31
        """,
    ),
    "events": (
        {
            "attendance.csv": ("Event,Organisation,Role\nForum 2014,Acme,host\nForum 2014,Best,\n"),
        },
        """
        Acme
        Acme * Forum 2014 | host
        Best
        Best * Forum 2014
        [event] Forum 2014
        """,
    ),
    "working groups": (
        {
            "wg.csv": ("Member,Working group\nAcme,Energy\nBest,Energy\nBest,Transport\n"),
        },
        """
        Acme
        Acme : Energy
        Best
        Best : Energy
        Best : Transport
        Energy (WorkingGroup)
        Transport (WorkingGroup)
        """,
    ),
    "two unknown columns": (
        {
            "davis.csv": ("Women,Party night\nEvelyn,Monday\nLaura,Monday\nLaura,Tuesday\n"),
        },
        """
        Evelyn
        Evelyn : Monday
        Laura
        Laura : Monday
        Laura : Tuesday
        Monday
        Tuesday
        """,
    ),
    "edge list": (
        {
            "ties.csv": ("Source,Target,Weight\nAlpha,Beta,2\nBeta,Gamma,1\n"),
        },
        """
        Alpha
        Alpha = Beta | weight=2
        Beta
        Beta = Gamma | weight=1
        Gamma
        """,
    ),
    "edge list with type": (
        {
            "ties.csv": ("From,To,Type,Since\nAlpha,Beta,funds,2014\nBeta,Gamma,advises,2015\n"),
        },
        """
        Alpha
        Alpha = Beta | 2014.. kind=funds
        Beta
        Beta = Gamma | 2015.. kind=advises
        Gamma
        """,
    ),
    "edge list without header": (
        {
            "edges.csv": ("Alpha,Beta\nBeta,Gamma\nGamma,Alpha\n"),
        },
        """
        Alpha
        Alpha = Beta
        Alpha = Gamma
        Beta
        Beta = Gamma
        Gamma
        """,
    ),
    "edge list of words": (
        {
            "edges.txt": ("Alpha Beta\nBeta Gamma\n"),
        },
        """
        Alpha
        Alpha = Beta
        Beta
        Beta = Gamma
        Gamma
        """,
    ),
    "edge list with weights of words": (
        {
            "edges.txt": ("# FromNodeId ToNodeId\n1 2 0.5\n2 3 1\n"),
        },
        """
        1
        1 = 2 | weight=0.5
        2
        2 = 3 | weight=1
        3
        """,
    ),
    "edge list both ways": (
        {
            "ties.csv": ("Source,Target\nA1,B1\nB1,A1\nB1,C1\nC1,B1\n"),
        },
        """
        A1
        A1 = B1
        B1
        B1 = C1
        C1
        """,
    ),
    "edge list repeats": (
        {
            "ties.csv": ("Source,Target\nA1,B1\nA1,B1\nC1,C1\nB1,C1\n"),
        },
        """
        A1
        A1 = B1
        B1
        B1 = C1
        C1
        """,
    ),
    "partner pairs": (
        {
            "coop.csv": ("Partner A,Partner B,Start\nAcme,Best,2014\nBest,Cool,\n"),
        },
        """
        Acme
        Acme = Best | 2014..
        Best
        Best = Cool
        Cool
        """,
    ),
    "ends with kinds": (
        {
            "coop.csv": ("Source,Target,Source type,Target type\nAcme,Best,Company,University\n"),
        },
        """
        Acme (Company)
        Acme = Best
        Best (University)
        """,
    ),
    "nodes and edges": (
        {
            "nodes.csv": ("Id,Label,Type\n1,Acme,Company\n2,Best,NGO\n3,Cool,NGO\n"),
            "edges.csv": ("Source,Target,Weight\n1,2,3\n2,3,1\n"),
        },
        """
        Acme (Company)
        Acme = Best | weight=3
        Best (Association)
        Best = Cool | weight=1
        Cool (Association)
        """,
    ),
    "nodes with events": (
        {
            "nodes.csv": (
                "Id,Label,Type\n1,Acme,Organisation\n2,Forum 2014,Event\n3,Cool,Organisation\n"
            ),
            "edges.csv": ("Source,Target\n1,2\n3,2\n1,3\n"),
        },
        """
        Acme
        Acme * Forum 2014
        Acme = Cool
        Cool
        Cool * Forum 2014
        [Event] Forum 2014
        """,
    ),
    "two modes by type": (
        {
            "nodes.csv": ("name,type\nAcme,False\nBest,False\nForum,True\n"),
            "edges.csv": ("from,to\nAcme,Forum\nBest,Forum\n"),
        },
        """
        Acme
        Acme = Forum
        Best
        Best = Forum
        Forum
        """,
    ),
    "member of as a kind": (
        {
            "ties.csv": ("Source,Target,Relation\nAcme,Forum,member of\nAcme,Best,partner\n"),
        },
        """
        Acme
        Acme : Forum
        Acme = Best | kind=partner
        Best
        Forum
        """,
    ),
    "matrix of marks": (
        {
            "groups.csv": (",Energy,Water,Transport\nAcme,1,0,1\nBest,0,1,0\nCool,1,1,1\n"),
        },
        """
        Acme
        Acme : Energy
        Acme : Transport
        Best
        Best : Water
        Cool
        Cool : Energy
        Cool : Transport
        Cool : Water
        Energy
        Transport
        Water
        """,
    ),
    "matrix yes no partial": (
        {
            "m.csv": (
                "Organisation,Charter A,Charter B\nAcme,yes,no\nBest,partial,yes\nCool,no,x\n"
            ),
        },
        """
        Acme
        Acme ~ Charter A | ..
        Best
        Best ~ Charter A | partial ..
        Best ~ Charter B | ..
        Cool
        Cool ~ Charter B | ..
        [charter] Charter A ..
        [charter] Charter B ..
        """,
    ),
    "matrix of dates": (
        {
            "joined.csv": (
                "Organisation,Forum A,Forum B,Forum C\nAcme,2014,,2015-01-02\nBest,,2016,\n"
            ),
        },
        """
        Acme
        Acme : Forum A | 2014..
        Acme : Forum C | 2015-01-02..
        Best
        Best : Forum B | 2016..
        Forum A (Association)
        Forum B (Association)
        Forum C (Association)
        """,
    ),
    "matrix of roles": (
        {
            "boards.csv": (
                "Organisation,Board A,Board B\n"
                "Acme,chair,member\n"
                "Best,member,\n"
                "Cool,observer,member\n"
            ),
        },
        """
        Acme
        Acme : Board A | chair
        Acme : Board B
        Best
        Best : Board A
        Board A (WorkingGroup)
        Board B (WorkingGroup)
        Cool
        Cool : Board A | observer
        Cool : Board B
        """,
    ),
    "matrix with attributes": (
        {
            "m.csv": ("Organisation,Country,Energy,Water,Transport\nAcme,PL,x,,x\nBest,DE,,x,\n"),
        },
        """
        @ Germany
        @ Poland
        Acme : Energy
        Acme : Transport
        Acme at=Poland
        Best : Water
        Best at=Germany
        Energy
        Transport
        Water
        """,
    ),
    "matrix in Polish": (
        {
            "m.csv": ("Nazwa;Klaster A;Klaster B\nAcme;tak;nie\nBest;tak;tak\n"),
        },
        """
        Acme
        Acme : Klaster A
        Best
        Best : Klaster A
        Best : Klaster B
        Klaster A (Cluster)
        Klaster B (Cluster)
        """,
    ),
    "matrix of counts": (
        {
            "visits.csv": (
                "Organisation,Fair A,Fair B,Fair C,Fair D\n"
                "Acme,3,0,0,2\n"
                "Best,0,1,0,0\n"
                "Cool,0,0,4,5\n"
            ),
        },
        """
        Acme
        Acme * Fair A
        Acme * Fair D
        Best
        Best * Fair B
        Cool
        Cool * Fair C
        Cool * Fair D
        [event] Fair A
        [event] Fair B
        [event] Fair C
        [event] Fair D
        """,
    ),
    "square matrix": (
        {
            "coop.csv": (",Acme,Best,Cool\nAcme,0,1,0\nBest,1,0,1\nCool,0,1,0\n"),
        },
        """
        Acme
        Acme = Best
        Best
        Best = Cool
        Cool
        """,
    ),
    "square matrix weights": (
        {
            "coop.csv": (",Acme,Best,Cool\nAcme,0,2,0\nBest,2,0,5\nCool,0,5,0\n"),
        },
        """
        Acme
        Acme = Best | weight=2
        Best
        Best = Cool | weight=5
        Cool
        """,
    ),
    "square matrix half": (
        {
            "coop.csv": (",Acme,Best,Cool\nAcme,,,\nBest,1,,\nCool,1,1,\n"),
        },
        """
        Acme
        Acme = Best
        Acme = Cool
        Best
        Best = Cool
        Cool
        """,
    ),
    "square matrix asymmetric": (
        {
            "coop.csv": ("org,Acme,Best,Cool\nAcme,0,2,0\nBest,1,0,0\nCool,0,0,0\n"),
        },
        """
        Acme
        Acme = Best | weight=1
        Acme = Best | weight=2
        Best
        Cool
        """,
    ),
    "blanks as words": (
        {
            "firms_members.csv": (
                "Name,Country,Website,Since\n"
                "Acme,NA,n/a,-\n"
                "Best,null,?,2014\n"
                "Cool,brak,NOTAPPLICABLE,2015\n"
            ),
        },
        """
        Acme
        Acme : Firms members
        Best
        Best : Firms members | 2014..
        Cool
        Cool : Firms members | 2015..
        Firms members
        """,
    ),
    "Namibia": (
        {
            "firms_members.csv": ("Name,Country code\nAcme,NA\nBest,PL\n"),
        },
        """
        @ Namibia
        @ Poland
        Acme : Firms members
        Acme at=Namibia
        Best : Firms members
        Best at=Poland
        Firms members
        """,
    ),
    "unknown kinds": (
        {
            "firms.csv": ("Name,Type\nAcme,Company\nBest,Company\nCool,Zoo\n"),
        },
        """
        Acme (Company)
        Best (Company)
        Cool
        """,
    ),
    "repeats": (
        {
            "members.csv": ("Name,Since\nAcme,2014\nAcme,2014\nBest,2014\n"),
        },
        """
        Acme
        Acme : Members | 2014..
        Best
        Best : Members | 2014..
        Members
        """,
    ),
    "web addresses": (
        {
            "firms.csv": (
                "Name,Website\nAcme,www.acme.example\nBest,best.example/about\nCool,soon\n"
            ),
        },
        """
        Acme website=http://www.acme.example
        Best website=http://best.example/about
        Cool
        """,
    ),
    "thousands": (
        {
            "grants.csv": (
                'Project,Partner,EU contribution\nP1,Acme,"1 234 567,50"\nP1,Best,€ 20 000\n'
            ),
        },
        """
        Acme
        Acme * P1 | contribution=1234567.5
        Best
        Best * P1 | contribution=20000
        [project] P1
        """,
    ),
    "day and month": (
        {
            "members.csv": ("Name,Joined\nAcme,12/31/2014\nBest,03/04/2015\n"),
        },
        """
        Acme
        Acme : Members | 2014-12-31..
        Best
        Best : Members | 2015-03-04..
        Members
        """,
    ),
    "aliases by id": (
        {
            "p.csv": (
                "Project ID,Partner ID,Partner name\n1,10000123,Acme\n2,10000123,ACME Polska\n"
            ),
        },
        """
        Acme * Project 1
        Acme * Project 2
        Acme aliases=ACME Polska
        [project] Project 1
        [project] Project 2
        """,
    ),
}
