"""What the tests of a server's faults share: tables that take a moment to load, and graphkit's own
commands with smaller batches and less patience.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from unittest import mock

from graphkit.store import Store, plan
from graphkit.store.neo4j import store as neo4j_store
from tests.commands import graphkit
from tests.neo4j_servers import Neo4j
from tests.store_places import Place

ROOT = Path(__file__).parent.parent
ORGANISATIONS = 500
MEMBERS = 2000
UNDER_WAY = 300
"""Memberships that are there when a load is interrupted, or more."""

GRAPHKIT = """
import sys
from graphkit.store import plan
from graphkit.store.neo4j import store
plan.BATCH, store.RETRY_TIME, store.CONNECTION_TIMEOUT = 100, 1.0, float(sys.argv.pop(1))
from graphkit.cli.main import main
main(sys.argv[1:])
"""


def write_tables(folder: Path) -> Path:
    """Tables in a folder, with as many memberships as take a moment to load."""
    place = folder / "many"
    place.mkdir()
    organisations = [f"o{at},Organisation {at},Company\n" for at in range(ORGANISATIONS)]
    members = [
        f"o{at % ORGANISATIONS},o{(at + at // ORGANISATIONS + 1) % ORGANISATIONS}\n"
        for at in range(MEMBERS)
    ]
    (place / "organisations.csv").write_text("id,name,kind\n" + "".join(organisations))
    (place / "memberships.csv").write_text("member,group\n" + "".join(members))
    return place


def begin(
    *arguments: object, settings: Mapping[str, str], timeout: float = 15.0
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", GRAPHKIT, str(timeout), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"} | dict(settings),
    )


def run(
    *arguments: object, settings: Mapping[str, str], stdin: str = "", timeout: float = 15.0
) -> tuple[int, str, str]:
    """Exit code, output and remarks of a command, in this process."""
    impatient = {"RETRY_TIME": 1.0, "CONNECTION_TIMEOUT": timeout}
    with mock.patch.multiple(neo4j_store, **impatient), mock.patch.object(plan, "BATCH", 100):
        ran = graphkit(*arguments, cwd=ROOT, stdin=stdin, **settings)
    return ran.returncode, ran.stdout, ran.stderr


def said(error: str) -> str:
    """The one line that an error is."""
    (line,) = error.splitlines()
    return line


def until(condition: Callable[[], bool], seconds: float = 300.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def count(server: Neo4j, pattern: str = "()-[r:MEMBER_OF]->()") -> int:
    with server.driver() as driver:
        found = driver.execute_query(f"MATCH {pattern} RETURN count(*) AS n")  # type: ignore[arg-type]
    return int(found.records[0]["n"])


def until_under_way(server: Neo4j) -> None:
    """Wait until some batches of a load are there; a new connection each time would be too slow."""
    text = "MATCH ()-[r:MEMBER_OF]->() RETURN count(*) AS n"
    with server.driver() as driver:
        until(lambda: int(driver.execute_query(text).records[0]["n"]) > UNDER_WAY)


def check_cut_short(server: Neo4j) -> None:
    """Some of the load is there, and not all."""
    assert UNDER_WAY < count(server) < MEMBERS


def check_whole(store: Store) -> None:
    """Each membership of the tables is there once."""
    text = "MATCH ()-[r:MEMBER_OF]->() RETURN count(r), count(DISTINCT r.id)"
    assert store.query(text).rows == ((MEMBERS, MEMBERS),)
    text = "MATCH (n:Organisation) RETURN count(n), count(DISTINCT n.id)"
    assert store.query(text).rows == ((ORGANISATIONS, ORGANISATIONS),)


def check_loads_again(place: Place, tables: Path, settings: Mapping[str, str]) -> None:
    code, _, err = run("load", tables, settings=settings)
    assert (code, err) == (0, ""), err
    with place.open() as store:
        check_whole(store)
