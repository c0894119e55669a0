"""The rules by which facts become a network; every expectation is worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model import StoreError, UsageError, parse_period
from graphkit.network import Network, Standing, summarise
from tests.networks import dataset


def edges(network: Network) -> dict[tuple[str, str], float]:
    return {(a, b): weight for a, b, weight in network.graph().edges(data="weight")}


def test_organisations_that_share_a_declaration_are_tied():
    network = Network.of(dataset("a b c d", signed=[("a", "x"), ("b", "x"), ("c", "x")]))
    assert set(edges(network)) == {("a", "b"), ("a", "c"), ("b", "c")}


def test_an_organisation_without_facts_is_a_node():
    network = Network.of(dataset("a b c", signed=[("a", "x"), ("b", "x")]))
    assert list(network.graph()) == ["a", "b", "c"]


def test_a_cluster_is_tied_to_its_members_and_they_to_each_other():
    network = Network.of(
        dataset({"k": "Cluster", "a": "Company", "b": "Company"}, members=[("a", "k"), ("b", "k")])
    )
    assert set(edges(network)) == {("a", "b"), ("a", "k"), ("b", "k")}


def test_a_tie_is_a_group_of_two_and_its_weight_multiplies():
    network = Network.of(dataset("a b c", ties=[("a", "b", {"weight": 3}), ("b", "c")]))
    assert edges(network.select(weight="count")) == {("a", "b"): 3.0, ("b", "c"): 1.0}


def test_shared_groups_are_counted_and_several_facts_in_one_group_are_not():
    network = Network.of(
        dataset(
            "a b c",
            signed=[("a", "x"), ("b", "x"), ("a", "y"), ("b", "y"), ("c", "y")],
            took_part=[("a", "p", {"role": "host"}), ("a", "p", {"role": "speaker"}), ("b", "p")],
        )
    )
    assert edges(network)["a", "b"] == 3
    assert edges(network)["a", "c"] == 1


def test_newman_weighs_a_group_by_its_size_less_one():
    network = Network.of(
        dataset("a b c", signed=[("a", "x"), ("b", "x"), ("c", "x"), ("a", "y"), ("b", "y")])
    ).select(weight="newman")
    assert edges(network) == {("a", "b"): 1 / 2 + 1, ("a", "c"): 1 / 2, ("b", "c"): 1 / 2}
    assert network.graph()["a"]["c"]["distance"] == 2


def test_a_part_counts_as_its_whole_unless_parts_are_separate():
    network = Network.of(
        dataset(
            {"u": "University", "f": "Faculty", "a": "Company"},
            took_part=[("f", "p"), ("a", "p")],
            parts=[("f", "u")],
        )
    )
    assert set(edges(network)) == {("a", "u")}
    assert list(network.graph()) == ["a", "u"]
    assert set(edges(network.select(parts="separate"))) == {("a", "f")}


def test_a_part_of_a_part_counts_as_the_topmost_whole():
    network = Network.of(
        dataset("a d f u", took_part=[("d", "p"), ("a", "p")], parts=[("d", "f"), ("f", "u")])
    )
    assert set(edges(network)) == {("a", "u")}


def test_a_group_with_members_of_its_own_never_counts_as_its_whole():
    network = Network.of(
        dataset(
            {"k": "Cluster", "g": "WorkingGroup", "a": "Company", "b": "Company"},
            members=[("a", "g"), ("b", "k")],
            parts=[("g", "k")],
        )
    )
    assert set(edges(network)) == {("a", "g"), ("b", "k")}


def test_a_part_that_was_none_at_the_date_stands_for_itself():
    facts = dataset(
        "a f u",
        took_part=[("f", "p"), ("a", "p")],
        parts=[("f", "u", {"start": "2012", "end": ".."})],
    )
    network = Network.of(facts)
    assert set(edges(network.select(at="2011"))) == {("a", "f")}
    assert set(edges(network.select(at="2013"))) == {("a", "u")}


def test_rings_of_parts_that_two_data_sets_state_together_end_at_the_first_by_id():
    network = Network.of(
        dataset("a b c", took_part=[("b", "p"), ("c", "p")], parts=[("a", "b"), ("b", "a")])
    )
    assert list(network.graph()) == ["a", "c"]
    assert set(edges(network)) == {("a", "c")}


def test_kinds_and_sectors_select_nodes_while_groups_remain():
    network = Network.of(
        dataset(
            {"k": "Cluster", "a": "Company", "u": "University"}, members=[("a", "k"), ("u", "k")]
        )
    )
    assert set(edges(network.select(kind=["Company", "University"]))) == {("a", "u")}
    assert list(network.select(sector="research").graph()) == ["u"]


def test_the_two_mode_graph_has_organisations_and_groups():
    graph = Network.of(dataset("a b", signed=[("a", "x"), ("b", "x")])).graph(two_mode=True)
    assert set(graph.edges) == {("a", "declaration x"), ("b", "declaration x")}
    assert nx.is_bipartite(graph)
    assert graph.nodes["declaration x"]["name"] == "X"
    assert graph.nodes["declaration x"]["layer"] == "declaration"
    sides = nx.get_node_attributes(graph, "bipartite")
    assert sides == {"a": 0, "b": 0, "declaration x": 1}


def test_facts_of_unknown_standing_count_unless_excluded():
    network = Network.of(
        dataset("a b c", ties=[("a", "b", {"start": "2010", "end": ".."}), ("b", "c")])
    )
    included = network.select(at="2014")
    assert set(edges(included)) == {("a", "b"), ("b", "c")}
    assert included.counts()["unknown"] == 1
    assert set(edges(network.select(at="2014", unknown="exclude"))) == {("a", "b")}


@given(st.dates(), st.dates(), st.dates())
def test_what_is_certain_is_possible(start, end, day):
    start, end = sorted((start, end))
    cells = {"start": start.isoformat(), "end": end.isoformat()}
    network = Network.of(dataset("a b", ties=[("a", "b", cells)]))
    standing = network.facts.bounds.standing(parse_period(day.isoformat()))
    assert bool(standing[0] == Standing.IN_FORCE) == (start <= day <= end)
    assert standing[0] != Standing.UNKNOWN


def test_an_organisation_is_found_by_id_name_and_name_without_accents():
    network = Network.of(dataset("łódź b"))
    assert network.organisation("łódź").id == "łódź"
    assert network.organisation("Łódź").id == "łódź"
    assert network.organisation("LODZ").id == "łódź"


def test_an_unknown_organisation_brings_the_near_ones():
    with pytest.raises(UsageError, match=r"did you mean alpha \(Alpha\)"):
        Network.of(dataset("alpha beta")).organisation("alfa")


def test_organisations_that_count_as_their_wholes_are_counted():
    network = Network.of(dataset({"u": "University", "f": "Faculty"}, parts=[("f", "u")]))
    assert network.select(kind="Faculty").counts()["folded"] == 1
    assert network.select(kind="Faculty", parts="separate").counts()["folded"] == 0


def test_sums_are_taken_in_group_order_to_the_last_bit():
    ties = [("a", "b", {"weight": weight}) for weight in (0.1, 0.2, 0.3)]
    network = Network.of(dataset("a b", ties=ties))
    in_order = 0.0
    for weight in network.two_mode.weights.tolist():
        in_order += weight
    assert network.graph()["a"]["b"]["weight"] == in_order


@st.composite
def incidences(draw):
    organisations = [f"o{number}" for number in range(draw(st.integers(1, 8)))]
    pair = st.tuples(st.sampled_from(organisations), st.sampled_from("xyz"))
    # networkx refuses to project a graph of one mode alone, so there is a group at least.
    pairs = draw(st.sets(pair, min_size=1))
    return organisations, sorted(pairs)


@given(incidences(), st.sampled_from(["count", "newman"]))
def test_the_projection_equals_networkx_bipartite_projection(incidence, weight):
    organisations, pairs = incidence
    network = Network.of(dataset(" ".join(organisations), signed=pairs)).select(weight=weight)
    two_mode = network.graph(two_mode=True)
    project = {
        "count": nx.bipartite.weighted_projected_graph,
        "newman": nx.bipartite.collaboration_weighted_projected_graph,
    }[weight]
    expected = project(two_mode, organisations)
    ours = network.graph()
    assert set(ours) == set(expected)
    assert {frozenset(edge) for edge in ours.edges} == {frozenset(edge) for edge in expected.edges}
    for a, b, value in ours.edges(data="weight"):
        assert value == pytest.approx(expected[a][b]["weight"], rel=1e-12)


def test_each_place_in_a_group_knows_the_facts_that_state_it():
    network = Network.of(
        dataset(
            {"k": "Cluster", "a": "Company", "b": "Company", "f": "Faculty", "u": "University"},
            members=[("a", "k")],
            took_part=[("a", "p"), ("f", "p"), ("u", "p")],
            parts=[("f", "u")],
            ties=[("a", "b")],
        )
    )
    form = network.two_mode
    said = {}
    for row, pair in zip(*(column.tolist() for column in network.supports), strict=True):
        organisation, group = form.members[:, pair]
        place = (form.organisations[organisation], form.groups[group].layer)
        said[place] = said.get(place, 0) + 1
        assert network.facts.group[row] == form.groups[group].id
    # The faculty and its university state one place; the cluster is in its group by its member.
    assert said == {
        ("a", "membership"): 1,
        ("k", "membership"): 1,
        ("a", "collaboration"): 1,
        ("u", "collaboration"): 2,
        ("a", "tie"): 1,
        ("b", "tie"): 1,
    }


def test_what_is_taken_from_a_two_mode_form_is_weighed_anew():
    form = (
        Network.of(
            dataset(
                "a b c d",
                signed=[("a", "x"), ("b", "x"), ("c", "x"), ("d", "y")],
                ties=[("a", "b", {"weight": 3})],
            )
        )
        .select(weight="newman")
        .two_mode
    )
    assert form.weights.tolist() == [1 / 2, 1, 3]
    names = np.array(form.organisations)
    left = form.take(form.members[0] != 2, names != "d")
    assert left.organisations == ("a", "b", "c")
    assert [group.id for group in left.groups] == ["x", form.groups[2].id]
    assert left.members.tolist() == [[0, 0, 1, 1], [0, 1, 0, 1]]
    assert left.weights.tolist() == [1, 3]


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), 0.0, -3.0])
def test_a_weight_that_is_no_strength_is_told_with_its_fact(weight):
    # No table lets it pass, but somebody may have written it into the store.
    data = dataset("a b", ties=[("a", "b", {"weight": weight})])
    with pytest.raises(StoreError, match=r"the fact \w+ has the weight .* above 0; correct it"):
        Network.of(data)


def test_a_summary_counts_what_each_layer_holds():
    network = Network.of(
        dataset(
            {"a": "Company", "b": "Company", "c": "University"},
            signed=[("a", "x"), ("b", "x"), ("c", "x", {"source": "s", "observed": "2014"})],
            ties=[("a", "b", {"start": "2012-05", "end": ".."})],
        )
    )
    found = summarise(network)
    assert found.organisations == 3
    assert found.kinds == {"Company": 2, "University": 1}
    assert {layer: number for layer, number in found.layers.items() if number} == {
        "declaration": 3,
        "tie": 1,
    }
    assert {layer: number for layer, number in found.groups.items() if number} == {
        "declaration": 1,
        "tie": 1,
    }
    assert {status: number for status, number in found.statuses.items() if number} == {"stated": 4}
    assert found.nodes == {"Declaration": 1, "Source": 1}
    assert (found.first, found.last) == ("2012-05", "2014")
    assert found.sources == (("s", "s", 1),)
    # Its five nodes and its four facts, whatever is selected.
    assert found.datasets == summarise(network.select(layer="tie")).datasets == {"test": 9}
    # The most frequent first, of equals the first by name.
    assert list(found.kinds) == ["Company", "University"]


def test_an_organisation_that_another_program_wrote_without_a_kind_is_of_kind_other():
    data = dataset("a")
    (node,) = data.nodes
    network = Network.of(replace(data, nodes=(replace(node, kind=None),)))
    assert summarise(network).kinds == {"Other": 1}


def test_a_node_of_the_graph_says_what_the_organisation_is():
    network = Network.of(dataset({"a": "Company", "b": "Other"}, ties=[("a", "b")]))
    assert dict(network.graph().nodes(data=True)) == {
        "a": {"name": "A", "kind": "Company", "sector": "business"},
        "b": {"name": "B", "kind": "Other", "sector": ""},
    }


def test_a_part_of_a_two_mode_form_keeps_the_weights_of_its_groups():
    ties = [("a", "b", {"weight": 2}), ("c", "d", {"weight": 5})]
    form = Network.of(dataset("a b c d", ties=ties)).select(weight="count").two_mode
    part = form.part(np.array([False, False, True, True]))
    assert part.organisations == ("c", "d")
    assert part.weights.tolist() == [5]


def test_groups_of_one_id_in_two_layers_are_two_groups():
    network = Network.of(
        dataset("a b c", signed=[("a", "x"), ("b", "x")], took_part=[("b", "x"), ("c", "x")])
    )
    assert set(edges(network)) == {("a", "b"), ("b", "c")}


def test_facts_that_need_care_are_counted():
    dates = [
        {"start": "2011"},
        {"end": "2011"},
        {"observed": "2011"},
        {"start": "2011", "end": "2012"},
        {"end": ".."},
        {"status": "disputed", "source": "s"},
    ]
    network = Network.of(
        dataset("a b", ties=[("a", "b", {"kind": str(n), **each}) for n, each in enumerate(dates)])
    )
    # By hand: an open end alone dates nothing, so that the last two have no date.
    counts = network.counts()
    assert (counts["facts"], counts["undated"], counts["disputed"]) == (6, 2, 1)
    assert counts["unsourced"] == 5
