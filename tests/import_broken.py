"""Files and mappings that are broken, each with the beginning of the message that it must get."""

from __future__ import annotations

BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "an empty file": (
        {"f.csv": b""},
        "",
        "f.csv: is empty; give a file with a table or a graph",
    ),
    "only blank lines": (
        {"f.csv": b"\n\n  \n"},
        "",
        "f.csv: holds no rows; give a file with a table or a graph",
    ),
    "zero bytes": (
        {"f.csv": b"\x00\x00\x00\x00\x00"},
        "",
        "f.csv: contains zero bytes and is not UTF-16; save it again as CSV UTF-8",
    ),
    "a PDF by its ending": (
        {"f.pdf": b"%PDF-1.7 \x00"},
        "",
        "f.pdf: is not a folder of CSV files or an .xlsx workbook; give one of these",
    ),
    "a picture": (
        {"f.png": b"\x89PNG\r\n\x1a\n\x00\x00"},
        "",
        "f.png: is not a folder of CSV files or an .xlsx workbook; give one of these",
    ),
    "a PDF called CSV": (
        {"f.csv": b"%PDF-1.7\n\x93\x8c\x8b\x9e\x00"},
        "",
        "f.csv: contains zero bytes and is not UTF-16; save it again as CSV UTF-8",
    ),
    "a workbook called CSV": (
        {"f.csv": b"PK\x03\x04nothing"},
        "",
        "f.csv: cannot be unpacked:",
    ),
    "a workbook of rubbish": (
        {"f.xlsx": b"rubbish"},
        "",
        "f.xlsx: is not an .xlsx workbook; save an older or password-protected workbook as .xlsx first",
    ),
    "a workbook cut short": (
        {"f.xlsx": b"PK\x03\x04\x14\x00\x00\x00"},
        "",
        "f.xlsx: is not an .xlsx workbook; save an older or password-protected workbook as .xlsx first",
    ),
    "an old workbook of rubbish": (
        {"f.xls": b"rubbish"},
        "",
        "f.xls: is damaged, or is not an .xls, .xlsb or .ods workbook; open it in a spreadsheet program and save it again as .xlsx",
    ),
    "an OpenDocument of rubbish": (
        {"f.ods": b"rubbish"},
        "",
        "f.ods: is damaged, or is not an .xls, .xlsb or .ods workbook; open it in a spreadsheet program and save it again as .xlsx",
    ),
    "a binary workbook of rubbish": (
        {"f.xlsb": b"PK\x03\x04rubbish"},
        "",
        "f.xlsb: is damaged, or is not an .xls, .xlsb or .ods workbook; open it in a spreadsheet program and save it again as .xlsx",
    ),
    "parquet of rubbish": (
        {"f.parquet": b"PAR1rubbish"},
        "",
        "f.parquet: is damaged, or is not a Parquet file; write it again",
    ),
    "gzip cut short": (
        {"f.csv.gz": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03K"},
        "",
        "f.csv.gz: cannot be unpacked:",
    ),
    "gzip of rubbish": (
        {"f.csv.gz": b"\x1f\x8b\x08rubbish rubbish"},
        "",
        "f.csv.gz: cannot be unpacked:",
    ),
    "zip of rubbish": (
        {"f.zip": b"PK\x03\x04rubbish"},
        "",
        "f.zip: cannot be unpacked:",
    ),
    "an open quotation mark": (
        {"f.csv": b'Name,Since\nAcme,2014\n"Best,2015\nCool,2016\n'},
        "",
        "f.csv: row 3: a quotation mark is opened but not closed; close it, or write it twice if it is part of the text",
    ),
    "text after a quotation mark": (
        {"f.csv": b'Name,Since\n"Acme" Ltd,2014\nBest,2015\n'},
        "",
        'f.csv: row 2: text follows a closing quotation mark; write a quotation mark inside a quoted cell twice: ""',
    ),
    "mixed encodings": (
        {
            "f.csv": b"Name,Since\n\xc5\x81\xc3\xb3d\xc5\xba,2014\n\x8cwi\xeatoch\xb3owice \xaf\xf3\xb3\xe6 G\xea\x9c,2015\n\xc4\x86ma W\xc4\x85\xc5\xbc,2016\n"
        },
        "",
        "f.csv: mixes encodings: line 2 is UTF-8, line 3 Windows-1250; save both parts as UTF-8",
    ),
    "JSON cut short": (
        {"f.json": b'[{"name": "Acme"'},
        "",
        "f.json: is not JSON:",
    ),
    "JSON of a number": (
        {"f.json": b"7"},
        "",
        "f.json: holds no list of records and no graph; give a list of objects, or an object with nodes and links",
    ),
    "JSON of nothing": (
        {"f.json": b"[]"},
        "",
        "f.json: holds no list of records and no graph; give a list of objects, or an object with nodes and links",
    ),
    "JSON of mixed things": (
        {"f.json": b'[1, "a", null]'},
        "",
        "f.json: holds no list of records and no graph; give a list of objects, or an object with nodes and links",
    ),
    "JSON nested without end": (
        {"f.json": b"[" * 20000 + b"]" * 20000},
        "",
        "f.json: is nested too deeply to be a table or a graph",
    ),
    "JSON lines with a broken line": (
        {"f.jsonl": b'{"name": "Acme"}\n{"name": \n'},
        "",
        "f.jsonl: line 2 is not JSON:",
    ),
    "JSON lines with a number": (
        {"f.jsonl": b'{"name": "Acme"}\n7\n'},
        "",
        "f.jsonl: line 2 is not a record; write one JSON object per line",
    ),
    "an edge without an end": (
        {"f.json": b'{"nodes": [{"id": 1}], "links": [{"source": 1}]}'},
        "",
        "f.json: an edge names no source or no target; give each edge both",
    ),
    "FollowTheMoney with properties of text": (
        {"f.json": b'[{"id": "a", "schema": "Company", "properties": "none"}]'},
        "",
        "f.json: the properties of the entity 'a' are not an object",
    ),
    "GraphML cut short": (
        {"f.graphml": b"<graphml><graph><node id='a'/>"},
        "",
        "f.graphml: is not well-formed XML:",
    ),
    "GraphML of another kind": (
        {"f.graphml": b"<html><body/></html>"},
        "",
        "f.graphml: its first element is 'html', not graphml; give a GraphML file",
    ),
    "GraphML without nodes": (
        {"f.graphml": b"<graphml><graph></graph></graphml>"},
        "",
        "f.graphml: contains no nodes; export it again from the program that wrote it",
    ),
    "GraphML node without an id": (
        {"f.graphml": b"<graphml><graph><node/></graph></graphml>"},
        "",
        "f.graphml: a node has no id; export it again from the program that wrote it",
    ),
    "GraphML edge without a target": (
        {"f.graphml": b"<graphml><graph><node id='a'/><edge source='a'/></graph></graphml>"},
        "",
        "f.graphml: an edge has no source or no target; export it again",
    ),
    "GraphML with entities": (
        {
            "f.graphml": b"<!DOCTYPE g [<!ENTITY a 'b'>]><graphml><graph><node id='&a;'/></graph></graphml>"
        },
        "",
        "f.graphml: declares XML entities, which no program for graphs writes; remove them",
    ),
    "GEXF without a graph": (
        {"f.gexf": b"<gexf/>"},
        "",
        "f.gexf: contains no graph; export it again from the program that wrote it",
    ),
    "GEXF without nodes": (
        {"f.gexf": b"<gexf><graph/></gexf>"},
        "",
        "f.gexf: contains no nodes; export it again from the program that wrote it",
    ),
    "GEXF node without an id": (
        {"f.gexf": b"<gexf><graph><nodes><node label='A'/></nodes></graph></gexf>"},
        "",
        "f.gexf: a node has no id; export it again from the program that wrote it",
    ),
    "GML without a graph": (
        {"f.gml": b"nodes [ id 1 ]"},
        "",
        "f.gml: contains no graph; give a GML file that begins with graph [",
    ),
    "GML with an open bracket": (
        {"f.gml": b"graph [ node [ id 1 "},
        "",
        "f.gml: a bracket that is open at the end, on line 1, is not closed; close it",
    ),
    "GML with an open quotation mark": (
        {"f.gml": b'graph [ node [ id 1 label "A ] ]'},
        "",
        "f.gml: a quotation mark on line 1 is not closed; close it",
    ),
    "GML node without an id": (
        {"f.gml": b'graph [ node [ label "A" ] ]'},
        "",
        "f.gml: a node has no id; export it again from the program that wrote it",
    ),
    "GML without a value": (
        {"f.gml": b"graph [ node ] "},
        "",
        "f.gml: line 1: the key 'node' has no value; correct the line",
    ),
    "Pajek without a number": (
        {"f.net": b'*Vertices many\n1 "A"\n'},
        "",
        "f.net: line 1: *Vertices is not followed by a number; write how many there are",
    ),
    "Pajek with an unknown vertex": (
        {"f.net": b'*Vertices 1\n1 "A"\n*Edges\n1 2\n'},
        "",
        "f.net: line 4: '2' is not a vertex; they are numbered 1 to 1",
    ),
    "Pajek with half a line": (
        {"f.net": b'*Vertices 2\n1 "A"\n2 "B"\n*Edges\n1\n'},
        "",
        "f.net: line 5: '1' does not name two vertices; write two numbers",
    ),
    "Pajek without vertices": (
        {"f.net": b"*Edges\n"},
        "",
        "f.net: contains no vertices; begin it with *Vertices and their number",
    ),
    "Pajek of too many vertices": (
        {"f.net": b"*Vertices 99999999999\n"},
        "",
        "f.net: line 1: declares 99,999,999,999 vertices; at most 10,000,000 are read",
    ),
    "DL that is not DL": (
        {"f.dl": b"n=2 data:\n0 1\n1 0\n"},
        "",
        "f.dl: does not begin with DL; give a file that UCINET has written as DL",
    ),
    "DL without data": (
        {"f.dl": b"dl n=2 format=fullmatrix\nlabels:\nA,B\n"},
        "",
        "f.dl: has no section data:; export it again from UCINET",
    ),
    "DL of an unknown format": (
        {"f.dl": b"dl n=2 format=blockmatrix\ndata:\n0 1\n"},
        "",
        "f.dl: has the format 'blockmatrix'; export it as one of fullmatrix, edgelist1, edgelist2, nodelist1, nodelist2",
    ),
    "DL of too few numbers": (
        {"f.dl": b"dl n=3 format=fullmatrix\ndata:\n0 1 1\n0 1\n"},
        "",
        "f.dl: the matrix does not have 3 rows of 3 numbers; export it again",
    ),
    "DL of half an edge": (
        {"f.dl": b"dl n=2 format=edgelist1\nlabels embedded\ndata:\nAcme\n"},
        "",
        "f.dl: 'Acme' does not name two nodes; correct the line",
    ),
    "a date that is none": (
        {"f.csv": b"Name,Since,Country\nAcme,2014,PL\nBest,2015,PL\nCool,soon,PL\n"},
        "",
        "f.csv, row 4, column Since: 'soon' is not a date; write 2014, 2014-11 or 2014-11-07",
    ),
    "a day that is none": (
        {"f.csv": b"Name,Since\nAcme,2014-02-30\nBest,2015\nCool,2014\nDone,2013\n"},
        "",
        "f.csv, row 2, column Since: '2014-02-30': 2014-02 has no day 30; write 2014, 2014-11 or 2014-11-07",
    ),
    "a month that is none": (
        {"f.csv": b"Name,Since\nAcme,13.13.2014\nBest,2015\nCool,2014\nDone,2013\n"},
        "",
        "f.csv, row 2, column Since: '13.13.2014' is not a date: '2014-13-13': there is no month 13; write 2014, 2014-11 or 2014-11-07",
    ),
    "an end before the start": (
        {"f.csv": b"Member,Group,From,To\nAcme,Forum,2014,2013\nBest,Forum,2012,2013\n"},
        "",
        "f.csv, row 2, column To: it ends (2013) before it starts (2014); correct one of the two",
    ),
    "a row without a name": (
        {"f.csv": b"Name,Country,Member since\nAcme,PL,2014\n,DE,2015\n"},
        "",
        "f.csv, row 3, column Name: is empty; name the member of this row",
    ),
    "a row with too many cells": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest, Ltd,2015,,x\nCool,2016\nDone,2017\n"},
        "",
        "f.csv, row 3: the row has 5 cells, the header 2; put cells that contain the delimiter in quotation marks",
    ),
    "a list that is not in quotation marks": (
        {"f.csv": b"Umowa;Strony;Data\nUmowa nr 1;Acme; Best;2014\nUmowa nr 2;Acme;2015\n"},
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
        "f.csv, row 3, column Weight: '-1' is not a valid tie strength; give a number above 0",
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
    "a control character": (
        {"f.csv": b"Name,Since\nAc\x01me,2014\nBest,2015\n"},
        "",
        "f.csv, row 2, column Name: contains the character U+0001, a control character; delete it",
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
        "f.csv, row 2, column Name: contains the error #REF!; fix the formula, or write the value",
    ),
    "a tie of one end": (
        {"f.csv": b"Source,Target\nA1,B1\nB1,\n"},
        "",
        "f.csv, row 3, column Target: is empty; name the second organisation of this row",
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
        "`mapping` m.toml is not TOML:",
    ),
    "a mapping without sheets": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        "x = 1\n",
        "`mapping` m.toml has no part [[sheet]]; load a file to get a proposal",
    ),
    "a mapping with a setting above": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        'layer = "membership"\n[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, layer: belongs to no sheet; move it below [[sheet]]",
    ),
    "a mapping with an unknown setting": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngruop = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, gruop: there is no such setting; did you mean group?",
    ),
    "a mapping with an unknown shape": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pair"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, shape: 'pair' is not known; did you mean pairs?",
    ),
    "a mapping with an unknown layer": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nlayer = "members"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, layer: 'members' is not known; use membership, declaration, collaboration",
    ),
    "a mapping with an unknown role": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "begin"\n',
        "`mapping` m.toml, sheet 1, column 'Since': pairs have no 'begin'; use member",
    ),
    "a mapping without a member": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "skip"\n"Since" = "start"\n',
        '`mapping` m.toml, sheet 1, columns: no column is the member; write "member" for the column that names it',
    ),
    "a mapping without a group": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        '`mapping` m.toml, sheet 1, columns: no column is the group; write "group" for the column that names it, or group = "…" when all rows have one group',
    ),
    "a mapping without columns": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\n',
        "`mapping` m.toml, sheet 1, columns: are missing; load the file to get a proposal",
    ),
    "a mapping with an unknown kind": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nkind = "Firm"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, kind: 'Firm' is not a kind; use one of Company",
    ),
    "a mapping that splits an unknown column": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nsplit = { "Names" = ";" }\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, split 'Names': is not a column; name a column as above",
    ),
    "a mapping with an empty separator": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nsplit = { "Name" = "" }\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, split 'Name': the separator is empty; write such as \";\"",
    ),
    "a mapping with a wrong row": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\nheader_row = "one"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, header_row: is not a row number; write 0 where there is none",
    ),
    "a mapping with a wrong order of dates": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ndates = "year first"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, dates: 'year first' is not known; use day first, month first",
    ),
    "a mapping of another file": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Joined" = "start"\n',
        "`mapping` m.toml has no part with the columns of f.csv; load the file without it to get a proposal",
    ),
    "a mapping with groups of no layer": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroups = { "Event" = "party" }\ngroup = "Forum"\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, groups 'Event': 'party' is not a layer; use membership, declaration, collaboration or skip",
    ),
    "a mapping with a number for a text": (
        {"f.csv": b"Name,Since\nAcme,2014\nBest,2015\n"},
        '[[sheet]]\nshape = "pairs"\ngroup = 7\n[sheet.columns]\n"Name" = "member"\n"Since" = "start"\n',
        "`mapping` m.toml, sheet 1, group: is not a text; put it in quotation marks",
    ),
}
