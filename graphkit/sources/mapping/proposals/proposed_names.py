"""Find the columns of a list that name members, groups and people."""

from __future__ import annotations

import re

from graphkit.model import SCHEMES
from graphkit.sources.header_words import layer_in, meaning, numbered, plain, stem_of
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.header_nouns import layer_of_noun
from graphkit.sources.mapping.cells.list_words import says_list
from graphkit.sources.mapping.cells.listed_names import separator_of
from graphkit.sources.mapping.cells.roles_of_columns import role_of_column
from graphkit.sources.mapping.cells.worded_columns import (
    FIRMS,
    SIGNERS,
    are_codes,
    are_described,
    are_groups,
    are_ids,
    are_salutations,
    are_sentences,
    beside_codes,
    complete_id,
    is_worded,
    like_people,
    may_name,
    mostly_lists,
    name_bodies,
)
from graphkit.sources.mapping.form.sheet_mapping import AS_ROLE, as_role, names_as_role
from graphkit.sources.mapping.proposals.columns_of_groups import alike_groups
from graphkit.sources.mapping.proposals.list_columns import TITLES, ListColumns

_GIVING = {"funder", "recipient", "buyer", "supplier"}
"""Roles of the two sides of a grant or a contract."""
_FUNCTIONS = {
    *"function/position/job/job title/stanowisko/funkcja/funktion/fonction/cargo/puesto".split("/")
}
"""What people do, beside their names."""
_LEADING = {"coordinator", "lead partner"}
_NUMBERING = {"no", "nr", "lp", "num", "number"}
_CODED = re.compile(r"\S*[\d:_/]\S*")
"""What looks like the id of something, as `org:acme` or `acme_2` do."""
_AGAIN = 0.6
_MOSTLY = 0.95
_ONE_EACH = 0.85


