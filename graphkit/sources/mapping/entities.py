"""The organisations, groups and places that rows name, each once, with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.countries import country_of
from graphkit.sources.mapping.readable_ids import Ids, digest, slug

Key = tuple[str, str]
"""What tells an entity apart beside its name: an identifier's scheme, or `id`, and its text."""


@dataclass(slots=True, eq=False)
class Entity:
    """An organisation, a declaration or a collaboration.

    number: counts the entities, which tells pairs of them apart at little cost. at: the number of
    the place where it was met first. layer: of a group, to which layer it belongs. own_id: whether
    the id of its key holds beyond the file. values: by column of our tables.
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
    places: dict[str, None] = field(default_factory=dict)
    id: str = ""


class Entities:
    """All entities of a data set, found by key or by name."""

    def __init__(self) -> None:
        self._all: list[Entity] = []
        self._by_key: dict[tuple[str, Key], Entity] = {}
        self._by_name: dict[tuple[str, str], Entity] = {}

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._all)

    def get(self, space: str, name: str, key: Key | None, at: int) -> Entity:
        """The entity of that key or name, which is made if it is new.

        space: within which keys and names are one's own, such as `organisations`.
        """
        folded = comparable(name)
        if key is None:
            found = self._by_name.get((space, folded)) or self._by_key.get((space, ("id", name)))
            if found is not None:
                return found
        else:
            found = self._by_key.get((space, key))
            if found is None:
                found = self._by_name.get((space, folded)) if name else None
                if found is not None and found.key is None:
                    found.key = key
                    self._by_key[space, key] = found
                else:
                    found = None
            if found is not None:
                self._also_called(found, name, space, folded)
                return found
        made = Entity(name or (key[1] if key else ""), len(self._all), at, key)
        self._all.append(made)
        if key is not None:
            self._by_key[space, key] = made
        if name:
            self._by_name.setdefault((space, folded), made)
        return made

    def _also_called(self, found: Entity, name: str, space: str, folded: str) -> None:
        if not name or folded == comparable(found.name):
            return
        if found.key is not None and found.name == found.key[1]:
            found.name = name  # so far only its id was known
        else:
            found.aliases.setdefault(name)
        self._by_name.setdefault((space, folded), found)

    def known(self, space: str, text: str) -> Entity | None:
        """The entity with that id or name, when there is one."""
        by_id = self._by_key.get((space, ("id", text)))
        return by_id or self._by_name.get((space, comparable(text)))


def give_ids(entities: Entities, dataset: str, groups_named: str = "") -> None:
    """Give every entity its id.

    An id that holds beyond the file is kept, and an official identifier makes one; else the name
    does. A number that is all there is gets the name of the data set, because another file would
    number others so.
    """
    ids = Ids()
    for each in entities:
        apart = "|".join(each.key or ("", each.name)) + each.layer
        each.id = ids.of(_wanted(each, dataset), apart)


def _wanted(each: Entity, dataset: str) -> str:
    scheme, text = each.key or ("", "")
    if scheme and scheme != "id":
        return f"{scheme}-{slug(text)}"
    if scheme and each.own_id:
        kept = "-".join(text.replace("|", " ").split())[:150]
        return (
            f"{each.values.get('kind', each.default_kind) or 'id'}-{kept}"
            if kept.isdecimal()
            else kept
        )
    if not any(map(str.isalpha, each.name)):
        return f"{slug(dataset)}-{slug(each.name)}"
    return slug(each.name)


@dataclass(slots=True)
class Place:
    """A place: a country, a town, or a point of the map."""

    id: str
    name: str
    kind: str
    at: int
    part_of: str = ""
    country: str = ""
    latitude: str = ""
    longitude: str = ""


class Places:
    """All places of a data set, each once."""

    def __init__(self) -> None:
        self.all: dict[str, Place] = {}
        self._ids: dict[tuple[str, ...], str] = {}

    def country(self, text: str, code: str, at: int) -> str:
        """The id of a country by name or code."""
        known = country_of(code or text) or country_of(text)
        if known:
            return self._made(("country", known[0]), known[1], "country", at, country=known[0])
        code = code if len(code) == 2 else ""
        return self._made(
            ("country", comparable(text or code)), text or code, "country", at, country=code.upper()
        )

    def region(self, name: str, country: str, at: int) -> str:
        """The id of a region within a country."""
        return self._made(("region", comparable(name), country), name, "region", at, country)

    def town(self, name: str, country: str, region: str, point: tuple[str, str], at: int) -> str:
        """The id of a town within a country."""
        whole = country
        if region:
            whole = self.region(region, country, at)
        own = (point[0], point[1]) if any(point) else ("", "")
        return self._made(("town", comparable(name), whole), name, "town", at, whole, "", *own)

    def point(self, latitude: str, longitude: str, country: str, at: int) -> str:
        """The id of a point of the map that has no name."""
        name = f"{latitude}, {longitude}"
        return self._made(("point", name), name, "point", at, country, "", latitude, longitude)

    def _made(
        self,
        key: tuple[str, ...],
        name: str,
        kind: str,
        at: int,
        part_of: str = "",
        country: str = "",
        latitude: str = "",
        longitude: str = "",
    ) -> str:
        known = self._ids.get(key)
        if known is not None:
            return known
        made = f"place-{slug(name)}"
        if made in self.all:
            made = f"{made}-{digest('|'.join(key))}"
        self._ids[key] = made
        self.all[made] = Place(made, name, kind, at, part_of, country, latitude, longitude)
        return made
