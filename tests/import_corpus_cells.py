"""Attributes of organisations and ways to write a cell, each with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "marks of footnotes": (
        {
            "members.csv": (
                "Name[1],Country,Founded[a],Refs\nAcme Works[3],Poland[4],1999[b][5],[6]\n"
                "Best [note 1],Poland,2001,[7]\nCool,Poland,1987,[8]\n"
            ),
        },
        """
        @ Poland
        Acme Works : Members
        Acme Works founded=1999 x_refs=[6] at=Poland
        Best : Members
        Best founded=2001 x_refs=[7] at=Poland
        Cool : Members
        Cool founded=1987 x_refs=[8] at=Poland
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
    "unknown kinds": (
        {
            "firms.csv": ("Name,Type\nAcme,Company\nBest,Company\nCool,Zoo\n"),
        },
        """
        Acme (Company)
        Best (Company)
        Cool x_type=Zoo
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
    "dates in words": (
        {
            "members.csv": (
                "Organisation,Joined\nAcme,12 March 2014\nBest,Nov 2015\nCool,7 listopada 2014 r.\n"
            ),
        },
        """
        Acme
        Acme : Members | 2014-03-12..
        Best
        Best : Members | 2015-11..
        Cool
        Cool : Members | 2014-11-07..
        Members
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
    "a topic of several names": (
        {
            "pact.csv": (
                "Signatories,Country,Topic,Website,Date\n"
                "A Ltd; B Ltd,PL,energy,ab.example,2014\nC Ltd; D Ltd,DE; FR,water,,2015\n"
            )
        },
        """
        @ France
        @ Germany
        @ Poland
        A Ltd x_topic=energy at=Poland
        A Ltd ~ Pact | 2014..
        B Ltd x_topic=energy at=Poland
        B Ltd ~ Pact | 2014..
        C Ltd x_topic=water at=Germany
        C Ltd ~ Pact | 2015..
        D Ltd x_topic=water at=France
        D Ltd ~ Pact | 2015..
        [agreement] Pact ..
        """,
    ),
    "counts of meetings": (
        {"m.csv": "Organisation,Meetings\nAcme,3\nBest,5\nCool,3\n"},
        """
        Acme x_meetings=3
        Best x_meetings=5
        Cool x_meetings=3
        """,
    ),
    "counts of members": (
        {"r.csv": "Members,Identification code,Organisation\n,A1,Acme\n4,A2,Best\n3,A3,Cool\n"},
        """
        Acme x_identification_code=A1
        Best x_identification_code=A2 x_members=4
        Cool x_identification_code=A3 x_members=3
        """,
    ),
    "who signed for a firm": (
        {"p.csv": "Signatory,Company,Position\nJan Nowak,Acme,Chair\nEwa Wu,Best,Clerk\n"},
        """
        Acme x_position=Chair x_signatory=Jan Nowak
        Best x_position=Clerk x_signatory=Ewa Wu
        """,
    ),
    "communities from Gephi": (
        {
            "nodes.csv": "Id,Label,modularity_class\n1,Acme,0\n2,Best,1\n3,Cool,0\n",
            "edges.csv": "Source,Target,Type,Weight\n1,2,Undirected,1.0\n2,3,Undirected,2.0\n",
        },
        """
        Acme = Best | weight=1.0
        Acme x_id=1 x_modularity_class=0
        Best = Cool | weight=2.0
        Best x_id=2 x_modularity_class=1
        Cool x_id=3 x_modularity_class=0
        """,
    ),
    "names that were decoded twice, and one that was not": (
        {
            "e.csv": "Source,Target\nCaf\u00c3\u00a9 Union,Beta\nBeta,Women\u2019s Guild\n"
            "Women\u00e2\u20ac\u2122s Works,KYL\u00c4\u201d\n"
        },
        """
        Beta
        Beta = Café Union
        Beta = Women’s Guild
        Café Union
        KYLÄ”
        KYLÄ” = Women’s Works
        Women’s Guild
        Women’s Works
        """,
    ),
    "nodes of a graph whose names were decoded twice": (
        {
            "g.json": '{"nodes": [{"id": "Caf\u00c3\u0089 Union"}, {"id": "Best"}], "links": '
            '[{"source": "Caf\u00c3\u0089 Union", "target": "Best"}]}'
        },
        """
        Best
        Best = CafÉ Union
        CafÉ Union
        """,
    ),
}
