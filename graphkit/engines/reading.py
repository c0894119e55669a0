"""A file of pairs as a two-mode form."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.engines.addresses import bytes_at, table_at
from graphkit.engines.pairs import (
    NO_ORGANISATION,
    NO_WEIGHT,
    TWO_WEIGHTS,
    Pairs,
    manifest_of,
    settled,
    types_of,
    wrong_at,
)
from graphkit.network import TwoMode
from graphkit.network.two_mode import Group

Integers = npt.NDArray[np.int64]


def read_pairs(pairs: Pairs) -> TwoMode:
    """Read who is in which group.

    Parameters
    ----------
    pairs : Pairs
        The file.

    Returns
    -------
    TwoMode
        The form. A pair that stands there several times counts once.

    Raises
    ------
    InvalidData
        If a row names no organisation, a weight is not a positive number, or a group has several.
    """
    table = table_at(pairs.file)
    if not pairs.scheme:
        pairs = settled(pairs, types_of(table.schema), bytes_at(manifest_of(pairs)))
    organisations, who = _coded(table["organisation"])
    _require(pairs, who >= 0, np.arange(len(who)), NO_ORGANISATION)
    groups, group = _coded(table["group"])
    inside = np.flatnonzero(group >= 0)
    layers, layer = [""], np.zeros(len(who), dtype=np.int64)
    if "layer" in table.column_names:
        layers, layer = _coded(table["layer"].fill_null(""))
    keys, which = np.unique(layer[inside] * len(groups) + group[inside], return_inverse=True)
    weights = np.ones(len(keys))
    if "weight" in table.column_names:
        stated = table["weight"].to_numpy().astype(np.float64)[inside]
        _require(pairs, (stated > 0) & np.isfinite(stated), inside, NO_WEIGHT)
        weights[which] = stated
        _require(pairs, stated == weights[which], inside, TWO_WEIGHTS)
    found = np.unique(who[inside] * max(len(keys), 1) + which)
    members = np.stack(np.divmod(found, max(len(keys), 1))).astype(np.int32)
    return TwoMode(
        tuple(organisations),
        tuple(Group(layers[key // len(groups)], groups[key % len(groups)], "") for key in keys),
        members,
        weights,
        pairs.scheme,
    )


def _coded(column: Any) -> tuple[list[str], Integers]:
    """The texts of a column in order, and for each row the number of its text; -1 for none."""
    import pyarrow
    from pyarrow import compute

    texts = column.cast(pyarrow.string())
    known = sorted(text for text in texts.unique().to_pylist() if text is not None)
    codes = compute.index_in(texts, value_set=pyarrow.array(known, pyarrow.string()))
    return known, codes.fill_null(-1).to_numpy().astype(np.int64)


def _require(pairs: Pairs, good: npt.NDArray[np.bool_], rows: Integers, what: str) -> None:
    if not good.all():
        raise wrong_at(pairs, int(rows[~good][0]), what)
