"""Know files of graphs: which nodes are organisations and which are groups, and what edges state.

Nodes of two modes, whether the file says so or every edge joins one of each, are organisations and
the groups that they belong to. Nodes whose type is a word for an event, a project or an agreement
are groups of that layer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from graphkit.model import UsageError
from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look, is_signed, looks, says_undirected
from graphkit.sources.mapping.cells.known_names import is_person, share_of_people
from graphkit.sources.mapping.cells.worded_columns import is_worded
from graphkit.sources.mapping.form.lenient import is_number
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.known.node_types import PEOPLE, groups_among
from graphkit.sources.mapping.known.recognisers import Known
from graphkit.sources.mapping.proposals.kinds_of_ties import may_be_kinds, names_of_ends
from graphkit.sources.mapping.proposals.proposed_roles import propose_roles
from graphkit.sources.raw import Row

_MODES = (
    "mode",
    "type",
    "bipartite",
    "kind",
    "category",
    "class",
    "group",
    "entity type",
    "partition",
)
_GROUP_WORDS = ("1", "true", "group", "event", "b", "2", "top", "mode 2", "events", "groups")
_OF_PEOPLE = {*"sex gender birth birthdate birthday dob directors women plec geschlecht".split()}
"""Words in the names of attributes that only people have."""
_ONE_PERSON = {
    *"m f w k male female man woman boy girl masculine feminine 0 1 2 1.0 2.0 0.0 other".split(),
    *"unknown nonbinary diverse d kobieta mezczyzna frau mann homme femme hombre mujer".split(),
    *"mannlich weiblich masculin feminin non binary na".split(),
}
"""What the attribute says of one person; organisations are of women, or mixed."""
_COUNTED = re.compile(r"[A-Za-z]{0,4}\d+")
_MOST_NAMED = 2
_FEW_PEOPLE = 5
"""One name of a person in this many nodes is worth a look."""
_DRAWN = frozenset(
    "color,colour,x,y,z,size,shape,r,g,b,viz,opacity,width,labelcolor,nodegraphics,edgegraphics,"
    "fill,font".split(",")
)
"""Attributes that say how a program draws a node or an edge."""


def graphs(sheets: Sequence[Sheet]) -> Known:
    """The sheets of nodes and edges, in pairs."""
    found: Known = []
    files = dict.fromkeys(sheet.file for sheet in sheets if sheet.holds is Holds.NODES)
    for file in files:
        nodes = next(s for s in sheets if s.file == file and s.holds is Holds.NODES)
        edges = next((s for s in sheets if s.file == file and s.holds is Holds.EDGES), None)
        if edges is not None and any(_says_all(other, nodes, sheets) for other in files):
            found += [(nodes, []), (edges, [])]
        else:
            found += graph_of(nodes, edges)
    return found


def _says_all(file: str, nodes: Sheet, sheets: Sequence[Sheet]) -> bool:
    """Whether another file, such as a project of Pajek, states all of a network and more."""
    if file == nodes.file or nodes.form != "pajek":
        return False
    mine, theirs = ([s for s in sheets if s.file == each] for each in (nodes.file, file))
    if len(mine) != len(theirs) or any(s.form != "pajek" for s in theirs):
        return False
    for own, other in zip(mine, theirs, strict=True):
        header, wider = own.rows[0][1], other.rows[0][1]
        if len(own.rows) != len(other.rows) or not {*header} <= {*wider}:
            return False
        places = [wider.index(name) for name in header]
        if any(
            [*cells] != [held[at] for at in places]
            for (_, cells), (_, held) in zip(own.rows, other.rows, strict=True)
        ):
            return False
    return any(len(b.rows[0][1]) > len(a.rows[0][1]) for a, b in zip(mine, theirs, strict=True))


def graph_of(nodes: Sheet, edges: Sheet | None) -> Known:
    """The mappings of one graph."""
    header, body = tuple(nodes.rows[0][1]), nodes.rows[1:]
    columns = looks(header, body)
    joined = edges.rows[1:] if edges is not None else []
    mode, groups = modes(header, body, joined, columns)
    if people := _says_people(header, columns, groups):
        raise UsageError(
            f"{nodes.file}: its nodes have {people}, so they seem to be people, who do not become "
            "nodes; if people tie organisations, give a table with the organisation and the person "
            "in each row, and a mapping in which the person is the group; if they are "
            f"organisations, take {people} out"
        )
    mapping = node_mapping(nodes, header, columns, mode, groups)
    found: Known = [(nodes, [(nodes, mapping)])]
    if edges is not None:
        found.append((edges, [(edges, edge_mapping(edges, names=names_by_id(mapping, body)))]))
    return found


def _says_people(header: Sequence[str], columns: Sequence[Look], groups: Mapping[str, str]) -> str:
    """The attribute that only people have, where no type tells these from other nodes."""
    told = "skip" in groups.values()
    return next(
        (
            name
            for name, look in zip(header, columns, strict=True)
            if look.texts and not told and _OF_PEOPLE & {*plain(name).split()} and _of_one(look)
        ),
        "",
    )


def _of_one(look: Look) -> bool:
    """Whether nothing that an attribute says is true of organisations alone."""
    return look.numbers > 0 or look.dates > 0 or {*map(plain, look.texts)} <= _ONE_PERSON


def doubt_of_modes(nodes: Sheet, mapping: SheetMapping) -> str:
    """What to look at where a file parts nodes in two modes and does not say what these are."""
    at, name = mapping.column("member mode"), mapping.column("member")
    name = mapping.column("member id") if name is None else name
    kind = at if at is not None else mapping.column("member kind")
    if name is not None:
        named = [
            row[name]
            for _, row in nodes.rows[1:]
            if name < len(row)
            and not (kind is not None and kind < len(row) and row[kind] in mapping.groups)
        ]
        people = [text for text in named if is_person(text)]
        many = share_of_people(named) * _FEW_PEOPLE >= 1
        if mapping.shape is Shape.ORGANISATIONS and many and len(named) > 1:
            return f"{_named(people or named)} may be people, who are taken for organisations here"
    if at is None or name is None:
        return ""
    texts = [(row[name], row[at] if at < len(row) else "") for _, row in nodes.rows[1:]]
    first, second = (
        [text for text, word in texts if (word in mapping.groups) is grouped]
        for grouped in (False, True)
    )
    return (
        f"the file does not say what its two sorts of nodes are; {_named(first)} are taken for "
        f"organisations, and {_named(second)} for the groups that they belong to"
    )


def tied_by_people(known: Known) -> tuple[str, list[SheetMapping]] | None:
    """What to say of a graph most of whose edges lead to people, and the mappings of its sheets in
    which these are groups; None where there is no such graph.
    """
    mappings = [mapping for _, parts in known for _, mapping in parts]
    for (nodes, of_nodes), (edges, of_edges) in pairwise(known):
        if edges.holds is not Holds.EDGES or nodes.file != edges.file or not of_nodes:
            continue
        mapping = of_nodes[0][1]
        at, key = mapping.column("member kind"), mapping.column("member id")
        people = [word for word in mapping.groups if plain(word) in PEOPLE]
        if at is None or key is None or not people or not of_edges:
            continue
        rows = [row for _, row in nodes.rows[1:] if max(at, key) < len(row)]
        left = {row[key] for row in rows if row[at] in people}
        count = sum(not left.isdisjoint(row[:2]) for _, row in edges.rows[1:])
        if 2 * count <= len(edges.rows) - 1:
            continue
        groups = {**mapping.groups, **dict.fromkeys(people, "membership")}
        said = (
            f"{edges.place}: {count:,} of {len(edges.rows) - 1:,} edges lead to people, who do not "
            f"become nodes; if these tie organisations, they can be groups"
        )
        turned = replace(mapping, groups=groups, group_kind="Other")
        return said, [turned if each is mapping else each for each in mappings]
    return None


def _named(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def modes(
    header: Sequence[str], body: Sequence[Row], edges: Sequence[Row], columns: Sequence[Look]
) -> tuple[int | None, dict[str, str]]:
    """The column that parts organisations from groups, and the layer of each of its words."""
    for at, name in enumerate(header):
        if at < 1 or plain(name) not in _MODES or not columns[at].texts:
            continue
        texts = (row[at].strip() for _, row in body if at < len(row))
        words = list(dict.fromkeys(filter(None, texts)))  # all, for members may fill the first rows
        if any(at >= len(row) or not row[at].strip() for _, row in body):
            words.append("")
        sure = len(edges) > 2 or plain(name) in ("mode", "bipartite") or "false" in words
        if len(words) == 2 and _crosses(at, body, edges) and sure:
            second = next((w for w in words if w.casefold() in _GROUP_WORDS), "")
            named = groups_among(words)
            if named and len(named) == 1:
                return at, named
            if second:
                return at, {second: "membership"}
        if len(words) <= 40 and (named := groups_among(words)):
            return at, named
    return None, {}


def _crosses(at: int, body: Sequence[Row], edges: Sequence[Row]) -> bool:
    """Whether every edge joins two nodes of different words."""
    word = {row[0]: row[at] if at < len(row) else "" for _, row in body}
    return bool(edges) and all(word.get(row[0]) != word.get(row[1]) for _, row in edges)


def _named_otherwise(columns: Sequence[Look], key: int, name: int) -> int:
    """The column of names where ids and labels only number the nodes: the first one of words that
    tells all nodes apart, or the column of labels.
    """
    for at, look in enumerate(columns):
        whole = look.unlike == 1 or plain(look.name) == "name"
        whole = whole and len(look.texts) == len(columns[key].texts)
        drawn = any(text.startswith("#") for text in look.texts)
        if at not in (key, name) and whole and is_worded(look) and not drawn:
            return at
    return name


def node_mapping(
    nodes: Sheet,
    header: tuple[str, ...],
    columns: Sequence[Look],
    mode: int | None,
    groups: Mapping[str, str],
    *,
    key: int = 0,
    name: int = 1,
) -> SheetMapping:
    """The mapping of a sheet of nodes, in which two columns hold the id and the name."""
    proposed = propose_roles(list(columns), nodes.file, only_members=True).roles
    called = columns[name].texts or columns[key].texts
    if all(_COUNTED.fullmatch(text) or is_number(text) for text in called):
        name = _named_otherwise(columns, key, name)
    roles: list[str] = []
    for at, column in enumerate(header):
        role = proposed[at]
        if at == key:
            role = "member id"
        elif at == name:
            role = "member"
        elif at == mode:
            worded = set(groups.values()) != {"membership"} or len({*columns[at].texts}) > 2
            role = "member kind" if worded else "member mode"
        elif plain(column) in _DRAWN or column.startswith(("viz", "graphics")):
            role = "skip"
        elif not role.startswith("member ") or role == "member id" or role.startswith("member as "):
            role = "member attribute"
        if role in roles and role not in ("skip", "member attribute"):
            role = "member attribute"
        roles.append(role)
    if not any(columns[name].texts for _ in "x"):
        roles[name] = "skip"
    layer = next(iter(groups.values()), "membership") if groups else "membership"
    return SheetMapping(
        nodes.file, nodes.title, Shape.ORGANISATIONS, header, tuple(roles), 1, layer=layer,
        groups=groups, own_ids=False, group_kind="",
        split={column: "|" for column, role in zip(header, roles, strict=True)
               if role == "member aliases"},
    )  # fmt: skip


def names_by_id(mapping: SheetMapping, body: Sequence[Row]) -> dict[str, str]:
    """The name of each node, by its id; the id where it has none."""
    key, name = mapping.column("member id"), mapping.column("member")
    key = name if key is None else key
    if key is None or name is None:
        return {}
    named = ((row[key].strip(), row[name].strip()) for _, row in body if max(key, name) < len(row))
    return {each: text or each for each, text in named}


def edge_mapping(
    edges: Sheet, first: int = 0, second: int = 1, *, names: Mapping[str, str]
) -> SheetMapping:
    """The mapping of a sheet of edges, in which two columns hold the ends.

    names: of the nodes, by id; what names an end of an edge is not the kind of it.
    """
    header = tuple(edges.rows[0][1])
    columns = looks(header, edges.rows[1:])
    ends = names_of_ends(edges.rows[1 : len(columns[0].cells) + 1], first, second, names)
    roles: list[str] = []
    for at, column in enumerate(header):
        subject, what = meaning(column)
        words = plain(column)
        look = columns[at]
        if at == first:
            role = "a id"
        elif at == second:
            role = "b id"
        elif (
            not look.texts
            or words in _DRAWN
            or column.startswith(("viz", "graphics"))
            or words in ("id", "key")
            or says_undirected(look)
        ):
            role = "skip"
        elif what in ("start", "end", "observed") and look.texts and look.dates > 0.6:
            role = what
        elif what == "weight" and look.numbers > 0.8 and not is_signed(look):
            role = "weight"
        elif what == "role" and look.texts:
            role = "role"
        elif (
            what in ("kind", "name") or words in ("relation", "relationship", "interaction")
        ) and subject != "member":
            role = "kind" if may_be_kinds(look, ends) else "attribute"
        elif what == "note":
            role = "note"
        else:
            role = "attribute"
        roles.append("attribute" if role in roles and role not in ("skip", "attribute") else role)
    return SheetMapping(edges.file, edges.title, Shape.TIES, header, tuple(roles), 1, own_ids=False)
