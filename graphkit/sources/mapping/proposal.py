"""Propose a mapping for a sheet that no recogniser knows, from its header and its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_words import ends, layer_in, meaning, plain
from graphkit.sources.mapping.columns import ROLE_WORDS, Look, looks, separator_of
from graphkit.sources.mapping.countries import country_of
from graphkit.sources.mapping.differing_values import given_to_facts, without_row_numbers
from graphkit.sources.mapping.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.lenient import DAY_FIRST, identifier, order_of
from graphkit.sources.mapping.proposed_roles import Roles, propose_roles
from graphkit.sources.mapping.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.survey_ties import survey_ties
from graphkit.sources.mapping.table_head import Head, find_head

_UNNAMED = re.compile(r"(?:sheet|arkusz|tabelle|feuil|hoja|foglio|blad)\s*\d*", re.IGNORECASE)
_TITLES = re.compile(r"[^\W\d_]")
_COUNTING = {*"shared joint common number count counts times liczba wspolne".split()}
_LIST_WORDS = {
    "members", "member", "signatories", "signatory", "participants", "partners", "czlonkowie",
    "sygnatariusze", "uczestnicy", "partnerzy", "mitglieder", "membres", "signataires", "endorsers",
    "supporters", "beneficiaries", "membership", "attendees",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposed:
    """A mapping that was proposed: with its header, how the columns look, and what is in doubt."""

    mapping: SheetMapping
    head: Head
    looks: list[Look]
    doubts: tuple[str, ...] = ()


def propose(sheet: Sheet) -> Proposed:
    """The likeliest mapping of a sheet that holds something.

    Parameters
    ----------
    sheet : Sheet
        The sheet.

    Returns
    -------
    Proposed
        The mapping; its shape is `skip` when the sheet is not about organisations.
    """
    head = find_head(sheet.rows)
    columns = looks(head.names, head.body)
    dates, doubts = _dates(columns)
    bare = SheetMapping(
        sheet.file, sheet.title, Shape.SKIP, head.names, ("skip",) * len(head.names), head.row,
        dates=dates,
    )  # fmt: skip
    title = _title(sheet, head)
    made = (
        _square(bare, head, columns)
        or _matrix(bare, columns, title)
        or survey_ties(bare, columns)
        or _ties(bare, columns)
        or _rows(bare, head, columns, title)
    )
    if made.shape is Shape.TIES and (doubt := _two_modes(made, columns)):
        doubts = [*doubts, doubt]
    ids = _own_ids(made, columns)
    made = without_row_numbers(given_to_facts(made, head.body), head.body)
    return Proposed(replace(made, own_ids=ids), head, columns, tuple(doubts))


def _title(sheet: Sheet, head: Head) -> str:
    """What the whole sheet is about: the title above it, its name, or that of the file."""
    above = [text for text in head.titles if len(text) > 3 and _TITLES.search(text)]
    if above:
        return above[0]
    if sheet.title and not _UNNAMED.fullmatch(sheet.title.strip()):
        return sheet.title
    stem = Path(sheet.file).stem.removesuffix(".rejected")
    text = " ".join(re.split(r"[\s_]+|(?<=\w)-(?=\w)", stem)).strip()
    return text[:1].upper() + text[1:]


def _dates(columns: Sequence[Look]) -> tuple[str, list[str]]:
    found: dict[str, str] = {}
    doubts: list[str] = []
    for look in columns:
        if look.dates < 0.5:
            continue
        order = order_of(list(look.texts))
        if order is None:
            shown = next(text for text in look.texts if "/" in text or "-" in text)
            doubts.append(f"{look.name}: {shown} may begin with the day or the month")
        elif any("/" in text or "-" in text[:3] for text in look.texts):
            found.setdefault(order, look.name)
    if len(found) == 1:
        return next(iter(found)), []
    return DAY_FIRST, doubts


def _square(bare: SheetMapping, head: Head, columns: Sequence[Look]) -> SheetMapping | None:
    if len(columns) < 4 or not head.row:
        return None
    rows = {text.strip().casefold() for text in columns[0].texts}
    named = [look.name.strip().casefold() for look in columns[1:]]
    alike = [name in rows for name in named]
    if sum(alike) * 10 < len(named) * 8 or len(rows) < 3:
        return None
    values = [
        text for look, known in zip(columns[1:], alike, strict=True) if known for text in look.texts
    ]
    numbers = all(re.fullmatch(r"-?\d+(?:[.,]\d+)?", text) for text in values)
    marks = {*values} <= {"0", "1", "x", "X", "0.0", "1.0"}
    roles = ["member", *("member column" if known else "skip" for known in alike)]
    cells = "marks" if marks else "weights" if numbers else "roles"
    return replace(bare, shape=Shape.SQUARE, roles=tuple(roles), cells=cells)


def _matrix(bare: SheetMapping, columns: Sequence[Look], title: str) -> SheetMapping | None:
    unknown = [at for at, look in enumerate(columns) if at and not meaning(look.name)[1]]
    filled = [at for at in unknown if columns[at].texts]
    if not bare.header_row or len(filled) < 2:
        return None
    subject, what = meaning(columns[0].name)
    turned = subject not in ("", "member") and what == "name"  # a row for each group
    candidates = {
        "marks": [at for at in filled if columns[at].marks == 1.0],
        "dates": [at for at in filled if columns[at].dates == 1.0],
        "roles": [
            at
            for at in filled
            if columns[at].distinct <= 12
            and {text.casefold() for text in columns[at].texts} & ROLE_WORDS
        ],
        "weights": [
            at
            for at in filled
            if columns[at].numbers == 1.0 and columns[at].marks < 1.0 and columns[at].empty > 0.3
        ],
    }
    if candidates["weights"]:
        candidates["weights"] += [at for at in candidates["marks"] if columns[at].numbers == 1.0]
    cells, chosen = max(candidates.items(), key=lambda found: len(found[1]))
    wanted = 3 if cells in ("weights", "dates") else 2
    if len(chosen) < wanted or len(chosen) * 2 <= len(columns) - 1:
        return None
    empty = [at for at in unknown if not columns[at].texts and min(chosen) < at < max(chosen)]
    found = propose_roles(columns, title, only_members=True).roles
    if turned:
        found = ("group", *("skip" for _ in columns[1:]))
    word = "member column" if turned else "group column"
    roles = [word if at in {*chosen, *empty} else role for at, role in enumerate(found)]
    layer = (
        subject
        if turned
        else layer_in(title)
        or layer_in(" ".join(columns[at].name for at in chosen))
        or "membership"
    )
    return replace(
        bare, shape=Shape.MATRIX, roles=tuple(roles), cells=cells, layer=layer,
        group_kind=group_kind_in(layer, f"{title} {columns[0 if turned else chosen[0]].name}"),
    )  # fmt: skip


def _ties(bare: SheetMapping, columns: Sequence[Look]) -> SheetMapping | None:
    names = [look.name for look in columns]
    found = ends(names)
    if found is None:
        found = _alike(columns)
    if found is None:
        return None
    first, second = found
    if any(columns[at].dates > 0.8 and columns[at].numbers < 0.5 for at in found):
        return None  # from and to are dates
    if any(meaning(name)[0] not in ("", "member") and meaning(name)[1] == "name" for name in names):
        return None  # a group is named: these are two of its members
    if any(re.fullmatch(r"\d{4}", text) for at in found for text in columns[at].texts[:1]) and (
        columns[first].dates > 0.9 and columns[second].dates > 0.9
    ):
        return None
    roles = _roles_of_ties(columns, first, second)
    return replace(bare, shape=Shape.TIES, roles=tuple(roles))


def _two_modes(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """What to look at when no name stands at both ends: one of them may hold groups."""
    first, second = mapping.column("a"), mapping.column("b")
    if first is None or second is None or len(columns[first].texts) < 10:
        return ""
    left, right = ({text.casefold() for text in columns[at].texts} for at in (first, second))
    if left & right:
        return ""
    names = f"{columns[first].name} and {columns[second].name}"
    return f"no name is in both {names}; if one holds groups, write pairs, member and group"


def _alike(columns: Sequence[Look]) -> tuple[int, int] | None:
    """Two columns of a narrow table that name the same things."""
    if len(columns) > 4:
        return None
    worded = [at for at, look in enumerate(columns) if look.texts and look.dates < 0.5]
    worded = [at for at in worded if columns[at].numbers < 0.5 or len(columns) <= 3]
    if len(worded) < 2:
        return None
    first, second = worded[:2]
    names = [meaning(columns[at].name) for at in (first, second)]
    if any(what for _, what in names):
        return None
    left, right = ({text.casefold() for text in columns[at].texts} for at in (first, second))
    return (first, second) if left & right else None


def _roles_of_ties(columns: Sequence[Look], first: int, second: int) -> list[str]:
    roles = []
    stems = [plain(columns[at].name) for at in (first, second)]
    for at, look in enumerate(columns):
        subject, what = meaning(look.name)
        words = plain(look.name)
        if at in (first, second):
            role = "a" if at == first else "b"
            if look.texts and all(identifier("lei", text) for text in look.texts):
                role = f"{role} lei"
        elif (side := _side(words, stems)) and (end := _end_property(words, stems[side - 1])):
            role = f"{'ab'[side - 1]} {end}"
        elif subject == "member":
            role = "attribute"
        elif what in ("start", "end", "observed"):
            role = what if look.dates > 0.6 else "attribute"
        elif look.numbers == 1.0 and (
            re.fullmatch(r"column \d+", look.name) or _COUNTING & {*words.split()}
        ):
            role = "weight"
        elif re.fullmatch(r"column \d+", look.name) and look.dates > 0.9:
            role = "start"
        elif what == "weight":
            role = "weight" if look.numbers > 0.8 else "kind"
        elif what in ("kind", "role") or words in (
            "relation",
            "relationship",
            "tie",
            "relacja",
        ):
            role = "kind" if "kind" not in roles else "attribute"
        elif what == "note":
            role = "note"
        else:
            role = "attribute"
        roles.append(role if role == "attribute" or role not in roles else "attribute")
    return roles


def _side(words: str, stems: Sequence[str]) -> int:
    return next((at for at, stem in enumerate(stems, 1) if words.startswith(f"{stem} ")), 0)


def _end_property(words: str, stem: str) -> str:
    what = meaning(words.removeprefix(stem).strip())[1]
    known = ("id", "kind", "country", "city", "website", "aliases", "sector")
    return what.replace("_", " ") if what in known else ""


def _rows(bare: SheetMapping, head: Head, columns: Sequence[Look], title: str) -> SheetMapping:
    found = propose_roles(columns, title)
    if not found.has_member and not found.has_group:
        return bare
    split = _split(columns, found)
    about = f"{title} {Path(bare.file).stem}"
    if found.has_group and not found.has_member:
        layer = found.layer if found.layer != "membership" else "collaboration"
        if found.layer == "membership":
            roles = tuple(role.replace("group", "member", 1) for role in found.roles)
            return replace(
                bare,
                shape=Shape.ORGANISATIONS,
                roles=roles,
                kind=group_kind_in("membership", about),
            )
        kind = group_kind_in(layer, about)
        return replace(
            bare, shape=Shape.GROUPS, roles=found.roles, layer=layer, group_kind=kind, split=split
        )
    if found.has_group:
        kind = group_kind_in(found.layer, f"{' '.join(found.group_words)} {about}")
        return replace(
            bare,
            shape=Shape.PAIRS,
            roles=found.roles,
            layer=found.layer,
            group_kind=kind,
            split=split,
        )
    if _is_list_of_members(columns, about, found):
        layer = layer_in(about) or layer_in(" ".join(look.name for look in columns)) or "membership"
        roles = tuple(found.roles)
        if any(
            _says_signed(look.name)
            for look, role in zip(columns, roles, strict=True)
            if role == "start"
        ):
            layer = "declaration"
        return replace(
            bare,
            shape=Shape.PAIRS,
            roles=roles,
            layer=layer,
            group=title,
            group_kind=group_kind_in(layer, about),
            split=split,
        )
    roles = tuple(
        role if role.startswith(("member", "skip")) else "member attribute" for role in found.roles
    )
    roles = tuple("member" if role.startswith("member as ") else role for role in roles)
    return replace(bare, shape=Shape.ORGANISATIONS, roles=roles, split=split)


def _says_signed(name: str) -> bool:
    """Whether a column of dates says when something was signed."""
    return "sign" in plain(name) or "podpis" in plain(name)


def _is_list_of_members(columns: Sequence[Look], about: str, found: Roles) -> bool:
    words = {*plain(about).split()}
    named = {word for look in columns for word in plain(look.name).split()}
    return bool(
        words & _LIST_WORDS
        or named & _LIST_WORDS
        or {"role", "start"} & {*found.roles}
        or layer_in(about) == "declaration"
    )


def _split(columns: Sequence[Look], found: Roles) -> dict[str, str]:
    split: dict[str, str] = {}
    for look, role in zip(columns, found.roles, strict=True):
        listed = role in ("member", "group") or role.startswith("member as ") or role.endswith(
            (" country", " country code", " aliases", " website", " kind")
        )  # fmt: skip
        if role.endswith(" country"):
            if mark := _listing_countries(look):
                split[look.name] = mark
        elif listed:
            words = plain(look.name)
            many = words.endswith(("s", "ies", "y", "i")) and words not in (
                "city",
                "country",
                "party",
            )
            mark = separator_of(look, plural=many and role != "member kind")
            if role.endswith((" kind",)):
                mark = ""
            if mark:
                split[look.name] = mark
    return split


def _listing_countries(look: Look) -> str:
    """What separates countries that stand together in a cell."""
    for mark in (";", "|", ","):
        having = [text for text in look.texts if mark in text and country_of(text) is None]
        parts = [part.strip() for text in having for part in text.split(mark)]
        if parts and sum(country_of(part) is not None for part in parts) * 3 > len(parts) * 2:
            return mark
    return ""


def _own_ids(mapping: SheetMapping, columns: Sequence[Look]) -> bool:
    """Whether ids look as if they held beyond the file: long, or of letters and digits."""
    ids = [look for look, role in zip(columns, mapping.roles, strict=True) if role.endswith(" id")]
    texts = [text for look in ids for text in look.texts[:200]]
    if not texts:
        return False
    local = re.compile(r"[A-Za-z]{0,3}[-_]?\d{1,5}")
    return sum(not local.fullmatch(text) for text in texts) * 2 > len(texts)
