"""Columns of one's own in results: those of the organisations, or facts, that a table lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphkit.model import Value
from graphkit.model.own_columns import ValueType, type_of, values_by_column


@dataclass(frozen=True, slots=True)
class OwnCells:
    """The columns of one's own that a table has, in order of name.

    dates: those that hold dates. types: those that hold no texts, as tables take them.
    """

    names: tuple[str, ...] = ()
    dates: frozenset[str] = frozenset()
    types: dict[str, type] = field(default_factory=dict)

    @classmethod
    def of(cls, listed: Iterable[Mapping[str, Value]]) -> OwnCells:
        """Those that any of the listed has, from the properties of each."""
        values = values_by_column(listed)
        kinds = {name: type_of(values[name]) for name in sorted(values)}
        return cls(
            tuple(kinds),
            frozenset(name for name, kind in kinds.items() if kind is ValueType.DATE),
            {name: _TYPES[kind] for name, kind in kinds.items() if kind in _TYPES},
        )

    def __call__(self, properties: Mapping[str, Value]) -> tuple[object, ...]:
        """The cells of one; None where nothing is stated."""
        return tuple([properties.get(name) for name in self.names])


_TYPES: Mapping[ValueType, type] = {
    ValueType.TEXTS: list,
    ValueType.WHOLE: int,
    ValueType.DECIMAL: float,
    ValueType.YES_NO: bool,
}

NO_OWN = OwnCells()
"""No columns, for tables with few."""
