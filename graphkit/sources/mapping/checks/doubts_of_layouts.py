"""What is in doubt of how a sheet was put straight, beside what is in doubt of its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import AS_IT_STANDS
from graphkit.sources.mapping.layouts.laid_out import Laid
from graphkit.sources.mapping.proposals.proposal import Made

_OTHERWISE = Change.to(
    "the table is laid out otherwise: each row stands as it is", layout=AS_IT_STANDS
)


def as_laid(made: Sequence[Made], laid_out: Sequence[Laid], found: Sequence[Sheet]) -> list[Made]:
    """The proposals, with what is in doubt of how each sheet was put straight.

    Parameters
    ----------
    made : sequence of (Sheet, Proposed)
        The sheets, each with what is proposed for it.
    laid_out : sequence of Laid
        How each of them was put straight.
    found : sequence of Sheet
        The sheets as they stand in the file.

    Returns
    -------
    list of (Sheet, Proposed)
        The proposals.
    """
    return [
        (
            sheet,
            replace(
                p,
                doubts=(*laid.doubts, *p.doubts),
                guess=laid.guess or p.guess,
                as_found=each if laid.sheet is not each else None,
            ),
        )
        for (sheet, p), laid, each in zip(made, laid_out, found, strict=True)
    ]


def with_offers(made: Sequence[Made], laid_out: Sequence[Laid]) -> list[Made]:
    """The proposals for a person to look at, each with the offer to read its sheet as it stands.

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
    offered: list[Made] = []
    for (sheet, proposed), laid in zip(made, laid_out, strict=True):
        doubts = [*proposed.doubts]
        if proposed.as_found is not None:
            of_layout = [doubt for doubt in doubts if doubt in laid.doubts]
            said = " and ".join(line.removeprefix(f"{sheet.place}: ") for line in laid.said)
            asked = of_layout[-1] if of_layout else Doubt(said or "the table is put straight")
            more = replace(asked, changes=(*asked.changes, _OTHERWISE))
            doubts = [more if doubt is asked else doubt for doubt in doubts]
            doubts += [] if of_layout else [more]
        offered.append((sheet, replace(proposed, doubts=(*doubts,))))
    return offered
