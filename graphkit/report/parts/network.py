"""What the network is: how much of what, over which time, and who is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from graphkit.metrics import categories
from graphkit.model import LAYERS
from graphkit.report.bar_chart import Bar, bar_chart
from graphkit.report.part import Part
from graphkit.report.study import Study
from graphkit.report.tree import Block, Paragraph, Picture, text_of
from graphkit.report.writing import Writing

_ABOUT = ("kind", "sector", "place")
_MOST = 10


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    summary = study.summary
    if not study.nodes:
        return [pen.paragraph("none")]
    ties = study.network.tied.compressed.number_of_edges()
    said = pen.say(
        "counts", organisations=len(study.nodes), tied=summary.tied, ties=ties
    ) + pen.say("facts", facts=summary.counts["facts"])
    tying = Counter(group.layer for group, members in study.members.items() if len(members) > 1)
    if tying:
        parts = [pen.say(f"groups-{layer}", n=tying[layer]) for layer in LAYERS if tying[layer]]
        said += pen.say("groups", groups=pen.listed(parts))
    if single := len(study.members) - tying.total():
        said += pen.say("single" if tying else "single-only", n=single)
    blocks: list[Block] = [Paragraph(said)]
    if summary.first:
        same = summary.first == summary.last
        blocks.append(
            pen.paragraph("one-date", first=summary.first)
            if same
            else pen.paragraph("period", first=summary.first, last=summary.last)
        )
    else:
        blocks.append(pen.paragraph("no-dates"))
    blocks.append(pen.paragraph("selection", selection=pen.selected(study.selection)))
    if pen.short:
        return blocks
    blocks += _who(study, pen)
    return blocks


def _who(study: Study, pen: Writing) -> Sequence[Block]:
    """A chart of the kinds, the sectors and the places, with the numbers in its alternative."""
    views = pen.words.views
    own = {each.id: each.called(pen.words.language) for each in study.network.own_kinds.values()}
    called = {"kind": {**views.section("kind"), **own}, "sector": views.section("sector")}
    counted = {name: _counted(study, name, called.get(name, {})) for name in _ABOUT}
    blocks: list[Block] = []
    for name, counts in counted.items():
        if not any(counts):
            blocks.append(pen.paragraph(f"no-{name}"))
            continue
        ordered = sorted(counts.items(), key=lambda each: (not each[0], -each[1], each[0]))
        named = [(word or pen.label("not-stated"), number) for word, number in ordered]
        shown, rest = named[:_MOST], named[_MOST:]
        if rest:
            shown.append((pen.label("others"), sum(number for _, number in rest)))
        each = [
            pen.say("category", f"{name}/{place}", name=word, n=number)
            for place, (word, number) in enumerate(shown)
        ]
        blocks.append(pen.paragraph(name, categories=pen.listed(each)))
        rows = [(str(place), each) for place, each in enumerate(shown)]
        numbers = pen.grid(f"chart-{name}", rows, {name: "", "organisations": ""})
        caption = text_of(numbers.caption)
        said = "; ".join(f"{word}: {pen.words.number(number)}" for word, number in shown)
        bars = tuple(Bar(word, number, pen.words.number(number)) for word, number in shown)
        blocks.append(
            Picture(
                numbers.name,
                caption,
                f"{caption}: {said}",
                partial(bar_chart, bars),
                numbers,
            )
        )
    return blocks


def _counted(study: Study, by: str, called: Mapping[str, str]) -> Counter[str]:
    """How many organisations are in each category, by its name; "" counts those in none."""
    found = categories(study.network, by)
    names = (found.name(place) or "" for place in range(len(study.nodes)))
    return Counter(called.get(name, name) for name in names)


PART = Part(name="network", write=_write, brief=True)
