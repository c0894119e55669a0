"""Organisations that share a name, or have several: each file with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "two firms of one name that only numbers tell apart": (
        {
            "firms.csv": "Index,Name,City,Founded,Member of\n1,Fabric,Radom,1990,Forum\n"
            "2,Acme,Kielce,1991,Forum\n3,Fabric,Gdynia,1999,Club\n4,Cool,Kielce,1998,Club\n"
        },
        """
        @ Gdynia
        @ Kielce
        @ Radom
        Acme : Forum
        Acme founded=1991 x_index=2 at=Kielce
        Club
        Cool : Club
        Cool founded=1998 x_index=4 at=Kielce
        Fabric : Club
        Fabric : Forum
        Fabric founded=1990 x_index=1 at=Radom
        Fabric founded=1999 x_index=3 at=Gdynia
        Forum
        """,
    ),
    "agreements with ids, of which two have one party": (
        {
            "agreements.csv": "id,title,institution\na-1,Exchange,Best University\n"
            "a-2,Degree,Cool University\na-3,Centre,Best University\n"
        },
        """
        Best University
        Best University ~ Centre | ..
        Best University ~ Exchange | ..
        Cool University
        Cool University ~ Degree | ..
        [agreement] Centre .. x_id=a-3
        [agreement] Degree .. x_id=a-2
        [agreement] Exchange .. x_id=a-1
        """,
    ),
    "rows with ids of their own": (
        {
            "rows.csv": "id,member,alliance\nm-1,Best,Sky Alliance\nm-2,Cool,Sky Alliance\n"
            "m-3,Best,Sea Alliance\nm-4,Cool,Sea Alliance\n"
        },
        """
        Best
        Best : Sea Alliance | x_id=m-3
        Best : Sky Alliance | x_id=m-1
        Cool
        Cool : Sea Alliance | x_id=m-4
        Cool : Sky Alliance | x_id=m-2
        Sea Alliance (Association)
        Sky Alliance (Association)
        """,
    ),
    "clubs of one name in several cities, with ids": (
        {
            "clubs.csv": "id,name,city,alliance\nc1,Rotary,Radom,North\nc2,Lions,Radom,North\n"
            "c3,Rotary,Gdynia,South\nc4,Lions,Kielce,South\n"
        },
        """
        @ Gdynia
        @ Kielce
        @ Radom
        Lions : North
        Lions : South
        Lions x_id=c2 at=Radom
        Lions x_id=c4 at=Kielce
        North (Association)
        Rotary : North
        Rotary : South
        Rotary x_id=c1 at=Radom
        Rotary x_id=c3 at=Gdynia
        South (Association)
        """,
    ),
    "a firm in two groups, in rows that a column numbers": (
        {
            "firms.csv": "Index,Name,City,Founded,Member of\n1,Fabric,Radom,1990,Forum\n"
            "2,Acme,Kielce,1991,Forum\n3,Fabric,Radom,1990,Club\n4,Cool,Kielce,1998,Club\n"
        },
        """
        @ Kielce
        @ Radom
        Acme : Forum | x_index=2
        Acme founded=1991 at=Kielce
        Club
        Cool : Club | x_index=4
        Cool founded=1998 at=Kielce
        Fabric : Club | x_index=3
        Fabric : Forum | x_index=1
        Fabric founded=1990 at=Radom
        Forum
        """,
    ),
    "names in two languages, of which either may be missing": (
        {
            "m.csv": "institution,name_en,network\nZakład Alfa,Alfa Works,Forum\n"
            ",Best Lab,Forum\nZakład Cis,null,Club\n"
        },
        """
        Best Lab
        Best Lab : Forum
        Club (Association)
        Forum (Association)
        Zakład Alfa : Forum
        Zakład Alfa aliases=Alfa Works
        Zakład Cis
        Zakład Cis : Club
        """,
    ),
    "names in three languages": (
        {
            "m.csv": "name_nl,name_fr,name_de,network\nStad Alfa,,,Forum\n"
            "null,Ville Beta,Stadt Beta,Forum\n,,Stadt Cis,Club\n"
        },
        """
        Club (Association)
        Forum (Association)
        Stad Alfa
        Stad Alfa : Forum
        Stadt Cis
        Stadt Cis : Club
        Ville Beta : Forum
        Ville Beta aliases=Stadt Beta
        """,
    ),
    "names in two languages beside columns of yes and no": (
        {
            "m.csv": "Organisation,Name (EN),Energy,Water\nZakład Alfa,Alfa Works,1,0\n"
            ",Best Lab,0,1\nZakład Cis,,1,1\n"
        },
        """
        Best Lab
        Best Lab : Water
        Energy
        Water
        Zakład Alfa : Energy
        Zakład Alfa aliases=Alfa Works
        Zakład Cis
        Zakład Cis : Energy
        Zakład Cis : Water
        """,
    ),
    "groups of one name in two languages, with ids of their members": (
        {
            "m.json": '[{"id": "a1", "name_en": "Acme", "name_local": "Zaklad", "members": ["b2"]}, '
            '{"id": "b2", "name_en": null, "name_local": "Sklad", "members": []}, '
            '{"id": "c3", "name_en": "Cool", "name_local": null, "members": ["b2", "a1"]}]'
        },
        """
        Acme : Cool
        Acme aliases=Zaklad x_id=a1
        Cool x_id=c3
        Sklad : Acme
        Sklad : Cool
        Sklad x_id=b2
        """,
    ),
    "memberships by ids of rows that stand further below": (
        {
            "m.csv": "id,name,country,member_of\n41,Acme,PL,12;40\n40,Energy Club,PL,12\n"
            "12,Water Forum,DE,\n"
        },
        """
        @ Germany
        @ Poland
        Acme : Energy Club
        Acme : Water Forum
        Acme x_id=41 at=Poland
        Energy Club : Water Forum
        Energy Club x_id=40 at=Poland
        Water Forum x_id=12 at=Germany
        """,
    ),
    "an id of which nothing else is stated, which is no end of another": (
        {
            "m.csv": "id,name,network,city\na1,Acme,Bond,Oslo\nb2,,,\nc3,Cool,Bond,Lodz\n"
            "d4,Dove,Concord,Lodz\n"
        },
        """
        @ Lodz
        @ Oslo
        Acme : Bond
        Acme x_id=a1 at=Oslo
        Bond (Association)
        Concord (Association)
        Cool : Bond
        Cool x_id=c3 at=Lodz
        Dove : Concord
        Dove x_id=d4 at=Lodz
        b2
        """,
    ),
    "numbers of clusters, which are no ids of firms": (
        {"m.csv": "id,name,cluster\n1,Acme,1\n2,Best,1\n3,Cool,2\n4,Done,2\n"},
        """
        1 (Cluster)
        2 (Cluster)
        Acme : 1
        Acme x_id=1
        Best : 1
        Best x_id=2
        Cool : 2
        Cool x_id=3
        Done : 2
        Done x_id=4
        """,
    ),
    "a joint venture below two firms, of which all rows say the same": (
        {"m.csv": "Name,Parent,Country\nAcme,,PL\nBest,,DE\nJoint,Acme,PL\nJoint,Best,PL\n"},
        """
        @ Germany
        @ Poland
        Acme at=Poland
        Best at=Germany
        Joint x_part_of=Best at=Poland in=Acme
        """,
    ),
}

BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "two rows of one name in different cities, which a column numbers": (
        {
            "firms.csv": b"No,Name,City\n1,Fabric,Radom\n2,Acme,Kielce\n3,Fabric,Gdynia\n4,Cool,Oslo\n"
        },
        "",
        "firms.csv: No: 1 and 3 have the same name, 'Fabric', and differ in City, so that they are "
        'taken for different organisations; if such rows are of one, write "skip" for No; load it',
    ),
    "offices of one name below several departments": (
        {
            "units.csv": b"Name,Parent,Staff\nDept A,,9\nDept B,,8\nFinance Office,Dept A,2\n"
            b"Finance Office,Dept B,3\nLibrary,Dept A,1\n"
        },
        "",
        "units.csv: Parent: 'Finance Office' stands below Dept A and Dept B, and is taken for several "
        "organisations, which told_apart_by says; if each name is that of one organisation, leave "
        "this setting out; load it",
    ),
    "lists of numbers that are ids of rows, under a name for groups": (
        {
            "m.json": b'[{"id": 1, "name": "Acme", "networks": [3]}, {"id": 2, "name": "Best", '
            b'"networks": [1, 3]}, {"id": 3, "name": "Cool", "networks": []}]'
        },
        "",
        "m.json: networks holds ids of rows of the same table, which are taken for the groups; if it "
        "numbers something else, leave ids_of_rows out; load it",
    ),
    "names of ties told apart by what only one end has": (
        {"t.csv": b"One,Land,Other\nAcme,PL,Best\nAcme,IT,Best\n"},
        '[[sheet]]\nfile = "t.csv"\nshape = "ties"\ntold_apart_by = "Land"\n'
        '[sheet.columns]\n"One" = "a"\n"Land" = "a country"\n"Other" = "b"\n',
        "m.toml, sheet 1, told_apart_by: 'Land' is not said of both ends; write \"a country\" and "
        '"b country" for two columns and name one, or leave it out',
    ),
    "a setting that names no column": (
        {"m.csv": b"Name,name_en\nAcme,Acme Works\n"},
        '[[sheet]]\nfile = "m.csv"\nshape = "organisations"\nname_otherwise = ["name_fr"]\n'
        '[sheet.columns]\n"Name" = "member"\n"name_en" = "member aliases"\n',
        "m.toml, sheet 1, name_otherwise: 'name_fr' is not a column; name a column as below",
    ),
}
