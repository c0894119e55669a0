"""Read JSON: records, graphs, or kinds of records that are known, such as FollowTheMoney's.

Whatever is nested in a record gets a column `outer.inner`; a list of plain values stands in one
cell, separated by |.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from graphkit.model.bounded_json import NestedTooDeeply, parse_json
from graphkit.model.graph_columns import JOINED, one_of_several
from graphkit.sources.countries import country_of
from graphkit.sources.formats.adjacency import ADJACENCY, LISTED
from graphkit.sources.formats.beside_lists import left_beside, lists_beside
from graphkit.sources.formats.decoded import text_of
from graphkit.sources.formats.graph_json import PARTS, elements_of, graph_in_lines, graph_of
from graphkit.sources.formats.groups_by_name import groups_by_name
from graphkit.sources.formats.ixf_json import FORM as OF_EXCHANGES
from graphkit.sources.formats.ixf_json import members_of_exchanges
from graphkit.sources.formats.json_shapes import by_type, opened, pairs_of
from graphkit.sources.formats.nested import text_of_value
from graphkit.sources.formats.nested_rows import is_records, rows_of
from graphkit.sources.formats.ownership_json import is_ownership, ownership_of
from graphkit.sources.formats.popolo_json import popolo_of
from graphkit.sources.formats.releases_json import FORM, releases_of, rows_of_releases
from graphkit.sources.formats.ror_json import is_registry, registry_of
from graphkit.sources.formats.sheet import Format, Sheet, Wanted, table_of
from graphkit.sources.formats.works_json import FORM as WORKS
from graphkit.sources.formats.works_json import are_works, rows_of_works
from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import printable

_IN_SCRIPT = re.compile(
    r"\s*(?:(?:export\s+)?(?:var|let|const)\s+[\w$]+|window\.[\w$]+|module\.exports)\s*=\s*(?=[{\[])"
    r"|\s*export\s+default\s+(?=[{\[])"
)
"""How a script of a web page begins that holds nothing but data."""
_FEWEST = 4
"""More texts than this by their codes are a list of names."""


def read_json(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The sheets of a JSON file."""
    text = text_of(path, options)
    if script := _IN_SCRIPT.match(text):
        text = text[script.end() :].rstrip().rstrip(";").rstrip()
        options.remarks.append(
            f"{printable(path.name)}: {script[0].strip()!r} before the data belongs to a script, "
            "and is not read"
        )
    try:
        held = parse_json(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and _is_record(text.lstrip().partition("\n")[0]):
            return sheets_of(records_in_lines(text), printable(path.name), options.remarks)
        where = f"line {error.lineno}, character {error.colno}"
        raise Fault(f"is not JSON: {error.msg} at {where}", "correct it there") from None
    except NestedTooDeeply:
        raise Fault("is nested too deeply to be a table or a graph", "") from None
    return sheets_of(held, printable(path.name), options.remarks)


def _is_record(line: str) -> bool:
    try:
        return isinstance(parse_json(line), Mapping)
    except (json.JSONDecodeError, NestedTooDeeply):
        return False


def sheets_of(held: Any, file: str, remarks: list[str]) -> tuple[Sheet, ...]:
    """The sheets of what a JSON text holds.

    Parameters
    ----------
    held : object
        Lists, dictionaries and plain values.
    file : str
        The name of the file.
    remarks : list of str
        Takes what is not kept.

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
        if graph := graph_of(held):
            _note(held, [name for name in held if name in PARTS], file, remarks)
            return graph.sheets(file, "json graph")
    held = opened(held)
    if is_records(held) and not graph_in_lines(held) and (typed := by_type(held)):
        held = typed
    if isinstance(held, Mapping):
        return _of_object(held, file, remarks)
    if is_records(held):
        return _of_records(held, file)
    if isinstance(held, list) and held and all(isinstance(each, list) for each in held):
        rows = [(at, [*map(text_of_value, cells)]) for at, cells in enumerate(held, 1)]
        return (Sheet(file, rows),)
    if isinstance(held, list) and held and all(isinstance(each, str) for each in held):
        return (Sheet(file, [(at, [each]) for at, each in enumerate(held, 1)]),)
    raise _nothing()


def _nothing() -> Fault:
    return Fault(
        "holds no list of records and no graph",
        "give a list of objects, or an object with nodes and links",
    )


def _of_records(records: Sequence[Mapping[str, Any]], file: str) -> tuple[Sheet, ...]:
    """The sheets of a list of records."""
    if is_registry(records):
        return registry_of(records).sheets(file, "json graph")
    if is_ownership(records):
        return ownership_of(records).sheets(file, "json graph")
    if are_works(records):
        return (Sheet(file, table_of(rows_of_works(records)), form=WORKS),)
    if graph := graph_in_lines(records):
        return graph.sheets(file, "json graph")
    form = "ftm" if all("schema" in each and "properties" in each for each in records) else ""
    if not form and all("data" in each for each in records) and (graph := elements_of(records)):
        return graph.sheets(file, "json graph")
    rows = [*map(_entity, records)] if form else rows_of(records)
    return (Sheet(file, table_of(rows), form=form),)


def _note(held: Mapping[str, Any], read: Sequence[str], file: str, remarks: list[str]) -> None:
    if left := left_beside(held, read):
        remarks.append(f"{file}: {left}")


def _of_object(held: Mapping[str, Any], file: str, remarks: list[str]) -> tuple[Sheet, ...]:
    """The sheets of an object: of the lists in it, of its records by their names, or of a part."""
    rows, left = groups_by_name(held)
    if rows:
        remarks += [f"{file}: {said}" for said in left]
        return (Sheet(file, table_of(rows)),)
    lists = {name: value for name, value in held.items() if is_records(value)}
    keyed = {
        name: found
        for name, value in held.items()
        if (found := pairs_of(name, value) or _by_ids(value))
    }
    if len(keyed) + len(lists) > 1:
        lists = {name: lists.get(name) or keyed[name] for name in held if name in lists | keyed}
    if len(lists) == 1:
        ((name, records),) = lists.items()
        if _is_group(held, name):
            return _of_records([held], file)
        _note(held, [name], file, remarks)
        return (*sheets_of(records, file, remarks), *lists_beside(held, [name], file))
    if lists:
        _note(held, [*lists], file, remarks)
    if lists and (word := _word_of_keys(lists, file)):
        return (Sheet(file, table_of(rows_of(_with_keys(lists, word)))),)
    if lists:
        read = (
            Sheet(file, table_of(rows_of(records)), printable(name))
            for name, records in lists.items()
        )
        return (*read, *lists_beside(held, [*lists], file))
    if held and all(_are_names(value) and value for value in held.values()):
        return _of_names(held, file)
    if records := _by_ids(held):
        return (Sheet(file, table_of(rows_of(records))),)
    if len(held) > _FEWEST and all(map(_is_text, held.values())):  # names by their codes
        rows = [{"id": str(code), "name": str(name)} for code, name in held.items()]
        return (Sheet(file, table_of(rows)),)
    for name, value in held.items():
        if isinstance(value, Mapping):
            try:
                sheets = sheets_of(value, file, remarks)
            except Fault:
                continue
            _note(held, [name], file, remarks)
            return (*sheets, *lists_beside(held, [name], file))
    raise _nothing()


def _is_text(value: Any) -> bool:
    """Whether a value is a name of several words or so, and no address."""
    return isinstance(value, str) and any(map(str.isalpha, value)) and "://" not in value


def _by_ids(held: Any) -> list[dict[str, Any]]:
    """The records of an object that holds them by their names or ids; none if it holds others."""
    inner = [*held.values()] if isinstance(held, Mapping) else []
    if len(inner) < 2 or not all(isinstance(each, Mapping) for each in inner):
        return []
    if not _are_alike(inner):
        return []
    key = "id" if any(map(_is_named, inner)) else "name"
    return [{key: str(name), **each} for name, each in held.items()]


def _is_named(record: Mapping[str, Any]) -> bool:
    """Whether a record has a name of its own, beside that of what it belongs to."""
    return any(
        meaning(name)[1] == "name" and isinstance(value, str) for name, value in record.items()
    )


def _is_group(held: Mapping[str, Any], name: str) -> bool:
    """Whether an object is a group of which a list holds the members, not a page of a service."""
    named = any(isinstance(held.get(word), str) for word in ("name", "title"))
    return named and meaning(name) == ("member", "name")


def _are_alike(records: Sequence[Mapping[str, Any]]) -> bool:
    """Whether records share most of the fields that most of them have."""
    counts = Counter(key for each in records for key in each)
    common = {key for key, count in counts.items() if count * 2 > len(records)}
    for key in common:  # an object in one and a text in another are not one field
        kinds = {type(each[key]) for each in records if key in each}
        if dict in kinds and str in kinds:
            return False
    if common == {*counts} and all(common == {*each} for each in records) and len(common) > 1:
        return True
    return bool(common) and not any(is_records(v) for v in records[0].values() if len(records) < 3)


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _of_names(held: Mapping[str, Any], file: str) -> tuple[Sheet, ...]:
    """The sheet of names by the groups, or the roles, that hold them."""
    if all(meaning(key) == ("member", "name") for key in held):
        rows = [{"role": key, "name": each} for key, names in held.items() for each in names]
        rows = [{"name": row["name"]} for row in rows] if len(held) == 1 else rows
        return (Sheet(file, table_of(rows)),)
    lines = [
        (at, [key, LISTED.join(each.replace(LISTED, ",") for each in names)])
        for at, (key, names) in enumerate(held.items(), 1)
    ]
    return (Sheet(file, lines, form=ADJACENCY),)


def _word_of_keys(lists: Mapping[str, Any], file: str) -> str:
    """What the names of lists of like records say: the role of each, its group or its country."""
    fields = [{key for record in records for key in record} for records in lists.values()]
    common, held = set.intersection(*fields), set().union(*fields)
    if len(lists) < 2 or len(common) * 2 < len(held):
        return ""
    if all(country_of(name) is not None for name in lists):
        return "country"
    stem = plain(Path(file).stem)
    *_, last = stem.split() or [""]
    one = last.removesuffix("s")
    if one != last and meaning(one)[0] not in ("", "member"):
        return one  # alliances.json
    if any(meaning(name)[1] or layer_in(name) or name.isdecimal() for name in lists):
        return ""
    first = stem.split()[0] if " " in stem else ""
    if meaning(first)[0] not in ("", "member") and meaning(last) == ("member", "name"):
        return first  # group_parties.json
    return "role" if "sponsor" in stem or layer_in(stem) != "" else ""


def _with_keys(lists: Mapping[str, Any], word: str) -> list[dict[str, Any]]:
    """The records of all lists, each with the name of its list."""
    return [{word: name} | dict(record) for name, records in lists.items() for record in records]


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
    if not isinstance(names, list) or not answers or not is_records(answers):
        return None
    return [
        {
            str(name): text_of_value(value.get("value"))
            for name in names
            if isinstance(value := answer.get(name), Mapping)
        }
        for answer in answers
    ]


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


def _never(head: bytes) -> bool:
    return False  # the format of JSON lines knows both


JSON_TEXT = Format("a JSON file", (".json", ".geojson", ".jsonld"), read_json, _never)
