"""Read long panels: a row for each year of each pair, with a cell that says whether it holds.

    state, year, organisation, member    -> state, organisation, start, end
    a, 2001, Sea Union, 1                   a, Sea Union, 2001, 2002
    a, 2002, Sea Union, 1
    a, 2003, Sea Union, 0

Two states in a row are tied: each column that says yes or no is then a kind of tie. Where no column
says so, a pair is there in the years of which there are rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from graphkit.model.wording import counted
from graphkit.sources.countries import country_of
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import ends, layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look, headed_columns
from graphkit.sources.mapping.cells.table_head import Head, unique_names
from graphkit.sources.mapping.cells.worded_columns import are_sentences
from graphkit.sources.mapping.form.doubt import Doubt
from graphkit.sources.mapping.form.sheet_mapping import LAYERS
from graphkit.sources.mapping.layouts.laid_out import Laid
from graphkit.sources.mapping.layouts.runs_of_years import Codes, Stated, is_code, periods
from graphkit.sources.raw import Row
from graphkit.sources.role_words import ROLE_WORDS

YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_REPEATED = 0.7
"""The share of differing names below which rows are several years of each."""
_ROWS_OF_EACH = 1.5
"""How many years a pair has at least on average."""
_OVERLAP = 0.3
"""The share of names that stand at both ends from which these are ends of ties."""
_MOST_NAMES = 6
_MOST_KINDS = 12
_SAYS_NOTHING = {
    *"member membership value tie tied link linked present presence dummy status".split(),
    *"active flag indicator exists yes mark code no".split(),
}  # fmt: skip
_MEETINGS = {
    *"meeting meetings conference conferences session sessions summit event events".split()
}
_OF_TIES = {
    *"ally allies alliance allied defense defence neutrality nonaggression entente treaty".split(),
    *"pact war conflict cooperation trade agreement contract partner partnership tie link".split(),
    *"joint shared ownership interlock consultation offense offence".split(),
}


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where the year, the two names, what is said of them and their role stand."""

    year: int
    pair: tuple[int, int]
    marks: tuple[int, ...]
    role: int | None
    tied: bool


def as_long_periods(sheet: Sheet) -> Laid:
    """The sheet with a row for each period of a pair; itself where it is something else."""
    found_in = headed_columns(sheet)
    panel = _panel(*found_in) if found_in else None
    if found_in is None or panel is None:
        return Laid(sheet)
    head, columns = found_in
    width = len(head.names)
    rows = [
        (number, [*map(str.strip, cells), *[""] * (width - len(cells))])
        for number, cells in head.body
    ]
    by_pair: dict[tuple[str, str], list[Row]] = defaultdict(list)
    left_over: list[Row] = []
    for number, cells in rows:
        one, other = (cells[at] for at in panel.pair)
        if one and other and YEAR.fullmatch(cells[panel.year]):
            by_pair[one, other].append((number, cells))
        elif any(cells):
            left_over.append((number, cells))
    for each in by_pair.values():
        each.sort(key=lambda row: row[1][panel.year])
    years = sorted({int(cells[panel.year]) for each in by_pair.values() for _, cells in each})
    kept = _kept(panel, width, by_pair)
    named = [_title(at, head, columns, panel) for at in kept]
    word = "Kind" if panel.tied else "Role"
    made: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    made.append((head.row, [*unique_names([*named, word, "Start", "End"], len(named) + 3)]))
    found = sorted(_found(panel, head, columns, by_pair, years, kept), key=lambda row: row[0])
    left = [
        head.names[at]
        for at in range(width)
        if at not in {*kept, panel.year, *panel.marks, *({panel.role} - {None})}
    ]
    said = (
        f"{sheet.place}: {len(head.body):,} rows of years are read as "
        f"{counted(len(found), 'period')}"
    )
    if panel.marks:
        told = {text for at in panel.marks for text in columns[at].texts}
        said += "; codes below 0 state nothing" if Codes.of(told).coded else ""
        if Codes.of(told).coded and told & {"2", "3"}:
            said += ", 2 is an associate member and 3 an observer"
    if left:
        said += f"; {', '.join(left[:3])} {'differs' if len(left) == 1 else 'differ'} by year and "
        said += "is left out" if len(left) == 1 else "are left out"
    guess = _guess(panel, head)
    made += [*found, *((number, [cells[at] for at in kept]) for number, cells in left_over)]
    return Laid(
        replace(sheet, rows=made), (said,), tuple(_doubts(panel, head, found, years)), guess
    )


