"""Read Popolo: organisations and persons, whose memberships may be nested in either."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphkit.sources.formats.nested import flat, parts_of, text_of_value

ORGANISATIONS, MEMBERSHIPS = "popolo organisations", "popolo memberships"
_LISTS = ("organizations", "persons", "memberships")


def popolo_of(held: Any) -> dict[str, list[dict[str, str]]]:
    """The records of organisations and of memberships by form; none where it is of another kind."""
    if isinstance(held, list) and any(map(_has_members, held)):
        held = {"organizations": held}
    if not isinstance(held, Mapping) or not parts_of(held, "organizations"):
        return {}
    organisations = parts_of(held, "organizations")
    stated = parts_of(held, "memberships")
    found = [_membership(each, "", "") for each in stated]
    for each in organisations:
        key = text_of_value(each.get("id"))
        found += [_membership(part, key, "") for part in parts_of(each, "memberships")]
    for each in parts_of(held, "persons"):
        key = text_of_value(each.get("id"))
        found += [_membership(part, "", key) for part in parts_of(each, "memberships")]
    nested = any(map(_has_memberships, organisations))
    if not nested and not any(each["member_id"] for each in found):
        return {}  # memberships of people alone: what they lack is said where tables are mapped
    records = [
        flat({k: v for k, v in each.items() if k != "memberships"}) for each in organisations
    ]
    return {ORGANISATIONS: records, MEMBERSHIPS: found}


def _has_members(record: Any) -> bool:
    """Whether a record is an organisation with its members, and no person."""
    return isinstance(record, Mapping) and any(
        each.get("member_id") or each.get("organization_id") == record.get("id")
        for each in parts_of(record, "memberships")
    )


def _has_memberships(record: Any) -> bool:
    return isinstance(record, Mapping) and any(
        "organization_id" in each or "member_id" in each for each in parts_of(record, "memberships")
    )


def _membership(record: Mapping[str, Any], organisation: str, person: str) -> dict[str, str]:
    """A membership without nesting. Nested in an organisation, it is one of its members, unless it
    names another organisation and no member: then the outer one is the member.
    """
    inside = {name: record.get(name) for name in ("organization", "member", "person")}
    ids = {
        name: text_of_value(
            record.get(f"{name}_id") or (held.get("id") if isinstance(held, Mapping) else "")
        )
        for name, held in inside.items()
    }
    if organisation and not ids["organization"]:
        ids["organization"] = organisation
    if organisation and not ids["member"] and not ids["person"]:
        ids["member"] = organisation if ids["organization"] != organisation else ""
    ids["person"] = ids["person"] or person
    rest = {k: v for k, v in record.items() if k.removesuffix("_id") not in inside}
    return {"member_id": ids["member"] or "", "organization_id": ids["organization"],
            "person_id": ids["person"], **flat(rest)}  # fmt: skip
