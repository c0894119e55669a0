"""Which category each organisation is of: its sector, kind or place, or what somebody says of it.

An organisation of which the category is not known has none; this is not a category of its own, and
measures by category keep such organisations apart and count them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.model import UsageError
from graphkit.model.own_columns import PREFIX, in_words
from graphkit.model.wording import meant
from graphkit.network import Network
from graphkit.network.conditions import own_column
from graphkit.network.places import places_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ATTRIBUTES = ("sector", "kind", "place")
"""The attributes by which organisations fall into categories; `member:CLUSTER` is another, and so
is each column of one's own.
"""

MEMBER = "member:"

MOST_CATEGORIES = 500
"""A column of one's own with more values than this does not sort organisations into categories."""

UNKNOWN_APART = "organisations without a known category are kept apart and counted"
"""What the catalogue says of measures by category."""


@dataclass(frozen=True)
class Categories:
    """The category of each of n organisations, in the order of the two-mode form.

    Attributes
    ----------
    by : str
        The attribute.
    names : tuple of str, length c
        The categories that occur, sorted.
    codes : ndarray of int64, shape (n,)
        The position in `names` of each organisation's category; -1 where it is not known.

    Examples
    --------
    >>> found = Categories.of("sector", ["research", "", "business"])
    >>> found.names, found.codes.tolist()
    (('business', 'research'), [1, -1, 0])
    """

    by: str
    names: tuple[str, ...]
    codes: npt.NDArray[np.int64]

    @classmethod
    def of(cls, by: str, values: list[str]) -> Categories:
        """Make the categories from texts.

        Parameters
        ----------
        by : str
            The attribute.
        values : list of str, length n
            The category of each organisation; "" where it is not known.

        Returns
        -------
        Categories
            The categories.
        """
        names = tuple(sorted(set(values) - {""}))
        index = {name: position for position, name in enumerate(names)} | {"": -1}
        return cls(by, names, np.array([index[value] for value in values], dtype=np.int64))

    @property
    def known(self) -> npt.NDArray[np.bool_]:
        """Which organisations have a known category, shape (n,)."""
        known: npt.NDArray[np.bool_] = self.codes >= 0
        return known

    def name(self, position: int) -> str | None:
        """Name the category of an organisation.

        Parameters
        ----------
        position : int
            Its position in the two-mode form.

        Returns
        -------
        str or None
            The category; None where it is not known.
        """
        code = int(self.codes[position])
        return None if code < 0 else self.names[code]

    def indicator(self) -> csr_array:
        """Return the matrix of which organisation is in which category.

        Returns
        -------
        scipy.sparse.csr_array, shape (n, c)
            1 where an organisation has a category.
        """
        from scipy.sparse import csr_array

        rows = np.flatnonzero(self.known)
        shape = (len(self.codes), len(self.names))
        return csr_array((np.ones(len(rows)), (rows, self.codes[rows])), shape=shape)

    def ends(self, ties: csr_array) -> npt.NDArray[np.float64]:
        """Count the ends of ties by the categories at both ends.

        Parameters
        ----------
        ties : scipy.sparse.csr_array, shape (n, n)
            1 where two organisations are tied; symmetric.

        Returns
        -------
        ndarray of float, shape (c, c)
            The ties between two categories and, on the diagonal, twice those within one.
        """
        indicator = self.indicator()
        return np.asarray((indicator.T @ ties @ indicator).toarray())


