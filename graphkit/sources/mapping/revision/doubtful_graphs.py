"""Known graphs that do not say what their nodes are, as a proposal that a person looks over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.cells.columns import looks
from graphkit.sources.mapping.cells.table_head import Head, find_head, head_matching
from graphkit.sources.mapping.checks.unsaid_modes import (
    doubts_of_modes,
    unsaid_groups,
    with_groups_at,
)
from graphkit.sources.mapping.form.doubt import Doubt
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.known.known_graphs import doubt_of_modes, tied_by_people
from graphkit.sources.mapping.known.recognisers import Known
from graphkit.sources.mapping.proposals.proposal import Proposed
from graphkit.sources.mapping.revision.shown_proposals import Proposal, Read

_Part = tuple[Sheet, SheetMapping]


@dataclass(frozen=True, slots=True)
class DoubtfulGraphs:
    """Graphs that leave something open.

    parts: their sheets, each with the mapping that is proposed. said: what is in doubt, of the
    sheet with this number. ways: how else they can be read, in words. stops: why nothing is loaded
    by what is known of them; nothing where it is only in doubt.
    """

    parts: tuple[_Part, ...]
    said: tuple[str, ...]
    ways: tuple[tuple[str, tuple[_Part, ...]], ...]
    stops: str = ""

    def proposal(self, path: Path) -> Proposal:
        """The proposal that a person looks over, of which the mapping is written to a path."""
        doubts = tuple(map(Doubt, self.said))
        made = [(part, _proposed(part, mapping)) for part, mapping in self.parts]
        made[-1] = (made[-1][0], replace(made[-1][1], doubts=doubts))
        ways = tuple(
            (text, tuple((part, _proposed(part, mapping)) for part, mapping in parts))
            for text, parts in self.ways
        )
        stops = (self.stops,) if self.stops else ()
        return Proposal(path, tuple(made), stops, readings=ways)


def _proposed(sheet: Sheet, mapping: SheetMapping) -> Proposed:
    head = head_of(sheet, mapping)
    return Proposed(mapping, head, looks(head.names, head.body))


def head_of(sheet: Sheet, mapping: SheetMapping) -> Head:
    """Where the names of the columns stand of a sheet that is known."""
    return head_matching(sheet.rows, mapping.header) or find_head(sheet.rows)


def doubtful_graphs(known: Known) -> DoubtfulGraphs | None:
    """The known sheets of which something is in doubt that a person can say; None for others.

    Parameters
    ----------
    known : sequence
        The sheets that are known. Those that were cut in parts leave nothing open.

    Returns
    -------
    DoubtfulGraphs or None
        What is in doubt.
    """
    whole = [each for each in known if len(each[1]) == 1 and each[1][0][0].rows is each[0].rows]
    parts = tuple(part for _, own in whole for part in own)
    if (turned := tied_by_people(whole)) is not None:
        said, mappings = turned
        grouped = _with(parts, mappings)
        ways = (
            ("people are groups, of the organisations that they are tied to", grouped),
            ("people are left out, and tie nobody", parts),
        )
        return DoubtfulGraphs(grouped, (said,), ways, said)
    if (turned := unsaid_groups(whole)) is not None:
        said, mappings = turned
        grouped = _with(parts, mappings)
        ways = (
            (f"{_group_end(mappings)} holds groups", grouped),
            ("both ends of the edges are organisations, which are tied", parts),
        )
        return DoubtfulGraphs(grouped, (said,), ways, said)
    texts: list[str] = []
    others: list[tuple[str, tuple[_Part, ...]]] = []
    for part, mapping in parts:
        if doubt := doubt_of_modes(part, mapping):
            texts.append(f"{part.place}: {doubt}")
            for text, other in _other_modes(part, mapping):
                others.append((text, _turned(parts, mapping, other)))
    for text, mapping in doubts_of_modes(whole):
        texts.append(text)
        for end, at in enumerate("ab"):
            name = mapping.header[mapping.columns(f"{at} id")[0]]
            grouped = _turned(parts, mapping, with_groups_at(mapping, end))
            others.append((f"{name} holds groups, of those at the other end", grouped))
    return DoubtfulGraphs(parts, tuple(texts), tuple(others)) if texts else None


def _group_end(mappings: Sequence[SheetMapping]) -> str:
    """The column of edges in which groups stand."""
    named = (m.header[at] for m in mappings for at in m.columns("group id"))
    return next(named, "one end")


def _with(parts: Sequence[_Part], mappings: Sequence[SheetMapping]) -> tuple[_Part, ...]:
    return tuple((part, other) for (part, _), other in zip(parts, mappings, strict=True))


def _turned(
    parts: Sequence[_Part], mapping: SheetMapping, other: SheetMapping
) -> tuple[_Part, ...]:
    return tuple((part, other if each is mapping else each) for part, each in parts)


def _other_modes(nodes: Sheet, mapping: SheetMapping) -> Iterator[tuple[str, SheetMapping]]:
    """How else the nodes in two modes can be read, in words."""
    at = mapping.column("member mode")
    if at is None or len(mapping.groups) != 1:
        return
    words = {row[at].strip() if at < len(row) else "" for _, row in nodes.rows[1:]}
    ((word, layer),) = mapping.groups.items()
    left = words - {word}
    if len(left) == 1 and (other := next(iter(left))):
        yield "it is the other way round", replace(mapping, groups={other: layer})
    roles = ("member attribute" if role == "member mode" else role for role in mapping.roles)
    alone = replace(mapping, groups={}, roles=tuple(roles), layer="membership")
    yield "all nodes are organisations, which are tied", alone


def as_graphs(read: Sequence[Read], known: Known) -> list[Read]:
    """Sheets with saved mappings; where they are tables of nodes and of edges, an edge may name
    only nodes that have a row, as when they are known without a mapping.
    """
    if any(mapping.shape is Shape.SKIP for _, _, mapping in read):
        return [*read]
    parts = {
        id(sheet): own[0][0]
        for sheet, own in known
        if len(own) == 1 and own[0][0].rows is sheet.rows
    }
    return [(head, parts.get(id(sheet), sheet), mapping) for head, sheet, mapping in read]


def with_mappings(known: Known, mapped: Sequence[_Part]) -> Known:
    """The known sheets, some of them with other mappings."""
    found = {id(sheet): mapping for sheet, mapping in mapped}
    return [
        (sheet, [(part, found.get(id(part), mapping)) for part, mapping in parts])
        for sheet, parts in known
    ]
