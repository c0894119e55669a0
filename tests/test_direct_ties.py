"""A direct tie with a kind leads from one organisation to another, and every output names both.

The data and what should be said of them are written by hand.
"""

from __future__ import annotations

import pytest

from graphkit.export.chains import chains_table, chains_text
from graphkit.export.evidence import explanation_lines, explanation_table, explanation_text
from graphkit.metrics import shortest_chains
from graphkit.network import Network, explain
from graphkit.views import build_view
from graphkit.views.page.content import page_content
from tests.networks import dataset


def tied(kind: str | None) -> Network:
    cells = {} if kind is None else {"kind": kind}
    return Network.of(dataset({"a": "Association", "b": "Association"}, ties=[("a", "b", cells)]))


@pytest.mark.parametrize("asked", ["a", "b"])
@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("Is part of", "A: is part of B"),
        ("support", "A: support B"),
        ("EU partner of", "A: EU partner of B"),
        (None, "A: works with B"),
    ],
)
def test_an_explanation_says_who_is_tied_to_whom(kind, said, asked):
    network = tied(kind)
    text = explanation_text(explain(network, network.organisation(asked)))
    assert f"  {said}, date unknown, stated\n" in text


def test_a_line_of_an_explanation_says_who_is_tied_to_whom():
    network = tied("Is part of")
    assert explanation_lines(explain(network, network.organisation("b"))) == [
        "works with A (A is part of B, date unknown), with 1 other [no source]"
    ]


def test_tables_have_both_ends():
    network = tied("Is part of")
    a, b = map(network.organisation, "ab")
    expected = {"organisation": "a", "role": "Is part of", "other": "b"}
    (row,) = explanation_table(explain(network, b)).records()
    assert row.items() >= expected.items()
    (step,) = chains_table(shortest_chains(network, b, a)).records()
    assert step.items() >= expected.items()


def test_a_chain_says_who_is_tied_to_whom():
    network = tied("Is part of")
    found = shortest_chains(network, network.organisation("b"), network.organisation("a"))
    assert "     A: is part of B, date unknown, stated\n" in chains_text(found)


def test_the_pages_panel_says_who_is_tied_to_whom():
    (fact,) = page_content(build_view(tied("Is part of")))["facts"]
    assert fact["role"] == "A: is part of B"


def test_other_facts_have_no_other_end():
    network = Network.of(dataset("a b", signed=[("a", "x", {"role": "Partner"}), ("b", "x")]))
    found = explain(network, network.organisation("a"))
    (row,) = explanation_table(found).records()
    assert (row["role"], row["other"]) == ("Partner", None)
    assert "  A: Partner, date unknown, stated\n" in explanation_text(found)
