"""Know the graphs that graphkit itself has exported, and read them without guessing.

A file with two modes is cut into its organisations, the groups of each layer, and who is in which;
direct ties, which stand there as groups of two, become ties again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graphkit.model import KINDS, LAYERS, OPEN, SCHEMES, OwnKind
from graphkit.model.graph_columns import JOINED, NODE_TYPE, ORGANISATION
from graphkit.model.own_columns import is_own_name
from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.mapping.form.mapped_kinds import WrongKind, kinds_in
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known
from graphkit.sources.raw import Row

Record = dict[str, str]
Part = tuple[Sheet, SheetMapping]

_TIE = "tie"
_ENTITY = {
    "id": "id",
    "label": "",
    "kind": "kind",
    "sector": "sector",
    "aliases": "aliases",
    "website": "website",
    "founded": "founded",
    "dissolved": "dissolved",
    "description": "description",
    "startDate": "start",
    "endDate": "end",
    "observedDate": "observed",
    "place": "attribute",
    "partOf": "attribute",
    "succeeds": "attribute",
    **{scheme: scheme for scheme in SCHEMES},
}
"""Attributes of nodes, and what the column of a mapping holds about its subject.

Of a place, a whole and a predecessor the file has the name alone, so they become columns of one's
own. Besides, what is part of another was a node, and would count as its whole again.
"""

_DATED = ("start", "end", "observed")
_FACT = {
    "role": "role",
    "kind": "kind",
    "contribution": "contribution",
    "currency": "currency",
    "startDate": "start",
    "endDate": "end",
    "observedDate": "observed",
    "status": "status",
    "note": "note",
    "endedEarly": "ended early",
}
_DATES = ("startDate", "endDate", "observedDate")


def exports(sheets: Sequence[Sheet]) -> Known:
    """The sheets of graphs that graphkit has written."""
    found: Known = []
    for nodes in sheets:
        if nodes.holds is not Holds.NODES or not _is_ours(nodes):
            continue
        edges = next((s for s in sheets if s.file == nodes.file and s.holds is Holds.EDGES), None)
        found.append((nodes, _of_nodes(nodes)))
        if edges is not None:
            found.append((edges, _of_edges(nodes, edges)))
    return found


def _is_ours(nodes: Sheet) -> bool:
    header = list(nodes.rows[0][1])
    if NODE_TYPE not in header:
        return False
    at = header.index(NODE_TYPE)
    return {row[at] for _, row in nodes.rows[1:]} <= {ORGANISATION, *LAYERS}


def _records(sheet: Sheet) -> list[tuple[int, Record]]:
    header = sheet.rows[0][1]
    return [(number, dict(zip(header, row, strict=True))) for number, row in sheet.rows[1:]]


def _of_nodes(nodes: Sheet) -> list[Part]:
    by_type: dict[str, list[tuple[int, Record]]] = defaultdict(list)
    for number, record in _records(nodes):
        kind = record[NODE_TYPE]
        by_type[kind].append((number, record | {"id": _own_id(record["id"], kind)}))
    parts = []
    for kind, records in by_type.items():
        if kind == _TIE:
            continue
        is_group = kind != ORGANISATION
        word = "group" if is_group else "member"
        dated = kind in ("declaration", "collaboration")
        columns = {
            name: f"{word} {what}".strip()
            for name, what in _ENTITY.items()
            if dated or what not in _DATED
        }
        shape = Shape.GROUPS if is_group else Shape.ORGANISATIONS
        layer = kind if is_group else "membership"
        own = () if is_group else _own_kinds(record.get("kind", "") for _, record in records)
        parts.append(_part(nodes, kind, shape, records, columns, f"{word} attribute", layer, own))
    return parts


def _own_kinds(words: Iterable[str]) -> tuple[OwnKind, ...]:
    """The kinds that are not graphkit's; their names and marks are not in the file."""
    found: list[OwnKind] = []
    for word in sorted({word for word in words if word and word not in KINDS}):
        try:
            found += kinds_in([{"id": word}])
        except WrongKind:
            continue  # it becomes Other
    return tuple(found)


