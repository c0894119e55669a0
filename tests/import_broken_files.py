"""Files that cannot be read, each with the beginning of the message that it must get."""

from __future__ import annotations

BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "an empty file": (
        {"f.csv": b""},
        "",
        "f.csv is empty; give a file with a table or a graph",
    ),
    "only the names of columns": (
        {"f.csv": b"Organisation,Founded\n"},
        "",
        "f.csv holds the names of columns and no rows; give a file with rows",
    ),
    "only blank lines": (
        {"f.csv": b"\n\n  \n"},
        "",
        "f.csv holds no rows; give a file with a table or a graph",
    ),
    "zero bytes": (
        {"f.csv": b"\x00\x00\x00\x00\x00"},
        "",
        "f.csv contains zero bytes and is not UTF-16; save it again as CSV UTF-8",
    ),
    "a PDF by its ending": (
        {"f.pdf": b"%PDF-1.7 \x00"},
        "",
        "f.pdf is of a format that graphkit does not read; give a file that ends in .csv, .tsv",
    ),
    "a picture": (
        {"f.png": b"\x89PNG\r\n\x1a\n\x00\x00"},
        "",
        "f.png is of a format that graphkit does not read; give a file that ends in .csv, .tsv",
    ),
    "a PDF called CSV": (
        {"f.csv": b"%PDF-1.7\n\x93\x8c\x8b\x9e\x00"},
        "",
        "f.csv contains zero bytes and is not UTF-16; save it again as CSV UTF-8",
    ),
    "a workbook called CSV": (
        {"f.csv": b"PK\x03\x04nothing"},
        "",
        "f.csv cannot be unpacked:",
    ),
    "a workbook of rubbish": (
        {"f.xlsx": b"rubbish"},
        "",
        "f.xlsx is not an .xlsx workbook; save an older or password-protected workbook as .xlsx first",
    ),
    "a workbook cut short": (
        {"f.xlsx": b"PK\x03\x04\x14\x00\x00\x00"},
        "",
        "f.xlsx is not an .xlsx workbook; save an older or password-protected workbook as .xlsx first",
    ),
    "an old workbook of rubbish": (
        {"f.xls": b"rubbish"},
        "",
        "f.xls is damaged, or is not an .xls workbook; open it in a spreadsheet program and save it again as .xlsx",
    ),
    "an OpenDocument of rubbish": (
        {"f.ods": b"rubbish"},
        "",
        "f.ods is damaged, or is not an .ods workbook; open it in a spreadsheet program and save it again as .xlsx",
    ),
    "a workbook with a password": (
        {"f.xlsb": bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")},
        "",
        "f.xlsb is protected by a password; save it without one",
    ),
    "a binary workbook of rubbish": (
        {"f.xlsb": b"PK\x03\x04rubbish"},
        "",
        "f.xlsb is damaged, or is not an .xlsb workbook; open it in a spreadsheet program and save it again as .xlsx",
    ),
    "parquet of rubbish": (
        {"f.parquet": b"PAR1rubbish"},
        "",
        "f.parquet is damaged, or is not a Parquet file; write it again",
    ),
    "gzip cut short": (
        {"f.csv.gz": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03K"},
        "",
        "f.csv.gz cannot be unpacked:",
    ),
    "gzip of rubbish": (
        {"f.csv.gz": b"\x1f\x8b\x08rubbish rubbish"},
        "",
        "f.csv.gz cannot be unpacked:",
    ),
    "zip of rubbish": (
        {"f.zip": b"PK\x03\x04rubbish"},
        "",
        "f.zip cannot be unpacked:",
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
        "f.csv mixes encodings: line 2 is UTF-8, line 3 Windows-1250; save both parts as UTF-8",
    ),
    "JSON cut short": (
        {"f.json": b'[{"name": "Acme"'},
        "",
        "f.json is not JSON:",
    ),
    "JSON of a number": (
        {"f.json": b"7"},
        "",
        "f.json holds no list of records and no graph; give a list of objects, or an object with nodes and links",
    ),
    "JSON of nothing": (
        {"f.json": b"[]"},
        "",
        "f.json holds no list of records and no graph; give a list of objects, or an object with nodes and links",
    ),
    "JSON of mixed things": (
        {"f.json": b'[1, "a", null]'},
        "",
        "f.json holds no list of records and no graph; give a list of objects, or an object with nodes and links",
    ),
    "JSON nested without end": (
        {"f.json": b"[" * 20000 + b"]" * 20000},
        "",
        "f.json is nested too deeply to be a table or a graph",
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
    "a node-link edge to a node that is not there": (
        {
            "f.json": b'{"nodes": [{"id": 1}, {"id": 2}],'
            b' "links": [{"source": 1, "target": 2}, {"source": 2, "target": 0}]}'
        },
        "",
        "f.json, edge 2, target: '0' names no node; add the node, or correct or remove",
    ),
    "a Cytoscape edge from a node that is not there": (
        {"f.json": b'[{"data": {"id": "a"}}, {"data": {"source": "b", "target": "a"}}]'},
        "",
        "f.json, edge 1, source: 'b' names no node",
    ),
    "a GraphML edge to a node that is not there": (
        {
            "f.graphml": b"<graphml><graph><node id='a'/><node id='b'/>"
            b"<edge source='a' target='b'/><edge source='a' target='c'/></graph></graphml>"
        },
        "",
        "f.graphml, edge 2, target: 'c' names no node",
    ),
    "a GEXF edge to a node that is not there, after one of two spells": (
        {
            "f.gexf": b"<gexf><graph><nodes><node id='a' label='A'/><node id='b' label='B'/>"
            b"</nodes><edges><edge source='a' target='b'><spells><spell start='2010'/>"
            b"<spell start='2014'/></spells></edge><edge source='a' target='c'/></edges></graph></gexf>"
        },
        "",
        "f.gexf, edge 2, target: 'c' names no node",
    ),
    "a GML edge to a node that is not there": (
        {"f.gml": b'graph [ node [ id 1 label "A" ] edge [ source 1 target 9 ] ]'},
        "",
        "f.gml, edge 1, target: '9' names no node",
    ),
    "an edge to an id that the table of nodes does not have": (
        {
            "nodes.csv": b"Id,Label\n"
            + b"".join(b"%d,Firm %d\n" % (at, at) for at in range(1, 13)),
            "edges.csv": b"Source,Target\n"
            + b"".join(b"%d,%d\n" % (at, at + 1) for at in range(1, 13)),
        },
        "",
        "edges.csv, row 13, column Target: '13' names no node; add the node, or correct or remove",
    ),
    "an edge of graphkit's own export to a node that is not there": (
        {
            "f.json": b'{"nodes": [{"id": "a", "nodeType": "organisation"},'
            b' {"id": "membership f", "nodeType": "membership"}],'
            b' "links": [{"source": "a", "target": "membership f"},'
            b' {"source": "a", "target": "membership g"}]}'
        },
        "",
        "f.json, edge 2, target: 'membership g' names no node",
    ),
    "an edge with a wrong date": (
        {
            "f.json": b'{"nodes": [{"id": 1}, {"id": 2}, {"id": 3}], "links": [{"source": 1, '
            b'"target": 2, "start": "2010"}, {"source": 2, "target": 3, "start": "2011"}, '
            b'{"source": 1, "target": 3, "start": "20x"}]}'
        },
        "",
        "f.json, edge 3, start: '20x' is not a date; write 2014, 2014-11 or 2014-11-07",
    ),
    "FollowTheMoney with properties of text": (
        {"f.json": b'[{"id": "a", "schema": "Company", "properties": "none"}]'},
        "",
        "f.json: the properties of the entity 'a' are not an object",
    ),
    "GraphML cut short": (
        {"f.graphml": b"<graphml><graph><node id='a'/>"},
        "",
        "f.graphml is not well-formed XML:",
    ),
    "GraphML of another kind": (
        {"f.graphml": b"<html><body/></html>"},
        "",
        "f.graphml: its first element is 'html', not graphml; give a GraphML file",
    ),
    "GraphML without nodes": (
        {"f.graphml": b"<graphml><graph></graph></graphml>"},
        "",
        "f.graphml contains no nodes; export it again from the program that wrote it",
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
        "f.graphml declares XML entities, which no program for graphs writes; remove them",
    ),
    "GEXF without a graph": (
        {"f.gexf": b"<gexf/>"},
        "",
        "f.gexf contains no graph; export it again from the program that wrote it",
    ),
    "GEXF without nodes": (
        {"f.gexf": b"<gexf><graph/></gexf>"},
        "",
        "f.gexf contains no nodes; export it again from the program that wrote it",
    ),
    "GEXF node without an id": (
        {"f.gexf": b"<gexf><graph><nodes><node label='A'/></nodes></graph></gexf>"},
        "",
        "f.gexf: a node has no id; export it again from the program that wrote it",
    ),
    "GML without a graph": (
        {"f.gml": b"nodes [ id 1 ]"},
        "",
        "f.gml contains no graph; give a GML file that begins with graph [",
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
        "f.net contains no vertices; begin it with *Vertices and their number",
    ),
    "Pajek of too many vertices": (
        {"f.net": b"*Vertices 99999999999\n"},
        "",
        "f.net: line 1 declares 99,999,999,999 vertices; of a file of so few lines at most 100,010 are read; split it",
    ),
    "DL that is not DL": (
        {"f.dl": b"n=2 data:\n0 1\n1 0\n"},
        "",
        "f.dl does not begin with DL; give a file that UCINET has written as DL",
    ),
    "DL without data": (
        {"f.dl": b"dl n=2 format=fullmatrix\nlabels:\nA,B\n"},
        "",
        'f.dl has no section "data:"; export it again from UCINET',
    ),
    "DL of an unknown format": (
        {"f.dl": b"dl n=2 format=blockmatrix\ndata:\n0 1\n"},
        "",
        "f.dl has the format 'blockmatrix'; export it as one of fullmatrix, edgelist1, edgelist2, nodelist1, nodelist2",
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
    "lists of edges of several relations in a DL file": (
        {"el.dl": b"dl n=2 nm=2 format=edgelist1\nlabels:\nA\nB\ndata:\n1 2\n!\n2 1\n"},
        "",
        "el.dl holds 2 relations as edgelist1; export it with full matrices",
    ),
    "a GraphML file of two nodes with one id": (
        {
            "f.graphml": b"<graphml><key id='d' for='node' attr.name='label'/><graph>"
            b"<node id='a'><data key='d'>Acme</data></node><node id='b'/>"
            b"<node id='a'><data key='d'>Best</data></node></graph></graphml>"
        },
        "",
        "f.graphml, node 3, id: 'a' is the id of 'Acme' too, and this is 'Best'; give each an id of its own",
    ),
    "a GEXF file of two nodes with one id": (
        {
            "f.gexf": b"<gexf><graph><nodes><node id='1' label='A'/><node id='1' label='B'/>"
            b"</nodes></graph></gexf>"
        },
        "",
        "f.gexf, node 2, id: '1' is the id of 'A' too, and this is 'B'; give each an id of its own",
    ),
    "a JSON graph of two nodes with one id": (
        {"f.json": b'{"nodes": [{"id": 1, "name": "A"}, {"id": 1, "name": "B"}], "links": []}'},
        "",
        "f.json, node 2, id: '1' is the id of 'A' too, and this is 'B'; give each an id of its own",
    ),
    "a table of nodes of which two have one id": (
        {"nodes.csv": b"Id,Label\n1,A\n2,B\n1,C\n", "edges.csv": b"Source,Target\n1,2\n"},
        "",
        "nodes.csv, row 4, column Id: '1' is the id of 'A' too, and this is 'C'; give each an id of its own",
    ),
    "elements of Cytoscape without ids": (
        {"f.json": b'{"elements": [{"data": {"name": "A"}}, {"data": {"name": "B"}}]}'},
        "",
        "f.json: a node has no id; export it again from the program that wrote it",
    ),
    "Pajek with two names of one vertex": (
        {"f.net": b'*Vertices 2\n1 "A"\n1 "B"\n*Edges\n1 2\n'},
        "",
        "f.net: line 3: the vertex 1 is called 'A' before, and here 'B'; correct the number, or give each network a file of its own",
    ),
    "a DL matrix with two rows of one name": (
        {"f.dl": b"dl n=3 format=fullmatrix\nlabels:\nA,B,A\ndata:\n0 1 0\n1 0 1\n0 1 0\n"},
        "",
        "f.dl: two rows or columns are called 'A'; give each a name of its own",
    ),
    "a network of people": (
        {
            "f.json": b'{"nodes": [{"id": "Ann", "sex": "f"}, {"id": "Bob", "sex": "m"}], "links": '
            b'[{"source": "Ann", "target": "Bob"}]}'
        },
        "",
        "f.json: its nodes have sex, so they seem to be people, who do not become nodes",
    ),
    "objects of JSON where names should be": (
        {
            "f.json": b'[{"parts": [{"a": {"b": "Acme"}}, {"a": {"b": "Best"}}]}, {"parts": [{"a": '
            b'{"b": "Cool"}}, {"a": {"b": "Done"}}]}]'
        },
        "",
        "f.json: no column names an organisation",
    ),
}
