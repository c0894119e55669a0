"""Write the generated documents: vocabulary.md from the model, commands.md from the help, and
metrics.md from the metric catalogue.

A test compares them with what this would write, so they cannot fall behind the code.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from graphkit.cli.main import HEADINGS, cli
from graphkit.export.catalogue import WORDS, said_of
from graphkit.metrics import CATALOGUE
from graphkit.model import KINDS, LABELS, RELATIONS, SECTORS, TABLES, Cell, Column
from graphkit.sources.cells import CHOICES

_IN_EVERY_FACT = """
Every relationship and every node that a row states has, besides its columns:

- `id`; for a relationship a hash of its data set, table, references and role, with a number for
  repeats;
- `datasets`, the names of the data sets that state it, and `hash`, by which a load sees changes;
- `status`: stated, inferred or disputed;
- `sourceIds`, and parallel to it `locators`, the places in the sources;
- the dates as they are stated, `startDate`, `endDate` and `observedDate`, and the first and last
  day that each may mean as DATE: `startFrom`, `startTo`, `endFrom`, `endTo`, `observedFrom`,
  `observedTo`. An open end is 9999-12-31.

A signature without dates has its declaration's start and does not end. Of a participation without
dates it is only known that it lies within its collaboration's: it has `startFrom` and `endTo`
alone.

## Was it in force?

At a date or in a period a fact is in force, not in force, or of unknown standing. It is one stretch
of time, so it is in force between its start and its end, and between these and any day at which it
was observed. It is not in force before the earliest start or after the latest end that its dates
allow. Otherwise it is unknown. Facts of unknown standing count, and are counted on standard error,
unless `--unknown exclude` leaves them out; a part of unknown standing stays with its whole.
"""
_ABOUT_METRICS = """\
Two organisations are tied when they share a group. n counts the organisations that stand in the
network, isolates included; d_ij is the distance of i and j in steps, w_ij the weight of their tie,
s_i the sum of i's weights. A value that does not exist (the constraint of an isolate, say) is
empty, never 0. A category of an organisation is its sector, its kind, its place, or whether it is
a member of a cluster; an organisation of which it is not known has none. That is no category:
measures by category keep such organisations apart, and count them.

`graphkit metrics` prints this catalogue, `graphkit metrics NAME` one entry.
"""
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
    text += _IN_EVERY_FACT
    return text


def commands() -> str:
    """The help of every command."""
    text = "# Commands\n\n" + _NOTE
    context = click.Context(cli, info_name="graphkit", terminal_width=100, **cli.context_settings)
    text += f"```\n{cli.get_help(context)}\n```\n"
    for heading, names in HEADINGS.items():
        text += f"\n## {heading}\n"
        for name in names:
            command = cli.get_command(context, name)
            assert command is not None
            inner = click.Context(command, parent=context, info_name=name, terminal_width=100)
            text += f"\n### graphkit {name}\n\n```\n{command.get_help(inner)}\n```\n"
    return text


def metrics() -> str:
    """The metric catalogue: a table of all, then each in full."""
    text = "# Metrics\n\n" + _NOTE + _ABOUT_METRICS
    text += "\n" + _table(
        ("metric", "measured on", "meaning"),
        (
            (f"[{entry.name}](#{entry.name})", ", ".join(entry.on), entry.meaning)
            for entry in CATALOGUE.values()
        ),
    )
    for entry in CATALOGUE.values():
        text += f"\n## {entry.name}\n\n{_sentence(entry.meaning)}\n\n"
        for field, said in said_of(entry):
            if field not in ("name", "meaning"):
                code = field in ("function", "command", "formula")
                text += f"- {WORDS[field]}: {f'`{said}`' if code else said}\n"
    return text


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def holds(column: Column) -> str:
    """What a cell of the column may hold, in words."""
    what = {
        Cell.REFERENCE: f"an id or unique name of {' or '.join(column.refers)}",
        Cell.SOURCES: "source, or source:place in it",
        Cell.END: "date or `..`",
        Cell.CHOICE: f"one of {_choices(column)}",
    }.get(column.cell, str(column.cell))
    return f"{what}, several by `\\|`" if column.many else what


def _choices(column: Column) -> str:
    """The words of a closed list, or where they stand when they are many."""
    words = CHOICES.get(column.choices or "", ())
    return ", ".join(words) if len(words) < 10 else f"the {column.choices} below"


DOCUMENTS = {"vocabulary.md": vocabulary, "commands.md": commands, "metrics.md": metrics}


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = tuple(header)
    lines = [names, tuple("---" for _ in names), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    for name, write in DOCUMENTS.items():
        (DOCS / name).write_text(write(), encoding="utf-8", newline="\n")
