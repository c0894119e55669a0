"""Files that belong together by the ids that they hold, and cells that are odd in a sound file; each
with what it states, by hand.
"""

from __future__ import annotations

_LOAD = "; load it to get a mapping to look over"
_FIRMS = "ref,name\nf1,Acme Works\nf2,Best Mills\nf3,Cool Bank\n"

CORPUS: dict[str, tuple[dict[str, str], str]] = {
    "members by short names that another table lists, with hyphens between them": (
        {
            "parties.csv": "Party,Acronym\nParty of Rivers,PRI\nParty of Nations,PAN\n"
            "Party of Towns,PT\nPT,\n",
            "coalitions.csv": "Coalition,Parties\nTogether,PRI-PT\nAhead,PAN-PT\n",
        },
        """
        Ahead (Association)
        PT
        PT : Ahead
        PT : Together
        Party of Nations : Ahead
        Party of Nations aliases=PAN
        Party of Rivers : Together
        Party of Rivers aliases=PRI
        Party of Towns aliases=PT
        Together (Association)
        """,
    ),
    "firms, and the chambers that they are in by their ids": (
        {
            "empresas.csv": "id,nombre\n1,Acme Plata\n2,Best Cobre\n3,Cool Litio\n",
            "asientos.csv": "empresa_id,camara,rubro\n1,CMS,Minería\n2,CMS,Minería\n"
            "2,UNO,Construcción\n3,CMS,\n",
        },
        """
        Acme Plata : CMS | x_rubro=Minería
        Acme Plata x_id=1
        Best Cobre : CMS | x_rubro=Minería
        Best Cobre : UNO | x_rubro=Construcción
        Best Cobre x_id=2
        CMS (Chamber)
        Cool Litio : CMS
        Cool Litio x_id=3
        UNO (Chamber)
        """,
    ),
    "nodes and edges of Cytoscape in two files": (
        {
            "nodes.json": '[{"data": {"id": "a", "label": "Alpha Hub"}}, {"data": {"id": "b", '
            '"label": "Beta Hub"}}, {"data": {"id": "c", "label": "Gamma Hub"}}]',
            "edges.json": '[{"data": {"id": "e1", "source": "a", "target": "b"}}, {"data": {"source": "a", '
            '"target": "c"}}]',
        },
        """
        Alpha Hub = Beta Hub
        Alpha Hub = Gamma Hub
        Alpha Hub x_id=a
        Beta Hub x_id=b
        Gamma Hub x_id=c
        """,
    ),
    "a character that was lost before, and a value that was not available": (
        {"m.csv": "Name,Group,Topic\nAcm\ufffd,Forum,energy\nBest,Forum,#N/A\n"},
        """
        Acm\ufffd
        Acm\ufffd : Forum | x_topic=energy
        Best
        Best : Forum
        Forum (WorkingGroup)
        """,
    ),
}

BROKEN: dict[str, tuple[dict[str, bytes], str, str]] = {
    "a table that only its ids tie to another": (
        {
            "firms.csv": _FIRMS.encode(),
            "seats.csv": b"held_by,body,rubric\nf1,CMS,ore\nf2,CMS,ore\nf2,UNO,stone\nf3,CMS,\n",
        },
        "",
        "seats.csv: held_by holds ids of firms.csv, and body is taken for the group that these are "
        f"in{_LOAD}",
    ),
    "a table of numbers that nothing ties to another": (
        {"firms.csv": _FIRMS.encode(), "sizes.csv": b"height,width\n1,2\n2,2\n"},
        "",
        "sizes.csv: no column names an organisation; without it, nothing ties the organisations of "
        "the other files; give a mapping",
    ),
    "a square matrix whose rows have no names": (
        {"net.csv": b"aes,arn,aut\n0,1,0\n1,0,0\n0,0,0\n"},
        "",
        f"net.csv: nothing names the rows; they are taken for the columns, in the same order{_LOAD}",
    ),
    "organisations in columns for levels": (
        {"units.csv": b"id;level1;level2\n1;DEFENCE;\n2;DEFENCE;NAVY\n"},
        "",
        "units.csv: the levels are taken for organisations, each of which is a part of the one "
        f"above it{_LOAD}",
    ),
    "a value that was not available in place of a name": (
        {"m.csv": b"Name,Group\nAcme,Forum\n#N/A,Forum\n"},
        "",
        "m.csv, row 3, column Name contains the error #N/A; fix the formula, or write the value",
    ),
}
