"""What `graphkit neo4j import` refuses, and what it leaves when the import tool fails.

The import itself is tested in `test_export_databases`, on a server.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graphkit.export.networks import export_network
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.store.neo4j.import_folder import ARGUMENTS, CONSTRAINTS, DIGESTS, digest_lines
from graphkit.store.neo4j.server import building
from graphkit.store.neo4j.server import server as servers
from tests.commands import graphkit

PARTS = ("databases", "transactions")


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    export_network(Network.of(read_sample()), tmp_path / "tables", "neo4j-import")
    return tmp_path / "tables"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stopped server with a database, whose jars need not be there."""
    home = tmp_path / "server"
    home.mkdir(mode=0o700)
    (home / "graphkit-neo4j.json").write_text('{"version": "2026.08.1", "port": 7687}')
    for part in ("databases", "transactions"):
        (home / "data" / part / "neo4j").mkdir(parents=True)
        (home / "data" / part / "neo4j" / "old").write_text(part)
    monkeypatch.setattr(servers, "fetch", lambda release, progress: home)
    return home


def run(*arguments: object, code: int) -> str:
    """Run `graphkit neo4j import`: what it prints and says."""
    ran = graphkit("neo4j", "import", *arguments, cwd=Path.cwd())
    assert ran.returncode == code, ran.stderr
    return ran.stdout + ran.stderr


def old(folder: Path) -> list[str]:
    return [(folder / "data" / part / "neo4j" / "old").read_text() for part in PARTS]


def ending(code: int) -> Any:
    """In place of the start of a process: one that ends with this code."""

    def begin(command: list[str], home: Path, log: Path, _: object) -> Any:
        assert f"@{ARGUMENTS}" in command
        log.write_text("Too many bad entries\n")
        return subprocess.Popen([sys.executable, "-c", f"raise SystemExit({code})"], cwd=home)

    return begin


def test_every_file_has_its_digest_as_sha256sum_writes_it(tables: Path) -> None:
    lines = (tables / DIGESTS).read_text().splitlines()
    assert lines == [
        f"{hashlib.sha256((tables / name).read_bytes()).hexdigest()}  {name}"
        for name in (line[66:] for line in lines)
    ]
    assert {line[66:] for line in lines} == {path.name for path in tables.iterdir()} - {DIGESTS}


def test_a_folder_that_is_no_export(tmp_path: Path) -> None:
    said = run(tmp_path, tmp_path / "server", code=2)
    assert f"{tmp_path} is not an export for Neo4j's import; name a folder that" in said
    assert not (tmp_path / "server").exists()


def test_a_file_that_has_changed_or_is_gone(tables: Path, folder: Path) -> None:
    with (tables / "organisations.csv").open("a") as file:
        file.write('"x"\n')
    said = run(tables, folder, "--replace", code=2)
    assert "organisations.csv: has changed since it was exported" in said
    (tables / "organisations.csv").unlink()
    said = run(tables, folder, "--replace", code=2)
    assert "organisations.csv: cannot be read: No such file or directory; export" in said


@pytest.mark.parametrize("line", ["--nodes=/etc/passwd", "--nodes=./others.csv", "--verbose"])
def test_arguments_that_no_export_writes(tables: Path, folder: Path, line: str) -> None:
    """Also when whoever wrote them made the digests again."""
    with (tables / ARGUMENTS).open("a") as file:
        file.write(f"{line}\n")
    files = {path.name: path.read_text() for path in tables.iterdir() if path.name != DIGESTS}
    (tables / DIGESTS).write_text(digest_lines(files))
    said = run(tables, folder, "--replace", code=2)
    assert "import.args: line" in said
    assert "is not as an export writes it; export the folder again" in said


def test_a_database_that_is_there(tables: Path, folder: Path) -> None:
    said = run(tables, folder, code=1)
    assert "has a database, which an import replaces with all that it holds" in said
    assert "--replace" in said
    assert old(folder) == list(PARTS)


def test_no_room(tables: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "ROOM", 10**15)
    said = run(tables, folder, "--replace", code=4)
    assert "GB free, but importing these tables needs" in said
    assert old(folder) == list(PARTS)


def test_the_database_comes_back_when_the_tool_fails(
    tables: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "begin", ending(1))
    said = run(tables, folder, "--replace", code=1)
    assert "Neo4j's import tool has failed." in said
    assert "Too many bad entries" in said
    assert old(folder) == list(PARTS)


def test_the_database_comes_back_after_an_import_that_was_killed(
    tables: Path, folder: Path
) -> None:
    aside = folder / "run" / "replaced"
    for part in PARTS:
        shutil.move(folder / "data" / part / "neo4j", aside / part)
    (folder / "data" / "databases" / "neo4j").mkdir()  # what the killed one has begun
    run(tables, folder, code=1)
    assert old(folder) == list(PARTS)
    assert not aside.exists()


def test_the_commands_for_another_server(tables: Path) -> None:
    printed = run(tables, "--print", "--replace", code=0).splitlines()
    assert printed == [
        f"cd {tables}",
        "neo4j stop",
        "neo4j-admin database import full neo4j --overwrite-destination=true @import.args",
        "neo4j start",
        f"cypher-shell -d neo4j -f {CONSTRAINTS}",
        "graphkit verify --store bolt://localhost:7687",
    ]
