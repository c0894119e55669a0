"""`Selection`: which facts tie organisations together, and which organisations stand as nodes.

One object with the words of the command line, so that a rank, its reasons and its picture cannot
be taken from different networks.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from graphkit.model import (
    KINDS,
    LAYERS,
    PARTS,
    SECTORS,
    STATUSES,
    UNKNOWN,
    WEIGHTS,
    Period,
    UsageError,
    parse_period,
)
from graphkit.model.wording import chosen

FDR = 0.05
"""The share of false ties that a backbone allows among those it keeps, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a network is looked at; an empty tuple or None selects everything.

    layers, statuses: of the facts. kinds, sectors: of the organisations that stand as nodes; their
    groups remain. at: the period in which facts were in force. unknown: whether facts of which
    that is not known count. weight: none, count or newman (see `Network.two_mode`). parts: whether
    a faculty or office counts as its whole. backbone: the false-discovery rate at which pairs that
    share no more groups than by chance are left untied (see `backbone`), or None to tie all.
    """

    layers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    at: Period | None = None
    unknown: str = "include"
    weight: str = "none"
    parts: str = "whole"
    backbone: float | None = None

    def refined(
        self,
        *,
        layer: str | Collection[str] | None = None,
        kind: str | Collection[str] | None = None,
        sector: str | Collection[str] | None = None,
        status: str | Collection[str] | None = None,
        at: str | Period | None = None,
        unknown: str | None = None,
        weight: str | None = None,
        parts: str | None = None,
        backbone: bool | None = None,
        fdr: float | None = None,
    ) -> Selection:
        """This selection with the words that are given, checked; `backbone` with its rate `fdr`.

        Raises UsageError that names the wrong word and the nearest right one.
        """
        given: dict[str, Any] = {
            "layers": _words("layer", layer, LAYERS),
            "kinds": _words("kind", kind, tuple(KINDS)),
            "sectors": _words("sector", sector, tuple(SECTORS)),
            "statuses": _words("status", status, STATUSES),
            "at": _period(at),
            "unknown": unknown and chosen("choice for --unknown", unknown, UNKNOWN),
            "weight": weight and chosen("choice for --weight", weight, WEIGHTS),
            "parts": parts and chosen("choice for --parts", parts, PARTS),
            "backbone": _rate(backbone, self.backbone, fdr),
        }
        return replace(self, **{name: value for name, value in given.items() if value})

    def __str__(self) -> str:
        """The selection as a person would read it; "everything" when nothing is left out."""
        said = [
            f"{name} {'|'.join(words)}"
            for name, words in (
                ("layer", self.layers),
                ("kind", self.kinds),
                ("sector", self.sectors),
                ("status", self.statuses),
            )
            if words
        ]
        if self.at is not None:
            said.append(f"at {self.at.text}, unknown dates {self.unknown}d")
        if self.weight != "none":
            said.append(f"weight {self.weight}")
        if self.parts != "whole":
            said.append("parts separate")
        if self.backbone is not None:
            said.append("backbone")
        return ", ".join(said) or "everything"


def _words(
    setting: str, given: str | Collection[str] | None, allowed: tuple[str, ...]
) -> tuple[str, ...]:
    words = (given,) if isinstance(given, str) else given or ()
    meant = {chosen(setting, each, allowed) for each in words}
    return tuple(each for each in allowed if each in meant)


def _rate(backbone: bool | None, before: float | None, fdr: float | None) -> float | None:
    """The false-discovery rate of a backbone that is asked for, or was before."""
    if fdr is None:
        return before or FDR if backbone else before
    if not backbone and before is None:
        raise UsageError(f"--fdr {fdr:g} belongs to --backbone; add --backbone")
    if not 0 < fdr < 1:
        raise UsageError(f"--fdr {fdr:g}: give a rate between 0 and 1, such as {FDR}")
    return fdr


def _period(at: str | Period | None) -> Period | None:
    if at is None or isinstance(at, Period):
        return at
    try:
        return parse_period(at)
    except ValueError as error:
        raise UsageError(f"--at {error}; write a date or a period such as 2010/2014") from None
