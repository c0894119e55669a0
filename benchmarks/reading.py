"""What reading large files takes: tables from CSV, a workbook, a CSV of a million rows.

    python benchmarks/reading.py

Each case runs in a process of its own. `cpu` is processor time of all its threads, which other work
on the machine hardly lengthens; `peak` is the most memory that the process held. The first case is
also loaded into an empty embedded store.
"""

from __future__ import annotations

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

ORGANISATIONS, COLLABORATIONS, PARTICIPATIONS = 35_000, 31_000, 145_000
WORKBOOK_ROWS, CSV_ROWS = 100_000, 1_000_000


def main() -> None:
    """Make the files in a temporary folder, measure each case and print a table."""
    print("| case | cpu s | peak MiB |\n|---|--:|--:|", flush=True)
    with tempfile.TemporaryDirectory(prefix="graphkit-benchmark-") as name:
        folder = Path(name)
        for case, make in (
            ("145,000 participations, loaded", participations),
            ("workbook of 100,000 rows", workbook),
            ("CSV of 1,000,000 rows", million),
        ):
            path = make(folder)
            store = [str(folder / "store")] if "loaded" in case else []
            command = [sys.executable, __file__, str(path), *store]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            print(f"| {case} | {done.stdout.strip()} |", flush=True)


def measure(path: str, store: str | None = None) -> None:
    """Read a path, load it where a store is named, and print time and memory."""
    from graphkit.sources import read_files
    from graphkit.store import open_store

    found = read_files([path], yes=True, save=False)
    if store is not None:
        with open_store(store) as opened:
            opened.load(found.dataset)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    mebibytes = peak / (2**20 if sys.platform == "darwin" else 2**10)
    print(f"{time.process_time():.1f} | {mebibytes:,.0f}")


def participations(folder: Path) -> Path:
    """Tables of the size of a programme in CORDIS, a few organisations taking part in much."""
    made = folder / "tables"
    made.mkdir()
    chance = random.Random(1)
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < PARTICIPATIONS:
        organisation = int(ORGANISATIONS * chance.random() ** 3)
        pairs[chance.randrange(COLLABORATIONS), organisation] = None
    _write(
        made / "organisations.csv",
        ("id", "name", "kind", "website"),
        (
            (f"o{at}", f"Université de l’Exemple {at}", "University", f"http://o{at}.example")
            for at in range(ORGANISATIONS)
        ),
    )
    _write(
        made / "collaborations.csv",
        ("id", "title", "kind", "start", "end"),
        (
            (f"c{at}", f"Project {at}", "project", f"20{14 + at % 7}-03-01", f"20{17 + at % 7}-02")
            for at in range(COLLABORATIONS)
        ),
    )
    _write(
        made / "participants.csv",
        ("collaboration", "organisation", "role", "contribution", "currency"),
        ((f"c{one}", f"o{other}", "participant", str(1000 + one), "EUR") for one, other in pairs),
    )
    return made


def workbook(folder: Path) -> Path:
    """A list of members in one sheet, with dates and numbers as a spreadsheet stores them."""
    from openpyxl import Workbook

    made = Workbook(write_only=True)
    sheet = made.create_sheet("members")
    sheet.append(["Member", "Group", "Joined", "Role", "KRS"])
    chance = random.Random(2)
    for at in range(WORKBOOK_ROWS):
        group = f"Cluster {chance.randrange(900)}"
        sheet.append([f"Firm {at}", group, 2000 + at % 25, "member", f"{at:010d}"])
    path = folder / "members.xlsx"
    made.save(path)
    return path


def million(folder: Path) -> Path:
    """A list of members that repeats organisations and groups."""
    chance = random.Random(3)
    path = folder / "members.csv"
    _write(
        path,
        ("Member", "Group", "Joined"),
        (
            (f"Firm {chance.randrange(100_000)}", f"Cluster {at // 200}", str(2000 + at % 25))
            for at in range(CSV_ROWS)
        ),
    )
    return path


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(*sys.argv[1:])
    else:
        main()
