"""All ties as one Parquet file; see `graphkit.engines.tie_file`, which engines write it with."""

from __future__ import annotations

import io

from graphkit.engines.tie_file import ties_of, write_tie_rows
from graphkit.export.networks.formats import Export


def as_ties(export: Export) -> bytes:
    """The columns source, target and weight: each pair of organisations with a tie, once."""
    file = io.BytesIO()
    write_tie_rows(ties_of(export.network), file, export.said)
    return file.getvalue()
