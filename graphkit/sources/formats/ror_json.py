"""Read the dump of ROR, the Research Organization Registry, in its second schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphkit.sources.formats.sheet import Graph

_INVERSE = {"child": "parent", "predecessor": "successor"}
_JOINED = "|"
_KINDS = {
    "education": "University",
    "facility": "ResearchInstitute",
    "government": "PublicBody",
    "nonprofit": "Association",
    "company": "Company",
}
"""The kinds of the types of ROR that have one; the others stay in `types`."""


def is_registry(records: Sequence[Mapping[str, Any]]) -> bool:
    """Whether records are those of ROR's second schema."""
    return all(
        str(each.get("id", "")).startswith("https://ror.org/")
        and isinstance(each.get("names"), list)
        and isinstance(each.get("relationships"), list)
        for each in records
    )


def registry_of(records: Sequence[Mapping[str, Any]]) -> Graph:
    """The organisations and their relations, each relation once."""
    graph = Graph()
    for each in records:
        graph.node(str(each["id"]), **dict(_stated(each)))
    done: set[tuple[str, str, str]] = set()
    for each in records:
        for other in _parts(each, "relationships"):
            start, end = str(each["id"]), str(other.get("id", ""))
            kind = str(other.get("type", ""))
            if not end:
                continue
            if end not in graph.nodes:
                graph.node(end, label=str(other.get("label", "")) or end, ror=end)
            if kind in _INVERSE:
                start, end, kind = end, start, _INVERSE[kind]
            if {(start, end, kind), (end, start, kind)} & done:
                continue
            done.add((start, end, kind))
            graph.edge(start, end, {"kind": kind})
    return graph


def _stated(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    names = [
        (str(name.get("value", "")), name.get("types") or []) for name in _parts(record, "names")
    ]
    shown = next((name for name, types in names if "ror_display" in types), "")
    yield "label", shown
    yield "ror", str(record["id"])
    yield "aliases", _JOINED.join(name for name, _ in names if name != shown)
    types = [str(each) for each in record.get("types") or []]
    yield "kind", next((_KINDS[each] for each in types if each in _KINDS), "Other")
    yield "types", _JOINED.join(types)
    place = next(_parts(record, "locations"), {}).get("geonames_details") or {}
    yield "country code", str(place.get("country_code") or "")
    yield "city", str(place.get("name") or "")
    yield "founded", str(record.get("established") or "")
    links = [link for link in _parts(record, "links") if link.get("type") == "website"]
    yield "website", str(links[0].get("value", "")) if links else ""
    yield "status", str(record.get("status") or "")
    for each in _parts(record, "external_ids"):
        found = each.get("preferred") or next(iter(each.get("all") or []), "")
        yield str(each.get("type", "")), str(found)


def _parts(record: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    held = record.get(name)
    return (
        (part for part in held if isinstance(part, Mapping)) if isinstance(held, list) else iter(())
    )
