"""A mapped file that is loaded again after it has been edited: ids do not depend on rows."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from graphkit.model import Dataset
from graphkit.sources import read_files
from graphkit.store import open_store

HEADER = "Member,Group,Since,City,Country"
ROWS = [
    "Café,Forum,2010,Luxembourg,",
    "Cafe,Forum,2011,,Luxembourg",
    "Alpha Works,Forum,2012,Frankfurt,Germany",
    "Alpha Works,Pact,2012,Frankfurt,Germany",
    "Beta,Pact,2014,Frankfurt,",
    "Place Frankfurt,Pact,2014,,",
    "Pact,Forum,,,",
]


def read(folder: Path, rows: list[str]) -> Dataset:
    path = folder / "members.csv"
    path.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return read_files([path], yes=True, save=False).dataset


@pytest.mark.parametrize("seed", range(6))
def test_ids_do_not_depend_on_the_order_of_rows(tmp_path: Path, seed: int) -> None:
    # Café and Cafe want one id, and so do Luxembourg the country and Luxembourg the town, the two
    # Frankfurts, and a place and an organisation named like the id of one.
    shuffled = random.Random(seed).sample(ROWS, len(ROWS))
    one, other = read(tmp_path, ROWS), read(tmp_path, shuffled)
    assert {(each.label, each.id, each.name) for each in one.nodes} == {
        (each.label, each.id, each.name) for each in other.nodes
    }
    assert {each.id for each in one.facts} == {each.id for each in other.facts}
    assert len({each.id for each in one.nodes}) == len(one.nodes)


def test_a_row_above_the_others_changes_their_locators_and_no_id(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        before = read(tmp_path, ROWS)
        store.load(before)
        unchanged = store.load(read(tmp_path, ROWS))
        assert (unchanged.facts.unchanged, unchanged.nodes.unchanged) == (
            len(before.facts),
            len(before.nodes),
        )
        after = read(tmp_path, ["New,Forum,2013,,", *ROWS])
        report = store.load(after)
    # By hand: every fact stands one row lower than it did, and one membership is new.
    assert (report.facts.added, report.facts.changed) == (1, len(before.facts))
    assert (report.facts.unstated, report.nodes.unstated, report.nodes.added) == (0, 0, 1)
    rows = {each.id: each.properties["locators"] for each in after.facts}
    assert all(
        rows[each.id] == [f"row {int(str(locator).removeprefix('row ')) + 1}"]
        for each in before.facts
        for locator in each.properties["locators"]  # type: ignore[union-attr]
    )
