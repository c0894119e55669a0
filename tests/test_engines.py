"""Engines give what this process gives: equal values, rankings and errors.

The oracle of every value is the engine local, whose values the tests of the metrics check.
"""

from __future__ import annotations

import math
import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pyarrow
import pytest
from pyarrow import parquet
from scipy.sparse.csgraph import connected_components

import graphkit
from graphkit import Network
from graphkit.engines import ENGINES, Limits, engine_named, rank_pairs
from graphkit.engines.advice import FACTS, advice_on, advice_on_facts, advice_on_pairs, memory_here
from graphkit.engines.duckdb.duckdb_pairs import DuckDBPairs, held
from graphkit.engines.pairs import pairs_in
from graphkit.engines.sql.held_pairs import HeldPairs
from graphkit.engines.sql.searching import WITHIN, closenesses
from graphkit.export.networks import export_network
from graphkit.metrics import METRICS, Ranking
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS
from graphkit.model import GraphkitError, InvalidData, UsageError
from graphkit.sources import read_sample
from tests.amounts import examples
from tests.commands import graphkit as command
from tests.cordis import projects_of_2014
from tests.engines import assert_same, random_network
from tests.networks import dataset

TIGHT = "64MB"
"""A memory limit that the run beyond it exceeds."""

OTHERS = [name for name in ENGINES if name not in ("gds", "local", "spark")]
"""Spark has tests of its own, in one session."""


@pytest.fixture(scope="module")
def sample() -> Network:
    return Network.of(read_sample())


@pytest.fixture(scope="module")
def cordis() -> Network:
    return Network.of(projects_of_2014(1000))


@pytest.mark.parametrize("engine", OTHERS)
def test_an_engine_gives_what_this_process_gives(engine: str, sample: Network, cordis) -> None:
    assert_same(sample, engine)
    assert_same(sample.select(weight="newman", at="2014-11"), engine)
    assert_same(sample.select(backbone=True), engine, ["degree", "strength", "pagerank"])
    assert_same(sample.select(isolates="exclude", component="largest"), engine)
    for seed in range(2):
        network = random_network(random.Random(seed))
        assert_same(network, engine)
        assert_same(network.select(weight=["count", "newman"][seed % 2]), engine)
    assert_same(Network.of(dataset("a b")), engine)
    exact = [name for name, offer in engine_named(engine).offers.items() if not offer.error]
    assert_same(cordis, engine, exact)


@pytest.fixture(scope="module")
def held_cordis(cordis: Network, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HeldPairs]:
    folder = tmp_path_factory.mktemp("cordis") / "pairs"
    export_network(cordis, folder, "parquet")
    with held(pairs_in(folder), Limits()) as pairs:
        yield pairs


def test_components_of_any_length_take_few_rounds(tmp_path: Path) -> None:
    # By hand: a path of 3,000 in shuffled order, a pair and one alone are the components.
    ids = random.Random(0).sample(range(10, 3010), 3000)
    rows = [(each, f"{one}-{other}") for one, other in pairwise(ids) for each in (one, other)]
    table = [*((f"o{one:04}", group) for one, group in rows), ("a", "x"), ("b", "x"), ("c", "y")]
    names = ("organisation", "group")
    columns = dict(zip(names, map(list, zip(*table, strict=True)), strict=True))
    parquet.write_table(pyarrow.table(columns), tmp_path / "pairs.parquet")
    with held(pairs_in(tmp_path), Limits()) as pairs:
        assert pairs.components.tolist() == [0, 0, 1, *[2] * 3000]


def test_components_are_those_of_scipy(cordis: Network, held_cordis: HeldPairs) -> None:
    _, expected = connected_components(cordis.tied.projection(), directed=False)
    assert held_cordis.components.tolist() == expected.tolist()


def test_estimates_stay_within_their_error(cordis: Network, held_cordis: HeldPairs) -> None:
    exact = graphkit.rank(cordis, "closeness", ["harmonic"], engine="local")
    order = np.argsort([each.id for each in exact.organisations])
    within = []
    for seed in range(examples(40)):
        found = closenesses(held_cordis, Limits(pivots=64, seed=seed))
        for name in ("closeness", "harmonic"):
            true = np.array(exact.values[name])[order]
            known = found.errors[name] == 0
            assert 0 < known.sum() < len(true)
            np.testing.assert_allclose(found.values[name][known], true[known], rtol=1e-9)
            off = np.abs(found.values[name] - true)
            allowed = WITHIN * found.errors[name] * found.values[name]
            within.append((off <= allowed)[~known].mean())
    assert np.mean(within) >= 0.95
    every = closenesses(held_cordis, Limits(pivots=2000))
    np.testing.assert_allclose(
        every.values["closeness"], np.array(exact.values["closeness"])[order], rtol=1e-9
    )
    assert every.estimated == 0


