"""docs/validation.md covers the catalogue, and what it says holds on the small networks.

The expected values are those of the oracles in benchmarks/oracles.py, and of R's sna and igraph.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graphkit.metrics.catalogue import CATALOGUE

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import validation  # noqa: E402

WRITTEN = validation.DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize("metric", CATALOGUE)
def test_every_metric_is_compared(metric: str) -> None:
    assert f"\n| `{metric}` | " in WRITTEN


@pytest.mark.parametrize(
    "each", validation.COMPARISONS, ids=lambda each: f"{each.metric}, {each.oracle}"
)
def test_a_stated_difference_holds_on_a_small_network(each: validation.Comparison) -> None:
    if each.oracle == validation.IGRAPH:
        pytest.importorskip("igraph", reason="igraph is not installed (extra benchmark)")
    stated = [least for least in validation.BOUNDS if validation.line(each, least) in WRITTEN]
    assert stated, "run `make validation`"
    small = [name for name in each.networks if name in (*validation.FEW, validation.WOMEN)]
    assert each.largest(small) <= stated[0]


def test_networkx_s_own_values_differ_as_the_document_says() -> None:
    for metric, value in validation.where_networkx_differs().items():
        assert value > 1e-7
        assert f"| {value:.1g} (" in WRITTEN, metric


def test_a_difference_is_seen() -> None:
    nan = float("nan")
    assert validation.difference({"a": 1.0, "b": nan}, {"a": 1.5, "b": nan}) == 0.5
    assert validation.difference({"a": 1.0}, {"a": nan}) == float("inf")
    assert validation.difference(nan, 1.0) == float("inf")
