"""Read matrices of yes and no in which columns beside those of groups say since when.

    state, EU, join_EU_year, Pact, Pact_since  -> state, Member of, Member from
    a, 1, 2004, 0,                                a, EU, 2004

Rows without a yes stay, and belong to nothing. A date beside a no leaves the table as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_lexicon import years
from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look, headed_columns
from graphkit.sources.mapping.cells.words_of_marks import is_mark, role_of_mark
from graphkit.sources.mapping.form.doubt import Doubt
from graphkit.sources.mapping.form.lenient import is_blank, is_date
from graphkit.sources.mapping.layouts.laid_out import Laid
from graphkit.sources.raw import Row

_OF_JOINING = {
    *"join joins joined joining since from date year of in the accession entry entered".split(),
    *"member members membership start started began signed signature ratified ratification".split(),
    *"od data rok przystapienia przystapienie beitritt seit datum jahr depuis adhesion".split(),
}
"""What stands beside the name of a group in that of a column of dates."""
_FEWEST = 2
_MOST_NAMED = 3


def with_dates_beside(sheet: Sheet) -> Laid:
    """The sheet with a row for each membership; itself where no columns of dates go with columns of
    marks.
    """
    found_in = headed_columns(sheet)
    if found_in is None:
        return Laid(sheet)
    head, columns = found_in
    marked = {at: plain(look.name) for at, look in enumerate(columns) if _may_be_group(look)}
    dated = _dated(columns, marked)
    named = all(look.name.isupper() or layer_in(look.name) for look in (columns[n] for n in dated))
    few = len(marked) < _FEWEST or not dated or (len(dated) < _FEWEST and not named)
    others = [at for at in range(len(columns)) if at not in marked and at not in dated.values()]
    if few or not others or _contradict(columns, dated):
        return Laid(sheet)
    names = [head.names[at] for at in others]
    made: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    made.append((head.row, [*names, "Member of", "Role", "Member from"]))
    for number, cells in head.body:
        held = [*cells, *[""] * (len(columns) - len(cells))]
        own = [held[at] for at in others]
        before = len(made)
        for at in marked:
            if (role := role_of_mark(held[at])) is not None:
                since = held[dated[at]] if at in dated else ""
                made.append((number, [*own, head.names[at], role, since]))
        if len(made) == before:
            made.append((number, [*own, "", "", ""]))
    dates, groups = (
        ", ".join(head.names[at] for at in [*places][:_MOST_NAMED])
        + (" …" if len(places) > _MOST_NAMED else "")
        for places in (dated.values(), dated)
    )
    doubt = Doubt(f"{dates} is taken for since when rows with yes belong to {groups}")
    return Laid(replace(sheet, rows=made), (), (doubt,))


def _may_be_group(look: Look) -> bool:
    """Whether a column holds yes and no, and its name says of nothing known what that is."""
    marks = {text for text in look.texts if not is_blank(text)}
    known = meaning(look.name)[1] not in ("", "name")
    return bool(marks) and all(map(is_mark, marks)) and not known


def _dated(columns: Sequence[Look], marked: Mapping[int, str]) -> dict[int, int]:
    """For each column of marks that has one, the column of dates that is called after it."""
    found: dict[int, int] = {}
    for at, look in enumerate(columns):
        if at in marked or not look.texts or not all(map(is_date, look.texts)):
            continue
        words = plain(look.name).split()
        for group, name in marked.items():
            of = name.split()
            rest = _without(words, of)
            if group not in found and of and rest and {*rest} <= _OF_JOINING | years():
                found[group] = at
                break
    return found


def _without(words: Sequence[str], part: Sequence[str]) -> list[str]:
    """The words without those of a part that stand together in them; nothing if they do not."""
    size = len(part)
    for at in range(len(words) - size + 1):
        if [*words[at : at + size]] == [*part]:
            return [*words[:at], *words[at + size :]]
    return []


def _contradict(columns: Sequence[Look], dated: Mapping[int, int]) -> bool:
    """Whether a date stands beside a no."""
    return any(
        not is_blank(date) and role_of_mark(mark) is None
        for at, other in dated.items()
        for mark, date in zip(columns[at].cells, columns[other].cells, strict=True)
    )
