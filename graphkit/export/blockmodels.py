"""Blockmodels as tables and as text."""

from __future__ import annotations

import math

from graphkit.export.catalogue import meanings
from graphkit.export.own_cells import OwnCells
from graphkit.export.phrases import names_of, written
from graphkit.export.table import Table
from graphkit.metrics.blockmodels import Blockmodel
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted


def positions_table(found: Blockmodel) -> Table:
    """One row per organisation with ties: its position and its ties, with the blocks beside it."""
    own = OwnCells.of(each.properties for place in found.positions for each in place.members)
    rows = (
        (
            place.number,
            len(place.members),
            node.id,
            node.name,
            node.kind_shown,
            node.properties.get("sector"),
            *own(node.properties),
            ties,
        )
        for place in found.positions
        for node, ties in zip(place.members, place.ties, strict=True)
    )
    return Table.of(
        ("position", "size", "id", "name", "kind", "sector", *own.names, "ties"),
        rows,
        dates=own.dates,
        beside=(blocks_of(found), *meanings(("profile-correlation", "block-density"))),
        types=dict.fromkeys(("position", "size", "ties"), int) | own.types,
    )


def blocks_of(found: Blockmodel) -> Table:
    """One row per two positions, or one: their density, and whether it is a tie of the image."""
    image = found.image
    rows = (
        (
            one.number,
            other.number,
            found.ties[row][column],
            found.pairs[row][column],
            found.densities[row][column],
            image[row][column],
        )
        for row, one in enumerate(found.positions)
        for column, other in enumerate(found.positions[row:], row)
    )
    return Table.of(
        ("position", "with_position", "ties", "pairs", "density", "image"),
        rows,
        title="blocks",
        types=dict.fromkeys(("position", "with_position", "ties", "pairs"), int)
        | {"density": float, "image": bool},
    )


def blockmodel_text(found: Blockmodel) -> str:
    """The positions for reading, with their members, and the densities and the image."""
    blocks = [written([blockmodel_remark(found)])]
    for place in found.positions:
        alike = "" if math.isnan(place.alike) else f", lowest correlation {rounded(place.alike)}"
        blocks.append(
            written(
                [
                    f"{place.number}  {counted(len(place.members), 'organisation')}{alike}",
                    f"   {names_of(place.members)}",
                ]
            )
        )
    if found.positions:
        densities = [
            ["–" if math.isnan(value) else rounded(value) for value in row]
            for row in found.densities
        ]
        image = [
            ["–" if value is None else str(int(value)) for value in row] for row in found.image
        ]
        blocks.append(
            written(["density of ties within and between positions", *_square(densities)])
        )
        blocks.append(written(["image: 1 where the density is at least alpha", *_square(image)]))
    return "\n".join(blocks)


def blockmodel_remark(found: Blockmodel) -> str:
    """How many positions there are, and from which density on they count as tied."""
    number = len(found.positions)
    text = f"{counted(number, 'position')} by profile correlation"
    text += " and complete linkage"
    text += " (weighted ties)" if found.weighed else ""
    if not math.isnan(found.density):
        text += f", density {rounded(found.density)}, alpha {rounded(found.alpha)}"
    if found.alone:
        text += f"; {counted(len(found.alone), 'organisation')} without ties not shown"
    return text


def _square(cells: list[list[str]]) -> list[str]:
    """A matrix with the numbers of positions above and beside it."""
    heads = [str(place) for place in range(1, len(cells) + 1)]
    width = max(len(cell) for row in (heads, *cells) for cell in row) + 2
    beside = max(map(len, heads))
    lines = [" " * (beside + 1) + "".join(f"{head:>{width}}" for head in heads)]
    lines += (
        f" {head:>{beside}}" + "".join(f"{cell:>{width}}" for cell in row)
        for head, row in zip(heads, cells, strict=True)
    )
    return lines
