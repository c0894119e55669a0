"""Which ids mean the same organisation; expected values by hand."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model import InvalidData, Node
from graphkit.names import Decision, Identities, revised
from graphkit.names.joining import merged


def organisation(id: str, **properties: str) -> Node:
    return Node("Organisation", id, {"name": id.upper()} | properties, "Company")


def classes(*nodes: Node, kin: list[tuple[str, str]] | None = None, decided: str = "") -> object:
    return Identities.of(nodes, kin or (), decisions(decided)).classes


def decisions(text: str) -> list[Decision]:
    """Decisions as `a=b c!d e?f`."""
    words = {"=": "same", "!": "different", "?": "unsure"}
    return [Decision(each[0], each[2], words[each[1]]) for each in text.split()]


def test_equal_identifiers_and_decisions_join() -> None:
    a, b, c = organisation("a", nip="1"), organisation("b", nip="1"), organisation("c")
    assert classes(a, b, c) == {"a": ("a", "b")}
    assert classes(a, b, c, decided="c=b") == {"c": ("c", "a", "b")}
    assert classes(a, c, decided="c?a") == {}
    # An id that the store does not have connects two that it has, and stands for nobody.
    assert classes(a, c, decided="x=a x=c") == {"a": ("a", "c")}
    # Of several on the left of decisions and on the right of none, the first; of none, the first.
    assert classes(b, c, a, decided="b=a c=a") == {"b": ("b", "a", "c")}
    assert classes(c, organisation("d"), decided="c=d") == {"c": ("c", "d")}
    assert classes(organisation("d"), c, decided="d=c") == {"d": ("d", "c")}


def test_faculties_and_successors_keep_their_own_node() -> None:
    whole, part = organisation("u", nip="1"), organisation("f", nip="1")
    sister, other = organisation("g", nip="1"), organisation("w", nip="1")
    kin = [("f", "u"), ("g", "u")]
    assert classes(whole, part, sister, kin=kin) == {}
    found = Identities.of([whole, part, other], [("f", "u")])
    assert found.classes == {}
    assert [str(each) for each in found.conflicts] == [
        "F (f) and W (w) have the same NIP 1, but several organisations could be meant: "
        "F (f) is connected by PART_OF or SUCCEEDS with U (u)"
    ]
    # When somebody has said which of them is meant, nothing is unclear.
    found = Identities.of([whole, part, other], [("f", "u")], decisions("u=w"))
    assert (found.classes, found.conflicts) == ({"u": ("u", "w")}, ())


def test_conflicting_identifiers_are_reported_and_a_person_decides() -> None:
    a, b = organisation("a", nip="1", krs="1"), organisation("b", nip="1", krs="2")
    c = organisation("c", nip="1")
    found = Identities.of([a, b, c])
    assert found.classes == {}
    assert [str(each) for each in found.conflicts] == [
        "A (a) and B (b) have the same NIP 1, but the KRS of A (a) is 1 and that of B (b) is 2"
    ]
    assert classes(a, b, c, decided="b=a") == {"b": ("b", "a", "c")}
    found = Identities.of([a, b], (), decisions("a!b"))
    assert (found.classes, found.conflicts) == ({}, ())
    found = Identities.of([a, b, c], (), decisions("a!b"))
    assert [(each.left, each.right) for each in found.conflicts] == [("a", "c")]


def test_contradictions_name_the_chain() -> None:
    with pytest.raises(InvalidData, match=r"d = c, c = b, b = a, but d ≠ a; withdraw one of them"):
        revised(decisions("a=b b=c c=d"), decisions("d!a"))
    assert revised(decisions("a=b"), decisions("b!a"))[0].verdict == "different"
    assert revised(decisions("a=b b=c a!c"), withdraw=[("c", "a")]) == tuple(decisions("a=b b=c"))
    with pytest.raises(InvalidData, match="compared with itself"):
        revised([], decisions("a=a"))


@given(st.randoms(use_true_random=False))
def test_no_order_matters(chance: Random) -> None:
    ids, schemes = "abcdef", [(), ("nip",), ("nip", "krs")]
    nodes = [
        organisation(each, **{scheme: chance.choice("12") for scheme in chance.choice(schemes)})
        for each in ids
    ]
    kin = [(chance.choice(ids), chance.choice(ids)) for _ in range(chance.randint(0, 2))]
    kept: tuple[Decision, ...] = ()
    for left, right in list(permutations(ids, 2))[: chance.randint(0, 30) : 5]:
        try:
            kept = revised(kept, [Decision(left, right, chance.choice(["same", "different"]))])
        except InvalidData:
            continue
    expected = Identities.of(nodes, kin, kept)
    again = Identities.of(*(chance.sample(list(each), len(each)) for each in (nodes, kin, kept)))
    assert again == expected
    one_of = expected.of_id
    for each in kept:
        assert (one_of(each.left) == one_of(each.right)) == (each.verdict == "same")


def test_nothing_that_is_stated_under_another_id_is_lost() -> None:
    """By hand: the first id has the say, and a date comes with its bounds from one statement."""
    one = organisation("a", founded="2001", foundedFrom="2001-01-01")
    other = Node(
        "Organisation",
        "b",
        {
            "name": "Bee",
            "aliases": ["A", "Bé"],
            "nip": "1",
            "founded": "1990",
            "foundedTo": "1990-12-31",
            "dissolved": "2010",
            "dissolvedTo": "2010-12-31",
            "sourceIds": ["s1"],
            "locators": ["p1"],
        },
        "Other",
    )
    assert merged([one, other]) == {
        "name": "A",
        "founded": "2001",
        "foundedFrom": "2001-01-01",
        "nip": "1",
        "dissolved": "2010",
        "dissolvedTo": "2010-12-31",
        "aliases": ["Bee", "Bé"],
        "sourceIds": ["s1"],
        "locators": ["p1"],
    }
