"""`why` for a declaration or a collaboration: its members, their facts, and who needs it."""

from __future__ import annotations

import csv

import pytest

from graphkit.export.group_evidence import group_explanation_table, group_explanation_text
from graphkit.model import UsageError
from graphkit.network import Network, explain_group, organisation_or_group
from tests.commands import graphkit
from tests.networks import dataset

# x: a, b and c, of whom a is also in y, and b in z alone; c has nothing else.
NETWORK = Network.of(
    dataset(
        "a b c d",
        signed=[("a", "x"), ("b", "x", {"status": "inferred"}), ("c", "x"), ("c", "x")],
        took_part=[("a", "y"), ("d", "y"), ("b", "z")],
    )
)


def explained(reference, network=NETWORK):
    return explain_group(network, organisation_or_group(network, reference))


def test_the_members_are_there_with_their_facts_and_who_has_no_other_tie():
    found = explained("X")
    assert (found.group.layer, found.group.id) == ("declaration", "x")
    assert [(each.id, len(each.statements)) for each in found.members] == [
        ("a", 1),
        ("b", 1),
        ("c", 2),
    ]
    # By hand: a shares y with d; z ties b to nobody.
    assert found.only_here == ("b", "c")
    assert explained("z").only_here == ()
    rows = group_explanation_table(found).records()
    assert [(row["member"], row["status"], row["only_here"]) for row in rows] == [
        ("a", "stated", False),
        ("b", "inferred", True),
        ("c", "stated", True),
        ("c", "stated", True),
    ]
    text = group_explanation_text(found)
    assert "2 of them would have no tie without it: B, C" in text


def test_the_selection_counts():
    few = NETWORK.select(status="stated")
    assert [each.id for each in explained("x", few).members] == ["a", "c"]
    none = NETWORK.select(layer="collaboration")
    assert explained("x", none).members == ()
    assert "the selection leaves it out" in group_explanation_text(explained("x", none))


def test_an_organisation_comes_before_a_group_of_the_same_name():
    both = Network.of(dataset("x a", signed=[("a", "x")], took_part=[("a", "p"), ("x", "p")]))
    assert organisation_or_group(both, "X").label == "Organisation"
    assert organisation_or_group(both, "p").label == "Collaboration"
    with pytest.raises(UsageError, match="no organisation, declaration or collaboration is called"):
        organisation_or_group(both, "zzz")


def test_the_command_takes_a_title_or_an_id(sample):
    ran = graphkit("why", "deklaracja-suwalki-2014", cwd=sample)
    assert ran.returncode == 0, ran.stderr
    # By hand, from the document: five signed with the cluster, and are in nothing else.
    assert ran.stdout.startswith("Declaration: Deklaracja partnerów strategicznych")
    assert "(deklaracja-suwalki-2014): 6 organisations\n" in ran.stdout
    assert "5 of them would have no tie without it: " in ran.stdout
    assert "source: Spotkanie partnerów strategicznych Klastra Obróbki Metali (p19.2)" in ran.stdout
    ran = graphkit("why", "open days 2013", "--format", "csv", cwd=sample)
    (row,) = csv.DictReader(ran.stdout.splitlines())
    assert (row["group"], row["role"], row["dates_from"]) == (
        "open-days-2013",
        "delegate",
        "collaboration",
    )
    ran = graphkit("why", "KOM", cwd=sample)
    assert ran.stdout.startswith("Klaster Obróbki Metali (kom, Cluster): tied to 20 organisations")
    ran = graphkit("why", "I Kongres Klastrów Polskih", cwd=sample)
    assert ran.returncode == 2
    assert "did you mean i-kongres-klastrow-polskich" in ran.stderr
