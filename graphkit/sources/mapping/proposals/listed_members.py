"""Lists of names under a word that is not known, which hold the members of what each row names.

In JSON a group often has its members in a list, such as `airlines` of alliances. Nothing but the
title, or a group that is in its own list, says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.model.graph_columns import JOINED
from graphkit.sources.header_words import layer_in, meaning
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.lists_of_people import lists_people
from graphkit.sources.mapping.cells.worded_columns import is_worded, says_where
from graphkit.sources.mapping.form.sheet_mapping import LAYERS

_NESTED = "."
_NAMES = 0.8
"""The share of the parts of lists that begin like names."""
_LONGEST = 60


def listed_members(
    columns: Sequence[Look], meanings: Sequence[tuple[str, str]], title: str
) -> tuple[int, int] | None:
    """The places of a list of members and of the names of their groups; None where there is none.

    Parameters
    ----------
    columns : sequence of Look
        The columns.
    meanings : sequence of (str, str)
        What their names mean.
    title : str
        What the sheet is about.
    """
    if any(subject in ("member", *LAYERS) for subject, _ in meanings):
        return None
    outer = [at for at, look in enumerate(columns) if _NESTED not in look.name]
    lists = [at for at in outer if meanings[at] == ("", "") and holds_lists(columns[at])]
    lists = lists or _nested_names(columns, meanings)
    called = [at for at in outer if meanings[at] == ("", "name")]
    free = [at for at in outer if meanings[at] == ("", "") and at not in lists]
    names = called or [at for at in free if is_worded(columns[at])][:1]
    if len(lists) != 1 or len(names) != 1:
        return None
    rows, held = columns[names[0]], columns[lists[0]]
    nested = _NESTED in held.name
    if any(JOINED in text for text in rows.texts) or (rows.unlike < 1 and not nested):
        return None
    told = layer_in(title) in LAYERS or _lists_itself(rows, held)
    return (lists[0], names[0]) if told or (not called and _each_once(held)) else None


def holds_lists(look: Look) -> bool:
    """Whether most cells of a column hold names, and several of these a list of them."""
    parts = [part for text in look.texts for part in text.split(JOINED)]
    listed = sum(JOINED in text for text in look.texts)
    named = sum(part[:1].isupper() and len(part) <= _LONGEST for part in parts)
    names = listed > 0 and named >= _NAMES * len(parts) and is_worded(look)
    return names and not lists_people(look)


def nested_in(columns: Sequence[Look], meanings: Sequence[tuple[str, str]]) -> str:
    """What the columns of nested records of JSON are called after, where that is one word; or
    nothing. Of a list there are several rows with the same name of what it stands in.
    """
    found = {look.name.partition(_NESTED)[0] for look in columns if _NESTED in look.name}
    outer = [
        look
        for look, (_, what) in zip(columns, meanings, strict=True)
        if _NESTED not in look.name and (what == "name" or not what) and is_worded(look)
    ]
    again = bool(outer) and outer[0].unlike < 1
    return found.pop() if len(found) == 1 and again else ""


def _nested_names(columns: Sequence[Look], meanings: Sequence[tuple[str, str]]) -> list[int]:
    """The place of the names of nested records, under a word that is not known."""
    prefix = nested_in(columns, meanings)
    if not prefix or meaning(prefix) != ("", ""):
        return []
    inner = [at for at, look in enumerate(columns) if look.name.startswith(f"{prefix}{_NESTED}")]
    called = [at for at in inner if meaning(columns[at].name.rpartition(_NESTED)[2])[1] == "name"]
    if any(says_where(columns[at]) for at in inner):
        return called[:1]  # where the one that they stand in can be found
    free = [at for at in inner if meanings[at] == ("", "") and is_worded(columns[at])]
    return (called or free)[:1]


def _each_once(look: Look) -> bool:
    parts = [part for text in look.texts for part in text.split(JOINED)]
    return len({*parts}) == len(parts)


def _lists_itself(names: Look, lists: Look) -> bool:
    pairs = zip(names.cells, lists.cells, strict=True)
    return any(name and name in held.split(JOINED) for name, held in pairs)
