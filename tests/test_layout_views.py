"""What is drawn of a network: all of it, its communities, or the part around somebody."""

from __future__ import annotations

import math
import re
from itertools import combinations

import pytest

from graphkit.metrics import find_communities, rank
from graphkit.model import Dataset, Node, UsageError
from graphkit.network import Network
from graphkit.views import build_view, render_page
from graphkit.views.build import OVERVIEW_ABOVE
from graphkit.views.excerpt import around, between, members_of
from tests.browser import fact, organisation, partners
from tests.networks import dataset

# By hand: a ring of six, a b c d e f, with a tail f-g-h; and x, y apart.
RING = Network.of(
    dataset("a b c d e f g h x y", ties=["ab", "bc", "cd", "de", "ef", "fa", "fg", "gh", "xy"])
)
PARTNERS = Network.of(partners())


def teams(count: int, size: int, alone: int = 0) -> Network:
    """Groups of equal size in a row, each tied to the next by one tie; and some isolates."""
    names = [f"t{team:03}m{member:02}" for team in range(count) for member in range(size)]
    return Network.of(
        dataset(
            " ".join([*names, *(f"z{at}" for at in range(alone))]),
            took_part=[(name, f"g{name[:4]}") for name in names],
            ties=[(f"t{team:03}m00", f"t{team + 1:03}m00") for team in range(count - 1)],
        )
    )


@pytest.mark.parametrize(("radius", "shown"), [(1, "aefg"), (2, "abdefgh"), (3, "abcdefgh")])
def test_an_ego_view_shows_those_within_the_radius(radius, shown):
    # By hand from f: a, e, g at one tie; b, d, h at two; c at three.
    excerpt = around(RING, RING.organisation("f"), radius)
    assert excerpt.organisations == set(shown)


def test_a_view_between_two_shows_the_shortest_chains():
    # By hand: c and f are opposite in the ring, three ties apart on either side.
    both = between(RING, RING.organisation("c"), RING.organisation("f"))
    assert both.organisations == set("abcdef")
    # a and h: a-f-g-h only.
    one = between(RING, RING.organisation("a"), RING.organisation("h"))
    assert one.organisations == set("afgh")


def test_a_weighed_chain_takes_the_strong_ties():
    # By hand: a-b directly at strength 1 is as long as 1; over c it is 1/4 + 1/4.
    rows = [("a", "b", {"weight": 1}), ("a", "c", {"weight": 4}), ("c", "b", {"weight": 4})]
    network = Network.of(dataset("a b c", ties=rows))
    ends = network.organisation("a"), network.organisation("b")
    assert between(network, *ends).organisations == set("ab")
    assert between(network.select(weight="count"), *ends).organisations == set("abc")


def test_a_group_view_shows_its_members_with_all_their_ties():
    excerpt = members_of(PARTNERS, "klaster łączności")
    assert excerpt.organisations == {"c", "cluster"}
    assert excerpt.names == ("Klaster Łączności",)
    signed = members_of(PARTNERS, "d")
    assert signed.organisations == {"a", "b", "bialystok-park", "cluster"}
    view = build_view(PARTNERS, excerpt=signed)
    assert {node.id for node in view.nodes} == signed.organisations
    # The cluster is in its own group with c, who is not shown.
    assert {group.group.id: len(group.members) for group in view.groups} == {"d": 4, "cluster": 1}


def test_what_cannot_be_shown_is_refused_with_a_cure():
    f, x = RING.organisation("f"), RING.organisation("x")
    with pytest.raises(UsageError, match="`radius` 0: give a number of ties of at least 1"):
        around(RING, f, 0)
    with pytest.raises(UsageError, match="no chain of ties leads from F to X"):
        between(RING, f, x)
    with pytest.raises(UsageError, match="F is both ends"):
        between(RING, f, f)
    with pytest.raises(UsageError, match="no group is called 'klaster lacznosc'; did you mean"):
        members_of(PARTNERS, "klaster lacznosc")
    with pytest.raises(UsageError, match="leaves out Politechnika Białostocka"):
        around(PARTNERS.select(kind="Cluster"), PARTNERS.organisation("a"))


def test_ranks_in_a_part_are_those_of_the_whole():
    ranking = rank(RING, "betweenness")
    ranks = {node.id: at for node, at in zip(ranking.organisations, ranking.ranks, strict=True)}
    view = build_view(RING, excerpt=around(RING, RING.organisation("g")))
    assert {node.id: node.rank for node in view.nodes} == {each: ranks[each] for each in "fgh"}
    page = render_page(view)
    assert "Excerpt: G and all within 1 step, 3 of 10" in page
    assert "10 organisations" in page


def test_pairs_draw_no_points_and_keep_the_places():
    spokes, pairs = build_view(PARTNERS), build_view(PARTNERS, links="pairs")
    assert any(group.point for group in spokes.groups)
    assert not any(group.point for group in pairs.groups)
    assert [(node.x, node.y) for node in pairs.nodes] == [(node.x, node.y) for node in spokes.nodes]
    with pytest.raises(UsageError, match="`links` stars: unknown style; use spokes or pairs"):
        build_view(PARTNERS, links="stars")


def test_more_pairs_than_can_be_drawn_are_refused(monkeypatch):
    monkeypatch.setattr("graphkit.views.build.MOST_PAIRS", 6)
    with pytest.raises(UsageError, match=r"`links` pairs would draw 7 lines, but .* `backbone`"):
        build_view(PARTNERS, links="pairs")
    assert build_view(PARTNERS).nodes