class NamedColumns(ListColumns):
    """The columns of a list, and which of them name members, groups and people."""

    def names(self) -> None:
        """The columns that name members and groups."""
        self._signers()
        for at, look in enumerate(self.columns):
            if (
                (word := role_of_column(look.name))
                and is_worded(look)
                and not are_sentences(look)
                and not (word in _LEADING and self._is_seldom(at))
            ):
                self.roles[at] = f"{AS_ROLE}{word}"
        several = {
            at
            for places in numbered([each.name for each in self.columns]).values()
            for at in places
        }
        for at in several:
            if not self.roles[at] and self.meanings[at][0] in ("", "member"):
                self.roles[at] = "member"
        for at, (subject, what) in enumerate(self.meanings):
            look = self.columns[at]
            if self.roles[at] or what != "name" or not may_name(look):
                continue
            if are_sentences(look) and not (subject == "declaration" and look.unlike < _AGAIN):
                continue  # the title of a treaty may be long
            if subject and self.is_count(at):
                self.counts.append(at)
                continue
            if subject == "member" and not self.taken("member"):
                self.roles[at] = "member"
            elif subject == "member" and self.is_of_project(at):
                self.meanings[at] = ("", "")  # the institution that gives a grant
            elif subject == "member":
                word = plain(self.columns[at].name)
                self.roles[at] = f"{AS_ROLE}{word}" if self.is_far(at) else "member aliases"
            elif (
                subject
                and not self.only_members
                and not self.taken("group")
                and not self.is_broader(at)
                and not self.is_without_id(at)
            ):
                self.roles[at] = "group"
                self.of_layer(subject, at)
        self._coded_groups()
        self.states()
        self.affiliations()
        self._groups_by_other_columns()
        self._groups_by_nouns()
        self._further_groups()
        self._unnamed()
        self.countries()
        as_roles = [at for at, role in enumerate(self.roles) if names_as_role(role)]
        if len(as_roles) == 1 and not self.taken("member") and not self.taken("group"):
            self.roles[as_roles[0]] = "member"  # a list of publishers, hosts or sponsors

    def _is_seldom(self, at: int) -> bool:
        """Whether most cells are blank: a few people lead, but each project is led by somebody."""
        return len(self.columns[at].texts) * 2 < max(len(look.texts) for look in self.columns)

    def _coded_groups(self) -> None:
        """Groups with codes beside their names in several rows, each with one of their members."""
        if self.only_members or self.members():
            return
        for of, at in beside_codes(self.columns).items():
            names = self.columns[at]
            if self.roles[at] or names.unlike > _MOSTLY or layer_in(names.name) != "membership":
                continue
            for other, look in enumerate(self.columns):
                free = other not in (of, at) and not self.roles[other] and is_worded(look)
                if free and self.meanings[other] == ("", "") and look.unlike > names.unlike:
                    self.roles[other], self.roles[at] = "member", "group"
                    self.of_layer("membership", at)
                    return

    def said_of_roles(self) -> None:
        """Ids and places of organisations in a role: `Recipient Org:Identifier`."""
        for at, look in enumerate(self.columns):
            words = plain(look.name)
            for cut in range(1, min(3, len(words.split()))):
                of, last = words.rsplit(maxsplit=cut)[0], " ".join(words.split()[-cut:])
                subject = f"{AS_ROLE}{role_of_column(of)}"
                what = meaning(last)[1].replace("_", " ")
                role = f"{subject} {what}"
                free = not self.roles[at] and subject in self.roles and role not in self.roles
                if free and as_role(role) == subject:
                    self.roles[at] = role

    def of_grants(self) -> None:
        """The ids of grants and contracts, which may have titles that others have too."""
        given = {role.removeprefix(AS_ROLE) for role in self.roles} & _GIVING
        if not given or self.taken("group id") or not self.taken("group"):
            return
        for at, (subject, what) in enumerate(self.meanings):
            numbers = plain(self.columns[at].name) in _NUMBERING
            free = what == "id" and subject != "member" and not numbers
            if free and self.columns[at].unlike > 0.95:
                self.roles[at] = self.roles[at] or "group id"
                return

    def _signers(self) -> None:
        """People who sign or speak for the organisations that another column names."""
        said = [plain(look.name) for look in self.columns]
        if not any(word in FIRMS and is_worded(self.columns[at]) for at, word in enumerate(said)):
            return
        for at, word in enumerate(said):
            if word in SIGNERS and like_people(self.columns[at]):
                self.people.append(at)
                self.meanings[at] = ("", "person")

    def _groups_by_other_columns(self) -> None:
        """A project that only an acronym or an id names."""
        if self.only_members or self.taken("group"):
            return
        for wanted in ("aliases", "id"):
            for at, (subject, what) in enumerate(self.meanings):
                of_group = subject not in ("", "member") and not self._numbers_rows(at)
                if of_group and what == wanted and not self.roles[at] and self.columns[at].texts:
                    self.roles[at] = "group" if wanted == "aliases" else "group id"
                    if (
                        wanted == "id"
                        and (other := complete_id(self.columns, self.roles, self.meanings, at))
                        is not None
                    ):
                        self.roles[at], self.roles[other] = "group", "group id"
                    self.of_layer(subject, at)
                    return

    def _numbers_rows(self, at: int) -> bool:
        """Whether a column called `affiliation_id`, or `network_id` in a list of networks, numbers
        the organisations of the list.
        """
        first, *_ = plain(self.columns[at].name).split() or [""]
        about = {stem_of(word) for word in plain(self.title).split()}
        own = first == "affiliation" or (self.meanings[at][0] == "membership" and (
            stem_of(first) in about
        ))  # fmt: skip
        named = self.taken("member") or ("", "name") in self.meanings
        return own and named and self.columns[at].unlike == 1

    def _groups_by_nouns(self) -> None:
        """Groups in a column such as `Banking group`, of which the last word alone is known."""
        if self.only_members or self.taken("group") or self.taken("group id"):
            return
        for at, look in enumerate(self.columns):
            free = not self.roles[at] and is_worded(look) and not are_sentences(look)
            if free and self.meanings[at] == ("", "region") and are_groups(look):
                self.roles[at] = "group"
                self.of_layer("membership", at)
                return
            free = free and not self.meanings[at][1]
            if free and (layer := layer_of_noun(look.name)):
                self.roles[at] = "group"
                self.of_layer(layer, at)
                return

    def _further_groups(self) -> None:
        """Further columns of groups beside the first, or several of which no name is known."""
        taken = [at for at, role in enumerate(self.roles) if role == "group"]
        if self.only_members or len(taken) > 1 or (taken and self.layer != "membership"):
            return
        free = [at for at, role in enumerate(self.roles) if not role]
        for at in alike_groups(self.columns, taken, free):
            self.roles[at] = "group"
            self.of_layer("membership", at)

    def _unnamed(self) -> None:
        """A column `name` or `title`, else the first column that looks like names."""
        alone = self._lists_organisations()  # then those in a role are said of them
        named = self.taken("member") or (not alone and any(map(names_as_role, self.roles)))
        for at, (subject, what) in enumerate(self.meanings):
            if (
                subject == ""
                and what == "name"
                and not self.roles[at]
                and is_worded(self.columns[at])
            ):
                if not named:
                    self.roles[at], named = "member", True
                elif self._is_spelt_out(at):
                    continue
                elif self._is_a_person(at):
                    self.people.append(at)
                elif plain(self.columns[at].name) == "label" and not self.nested(at):
                    continue  # a mark of quality that the organisation holds
                elif not self.only_members and not self.taken("group"):
                    self.roles[at] = "group"
                    given = {role.removeprefix(AS_ROLE) for role in self.roles} & _GIVING
                    names = " ".join(look.name for look in self.columns)
                    of_members = "collaboration" if given else layer_in(names)
                    layer = layer_in(self.title) or self.layer_of_texts(at)
                    if not layer and not given and self._may_be_projects(at):
                        layer, self.unsure = "collaboration", self.columns[at].name
                    if not (layer or of_members) and self._is_part(at):
                        continue
                    self.of_layer(layer or of_members or "declaration", at)
        if named or any(
            subject == "member" and what in ("id", *SCHEMES) for subject, what in self.meanings
        ):
            return
        if any(role == "group" for role in self.roles) and not any(
            not role and not self.meanings[at][1] and is_worded(self.columns[at])
            for at, role in enumerate(self.roles)
        ):
            return
        free = [
            at
            for at, look in enumerate(self.columns)
            if not self.roles[at]
            and not self.meanings[at][1]
            and is_worded(look)
            and not are_sentences(look)
        ]
        rows = max((len(look.texts) for look in self.columns), default=0)
        full = [at for at in free if len(self.columns[at].texts) * 2 >= rows]
        lands = any(what == "country" for _, what in self.meanings)
        once = self.taken("group") and self.columns[self.roles.index("group")].unlike > _ONE_EACH
        alone = len(self.columns) <= 3 or (len(free) == 1 and not lands and not once)
        free = [at for at in full if self.columns[at].unlike > 0.5] or (free if alone else [])
        if any(not _is_unnamed(self.columns[at]) for at in free):
            free = [at for at in free if not _is_unnamed(self.columns[at])]
        if free and (spelt := [at for at in free if not are_codes(self.columns[at])]):
            free = spelt  # a symbol of the stock exchange stands before the name
        if not free and says_list(self.title):
            free = [at for at, look in enumerate(self.columns) if are_described(look)]
        if free:
            self.roles[free[0]], named = "member", True
        if named and len(self.columns) <= 3 and not self.only_members and not self.taken("group"):
            rest = [
                at
                for at, (role, look) in enumerate(zip(self.roles, self.columns, strict=True))
                if not role and not are_codes(look) and not are_sentences(look)
            ]
            for at in rest[:1]:
                if not self.meanings[at][1] and is_worded(self.columns[at]):
                    self.roles[at] = "group"
                    self.of_layer(layer_in(self.title) or "membership", at)

    def _lists_organisations(self) -> bool:
        """Whether the title says that each row is an organisation, and not that they are members
        of something: `Institutions`.
        """
        return meaning(self.title) == ("member", "name") and not layer_in(self.title)

    def _is_part(self, at: int) -> bool:
        """Whether a column `Name` names parts, such as departments, of what another column names.

        Each name stands in one row, and the organisation beside it in several: agreements would
        have several parties. The roles of the two are turned then.
        """
        members = [n for n, role in enumerate(self.roles) if role == "member"]
        if len(members) != 1 or any(map(names_as_role, self.roles)):
            return False
        whole, part = self.columns[members[0]], self.columns[at]
        once = part.unlike > _ONE_EACH and whole.unlike < _ONE_EACH
        if not once or separator_of(whole) or TITLES & {*plain(part.name).split()}:
            return False
        self.meanings = [
            ("membership", what) if subject == "member" else (subject, what)
            for subject, what in self.meanings
        ]
        self.roles[at], self.roles[members[0]] = "member", "group"
        self.of_layer("membership", members[0])
        return True

    def _may_be_projects(self, at: int) -> bool:
        """Whether titles stand beside partners, which projects, agreements and groups have."""
        words = {word for look in self.columns for word in plain(look.name).split()}
        return bool(words & {"partners", "collaborators", "sponsor"}) and bool(
            TITLES & {*plain(self.columns[at].name).split()}
        )

    def _is_a_person(self, at: int) -> bool:
        """Whether a column `Name` beside organisations names the people who come from them.

        Agreements and projects stand in the rows of several organisations, or are called titles.
        """
        if self.nested(at) or name_bodies(self.columns[at]) or self._are_of_kinds():
            return False
        words = {*plain(self.columns[at].name).split()}
        if like_people(self.columns[at]) and any(
            plain(look.name) in _FUNCTIONS for look in self.columns
        ):
            return True
        if words & TITLES:
            return bool(self.people) and are_salutations(self.columns[at])
        if self.people or "label" in words:
            return bool(self.people)
        members = self.members()
        alone = len(members) == 1 and members[0][1] == "member"
        return alone and self.columns[at].unlike > 0.95 and not separator_of(members[0][0])

    def _are_of_kinds(self) -> bool:
        """Whether a column says of which kind each row is, and calls most of them organisations."""
        kinds = [look for look in self.columns if meaning(look.name) == ("", "kind")]
        return any(
            2 * sum(meaning(text)[0] == "member" for text in look.texts) > len(look.texts)
            for look in kinds
        )

    def _is_spelt_out(self, at: int) -> bool:
        """Whether a column `name` spells out organisations of which another holds the codes.

        The codes then are their ids, unless another column holds the same.
        """
        first = next((n for n, role in enumerate(self.roles) if role == "member"), None)
        if first is None or self.columns[at].unlike < _MOSTLY:
            return False
        codes = self.columns[first]
        spaced = sum(" " in text for text in self.columns[at].texts) * 2
        coded = are_ids(codes) or all(map(_CODED.fullmatch, codes.texts))
        if spaced <= len(self.columns[at].texts) or codes.unlike < _MOSTLY or not coded:
            return False
        self.roles[at], self.roles[first] = "member", "member id"
        for other, (subject, what) in enumerate(self.meanings):
            if what == "id" and not subject and other != first:
                self.meanings[other] = ("", "")
        return True

    def agreements(self) -> None:
        """Rows that each are an agreement of several parties, which has an id or a date only."""
        if self.only_members or self.taken("group") or self.taken("group id"):
            return
        if self._lists_organisations():
            return
        parties = self.members()
        listed = any(role == "member" and mostly_lists(look) for look, role in parties)
        if len(parties) < 2 and not listed:
            return
        for at, (subject, what) in enumerate(self.meanings):
            look = self.columns[at]
            is_id = what == "id" or (not what and plain(look.name).endswith(" id"))
            called = listed and not what and plain(look.name).endswith((" name", " title"))
            if (is_id or called) and subject == "" and look.unlike > 0.9:
                self.roles[at] = "group id" if is_id else "group"
                self.of_layer(layer_in(self.title) or "declaration", at)
                return


def _is_unnamed(look: Look) -> bool:
    """Whether a column has no name, as that of row names has in files of R."""
    return look.name.startswith("column ") and look.name[7:].isdecimal()
