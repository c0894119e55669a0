"""Read the Beneficial Ownership Data Standard, in its versions 0.1 to 0.4: who owns what.

Each statement is of an entity, of a person, or of an interest that one of them has in an entity.
Of several statements of the same record the last one counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphkit.sources.formats.nested import flat, parts_of, text_of_value
from graphkit.sources.formats.sheet import Graph

_TYPES = {
    "entity": "entity",
    "entityStatement": "entity",
    "person": "person",
    "personStatement": "person",
    "relationship": "interest",
    "ownershipOrControlStatement": "interest",
}
_KINDS = {"registeredEntity": "Company", "state": "PublicBody", "stateBody": "PublicBody"}
"""The kinds of the types of entities that have one; the others stay in `entity type`."""
_SCHEMES = {"XI-LEI": "lei", "PL-KRS": "krs", "PL-REGON": "regon", "PL-NIP": "nip"}
_CLOSED = "closed"
_JOINED = "|"


def is_ownership(records: Sequence[Mapping[str, Any]]) -> bool:
    """Whether records are statements of the standard."""
    return all(
        ("recordDetails" in each or "statementID" in each) and _type_of(each) for each in records
    )


def _type_of(statement: Mapping[str, Any]) -> str:
    said = statement.get("recordType", statement.get("statementType"))
    return _TYPES.get(said, "") if isinstance(said, str) else ""


def ownership_of(statements: Sequence[Mapping[str, Any]]) -> Graph:
    """Entities and persons as nodes, interests as edges from who has them to the entity."""
    replaced = {
        text_of_value(key) for each in statements for key in each.get("replacesStatements") or ()
    }
    records: dict[tuple[str, str], Mapping[str, Any]] = {}
    for each in statements:
        if _statement_id(each) not in replaced:
            records[_type_of(each), _key_of(each)] = each
    graph = Graph(directed=True)
    for (of, key), each in records.items():
        if of != "interest":
            graph.node(key, **_stated(of, each))
    for (of, _), each in records.items():
        if of == "interest":
            owner, owned = (_end(_details(each), name) for name in ("interestedParty", "subject"))
            if not owner:
                continue  # the standard allows an owner who is not known
            for number in (owner, owned):
                graph.node(number)
            graph.edge(owner, owned, *_interests(each))
    return graph


def _statement_id(statement: Mapping[str, Any]) -> str:
    return text_of_value(statement.get("statementId", statement.get("statementID")))


def _key_of(statement: Mapping[str, Any]) -> str:
    """What others refer to: a record has an id of its own since version 0.4."""
    return text_of_value(statement.get("recordId")) or _statement_id(statement)


def _details(statement: Mapping[str, Any]) -> Mapping[str, Any]:
    held = statement.get("recordDetails", statement)
    return held if isinstance(held, Mapping) else {}


def _end(details: Mapping[str, Any], name: str) -> str:
    held = details.get(name)
    if not isinstance(held, Mapping):
        return text_of_value(held)
    described = (held.get(f"describedBy{of}Statement") for of in ("Entity", "Person"))
    return next((text_of_value(each) for each in described if each), "")


def _stated(of: str, statement: Mapping[str, Any]) -> dict[str, str]:
    details = _details(statement)
    if of == "person":
        named = next(iter(parts_of(details, "names")), {})
        return {"label": text_of_value(named.get("fullName")), "type": "Person"}
    held = details.get("entityType")
    kind = text_of_value(held.get("type") if isinstance(held, Mapping) else held)
    place = details.get("jurisdiction", details.get("incorporatedInJurisdiction"))
    place = place if isinstance(place, Mapping) else {}
    others = [
        f"{text_of_value(each.get('scheme') or each.get('schemeName'))} "
        f"{text_of_value(each.get('id'))}"
        for each in parts_of(details, "identifiers")
        if each.get("scheme") not in _SCHEMES
    ]
    return {
        "label": text_of_value(details.get("name")),
        "type": _KINDS.get(kind, "Other"),
        "entity type": kind,
        "aliases": _JOINED.join(map(text_of_value, details.get("alternateNames") or ())),
        "country code": text_of_value(place.get("code")),
        "founded": text_of_value(details.get("foundingDate")),
        "dissolved": text_of_value(details.get("dissolutionDate")),
        "website": text_of_value(details.get("uri")),
        "identifiers": _JOINED.join(others),
        "addresses": _JOINED.join(
            text_of_value(each.get("address")) for each in parts_of(details, "addresses")
        ),
        **{
            _SCHEMES[each["scheme"]]: text_of_value(each.get("id"))
            for each in parts_of(details, "identifiers")
            if each.get("scheme") in _SCHEMES
        },
    }


def _interests(statement: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    closed = statement.get("recordStatus") == _CLOSED
    ended = text_of_value(statement.get("statementDate")) if closed else ""
    for each in parts_of(_details(statement), "interests") or [{}]:
        rest = {k: v for k, v in each.items() if k not in ("type", "startDate", "endDate")}
        yield {
            "kind": text_of_value(each.get("type")),
            "start": text_of_value(each.get("startDate")),
            "end": text_of_value(each.get("endDate")) or ended,
            **flat(rest),
        }
