"""Matrices of organisations and groups, each with what it states, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "a column of alliances beside those of yes and no": (
        {
            "m.csv": "Organisation,Alliance,Energy,Water\nAcme,Sea Union; Land Union,x,\n"
            "Best,Land Union,,x\nCool,,x,x\n"
        },
        """
        Acme
        Acme : Energy
        Acme : Land Union
        Acme : Sea Union
        Best
        Best : Land Union
        Best : Water
        Cool
        Cool : Energy
        Cool : Water
        Energy
        Land Union (Association)
        Sea Union (Association)
        Water
        """,
    ),
    "names of firms beside networks, which the rows are not": (
        {
            "m.csv": "Name,Network,Energy,Water\nAcme,North Union,1,0\nBest,South Union,0,1\n"
            "Cool,North Union,1,1\n"
        },
        """
        Acme
        Acme : Energy
        Acme : North Union
        Best
        Best : South Union
        Best : Water
        Cool
        Cool : Energy
        Cool : North Union
        Cool : Water
        Energy
        North Union (Association)
        South Union (Association)
        Water
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
        Acme * Fair A | x_weight=3
        Acme * Fair D | x_weight=2
        Best
        Best * Fair B | x_weight=1
        Cool
        Cool * Fair C | x_weight=4
        Cool * Fair D | x_weight=5
        [event] Fair A
        [event] Fair B
        [event] Fair C
        [event] Fair D
        """,
    ),
    "participants per event matrix": (
        {
            "events.csv": ("Organisation,Fair 2012,Fair 2013,Fair 2014\nAcme,x,x,\nBest,,x,x\n"),
        },
        """
        Acme
        Acme * Fair 2012
        Acme * Fair 2013
        Best
        Best * Fair 2013
        Best * Fair 2014
        [event] Fair 2012
        [event] Fair 2013
        [event] Fair 2014
        """,
    ),
    "transposed matrix": (
        {
            "m.csv": ("Cluster,Acme,Best,Cool\nMetal,1,0,1\nWood,0,1,1\n"),
        },
        """
        Acme
        Acme : Metal
        Best
        Best : Wood
        Cool
        Cool : Metal
        Cool : Wood
        Metal (Cluster)
        Wood (Cluster)
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
    "countries by agreements": (
        {
            "treaties.csv": (
                "Country,Paris Agreement,Kyoto Protocol,Basel Convention\n"
                "Poland,2016-10-07,2002-12-13,20 Mar 1992 a\n"
                "Kenya,2016-12-28,,2000-06-01\n"
                "Japan,,4.6.2002,\n"
            ),
        },
        """
        Japan
        Japan ~ Kyoto Protocol | 2002-06-04..
        Kenya
        Kenya ~ Basel Convention | 2000-06-01..
        Kenya ~ Paris Agreement | 2016-12-28..
        Poland
        Poland ~ Basel Convention | accession 1992-03-20..
        Poland ~ Kyoto Protocol | 2002-12-13..
        Poland ~ Paris Agreement | 2016-10-07..
        [agreement] Basel Convention ..
        [agreement] Kyoto Protocol ..
        [agreement] Paris Agreement ..
        """,
    ),
    "dates and marks": (
        {
            "adherence.csv": (
                "Organisation,Gas pact,Sea pact\nAcme,2016,yes\nBest,no,2017-02\nCool,x,observer\n"
            ),
        },
        """
        Acme
        Acme ~ Gas pact | 2016..
        Acme ~ Sea pact | ..
        Best
        Best ~ Sea pact | 2017-02..
        Cool
        Cool ~ Gas pact | ..
        Cool ~ Sea pact | observer ..
        [agreement] Gas pact ..
        [agreement] Sea pact ..
        """,
    ),
    "notes beside the marks": (
        {
            "wgs.csv": (
                "Member,Energy WG,Water WG,Comments\nAcme,x,,new\nBest,x,x,\nCool,,x,left soon\n"
            ),
        },
        """
        Acme : Energy WG
        Acme x_comments=new
        Best
        Best : Energy WG
        Best : Water WG
        Cool : Water WG
        Cool x_comments=left soon
        Energy WG
        Water WG
        """,
    ),
    "square matrix with notes": (
        {
            "coop.csv": "org,Acme,Best,Cool,Dane,Notes\nAcme,,1,,,new\nBest,1,,1,,\nCool,,1,,1,\nDane,,,1,,\n"
        },
        """
        Acme = Best
        Acme x_notes=new
        Best
        Best = Cool
        Cool
        Cool = Dane
        Dane
        """,
    ),
    "projects by organisations with notes": (
        {"p.csv": "Project,Acme,Best,Cool,Notes\nWater,x,,x,late\nFire,x,x,,\n"},
        """
        Acme
        Acme * Fire
        Acme * Water
        Best
        Best * Fire
        Cool
        Cool * Water
        [project] Fire
        [project] Water x_notes=late
        """,
    ),
    "words for yes, no and roles": (
        {
            "m.csv": (
                "Organisation,Gas group,Sea group,Sun group\nAcme,yes,no,not yet\n"
                "Best,no,partiellement,yes\nCool,Yes (chair),obserwator,maybe\nDone,tak,ja,nein\n"
            )
        },
        """
        Acme
        Acme : Gas group
        Best
        Best : Sea group | partial
        Best : Sun group
        Cool
        Cool : Gas group | chair
        Cool : Sea group | observer
        Done
        Done : Gas group
        Done : Sea group
        Gas group (WorkingGroup)
        Sea group (WorkingGroup)
        Sun group (WorkingGroup)
        """,
    ),
    "groups between other columns": (
        {
            "wg.csv": (
                "Member,Energy WG,Water WG,Since,Comments\nAcme,x,,2014,founder\nBest,x,x,2015,\n"
                "Cool,,x,2016,left\n"
            ),
        },
        """
        Acme : Energy WG
        Acme x_comments=founder x_since=2014
        Best : Energy WG
        Best : Water WG
        Best x_since=2015
        Cool : Water WG
        Cool x_comments=left x_since=2016
        Energy WG
        Water WG
        """,
    ),
    "Polish years": (
        {"k.csv": "Organizacja,Klaster Morski,Klaster ICT\nAcme,2014 r,\nBest,2015 r.,2014 r\n"},
        """
        Acme
        Acme : Klaster Morski | 2014..
        Best
        Best : Klaster ICT | 2014..
        Best : Klaster Morski | 2015..
        Klaster ICT (Cluster)
        Klaster Morski (Cluster)
        """,
    ),
}
