"""Read panels: a row for each state and year, a column for each group, a code in each cell.

    state, year, EU, NATO        -> state, group, role, start, end
    a, 2001, 0, 1                   a, NATO, 1, 2001, 2002
    a, 2002, 1, 1                   a, EU, 1, 2002,
    a, 2003, 1, 0

Years in a row in which a cell says the same are one period. It ends in the last of them, unless
the table ends there, or the next cell is missing; then nobody knows. Codes below 0 state nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from graphkit.model.wording import counted
from graphkit.sources.countries import country_of
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import layer_in, meaning, numbered, plain
from graphkit.sources.mapping.cells.columns import Look, headed_columns
from graphkit.sources.mapping.form.doubt import Doubt
from graphkit.sources.mapping.layouts.laid_out import Laid
from graphkit.sources.mapping.layouts.long_panels import YEAR, says_nothing
from graphkit.sources.mapping.layouts.runs_of_years import Codes, is_code, periods
from graphkit.sources.raw import Row

_FEWEST = 3
_MANY = 9
"""With this many columns, a table without words for groups is one of groups all the same."""
_REPEATED = 0.7
"""The share of differing names below which rows are several years of each."""


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where the year, the names and the codes stand; turned: whether each row is a group.

    unsure: whether the columns of codes may say something else of each than what it is in.
    """

    year: int
    name: int
    codes: tuple[int, ...]
    turned: bool
    unsure: bool


def as_periods(sheet: Sheet) -> Laid:
    """The sheet with a row for each period; itself where it is something else."""
    found_in = headed_columns(sheet)
    panel = _panel(found_in[1]) if found_in else None
    if found_in is None or panel is None:
        return Laid(sheet)
    head, columns = found_in
    used = {panel.year, panel.name, *panel.codes}
    others = [at for at in range(len(columns)) if at not in used]
    by_name: dict[str, list[Row]] = defaultdict(list)
    for number, cells in head.body:
        held = [*cells, *[""] * (len(columns) - len(cells))]
        if held[panel.name].strip() and YEAR.fullmatch(held[panel.year].strip()):
            by_name[held[panel.name].strip()].append((number, held))
    for rows in by_name.values():
        rows.sort(key=lambda row: row[1][panel.year])
    years = sorted({int(row[1][panel.year]) for rows in by_name.values() for row in rows})
    kept = [at for at in others if _is_constant(at, by_name.values())]
    left = [head.names[at] for at in others if at not in kept]
    word, other = ("Member of", "Member") if panel.turned else ("Member", "Member of")
    names = [f"{word} ({head.names[panel.name]})", other, "Role", "Start", "End"]
    one = len(panel.codes) == 1 and says_nothing(head.names[panel.codes[0]])
    if one:  # the file says of which group
        names = [names[0], "Role", "Member from", "Member until"]
    made: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    made.append((head.row, [*names, *(head.names[at] for at in kept)]))
    codes = Codes.of({text for at in panel.codes for text in columns[at].texts})
    found = sorted(_found(panel, head.names, codes, by_name, years, kept), key=lambda row: row[0])
    made += [(number, [*cells[:1], *cells[2:]]) if one else (number, cells)
             for number, cells in found]  # fmt: skip
    said = f"{sheet.place}: {len(head.body):,} rows of years are read as "
    said += counted(len(found), "period")
    said += "; codes below 0 state nothing" if codes.coded else ""
    if codes.coded and any({"2", "3"} & {*columns[at].texts} for at in panel.codes):
        said += ", 2 is an associate member and 3 an observer"
    if left:
        said += f"; {', '.join(left[:3])} differ by year and are left out"
    doubts: tuple[Doubt, ...] = ()
    if any(cells[3] == str(years[0]) for _, cells in found):
        begun = (
            f"{head.names[panel.year]}: the table begins in {years[0]}; what it states of that "
            "year may have begun before"
        )
        doubts = (Doubt(begun),)
    guess = ""
    if panel.unsure:
        listed = ", ".join(head.names[at] for at in panel.codes[:3])
        guess = (
            f"each row is a name and a year, and {listed} hold yes and no, which are taken for "
            "groups; if they say something else of each, leave the columns out of the file"
        )
    return Laid(replace(sheet, rows=made), (said,), doubts, guess)


def _found(
    panel: _Panel,
    names: Sequence[str],
    codes: Codes,
    by_name: dict[str, list[Row]],
    years: Sequence[int],
    kept: Sequence[int],
) -> Iterator[Row]:
    for name, rows in by_name.items():
        first = dict(rows)
        for at in panel.codes:
            stated = [codes.stated(c[at], int(c[panel.year]), number) for number, c in rows]
            for each in periods(stated, years):
                ends = [name, names[at], each.role, str(each.start), each.end]
                yield each.row, [*ends, *(first[each.row][n] for n in kept)]


def _panel(columns: Sequence[Look]) -> _Panel | None:
    years = [
        at
        for at, look in enumerate(columns)
        if look.texts and meaning(look.name)[1] == "start" and all(map(YEAR.fullmatch, look.texts))
    ]
    codes = [
        at
        for at, look in enumerate(columns)
        if look.texts
        and at not in years
        and all(map(is_code, {*look.texts}))
        and (meaning(look.name)[1] != "id" or "0" in look.texts)
    ]
    names = [
        at
        for at, look in enumerate(columns)
        if look.texts and look.numbers < 0.5 and look.unlike < _REPEATED and at not in codes
    ]
    codes = [at for at in codes if _may_be_name(columns[at].name)]
    if len(years) != 1 or not codes or not names:
        return None
    if numbered([columns[at].name for at in names]):
        return None  # or dyads, of which no cell says who of the two is meant
    name = max(names, key=lambda at: sum(map(len, columns[at].texts)))
    pairs = [*zip(columns[name].texts, columns[years[0]].texts, strict=False)]
    if len({*pairs}) < len(pairs):
        return None
    states = sum(country_of(columns[at].name.replace(".", " ")) is not None for at in codes)
    turned = states * 2 > len(codes)
    sure = turned or len(codes) >= _MANY or all(_names_group(columns[at]) for at in codes)
    few = len(codes) < _FEWEST
    held = {text for at in codes for text in columns[at].texts}
    if few and not (
        sure and "0" in held and 2 * columns[name].distinct <= len(columns[name].texts)
    ):
        return None
    return _Panel(years[0], name, tuple(codes), turned, not sure)


def _may_be_name(name: str) -> bool:
    """Whether a column of codes may be called by the name of a group, and by nothing else."""
    is_id = name.casefold().endswith(("id", "code", "1", "2")) and not name[:-1].isupper()
    return name.isupper() or (meaning(name)[1] in ("", "name") and not is_id)


def _names_group(look: Look) -> bool:
    """Whether a column of codes is called like a group, or by an acronym, or says in codes that it
    is none of its members whose value is missing.
    """
    words = plain(look.name).split()
    named = any(meaning(word)[0] == "membership" for word in words) or layer_in(look.name)
    coded = any(text.startswith("-") for text in look.texts)
    return look.name.isupper() or bool(named) or coded or says_nothing(look.name)


def _is_constant(at: int, groups: Collection[Sequence[Row]]) -> bool:
    return all(len({cells[at] for _, cells in rows}) == 1 for rows in groups)
