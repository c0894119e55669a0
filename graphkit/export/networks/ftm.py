"""What a selection states as entities of FollowTheMoney, one per line.

Schemata and properties are those of followthemoney 4 (https://followthemoney.tech). What it has no
place for is left out: the status of a fact, wholes of organisations, figures, where a declaration
was signed. So are web addresses other than of http and https, and texts are cut where they are
longer than it allows, because it refuses an entity for one of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphkit.export.networks.formats import Export
from graphkit.export.networks.json_lines import lines
from graphkit.model import KINDS, OPEN, Dataset, Fact, Node, Properties, parse_date

Values = dict[str, list[str]]

_ORGANISATION = {
    "name": "name",
    "aliases": "alias",
    "sector": "sector",
    "website": "website",
    "founded": "incorporationDate",
    "dissolved": "dissolutionDate",
    "krs": "registrationNumber",
    "nip": "taxNumber",
    "regon": "idNumber",
    "lei": "leiCode",
    "vat": "vatCode",
    "description": "description",
    "note": "notes",
}
_PROJECT = {"stage": "status", "startDate": "startDate", "endDate": "endDate", "note": "notes"}
_DOCUMENT = {"title": "title", "publisher": "publisher", "url": "sourceUrl", "published": "date",
             "retrieved": "retrievedAt"}  # fmt: skip
_INTEREST = {
    "role": "role",
    "kind": "role",
    "startDate": "startDate",
    "endDate": "endDate",
    "observedDate": "date",
    "note": "description",
}
_LONGEST = {"name": 384, "alias": 384, "address": 250, "full": 250, "notes": 65_000,
            "description": 65_000}  # fmt: skip
_LONGEST_OTHER = 1024
"""How many characters a text of each property may have."""

_EDGES = {
    "MEMBER_OF": ("Membership", "member", "organization"),
    "PARTICIPATES_IN": ("ProjectParticipant", "participant", "project"),
    "SIGNED": ("Documentation", "entity", "document"),
    "CONCERNS": ("Documentation", "entity", "document"),
    "COLLABORATES_WITH": ("UnknownLink", "subject", "object"),
    "SUCCEEDS": ("Succession", "successor", "predecessor"),
    "REPRESENTS": ("Representation", "agent", "client"),
}
"""The schema of each relation, and the properties of its two ends."""

_REFERRING = {end for _, *ends in _EDGES.values() for end in ends} | {"proof", "addressEntity"}
"""Properties that hold ids."""


def as_ftm(export: Export) -> str:
    """Entities with an id, a schema and lists of texts."""
    return lines(entities(export.statements))


def entities(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """The entities of a data set.

    Parameters
    ----------
    dataset : Dataset
        The data set.

    Yields
    ------
    dict
        An entity: `id`, `schema` and `properties`, each a list of texts.

    Examples
    --------
    >>> from graphkit.model import Dataset, Node
    >>> acme = Node("Organisation", "acme", {"name": "Acme", "founded": "2001"}, "Company")
    >>> list(entities(Dataset.of("mine", [acme], [])))[0]["properties"]
    {'name': ['Acme'], 'incorporationDate': ['2001'], 'legalForm': ['Company']}
    """
    documents = {node.id for node in dataset.nodes if node.label == "Source"}
    places = {node.id: node for node in dataset.nodes if node.label == "Place"}
    located: dict[tuple[str, str], list[str]] = {}
    for fact in dataset.facts:
        if fact.relation == "LOCATED_IN":
            located.setdefault(fact.start, []).append(fact.end[1])
    for node in dataset.nodes:
        made = _entity(node)
        if made is not None:
            schema, values = made
            if addresses := located.get((node.label, node.id)):
                values["addressEntity"] = [f"place-{each}" for each in addresses]
                values["address"] = [places[each].name for each in addresses]
            if schema != "Address" and node.label != "Source":
                values |= _proof(node.properties, documents)
            yield _written(_key(node.label, node.id), schema, values)
    for fact in dataset.facts:
        edge = _EDGES.get(fact.relation)
        if edge is not None and not (
            fact.relation == "CONCERNS" and fact.start[0] != "Declaration"
        ):
            yield _edge(fact, *edge, documents)


def _entity(node: Node) -> tuple[str, Values] | None:
    own = node.properties
    country = {"country": [str(own["country"]).lower()]} if "country" in own else {}
    if node.label == "Organisation":
        kind = KINDS.get(str(node.kind))
        values = _values(own, _ORGANISATION) | {"legalForm": [str(node.kind)]}
        return "Organization" if kind is None else kind.ftm, {"name": [node.name], **values}
    if node.label == "Collaboration":
        return "Project", {"name": [node.name], **_values(own, _PROJECT)}
    if node.label == "Declaration":
        signed = _values(own, {"startDate": "date", "note": "notes"})
        named = {key: [node.name] for key in ("name", "fileName", "title")}
        return "Document", {**named, **signed}
    if node.label == "Source":
        named = {key: [node.name] for key in ("name", "fileName")}
        return "Document", {**named, **_values(own, _DOCUMENT)}
    if node.label == "Place":
        point = _values(own, {"latitude": "latitude", "longitude": "longitude"})
        return "Address", {"name": [node.name], "full": [node.name], **country, **point}
    if node.label == "Person":
        return "Person", {"name": [node.name]}
    return None


def _edge(fact: Fact, schema: str, first: str, second: str, documents: set[str]) -> dict[str, Any]:
    start, end = (_key(*each) for each in (fact.start, fact.end))
    if fact.relation == "CONCERNS":
        start, end = end, start
    values: Values = {first: [start], second: [end], **_values(fact.properties, _INTEREST)}
    if schema == "Documentation":
        values.setdefault("role", ["concerns" if fact.relation == "CONCERNS" else "signatory"])
    values |= _proof(fact.properties, documents)
    return _written(f"{fact.relation.lower().replace('_', '-')}-{fact.id}", schema, values)


def _written(key: str, schema: str, values: Values) -> dict[str, Any]:
    properties = {name: [_cut(name, text) for text in texts] for name, texts in values.items()}
    return {"id": key, "schema": schema, "properties": properties}


def _cut(name: str, text: str) -> str:
    longest = _LONGEST.get(name, _LONGEST_OTHER)
    return text if len(text) <= longest or name in _REFERRING else f"{text[: longest - 1]}…"


def _key(label: str, id: str) -> str:
    """An id of an organisation or group is its own; the others are told apart by what they are."""
    return id if label in ("Organisation", "Collaboration") else f"{label.lower()}-{id}"


def _values(stated: Properties, names: dict[str, str]) -> Values:
    found: Values = {}
    for name, wanted in names.items():
        value = stated.get(name)
        texts = [str(each) for each in value] if isinstance(value, list) else [str(value)]
        if value is None or (wanted.endswith("Date") and not _is_date(texts[0])):
            continue
        if wanted in ("website", "sourceUrl"):
            texts = [text for text in texts if text.startswith(("http://", "https://"))]
        if texts:
            found.setdefault(wanted, texts)
    return found


def _is_date(text: str) -> bool:
    if text == OPEN:
        return False
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


def _proof(stated: Properties, documents: set[str]) -> Values:
    cited = [each for each in dict.fromkeys(_listed(stated.get("sourceIds"))) if each in documents]
    return {"proof": [_key("Source", each) for each in cited]} if cited else {}


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
