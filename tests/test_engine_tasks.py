"""What engines do besides measuring organisations: the whole network, its ties, comparisons.

The oracle is the engine local, whose results the tests of the metrics check.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import networkx as nx
import numpy as np
import pyarrow
import pytest
from pyarrow import parquet

import graphkit.engines as engines
from graphkit import Network
from graphkit.engines.duckdb.repeats import Repeats
from graphkit.engines.engine import ENGINES, TASKS, engine_named
from graphkit.engines.sql.links import Links, Rows, starts, transposed
from graphkit.engines.whole_network import ORDER
from graphkit.export.networks import export_network
from graphkit.metrics import CATALOGUE
from graphkit.metrics import cohesion as in_memory
from graphkit.model import GraphkitError, UsageError
from graphkit.sources import read_sample
from tests.commands import graphkit as command
from tests.networks import dataset
from tests.object_store import running_object_store

COUNTED = {
    "density",
    "components",
    "largest-component",
    "isolates",
    "fragmentation",
    "connectedness",
    "degree-centralisation",
    "two-mode-density",
}
"""The measures that follow from what an engine counts."""


def able(task: str) -> list[str]:
    """The engines that do a task, but for local; Spark and GDS have tests of their own."""
    others = [name for name in ENGINES if name not in ("gds", "local", "spark")]
    return [name for name in others if task in engine_named(name).tasks]


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.of(read_sample())


@pytest.fixture(scope="module")
def several(network: Network) -> list[Network]:
    """Networks with isolates, several components, weights, direct ties, and without any tie."""
    ids = " ".join(f"o{number}" for number in range(30))
    chance = random.Random(1)
    took_part = [(f"o{chance.randrange(20)}", f"g{chance.randrange(9)}") for _ in range(40)]
    ties = [("o21", "o22", {"weight": 2.5}), ("o22", "o23", {"weight": 0.5})]
    own = Network.of(dataset(ids, took_part=sorted(set(took_part)), ties=ties))
    return [
        network,
        network.select(weight="newman", at="2014-11"),
        network.select(backbone=True),
        own,
        own.select(weight="count"),
        Network.of(dataset("a b")),
        Network.of(dataset("a")),
    ]


@pytest.fixture
def exported(network: Network, tmp_path: Path) -> Path:
    export_network(network, tmp_path / "exported", "parquet")
    return tmp_path


@pytest.mark.parametrize("engine", able("count"))
def test_an_engine_counts_what_this_process_counts(engine: str, several: list[Network]) -> None:
    for network in several:
        here, there = engines.cohesion(network, draws=0), engines.cohesion(network, engine=engine)
        known = COUNTED - ({"two-mode-density"} if network.backbone is not None else set())
        assert [each.name for each in there.measures] == list(ORDER)
        for each in there.measures:
            if each.name in known:
                assert each in here.measures or each.value != each.value
                assert "choose" not in each.note
            else:
                assert np.isnan(each.value)
                assert each.note == f"the engine {engine} does not compute it; choose local"
        for name in ("organisations", "tied", "ties", "groups", "by"):
            assert getattr(here, name) == getattr(there, name)
        assert engines.summarise(network, engine=engine) == engines.summarise(network)


def test_the_order_of_measures_is_that_of_this_process(network: Network) -> None:
    found = in_memory(network, draws=0)
    assert tuple(dict.fromkeys(each.name for each in found.measures)) == ORDER
    assert set(ORDER) <= CATALOGUE.keys()


@pytest.mark.parametrize("engine", able("ties"))
def test_ties_have_the_same_bytes_from_every_engine(
    engine: str, several: list[Network], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.engines.tie_file.ROWS", 40)
    monkeypatch.setattr("graphkit.engines.sql.links.BLOCK", 60)
    files = [tmp_path / "here.parquet", tmp_path / "there.parquet"]
    for network in several:
        for name, file in zip(("local", engine), files, strict=True):
            engines.write_ties(network, file, engine=name)
        assert files[0].read_bytes() == files[1].read_bytes()
        written = {
            (row["source"], row["target"]): row["weight"]
            for row in parquet.read_table(files[1]).to_pylist()
        }
        graph = network.tied.graph()
        assert written == nx.get_edge_attributes(graph, "weight")
    assert parquet.ParquetFile(files[0]).metadata.num_columns == 3


def test_commands_take_pairs_instead_of_a_store(exported: Path, network: Network) -> None:
    export_network(network, exported / "here.parquet")
    for engine in ("local", *able("count")):
        asked = ("--pairs", "exported", "--engine", engine)
        ran = command("cohesion", *asked, "--format", "csv", cwd=exported)
        assert ran.returncode == 0, ran.stderr
        rows = dict(line.split(",", 3)[::2][:2] for line in ran.stdout.splitlines())
        assert (rows["ties"], rows["isolates"], rows["diameter"]) == ("99", "21", "")
        assert "Klaster Obróbki Metali" in ran.stdout
        ran = command("info", *asked, "--format", "csv", cwd=exported)
        assert ran.returncode == 0, ran.stderr
        assert "members of the largest group,,12" in ran.stdout
        assert "digest,sample: " in ran.stdout
        ran = command("export", "-o", "there.parquet", *asked, "--mode", "one", cwd=exported)
        assert (ran.returncode, ran.stderr) == (0, "wrote there.parquet\n")
        tables = [parquet.read_table(exported / f"{name}.parquet") for name in ("here", "there")]
        assert tables[0].equals(tables[1])


def test_commands_read_a_store_for_an_engine(sample: Path, tmp_path: Path) -> None:
    asked = {"GRAPHKIT_STORE": str(sample / "graphkit-store")}
    by_engine = asked | {"GRAPHKIT_ENGINE": "duckdb"}

    def both(*words: object, here: tuple[object, ...] = ()) -> tuple[str, str]:
        runs = (
            command(*words, *here, cwd=tmp_path, **asked),
            command(*words, cwd=tmp_path, **by_engine),
        )
        assert [ran.returncode for ran in runs] == [0, 0], runs
        assert runs[0].stderr == runs[1].stderr
        return runs[0].stdout, runs[1].stdout

    for words in (
        ("info",),
        ("export", "-o", "ties.parquet"),
        ("export", "-o", "network", "--format", "parquet"),
    ):
        here, there = both(*words)
        assert here == there
    here, there = both("cohesion", "--draws", 0)
    assert here.splitlines()[:6] == there.splitlines()[:6]
    assert "the engine duckdb does not compute it; choose local" in there
    sides = ("compare", "at=2011", "at=2014-11", "--metric", "pagerank", "--format", "csv")
    here, there = both(*sides, here=("--draws", 0))
    assert here == there


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("communities",),
            "the engine duckdb does not find communities; choose local or gds",
        ),
        (
            ("cohesion", "--chance"),
            "--chance works only with the engine local; leave it out, or choose --engine local",
        ),
        (
            ("compare", "at=2011", "at=2014", "--draws", 20),
            "--draws works only with the engine local; leave it out, or choose --engine local",
        ),
        (
            ("export", "-o", "network.gexf"),
            "--engine works only with the format ties, not with gexf; choose --format ties, or "
            "--engine local",
        ),
        (
            ("export", "-o", "network.gexf", "--pairs", "exported"),
            "--pairs works only with the format ties, not with gexf; choose --format ties, or "
            "leave it out",
        ),
        (
            ("export", "-o", "ties.parquet", "--mode", "two"),
            "--mode two means nothing in ties; leave it out",
        ),
        (
            ("export", "-o", "-", "--format", "ties"),
            "-o -: ties are written to a file by engines; name one",
        ),
        (
            ("cohesion", "--pairs", "exported", "--draws", 5),
            "--pairs does not work with --draws; leave out one of them",
        ),
        (
            ("info", "--pairs", "exported", "--layer", "tie"),
            "--pairs: these were selected when they were exported, so layer tie means nothing; "
            "leave it out, or export again",
        ),
    ],
)
def test_what_an_engine_cannot_do_is_refused(words, said: str, exported: Path) -> None:
    ran = command(*words, "--engine", "duckdb", cwd=exported)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"graphkit: {said}\n"


def test_every_task_is_known_and_local_does_all() -> None:
    for name in ENGINES:
        assert set(engine_named(name).tasks) <= TASKS.keys()
    assert set(engine_named("local").tasks) == TASKS.keys()


@pytest.mark.parametrize("budget", [0, 30, 120, 400, None])
def test_repeats_are_the_same_whichever_groups_are_large(
    budget: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By hand: k - 1 for the pairs that share k > 1 groups, from the product of the incidence.
    monkeypatch.setattr("graphkit.engines.sql.links.BLOCK", 16)
    chance = np.random.default_rng(0)
    incidence = (chance.random((40, 12)) < np.linspace(0.02, 0.9, 12)).astype(np.int64)
    incidence[:, 0] = 0
    incidence[-2:] = 0
    groups_of = Rows(starts(incidence.sum(axis=1)), np.nonzero(incidence)[1].astype(np.int32))
    links = Links(groups_of, transposed(groups_of, 12))
    shared = incidence @ incidence.T
    np.fill_diagonal(shared, 0)
    values = chance.random(40)
    found = Repeats(links, tmp_path, budget).times(values)
    np.testing.assert_allclose(found, np.maximum(shared - 1, 0) @ values, rtol=1e-12, atol=1e-12)
    assert links.bounds().tolist() == (shared.sum(axis=1)).tolist()


def test_the_pairs_of_a_large_group_are_never_listed(tmp_path: Path) -> None:
    # By hand: all 50,000 members of one group are in a second one, and one of them in a third with
    # a newcomer. 1.25 billion pairs share two groups; each member is tied to 49,999 others.
    members = [f"o{number:05}" for number in range(50_000)]
    columns = {
        "organisation": [*members, *members, members[0], "z"],
        "group": ["a"] * 50_000 + ["b"] * 50_000 + ["c", "c"],
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "pairs.parquet")
    found = engines.rank_pairs(
        tmp_path, "degree", ["pagerank"], engine="duckdb", limits=engines.Limits(memory="1GB")
    )
    degrees = dict(zip(found.organisations, found.values["degree"], strict=True))
    assert degrees == dict.fromkeys(members, 49_999) | {members[0]: 50_000, "z": 1}
    with pytest.raises(GraphkitError, match="a group of 50,000 members makes 20,832,083,350,000;"):
        engines.rank_pairs(tmp_path, "local-clustering", engine="duckdb")


def test_pairs_are_read_at_addresses(exported: Path, network: Network) -> None:
    stored = pytest.importorskip("fsspec").filesystem("memory")
    for file in (exported / "exported").iterdir():
        stored.pipe_file(f"/pairs-of-a-test/{file.name}", file.read_bytes())
    expected = engines.rank_pairs(exported / "exported", "strength", engine="local")
    for engine in ("local", "duckdb"):
        for address in ("memory://pairs-of-a-test", (exported / "exported").as_uri()):
            found = engines.rank_pairs(address, "strength", engine=engine)
            assert (found.organisations, found.values) == (expected.organisations, expected.values)
            assert found.names == expected.names
        for address, said in (
            ("memory://nothing", "memory://nothing/pairs.parquet: cannot be read ("),
            ("gopher://a/b", "gopher://a/b/pairs.parquet: cannot be read ("),
        ):
            with pytest.raises(UsageError) as refused:
                engines.rank_pairs(address, "strength", engine=engine)
            assert str(refused.value).startswith(said)
            assert str(refused.value).endswith("or copy the folder to this machine")
    stored.rm("/pairs-of-a-test", recursive=True)


def test_pairs_are_read_from_an_object_store(
    exported: Path, network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(exported / "exported", tmp_path / "stored" / "bucket" / "whole")
    alone = tmp_path / "stored" / "bucket" / "alone"
    alone.mkdir()
    shutil.copy(exported / "exported" / "pairs.parquet", alone)
    ones = {
        name: engines.rank_pairs(exported / "exported", "strength", engine=name)
        for name in ("local", "duckdb")
    }
    with running_object_store(tmp_path / "stored") as address:
        for name, value in (
            ("AWS_ENDPOINT_URL", address),
            ("AWS_ACCESS_KEY_ID", "nobody"),
            ("AWS_SECRET_ACCESS_KEY", "nothing"),
            ("AWS_DEFAULT_REGION", "us-east-1"),
            ("AWS_EC2_METADATA_DISABLED", "true"),
        ):
            monkeypatch.setenv(name, value)
        for engine, one in ones.items():
            found = engines.rank_pairs("s3://bucket/whole", "strength", engine=engine)
            assert (found.values, found.names) == (one.values, one.names)
            # Without a manifest and names; weights weigh then, which strengths do not show.
            found = engines.rank_pairs("s3://bucket/alone", "strength", engine=engine)
            assert (found.values["strength"], found.names) == (one.values["strength"], {})
            with pytest.raises(UsageError, match="s3://bucket/none/pairs"):
                engines.rank_pairs("s3://bucket/none", "strength", engine=engine)


def test_loading_says_from_which_size_on_a_store_is_the_wrong_place(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample, tmp_path / "copy")
    for facts, said in ((10**6, ""), (10, "facts take long to read; export them once")):
        monkeypatch.setattr("graphkit.engines.advice.FACTS", facts)
        ran = command("load", "tables", cwd=tmp_path / "copy")
        assert ran.returncode == 0, ran.stderr
        assert said in ran.stderr
        assert ("take long" in ran.stderr) == bool(said)
