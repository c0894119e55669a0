"""The organisations, groups and places that rows name, each once, with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graphkit.sources.countries import country_of
from graphkit.sources.known_organisations import comparable

SPACES = ("organisations", "declaration", "collaboration")
"""Within which keys and names are one's own."""
APART = "groups apart"
"""The space of groups that are called as one of their members is."""


@dataclass(slots=True, eq=False)
class Place:
    """A country, a region, a town, or a point of the map.

    key: tells it apart; its first part is the kind of place.
    """

    key: tuple[str, ...]
    name: str
    at: int
    part_of: Place | None
    country: str
    point: tuple[str, str]
    id: str = ""

    def lies_in(self, whole: Place) -> bool:
        """Whether the place is another, or a part of it as far as is stated."""
        return self is whole or (self.part_of is not None and self.part_of.lies_in(whole))


Key = tuple[str, str]
"""What tells an entity apart beside its name: an identifier's scheme or one of these, and its text.
"""

ID, GROUP_ID = "id", "group id"
TOLD_APART = "told apart"
"""The key of organisations of one name is that name, and what tells them apart."""


@dataclass(slots=True, eq=False)
class Entity:
    """An organisation, a declaration or a collaboration.

    number: counts the entities, which tells pairs of them apart at little cost. at: the number of
    the place where it was met first. layer: of a group, to which layer it belongs. own_id: whether
    the id of its key holds beyond the file. scope: the file in which alone it holds. values: by
    column of our tables. repeats: whether another entity turned out to be the same. apart: whether
    it is a group that is called as a member of it is.
    """

    name: str
    number: int
    at: int
    key: Key | None = None
    layer: str = ""
    own_id: bool = False
    aliases: dict[str, None] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    default_kind: str = ""
    places: dict[Place, None] = field(default_factory=dict)
    id: str = ""
    scope: str = ""
    repeats: bool = False
    apart: bool = False


