"""Large files: the memory that a row takes, what is told while they are read, and bombs."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

from graphkit.sources import read_files

MOST_BYTES_PER_ROW = 1_500
"""A row of this file took 1,030 bytes at the highest point, of which its fact, which stays, has
500; 2,350 when its cells were kept in every form that they pass through.
"""


def test_a_row_of_a_large_file_is_not_kept_in_every_form_that_it_passes_through(
    tmp_path: Path,
) -> None:
    less, more = (_peak_of_reading(tmp_path, rows) for rows in (2_000, 12_000))
    assert (more - less) / 10_000 < MOST_BYTES_PER_ROW


def _peak_of_reading(folder: Path, rows: int) -> int:
    path = folder / f"members-{rows}.csv"
    cells = (f"Firm {at * 7_919 % 300},Cluster {at // 200},{2000 + at % 25}" for at in range(rows))
    path.write_text("\n".join(["Member,Group,Joined", *cells]), encoding="utf-8")
    tracemalloc.start()
    try:
        read_files([path], yes=True, save=False)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
