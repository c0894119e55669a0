"""Read codes for roles, such as LP for the lead partner, where other roles beside them show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.role_words import ROLE_WORDS

_LEAD = {"LP": "coordinator", "LB": "coordinator"}
_OTHERS = {
    "PP": "partner",
    "PB": "partner",
    "AP": "associated partner",
    "ASP": "associated partner",
    "AO": "associated partner",
}


def with_role_codes(mapping: SheetMapping, columns: Sequence[Look]) -> SheetMapping:
    """The mapping with what codes of a column of roles mean, as Interreg writes them.

    LP alone may be a limited partner: a partner or another code of these must stand beside it, and
    nothing else but words for roles.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping
        The mapping; the same where no column holds such codes.
    """
    at = mapping.column("role")
    if at is None or mapping.shape is not Shape.PAIRS or mapping.layer != "collaboration":
        return mapping
    texts = dict.fromkeys(columns[at].texts)
    codes = {text: code for text in texts if (code := (_LEAD | _OTHERS).get(text.upper()))}
    plain = {text.casefold() for text in texts if text not in codes}
    led = any(code == "coordinator" for code in codes.values())
    joined = "partner" in plain or any(code != "coordinator" for code in codes.values())
    if not (led and joined and plain <= ROLE_WORDS):
        return mapping
    return replace(mapping, roles_named={**codes, **mapping.roles_named})
