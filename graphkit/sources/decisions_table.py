"""Read a table of decisions about organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from graphkit.model import Cell, Column, InvalidData, Node, Problem
from graphkit.names import Decision
from graphkit.names.decisions import BESIDE_PAIRS, DECISIONS, contradictions
from graphkit.sources.cells import parser_for
from graphkit.sources.checking import Checked, check
from graphkit.sources.csv_text import read_csv
from graphkit.sources.header_row import known_names
from graphkit.sources.known_organisations import KnownOrganisations
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import RawTable, ReadingOptions, printable


def read_decisions(
    path: str | Path, *, encoding: str | None = None, known: Iterable[Node] = ()
) -> tuple[Decision, ...]:
    r"""Read a table of decisions about organisations.

    Parameters
    ----------
    path : str or Path
        A CSV file with the columns left, right and verdict, and perhaps who, when, why, left_name
        and right_name. It can be the list that `graphkit duplicates` writes, with its column
        verdict filled in; rows without a verdict do not count then.
    encoding : str, optional
        The encoding of the file; by default it is detected.
    known : iterable of Node, optional
        The organisations of a store, as `stated_organisations` reads them. The table may then give
        names that only one of them has instead of ids.

    Returns
    -------
    tuple of Decision
        The decisions in the order of the rows.

    Raises
    ------
    InvalidData
        If anything is wrong with the table, two rows decide about one pair, or rows contradict each
        other.

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
    if raw.header and not known_names(raw.header, DECISIONS.name):
        names = ", ".join([column.name for column in DECISIONS.columns])
        cure = f"the first row must name the columns: {names}"
        raise InvalidData([Problem(raw.place, raw.header_row, None, "names no column", cure)])
    checked = check(_decisions_alone(raw), problems)
    organisations = KnownOrganisations(known, "")
    for side in ("left", "right"):
        texts = [*zip(checked.values(side), checked.values(f"{side}_name"), strict=True)]
        checked.fill(side, texts, _finder(side, organisations))
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
    if not problems:
        _report_contradictions(checked, found, first)
    if problems:
        raise InvalidData(sorted(problems, key=lambda each: (each.row or 0, each.column or "")))
    return tuple(found)


def _finder(
    side: str, organisations: KnownOrganisations
) -> Callable[[tuple[str | None, str | None], list[Fault]], str | None]:
    """The function that finds the id that a cell means.

    It takes the text and the name that the row states beside it. Beside a name stands an id, also
    one that no data set states yet: a list of decisions from another store must not change.
    """
    read_id = parser_for(Column(side, Cell.ID, side))

    def find(cell: tuple[str | None, str | None], faults: list[Fault]) -> str | None:
        text, name = cell
        if text is None:
            return None
        wrong: list[Fault] = []
        key: str | None = read_id(text, wrong)
        if key is not None and (name or key in organisations.ids):
            return key
        try:
            if node := organisations.find(text):
                return node.id
        except Fault as fault:
            faults.append(fault)
            return None
        if wrong and organisations:
            what = f"no organisation of the store is called {shown(text)}"
            wrong = [Fault(what, "give its id, or its name as `graphkit rank` lists it")]
        faults += wrong
        return key

    return find


def _report_contradictions(
    checked: Checked, decisions: Iterable[Decision], rows: dict[tuple[str, str], int]
) -> None:
    """Report rows that are different and, by other rows, the same, each with its number."""
    for each in contradictions(decisions):
        *same, different = [checked.numbers[rows[pair]] for pair in each.pairs]
        listed = ", ".join(map(str, same))
        what = f"{each} ({'rows' if len(same) > 1 else 'row'} {listed} and {different})"
        checked.report(rows[each.different.pair], "verdict", what, "correct one of them")


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
