"""Proposed rows: what was found in documents, as rows of graphkit's own tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphkit.documents.document import Document
from graphkit.documents.finding.find import Found
from graphkit.documents.finding.organisation import DOUBTFUL, Find, Organisation
from graphkit.documents.finding.things import Collaboration, Declaration
from graphkit.model import TABLES
from graphkit.sources.mapping.cells.readable_ids import slug

PROPOSED = "proposed"

KEYS: Mapping[str, tuple[str, ...]] = {
    "organisations": ("id",),
    "places": ("id",),
    "declarations": ("id",),
    "collaborations": ("id",),
    "sources": ("id",),
    "memberships": ("member", "group"),
    "signatories": ("declaration", "organisation"),
    "participants": ("collaboration", "organisation"),
    "figures": ("subject", "measure", "value", "start", "observed"),
    "relations": ("from", "kind", "to"),
    "people": ("person", "organisation"),
}
"""The cells by which a row of each table is told from the others."""


@dataclass(slots=True)
class Row:
    """A row that is proposed, or that was decided on.

    Attributes
    ----------
    table : str
        Its table.
    cells : dict of str to str
        Its cells, without blank ones.
    finds : list of (str, Find)
        The source and the words on which it rests.
    """

    table: str
    cells: dict[str, str]
    finds: list[tuple[str, Find]] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The cells that identify it, such as `cpiir>kom`."""
        return ">".join(self.cells.get(name, "") for name in KEYS[self.table])

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has decided on it."""
        return self.cells.get("status") == PROPOSED

    @property
    def sure(self) -> float:
        """How sure the surest of its rules is."""
        return max((find.sure for _, find in self.finds), default=0.0)

    def refers(self) -> Iterator[tuple[str, str]]:
        """The tables and ids of the rows that it names."""
        for column in TABLES[self.table].columns:
            if column.refers and column.name in self.cells and column.name != "source":
                for each in self.cells[column.name].split("|"):
                    for table in column.refers:
                        yield table, each


def rows_of(found: Found) -> list[Row]:
    """The rows that were found in a document, its source among them."""
    return list(_Rows(found).rows())


class _Rows:
    """Makes the rows of one document."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._source = found.document.id
        self._places: dict[str, list[Find]] = {}
        self._ids: dict[Declaration, str] = {}
        self._alike: Counter[str] = Counter()
        self._doubtful = {each.id for each in found.organisations if each.doubtful}

    def rows(self) -> Iterator[Row]:
        found = self._found
        facts = [*self._ties()]
        yield source_row(found.document, found.published)
        for organisation in found.organisations:
            yield self._organisation(organisation)
        for collaboration in found.collaborations:
            yield self._collaboration(collaboration)
        for declaration in found.declarations:
            yield self._declaration(declaration)
            for each in declaration.signatories:
                cells = {
                    "declaration": self._id(declaration),
                    "organisation": each.organisation.id,
                    "role": each.role,
                    "represented_by": each.represented_by.id if each.represented_by else "",
                }
                yield self._row("signatories", cells, [each.find])
        yield from facts
        for place, finds in self._places.items():
            yield self._row("places", {"id": slug(place), "name": place}, finds)

    def _id(self, declaration: Declaration) -> str:
        if declaration not in self._ids:
            key = slug(declaration.title)
            self._alike[key] += 1
            number = f"-{self._alike[key]}" if self._alike[key] > 1 else ""
            self._ids[declaration] = f"{key}-{self._source}{number}"
        return self._ids[declaration]

    def _organisation(self, each: Organisation) -> Row:
        finds = _best(each.finds)
        cells = {"id": each.id, "name": each.name, "kind": each.kind}
        cells["aliases"] = "|".join(
            alias for alias, find in each.aliases.items() if find.locator and "|" not in alias
        )
        for column, (value, find) in each.cells.items():
            cells[column] = self._place(value, find) if column == "place" else value
            finds.append(find)
        cells["website"] = _addresses(cells.get("website", ""))
        cells["observed"] = self._found.observed
        finds += [find for find in each.aliases.values() if find.locator]
        return self._row("organisations", cells, finds)

    def _collaboration(self, each: Collaboration) -> Row:
        cells = {"id": each.id, "title": each.title, "kind": each.kind}
        finds = _best(each.finds)
        for column, (value, find) in each.cells.items():
            cells[column] = self._place(value, find) if column == "place" else value
            finds.append(find)
        cells["website"] = _addresses(cells.get("website", ""))
        return self._row("collaborations", cells, finds)

    def _declaration(self, each: Declaration) -> Row:
        finds = _best(each.finds)
        cells = {
            "id": self._id(each),
            "title": each.title,
            "kind": each.kind,
            "signed": each.signed,
            "place": self._place(each.town, each.placed) if each.placed else "",
            "concerns": each.concerns.id if each.concerns else "",
        }
        return self._row("declarations", cells, finds)

    def _place(self, name: str, find: Find) -> str:
        self._places.setdefault(name, []).append(find)
        return slug(name)

    def _ties(self) -> Iterator[Row]:
        for each in self._found.findings.stated:
            cells = {name: _text(value) for name, value in each.cells.items()}
            if each.table == "figures" and not cells.get("subject"):
                continue
            if each.table == "memberships" and not cells.get("start"):
                cells["observed"] = self._found.observed if cells.get("end") in (None, "") else ""
            yield self._row(each.table, cells, each.finds)

    def _row(self, table: str, cells: Mapping[str, str], finds: Sequence[Find]) -> Row:
        said = {name: value for name, value in cells.items() if value}
        said["status"] = PROPOSED
        places = dict.fromkeys(find.locator for find in finds if find.locator)
        said["source"] = "|".join(f"{self._source}:{place}" for place in places)
        if self._doubtful & set(said.values()):
            finds = [replace(find, sure=min(find.sure, DOUBTFUL)) for find in finds]
        unique = dict.fromkeys((self._source, find) for find in finds if find.locator)
        return Row(table, said, list(unique))


def source_row(document: Document, published: str) -> Row:
    """The row of a document among the sources."""
    cells = {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published": published,
        "retrieved": document.retrieved,
        "language": document.language,
        "sha256": document.sha256,
    }
    return Row("sources", {name: value for name, value in cells.items() if value})


def _best(finds: Sequence[Find]) -> list[Find]:
    """One find for each paragraph: the surest."""
    best: dict[str, Find] = {}
    for each in finds:
        if each.locator and (each.locator not in best or each.sure > best[each.locator].sure):
            best[each.locator] = each
    return list(best.values())


def _addresses(text: str) -> str:
    """Web addresses with a scheme, as a table holds them."""
    said = [each for each in text.split("|") if each]
    return "|".join(each if "://" in each else f"http://{each}" for each in said)


def _text(value: object) -> str:
    if isinstance(value, Organisation | Collaboration):
        return value.id
    return value if isinstance(value, str) else ""
