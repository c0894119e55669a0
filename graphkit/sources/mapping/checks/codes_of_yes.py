"""Ask what 1 and 2 mean where they fill columns: yes and no, as surveys code, or no and yes, as
programs for matrices do, or numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import layer_in
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.doubt import Change
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    ONE_IS_YES,
    TWO_IS_YES,
    Shape,
    SheetMapping,
)
from graphkit.sources.mapping.proposals.doubts_of_contents import is_unexplained

_FEWEST = 2
_WORDS = {
    ONE_IS_YES: "1 means yes, and 2 no",
    TWO_IS_YES: "1 means no, and 2 yes",
}


def of_codes(mapping: SheetMapping, columns: Sequence[Look]) -> tuple[str, SheetMapping] | None:
    """What to look at where cells hold 1 and 2 alone, and the mapping in which the rarer of both
    means yes; None where they do not, or something else names groups.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    (str, SheetMapping) or None
        The text, and the mapping.
    """
    if mapping.shape in (Shape.MATRIX, Shape.SQUARE) and mapping.cells == "weights":
        places = [*mapping.columns("group column"), *mapping.columns("member column")]
        rows = max((len(look.texts) for look in columns), default=0)
        full = rows - (1 if mapping.shape is Shape.SQUARE else 0)
        if any(len(columns[at].texts) < full for at in places):
            return None
        read = mapping
    elif mapping.shape is Shape.ORGANISATIONS and "member" in mapping.roles:
        places = [
            at
            for at, role in enumerate(mapping.roles)
            if role.endswith(ATTRIBUTE) and {*columns[at].texts} <= {"1", "2"}
            and columns[at].texts and is_unexplained(columns[at])
        ]  # fmt: skip
        if len(places) < _FEWEST:
            return None
        roles = ["group column" if at in places else role for at, role in enumerate(mapping.roles)]
        layer = layer_in(" ".join(columns[at].name for at in places)) or mapping.layer
        read = replace(mapping, shape=Shape.MATRIX, roles=tuple(roles), layer=layer, kind="")
    else:
        return None
    texts = [text for at in places for text in columns[at].texts]
    if {*texts} != {"1", "2"}:
        return None
    yes = ONE_IS_YES if texts.count("1") <= texts.count("2") else TWO_IS_YES
    said = (
        "the cells hold 1 and 2 only, and none is blank: they may be the codes of yes and no; "
        f'the rarer is taken for yes; if it means no, write cells = "{_other(yes)}"'
    )
    return said, replace(read, cells=yes)


def offers_of_codes(mapping: SheetMapping) -> tuple[Change, ...]:
    """The other meaning of 1 and 2, and that they are numbers.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping.

    Returns
    -------
    tuple of Change
        The changes; none where the cells are not such codes.
    """
    if mapping.cells not in _WORDS:
        return ()
    other = _other(mapping.cells)
    return (Change.to(_WORDS[other], cells=other),)


def _other(cells: str) -> str:
    return TWO_IS_YES if cells == ONE_IS_YES else ONE_IS_YES
