"""Tell graphs whose edges lead from members to groups, where no attribute of the nodes says so.

No node is at both ends of edges, and the name of the file or the codes of one end say that these
are groups: what a person should look at before it loads. Without such a word it is in doubt.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping, is_role
from graphkit.sources.mapping.known.known_graphs import names_by_id
from graphkit.sources.mapping.known.recognisers import Known
from graphkit.sources.mapping.proposals.final_check import is_code, shown
from graphkit.sources.raw import Row

_FEWEST_EDGES, _FEWEST_ENDS, _FOR_DOUBT = 6, 3, 10
_CODED = 0.6
_TITLES = ("two mode", "2 mode", "twomode", "2mode", "bipartite", "affiliation", "incidence")
"""What the name of a file says of a network of two modes."""


def _sides(
    nodes: Sheet, of_nodes: SheetMapping, edges: Sheet, of_edges: SheetMapping
) -> tuple[list[str], list[str]] | None:
    """The names at either end of the edges, where no node is at both; None for other graphs."""
    first, second = of_edges.column("a id"), of_edges.column("b id")
    told = of_nodes.groups or of_nodes.shape is not Shape.ORGANISATIONS
    if of_edges.shape is not Shape.TIES or first is None or second is None or told:
        return None
    rows = [row for _, row in _body(edges, of_edges) if max(first, second) < len(row)]
    sources, targets = (dict.fromkeys(row[at].strip() for row in rows) for at in (first, second))
    few = min(len(sources), len(targets)) < _FEWEST_ENDS or len(rows) < _FEWEST_EDGES
    if few or not sources.keys().isdisjoint(targets):
        return None
    names = names_by_id(of_nodes, _body(nodes, of_nodes))
    return [names.get(key, key) for key in sources], [names.get(key, key) for key in targets]


def _body(sheet: Sheet, mapping: SheetMapping) -> Sequence[Row]:
    if sheet.holds is not Holds.CELLS:
        return sheet.rows[1:]
    return [row for row in sheet.rows if row[0] > mapping.header_row]


def unsaid_groups(known: Known) -> tuple[str, list[SheetMapping]] | None:
    """What to say of a graph in which one end seems to hold groups, and the mappings of all sheets
    in which it does; None where there is no such graph.
    """
    mappings = [mapping for _, parts in known for _, mapping in parts]
    for edges, mapping, sides in _graphs(known):
        of_sources, of_targets = (_are_codes(names) for names in sides)
        ends = [mapping.header[at] for end in "ab" for at in mapping.columns(f"{end} id")]
        title = plain(edges.file.rpartition("/")[2].partition(".")[0])
        word = next((each for each in _TITLES if f" {each}" in f" {title}"), "")
        if of_sources != of_targets:
            coded = 0 if of_sources else 1
            said = (
                f"{ends[coded]} holds codes ({shown(sides[coded])}), which would be taken for the "
                "names of organisations; they may number what the others take part in"
            )
        elif word:
            coded = 0 if len(sides[0]) < len(sides[1]) else 1
            said = (
                f"the file is called {word!r}, and no node is at both ends of edges, so that "
                f"{ends[coded]} may hold groups ({shown(sides[coded])})"
            )
        else:
            continue
        said = f"{edges.place}: {said}; if both are organisations that are tied, write ties, a id"
        turned = with_groups_at(mapping, coded)
        return f"{said} and b id", [turned if each is mapping else each for each in mappings]
    return None


def doubts_of_modes(known: Known) -> list[tuple[str, SheetMapping]]:
    """What is in doubt in graphs in which no node is at both ends of edges, and no kind of ties
    says how these are tied; with the mapping of the edges.
    """
    return [
        (
            f"{edges.place}: no node is at both ends of edges ({shown(sides[0][:2])} to "
            f"{shown(sides[1][:2])}); if one end holds groups, write shape = "
            '"pairs", member id and group id for the edges',
            mapping,
        )
        for edges, mapping, sides in _graphs(known)
        if "kind" not in mapping.roles and len(edges.rows) > _FOR_DOUBT
    ]


def _graphs(known: Known) -> list[tuple[Sheet, SheetMapping, tuple[list[str], list[str]]]]:
    found = []
    for (nodes, of_nodes), (edges, of_edges) in pairwise(known):
        if not of_nodes or not of_edges:
            continue
        sides = _sides(nodes, of_nodes[0][1], edges, of_edges[0][1])
        if sides is not None:
            found.append((edges, of_edges[0][1], sides))
    return found


def _are_codes(names: Collection[str]) -> bool:
    return sum(map(is_code, names)) > _CODED * len(names)


def with_groups_at(ties: SheetMapping, of_groups: int) -> SheetMapping:
    """The mapping of members of groups, of which the groups stand at one end of the edges."""
    called = {"a id": "member id", "b id": "group id"}
    if of_groups == 0:
        called = {"a id": "group id", "b id": "member id"}
    roles = (called.get(role, role) for role in ties.roles)
    return replace(
        ties, shape=Shape.PAIRS, group_kind="Other",
        roles=tuple(role if is_role(role, Shape.PAIRS) else ATTRIBUTE for role in roles),
    )  # fmt: skip