def _found(
    panel: _Panel,
    head: Head,
    columns: Sequence[Look],
    by_pair: dict[tuple[str, str], list[Row]],
    years: Sequence[int],
    kept: Sequence[int],
) -> Iterator[Row]:
    there: dict[str, set[int]] = defaultdict(set)
    for (one, other), rows in by_pair.items():
        for _, cells in rows:
            there[one].add(int(cells[panel.year]))
            there[other].add(int(cells[panel.year]))
    codes = [Codes.of({*columns[at].texts}) for at in panel.marks]
    for pair, rows in by_pair.items():
        first = [rows[0][1][at] for at in kept]
        if not panel.marks:
            stated = [
                Stated(int(cells[panel.year]), number, cells[panel.role] if panel.role else "")
                for number, cells in rows
            ]
            seen = there[pair[0]] | there[pair[1]]
            stated = _with_years_without(stated, years, seen)
            yield from ((p.row, [*first, p.role, str(p.start), p.end])
                        for p in periods(stated, years))  # fmt: skip
            continue
        for at, code in zip(panel.marks, codes, strict=True):
            said = [code.stated(c[at], int(c[panel.year]), number) for number, c in rows]
            name = "" if len(panel.marks) == 1 and says_nothing(head.names[at]) else head.names[at]
            for each in periods(said, years):
                word = name if panel.tied else each.role
                yield each.row, [*first, word, str(each.start), each.end]


def _with_years_without(
    stated: Sequence[Stated], years: Sequence[int], seen: set[int]
) -> list[Stated]:
    """What is stated, with the years in which one of both has rows, and not with the other."""
    own = {each.year: each for each in stated}
    return [own.get(year, Stated(year, 0, None)) for year in years if year in own or year in seen]


def _doubts(
    panel: _Panel, head: Head, found: Sequence[Row], years: Sequence[int]
) -> Iterator[Doubt]:
    begun = sum(cells[-2] == str(years[0]) for _, cells in found)
    if begun:
        yield Doubt(
            f"{head.names[panel.year]}: the table begins in {years[0]}; what it states of that "
            "year may have begun before"
        )
    if not panel.marks:
        yield Doubt(
            f"{head.names[panel.year]}: rows of one pair in years that follow each other are read "
            "as a period, and a year without a row as one in which it did not hold"
        )
    if any(later - year > 1 for year, later in pairwise(years)):
        yield Doubt(
            f"{head.names[panel.year]}: the table skips years; a period ends in the last year of "
            "which it states it"
        )


def _guess(panel: _Panel, head: Head) -> str:
    """Why the columns may say something else than how two are tied."""
    names = [head.names[at] for at in panel.marks]
    if not panel.tied or all(map(_ties, names)):
        return ""
    if len(names) == 1 and says_nothing(names[0]):
        return ""
    if not names:
        return ""
    listed = ", ".join(names[:3])
    hold = "holds" if len(names) == 1 else "hold"
    return (
        f"each row is two names and a year, and {listed} {hold} codes, which are taken for kinds "
        "of ties; if a code says that both are in a group, give a table of who is in which group"
    )


def _panel(head: Head, columns: Sequence[Look]) -> _Panel | None:
    years = [
        at
        for at, look in enumerate(columns)
        if look.texts and meaning(look.name)[1] == "start" and all(map(YEAR.fullmatch, look.texts))
    ]
    if len(years) != 1 or len({*columns[years[0]].texts}) < 2:
        return None
    year = years[0]
    marks = [
        at
        for at, look in enumerate(columns)
        if at != year and look.texts and all(map(is_code, {*look.texts})) and _may_be_mark(look)
    ]
    named = sorted(
        (
            at
            for at, look in enumerate(columns)
            if at not in (year, *marks) and look.texts and look.numbers < 0.5
            and look.unlike < _REPEATED and look.dates < 0.5 and not are_sentences(look)
        ),
        key=lambda at: (meaning(columns[at].name)[1] != "name", at),
    )[:_MOST_NAMES]  # fmt: skip
    pair = ends([*head.names])
    tied = pair is not None and all(columns[at].unlike < _REPEATED for at in pair)
    if pair is None or not tied:
        pairs = [(one, other) for one, other in combinations(named, 2)
                 if _are_pairs(columns, one, other, year, marked=bool(marks))]  # fmt: skip
        pair = pairs[0] if pairs else None
        tied = pair is not None and _share_names(columns, *pair)
    if pair is None:
        return None
    marks = [
        at
        for at in marks
        if at not in pair and (_ties(columns[at].name) or not _is_of_one(columns, at, pair))
    ]
    if len(marks) > _MOST_KINDS or (len(marks) > 1 and not tied):
        return None  # a column for each group
    role = None if marks else _role(columns, pair, year)
    places = {(*(columns[at].cells[n] for at in pair), columns[year].cells[n])
              for n in range(len(columns[year].cells))}  # fmt: skip
    if len(places) < len(columns[year].cells):
        return None  # several rows of a pair in a year: each says something else
    several = {place[:2] for place in places}
    if len(places) < _ROWS_OF_EACH * len(several):
        return None
    panel = _Panel(year, (pair[0], pair[1]), (*marks,), role, tied)
    return panel if marks or _follow(columns, panel) else None


def _may_be_mark(look: Look) -> bool:
    is_id = plain(look.name).endswith(("id", "code")) and not look.name.isupper()
    return (meaning(look.name)[1] != "id" or "0" in look.texts) and not is_id


