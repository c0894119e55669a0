"""`read`: one path to a `Dataset`; `read_files` takes several, and says more."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from graphkit.model import Dataset
from graphkit.sources.files_read import read_files


def read(
    path: str | Path,
    *,
    dataset: str | None = None,
    people: bool = False,
    encoding: str | None = None,
    visible: bool = False,
    mapping: str | Path | None = None,
    yes: bool = False,
    strict: bool = False,
    on_error: str = "stop",
    remark: Callable[[str], object] | None = None,
) -> Dataset:
    r"""Read a folder or file of tables, networks or records about organisations.

    Parameters
    ----------
    path : str or Path
        graphkit's own tables, as a folder of CSV files or a workbook; or a file of a format in
        `graphkit.sources.formats.FORMATS`.
    dataset : str, optional
        The name of the data set; by default that of the folder or file.
    people : bool, default False
        Whether the data set includes people. They are checked in any case.
    encoding : str, optional
        The encoding of text files, such as `cp1250`; by default it is detected.
    visible : bool, default False
        Whether to leave out the sheets and rows that a workbook hides.
    mapping : str or Path, optional
        How the columns of files that are not graphkit's own tables are read; by default by the
        mapping that lies beside them.
    yes : bool, default False
        Whether to accept the mapping that is proposed for a file that is not known.
    strict : bool, default False
        Whether to refuse what would be put right in such files, such as n/a for a blank.
    on_error : {"stop", "skip"}
        What to do with rows that are wrong in such files: read nothing, or write the rows to a file
        and read the others.
    remark : callable, optional
        Called with each remark on how the files were read, such as an encoding that was detected.

    Returns
    -------
    Dataset
        What the tables state, checked.

    Raises
    ------
    UsageError
        If `dataset` is empty or holds a control character, `encoding` is not known, or a mapping
        was proposed and written, and nobody has accepted it.
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
    found = read_files(
        [path],
        dataset=dataset,
        people=people,
        mapping=mapping,
        yes=yes,
        strict=strict,
        on_error=on_error,
        encoding=encoding,
        visible=visible,
    )
    if remark is not None:
        for said in found.remarks:
            remark(said)
    return found.dataset


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
