"""Graph Data Science gives what this process gives, on a real server with that plugin.

The oracle of every value is the engine local, whose values the tests of the metrics check.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pyarrow
import pytest
from pyarrow import parquet

import graphkit
import graphkit.engines as engines
from graphkit import Network
from graphkit.engines.gds import projection
from graphkit.engines.gds.server import opened
from graphkit.export.networks import export_network
from graphkit.model import StoreError, StoreUnavailable, UsageError
from graphkit.sources import read_sample
from graphkit.store import Store, verify
from tests.commands import graphkit as command
from tests.cordis import projects_of_2014
from tests.engines import assert_same, random_network
from tests.neo4j_servers import Neo4j
from tests.networks import dataset
from tests.store_places import ON_NEO4J, Neo4jPlace

pytestmark = ON_NEO4J


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.of(read_sample())


@pytest.fixture(scope="module")
def settings(neo4j_526: Neo4j) -> dict[str, str]:
    """The environment of a server with the plugin."""
    with neo4j_526.driver() as driver:
        found = driver.execute_query("SHOW FUNCTIONS YIELD name WHERE name = 'gds.version'")
    if not found.records:
        pytest.skip("this server has no Graph Data Science")
    return Neo4jPlace(neo4j_526).settings


@pytest.fixture
def server(settings: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store there; no ties are left in its memory by whatever a test does."""
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with opened() as store:
        yield store
        assert projections(store) == []


def projections(store: Store) -> list[object]:
    rows = store.query("CALL gds.graph.list() YIELD graphName RETURN graphName").rows
    return [name for (name,) in rows]


@pytest.mark.usefixtures("server")
def test_it_gives_what_this_process_gives(network: Network) -> None:
    one, other = (random_network(random.Random(seed)) for seed in range(2))
    for each in (
        network,
        network.select(weight="newman", at="2014-11"),
        network.select(backbone=True),
        one,
        other.select(weight="count"),
        Network.of(dataset("a b")),
        Network.of(dataset("a")).select(isolates="exclude"),
        Network.of(projects_of_2014(300)),
    ):
        assert_same(each, "gds")
    sides = network.select(at="2011"), network.select(at="2014-11")
    here = engines.compare(*sides, metric="harmonic", draws=0, engine="local")
    there = engines.compare(*sides, metric="harmonic", engine="gds")
    assert (there.changes, there.ties) == (here.changes, here.ties)


