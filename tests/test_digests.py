"""The digest of a data set: what it covers, and what it does not depend on.

Expected values come from SHA-256 over texts that are written out here by hand.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from graphkit.model import Dataset, Fact, Node, dataset_digest
from graphkit.sources import read_sample
from graphkit.sources.assembly import assemble
from graphkit.sources.raw import RawTable, Reading

ACME = Node("Organisation", "acme", {"name": "Acmé", "since": date(2014, 11, 7)}, "Company")
KOM = Node("Organisation", "kom", {"name": "Kom"}, "Cluster")
MEMBER = Fact(
    "MEMBER_OF",
    "f1",
    ("Organisation", "acme"),
    ("Organisation", "kom"),
    {"weight": 1.5, "role": "member", "sourceIds": ["s2", "s1"]},
)


def stated(nodes=(ACME, KOM), facts=(MEMBER,), name="mine"):
    return Dataset.of(name, nodes, facts)


def test_it_is_the_hash_of_the_sorted_hashes_of_what_is_stated():
    leaves = [
        sha256(text.encode()).digest()
        for text in (
            '["Organisation", "acme", "Company", '
            '{"name": "Acmé", "since": {"date:": "2014-11-07"}}]',
            '["Organisation", "kom", "Cluster", {"name": "Kom"}]',
            '["MEMBER_OF", ["Organisation", "acme"], ["Organisation", "kom"], '
            '{"role": "member", "sourceIds": ["s2", "s1"], "weight": 1.5}]',
        )
    ]
    expected = sha256(b"graphkit data set 1\n" + b"".join(sorted(leaves))).hexdigest()
    assert dataset_digest(stated()) == expected


def test_it_does_not_depend_on_name_order_or_ids_of_facts():
    other = Dataset("yours", (KOM, ACME), (replace(MEMBER, id="f9"),))
    assert dataset_digest(other) == dataset_digest(stated())


CHANGES = {
    "a name": stated([replace(ACME, properties={**ACME.properties, "name": "Acme"}), KOM]),
    "a kind": stated([replace(ACME, kind="Park"), KOM]),
    "a date that becomes its text": stated(
        [replace(ACME, properties={**ACME.properties, "since": "2014-11-07"}), KOM]
    ),
    "a number that becomes its text": stated(
        facts=[replace(MEMBER, properties={**MEMBER.properties, "weight": "1.5"})]
    ),
    "an order of sources": stated(
        facts=[replace(MEMBER, properties={**MEMBER.properties, "sourceIds": ["s1", "s2"]})]
    ),
    "a direction": stated(facts=[replace(MEMBER, start=MEMBER.end, end=MEMBER.start)]),
    "a type": stated(facts=[replace(MEMBER, relation="COLLABORATES_WITH")]),
    "a second fact of the same content": stated(facts=[MEMBER, replace(MEMBER, id="f2")]),
    "no fact": stated(facts=[]),
    "another node": stated([ACME, KOM, Node("Place", "x", {"name": "X"})]),
}


@pytest.mark.parametrize("what", CHANGES)
def test_it_changes_with(what):
    digests = [dataset_digest(each) for each in (stated(), *CHANGES.values())]
    assert digests.count(dataset_digest(CHANGES[what])) == 1


def tables(name):
    """A figure has no id of its own: it gets one that is made from the data set's name."""
    head = ("subject", "measure", "value")
    rows = [(2, ("kom", "members", "40")), (3, ("acme", "staff", "7")), (4, ("acme", "staff", "8"))]
    organisations = [(2, ("kom", "Kom", "Cluster")), (3, ("acme", "Acme", "Company"))]
    reading = Reading(
        "here",
        (
            RawTable("organisations", "o.csv", ("id", "name", "kind"), organisations),
            RawTable("figures", "f.csv", head, rows),
        ),
        (),
    )
    return assemble(reading, name)


def test_figures_count_by_what_they_say_and_about_whom():
    one, other = tables("one"), tables("other")
    assert {node.id for node in one.nodes if node.label == "Figure"}.isdisjoint(
        node.id for node in other.nodes
    )
    assert dataset_digest(one) == dataset_digest(other)
    first, *rest = (fact for fact in one.facts if fact.relation == "DESCRIBES")
    moved = replace(first, end=next(each.end for each in rest if each.end != first.end))
    assert dataset_digest(replace(one, facts=(moved, *rest))) != dataset_digest(one)


def test_the_sample_has_the_same_digest_under_every_name():
    sample = read_sample()
    renamed = replace(
        sample, name="x", facts=tuple(replace(f, id=f"x{f.id}") for f in sample.facts)
    )
    assert dataset_digest(renamed) == dataset_digest(sample)
