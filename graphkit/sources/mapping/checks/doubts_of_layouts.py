"""What is in doubt of how a sheet was put straight, beside what is in doubt of its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.mapping.layouts.laid_out import Laid
from graphkit.sources.mapping.proposals.proposal import Made


def as_laid(made: Sequence[Made], laid_out: Sequence[Laid]) -> list[Made]:
    """The proposals, with what is in doubt of how each sheet was put straight.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.
    laid_out : sequence of Laid
        How each of them was put straight.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals.
    """
    return [
        (sheet, replace(p, doubts=(*laid.doubts, *p.doubts), guess=laid.guess or p.guess))
        for (sheet, p), laid in zip(made, laid_out, strict=True)
    ]
