"""What `docs/names.md` shows of an hour with a list of members is what the program says."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import pytest

from tests.commands import graphkit
from tests.forum import forum
from tests.shared_data import ROOT

PAGE = (ROOT / "docs" / "names.md").read_text(encoding="utf-8")


def test_each_command_prints_the_lines_that_the_page_shows(tmp_path: Path) -> None:
    dataset = forum(spelt=True)
    names = {(node.label, node.id): node.name for node in dataset.nodes}
    with (tmp_path / "forum.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("Team", "Member"))
        rows.writerows((names[fact.end], names[fact.start]) for fact in dataset.facts)
    shown = re.findall(r"```console\n\$ (.*)\n((?:.*\n)*?)```", PAGE)
    assert len(shown) == 6
    for command, lines in shown:
        ran = graphkit(*shlex.split(command)[1:], cwd=tmp_path, stdin="s\n" * 6)
        assert ran.returncode == 0, ran.stderr
        printed = (ran.stdout + ran.stderr).splitlines()
        for line in lines.splitlines():
            assert line in printed, f"{command} does not print {line}"


def test_the_commands_and_the_python_of_the_page_run_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = tmp_path / "my-network"
    tables.mkdir()
    (tables / "organisations.csv").write_text(
        "id,name,kind\npolitechnika-bialostocka,Politechnika Białostocka,University\n"
        "pb2,Politechnika Bialostocka,University\nchm,ChM,Company\nkom,KOM,Cluster\nx,X,Cluster\n",
        encoding="utf-8",
    )
    (tables / "memberships.csv").write_text("member,group\npb2,kom\nchm,kom\nchm,x\n", "utf-8")
    (tmp_path / "translations.csv").write_text("name,alias\nChM,ChM Polska\n", encoding="utf-8")
    assert graphkit("load", "my-network", cwd=tmp_path).returncode == 0
    listed = re.findall(r"^```\n(graphkit (?:.*\n)*?)```", PAGE, re.MULTILINE)
    lines = [line for block in listed for line in block.splitlines()]
    assert len(lines) == 10  # by hand
    for line in lines:
        ran = graphkit(*shlex.split(line, comments=True)[1:], cwd=tmp_path, stdin="q\n")
        assert ran.returncode == 0, f"{line}\n{ran.stderr}"
    (code,) = re.findall(r"```python\n((?:.*\n)*?)```", PAGE)
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "names.md", "exec"), {})
    pairs, first, relies = capsys.readouterr().out.rpartition("\nChM\n")
    assert "Politechnika Bialostocka Politechnika Białostocka" in pairs
    assert first
    assert relies.strip().isdigit()
