"""Handing a network in memory over to an engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graphkit.engines.engine import Limits, folder_for
from graphkit.engines.pairs import PAIRS, Pairs, table_of_pairs
from graphkit.network import Network


@contextmanager
def handed_over(network: Network, limits: Limits) -> Iterator[Pairs]:
    """The pairs of a network in a temporary file, which is gone on leaving.

    Raises UsageError where pyarrow is missing, or for pairs with `overlap`.
    """
    form = network.tied
    table = table_of_pairs(form)
    from pyarrow import parquet

    with folder_for(limits) as folder:
        file = folder / PAIRS
        parquet.write_table(table, file)
        yield Pairs(str(file), form.scheme)
