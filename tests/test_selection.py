"""The words of a selection: what each one takes, keeps and says."""

from __future__ import annotations

from dataclasses import fields, replace
from inspect import signature

import click
import pytest

from graphkit.cli.main import cli
from graphkit.model import Dataset, Node, UsageError
from graphkit.network import WORDS, Network, Selection
from tests.networks import dataset


def edges(network: Network) -> dict[tuple[str, str], float]:
    return {(a, b): weight for a, b, weight in network.graph().edges(data="weight")}


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


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ({"layer": "declarations"}, "did you mean declaration?"),
        ({"kind": "Compny"}, "did you mean Company?"),
        ({"sector": "reserch"}, "did you mean research?"),
        ({"kind": "Xyz"}, "the network has no kind Xyz; use one of Company, University, Faculty"),
        ({"kind": " "}, "`kind` is empty"),
        ({"tie_kind": "x"}, "`tie_kind`: the network has no tie kind x; leave it out"),
        ({"at": "2014-13"}, "there is no month 13"),
        ({"at": "2014/2010"}, "ends before it begins"),
        ({"weight": "x"}, "use none, count, newman"),
    ],
)
def test_a_wrong_word_is_named_with_the_nearest_right_one(words, hint):
    with pytest.raises(UsageError) as caught:
        Network.of(dataset("a")).select(**words)
    assert hint in str(caught.value)


def test_a_selection_is_told_in_words():
    assert str(Selection()) == "everything"
    said = Selection().refined(
        kind=["Company", "University"], at="2014-11", layer="tie", parts="separate"
    )
    assert str(said) == (
        "layer tie, kind Company|University, at 2014-11, unknown dates included, parts separate"
    )


def kindred() -> Network:
    """a and b by two facts, b and c, c and d: ties of two kinds, in two spellings, and of none."""
    lends, owns = {"kind": "lends to"}, {"kind": "Owns"}
    ties = [("a", "b", lends), ("a", "b", owns), ("b", "c", {"kind": "owns"}), ("c", "d", {})]
    return Network.of(dataset("a b c d", signed=[("a", "x"), ("d", "x")], ties=ties))


def test_ties_are_selected_by_their_kind():
    network = kindred()
    assert set(edges(network.select(tie_kind="lends to"))) == {("a", "b"), ("a", "d")}
    only = network.select(tie_kind="OWNS", layer="tie")
    assert edges(only) == {("a", "b"): 1.0, ("b", "c"): 1.0}
    assert only.selection.tie_kind == ("Owns", "owns")
    assert str(only.selection) == "layer tie, tie kind Owns|owns"
    both = network.select(tie_kind=["lends to", "owns"], layer="tie")
    assert edges(both) == {("a", "b"): 2.0, ("b", "c"): 1.0}
    assert edges(both.select(tie_kind=None)) == edges(network.select(layer="tie"))


def test_an_unknown_kind_of_ties_is_told_with_those_there_are():
    with pytest.raises(UsageError) as caught:
        kindred().select(tie_kind="owms")
    assert str(caught.value) == (
        "`tie_kind`: the network has no tie kind owms; did you mean owns? "
        "It has Owns, owns, lends to"
    )


def test_kinds_and_sectors_of_the_network_are_selected_by_any_of_their_names():
    plain = dataset("a b c", ties=[("a", "b"), ("b", "c")])
    stated = {"a": {"sector": "Media"}, "b": {"sector": "media"}, "c": {"sector": "research"}}
    nodes = [
        replace(node, kind="TradeUnion", properties={**node.properties, **stated[node.id]})
        for node in plain.nodes
    ]
    union = Node("Kind", "TradeUnion", {"namePl": "Związek zawodowy"})
    network = Network.of(Dataset.of("own", [*nodes, union], plain.facts))
    for word in ("TradeUnion", "trade union", "związek zawodowy"):
        assert network.select(kind=word).selection.kind == ("TradeUnion",)
    assert network.select(sector="MEDIA").selection.sector == ("Media", "media")
    assert list(network.select(sector="media").graph()) == ["a", "b"]
    assert list(network.select(sector=["research", "business"]).graph()) == ["c"]
