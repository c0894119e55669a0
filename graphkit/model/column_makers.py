"""Short ways to write the columns of tables."""

from __future__ import annotations

from graphkit.model.table_schema import Cell, Column, Shown


def text(
    name: str,
    meaning: str,
    property: str | None = None,
    *,
    required: bool = False,
    shown: Shown = Shown.NOWHERE,
) -> Column:
    """A column of texts; its property has its name unless another is given."""
    return Column(name, Cell.TEXT, meaning, property or name, required, shown=shown)


def ref(
    name: str,
    meaning: str,
    *refers: str,
    required: bool = False,
    many: bool = False,
    property: str | None = None,
    relation: str | None = None,
    shown: Shown = Shown.NOWHERE,
) -> Column:
    """A column that refers to rows of other tables."""
    return Column(
        name,
        Cell.REFERENCE,
        meaning,
        property,
        required,
        many,
        refers,
        relation=relation,
        shown=shown,
    )


def choice(
    name: str,
    choices: str,
    meaning: str,
    *,
    required: bool = False,
    shown: Shown = Shown.NOWHERE,
) -> Column:
    """A column of words of a list of the vocabulary."""
    return Column(name, Cell.CHOICE, meaning, name, required, choices=choices, shown=shown)


def number(
    name: str, meaning: str, property: str | None = None, *, required: bool = False
) -> Column:
    """A column of numbers; its property has its name unless another is given."""
    return Column(name, Cell.NUMBER, meaning, property or name, required)
