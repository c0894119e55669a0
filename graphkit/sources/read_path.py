"""`read`: detect the format of a path, read it, and name the data set after it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from graphkit.model import Dataset, InvalidData, Problem, UsageError
from graphkit.paused_gc import collector_at_rest
from graphkit.sources.assembly import assemble
from graphkit.sources.encodings import named_encoding
from graphkit.sources.raw import Reading, ReadingOptions, printable
from graphkit.sources.readers import readable, reader_by_content, reader_by_ending

_SAVED_AS = "save it as .xlsx in your spreadsheet program and read that file"
_OTHER_FORMATS = {
    ".xls": _SAVED_AS,
    ".xlsm": _SAVED_AS,
    ".xlsb": _SAVED_AS,
    ".ods": _SAVED_AS,
    ".numbers": _SAVED_AS,
    ".csv": "give its folder, which has one file per table",
    ".tsv": "give its folder, which has one file per table",
}


def read(
    path: str | Path,
    *,
    dataset: str | None = None,
    people: bool = False,
    encoding: str | None = None,
    visible: bool = False,
    remark: Callable[[str], object] | None = None,
) -> Dataset:
    r"""Read the tables of graphkit from a folder or a file.

    Parameters
    ----------
    path : str or Path
        A folder of CSV files, or a file of a format in `graphkit.sources.readers.READERS`.
    dataset : str, optional
        The name of the data set; by default that of the folder or file.
    people : bool, default False
        Whether the data set includes people. They are checked in any case.
    encoding : str, optional
        The encoding of text files, such as `cp1250`; by default it is detected.
    visible : bool, default False
        Whether to leave out the sheets and rows that a workbook hides.
    remark : callable, optional
        Called with each remark on how the files were read, such as an encoding that was detected.

    Returns
    -------
    Dataset
        What the tables state, checked.

    Raises
    ------
    UsageError
        If `dataset` is empty or holds a control character, or `encoding` is not known.
    InvalidData
        If anything is wrong with the tables. `problems` lists everything, sorted by file, row and
        column.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> import graphkit
    >>> with TemporaryDirectory() as folder:
    ...     organisations = "id,name,kind\nacme,Acme,Company\nkom,Metal Cluster,Cluster\n"
    ...     _ = (Path(folder) / "organisations.csv").write_text(organisations)
    ...     memberships = "member,group\nacme,kom\n"
    ...     _ = (Path(folder) / "memberships.csv").write_text(memberships)
    ...     dataset = graphkit.read(folder, dataset="metal")
    >>> [node.name for node in dataset.nodes]
    ['Acme', 'Metal Cluster']
    >>> [fact.relation for fact in dataset.facts]
    ['MEMBER_OF']
    """
    place = Path(path)
    if dataset is not None and not dataset.strip():
        raise UsageError(
            "the data set's name is empty; give a name, or leave it out to use the folder's"
        )
    if dataset is not None and printable(dataset) != dataset:
        raise UsageError(f"the data set's name {dataset!r} contains a control character; remove it")
    if encoding is not None:
        encoding = named_encoding(encoding)
    with collector_at_rest():
        reading = _reading(place, ReadingOptions(encoding, visible))
        if remark is not None:
            for said in reading.remarks:
                remark(said)
        return assemble(reading, dataset or _name_after(place), people=people)


def read_sample() -> Dataset:
    """Read the sample that comes with graphkit.

    Returns
    -------
    Dataset
        The data set `sample`, of metal clusters in Poland and their partners, without people.

    Examples
    --------
    >>> sample = read_sample()
    >>> sample.name, len(sample.nodes), len(sample.facts)
    ('sample', 116, 139)
    """
    with as_file(files("graphkit.demo")) as folder:
        return read(folder, dataset="sample")


def _reading(path: Path, options: ReadingOptions) -> Reading:
    try:
        is_file = path.is_file()
        exists = is_file or path.is_dir()
    except (OSError, ValueError):  # the path is too long or contains a NUL
        exists = False
    name = printable(str(path))
    if not exists:
        what, cure = "there is no such file or folder", f"give {readable()}"
        raise InvalidData([Problem(name, None, None, what, cure)])
    reader = reader_by_ending(path) if is_file else None
    cure = _OTHER_FORMATS.get(path.suffix.lower(), "") if is_file else ""
    if reader is None and not cure:
        reader = reader_by_content(path)
    if reader is None:
        cure = cure or "give one of these"
        raise InvalidData([Problem(name, None, None, f"is not {readable()}", cure)])
    return reader.read(path, options)


def _name_after(path: Path) -> str:
    whole = path.resolve()
    stem = whole.name if whole.is_dir() else whole.stem
    return unicodedata.normalize("NFC", printable(stem)) or "data"
