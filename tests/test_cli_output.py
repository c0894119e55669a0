"""Where results go: `-o -` is standard output, and behaves as if no -o were given."""

from __future__ import annotations

import pytest

from graphkit.cli.main import HEADINGS, main
from graphkit.sources import read_sample
from graphkit.store import open_store

COMMANDS = [
    ["info"],
    ["rank", "--top", "3"],
    ["why", "KOM"],
    ["metrics"],
    ["metrics", "constraint"],
    ["brokers", "--top", "3"],
    ["keyplayers", "-k", "2"],
    ["cohesion"],
    ["communities"],
    ["blockmodel"],
    ["compare", "at=2011", "at=2014-11", "--draws", "20"],
    ["multiplexity", "--draws", "20"],
    ["mixing", "--draws", "20"],
    ["ego", "KOM"],
    ["path", "ChM", "bfkk"],
    ["impact", "KOM"],
    ["places"],
    ["query", "co-members", "--example"],
    ["queries"],
    ["duplicates", "--least", "0"],
    ["verify"],
    ["decide", "--list"],
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    place = tmp_path_factory.mktemp("output") / "store"
    with open_store(place) as opened:
        opened.load(read_sample())
    return str(place)


def printed(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_hyphen_for_a_file_is_standard_output(command, store, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("GRAPHKIT_STORE", store)
    monkeypatch.chdir(tmp_path)
    plain = printed(capsys, *command)
    assert plain
    assert printed(capsys, *command, "-o", "-") == plain
    assert printed(capsys, *command, "-o", "-", "--format", "csv") == printed(
        capsys, *command, "--format", "csv"
    )
    assert not (tmp_path / "-").exists()


def test_every_command_with_a_result_is_tried():
    tried = {command[0] for command in COMMANDS}
    others = {
        "demo",
        "init",
        "check",
        "load",
        "view",
        "figure",
        "report",
        "export",
        "serve",
        "neo4j",
        "propose",  # these three read documents and folders: see test_propose.py
        "review",
        "source",
        "doctor",
        # The sample has no answers of a survey: tests/test_survey_answers.py tries these.
        "ratings",
        "lived",
    }
    assert tried | others == {name for names in HEADINGS.values() for name in names}


@pytest.mark.parametrize(("command", "hint"), [("view", ".html"), ("figure", ".svg, .png, .pdf")])
def test_a_picture_needs_a_file(command, hint, store, capsys, monkeypatch):
    monkeypatch.setenv("GRAPHKIT_STORE", store)
    with pytest.raises(SystemExit) as ended:
        main([command, "-o", "-"])
    assert ended.value.code == 2
    assert hint in capsys.readouterr().err