def _of_edges(nodes: Sheet, edges: Sheet) -> list[Part]:
    types = {record["id"]: record for _, record in _records(nodes)}
    joined = _records(edges)
    if all(record[NODE_TYPE] == ORGANISATION for record in types.values()):
        columns = {"source": "a id", "target": "b id", "weight": "weight"}
        return [_part(edges, _TIE, Shape.TIES, joined, columns, "skip")]
    by_layer: dict[str, list[tuple[int, Record]]] = defaultdict(list)
    first_ends: dict[str, str] = {}
    for number, record in joined:
        group = types.get(record["target"])
        if group is None or record["source"] not in types:
            by_layer[_TIE].append((number, record))  # which is reported as it is read
            continue
        layer, key = group[NODE_TYPE], _own_id(record["target"], group[NODE_TYPE])
        if layer == _TIE:
            other = first_ends.pop(key, None)
            if other is None:
                first_ends[key] = record["source"]
                continue
            weight = {"weight": group.get("weight", "")}
            by_layer[_TIE] += [
                (number, each | weight | {"target": other}) for each in _single(record)
            ]
        elif record["source"] != key or layer != "membership":
            by_layer[layer] += [
                (number, _with_own_dates(each, group) | {"target": key}) for each in _single(record)
            ]
    parts = []
    for layer, records in by_layer.items():
        one, other = ("a id", "b id") if layer == _TIE else ("member id", "group id")
        columns = {"source": one, "target": other} | _FACT
        if layer == _TIE:
            columns = columns | {"weight": "weight"}
            columns.pop("role")
        shape = Shape.TIES if layer == _TIE else Shape.PAIRS
        parts.append(_part(edges, layer, shape, records, columns, "attribute", layer))
    return parts


def _own_id(key: str, kind: str) -> str:
    """The id of a group, without its layer."""
    return key.removeprefix(f"{kind} ") if kind != ORGANISATION else key


def _single(record: Mapping[str, str]) -> Iterator[Record]:
    """The facts of an edge, which stand side by side."""
    names = [name for name in record if name in _FACT or name == "datesFrom" or is_own_name(name)]
    several = max(record[name].count(JOINED) for name in names) + 1 if names else 1
    for at in range(several):
        parts = {name: record[name].split(JOINED) for name in names}
        own = {name: each[at] if at < len(each) else "" for name, each in parts.items()}
        yield {**record, **own}


def _with_own_dates(fact: Record, group: Mapping[str, str]) -> Record:
    """A fact without the dates that it has from its group, and whether it ended nobody knows when.

    Without that, a blank end would be taken for the end that the group gives.
    """
    layer = group[NODE_TYPE]
    own, given = ([each.get(name, "") for name in _DATES] for each in (fact, group))
    if fact.get("datesFrom"):
        early = own[1:] != given[1:]
        fact = fact | dict.fromkeys(_DATES, "")
    elif layer == "declaration":
        early = not own[1]
    else:
        dated = layer == "collaboration" and any(text not in ("", OPEN) for text in given)
        early = dated and not any(own)
    return fact | ({"endedEarly": "yes"} if early else {})


def _part(
    sheet: Sheet,
    title: str,
    shape: Shape,
    records: Iterable[tuple[int, Record]],
    columns: Mapping[str, str],
    further: str,
    layer: str = "membership",
    own_kinds: tuple[OwnKind, ...] = (),
) -> Part:
    """A part of a sheet with the columns that graphkit reads, and those of one's own."""
    listed = list(records)
    there = dict.fromkeys(name for _, record in listed for name, text in record.items() if text)
    roles = {
        name: columns.get(name, further) for name in there if name in columns or is_own_name(name)
    }
    rows: list[Row] = [(sheet.rows[0][0], list(roles))]
    rows += [(number, [record.get(name, "") for name in roles]) for number, record in listed]
    named = {record[name] for _, record in listed for name in ("role",) if record.get(name)}
    part = replace(sheet, rows=rows, title=f"{sheet.title} {title}")
    return part, SheetMapping(
        sheet.file, part.title, shape, tuple(roles), tuple(roles.values()), 1,
        layer=layer if layer in LAYERS and layer != _TIE else "membership",
        own_ids=sheet.form != "pajek",
        roles_named={word: word for word in sorted(named)},
        split={"aliases": JOINED} if "aliases" in roles else {},
        own_kinds=own_kinds,
    )  # fmt: skip
