"""The hand-over to engines: who is in which group, as one Parquet file.

A row says that an organisation is in a group, of which layer, and what the group adds to the tie of
any two of its members. An organisation in no group has a row without one. Dates and selection are
applied before the file is written, so that an engine needs nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from graphkit.engines.addresses import is_address, place_of, table_at, unreached
from graphkit.model import WEIGHTS, InvalidData, Problem, StoredDataset, UsageError

if TYPE_CHECKING:
    import pyarrow

    from graphkit.network import TwoMode

PAIRS = "pairs.parquet"
NODES = "nodes.parquet"
MANIFEST = "manifest.json"

NO_ORGANISATION = "organisation: there is none; name one"
NO_WEIGHT = "weight: not a number above 0; correct it"
TWO_WEIGHTS = "weight: another row has another weight for this group; give a group one weight"

_WHOLE = r'(?!.*\[\d*\]$)"?(null|void|u?(tiny|small|big|huge)?int(?!erval)'
_TEXTS = re.compile(_WHOLE + "|(dictionary<values=)?(large_)?string|varchar|enum)", re.IGNORECASE)
_NUMBERS = re.compile(_WHOLE + "|decimal|(half)?float|double|real)", re.IGNORECASE)
_TYPES = dict.fromkeys(("organisation", "group", "layer"), (_TEXTS, "text")) | {
    "weight": (_NUMBERS, "a number")
}
"""By column, which types it may have, as pyarrow, DuckDB and Spark call them.

Ids with a decimal point are refused: engines write them as texts in different ways.
"""


@dataclass(frozen=True, slots=True)
class Pairs:
    """A file of pairs.

    Attributes
    ----------
    file : str
        The file, or an address that the engine reaches.
    scheme : {"none", "count", "newman", ""}
        How ties are weighed; "" at an address, until its engine has read that (see `settled`).
    manifest : mapping of str to object
        The manifest beside it; empty without one.
    """

    file: str
    scheme: str = "none"
    manifest: Mapping[str, Any] = field(default_factory=dict)


def pairs_in(folder: str | Path) -> Pairs:
    """Find the pairs in a folder that was exported in the format parquet, or one like it.

    Parameters
    ----------
    folder : str or Path
        A folder with `pairs.parquet`, or its address, which the engine reads. Of the columns
        `organisation`, `group`, `layer` and `weight` the last two may be missing. With the manifest
        of an export beside it, ties are weighed as was selected there; without, they are weighed if
        there is a column `weight`.

    Returns
    -------
    Pairs
        The file.

    Raises
    ------
    UsageError
        If there is none, pyarrow is not installed, a column is missing, or the pairs were selected
        with `overlap`, for which they do not suffice.
    """
    require_pyarrow()
    from pyarrow import ArrowException, parquet

    place = str(folder).rstrip("/")
    pairs = Pairs(f"{place}/{PAIRS}", "")
    if is_address(place):
        return pairs
    if not Path(pairs.file).is_file():
        raise UsageError(
            f"{pairs.file}: there is no such file; export the network in the format parquet"
        )
    try:
        columns = types_of(parquet.read_schema(pairs.file))
    except (ArrowException, OSError) as error:
        raise UsageError(f"{pairs.file}: cannot be read as Parquet ({error})") from None
    beside = Path(manifest_of(pairs))
    return settled(pairs, columns, beside.read_bytes() if beside.is_file() else b"")


def types_of(schema: pyarrow.Schema) -> dict[str, str]:
    """The types of columns, by name."""
    return {column.name: str(column.type) for column in schema}


def settled(pairs: Pairs, columns: Mapping[str, str], manifest: bytes) -> Pairs:
    """Pairs with the scheme that follows from the columns of the file and the manifest beside it.

    Raises UsageError if a column is missing or of another type than it may be, the manifest cannot
    be read, or it says that the pairs were selected with `overlap`.
    """
    for name in ("organisation", "group"):
        if name not in columns:
            raise UsageError(f"{pairs.file}: there is no column {name}; found {', '.join(columns)}")
    for name, (known, wanted) in _TYPES.items():
        if name in columns and not known.match(columns[name]):
            raise UsageError(
                f"{pairs.file}: the column {name} is of type {columns[name]}; make it {wanted}"
            )
    if not manifest:
        return replace(pairs, scheme="count" if "weight" in columns else "none")
    place = pairs.file.removesuffix(f"/{PAIRS}")
    said = _manifest(manifest, manifest_of(pairs))
    selection = said.get("selection") or {}
    if selection.get("overlap"):
        raise UsageError(
            f"{place}: the pairs were selected with overlap, which they do not hold; export them "
            "without it"
        )
    scheme = selection.get("weight", "none")
    if scheme not in WEIGHTS:
        raise _no_manifest(manifest_of(pairs))
    return replace(pairs, scheme=scheme, manifest=said)


def manifest_of(pairs: Pairs) -> str:
    """The name, or address, of the manifest beside pairs."""
    return pairs.file.removesuffix(PAIRS) + MANIFEST


def datasets_of(pairs: Pairs) -> tuple[StoredDataset, ...]:
    """What the manifest beside pairs says of the data sets that they come from."""
    try:
        return tuple(
            StoredDataset(
                str(each["name"]),
                str(each["digest"]),
                int(each["nodes"]),
                int(each["facts"]),
                recomputed=each["digestIs"] == "recomputed",
            )
            for each in pairs.manifest.get("datasets", ())
        )
    except (KeyError, TypeError, ValueError):
        raise _no_manifest(manifest_of(pairs)) from None


def names_in(folder: str | Path, ids: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The names and kinds of organisations, by id, where there is a file of nodes.

    Parameters
    ----------
    folder : str or Path
        A folder of pairs.
    ids : sequence of str
        The organisations.

    Returns
    -------
    tuple of (dict of str to str, dict of str to str)
        The names and the kinds, as far as they are known.
    """
    import pyarrow
    from pyarrow import ArrowException, parquet

    file = f"{folder}/{NODES}"
    try:
        filesystem, path = place_of(file)
        columns = types_of(parquet.read_schema(path, filesystem=filesystem))
    except (OSError, UsageError):  # there is none, or only the engine reaches it
        return {}, {}
    except ArrowException as error:
        raise unreached(file, str(error)) from None
    if not {"label", "id", "kind", "name"} <= set(columns):
        return {}, {}
    table = table_at(
        file,
        columns=["id", "kind", "name"],
        filters=[
            ("label", "==", "Organisation"),
            ("id", "in", pyarrow.array(ids, pyarrow.string())),
        ],
    )
    rows = table.to_pylist()
    return tuple(  # type: ignore[return-value]
        {row["id"]: row[column] for row in rows if row[column] is not None}
        for column in ("name", "kind")
    )


