"""The facts that the report cites, each with its sources and the places in them."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.model.visible_text import visible
from graphkit.network import Group, Statement
from graphkit.report.part import Part
from graphkit.report.source_names import source_anchor
from graphkit.report.study import Study
from graphkit.report.tree import Block, Item, Items, Link, Piece
from graphkit.report.writing import Writing
from graphkit.views.translation import when


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    cited = pen.cited()
    if not cited:
        return [pen.paragraph("none")]
    items = [
        Item(tuple(_said(number, *each, study, pen)), f"fact-{number}")
        for number, each in enumerate(cited, 1)
    ]
    return [pen.paragraph("lead", n=len(cited)), Items(tuple(items))]


def _said(
    number: int, statement: Statement, group: Group, study: Study, pen: Writing
) -> Sequence[Piece]:
    texts = pen.words.views
    if statement.other:
        what = f"{statement.name} – {statement.other_name}"
    else:
        layer = texts["layer", group.layer]
        what = f"{statement.name} – {group.name} ({layer})"
    said = [
        what,
        statement.role,
        when(statement, texts, pen.words.date_in),
        texts["status", statement.status],
    ]
    if statement.standing is not None:
        said.append(texts["standing", str(int(statement.standing))])
    pieces: list[Piece] = [f"F{number}. "]
    pieces += pen.plain("; ".join(each for each in said if each) + ". ")
    if not statement.citations:
        return [*pieces, pen.label("no-source")]
    places: dict[tuple[str, str], list[str]] = {}
    for each in statement.citations:
        found = places.setdefault((each.source, each.title), [])
        found += [each.locator] if each.locator else []
    for number, ((source, title), found) in enumerate(places.items()):
        pieces.append("; " if number else f"{pen.label('source')} ")
        pieces.append(Link(source_anchor(study.network, source), visible(title)))
        pieces += pen.plain("".join(f", {place}" for place in found))
    return [*pieces, "."]


PART = Part(name="facts", write=_write)
