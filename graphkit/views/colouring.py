"""Colour and shape by another attribute than the kind: a sector, a place, a column of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.metrics import find_communities
from graphkit.metrics.organisation_categories import ATTRIBUTES, Categories, categories
from graphkit.model import UsageError
from graphkit.model.own_columns import PREFIX, ValueType, in_words
from graphkit.network import Network
from graphkit.network.conditions import own_column
from graphkit.views.marks import NOT_STATED, Mark, category_marks

KIND = "kind"
"""The attribute that decides unless another is named."""

MOST = 40
"""More categories than this cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Colouring:
    """What the marks of a view stand for.

    Attributes
    ----------
    name : str
        The attribute: a column, or `member` for a cluster.
    title : str
        What it is called, when that is not a word of the vocabulary; or "".
    of : mapping of str to str
        The category of each organisation by id; "" where it is not stated.
    marks : mapping of str to Mark
        The mark of each category, in the order of the legend; that of "" comes last.
    section : str
        The section of the messages that has the names of the categories; "" if they are data.
    """

    name: str
    title: str
    of: Mapping[str, str]
    marks: Mapping[str, Mark]
    section: str = ""


COMMUNITY = "community"
_MOST_COMMUNITIES, _LEAST_MEMBERS = 12, 3
"""Smaller communities, or beyond this number, share a mark with those without ties."""


def colouring(
    network: Network, by: str, order: Sequence[str] = (), ranked: bool = True
) -> Colouring | None:
    """What marks stand for when organisations are coloured by an attribute; None for their kind.

    order: the ids of the organisations, the best connector first, by whom communities are named;
    ranked: whether they may be, or else are numbered.

    Raises UsageError when there is no such attribute, or too many categories.

    An organisation with several values in a column of one's own is in the category of all of them.
    """
    if by.strip().casefold() == KIND:
        return None
    attribute = by.strip().casefold()
    if attribute == COMMUNITY and COMMUNITY not in network.own_columns:
        return _communities(network, order, ranked)
    own = None if attribute in ATTRIBUTES else own_column(attribute, network.own_columns)
    if own is not None:
        found = _of_column(network, own)
        name, title = own, own_label(own)
        section = "page" if network.own_columns[own] is ValueType.YES_NO else ""
    else:
        found = categories(network, by)
        name, _, cluster = found.by.partition(":")
        title = "" if name in ATTRIBUTES else network.organisation(cluster).name
        section = "sector" if name == "sector" else ""
    if len(found.names) > MOST:
        raise UsageError(
            f"`colour` {by}: {len(found.names):,} categories cannot be told apart; name an "
            f"attribute with at most {MOST}"
        )
    ids = network.two_mode.organisations
    of = {each: found.name(at) or "" for at, each in enumerate(ids)}
    return Colouring(name, title, of, category_marks(found.names) | {"": NOT_STATED}, section)


def _communities(network: Network, order: Sequence[str], ranked: bool) -> Colouring:
    """The communities of a network as categories, the largest first."""
    place = {name: at for at, name in enumerate(order)}
    of: dict[str, str] = {}
    names: list[str] = []
    for number, community in enumerate(find_communities(network).communities, 1):
        members = [each.organisation for each in community.members]
        if len(members) < _LEAST_MEMBERS or len(names) == _MOST_COMMUNITIES:
            continue
        best = min(members, key=lambda each: (place.get(each.id, len(place)), each.id))
        name = best.name if ranked else str(number)
        # Two best connectors may have one name.
        name = f"{name} ({best.id})" if name in names else name
        names.append(name)
        of |= {each.id: name for each in members}
    return Colouring(COMMUNITY, "", of, category_marks(names) | {"": NOT_STATED})


def own_label(name: str) -> str:
    """What a column of one's own is called.

    >>> own_label("x_topic_area")
    'Topic area'
    """
    text = name.removeprefix(PREFIX).replace("_", " ")
    return text[:1].upper() + text[1:]


def _of_column(network: Network, column: str) -> Categories:
    values = []
    for each in network.two_mode.organisations:
        stated = network.organisations[network.index[each]].properties.get(column)
        values.append("" if stated is None else in_words(stated))
    return Categories.of(column, values)
