"""The page of the vocabulary: tables, columns, labels, relationship types and their mapping."""

from __future__ import annotations

from docs.markdown import markdown_table
from graphkit.model import (
    DATASET,
    DATASET_PROPERTIES,
    DECISION,
    DECISION_PROPERTIES,
    JOINED_PROPERTIES,
    KINDS,
    LABELS,
    RELATIONS,
    SECTORS,
    SHAPES,
    TABLES,
    Cell,
    Column,
)
from graphkit.model.own_columns import ValueType
from graphkit.model.own_kinds import PALETTE
from graphkit.sources.choices import CHOICES

_IN_EVERY_FACT = """
Besides its columns, every relationship and every node that a row states has:

- `id`; for a relationship, a hash of its data set, table, references and role, plus a number for
  repeats;
- `datasets`, the names of the data sets that state it, and `hash`, which tells a load what has
  changed;
- `status`: stated, inferred or disputed;
- `sourceIds`, and in the same order `locators`, the places in the sources;
- the dates as stated, `startDate`, `endDate` and `observedDate`, and the first and last day that
  each can mean, as DATE: `startFrom`, `startTo`, `endFrom`, `endTo`, `observedFrom`, `observedTo`.
  An open end is 9999-12-31.

Organisations also have the first and last day of their founding and end: `foundedFrom`,
`foundedTo`, `dissolvedFrom`, `dissolvedTo`.

A participation without start, end and observation has the dates of its collaboration, a signature
those of its declaration, and the property `datesFrom` (collaboration or declaration) says so. Such
facts are counted, and `--own-dates` leaves it open when within its collaboration a participation
was. With only some dates of its own, a participation lies within its collaboration, so that
`startFrom` or `endTo` are those of the collaboration. Where somebody left early, nobody knows when
(`endOfParticipation` in the files of CORDIS), write `?` as the end: the start is that of the
collaboration, and the end is unknown.

## Was it in force?

At a date or in a period, a fact is in force, not in force, or of unknown standing. A fact is one
stretch of time: it is in force between its start and its end, and between either of them and any
day on which it was observed. It is not in force before the earliest start or after the latest end
that its dates allow, nor before its organisations were founded or after one of them was dissolved.
In all other cases its standing is unknown: what was observed at some time in 2014 is certain for
2014, and unknown for each day of it. An organisation is a node unless it certainly did not exist.
The query `facts-at` gives the same answers in Cypher. Facts of unknown standing count,
and their number is printed on standard error, unless `--unknown exclude` leaves them out. A part of
unknown standing stays with its whole.
"""
_OWN_COLUMNS = """
### Columns of your own

Every table takes further columns whose names start with `x_`: `x_topic`, `x_employees`. The rest of
the name is letters of any language, digits and `_`, at most 60 characters in all; capitals do not
count. The property in the graph has the same name (`o.x_topic`, `r.x_fee`). Of the table
`people`, such columns belong to the role.

All cells of a column that are not blank decide together what it holds: the first of these that fits
every cell.

{types}
A whole number has at most 64 bits, a decimal number at most 15 digits, with a point or comma before
decimals and no thousands separator but a space. What only looks like a number (`007`, `+48 22`,
`2E10`) is a text. `graphkit load` says when a few cells make a text of a column of numbers, dates,
or yes and no.

**In results.** Every table of results that lists organisations has these columns, and
`graphkit why` shows those of facts. `brokers` and `cohesion` group by one (`--by topic`); there an
organisation with several values is in no category. `view` and `figure` colour by one
(`--colour topic`), and the page filters by those of few values. Where a column has the name of a
word of graphkit's own, write the `x_`: `--by x_sector`.

**Conditions.** `--where topic=energy` keeps the organisations that meet a condition on a column,
and leaves out all others as nodes; it may be repeated. The `x_` can be left out.

{conditions}
Several conditions with `=` on one column are alternatives; all others must hold together. A blank
cell means unknown, never no: such an organisation meets no condition but `topic=`, and is counted
apart from those that do not meet them. So is one whose date is too coarse to decide.

The columns and their types are kept with the data set, and their values are part of its digest. If
two data sets in a store differ in the type of a column, the second is refused; whole and decimal
numbers go together. If two state different values of one organisation, the value of the
first by name of data set stands, as for all other columns.
"""
_OWN_KINDS = """
### Kinds and sectors of your own

A row of the table `kinds` adds a kind for fields that the list above does not fit: ministries,
trade unions, banks, cities, media. Its id is a capital letter followed by letters from A to Z and
digits, and is not a label, kind or relationship type of this page, whatever the case of its
letters. It becomes a label in the graph: `MATCH (o:TradeUnion)`. Rows of organisations name a kind
by its id or any of its names.

Colours are hexadecimal (`#1F77B4`) or one of {colours}; shapes are {shapes}. What is left blank is
chosen so that no other kind has both.

A kind is a node with the label `Kind`, so it is part of the digest of its data set, and `verify`,
loads and `--prune` treat it like any other node. Two data sets that describe a kind differently are
refused; what one of them leaves blank does not differ. A data set may also use a kind of the store
without a row of its own.

A sector is any word or a few. A word that is one or two letters away from a known one is refused as
misspelt, unless the table `kinds` has it as a sector; `graphkit check` lists those that are not in
the list above.
"""
_TYPES = {
    ValueType.TEXTS: ("a `\\|` in some cell", "a list of texts"),
    ValueType.YES_NO: ("yes, no, true, false, tak, nie", "true or false"),
    ValueType.WHOLE: ("120, -3, 1 234", "an integer"),
    ValueType.DECIMAL: ("2.5, 0,5, 120", "a float"),
    ValueType.DATE: ("2014-11-07, 2014-11; also 2014, beside one of these", "the text as it is"),
    ValueType.TEXT: ("anything", "the text"),
}
_CONDITIONS = (
    ("topic=energy", "the text, whatever its case; of several texts, one of them"),
    ("topic=energy\\|water", "one of these"),
    ("topic!=energy", "something else is stated"),
    ("topic=", "nothing is stated"),
    ("topic!=", "something is stated"),
    ("employees>=50", "numbers, also with <=, > and <"),
    ("certified=yes", "yes or no"),
    ("since=2014", "dates in 2014; also with >=, <=, > and <"),
)


