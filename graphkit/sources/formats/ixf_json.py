"""Read lists of members of internet exchanges, in the JSON format that these share: Euro-IX's IX-F.

A member names by its connections the exchanges at which it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphkit.sources.formats.nested import flat, parts_of, text_of_value

FORM = "members of exchanges"
EXCHANGE, CONNECTION = "exchange.", "connection."
"""How columns begin that say something of the exchange, and of the connections to it."""

_JOINED = "|"


def members_of_exchanges(held: Any) -> list[dict[str, str]]:
    """A row for each member of each exchange; none where the records are of another kind."""
    if not isinstance(held, Mapping):
        return []
    exchanges, members = parts_of(held, "ixp_list"), parts_of(held, "member_list")
    if not exchanges or not any("asnum" in each for each in members):
        return []
    at = {text_of_value(each.get("ixp_id", each.get("id"))): each for each in exchanges}
    rows = []
    for member in members:
        own = flat({key: value for key, value in member.items() if key != "connection_list"})
        if own.get("asnum"):
            own["asnum"] = f"AS{own['asnum']}"
        found: dict[str, dict[str, str]] = {}
        for part in parts_of(member, "connection_list"):
            place = found.setdefault(text_of_value(part.get("ixp_id")), {})
            _join(place, flat({key: value for key, value in part.items() if key != "ixp_id"}))
        for key, connection in (found or {"": {}}).items():
            exchange = at.get(key, {"ixp_id": key} if key else {})
            rows.append(
                own
                | {f"{EXCHANGE}{name}": text for name, text in flat(exchange).items()}
                | {f"{CONNECTION}{name}": text for name, text in connection.items()}
            )
    return rows


def _join(into: dict[str, str], texts: Mapping[str, str]) -> None:
    """Put the texts of a further connection beside those of others, each once."""
    for name, text in texts.items():
        held = into.get(name, "")
        if text and text not in held.split(_JOINED):
            into[name] = f"{held}{_JOINED}{text}" if held else text
