"""What is said where a setting of a mapping is wrong, and the checks of kinds and roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from graphkit.model import OwnKind, UsageError
from graphkit.model.errors import said_of
from graphkit.model.wording import nearest
from graphkit.sources.mapping.form.mapped_kinds import kind_wanted
from graphkit.sources.mapping.form.sheet_mapping import (
    Shape,
    is_further,
    is_role,
    lacking,
    roles_of,
)

_CALLED = {Shape.MATRIX: "a matrix has", Shape.SQUARE: "a square matrix has"}
_MOST_LISTED = 60


def fault_in(path: Path, at: int, setting: str, what: str, cure: str) -> UsageError:
    """What is wrong in a setting of the part with this number, and its cure."""
    return UsageError(f"{said_of(f'{path}, sheet {at}, {setting}', what)}; {cure}")


def check_kind(path: Path, at: int, setting: str, kind: str, own: Sequence[OwnKind]) -> None:
    """Refuse a kind that is not known; own: those that the mapping declares."""
    if kind and (cure := kind_wanted(kind, own)) is not None:
        raise fault_in(path, at, setting, f"{kind!r} is not a kind", cure)


def check_roles(
    path: Path, at: int, shape: Shape, columns: Mapping[str, str], has_group: bool
) -> None:
    """Refuse roles that columns of this shape cannot hold, and a shape that lacks one."""
    if not columns and shape is not Shape.SKIP:
        raise fault_in(path, at, "columns", "are missing", "load the file to get a proposal")
    allowed = roles_of(shape)
    for name, role in columns.items():
        if not is_role(role, shape):
            near = nearest(role, allowed)
            raise fault_in(
                path, at, f"column {name!r}",
                f"{_CALLED.get(shape, f'{shape} have')} no {role!r}",
                f"did you mean {near}?" if near else f"use {', '.join(allowed[:_MOST_LISTED])}",
            )  # fmt: skip
    named = [role.rpartition(" ")[2] for role in columns.values() if is_further(role, shape)]
    if len(set(named)) < len(named):
        twice = next(name for name in named if named.count(name) > 1)
        cure = "give one of them another name"
        raise fault_in(path, at, "columns", f"two columns are {twice}", cure)
    if word := lacking(shape, columns.values(), has_group):
        cure = f'write "{word}" for the column that names it'
        if word == "group" and shape is Shape.PAIRS:
            cure += ', or group = "…" when all rows have one group'
        raise fault_in(path, at, "columns", f"no column is the {word}", cure)
