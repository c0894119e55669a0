"""Stop where members are named by sentences, such as the reasons for projects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping

_FEWEST = 3
_WORDS = 8
"""A text of so few words may be a name that ends in a full stop, such as Acme Inc."""
_SHARE = 0.3
_END = re.compile(r"[.!?]\W*$")


def of_sentences(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """What to look at where a column of members holds sentences, or nothing.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    str
        The text.
    """
    for look, role in zip(columns, mapping.roles, strict=True):
        if role not in ("member", "a", "b") or look.name in mapping.split:
            continue
        texts = {*look.texts}
        told = sum(len(text.split()) > _WORDS and bool(_END.search(text)) for text in texts)
        if len(texts) >= _FEWEST and told > _SHARE * len(texts):
            return (
                f"{look.name} is taken for the names of organisations, and holds sentences; write "
                '"member" for another column, or shape = "skip" if none names organisations'
            )
    return ""
