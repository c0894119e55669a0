"""Put blocks of columns for several organisations below each other: a row for each.

    Title, Partner 1 name, Partner 1 country, Partner 2 name, Partner 2 country
    -> Title, Partner name, Partner country, with a row for each partner

A block for the coordinator beside them, with the same columns, becomes a row with that role.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.roles_of_columns import role_of_column
from graphkit.sources.mapping.cells.table_head import Head, find_head, unique_names
from graphkit.sources.raw import Row

_NUMBERED = re.compile(r"(\D*[^\W\d]) ?(\d{1,2})(?: (\D+))?")
_NUMBER = re.compile(r"[\s_.-]*\d{1,2}")
_STATES = {"country", "state", "state name", "country name", "nation"}
"""What columns are called that name the two parties of a treaty."""
_ROLE = "Role"
_NAME = "name"


@dataclass(frozen=True, slots=True)
class _Block:
    """The columns of one organisation, by what they say of it; role: what it is there."""

    columns: Mapping[str, int]
    role: str = ""


def stacked(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with its blocks below each other, and what to say of that; unchanged and nothing
    where it has none.
    """
    if sheet.holds is not Holds.CELLS:
        return sheet, ""
    head = find_head(sheet.rows)
    blocks = _blocks(head.names) if head.row else []
    if not blocks:
        return sheet, ""
    parts = [part for block in blocks for part in block.columns]
    parts = [*dict.fromkeys(parts)]
    used = {at for block in blocks for at in block.columns.values()}
    others = [at for at in range(len(head.names)) if at not in used]
    role = any(block.role for block in blocks)
    titles = [head.names[at] for at in others] + [_title(part, blocks, head) for part in parts]
    names = unique_names([*titles, *([_ROLE] if role else [])], len(titles) + role)
    rows: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    rows.append((head.row, [*names]))
    for number, cells in head.body:
        held = [*cells, *[""] * (len(head.names) - len(cells))]
        first = [held[at] for at in others]
        found = [block for block in blocks if any(held[at] for at in block.columns.values())]
        for block in found or [_Block({})]:
            said = [held[block.columns[part]] if part in block.columns else "" for part in parts]
            rows.append((number, [*first, *said, *([block.role] if role else [])]))
    shown = [head.names[block.columns[_NAME]] for block in blocks]
    told = ", ".join(shown[:3]) + (f" … {shown[-1]}" if len(shown) > 3 else "")
    return replace(sheet, rows=rows), f"{sheet.place}: {told} are read below each other, a row each"


def _blocks(names: Sequence[str]) -> list[_Block]:
    places: dict[str, dict[int, int]] = defaultdict(dict)
    for at, name in enumerate(names):
        if match := _NUMBERED.fullmatch(plain(name)):
            places[f"{match[1]} {match[3] or ''}".strip()].setdefault(int(match[2]), at)
    several = {said: found for said, found in places.items() if len(found) > 1}
    named = [said for said in several if meaning(said) == ("member", _NAME)]
    named = named or [said for said in several if said in _STATES]
    if not named:
        return []
    key = max(named, key=lambda said: len(several[said]))
    stem = key.split()[0]
    alike = {
        said: found
        for said, found in several.items()
        if {*found} <= {*several[key]} and (said.split()[0] == stem or meaning(said)[0] == ""
                                            != meaning(said)[1])
    }  # fmt: skip
    if len(alike) < 2:
        return []
    used = {at for found in alike.values() for at in found.values()}
    rest = {at: name for at, name in enumerate(names) if at not in used}
    if len(several[key]) == 2 and not any(map(_names_group, rest.values())):
        return []  # the two ends of a tie
    blocks = [
        _Block({_part(said, key, stem): found[n] for said, found in alike.items() if n in found})
        for n in sorted(several[key])
    ]
    return [*_leads(rest), *blocks]


def _names_group(name: str) -> bool:
    """Whether a column names what the two of a row are in; a code says of which kind it is."""
    subject, what = meaning(name)
    named = what == _NAME or (bool(subject) and what in ("aliases", "id"))
    return subject != "member" and named


def _leads(names: Mapping[int, str]) -> list[_Block]:
    """The blocks of those who have a role of their own, such as the coordinator."""
    found = []
    for at, name in names.items():
        if not (role := role_of_column(name)):
            continue
        stem = plain(name).removesuffix(f" {_NAME}")
        columns = {
            plain(other).removeprefix(stem).strip(): place
            for place, other in names.items()
            if place != at and plain(other).startswith(f"{stem} ")
        }
        found.append(_Block({_NAME: at, **columns}, role))
    return found


def _part(said: str, key: str, stem: str) -> str:
    """What a column says of its organisation: its name, or the words behind `partner`."""
    return _NAME if said == key else said.removeprefix(stem).strip()


def _title(part: str, blocks: Sequence[_Block], head: Head) -> str:
    """The name of a column without its number; one that the coordinator alone has is kept."""
    own = [block for block in blocks if part in block.columns]
    first = next((block for block in own if not block.role), own[0])
    name = head.names[first.columns[part]]
    return name if first.role else _NUMBER.sub("", name, count=1)
