"""What can be changed in the look at a proposed mapping, in words."""

from __future__ import annotations

from graphkit.cli.shown_mapping import folded
from graphkit.sources.mapping.form.lenient import DAY_FIRST, MONTH_FIRST
from graphkit.sources.mapping.form.mapping_file import LAYER_SAID, SHAPES_SAID
from graphkit.sources.mapping.form.sheet_mapping import LAYERS, Shape

SETTINGS = {
    "shape": "what a row is, such as a tie of two organisations",
    "layer": "what groups are: membership, declaration or collaboration",
    "group": "the group of all rows, where no column names it",
    "kind": "the kind of organisations that no column states",
    "group kind": "the kind of groups that no column states",
    "tie kind": "the kind of ties that no column states",
    "split": "what separates several values in a cell of a column",
    "no fact": "which cells of a column say that the row states no fact",
    "names": "words for a blank, or names of people, that name organisations here",
    "told apart by": "the column that tells organisations of one name apart",
    "dates": "whether 03/04 is in April or in March",
    "cells": "what the cells of a matrix hold",
    "header row": "the row with the names of the columns",
    "layout": "reads each row as it stands, where a layout was put straight",
    "skip": "leaves a table out",
    "list": "reads another list of a JSON file, which is left out so far",
}
OPTIONS: dict[str, list[tuple[str, str]]] = {
    "shape": [(each, SHAPES_SAID[each]) for each in Shape],
    "layer": [(each, LAYER_SAID[each]) for each in LAYERS],
    "cells": [
        ("marks", "yes and no, 1 and 0, x"),
        ("dates", "since when each belongs to the column"),
        ("roles", "the role that each has in the column"),
        ("weights", "numbers: how strong each tie is"),
        ("1 is yes", "1 for yes and 2 for no"),
        ("2 is yes", "1 for no and 2 for yes"),
    ],
    "dates": [(DAY_FIRST, "03/04 is in April"), (MONTH_FIRST, "03/04 is in March")],
}
"""The values of settings that have few, each with what it means."""
_COLUMNS = (
    "Type the number or name of a column to say what it holds, or 2,4 or 2-4 for several. The "
    "settings:"
)


def help_lines(width: int) -> list[str]:
    """The answers to the question what to change, in lines of at most this width."""
    longest = max(map(len, SETTINGS))
    lines = [*folded(_COLUMNS, width)]
    for word, said in SETTINGS.items():
        lines += folded(said, width, f"  {word:<{longest}}  ")
    return lines
