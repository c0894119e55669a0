"""What `docs/names.md` shows of an hour with a list of members is what the program says."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

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