def test_a_run_beyond_the_memory_limit_ends_with_the_same_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    class Watched(DuckDBPairs):
        def keep(self, name: str, query: str, *, along: str = "") -> None:
            super().keep(name, query, along=along)
            written.extend(self.rows("select size from duckdb_temporary_files()"))

    chance = np.random.default_rng(0)
    members, groups = chance.integers(0, 110_000, 800_000), chance.integers(0, 200_000, 800_000)
    table = {"organisation": members.astype(str), "group": groups.astype(str)}
    parquet.write_table(pyarrow.table(table), tmp_path / "pairs.parquet")
    tight = Limits(memory=TIGHT, spill=str(tmp_path / "spill"))
    one = rank_pairs(tmp_path, "degree", engine="duckdb", top=1000)
    monkeypatch.setattr("graphkit.engines.duckdb.duckdb_pairs.DuckDBPairs", Watched)
    with held(pairs_in(tmp_path), tight) as on:
        degrees = on.flow(np.ones(on.organisations), weighed=False)
        written.extend(on.rows("select size from duckdb_temporary_files()"))
        ids = on.ids()
    assert written, "nothing was written to disk, so the limit was not reached"
    place = {each: number for number, each in enumerate(ids)}
    assert len(ids) == one.of
    assert [degrees[place[each]] for each in one.organisations] == list(one.values["degree"])
    assert not (tmp_path / "spill").exists()


def test_limits_that_cannot_be_kept_are_said(tmp_path: Path) -> None:
    ids = [str(number) for number in range(200_000)]
    table = pyarrow.table({"organisation": ids, "group": ids})
    parquet.write_table(table, tmp_path / "pairs.parquet")
    with pytest.raises(GraphkitError, match="DuckDB ran out of memory"):
        rank_pairs(tmp_path, "degree", engine="duckdb", limits=Limits(memory="3MB"))
    with pytest.raises(UsageError, match="`seed` -1: give 0 or more"):
        Limits(seed=-1)
    with pytest.raises(UsageError, match="`memory` lots: write a size such as 2GB"):
        rank_pairs(
            tmp_path,
            "degree",
            engine="duckdb",
            limits=Limits(memory="lots", spill=str(tmp_path / "spill" / "deep")),
        )
    assert not (tmp_path / "spill").exists()


@pytest.fixture
def exported(sample: Network, tmp_path: Path) -> Path:
    export_network(sample.select(weight="newman"), tmp_path / "exported", "parquet")
    return tmp_path


def test_exported_pairs_are_ranked_without_a_store(exported: Path, sample: Network) -> None:
    asked = ("rank", "--pairs", "exported", "--by", "pagerank", "--metric", "strength")
    here = command(*asked, "--format", "csv", cwd=exported, GRAPHKIT_ENGINE="local")
    there = command(*asked, "--format", "table", "--engine", "duckdb", cwd=exported)
    assert here.returncode == there.returncode == 0, here.stderr + there.stderr
    assert there.stdout == command(*asked, cwd=exported).stdout
    found: Ranking = graphkit.rank(sample.select(weight="newman"), "pagerank", ["strength"])
    lines = [line.split(",") for line in here.stdout.splitlines()]
    assert lines[0] == ["rank", "id", "name", "kind", "strength", "pagerank"]
    assert len(lines) == len(found) + 1
    assert lines[1][:4] == ["1", "kom", "Klaster Obróbki Metali", "Cluster"]
    by_id = dict(
        zip((each.id for each in found.organisations), found.values["pagerank"], strict=True)
    )
    for line in lines[1:]:
        assert float(line[-1]) == pytest.approx(by_id[line[1]], rel=1e-9)
    ran = command(*asked, "--top", 1, "--manifest", "m.json", cwd=exported)
    assert ran.stderr.splitlines()[0] == "48 organisations ranked from exported"
    assert '"pairs": "sha256 ' in (exported / "m.json").read_text()
    assert '"name": "sample"' in (exported / "m.json").read_text()


