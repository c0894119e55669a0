"""Large files: the memory that a row takes, what is told while they are read, and bombs."""

from __future__ import annotations

import pickle
from pathlib import Path

from openpyxl import Workbook

from graphkit.model.shared_properties import SharedProperties
from graphkit.sources import read_files
from graphkit.sources.kept_rows import KeptRows
from tests.memory import Reading

MOST_BYTES_PER_ROW = 500
"""A row of this file took 410 bytes at the highest point, of which its fact, which stays, has
260; 780 when each fact had a dictionary of its own, and 2,350 when its cells were kept in every
form that they pass through.
"""


def test_a_row_of_a_large_file_is_not_kept_in_every_form_that_it_passes_through(
    tmp_path: Path, reading: Reading
) -> None:
    reading(members(tmp_path, 10))  # the first file takes what modules take
    (less, _), (more, _) = (reading(members(tmp_path, rows)) for rows in (1_000, 6_000))
    assert (more - less) / 5_000 < MOST_BYTES_PER_ROW


def test_rows_are_given_whole_and_in_parts_like_a_list() -> None:
    """A list of the same rows is the oracle."""
    listed = [(1, ["Member", "Group"]), (2, ["Acme", "Pact", "more"]), (4, []), (5, ["Best"])]
    kept = KeptRows()
    for number, cells in listed:
        kept.add(number, cells)
    assert [*kept] == listed
    parts = (slice(1, None), slice(-2, None), slice(None, None, 2), slice(3, 1), slice(1, -1))
    for part in parts:
        assert [*kept[part]] == listed[part]
        assert [*kept[part][1:]] == listed[part][1:]
    assert (kept[-1], kept[1:][0], len(kept[1:])) == (listed[-1], listed[1], 3)


def test_facts_that_share_properties_have_places_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("Member,Group,Role\nAcme,Pact,chair\nBest,Pact,chair\nCool,Pact,guest\n")
    facts = read_files([path], yes=True, save=False).dataset.facts
    stated = sorted((fact.start[1], dict(fact.properties)) for fact in facts)
    assert [(who, said["role"], said["locators"]) for who, said in stated] == [
        ("acme", "chair", ["row 2"]),
        ("best", "chair", ["row 3"]),
        ("cool", "guest", ["row 4"]),
    ]


def test_equal_numbers_of_two_types_stay_what_they_are(tmp_path: Path) -> None:
    names = "".join(f"{each},{each},Company\n" for each in "abc")
    (tmp_path / "organisations.csv").write_text(f"id,name,kind\n{names}")
    (tmp_path / "ties.csv").write_text("a,b,kind,weight\na,b,owns,1\na,c,owns,1.0\n")
    facts = read_files([tmp_path]).dataset.facts
    assert sorted((fact.end[1], repr(fact.properties["weight"])) for fact in facts) == [
        ("b", "1"),
        ("c", "1.0"),
    ]


def test_properties_that_are_shared_are_those_of_a_dictionary() -> None:
    shared = {"role": "member", "sourceIds": ["a", "b"], "locators": []}
    plain = shared | {"locators": ["row 2", "p5"]}
    own = SharedProperties(shared, ("row 2", "p5"))
    assert (own, dict(own), {**own}, len(own), list(own)) == (plain, plain, plain, 3, list(plain))
    assert (dict(own.items()), own.get("note"), own.get("note", 1)) == (plain, None, 1)
    assert ("locators" in own, "note" in own, own.keys() - {"role"}) == (
        True, False, {"sourceIds", "locators"},
    )  # fmt: skip
    assert (pickle.loads(pickle.dumps(own)), repr(own)) == (plain, repr(plain))


def test_progress_is_told_step_by_step(tmp_path: Path) -> None:
    told: dict[str, list[tuple[int, int]]] = {}

    def tell(step: str, done: int, total: int) -> None:
        told.setdefault(step, []).append((done, total))

    path = tmp_path / "members.csv"
    path.write_text("Member,Group\n" + "".join(f"Firm {at},Pact\n" for at in range(20_000)))
    read_files([path], yes=True, save=False, progress=tell)
    book = tmp_path / "members.xlsx"
    made = Workbook()
    made.worksheets[0].append(["Member", "Group"])
    made.worksheets[0].append(["Firm", "Pact"])
    made.save(book)
    read_files([book], yes=True, save=False, progress=tell)
    assert list(told) == [
        "reading members.csv",
        "mapping members.csv",
        "checking",
        "reading members.xlsx, sheet Sheet",
        "mapping members.xlsx, sheet Sheet",
    ]
    size = path.stat().st_size
    assert {total for _, total in told["reading members.csv"]} == {size}
    assert {total for _, total in told["mapping members.csv"]} == {20_000}
    assert len(told["reading members.csv"]) > 3  # between the first and the last
    for steps in (told["reading members.csv"], told["mapping members.csv"]):
        assert steps == sorted(steps)
        assert steps[-1][0] == steps[-1][1]


def members(folder: Path, rows: int) -> Path:
    path = folder / f"members-{rows}.csv"
    cells = (f"Firm {at * 7_919 % 300},Cluster {at // 200},{2000 + at % 25}" for at in range(rows))
    path.write_text("\n".join(["Member,Group,Joined", *cells]), encoding="utf-8")
    return path