@pytest.mark.usefixtures("server")
def test_it_counts_and_writes_ties_as_this_process_does(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.engines.gds.streamed_ties.BLOCK", 60)
    files = [tmp_path / "here.parquet", tmp_path / "there.parquet"]
    for each in (
        network,
        random_network(random.Random(1)).select(weight="newman"),
        Network.of(dataset("a b")),
    ):
        assert engines.summarise(each, engine="gds") == engines.summarise(each)
        here, there = engines.cohesion(each, draws=0), engines.cohesion(each, engine="gds")
        counted = {
            found.name: found.value for found in there.measures if found.value == found.value
        }
        assert counted.items() <= {found.name: found.value for found in here.measures}.items()
        for name, file in zip(("local", "gds"), files, strict=True):
            engines.write_ties(each, file, engine=name)
        assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.usefixtures("server")
def test_its_communities_are_as_good_as_those_of_this_process(network: Network) -> None:
    """Louvain in another order finds other communities; modularity says how good they are."""
    for each in (network, random_network(random.Random(0)).select(weight="newman")):
        here, there = engines.find_communities(each), engines.find_communities(each, engine="gds")
        assert there.modularity > here.modularity - 0.01
        assert (there.seed, there.alone) == (None, here.alone)
        # By networkx: a community holds together.
        graph = each.graph()
        for community in there.communities:
            members = [member.organisation.id for member in community.members]
            assert nx.is_connected(graph.subgraph(members))
        assert engines.find_communities(each, engine="gds") == there
    assert engines.find_communities(Network.of(dataset("a b")), engine="gds").communities == ()
    for name, value in (("resolution", 2.0), ("seed", 1), ("restarts", 3)):
        with pytest.raises(UsageError, match=f"`{name}` works only with the engine local"):
            engines.find_communities(network, engine="gds", **{name: value})


@pytest.mark.usefixtures("server")
def test_what_does_not_fit_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    columns = {"organisation": [f"o{place}" for place in range(50_000)], "group": ["g"] * 50_000}
    parquet.write_table(pyarrow.table(columns), tmp_path / "pairs.parquet")
    with pytest.raises(
        StoreUnavailable,
        match=r"ties of 1,249,975,000 pairs of members need .* GiB, \d+% of the server's heap",
    ):
        engines.rank_pairs(tmp_path, "degree", engine="gds")


def test_ties_are_dropped_whatever_happens(
    server: Store, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: projection.Projection, *_: object) -> None:
        assert projections(self.store) == [self.name]
        raise KeyboardInterrupt

    monkeypatch.setattr(projection.Projection, "stream", broken)
    with pytest.raises(KeyboardInterrupt):
        graphkit.rank(network, "degree", engine="gds")
    assert projections(server) == []
    # One in the middle of being made: the statement fails, as one that is stopped does.
    monkeypatch.setattr(projection, "_UNITE", "RETURN 1 / 0")
    with pytest.raises(StoreError, match="by zero"):
        graphkit.rank(network, "degree", engine="gds")


def test_two_at_once_do_not_meet(server: Store, network: Network) -> None:
    other = network.select(at="2014-11")
    with projection.projected(network.tied) as one, projection.projected(other.tied) as two:
        assert sorted(map(str, projections(server))) == sorted((one.name, two.name))
        for ties in (one, two):
            degrees = ties.stream("gds.degree", {})
            assert degrees.tolist() == ties.form.compressed.degrees().tolist()


def test_results_are_written_back_only_where_nothing_is(
    server: Store, settings: dict[str, str], tmp_path: Path
) -> None:
    server.query("MATCH (n) DETACH DELETE n", write=True)
    server.load(read_sample())
    found = "MATCH (o:Organisation) WHERE o.gdsRank IS NOT NULL RETURN o.id, o.gdsRank"
    asked = ("--engine", "gds", "--write-back")

    def ran(*words: object, code: int = 0) -> str:
        done = command(*words, cwd=tmp_path, **settings)
        assert done.returncode == code, done.stderr
        return done.stderr

    said = ran("rank", "--by", "harmonic", "--top", 1, *asked, "gdsRank")
    removal = "MATCH (o:Organisation) REMOVE o.`gdsRank`"
    assert f"harmonic of 48 organisations written to gdsRank; to remove it: {removal}" in said
    here = graphkit.rank(Network.of(server), "harmonic", engine="local")
    values = {key: float(str(value)) for key, value in server.query(found).rows}
    expected = {
        each.id: value
        for each, value in zip(here.organisations, here.values["harmonic"], strict=True)
    }
    assert values == pytest.approx(expected, rel=1e-9)
    assert verify(server).differences == ()
    assert server.load(read_sample()).nodes.unchanged == 116
    assert "have the property gdsRank already; use" in ran("rank", *asked, "gdsRank", code=1)
    server.query(removal, write=True)
    assert "community of 27 organisations" in ran("communities", *asked, "gdsRank")
    assert {value for _, value in server.query(found).rows} == {1, 2, 3, 4, 5}
    server.query(removal, write=True)

    assert "belongs to graphkit's tables" in ran("rank", *asked, "name", code=2)
    assert "belongs to graphkit's tables" in ran("rank", *asked, "x_size", code=2)
    assert "use a letter, then" in ran("rank", *asked, "a` = 1 //", code=2)
    assert "means nothing to the engine local" in ran("rank", "--write-back", "gdsRank", code=2)
    with pytest.raises(StoreError, match="has no organisation nobody, so nothing was written"):
        engines.write_back("gdsRank", {"kom": 1.0, "nobody": 2.0})
    assert server.query(found).rows == ()


@pytest.mark.usefixtures("server")
def test_commands(network: Network, settings: dict[str, str], tmp_path: Path) -> None:
    export_network(network, tmp_path / "exported", "parquet")

    def ran(*words: object, code: int = 0) -> str:
        asked = (*words, "--pairs", "exported", "--engine", "gds")
        done = command(*asked, cwd=tmp_path, **settings)
        assert done.returncode == code, done.stderr
        return done.stdout or done.stderr

    assert ran("rank", "--by", "betweenness", "--top", 1, "--format", "csv").count("\n") == 2
    assert "ties,99" in ran("info", "--format", "csv").replace("ties,,", "ties,")
    assert "99" in ran("cohesion")
    ran("export", "-o", "ties.parquet", "--mode", "one")
    assert parquet.read_metadata(tmp_path / "ties.parquet").num_rows == 99
    for metric, others in (("eigenvector", "local or duckdb or spark"), ("constraint", "local")):
        said = ran("rank", "--by", metric, code=2)
        assert f"the engine gds does not compute {metric}; choose {others}\n" in said


def test_a_server_without_the_plugin_and_no_server(
    neo4j_2026: Neo4j, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in Neo4jPlace(neo4j_2026).settings.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(
        UsageError, match=r"no Graph Data Science; install .*`graphkit neo4j start`"
    ):
        graphkit.rank(network, "degree", engine="gds")
    monkeypatch.delenv("NEO4J_URI")
    with pytest.raises(UsageError, match="set NEO4J_URI to its address"):
        graphkit.rank(network, "degree", engine="gds")
