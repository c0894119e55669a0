"""Propose a matrix: organisations by organisations, or organisations by groups."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.fitting_cells import fits
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.kind_words import kind_of, sector_of
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.known_names import share_of_people
from graphkit.sources.mapping.cells.table_head import Head
from graphkit.sources.mapping.cells.worded_columns import is_worded
from graphkit.sources.mapping.cells.words_of_marks import NO
from graphkit.sources.mapping.form.lenient import has_date
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, LAYERS, Shape, SheetMapping
from graphkit.sources.mapping.proposals.groups_beside_marks import with_further_groups
from graphkit.sources.mapping.proposals.proposed_roles import Roles, propose_roles
from graphkit.sources.role_words import ROLE_WORDS

_MOST = 0.6
_ONCE = 0.5
"""The least share of differing names in a matrix; in a panel they stand once for each year."""
_PEOPLE = 0.35
"""The share of names of people from which rows are people."""
_AFFILIATIONS = {*"affiliation affiliations employer afiliacja zugehorigkeit".split()}
_GROUPS = {
    "task force",
    *"wg wgs tf sg ag gt sc tg workstream stream panel taskforce cell pillar subcommittee".split(),
    *"arbeitsgruppe zespol komisja komitet groupe comite grupo comision gruppo".split(),
}
"""Words of the names of groups, beside those that name a column of groups."""
_NUMBERED = re.compile(r"([^\W\d]+) ?\d+ ?[:.–-] ?(?=[^\W\d])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLACES = ("country", "region", "city")
_SHORT = 5
"""How long an acronym is at most that is a word of other languages too."""
_CROSSES = {"x", "✓", "✔", "•", "●"}


def square_matrix(bare: SheetMapping, head: Head, columns: Sequence[Look]) -> SheetMapping | None:
    """The mapping of a table whose rows and columns are the same organisations, or None."""
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
    roles = ["member", *("member column" if known else "member attribute" for known in alike)]
    cells = "marks" if marks else "weights" if numbers else "roles"
    directed = "directed" in f"{plain(Path(bare.file).stem)} {plain(bare.sheet or '')}".split()
    return replace(bare, shape=Shape.SQUARE, roles=tuple(roles), cells=cells, directed=directed)


def matrix(bare: SheetMapping, columns: Sequence[Look], title: str) -> SheetMapping | None:
    """The mapping of a table of organisations by groups, or of groups by organisations, or None."""
    unknown = [
        at for at, look in enumerate(columns) if at and (_is_unknown(look) or _is_acronym(look))
    ]
    filled = [at for at in unknown if columns[at].texts]
    if not bare.header_row or len(filled) < 2:
        return None
    cells, chosen = cells_in(columns, filled)
    of_groups = _groups_of_rows(columns, chosen)
    turned = bool(of_groups)
    layer = (
        meaning(columns[min(of_groups)].name)[0]
        if turned
        else layer_in(title) or layer_in(" ".join(columns[at].name for at in chosen))
    )
    # Dates and numbers stand in other tables too, unless the columns are called groups.
    named_so = all(is_group(columns[at].name) for at in chosen)
    unsure = cells == "weights" or (cells == "dates" and layer != "declaration")
    wanted = 3 if unsure and not named_so else 2
    sure = _are_groups([columns[at] for at in chosen], len(filled))
    beside = len(unknown if sure else columns[1:])
    if cells == "dates" and unsure and not named_so:
        dated = [at for at in chosen if _dated(columns[at])]
        marked = [at for at in chosen if columns[at].marks == 1.0]
        if len(marked) > len(dated):  # when somebody joined stands beside yes and no
            chosen, cells, beside = marked, "marks", beside - len(dated)
        else:
            chosen = dated
    looked = [columns[at] for at in chosen]
    few = len(chosen) * 2 <= beside and not (_are_crossed(looked) or _are_numbered_alike(looked))
    years = all(_YEAR.fullmatch(columns[at].name) for at in chosen)
    if len(chosen) < wanted or few or (cells == "weights" and years):
        return None  # the amounts of several years
    if cells == "marks" and {t.casefold() for at in chosen for t in columns[at].texts} <= NO:
        return None
    empty = [at for at in unknown if not columns[at].texts and min(chosen) < at < max(chosen)]
    found = propose_roles(columns, title, only_members=True)
    if not turned and not found.has_member and cells == "marks":
        found = _of_people(columns, found)
    if not turned:
        found = _of_countries(columns, found)
    if (not turned and not found.has_member) or _repeats(columns, found, of_groups):
        return None
    others = (of_groups.get(at, "group attribute") for at in range(len(columns)))
    named = tuple(others) if turned else found.roles
    word = "member column" if turned else "group column"
    roles = [word if at in {*chosen, *empty} else role for at, role in enumerate(named)]
    if not turned and not replace(found, roles=tuple(roles)).has_member:
        return None
    layer = layer or "membership"
    made = replace(
        bare, shape=Shape.MATRIX, roles=tuple(roles), cells=cells, layer=layer,
        group_kind=group_kind_in(
            layer, f"{title} {columns[min(of_groups) if turned else chosen[0]].name}"
        ),
    )  # fmt: skip
    return made if turned else with_further_groups(made, columns)


def _is_unknown(look: Look) -> bool:
    """Whether the name of a column says of nothing known what its cells hold: `Land Pact` above
    marks does not state countries.
    """
    what = meaning(look.name)[1]
    return not what or (what in _PLACES and bool(look.texts) and not fits(look, what))


def _of_countries(columns: Sequence[Look], found: Roles) -> Roles:
    """The roles, with the countries in the first column as members where another column is taken
    for these whose name says nothing, such as `Capital`.
    """
    first, member = columns[0], next((n for n, r in enumerate(found.roles) if r == "member"), 0)
    if not member or meaning(columns[member].name) != ("", ""):
        return found
    if meaning(first.name) != ("", "country") or first.unlike < 1 or not fits(first, "country"):
        return found
    roles = list(found.roles)
    roles[0], roles[member] = "member", f"member {ATTRIBUTE}"
    return replace(found, roles=tuple(roles))


def _of_people(columns: Sequence[Look], found: Roles) -> Roles:
    """The roles, with members where rows are people or cities: the column of what people belong to,
    or else the first one, at which a person has to look.
    """
    roles = [*found.roles]
    for at, look in enumerate(columns):
        if found.people and plain(look.name) in _AFFILIATIONS and is_worded(look):
            roles[at] = "member"
            return replace(found, roles=tuple(roles))
    first = columns[0]
    if first.unlike < 1 or not (names_people(first.name) or meaning(first.name)[1] == "city"):
        return found
    return replace(found, roles=("member", *roles[1:]))


def _groups_of_rows(columns: Sequence[Look], chosen: Sequence[int]) -> dict[int, str]:
    """The places of the names and the ids of the groups that rows are, with their roles; nothing
    where a column is called after members, or none after groups.
    """
    said = {at: meaning(look.name) for at, look in enumerate(columns) if at not in chosen}
    if said.get(0, ("", ""))[0] in LAYERS and said[0][1] == "name":
        return {0: "group"}
    if any(subject == "member" for subject, _ in said.values()):
        return {}
    if said.get(0) in (("", "name"), ("", "country")) and columns[0].unlike == 1:
        return {}  # each row is called by another name, and a group beside it is not what it is
    found: dict[int, str] = {}
    for what, role in (("id", "group id"), ("name", "group")):
        at = next((at for at, each in said.items() if each[0] in LAYERS and each[1] == what), None)
        if at is not None and columns[at].texts and (what == "id" or is_worded(columns[at])):
            found[at] = role
    if found and not any(columns[at].unlike == 1.0 or _told_apart(columns, at) for at in found):
        return {}
    return found if "group" in found.values() else dict.fromkeys(found, "group")


def _told_apart(columns: Sequence[Look], at: int) -> bool:
    """Whether the first column, such as one of regions, tells rows of one name apart."""
    pairs = [*zip(columns[0].cells, columns[at].cells, strict=True)]
    once = columns[0].unlike == 1 and columns[at].unlike < _ONCE  # then it names the rows
    return at == 1 and is_worded(columns[0]) and len({*pairs}) == len(pairs) and not once


def _is_acronym(look: Look) -> bool:
    """Whether a column of marks is called by an acronym that is a word for something else too."""
    what = meaning(look.name)[1]
    short = look.name.isupper() and len(look.name) <= _SHORT
    return short and look.marks == 1.0 and what != "name" and not fits(look, what)


def _repeats(columns: Sequence[Look], found: Roles, of_groups: Collection[int]) -> bool:
    """Whether what names the rows stands in several of them, as in no matrix."""
    members = (at for at, role in enumerate(found.roles) if role == "member")
    if any(columns[at].unlike >= _ONCE for at in of_groups):
        return False
    key = next(iter(of_groups), None) if of_groups else next(members, None)
    if key is None or columns[key].unlike >= _ONCE:
        return False
    return not any(  # several people of one organisation have a row each
        look.name in found.people or share_of_people(look.texts) >= _PEOPLE
        for look in columns
        if look.unlike > _PEOPLE
    )


def _are_groups(looks: Sequence[Look], of: int) -> bool:
    """Whether columns are groups although others fill half of the table.

    Their names say so, such as `Energy WG` and `Water WG`; or they are three or more, all that is
    not known otherwise, and hold an x or nothing. `SME` and `Active` hold yes and no, and say what
    an organisation is.

    of: how many columns are not known otherwise.
    """
    if all(is_group(look.name) for look in looks):
        return True
    texts = {text.casefold() for look in looks for text in look.texts}
    kinds = any(kind_of(look.name) or sector_of(look.name) for look in looks)
    return len(looks) == of > 2 and len(texts) == 1 and texts <= _CROSSES and not kinds


def _are_crossed(looks: Sequence[Look]) -> bool:
    """Whether four columns or more hold nothing but one mark, such as 1, and blanks elsewhere."""
    blank = all("" in look.cells for look in looks)
    return len(looks) > 3 and blank and len({text for look in looks for text in look.texts}) == 1


def _are_numbered_alike(looks: Sequence[Look]) -> bool:
    """Whether columns are named alike, each with a number and what it is: `Category 1: Trade`."""
    matches = [_NUMBERED.match(look.name) for look in looks]
    return len(looks) > 2 and all(matches) and len({match[1] for match in matches if match}) == 1


def is_group(name: str) -> bool:
    """Whether a column is called a group, such as `Energy WG`."""
    words = plain(name).split()
    ends = [*words[:1], *words[-1:], " ".join(words[:2]), " ".join(words[-2:])]
    found = [each for each in ends if each in _GROUPS or meaning(each)[0] in LAYERS]
    return bool(found) and len(words) > 1 and meaning(name)[1] in ("", "name")


def cells_in(columns: Sequence[Look], filled: Sequence[int]) -> tuple[str, list[int]]:
    """What the cells of a matrix hold, and in which columns they do.

    A few cells of another kind leave a column in the matrix, where each is told.
    """
    marks = _nearly([(at, columns[at].marks) for at in filled])
    mostly = [at for at in filled if columns[at].marks >= _MOST]
    marks = mostly if _are_numbered_alike([columns[at] for at in mostly]) else marks
    dated = [(at, _dated(columns[at])) for at in filled]
    dates = _nearly([(at, share + columns[at].marks) for at, share in dated])
    dates = dates if any(share for at, share in dated if at in dates) else []
    roles = [
        at
        for at in filled
        if columns[at].distinct <= 12
        and {text.casefold() for text in columns[at].texts} & ROLE_WORDS
    ]
    weights = [
        at
        for at in filled
        if columns[at].numbers == 1.0 and columns[at].marks < 1.0 and columns[at].empty > 0.3
    ]
    if weights:
        weights += [at for at in marks if columns[at].numbers == 1.0]
    found = {"marks": marks, "dates": dates, "roles": roles, "weights": weights}
    return max(found.items(), key=lambda each: len(each[1]))


def _nearly(shares: Sequence[tuple[int, float]]) -> list[int]:
    """The columns of which all cells are of a kind, and where these are two, most cells are."""
    pure = [at for at, share in shares if share > 0.999]
    return [at for at, share in shares if share >= _MOST] if len(pure) > 1 else pure


def _dated(look: Look) -> float:
    """The share of cells that are dates, also with a letter behind them."""
    cells = Counter(look.texts).items()
    return sum(count for text, count in cells if has_date(text)) / len(look.texts)
