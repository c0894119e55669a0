"""Which column tells organisations of one name apart, and where this setting cannot apply."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from graphkit.model import UsageError
from graphkit.sources.countries import country_of
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping

_COUNTRIES = (" country", " country code")
_OTHER = {"a": "b", "b": "a"}


def told_by(mapping: SheetMapping, word: str) -> int | None:
    """The place of the column that tells apart those that `word` names; None where none does.

    In ties each end is told apart by its own column: where `b country` is named, those of `a` are
    by `a country`.
    """
    if not mapping.told_apart_by:
        return None
    at = mapping.header.index(mapping.told_apart_by)
    if mapping.shape is not Shape.TIES:
        return at if word == "member" else None
    end, _, what = mapping.roles[at].partition(" ")
    return mapping.column(f"{word} {what}") if end in _OTHER and word in _OTHER else None


def as_told(mapping: SheetMapping, at: int, text: str) -> str:
    """What a cell tells organisations apart by: Italia and Italy are one."""
    if mapping.shape is Shape.TIES and mapping.roles[at].endswith(_COUNTRIES):
        _, text = country_of(text) or ("", text)
    return " ".join(text.split())


def wrong_told_apart(shape: Shape, by: str, columns: Mapping[str, str]) -> tuple[str, str] | None:
    """What is wrong with the setting in a sheet of this shape, and the cure.

    Parameters
    ----------
    shape : Shape
        The shape.
    by : str
        The column that the setting names, or nothing.
    columns : mapping of str to str
        The roles of the columns.

    Returns
    -------
    (str, str) or None
        None where the setting applies.
    """
    if not by or shape is Shape.SKIP:
        return None
    roles = {*columns.values()}
    if shape is Shape.TIES:
        end, _, what = columns[by].partition(" ")
        if end in _OTHER and what and f"{_OTHER[end]} {what}" in roles:
            return None
        return (
            f"{by!r} is not said of both ends",
            'write "a country" and "b country" for two columns and name one, or leave it out',
        )
    if "member" in roles:
        return None
    return "no column names the members", 'write "member" for one, or leave this setting out'


def with_what_tells_apart(mapping: SheetMapping, wanted: Collection[str]) -> SheetMapping:
    """The mapping without this setting where it cannot apply to the shape that it has now.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping.
    wanted : collection of str
        The settings that a person wants.

    Returns
    -------
    SheetMapping
        The mapping.

    Raises
    ------
    UsageError
        If a person wants this setting.
    """
    columns = dict(zip(mapping.header, mapping.roles, strict=True))
    by = mapping.told_apart_by
    wrong = wrong_told_apart(mapping.shape, by, columns) if by in columns else None
    if wrong is None:
        return mapping
    if "told_apart_by" in wanted:
        raise UsageError(f"told_apart_by: {wrong[0]}; {wrong[1]}")
    return replace(mapping, told_apart_by="")
