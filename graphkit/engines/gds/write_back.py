"""Results as a property of organisations in the database of the server, when that is asked for."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from graphkit.engines.gds.server import opened
from graphkit.model import StoreError, UsageError
from graphkit.model.own_columns import PREFIX
from graphkit.model.stated_properties import vocabulary_properties
from graphkit.store import Store

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,59}")


def require_free(name: str) -> None:
    """Refuse a property to which nothing may be written, before anything is computed.

    Parameters
    ----------
    name : str
        The name of the property.

    Raises
    ------
    UsageError
        If it is not a plain word, or belongs to graphkit's tables or to columns of one's own.
    StoreError
        If organisations in the database have that property already.
    """
    _require_name(name)
    with opened() as store:
        _require_free(store, name)


def write_back(name: str, values: Mapping[str, float]) -> int:
    """Write values as a property of organisations in the database that NEO4J_URI names.

    Either all are written or none. graphkit's own reading, loading and `verify` leave such a
    property alone.

    Parameters
    ----------
    name : str
        The name of the property: letters, digits and _, and no property of graphkit's own.
    values : mapping of str to float
        By id of an organisation, its value. Those that are NaN are left out.

    Returns
    -------
    int
        How many organisations have the property now.

    Raises
    ------
    UsageError
        As `require_free`.
    StoreError
        If organisations have that property already, or the database has not all of them.
    """
    _require_name(name)
    rows = [[key, value] for key, value in values.items() if not math.isnan(value)]
    with opened() as store:
        _require_free(store, name)
        missing = store.query(
            "UNWIND $ids AS id OPTIONAL MATCH (o:Organisation {id: id}) WITH id, o "
            "WHERE o IS NULL RETURN id LIMIT 1",
            {"ids": [key for key, _ in rows]},
        ).rows
        if missing:
            raise StoreError(
                f"{store.location} has no organisation {missing[0][0]}, so nothing was written; "
                "load what was measured there, or leave out `write_back`"
            )
        store.query(
            "UNWIND $rows AS row MATCH (o:Organisation {id: row[0]}) "
            f"SET o.`{name}` = row[1] RETURN count(*)",
            {"rows": rows},
            write=True,
        )
    return len(rows)


def removal(name: str) -> str:
    """The Cypher that removes such a property again."""
    return f"MATCH (o:Organisation) REMOVE o.`{name}`"


def _require_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"`write_back` {name}: use a letter, then letters, digits and _, at most 60 in all"
        )
    if name in vocabulary_properties("Organisation") or name.startswith(PREFIX):
        raise UsageError(
            f"`write_back` {name}: this property belongs to graphkit's tables; use another name"
        )


def _require_free(store: Store, name: str) -> None:
    taken = store.query(
        f"MATCH (o:Organisation) WHERE o.`{name}` IS NOT NULL RETURN count(*)"
    ).rows[0][0]
    if taken:
        raise StoreError(
            f"{store.location}: {taken} organisations have the property {name} already; use "
            f"another name, or remove it first: {removal(name)}"
        )
