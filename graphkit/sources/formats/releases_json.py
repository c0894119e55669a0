"""Read procurement in the Open Contracting Data Standard: a row for each organisation and its role.

A release has parties with roles, a buyer, a tender with tenderers, and awards with suppliers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphkit.sources.formats.nested import flat, parts_of, text_of_value
from graphkit.sources.header_words import plain
from graphkit.sources.raw import Row

FORM = "releases"
_NUMBERED = re.compile(r"parties/\d+/")
_IN_ROWS = ("parties", "buyer", "awards", "contracts")
_OF_TENDER = ("tenderers", "procuringEntity", "title", "tenderPeriod")


def releases_of(held: Any) -> list[Mapping[str, Any]]:
    """The releases that a JSON text holds; none where it is of another kind."""
    if isinstance(held, Mapping):
        compiled = [
            each["compiledRelease"]
            for each in parts_of(held, "records")
            if isinstance(each.get("compiledRelease"), Mapping)
        ]
        return releases_of([*parts_of(held, "releases"), *compiled] or [held])
    if not isinstance(held, list) or not all(map(_is_release, held)):
        return []
    return held


def _is_release(record: Any) -> bool:
    return (
        isinstance(record, Mapping)
        and "ocid" in record
        and any(name in record for name in ("parties", "tender", "awards", "buyer"))
    )


def releases_in_rows(rows: Sequence[Row]) -> list[Mapping[str, Any]]:
    """The releases of a table that has one in each row, in columns such as `parties/0/name`; none
    where it is of another kind.
    """
    header = rows[0][1] if rows else ()
    if "ocid" not in header or not any(map(_NUMBERED.match, header)):
        return []
    if any(other.startswith(f"{name}/") for name in header for other in header if name):
        return []  # a column would hold a text and parts
    return releases_of([_nested(header, cells) for _, cells in rows[1:]])


def _nested(header: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    """A record of the cells that hold something, by the paths that the header names."""
    found: dict[str, Any] = {}
    for path, text in zip(header, cells, strict=False):
        *outer, last = path.split("/")
        if not text.strip():
            continue
        held = found
        for name in outer:
            held = held.setdefault(name, {})
        held[last] = text
    record: dict[str, Any] = _with_lists(found)
    return record


def _with_lists(held: Any) -> Any:
    """The same, with a list for each record of which the names are numbers."""
    if not isinstance(held, dict):
        return held
    parts = {name: _with_lists(part) for name, part in held.items()}
    return [*parts.values()] if parts and all(map(str.isdecimal, parts)) else parts


def rows_of_releases(releases: list[Mapping[str, Any]]) -> list[dict[str, str]]:
    """A row for each organisation in each role."""
    return [row for release in releases for row in _rows(release)]


def _rows(release: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    tender = release.get("tender")
    tender = tender if isinstance(tender, Mapping) else {}
    period = tender.get("tenderPeriod")
    period = period if isinstance(period, Mapping) else {}
    said = {
        "ocid": text_of_value(release["ocid"]),
        "title": text_of_value(tender.get("title")),
        "tender start": text_of_value(period.get("startDate")),
        "tender end": text_of_value(period.get("endDate")),
        **flat({k: v for k, v in release.items() if k not in (*_IN_ROWS, "tender", "ocid")}),
        **flat({k: v for k, v in tender.items() if k not in _OF_TENDER}, "tender."),
    }
    known = {text_of_value(each.get("id")): each for each in parts_of(release, "parties")}
    done: set[tuple[str, str]] = set()
    for key, name, role, more in _roles(release, tender):
        if not more and (key or name, role) in done:
            continue
        done.add((key or name, role))
        yield said | _organisation(known.get(key, {}), key, name) | {"role": role} | more


def _roles(
    release: Mapping[str, Any], tender: Mapping[str, Any]
) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """The id, name and role of each organisation, and what is said of its award."""
    contracts = {
        text_of_value(each.get("awardID")): each for each in parts_of(release, "contracts")
    }
    suppliers: set[str] = set()
    for award in parts_of(release, "awards"):
        own = _award(award) | flat(contracts.get(text_of_value(award.get("id")), {}), "contract.")
        for each in parts_of(award, "suppliers"):
            key, name = _named(each)
            suppliers.add(key)
            yield key, name, "supplier", own
    for role, part, inside in (
        ("buyer", "buyer", release),
        ("procuring entity", "procuringEntity", tender),
    ):
        if isinstance(held := inside.get(part), Mapping):
            yield *_named(held), role, {}
    for each in parts_of(tender, "tenderers"):
        yield *_named(each), "tenderer", {}
    for party in parts_of(release, "parties"):
        key, name = _named(party)
        for word in party.get("roles") or ["participant"]:
            role = plain(text_of_value(word))
            if role != "supplier" or key not in suppliers:
                yield key, name, role, {}


def _named(record: Mapping[str, Any]) -> tuple[str, str]:
    return text_of_value(record.get("id")), text_of_value(record.get("name"))


def _award(award: Mapping[str, Any]) -> dict[str, str]:
    value = award.get("value")
    value = value if isinstance(value, Mapping) else {}
    rest = {k: v for k, v in award.items() if k not in ("suppliers", "value", "date")}
    return {
        "award date": text_of_value(award.get("date")),
        "amount": text_of_value(value.get("amount")),
        "currency": text_of_value(value.get("currency")),
        **flat(rest, "award."),
    }


def _organisation(party: Mapping[str, Any], key: str, name: str) -> dict[str, str]:
    held = party.get("address")
    address = dict(held) if isinstance(held, Mapping) else {}
    known = ("id", "name", "roles", "address")
    return {
        "organisation id": key,
        "organisation": name or text_of_value(party.get("name")),
        "country": text_of_value(address.pop("countryName", "")),
        "region": text_of_value(address.pop("region", "")),
        "city": text_of_value(address.pop("locality", "")),
        **flat({k: v for k, v in party.items() if k not in known}, "party."),
        **flat(address, "party.address."),
    }
