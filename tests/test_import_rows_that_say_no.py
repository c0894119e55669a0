"""Rows that say no to what they seem to state; what each file states was worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graphkit.model import Fact, UsageError
from graphkit.sources import Proposal, read_files
from tests.import_statements import statements

_FILES = {
    "marks": (
        "list.csv",
        "Organisation,Network,Endorsed\nAcme,Alpha,Yes\nBest,Alpha,No\nCool,Beta,yes\n"
        "Dale,Beta,NO\n",
        ["Acme : Alpha", "Cool : Beta"],
        2,
    ),
    "words for no": (
        "list.csv",
        "Organisation,Network,Status\nAcme,Alpha,accepted\nBest,Alpha,rejected\n"
        "Cool,Beta,withdrawn\nDale,Beta,not a member\n",
        ["Acme : Alpha"],
        3,
    ),
    "one group of all, in German": (
        "Liste.csv",
        "Organisation,Netzwerk,Mitglied\nAcme,Alpha,ja\nBest,Alpha,nein\nCool,Beta,ja\n",
        ["Acme : Alpha", "Cool : Beta"],
        1,
    ),
    "a vote in which some abstain": (
        "list.csv",
        "Organisation,Coalition,Vote\nAcme,Alpha,yes\nBest,Alpha,no\nCool,Beta,abstain\n",
        ["Acme : Alpha"],
        2,
    ),
    "yes where a row does not hold": (
        "list.csv",
        "Organisation,Coalition,Rejected\nAcme,Alpha,true\nBest,Alpha,false\nCool,Beta,false\n",
        ["Best : Alpha", "Cool : Beta"],
        1,
    ),
    "alternatives beside a status": (
        "list.csv",
        "Organisation,Network,Joined up,Supporter,None,Status\nAcme,Alpha,1,0,0,in\n"
        "Best,Alpha,0,1,0,near\nCool,Beta,0,0,1,no action\nDale,Beta,1,0,0,in\n",
        ["Acme : Alpha", "Best : Alpha", "Dale : Beta"],
        1,
    ),
    "ties": (
        "ties.csv",
        "Source,Target,Connected\nAcme,Best,1\nBest,Cool,0\nCool,Dale,1\n",
        ["Acme = Best", "Cool = Dale"],
        1,
    ),
}


@pytest.mark.parametrize("name", _FILES)
def test_rows_that_say_no_state_no_fact_and_are_counted(tmp_path: Path, name: str) -> None:
    file, text, facts, number = _FILES[name]
    (tmp_path / file).write_text(text)
    found = read_files([tmp_path / file], yes=True)
    stated = [line.partition(" | ")[0] for line in statements(found.dataset)]
    assert [line for line in stated if " : " in line or " = " in line] == facts
    assert sum(node.label == "Organisation" for node in found.dataset.nodes) >= 3
    rows = "1 row says no and states" if number == 1 else f"{number} rows say no and state"
    assert any(f"{rows} no fact" in line for line in found.remarks)
    assert any("in doubt" in line and "state no fact" in line for line in found.remarks)
    assert read_files([tmp_path / file]).dataset == found.dataset  # by the mapping


_SIGNED = "Organisation,Country,Signed?\nAcme,PL,Y\nBest,PL,N\nCool,DE,Y\nDale,FR,\n"


def test_what_a_blank_means_beside_yes_and_no_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "charter-signatories.csv"
    file.write_text(_SIGNED)
    with pytest.raises(UsageError, match="1 row says neither yes nor no"):
        read_files([file], yes=True)
    signed = {fact.start[1] for fact in _signatures(file)}
    assert signed == {"acme", "cool"}


def test_the_look_offers_that_blanks_mean_yes_and_that_all_rows_hold(tmp_path: Path) -> None:
    file = tmp_path / "charter-signatories.csv"
    file.write_text(_SIGNED)

    def look(proposal: Proposal) -> Proposal:
        offered = {
            each.said: each for _, p in proposal.made for d in p.doubts for each in d.changes
        }
        changed = proposal.changed(0, offered["blank means yes in Signed?"])
        assert 'no_fact = { "Signed?" = ["N"] }' in changed.text
        every = changed.changed(0, offered["they state facts all the same"])
        assert "no_fact" not in every.text.replace("from no_fact", "")
        return replace(changed, refused=False)

    assert len(_signatures(file, confirm=look)) == 3


def _signatures(file: Path, **how: Any) -> list[Fact]:
    return [fact for fact in read_files([file], **how).dataset.facts if fact.relation == "SIGNED"]


def test_a_column_of_the_organisation_says_nothing_of_its_rows(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "Organisation,Network,EU member\nAcme,Alpha,Yes\nBest,Alpha,No\n"
    )
    found = read_files([tmp_path / "list.csv"], yes=True)
    assert sum(" : " in line for line in statements(found.dataset)) == 2


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('no_fact = "Endorsed"', "no_fact: says of no column which cells mean no"),
        ('no_fact = { "Other" = ["No"] }', "no_fact: 'Other' is not a column"),
        ('no_fact = { "Endorsed" = "No" }', "is not a list of texts"),
    ],
)
def test_a_wrong_setting_is_refused(tmp_path: Path, setting: str, said: str) -> None:
    (tmp_path / "list.csv").write_text(_FILES["marks"][1])
    read_files([tmp_path / "list.csv"], yes=True)
    mapping = tmp_path / "list.mapping.toml"
    lines = [
        setting if line.startswith("no_fact") else line for line in mapping.read_text().splitlines()
    ]
    mapping.write_text("\n".join(lines))
    with pytest.raises(UsageError, match=said):
        read_files([tmp_path / "list.csv"], mapping=mapping)


def test_a_group_that_only_rows_that_say_no_name_is_not_loaded(tmp_path: Path) -> None:
    file, text, *_ = _FILES["words for no"]
    (tmp_path / file).write_text(f"{text}Ever,Alpha,rejected\n")
    nodes = read_files([tmp_path / file], yes=True).dataset.nodes
    named = {str(node.properties.get("name")) for node in nodes if node.label == "Organisation"}
    assert named == {"Acme", "Best", "Cool", "Dale", "Ever", "Alpha"}
