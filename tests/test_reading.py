"""Numbers in tables for reading are rounded; data formats keep every digit."""

from __future__ import annotations

import json
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.export import Table, render
from graphkit.export.reading import cells_for_reading
from graphkit.model.rounded import rounded


def read(*values: object) -> list[str]:
    """A column for reading."""
    return [text for (text,) in cells_for_reading(Table.of(["x"], [[value] for value in values]))]


# By hand.
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.28867513459481287, "0.289"),
        (0.5, "0.5"),
        (0.8996, "0.9"),
        (20.0, "20"),
        (-0.0, "0"),
        (-8.4149, "-8.41"),
        (99.96, "100"),
        (554.0, "554"),
        (1234.5678, "1235"),
        (123456789.4, "123456789"),
        (0.000999, "0.000999"),
        (0.00001234, "1.23e-05"),
        (1.5e300, "1.5e+300"),
        (math.nan, "–"),
        (-math.inf, "–"),
        (554, "554"),
        (10**20, "1" + "0" * 20),
        (True, "true"),
        (None, ""),
        ([0.28867, 2.0, "a"], "0.289|2|a"),
        ({"most": 1.797e308}, '{"most": 1.797e+308}'),  # rounded up it would be infinite
        ({"share": 0.28867, "of": [1.0, math.nan]}, '{"share": 0.289, "of": [1.0, null]}'),
    ],
)
def test_a_number_has_three_digits_and_a_whole_number_stays_whole(value, text):
    assert read(value) == [text]


def test_different_numbers_of_neighbouring_rows_read_differently():
    # By hand: the first two differ in the fourth digit, and the last is no neighbour of the third.
    assert read(0.28912, 0.28867, 0.1, 0.289) == ["0.2891", "0.2887", "0.1", "0.289"]
    assert read(0.288499, 0.28851) == ["0.288", "0.289"]
    assert read(3, 3.0004, 1.0) == ["3", "3.0004", "1"]


def test_a_number_reads_the_same_in_all_rows():
    assert read(0.28912, 0.28867, 0.1, 0.28867) == ["0.2891", "0.2887", "0.1", "0.2887"]


def test_numbers_that_share_a_rank_read_the_same():
    # Either side of a number that ends in 5: rounded one by one, they would read 0.288 and 0.289.
    assert rounded(0.2885 - 1e-12) != rounded(0.2885 + 1e-12)
    assert len(set(read(0.2885 + 1e-12, 0.2885 - 1e-12))) == 1


@given(st.lists(st.floats(min_value=-1e300, max_value=1e300), max_size=30))
def test_the_order_of_a_ranking_can_be_read_and_no_number_is_far_off(values):
    ordered = sorted(values)
    texts = [float(text) for text in read(*ordered)]
    for (low, high), (first, second) in zip(pairwise(ordered), pairwise(texts), strict=True):
        assert first <= second
        if not math.isclose(low, high, rel_tol=1e-8, abs_tol=1e-14):
            assert first < second
    for value, text in zip(ordered, texts, strict=True):
        assert math.isclose(value, text, rel_tol=0.0051, abs_tol=1e-15)


def test_formats_for_reading_round_and_the_others_keep_every_digit():
    table = Table.of(["name", "value"], [["a", 0.28867513459481287], ["b", 20.0]])
    for form in ("table", "md"):
        assert "0.289" in render(table, form)
        assert "0.2886" not in render(table, form)
        assert "20.0" not in render(table, form)
    for form in ("csv", "tsv", "json", "jsonl"):
        assert "0.28867513459481287" in render(table, form)
    assert json.loads(render(table, "json"))[1]["value"] == 20
    assert render(table, "md").splitlines()[2:] == ["| a | 0.289 |", "| b | 20 |"]
