"""Write the generated documents: docs/vocabulary.md from the model, docs/commands.md from the help.

A test compares them with what this would write, so they cannot fall behind the code.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from graphkit.cli.main import cli
from graphkit.model import KINDS, LABELS, RELATIONS, SECTORS, TABLES, Cell, Column

DOCS = Path(__file__).parent
_NOTE = "<!-- Written by docs/generate.py; change the code, then run `make docs`. -->\n\n"


def vocabulary() -> str:
    """The vocabulary, the tables, and the mapping to other vocabularies."""
    text = "# Vocabulary and tables\n\n" + _NOTE
    text += "## Tables\n\nOnly `organisations` is needed. A blank cell is unknown, never no.\n"
    for table in TABLES.values():
        text += f"\n### {table.name}\n\n{table.meaning}\n\n"
        text += _table(
            ("column", "holds", "in the graph", "meaning"),
            (
                (
                    f"`{column.name}`" + (" (needed)" if column.required else ""),
                    holds(column),
                    f"`{column.property}`" if column.property else "",
                    column.meaning,
                )
                for column in table.columns
            ),
        )
    text += "\n## Kinds of organisation\n\n" + _table(
        ("kind", "sector", "meaning", "FollowTheMoney", "W3C ORG"),
        (
            (f"`{kind.name}`", kind.sector or "", kind.meaning, kind.ftm, kind.w3c)
            for kind in KINDS.values()
        ),
    )
    text += "\nSectors: " + "; ".join(f"{name} ({what})" for name, what in SECTORS.items()) + ".\n"
    text += "\n## In the graph\n\nLabels:\n\n" + _table(
        ("label", "table", "meaning", "FollowTheMoney", "W3C"),
        (
            (f"`{label.name}`", label.table, label.meaning, label.ftm, label.w3c)
            for label in LABELS.values()
        ),
    )
    text += "\nRelationship types:\n\n" + _table(
        ("type", "joins", "layer", "meaning", "FollowTheMoney", "W3C"),
        (
            (
                f"`{relation.name}`",
                "; ".join(f"{start} → {end}" for start, end in relation.ends),
                relation.layer or "",
                relation.meaning,
                relation.ftm,
                relation.w3c,
            )
            for relation in RELATIONS.values()
        ),
    )
    return text


def commands() -> str:
    """The help of every command."""
    text = "# Commands\n\n" + _NOTE
    context = click.Context(cli, info_name="graphkit", terminal_width=100)
    text += f"```\n{cli.get_help(context)}\n```\n"
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        inner = click.Context(command, parent=context, info_name=name, terminal_width=100)
        text += f"\n## graphkit {name}\n\n```\n{command.get_help(inner)}\n```\n"
    return text


def holds(column: Column) -> str:
    """What a cell of the column may hold, in words."""
    what = {
        Cell.REFERENCE: f"an id or unique name of {' or '.join(column.refers)}",
        Cell.SOURCES: "source, or source:place in it",
        Cell.END: "date or `..`",
        Cell.CHOICE: f"one of the {column.choices}",
    }.get(column.cell, str(column.cell))
    return f"{what}, several by `\\|`" if column.many else what


DOCUMENTS = {"vocabulary.md": vocabulary, "commands.md": commands}


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = tuple(header)
    lines = [names, tuple("---" for _ in names), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    for name, write in DOCUMENTS.items():
        (DOCS / name).write_text(write(), encoding="utf-8", newline="\n")
