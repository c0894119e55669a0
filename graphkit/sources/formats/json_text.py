"""Read JSON: records, graphs as nodes and links, Cytoscape's elements, or FollowTheMoney entities.

Whatever is nested in a record gets a column `outer.inner`; a list of plain values stands in one
cell, separated by |.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from graphkit.model.bounded_json import NestedTooDeeply, parse_json
from graphkit.model.graph_columns import JOINED, one_of_several
from graphkit.sources.formats.decoded import text_of
from graphkit.sources.formats.ixf_json import FORM as OF_EXCHANGES
from graphkit.sources.formats.ixf_json import members_of_exchanges
from graphkit.sources.formats.nested import flat, text_of_value
from graphkit.sources.formats.popolo_json import popolo_of
from graphkit.sources.formats.releases_json import FORM, releases_of, rows_of_releases
from graphkit.sources.formats.ror_json import is_registry, registry_of
from graphkit.sources.formats.sheet import Format, Graph, Sheet, Wanted, labelled, table_of
from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import MOST_CELLS, printable

_EDGES = ("links", "edges")
_STARTS = ("source", "from", "start")
_ENDS = ("target", "to", "end")
_OF_ELEMENTS = frozenset(
    "data group position renderedPosition classes selected selectable locked grabbable pannable "
    "removed scratch style".split()
)
"""What an element of Cytoscape may hold."""


def read_json(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The sheets of a JSON file."""
    text = text_of(path, options)
    try:
        held = parse_json(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and _is_record(text.lstrip().partition("\n")[0]):
            return sheets_of(records_in_lines(text), printable(path.name))
        where = f"line {error.lineno}, character {error.colno}"
        raise Fault(f"is not JSON: {error.msg} at {where}", "correct it there") from None
    except NestedTooDeeply:
        raise Fault("is nested too deeply to be a table or a graph", "") from None
    return sheets_of(held, printable(path.name))


def _is_record(line: str) -> bool:
    try:
        return isinstance(parse_json(line), Mapping)
    except (json.JSONDecodeError, NestedTooDeeply):
        return False


def sheets_of(held: Any, file: str) -> tuple[Sheet, ...]:
    """The sheets of what a JSON text holds.

    Parameters
    ----------
    held : object
        Lists, dictionaries and plain values.
    file : str
        The name of the file.

    Returns
    -------
    tuple of Sheet
        Nodes and edges of a graph, or one sheet for each list of records. Raises Fault when there
        is neither.
    """
    if releases := releases_of(held):
        return (Sheet(file, table_of(rows_of_releases(releases)), form=FORM),)
    if members := members_of_exchanges(held):
        return (Sheet(file, table_of(members), form=OF_EXCHANGES),)
    if lists := popolo_of(held):
        return tuple(
            Sheet(file, table_of(records), form.removeprefix("popolo "), form=form)
            for form, records in lists.items()
        )
    if isinstance(held, Mapping):
        if (answers := _answers(held)) is not None:
            return (Sheet(file, table_of(answers)),)
        if graph := _graph(held):
            return graph.sheets(file, "json graph")
        lists = {name: value for name, value in held.items() if _is_records(value)}
        if len(lists) == 1:
            return sheets_of(next(iter(lists.values())), file)
        if lists and _are_levels(lists, file):
            return (Sheet(file, table_of(rows_of(_with_levels(lists)))),)
        if lists:
            return tuple(
                Sheet(file, table_of(rows_of(records)), printable(name))
                for name, records in lists.items()
            )
        inner = [value for value in held.values() if isinstance(value, Mapping)]
        if len(inner) == len(held) > 1:  # records by their ids
            named = [{"id": str(key), **flat(value)} for key, value in held.items()]
            return (Sheet(file, table_of(named)),)
        for value in inner:
            try:
                return sheets_of(value, file)
            except Fault:
                continue
    if _is_records(held):
        if is_registry(held):
            return registry_of(held).sheets(file, "json graph")
        form = "ftm" if all("schema" in each and "properties" in each for each in held) else ""
        if not form and all("data" in each for each in held) and (graph := _elements(held)):
            return graph.sheets(file, "json graph")
        records = [*map(_entity, held)] if form else rows_of(held)
        return (Sheet(file, table_of(records), form=form),)
    if isinstance(held, list) and held and all(isinstance(each, list) for each in held):
        rows = [(at, [*map(text_of_value, cells)]) for at, cells in enumerate(held, 1)]
        return (Sheet(file, rows),)
    if isinstance(held, list) and held and all(isinstance(each, str) for each in held):
        return (Sheet(file, [(at, [each]) for at, each in enumerate(held, 1)]),)
    raise Fault(
        "holds no list of records and no graph",
        "give a list of objects, or an object with nodes and links",
    )


def _are_levels(lists: Mapping[str, Any], file: str) -> bool:
    """Whether the lists of a file of partners or sponsors hold those of each level: gold."""
    stem = plain(Path(file).stem)
    alike = len({frozenset(record) for records in lists.values() for record in records}) == 1
    named = not any(meaning(name)[1] or layer_in(name) or name.isdecimal() for name in lists)
    return len(lists) > 1 and alike and named and ("sponsor" in stem or layer_in(stem) != "")


def _with_levels(lists: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The records of all levels, each with its level as the role."""
    return [{"role": name} | dict(record) for name, records in lists.items() for record in records]


def records_in_lines(text: str) -> list[Any]:
    """The record in each line of JSON lines. Raises Fault for a line that holds none."""
    records = []
    for number, line in enumerate(text.split("\n"), 1):  # a string may hold U+2028
        if not line.strip():
            continue
        try:
            records.append(parse_json(line))
        except (json.JSONDecodeError, NestedTooDeeply) as error:
            reason = getattr(error, "msg", "nested too deeply")
            raise Fault(f"line {number} is not JSON: {reason}", "correct the line") from None
        if not isinstance(records[-1], Mapping):
            raise Fault(f"line {number} is not a record", "write one JSON object per line")
    return records


def _answers(held: Mapping[str, Any]) -> list[dict[str, str]] | None:
    """The answers to a SPARQL query, such as one to Wikidata."""
    head, results = held.get("head"), held.get("results")
    if not isinstance(head, Mapping) or not isinstance(results, Mapping):
        return None
    names, answers = head.get("vars"), results.get("bindings")
    if not isinstance(names, list) or not answers or not _is_records(answers):
        return None
    return [
        {
            str(name): text_of_value(value.get("value"))
            for name in names
            if isinstance(value := answer.get(name), Mapping)
        }
        for answer in answers
    ]


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(x, Mapping) for x in value)


def rows_of(records: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Records without nesting.

    Parameters
    ----------
    records : sequence of mapping of str to object
        Records as JSON has them.

    Returns
    -------
    list of dict of str to str
        A row for each, or for each part where one list of parts says more than their names, such as
        members with their roles. Of several such lists, the one that is called after members or
        groups counts. Raises Fault when that makes too many cells.
    """
    records = [*map(_without_single_lists(records), records)]
    lists = {
        key
        for record in records
        for key, value in record.items()
        if _is_records(value) and any(len(part) > 1 for part in value)
    }
    if len(lists) > 1:
        lists = {key for key in lists if meaning(key)[1] == "name"}
    if len(lists) != 1:
        return [*map(flat, records)]
    (key,) = lists
    rows: list[dict[str, str]] = []
    cells = 0
    for record in records:
        rest = flat({name: value for name, value in record.items() if name != key})
        found = record.get(key)
        parts: Sequence[Any] = found if isinstance(found, list) and _is_records(found) else [{}]
        cells += len(rest) * len(parts)
        if cells > MOST_CELLS:
            raise Fault(f"makes more than {MOST_CELLS:,} cells, with a row for each of {key}", "")
        rows += [rest | flat(part, f"{key}.") for part in parts]
    return rows


def _without_single_lists(
    records: Sequence[Mapping[str, Any]],
) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    """Takes a record, and gives it with the lists opened that hold one record at most in all."""
    held: dict[str, int] = {}
    for record in records:
        for key, value in record.items():
            if _is_records(value):
                held[key] = max(held.get(key, 0), len(value))
    single = {key for key, most in held.items() if most == 1}
    if len(single) < 2:  # a row for each part says the same
        return lambda record: record
    return lambda record: {
        key: value[0] if key in single and _is_records(value) else value
        for key, value in record.items()
    }


def _entity(record: Mapping[str, Any]) -> dict[str, str]:
    """A FollowTheMoney entity, each property a column."""
    properties = record["properties"]
    if not isinstance(properties, Mapping):
        raise Fault(
            f"the properties of the entity {shown(str(record.get('id')))} are not an object", ""
        )
    return {
        "id": text_of_value(record.get("id")),
        "schema": text_of_value(record["schema"]),
        **{str(name): _several(value) for name, value in properties.items()},
    }


def _several(value: Any) -> str:
    """The texts of a property, parted by bars; a bar within one becomes a slash."""
    if not isinstance(value, list):
        return one_of_several(text_of_value(value))
    return JOINED.join(one_of_several(text_of_value(each)) for each in value)


def _graph(held: Mapping[str, Any]) -> Graph | None:
    """Nodes and links, or Cytoscape's elements."""
    elements = held.get("elements")
    if isinstance(elements, Mapping):
        parts = [each for name in ("nodes", "edges") for each in elements.get(name) or ()]
        return _elements(parts)
    if isinstance(elements, list):
        return _elements(elements)
    edges = next((held[name] for name in _EDGES if isinstance(held.get(name), list)), None)
    nodes = held.get("nodes")
    if edges is None or not isinstance(nodes, list):
        return None
    graph = Graph(directed=held.get("directed") is True)
    ids: list[str] = []
    for at, each in enumerate(nodes):
        own = flat(each) if isinstance(each, Mapping) else {"id": text_of_value(each)}
        own = _without(own, "attributes.")
        key = own.pop("id", "") or own.pop("key", "") or own.get("name", "") or str(at)
        ids.append(key)
        graph.node(key, **labelled(own))
    stated = []
    for each in edges:
        if isinstance(each, Mapping):
            own = _without(flat(each), "attributes.")
            start, end = _end(own, _STARTS), _end(own, _ENDS)
            own.pop("key", None)
            stated.append((start, end, own))
    by_place = _are_places({key for edge in stated for key in edge[:2]}, ids)
    for start, end, own in stated:
        ends = (ids[int(start)], ids[int(end)]) if by_place else (start, end)
        if not nodes:
            graph.nodes |= {key: {} for key in ends}
        graph.edge(*ends, own)
    return graph


def _are_places(ends: Collection[str], ids: Sequence[str]) -> bool:
    """Whether edges name nodes by their places in the list, as D3 does, and none by its id."""
    return not {*ids} & {*ends} and all(end.isdecimal() and int(end) < len(ids) for end in ends)


def _without(record: dict[str, str], before: str) -> dict[str, str]:
    return {name.removeprefix(before): value for name, value in record.items()}


def _end(own: dict[str, str], names: Sequence[str]) -> str:
    """What names a node in an edge."""
    for name in names:
        for column in (name, f"{name}.id", f"{name}.name"):
            if column in own:
                return own.pop(column)
    raise Fault("an edge names no source or no target", "give each edge both")


def _elements(parts: Sequence[Any]) -> Graph | None:
    graph = Graph()
    for each in parts:
        data = each.get("data") if isinstance(each, Mapping) else None
        if not isinstance(data, Mapping):
            return None
        own = flat(data)
        if "source" in own and "target" in own:
            own.pop("id", None)
            graph.edge(own.pop("source"), own.pop("target"), own)
        else:
            key = own.pop("id", "")
            if not key and not _OF_ELEMENTS.issuperset(each):
                return None  # a record with a part called data
            if not key:
                raise Fault("a node has no id", "export it again from the program that wrote it")
            graph.node(key, **labelled(own))
    return graph if graph.nodes else None


def _never(head: bytes) -> bool:
    return False  # the format of JSON lines knows both


JSON_TEXT = Format("a JSON file", (".json",), read_json, _never)
