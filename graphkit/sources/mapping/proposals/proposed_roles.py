"""Propose what each column of a list holds: the member, the group, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.model import SCHEMES
from graphkit.sources.countries import country_of
from graphkit.sources.header_lexicon import years
from graphkit.sources.header_words import belongs_to_fact, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.fitting_cells import fits
from graphkit.sources.mapping.cells.header_nouns import names_contacts
from graphkit.sources.mapping.cells.listed_names import separator_of
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, LAYERS, names_as_role
from graphkit.sources.mapping.proposals.list_columns import TITLES
from graphkit.sources.mapping.proposals.proposed_names import NamedColumns

_LIFETIME = {"founded": "start", "dissolved": "end"}
_COUNTER = re.compile(r"\d{1,5}\.?")
_AGAIN, _FEWEST = 0.5, 9
"""The share of differing names below which rows are more than members, in more rows than this."""
_SHARED = 2
"""So many names to each short one on average, and a short one is what several share."""

_LANDS = {*"land kraj state staat stat".split()}
"""What countries are called, and the parts of a country elsewhere."""

_POINTS = ("latitude", "longitude", "coordinates")
_ONE_PER_ROW = (
    "id",
    "kind",
    "start",
    "end",
    "website",
    "description",
    "country",
    "city",
    "region",
    "aliases",
)


@dataclass(slots=True)
class Roles:
    """The roles that are proposed for the columns of a list, in their order.

    people: the names of columns that name people. counts: of those that hold how many there are.
    others: those that may name groups too, but do
    not in this proposal. unsure: that of groups of which nothing says whether they are projects.
    listed: that of lists of which nothing says that they hold members.
    """

    roles: tuple[str, ...]
    layer: str = "membership"
    group_words: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    counts: list[str] = field(default_factory=list)
    unsure: str = ""
    listed: str = ""

    @property
    def has_member(self) -> bool:
        """Whether a column names the member; an id of the file alone does so beside a group's."""
        if {"member id", "group id"} <= {*self.roles}:
            return True
        held = {"member", *(f"member {scheme}" for scheme in SCHEMES)}
        return any(role in held or names_as_role(role) for role in self.roles)

    @property
    def has_group(self) -> bool:
        """Whether a column names the group."""
        return any(role in ("group", "group id") for role in self.roles)