def vocabulary() -> str:
    """The vocabulary, the tables, and the mapping to other vocabularies."""
    text = "## Tables\n\nOnly `organisations` is required. A blank cell means unknown, never no.\n"
    for table in TABLES.values():
        text += f"\n### {table.name}\n\n{table.meaning}\n\n"
        text += markdown_table(
            ("column", "contains", "in the graph", "meaning"),
            (
                (
                    f"`{column.name}`" + (" (required)" if column.required else ""),
                    holds(column),
                    f"`{column.property}`" if column.property else "",
                    column.meaning,
                )
                for column in table.columns
            ),
        )
    types = markdown_table(
        ("type", "cells", "in the graph"),
        ((each.value, *_TYPES[each]) for each in _TYPES),
    )
    conditions = markdown_table(
        ("condition", "keeps"), ((f"`{each}`", what) for each, what in _CONDITIONS)
    )
    text += _OWN_COLUMNS.format(types=types, conditions=conditions)
    text += "\n## Kinds of organisation\n\n" + markdown_table(
        ("kind", "sector", "meaning", "FollowTheMoney", "W3C ORG"),
        (
            (f"`{kind.name}`", kind.sector or "", kind.meaning, kind.ftm, kind.w3c)
            for kind in KINDS.values()
        ),
    )
    text += "\nSectors: " + "; ".join(f"{name} ({what})" for name, what in SECTORS.items()) + ".\n"
    text += _OWN_KINDS.format(colours=", ".join(PALETTE), shapes=", ".join(SHAPES))
    text += "\n## In the graph\n\nLabels:\n\n" + markdown_table(
        ("label", "table", "meaning", "FollowTheMoney", "W3C"),
        (
            (f"`{label.name}`", label.table, label.meaning, label.ftm, label.w3c)
            for label in LABELS.values()
        ),
    )
    text += (
        f"\nFor each data set, a store adds one node with the label `{DATASET}`. No table states\n"
        "it, and no relationship leads to it. `graphkit info` prints the digest.\n\n"
    )
    text += markdown_table(
        ("property", "meaning"),
        ((f"`{name}`", meaning) for name, meaning in DATASET_PROPERTIES.items()),
    )
    text += (
        f"\nFor each decision about two ids of organisations, a store adds one node with the\n"
        f"label `{DECISION}`: see [names](names.md).\n\n"
    )
    text += markdown_table(
        ("property", "meaning"),
        ((f"`{name}`", meaning) for name, meaning in DECISION_PROPERTIES.items()),
    )
    text += "\nWhere several ids are one organisation, a store adds these properties:\n\n"
    text += markdown_table(
        ("property", "meaning"),
        ((f"`{name}`", meaning) for name, meaning in JOINED_PROPERTIES.items()),
    )
    text += "\nRelationship types:\n\n" + markdown_table(
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


def holds(column: Column) -> str:
    """What a cell of the column may contain, in words."""
    what = {
        Cell.REFERENCE: f"an id or unique name of {' or '.join(column.refers)}",
        Cell.SOURCES: "a source, or source:place in it",
        Cell.END: "a date or `..`",
        Cell.ANSWER: "a number, or a word of the scale",
        Cell.CHOICE: f"one of {_choices(column)}",
    }.get(column.cell, str(column.cell))
    return f"{what}; separate several with `\\|`" if column.many else what


def _choices(column: Column) -> str:
    """The words of a closed list, or a pointer to it when it is long."""
    words = CHOICES.get(column.choices or "", ())
    return ", ".join(words) if len(words) < 10 else f"the {column.choices} listed below"
