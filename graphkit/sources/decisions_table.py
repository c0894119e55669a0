"""Read a table of decisions about ids of organisations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graphkit.model import InvalidData, Problem
from graphkit.names import Decision
from graphkit.names.decisions import BESIDE_PAIRS, DECISIONS
from graphkit.sources.checking import check
from graphkit.sources.csv_text import read_csv
from graphkit.sources.raw import RawTable, ReadingOptions, printable


def read_decisions(path: str | Path, *, encoding: str | None = None) -> tuple[Decision, ...]:
    r"""Read a table of decisions about ids of organisations.

    Parameters
    ----------
    path : str or Path
        A CSV file with the columns left, right and verdict, and perhaps who, when, why, left_name
        and right_name. It can be the list that `graphkit duplicates` writes, with its column
        verdict filled in; rows without a verdict do not count then.
    encoding : str, optional
        The encoding of the file; by default it is detected.

    Returns
    -------
    tuple of Decision
        The decisions in the order of the rows.

    Raises
    ------
    InvalidData
        If anything is wrong with the table, or two rows decide about one pair.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "decisions.csv"
    ...     _ = file.write_text("left,right,verdict,who\npb,pb2,same,Ewa\n")
    ...     read_decisions(file)[0].who
    'Ewa'
    """
    path = Path(path)
    problems: list[Problem] = []
    options = ReadingOptions(encoding)
    raw = read_csv(path, DECISIONS.name, printable(path.name), options, problems, [])
    checked = check(_decisions_alone(raw), problems)
    columns = [checked.values(column.name) for column in DECISIONS.columns]
    first: dict[tuple[str, str], int] = {}
    found = []
    for at, row in enumerate(zip(*columns, strict=True)):
        if None in row[:3]:
            continue
        decision = Decision(*(text or "" for text in row))
        if decision.left == decision.right:
            checked.report(at, "right", "the two ids are the same", "name another organisation")
        elif (other := first.setdefault(decision.pair, at)) != at:
            row_of_other = checked.numbers[other]
            what = f"row {row_of_other} decides about {decision.left} and {decision.right} too"
            checked.report(at, "left", what, "keep one of the two rows")
        found.append(decision)
    if problems:
        raise InvalidData(sorted(problems, key=lambda each: (each.row or 0, each.column or "")))
    return tuple(found)


def _decisions_alone(raw: RawTable) -> RawTable:
    """The table without what a list of likely pairs says besides, and its undecided pairs."""
    header = raw.header
    if "score" not in header or "verdict" not in header:
        return raw
    kept = [at for at, name in enumerate(header) if name not in BESIDE_PAIRS]
    verdict = header.index("verdict")
    rows = [
        (number, [cells[at] for at in kept if at < len(cells)])
        for number, cells in raw.rows
        if verdict < len(cells) and cells[verdict].strip()
    ]
    return replace(raw, header=tuple([header[at] for at in kept]), rows=rows)
