"""The sources, with how many facts each states and the places in it that are cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from graphkit.model.visible_text import visible
from graphkit.report.part import Part
from graphkit.report.source_names import source_order
from graphkit.report.study import Study
from graphkit.report.tree import Block, Item, Items, Link, Run
from graphkit.report.writing import Writing

_MOST_PLACES = 30
_MOST_SOURCES = 1_000
_OF_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
"""Besides letters and digits, what stands in a web address as it is."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


def _write(study: Study, pen: Writing) -> Sequence[Block]:
    network = study.network
    order = source_order(network)
    if not order:
        return [pen.paragraph("none")]
    stated: dict[str, int] = dict.fromkeys(order, 0)
    places: dict[str, set[str]] = {each: set() for each in order}
    for sources, properties in zip(network.facts.sources, network.facts.stated, strict=True):
        for each in set(sources):
            stated[each] += 1
        ids, locators = properties.get("sourceIds"), properties.get("locators")
        if isinstance(ids, list) and isinstance(locators, list):
            for each, place in zip(ids, locators, strict=False):
                if place and str(each) in places:
                    places[str(each)].add(str(place))
    items = [
        Item(_said(study, pen, each, stated[each], places[each]), f"source-{number}")
        for number, each in enumerate(order[:_MOST_SOURCES], 1)
    ]
    blocks: list[Block] = [pen.paragraph("lead", n=len(order)), Items(tuple(items))]
    if len(order) > _MOST_SOURCES:
        blocks.append(pen.paragraph("more", n=len(order) - _MOST_SOURCES))
    return blocks


def _said(study: Study, pen: Writing, source: str, facts: int, places: set[str]) -> Run:
    node = study.network.nodes.get(("Source", source))
    stated = {} if node is None else node.properties
    title = source if node is None else node.name
    about = [str(stated[each]) for each in ("publisher", "published") if stated.get(each)]
    about = [pen.words.date(each) if _DATE.fullmatch(each) else each for each in about]
    said = pen.plain(", ".join((title, *about)) + ". ")
    said += pen.say("states", source, n=facts) if facts else pen.say("states-none")
    if places:
        shown = sorted(places, key=_natural)[:_MOST_PLACES]
        more = " …" if len(places) > len(shown) else ""
        said += pen.say("places", places=", ".join(shown) + more)
    url = str(stated.get("url", ""))
    if url.startswith(("http://", "https://")):
        said += (" ", Link(quote(url, safe=_OF_ADDRESSES), visible(url)))
    return said


def _natural(text: str) -> list[tuple[int, str]]:
    """A sort key that puts p4 before p10."""
    return [
        (int(each), "") if each.isdecimal() else (0, each) for each in re.findall(r"\d+|\D+", text)
    ]


PART = Part(name="sources", write=_write)