def test_pairs_of_ones_own_need_two_columns(tmp_path: Path) -> None:
    # By hand: a and b share x and y, c is alone; weights make ties of 3.
    rows = [("a", "x", 1.0), ("b", "x", 1.0), ("b", "x", 1.0), ("a", "y", 2.0), ("b", "y", 2.0)]
    columns = dict(zip(("organisation", "group", "weight"), zip(*rows, strict=True), strict=True))
    table = pyarrow.table({name: [*cells, None] for name, cells in columns.items()})
    table = table.set_column(0, "organisation", [[*columns["organisation"], "c"]])
    # As a pattern this is the name of the other folder, and says a column to Hive.
    folder, other = tmp_path / "group=7 [a]*", tmp_path / "group=7 a"
    for each in (folder, other):
        each.mkdir()
    parquet.write_table(table.slice(0, 1), other / "pairs.parquet")
    file = folder / "pairs.parquet"
    parquet.write_table(table, file)
    for engine in ("local", *OTHERS):
        found = rank_pairs(folder, "strength", ["degree"], engine=engine)
        assert found.organisations == ("a", "b", "c")
        assert found.values == {"degree": (1, 1, 0), "strength": (3, 3, 0)}
        assert found.names == {}
        for number, column, value, said in (
            (1, "organisation", None, "row 2, column organisation: there is none; name one"),
            (4, "weight", 0.0, "row 6, column weight: not a number above 0; correct it"),
            # Statistics in the file leave it out.
            (4, "weight", math.nan, "row 6, column weight: not a number above 0; correct it"),
            (0, "weight", 1.5, "column weight: another row has another weight for this group"),
        ):
            changed = table.to_pylist()
            changed[max(number - 1, 0)][column] = value
            parquet.write_table(pyarrow.Table.from_pylist(changed, table.schema), file)
            with pytest.raises(InvalidData) as refused:
                rank_pairs(folder, "strength", engine=engine)
            assert said.partition("row ")[2][1:] in str(refused.value), engine
            parquet.write_table(table, file)
    parquet.write_table(table.drop_columns(["group"]), file)
    with pytest.raises(UsageError, match="there is no column group; found organisation, weight"):
        rank_pairs(folder, "strength")


def test_columns_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    texts = pyarrow.array(["a", "b"])
    for name, cells, wanted in (
        ("organisation", [1.0, 2.0], "make it text"),
        ("group", [b"x", b"x"], "make it text"),
        ("layer", [["m"], ["m"]], "make it text"),
        ("weight", ["1", "1"], "make it a number"),
        ("weight", [True, True], "make it a number"),
    ):
        table = pyarrow.table({"organisation": texts, "group": texts} | {name: cells})
        parquet.write_table(table, tmp_path / "pairs.parquet")
        for place, engine in (("", "local"), ("file://", "local"), ("file://", "duckdb")):
            with pytest.raises(UsageError, match=f"the column {name} is of type .*; {wanted}"):
                rank_pairs(f"{place}{tmp_path}", "strength", engine=engine)
    parquet.write_table(
        pyarrow.table({"organisation": np.arange(9999).astype(str), "group": ["g"] * 9999}),
        tmp_path / "pairs.parquet",
    )
    spoilt = bytearray((tmp_path / "pairs.parquet").read_bytes())
    spoilt[100:5000] = bytes(4900)
    (tmp_path / "pairs.parquet").write_bytes(spoilt)
    with pytest.raises(GraphkitError, match="Failed to read file"):
        rank_pairs(tmp_path, "degree", engine="duckdb")
    for whole in (texts.dictionary_encode(), texts.cast("large_string"), pyarrow.array([1, 2])):
        table = pyarrow.table({"organisation": whole, "group": whole})
        parquet.write_table(table, tmp_path / "pairs.parquet")
        for engine in ("local", "duckdb"):
            assert rank_pairs(f"file://{tmp_path}", "degree", engine=engine).of == 2


def test_what_stands_beside_pairs_is_checked(exported: Path) -> None:
    folder = exported / "exported"
    (folder / "nodes.parquet").write_bytes(b"PAR1")
    with pytest.raises(UsageError, match=r"nodes\.parquet: cannot be read as Parquet"):
        rank_pairs(folder, "degree")
    for content in ("{", "[]", '{"selection": 1}', '{"selection": {"weight": ["count"]}}'):
        (folder / "manifest.json").write_text(content)
        with pytest.raises(UsageError, match="json is not a manifest of graphkit"):
            rank_pairs(folder, "degree")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--engine", "duckdb"),
            "the engine duckdb does not compute betweenness; choose local",
        ),
        (
            ("--engine", "duckdb", "--by", "closeness"),
            "the engine duckdb does not compute closeness with weight newman; choose local",
        ),
        (("--memory", "1GB"), "--memory means nothing to the engine local; add --engine duckdb"),
        (
            ("--master", "local[2]", "--engine", "duckdb"),
            "--master means nothing to the engine duckdb; add --engine spark",
        ),
        (
            ("--bands", "--engine", "duckdb"),
            "--bands works only with the engine local; leave it out, or choose --engine local",
        ),
        (("--of", "groups"), "--pairs does not work with --of groups; leave out one of them"),
        (
            ("--layer", "membership"),
            "--pairs: these were selected when they were exported, so layer membership means "
            "nothing; leave it out, or export again",
        ),
    ],
)
def test_what_an_engine_cannot_do_is_refused(options, said: str, exported: Path) -> None:
    given = ("--by", "betweenness") if "--by" not in options else ()
    ran = command("rank", "--pairs", "exported", *given, *options, cwd=exported)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"graphkit: {said}\n"


