"""The order in which the words of a selection act. Expected values are by hand unless noted."""

from __future__ import annotations

import numpy as np
import pytest

from graphkit.metrics import impact_of, rank, rank_bands
from graphkit.network import Network
from tests.networks import dataset


def strengths(network: Network) -> dict[tuple[str, str], float]:
    return {(a, b): data["weight"] for a, b, data in network.graph().edges(data=True)}


def signing() -> Network:
    """A declaration x that a, b (companies), u and v (universities) signed, and y of a and b."""
    return Network.of(
        dataset(
            {"a": "Company", "b": "Company", "u": "University", "v": "University"},
            signed=[*((each, "x") for each in "abuv"), ("a", "y"), ("b", "y")],
        )
    )


@pytest.mark.parametrize("words", [{"kind": "Company"}, {"sector": "business"}])
def test_the_chosen_organisations_do_not_change_the_size_of_a_group(words):
    # Four signed x, and that stays so when two of them are looked at: 1/3 + 1.
    chosen = signing().select(weight="newman", **words)
    assert strengths(chosen) == {("a", "b"): pytest.approx(4 / 3)}


def test_the_selected_facts_settle_the_size_of_a_group():
    network = Network.of(
        dataset(
            "a b c",
            signed=[("a", "x"), ("b", "x"), ("c", "x", {"status": "disputed"})],
        )
    ).select(weight="newman", status="stated")
    assert strengths(network) == {("a", "b"): 1}


def test_parts_count_once_in_the_size_of_a_group():
    network = Network.of(
        dataset(
            {"u": "University", "f": "Faculty", "g": "Faculty", "a": "Company", "b": "Company"},
            parts=[("f", "u"), ("g", "u")],
            signed=[("f", "x"), ("g", "x"), ("a", "x"), ("b", "x")],
        )
    )
    whole = network.select(weight="newman", kind="Company")
    assert strengths(whole) == {("a", "b"): 1 / 2}
    separate = network.select(weight="newman", kind="Company", parts="separate")
    assert strengths(separate) == {("a", "b"): 1 / 3}


def test_a_group_s_own_organisation_counts_in_its_size_though_it_is_not_chosen():
    network = Network.of(
        dataset({"k": "Cluster", "a": "Company", "b": "Company"}, members=[("a", "k"), ("b", "k")])
    ).select(weight="newman", kind="Company")
    assert strengths(network) == {("a", "b"): 1 / 2}


def companies() -> Network:
    """Companies a, b and c that signed x with a university, and d and e with a tie of 0.6."""
    return Network.of(
        dataset(
            dict.fromkeys("abcde", "Company") | {"u": "University"},
            signed=[(each, "x") for each in "abcu"],
            ties=[("d", "e", {"weight": 0.6})],
        )
    ).select(weight="newman", kind="Company")


def test_who_leaves_makes_groups_smaller_and_who_was_not_chosen_does_not():
    network = companies()
    # Before, a has ties of 1/3 to b and to c. Then it has one of 1/2, as u still makes three.
    found = impact_of(network, [network.organisation("c")], by="strength")
    shifts = {each.organisation.id: (each.before, each.after) for each in found.shifts}
    assert shifts == {"a": (1, 3), "b": (1, 3), "d": (3, 1), "e": (3, 1)}
    values = {each.organisation.id: (each.value_before, each.value_after) for each in found.shifts}
    assert values["a"] == pytest.approx((2 / 3, 1 / 2))


def test_bands_take_the_sizes_of_the_whole_selection():
    network = Network.of(
        dataset(
            dict.fromkeys("abde", "Company") | {"u": "University", "v": "University"},
            signed=[(each, "x") for each in "abuv"],
            ties=[("d", "e", {"weight": 0.9})],
        )
    ).select(weight="newman", kind="Company")
    ranking = rank(network, by="strength")
    # d and e have 0.9, a and b 1/3; in a group of only a and b it would be 1.
    assert [node.id for node in ranking.organisations] == ["d", "e", "a", "b"]
    bands = rank_bands(network, ranking, draws=3, keep=1.0)
    assert bands.low == bands.high == (1, 1, 3, 3)


def test_a_detail_of_a_form_keeps_the_sizes_when_it_is_weighed_anew():
    form = signing().select(weight="newman").two_mode
    detail = form.part(np.array([each in "ab" for each in form.organisations]))
    again = detail.take(detail.members[0] >= 0)
    assert again.weights.tolist() == [1 / 3, 1]