def test_a_large_network_is_shown_as_its_communities():
    network = teams(90, 9, alone=5)
    assert len(network.organisations) == 815 > OVERVIEW_ABOVE
    view = build_view(network, by="degree")
    assert view.overview
    found = find_communities(network).communities
    assert view.provenance.communities == (min(40, len(found)), len(found))
    *parts, rest = view.inside
    inside = [node.id for part in parts for node in part.nodes]
    assert len(parts) == len(view.nodes)
    assert len(inside) == len(set(inside)) == view.provenance.shown
    assert len(inside) + len(rest.nodes) == 815
    assert {f"z{at}" for at in range(5)} <= {node.id for node in rest.nodes}
    largest = max(found, key=lambda each: len(each.members))
    # By hand: the best connector inside, with its rank, and how many there are.
    name = f"1. {largest.name} ({len(largest.members)})"
    assert parts[0].title == view.nodes[0].label == name
    # All are of one kind, so that the mark has one colour.
    assert [share for _, share in view.nodes[0].shares] == [1.0]
    assert view.nodes[0].values == {
        "members": len(largest.members),
        "inside": largest.inside,
        "outside": sum(each.outside for each in largest.members),
        "best": 1,
    }
    assert {node.id for node in parts[0].nodes} == {e.organisation.id for e in largest.members}
    for one, other in combinations(view.nodes, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= one.size + other.size


def test_the_threshold_is_above_eight_hundred_and_all_draws_every_node():
    eight_hundred = teams(100, 8)
    assert not build_view(eight_hundred, by="degree").overview
    more = teams(100, 8, alone=1)
    assert build_view(more, by="degree").overview
    everything = build_view(more, by="degree", everything=True)
    assert not everything.overview
    assert len(everything.nodes) == 801


def test_an_overview_tells_what_is_not_drawn():
    # Ten teams of 85 and, too small to be drawn, one pair and three isolates.
    names = [f"t{team:02}m{member:02}" for team in range(10) for member in range(85)]
    network = Network.of(
        dataset(
            " ".join([*names, "p", "q", "z1", "z2", "z3"]),
            took_part=[(name, name[:3]) for name in names],
            ties=[("p", "q"), *((f"t0{at}m00", f"t0{at + 1}m00") for at in range(9))],
        )
    )
    view = build_view(network, by="degree")
    assert view.provenance.communities == (10, 11)
    assert {node.id for node in view.inside[-1].nodes} == {"p", "q", "z1", "z2", "z3"}
    # By hand: the teams are tied in a row, by one tie each.
    assert [group.weight for group in view.groups] == [1.0] * 9
    page = render_page(view)
    assert "10 of 11 communities shown, with 850 organisations" in page
    assert len(re.findall(r'<th scope="row">', page)) == 855


def test_communities_keep_their_places():
    network = teams(90, 9)
    first = build_view(network, by="degree")
    second = build_view(network, by="degree", start=first.positions)
    assert render_page(second) == render_page(first)
    assert first.positions.communities
    assert not first.positions.organisations


def test_an_overview_of_a_part_holds_the_part_alone():
    network = teams(90, 10)
    excerpt = members_of(network, "gt000")
    assert len(build_view(network, by="degree", excerpt=excerpt).nodes) == 10


def test_a_part_keeps_the_weights_of_the_whole():
    # By hand: newman's weight of a group of five is 1/4, however many of the five are shown.
    network = Network.of(
        dataset("a b c d e f", took_part=[(name, "p") for name in "abcde"], ties=["ab", "bf"])
    ).select(weight="newman")
    part = build_view(network, excerpt=around(network, network.organisation("f"), 1))
    whole = build_view(network, excerpt=around(network, network.organisation("f"), 2))
    assert {node.id for node in part.nodes} == {"b", "f"}
    weights = {group.group.id: group.weight for group in whole.groups}
    assert weights["p"] == 0.25


def test_an_overview_draws_spokes_however_many_pairs_there_were():
    view = build_view(teams(10, 90), by="degree", links="pairs")
    assert view.links == "spokes"
    assert all(part.links == "spokes" for part in view.inside)


def test_communities_of_a_group_of_thousands_are_refused_with_the_cure(monkeypatch):
    monkeypatch.setattr("graphkit.views.build.MOST_TIES", 30_000)
    # By hand: ten groups of 90 are 40,050 pairs, and nine ties.
    with pytest.raises(UsageError, match=r"40,059 ties are too many .* 90 members: leave it out"):
        build_view(teams(10, 90), by="degree")
    assert len(build_view(teams(10, 90), by="degree", everything=True).nodes) == 900


def test_ids_with_blanks_have_an_overview():
    names = [organisation(f"t{team} m{at}") for team in range(2) for at in range(401)]
    facts = [fact("PARTICIPATES_IN", node.id, "Collaboration", f"g{node.id[:2]}") for node in names]
    facts.append(fact("COLLABORATES_WITH", "t0 m0", "Organisation", "t1 m0"))
    projects = [Node("Collaboration", f"gt{team}", {"name": f"T{team}"}) for team in range(2)]
    view = build_view(Network.of(Dataset.of("test", [*names, *projects], facts)), by="degree")
    assert len(view.nodes) == 2
    assert [group.weight for group in view.groups] == [1.0]


def test_a_network_without_ties_has_an_overview():
    nobody = Network.of(Dataset.of("test", [organisation(f"o{at}") for at in range(801)], []))
    view = build_view(nobody, by="degree")
    assert view.nodes == ()
    [rest] = view.inside
    assert len(rest.nodes) == 801
    assert "0 of 0 communities shown" in render_page(view)
