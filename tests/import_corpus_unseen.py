"""Small files in the forms of public ones that graphkit had not seen, each with what it states, by
hand.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "a column for each year": (
        {"club.csv": "Organisation,2019,2020,2021\nAcme,1,1,0\nBest,0,1,1\nCool,1,0,1\n"},
        """
        Acme
        Acme : Club | 2019..2020
        Best
        Best : Club | 2020..
        Club (Association)
        Cool
        Cool : Club | 2019..2019
        Cool : Club | 2021..
        """,
    ),
    "columns of groups and years, one organisation in none": (
        {
            "g.csv": "Organisation,Country,Energy 2019,Energy 2020,2020 Water\n"
            "Acme,Poland,x,x,\nBest,France,,chair,x\nCool,Poland,,,\n"
        },
        """
        @ France
        @ Poland
        Acme : Energy | 2019..
        Acme at=Poland
        Best : Energy | chair 2020..
        Best : Water | 2020..
        Best at=France
        Cool at=Poland
        Energy
        Water
        """,
    ),
    "records of Web of Science with tags": (
        {
            "savedrecs.txt": "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Doe, J\n"
            "   Poe, A\nTI Clusters and\n   networks\nC1 [Doe, J; Poe, A] Alpha Univ, Dept Econ, "
            "Oslo, Norway.\n   [Poe, A] Beta Lab, Lyon, France.\nPY 2019\nUT WOS:1\nER\n\nPT J\n"
            "AU Roe, B\nTI Alone\nPY 2020\nUT WOS:2\nER\n\nEF\n"
        },
        """
        Alpha Univ
        Alpha Univ * Clusters and networks
        Beta Lab
        Beta Lab * Clusters and networks
        [publication] Alone 2020.. x_authors=Roe, B x_publication_type=J
        [publication] Clusters and networks 2019.. x_addresses=[Doe, J; Poe, A] Alpha Univ, Dept Econ, Oslo, Norway.; [Poe, A] Beta Lab, Lyon, France. x_authors=Doe, J; Poe, A x_publication_type=J
        """,
    ),
    "records of Web of Science in columns": (
        {
            "savedrecs.txt": "PT\tAU\tTI\tC3\tPY\tUT\nJ\tDoe, J\tClusters\tAlpha University (AU); "
            "Beta Lab\t2019\tWOS:1\n"
        },
        """
        Alpha University (AU)
        Alpha University (AU) * Clusters
        Beta Lab
        Beta Lab * Clusters
        [publication] Clusters 2019.. x_authors=Doe, J x_publication_type=J
        """,
    ),
    "ties told from both ends in two words": (
        {
            "t.csv": "Organisation 1,Organisation 2,Relation\nAcme,Acme Lab,child\n"
            "Acme Lab,Acme,parent\nAcme,Best,related\n"
        },
        """
        Acme
        Acme = Acme Lab | kind=parent
        Acme = Best | kind=related
        Acme Lab
        Best
        """,
    ),
    "a project of Pajek that tells two modes by a partition": (
        {
            "b.paj": '*Network b.net [2-Mode]\n*Vertices 4\n1 "Acme"\n2 "Best"\n3 "Oslo Board"\n'
            '4 "Lyon Board"\n*Edges\n1 3 1\n2 3 1\n2 4 1\n*Partition Affiliation partition of N1 '
            "[2,2]\n*Vertices 4\n1\n1\n2\n2\n*Vector Capital.vec\n*Vertices 2\n350\n900\n",
            "b.net": '*Vertices 4\n1 "Acme"\n2 "Best"\n3 "Oslo Board"\n4 "Lyon Board"\n*Edges\n'
            "1 3 1\n2 3 1\n2 4 1\n",
        },
        """
        Acme : Oslo Board
        Acme x_capital=350
        Best : Lyon Board
        Best : Oslo Board
        Best x_capital=900
        Lyon Board
        Oslo Board
        """,
    ),
    "tags of humanitarian data below the names": (
        {
            "3w.csv": "¿Quién?,,¿Dónde?,¿Cuándo?\nOrganización,Sector,Departamento,Fecha\n"
            "#org+es,#sector+es,#adm1+es,#date+start\nAcme,Agua,Norte,2015-03-01\n"
            "Acme,Salud,Sur,2015-04-01\nBest,Agua,Sur,2016\n"
        },
        """
        Acme
        Acme : Agua | 2015-03-01.. x_adm1_es=Norte
        Acme : Salud | 2015-04-01.. x_adm1_es=Sur
        Agua
        Best
        Best : Agua | 2016.. x_adm1_es=Sur
        Salud
        """,
    ),
    "names broken over two rows, with marks of footnotes": (
        {
            "p.csv": "Party,Emissions,Share\nAustria*,79 599,0.21\nBolivia (Plurinational State,"
            "43 665,0.12\nof),,\nDemocratic Republic of the,22 434,0.06\nCongo,,\n"
        },
        """
        Austria x_emissions=79599 x_share=0.21
        Bolivia (Plurinational State of) x_emissions=43665 x_share=0.12
        Democratic Republic of the Congo x_emissions=22434 x_share=0.06
        """,
    ),
    "awards without a contract number, with days of two-digit years": (
        {
            "ted.csv": "CAE_NAME,ID_AWARD,CONTRACT_NUMBER,WIN_NAME,DT_AWARD\nGmina Alfa,5001,"
            "1/2017,Acme,15-DEC-17\nGmina Alfa,5002,,Best,02-JAN-18\n"
        },
        """
        Acme
        Acme ~ 1/2017 | supplier ..
        Best
        Best ~ Agreement 5002 | supplier ..
        Gmina Alfa
        Gmina Alfa ~ 1/2017 | buyer ..
        Gmina Alfa ~ Agreement 5002 | buyer ..
        [agreement] 1/2017 .. x_dt_award=2017-12-15 x_id_award=5001
        [agreement] Agreement 5002 .. x_dt_award=2018-01-02
        """,
    ),
    "foundings with notes, and one that is no date": (
        {
            "f.csv": "Organisation,Founded\nAcme,2013 (1888)\nBest,1975/1977 (1997)\nCool,1999\n"
            "Done,2001\n"
        },
        """
        Acme founded=2013 x_founded=2013 (1888)
        Best x_founded=1975/1977 (1997)
        Cool founded=1999
        Done founded=2001
        """,
    ),
    "institutes that another column counts": (
        {
            "partners.csv": "Country;Partner counts;Institute\nPoland; 2; Acme, Best\nFrance; 2; Cool, Done\n"
        },
        """
        @ France
        @ Poland
        Acme : Partners
        Acme x_partner_counts=2 at=Poland
        Best : Partners
        Best x_partner_counts=2 at=Poland
        Cool : Partners
        Cool x_partner_counts=2 at=France
        Done : Partners
        Done x_partner_counts=2 at=France
        Partners
        """,
    ),
    "a register that calls its codes by the word for an organisation": (
        {
            "register.csv": "entry-number,key,government-organisation,name,end-date\n7,D1,D1,"
            "Ministry of Wind,\n9,D13,D13,Office of the Sea,2016-07-14\n12,EA61,EA61,Port Agency,\n"
        },
        """
        Ministry of Wind x_entry_number=7 x_government_organisation=D1 x_key=D1
        Office of the Sea x_end_date=2016-07-14 x_entry_number=9 x_government_organisation=D13 x_key=D13
        Port Agency x_entry_number=12 x_government_organisation=EA61 x_key=EA61
        """,
    ),
    "long texts in a column that is called a target, one with a control character": (
        {
            "targets.csv": "Company,Target\nAcme,"
            + "This target was approved by a short way. " * 8
            + "\nBest,The company will reduce \x02 what it emits.\n"
        },
        """
        Acme x_target=This target was approved by a short way. This target was approved by a short way. This target was approved by a short way. This target was approved by a short way. This target was approved by a short way. This target was approved by a short way. This target was approved by a short way. This target was approved by a short way.
        Best x_target=The company will reduce what it emits.
        """,
    ),
    "one name in two columns, as a word of an address and spelt out": (
        {
            "hub.csv": "hub,informal-name,organisation\nacme,Acme,e:AC\nbest-bay,Best Bay,e:BB\n"
            "cool,cool,e:CO\ndone,done,e:DO\n"
        },
        """
        e:AC x_hub=acme x_informal_name=Acme
        e:BB x_hub=best-bay x_informal_name=Best Bay
        e:CO x_hub=cool x_informal_name=cool
        e:DO x_hub=done x_informal_name=done
        """,
    ),
    "sponsors since when": (
        {
            "sponsors.csv": "Index,Date start,Date end,Sponsor\n1,2014-05,,Acme\n2,2015-03,2016,Best\n"
        },
        """
        Acme : Sponsors | 2014-05..
        Acme x_index=1
        Best : Sponsors | 2015-03..2016
        Best x_index=2
        Sponsors
        """,
    ),
    "hubs by code and name, each with its authorities": (
        {
            "hub.csv": "hub,hub_name,authority\nH1,Alpha Hub,City of Ash\nH1,Alpha Hub,City of Elm\n"
            "H2,Beta Hub,County of Oak\n"
        },
        """
        Alpha Hub x_hub=H1
        Beta Hub x_hub=H2
        City of Ash
        City of Ash : Alpha Hub
        City of Elm
        City of Elm : Alpha Hub
        County of Oak
        County of Oak : Beta Hub
        """,
    ),
    "members of two exchanges, one of which is at none": (
        {
            "m.json": '{"version":"0.7","ixp_list":[{"shortname":"A-IX","ixp_id":1,"country":"PL"},'
            '{"shortname":"B-IX","ixp_id":2}],"member_list":[{"asnum":64500,"name":"Alpha Net",'
            '"member_since":"2010-02-03T00:00:00Z","url":"https://alpha.example","connection_list":'
            '[{"ixp_id":1,"state":"active","if_list":[{"if_speed":10}]},{"ixp_id":1,"state":"down"},'
            '{"ixp_id":2,"state":"down"}]},{"asnum":64501,"connection_list":[]}]}'
        },
        """
        @ Poland
        A-IX x_exchange_ixp_id=1 at=Poland
        AS64501
        Alpha Net : A-IX | 2010-02-03.. x_connection_if_list={"if_speed": 10} x_connection_state=active|down
        Alpha Net : B-IX | 2010-02-03.. x_connection_state=down
        Alpha Net website=https://alpha.example
        B-IX x_exchange_ixp_id=2
        """,
    ),
    "what Wikidata answers of assemblies and their countries": (
        {
            "q.csv": "item,itemLabel,country,countryLabel\nhttp://www.wikidata.org/entity/Q1,"
            "Assembly of Ash,http://www.wikidata.org/entity/Q36,Poland\n"
            "http://www.wikidata.org/entity/Q2,Council of Elm,http://www.wikidata.org/entity/Q142,"
            "France\n"
        },
        """
        @ France
        @ Poland
        Assembly of Ash x_country=http://www.wikidata.org/entity/Q36 at=Poland
        Council of Elm x_country=http://www.wikidata.org/entity/Q142 at=France
        """,
    ),
    "what governs what, by addresses alone": (
        {
            "governed-by.csv": "organisation,governed by\nhttps://a.example/acme,"
            "https://a.example/best\nhttps://a.example/cool,https://a.example/best\n"
        },
        """
        https://a.example/acme in=https://a.example/best
        https://a.example/best
        https://a.example/cool in=https://a.example/best
        """,
    ),
    "kinds of bodies, which name none": (
        {"orgs.csv": "Organisation,Governed by\nAcme,State\nBest,Private\n"},
        """
        Acme x_governed_by=State
        Best x_governed_by=Private
        """,
    ),
    "schools and the authorities that are responsible for them": (
        {
            "schools.csv": "School name,Local authority,Website\nAsh School,City of Elm,"
            "https://ash.example\nOak School,City of Elm,https://oak.example\nYew School,City of Fir,"
            "https://yew.example\n"
        },
        """
        Ash School : City of Elm
        Ash School website=https://ash.example
        City of Elm
        City of Fir
        Oak School : City of Elm
        Oak School website=https://oak.example
        Yew School : City of Fir
        Yew School website=https://yew.example
        """,
    ),
    "partners in a list for each level": (
        {
            "partners.json": '{"gold":[{"title":"Acme","website":"https://acme.example"}],'
            '"silver":[{"title":"Best","website":"https://best.example"},'
            '{"title":"Cool","website":"https://cool.example"}]}'
        },
        """
        Acme : Partners | gold
        Acme website=https://acme.example
        Best : Partners | silver
        Best website=https://best.example
        Cool : Partners | silver
        Cool website=https://cool.example
        Partners
        """,
    ),
    "regions that are groups": (
        {
            "un-groups.csv": "Code,Name,Region\nDZA,Algeria,African Group\nBEN,Benin,African Group\n"
            "FJI,Fiji,Asia-Pacific Group\nPRT,Portugal,WEOG\n"
        },
        """
        African Group
        Algeria
        Algeria : African Group
        Asia-Pacific Group
        Benin
        Benin : African Group
        Fiji
        Fiji : Asia-Pacific Group
        Portugal
        Portugal : WEOG
        WEOG
        """,
    ),
    "a project that lists no partners yet": (
        {
            "projects.csv": "Project,Partners,Start\nWind,Acme; Best,2014\nWater,,2015\n"
            "Sun,Best; Cool,2016\n"
        },
        """
        Acme
        Acme * Wind
        Best
        Best * Sun
        Best * Wind
        Cool
        Cool * Sun
        [project] Sun 2016..
        [project] Water 2015..
        [project] Wind 2014..
        """,
    ),
    "agreements by an id of their own, with members as words of addresses": (
        {
            "agreements.csv": "esac_id,end_date,members_slug,members_ror\nabc21,2028-12-31,"
            "tu-ash;uni-elm,02kkvpp62;03v4gjf40\nxyz22,2027-12-31,uni-elm;uni-oak,"
            "03v4gjf40;03wf51b65\n"
        },
        """
        [agreement] abc21 ..2028-12-31
        [agreement] xyz22 ..2027-12-31
        tu-ash ror=02kkvpp62
        tu-ash ~ abc21
        uni-elm ror=03v4gjf40
        uni-elm ~ abc21
        uni-elm ~ xyz22
        uni-oak ror=03wf51b65
        uni-oak ~ xyz22
        """,
    ),
    "what a row says of a membership, where one names no group": (
        {"m.csv": "Organisation,Group,Status\nAcme,Forum,full\nAcme,Club,guest\nBest,,former\n"},
        """
        Acme
        Acme : Club | x_status=guest
        Acme : Forum | x_status=full
        Best x_status=former
        Club (WorkingGroup)
        Forum (WorkingGroup)
        """,
    ),
}
