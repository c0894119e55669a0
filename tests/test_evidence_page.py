"""What `docs/evidence.md` shows is what the program says of the sample."""

from __future__ import annotations

import re
import shlex

from graphkit.metrics import caution, rank, rank_unnamed, unnamed_members
from graphkit.network import Network
from graphkit.sources import read_sample
from tests.commands import graphkit
from tests.shared_data import ROOT

PAGE = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")


def test_each_command_prints_the_lines_that_the_page_shows(sample):
    shown = re.findall(r"```console\n\$ (.*)\n((?:.*\n)*?)```", PAGE)
    assert len(shown) >= 2
    for command, lines in shown:
        ran = graphkit(*shlex.split(command)[1:], cwd=sample)
        assert ran.returncode == 0, ran.stderr
        printed = (ran.stdout + ran.stderr).splitlines()
        for line in lines.splitlines():
            assert line in printed, f"{command} does not print {line}"


def test_the_ranks_with_unnamed_members_are_those_of_the_table():
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.splitlines()
        if line.startswith(("| degree |", "| betweenness |"))
    ]
    assert len(rows) == 6
    network = Network.of(read_sample())
    for by in ("degree", "betweenness"):
        found = rank_unnamed(network, rank(network, by))
        names = [node.name for node in found.ranking.organisations]
        for _, name, *shown in (row for row in rows if row[0] == by):
            place = names.index(name)
            columns = (found.ranking.ranks, *found.typical.values(), found.low, found.high)
            assert [int(cell) for cell in shown] == [each[place] for each in columns]


def test_the_python_of_the_page_prints_what_it_shows(capsys):
    ((code, printed),) = re.findall(r"```python\n((?:.*\n)*?)```\n\n```\n((?:.*\n)*?)```", PAGE)
    exec(compile(code, "evidence.md", "exec"), {})
    assert capsys.readouterr().out == printed


def test_the_limits_on_the_page_are_those_of_the_program():
    """More than half, five of ten places, a fifth, ten at least; five known, 5,000 added."""
    assert (caution.HALF, caution.FIRST, caution.WITHOUT_FACTS, caution.LEAST) == (0.5, 10, 0.2, 10)
    assert caution.MOST_STEPS == 20_000_000
    assert (unnamed_members.KNOWN, unnamed_members.MOST) == (5, 5_000)
    assert all(f"- `{each}`: " in PAGE for each in unnamed_members.SCENARIOS)
