"""The columns of a list, what their names mean, and members that only their rows tell.

Countries stand in the rows of treaties, and affiliations beside the titles of works.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graphkit.model.graph_columns import JOINED
from graphkit.sources.countries import country_of
from graphkit.sources.header_words import labelled, layer_in, meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.list_words import says_list
from graphkit.sources.mapping.cells.listed_names import names_several
from graphkit.sources.mapping.cells.lists_of_people import lists_people
from graphkit.sources.mapping.cells.names_in_languages import names_of_one
from graphkit.sources.mapping.cells.worded_columns import (
    beside_codes,
    holds_roles,
    is_worded,
    may_name,
)
from graphkit.sources.mapping.form.sheet_mapping import names_as_role
from graphkit.sources.mapping.proposals.listed_members import listed_members, nested_in

_CODE = 3
"""How long the codes of countries are at most."""
_ENTITIES = {"wikidata", "wikidata id", "qid"}
"""What columns of ids of Wikidata are called."""
_PLACES = ("country", "region", "city")
_SIGNED = {*"signature signed ratification ratified accession acceptance".split()}
_AFFILIATIONS = {"affiliations", "affiliation", "author affiliations", "authors affiliations"}
_COLLABORATIONS = {"collaborations", "joint projects"}
_REPEATED = 0.6
"""The share of differing names up to which a column names treaties in the rows of their parties."""
_LISTS = {"list", "items", "entries", "elements", "values"}
"""What lists are called where nothing else says what they hold."""
_PROGRAMMES = {*"programme program programa programma programm initiative scheme call".split()}
_COUNT = re.compile(r"\d{1,4}(?:\.0)?|\d{1,3}[, ]\d{3}")
_EVENTS = {*"meeting event workshop conference mission study publication paper".split()}
_OF_PROJECTS = (("collaboration", "name"), ("declaration", "name"))
TITLES = {"title", "titel", "titre", "tytul", "titulo", "titolo"}


class ListColumns:
    """The columns of a list, and what is known of them so far."""

    def __init__(self, columns: Sequence[Look], title: str, only_members: bool) -> None:
        self.columns = columns
        self.title = title
        self.ids = labelled([look.name for look in columns]) | beside_codes(columns)
        self.meanings = [
            ("", "role") if said == ("member", "name") and holds_roles(look) else said
            for look, said in ((look, meaning(look.name)) for look in columns)
        ]
        for of, at in self.ids.items():
            subject, what = self.meanings[of]
            what = what if what in _PLACES else "name"  # countryLabel is a country
            self.meanings[of], self.meanings[at] = ("", ""), (subject, what)
        self._languages()
        self.codes = codes_of_states(columns, self.meanings)
        self.before = {at: self.meanings[at] for at in self.codes}
        for at in self.codes:
            self.meanings[at] = ("", "code")  # of what another column names, whatever that is
        for at, look in enumerate(columns):
            if self.meanings[at] == ("membership", "name") and lists_people(look):
                self.meanings[at] = ("", "")  # a board, of which each row names the people
            if self.meanings[at] == ("", "") and _holds_countries(look):
                self.meanings[at] = ("", "country")  # `Country NUTS I`
        for at, look in enumerate(columns):
            if plain(look.name) in _COLLABORATIONS and is_worded(look):
                self.meanings[at] = ("collaboration", "name")  # else they count them
            elif _lists_members(look) and (
                self.meanings[at][1] == "" or plain(look.name).endswith(" ids")
            ):
                self.meanings[at] = ("member", "name")  # of what each row names
                for other, said in enumerate(self.meanings):
                    if said == ("", "name"):
                        self.meanings[other] = ("membership", "name")
        self.listed = ""
        if (found := listed_members(columns, self.meanings, title)) is not None:
            self.listed = columns[found[0]].name
            self.meanings[found[0]] = ("member", "name")
            self.meanings[found[1]] = (layer_in(title) or "membership", "name")
        prefix = nested_in(columns, self.meanings)
        if prefix and meaning(prefix) == ("", ""):  # nested records are not what they stand in
            for at, look in enumerate(columns):
                if look.name.startswith(f"{prefix}.") and not self.meanings[at][0]:
                    what = self.meanings[at][1] or meaning(look.name.rpartition(".")[2])[1]
                    self.meanings[at] = ("member", what) if self.listed else ("", "")
        self._parents()
        self.roles = [""] * len(columns)
        self.layer = ""
        self.group_words: list[str] = []
        self.only_members = only_members
        self.counts: list[int] = []
        self.unsure = ""
        self.people = [at for at, look in enumerate(columns) if names_people(look.name)]
        people = tuple(f"{plain(columns[at].name)} " for at in self.people)
        for at, look in enumerate(columns):
            if at in self.people:
                self.meanings[at] = ("", "person")
            elif people and plain(look.name).startswith(people):
                self.meanings[at] = ("", "")  # the link of a contact is not that of a firm
        words = [plain(look.name) for look in columns]
        for at, word in enumerate(words):
            if word in _ENTITIES and columns[at].unlike < 1:
                self.meanings[at] = ("", "")  # several rows are told of one, or speak of another
        for at, word in enumerate(words):
            if word in ("organisation id", "organization id") and "member id" in words:
                self.meanings[at] = ("membership", "id")  # as in Popolo's memberships

    def is_of_project(self, at: int) -> bool:
        """Whether a word before that for an organisation is one for projects or agreements."""
        words = plain(self.columns[at].name).split()[:-1]
        return any(meaning(word) in _OF_PROJECTS for word in words)

    def is_far(self, at: int) -> bool:
        """Whether a second column of organisations names others than the first, not the same."""
        first = self.columns[self.roles.index("member")]
        if plain(first.name) == plain(self.columns[at].name):
            return False  # Partner name, and Partner name (original)
        pairs = zip(first.cells, self.columns[at].cells, strict=True)
        if not any(one.strip() and other.strip() for one, other in pairs):
            return True  # members of some rows, beneficiaries of others
        mine = {text.casefold() for text in self.columns[at].texts}
        theirs = {text.casefold() for text in first.texts}
        return len(mine & theirs) * 2 < len(mine) and self.columns[at].unlike < 0.9

    def _languages(self) -> None:
        """Take one of several columns that name an organisation in different languages for its
        name, and the others for further names.
        """
        first, *others = names_of_one([look.name for look in self.columns]) or [-1]
        if others and self.meanings[first][1] != "name":
            self.meanings[first] = ("", "name")
        for at in others:
            self.meanings[at] = ("", "aliases")

    def _parents(self) -> None:
        """Take parents for what a row is part of, where they are named by the ids of rows."""
        ids = {
            text
            for look, (_, what) in zip(self.columns, self.meanings, strict=True)
            if what == "id" and look.unlike == 1
            for text in look.texts
        }
        for at, look in enumerate(self.columns):
            parts = {part for text in look.texts for part in text.split(JOINED)}
            if plain(look.name) == "parents" and len(parts & ids) * 2 > len(parts):
                self.meanings[at] = ("", "part_of")

    def taken(self, role: str) -> bool:
        """Whether a column has this role."""
        return role in self.roles

    def is_count(self, at: int) -> bool:
        """Whether a column called Members or Meetings holds how many there are of them."""
        look = self.columns[at]
        if not all(_COUNT.fullmatch(text) for text in look.texts):
            return False
        # Somebody who stands in one row was at several meetings, and is in one project.
        alone = plain(look.name) in _EVENTS and any(
            each.unlike == 1.0 and len(each.texts) == len(look.texts)
            for each in self.columns
            if is_worded(each)
        )
        return (alone or names_several(look.name)) and any(map(is_worded, self.columns))

    def of_layer(self, subject: str, at: int) -> None:
        """Take the layer of the groups from the first column that names them."""
        self.layer = self.layer or subject
        self.group_words.append(self.columns[at].name)

    def layer_of_texts(self, at: int) -> str:
        """The layer that most names of a column say: `Baltic Wind Project` is a project."""
        said = Counter(map(layer_in, {*self.columns[at].texts}))
        layer, count = said.most_common(1)[0]
        return layer if 2 * count > said.total() else ""

    def is_broader(self, at: int) -> bool:
        """Whether a column names the programme of the projects that another column names."""

        def programmes(name: str) -> bool:
            return bool(_PROGRAMMES & {*plain(name).split()})

        titled = any(
            said == ("", "name") and is_worded(look)
            for look, said in zip(self.columns, self.meanings, strict=True)
        )
        return programmes(self.columns[at].name) and any(
            subject == "collaboration"
            and ((what == "name" and is_worded(look)) or (what == "id" and titled))
            and not programmes(look.name)
            for look, (subject, what) in zip(self.columns, self.meanings, strict=True)
        )

    def is_without_id(self, at: int) -> bool:
        """Whether another column of groups has an id of its own name beside it, and this none."""
        words = [plain(look.name) for look in self.columns]
        numbered = {
            other
            for other, word in enumerate(words)
            if self.meanings[other] == self.meanings[at]
            and is_worded(self.columns[other])
            and {f"{word} id", f"id {word}", f"{word} nr"} & {*words}
        }
        return bool(numbered) and at not in numbered

    def nested(self, at: int) -> bool:
        """Whether a column is one of records in JSON, and organisations are the parts of these."""
        parts = [look.name for look, _ in self.members() if "." in look.name]
        return bool(parts) and "." not in self.columns[at].name

    def members(self) -> list[tuple[Look, str]]:
        """The columns that name members, each with its role."""
        pairs = zip(self.columns, self.roles, strict=True)
        return [pair for pair in pairs if pair[1] == "member" or names_as_role(pair[1])]

    def states(self) -> None:
        """Countries in the rows of treaties: each name stands again and again, with others."""
        if self.only_members or self.members() or any(of == "member" for of, _ in self.meanings):
            return
        names = [at for at, said in enumerate(self.meanings) if said == ("", "name")]
        states = [
            at
            for at, said in enumerate(self.meanings)
            if said == ("", "country") and is_worded(self.columns[at])
        ]
        if len(names) != 1 or not states or self.taken("group"):
            return
        called, state = self.columns[names[0]], self.columns[states[0]]
        if called.unlike > _REPEATED or len(called.texts) != len(state.texts):
            return
        pairs = {*zip(called.texts, state.texts, strict=True)}
        if len(pairs) >= 2 * called.distinct:
            self.roles[names[0]], self.roles[states[0]] = "group", "member"
            self.of_layer(layer_in(self.title) or "declaration", names[0])

    def affiliations(self) -> None:
        """Organisations from which the authors of works come, of which the titles stand beside."""
        words = [plain(look.name) for look in self.columns]
        title = next((at for at, word in enumerate(words) if word in TITLES), None)
        where = next((at for at, word in enumerate(words) if word in _AFFILIATIONS), None)
        if title is None or where is None or self.members() or self.only_members:
            return
        if self.roles[where] not in ("", "group") or self.roles[title]:
            return
        self.roles[where], self.roles[title] = "member", "group"
        self.layer = "collaboration"
        self.group_words[:] = [self.columns[title].name, "publication"]

    def countries(self) -> None:
        """Countries that themselves are the members, beside the treaties that they signed."""
        both = zip(self.columns, self.meanings, strict=True)
        if self.members() or any(of == "member" and may_name(look) for look, (of, _) in both):
            return
        found = [at for at, said in enumerate(self.meanings) if said == ("", "country")]
        found = found or [at for at, said in enumerate(self.meanings) if said == ("", "city")]
        if len(found) != 1 or self.roles[found[0]]:
            return
        look = self.columns[found[0]]
        groups = [
            each for each, role in zip(self.columns, self.roles, strict=True) if role == "group"
        ]
        signed = any(_SIGNED & {*plain(each.name).split()} for each in self.columns)
        worded = {at for at, each in enumerate(self.columns) if is_worded(each)}
        alone = len(worded - self.codes.keys()) == 1  # else it may say where
        of_list = signed or alone or layer_in(self.title) in ("membership", "declaration")
        listed = not groups and of_list
        said = zip(self.columns, self.meanings, strict=True)
        named = listed and is_worded(look) and not any(
            what == "name" and may_name(each) for each, (_, what) in said
        )  # fmt: skip
        if named or (self.only_members and look.unlike > 0.9) or (
            groups and groups[0].unlike <= 0.95
        ):  # fmt: skip
            self.roles[found[0]] = "member"


def codes_of_states(columns: Sequence[Look], meanings: Sequence[tuple[str, str]]) -> dict[int, int]:
    """The places of codes of the countries that another column names, each with that of the name.

    columns, meanings: the columns, and what their names say.
    """
    names = [
        at
        for at, look in enumerate(columns)
        if meanings[at] == ("", "country") and is_worded(look) and max(map(len, look.texts)) > _CODE
    ]
    found = {}
    for at, look in enumerate(columns):
        coded = look.texts and all(len(text) <= _CODE and text.isupper() for text in look.texts)
        for name in names if coded and meanings[at] in (("", ""), ("", "country")) else ():
            pairs = {*zip(look.cells, columns[name].cells, strict=True)}
            lands = [(country_of(code), country_of(land)) for code, land in pairs if code and land]
            same = sum(code is not None and code == land for code, land in lands)
            if lands and same * 5 >= len(lands) * 4:
                found[at] = name
    return found


def _lists_members(look: Look) -> bool:
    """Whether most cells hold several texts, as lists in JSON do, and the name of the column says
    no more than that, or that they are members: `memberSystemIds`.
    """
    first, *more = plain(look.name).split() or [""]
    said = plain(look.name) in _LISTS or (bool(more) and says_list(first))
    return said and sum(JOINED in text for text in look.texts) * 2 > len(look.texts)


def _holds_countries(look: Look) -> bool:
    """Whether a column that has `country` in its name names countries."""
    called = any(meaning(word) == ("", "country") for word in plain(look.name).split())
    known = sum(country_of(text) is not None for text in look.texts) if called else 0
    return known * 5 > len(look.texts) * 4