class _Proposer(NamedColumns):
    """Finds what is said of the members and groups that columns name."""

    def properties(self) -> None:
        """What is said of members, of groups and of the fact."""
        for of, at in self.ids.items():
            if self.roles[at] in ("member", "group"):
                self.roles[of] = f"{self.roles[at]} id"
        self.of_grants()
        ids = {at for at, (_, what) in enumerate(self.meanings) if what == "id"}
        for at in ids:  # an empty `Partner id` beside an `Id` says nothing
            if not self.columns[at].texts and any(self.columns[other].texts for other in ids):
                self.meanings[at] = ("", "")
        stated = {subject for subject, what in self.meanings if what == "id"} - {""}
        for at, look in enumerate(self.columns):  # beside them an `ID` numbers the rows
            counting = sum(_COUNTER.fullmatch(text) is not None for text in look.texts)
            numbers = look.unlike == 1.0 and counting * 5 >= len(look.texts) * 4
            if self.meanings[at] == ("", "id") and (
                "member" in stated or (stated and numbers) or self._numbers_facts(look)
            ):
                self.meanings[at] = ("", "")
        self.said_of_roles()
        self._of_records()
        self._by_neighbours()
        self._years_beside_dates()
        per_group = self._one_per_row()
        for at, name in self.codes.items():
            if self.roles[name] in ("member", "group"):  # a state is not in a country
                self.roles[at] = self.roles[at] or f"{self.roles[name]} {ATTRIBUTE}"
            self.meanings[at] = self.before[at]
        for at, (subject, what) in enumerate(self.meanings):
            if self.roles[at]:
                continue
            look = self.columns[at]
            role = self._property(at, subject, what, per_group)
            if not role and _is_unnamed(look):
                role = "start" if look.dates > 0.9 and look.numbers < 0.5 else ""
            if role == "group aliases" and self.layer != "membership":
                role = ""  # a project or an agreement has one name
            if role == "member aliases" and self._is_shared(look):
                role = ""
            if role == "member id" and self._of_one_in_a_role():
                role = ""
            twice = role in self.roles and not self._numbers_aliases(at, role)
            if role and (twice or not fits(look, what) or self._said_later(at)):
                role = ""
            self.roles[at] = role or self._attribute(subject, per_group)
        self._lifetimes()

    def _numbers_facts(self, look: Look) -> bool:
        """Whether each row has an id, and the members in the rows are the same again and again."""
        if not self.taken("member") or plain(look.name) != "id" or look.unlike < 1:
            return False
        named = self.columns[self.roles.index("member")]
        return named.unlike < _AGAIN and len(named.texts) > _FEWEST

    def _numbers_aliases(self, at: int, role: str) -> bool:
        """Whether a column holds further names as an earlier one does: `Alias 1` and `Alias 2`."""
        stem = plain(self.columns[at].name).rstrip(" 0123456789")
        return role.endswith(" aliases") and any(
            each == role and plain(look.name).rstrip(" 0123456789") == stem
            for look, each in zip(self.columns, self.roles, strict=True)
        )

    def _is_shared(self, look: Look) -> bool:
        """Whether most short names stand beside several members, so that they are not theirs."""
        named = self.columns[self.roles.index("member")] if self.taken("member") else None
        few = look.distinct * _SHARED < (named.distinct if named is not None else 0)
        return few and len(look.texts) > _SHARED

    def _of_one_in_a_role(self) -> bool:
        """Whether members are named in a role only, such as publishers of what each row is."""
        return not self.taken("member") and any(map(names_as_role, self.roles))

    def _said_later(self, at: int) -> bool:
        """Whether a column is empty, and a later one that is not says the same."""
        later = zip(self.columns[at + 1 :], self.meanings[at + 1 :], strict=True)
        said = self.meanings[at]
        return not self.columns[at].texts and any(
            look.texts and other == said for look, other in later
        )

    def _of_records(self) -> None:
        """What stands outside the nested list of organisations is said of the record, a group."""
        if not self.taken("group") or not self.nested(self.roles.index("group")):
            return
        for at, (subject, what) in enumerate(self.meanings):
            if what in _ONE_PER_ROW and not subject and self.nested(at):
                self.meanings[at] = (self.layer, what)

    def _years_beside_dates(self) -> None:
        """A `Year` is kept as it is beside a `Start date`, which says it to the day."""
        starts = [at for at, said in enumerate(self.meanings) if said == ("", "start")]
        dated = [at for at in starts if self.columns[at].dates > 0.9 > self.columns[at].numbers]
        for at in starts:
            if dated and at not in dated and plain(self.columns[at].name) in years():
                self.meanings[at] = ("", "")

    def _by_neighbours(self) -> None:
        """Two columns of one name, such as `url`, each say it of what is named before them."""
        places: dict[str, list[int]] = {}
        for at, (subject, what) in enumerate(self.meanings):
            if what and not subject and not self.roles[at]:
                places.setdefault(plain(self.columns[at].name), []).append(at)
        for found in places.values():
            near = [self._named_before(at) for at in found]
            if sorted(near) == ["group", "member"]:
                for at, word in zip(found, near, strict=True):
                    subject = "member" if word == "member" else self.layer
                    self.meanings[at] = (subject, self.meanings[at][1])

    def _named_before(self, at: int) -> str:
        named = [role for role in self.roles[:at] if role in ("member", "group")]
        return named[-1] if named else ""

    def _lifetimes(self) -> None:
        """In a register, a start beside a dissolution is a founding, and so the other way."""
        if self.taken("group") or self.taken("group id"):
            return
        for one, other, meant in (
            ("member founded", "end", "member dissolved"),
            ("member dissolved", "start", "member founded"),
        ):
            if self.taken(one) and self.taken(other) and not self.taken(meant):
                self.roles[self.roles.index(other)] = meant

    def _attribute(self, subject: str, per_group: bool) -> str:
        has_group = self.taken("group") or self.taken("group id")
        if subject == "member" or not has_group:
            return "member attribute"
        if not subject and not per_group and self._one_member_per_row():
            return "member attribute"
        return "group attribute" if subject or per_group else "attribute"

    def _property(self, at: int, subject: str, what: str, per_group: bool) -> str:
        if not what or what in ("name", "link", "person"):
            return ""
        alone = per_group or not self.taken("member")
        if what == "role" and alone and any(map(names_as_role, self.roles)):
            return ""  # `Lead partner` says it, and a `Function` beside it is another's
        words = what.replace("_", " ")
        if words == "country" and self._codes(at):
            words = "country code"
        elif words == "country" and self._regions(at):
            words = "region"
        has_group = self.taken("group") or self.taken("group id")
        of_group = has_group and subject != "member"
        if (when := _LIFETIME.get(what)) and of_group and (
            per_group or subject or self._constant(at, LAYERS)
        ):  # fmt: skip
            return f"group {what if self.layer == 'membership' else when}"
        if subject == "member":
            if belongs_to_fact(what):
                return what if what in ("role", "start", "end", "contribution") else ""
            return f"member {words}"
        if subject and has_group:
            if what in ("role", "contribution", "currency", "note"):
                return what
            known = what in (*_ONE_PER_ROW, "observed") and not self._of_another(at, what)
            return f"group {words}" if known else ""
        if subject:
            return f"member {words}" if what in ("id", "kind", "country", "website") else ""
        if what == "id" and self.taken("group") and self._tells_groups(at):
            return "group id"
        if has_group and per_group and what in (*_ONE_PER_ROW, *_POINTS):
            return f"group {words}"
        if belongs_to_fact(what):
            if what in ("start", "end") and has_group and self._constant(at):
                return f"group {words}"
            if what == "weight":
                return ""
            return words
        return f"member {words}"

    def _of_another(self, at: int, what: str) -> bool:
        """Whether a column says where something is that is not the group: of its consortium."""
        if what not in ("country", "city", "region", "website", "kind"):
            return False
        mine = _nouns(self.columns[at].name)
        return bool(mine) and all(mine.isdisjoint(_nouns(word)) for word in self.group_words)

    def _regions(self, at: int) -> bool:
        """Whether a column holds regions: a Land, kraj or state is one within a country too."""
        look = self.columns[at]
        if not _LANDS & {*plain(look.name).split()}:
            return False
        known = sum(country_of(text) is not None for text in look.texts)
        return known * 2 < len(look.texts)

    def _codes(self, at: int) -> bool:
        texts = self.columns[at].texts
        return bool(texts) and sum(len(text) == 2 for text in texts) * 10 >= len(texts) * 9

    def _tells_groups(self, at: int) -> bool:
        """Whether a column called `id` repeats with the groups, and each has one of its own."""
        named = self.columns[self.roles.index("group")]
        ids, groups = self.columns[at].texts, named.texts
        if len(groups) != len(ids) or len({*ids}) == len(ids) or not self.taken("member"):
            return False
        members = self.columns[self.roles.index("member")].cells
        pairs = {*zip(self.columns[at].cells, named.cells, strict=True)}
        both = {*zip(self.columns[at].cells, members, strict=True)}
        of_members = len({one for one, member in both if one and member}) == len(
            {(one, member) for one, member in both if one and member}
        )
        return len(pairs) == len({*ids}) == len({*groups}) and not of_members

    def _one_per_row(self) -> bool:
        """Whether each row is a group of its own."""
        for role in ("group id", "group"):
            if role in self.roles:
                look = self.columns[self.roles.index(role)]
                members = self.roles.count("member")
                listed = any(
                    each == "member" and separator_of(self.columns[at])
                    for at, each in enumerate(self.roles)
                )
                alone = members == 1 and not any(map(names_as_role, self.roles))
                return look.unlike > 0.95 and (not alone or listed)
        return False

    def _one_member_per_row(self) -> bool:
        """Whether each row is a member, with a list of its groups or none."""
        if not (self.taken("member") and self.taken("group")):
            return False
        member, group = (self.columns[self.roles.index(word)] for word in ("member", "group"))
        return member.unlike > 0.95 and (bool(separator_of(group)) or group.empty > 0)

    def _constant(self, at: int, layers: Sequence[str] = ("collaboration", "declaration")) -> bool:
        """Whether the dates of a group of these layers are the same in all of its rows."""
        if self.layer not in layers:
            return False
        role = "group id" if self.taken("group id") else "group"
        groups = self.columns[self.roles.index(role)].texts
        dates = self.columns[at].texts
        if len(groups) != len(dates):
            return False
        held: dict[str, set[str]] = {}
        for group, date in zip(groups, dates, strict=True):
            held.setdefault(group, set()).add(date)
        return len(held) < len(groups) and all(len(found) == 1 for found in held.values())


