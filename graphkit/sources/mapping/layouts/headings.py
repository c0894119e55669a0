"""Give what a heading row says to the rows below it, as a column.

    Name, City                ->    Name, City, Member of
    Energy Cluster,                 Acme, Kielce, Energy Cluster
    Acme, Kielce                    Best, Bonn, Water Cluster
    Water Cluster,
    Best, Bonn

What the headings are is told by their words: groups, countries, kinds, roles, or organisations
above their projects. Where the words do not tell, a person is asked. Headings that only sort the
rows, such as A and B, say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graphkit.sources.countries import country_of
from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.kind_words import kind_of
from graphkit.sources.mapping.cells.known_names import is_city
from graphkit.sources.mapping.cells.table_head import Head, find_head, unique_names
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.lenient import is_number
from graphkit.sources.mapping.form.sheet_mapping import LAYERS
from graphkit.sources.mapping.layouts.laid_out import Laid
from graphkit.sources.mapping.rows.counted_rows import said_of_row
from graphkit.sources.mapping.rows.section_rows import heading_of
from graphkit.sources.raw import Row
from graphkit.sources.role_words import ROLE_WORDS

_LETTERS = 1
_FILLED = 3
"""In how many cells all other rows state something where headings are known by that alone."""
_LONGEST = 120
_MOST = 0.5
"""The share of rows above which rows of one cell are not headings."""
_MOST_NAMED = 3
_SEVERAL = {
    "members": "member", "partners": "partner", "observers": "observer", "founders": "founder",
    "associates": "associate", "affiliates": "affiliate", "signatories": "signatory",
    "participants": "participant", "sponsors": "sponsor", "supporters": "supporter",
}  # fmt: skip
"""The words for one of several that a heading names: Founding members."""
_COUNT = re.compile(r"\s*[(\[]\s*\d+[^)\]]*[)\]]\s*$")
_NUMBERED = re.compile(r"^(?:\d+|[A-Z]|[IVX]+)[.)]\s+")
HEADING = "Heading"
"""The column of headings whose words do not say what they are."""


@dataclass(frozen=True, slots=True)
class Headings:
    """What headings are: the name of their column, the words for that, and what else to offer."""

    column: str
    words: str
    offers: tuple[Change, ...] = ()

    @property
    def taken(self) -> str:
        """What they are taken for, to go on with: of the rows below."""
        return f"are taken for {self.words}" if self.words else "nothing says what they are"

    def value(self, text: str) -> str:
        """What the rows below a heading hold in the column."""
        return (_role(text) if self.column == "Role" else _bare(text)) if text else ""


def under_headings(sheet: Sheet) -> Laid:
    """The sheet with a column of what stands in heading rows; itself where it has none."""
    if sheet.holds is not Holds.CELLS or len(sheet.rows) < _FILLED:
        return Laid(sheet)
    head = find_head(sheet.rows)
    if not head.row or len(head.names) < 2:
        return Laid(sheet)
    if not any(heading_of(cells) for _, cells in head.body):
        return Laid(sheet)
    body = [row for row in head.body if not _repeats(row[1], head)]
    repeated = len(body) < len(head.body)
    first = _above_names(sheet.rows, head) if repeated else ""
    numbers = _heading_rows(body, head, started=bool(first))
    if not numbers:
        return Laid(sheet)
    texts = [heading_of(cells) for number, cells in body if number in numbers]
    told = [*dict.fromkeys([*([first] if first else []), *texts])]
    if all(len(text.strip(" .:")) <= _LETTERS for text in told):
        return Laid(sheet)
    above = [row for row in sheet.rows if row[0] in head.above]
    rows: list[Row] = [row for row in above if not first or heading_of(row[1]) != first]
    width = len(head.names)
    listed = ", ".join(told[:_MOST_NAMED]) + (" …" if len(told) > _MOST_NAMED else "")
    if (own := _own_column(body, numbers, head)) is not None:
        rows.append((head.row, [*head.names]))
        rows += _filled_down(body, numbers, own)
        doubt = Doubt(
            f"rows with one cell ({listed}) are taken for the {head.names[own]} of those below"
        )
        return Laid(replace(sheet, rows=rows), (), (doubt,))
    said = what_they_are(told, head.names)
    rows.append((head.row, [*unique_names([*head.names, said.column], width + 1)]))
    over = said.value(first)
    for number, cells in body:
        if number in numbers:
            over = said.value(heading_of(cells))
        elif said_of_row((number, cells), body):
            rows.append((number, cells))
        elif any(map(str.strip, cells)):
            held = [*cells[:width], *[""] * (width - len(cells)), over, *cells[width:]]
            rows.append((number, held))
    text = f"rows with one cell are headings ({listed}), and {said.taken} of the rows below"
    doubt = Doubt(text, said.offers)
    return Laid(replace(sheet, rows=rows), (), (doubt,))


def _above_names(rows: Sequence[Row], head: Head) -> str:
    """The text of the row above the names of the columns, where it holds one alone."""
    before = [cells for number, cells in rows if number < head.row]
    return heading_of(before[-1]) if before else ""


def _own_column(body: Sequence[Row], numbers: Collection[int], head: Head) -> int | None:
    """The column of headings, which has a name of its own and in which other rows hold nothing."""
    places = {
        next(at for at, cell in enumerate(cells) if cell.strip())
        for number, cells in body
        if number in numbers
    }
    at = places.pop()
    others = [cells for number, cells in body if number not in numbers]
    blank = not any(cells[at].strip() for cells in others if at < len(cells))
    named = at < len(head.names) and head.names[at] != f"column {at + 1}"
    return at if blank and named and not places else None


def _filled_down(body: Sequence[Row], numbers: Collection[int], at: int) -> list[Row]:
    rows: list[Row] = []
    over = ""
    for number, cells in body:
        if number in numbers:
            over = cells[at].strip()
        elif any(map(str.strip, cells)):
            rows.append((number, [*cells[:at], over, *cells[at + 1 :]]))
    return rows


def _repeats(cells: Sequence[str], head: Head) -> bool:
    """Whether a row repeats the names of the columns."""
    return tuple(cells[:1]) == head.names[:1] and unique_names(cells, len(head.names)) == head.names


def _heading_rows(body: Sequence[Row], head: Head, *, started: bool) -> frozenset[int]:
    """The numbers of the rows that head those below them.

    The first row is one unless a heading stands above the names of the columns. None follows
    another. All other rows fill three cells or more; or the headings stand in a column in which
    other rows hold nothing or numbers; or their words are known.
    """
    passed = {row[0] for row in body if heading_of(row[1]) and said_of_row(row, body)}
    while body and (body[-1][0] in passed or heading_of(body[-1][1])):
        body = body[:-1]
    counted = [(number, cells) for number, cells in body if number not in passed]
    if len(counted) < 2 or not (started or heading_of(counted[0][1])):
        return frozenset()
    found = {number: text for number, cells in counted if (text := heading_of(cells))}
    if len(found) * 2 > len(counted) or max(map(len, found.values()), default=0) > _LONGEST:
        return frozenset()
    marks = [number in found for number, _ in counted]
    if any(one and other for one, other in pairwise(marks)):
        return frozenset()
    others = [cells for number, cells in counted if number not in found]
    if not {*found.values()}.isdisjoint(cell.strip() for cells in others for cell in cells):
        return frozenset()  # other rows name them: they are rows like these
    least = min(sum(bool(cell.strip()) for cell in cells) for cells in others)
    if least >= _FILLED and len(found) + started > 1:
        return frozenset(found)
    if least >= 2 and (_stands_apart(found, counted, others) or _are_known(found.values())):
        return frozenset(found)
    return frozenset()


def _stands_apart(
    found: Collection[int], counted: Sequence[Row], others: Sequence[Sequence[str]]
) -> bool:
    """Whether headings stand in a column in which all other rows hold nothing, or numbers."""
    places = {
        next(at for at, cell in enumerate(cells) if cell.strip())
        for number, cells in counted
        if number in found and sum(bool(cell.strip()) for cell in cells) == 1
    }
    if len(places) != 1:
        return False
    at = places.pop()
    beside = {cells[at].strip() for cells in others if at < len(cells)} - {""}
    texts = [cells[at].strip() for number, cells in counted if number in found]
    return all(is_number(text.strip(". ")) for text in beside) and not any(map(is_number, texts))


def _are_known(texts: Collection[str]) -> bool:
    """Whether the words of all headings say that they are not members themselves."""
    return all(map(_names_group, texts)) or all(
        country_of(_bare(text)) or _role(text) or kind_of(_bare(text)) for text in texts
    )


def what_they_are(texts: Sequence[str], names: Sequence[str]) -> Headings:
    """What headings are, by their words and those of the columns."""
    known = {meaning(name) for name in names}
    whats = {what for _, what in known}
    bare = [_bare(text) for text in texts]
    groups = Change.to("they are groups", {HEADING: "group"}, shape="pairs")
    further = [
        Change.to("they are countries", {HEADING: "member country"}),
        Change.to("they are kinds of organisations", {HEADING: "member kind"}),
        Change.to("they are what the organisations are part of", {HEADING: "member part of"}),
    ]
    if all(country_of(text) for text in bare) and not whats & {"country", "country_code"}:
        return Headings("Country", "the countries", _in_groups("Country"))
    if all(map(_role, texts)) and "role" not in whats:
        return Headings("Role", "the roles")
    if all(kind_of(text) for text in bare) and "kind" not in whats:
        return Headings("Type", "the kinds", _in_groups("Type"))
    of_rows = {subject for subject, what in known if what == "name"}
    if of_rows & {*LAYERS} and "member" not in of_rows and not any(map(_names_group, texts)):
        other = Change.to("they only sort the rows", {"Organisation": "group attribute"},
                          shape="groups")  # fmt: skip
        return Headings("Organisation", "the organisations", (other,))
    named = sum(map(_names_group, texts))
    if named * 2 > len(texts) and not of_rows & {*LAYERS}:
        layers = Counter(filter(None, (layer_in(text) for text in texts)))
        layer = layers.most_common(1)[0][0] if layers else "membership"
        column = {"collaboration": "Project", "declaration": "Agreement"}.get(layer, "Member of")
        sorts = Change.to("they only sort the rows", {column: "attribute"})
        return Headings(column, "the groups", (sorts,))
    if all(map(is_city, bare)) and "city" not in whats:
        return Headings("City", "the cities", _in_groups("City"))
    return Headings(HEADING, "", (groups, *further))


def _in_groups(column: str) -> tuple[Change, ...]:
    return (Change.to("they are groups", {column: "group"}, shape="pairs"),)


def _names_group(text: str) -> bool:
    words = plain(_bare(text)).split()
    both = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
    return any(meaning(word)[0] in LAYERS for word in (*words, *both))


def _role(text: str) -> str:
    """The role that a heading says its rows have: Founding members, Observers."""
    words = plain(_bare(text)).split()
    if not words:
        return ""
    last = _SEVERAL.get(words[-1], words[-1])
    said = " ".join((*words[:-1], last))
    return said if last in ROLE_WORDS and len(words) < 4 else ""


def _bare(text: str) -> str:
    """A heading without what numbers it or counts its rows: `1. Poland (12)`."""
    return _COUNT.sub("", _NUMBERED.sub("", text.strip())).rstrip(" :–-")
