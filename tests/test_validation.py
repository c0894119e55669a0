"""docs/validation.md covers the catalogue, and what it says holds on the small networks.

The expected values are those of the oracles in benchmarks/oracles.py and oracles_of_chance.py, and
of R's sna, igraph and bicm.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from graphkit.metrics.catalogue import CATALOGUE

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import validation  # noqa: E402
from oracles_of_chance import dealt_ei_index  # noqa: E402
from validation_networks import SMALL  # noqa: E402

WRITTEN = validation.DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize("metric", [*CATALOGUE, validation.BACKBONE])
def test_every_metric_is_compared(metric: str) -> None:
    assert f"\n| `{metric}` | " in WRITTEN


@pytest.mark.parametrize(
    "each", validation.COMPARISONS, ids=lambda each: f"{each.metric}, {each.oracle}"
)
def test_a_stated_difference_holds_on_a_small_network(each: validation.Comparison) -> None:
    if each.package:
        pytest.importorskip(each.package, reason=f"{each.package}: see the extra benchmark")
    stated = [least for least in each.bounds if each.line(least) in WRITTEN]
    assert stated, "run `make validation`"
    small = [name for name in each.networks if name in SMALL]
    assert each.largest(small) <= stated[0]


def test_the_rest_of_the_document_is_its_template() -> None:
    for part in re.split(r"\{\w+\}", validation.TEXT.read_text(encoding="utf-8")):
        assert part in WRITTEN, "run `make validation`"


def test_deals_are_listed_and_counted_as_by_hand() -> None:
    # A path of three, two of them of one kind: of the three deals, two have one tie between kinds,
    # and one (the other kind in the middle) has two. The indices are 0, 0 and 1, their mean 1/3.
    path = [("a", "b"), ("b", "c")]
    assert dealt_ei_index(path, {"a": "x", "b": "x", "c": "y"}) == pytest.approx((1 / 3, 1))
    assert dealt_ei_index(path, {"a": "x", "b": "y", "c": "x"}) == pytest.approx((1 / 3, 1 / 3))


def test_networkx_s_own_values_differ_as_the_document_says() -> None:
    for metric, value in validation.where_networkx_differs().items():
        assert value > 1e-7
        assert f"| {value:.1g} (" in WRITTEN, metric


def test_a_difference_is_seen() -> None:
    nan = float("nan")
    assert validation.difference({"a": 1.0, "b": nan}, {"a": 1.5, "b": nan}) == 0.5
    assert validation.difference({"a": 1.0}, {"a": nan}) == float("inf")
    assert validation.difference(nan, 1.0) == float("inf")
