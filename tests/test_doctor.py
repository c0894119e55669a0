"""`graphkit doctor`, `graphkit` alone, and completion: what a newcomer meets first."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from graphkit.diagnosis import OPTIONAL, diagnose
from graphkit.store.base import Store
from graphkit.version import __version__
from tests.commands import graphkit
from tests.store_places import ON_NEO4J, Neo4jPlace

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "howto" / "check-an-installation.md"


def test_an_empty_folder_is_no_fault(tmp_path):
    ran = graphkit("doctor", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith(f"graphkit  {__version__}, Python ")
    assert f"networkx {metadata.version('networkx')}" in " ".join(ran.stdout.split())
    assert (
        "store     graphkit-store: there is none yet; `graphkit load FILE` makes it" in ran.stdout
    )
    assert list(tmp_path.iterdir()) == []


def test_the_store_is_opened_and_its_data_sets_are_named(sample):
    ran = graphkit("doctor", "--json", cwd=sample)
    assert ran.returncode == 0
    found = json.loads(ran.stdout)
    version = metadata.version("arcadedb-embedded")
    assert found["store"] == {
        "target": "graphkit-store",
        "asked": False,
        "state": "open",
        "version": f"ArcadeDB {version}",
        "datasets": ["tables"],
        "problem": "",
        "advice": "",
        "exit_code": 0,
    }
    assert found["cores"] == os.cpu_count()


@pytest.mark.parametrize(
    ("target", "code", "said"),
    [
        ("nowhere", 4, "nowhere"),
        ("bolt://127.0.0.1:1", 4, "no Neo4j server answers there"),
        ("bolt://me:geheim@127.0.0.1:1", 2, "an address must not contain a user or password"),
        ("ftp://me:geheim@127.0.0.1", 2, "ftp://127.0.0.1: unknown kind of address"),
    ],
)
def test_a_store_that_was_named_and_cannot_be_read_is_a_fault(target, code, said, tmp_path):
    secret = {"NEO4J_PASSWORD": "geheim", "GRAPHKIT_STORE": target}
    ran = graphkit("doctor", cwd=tmp_path, **secret)
    assert ran.returncode == code
    words = " ".join(ran.stdout.split())
    assert "store cannot be read: " in words
    assert said in words
    assert "NEO4J_PASSWORD is set" in words
    as_json = graphkit("doctor", "--json", cwd=tmp_path, **secret)
    assert as_json.returncode == code
    for shown in (ran.stdout, ran.stderr, as_json.stdout, as_json.stderr):
        assert "geheim" not in shown


@ON_NEO4J
def test_a_server_is_named_with_its_version_and_a_wrong_password_is_a_fault(neo4j_2026, tmp_path):
    neo4j_2026.clear()
    settings = Neo4jPlace(neo4j_2026).settings
    ran = graphkit("doctor", "--json", cwd=tmp_path, **settings)
    assert ran.returncode == 0, ran.stderr
    store = json.loads(ran.stdout)["store"]
    assert (store["state"], store["datasets"], store["problem"]) == ("open", [], "")
    assert re.fullmatch(
        r"Neo4j \d[\d.]+ (community|enterprise); no Graph Data Science", store["version"]
    )
    refused = graphkit("doctor", cwd=tmp_path, **settings | {"NEO4J_PASSWORD": "geheim"})
    assert refused.returncode == 4
    words = " ".join(refused.stdout.split())
    assert "refused the user neo4j; check NEO4J_USERNAME and NEO4J_PASSWORD" in words
    assert neo4j_2026.password not in ran.stdout + ran.stderr
    assert "geheim" not in refused.stdout + refused.stderr


def test_what_is_missing_comes_with_the_command_that_installs_it(monkeypatch, tmp_path):
    known = metadata.version

    def version(name):
        if name in ("pyarrow", "scipy"):
            raise metadata.PackageNotFoundError(name)
        return known(name)

    monkeypatch.setattr(metadata, "version", version)
    ran = graphkit("doctor", cwd=tmp_path)
    assert ran.returncode == 1
    words = " ".join(ran.stdout.split())
    cure = 'missing pyarrow; pip install "graphkit[parquet]"'
    assert f"parquet (reading and writing Parquet files): {cure}" in words
    assert "missing scipy; pip install --force-reinstall graphkit" in words


def test_every_extra_for_users_is_looked_at():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    developers = {"benchmark", "dev", "dev-without-spark", "docs"}
    extras = set(project["optional-dependencies"]) - developers
    assert set(OPTIONAL) == extras, "say in OPTIONAL of graphkit/diagnosis.py what an extra is for"
    installed = metadata.metadata("graphkit").get_all("Provides-Extra")
    shown = [part.name for part in diagnose("none", asked=False).optional]
    assert shown == [name for name in OPTIONAL if name in installed]


def test_doctor_opens_a_store_for_reading_only(sample, monkeypatch):
    asked = []

    def opened(target, **how) -> Store:
        asked.append(how)
        raise SystemExit(9)

    monkeypatch.setattr("graphkit.store.open_store", opened)
    graphkit("doctor", cwd=sample)
    assert asked == [{"create": False, "read_only": True}]


def test_graphkit_alone_gives_the_first_steps(tmp_path):
    ran = graphkit(cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == [
        "First steps:",
        "  graphkit demo                       shows a sample: key connectors and a page",
        "  graphkit init my-network            writes empty tables for your own facts",
        "  graphkit load FILE                  loads a spreadsheet, an edge list or a network file",
        "  graphkit propose FILE -o proposals  finds facts in a web page, PDF or Word file",
        "graphkit --help lists all commands.",
    ]


def test_graphkit_alone_names_the_files_of_the_folder(tmp_path):
    for name in (
        "-x.CSV",
        "members of b.xlsx",
        "c.graphml",
        "d.tsv",
        "package.json",
        ".hidden.csv",
    ):
        (tmp_path / name).touch()
    # The store's name for a folder, and an ending of a file, are not enough.
    (tmp_path / "graphkit-store").mkdir()
    (tmp_path / "folder.csv").mkdir()
    assert graphkit(cwd=tmp_path).stdout.splitlines() == [
        "There are files to load: -x.CSV, c.graphml, d.tsv and 1 more.",
        "  graphkit check ./-x.CSV  shows how it would be read",
        "  graphkit load ./-x.CSV   loads it into a store",
        "graphkit --help lists all commands.",
    ]
    (tmp_path / "my tables").mkdir()
    (tmp_path / "my tables" / "organisations.csv").touch()
    assert graphkit(cwd=tmp_path).stdout.splitlines()[:2] == [
        "There are tables here: my tables.",
        "  graphkit check 'my tables'  shows what would load, and every problem",
    ]
    (tmp_path / "my tables" / "finds.csv").touch()
    assert graphkit(cwd=tmp_path).stdout.splitlines()[:2] == [
        "There are proposed facts here: my tables.",
        "  graphkit review 'my tables'  asks for a decision on each",
    ]


def test_graphkit_alone_names_the_store(sample, tmp_path):
    assert graphkit(cwd=sample).stdout.startswith(
        "There is a store here: graphkit-store.\n  graphkit info "
    )
    (tmp_path / "demo").symlink_to(sample / "graphkit-store")
    lines = graphkit(cwd=tmp_path).stdout.splitlines()
    assert lines[0] == "There is a store here: demo."
    assert lines[2].startswith("  graphkit rank --store demo ")
    assert 3 <= len(lines) <= 6
    named = graphkit(cwd=tmp_path, NEO4J_URI="bolt://me:geheim@host").stdout
    assert named.startswith("The store is bolt://host (NEO4J_URI).\n")
    assert "geheim" not in named


def documented(shell: str) -> str:
    """The line of the page that makes a shell complete."""
    text = PAGE.read_text(encoding="utf-8")
    (line,) = re.findall(rf"^(.*_GRAPHKIT_COMPLETE={shell}_source graphkit.*)$", text, re.MULTILINE)
    return line


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_one_line_makes_a_shell_complete(shell, tmp_path):
    assert documented(shell)
    script = graphkit(cwd=tmp_path, _GRAPHKIT_COMPLETE=f"{shell}_source").stdout
    # What the script calls when Tab is pressed gives the commands, and the values of an option.
    assert f"_GRAPHKIT_COMPLETE={shell}_complete" in script
    for words, at, offered in (("graphkit ra", 1, "rank"), ("graphkit rank --layer ", 3, "tie")):
        pressed = {
            "COMP_WORDS": words,
            "COMP_CWORD": "" if shell == "fish" and words[-1] == " " else str(at),
            "_GRAPHKIT_COMPLETE": f"{shell}_complete",
        }
        if shell == "fish":
            pressed["COMP_CWORD"] = words.rpartition(" ")[2]
        assert offered in re.split(r"[\s,]", graphkit(cwd=tmp_path, **pressed).stdout)


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash")
def test_bash_completes_after_the_documented_line(tmp_path):
    script = (
        f"{documented('bash')}\nCOMP_WORDS=(graphkit ran); COMP_CWORD=1\n"
        'f=$(complete -p graphkit | sed "s/.*-F \\([^ ]*\\).*/\\1/"); $f graphkit\n'
        'echo "${COMPREPLY[@]}"'
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "--norc", "-c", script],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={"PATH": path, "LANG": "C.UTF-8"},
        text=True,
    )
    assert ran.stdout.split() == ["rank"], ran.stderr
