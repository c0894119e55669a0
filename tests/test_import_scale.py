"""Large files: the memory that a row takes, what is told while they are read, and bombs."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from graphkit.sources import read_files
from tests.memory import Reading

MOST_BYTES_PER_ROW = 1_500
"""A row of this file took 1,030 bytes at the highest point, of which its fact, which stays, has
500; 2,350 when its cells were kept in every form that they pass through.
"""


def test_a_row_of_a_large_file_is_not_kept_in_every_form_that_it_passes_through(
    tmp_path: Path, reading: Reading
) -> None:
    reading(members(tmp_path, 10))  # the first file takes what modules take
    (less, _), (more, _) = (reading(members(tmp_path, rows)) for rows in (2_000, 12_000))
    assert (more - less) / 10_000 < MOST_BYTES_PER_ROW


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
