"""What is stated, in graphkit's own tables: loading them gives the same data set again.

This is the way back of `graphkit.sources.assembly`. A cell that the readers would fill in by
themselves stays blank, such as the dates that a participation has from its collaboration. A place,
a whole or a predecessor stands in the column of its row where it rests on the same sources, and in
the table `relations` otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from graphkit.model import (
    OPEN,
    RELATIONS,
    TABLES,
    UNKNOWN_END,
    Cell,
    Column,
    Dataset,
    Fact,
    Node,
    Properties,
    Table,
    Value,
)
from graphkit.model.own_columns import is_own_name
from graphkit.sources.make_facts import ENDS, IN_COLUMNS

Key = tuple[str, str]
Row = dict[str, str]

_CLAIM = ("status", "sourceIds", "locators", "observedDate", "observedFrom", "observedTo")
"""The properties that a fact stated in a column has from its row."""

_LABELS = {table.label: table for table in TABLES.values() if table.label and not table.relation}
_ROWS = {table.relation: table for table in TABLES.values() if table.relation}


def own_tables(dataset: Dataset) -> dict[str, list[list[str]]]:
    """Write what a data set states as the rows of graphkit's own tables.

    Parameters
    ----------
    dataset : Dataset
        The data set.

    Returns
    -------
    dict of str to list of list of str
        By name of table its header and rows, every cell a text. Tables and columns without any
        value are left out, but for the columns that every row must have.

    Examples
    --------
    >>> from graphkit.sources import read_sample
    >>> tables = own_tables(read_sample())
    >>> tables["ties"][0]
    ['a', 'b', 'kind', 'observed', 'status', 'source', 'note']
    """
    rows = _Rows(dataset)
    found: dict[str, list[list[str]]] = {}
    for name, table in TABLES.items():
        held = rows.of(table)
        if held or name == "organisations":
            found[name] = _filled(table, held)
    return found


def _filled(table: Table, rows: list[Row]) -> list[list[str]]:
    used = {name for row in rows for name, text in row.items() if text}
    names = [each.name for each in table.columns if each.required or each.name in used]
    names += sorted(used - {each.name for each in table.columns})
    return [names, *([row.get(name, "") for name in names] for row in rows)]


class _Rows:
    """The rows of each table."""

    def __init__(self, dataset: Dataset) -> None:
        self._nodes = {(node.label, node.id): node for node in dataset.nodes}
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        for fact in dataset.facts:
            self._facts[fact.relation].append(fact)
        self._left: list[Fact] = []
        """Facts of columns that no column can state as they are."""
        self._in_columns = self._place_in_columns()

    def of(self, table: Table) -> list[Row]:
        """The rows of a table, in order of their ids."""
        if table.name == "relations":
            return [self._relation(fact) for fact in self._left]
        if table.name == "figures":
            return [self._figure(fact) for fact in self._facts["DESCRIBES"]]
        if table.name == "people":
            return [self._role(table, fact) for fact in self._facts["REPRESENTS"]]
        if table.label is not None:
            return [
                self._node(table, node)
                for node in self._nodes.values()
                if node.label == table.label
            ]
        return [self._row(table, fact) for fact in self._facts[table.relation or ""]]

    def _node(self, table: Table, node: Node) -> Row:
        row = _cells(table, node.properties) | {"id": node.id}
        if node.kind is not None:
            row["kind"] = node.kind
        if table.name == "declarations" and "endDate" not in node.properties:
            row["end"] = UNKNOWN_END
        return row | self._in_columns.get((node.label, node.id), {})

    def _row(self, table: Table, fact: Fact) -> Row:
        row = _cells(table, fact.properties)
        first, second = ENDS[table.name]
        row |= {first: fact.start[1], second: fact.end[1]}
        if table.name in ("signatories", "participants", "ratings"):
            key = fact.end
            if table.name == "ratings":
                key = ("Collaboration", str(fact.properties.get("surveyId")))
            whole = self._nodes[key].properties if key in self._nodes else {}
            row |= _own_dates(table.name, fact.properties, whole)
        return row

    def _figure(self, fact: Fact) -> Row:
        node = self._nodes[fact.start]
        return _cells(TABLES["figures"], node.properties) | {"subject": fact.end[1]}

    def _role(self, table: Table, fact: Fact) -> Row:
        person = self._nodes[fact.start]
        return _cells(table, fact.properties) | {
            "person": person.id,
            "name": person.name,
            "organisation": fact.end[1],
        }

    def _relation(self, fact: Fact) -> Row:
        ends = {"from": fact.start[1], "kind": fact.relation.lower(), "to": fact.end[1]}
        return _cells(TABLES["relations"], fact.properties) | ends

    def _place_in_columns(self) -> dict[Key, Row]:
        """The cells of columns that state facts, by node; the other facts are left."""
        columns = {
            (TABLES[name].label, relation): TABLES[name].column(column)
            for name, stated in IN_COLUMNS.items()
            for column, relation in stated
        }
        found: dict[Key, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for relation in RELATIONS.values():
            if relation.name in _ROWS or relation.name == "DESCRIBES":
                continue
            for fact in self._facts[relation.name]:
                column = columns.get((fact.start[0], relation.name))
                cells = found[fact.start]
                if column is not None and self._fits(column, fact, cells.get(column.name, ())):
                    cells[column.name].append(fact.end[1])
                else:
                    self._left.append(fact)
        return {
            key: {name: "|".join(ends) for name, ends in cells.items()}
            for key, cells in found.items()
        }

    def _fits(self, column: Column, fact: Fact, held: Iterable[str]) -> bool:
        """Whether the column can state the fact: with the claim of its row, and once."""
        row = self._nodes[fact.start].properties
        claim = {name: row[name] for name in _CLAIM if name in row}
        there = list(held)
        if fact.end[1] in there or (there and not column.many):
            return False
        # Only these columns can state where a declaration was signed, and who asked a question.
        return dict(fact.properties) == claim or fact.relation in ("CONCLUDED_AT", "ASKED_IN")


def _cells(table: Table, stated: Properties) -> Row:
    """The cells of the properties that columns fill, and of columns of one's own."""
    row: Row = {}
    for column in table.columns:
        if column.cell is Cell.SOURCES:
            row[column.name] = _citations(stated)
        elif column.property is not None and column.property in stated:
            row[column.name] = _text(stated[column.property])
    row |= {name: _text(value) for name, value in stated.items() if is_own_name(name)}
    return row


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "|".join(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else repr(value)


def _citations(stated: Properties) -> str:
    ids, locators = stated.get("sourceIds"), stated.get("locators")
    if not isinstance(ids, list):
        return ""
    places = locators if isinstance(locators, list) else []
    return "|".join(
        f"{source}:{places[at]}" if at < len(places) and places[at] else source
        for at, source in enumerate(ids)
    )


def _own_dates(table: str, stated: Properties, whole: Properties) -> Row:
    """The dates of a row that has others from its whole: only those that it states itself."""
    texts: Mapping[str, object] = {
        "start": stated.get("startDate"),
        "end": stated.get("endDate"),
        "observed": stated.get("observedDate"),
    }
    of_whole = [whole.get(name) for name in ("startDate", "endDate", "observedDate")]
    if "datesFrom" in stated:
        left_early = [*texts.values()][1:] != of_whole[1:]
        return {"start": "", "end": UNKNOWN_END if left_early else "", "observed": ""}
    cells = {name: str(text) if text else "" for name, text in texts.items()}
    if table == "signatories" and not cells["end"]:
        cells["end"] = UNKNOWN_END
    if not any(cells.values()) and any(each not in (None, OPEN) for each in of_whole):
        cells["end"] = UNKNOWN_END
    return cells
