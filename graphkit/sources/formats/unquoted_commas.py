"""Cells with commas that nobody put in quotation marks: `Acme,Rue Haute 1, Namur,2010`.

A row then has more cells than the header. Where what is too much begins with a space, and nothing
else in the file does, the comma before it belongs to the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.sources.kept_rows import KeptRows
from graphkit.sources.problem_texts import bare
from graphkit.sources.raw import Row

_FEWEST = 2


def with_whole_cells(rows: Sequence[Row], delimiter: str) -> tuple[Sequence[Row], str]:
    """The rows with such cells made whole, and what to say of them.

    Parameters
    ----------
    rows : sequence of (int, sequence of str)
        The rows, of which the first names the columns.
    delimiter : str
        What separates the cells.

    Returns
    -------
    sequence of (int, sequence of str), str
        The same rows and nothing where it is not certain for all rows which cells belong together.
    """
    width = len(rows[0][1]) if rows else 0
    if width < _FEWEST or all(len(cells) <= width for _, cells in rows):
        return rows, ""
    whole = KeptRows()
    joined = 0
    example = ""
    for number, cells in rows:
        begun = any(cell.startswith(" ") for cell in cells)
        if len(cells) <= width:
            if begun:
                return rows, ""
            whole.add(number, cells)
            continue
        made: list[str] = []
        for cell in cells:
            if made and cell.startswith(" ") and cell.strip():
                made[-1] += delimiter + cell
                example = example or f"{made[-1]!r} (row {number:,})"
            else:
                made.append(cell)
        if len(made) != width:
            return rows, ""
        joined += 1
        whole.add(number, made)
    several = f"{joined:,} rows have" if joined > 1 else "1 row has"
    return whole, (
        f"{several} more cells than the {width} columns; what begins with a space is taken for the "
        f"rest of the cell before it: {bare(example)}"
    )
