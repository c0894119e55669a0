"""The text of a file, for the formats that are text: one place where bytes become letters."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphkit.sources.csv_text import encoding_of
from graphkit.sources.formats.sheet import Wanted
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import printable

LARGEST_FILE = 2 * 2**30
"""How many bytes a file may have; a larger one is not a table of organisations."""


def text_of(path: Path, wanted: Wanted) -> str:
    """The text of a file in the encoding that was asked for or that its bytes show.

    Parameters
    ----------
    path : Path
        The file.
    wanted : Wanted
        How a person wants it to be read.

    Returns
    -------
    str
        The text. Raises Fault when the bytes are not text.
    """
    with opened_text(path, wanted) as text:
        return text.read()


@contextmanager
def opened_text(path: Path, wanted: Wanted) -> Iterator[io.TextIOWrapper]:
    """A file opened as text, as `text_of` reads it, for those that need not hold all of it."""
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise Fault(f"has {size // 2**20:,} MiB", "split it")
    with path.open("rb") as stream:
        encoding = encoding_of(stream, wanted.encoding)
        if encoding.example:
            wanted.remarks.append(
                f"{printable(path.name)}: read as {encoding.name}, as in "
                f"{shown(encoding.example)}; `encoding` sets another"
            )
        with io.TextIOWrapper(stream, encoding.codec, newline="") as text:
            yield text
