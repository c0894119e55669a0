"""Ranks without each source, worked out by hand."""

from __future__ import annotations

import pytest

from graphkit.export.source_bands import source_bands_remark, source_bands_table
from graphkit.metrics import rank, source_bands
from graphkit.network import Network
from graphkit.store import open_store
from tests.commands import graphkit
from tests.networks import dataset

TIES = [
    ("a", "b", {"source": "minutes"}),
    ("a", "c", {"source": "minutes"}),
    ("a", "d", {"source": "minutes"}),
    ("b", "c", {"source": "letter"}),
    ("b", "d"),
]
"""a has three ties, b three, c and d two each; what has no source is never left out."""


def found(ties, by="degree", **words):
    network = Network.of(dataset("a b c d", ties=ties)).select(**words)
    return source_bands(network, rank(network, by))


def test_each_source_is_left_out_with_what_it_alone_states():
    bands = found(TIES)
    # Without the minutes b has two ties, c and d one, a none: b 1, c and d 2, a 4.
    # Without the letter a has three, b and d two, c one: a 1, b and d 2, c 4.
    ids = [node.id for node in bands.ranking.organisations]
    ranks = dict(zip(ids, zip(bands.best, bands.worst, strict=True), strict=True))
    assert ranks == {"a": (1, 4), "b": (1, 2), "c": (2, 4), "d": (2, 3)}
    carrier = dict(zip(ids, bands.carrier, strict=True))
    assert {each: source and source.id for each, source in carrier.items()} == {
        "a": "minutes",
        "b": "letter",
        "c": "letter",
        "d": None,
    }
    assert [
        (source.id, alone) for source, alone in zip(bands.sources, bands.alone, strict=True)
    ] == [
        ("letter", 1),
        ("minutes", 3),
    ]
    assert "which alone states 1 fact, carries 2 of the first 4" in source_bands_remark(bands)


def test_one_that_is_no_longer_there_has_the_rank_after_the_last():
    bands = found(TIES, isolates="exclude")
    place = [node.id for node in bands.ranking.organisations].index("a")
    assert bands.worst[place] == 4  # b, c and d are left


def test_without_a_source_nothing_changes():
    bands = found([("a", "b"), ("b", "c")])
    assert bands.best == bands.worst == bands.ranking.ranks
    assert bands.sources == ()
    assert "no source alone states a fact" in source_bands_remark(bands)


def test_the_table_has_the_range_after_the_rank():
    table = source_bands_table(found(TIES), 1)
    assert table.columns[:4] == ("rank", "rank_best", "rank_worst", "carried_by")
    assert table.rows[0][:4] == (1, 1, 4, "minutes")


def test_bands_alone_are_those_of_facts(tmp_path):
    with open_store(tmp_path / "store") as store:
        store.load(dataset("a b c d", ties=TIES))

    def run(*words):
        return graphkit("rank", *words, "--store", tmp_path / "store", cwd=tmp_path)

    assert "rank_5" in run("--bands", "--format", "csv").stdout
    assert run("--bands", "facts").stdout == run("--bands").stdout
    assert "carried_by" in run("--bands", "sources", "--by", "degree", "--format", "csv").stdout


@pytest.mark.parametrize("words", [["--draws", "5"], ["--keep", "0.5"], ["--seed", "1"]])
def test_sources_are_not_drawn(tmp_path, words):
    ran = graphkit("rank", "--bands", "sources", *words, cwd=tmp_path)
    assert ran.returncode == 2
    assert f"{words[0]} works only with --bands facts" in ran.stderr
