"""What reading large files takes, beside a reader that hands on the cells and checks nothing.

    python benchmarks/reading.py

Each case runs in a process of its own. `cpu` is processor time of all its threads, which other work
on the machine hardly lengthens; `peak` is the most memory that the process held. `times` is the
processor time as a multiple of the peer's: Python's own csv module, or openpyxl in its mode for
reading. Two cases are also loaded into an empty embedded store.
"""

from __future__ import annotations

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ORGANISATIONS, COLLABORATIONS, PARTICIPATIONS = 35_000, 31_000, 145_000
WORKBOOK_ROWS, CSV_ROWS = 100_000, 1_000_000


def main() -> None:
    """Make the files in a temporary folder, measure each case and print a table."""
    print("| case | cpu s | peak MiB | peer | cpu s | times |\n|---|--:|--:|---|--:|--:|")
    with tempfile.TemporaryDirectory(prefix="graphkit-benchmark-") as name:
        folder = Path(name)
        for case, make, loaded in CASES:
            path = make(folder)
            store = [str(folder / f"store-{path.name}")] if loaded else []
            seconds, mebibytes = _measured("read", str(path), *store)
            peer = "openpyxl" if path.suffix == ".xlsx" else "csv"
            bare, _ = _measured(peer, str(path))
            cells = [f"{seconds:.1f}", f"{mebibytes:,.0f}", peer, f"{bare:.1f}"]
            print(f"| {case} | {' | '.join(cells)} | {seconds / bare:.1f} |", flush=True)


def _measured(*words: str) -> tuple[float, float]:
    command = [sys.executable, __file__, *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    seconds, mebibytes = map(float, done.stdout.split())
    return seconds, mebibytes


def measure(how: str, path: str, store: str | None = None) -> None:
    """Read a path in one of the ways, load it where a store is named; print time and memory."""
    if how == "csv":
        files = sorted(Path(path).glob("*.csv")) if Path(path).is_dir() else [Path(path)]
        for file in files:
            with file.open(encoding="utf-8", newline="") as text:
                delimiter = ";" if ";" in text.readline() else ","
                text.seek(0)
                held = [*csv.reader(text, delimiter=delimiter)]
                assert held
    elif how == "openpyxl":
        from openpyxl import load_workbook

        sheet = load_workbook(path, read_only=True).worksheets[0]
        held = [[*row] for row in sheet.iter_rows(values_only=True)]
        assert held
    else:
        _read(path, store)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(time.process_time(), peak / (2**20 if sys.platform == "darwin" else 2**10))


def _read(path: str, store: str | None) -> None:
    from graphkit.sources import read_files
    from graphkit.store import open_store

    found = read_files([path], yes=True, save=False)
    if store is not None:
        with open_store(store) as opened:
            opened.load(found.dataset)


def _pairs() -> Iterable[tuple[int, int]]:
    """Collaborations and organisations, of which a few take part in much."""
    chance = random.Random(1)
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < PARTICIPATIONS:
        organisation = int(ORGANISATIONS * chance.random() ** 3)
        pairs[chance.randrange(COLLABORATIONS), organisation] = None
    return pairs


def participations(folder: Path) -> Path:
    """Tables of the size of a programme in CORDIS, a few organisations taking part in much."""
    made = folder / "tables"
    made.mkdir()
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
        (
            (f"c{one}", f"o{other}", "participant", str(1000 + one), "EUR")
            for one, other in _pairs()
        ),
    )
    return made


def cordis(folder: Path) -> Path:
    """The same as the two files that CORDIS publishes, with all their columns."""
    made = folder / "cordis"
    made.mkdir()
    _write(
        made / "project.csv",
        (
            "id acronym status title startDate endDate totalCost ecMaxContribution legalBasis "
            "topics ecSignatureDate frameworkProgramme masterCall subCall fundingScheme nature "
            "objective contentUpdateDate rcn grantDoi"
        ).split(),
        map(_project, range(COLLABORATIONS)),
        ";",
    )
    _write(
        made / "organization.csv",
        (
            "projectID projectAcronym organisationID vatNumber name shortName SME activityType "
            "street postCode city country nutsCode geolocation organizationURL contactForm "
            "contentUpdateDate rcn order role ecContribution netEcContribution totalCost "
            "endOfParticipation active"
        ).split(),
        (_participation(at, one, other) for at, (one, other) in enumerate(_pairs())),
        ";",
    )
    return made


def _project(at: int) -> list[str]:
    year = 2014 + at % 7
    objective = "The project studies examples in their natural habitat. " * 6
    return [
        *(f"{600_000 + at}", f"ACR{at}", "CLOSED", f"Project {at} on examples"),
        *(f"{year}-03-01", f"{year + 3}-02-28", "1000000,5", "800000", "H2020-EU.1.1."),
        *("ERC-2014", f"{year - 1}-12-01", "H2020", "ERC", "ERC-x", "ERC-COG", "", objective),
        *("2020-01-01 10:00:00", f"{200_000 + at}", f"10.3030/{600_000 + at}"),
    ]


def _participation(at: int, project: int, organisation: int) -> list[str]:
    fifth = organisation % 5
    return [
        *(f"{600_000 + project}", f"ACR{project}", f"{990_000_000 + organisation}", ""),
        *(f"UNIVERSITE DE L EXEMPLE {organisation}", f"UE{organisation}", "false"),
        *(("HES", "REC", "PRC", "PUB", "OTH")[fifth], f"RUE {organisation}"),
        *(
            f"{organisation:05}",
            f"City {organisation % 900}",
            ("FR", "DE", "PL", "EL", "UK")[fifth],
        ),
        *(
            "FR10",
            f"{organisation % 80}.5,{organisation % 170}.25",
            f"http://o{organisation}.example",
        ),
        *("", "2020-01-01 10:00:00", f"{1_900_000 + organisation}", f"{at % 9 + 1}"),
        *("participant" if at % 9 else "coordinator", f"{1_000 + at},5", f"{1_000 + at},5"),
        *(f"{2_000 + at}", "false", ""),
    ]


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


def _write(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ","
) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(header)
        writer.writerows(rows)


CASES: tuple[tuple[str, Callable[[Path], Path], bool], ...] = (
    ("145,000 participations in graphkit's tables, loaded", participations, True),
    ("145,000 participations as CORDIS publishes them, loaded", cordis, True),
    ("workbook of 100,000 rows", workbook, False),
    ("CSV of 1,000,000 rows", million, False),
)

if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(*sys.argv[1:])
    else:
        main()