def categories(network: Network, by: str | Mapping[str, str] = "sector") -> Categories:
    """Sort the organisations of a network into categories.

    Parameters
    ----------
    network : Network
        The network as selected.
    by : str or mapping of str to str, default "sector"
        `sector`, `kind`, `place`, `member:CLUSTER` (in that cluster or outside it), a column of
        one's own with or without its `x_`, or a mapping of ids to categories.

    Returns
    -------
    Categories
        The category of every organisation that stands in the network. Not known are: a sector,
        place or value of a column that is not stated, the kind Other, a place or value where
        several are stated, and what a mapping leaves out or leaves blank.

    Raises
    ------
    UsageError
        If `by` is neither text nor a mapping to text, the attribute or an organisation is unknown,
        a cluster has no members here, or a column
        has more than 500 values.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> found = categories(Network.of(read_sample()), "sector")
    >>> found.names
    ('business', 'civil', 'public', 'research', 'support')
    >>> int(found.known.sum()), len(found.codes)
    (47, 48)
    """
    ids = network.two_mode.organisations
    if not isinstance(by, str | Mapping):
        raise UsageError(f"`by` {by!r}: give an attribute or a mapping of ids to categories")
    if not isinstance(by, str):
        for key, name in by.items():
            if not isinstance(name, str | None):
                raise UsageError(f"`by` has {name!r} for {key}; give categories as text")
        if unknown := sorted(set(by) - set(network.index)):
            raise UsageError(f"the mapping names {unknown[0]}, which is not an organisation's id")
        return Categories.of("mapping", [by.get(each) or "" for each in ids])
    if by.casefold().startswith(MEMBER):
        return _membership(network, by[len(MEMBER) :].strip())
    attribute = by.strip().casefold()
    if attribute == "place":
        places = _places(network)
        return Categories.of(attribute, [places.get(each, "") for each in ids])
    if attribute not in ATTRIBUTES:
        if (column := own_column(attribute, network.own_columns)) is not None:
            return _of_column(network, column)
        own = (each.removeprefix(PREFIX) for each in network.own_columns)
        known = (*ATTRIBUTES, f"{MEMBER}CLUSTER", *own)
        raise UsageError(f"organisations have no attribute {by}; {meant(by, known)}")
    values = []
    for each in ids:
        node = network.organisations[network.index[each]]
        if attribute == "kind":
            values.append("" if node.kind in (None, "Other") else str(node.kind_shown))
        else:
            values.append(str(node.properties.get("sector") or ""))
    return Categories.of(attribute, values)


def _of_column(network: Network, column: str) -> Categories:
    """Each value of a column of one's own is a category; an organisation with several has none."""
    values = []
    for each in network.two_mode.organisations:
        stated = network.organisations[network.index[each]].properties.get(column)
        listed = stated if isinstance(stated, list) else [] if stated is None else [stated]
        listed = [*dict.fromkeys(listed)]
        values.append(in_words(listed[0]) if len(listed) == 1 else "")
    short = column.removeprefix(PREFIX)
    found = Categories.of(column if short in ATTRIBUTES else short, values)
    if len(found.names) > MOST_CATEGORIES:
        raise UsageError(
            f"{found.by} has {len(found.names):,} values here, and at most {MOST_CATEGORIES} can "
            "be categories; name another attribute"
        )
    return found


def _membership(network: Network, reference: str) -> Categories:
    """Two categories; the cluster's own node, which stands in its group, is in it."""
    cluster = network.organisation(reference)
    form = network.two_mode
    for column, group in enumerate(form.groups):
        if (group.layer, group.id) == ("membership", cluster.id):
            inside = set(form.members[0][form.members[1] == column].tolist())
            names = (f"in {cluster.name}", f"outside {cluster.name}")
            return Categories.of(
                f"{MEMBER}{cluster.id}",
                [names[position not in inside] for position in range(len(form.organisations))],
            )
    raise UsageError(f"{cluster.name} has no members in this selection; name a cluster that has")


def _places(network: Network) -> dict[str, str]:
    """The names of the places that organisations are known to be in, where there is only one.

    A place that it is known to have left, or not yet come to, at the selected date does not count.
    """
    found = places_of(network, network.selection)
    single = {each: next(iter(places)) for each, places in found.items() if len(places) == 1}
    names = {place: network.nodes["Place", place].name for place in set(single.values())}
    # Two places of one name are two places.
    shared = defaultdict(list)
    for place, name in names.items():
        shared[name].append(place)
    return {
        each: names[place] if len(shared[names[place]]) == 1 else f"{names[place]} ({place})"
        for each, place in single.items()
    }