def _are_pairs(columns: Sequence[Look], one: int, other: int, year: int, *, marked: bool) -> bool:
    """Whether each row names two things of which neither is merely said of the other."""
    cells = [*zip(columns[one].cells, columns[other].cells, columns[year].cells, strict=True)]
    if len({*cells}) < len(cells):
        return False
    pairs = {cell[:2] for cell in cells}
    first, second = len({a for a, _ in pairs}), len({b for _, b in pairs})
    if marked or not any(_is_group(columns[at].name) for at in (one, other)):
        return len(pairs) > max(first, second)
    return len(pairs) > min(first, second)


def _is_group(name: str) -> bool:
    subject, what = meaning(name)
    return (subject in LAYERS and what == "name") or layer_in(name) == "membership"


def _share_names(columns: Sequence[Look], one: int, other: int) -> bool:
    first, second = {*columns[one].texts}, {*columns[other].texts}
    return len(first & second) > _OVERLAP * min(len(first), len(second))


def _is_of_one(columns: Sequence[Look], at: int, pair: tuple[int, int]) -> bool:
    """Whether a column says the same of one of both in all rows, with each of the others."""
    if len({*columns[at].cells}) < 2:
        return False
    for of, other in (pair, pair[::-1]):
        said: dict[str, set[str]] = defaultdict(set)
        others: dict[str, set[str]] = defaultdict(set)
        for one, two, text in zip(
            columns[of].cells, columns[other].cells, columns[at].cells, strict=True
        ):
            said[one].add(text)
            others[one].add(two)
        several = [one for one in said if len(others[one]) > 1]
        if len(several) > 1 and all(len(texts) == 1 for texts in said.values()):
            return True
    return False


def _ties(name: str) -> bool:
    """Whether a column is called by a kind of tie."""
    return not _OF_TIES.isdisjoint(plain(name).split())


def _role(columns: Sequence[Look], pair: Sequence[int], year: int) -> int | None:
    for at, look in enumerate(columns):
        if at in (*pair, year) or not look.texts:
            continue
        if (
            meaning(look.name)[1] == "role"
            or {text.casefold() for text in look.texts} <= ROLE_WORDS
        ):
            return at
    return None


def _follow(columns: Sequence[Look], panel: _Panel) -> bool:
    """Whether rows without marks are the years of pairs: years follow each other, nothing else
    differs between the rows of a pair, and these are not meetings, of which there is one a year.
    """
    names = [columns[at].name for at in panel.pair]
    if any(_MEETINGS & {*plain(name).split()} for name in names):
        return False
    used = {panel.year, *panel.pair, *({panel.role} - {None})}
    rows = range(len(columns[panel.year].cells))
    by_pair: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n in rows:
        by_pair[tuple(columns[at].cells[n] for at in panel.pair)].append(n)
    for at, look in enumerate(columns):
        if at not in used and any(
            len({look.cells[n] for n in own}) > 1 for own in by_pair.values()
        ):
            return False
    after = next_to = 0
    for own in by_pair.values():
        years = sorted(int(columns[panel.year].cells[n] or 0) for n in own)
        after += len(years) - 1
        next_to += sum(later == year + 1 for year, later in pairwise(years))
    return next_to * 2 > after > 0


def _kept(panel: _Panel, width: int, by_pair: dict[tuple[str, str], list[Row]]) -> list[int]:
    """The columns that say the same in all rows of each pair."""
    used = {panel.year, *panel.marks, *({panel.role} - {None})}
    return [
        at
        for at in range(width)
        if at not in used
        and all(len({cells[at] for _, cells in rows}) == 1 for rows in by_pair.values())
    ]


def _title(at: int, head: Head, columns: Sequence[Look], panel: _Panel) -> str:
    """The name of a column, which says which of both are members, and which groups."""
    name = head.names[at]
    if panel.tied or at not in panel.pair:
        return name
    group = _group(panel.pair, columns)
    if at != group:
        return f"Member ({name})"
    return (
        name if meaning(name)[0] in LAYERS and meaning(name)[1] == "name" else f"Member of ({name})"
    )


def _group(pair: Sequence[int], columns: Sequence[Look]) -> int:
    """Which of both columns names the groups: one that is called so, or else that which names no
    countries, or else the one with fewer names.
    """
    called = [at for at in pair if _is_group(columns[at].name)]
    if len(called) == 1:
        return called[0]
    states = [at for at in pair if _names_states(columns[at])]
    if len(states) == 1:
        return next(at for at in pair if at != states[0])
    members = [at for at in pair if meaning(columns[at].name)[0] == "member"]
    if len(members) == 1:
        return next(at for at in pair if at != members[0])
    return min(pair, key=lambda at: columns[at].distinct)


def _names_states(look: Look) -> bool:
    if not {"state", "country"}.isdisjoint(plain(look.name).split()):
        return True
    return sum(country_of(text) is not None for text in {*look.texts}) * 2 > look.distinct


def says_nothing(name: str) -> bool:
    """Whether a column of marks is called by no more than that it holds marks."""
    return {*plain(name).split()} <= _SAYS_NOTHING
