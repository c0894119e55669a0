"""Tables and mappings that are wrong, each with the beginning of the message that it must get."""

from __future__ import annotations

_LOAD = "; load it to get a mapping to look over"

BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "areas that consortia work in": (
        {
            "consortia.csv": b"Consortium id,Validated areas,Score\n101,health; rural_development,"
            b"7.5\n102,health,8.25\n103,water; health,7.5\n104,culture,7.5\n"
        },
        "",
        "consortia.csv: Validated areas holds words in lower case (health, rural_development, water), "
        "which are taken for the names of organisations",
    ),
    "sorts of organisations among the countries of signatories": (
        {
            "charter_signatories.csv": b"Country,Organization\n"
            + b"".join(
                f"{each},{name}\n".encode()
                for name, country in (
                    ("Alpha University", "Italy"),
                    ("Beta University", "France"),
                    ("Gamma University", "Spain"),
                    ("Delta Society", "France"),
                    ("Eps Society", "Italy"),
                    ("Zeta University", "Poland"),
                )
                for each in (
                    country,
                    "Scope",
                    "Bodies that teach, examine or study, and other bodies like them",
                )
            )
        },
        "",
        "charter_signatories.csv: signatories stand in several rows, which differ in Country",
    ),
    "a date that is none": (
        {"f.csv": b"Name,Joined,Country\nAcme,2014,PL\nBest,2015,PL\nCool,soon,PL\n"},
        "",
        "f.csv, row 4, column Joined: 'soon' is not a date; write 2014, 2014-11 or 2014-11-07",
    ),
    "a day that is none": (
        {"f.csv": b"Name,Joined\nAcme,2014-02-30\nBest,2015\nCool,2014\nDone,2013\n"},
        "",
        "f.csv, row 2, column Joined: '2014-02-30': 2014-02 has no day 30; write 2014, 2014-11 or 2014-11-07",
    ),
    "a month that is none": (
        {"f.csv": b"Name,Joined\nAcme,13.13.2014\nBest,2015\nCool,2014\nDone,2013\n"},
        "",
        "f.csv, row 2, column Joined: '13.13.2014' is not a date: '2014-13-13': there is no month 13; write 2014, 2014-11 or 2014-11-07",
    ),
    "an end before the start": (
        {"f.csv": b"Member,Group,From,To\nAcme,Forum,2014,2013\nBest,Forum,2012,2013\n"},
        "",
        "f.csv, row 2, column To: it ends (2013) before it starts (2014); correct one of the two",
    ),
    "a row without a name": (
        {"f.csv": b"Name,Country,Member since\nAcme,PL,2014\n,DE,2015\n"},
        "",
        "f.csv, row 3, column Name is empty; name the member of this row",
    ),
    "a row with too many cells": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest, Ltd,2015,,x\nCool,2016\nDone,2017\n"},
        "",
        "f.csv, row 3: the row has 5 cells, the header 2; put cells that contain the delimiter in quotation marks",
    ),
    "a list that is not in quotation marks": (
        {"f.csv": b"Umowa;Strony;Data\nUmowa nr 1;Acme;Best;2014\nUmowa nr 2;Acme;2015\n"},
        "",
        "f.csv, row 2: the row has 4 cells, the header 3; put cells that contain the delimiter in quotation marks",
    ),
    "a weight that is none": (
        {
            "f.csv": b"Source,Target,Weight\nA1,B1,2\nB1,C1,many\nC1,D1,3\nA1,C1,3\nB1,D1,1\nA1,D1,1\n"
        },
        "",
        "f.csv, row 3, column Weight: 'many' is not a number; write digits, such as 1234.5",
    ),
    "a weight below 0": (
        {"f.csv": b"Source,Target,Weight\nA1,B1,2\nB1,C1,-1\n"},
        "",
        "f.csv, row 3, column Weight: '-1' is not a valid tie strength; give a number above 0, or leave such rows out with `on_error` skip",
    ),
    "a mark that is none": (
        {"f.csv": b"Organisation,Forum,Club,Fair\nAcme,x,,x\nBest,maybe,x,x\n"},
        '[[sheet]]\nshape = "matrix"\n[sheet.columns]\n"Organisation" = "member"\n"Forum" = "group column"\n"Club" = "group column"\n"Fair" = "group column"\n',
        "f.csv, row 3, column Forum: 'maybe' is neither yes nor no; correct it, or set cells = \"roles\" in the mapping",
    ),
    "thousands or decimals": (
        {"f.csv": b'Project,Partner,Funding\nP1,Acme,"1,234"\nP1,Best,500\nP2,Acme,600\n'},
        "",
        "f.csv, row 2, column Funding: '1,234' may mean thousands or decimals; write it without the comma, or with a point",
    ),
    "a row whose cells have slipped": (
        {
            "sponsors.csv": b"Start,End,Sponsor,Logo\n2014,,Acme,img/a.svg\n2015,,Best,img/b.svg\n"
            b"2016,Cool,img/c.svg\n"
        },
        "",
        "sponsors.csv, row 4, column Sponsor: 'img/c.svg' is the name of a picture; the cells of this "
        "row may have slipped; put each cell below the name of its column",
    ),
    "a control character": (
        {"f.csv": b"Name,Since\nAc\x01me,2014\nBest,2015\n"},
        "",
        "f.csv, row 2, column Name contains the character U+0001, a control character; delete it",
    ),
    "a name without letters": (
        {"f.csv": b"Name,Since\n***,2014\nBest,2015\n"},
        "",
        "f.csv, row 2, column Name: '***' has no letters or digits; give its name",
    ),
    "a name that is too long": (
        {"f.csv": b"Name,Since\n" + b"A" * 20000 + b",2014\nBest,2015\n"},
        "",
        "f.csv, row 2, column Name: the cell has 20000 characters; shorten it to 10000; is a quotation mark left open above it?",
    ),
    "an error of a spreadsheet": (
        {"f.csv": b"Name,Since\n#REF!,2014\nBest,2015\n"},
        "",
        "f.csv, row 2, column Name contains the error #REF!; fix the formula, or write the value",
    ),
    "a tie of one end": (
        {"f.csv": b"Source,Target\nA1,B1\nB1,\n"},
        "",
        "f.csv, row 3, column Target is empty; name the second organisation of this row",
    ),
    "founded after it was dissolved": (
        {"f.csv": b"Name,Founded,Dissolved\nAcme,2014,2010\nBest,2001,\n"},
        "",
        "f.csv, row 2, column Dissolved: it was dissolved (2010) before it was founded (2014); correct one of the two",
    ),
    "numbers only": (
        {"f.csv": b"1,2.5\n3,4.5\n5,6.5\n"},
        "",
        "f.csv: no column names an organisation; give a mapping",
    ),
    "dates only": (
        {"f.csv": b"Date\n2014-01-01\n2015-01-01\n"},
        "",
        "f.csv: no column names an organisation; give a mapping",
    ),
    "a mapping that is not TOML": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        "[[sheet]\n",
        "m.toml is not TOML:",
    ),
    "a mapping without sheets": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        "x = 1\n",
        "m.toml has no part [[sheet]]; load a file to get a proposal",
    ),
    "a mapping with a setting above": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        'layer = "membership"\n[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, layer belongs to no sheet; move it below [[sheet]]",
    ),
    "a mapping with an unknown setting": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngruop = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, gruop: there is no such setting; did you mean group?",
    ),
    "a mapping with an unknown shape": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pair"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, shape: 'pair' is not known; did you mean pairs?",
    ),
    "a mapping with an unknown layer": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nlayer = "members"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, layer: 'members' is not known; use membership, declaration, collaboration",
    ),
    "a mapping with an unknown role": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "begin"\n',
        "m.toml, sheet 1, column 'Since': pairs have no 'begin'; use member",
    ),
    "a mapping without a member": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "skip"\n"Since" = "start"\n',
        'm.toml, sheet 1, columns: no column is the member; write "member" for the column that names it',
    ),
    "a mapping without a group": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        'm.toml, sheet 1, columns: no column is the group; write "group" for the column that names it, or group = "…" when all rows have one group',
    ),
    "a mapping without columns": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\n',
        "m.toml, sheet 1, columns are missing; load the file to get a proposal",
    ),
    "a mapping with an unknown kind": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nkind = "Firm"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, kind: 'Firm' is not a kind; use one of Company",
    ),
    "a mapping that splits an unknown column": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nsplit = { "Names" = ";" }\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, split 'Names' is not a column; name a column as above",
    ),
    "a mapping with an empty separator": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nsplit = { "Name" = "" }\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, split 'Name': the separator is empty; write such as \";\"",
    ),
    "a mapping with a wrong row": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nheader_row = "one"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, header_row is not a row number; write 0 where there is none",
    ),
    "a mapping with a wrong order of dates": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ndates = "year first"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, dates: 'year first' is not known; use day first, month first",
    ),
    "a mapping of another file": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Joined" = "start"\n',
        "`mapping` m.toml has no part with the columns of f.csv: only the file has Since; only the mapping has Joined; correct its columns, or load the file without it to get a proposal",
    ),
    "a mapping with groups of no layer": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroups = { "Event" = "party" }\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, groups 'Event': 'party' is not a layer; use membership, declaration, collaboration or skip",
    ),
    "a mapping with a number for a text": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroup = 7\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "m.toml, sheet 1, group is not a text; put it in quotation marks",
    ),
    "tables that relate nobody knows what": (
        {
            "alphas.csv": b"alpha_id,alpha_name\n1,Acme\n2,Best\n",
            "betas.csv": b"beta_id,beta_name\n1,Cool\n2,Dark\n",
            "links.csv": b"alpha_id,beta_id\n1,1\n2,1\n1,2\n",
        },
        "",
        "links.csv: alpha_id and beta_id relate the rows of alphas.csv and betas.csv, and their names "
        "do not say which are organisations and which are groups; say so in a mapping",
    ),
    "companies that people tie": (
        {
            "board.gml": b'graph [ node [ id 1 label "Acme" type "company" ] node [ id 2 label "Best" '
            b'type "company" ] node [ id 3 label "Jan Kowal" type "person" ] edge [ source 1 target 3 '
            b"] edge [ source 2 target 3 ] ]"
        },
        "",
        "board.gml, edges: 2 of 2 edges lead to people, who do not become nodes; if these tie "
        "organisations, they can be groups; such groups are written to a mapping; look it over and "
        "load again",
    ),
    "groups that only numbers name": (
        {
            "donors.json": b'[{"id": 1, "name": "Acme", "countries": [2], "clusters": [1, 2]}, '
            b'{"id": 2, "name": "Best", "countries": [2], "clusters": [2, 3]}]'
        },
        "",
        "donors.json: clusters lists numbers (1|2, 2|3), which are taken for the names of groups; give "
        'also the table that says what they number, or write "member attribute" for it; load it to '
        "get a mapping to look over",
    ),
    "first names beside their addresses": (
        {
            "mitglieder.csv": b"name,rolle,email\nJason,Vorsitzender,jason@example.com\n"
            b"Anna,Stellvertretung,anna@example.com\nMarkus,Kassenwart,markus@example.com\n"
        },
        "",
        "mitglieder.csv: name seems to hold people (Jason, Anna, Markus), who are not organisations; if "
        'another column names these, write "member" for that one; if people stand for them here, '
        f"leave the mapping as it is{_LOAD}",
    ),
    "identifiers alone": (
        {
            "relations.csv": b"uuid,paper_uuid\n65fd4a16-a6ed-4167-91ad-0e600638ad9c,6d82605a-4b5d-4c5a-9360-"
            b"6dd8ee3a6051\n4c112571-59b8-4afc-b6cc-63905cc2fbe6,6d82605a-4b5d-4c5a-9360-6dd8ee3a6051\n"
            b"5749ceef-715d-48e8-a5c3-2cdbeca26a15,17746a4b-c6d2-4920-8a35-cc5e393270ac\n"
            b"faa76dd9-c08a-426c-af48-582f0676d59c,65fd4a16-a6ed-4167-91ad-0e600638ad9c\n"
        },
        "",
        "relations.csv: uuid holds codes (65fd4a16-a6ed-4167-91ad-0e600638ad9c",
    ),
    "first names alone": (
        {"team.csv": b"name,group\nAnna,North\nMarkus,North\nJason,South\nEmily,South\n"},
        "",
        "team.csv: name seems to hold people (Anna, Markus, Jason), who are not organisations; if "
        'another column names these, write "member" for that one; if people stand for them here, '
        f"leave the mapping as it is{_LOAD}",
    ),
}
