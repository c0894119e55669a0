"""Which tables number their rows for themselves, so that 1 in one is not 1 in another.

A row number identifies nothing in another table. Tables share their ids where these stand beside
the same names. Otherwise each table has its own, and a column that holds only ids refers to the
table that its name is about, as `OrganisationID` does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphkit.model import Problem
from graphkit.sources.header_words import plain, stem_of
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.form.sheet_mapping import SUBJECTS, Shape
from graphkit.sources.mapping.rows.drafts import Mapped

_IDS = {*"id ids code key number no nr ref uid kod numer".split()}
_REFERRED = 0.9
"""The share of ids that a table must have which a column refers to."""

Scopes = Mapping[tuple[int, str], str]
"""By the number of a sheet and the word of a subject: the table in which alone its ids hold."""


@dataclass(slots=True)
class _Ids:
    """The ids of one subject of a sheet, each with the name that stands beside it first, or "".

    space: which others they may be the same as.
    """

    sheet: int
    word: str
    space: str
    names: dict[str, str]
    nouns: frozenset[str]
    described: bool
    scope: str = ""


def scopes_of(sheets: Sequence[Mapped], tally: Tally) -> Scopes:
    """In which table alone the ids of each subject hold, where that is not all of them.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets.
    tally : Tally
        Takes a problem where nobody can tell to which table a column refers.

    Returns
    -------
    mapping of (int, str) to str
        The place of that table, by the number of the sheet and the word of the subject.
    """
    held = [ids for number, sheet in enumerate(sheets) for ids in _ids_of(number, sheet)]
    found: dict[tuple[int, str], str] = {}
    for space in dict.fromkeys(ids.space for ids in held):
        alike = [ids for ids in held if ids.space == space]
        described = [ids for ids in alike if ids.described]
        if not any(_differ(one, other) for one in described for other in described):
            continue
        for at, ids in enumerate(described):
            same = (other for other in described[:at] if _agree(ids, other))
            ids.scope = next((other.scope for other in same), sheets[ids.sheet].place)
        for ids in alike:
            if not ids.described:
                ids.scope = _referred(ids, described, sheets, tally)
        found |= {(ids.sheet, ids.word): ids.scope for ids in alike}
    return found


def _ids_of(number: int, sheet: Mapped) -> list[_Ids]:
    mapping = sheet.mapping
    if sheet.locator != "row" or mapping.own_ids or mapping.shape is Shape.SKIP:
        return []
    found = []
    for word in SUBJECTS[mapping.shape]:
        key, name = mapping.column(f"{word} id"), mapping.column(word)
        if key is None:
            continue
        names: dict[str, str] = {}
        mark = mapping.split.get(sheet.header[key], "")
        for _, row in sheet.body:
            if key < len(row) and (text := row[key].strip()):
                called = row[name].strip() if name is not None and name < len(row) else ""
                for part in names_in(text, "" if name is not None else mark):
                    names.setdefault(part, called)
        layer = mapping.layer if word == "group" else ""
        about = [sheet.header[key], *([sheet.header[name]] if name is not None else [])]
        if name is not None:
            about.append(sheet.mapping.sheet or Path(sheet.mapping.file).stem)
        nouns = frozenset(stem_of(each) for text in about for each in plain(text).split()
                          if each not in _IDS)  # fmt: skip
        found.append(_Ids(number, word, layer, names, nouns, name is not None and name != key))
    return found


def _shared(one: _Ids, other: _Ids) -> list[bool]:
    """For each id that both have, whether the names beside it are the same."""
    return [
        comparable(name) == comparable(other.names[key])
        for key, name in one.names.items()
        if key in other.names
    ]


def _differ(one: _Ids, other: _Ids) -> bool:
    same = _shared(one, other) if one is not other else []
    return 2 * sum(same) < len(same)


def _agree(one: _Ids, other: _Ids) -> bool:
    same = _shared(one, other)
    return bool(same) and 2 * sum(same) >= len(same)


def _referred(ids: _Ids, tables: Sequence[_Ids], sheets: Sequence[Mapped], tally: Tally) -> str:
    """The scope of the table whose rows a column names by their ids."""
    holding = [
        each
        for each in tables
        if sum(key in each.names for key in ids.names) >= _REFERRED * len(ids.names)
    ]
    file = sheets[ids.sheet].mapping.file
    for near in (
        [each for each in holding if each.nouns & ids.nouns],
        [each for each in holding if sheets[each.sheet].mapping.file == file],
        holding,
    ):
        scopes = [*dict.fromkeys(each.scope for each in near)]
        if len(scopes) == 1:
            return scopes[0]
        if scopes:
            break
    else:
        return ""
    place, mapping = sheets[ids.sheet].place, sheets[ids.sheet].mapping
    column = sheets[ids.sheet].header[mapping.column(f"{ids.word} id") or 0]
    what = f"its ids may be those of {' or '.join(scopes)}, which number different things"
    cure = "call the column after the table that it refers to"
    tally.problems.append(Problem(place, None, column, what, cure))
    return ""
