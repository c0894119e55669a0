"""Small files in the forms of public ones in which the cells, or the name of the file, say what the
names of the columns do not. Each with what it states, by hand.
"""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "what Wikidata answers of two items, which the file is called after": (
        {
            "overseen-by.csv": "item,itemLabel,value,valueLabel\n"
            "http://www.wikidata.org/entity/Q1,Ash Agency,http://www.wikidata.org/entity/Q5,"
            "Ministry of Elm\nhttp://www.wikidata.org/entity/Q2,Oak Office,"
            "http://www.wikidata.org/entity/Q5,Ministry of Elm\n"
        },
        """
        Ash Agency
        Ash Agency = Ministry of Elm | kind=Overseen by
        Ministry of Elm
        Ministry of Elm = Oak Office | kind=Overseen by
        Oak Office
        """,
    ),
    "both sides of what the file is called after, by code and name": (
        {
            "office-to-hub.csv": "office_code,office_name,hub_code,hub_name,since\nA1,Ash,H1,North,"
            "2010\nB2,Elm,H1,North,2011\nC3,Oak,H2,South,2012\nD4,Yew,H2,South,\n"
        },
        """
        Ash : North | 2010..
        Ash x_office_code=A1
        Elm : North | 2011..
        Elm x_office_code=B2
        North x_hub_code=H1
        Oak : South | 2012..
        Oak x_office_code=C3
        South x_hub_code=H2
        Yew : South
        Yew x_office_code=D4
        """,
    ),
    "shareholders of companies on the exchange": (
        {
            "holdings.csv": "symbol,rank,shareholder_name,percent\nAAA,1,Ash Fund,40\nAAA,2,Elm "
            "Bank,10\nBBB,1,Ash Fund,25\nBBB,2,Oak Trust,5\n"
        },
        """
        AAA
        AAA = Ash Fund | kind=shareholder x_percent=40 x_rank=1
        AAA = Elm Bank | kind=shareholder x_percent=10 x_rank=2
        Ash Fund
        Ash Fund = BBB | kind=shareholder x_percent=25 x_rank=1
        BBB
        BBB = Oak Trust | kind=shareholder x_percent=5 x_rank=2
        Elm Bank
        Oak Trust
        """,
    ),
    "years of joining beside marks": (
        {
            "states.csv": "state,join_sapa_year,SAPA,LERO,ZOMU\nAlbania,2009,1,0,0\n"
            "Armenia,,0,1,1\nBelgium,1949,1,0,1\n"
        },
        """
        Albania
        Albania : SAPA | 2009..
        Armenia
        Armenia : LERO
        Armenia : ZOMU
        Belgium
        Belgium : SAPA | 1949..
        Belgium : ZOMU
        LERO
        SAPA
        ZOMU
        """,
    ),
    "regions in a column that may hold countries": (
        {
            "partners.csv": "Land,Name\nHessen,Hochschule Esche\nBayern,Universität Ulme\n"
            "Hessen,Institut Eiche\n"
        },
        """
        @ Bayern
        @ Hessen
        Hochschule Esche : Partners
        Hochschule Esche at=Hessen
        Institut Eiche : Partners
        Institut Eiche at=Hessen
        Partners
        Universität Ulme : Partners
        Universität Ulme at=Bayern
        """,
    ),
    "columns without a name that some rows fill": (
        {
            "orgs.csv": "Organisation,Pages,,\nAsh,3,Portal A,open\nElm,4,,\nOak,5,Portal B,\n"
            "Yew,1,,\n"
        },
        """
        Ash x_column_3=Portal A x_column_4=open x_pages=3
        Elm x_pages=4
        Oak x_column_3=Portal B x_pages=5
        Yew x_pages=1
        """,
    ),
    "a date in brackets, of which one is missing": (
        {
            "p.csv": "Project,Partner,Project start\nWater,Ash,(November 2018\nWater,Elm,(November "
            "2018\nWind,Ash,Mar-2016\n"
        },
        """
        Ash
        Ash * Water
        Ash * Wind
        Elm
        Elm * Water
        [project] Water 2018-11..
        [project] Wind 2016-03..
        """,
    ),
    "an organisation in two rows that say different things": (
        {
            "o.csv": "Organisation,Topic,Website,Staff\nAsh,wind,ash.example,5\nElm,sun,,7\n"
            "Ash,water,ash.example/2,5\n"
            + "".join(f"Oak {n},sun,,7\n" for n in "ABCDEFGHIJKLMNOPQRS")
        },
        "\n        ".join(
            (
                "\n        Ash website=http://ash.example x_staff=5 x_topic=wind|water "
                "x_website=http://ash.example/2",
                "Elm x_staff=7 x_topic=sun",
                *(f"Oak {n} x_staff=7 x_topic=sun" for n in "ABCDEFGHIJKLMNOPQRS"),
            )
        ),
    ),
    "days, months and years in fused names": (
        {
            "m.csv": "Alliance,Member,yrent,moent,dayent,yrexit,moexit,dayexit\nPact,Ash,1815,1,3,"
            "1815,2,8\nPact,Elm,1815,1,3,0,0,0\n"
        },
        """
        Ash
        Ash : Pact | 1815-01-03..1815-02-08
        Elm
        Elm : Pact | 1815-01-03..
        Pact (Association)
        """,
    ),
    "projects and who applies for them, in Czech": (
        {
            "projekty.csv": "KRAJ;ŽADATEL;PROJEKT;NÁKLADY\nÚstecký;Jasan;Voda;50\nKarlovarský;"
            "Jilm;Vítr;200\nÚstecký;Jasan;Slunce;?\n"
        },
        """
        @ Karlovarský
        @ Ústecký
        Jasan * Slunce
        Jasan * Voda
        Jasan x_náklady=50 at=Ústecký
        Jilm * Vítr
        Jilm x_náklady=200 at=Karlovarský
        [project] Slunce
        [project] Voda
        [project] Vítr
        """,
    ),
    "members and groups by code alone, with a label that belongs to the groups": (
        {
            "epci.csv": "code_commune,code_epci,libelle\n74042,200,CC Ash\n74164,200,CC Ash\n"
            "74087,200,CC Ash\n74012,300,CC Elm\n74013,300,CC Elm\n74014,300,CC Elm\n"
        },
        """
        74012
        74012 : CC Elm
        74013
        74013 : CC Elm
        74014
        74014 : CC Elm
        74042
        74042 : CC Ash
        74087
        74087 : CC Ash
        74164
        74164 : CC Ash
        CC Ash x_code_epci=200
        CC Elm x_code_epci=300
        """,
    ),
    "categories with numbers, in which a few cells say that nobody knows": (
        {
            "p.csv": "Organization Name,Mission,Category 1: Trade,Category 2: Sport,Category 3: Art,"
            "Email,Phone,Address\nAsh,To grow,Yes,No,Yes,a@a.example,1,Elm Street\nElm,To shrink,"
            "No,Yes,Unknown to us,b@b.example,2,Oak Street\nOak,To stay,No,Yes,Yes,c@c.example,3,"
            "Yew Street\n"
        },
        """
        Ash : Category 1: Trade
        Ash : Category 3: Art
        Ash x_address=Elm Street x_email=a@a.example x_mission=To grow x_phone=1
        Category 1: Trade
        Category 2: Sport
        Category 3: Art
        Elm : Category 2: Sport
        Elm x_address=Oak Street x_email=b@b.example x_mission=To shrink x_phone=2
        Oak : Category 2: Sport
        Oak : Category 3: Art
        Oak x_address=Yew Street x_email=c@c.example x_mission=To stay x_phone=3
        """,
    ),
    "authorities and who benefits from their contracts": (
        {
            "contratos.csv": "Entidad,Beneficiario,Valor\nMinisterio Fresno,Olmo SA,10\nMinisterio "
            "Fresno,Roble SA,20\nMinisterio Fresno,Olmo SA,30\nAgencia Tejo,Olmo SA,40\n"
        },
        """
        Agencia Tejo
        Agencia Tejo = Olmo SA | kind=Contratos x_valor=40
        Ministerio Fresno
        Ministerio Fresno = Olmo SA | kind=Contratos x_valor=10
        Ministerio Fresno = Olmo SA | kind=Contratos x_valor=30
        Ministerio Fresno = Roble SA | kind=Contratos x_valor=20
        Olmo SA
        Roble SA
        """,
    ),
    "departments of institutions, by ids of both": (
        {
            "departments.csv": "id,name,institution_id,Institution\n1,Ash Space Center,124,Agency\n"
            "2,Elm Laboratory,124,Agency\n3,Oak Institute,130,University\n"
            "4,Yew Institute of Ice,130,University\n"
        },
        """
        Agency x_institution_id=124
        Ash Space Center
        Ash Space Center : Agency | x_id=1
        Elm Laboratory
        Elm Laboratory : Agency | x_id=2
        Oak Institute
        Oak Institute : University | x_id=3
        University x_institution_id=130
        Yew Institute of Ice
        Yew Institute of Ice : University | x_id=4
        """,
    ),
    "projects of a programme, one of which names nobody, with dates in brackets": (
        {
            "proyectos.csv": "ID proyecto,Título,Programa,Duración (inicio),Duración (fin),"
            "Organismo\n1,Agua,HAR,1995,1996,Fresno\n2,Viento \x96 dos,HUM,2001,2002,Olmo\n3,Sol,HAR,"
            "2003,2004,\n4,Luna,HAR,2005,2006,Fresno\n"
        },
        """
        Fresno
        Fresno * Agua | 1995..1996
        Fresno * Luna | 2005..2006
        Olmo
        Olmo * Viento – dos | 2001..2002
        [project] Agua x_id_proyecto=1 x_programa=HAR
        [project] Luna x_id_proyecto=4 x_programa=HAR
        [project] Sol 2003..2004 x_id_proyecto=3 x_programa=HAR
        [project] Viento – dos x_id_proyecto=2 x_programa=HUM
        """,
    ),
    "institutions with who leads them, and what they are for": (
        {
            "institutions.csv": "inst_id,name,lead_actor,year,function\nash,Ash Organisation,Poland,"
            "2025,norms\nelm,Elm Initiative,France,2023,research\n"
        },
        """
        Ash Organisation x_function=norms x_inst_id=ash x_lead_actor=Poland x_year=2025
        Elm Initiative x_function=research x_inst_id=elm x_lead_actor=France x_year=2023
        """,
    ),
    "flows between two ends by number": (
        {"flows.csv": "Date,source_uid,dest_uid,weight\n2003,120,380,5\n2004,153,356,2\n"},
        """
        120
        120 = 380 | 2003.. weight=5
        153
        153 = 356 | 2004.. weight=2
        356
        380
        """,
    ),
}
