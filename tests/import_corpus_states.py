"""Panels, dyads and surveys, as researchers keep them, each with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "states that treaties list in a column of countries": (
        {
            "catalogue.csv": "file,title,type,country,keyword,sign_date\n"
            "a.json,River Convention,convention,France;Germany,water;rivers,2009-06-16\n"
            "b.json,Sea Agreement,agreement,France;Spain;Italy,sea;ports,2007-11-02\n"
            "c.json,Charter of Towns,charter,Poland,towns,2020-12-02\n"
        },
        """
        France
        France ~ River Convention
        France ~ Sea Agreement
        Germany
        Germany ~ River Convention
        Italy
        Italy ~ Sea Agreement
        Poland
        Poland ~ Charter of Towns
        Spain
        Spain ~ Sea Agreement
        [agreement] Sea Agreement 2007-11-02.. x_file=b.json x_keyword=sea;ports
        [charter] Charter of Towns 2020-12-02.. x_file=c.json x_keyword=towns
        [convention] River Convention 2009-06-16.. x_file=a.json x_keyword=water;rivers
        """,
    ),
    "dyads of a trade agreement, of which both states are parties": (
        {
            "treaties-dyads.csv": (
                "country1;country2;iso1;iso2;number;name;year;regioncon\n"
                "Algeria;Morocco;12;504;20;Arab Area;1998;Africa\n"
                "Algeria;Tunisia;12;788;20;Arab Area;1998;Africa\n"
                "Morocco;Tunisia;504;788;20;Arab Area;1998;Africa\n"
                "Chile;Peru;152;604;78;Chile Peru;2006;Americas\n"
            ),
        },
        """
        Algeria x_iso=12
        Algeria ~ Arab Area | x_regioncon=Africa
        Chile x_iso=152
        Chile ~ Chile Peru | x_regioncon=Americas
        Morocco x_iso=504
        Morocco ~ Arab Area | x_regioncon=Africa
        Peru x_iso=604
        Peru ~ Chile Peru | x_regioncon=Americas
        Tunisia x_iso=788
        Tunisia ~ Arab Area | x_regioncon=Africa
        [agreement] Arab Area 1998.. x_number=20
        [agreement] Chile Peru 2006.. x_number=78
        """,
    ),
    "dyads of allies with dates in parts": (
        {
            "alliance_by_dyad.csv": (
                "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_"
                "st_year,dyad_end_day,dyad_end_month,dyad_end_year,defense,entente\n"
                "1,200,United Kingdom,235,Portugal,1,1,1816,9,2,1846,1,0\n"
                "2,200,United Kingdom,210,Netherlands,,5,1816,-9,-9,1848,1,0\n"
                "3,2,United States,200,United Kingdom,4,4,1949,,,,1,0\n"
            ),
        },
        """
        Netherlands
        Netherlands = United Kingdom | 1816-05..1848 x_ccode1=200 x_ccode2=210 x_defense=1 x_entente=0 x_version4id=2
        Portugal
        Portugal = United Kingdom | 1816-01-01..1846-02-09 x_ccode1=200 x_ccode2=235 x_defense=1 x_entente=0 x_version4id=1
        United Kingdom
        United Kingdom = United States | 1949-04-04.. x_ccode1=2 x_ccode2=200 x_defense=1 x_entente=0 x_version4id=3
        United States
        """,
    ),
    "events between two actors": (
        {
            "events.csv": (
                "GLOBALEVENTID,Year,Actor1Code,Actor1Name,Actor1CountryCode,Actor2Code,Actor2Name"
                ",Actor2CountryCode,EventCode,GoldsteinScale\n"
                "1001,2020,NGO,WATER FORUM,NOR,GOV,MINISTRY OF THE SEA,NOR,057,8.0\n"
                "1002,2020,BUS,ACME,DEU,NGO,WATER FORUM,NOR,040,1.0\n"
            ),
        },
        """
        @ Germany
        @ Norway
        ACME = WATER FORUM | 2020.. kind=040 x_globaleventid=1002 x_goldstein_scale=1.0
        ACME at=Germany
        MINISTRY OF THE SEA = WATER FORUM | 2020.. kind=057 x_globaleventid=1001 x_goldstein_scale=8.0
        MINISTRY OF THE SEA at=Norway
        WATER FORUM at=Norway
        """,
    ),
    "a panel of states and years by groups, with codes": (
        {
            "state_year_format.csv": (
                "ccode,year,state,AAAID,AALCO,ICO\n"
                "2,2001,usa,0,0,1\n"
                "2,2002,usa,0,-9,1\n"
                "2,2003,usa,0,-9,0\n"
                "20,2001,canada,-1,0,1\n"
                "20,2002,canada,0,3,2\n"
                "20,2003,canada,1,-9,2\n"
                "31,2001,bahamas,1,0,-9\n"
                "31,2002,bahamas,0,0,1\n"
                "31,2003,bahamas,1,0,1\n"
            ),
        },
        """
        AAAID
        AALCO
        ICO
        bahamas : AAAID | 2001..2001
        bahamas : AAAID | 2003..
        bahamas : ICO | 2002..
        bahamas x_ccode=31
        canada : AAAID | 2003..
        canada : AALCO | observer 2002..
        canada : ICO | 2001..2001
        canada : ICO | associate member 2002..
        canada x_ccode=20
        usa : ICO | 2001..2002
        usa x_ccode=2
        """,
    ),
    "a panel of groups and years by states": (
        {
            "igo_year_format.csv": (
                "ioname,orgname,year,belgium,chile,denmark,sdate\n"
                "ICO,Int. Coffee Org.,2001,1,0,0,1963\n"
                "ICO,Int. Coffee Org.,2002,1,0,1,1963\n"
                "ICO,Int. Coffee Org.,2003,1,0,1,1963\n"
                "IWC,Int. Whaling Comm.,2001,0,1,-9,1946\n"
                "IWC,Int. Whaling Comm.,2002,0,1,1,1946\n"
                "IWC,Int. Whaling Comm.,2003,0,0,1,1946\n"
            ),
        },
        """
        Int. Coffee Org.
        Int. Whaling Comm.
        belgium
        belgium : Int. Coffee Org. | 2001.. x_ioname=ICO x_sdate=1963
        chile
        chile : Int. Whaling Comm. | 2001..2002 x_ioname=IWC x_sdate=1946
        denmark
        denmark : Int. Coffee Org. | 2002.. x_ioname=ICO x_sdate=1963
        denmark : Int. Whaling Comm. | 2002.. x_ioname=IWC x_sdate=1946
        """,
    ),
    "a survey with codes above the questions, and a column for each organisation": (
        {
            "survey.csv": (
                "StartDate,Q1,Q2_1,Q2_2,Q2_3\n"
                "Start Date,What is the name of your organisation?,Which of these do you work wit"
                "h? - Alpha Works,Which of these do you work with? - Beta Uni,Which of these do y"
                "ou work with? - Gamma Fund\n"
                '"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1'
                '""}","{""ImportId"":""QID2_2""}","{""ImportId"":""QID2_3""}"\n'
                "2024-03-01,Alpha Works,,Beta Uni,\n"
                "2024-03-02,Beta Uni,Alpha Works,,Gamma Fund\n"
                "2024-03-03,Delta Lab,Alpha Works,,\n"
            ),
        },
        """
        Alpha Works = Beta Uni
        Alpha Works = Delta Lab
        Alpha Works x_start_date=2024-03-01
        Beta Uni = Gamma Fund
        Beta Uni x_start_date=2024-03-02
        Delta Lab x_start_date=2024-03-03
        Gamma Fund
        """,
    ),
    "a survey that asks how often, with options in brackets": (
        {
            "survey.csv": (
                "Your organisation,How often do you cooperate with them? [Alpha],How often do you"
                " cooperate with them? [Beta],How often do you cooperate with them? [Gamma]\n"
                "Alpha,,weekly,yearly\n"
                "Beta,weekly,,\n"
                "Gamma,,monthly,\n"
            ),
        },
        """
        Alpha
        Alpha * Survey
        Alpha > Beta | contact=3
        Alpha > Gamma | contact=1
        Beta
        Beta * Survey
        Beta > Alpha | contact=3
        Gamma
        Gamma * Survey
        Gamma > Beta | contact=2
        [frequency] How often do you cooperate with them?
        [survey] Survey
        """,
    ),
    "a row for each state in each organisation, with a column that is called a member": (
        {
            "orgs.csv": (
                '"ISO_3166_2","NAME.EN","source","org_name","org_id","org_member"\n'
                '"PL","Poland","Book","Sea Fund","SF","member"\n'
                '"DE","Germany","Book","Sea Fund","SF","member"\n'
                '"FR","France","Book","Sea Fund","SF","observer"\n'
                '"PL","Poland","Book","Air Fund","AF","member"\n'
                '"DE","Germany","Book","Air Fund","AF","member"\n'
                '"PL","Poland","Book","Rail Fund","RF","member"\n'
                '"FR","France","Book","Rail Fund","RF","observer"\n'
                '"DE","Germany","Book","Rail Fund","RF","member"\n'
            ),
        },
        """
        Air Fund x_source=Book
        France : Rail Fund | observer
        France : Sea Fund | observer
        France x_iso_3166_2=FR
        Germany : Air Fund
        Germany : Rail Fund
        Germany : Sea Fund
        Germany x_iso_3166_2=DE
        Poland : Air Fund
        Poland : Rail Fund
        Poland : Sea Fund
        Poland x_iso_3166_2=PL
        Rail Fund x_source=Book
        Sea Fund x_source=Book
        """,
    ),
    "codes of the states beside their names": (
        {
            "s.csv": "Country,ISO2,ISO3,Treaty,Signed\nPoland,PL,POL,Sea Treaty,2001-01-02\n"
            "Germany,DE,DEU,Sea Treaty,2001-01-03\nPoland,PL,POL,Land Treaty,2003-01-02\n"
            "France,FR,FRA,Land Treaty,2003-01-04\n"
        },
        """
        France x_iso2=FR x_iso3=FRA
        France ~ Land Treaty | 2003-01-04..
        Germany x_iso2=DE x_iso3=DEU
        Germany ~ Sea Treaty | 2001-01-03..
        Poland x_iso2=PL x_iso3=POL
        Poland ~ Land Treaty | 2003-01-02..
        Poland ~ Sea Treaty | 2001-01-02..
        [treaty] Land Treaty ..
        [treaty] Sea Treaty ..
        """,
    ),
    "dates of pacts beside a column of alliances": (
        {
            "p.csv": "State,Alliance,Sea Pact,Land Pact\nPoland,East Block,1955-05-14,\n"
            "Germany,West Block,,1949-04-04\nFrance,West Block,1960-01-01,1949-04-04\n"
            "Spain,West Block,,1982-05-30\nHungary,East Block,1955-05-14,\n"
        },
        """
        East Block (Association)
        France
        France : West Block
        France ~ Land Pact | 1949-04-04..
        France ~ Sea Pact | 1960-01-01..
        Germany
        Germany : West Block
        Germany ~ Land Pact | 1949-04-04..
        Hungary
        Hungary : East Block
        Hungary ~ Sea Pact | 1955-05-14..
        Poland
        Poland : East Block
        Poland ~ Sea Pact | 1955-05-14..
        Spain
        Spain : West Block
        Spain ~ Land Pact | 1982-05-30..
        West Block (Association)
        [agreement] Land Pact ..
        [agreement] Sea Pact ..
        """,
    ),
}
