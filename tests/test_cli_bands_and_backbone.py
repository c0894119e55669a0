"""`rank --bands` and `rank --backbone` on the sample, as their user runs them.

What the sample's documents state is in `test_sample_network`; the expectations follow from there.
"""

from __future__ import annotations

import json

from tests.commands import graphkit


def test_bands_say_what_they_model_and_how_often_the_order_survives(sample):
    arguments = ("rank", "--bands", "--top", "2", "--draws", "50", "--format", "json")
    ran = graphkit(*arguments, cwd=sample)
    rows = json.loads(ran.stdout)
    assert [row["id"] for row in rows] == ["kom", "chm"]
    assert all(row["rank_5"] <= row["rank_95"] for row in rows)
    assert rows[0]["in_top_2"] > rows[1]["in_top_2"]
    assert "how stable ranks are when facts are dropped at random" in ran.stderr
    assert "the order of the first 2 survives in" in ran.stderr
    assert graphkit(*arguments, cwd=sample).stdout == ran.stdout


def test_settings_of_the_bands_and_of_the_backbone_need_these(sample):
    for wrong, cure in (
        (["--keep", "0.8"], "works only with --bands facts"),
        (["--fdr", "0.1"], "add --backbone"),
    ):
        ran = graphkit("rank", *wrong, cwd=sample)
        assert ran.returncode == 2
        assert cure in ran.stderr


def test_a_backbone_without_pairs_says_how_near_the_nearest_came(sample):
    ran = graphkit("rank", "--backbone", cwd=sample)
    # The sample has one direct tie, which stays.
    assert "backbone: 1 of 99 pairs that share a group are kept, the 1 with a direct" in ran.stderr
    assert "not significant in that many tests" in ran.stderr
