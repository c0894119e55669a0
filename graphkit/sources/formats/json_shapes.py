"""Open what JSON is wrapped in, so that lists of records are left.

GeoJSON, answers of a JSON:API and of Solr, JSON-LD, fixtures of Django, frames of pandas, trees of
children, and weights of ties by years have each one form in which any program writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from graphkit.sources.formats.nested import parts_of
from graphkit.sources.header_words import meaning
from graphkit.sources.role_words import ROLE_WORDS

Record = Mapping[str, Any]
TYPE = "type"
_NAMES = ("name", "label", "title")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADING = re.compile(r"([A-Za-z]+?)(?:To(?=[A-Z])|_to_|-to-| to )([A-Za-z]+)")
"""The name of an object that leads from one to another: partyToAlliance, party_to_alliance."""
ELEMENT_PARTS = frozenset(
    "data group position renderedPosition classes selected selectable locked grabbable pannable "
    "removed scratch style".split()
)
"""What an element of Cytoscape may hold."""
_DEEPEST = 50
_MOST_TYPES = 40
_ALIKE = 0.5


def opened(held: Any) -> Any:
    """What a JSON text holds, without its wrapper.

    Parameters
    ----------
    held : object
        Lists, dictionaries and plain values.

    Returns
    -------
    object
        The same, or lists of records: in an object by their names where there are several.

    Examples
    --------
    >>> opened({"response": {"numFound": 1, "docs": [{"name": "Acme"}]}})
    [{'name': 'Acme'}]
    >>> opened({"columns": ["name"], "index": [0], "data": [["Acme"]]})
    [{'name': 'Acme'}]
    """
    for form in _FORMS:
        if (found := form(held)) is not None:
            return found
    return held


def _features(held: Any) -> Any:
    """The features of GeoJSON: their properties, and the place of those that are points."""
    if not isinstance(held, Mapping) or held.get("type") != "FeatureCollection":
        return None
    return [_feature(each) for each in parts_of(held, "features")] or None


def _feature(feature: Record) -> Record:
    geometry = feature.get("geometry")
    properties = feature.get("properties")
    own: dict[str, Any] = dict(properties) if isinstance(properties, Mapping) else {}
    if "id" in feature:
        own.setdefault("id", feature["id"])
    if not isinstance(geometry, Mapping):
        return own
    point = geometry.get("coordinates")
    if geometry.get("type") == "Point" and isinstance(point, list) and len(point) > 1:
        if not any(meaning(name)[1] in ("latitude", "coordinates") for name in own):
            own |= {"latitude": point[1], "longitude": point[0]}
    elif geometry:
        own["geometry"] = geometry.get("type")
    return own


def _documents(held: Any) -> Any:
    """The resources of a JSON:API by their types; relationships become columns of ids."""
    if not isinstance(held, Mapping):
        return None
    data = held.get("data")
    data = [data] if isinstance(data, Mapping) else data
    if not isinstance(data, list) or not data or not all(map(_is_resource, data)):
        return None
    by_type: dict[str, list[Record]] = {}
    for each in (*data, *parts_of(held, "included")):
        related: dict[str, Any] = {}
        links = each.get("relationships")
        for name, link in links.items() if isinstance(links, Mapping) else ():
            found = link.get("data") if isinstance(link, Mapping) else None
            if isinstance(found, Mapping):
                related[f"{name} id"] = found.get("id")
            elif isinstance(found, list):
                related[f"{name} ids"] = [x.get("id") for x in found if isinstance(x, Mapping)]
        own = each.get("attributes")
        by_type.setdefault(str(each.get("type")), []).append(
            {"id": each.get("id"), **(own if isinstance(own, Mapping) else {}), **related}
        )
    return by_type if len(by_type) > 1 else next(iter(by_type.values()))


def _is_resource(record: Any) -> bool:
    return isinstance(record, Mapping) and {"id", "type"} <= {*record} and bool(
        {"attributes", "relationships"} & {*record}
    )  # fmt: skip


def _linked(held: Any) -> Any:
    """The nodes of JSON-LD, of which one may name another by its `@id`."""
    nodes = held.get("@graph") if isinstance(held, Mapping) else None
    if not isinstance(nodes, list) or not nodes:
        return None
    nodes = [each for each in nodes if isinstance(each, Mapping)]
    named = {each.get("@id"): _name_of(each) for each in nodes if _name_of(each)}
    return [
        {key: _resolved(value, named) if key != "@id" else value for key, value in each.items()}
        for each in nodes
    ]


def _resolved(value: Any, named: Mapping[Any, str]) -> Any:
    if isinstance(value, list):
        return [_resolved(each, named) for each in value]
    if isinstance(value, Mapping) and set(value) == {"@id"}:
        return named.get(value["@id"], value["@id"])
    if isinstance(value, Mapping) and set(value) <= {"@value", "@language", "@type"}:
        return value.get("@value")
    return value


def _name_of(record: Record) -> str:
    return next((v for name in _NAMES if isinstance(v := record.get(name), str) and v), "")


def _fixture(held: Any) -> Any:
    """The records of a fixture of Django by their models."""
    if not isinstance(held, list) or not held:
        return None
    by_model: dict[str, list[Record]] = {}
    for each in held:
        if not isinstance(each, Mapping) or not {*each} <= {"model", "pk", "fields"}:
            return None
        fields = each.get("fields")
        if not isinstance(fields, Mapping):
            return None
        model = str(each.get("model")).rpartition(".")[2]
        key = {"id": each["pk"]} if "pk" in each else {}
        by_model.setdefault(model, []).append(key | dict(fields))
    return by_model


def _elements(held: Any) -> Any:
    """The elements of Cytoscape in a file that holds nodes alone, or edges alone."""
    if not isinstance(held, list) or not held:
        return None
    if not all(isinstance(each, Mapping) and ELEMENT_PARTS.issuperset(each) for each in held):
        return None
    data = [each.get("data") for each in held]
    if not all(isinstance(own, Mapping) for own in data):
        return None
    edges = [{"source", "target"} <= {*own} for own in data if isinstance(own, Mapping)]
    if all(edges):
        return data
    named = all(own.get("id") for own in data if isinstance(own, Mapping))
    return data if named and not any(edges) else None


def _answer(held: Any) -> Any:
    """The documents of an answer of Solr."""
    response = held.get("response") if isinstance(held, Mapping) else None
    if not isinstance(response, Mapping) or "numFound" not in response:
        return None
    return parts_of(response, "docs") or None


def _frame(held: Any) -> Any:
    """The rows of a frame of pandas, which it writes by columns or without their names."""
    if not isinstance(held, Mapping) or not held:
        return None
    names, rows = held.get("columns"), held.get("data")
    if isinstance(names, list) and isinstance(rows, list) and rows and _are_rows(rows, len(names)):
        return [dict(zip(map(str, names), row, strict=True)) for row in rows]
    columns = [*held.values()]
    if not all(isinstance(each, Mapping) and each for each in columns):
        return None
    numbers = [*columns[0]]
    plain = all(not isinstance(v, Mapping | list) for each in columns for v in each.values())
    counted = numbers == [*map(str, range(len(numbers)))]
    if not plain or not counted or any([*each] != numbers for each in columns):
        return None
    return [{name: held[name][at] for name in held} for at in numbers]


def _by_years(held: Any) -> Any:
    """The ties of each year, of which an object for each organisation gives the weights."""
    years = [*held.values()] if isinstance(held, Mapping) else []
    if len(years) < 2 or not all(map(_YEAR.fullmatch, held)):
        return None
    ends = [each for year in years if isinstance(year, Mapping) for each in year.values()]
    if not ends or not all(isinstance(each, Mapping) for each in (*years, *ends)):
        return None
    if not all(isinstance(weight, int | float) for each in ends for weight in each.values()):
        return None
    return [
        {"source": one, "target": other, "year": int(year), "weight": weight}
        for year, tied in held.items()
        for one, others in tied.items()
        for other, weight in others.items()
    ]


def pairs_of(name: str, held: Any) -> list[dict[str, str]]:
    """The pairs of an object that is called after what it leads from and to; none for others.

    Examples
    --------
    >>> pairs_of("partyToAlliance", {"Alfa": "Left", "Beta": "Left"})
    [{'party': 'Alfa', 'alliance': 'Left'}, {'party': 'Beta', 'alliance': 'Left'}]
    """
    named = _LEADING.fullmatch(name)
    if named is None or not isinstance(held, Mapping) or len(held) < 2:
        return []
    one, other = (word.strip("_ ").lower() for word in named.groups())
    if one == other or not all(isinstance(value, str) for value in held.values()):
        return []
    return [{one: str(key), other: value} for key, value in held.items()]


def _are_rows(rows: Sequence[Any], width: int) -> bool:
    return all(isinstance(row, list) and len(row) == width for row in rows)


def _tree(held: Any) -> Any:
    """The nodes of a tree of children, each with what it stands in."""
    roots = held if isinstance(held, list) else [held]
    if not all(isinstance(each, Mapping) and _name_of(each) for each in roots):
        return None
    listed = dict.fromkeys(key for each in roots for key in each if _children(each, key))
    key = next((key for key in listed if _is_branch(roots, key)), "")
    return [*_below(roots, key, "", 0)] if key else None


def _is_branch(roots: Sequence[Record], key: str) -> bool:
    """Whether records hold named records under a name, and one of these holds some there too."""
    children = [child for each in roots for child in _children(each, key)]
    return any(_children(child, key) for child in children)


def _children(record: Any, key: str) -> list[Record]:
    held = record.get(key) if isinstance(record, Mapping) else None
    found = held if isinstance(held, list) else []
    return found if all(isinstance(each, Mapping) and _name_of(each) for each in found) else []


def _below(nodes: Sequence[Record], key: str, parent: str, depth: int) -> Iterator[Record]:
    for each in nodes:
        own = {name: value for name, value in each.items() if name != key}
        yield own | {"part of": parent}
        if depth < _DEEPEST:
            yield from _below(_children(each, key), key, _name_of(each), depth + 1)


def _roles_in_groups(held: Any) -> Any:
    """The members of each group, of which an object gives the roles by their names."""
    groups = [*held.values()] if isinstance(held, Mapping) else []
    if not groups or not all(isinstance(each, Mapping) and each for each in groups):
        return None
    roles = {
        text.casefold() if isinstance(text, str) else "" for g in groups for text in g.values()
    }
    if not roles <= ROLE_WORDS or any(meaning(name)[1] for each in groups for name in each):
        return None
    return [
        {"member of": group, "member": name, "role": role}
        for group, members in held.items()
        for name, role in members.items()
    ]


_FORMS: tuple[Callable[[Any], Any], ...] = (
    _features, _documents, _linked, _fixture, _elements, _answer, _frame, _by_years,
    _roles_in_groups, _tree,
)  # fmt: skip


def by_type(records: Sequence[Record]) -> dict[str, list[Record]]:
    """Records of several types as lists by type; nothing where all are of one.

    `@type` says so. `type` does too where records of each type have a field that no other has and
    name each other by ids; else it may be the kind of organisations.

    Examples
    --------
    >>> by_type([{"@type": "Person", "age": 3}, {"@type": "Event", "day": 1}])
    {'Person': [{'@type': 'Person', 'age': 3}], 'Event': [{'@type': 'Event', 'day': 1}]}
    >>> by_type([{"type": "Company", "name": "Acme"}, {"type": "Ngo", "name": "Best"}])
    {}
    """
    for name in ("@type", "_type", TYPE, "recordType"):
        said = [each.get(name) for each in records]
        if not all(isinstance(word, str) and word for word in said):
            continue
        found: dict[str, list[Record]] = {}
        for word, each in zip(said, records, strict=True):
            found.setdefault(str(word), []).append(each)
        sure = name == "@type" and _differ(found)
        if 1 < len(found) <= _MOST_TYPES and (sure or _refer(found)):
            return found
    return {}


def _differ(found: Mapping[str, Sequence[Record]]) -> bool:
    """Whether some records of different types have other fields."""
    fields = [{key for each in held for key in each} for held in found.values()]
    return any(len(a & b) < _ALIKE * len(a | b) for a in fields for b in fields) or all(
        not a <= b for a in fields for b in fields if a is not b
    )


def _refer(found: Mapping[str, Sequence[Record]]) -> bool:
    """Whether records of each type have a field of their own, and one type names another by id."""
    common = {word: set.intersection(*(set(x) for x in held)) for word, held in found.items()}
    any_of = {word: {key for each in held for key in each} for word, held in found.items()}
    for word, own in common.items():
        others = [any_of[other] for other in found if other != word]
        if any(not own - held for held in others):
            return False
    keys = {
        (word, key): {str(each[key]) for each in held}
        for word, held in found.items()
        for key in common[word]
        if meaning(key)[1] == "id" or key.lower().endswith("id")
    }
    return any(
        mine and mine <= theirs and word != other and len(theirs) == len(found[other])
        for (word, _), mine in keys.items()
        for (other, _), theirs in keys.items()
    )
