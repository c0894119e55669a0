"""The questions that come second, on the same small data set: rows worked out by hand."""

from __future__ import annotations

from tests.test_queries import asked, rows, sample

__all__ = ["asked", "sample"]


def test_brokers_between_sectors(asked):
    # b is the one of research; of business only x is not tied to it. x is tied to e and to g,
    # and both are tied to b.
    assert rows(asked, "brokers-between-sectors") == [
        ("e", "E", "business", 1, 0),
        ("g", "G", "public", 1, 0),
    ]


def test_declared_not_realised(asked):
    assert rows(asked, "declared-not-realised") == [
        ("d1", "a", "A", "b", "B", None, 0),
        ("d2", "a", "A", "b", "B", None, 0),
        ("d2", "a", "A", "g", "G", None, 0),
        ("d2", "b", "B", "g", "G", None, 0),
    ]
    assert len(rows(asked, "declared-not-realised", "declaration=d1")) == 1


def test_realised_not_declared(asked):
    assert rows(asked, "realised-not-declared") == [
        ("e", "E", "x", "X", 1, 0, 0),
        ("g", "G", "x", "X", 1, 0, 0),
    ]


def test_members_changed(asked):
    assert rows(asked, "members-changed", "first=2011-01-01", "last=2012-12-31") == [
        ("k1", "b", "B", "member", "joined", True, "2011-05", None),
        ("k1", "c", "C", "member", "left", True, "2012", None),
    ]


def test_a_change_that_may_have_been_outside_the_days_is_not_certain(asked):
    assert rows(asked, "members-changed", "first=2011-05-15", "last=2011-06-30") == [
        ("k1", "b", "B", "member", "joined", False, "2011-05", None)
    ]


def test_candidate_introductions(asked):
    # c knows the members of k1 and k1 itself. a and b have signed with g, b belongs to k2, e works
    # with x.
    assert rows(asked, "candidate-introductions", "organisation=c") == [
        ("g", "G", "public", 2, ["a", "b"], ["", ""], None),
        ("k2", "K2", "support", 1, ["b"], [""], None),
        ("x", "X", "business", 1, ["e"], [""], None),
    ]


def test_only_through_coordinator(asked):
    assert rows(asked, "only-through-coordinator", "cluster=KOM") == [
        ("k1", "c", "C", ["a"], None, 0),
        ("k1", "d", "D", ["a"], None, 0),
        ("k1", "f", "F", ["a"], None, 0),
    ]
    assert rows(asked, "only-through-coordinator", "cluster=k2") == []


def test_project_chains(asked):
    chain = (1, ["g", "p1", "x"], ["G", "P1", "X"], ["", "", ""])
    assert rows(asked, "project-chains", "from=g", "to=x") == [chain]
    assert rows(asked, "project-chains", "from=a", "to=x") == []


def test_cluster_overlap(asked):
    assert rows(asked, "cluster-overlap") == [("k1", "k2", 6, 1, 1, 1 / 6, None, None)]


def test_figures_of(sample):
    found = {row[1]: row[2:6] for row in rows(sample, "figures-of", "subject=kom")}
    # Two of the figures that the document of 2014 reports.
    assert found["members"][0] == 95
    assert found["investment_planned"] == (50_000_000, 80_000_000, "EUR", "target")


def test_facts_of_source(asked):
    assert [row[:3] for row in rows(asked, "facts-of-source", "source=s1")] == [
        ("COLLABORATES_WITH", "x", "e"),
        ("MEMBER_OF", "a", "k1"),
        ("MEMBER_OF", "b", "k1"),
        ("MEMBER_OF", "b", "k2"),
        ("MEMBER_OF", "c", "k1"),
        ("MEMBER_OF", "d", "k1"),
        ("MEMBER_OF", "e", "k1"),
        ("PARTICIPATES_IN", "g", "p1"),
        ("PARTICIPATES_IN", "x", "p1"),
        ("SIGNED", "a", "d1"),
        ("SIGNED", "a", "d2"),
        ("SIGNED", "b", "d1"),
        ("SIGNED", "b", "d2"),
        ("SIGNED", "g", "d2"),
    ]


def test_facts_by_status(asked, sample):
    assert rows(asked, "facts-by-status") == []
    inferred = [row[:3] for row in rows(sample, "facts-by-status")]
    assert ("SIGNED", "kom", "deklaracja-suwalki-2014") in inferred
    assert ("SIGNED", "kom", "deklaracja-bialystok-2014") not in inferred


def test_facts_without_date(asked):
    assert [row[:3] for row in rows(asked, "facts-without-date")] == [
        ("COLLABORATES_WITH", "x", "e"),
        ("MEMBER_OF", "b", "k2"),
        ("MEMBER_OF", "f", "k1"),
        ("PARTICIPATES_IN", "g", "p1"),
        ("PARTICIPATES_IN", "x", "p1"),
        ("SIGNED", "a", "d2"),
        ("SIGNED", "b", "d2"),
        ("SIGNED", "g", "d2"),
    ]


def test_untied_organisations(asked, sample):
    assert rows(asked, "untied-organisations") == []
    assert [row[0] for row in rows(sample, "untied-organisations", "kind=Company")] == ["kghm"]


def test_a_planned_project_is_told_by_its_stage(sample):
    # In the sample's tables, a project at the stage "planned" has three participants.
    found = rows(sample, "ego-network", "organisation=centrum-promocji-podlasia")
    assert [(row[0], row[3], row[4]) for row in found] == [
        ("politechnika-bialostocka", "projekt-podlaski-klaster", "planned"),
        ("wydzial-mechaniczny-pb", "projekt-podlaski-klaster", "planned"),
    ]
    chain = rows(sample, "project-chains", "from=chm", "to=centrum-promocji-podlasia")[0]
    assert chain[3] == ["", "ended", "", "planned", ""]
    pairs = {(row[0], row[2]): row[4:] for row in rows(sample, "realised-not-declared")}
    assert pairs["centrum-promocji-podlasia", "politechnika-bialostocka"] == (1, 1, 0)