class Entities:
    """All entities of a data set, found by key or by name.

    share_numbers: whether a group that only an id names is the organisation with that id.
    """

    def __init__(self, share_numbers: bool = False) -> None:
        self.share_numbers = share_numbers
        self._all: list[Entity] = []
        self._by_key: dict[tuple[str, str, Key], Entity] = {}
        self._by_name: dict[tuple[str, str], Entity] = {}
        self._named_in: set[tuple[int, str]] = set()

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._all)

    def __getitem__(self, number: int) -> Entity:
        return self._all[number]

    def get(
        self,
        space: str,
        name: str,
        key: Key | None,
        at: int,
        scope: str = "",
        *,
        by_id: bool = True,
    ) -> Entity:
        """The entity of that key or name, which is made if it is new.

        space: one of `SPACES`. scope: the file
        in which alone the key holds; others number their own so, and only a name says that an
        entity of theirs is the same. by_id: whether a name may be the id of an entity.
        """
        folded = comparable(name)
        if key is None:
            found = self._by_name.get((space, folded))
            if found is None and by_id:
                found = self._by_key.get((space, "", ("id", name)))
            if found is not None:
                return found
        else:
            found = self._by_key.get((space, scope, key)) or self._numbered_alike(
                space, name, key, scope
            )
            if found is None:
                found = self._by_name.get((space, folded)) if name else None
                if found is not None and (found.key is None or self._is_elsewhere(found, scope)):
                    found.key = found.key or key
                    self._by_key[space, scope, key] = found
                    self._named_in.add((found.number, scope))
                else:
                    found = None
            if found is not None:
                self._also_called(found, name, space, folded)
                return found
        made = Entity(name or (key[1] if key else ""), len(self._all), at, key, scope=scope)
        self._all.append(made)
        if key is not None:
            self._by_key[space, scope, key] = made
            self._named_in.add((made.number, scope))
        if name:
            self._by_name.setdefault((space, folded), made)
        return made

    def is_named(self, entity: Entity) -> bool:
        """Whether a row gives the name of an entity, which may be called as its id is."""
        called = comparable(entity.name)
        return any(self._by_name.get((space, called)) is entity for space in SPACES)

    def _numbered_alike(self, space: str, name: str, key: Key, scope: str) -> Entity | None:
        """The organisation that has the id of a group, or the other way, where both are one.

        An id with letters is as good as a name.
        """
        other = {ID: GROUP_ID, GROUP_ID: ID}.get(key[0], "")
        found = self._by_key.get((space, scope, (other, key[1])))
        if found is None or not name:
            shared = self.share_numbers and key[0] == GROUP_ID
            return found if shared or any(map(str.isalpha, key[1])) else None
        if any(map(str.isalpha, key[1])) and found.name == key[1] and not self.is_named(found):
            return found  # so far rows have only referred to it
        called = {comparable(each) for each in (found.name, *found.aliases)}
        return found if comparable(name) in called else None

    def _is_elsewhere(self, found: Entity, scope: str) -> bool:
        """Whether a key of another file names an entity, and none of this file so far."""
        return bool(scope) and (found.number, scope) not in self._named_in

    def whole_of(self, part: Entity, text: str = "") -> Entity | None:
        """The organisation or group of which an entity states that it is a part; or that of a text
        which stands for it.
        """
        of_group = part.key is not None and part.key[0] == GROUP_ID
        first = (GROUP_ID, ID) if of_group else (ID, GROUP_ID)
        return self.known("organisations", text or part.values["part_of"], part.scope, first)

    def _also_called(self, found: Entity, name: str, space: str, folded: str) -> None:
        if not name or folded == comparable(found.name):
            return
        if found.key is not None and found.name == found.key[1]:
            found.name = name  # so far only its id was known
        else:
            found.aliases.setdefault(name)
        self._by_name.setdefault((space, folded), found)

    def known(
        self, space: str, text: str, scope: str = "", first: Sequence[str] = (ID, GROUP_ID)
    ) -> Entity | None:
        """The entity with that id or name, when there is one; `first` says whose ids come first."""
        keys = ((within, (word, text)) for word in first for within in (scope, ""))
        by_id = next(filter(None, (self._by_key.get((space, *key)) for key in keys)), None)
        return by_id or self._by_name.get((space, comparable(text)))


class Places:
    """All places of a data set, each once."""

    def __init__(self) -> None:
        self._all: dict[tuple[str, ...], Place] = {}

    def __iter__(self) -> Iterator[Place]:
        return iter(self._all.values())

    def country(self, text: str, code: str, at: int) -> Place:
        """A country by name or code."""
        known = country_of(code or text) or country_of(text)
        if known:
            return self._made(("country", known[0]), known[1], at, country=known[0])
        name = text or code
        code = code if len(code) == 2 else ""  # else it names the country
        key = ("country", comparable(name))
        return self._made(key, name, at, country=code.upper())

    def region(self, name: str, country: Place | None, at: int) -> Place:
        """A region within a country."""
        return self._made(("region", comparable(name), *_key_of(country)), name, at, country)

    def town(
        self, name: str, country: Place | None, region: str, point: tuple[str, str], at: int
    ) -> Place:
        """A town within a country."""
        whole = self.region(region, country, at) if region else country
        return self._made(("town", comparable(name), *_key_of(whole)), name, at, whole, point=point)

    def point(self, point: tuple[str, str], country: Place | None, at: int) -> Place:
        """A point of the map that has no name."""
        name = ", ".join(point)
        return self._made(("point", name), name, at, country, point=point)

    def _made(
        self,
        key: tuple[str, ...],
        name: str,
        at: int,
        part_of: Place | None = None,
        *,
        country: str = "",
        point: tuple[str, str] = ("", ""),
    ) -> Place:
        found = self._all.get(key)
        if found is None:
            found = self._all[key] = Place(key, name, at, part_of, country, point)
        return found


def _key_of(place: Place | None) -> tuple[str, ...]:
    return () if place is None else place.key
