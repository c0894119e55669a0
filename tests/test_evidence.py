"""The facts behind a position: every expectation is worked out by hand."""

from __future__ import annotations

from dataclasses import replace

from graphkit.network import Network, explain
from tests.networks import dataset


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


def test_the_facts_of_a_part_explain_its_whole():
    network = Network.of(dataset("a f u", took_part=[("f", "p"), ("a", "p")], parts=[("f", "u")]))
    (reason,) = explain(network, network.organisation("u")).reasons
    assert reason.member.statements[0].organisation == "f"


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


def test_a_statement_has_the_dates_and_the_note_that_the_fact_has():
    cells = {"start": "2011-05-02", "end": "2014", "observed": "2012", "note": "by letter"}
    network = Network.of(
        dataset("a b c", ties=[("a", "b", cells), ("b", "c", {"end": "2014-06-15"})])
    )
    statements = [
        each.member.statements[0] for each in explain(network, network.organisation("b")).reasons
    ]
    dated, open_to_begin = sorted(statements, key=lambda each: each.other)
    assert (dated.start, dated.end, dated.observed) == ("2011-05-02", "2014", "2012")
    assert (dated.note, dated.within) == ("by letter", "2011-05-02/2014")
    assert (open_to_begin.start, open_to_begin.observed, open_to_begin.note) == ("", "", "")
    assert open_to_begin.within == "../2014-06-15"
