"""The rules by which facts become a network; every expectation is worked out by hand."""

from __future__ import annotations

from dataclasses import fields, replace
from inspect import signature

import click
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.cli.main import cli
from graphkit.model import StoreError, UsageError, parse_period
from graphkit.network import WORDS, Network, Selection, Standing, explain, summarise
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


def test_a_layer_selects_facts():
    network = Network.of(dataset("a b c", signed=[("a", "x"), ("b", "x")], ties=[("b", "c")]))
    assert set(edges(network.select(layer="tie"))) == {("b", "c")}
    assert len(network.select(layer="tie").graph()) == 3


def test_selecting_again_replaces_what_is_said_again():
    network = Network.of(dataset("a b c", signed=[("a", "x"), ("b", "x")], ties=[("b", "c")]))
    assert set(edges(network.select(layer="tie").select(layer="declaration"))) == {("a", "b")}


def test_selecting_again_keeps_what_was_said_before():
    network = Network.of(dataset("a b", signed=[("a", "x"), ("b", "x")], ties=[("a", "b")]))
    twice = network.select(layer="tie").select(weight="newman").select(status="stated")
    assert (twice.selection.layer, twice.selection.weight) == (("tie",), "newman")
    assert len(twice.facts) == 1


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ({"layer": "tie"}, {"layer": []}),
        ({"layer": "tie"}, {"layer": None}),
        ({"kind": "Company"}, {"kind": ()}),
        ({"sector": "research"}, {"sector": set()}),
        ({"status": "inferred"}, {"status": []}),
        ({"at": "2014"}, {"at": None}),
        ({"at": "2014", "unknown": "exclude"}, {"at": None, "unknown": None}),
        ({"weight": "newman"}, {"weight": None}),
        ({"parts": "separate"}, {"parts": None}),
        ({"backbone": True, "fdr": 0.2}, {"backbone": False}),
        ({"backbone": True, "fdr": 0.2}, {"backbone": None}),
        ({"backbone": True, "fdr": 0.2}, {"backbone": True, "fdr": None, "weight": "none"}),
    ],
)
def test_a_word_given_as_empty_or_off_undoes_an_earlier_one(before, again):
    network = Network.of(dataset("a b", signed=[("a", "x"), ("b", "x")], ties=[("a", "b")]))
    expected = {"backbone": True} if again.get("backbone") else {}
    undone = network.select(**before).select(**again).selection
    assert undone == Selection().refined(**expected)


def test_a_word_that_a_selection_lacks_is_named_with_the_nearest():
    with pytest.raises(UsageError, match=r"no setting layers; did you mean layer\?"):
        Network.of(dataset("a")).select(layers="tie")


def test_a_switch_takes_only_true_or_false():
    with pytest.raises(UsageError, match="`backbone` is a switch; give True or False, not 'no'"):
        Network.of(dataset("a")).select(backbone="no")


def test_a_year_may_be_a_number():
    assert Selection().refined(at=2014) == Selection().refined(at="2014")


def test_the_words_of_a_selection_are_the_keywords_and_the_options():
    command = cli.get_command(click.Context(cli), "rank")
    options = {name for each in command.params for name in each.opts}
    assert set(WORDS) == {each.name for each in fields(Selection)}
    assert {f"--{name.replace('_', '-')}" for name in WORDS} <= options
    assert list(WORDS) == list(signature(Network.select).parameters)[1:]
    assert "kind : tuple of str\n    Only organisations of this kind as nodes." in Selection.__doc__


def test_the_two_mode_graph_has_organisations_and_groups():
    graph = Network.of(dataset("a b", signed=[("a", "x"), ("b", "x")])).graph(two_mode=True)
    assert set(graph.edges) == {("a", "declaration x"), ("b", "declaration x")}
    assert nx.is_bipartite(graph)
    assert graph.nodes["declaration x"]["name"] == "X"
    assert graph.nodes["declaration x"]["layer"] == "declaration"


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


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ({"layer": "declarations"}, "did you mean declaration?"),
        ({"kind": "Compny"}, "did you mean Company?"),
        ({"at": "2014-13"}, "there is no month 13"),
        ({"at": "2014/2010"}, "ends before it begins"),
        ({"weight": "x"}, "use none, count, newman"),
    ],
)
def test_a_wrong_word_is_named_with_the_nearest_right_one(words, hint):
    with pytest.raises(UsageError) as caught:
        Network.of(dataset("a")).select(**words)
    assert hint in str(caught.value)


