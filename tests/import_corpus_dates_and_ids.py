"""Dates and ids that stand beside names: whose they are, each file with what it states, by hand."""

from __future__ import annotations

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "dates of joining beside columns of yes and no": (
        {
            "blocs.csv": "state,EU,join_EU_year,Sea Pact,Sea_Pact_since,date_AB,AB\n"
            "Arland,1,2004,1,1999,1996-11-22,1\nBorland,0,,1,1949,1961,1\nCorland,0,,0,,,0\n"
        },
        """
        AB
        Arland
        Arland : AB | 1996-11-22..
        Arland : EU | 2004..
        Arland : Sea Pact | 1999..
        Borland
        Borland : AB | 1961..
        Borland : Sea Pact | 1949..
        Corland
        EU
        Sea Pact
        """,
    ),
    "years beside marks of what firms are": (
        {
            "firms.csv": "Name,Certified,Certified since,City\nAcme,yes,2004,Kielce\n"
            "Best,no,,Radom\nCool,yes,2010,Kielce\n"
        },
        """
        @ Kielce
        @ Radom
        Acme x_certified=True x_certified_since=2004 at=Kielce
        Best x_certified=False at=Radom
        Cool x_certified=True x_certified_since=2010 at=Kielce
        """,
    ),
    "parties in alliances of districts": (
        {
            "alliances.csv": "district,alliance,AB,CD,EF\nNorth,Front,1,1,0\nNorth,Together,0,0,1\n"
            "South,Front,1,0,0\nSouth,Union,0,1,1\n"
        },
        """
        AB
        AB : Front
        CD
        CD : Front
        CD : Union
        EF
        EF : Together
        EF : Union
        Front (Association) x_district=North|South
        Together (Association) x_district=North
        Union (Association) x_district=South
        """,
    ),
    "a row without its id is no part of the one above": (
        {
            "members.csv": "id,Name,Country,Seal\n58b4-aa,Acme Works,Poland,A\n2221-bc,Best Lab,France,B\n"
            ",Cool Firm,Norway,\n9fb9-d1,Dove Trust,Spain,C\n"
        },
        """
        @ France
        @ Norway
        @ Poland
        @ Spain
        Acme Works : Members
        Acme Works x_seal=A at=Poland
        Best Lab : Members
        Best Lab x_seal=B at=France
        Cool Firm : Members
        Cool Firm at=Norway
        Dove Trust : Members
        Dove Trust x_seal=C at=Spain
        Members
        """,
    ),
    "ids of rows beside owners that stand in several": (
        {
            "owners.csv": "id,Company,Member of\n261,Acme,Mine Union\n262,Acme,Ore Union\n"
            "263,Best,Mine Union\n265,Best,Ore Union\n266,Cool,Ore Union\n"
        },
        """
        Acme
        Acme : Mine Union | x_id=261
        Acme : Ore Union | x_id=262
        Best
        Best : Mine Union | x_id=263
        Best : Ore Union | x_id=265
        Cool
        Cool : Ore Union | x_id=266
        Mine Union
        Ore Union
        """,
    ),
    "boards that list people": (
        {
            "clubs.json": '[{"name": "Water Club", "board": "Ann Smith, chair|John Brown, clerk"}, '
            '{"name": "Coal Club", "board": "Mary Jones, chair|Peter White, clerk|Paul Green"}, '
            '{"name": "Wind Club", "board": "Susan Black, chair|David Hall, clerk"}]'
        },
        """
        Coal Club x_board=Mary Jones, chair|Peter White, clerk|Paul Green
        Water Club x_board=Ann Smith, chair|John Brown, clerk
        Wind Club x_board=Susan Black, chair|David Hall, clerk
        """,
    ),
    "ids in another order than the names beside them": (
        {
            "agreements.csv": "agreement,members,members_ror\nacm2021,kit;tub;tum,02kkvpp62;03v4gjf40;"
            "04t3en479\nacs2024,tub,03v4gjf40\nacs2026,kit;tub,03v4gjf40;04t3en479\n"
        },
        """
        [agreement] acm2021 .. x_members_ror=02kkvpp62;03v4gjf40;04t3en479
        [agreement] acs2024 .. x_members_ror=03v4gjf40
        [agreement] acs2026 .. x_members_ror=03v4gjf40;04t3en479
        kit
        kit ~ acm2021 | ..
        kit ~ acs2026 | ..
        tub
        tub ~ acm2021 | ..
        tub ~ acs2024 | ..
        tub ~ acs2026 | ..
        tum
        tum ~ acm2021 | ..
        """,
    ),
}

BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "amounts in companies that are named below their codes": (
        {
            "owners.csv": b"Owners and holdings\nInvestor,Sector,0059 CS Equity,HCO GR Equity,DOW US\n"
            b"Source: register,,Huajin Corp,Harbour Co,Dow Works\nAcme Fund,public,0,13.5,0\n"
            b"Best Trust,private,2.5,0,0\nCool Fund,public,0,,7.25\nDove Bank,private,,1.5,0\n"
        },
        "",
        "owners.csv: Huajin Corp and Harbour Co and Dow Works hold numbers and are taken for groups",
    ),
    "rows with numbers of their own, of which one has no name": (
        {
            "register.csv": b"name,sort,field,register number\nAcme Works,FIRM,Wood,R001\n"
            b"Best Lab,,Ore,R002\n,FIRM,Wind,R003\nCool Trust,FUND,Sun,R004\n"
        },
        "",
        "register.csv, row 4, column name is empty; name the member of this row",
    ),
}
