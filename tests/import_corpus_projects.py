"""Projects and events with who took part, each with what it states, worked out by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "cordis in one file where NA is missing or Namibia": (
        {
            "plus.csv": (
                "project_id,pic,partner_role,legal_name,legal_entity_type,country_code,country,"
                "project_acronym,start_date,end_date\n"
                "1,999886574,Coordinator,ACME,HES,DE,Germany,WATER,2014-01-01,2016-12-31\n"
                "1,999985223,Participant,BEST,PRC,NA,Namibia,WATER,2014-01-01,2016-12-31\n"
                "2,999886574,Participant,NA,NA,NA,Namibia,SEA,2014-01-01,NA\n"
            ),
        },
        """
        @ Germany
        @ Namibia
        ACME (University) pic=999886574 at=Germany
        ACME * SEA
        ACME * WATER | coordinator
        BEST (Company) pic=999985223 at=Namibia
        BEST * WATER
        [project] SEA 2014-01-01..
        [project] WATER 2014-01-01..2016-12-31
        """,
    ),
    "partners by the codes of Interreg": (
        {
            "p.csv": (
                "Project,Partner,Role\nCoast,Acme,LP\nCoast,Best,PP\nHills,Best,LP\n"
                "Hills,Cool,PP\nHills,Dale,AP\n"
            ),
        },
        """
        Acme
        Acme * Coast | coordinator
        Best
        Best * Coast | partner
        Best * Hills | coordinator
        Cool
        Cool * Hills | partner
        Dale
        Dale * Hills | associated partner
        [project] Coast
        [project] Hills
        """,
    ),
    "projects with an id and a title, beside their call": (
        {
            "p.csv": "ID project,Title,Programme,Organisation\n0013,Coast,Sea call,Acme\n"
            "0014,Hills,Sea call,Best\n0015,Fog,,Acme\n0016,Dew,Sea call,Best\n"
        },
        """
        Acme
        Acme * Coast
        Acme * Fog
        Best
        Best * Dew
        Best * Hills
        [project] Coast x_id_project=0013 x_programme=Sea call
        [project] Dew x_id_project=0016 x_programme=Sea call
        [project] Fog x_id_project=0015
        [project] Hills x_id_project=0014 x_programme=Sea call
        """,
    ),
    "limited partners, beside the general one": (
        {"p.csv": "Project,Partner,Role\nCoast,Acme,GP\nCoast,Best,LP\nHills,Best,LP\n"},
        """
        Acme
        Acme * Coast | gp
        Best
        Best * Coast | lp
        Best * Hills | lp
        [project] Coast
        [project] Hills
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
        [project] Clean water 2014-01-01..2015-12-31 x_acronym=WATER x_id=7
        [project] No fire 2015-01-01..2016-12-31 x_acronym=FIRE x_id=8
        """,
    ),
    "a column per partner with countries": (
        {
            "deals.csv": (
                "Project,Partner 1,Partner 2,Start date\nP1,Acme,Best,2014\nP2,Acme,Cool,2015\n"
            ),
        },
        """
        Acme
        Acme * P1
        Acme * P2
        Best
        Best * P1
        Cool
        Cool * P2
        [project] P1 2014..
        [project] P2 2015..
        """,
    ),
    "consortium": (
        {
            "consortium.csv": (
                "Consortium,Lead partner,Members\nC1,Acme,Best; Cool\nC2,Best,Acme\n"
            ),
        },
        """
        Acme
        Acme : C1 | lead partner
        Acme : C2
        Best
        Best : C1
        Best : C2 | lead partner
        C1
        C2
        Cool
        Cool : C1
        """,
    ),
    "organisations in a row with list of projects": (
        {
            "o.csv": ("Organisation;Projects\nAcme;P1|P2\nBest;P1\n"),
        },
        """
        Acme
        Acme * P1
        Acme * P2
        Best
        Best * P1
        [project] P1
        [project] P2
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
        Acme aliases=ACME Polska x_partner_id=10000123
        [project] Project 1
        [project] Project 2
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
    "events by year": (
        {
            "fairs.csv": (
                "Conference,Participant,Year\n"
                "Fair A,Acme,2014\n"
                "Fair A,Best,2014\n"
                "Fair B,Acme,2015\n"
            ),
        },
        """
        Acme
        Acme * Fair A
        Acme * Fair B
        Best
        Best * Fair A
        [event] Fair A 2014..
        [event] Fair B 2015..
        """,
    ),
    "country of a consortium": (
        {
            "space.csv": (
                "Programme,Consortium,Country of the consortium,Members\n"
                "Star,Sat One,Germany,Acme; Best\n"
                "Moon,Sat Two,France,Acme; Cool\n"
            ),
        },
        """
        Acme
        Acme * Moon
        Acme * Star
        Best
        Best * Star
        Cool
        Cool * Moon
        [programme] Moon x_consortium=Sat Two x_country_of_the_consortium=France
        [programme] Star x_consortium=Sat One x_country_of_the_consortium=Germany
        """,
    ),
    "country of a programme": (
        {
            "space.csv": (
                "Programme,Country,Member\n"
                "Star,Germany,Acme\nStar,Germany,Best\nMoon,France,Acme\nMoon,France,Cool\n"
            ),
        },
        """
        @ France
        @ Germany
        Acme
        Acme * Moon
        Acme * Star
        Best
        Best * Star
        Cool
        Cool * Moon
        [programme] Moon at=France
        [programme] Star at=Germany
        """,
    ),
    "an event with several sponsors": (
        {"e.csv": "Event,Date,Organiser,Sponsors\nSummit,2019-05-03,Acme,Best; Cool\n"},
        """
        Acme
        Acme * Summit | organiser
        Best
        Best * Summit | sponsor
        Cool
        Cool * Summit | sponsor
        [event] Summit 2019-05-03..
        """,
    ),
    "a partner of each country in a column of its own": (
        {
            "p.csv": "Project,Coordinator,Partner DE,Partner PL\nWATER,Acme,Best,Cool\n"
            "SKY,Done,East,Fine\nEARTH,Done,,Cool\n"
        },
        """
        @ Germany
        @ Poland
        Acme
        Acme * WATER | coordinator
        Best * WATER
        Best at=Germany
        Cool * EARTH
        Cool * WATER
        Cool at=Poland
        Done
        Done * EARTH | coordinator
        Done * SKY | coordinator
        East * SKY
        East at=Germany
        Fine * SKY
        Fine at=Poland
        [project] EARTH
        [project] SKY
        [project] WATER
        """,
    ),
    "a year beside the day of the start": (
        {
            "projects.csv": "Project,Organisation,Year,Start date,End date\n"
            "WATER,Acme,2024,2024-09-01,2025-02-01\nSKY,Best,2025,2025-06-01,2025-07-01\n"
        },
        """
        Acme
        Acme * WATER | 2024-09-01..2025-02-01 x_year=2024
        Best
        Best * SKY | 2025-06-01..2025-07-01 x_year=2025
        [project] SKY
        [project] WATER
        """,
    ),
}
