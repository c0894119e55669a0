"""Spark gives what this process gives, on a cluster of which a worker is lost.

All tests run in one session, on a real cluster of a master and two workers. One of these is soon
lost, and the other works for the rest of the tests, since each has classes to load. The oracle of
every value is the engine local, whose values the tests of the metrics check.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx
import numpy as np
import pyarrow
import pytest
from pyarrow import parquet

import graphkit
import graphkit.engines as engines
from graphkit import Network
from graphkit.engines import Limits, rank_pairs
from graphkit.engines.handing_over import handed_over
from graphkit.engines.spark.matrix import Matrix
from graphkit.engines.spark.session import megabytes, session
from graphkit.engines.spark.spark_pairs import held
from graphkit.export.networks import export_network
from graphkit.model import InvalidData, UsageError
from graphkit.sources import read_sample
from graphkit.store.ports import free_port
from tests.commands import graphkit as command
from tests.commands import graphkit_process
from tests.cordis import projects_of_2014
from tests.engines import assert_same, random_network, shared
from tests.networks import dataset
from tests.spark_cluster import QUICK, Cluster, running_cluster

pytestmark = [
    pytest.mark.xdist_group("spark"),
    pytest.mark.skipif(sys.platform == "win32", reason="the cluster's Java is a shell script"),
]

CONNECT = free_port()

# Tables are tiny here: compiling a query takes longer than running it.
UNCOMPILED = """
spark.sql.codegen.factoryMode NO_CODEGEN
spark.sql.codegen.wholeStage false
"""

# The session is a Spark Connect server too. Nothing runs before both workers are there.
SETTINGS = f"""
spark.plugins org.apache.spark.sql.connect.SparkConnectPlugin
spark.connect.grpc.binding.address 127.0.0.1
spark.connect.grpc.binding.port {CONNECT}
spark.driver.extraJavaOptions {QUICK}
spark.executor.memory 512m
spark.cores.max 2
spark.scheduler.minRegisteredResourcesRatio 1
spark.scheduler.maxRegisteredResourcesWaitingTime 300s
spark.sql.shuffle.partitions 2
spark.default.parallelism 1
spark.ui.enabled false
spark.sql.ui.explainMode simple
spark.sql.adaptive.enabled false
{UNCOMPILED}"""


@pytest.fixture(scope="module")
def sample() -> Network:
    return Network.of(read_sample())


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    (folder / "spark-defaults.conf").write_text(SETTINGS)
    with running_cluster(folder) as found, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_CONF_DIR", str(folder))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        # Tests use the session that runs.
        with session(Limits(master=found.address, spill=str(folder))):
            yield found


def test_a_worker_is_lost_between_two_rounds(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds = 0
    there_and_back = Matrix.there_and_back

    def losing(self: Matrix, values: np.ndarray) -> np.ndarray:
        nonlocal rounds
        rounds += 1
        if rounds == 3:
            cluster.lose_a_worker()
        return there_and_back(self, values)

    monkeypatch.setattr(Matrix, "there_and_back", losing)
    # Both engines end PageRank so early that it takes ten rounds, not 49.
    monkeypatch.setattr("graphkit.metrics.converged_vectors.RESIDUAL", 0.01)
    # Small blocks, so that each worker has some.
    monkeypatch.setattr("graphkit.engines.spark.spark_pairs.BLOCK", 200)
    assert_same(Network.of(projects_of_2014(1000)), "spark", ["pagerank", "degree", "strength"])
    assert rounds > 3
    assert len(cluster.workers) == 1


@pytest.mark.usefixtures("cluster")
def test_spark_gives_what_this_process_gives(
    sample: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A round takes Spark a good part of a second, however small the network. So what takes many
    # rounds is compared on one network, the next ones.
    below = {"closeness", "harmonic", "core-number", "pagerank"}
    assert_same(sample, "spark", [each for each in shared("spark", sample) if each not in below])
    chance = random_network(random.Random(0))
    assert_same(chance, "spark", ["two-mode-degree", "closeness", "harmonic", "core-number"])
    counted = chance.select(weight="count")
    assert_same(counted, "spark", ["strength"])
    assert_same(Network.of(dataset("a b")), "spark", ["degree", "pagerank", "eigenvector"])
    # Most groups are large: who shares them is compared in classes.
    monkeypatch.setattr("graphkit.engines.spark.repeats.budget_for", lambda links: 30)
    assert_same(chance, "spark", ["degree"])
    # PageRank and eigenvector are many rounds of this.
    for network, weight in ((chance, None), (counted, "weight")):
        graph = network.graph()
        ids = sorted(graph)
        sent = np.arange(1.0, len(ids) + 1)
        with handed_over(network, Limits()) as pairs, held(pairs, Limits()) as on:
            got = on.inflow(weighed=weight is not None)(sent)
        ties = networkx.to_numpy_array(graph, ids, weight=weight)
        np.testing.assert_allclose(got, ties @ sent, rtol=1e-12, atol=1e-9, err_msg=str(weight))


@pytest.mark.usefixtures("cluster")
def test_spark_counts_what_this_process_counts(sample: Network) -> None:
    network = sample.select(weight="newman")
    assert engines.summarise(network, engine="spark") == engines.summarise(network)
    here, there = engines.cohesion(network, draws=0), engines.cohesion(network, engine="spark")
    counted = {each.name: each.value for each in there.measures if each.value == each.value}
    assert {"density", "components", "isolates", "degree-centralisation"} <= counted.keys()
    assert counted.items() <= {each.name: each.value for each in here.measures}.items()


@pytest.mark.usefixtures("cluster")
def test_ties_have_the_same_bytes_as_from_this_process(
    sample: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.engines.sql.links.BLOCK", 400)
    for network in (sample, random_network(random.Random(1)).select(weight="newman")):
        for engine in ("local", "spark"):
            engines.write_ties(network, tmp_path / engine, engine=engine)
        assert (tmp_path / "spark").read_bytes() == (tmp_path / "local").read_bytes()


@pytest.mark.usefixtures("cluster")
def test_pairs_at_an_address_are_read_with_their_manifest(sample: Network, tmp_path: Path) -> None:
    plain, odd = tmp_path / "plain", tmp_path / "a {b} [c]*"
    for folder in (plain, odd):
        export_network(sample.select(weight="newman"), folder, "parquet")
    one, *others = (
        rank_pairs(where, "strength", ["degree"], engine=engine)
        for where, engine in (
            (plain, "local"),
            (f"file://{plain}", "local"),
            (f"file://{plain}", "duckdb"),
            (f"file://{odd}", "spark"),
        )
    )
    for other in others:
        assert (other.organisations, other.ranks) == (one.organisations, one.ranks)
        np.testing.assert_allclose(other.values["strength"], one.values["strength"], rtol=1e-9)
    with pytest.raises(UsageError, match="does not compute closeness with weight newman"):
        rank_pairs(f"file://{odd}", "closeness", engine="spark")


@pytest.mark.usefixtures("cluster")
def test_what_is_wrong_with_pairs_is_said(tmp_path: Path) -> None:
    columns = {
        "organisation": ["a", "b", "b", "c"],
        "group": ["x", "x", "x", None],
        "weight": [1.0, 1.0, 1.0, None],
    }
    for name, row, value, said in (
        ("organisation", 1, None, "row 3, column organisation: there is none; name one"),
        ("weight", 2, 0.0, "row 4, column weight: not a number above 0; correct it"),
        ("weight", 0, 1.5, "column weight: another row has another weight for this group"),
    ):
        changed = columns | {name: [*columns[name]]}
        changed[name][row] = value
        parquet.write_table(pyarrow.table(changed), tmp_path / "pairs.parquet")
        with pytest.raises(InvalidData) as refused:
            rank_pairs(tmp_path, "strength", engine="spark")
        assert said in str(refused.value)


@pytest.mark.usefixtures("cluster")
def test_a_spark_connect_server_gives_the_same(sample: Network, tmp_path: Path) -> None:
    export_network(sample, tmp_path / "pairs", "parquet")
    asked = ("rank", "--pairs", "pairs", "--by", "degree", "--metric", "core-number")
    one = command(*asked, "--engine", "local", cwd=tmp_path)
    server = f"sc://127.0.0.1:{CONNECT}"
    # In a process of its own, which has no session.
    other = graphkit_process(*asked, "--engine", "spark", cwd=tmp_path, SPARK_REMOTE=server)
    assert (other.returncode, other.stdout, other.stderr) == (0, one.stdout, one.stderr)
    nobody = f"sc://127.0.0.1:{free_port()}"
    refused = graphkit_process(*asked, "--engine", "spark", "--master", nobody, cwd=tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"graphkit: {nobody}: no Spark Connect server answers there (")
    assert refused.stderr.endswith("; start it, or correct --master or SPARK_REMOTE\n")


def test_everything_listens_on_this_machine_alone(cluster: Cluster) -> None:
    listening = cluster.listening()
    assert len(listening) > 5
    assert {address.removeprefix("::ffff:") for address, _ in listening} <= {"127.0.0.1", "::1"}
    assert 6066 not in {port for _, port in listening}  # where a master takes jobs from anybody


@pytest.mark.parametrize("name", ["memory", "spill", "master"])
@pytest.mark.usefixtures("cluster")
def test_a_session_that_runs_has_its_own_limits(
    name: str, sample: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=f"`{name}` is set where the session that runs already is"):
        graphkit.rank(sample, "degree", engine="spark", limits=Limits(**{name: "2GB"}))


def test_sizes_of_memory() -> None:
    assert megabytes("4 GiB") == 4096
    for size, said in (("lots", "write a size such as 2GB"), ("100MB", "at least 512MB")):
        with pytest.raises(UsageError, match=said):
            megabytes(size)


def test_a_missing_package_is_named(sample: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(UsageError, match=r'pyspark is not installed; pip install "graphkit\[spark'):
        graphkit.rank(sample, "degree", engine="spark")


def test_what_fails_in_java_is_said_when_the_session_has_ended(tmp_path: Path) -> None:
    table = {"organisation": [f"o{number}" for number in range(9999)], "group": ["g"] * 9999}
    parquet.write_table(pyarrow.table(table), tmp_path / "pairs.parquet")
    spoilt = bytearray((tmp_path / "pairs.parquet").read_bytes())
    spoilt[100:5000] = bytes(4900)
    (tmp_path / "pairs.parquet").write_bytes(spoilt)
    configured = tmp_path / "spark-defaults.conf"
    configured.write_text(f"spark.driver.extraJavaOptions {QUICK}\n{UNCOMPILED}")
    asked = ("rank", "--pairs", ".", "--by", "degree", "--engine", "spark", "--spill", "new/spill")
    ran = graphkit_process(*asked, cwd=tmp_path, SPARK_CONF_DIR=str(tmp_path))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("graphkit: Spark cannot read the pairs as Parquet (")
    assert {each.name for each in tmp_path.iterdir()} == {configured.name, "pairs.parquet"}
