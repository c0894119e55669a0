"""A person undoes a layout that graphkit put straight, and reads each row as it stands.

What the rows then state was worked out by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.sources import Change, Proposal, read_files
from tests.import_corpus_panels import CORPUS
from tests.import_statements import statements

UNDONE = {
    "a panel of one row for each year": (
        "firms.csv",
        CORPUS["rows of the years in which a firm was in an association"][0]["firms.csv"],
        {"city": "skip"},
        """
        Acme
        Acme : Sea Union | 2001..
        Acme : Sea Union | 2002..
        Acme : Sea Union | 2003..
        Air Union (Association)
        Best
        Best : Air Union | 2001..
        Best : Air Union | 2002..
        Best : Sea Union | 2003..
        Cool
        Cool : Air Union | 2001..
        Cool : Air Union | 2003..
        Sea Union (Association)
        """,
    ),
    "headings that may be groups": (
        "list.csv",
        "Name,City\nWater Cluster,\nAcme Works,Oslo\nBest Lab,Bonn\nCoal Cluster,\n"
        "Cool Firm,Lyon\n",
        {},
        """
        @ Bonn
        @ Lyon
        @ Oslo
        Acme Works at=Oslo
        Best Lab at=Bonn
        Coal Cluster
        Cool Firm at=Lyon
        Water Cluster
        """,
    ),
    "rows that seem to go on with the row above": (
        "projects.csv",
        "Project,Partner,City\nTide,Acme Works,Oslo\n,Best Lab,Bonn\nWind,Cool Firm,Lyon\n"
        ",Dove Trust,Rome\nSun,East Bank,Bern\n",
        {"Project": "member x_project"},
        """
        @ Bern
        @ Bonn
        @ Lyon
        @ Oslo
        @ Rome
        Acme Works x_project=Tide at=Oslo
        Best Lab at=Bonn
        Cool Firm x_project=Wind at=Lyon
        Dove Trust at=Rome
        East Bank x_project=Sun at=Bern
        """,
    ),
}


def as_it_stands(proposal: Proposal) -> Proposal:
    """The proposal with the change that the look offers."""
    offers = [c for _, p in proposal.made for d in p.doubts for c in d.changes]
    undone = [change for change in offers if dict(change.settings).get("layout")]
    assert [change.said for change in undone] == [
        "the table is laid out otherwise: each row stands as it is"
    ]
    return proposal.changed(0, undone[0])


@pytest.mark.parametrize("case", UNDONE)
def test_a_layout_is_undone_and_stays_so(case: str, tmp_path: Path) -> None:
    name, text, roles, stated = UNDONE[case]
    path = tmp_path / name
    path.write_text(text)

    def ask(proposal: Proposal) -> Proposal:
        after = as_it_stands(proposal)
        return after.changed(0, Change.to("", roles)) if roles else after

    read = read_files([path], confirm=ask)
    assert 'layout = "as it stands"' in (tmp_path / f"{path.stem}.mapping.toml").read_text()
    again = read_files([path])
    assert statements(again.dataset) == statements(read.dataset)
    assert statements(read.dataset) == [line.strip() for line in stated.strip().splitlines()]
