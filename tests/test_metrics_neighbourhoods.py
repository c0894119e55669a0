"""Core numbers and local clustering, of a network worked out by hand."""

from __future__ import annotations

import graphkit
from graphkit import Network
from tests.networks import dataset

CLUSTERING = (1, 1, 4 / 6, 4 / 6, 1 / 3, 0, 0)


def test_the_core_and_the_neighbours_of_each_are_as_worked_out_by_hand() -> None:
    # a, b, c and d are all tied; e is tied to c and d, f to e alone, and g to nobody. So c has the
    # neighbours a, b, d and e, of whose 6 pairs a-b, a-d, b-d and d-e are tied.
    took_part = [(each, "clique") for each in "abcd"]
    network = Network.of(
        dataset("a b c d e f g", took_part=took_part, ties=[("c", "e"), ("d", "e"), ("e", "f")])
    )
    for engine in ("local", "duckdb"):  # the tests of the others compare with these
        for name, expected in (
            ("core-number", {"a": 3, "b": 3, "c": 3, "d": 3, "e": 2, "f": 1, "g": 0}),
            ("local-clustering", dict(zip("abcdefg", CLUSTERING, strict=True))),
        ):
            found = graphkit.rank(network, name, engine=engine)
            ids = [each.id for each in found.organisations]
            assert dict(zip(ids, found.values[name], strict=True)) == expected
