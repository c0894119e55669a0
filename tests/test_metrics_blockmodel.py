"""Blockmodels: R's sna on the Florentine families, numpy's correlations, and values by hand."""

from __future__ import annotations

import json
import math

import networkx as nx
import numpy as np
import pytest

from graphkit.export.blockmodels import blockmodel_text
from graphkit.metrics import blockmodel, profile_correlations
from graphkit.metrics import blockmodels as blockmodels_module
from graphkit.model import UsageError
from graphkit.network import Network
from tests.commands import graphkit
from tests.networks import dataset, network_of_graph


def members(found):
    return [[node.id for node in position.members] for position in found.positions]


def test_the_florentine_families_are_as_in_sna():
    # sna 2.7-1, sedist(method = "correlation", mode = "graph"), hclust(method = "complete") of one
    # less that, and blockmodel(k = 4): its blocks 1, 3, 2 and 4. Numbers from 1, in the order of
    # networkx's graph.
    found = blockmodel(network_of_graph(nx.florentine_families_graph()))
    positions = [{1, 6, 7, 8, 9, 10, 15}, {3, 4, 5, 12}, {2, 11}, {13, 14}]
    assert [{int(name[1:]) + 1 for name in each} for each in members(found)] == positions
    densities = [
        [0.047619047619047616, 0.071428571428571425, 0.5, 0.2857142857142857],
        [0.071428571428571425, 0.833333333333333370, 0.0, 0.125],
        [0.5, 0.0, 0.0, 0.0],
        [0.285714285714285698, 0.125, 0.0, 0.0],
    ]
    assert np.array(found.densities) == pytest.approx(np.array(densities))
    # hclust's heights, and so one less the lowest correlation, above the four clusters.
    assert min(each.alike for each in found.positions) == pytest.approx(1 - 1.1581139, abs=1e-7)
    # By hand: 20 marriages among 105 pairs, 0.19.
    assert found.density == found.alpha == pytest.approx(20 / 105)
    assert found.image == (
        (False, False, True, True),
        (False, True, False, False),
        (True, False, False, False),
        (True, False, False, False),
    )


@pytest.mark.parametrize("seed", range(4))
def test_correlations_leave_out_the_two_and_are_numpy_s(seed):
    draw = np.random.default_rng(seed)
    upper = np.triu(draw.integers(0, 3, (9, 9)) * draw.random((9, 9)), 1)
    ties = upper + upper.T
    found = profile_correlations(ties)
    for i in range(9):
        for j in range(i):
            rows = np.delete(ties[[i, j]], [i, j], axis=1)
            assert found[i, j] == found[j, i] == pytest.approx(np.corrcoef(rows)[0, 1], abs=1e-9)
    assert (np.diag(found) == 1).all()


def test_profiles_without_variance_are_equal_or_not():
    # The leaves of a star are tied to the hub alone, which is tied to all of them; two that are
    # tied to each other alone have nobody else.
    star = profile_correlations(nx.to_numpy_array(nx.star_graph(3)))
    assert star[0, 1:].tolist() == [0, 0, 0]
    assert (star[1:, 1:] == 1).all()
    assert profile_correlations(nx.to_numpy_array(nx.path_graph(2))).tolist() == [[1, 1], [1, 1]]


# A hub that four are tied to, of whom nobody is tied to another: by hand, the four are equivalent.
STAR = Network.of(dataset("h a b c d z", ties=[("h", each) for each in "abcd"]))


def test_a_star_has_a_centre_and_equivalent_others():
    found = blockmodel(STAR, 2)
    assert members(found) == [["a", "b", "c", "d"], ["h"]]
    assert [position.ties for position in found.positions] == [(1, 1, 1, 1), (4,)]
    assert found.positions[0].alike == 1
    assert math.isnan(found.positions[1].alike)
    assert (found.ties, found.pairs) == (((0, 4), (4, 0)), ((6, 4), (4, 0)))
    assert found.densities[0] == (0, 1)
    assert math.isnan(found.densities[1][1])
    assert found.image == ((False, True), (True, None))
    assert found.density == 4 / 10
    assert [node.id for node in found.alone] == ["z"]


def test_equally_alike_organisations_stay_together():
    # Nothing tells the four apart, so that there are two positions and not five.
    assert members(blockmodel(STAR, 5)) == members(blockmodel(STAR, 2))
    assert members(blockmodel(STAR, 1)) == [["h", "a", "b", "c", "d"]]


def test_alpha_decides_what_is_tied_in_the_image():
    assert blockmodel(STAR, 2, alpha=0).image == ((True, True), (True, None))
    assert blockmodel(STAR, 2, alpha=1.5).image == ((False, False), (False, None))
    one = blockmodel(STAR, 1)
    assert one.image == ((True,),)
    assert one.densities == ((one.density,),)


def test_weights_are_compared_and_summed_when_the_selection_weighs_ties():
    data = dataset(
        "a b c d",
        took_part=[(who, group) for group in "xy" for who in "abc"] + [("c", "w"), ("d", "w")],
    )
    plain = blockmodel(Network.of(data), 1)
    weighed = blockmodel(Network.of(data).select(weight="count"), 1)
    # Three pairs share two groups, one shares one.
    assert (plain.density, weighed.density) == pytest.approx((4 / 6, 7 / 6))
    assert (plain.weighed, weighed.weighed) == (False, True)
    assert plain.ties == weighed.ties == ((4,),)


def test_without_ties_there_are_no_positions():
    found = blockmodel(Network.of(dataset("a b")))
    assert found.positions == found.densities == found.image == ()
    assert math.isnan(found.density)
    assert "0 positions" in blockmodel_text(found)


def test_what_cannot_be_done_is_refused_with_the_cure(monkeypatch):
    with pytest.raises(UsageError, match="`positions` 0"):
        blockmodel(STAR, 0)
    for alpha in (-1, math.nan, math.inf):
        with pytest.raises(UsageError, match="`alpha`"):
            blockmodel(STAR, alpha=alpha)
    monkeypatch.setattr(blockmodels_module, "MOST_COMPARED", 4)
    with pytest.raises(
        UsageError, match=r"5 organisations have ties, .* select fewer with `layer`"
    ):
        blockmodel(STAR)


def test_the_command_shows_positions_densities_and_image(sample):
    ran = graphkit("blockmodel", "--positions", 4, cwd=sample)
    assert ran.returncode == 0, ran.stderr
    # The five of Suwałki signed the same declaration as the cluster and have no other tie.
    assert "3  5 organisations, lowest correlation 1\n" in ran.stdout
    assert "density of ties within and between positions" in ran.stdout
    assert "image: 1 where the density is at least alpha" in ran.stdout
    ran = graphkit("blockmodel", "--blocks", "--format", "json", cwd=sample)
    rows = json.loads(ran.stdout)
    assert len(rows) == 4 * 5 / 2
    # By hand: all 10 pairs of the five are tied.
    assert [row for row in rows if row["position"] == row["with_position"] == 3] == [
        {
            "position": 3,
            "with_position": 3,
            "ties": 10,
            "pairs": 10,
            "density": 1.0,
            "image": True,
        }
    ]
    ran = graphkit("blockmodel", "--format", "csv", cwd=sample)
    assert ran.stdout.startswith("position,size,id,name,kind,sector,ties\n1,12,kom,")
    assert "21 organisations without ties not shown" in ran.stderr
    ran = graphkit("blockmodel", "--alpha", "-1", cwd=sample)
    assert ran.returncode == 2
