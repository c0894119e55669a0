"""Give every entity and place of mapped files its id: the one that a store has for it, or its own.

An organisation that a store holds from another data set is known by its id, an official number or
a name that only one has. All others get readable ids, which do not depend on the order of rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from graphkit.model import SCHEMES, Node
from graphkit.model.naming import names
from graphkit.model.wording import counted
from graphkit.sources.known_organisations import KnownOrganisations, comparable
from graphkit.sources.mapping.cells.readable_ids import ids_of, slug
from graphkit.sources.mapping.rows.drafts import Drafts
from graphkit.sources.mapping.rows.entities import TOLD_APART, Entity
from graphkit.sources.problem_texts import bare

_SHOWN = 3


def give_ids(drafts: Drafts, dataset: str, known: KnownOrganisations) -> None:
    """Give every entity and place its id.

    An id that holds beyond the file is kept, and an official number makes one; else the name does.
    A number that is all there is gets the name of the data set, because another file would number
    others so.

    Parameters
    ----------
    drafts : Drafts
        What the rows state.
    dataset : str
        The name of the data set.
    known : KnownOrganisations
        The organisations of a store.
    """
    drafts.store_kinds = frozenset(kind.id for kind in known.kinds)
    found: dict[str, Entity] = {}
    called = Counter(comparable(each.name) for each in drafts.entities if not each.layer)
    shared = {name for name, count in called.items() if count > 1}
    for entity in drafts.entities if known.any_of_names else ():
        if (node := _known(entity, dataset, known, shared)) is not None:
            first = found.setdefault(node.id, entity)
            _join(entity, first, node, known)
    left = [*(entity for entity in drafts.entities if not entity.id), *drafts.places]
    wanted = [
        (
            _wanted(each, dataset),
            "|".join(each.key or ("", each.name)) + each.layer + ("group" if each.apart else ""),
        )
        if isinstance(each, Entity)
        else (f"place-{slug(each.name)}", "|".join(each.key))
        for each in left
    ]
    for each, key in zip(left, ids_of(wanted, known.ids | found.keys()), strict=True):
        each.id = key


def of_ids_alone(drafts: Drafts) -> str:
    """The remark on ids that rows refer to and that none gives a name, where others have names."""
    keyed = [each for each in drafts.entities if each.key is not None and each.key[0] == "id"]
    named = {each.layer for each in keyed if each.key is not None and each.name != each.key[1]}
    alone = [
        bare(each.name)
        for each in keyed
        if each.layer in named
        and each.key is not None
        and each.name == each.key[1]
        and not drafts.entities.is_named(each)
    ]
    if not alone:
        return ""
    shown = ", ".join(alone[:_SHOWN]) + (", …" if len(alone) > _SHOWN else "")
    have = "has no name" if len(alone) == 1 else "have no names"
    return f"{counted(len(alone), 'id')} {have} in the files: {shown}"


def _wanted(entity: Entity, dataset: str) -> str:
    scheme, text = entity.key or ("", "")
    if scheme == TOLD_APART:
        return slug(text)
    if scheme in SCHEMES:
        return f"{scheme}-{slug(text)}"
    if scheme and entity.own_id:
        kept = "-".join(text.replace("|", " ").split())[:150]
        kind = entity.values.get("kind", entity.default_kind) or "id"
        return f"{kind}-{kept}" if kept.isdecimal() else kept
    if not any(map(str.isalpha, entity.name)):
        return f"{slug(dataset)}-{slug(entity.name)}"
    return slug(entity.name)


def _known(
    entity: Entity, dataset: str, known: KnownOrganisations, shared: Collection[str]
) -> Node | None:
    """The organisation of the store that an entity is; shared: the names of several entities."""
    if entity.layer in ("declaration", "collaboration") or entity.apart:
        return None
    numbers = {scheme: entity.values[scheme] for scheme in SCHEMES if scheme in entity.values}
    own_id = _wanted(entity, dataset) if entity.key and entity.own_id else None
    if own_id is None and entity.key and comparable(entity.name) in shared:
        own_id = f"|{entity.key[1]}"  # no id, so that only a number counts, and no name
    found = known.match(entity.name, numbers, own_id)
    return found or known.stated_before(None if entity.key else entity.name, numbers)


def _join(entity: Entity, first: Entity, node: Node, known: KnownOrganisations) -> None:
    """Give an entity the id of a node; `first` is the first of all entities that are that node."""
    entity.id = node.id
    if known.refers(entity.name, node):
        entity.name = node.name
    elif node.id in known.ids and comparable(entity.name) != comparable(node.name):
        entity.aliases.setdefault(entity.name)  # the name that stands is one that both share
        entity.name = node.name
    called = {comparable(name) for name in (first.name, *first.aliases)}
    if entity is not first:
        entity.repeats = True
        first.values = entity.values | first.values
        first.places = entity.places | first.places
        first.attributes = entity.attributes | first.attributes
        for name in (entity.name, *entity.aliases):
            if comparable(name) not in called:
                first.aliases.setdefault(name)
    elif called.isdisjoint(map(comparable, names(node))):
        entity.aliases.setdefault(node.name)  # only an official number says that both are the same
    first.values.setdefault("kind", node.kind or "")
