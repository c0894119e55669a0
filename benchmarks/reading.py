"""What loading and checking large files takes, beside a reader that hands on cells and no more.

    python benchmarks/reading.py
    python benchmarks/reading.py million workbook

Each case is a command of its own, started as a user starts it. `cpu` is processor time of all its
threads, Java's among them, which other work on the machine lengthens less than `wall`; `peak` is
the most memory that the process held, with Java's. `times` is the processor time as a multiple of
the peer's: Python's own csv module, or openpyxl in its mode for reading. Words choose the cases
whose names hold one of them.
"""

from __future__ import annotations

import csv
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ORGANISATIONS, COLLABORATIONS, PARTICIPATIONS = 35_000, 31_000, 145_000
WORKBOOK_ROWS, CSV_ROWS = 100_000, 1_000_000


def main(words: Sequence[str]) -> None:
    """Make the files in a temporary folder, measure each case and print a table."""
    print("| case | wall s | cpu s | peak MiB | peer | cpu s | times |")
    print("|---|--:|--:|--:|---|--:|--:|")
    for case, make, verb in CASES:
        if words and not any(word in case for word in words):
            continue
        with tempfile.TemporaryDirectory(prefix="graphkit-benchmark-") as name:
            path = make(Path(name))
            command = [sys.executable, "-m", "graphkit", verb, str(path)]
            if verb == "load":
                command += ["--yes", "--store", str(Path(name, "store"))]
            wall, cpu, peak = _measured(command)
            peer = "openpyxl" if path.suffix == ".xlsx" else "csv"
            _, bare, _ = _measured([sys.executable, __file__, peer, str(path)])
        cells = [f"{wall:.1f}", f"{cpu:.1f}", f"{peak:,.0f}", peer, f"{bare:.1f}"]
        print(f"| {case} | {' | '.join(cells)} | {cpu / bare:.1f} |", flush=True)


def _measured(command: Sequence[str]) -> tuple[float, float, float]:
    """Seconds by the clock, processor seconds, and the peak of memory in MiB."""
    began = time.perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, out, os.devnull, os.O_WRONLY, 0) for out in (1, 2)]
    child = os.posix_spawn(command[0], [*command], os.environ, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - began
    if status:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    mebibytes = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return wall, used.ru_utime + used.ru_stime, mebibytes


def peer(how: str, path: str) -> None:
    """Read the cells of a path, and do nothing with them."""
    if how == "csv":
        files = sorted(Path(path).glob("*.csv")) if Path(path).is_dir() else [Path(path)]
        for file in files:
            with file.open(encoding="utf-8", newline="") as text:
                delimiter = ";" if ";" in text.readline() else ","
                text.seek(0)
                held = [*csv.reader(text, delimiter=delimiter)]
                assert held
        return
    from openpyxl import load_workbook

    sheet = load_workbook(path, read_only=True).worksheets[0]
    rows = [[*row] for row in sheet.iter_rows(values_only=True)]
    assert rows


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


def flat(folder: Path) -> Path:
    """The same as one table of 32 columns, as programs for R and Python hand it on."""
    path = folder / "cordis-flat.csv"
    _write(
        path,
        (
            "project_id pic partner_role pillar_abbr pillar_descr thematic_priority_abbr "
            "signature_date call_deadline_date eu_contribution legal_name legal_short_name "
            "legal_entity_type country_code legal_url ec_contribution net_ec_contribution "
            "project_acronym thematic_priority topic_code topic_description participations "
            "framework_programme start_date end_date legal_basis funding_scheme country "
            "re_contribution pillar signature_year call_year start_year"
        ).split(),
        (_flat(at, one, other) for at, (one, other) in enumerate(_pairs())),
    )
    return path


def _flat(at: int, project: int, organisation: int) -> list[str]:
    year, fifth = 2014 + project % 7, organisation % 5
    return [
        *(f"{600_000 + project}", f"{990_000_000 + organisation}"),
        *("Participant" if at % 9 else "Coordinator", "EU.1.", "Excellent Science", "ERC"),
        *(f"{year - 1}-12-01", f"{year - 1}-04-01", f"{800_000 + project}"),
        *(f"UNIVERSITE DE L EXEMPLE {organisation}", f"UE{organisation}"),
        *(("HES", "REC", "PRC", "PUB", "OTH")[fifth], ("FR", "DE", "PL", "EL", "UK")[fifth]),
        *(f"http://o{organisation}.example", f"{1_000 + at}", "NA", f"ACR{project}"),
        *("European Research Council", "ERC-2014-ADG", "ERC Advanced Grant", "1", "H2020"),
        *(f"{year}-03-01", f"{year + 3}-02-28", "NA", "ERC-ADG"),
        *(("France", "Germany", "Poland", "Greece", "United Kingdom")[fifth], f"{1_000 + at}"),
        *("1", f"{year - 1}", f"{year - 1}", f"{year}"),
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


CASES: tuple[tuple[str, Callable[[Path], Path], str], ...] = (
    ("145,000 participations in graphkit's tables, loaded", participations, "load"),
    ("145,000 participations as CORDIS publishes them, loaded", cordis, "load"),
    ("145,000 participations as one flat table, loaded", flat, "load"),
    ("workbook of 100,000 rows, checked", workbook, "check"),
    ("CSV of a million rows, checked", million, "check"),
    ("CSV of a million rows, loaded", million, "load"),
)
"""What each case is called, the function that makes its files, and the command."""

if __name__ == "__main__":
    if sys.argv[1:2] in (["csv"], ["openpyxl"]):
        peer(*sys.argv[1:])
    else:
        main(sys.argv[1:])