def _nouns(name: str) -> set[str]:
    """The stems of the words for groups in the name of a column; a grant is its project."""
    words = (word for word in plain(name).split() if meaning(word)[0] not in ("", "member"))
    return {"proje" if word.startswith("grant") else word[:5] for word in words}


def _is_unnamed(look: Look) -> bool:
    return re.fullmatch(r"column \d+", look.name) is not None


def _members(columns: Sequence[Look], roles: Sequence[str]) -> list[Look]:
    """The columns that name members."""
    return [look for look, role in zip(columns, roles, strict=True) if role == "member"]


def _titles_beside_few(columns: Sequence[Look], made: _Proposer) -> list[str]:
    """Titles that differ in each row, beside groups of which there are few: `national` grants."""
    few = [look for look, role in zip(columns, made.roles, strict=True) if role == "group"]
    if len(few) != 1 or few[0].distinct * _SHARED**2 > len(few[0].texts):
        return []
    return [
        look.name
        for look, role in zip(columns, made.roles, strict=True)
        if role.endswith(ATTRIBUTE)
        and TITLES & {*plain(look.name).split()}
        and look.unlike == 1.0
        and len(look.texts) >= len(few[0].texts)
    ]


def propose_roles(columns: Sequence[Look], title: str, *, only_members: bool = False) -> Roles:
    """What each column of a list holds.

    Parameters
    ----------
    columns : sequence of Look
        The columns.
    title : str
        What the sheet is about.
    only_members : bool, default False
        Whether columns for groups are not looked for, as in a matrix.

    Returns
    -------
    Roles
        The role of each column, and the layer of the groups.
    """
    made = _Proposer(columns, title, only_members)
    made.names()
    made.agreements()
    made.properties()
    named = [look.name for look in columns]
    numbers = {look.name for look in columns if look.numbers > 0.9}
    others = [
        name
        for name, role, (subject, what) in zip(named, made.roles, made.meanings, strict=True)
        if what == "name"
        and subject not in ("", "member")
        and role.endswith(ATTRIBUTE)
        and name not in numbers
    ]
    others += _titles_beside_few(columns, made)
    each = all(look.unlike == 1.0 for look in _members(columns, made.roles))
    people = [  # a contact of an organisation that no other row names makes no person of the row
        named[at] for at in made.people if not (each and names_contacts(named[at]))
    ]
    counts = [named[at] for at in made.counts]
    layer = made.layer or "membership"
    more = (people, others, counts, made.unsure, made.listed)
    return Roles(tuple(made.roles), layer, made.group_words, *more)
