"""Turn the rows of sheets into entities and facts, by their mappings.

Sheets about organisations and groups come first, so that rows which name them later find them.
Everything that is stated keeps the number of the place where it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from graphkit.model import Problem
from graphkit.model.own_columns import PREFIX
from graphkit.model.progress import Progress
from graphkit.sources.mapping.cells.cell_values import CellValues
from graphkit.sources.mapping.cells.survey_heads import option_of
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import Shape, names_as_role, place_in_order
from graphkit.sources.mapping.rows.counted_rows import counted_rows
from graphkit.sources.mapping.rows.directions_of_ties import InverseTies, halved
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.entities import Entities, Entity
from graphkit.sources.mapping.rows.fact_cells import (
    DATES,
    FactCells,
    in_our_tables,
    kind_as_role,
    table_of_fact,
)
from graphkit.sources.mapping.rows.further_columns import Further
from graphkit.sources.mapping.rows.further_groups import FurtherGroups
from graphkit.sources.mapping.rows.matrix_cells import MatrixCells
from graphkit.sources.mapping.rows.names_of_several import names_of_several
from graphkit.sources.mapping.rows.namesakes import namesakes, said_of
from graphkit.sources.mapping.rows.number_scopes import scopes_of
from graphkit.sources.mapping.rows.rows_by_id import know_rows_by_id
from graphkit.sources.mapping.rows.said_of_rows import (
    ITSELF,
    NO_GROUP,
    NO_MEMBER,
    OF_GROUPS,
    REPEATED,
    TIED_IN_NO_WAY,
    TIED_TO_NOBODY,
    TO_ITSELF,
    WEIGHTLESS,
)
from graphkit.sources.mapping.rows.says_no import Groupless, SaysNo
from graphkit.sources.mapping.rows.shared_numbers import share_numbers
from graphkit.sources.mapping.rows.short_names import short_names
from graphkit.sources.mapping.rows.square_ties import SquareTies, Stated
from graphkit.sources.mapping.rows.stated_facts import Once
from graphkit.sources.mapping.rows.subjects import Subject
from graphkit.sources.mapping.rows.survey_rows import SurveyRows
from graphkit.sources.mapping.rows.unnamed_cells import UnnamedCells
from graphkit.sources.mapping.rows.unnamed_rows import ids_left_out, nobody, of_nobody, seldom_named
from graphkit.sources.mapping.rows.wholes import add_wholes

_MOST_PAIRS = 10_000
_NO_TIE = {"none", "brak", "keine", "aucun", "ninguno"}
"""Kinds of ties that say that there is none; in capitals, programs write None for a blank."""


def apply(
    sheets: Sequence[Mapped],
    tally: Tally,
    without: AbstractSet[tuple[int, int]] = frozenset(),
    progress: Progress | None = None,
) -> Drafts:
    """What the sheets state; what cannot be read is a problem of the tally.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets.
    tally : Tally
        Takes what was put right and what is wrong.
    without : set of (int, int)
        Rows to leave out: the number of the sheet, and that of the row.
    progress : callable, optional
        Takes what is being done, how many rows of a sheet are done, and of how many.

    Returns
    -------
    Drafts
        The entities and facts.
    """
    drafts = Drafts(Entities(share_numbers(sheets)), short_names=short_names(sheets))
    drafts.columns = [{} for _ in sheets]
    drafts.scopes = scopes_of(sheets, tally)
    drafts.shared_names = names_of_several(sheets)
    drafts.own_kinds = {kind.id: kind for sheet in sheets for kind in sheet.mapping.own_kinds}
    once = Once(drafts.facts)
    drafts.skipped |= ids_left_out(sheets)
    ordered = sorted(enumerate(sheets), key=lambda each: place_in_order(each[1].mapping.shape))
    for number, sheet in ordered:
        if sheet.mapping.shape is not Shape.SKIP:
            _Sheet(number, sheet, drafts, once, tally, without, progress).read()
    add_wholes(drafts, sheets, tally)
    return drafts


class _Sheet:
    """Reads one sheet."""

    def __init__(
        self,
        number: int,
        sheet: Mapped,
        drafts: Drafts,
        once: Once,
        tally: Tally,
        without: AbstractSet[tuple[int, int]],
        progress: Progress | None,
    ) -> None:
        self.number = number
        self.sheet = sheet
        self.mapping = mapping = sheet.mapping
        self.drafts = drafts
        self.once = once
        self.tally = tally
        self.without = without
        self.progress = progress
        self.values = CellValues(sheet.place, sheet.header, mapping, tally)
        self.facts = FactCells(sheet, self.values, tally)
        self.cells = MatrixCells(sheet, self.values, tally)
        self.further = Further(sheet, self.values)
        self.says_no = SaysNo(sheet, tally)
        self.groupless = Groupless(sheet)
        self.unnamed = UnnamedCells(sheet, self.further, self.facts, tally)
        for at, role in enumerate(mapping.roles):
            drafts.columns[number].setdefault(in_our_tables(role), sheet.header[at])
        for at, name in (self.further.names | self.further.beside).items():
            for of in ("entity", "fact"):
                drafts.columns[number].setdefault((of, name), sheet.header[at])

    def subject(
        self,
        word: str,
        layer: str = "",
        apart: Collection[str] = (),
        sheet: Mapped | None = None,
    ) -> Subject:
        scope = self.drafts.scopes.get((self.number, word), "")
        given = (
            sheet or self.sheet,
            self.values,
            self.further,
            self.drafts,
            self.tally,
            scope,
            apart,
        )
        return Subject(word, layer, *given)

    def rows(self) -> Iterator[tuple[int, int, Sequence[str]]]:
        """The rows that count: the number of the place, that of the row, and the cells."""
        return counted_rows(
            self.number, self.sheet, self.drafts, self.tally, self.without, self.progress
        )

    def read(self) -> None:
        {
            Shape.ORGANISATIONS: self.organisations,
            Shape.GROUPS: self.groups,
            Shape.PAIRS: self.pairs,
            Shape.MATRIX: self.matrix,
            Shape.TIES: self.ties,
            Shape.SQUARE: self.square,
            Shape.SURVEY: self.survey,
        }[self.mapping.shape]()

    def organisations(self) -> None:
        member = self.subject("member")
        for at, row, cells in self.rows():
            if not member.of(cells, at, row):
                self._nobody(row, cells, member)

    def groups(self) -> None:
        group = self.subject("group", self.mapping.layer)
        for at, row, cells in self.rows():
            if not group.of(cells, at, row):
                self._nobody(row, cells, group)

    def _nobody(self, row: int, cells: Sequence[str], subject: Subject) -> None:
        of_nobody(row, cells, subject, self.sheet, self.tally)

    def pairs(self) -> None:
        mapping = self.mapping
        member = self.subject("member")
        both = namesakes(self.sheet)
        group = self.subject("group", mapping.layer, both)
        if loaded := [name for each, name in both.items() if each not in self.groupless.alone]:
            self.tally.note(self.sheet.place, said_of(loaded))
        constant = mapping.group if not group.named else ""
        as_roles = [
            (self.subject(role), role.removeprefix("member as "))
            for role in dict.fromkeys(mapping.roles)
            if names_as_role(role)
        ]
        of_rows = [member, *(subject for subject, _ in as_roles)]
        seldom = not constant and seldom_named(self.sheet, of_rows, group)
        know_rows_by_id(self.sheet, self.drafts, member, group)
        for at, row, cells in self.rows():
            own_named = member.of(cells, at, row) if member.named else []
            members = [(each, "") for each in own_named]
            for subject, role in as_roles:
                members += [(each, role) for each in subject.of(cells, at, row)]
            itself = False
            if constant:
                groups = group.constant(constant, cells, at, row)
            elif members and self.says_no.alone(cells) and self.says_no.of(cells, row):
                continue
            else:
                cells, itself = self.groupless.of(self._named(cells, group))
                groups = group.of(cells, at, row)
                if not groups and members and not group.is_there(cells):
                    names = " – ".join(each.name for each, _ in members)
                    groups = [group.made(names, at)] if group.column is None else []
            unnamed = not members and groups and not constant
            if unnamed and (member.lists_nobody(cells) or (seldom and nobody(cells, of_rows))):
                self.tally.remark(self.sheet.place, row, "", NO_MEMBER)
                self.unnamed.keep_facts(groups, group, cells, row)
                continue
            if unnamed and member.may_be_blank(cells):
                self.unnamed.keep_all(member, groups, group, cells, row)
                continue
            if not members:
                self._nobody(row, cells, member if member.named else as_roles[0][0])
                continue
            if not groups:
                self.tally.remark(self.sheet.place, row, "", ITSELF if itself else NO_GROUP)
                self.unnamed.keep_facts(alone := [each for each, _ in members], member, cells, row)
                self.unnamed.keep(group, alone, member, cells, row)
                continue
            if not own_named and member.named:
                self.unnamed.keep(member, groups, group, cells, row)
            if self.says_no.of(cells, row):
                continue
            own = self.facts.of(cells, row)
            if own is None or self._too_many(row, len(groups), len(members)):
                continue
            for one in groups:
                for each, role in members:
                    stated = {"role": role} if role else {}
                    # Beside others, a column of roles speaks of these, not of who is in the lead.
                    said = {**own, **stated} if member.named else {**stated, **own}
                    self._relate(each, one, said, cells, at, row)

    def _named(self, cells: Sequence[str], group: Subject) -> Sequence[str]:
        """The cells of a row, with the name that its group has otherwise."""
        if not self.mapping.otherwise or not is_blank(group.text(cells)) or group.column is None:
            return cells
        named = [*cells]
        text = cells[self.sheet.header.index(self.mapping.otherwise)]
        named[self.sheet.header.index(group.column)] = text
        return named

    def _too_many(self, row: int, first: int, second: int) -> bool:
        """Whether two lists in a row make more pairs than anybody means."""
        if min(first, second) < 2 or first * second <= _MOST_PAIRS:
            return False
        what = f"the row relates {first:,} with {second:,}, which makes {first * second:,} facts"
        cure = "write a row for each"
        self.tally.problems.append(Problem(self.sheet.place, row, None, what, cure))
        return True

    def ties(self) -> None:
        first, second = self.subject("a"), self.subject("b")
        inverse = InverseTies(self.sheet)
        kind = self.mapping.column("kind")
        before = len(self.drafts.facts)
        for at, row, cells in self.rows():
            left, right = first.of(cells, at, row), second.of(cells, at, row)
            if not left or not right:
                if left and second.optional and not second.is_there(cells):
                    self.tally.remark(self.sheet.place, row, "", TIED_TO_NOBODY)
                    self.unnamed.keep_facts(left, first, cells, row)
                elif left and second.may_be_blank(cells):
                    self.unnamed.keep_all(second, left, first, cells, row)
                elif right and first.may_be_blank(cells):
                    self.unnamed.keep_all(first, right, second, cells, row)
                else:
                    skipped = next((each for each in (first, second) if each.skipped), None)
                    self._nobody(row, cells, skipped or (second if left else first))
                continue
            if self.says_no.of(cells, row) or (own := self.facts.of(cells, row)) is None:
                continue
            if kind is not None and cells[kind].strip() in _NO_TIE:
                self.tally.remark(self.sheet.place, row, "", TIED_IN_NO_WAY)
                continue
            if own.get("weight") in ("0", "0.0", "0.00"):
                self.tally.remark(self.sheet.place, row, "", WEIGHTLESS)
                continue
            if self._too_many(row, len(left), len(right)):
                continue
            turned, tied = inverse.of(self._of_kind(own))
            for one in right if turned else left:
                for other in left if turned else right:
                    self._relate(one, other, tied, cells, at, row)
        if not self.mapping.directed:
            halved(self.drafts, before, self.number, self.sheet, self.tally)

    def _of_kind(self, own: Mapping[str, str]) -> Mapping[str, str]:
        """What a row says of a tie, which has the kind of all ties where none is stated."""
        kind = self.mapping.tie_kind
        return {"kind": kind, **own} if kind and not own.get("kind") else own

    def matrix(self) -> None:
        """A row for each organisation and a column for each group, or the other way round."""
        mapping = self.mapping
        member = self.subject("member")
        group = self.subject("group", mapping.layer)
        turned = group.named
        rows, columns = (group, member) if turned else (member, group)
        places = mapping.columns("member column" if turned else "group column")
        further = FurtherGroups(
            self.sheet, lambda sheet: self.subject("group", "membership", sheet=sheet)
        )
        for at, row, cells in self.rows():
            named = rows.of(cells, at, row)
            if not named:
                self._nobody(row, cells, rows)
                continue
            for one in further.of(cells, at):
                for each in named:
                    self._relate(each, one, {}, cells, at, row)
            for column in places:
                if (own := self.cells.of(cells[column], row, column)) is None:
                    continue
                other = columns.made(option_of(self.sheet.header[column])[1], at)
                for each in named:
                    ends = (other, each) if turned else (each, other)
                    self._relate(*ends, own, cells, at, row)
        for column in places:
            columns.made(
                option_of(self.sheet.header[column])[1], max(len(self.drafts.origins) - 1, 0)
            )

    def square(self) -> None:
        member = self.subject("member")
        places = self.mapping.columns("member column")
        found: dict[tuple[int, int], Stated] = {}
        for at, row, cells in self.rows():
            members = member.of(cells, at, row)
            if not members:
                self._nobody(row, cells, member)
                continue
            for column in places:
                if (own := self.cells.of(cells[column], row, column)) is None:
                    continue
                tied = self._of_kind({"kind": own["role"]} if "role" in own else own)
                other = member.made(option_of(self.sheet.header[column])[1], at)
                found[id(members[0]), id(other)] = (members[0], other, tied, at, row)
        told = SquareTies(found)
        if not self.mapping.directed and (said := told.of_both_ends()):
            self.tally.note(self.sheet.place, said)
        for first, second, tied, at, row in told.each_once(directed=self.mapping.directed):
            self._relate(first, second, tied, (), at, row)

    def survey(self) -> None:
        who = self.subject("member")
        about, survey = self.subject("about"), self.subject("group", "collaboration")
        answers = SurveyRows(self.sheet, self.drafts, self.once, self.tally, about, survey)
        for at, row, cells in self.rows():
            named = who.of(cells, at, row)
            if not named:
                self._nobody(row, cells, who)
            elif (own := self.facts.of(cells, row)) is not None:
                for each in named:
                    answers.take(each, cells, own, at, row)

    def _relate(
        self,
        first: Entity,
        second: Entity,
        own: Mapping[str, str],
        cells: Sequence[str],
        at: int,
        row: int,
    ) -> None:
        if self.mapping.observed and own.keys().isdisjoint(DATES):
            own = {**own, "observed": self.mapping.observed}
        if first is second:
            cure = "name another, or remove it"
            self.tally.lenient(self.sheet.place, row, None, first.name, TO_ITSELF, cure)
            return
        if first.layer and not second.layer:
            first, second = second, first
        table, cut = table_of_fact(first, second, own, self.mapping)
        if table is None:
            names = f"{first.name} – {second.name}"
            self.tally.remark(self.sheet.place, row, names, OF_GROUPS)
            return
        if "kind" in cut and own.get("kind") and not own.get("role"):
            own = kind_as_role(own)
        kept = {name: value for name, value in own.items() if value and name not in cut}
        extra = self.further.of("", cells, row) if cells else {}
        for name in cut:
            if own.get(name):
                further = PREFIX + name
                extra.setdefault(further, own[name])
                which = f"{name}, which {table} do not have; it is kept as {further}"
                what = Said(f"states a {which}", f"state a {which}")
                self.tally.remark(self.sheet.place, row, own[name], what)
        if not self.once.add(table, (first, second), at, kept, extra):
            names = f"{first.name} – {second.name}"
            cure = "remove one of the two"
            self.tally.lenient(self.sheet.place, row, None, names, REPEATED, cure)
