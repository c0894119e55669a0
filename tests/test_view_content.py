"""The data that the page gets: what is in it, once, and what can never be."""

from __future__ import annotations

import json
import math

import pytest

from graphkit.metrics import METRICS, rank
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.views import build_view, render_page
from graphkit.views.excerpt import around
from graphkit.views.page.content import page_content
from tests.browser import partners
from tests.networks import dataset
from tests.test_layout_views import teams

PARTNERS = Network.of(partners())


def test_every_metric_has_its_values_and_ranks():
    content = page_content(build_view(PARTNERS, by="degree"))
    for at, metric in enumerate(content["metrics"]):
        ranking = rank(PARTNERS, metric["name"])
        assert {node["id"]: node["ranks"][at] for node in content["nodes"]} == {
            each.id: None if math.isnan(value) else place
            for each, place, value in zip(
                ranking.organisations, ranking.ranks, ranking.values[metric["name"]], strict=True
            )
        }
    # By hand: the cluster signs with three others and has one member.
    degree = [metric["name"] for metric in content["metrics"]].index("degree")
    [cluster] = [node for node in content["nodes"] if node["id"] == "cluster"]
    assert (cluster["values"][degree], cluster["ranks"][degree]) == (4, 1)


def test_facts_carry_the_bounds_of_their_dates_once():
    content = page_content(build_view(PARTNERS))
    # By hand: signatures on 7 November 2014, in force from then on and observed never.
    signed = [fact for fact in content["facts"] if "2014-11-07" in fact["when"]]
    bounds = {tuple(content["bounds"][fact["bounds"]]) for fact in signed}
    assert bounds == {("2014-11-07", "2014-11-07", "9999-12-31", "9999-12-31", "", "")}
    assert len(content["bounds"]) == len({tuple(each) for each in content["bounds"]})
    first, last = content["years"]
    assert first <= 2014 <= last < 9999


def test_one_scene_has_all_and_an_overview_one_a_community_and_the_rest():
    content = page_content(build_view(PARTNERS))
    [scene] = content["scenes"]
    assert sorted(node for node, *_ in scene["nodes"]) == list(range(7))
    network = teams(90, 9, alone=5)
    view = build_view(network, by="degree")
    content = page_content(view)
    placed = [node for scene in content["scenes"] for node, *_ in scene["nodes"]]
    assert sorted(placed) == list(range(815))
    assert len(content["scenes"]) == len(content["communities"]) + 1
    # Each of the 810 in its team's project, and 89 ties of two.
    assert len(content["memberships"]) == 810 + 2 * 89
    assert content["community"]["label"] == "Community"
    assert all(a < b and count >= 1 for a, b, count in content["ties"])


def test_groups_keep_the_weight_that_they_have_in_the_whole():
    # By hand: newman's weight of a group of nine is 1/8, wherever its members are drawn.
    network = teams(90, 9, alone=5).select(weight="newman")
    content = page_content(build_view(network, by="degree"))
    weights = {group["weight"] for group in content["groups"]}
    assert weights == {0.125, 1.0}


def test_organisations_stand_in_the_order_of_the_ranking():
    view = build_view(teams(90, 9, alone=5), by="betweenness")
    ranks = [node.rank for node in view.organisations]
    assert ranks == sorted(ranks)
    assert len(ranks) == 815


def test_what_is_no_number_does_not_reach_the_page():
    network = Network.of(dataset("a b c", ties=["ab"]))
    page = json.dumps(page_content(build_view(network, by="constraint")), allow_nan=False)
    assert "NaN" not in page
    assert "Infinity" not in page
    assert len(METRICS) == len(page_content(build_view(network))["nodes"][0]["values"])


def test_a_page_too_large_to_open_is_refused_with_the_cure(monkeypatch):
    monkeypatch.setattr("graphkit.views.page.html.LARGEST", 1_000)
    with pytest.raises(UsageError, match=r"page would have 0 MiB, .* at most 0; select less"):
        render_page(build_view(PARTNERS))


def test_the_library_that_draws_follows_the_size(monkeypatch):
    assert "vis-network" in render_page(build_view(PARTNERS))
    monkeypatch.setattr("graphkit.views.page.write.STANDARD_UP_TO", 6)
    assert "vis-network" not in render_page(build_view(PARTNERS))


@pytest.mark.parametrize(
    ("language", "whole", "part", "title"),
    [
        ("en", "Whole network", "Excerpt of the network", "Around Klaster Łączności"),
        ("pl", "Cała sieć", "Wycinek sieci", "Otoczenie: Klaster Łączności"),
    ],
)
def test_an_excerpt_is_not_headed_the_whole_network(language, whole, part, title):
    view = build_view(PARTNERS, language=language)
    assert page_content(view)["texts"]["allOrganisations"] == whole
    excerpt = around(PARTNERS, PARTNERS.organisation("cluster"))
    view = build_view(PARTNERS, language=language, excerpt=excerpt)
    assert page_content(view)["texts"]["allOrganisations"] == part
    # The figure has the title of the view alone.
    assert view.title == title
    content = page_content(view)
    assert [content["nodes"][at]["id"] for at in content["subjects"]] == ["cluster"]
    assert build_view(PARTNERS, title="Town", excerpt=excerpt).title == "Town"


@pytest.mark.parametrize(("language", "label"), [("en", "Kind of group"), ("pl", "Rodzaj grupy")])
def test_the_legend_names_what_it_counts_of_layers(language, label):
    # The page shows beside each layer how many groups it has; by hand for these partners the
    # declaration and the cluster.
    content = page_content(build_view(PARTNERS, language=language))
    [layers] = [facet for facet in content["facets"] if facet["name"] == "layer"]
    assert (layers["label"], layers["of"]) == (label, "groups")
    assert len(layers["each"]) == len(content["groups"]) == 2
