"""Bands of ranks: shares of draws worked out by hand, over many draws and with fixed seeds."""

from __future__ import annotations

import math

import numpy as np
import pytest

from graphkit.export.ranking import bands_remark, ranking_table
from graphkit.metrics import METRICS, rank, rank_bands
from graphkit.metrics.ranking import shared_ranks
from graphkit.model import UsageError
from graphkit.network import Network
from tests.networks import dataset

STAR = Network.of(dataset("a b c", ties=[("a", "b"), ("b", "c")]))
CLOSE_PAIR = dataset(
    " ".join(["a", "b", *(f"n{n:02}" for n in range(60))]),
    signed=[(each, f"d{n}") for n in range(8) for each in ("a", "b", f"n{n:02}")]
    + [(f"n{n:02}", f"e{n // 2}") for n in range(60)]
    + [(f"n{n:02}", f"f{n % 30}") for n in range(60)],
)
"""Of 62 companies a and b alone share more declarations than by chance: eight, of 74."""

DRAWS = 400
CLOSE = 4 * math.sqrt(0.25 / DRAWS)
"""Four standard errors of a share of so many draws; the seeds are fixed, so nothing flickers."""


def shares(bands):
    return dict(zip((node.id for node in bands.ranking.organisations), bands.in_top, strict=True))


def test_the_chance_of_the_first_place_is_the_one_worked_out_by_hand():
    bands = rank_bands(STAR, rank(STAR, "degree"), top=1, draws=DRAWS)
    # Both ties kept (0.81): b alone is first. One kept (0.09 each): b shares with its neighbour.
    # None kept (0.01): all three share.
    third = 0.01 / 3
    expected = {"b": 0.81 + 0.09 + third, "a": 0.045 + third, "c": 0.045 + third}
    assert shares(bands) == pytest.approx(expected, abs=CLOSE)
    assert sum(bands.in_top) == pytest.approx(1)
    assert (bands.first, bands.same_first) == (1, pytest.approx(0.81, abs=CLOSE))


def test_with_every_fact_kept_nothing_moves():
    network = Network.of(
        dataset("a b c d", signed=[("a", "x"), ("b", "x"), ("c", "x")], ties=[("a", "d")])
    )
    ranking = rank(network, "betweenness")
    bands = rank_bands(network, ranking, keep=1.0, draws=5)
    assert bands.low == bands.high == ranking.ranks
    assert (bands.first, bands.same_first, bands.same_order) == (4, 1.0, 1.0)


def test_a_place_that_two_facts_state_is_lost_only_with_both():
    network = Network.of(
        dataset(
            "a b c",
            took_part=[("a", "p", {"role": "host"}), ("a", "p", {"role": "speaker"}), ("b", "p")],
        )
    )
    bands = rank_bands(network, rank(network, "degree"), top=2, draws=DRAWS, keep=0.5)
    # The tie stands with its other end (0.5) and one of the two facts or both (0.75).
    assert bands.same_first == pytest.approx(0.5 * 0.75, abs=CLOSE)


def test_a_fact_unknown_at_the_date_is_kept_half_the_time():
    network = Network.of(
        dataset("a b c", ties=[("a", "b"), ("b", "c", {"start": "2010", "end": "2020"})])
    ).select(at="2015")
    bands = rank_bands(network, rank(network, "degree"), top=1, draws=DRAWS)
    assert bands.unknown == 1
    assert bands.same_first == pytest.approx(0.9 * 0.5, abs=CLOSE)
    assert "1 that may not have been in force with probability 0.5" in bands_remark(bands)


def test_the_order_survives_where_none_change_places_or_come_level():
    # By strength a (2+3) before b (3) before c (2): each weight is a tie of its own.
    network = Network.of(
        dataset("a b c", ties=[("a", "b", {"weight": 3}), ("a", "c", {"weight": 2})])
    ).select(weight="count")
    bands = rank_bands(network, rank(network, "strength"), draws=DRAWS)
    # Both kept, else a comes level with the one it keeps: 0.81.
    assert bands.same_order == pytest.approx(0.81, abs=CLOSE)
    assert bands.same_first == 1.0  # all are shown


def test_ranks_range_from_the_5_to_the_95_percent_quantile():
    bands = rank_bands(STAR, rank(STAR, "degree"), draws=DRAWS)
    # b is first whatever is drawn; a is level with it in 0.10 of the draws, else second, or third
    # where the other tie alone is kept (0.09).
    assert dict(
        zip(
            (node.id for node in bands.ranking.organisations),
            zip(bands.low, bands.high, strict=True),
            strict=True,
        )
    ) == {"b": (1, 1), "a": (1, 3), "c": (1, 3)}


def test_the_same_seed_gives_the_same_bands_and_another_others():
    ranking = rank(STAR)
    bands = rank_bands(STAR, ranking, draws=50)
    assert bands == rank_bands(STAR, ranking, draws=50)
    assert bands.same_order != rank_bands(STAR, ranking, draws=50, seed=1).same_order


def test_a_rank_shared_beyond_the_edge_is_not_taken_for_an_order():
    network = Network.of(dataset("a b c d"))
    bands = rank_bands(network, rank(network), top=2, draws=20)
    assert bands.first == 0
    assert bands.in_top == (0.5,) * 4
    assert "there is no order" in bands_remark(bands)


@pytest.mark.parametrize("organisations", ["", "a"])
def test_the_smallest_networks_have_bands_too(organisations):
    network = Network.of(dataset(organisations))
    bands = rank_bands(network, rank(network), draws=3)
    assert bands.high == (1,) * len(organisations)
    assert "share the first rank" not in bands_remark(bands)


def test_the_table_has_the_bands_after_the_rank():
    ranking = rank(STAR)
    table = ranking_table(ranking, 2, bands=rank_bands(STAR, ranking, top=2, draws=10))
    assert table.columns[:5] == ("rank", "rank_5", "rank_95", "in_top_2", "id")
    assert len(table.rows) == 2


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"top": 0}, {"keep": 0}, {"keep": 1.5}])
def test_impossible_settings_are_refused(wrong):
    with pytest.raises(UsageError, match=next(iter(wrong))):
        rank_bands(STAR, rank(STAR), **wrong)


def test_values_near_in_a_row_share_a_rank_only_with_the_first():
    # Each is within 1e-9 of the one before it, the third is not of the first.
    values = np.array([1.0, 1.0 - 8e-10, 1.0 - 16e-10, float("nan"), 0.5])
    assert shared_ranks(values, METRICS["betweenness"]).tolist() == [1, 1, 3, 5, 4]


def test_a_backbone_is_taken_again_at_its_own_rate_and_each_draw_is_reported():
    network = Network.of(CLOSE_PAIR)
    assert network.select(backbone=True).graph().number_of_edges() == 1
    strict = network.select(backbone=True, fdr=1e-9)
    assert strict.graph().number_of_edges() == 0
    told = []
    bands = rank_bands(
        strict, rank(strict, "degree"), keep=1.0, draws=3, progress=lambda *done: told.append(done)
    )
    assert bands.low == bands.high == bands.ranking.ranks == (1,) * 62
    assert told == [("draws", number, 3) for number in (1, 2, 3)]
    # Ranks are whole numbers, also where they are written as JSON.
    assert {type(each) for each in bands.low + bands.high} == {int}
