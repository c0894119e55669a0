"""All ties of a network as one Parquet file, written a few at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from graphkit.engines.engine import Limits, Ties, engine_named, require_able
from graphkit.engines.handing_over import handed_over
from graphkit.engines.pairs import pairs_in, require_pyarrow
from graphkit.files import whole_file
from graphkit.network import Manifest, Network

if TYPE_CHECKING:
    import pyarrow

ROWS = 1 << 18
"""The ties of a row group: the file has the same bytes however many come at a time."""


def write_ties(
    network: Network,
    path: str | Path,
    *,
    engine: str | None = None,
    limits: Limits | None = None,
) -> None:
    """Write all ties of a network.

    Parameters
    ----------
    network : Network
        The network as selected.
    path : str or Path
        The file: Parquet with the columns source, target and weight, each pair once, in order of
        ids. Either all is written or nothing.
    engine : str, optional
        What finds the ties: one of `ENGINES`. By default what GRAPHKIT_ENGINE names, or `local`.
        The file is the same from every engine.
    limits : Limits, optional
        What an engine other than `local` may use.

    Raises
    ------
    UsageError
        If pyarrow is not installed, the engine is unknown or does not write ties, or the place
        cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from pyarrow import parquet
    >>> from graphkit.sources import read_sample
    >>> with TemporaryDirectory() as folder:
    ...     write_ties(Network.of(read_sample()), Path(folder) / "ties.parquet", engine="duckdb")
    ...     table = parquet.read_table(Path(folder) / "ties.parquet")
    >>> table.num_rows, table.column_names
    (99, ['source', 'target', 'weight'])
    """
    by_engine = engine_named(engine)
    said = json.dumps(Manifest.of(network).content(), sort_keys=True)
    if by_engine.name == "local":
        with whole_file(path) as file:
            write_tie_rows(ties_of(network), file, said)
        return
    require_able(by_engine, "ties")
    with (
        handed_over(network, limits or Limits()) as pairs,
        by_engine.ties(pairs, limits or Limits()) as ties,
        whole_file(path) as file,
    ):
        write_tie_rows(ties, file, said)


def write_ties_of_pairs(
    folder: str | Path,
    path: str | Path,
    *,
    engine: str | None = None,
    limits: Limits | None = None,
) -> None:
    """Write all ties of exported pairs, without a store.

    Parameters
    ----------
    folder : str or Path
        A folder of pairs, as for `rank_pairs`.
    path : str or Path
        The file, as for `write_ties`.
    engine : str, optional
        What finds the ties, as for `write_ties`.
    limits : Limits, optional
        What an engine other than `local` may use.

    Raises
    ------
    UsageError
        If there are no such pairs, the engine is unknown or does not write ties, or the place
        cannot be written.
    """
    by_engine = engine_named(engine)
    require_able(by_engine, "ties")
    pairs = pairs_in(folder)
    said = json.dumps(pairs.manifest, sort_keys=True) if pairs.manifest else ""
    with by_engine.ties(pairs, limits or Limits()) as ties, whole_file(path) as file:
        write_tie_rows(ties, file, said)


def ties_of(network: Network) -> Ties:
    """All ties of a network in memory."""
    return Ties(network.tied.organisations, [network.tied.projection()])


def write_tie_rows(ties: Ties, file: IO[bytes], said: str) -> None:
    """Write ties to an open file, with a manifest in its metadata."""
    require_pyarrow()
    import pyarrow
    from pyarrow import parquet

    texts = [each.encode("utf-8", "replace").decode() for each in ties.organisations]
    ids = pyarrow.array(texts, pyarrow.string())
    columns = [("source", pyarrow.string()), ("target", pyarrow.string())]
    schema = pyarrow.schema(
        [*columns, ("weight", pyarrow.float64())], metadata={"graphkit": said} if said else None
    )
    with parquet.ParquetWriter(file, schema) as writer:
        waiting = schema.empty_table()
        for some in _tables(ties, ids, schema):
            waiting = pyarrow.concat_tables([waiting, some])
            while len(waiting) >= ROWS:
                writer.write_table(waiting.slice(0, ROWS), row_group_size=ROWS)
                waiting = waiting.slice(ROWS)
        writer.write_table(waiting.combine_chunks(), row_group_size=ROWS)


def _tables(ties: Ties, ids: pyarrow.Array, schema: Any) -> Iterator[pyarrow.Table]:
    """The ties of each block as tables of at most `ROWS`, each pair at its first organisation."""
    import pyarrow

    start = 0
    for block in ties.blocks:
        source = np.repeat(np.arange(start, start + block.shape[0]), np.diff(block.indptr))
        once = np.flatnonzero(block.indices > source)
        for first in range(0, len(once), ROWS):
            here = once[first : first + ROWS]
            ends = (pyarrow.array(each[here]) for each in (source, block.indices))
            cells = [*(ids.take(each) for each in ends), pyarrow.array(block.data[here])]
            yield pyarrow.table(cells, schema=schema)
        start += block.shape[0]
