"""Know Kumu's two sheets, Elements and Connections, and other pairs of nodes and edges.

A table of nodes and one of edges, in a workbook or in two files given together, are a graph when
the ends of the edges are ids or names of the nodes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import ends, plain
from graphkit.sources.mapping.cells.columns import Look, looks
from graphkit.sources.mapping.cells.table_head import Head, find_head
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping
from graphkit.sources.mapping.known.known_graphs import (
    edge_mapping,
    modes,
    names_by_id,
    node_mapping,
)
from graphkit.sources.mapping.known.recognisers import Known
from graphkit.sources.raw import Row

_NAMES = ("label", "name", "title", "nazwa")
_MOST_NAMES, _MOST_IDS = 0.5, 0.9
_KEYS = ("id", "i", "key", "node", "index", "node id", "nodeid", "vertex", "name", "label")


def kumu(sheets: Sequence[Sheet]) -> Known:
    """Pairs of sheets of which one holds the nodes of the other's edges."""
    cells = [
        sheet for sheet in sheets if sheet.holds is Holds.CELLS and sheet.rows and not sheet.form
    ]
    heads = {id(sheet): find_head(sheet.rows) for sheet in cells}
    found: Known = []
    done: set[int] = set()
    for edges in cells:
        columns = ends(list(heads[id(edges)].names))
        if columns is None:
            continue
        for nodes in cells:
            if nodes is edges or id(nodes) in done or ends(list(heads[id(nodes)].names)):
                continue
            key = _key(heads[id(nodes)], heads[id(edges)], columns)
            if key is not None:
                done |= {id(nodes), id(edges)}
                found += _graph(nodes, heads[id(nodes)], key, edges, heads[id(edges)], columns)
                break
    return found


def _key(nodes: Head, edges: Head, columns: tuple[int, int]) -> int | None:
    """The column of the nodes that the edges refer to.

    Ids all stand there; a name may stand in an edge alone, which makes a node of it.
    """
    wanted = {
        row[at].strip().casefold()
        for _, row in edges.body
        for at in columns
        if at < len(row) and row[at].strip()
    }
    best: tuple[float, int] | None = None
    for at, name in enumerate(nodes.names):
        if plain(name) not in _KEYS:
            continue
        held = {row[at].strip().casefold() for _, row in nodes.body if at < len(row)}
        share = len(wanted & held) / max(len(wanted), 1)
        if share >= (_MOST_NAMES if plain(name) in _NAMES else _MOST_IDS) and (
            best is None or share > best[0]
        ):
            best = (share, at)
    return None if best is None else best[1]


def _graph(
    nodes: Sheet, head: Head, key: int, edges: Sheet, edge_head: Head, columns: tuple[int, int]
) -> Known:
    name = next(
        (at for at, each in enumerate(head.names) if plain(each) in _NAMES and at != key), key
    )
    look = looks(head.names, head.body)
    if name == key and plain(head.names[key]) not in _NAMES:
        name = next((at for at, each in enumerate(look) if at != key and _names(each)), key)
    # The ends first, as readers of graphs give them, for finding out which nodes are groups.
    body: list[Row] = [(n, [row[key], *row]) for n, row in head.body if key < len(row)]
    joined: list[Row] = [
        (n, [row[columns[0]].strip(), row[columns[1]].strip()])
        for n, row in edge_head.body
        if max(columns) < len(row)
    ]
    at, groups = modes(("key", *head.names), body, joined, [look[key], *look])
    mode = None if at is None else at - 1
    mapping = node_mapping(nodes, head.names, look, mode, groups, key=key, name=name)
    mapping = _named_by_key(mapping, key, name, head.row)
    clean = Sheet(edges.file, [(edge_head.row, edge_head.names), *edge_head.body], edges.title)
    edge = edge_mapping(clean, *columns, names=names_by_id(mapping, head.body))
    # A name that has no row in the table of nodes is another organisation; an id is a mistake.
    closed = replace(edges, closed=key != name)
    return [
        (nodes, [(replace(nodes, distinct=key != name), mapping)]),
        (edges, [(closed, replace(edge, header_row=edge_head.row))]),
    ]


def _names(look: Look) -> bool:
    """Whether the cells of a column look like names: words, each of them once."""
    return look.unlike > 0.9 and look.numbers < 0.2 and look.dates < 0.2


def _named_by_key(mapping: SheetMapping, key: int, name: int, row: int) -> SheetMapping:
    roles = list(mapping.roles)
    if key == name:
        roles[key] = "member"
    return replace(mapping, roles=tuple(roles), header_row=row)
