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
        Ash
        Ash : North | 2010..
        Elm
        Elm : North | 2011..
        North
        Oak
        Oak : South | 2012..
        South
        Yew
        Yew : South
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
        Albania : SAPA
        Albania x_join_sapa_year=2009
        Armenia
        Armenia : LERO
        Armenia : ZOMU
        Belgium : SAPA
        Belgium : ZOMU
        Belgium x_join_sapa_year=1949
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
}
