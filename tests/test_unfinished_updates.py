"""A load that has not finished is announced in the store, and no command answers from such a store.

On a server the loads are killed; an embedded store is only left so by a load through `graphkit
serve`, which a statement stands for here.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from graphkit.metrics import rank
from graphkit.model import Dataset, StoredDataset, StoreError, StoreUnavailable
from graphkit.network import Network
from graphkit.sources import read
from graphkit.store import Store, open_store, plan, statements
from graphkit.store.neo4j import store as neo4j_store
from tests.commands import Ran, graphkit
from tests.neo4j_servers import Neo4j
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.store_places import ON_NEO4J, Neo4jPlace, Place, held

pytestmark = VERSIONS_IN_TURN

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "graphkit" / "demo"
SINCE = "2026-11-28 06:20:11 UTC"

READING = [
    ["info"],
    ["rank"],
    ["why", "kom"],
    ["brokers"],
    ["keyplayers", "-k", "2"],
    ["cohesion"],
    ["communities"],
    ["ego", "kom"],
    ["path", "chm", "kom"],
    ["impact", "kom"],
    ["view", "-o", "page.html"],
    ["figure", "-o", "figure.svg"],
    ["query", "co-members", "--example"],
    ["query", "-"],
]
"""Commands that read a store; `verify` is another matter: it reads any."""


@pytest.fixture(scope="module")
def sample() -> Dataset:
    return read(SAMPLE, dataset="sample")


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory, sample: Dataset) -> Path:
    """An embedded store in which a load of the sample has been announced and not ended."""
    path = tmp_path_factory.mktemp("left") / "store"
    with open_store(path) as store:
        store.load(sample)
        announce(store)
    return path


def announce(store: Store) -> None:
    said = {"id": "sample", "since": SINCE, "load": "that of another"}
    store.query(statements.ANNOUNCE, said, write=True)


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_no_command_answers_from_a_store_with_an_unfinished_load(
    left: Path, tmp_path: Path, command: list[str]
) -> None:
    asked = [*command, "--store", left]
    text = "MATCH (o:Organisation) RETURN count(o) AS n"
    refused = graphkit(*asked, cwd=tmp_path, stdin=text)
    assert (refused.returncode, refused.stdout) == (4, "")
    (line,) = refused.stderr.splitlines()
    for word in ("sample", SINCE, str(left), "load the data set again", "--unfinished"):
        assert word in line
    assert not [*tmp_path.glob("page*"), *tmp_path.glob("figure*")]
    allowed = graphkit(*asked, "--unfinished", cwd=tmp_path, stdin=text)
    assert allowed.returncode == 0, allowed.stderr


def test_an_answer_from_it_says_so_in_its_manifest(left: Path, tmp_path: Path) -> None:
    asked = ["info", "--store", left, "--unfinished", "--manifest", tmp_path / "m.json"]
    assert graphkit(*asked, cwd=tmp_path).returncode == 0
    (kept,) = json.loads((tmp_path / "m.json").read_text("ascii"))["datasets"]
    assert kept["unfinished"] is True


def test_verifying_reads_it_and_says_so_with_exit_code_5(left: Path, tmp_path: Path) -> None:
    ran = graphkit("verify", "--store", left, cwd=tmp_path)
    assert ran.returncode == 5
    assert f"a load begun {SINCE} has not finished" in ran.stdout


def test_the_library_refuses_too_and_knows_what_is_unfinished(left: Path, sample: Dataset) -> None:
    with open_store(left, create=False, read_only=True) as store:
        with pytest.raises(StoreUnavailable, match=re.escape(SINCE)):
            Network.of(store)
        network = Network.of(store, unfinished=True)
        (kept,) = store.datasets()
        assert kept.updating == SINCE
    assert network.origin == (kept,)
    assert isinstance(kept, StoredDataset)


def test_loading_again_ends_the_announcement_even_when_nothing_else_differs(
    place: Place, sample: Dataset
) -> None:
    with place.open() as store:
        store.load(sample)
        announce(store)
        report = store.load(sample)
        assert (report.facts.added, report.facts.changed) == (0, 0)
        (kept,) = store.datasets()
        assert (kept.updating, kept.facts) == ("", len(sample.facts))
        Network.of(store)


def test_a_store_that_is_changed_while_it_is_read_is_not_answered_from(
    place: Place, sample: Dataset
) -> None:
    with place.open() as store:
        store.load(sample)
        at_once = type(store).at_once

        def meddling(self: Store, names: Iterable[str]) -> Any:
            with suppress(StoreError):
                self.query(
                    "MATCH (d:Dataset) SET d.digest = $digest",
                    {"digest": "changed by another"},
                    write=True,
                )
            return at_once(self, names)

        with (
            mock.patch.object(type(store), "at_once", meddling),
            pytest.raises(StoreError, match="changed while it was read"),
        ):
            Network.of(store)


# What happens on a server.


@pytest.fixture
def server(neo4j_526: Neo4j) -> Iterator[Neo4jPlace]:
    neo4j_526.clear()
    yield Neo4jPlace(neo4j_526)
    neo4j_526.clear()


def command(server: Neo4jPlace, *arguments: object, cwd: Path) -> Ran:
    return graphkit(*arguments, cwd=cwd, **server.settings)


@ON_NEO4J
def test_the_announcement_comes_before_the_first_change_and_ends_with_the_last(
    server: Neo4jPlace, sample: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "BATCH", 20)
    told = []

    def watched(
        self: neo4j_store.Neo4jStore, text: str, given: Mapping[str, object], **how: Any
    ) -> Any:
        done = run(self, text, given, **how)
        if how.get("write"):
            rows = run(self, "MATCH (d:Dataset) RETURN d.updating", {})[1]
            told.append((text, [row[0] for row in rows]))
        return done

    with server.open() as store:
        store.load(Dataset.of("sample", [], []))  # which makes the constraints
        run = neo4j_store.Neo4jStore._run
        with mock.patch.object(neo4j_store.Neo4jStore, "_run", watched):
            store.load(sample)
    changes = [(text, since) for text, since in told if text != statements.ANNOUNCE]
    assert told[0][0] == statements.ANNOUNCE
    assert len(changes) > 10
    assert all(since[0] is not None for _, since in changes[:-1])
    assert changes[-1] == (statements.KEEP_DATASET, [None])


@ON_NEO4J
def test_a_load_of_few_rows_is_there_whole_or_not_at_all(
    server: Neo4jPlace, sample: Dataset
) -> None:
    counts = (
        "MATCH (n) WHERE n.hash IS NOT NULL RETURN count(n)",
        "MATCH ()-[r]->() RETURN count(r)",
    )
    there = []

    def watched(self: neo4j_store.Neo4jStore, *given: Any, **how: Any) -> Any:
        done = run(self, *given, **how)
        there.append([run(self, text, {})[1] for text in counts])
        return done

    run = neo4j_store.Neo4jStore._run
    with server.open() as store, mock.patch.object(neo4j_store.Neo4jStore, "_run", watched):
        store.load(sample)
    nothing, whole = [[[0]], [[0]]], [[[len(sample.nodes)]], [[len(sample.facts)]]]
    assert [each for each, _ in groupby(there)] == [nothing, whole]


# The command itself, with small batches; it tells when it has made some changes, and waits.
LOADING = """
import sys
from graphkit.store import plan
from graphkit.store.neo4j import announced
plan.BATCH = 10
send, done = announced.Announced._send, []
def slowly(self):
    done.extend(self._waiting[:1])
    send(self)
    if len(done) == int(sys.argv[-1]):
        print("some", flush=True)
        sys.stdin.read()
