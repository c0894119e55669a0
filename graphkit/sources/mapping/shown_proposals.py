"""What a person sees of proposed mappings: the text of the file, the first rows, and lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graphkit.files import write_text
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.mapping.columns import sample
from graphkit.sources.mapping.mapping_file import ENDING, as_toml
from graphkit.sources.mapping.proposal import Proposed
from graphkit.sources.mapping.sheet_mapping import Shape

_SHOWN = 5
_MOST_TOLD = 8


@dataclass(frozen=True, slots=True)
class Proposal:
    """What graphkit proposes for files that it does not know.

    Attributes
    ----------
    path : Path
        Where the mapping is written.
    text : str
        The mapping, as TOML with remarks.
    rows : tuple of tuple
        For each sheet its place, the names of its columns and five rows of it.
    """

    path: Path
    text: str
    rows: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...]


def as_proposed(sheet: Sheet, proposed: Proposed) -> list[str]:
    """How a file would be read, for those who only check it."""
    mapping = proposed.mapping
    if mapping.shape is Shape.SKIP:
        return []
    plain = ("skip", "attribute", "member attribute", "group attribute")
    told = [
        f"{name} = {role}"
        for name, role in zip(mapping.header, mapping.roles, strict=True)
        if role not in plain
    ]
    shown = ", ".join(told[:_MOST_TOLD]) + (", …" if len(told) > _MOST_TOLD else "")
    lines = [f"{sheet.place}: proposed: {mapping.shape}: {shown}"]
    return lines + [f"in doubt: {doubt.text}" for doubt in proposed.doubts]


def text_of(made: Sequence[tuple[Sheet, Proposed]]) -> str:
    """The text of a mapping file, with samples of each column and what is in doubt."""
    return as_toml(
        [proposed.mapping for _, proposed in made],
        [[sample(look) for look in proposed.looks] for _, proposed in made],
        [doubt.text for _, proposed in made for doubt in proposed.doubts],
    )


def rows_of(
    sheet: Sheet, proposed: Proposed
) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The place of a sheet, its columns, and the first rows."""
    rows = tuple(tuple(cells) for _, cells in proposed.head.body[:_SHOWN])
    return sheet.place, proposed.head.names, rows


def write_proposed(path: Path, made: Sequence[tuple[Sheet, Proposed]], save: bool) -> Path:
    """Write the proposal; a mapping that a person may have changed is not overwritten."""
    count = 1
    stem = path.name.removesuffix(ENDING)
    while save and path.exists():
        count += 1
        path = path.with_name(f"{stem}-{count}{ENDING}")
    if save:
        write_text(text_of(made), path)
    return path
