"""Make the facts that the tables state: those of rows, and those of reference columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphkit.model import RELATIONS, TABLES, Fact, Node, fact_id
from graphkit.sources.checking import Checked
from graphkit.sources.fact_metadata import (
    Dates,
    Properties,
    basis,
    dated,
    dates_by_id,
    inherited,
    own_dates,
    signatures,
)
from graphkit.sources.make_nodes import own_properties
from graphkit.sources.problem_texts import either, shown, with_article
from graphkit.sources.references import Reference
from graphkit.sources.row_properties import row_properties

ENDS = {
    "memberships": ("member", "group"),
    "signatories": ("organisation", "declaration"),
    "participants": ("organisation", "collaboration"),
    "ties": ("a", "b"),
    "ratings": ("respondent", "about"),
    "people": ("person", "organisation"),
}
"""The columns in which a fact of the table starts and ends."""

_ROLES = {"memberships": "member", "signatories": "signatory", "participants": "participant"}
_DISTINGUISHED_BY = {"ties": ("kind",), "ratings": ("questionId", "surveyId")}

IN_COLUMNS = {
    table.name: stated
    for table in TABLES.values()
    if (stated := tuple((each.name, each.relation) for each in table.columns if each.relation))
}
"""The columns that each state a fact between the row and what the cell names."""


class Ids:
    """Give facts their ids; facts that state the same are counted in row order."""

    def __init__(self, dataset: str) -> None:
        self._dataset = dataset
        self._seen: set[str] = set()
        self._repeats: dict[str, int] = {}

    def next(self, table: str, references: tuple[str, ...], role: str) -> str:
        """The id of the next fact with this table, these references and this role."""
        role = role.casefold()
        first = fact_id(self._dataset, table, references, role, 0)
        if first not in self._seen:
            self._seen.add(first)
            return first
        ordinal = self._repeats[first] = self._repeats.get(first, 0) + 1
        return fact_id(self._dataset, table, references, role, ordinal)


def of_rows(checked: Checked, ids: Ids, tables: Mapping[str, Checked]) -> Iterator[Fact]:
    """The facts of a table with one relationship per row."""
    table = checked.table
    relation = table.relation
    assert relation is not None
    starts, ends = (checked.values(column) for column in ENDS[table.name])
    if table.name == "people":
        starts = [("Person", person) if person else None for person in starts]
    in_order_of_columns = [column.name for column in table.columns].index
    swapped = in_order_of_columns(ENDS[table.name][0]) > in_order_of_columns(ENDS[table.name][1])
    role_columns = _DISTINGUISHED_BY.get(table.name, ("role",))
    default_role = _ROLES.get(table.name)

    def completed(own: Properties) -> str:
        if default_role is not None:
            own.setdefault("role", default_role)
        if table.name == "people":
            own.pop("id", None)
            own.pop("name", None)
        return " ".join(str(own.get(name, "")) for name in role_columns)

    stated = row_properties(checked, _dated(checked, tables), completed)
    for index, (start, end, (properties, role)) in enumerate(
        zip(starts, ends, stated, strict=True)
    ):
        if start is None or end is None:
            continue
        if start == end:
            _report_self(checked, index, ENDS[table.name][1], start)
            continue
        references = (end[1], start[1]) if swapped else (start[1], end[1])
        yield Fact(relation, ids.next(table.name, references, role), start, end, properties)


def _dated(checked: Checked, tables: Mapping[str, Checked]) -> Sequence[Properties]:
    own = own_dates(checked)
    if checked.table.name == "signatories":
        signed = dates_by_id(tables.get("declarations"))
        whole = checked.values("declaration")
        some = dated(checked, signatures(own, whole, signed))
        return inherited(own, some, whole, signed, "declaration")
    if checked.table.name in ("participants", "ratings"):
        held = dates_by_id(tables.get("collaborations"))
        whole = checked.values("survey" if checked.table.name == "ratings" else "collaboration")
        return inherited(own, dated(checked, own), whole, held, "collaboration")
    return dated(checked, own)


def _report_self(checked: Checked, index: int, column: str, reference: Reference) -> None:
    what = f"{shown(reference[1])} is related to itself"
    checked.report(index, column, what, "name another, or remove it")


def of_relations(checked: Checked, ids: Ids) -> Iterator[Fact]:
    """The facts of the table `relations`, whose kind says which relationship each is."""
    rows = zip(
        checked.values("from"),
        checked.values("kind"),
        checked.values("to"),
        own_properties(checked),
        basis(checked),
        dated(checked, own_dates(checked)),
        strict=True,
    )
    for index, (start, kind, end, own, claim, dates) in enumerate(rows):
        if start is None or kind is None or end is None:
            continue
        relation = RELATIONS[kind.upper()]
        if (start[0], end[0]) not in relation.ends:
            _report_ends(checked, index, kind, start, end)
        elif start == end:
            _report_self(checked, index, "to", start)
        else:
            del own["kind"]  # the relationship's type says it
            key = ids.next("relations", (start[1], end[1]), kind)
            yield Fact(relation.name, key, start, end, own | claim | dates)


def _report_ends(checked: Checked, index: int, kind: str, start: Reference, end: Reference) -> None:
    nouns = [with_article(label.lower()) for label in (start[0], end[0])]
    allowed = either(
        f"{with_article(first.lower())} to {with_article(second.lower())}"
        for first, second in RELATIONS[kind.upper()].ends
    )
    what = f"{kind} does not go from {nouns[0]} to {nouns[1]}"
    checked.report(index, "kind", what, f"it goes from {allowed}")


def in_columns(checked: Checked, ids: Ids) -> Iterator[Fact]:
    """The facts that a row states in its columns: its place, its whole, what it succeeds."""
    label = checked.table.label
    assert label is not None
    table = checked.table.name
    inherits = _inherited_claims(checked)
    for column, relation in IN_COLUMNS[table]:
        if column not in checked.columns:
            continue
        for index, (key, value) in enumerate(
            zip(checked.values("id"), checked.columns[column], strict=True)
        ):
            if key is None or value is None:
                continue
            start = (label, key)
            for end in value if checked.table.column(column).many else (value,):
                if start == end:
                    _report_self(checked, index, column, start)
                    continue
                fact = ids.next(f"{table}.{column}", (key, end[1]), "")
                yield Fact(relation, fact, start, end, inherits[index])


def _inherited_claims(checked: Checked) -> list[Properties]:
    observed: list[Dates] = [(None, None, date) for date in checked.values("observed")]
    return [
        claim | dates for claim, dates in zip(basis(checked), dated(checked, observed), strict=True)
    ]


def descriptions(checked: Checked, figures: Sequence[Node | None], ids: Ids) -> Iterator[Fact]:
    """From each figure to its subject, with what the row claims."""
    rows = zip(
        figures,
        checked.values("subject"),
        basis(checked),
        dated(checked, own_dates(checked)),
        strict=True,
    )
    for figure, subject, claim, dates in rows:
        if figure is not None and subject is not None:
            key = ids.next("figures.subject", (figure.id, subject[1]), "")
            yield Fact("DESCRIBES", key, (figure.label, figure.id), subject, claim | dates)
