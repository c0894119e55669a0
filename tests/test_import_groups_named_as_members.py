"""Groups of nobody but an organisation of the same name, which may be none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.sources import Proposal, read_files
from tests.import_statements import statements

_HEAD = "Party,Alliance\n"
_MANY = f"{_HEAD}Acme,Acme\nBest,Best\nCool,COOL\nDale,Left/Right\nEver,Left/Right\n"
_NONE = "rows whose group is the member itself name no group"
_OWN = "each is a group of its own"


def _facts(file: Path, change: str = "") -> tuple[list[str], int, tuple[str, ...]]:
    """The memberships, the number of organisations and the remarks, after a change in the look."""

    def look(proposal: Proposal) -> Proposal:
        offered = {
            each.said: each for _, p in proposal.made for d in p.doubts for each in d.changes
        }
        changed = proposal.changed(0, offered[change]) if change else proposal
        return replace(changed, refused=False)

    found = read_files([file], confirm=look)
    lines = [line.partition(" | ")[0] for line in statements(found.dataset)]
    number = sum(node.label == "Organisation" for node in found.dataset.nodes)
    return [line for line in lines if " : " in line], number, (*found.remarks,)


def test_groups_of_their_namesake_alone_are_none_beside_others(tmp_path: Path) -> None:
    file = tmp_path / "alliances.csv"
    file.write_text(_MANY)
    found = read_files([file], yes=True)
    assert any("3 rows name the member itself and are read as in" in line for line in found.remarks)
    facts, number, remarks = _facts(file)
    assert facts == ["Dale : Left/Right", "Ever : Left/Right"]
    assert number == 6
    assert any("3 rows name the member itself as its group" in line for line in remarks)
    assert not any("is the name of" in line or "both are loaded" in line for line in remarks)
    assert 'same_name = "no group"' in next(tmp_path.glob("*.toml")).read_text()


def test_the_look_offers_that_each_is_a_group(tmp_path: Path) -> None:
    file = tmp_path / "alliances.csv"
    file.write_text(_MANY)
    facts, number, _ = _facts(file, _OWN)
    assert len(facts) == 5
    assert number == 9


@pytest.mark.parametrize(
    ("rows", "change", "facts", "organisations"),
    [
        ("Acme,Acme\nDale,Left\nEver,Left\n", "", 3, 5),  # one row alone: as it stands
        ("Acme,Acme\nDale,Left\nEver,Left\n", _NONE, 2, 4),
        # A founder of an alliance of its name is a member of it.
        ("Acme,Acme\nBest,Best\nCool,Cool\nDale,Dale\nEver,Dale\n", "", 2, 6),
    ],
)
def test_few_rows_and_groups_with_others(
    tmp_path: Path, rows: str, change: str, facts: int, organisations: int
) -> None:
    file = tmp_path / "alliances.csv"
    file.write_text(_HEAD + rows)
    found, number, _ = _facts(file, change)
    assert (len(found), number) == (facts, organisations)