def test_every_offer_is_a_metric_of_the_catalogue_and_local_has_them_all() -> None:
    for name in ENGINES:
        assert engine_named(name).name == name
        assert engine_named(name).offers.keys() <= ORGANISATION_METRICS.keys()
    assert engine_named("local").offers.keys() >= METRICS.keys()


def test_the_page_on_scale_says_what_each_engine_does() -> None:
    page = (Path(__file__).parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")
    head = " | ".join(ENGINES)

    def cells(first: str) -> dict[str, dict[str, str]]:
        table = page.partition(f"| {first} | {head} |\n")[2].partition("\n\n")[0]
        found = {}
        for line in table.splitlines()[1:]:
            name, *said = (cell.strip() for cell in line.strip("|").split("|"))
            by_engine = dict(zip(ENGINES, said, strict=True))
            found[name] = {
                engine: by_engine["duckdb"] if cell == "as duckdb" else cell
                for engine, cell in by_engine.items()
            }
        return found

    tasks = {"cohesion": "count", "info": "count", "export": "ties", "communities": "communities"}
    for command_name, said in cells("command").items():
        task = tasks.get(command_name.strip("`"))
        for engine, cell in said.items():
            assert task is None or (task in engine_named(engine).tasks) != cell.startswith("no")
    left = dict.fromkeys(ORGANISATION_METRICS)
    for names, said in cells("metric").items():
        listed = [name for name in left if _said(name) in names.split(", ")]
        if "the other two-mode metrics" in names:
            listed = list(left)
        assert listed
        for name, (engine, cell) in product(listed, said.items()):
            left.pop(name, None)
            offer = engine_named(engine).offers.get(name)
            assert (offer is None) == (cell == "no"), (name, engine)
            if offer is not None:
                assert offer.weighed != ("not with weights" in cell), (name, engine)
                assert bool(offer.error) == cell.startswith("estimated"), (name, engine)
    assert not left


def _said(metric: str) -> str:
    """A metric as the page names it."""
    special = {"pagerank": "PageRank", "harmonic": "harmonic closeness"}
    return special.get(metric) or metric.replace("-", " ").replace("two mode", "two-mode")


def test_advice_comes_from_counts(sample: Network, exported: Path) -> None:
    # By hand: groups of n members make n(n-1)/2 pairs, and a tie takes 160 bytes of half a machine.
    pairs = sum(size * (size - 1) // 2 for size in sample.tied.sizes().tolist())
    assert advice_on(sample.tied, memory=pairs * 320) == ""
    assert advice_on(sample.tied, memory=pairs * 320 - 1).startswith(f"{pairs} pairs of members")
    table = parquet.read_table(exported / "exported" / "pairs.parquet")
    parquet.write_table(pyarrow.concat_tables([table, table]), exported / "pairs.parquet")
    twice = pairs_in(exported)
    assert advice_on_pairs(twice, memory=pairs * 320) == ""
    assert advice_on_pairs(twice, memory=pairs * 320 - 1) == advice_on(sample.tied, memory=1)
    assert 10**8 < memory_here() < 10**14
    assert advice_on_facts(FACTS - 1) == ""
    assert "rank these pairs with the engine duckdb" in advice_on_facts(FACTS)


def test_overlap_is_refused_by_engines(tmp_path: Path) -> None:
    rows = [
        ("a", "g", {"start": "2001-01-01", "end": "2002-01-01"}),
        ("b", "g", {"start": "2005-01-01", "end": "2006-01-01"}),
        ("c", "g", {"start": "2001-01-01", "end": "2006-01-01"}),
    ]
    network = Network.of(dataset("a b c", took_part=rows)).select(overlap=True)
    export_network(network, tmp_path / "pairs", "parquet")
    with pytest.raises(UsageError, match="the pairs were selected with overlap"):
        rank_pairs(tmp_path / "pairs", "degree")


def test_importing_graphkit_and_its_engines_imports_no_engine() -> None:
    heavy = "duckdb pyspark pyarrow numpy scipy networkx".split()
    code = f"import graphkit.engines, sys; print([m for m in {heavy} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
