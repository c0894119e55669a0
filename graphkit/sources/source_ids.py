"""The ids of files as sources: readable, and one for each file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from graphkit.sources.mapping.cells.readable_ids import ids_of, slug
from graphkit.sources.unpacking import is_rejected, stem_of


def source_ids(files: Sequence[str]) -> dict[str, str]:
    """The id of each file: its stem, or more of its name where other files share that.

    Parameters
    ----------
    files : sequence of str
        The names of files, no two alike. Rejected rows are a source beside the file that they are
        from.

    Returns
    -------
    dict of str to str
        The ids.

    Examples
    --------
    >>> source_ids(["members.csv", "a/list.csv", "b/list.csv", "list.rejected.csv"]).values()
    dict_values(['members', 'a-list-csv', 'b-list-csv', 'list-rejected'])
    """
    names = {file: Path(file).name for file in files}
    stems = {
        file: slug(name.removesuffix(".csv") if is_rejected(name) else stem_of(name))
        for file, name in names.items()
    }
    shared = Counter(stems.values())
    wanted = [(stems[file] if shared[stems[file]] == 1 else slug(file), file) for file in files]
    return dict(zip(files, ids_of(wanted), strict=True))
