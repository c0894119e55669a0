"""`HeldPairs`: pairs in the tables of an engine, numbered, and what passes along them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import cached_property, partial
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.engines.pairs import NO_ORGANISATION, NO_WEIGHT, TWO_WEIGHTS, Pairs, wrong_at

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


class HeldPairs(ABC):
    """Who is in which group, held by an engine. Organisations and groups have numbers.

    Parameters
    ----------
    pairs : Pairs
        The file that is read.

    Attributes
    ----------
    pairs : Pairs
        The file, with the scheme that it settles.
    organisations, groups : int
        How many there are.

    Notes
    -----
    The tables are `organisations` (node, id), numbered from 0 on in order of id; `members` (node,
    grp); `sizes` (grp, size, weight); and `links` (node, grp, weight), who is in a group with
    somebody else. What tells groups apart is of no type in particular.
    """

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = self._state(pairs)
        self._check()
        self.organisations, self.groups = self._number()

    def _number(self) -> tuple[int, int]:
        """Make the tables, and count organisations and groups."""
        self.keep(
            "organisations",
            "select (row_number() over (order by id) - 1)::integer as node, id "
            "from (select distinct id from stated)",
        )
        self.keep(
            "named",
            "select (row_number() over (order by layer, name) - 1)::integer as grp, layer, name, "
            "any_value(weight) as weight from stated where name is not null group by layer, name",
        )
        self._keep_members()
        self.keep(
            "sizes",
            "select grp, size, weight from named "
            "join (select grp, count(*) as size from members group by grp) using (grp)",
        )
        self.drop("named")
        self.keep(
            "links",
            "select node, grp, weight from members join sizes using (grp) where size > 1",
            along="grp",
        )
        counted = (self.rows(f"select count(*) from {name}") for name in ("organisations", "sizes"))
        organisations, groups = (int(rows[0][0]) for rows in counted)
        return organisations, groups

    def _keep_members(self) -> None:
        self.keep(
            "members",
            "select distinct node, grp from stated join organisations using (id) "
            "join named using (layer, name)",
            along="grp",
        )

    @abstractmethod
    def _state(self, pairs: Pairs) -> Pairs:
        """Have what the file says as the view `stated` (id, layer, name, weight, place).

        The place of a row counts from 0; the layer is "" and the weight 1 where there is none. What
        is given back has a scheme, also where the file is at an address.
        """

    @abstractmethod
    def keep(self, name: str, query: str, *, along: str = "") -> None:
        """Keep what a query finds as a table of that name, best in order of the column `along`."""

    @abstractmethod
    def drop(self, name: str) -> None:
        """Let a table go."""

    @abstractmethod
    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a small result."""

    @abstractmethod
    def columns(self, query: str) -> dict[str, Any]:
        """The columns of a result, as arrays by name."""

    @abstractmethod
    def given(self, name: str, **columns: npt.NDArray[Any]) -> AbstractContextManager[None]:
        """Have arrays as a table of that name, with the column `node` beside them."""

    def vector(self, query: str) -> Floats:
        """One number for each organisation, from rows of node and value; 0 where there is none."""
        found = self.columns(query)
        result = np.zeros(self.organisations)
        result[found["node"]] = found["value"]
        return result

    def passed(
        self, fold: str, columns: Mapping[str, npt.NDArray[Any]], *, weighed: bool = False
    ) -> dict[str, Any]:
        """Pass values to groups and back: what each organisation in a group gets.

        Parameters
        ----------
        fold : {"sum", "min", "bit_or"}
            How a group makes one value of its members' values, and an organisation one of those of
            its groups.
        columns : mapping of str to ndarray, shape (organisations,)
            The values by name, all passed at once.
        weighed : bool, default False
            Whether a group passes its value times its weight.

        Returns
        -------
        dict of str to ndarray
            The numbers of organisations as `node`, and beside them what each got, by name.
        """
        # Zeros would add no bits, and most values of a search are zeros.
        some = f" where {' or '.join(f'{name} <> 0' for name in columns)}" * (fold == "bit_or")
        factor = "weight * " if weighed else ""
        there = ", ".join(f"{fold}({name}) as {name}" for name in columns)
        back = ", ".join(f"{fold}({factor}{name}) as {name}" for name in columns)
        with self.given("sent", **columns):
            return self.columns(
                f"with folded as (select grp, {there} from links join (select * from sent{some}) "
                f"using (node) group by grp) select node, {back} from links join folded "
                "using (grp) group by node"
            )

    def ids(self) -> list[str]:
        """The ids of the organisations, in order."""
        found: list[str] = self.columns("select id from organisations order by node")["id"].tolist()
        return found

    def flow(self, values: Floats, *, weighed: bool) -> Floats:
        """What each organisation gets when each sends its value along each of its ties.

        Values go to the groups and back, and what comes back to its own sender is taken off.
        Unweighted, who shares k groups would get a value k times, so k - 1 are taken off.
        """
        passed = self.passed("sum", {"value": values}, weighed=weighed)
        got = np.zeros(self.organisations)
        got[passed["node"]] = passed["value"]
        got -= (self._weight_of_own if weighed else self._number_of_own) * values
        if not weighed:
            got -= self.repeated(values)
        return got

    def inflow(self, *, weighed: bool) -> Callable[[Floats], Floats]:
        """`flow`, for many rounds: an engine may prepare them."""
        return partial(self.flow, weighed=weighed)

    def repeated(self, values: Floats) -> Floats:
        """What each gets too often: k - 1 times the value of who shares k > 1 groups with it."""
        if not self._repeats:
            return np.zeros(self.organisations)
        with self.given("sent", value=values):
            return self.vector(
                "select node, sum(often * value) as value from (select node as other, value "
                "from sent) join repeats using (other) group by node"
            )

    def own(self, metric: str) -> Floats:
        """A metric that this engine computes in a way of its own; shape (organisations,)."""
        raise NotImplementedError(metric)

    @cached_property
    def _number_of_own(self) -> Floats:
        return self.vector("select node, count(*)::double as value from links group by node")

    @cached_property
    def _weight_of_own(self) -> Floats:
        return self.vector("select node, sum(weight) as value from links group by node")

    @cached_property
    def _repeats(self) -> int:
        """Make the table of pairs that share k > 1 groups, with k - 1; how many there are."""
        self.keep(
            "several",
            "select node, grp from links join "
            "(select node from links group by node having count(*) > 1) using (node)",
        )
        self.keep(
            "repeats",
            "with pairs as (select a.node as one, b.node as two, count(*) - 1 as often "
            "from several a join several b on a.grp = b.grp and a.node < b.node "
            "group by all having count(*) > 1) select one as node, two as other, often from pairs "
            "union all select two, one, often from pairs",
        )
        self.drop("several")
        return int(self.rows("select count(*) from repeats")[0][0])

    @cached_property
    def components(self) -> Integers:
        """The component of each organisation, numbered in order of their first organisations.

        In each round an organisation, and the one whose number it has taken so far, take the least
        number in its groups, and numbers of numbers are followed to their ends. Paths of any length
        need few rounds.
        """
        least = np.arange(self.organisations, dtype=np.int64)
        while True:
            found = self.passed("min", {"value": least})
            new = least.copy()
            nodes, low = found["node"], found["value"]
            np.minimum.at(new, least[nodes], low)
            new[nodes] = np.minimum(new[nodes], low)
            while (new[new] != new).any():
                new = new[new]
            if (new == least).all():
                return np.unique(least, return_inverse=True)[1].astype(np.int64)
            least = new

    def _check(self) -> None:
        """Raise InvalidData where a row says what cannot be."""
        # In a `where` the statistics of the file would decide, and these leave out what is NaN.
        for query, what in (
            ("select min(place) from stated where id is null", NO_ORGANISATION),
            (
                "select min(place) filter (where name is not null and not "
                "coalesce(weight > 0 and weight < 'infinity'::double, false)) from stated",
                NO_WEIGHT,
            ),
            (
                "select min(place) from (select max(place) as place from stated where name is not "
                "null group by layer, name having min(weight) < max(weight))",
                TWO_WEIGHTS,
            ),
        ):
            place = self.rows(query)[0][0]
            if place is not None:
                raise wrong_at(self.pairs, int(place), what)