def test_an_organisation_is_found_by_id_name_and_name_without_accents():
    network = Network.of(dataset("łódź b"))
    assert network.organisation("łódź").id == "łódź"
    assert network.organisation("Łódź").id == "łódź"
    assert network.organisation("LODZ").id == "łódź"


def test_an_unknown_organisation_brings_the_near_ones():
    with pytest.raises(UsageError, match=r"did you mean alpha \(Alpha\)"):
        Network.of(dataset("alpha beta")).organisation("alfa")


def test_an_explanation_gives_each_group_its_facts_and_sources():
    network = Network.of(
        dataset(
            "a b c",
            signed=[("a", "x", {"source": "s", "start": "2014"}), ("b", "x"), ("c", "x")],
            ties=[("a", "b")],
        )
    )
    explanation = explain(network, network.organisation("a"))
    assert [reason.group.key.split()[0] for reason in explanation.reasons] == ["declaration", "tie"]
    assert [other.id for other in explanation.reasons[0].others] == ["b", "c"]
    (statement,) = explanation.reasons[0].member.statements
    assert str(statement.citations[0]) == "s (p1)"
    assert explanation.tied == 2


def test_a_representative_is_named_and_not_tied():
    network = Network.of(
        dataset("k r u", signed=[("k", "x", {"representedById": "r"}), ("u", "x")])
    )
    explanation = explain(network, network.organisation("r"))
    assert explanation.tied == 0
    assert [(group.id, fact.organisation) for group, fact in explanation.represented] == [
        ("x", "k")
    ]


def test_a_part_that_represents_does_so_for_its_whole():
    network = Network.of(
        dataset(
            "f k u w", signed=[("k", "x", {"representedById": "f"}), ("w", "x")], parts=[("f", "u")]
        )
    )
    for asked in "fu":
        explanation = explain(network, network.organisation(asked))
        assert [group.id for group, _ in explanation.represented] == ["x"]


def test_a_membership_of_one_who_is_no_node_is_no_fact_of_the_group():
    network = Network.of(dataset({"k": "Cluster", "a": "Company"}, members=[("a", "k")]))
    clusters = network.select(kind="Cluster")
    assert clusters.counts()["facts"] == 0
    assert explain(clusters, clusters.organisation("k")).reasons == ()


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


def test_the_facts_of_a_part_explain_its_whole():
    network = Network.of(dataset("a f u", took_part=[("f", "p"), ("a", "p")], parts=[("f", "u")]))
    (reason,) = explain(network, network.organisation("u")).reasons
    assert reason.member.statements[0].organisation == "f"


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


def test_a_selection_is_told_in_words():
    assert str(Selection()) == "everything"
    said = Selection().refined(
        kind=["Company", "University"], at="2014-11", layer="tie", parts="separate"
    )
    assert str(said) == (
        "layer tie, kind Company|University, at 2014-11, unknown dates included, parts separate"
    )


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


def test_a_node_of_the_graph_says_what_the_organisation_is():
    network = Network.of(dataset({"a": "Company", "b": "Other"}, ties=[("a", "b")]))
    assert dict(network.graph().nodes(data=True)) == {
        "a": {"name": "A", "kind": "Company", "sector": "business"},
        "b": {"name": "B", "kind": "Other", "sector": ""},
    }


def test_a_statement_says_its_span_and_its_sources():
    data = dataset("a b", ties=[("a", "b", {"start": "2012-05", "source": "s"})])
    nodes = [
        replace(each, properties=each.properties | {"published": "2014", "url": "http://x.pl"})
        if each.label == "Source"
        else each
        for each in data.nodes
    ]
    network = Network.of(replace(data, nodes=tuple(nodes)))
    (reason,) = explain(network, network.organisation("a")).reasons
    (statement,) = reason.member.statements
    assert statement.within == "2012-05/.."
    (citation,) = statement.citations
    assert (citation.title, citation.locator) == ("s", "p1")
    assert (citation.published, citation.url) == ("2014", "http://x.pl")


def test_a_part_of_a_two_mode_form_keeps_the_weights_of_its_groups():
    ties = [("a", "b", {"weight": 2}), ("c", "d", {"weight": 5})]
    form = Network.of(dataset("a b c d", ties=ties)).select(weight="count").two_mode
    part = form.part(np.array([False, False, True, True]))
    assert part.organisations == ("c", "d")
    assert part.weights.tolist() == [5]
