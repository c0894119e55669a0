"""Stop where members are named by sentences, such as the reasons for projects, or by common words,
such as the areas that each of them works in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.form.sheet_mapping import LAYERS, Shape, SheetMapping
from graphkit.sources.problem_texts import bare

_FEWEST = 3
_WORDS = 8
"""A text of so few words may be a name that ends in a full stop, such as Acme Inc."""
_SHARE = 0.3
_COMMON = 0.9
"""The share of names in lower case from which a column holds common words."""
_SHOWN = 3
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


def of_common_words(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """What to look at where a column of which nothing says that it names organisations holds words
    in lower case, or nothing. In files that have all names in lower case this says nothing.

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
    at, group = mapping.column("member"), mapping.column("group")
    if at is None or mapping.shape is not Shape.PAIRS or not mapping.header_row:
        return ""
    if group is not None and _are_common(columns[group].texts):
        return ""
    look = columns[at]
    said = [meaning(word) for word in (look.name, *plain(look.name).split())]
    if any(of in ("member", *LAYERS) or what for of, what in said):
        return ""
    mark = mapping.split.get(look.name, "")
    names = [*dict.fromkeys(name for text in look.texts for name in names_in(text, mark))]
    if len(names) < _FEWEST or not _are_common(names):
        return ""
    shown = ", ".join(map(bare, names[:_SHOWN]))
    return (
        f"{look.name} holds words in lower case ({shown}), which are taken for the names of "
        'organisations; if another column names these, write "member" for that one'
    )


def _are_common(texts: Sequence[str]) -> bool:
    """Whether most texts are words in lower case, and neither addresses nor codes."""
    common = sum(
        text.islower() and all(each.isalpha() or each in " _-" for each in text) for text in texts
    )
    return bool(texts) and common >= _COMMON * len(texts)
