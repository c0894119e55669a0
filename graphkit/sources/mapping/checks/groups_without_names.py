"""Ask about groups that are all called by one word, such as `Coalition` or `JV`, in rows that
differ in their members: each may be a group of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.doubt import GROUP_OF_ROW, Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import (
    ATTRIBUTE,
    LAYERS,
    Shape,
    SheetMapping,
    names_as_role,
)
from graphkit.sources.mapping.proposals.groups_of_single_rows import names_of_row
from graphkit.sources.problem_texts import bare
from graphkit.sources.raw import Row

_LOOKED_AT = 3000
NO_NAME = "which is a word for groups and no name"
"""What is said of a word that names groups."""
_MOST = 3
_FEWEST = 3
"""In how many rows of one member each a word names more than one group that has no name."""
_NOUNS = {
    *"jv jvs ute ati rti rtp arge eeig geie coop bietergemeinschaft arbeitsgemeinschaft".split(),
    "union temporal", "union temporal de empresas", "temporary union", "candidatura comun",
    "raggruppamento temporaneo", "raggruppamento temporaneo di imprese",
    "associazione temporanea di imprese", "common candidacy", "consortium agreement",
}  # fmt: skip
"""What groups are called that are formed for one purpose, beside the words for columns of them."""
_SAID = ("start", "observed", "note")
_NUMBERS = {*"contract tender lot case award deal bid procedure licence license".split()} | {
    *"expediente licitacion contrato umowa przetarg vergabe auftrag marche gara appalto".split(),
    *"municipio municipality district year ano rok jahr annee anno election".split(),
}
"""Words in the names of columns that tell apart what rows are about."""


def is_only_a_noun(text: str) -> bool:
    """Whether a text is a word for groups and no name of one.

    >>> is_only_a_noun("COALICIÓN"), is_only_a_noun("Joint Venture (JV)"), is_only_a_noun("JV")
    (True, True, True)
    >>> is_only_a_noun("Energy Coalition"), is_only_a_noun("Acme")
    (False, False)
    """
    of, what = meaning(text)
    return (of in LAYERS and what == "name") or plain(text) in _NOUNS


def of_nouns(
    mapping: SheetMapping, columns: Sequence[Look], body: Sequence[Row]
) -> tuple[str, SheetMapping] | None:
    """What to look at where one word names groups whose rows differ in their members.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.
    body : sequence of (int, sequence of str)
        The rows.

    Returns
    -------
    (str, SheetMapping) or None
        The text, and the mapping in which each such row is a group of its own if it lists several
        members; None where no word does so.
    """
    group = mapping.column("group")
    if mapping.shape is not Shape.PAIRS or group is None or "group id" in mapping.roles:
        return None
    members = [
        at for at, role in enumerate(mapping.roles) if role == "member" or names_as_role(role)
    ]
    rows: dict[str, list[Sequence[str]]] = {}
    for _, row in body[:_LOOKED_AT]:
        if group < len(row) and is_only_a_noun(row[group].strip()):
            rows.setdefault(row[group].strip(), []).append(row)
    found: list[str] = []
    alone: list[str] = []
    for word, held in rows.items():
        named = [names_of_row(mapping, row, members) for row in held]
        if len({frozenset(each) for each in named if each}) < 2:
            continue
        if any(len(each) > 1 for each in named):
            found.append(word)
        elif len(held) >= _FEWEST and keys_of_rows(mapping, columns, word):
            alone.append(word)
    if not found and not alone:
        return None
    words = found or alone
    count = sum(len(rows[word]) for word in words)
    said = (
        f"{count:,} rows call their group {' or '.join(map(bare, words[:_MOST]))}, {NO_NAME}, "
        "and differ in its members"
    )
    if not found:
        key = keys_of_rows(mapping, columns, words[0])[0]
        return f'{said}; if {key} tells the groups apart, write "group id" for it', mapping
    cure = "each of these rows is taken for a group of its own; if all are one, delete group_of_row"
    return f"{said}; {cure}", replace(mapping, group_of_row=tuple(found))


def doubt_of_nouns(
    mapping: SheetMapping, columns: Sequence[Look], body: Sequence[Row]
) -> Doubt | None:
    """The doubt about a mapping that takes groups called by one word for one group.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping, as a person wants it.
    columns : sequence of Look
        The columns.
    body : sequence of (int, sequence of str)
        The rows.

    Returns
    -------
    Doubt or None
        The doubt, and the changes to groups of single rows or of what a column tells apart.
    """
    if mapping.group_of_row or (found := of_nouns(mapping, columns, body)) is None:
        return None
    said, read = found
    changes = offers_of_nouns(mapping, columns)
    if read.group_of_row:
        words = "\t".join(read.group_of_row)
        said = said.partition(";")[0]
        listed = ", ".join(f'"{word}"' for word in read.group_of_row)
        said += f"; if each of these is a group of its own, write group_of_row = [{listed}]"
        own = Change("each of these rows is a group of its own", ((GROUP_OF_ROW, words),))
        changes = (own, *changes)
    return Doubt(said, changes)


def keys_of_rows(mapping: SheetMapping, columns: Sequence[Look], word: str) -> list[str]:
    """The columns that may tell groups apart which are all called by one word.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.
    word : str
        The word.

    Returns
    -------
    list of str
        The names of columns of numbers, contracts, places or years, of which one text stands in
        several rows with the word, and another does too.
    """
    groups = columns[mapping.column("group") or 0].cells
    found = []
    for look, role in zip(columns, mapping.roles, strict=True):
        free = role.endswith((ATTRIBUTE, " id", " city", " region")) or role in _SAID
        told = meaning(look.name)[1] == "id" or _NUMBERS & {*plain(look.name).split()}
        texts = [text for text, of in zip(look.cells, groups, strict=True) if of == word and text]
        if free and told and 1 < len({*texts}) < len(texts):
            found.append(look.name)
    return found


def offers_of_nouns(mapping: SheetMapping, columns: Sequence[Look]) -> tuple[Change, ...]:
    """That groups called by one word are one, or that a column tells them apart.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping.
    columns : sequence of Look
        The columns.

    Returns
    -------
    tuple of Change
        The changes; none where groups have names.
    """
    group = mapping.column("group")
    if mapping.shape is not Shape.PAIRS or group is None or "group id" in mapping.roles:
        return ()
    words = mapping.group_of_row
    if words:
        said = f"all rows of {' or '.join(map(bare, words[:_MOST]))} are one group"
        return (Change(said, ((GROUP_OF_ROW, ""),)),)
    nouns = [text for text in dict.fromkeys(columns[group].texts) if is_only_a_noun(text)]
    keys = dict.fromkeys(key for word in nouns for key in keys_of_rows(mapping, columns, word))
    return tuple(
        Change.to(f"{key} tells the groups apart", {key: "group id"}) for key in [*keys][:_MOST]
    )
