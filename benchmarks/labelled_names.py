"""The pairs of names that were labelled by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("labelled_names.txt")

_PLACE = re.compile(r"(.*\S)\s*\[(.+)\]")


class Labelled(NamedTuple):
    """Two names, each with its place or "", and whether they are one organisation."""

    left: str
    left_place: str
    right: str
    right_place: str
    same: bool


def labelled_names() -> list[Labelled]:
    """Every pair, in the order of the file."""
    return list(_pairs(FILE.read_text(encoding="utf-8")))


def _pairs(text: str) -> Iterator[Labelled]:
    for line in text.splitlines():
        sign, _, listed = line.partition(" ")
        names = [_named(each.strip()) for each in listed.split("|")]
        if sign == "=":
            yield from (Labelled(*names[0], *other, True) for other in names[1:])
        elif sign == "x":
            yield from (Labelled(*one, *other, False) for one, other in pairwise(names))


def _named(text: str) -> tuple[str, str]:
    found = _PLACE.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")
