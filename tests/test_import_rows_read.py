"""The account of all rows of a file; the numbers were counted by hand."""

from __future__ import annotations

from pathlib import Path

from graphkit.sources import read_files

_LIST = """Organisation,Network,Since,Endorsed
Acme,Alpha,2010,Yes
Acme,Alpha,2010,Yes
Best,Alpha,2011,No
Cool,,2012,Yes
Dale,Beta,soon,Yes
East,Beta,2013,Yes
Fine,Beta,2014,Yes
"""


def test_the_summary_accounts_for_every_row(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(_LIST)
    found = read_files([file], yes=True, on_error="skip", save=False)
    assert (
        "list.csv: of 7 rows 3 state facts, 1 repeats an earlier one, 1 says no and states no "
        "fact, 1 names no group, and 1 is wrong"
    ) in found.remarks
    (read,) = found.read
    assert (read.rows, read.stating, read.facts) == (7, 3, 3)


def test_nothing_is_said_where_every_row_states_facts(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Organisation,Network\nAcme,Alpha\nBest,Alpha; Beta\n")
    found = read_files([file], yes=True)
    assert not any(": of " in line for line in found.remarks)
    (read,) = found.read
    assert (read.rows, read.stating, read.facts) == (2, 2, 3)


def test_what_tells_rows_of_the_same_two_apart_is_said_of_each(tmp_path: Path) -> None:
    """Acme supports Ann and Bob on two topics each; by hand these are four facts, not two."""
    rows = "\n".join(
        f"{who},{name},{topic}"
        for who in ("Acme", "Best")
        for name in ("Ann Fund", "Bob Fund")
        for topic in ("North", "South")
    )
    rest = "\n".join(f"Acme,{name} Fund,North" for name in ("Cy", "Di", "Ed", "Fi", "Gu", "Hal"))
    file = tmp_path / "list.csv"
    file.write_text(
        f"Organisation,Network,Network topic\n{rows}\n{rest}\n{rest.replace('Ac', 'Li')}\n"
    )
    found = read_files([file], yes=True)
    (read,) = found.read
    assert (read.rows, read.stating) == (20, 20)


def test_many_ties_that_repeat_may_each_be_a_tie(tmp_path: Path) -> None:
    """Two names with a line for each of twelve projects: the number of these is the strength."""
    file = tmp_path / "ties.csv"
    file.write_text("Source,Target\n" + "Acme,Best\n" * 12 + "Best,Cool\n")
    (said,) = [line for line in read_files([file], yes=True).remarks if ": of " in line]
    assert said == (
        "in doubt: ties.csv: of 13 rows 2 state facts, and 11 repeat an earlier one; if each of "
        "these is a tie of its own, write in a column weight how many there are"
    )
