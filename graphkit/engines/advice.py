"""When a network outgrows this process, and what to use instead."""

from __future__ import annotations

import os
from typing import Any

import numpy as np

from graphkit.engines.addresses import is_address, table_at
from graphkit.engines.pairs import Pairs
from graphkit.network import TwoMode

BYTES_A_TIE = 160
"""Memory that the engine local takes for a tie: 150 million of them in 24 GB."""

FACTS = 5_000_000
"""Above this number of facts, reading takes longer and more memory than measuring."""

_UNKNOWN = 16 * 10**9


def advice_on(form: TwoMode, memory: int | None = None) -> str:
    """Say which engine to use for a network whose ties do not fit into memory.

    Parameters
    ----------
    form : TwoMode
        Who is in which group.
    memory : int, optional
        The memory of the machine in bytes; by default this one's.

    Returns
    -------
    str
        A sentence, or "" where half of the memory holds all pairs of members.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> form = Network.of(read_sample()).tied
    >>> advice_on(form), advice_on(form, memory=20_000).partition(";")[0]
    ('', '105 pairs of members may be more ties than this machine can hold')
    """
    return _advice(_pairs_of_members(form.sizes()), memory)


def advice_on_pairs(pairs: Pairs, memory: int | None = None) -> str:
    """Say the same of a file of pairs on this machine, before all of it is read.

    Parameters
    ----------
    pairs : Pairs
        The file. At an address it is not read a second time for this.
    memory : int, optional
        The memory of the machine in bytes; by default this one's.

    Returns
    -------
    str
        A sentence, or "".
    """
    if is_address(pairs.file):
        return ""
    table = table_at(pairs.file)
    table = table.filter(table["group"].is_valid())
    groups = [name for name in ("layer", "group") if name in table.column_names]
    found = ""
    # A pair may stand there several times, which takes longer to tell.
    for count in ("count", "count_distinct"):
        sizes = table.group_by(groups).aggregate([("organisation", count)])
        many = sizes[f"organisation_{count}"].to_numpy()
        found = _advice(_pairs_of_members(many), memory)
        if not found:
            break
    return found


def _pairs_of_members(sizes: Any) -> int:
    return int((sizes * (sizes - 1) // 2).sum())


def _advice(pairs: int, memory: int | None) -> str:
    if pairs * BYTES_A_TIE * 2 <= (memory or memory_here()):
        return ""
    return (
        f"{pairs:,} pairs of members may be more ties than this machine can hold; `engine` duckdb "
        "stores no ties"
    )


def advice_on_facts(facts: int) -> str:
    """Say what to do about a store with this number of facts, or "" where there is nothing to do.

    >>> advice_on_facts(10_000), advice_on_facts(5_000_000).partition(";")[0]
    ('', '5,000,000 facts take long to read')
    """
    if facts < FACTS:
        return ""
    return (
        f"{facts:,} facts take long to read; export them once in the format parquet, and rank "
        "these pairs with the engine duckdb"
    )


def memory_here() -> int:
    """The memory of this machine in bytes; 16 GB where the system does not say."""
    try:
        return int(np.prod([os.sysconf(f"SC_{name}") for name in ("PAGE_SIZE", "PHYS_PAGES")]))
    except (AttributeError, OSError, ValueError):  # Windows has no such call
        return _UNKNOWN