announced.Announced._send = slowly
from graphkit.cli.main import main
main(sys.argv[1:-1])
"""


def killed(server: Neo4jPlace, tables: Path, after: int) -> None:
    """A load that is killed with SIGKILL after so many changes."""
    process = subprocess.Popen(
        [sys.executable, "-c", LOADING, "load", tables, "--dataset", "sample", str(after)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | server.settings,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "some\n"
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL


@ON_NEO4J
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("after", [1, 9])
def test_after_a_killed_load_nothing_is_answered_until_it_is_loaded_again(
    server: Neo4jPlace, sample: Dataset, tmp_path: Path, after: int
) -> None:
    killed(server, SAMPLE, after)
    ran = command(server, "rank", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (4, "")
    assert re.search(r"data set sample, begun 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC", ran.stderr)
    partly = command(server, "info", "--unfinished", cwd=tmp_path)
    assert partly.returncode == 0, partly.stderr
    again = command(server, "load", SAMPLE, "--dataset", "sample", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    with server.open() as store:
        assert held(store, "sample") == sample
        ranking = rank(Network.of(store), "betweenness")
    assert ranking.values == rank(Network.of(sample), "betweenness").values


@ON_NEO4J
def test_an_update_that_is_killed_is_not_answered_from(
    server: Neo4jPlace, sample: Dataset, tmp_path: Path
) -> None:
    facts = [fact for at, fact in enumerate(sample.facts) if at % 3]
    with server.open() as store:
        store.load(Dataset.of("sample", sample.nodes, facts))
        assert command(server, "rank", cwd=tmp_path).returncode == 0
    killed(server, SAMPLE, 2)
    assert command(server, "rank", cwd=tmp_path).returncode == 4
