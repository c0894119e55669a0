"""Propose what each column of a list holds: the member, the group, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.model import SCHEMES
from graphkit.sources.header_words import (
    belongs_to_fact,
    labelled,
    layer_in,
    meaning,
    numbered,
    plain,
)
from graphkit.sources.mapping.columns import Look, separator_of
from graphkit.sources.mapping.kind_words import kind_of, sector_of
from graphkit.sources.mapping.lenient import STILL
from graphkit.sources.mapping.sheet_mapping import LAYERS

_AS_ROLE = {
    "coordinator": "coordinator",
    "koordynator": "coordinator",
    "lead partner": "lead partner",
    "lead": "lead partner",
    "leader": "leader",
    "lider": "leader",
    "organiser": "organiser",
    "organizer": "organiser",
    "host": "host",
    "initiator": "initiator",
    "sponsor": "sponsor",
    "lead applicant": "coordinator",
    "publisher": "publisher",
    "acquirer": "acquirer",
    "acquiring party": "acquirer",
    "target": "target",
    "buyer": "buyer",
    "seller": "seller",
    "notifying party": "notifying party",
    "lead organisation": "coordinator",
    "lead organization": "coordinator",
}
_SMALL = {*"of the de der des du".split()}
_LIFETIME = {"founded": "start", "dissolved": "end"}
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
    """The roles that are proposed for the columns of a list, in their order."""

    roles: tuple[str, ...]
    layer: str = "membership"
    group_words: list[str] = field(default_factory=list)

    @property
    def has_member(self) -> bool:
        """Whether a column names the member; an id of the file alone does not."""
        held = {"member", *(f"member {scheme}" for scheme in SCHEMES)}
        return any(role in held or role.startswith("member as ") for role in self.roles)

    @property
    def has_group(self) -> bool:
        """Whether a column names the group."""
        return any(role in ("group", "group id") for role in self.roles)


def _as_role(name: str) -> str:
    """The role that a column of names gives to who stands in it, as `Koordynator klastra` does."""
    words = plain(name).removesuffix(" name")
    left = [word for word in words.split() if meaning(word)[1] != "name" and word not in _SMALL]
    return _AS_ROLE.get(words) or _AS_ROLE.get(left[0] if len(left) == 1 else "", "")


class _Proposer:
    def __init__(self, columns: Sequence[Look], title: str, only_members: bool) -> None:
        self.columns = columns
        self.title = title
        self.ids = labelled([look.name for look in columns])
        self.meanings = [meaning(look.name) for look in columns]
        for of, at in self.ids.items():
            self.meanings[of], self.meanings[at] = ("", ""), (self.meanings[of][0], "name")
        self.roles = [""] * len(columns)
        self.layer = ""
        self.group_words: list[str] = []
        self.only_members = only_members

    def taken(self, role: str) -> bool:
        return role in self.roles

    def names(self) -> None:
        """The columns that name members and groups."""
        for at, look in enumerate(self.columns):
            if (word := _as_role(look.name)) and _worded(look):
                self.roles[at] = f"member as {word}"
        several = {
            at
            for places in numbered([each.name for each in self.columns]).values()
            for at in places
        }
        for at in several:
            if not self.roles[at] and self.meanings[at][0] in ("", "member"):
                self.roles[at] = "member"
        for at, (subject, what) in enumerate(self.meanings):
            if self.roles[at] or what != "name" or not _named(self.columns[at]):
                continue
            if subject == "member" and not self.taken("member"):
                self.roles[at] = "member"
            elif subject == "member":
                word = plain(self.columns[at].name)
                self.roles[at] = f"member as {word}" if self._far(at) else "member aliases"
            elif subject and not self.only_members and not self.taken("group"):
                self.roles[at] = "group"
                self._of_layer(subject, at)
        self._groups_by_other_columns()
        self._unnamed()
        as_roles = [at for at, role in enumerate(self.roles) if role.startswith("member as ")]
        if len(as_roles) == 1 and not self.taken("member") and not self.taken("group"):
            self.roles[as_roles[0]] = "member"  # a list of publishers, hosts or sponsors

    def _far(self, at: int) -> bool:
        """Whether a second column of organisations names others than the first, not the same."""
        first = self.columns[self.roles.index("member")]
        mine = {text.casefold() for text in self.columns[at].texts}
        theirs = {text.casefold() for text in first.texts}
        return len(mine & theirs) * 2 < len(mine) and self.columns[at].unlike < 0.9

    def _of_layer(self, subject: str, at: int) -> None:
        self.layer = self.layer or subject
        self.group_words.append(self.columns[at].name)

    def _groups_by_other_columns(self) -> None:
        """A project that only an acronym or an id names."""
        if self.only_members or self.taken("group"):
            return
        for wanted in ("aliases", "id"):
            for at, (subject, what) in enumerate(self.meanings):
                of_group = subject not in ("", "member")
                if of_group and what == wanted and not self.roles[at] and self.columns[at].texts:
                    self.roles[at] = "group" if wanted == "aliases" else "group id"
                    self._of_layer(subject, at)
                    return

    def _unnamed(self) -> None:
        """A column `name` or `title`, else the first column that looks like names."""
        named = any(role == "member" or role.startswith("member as ") for role in self.roles)
        for at, (subject, what) in enumerate(self.meanings):
            if (
                subject == ""
                and what == "name"
                and not self.roles[at]
                and _worded(self.columns[at])
            ):
                if not named:
                    self.roles[at], named = "member", True
                elif not self.only_members and not self.taken("group"):
                    self.roles[at] = "group"
                    of_members = layer_in(" ".join(look.name for look in self.columns))
                    self._of_layer(layer_in(self.title) or of_members or "declaration", at)
        if named or any(
            subject == "member" and what in ("id", *SCHEMES) for subject, what in self.meanings
        ):
            return
        if any(role == "group" for role in self.roles) and not any(
            not role and not self.meanings[at][1] and _worded(self.columns[at])
            for at, role in enumerate(self.roles)
        ):
            return
        for at, look in enumerate(self.columns):
            if (
                not self.roles[at]
                and not self.meanings[at][1]
                and _worded(look)
                and (look.unlike > 0.5 or len(self.columns) <= 3)
            ):
                self.roles[at] = "member"
                named = True
                break
        if named and len(self.columns) <= 3 and not self.only_members and not self.taken("group"):
            rest = [at for at, role in enumerate(self.roles) if not role]
            for at in rest[:1]:
                if not self.meanings[at][1] and _worded(self.columns[at]):
                    self.roles[at] = "group"
                    self._of_layer(layer_in(self.title) or "membership", at)

    def agreements(self) -> None:
        """Rows that each are an agreement of several parties, which has an id or a date only."""
        if self.only_members or self.taken("group") or self.taken("group id"):
            return
        parties = [role for role in self.roles if role == "member" or role.startswith("member as ")]
        listed = any(
            role == "member" and _mostly_lists(look)
            for role, look in zip(self.roles, self.columns, strict=True)
        )
        if len(parties) < 2 and not listed:
            return
        for at, (subject, what) in enumerate(self.meanings):
            if what == "id" and subject == "" and self.columns[at].unlike > 0.9:
                self.roles[at] = "group id"
                self._of_layer(layer_in(self.title) or "declaration", at)
                return

    def properties(self) -> None:
        """What is said of members, of groups and of the fact."""
        for of, at in self.ids.items():
            if self.roles[at] in ("member", "group"):
                self.roles[of] = f"{self.roles[at]} id"
        per_group = self._one_per_row()
        for at, (subject, what) in enumerate(self.meanings):
            if self.roles[at]:
                continue
            look = self.columns[at]
            role = self._property(at, subject, what, per_group)
            if not role and _is_unnamed(look):
                role = "start" if look.dates > 0.9 and look.numbers < 0.5 else ""
            if role == "group aliases" and self.layer != "membership":
                role = ""  # a project or an agreement has one name
            if role and (role in self.roles or not _fits(look, what)):
                role = ""
            self.roles[at] = role or self._attribute(subject, per_group)
        self._lifetimes()

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
        return "group attribute" if subject or per_group else "attribute"

    def _property(self, at: int, subject: str, what: str, per_group: bool) -> str:
        if not what or what in ("name", "link"):
            return ""
        words = what.replace("_", " ")
        if words == "country" and self._codes(at):
            words = "country code"
        has_group = self.taken("group") or self.taken("group id")
        of_group = has_group and subject != "member"
        if (when := _LIFETIME.get(what)) and of_group and (
            per_group or subject or self._constant(at, LAYERS)
        ):  # fmt: skip
            return f"group {what if self.layer == 'membership' else when}"
        if subject == "member":
            return (
                f"member {words}"
                if not belongs_to_fact(what)
                else (
                    "role"
                    if what == "role"
                    else what
                    if what in ("start", "end", "contribution")
                    else ""
                )
            )
        if subject and has_group:
            return f"group {words}" if what in (*_ONE_PER_ROW, "observed") else ""
        if subject:
            return f"member {words}" if what in ("id", "kind", "country", "website") else ""
        if has_group and per_group and what in _ONE_PER_ROW:
            return f"group {words}"
        if belongs_to_fact(what):
            if what in ("start", "end") and has_group and self._constant(at):
                return f"group {words}"
            if what == "weight":
                return ""
            return words
        return f"member {words}"

    def _codes(self, at: int) -> bool:
        texts = self.columns[at].texts
        return bool(texts) and sum(len(text) == 2 for text in texts) * 10 >= len(texts) * 9

    def _one_per_row(self) -> bool:
        """Whether each row is a group of its own."""
        for role in ("group id", "group"):
            if role in self.roles:
                look = self.columns[self.roles.index(role)]
                members = self.roles.count("member")
                listed = any(
                    each == "member"
                    and separator_of(self.columns[at], plural=_plural(self.columns[at].name))
                    for at, each in enumerate(self.roles)
                )
                alone = members == 1 and not any(r.startswith("member as ") for r in self.roles)
                return look.unlike > 0.95 and (not alone or listed)
        return False

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


def _is_unnamed(look: Look) -> bool:
    return re.fullmatch(r"column \d+", look.name) is not None


def _mostly_lists(look: Look) -> bool:
    """Whether a good part of the cells of a column name several organisations."""
    mark = separator_of(look, plural=_plural(look.name))
    return bool(mark) and sum(mark in text for text in look.texts) * 3 > len(look.texts)


def _plural(name: str) -> bool:
    words = plain(name)
    return words.endswith(("s", "ies", "y", "i")) and words not in ("city", "country", "party")


def _worded(look: Look) -> bool:
    return bool(look.texts) and look.numbers < 0.5 and look.dates < 0.5 and look.marks < 0.9


def _named(look: Look) -> bool:
    return bool(look.texts) and look.dates < 0.9 and look.marks < 1.0


def _fits(look: Look, what: str) -> bool:
    """Whether the cells of a column hold what its name says."""
    if not look.texts:
        return True
    if what == "end":
        still = sum(text.casefold() in STILL for text in look.texts)
        return look.dates + still / len(look.texts) > 0.6
    if what in ("start", "observed", "founded", "dissolved"):
        return look.dates > 0.6
    if what in ("contribution", "latitude", "longitude", "weight"):
        return look.numbers > 0.6
    if what == "kind":
        known = sum(kind_of(text) is not None for text in look.texts)
        return known * 2 >= len(look.texts)
    if what == "sector":
        return sum(sector_of(text) is not None for text in look.texts) * 2 >= len(look.texts)
    if what == "website":
        return sum("." in text for text in look.texts) * 2 > len(look.texts)
    if what in SCHEMES:
        return sum(any(map(str.isdigit, text)) for text in look.texts) * 2 > len(look.texts)
    if what == "coordinates":
        return sum(bool(re.search(r"\d.*,.*\d", text)) for text in look.texts) * 2 > len(look.texts)
    return True


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
    return Roles(tuple(made.roles), made.layer or "membership", made.group_words)
