"""Put blocks of columns for several organisations below each other: a row for each.

    Title, Partner 1 name, Partner 1 country, Partner 2 name, Partner 2 country
    -> Title, Partner name, Partner country, with a row for each partner

A block for the coordinator beside them, with the same columns, becomes a row with that role. So do
columns that name a partner of each country: `Project, Partner DE, Partner PL`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graphkit.sources.countries import country_of
from graphkit.sources.formats.sheet import Holds, Sheet
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.roles_of_columns import role_of_column
from graphkit.sources.mapping.cells.table_head import Head, find_head, unique_names
from graphkit.sources.mapping.cells.words_of_marks import is_mark
from graphkit.sources.raw import Row

_NUMBERED = re.compile(r"(\D*[^\W\d]) ?(\d{1,2})(?: (\D+))?")
_NUMBER = re.compile(r"[\s_.-]*\d{1,2}")
_STATES = {"country", "state", "state name", "country name", "nation"}
"""What columns are called that name the two parties of a treaty."""
_OF_COUNTRIES = re.compile(r"(.*[^\W\d_])[ _./:-]+\(?([A-Z]{2,3})\)?")
_PARTNERS = {"partner", "project partner", "participant", "beneficiary", "member", "applicant"}
"""Words behind which the code of a country says where somebody is, and not in which language."""
_ROLE, _COUNTRY = "Role", "country"
_NAME = "name"


@dataclass(frozen=True, slots=True)
class _Block:
    """The columns of one organisation, by what they say of it; role: what it is there; country:
    where it is by the name of its column.
    """

    columns: Mapping[str, int]
    role: str = ""
    country: str = ""


def stacked(sheet: Sheet) -> tuple[Sheet, str]:
    """The sheet with its blocks below each other, and what to say of that; unchanged and nothing
    where it has none.
    """
    if sheet.holds is not Holds.CELLS:
        return sheet, ""
    head = find_head(sheet.rows)
    blocks = (_blocks(head.names) or _of_countries(head)) if head.row else []
    if not blocks:
        return sheet, ""
    parts = [part for block in blocks for part in block.columns]
    parts = [*dict.fromkeys(parts)]
    used = {at for block in blocks for at in block.columns.values()}
    others = [at for at in range(len(head.names)) if at not in used]
    role = any(block.role for block in blocks)
    lands = [block.country for block in blocks if block.country]
    titles = [head.names[at] for at in others] + [_title(part, blocks, head) for part in parts]
    titles += [_ROLE] * role
    titles += [f"{_title(_NAME, blocks, head)} {_COUNTRY}"] * bool(lands)
    names = unique_names(titles, len(titles))
    rows: list[Row] = [row for row in sheet.rows if row[0] in head.above]
    rows.append((head.row, [*names]))
    for number, cells in head.body:
        held = [*cells, *[""] * (len(head.names) - len(cells))]
        first = [held[at] for at in others]
        found = [block for block in blocks if any(held[at] for at in block.columns.values())]
        for block in found or [_Block({})]:
            said = [held[block.columns[part]] if part in block.columns else "" for part in parts]
            said += [block.role] * role + [block.country] * bool(lands)
            rows.append((number, [*first, *said]))
    shown = [head.names[block.columns[_NAME]] for block in blocks]
    told = ", ".join(shown[:3]) + (f" … {shown[-1]}" if len(shown) > 3 else "")
    told = f"{sheet.place}: {told} are read below each other, a row each"
    told += f"; {', '.join(lands)} are taken for countries" if lands else ""
    return replace(sheet, rows=rows), told


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


def _of_countries(head: Head) -> list[_Block]:
    """The blocks of partners that have a column for each country, beside what they are in."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for at, name in enumerate(head.names):
        match = _OF_COUNTRIES.fullmatch(name.strip())
        coded = match and match[2] != "ID" and country_of(match[2]) is not None
        if match and coded and plain(match[1]) in _PARTNERS:
            texts = (row[at].strip() for _, row in head.body if at < len(row))
            if any(is_mark(text) for text in texts if text):
                return []
            found[plain(match[1])].setdefault(match[2], at)
    places = next((each for each in found.values() if len(each) > 1), {})
    rest = {at: name for at, name in enumerate(head.names) if at not in places.values()}
    if not places or not any(_names_group(n) or meaning(n) == ("", _NAME) for n in rest.values()):
        return []
    return [*_leads(rest), *(_Block({_NAME: at}, "", code) for code, at in places.items())]


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
    if first.country and (match := _OF_COUNTRIES.fullmatch(name.strip())):
        return match[1]
    return name if first.role else _NUMBER.sub("", name, count=1)
