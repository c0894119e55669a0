"""Handing a network in memory over to an engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graphkit.engines.engine import Limits
from graphkit.engines.pairs import PAIRS, Pairs, table_of_pairs
from graphkit.engines.spilling import folder_for, unwritten
from graphkit.network import Network


@contextmanager
def handed_over(network: Network, limits: Limits) -> Iterator[Pairs]:
    """The pairs of a network in a temporary file, which is gone on leaving.

    Raises UsageError where pyarrow is missing, or for pairs with `overlap`; GraphkitError where the
    file cannot be written.
    """
    form = network.tied
    table = table_of_pairs(form)
    from pyarrow import parquet

    with folder_for(limits) as folder:
        file = folder / PAIRS
        try:
            parquet.write_table(table, file)
        except OSError as error:
            raise unwritten(folder.parent, error) from None
        yield Pairs(str(file), form.scheme)
