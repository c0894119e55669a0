"""Tell members of groups from ties, where both have two columns of names; say what is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.formats.adjacency import LISTED
from graphkit.sources.header_words import layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.kinds_of_groups import group_kind_in
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.form.doubt import ASKED, Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping, is_role

_FEWEST = 5
_MANY = 3
_PARTNERS = {
    *"partner partners collaborator collaborators allies ally partenaires partnerzy socios".split(),
    *"kooperationspartner partnern linked related connections connected".split(),
}
_OF_PAIRS = {"a": "member", "b": "group", "weight": "x_weight"}
_SAYING_NOTHING = {
    "source", "target", "from", "to", "a", "b", "i", "j", "tail", "head", "von", "nach", "zrodlo",
    "cel", "from node id", "to node id", "node 1", "node 2",
}  # fmt: skip
"""What the ends of a tie are called that may as well be a member and a group."""

_OF_TIES = {
    *"acquisition acquisitions takeover takeovers merger mergers twinning twinnings".split(),
    *"gemellaggio gemellaggi jumelage jumelages hermanamiento hermanamientos geminacoes".split(),
    *"stadtepartnerschaft stadtepartnerschaften investment investments shareholdings".split(),
    *"acquisizioni adquisiciones aquisicoes fusions fusiones ubernahmen przejecia".split(),
}
"""What is called so ties organisations of both columns."""


def members_by_groups(
    ties: SheetMapping, columns: Sequence[Look], about: str
) -> tuple[SheetMapping, list[Doubt]]:
    """The mapping of ties, or that of members by groups where the names say so, and the doubt.

    No name stands at both ends and each name of one end stands in two rows or more: that end holds
    groups. A column that names the end of a tie, such as `Funder`, says more than the names do.

    Parameters
    ----------
    ties : SheetMapping
        A mapping of ties.
    columns : sequence of Look
        The columns.
    about : str
        What the sheet is about, for the kind of the groups.

    Returns
    -------
    SheetMapping, list of Doubt
        The mapping, and what is in doubt.
    """
    first, second = ties.column("a"), ties.column("b")
    if first is None or second is None or ties.split or ties.tie_kind:
        return ties, []
    one, other = columns[first], columns[second]
    left, right = ({text.casefold() for text in look.texts} for look in (one, other))
    if len(one.texts) < _FEWEST or left & right:
        return ties, []
    both = f"{one.name} and {other.name}"
    turned = len(left) < len(right)
    groups = one if turned else other
    if (
        not _says_nothing(one)
        or not _says_nothing(other)
        or groups.distinct * 2 > len(groups.texts)
        or _OF_TIES & {*plain(about).split()}
    ):
        if len(one.texts) < 2 * _FEWEST:
            return ties, []
        said = f"no name is in both {both}; if one holds groups, write pairs, member and group"
        return ties, [Doubt(said, (_in_groups(other, one), _in_groups(one, other)))]
    renamed = _OF_PAIRS | ({"a": "group", "b": "member"} if turned else {})
    roles = []
    for role in ties.roles:
        end, _, what = role.partition(" ")
        roles.append(f"{renamed.get(end, end)} {what}".strip())
    layer = layer_in(about) or "membership"
    kind = group_kind_in(layer, f"{about} {groups.name}")
    pairs = replace(ties, shape=Shape.PAIRS, roles=tuple(roles), layer=layer, group_kind=kind)
    doubt = (
        f"no name is in both {both}, and {groups.name} repeats its names, so it is taken for the "
        "groups; if both hold organisations, write ties, a and b"
    )
    return pairs, [Doubt(doubt, (tied(one.name, other.name),))]


def tied(first: str, second: str, of_ids: str = "") -> Change:
    """The change to ties between what two columns name; of_ids: " id" where they hold ids."""
    said = f"both {first} and {second} name organisations, which are tied"
    return Change.to(said, {first: f"a{of_ids}", second: f"b{of_ids}"}, shape="ties")


def _in_groups(groups: Look, members: Look) -> Change:
    roles = {members.name: "member", groups.name: "group"}
    return Change.to(f"{groups.name} names groups of {members.name}", roles, shape="pairs")


def of_partners(pairs: SheetMapping, columns: Sequence[Look]) -> tuple[SheetMapping, list[Doubt]]:
    """The mapping of members of groups, or that of ties where each row lists the partners of one.

    Names that stand in both columns are organisations in both: `Name` and `Partners`.
    """
    group, member = pairs.column("group"), pairs.column("member")
    if pairs.shape is not Shape.PAIRS or group is None or member is None:
        return pairs, []
    one, other = columns[group], columns[member]
    mark = pairs.split.get(other.name, "")
    listed = {part.casefold() for text in other.texts for part in names_in(text, mark)}
    both = listed & {text.casefold() for text in one.texts}
    if meaning(one.name) != ("", "name") or not _PARTNERS & {*plain(other.name).split()}:
        return pairs, []
    if len(both) * _MANY < len(listed):
        return pairs, []
    turned = {"group": "a", "member": "b"}
    words = (role.partition(" ") for role in pairs.roles)
    roles = (f"{turned.get(of, of)}{space}{what}" for of, space, what in words)
    ties = replace(
        pairs, shape=Shape.TIES, layer="membership", group_kind="", own_ids=False,
        roles=tuple(role if is_role(role, Shape.TIES) else ATTRIBUTE for role in roles),
    )  # fmt: skip
    said = (
        f"names stand in both {one.name} and {other.name}, so these are read as ties; if "
        f"{one.name} names groups, write pairs, group and member"
    )
    return ties, [Doubt(said, (_in_groups(one, other),))]


def _says_nothing(look: Look) -> bool:
    words = plain(look.name)
    return words in _SAYING_NOTHING or words.startswith(("column ", "node", "vertex"))


def of_lists(bare: SheetMapping, columns: Sequence[Look]) -> SheetMapping:
    """The mapping of an adjacency list: ties of each name to those after it.

    Where no listed name begins another line, the lists hold the members of groups: one of them may
    be called as its group is.
    """
    first, later = columns
    lines = zip(first.cells, later.cells, strict=True)
    listed = {
        part.casefold()
        for name, text in lines
        for part in text.split(LISTED)
        if part.casefold() != name.casefold()
    }
    split = {later.name: LISTED}
    if any(text.casefold() in listed for text in first.texts):
        return replace(bare, shape=Shape.TIES, roles=("a", "b"), split=split)
    roles = ("group", "member")
    return replace(bare, shape=Shape.PAIRS, roles=roles, split=split, group_kind="Other")


def doubts_of_kinds(mapping: SheetMapping) -> list[Doubt]:
    """What to look at when nothing says of which kind the groups of a matrix or of lists are."""
    if mapping.group_kind != "Other":
        return []
    if mapping.shape is Shape.MATRIX:
        groups = [mapping.header[at] for at in mapping.columns("group column")]
        named = ", ".join(groups[:2]) + (f" and {len(groups) - 2} more" if len(groups) > 2 else "")
        said = f"nothing says of which kind the groups are ({named}); write group_kind"
        return [Doubt(said, (Change.to("their kind is …", group_kind=ASKED),))]
    if mapping.roles == ("group", "member") and not mapping.header_row:
        said = "no listed name begins a line, so each line is taken for a group and its members"
        return [Doubt(said, (tied(*mapping.header),))]
    return []
