"""Figures for the tests: of the sample, of a few partners and of a crowd, and what they show."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ElementTree
from functools import cache

from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import build_view, render_figure
from tests.browser import partners
from tests.networks import dataset

SVG = "{http://www.w3.org/2000/svg}"


@cache
def view_of(name: str):
    """A view that many tests draw: of some `partners`, a `crowd`, or the sample in a language."""
    if name == "partners":
        return build_view(Network.of(partners()))
    if name == "crowd":
        return crowd(300, 120)
    return build_view(Network.of(read_sample()), language=name)


def svg(view, **how):
    return ElementTree.fromstring(render_figure(view, "svg", **how))


def shown(root):
    """The lines of text that an SVG shows, without their halos."""
    return [each.text for each in root.iter(f"{SVG}text") if each.get("aria-hidden") is None]


def crowd(count: int, groups: int):
    generator = random.Random(count)
    names = [f"o{number}" for number in range(count)]
    rows = [
        (name, f"g{group}")
        for group in range(groups)
        for name in generator.sample(names, generator.choice([1, 2, 2, 3, 5, 12]))
    ]
    return build_view(Network.of(dataset(" ".join(names), took_part=rows)))


def marks(sheet):
    """The marks on the picture, without those of the legend."""
    left, top, right, bottom = sheet.picture
    return [
        stamp
        for stamp in sheet.paper.stamps
        if left <= stamp.x <= right and top <= stamp.y <= bottom
    ]


def squeezed(text):
    return "".join(text.split())
