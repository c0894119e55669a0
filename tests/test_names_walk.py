"""Deciding pair after pair: what follows is not asked, and every decision can be taken back."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from graphkit.model import Node, Value
from graphkit.names import Decision
from graphkit.names.walk import Walk


class Pair(NamedTuple):
    """Two organisations that may be one."""

    left: Node
    right: Node


def organisation(id: str, **properties: Value) -> Node:
    return Node("Organisation", id, {"name": id.upper(), **properties}, "Company")


def pairs(*written: str) -> list[Pair]:
    return [Pair(*map(organisation, each)) for each in written]


def asked(walk: Walk[Pair]) -> str:
    return "" if walk.current is None else f"{walk.current.left.id}{walk.current.right.id}"


def test_what_follows_from_decisions_is_not_asked() -> None:
    walk = Walk(pairs("ab", "bc", "ac", "cd", "ad", "ae"))
    walk.decide("same")
    walk.decide("same")
    assert asked(walk) == "cd"
    walk.decide("different")
    assert asked(walk) == "ae"


def test_what_was_decided_before_is_not_asked() -> None:
    held = [
        Decision("b", "a", "unsure"),
        Decision("c", "d", "same"),
        Decision("d", "e", "different"),
    ]
    walk = Walk(pairs("ab", "cd", "ce", "ef"), held)
    assert (asked(walk), walk.number, len(walk)) == ("ef", 4, 4)


def test_an_organisation_with_several_ids_is_asked_about_once() -> None:
    joined = organisation("a", statedIds=["a", "b"])
    walk = Walk([Pair(joined, organisation("c"))], [Decision("b", "c", "different")])
    assert walk.current is None


def test_every_decision_can_be_taken_back() -> None:
    held = (Decision("x", "y", "same"),)
    walk = Walk(pairs("ab", "bc", "ac"), held)
    for verdict in ("same", "same"):
        walk.decide(verdict)
    assert (asked(walk), [each.pair for each in walk.made]) == ("", [("a", "b"), ("b", "c")])
    assert walk.back()
    assert asked(walk) == "bc"
    assert walk.back()
    assert (asked(walk), walk.decisions) == ("ab", held)
    assert not walk.back()


def test_a_decision_says_who_when_why_and_the_names_as_seen() -> None:
    walk = Walk(pairs("ab"), who="an analyst", when="2026-11-28")
    made = walk.decide("same", "one register entry")
    assert made == Decision(
        "a", "b", "same", "an analyst", "2026-11-28", "one register entry", "A", "B"
    )
    with pytest.raises(IndexError, match="no pair is left"):
        walk.decide("same")