def wrong_at(pairs: Pairs, row: int, what: str) -> InvalidData:
    """The error for a row of pairs, counted from 0; `what` is one of the texts above."""
    column, _, said = what.partition(": ")
    said, _, cure = said.partition("; ")
    return InvalidData([Problem(pairs.file, row + 2, column, said, cure)])


def _manifest(text: bytes, file: str) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except ValueError:
        raise _no_manifest(file) from None
    if not isinstance(said, dict) or not isinstance(said.get("selection") or {}, dict):
        raise _no_manifest(file)
    return said


def _no_manifest(file: str) -> UsageError:
    return UsageError(f"{file} is not a manifest of graphkit; export the folder again")


def require_pyarrow() -> None:
    """Raise UsageError where pyarrow, which reads and writes Parquet, is not installed."""
    if find_spec("pyarrow") is None:
        raise UsageError('pyarrow is not installed; pip install "graphkit[parquet]"')


def table_of_pairs(form: TwoMode) -> pyarrow.Table:
    """The pairs of a two-mode form as a table of pyarrow: sorted by organisation, then group.

    Parameters
    ----------
    form : TwoMode
        Who is in which group.

    Returns
    -------
    pyarrow.Table
        The columns organisation, layer, group and weight. An organisation in no group has a row in
        which the other three are missing, behind all others.

    Raises
    ------
    UsageError
        If a tie weighs less than the pairs add up to, as with `overlap`.
    """
    require_pyarrow()
    import pyarrow

    if form.surplus is not None:
        raise UsageError(
            "with `overlap` the pairs do not say how much organisations are tied; leave it out, or "
            "choose the engine local"
        )
    rows, columns = form.members
    alone = np.flatnonzero(np.bincount(rows, minlength=len(form.organisations)) == 0)
    names = _texts(form.organisations)
    layers, groups = (
        _texts([getattr(group, name) for group in form.groups]) for name in ("layer", "id")
    )
    weights = pyarrow.array(form.weights, pyarrow.float64())

    def column(values: Any) -> Any:
        return pyarrow.concat_arrays(
            [values.take(pyarrow.array(columns)), pyarrow.nulls(len(alone), values.type)]
        )

    return pyarrow.table(
        {
            "organisation": names.take(pyarrow.array(np.concatenate([rows, alone]))),
            "layer": column(layers),
            "group": column(groups),
            "weight": column(weights),
        }
    )


def _texts(values: Any) -> Any:
    import pyarrow

    return pyarrow.array(
        [each.encode("utf-8", "replace").decode() for each in values], pyarrow.string()
    )
