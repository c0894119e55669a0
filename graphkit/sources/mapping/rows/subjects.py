"""The organisations or groups that a row names in the columns of one subject."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from operator import itemgetter

from graphkit.model import SCHEMES, Problem
from graphkit.sources.countries import country_of
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.cell_values import CellValues
from graphkit.sources.mapping.cells.columns import mostly_blank
from graphkit.sources.mapping.cells.listed_names import mark_in, names_in
from graphkit.sources.mapping.cells.several_names import cells_of_each, may_hold_for_each
from graphkit.sources.mapping.cells.tally import Remark, Said, Tally
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import as_role
from graphkit.sources.mapping.form.told_apart import as_told, told_by
from graphkit.sources.mapping.rows.control_characters import without_controls
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.entities import (
    APART,
    GROUP_ID,
    ID,
    SPACES,
    TOLD_APART,
    Entity,
    Key,
)
from graphkit.sources.mapping.rows.entity_cells import EntityCells
from graphkit.sources.mapping.rows.further_columns import Further
from graphkit.sources.mapping.rows.groups_of_rows import name_of_row
from graphkit.sources.mapping.rows.names_of_one import CalledBefore, spelt_out
from graphkit.sources.mapping.rows.people_among import PERSON, PeopleAmong
from graphkit.sources.mapping.rows.short_names import by_its_short_name, space_of
from graphkit.sources.problem_texts import shown

_OF_NOBODY = "Namibia beside the code NA of an organisation without a name; it was left out"
_NAMIBIA = Said(f"states {_OF_NOBODY}", f"state {_OF_NOBODY}")
_STRONG = ("pic", "ror", "lei", "krs", "vat", "nip", "regon")
_PICTURE = re.compile(r"\S+\.(?:svg|png|jpe?g|gif|webp)", re.IGNORECASE)
_SPACES = {"": "organisations", "membership": "organisations"}


class Subject:
    """Reads one subject: the member, the group, or an end of a tie.

    word: as roles call it. layer: of a group, to which layer it belongs. scope: the table in which
    alone its ids hold, or "". apart: the names of groups that some member has too.
    """

    def __init__(
        self,
        word: str,
        layer: str,
        sheet: Mapped,
        values: CellValues,
        further: Further,
        drafts: Drafts,
        tally: Tally,
        scope: str = "",
        apart: Collection[str] = (),
    ) -> None:
        self.word = word
        self.layer = layer
        self.skipped = self.told = False
        self.by_id: dict[str, Entity] = {}
        self._ahead: set[int] = set()
        self._mapping = mapping = sheet.mapping
        self._sheet = sheet
        self._values = values
        self._further = further
        self._drafts = drafts
        self._tally = tally
        self._space = _SPACES.get(layer, layer)
        self._ids = GROUP_ID if word == "group" and self._space == "organisations" else ID
        self._names = mapping.columns(word)
        self._mode = mapping.column(f"{word} mode")
        self._aliases = mapping.columns(f"{word} aliases")
        self._otherwise = [at for at in self._aliases if sheet.header[at] in mapping.name_otherwise]
        self._columns = {
            role.removeprefix(f"{word} ").replace(" ", "_"): at
            for at, role in enumerate(mapping.roles)
            if role.startswith(f"{word} ")
            and not role.endswith(" mode")
            and at not in further.names
            and as_role(role) in ("", word)
        }
        split = mapping.split
        self._split = {at: split[name] for at, name in enumerate(sheet.header) if name in split}
        self._lists = {*self._split, *(at for at in self._names if mostly_blank(sheet.body, at))}
        # Numbers of groups that stand in the rows of organisations with ids are not such ids.
        self._numbered = word == "group" and {"member", "member id"} <= {*mapping.roles}
        self._told_by = told_by(mapping, word)
        self._used = sorted(
            {*self._names, *self._aliases, *self._columns.values(), *further.places(word)}
            | {at for at in (self._mode, self._told_by) if at is not None}
        )
        self._shared = {*further.places(word)} | {
            at for each, at in self._columns.items() if may_hold_for_each(each)
        }
        self._coded = {
            word
            for word in ("country", "country_code")
            if word in self._columns and self._holds_codes(self._columns[word])
        }
        is_graph = sheet.locator != "row" and not mapping.own_ids
        self._scope = mapping.file or "" if is_graph else scope
        self._refers = bool(scope)
        self._apart = apart
        self._of_rows = {comparable(name) for name in mapping.group_of_row if word == "group"}
        self._keeps_ids = not is_graph and self._columns.get("id", -1) in further.beside
        column = self._columns.get("id")
        self._called = CalledBefore(sheet, "" if column is None else sheet.header[column], tally)
        self._people = PeopleAmong(sheet, word, self._names, drafts, tally)
        self.said = EntityCells(sheet, self._columns, self._split, values, further, drafts, tally)
        self._spelt = spelt_out(sheet) if word == "group" else {}
        self._used_of: Callable[[Sequence[str]], object] = (
            itemgetter(*self._used) if self._used else lambda cells: None
        )
        self._known: dict[object, tuple[list[Entity], list[Remark]]] = {}
        self._constant: dict[str, Entity] = {}

    def _holds_codes(self, column: int) -> bool:
        """Whether a column holds codes of countries, of which NA is one."""
        texts = [row[column].strip() for _, row in self._sheet.body[:1000] if column < len(row)]
        texts = [text for text in texts if text != "NA" and not is_blank(text)]
        codes = sum(len(text) == 2 for text in texts)
        return codes * 2 > len(texts) or (not texts and "country_code" in self._columns)

    @property
    def named(self) -> bool:
        """Whether a column names the subject, by name or by id."""
        return bool(self._names) or any(each in self._columns for each in ("id", *_STRONG))

    @property
    def optional(self) -> bool:
        """Whether a row may name none: a cell lists several, or most are empty, as in JSON."""
        return any(at in self._lists or "." in self._sheet.header[at] for at in self._names)

    def lists_nobody(self, cells: Sequence[str]) -> bool:
        """Whether a row has no cell for what others list in theirs: a project without partners."""
        return any(at in self._lists for at in self._names) and not self.is_there(cells)

    def may_be_blank(self, cells: Sequence[str]) -> bool:
        """Whether a row names nobody in a column of which the mapping allows this."""
        return self.column in self._mapping.blank_if_wrong and is_blank(self.text(cells))

    @property
    def column(self) -> str | None:
        """The column that names it, as the file calls it."""
        if self._names:
            return self._sheet.header[self._names[0]]
        at = next((self._columns[each] for each in ("id", *_STRONG) if each in self._columns), None)
        return None if at is None else self._sheet.header[at]

    def text(self, cells: Sequence[str]) -> str:
        """What stands in the column that names it."""
        column = self.column
        return "" if column is None else cells[self._sheet.header.index(column)].strip()

    def is_there(self, cells: Sequence[str]) -> bool:
        """Whether a row says anything of the subject."""
        return any(cells[at].strip() for at in self._used)

    def without_name(self, cells: Sequence[str]) -> dict[int, str]:
        """What a row says of the subject, by column, although it names nobody."""
        return {at: text for at in self._used if (text := cells[at].strip()) and not is_blank(text)}

    def made(self, name: str, at: int) -> Entity:
        """The entity of a name that no cell holds, such as that of a column."""
        found = self._constant.get(name)
        if found is None:
            found = self._constant[name] = self._get(" ".join(name.split()), None, at)
        return found

    def constant(self, name: str, cells: Sequence[str], at: int, row: int) -> list[Entity]:
        """The group of all rows; where each row is a group of its own, that of this one."""
        if comparable(name) not in self._of_rows:
            return [self.made(name, at)]
        one = self._one(name, cells, at, row, "")
        return [one] if one else []

    def is_numbered(self, cells: Sequence[str]) -> bool:
        """Whether a row has a name and an id."""
        key = self._columns.get("id", -1)
        named = bool(self._names) and not is_blank(self._named_in(cells, self._names[0]))
        return named and key >= 0 and not is_blank(cells[key])

    def announced(self, cells: Sequence[str], at: int) -> tuple[str, Entity]:
        """The id of such a row, and the entity that it will describe."""
        key = cells[self._columns["id"]].strip()
        name = " ".join(self._named_in(cells, self._names[0]).split())
        entity = self._get(name, (self._ids, key), at)
        self._ahead.add(entity.number)
        return key, entity

    def of(self, cells: Sequence[str], at: int, row: int) -> list[Entity]:
        """The entities that a row names; none when the cells are blank."""
        texts = (self._used_of(cells), row) if self._of_rows else self._used_of(cells)
        known = self._known.get(texts)
        if known is not None:
            found, told = known
            if told:
                self._tally.again(told, row)
            self.skipped = not found and self._is_skipped(cells)
            self.told = not found and any(said is PERSON for _, _, said in told)
            return found
        tally = self._tally
        told = tally.recent = []
        before = len(tally.problems)
        found = self._read(cells, at, row)
        tally.recent = None
        wrong = len(tally.problems) > before
        if not wrong:  # else every row that says the same has the same problem
            self._known[texts] = (found, told)
        self.skipped = not found and (wrong or self._is_skipped(cells))
        self.told = not found and any(said is PERSON for _, _, said in told)
        return found

    def _is_skipped(self, cells: Sequence[str]) -> bool:
        """Whether the row is of a type that is left out, or names what was left out."""
        if self._group_of(cells) == "skip":
            return True
        skipped = self._drafts.skipped
        keys = [at for at in (*self._names, self._columns.get("id", -1)) if at >= 0]
        return bool(skipped) and any((self._scope, cells[at].strip()) in skipped for at in keys)

    def _group_of(self, cells: Sequence[str]) -> str:
        """The layer of the groups of which this row is one, by its type; or skip; or nothing."""
        for column in (self._mode, self._columns.get("kind")):
            if column is not None and (text := cells[column].strip().casefold()):
                for word, layer in self._mapping.groups.items():
                    if word.casefold() == text:
                        return layer
        return ""

    def _read(self, cells: Sequence[str], at: int, row: int) -> list[Entity]:
        group = self._group_of(cells)
        if group == "skip":
            for column in (*self._names, self._columns.get("id", -1)):
                if column >= 0 and cells[column].strip():
                    self._drafts.skipped.add((self._scope, cells[column].strip()))
            return []
        found: list[Entity] = []
        if not self._names and (key := self._columns.get("id", -1)) in self._split:
            for part in names_in(cells[key], self._split[key]):
                own = [part if n == key else text for n, text in enumerate(cells)]
                if one := self._one("", own, at, row, group):
                    found.append(one)
            return list(dict.fromkeys(found))
        for column in self._names or [-1]:
            name = "" if column < 0 else self._named_in(cells, column)
            if name and (self._scope, name) in self._drafts.skipped:
                continue
            mark = self._split.get(column, "")
            parts = names_in(name, mark) or [""]
            parts = [self._unless_blank(part, row, column) for part in parts]
            if len(parts) > 1:
                found += self._several(parts, cells, at, row, mark_in(name, mark))
            elif one := self._one(parts[0], cells, at, row, group):
                found.append(one)
        return list(dict.fromkeys(found))

    def _named_in(self, cells: Sequence[str], column: int) -> str:
        """The name in a column, or that in the first other one that is filled."""
        name = cells[column].strip()
        if self._otherwise and is_blank(name) and name not in self._mapping.names:
            filled = (text for at in self._otherwise if not is_blank(text := cells[at].strip()))
            return next(filled, name)
        return name

    def _unless_blank(self, name: str, row: int, column: int) -> str:
        return "" if name and self._values.blank(name, row, column, name=True) else name

    def _several(
        self, parts: Sequence[str], cells: Sequence[str], at: int, row: int, mark: str
    ) -> list[Entity]:
        """Several names in one cell; other cells belong to them when they have as many parts."""

        def remark(column: int, text: str, said: Said) -> None:
            said = replace(said, column=self._sheet.header[column])
            self._tally.remark(self._sheet.place, row, text, said)

        others = [column for column in self._used if column not in self._names]
        each = cells_of_each(cells, others, (len(parts), mark), self._shared, remark)
        found = [self._one(part, own, at, row, "") for part, own in zip(parts, each, strict=True)]
        return [one for one in found if one]

    def _one(self, name: str, cells: Sequence[str], at: int, row: int, group: str) -> Entity | None:
        where = (self._sheet.place, row, self.column)
        name = without_controls(" ".join(name.split()), *where, self._tally)
        name = self._spelt.get(comparable(name), name) if self._spelt else name
        if self._of_rows and comparable(name) in self._of_rows:
            name = name_of_row(name, row, self._sheet, len(self._drafts.columns))
        texts = self._texts(name, cells, row)
        schemes = {
            scheme: number
            for scheme in SCHEMES
            if scheme in texts
            and (number := self._values.scheme(scheme, texts[scheme], row, self._columns[scheme]))
        }
        key: Key | None = None
        if "id" in texts:
            key = (self._ids, texts["id"])
            if (self._scope, texts["id"]) in self._drafts.skipped:
                return None
        else:
            strong = next((each for each in _STRONG if each in schemes), None)
            key = (strong, schemes[strong]) if strong else None
        if key is None and comparable(name) in self._drafts.shared_names:
            if self._told_by is None:
                self._problem_of_shared(name, row)
                return None
            told = as_told(self._mapping, self._told_by, cells[self._told_by])
            key = (TOLD_APART, f"{comparable(name)}|{comparable(told)}")
        if not name and key is None:
            return None
        if name and not schemes and "kind" not in texts and self._people.has(name):
            self._people.leave_out(name, texts.get("id", ""), self._scope, row)
            return None
        if _PICTURE.fullmatch(name):
            what = f"{shown(name)} is the name of a picture; the cells of this row may have slipped"
            cure = "put each cell below the name of its column"
            self._tally.problems.append(Problem(self._sheet.place, row, self.column, what, cure))
            return None
        if self._sheet.closed:
            found = self._node(key[1] if key else name)
            if found is None:
                what = f"{shown(key[1] if key else name)} names no node"
                cure = "add the node, or correct or remove the edge"
                self._tally.problems.append(
                    Problem(self._sheet.place, row, self.column, what, cure)
                )
                return None
            entity = found
        else:
            space = space_of(self.word, self.layer)
            if key is None and (full := self._drafts.short_names.get((space, comparable(name)))):
                said = by_its_short_name(self.column or "")
                self._tally.remark(self._sheet.place, row, name, said)
                name = full
            if name and "id" in texts and not self._called.as_before(texts["id"], name, row):
                return None
            entity = self._entity(name, key, at, group)
        for scheme, number in schemes.items():
            self.said.set(entity, scheme, number, row)
        self.said.describe(entity, texts, at, row, group)
        for column in self._aliases[:-1]:  # the last is among the texts
            self.said.also_called(entity, cells[column], column)
        self.said.keep(entity, self._further.of(self.word, cells, row), row)
        if self._keeps_ids and name and "id" in texts:
            self.said.keep(entity, {self._further.beside[self._columns["id"]]: texts["id"]}, row)
        return entity

    def _problem_of_shared(self, name: str, row: int) -> None:
        what = f"{shown(name)} is the name of several organisations by told_apart_by of a table"
        cure = "say by this setting of the table at hand which is meant, or give ids to all"
        self._tally.problems.append(Problem(self._sheet.place, row, self.column, what, cure))

    def _texts(self, name: str, cells: Sequence[str], row: int) -> dict[str, str]:
        """What a row says of the subject in its columns, without what counts as blank.

        NA is the code of Namibia where a name stands; where that is missing too, NA is missing.
        """
        coded = self._coded if name or not self._names else ()
        texts = {
            word: text
            for word, column in self._columns.items()
            if (text := " ".join(cells[column].split()))
            and not self._values.blank(text, row, column, country=word in coded)
        }
        code = self._columns.get("country_code")
        missing = not coded and code is not None and cells[code].strip() == "NA"
        if missing and (country_of(texts.get("country", "")) or ("",))[0] == "NA":
            self._tally.remark(self._sheet.place, row, "", _NAMIBIA)
            del texts["country"]
        return texts

    def _node(self, text: str) -> Entity | None:
        """The node of a graph that an edge names."""
        known = self._drafts.entities.known
        spaces = dict.fromkeys((self._space, *SPACES))
        return next(filter(None, (known(space, text, self._scope) for space in spaces)), None)

    def _entity(self, name: str, key: Key | None, at: int, group: str) -> Entity:
        layer = group or self.layer
        space = _SPACES.get(layer, layer)
        if not layer:
            text = key[1] if key else name
            for other in SPACES:
                known = self._drafts.entities.known(other, text)
                if known is not None and (other != "organisations" or not name):
                    return known
        return self._get(name, key, at, space, group)

    def _get(self, name: str, key: Key | None, at: int, space: str = "", group: str = "") -> Entity:
        layer = group or self.layer
        scope = (
            self._scope if name or self._refers else ""
        )  # an id that is all there is stands for a name
        apart = bool(self._apart) and comparable(name) in self._apart
        space = APART if apart else space or self._space
        entity = self.by_id.get(name) if key is None else None
        if entity is None:
            by_id = not (self._numbered and name.isdecimal())
            entity = self._drafts.entities.get(space, name, key, at, scope, by_id=by_id)
        entity.apart = entity.apart or apart
        if entity.number in self._ahead:  # here is its own row
            entity.at = at
            self._ahead.discard(entity.number)
        if layer:
            if group or layer != "membership":
                entity.layer = entity.layer or layer
            entity.default_kind = entity.default_kind or self._mapping.group_kind
        elif self._mapping.kind not in ("", "Other") and not entity.default_kind:
            entity.default_kind = self._mapping.kind
        entity.own_id = entity.own_id or self._mapping.own_ids
        return entity
