"""Write the generated documents: vocabulary.md from the model, commands.md from the help,
metrics.md from the metric catalogue, glossary.md from the texts of pages and figures, and
addresses.md from the filters and metrics of pages.

A test compares them with what this would write, so they always match the code.
"""

from __future__ import annotations

import csv
from pathlib import Path

import click

from docs.addresses import addresses
from docs.markdown import markdown_table
from graphkit.cli.main import HEADINGS, cli
from graphkit.export.catalogue import WORDS, said_of
from graphkit.metrics import CATALOGUE, METRICS
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
from graphkit.views.glossary import COUNTED, glossary
from graphkit.views.translation import words

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
_ABOUT_METRICS = """\
Two organisations are tied when they share a group. n is the number of organisations in the network,
including isolates; d_ij is the distance between i and j in steps, w_ij the weight of their tie, s_i
the sum of i's weights. A value that does not exist (such as the constraint of an isolate) is empty,
never 0. The category of an organisation is its sector, its kind, its place, or whether it is a
member of a given cluster. Organisations of unknown category do not form a category of their
own: measures by category count them separately.

Metrics of the two modes follow paths from member to group to member. m is the number of groups:
clusters with their members, declarations, collaborations, and direct ties as groups of two.
`graphkit rank --of groups` ranks all of them but direct ties, which have no names. A
cluster is a member of its own group unless `--group-nodes exclude`. Groups have only the selected
organisations as members, and with `--overlap` a group whose members were not all in it together
counts as several, one for each time.

`graphkit metrics` prints this catalogue, `graphkit metrics NAME` one entry.

## What a network is made of

The options that select a network act in this order, however they are given:

1. Facts: `--layer`, `--tie-kind`, `--dataset`, `--status`, `--at` with `--unknown` and
   `--own-dates`, and `--planned`. Facts of a cluster, declaration or collaboration at the stage
   `planned` are left out by default, and their number is printed. A planned cluster remains as a
   node. An organisation that did not exist at the date has no facts then and is not a node.
2. `--parts`: which organisation each one counts as.
3. `--group-nodes`: whether a cluster belongs to its own group.
4. The size k of each group is settled: how many organisations these facts put into it.
5. `--kind`, `--sector`, `--place`, `--cluster` and `--where`: which organisations are nodes. Their
   groups remain, and facts about no node are not counted. An organisation is in a place if it is
   stated to be there, or in a place that is part of it, over any number of steps. It is unknown
   where no place is stated of it, or only a wider one: then it is not a node, and is counted apart.
   An office or faculty counts as part of its parent, so the parent's place decides; with `--parts
   separate` its own. `--cluster` keeps the members of a cluster, and the cluster itself, by the
   memberships of every data set that are in force, even where other layers tie them.
6. `--overlap`: two members whose times in a group certainly do not overlap were never in it
   together. Their pairs are counted and printed; with this option the group does not tie them.
   Dates that are not stated, or not stated precisely enough, never separate two members, and the
   cluster itself is there all the time. A fact that certainly lies outside the lifetime of one of
   its organisations ties nobody then. k still counts all that were ever in the group.
7. `--component`, then `--isolates`: which of these nodes are kept, by the ties that are left (with
   `--backbone`, by those of the backbone). n, and so every density and normalisation, is what
   remains.

Each command prints how many organisations are nodes, why the others are not, and how many have
ties.

The weight 1/(k-1) of a group does not depend on which of its members you look at. Where facts are
dropped at random (`rank --bands`) or organisations leave (`impact`), k shrinks by those alone.

**A cluster is tied to its members.** It is an organisation too, so it belongs to its own group, as
does any other group with members. It counts in k: then what a group adds to the strength of each of
its organisations is 1 with `--weight newman`, the cluster's own among them. `--group-nodes exclude`
takes it out of its group and out of k. It stays a node, tied by what it has signed or taken part
in. In the sample, its betweenness is 0.096 with its own group and 0.069 without it (with what is
only planned, 0.102 and 0.074).

## Two selections side by side

`graphkit compare A B` takes two selections. Each is written `word=value[,word=value]`, with the
options above as words: `at=2011`, `place=wojewodztwo-podlaskie,sector=business`, `cluster=KOM`,
`dataset=survey`. A word that takes several values takes them with commas:
`sector=business,research`. A switch stands alone (`overlap`) or with yes or no. `everything` is a
side without words. Options beside A and B hold for both; a word in A or B replaces them there.

Only organisations with a tie are compared. What is known of an organisation but ties it to nobody
does not make a side less dense. Organisations and ties are matched by id.

What two stores hold is compared in one store: load the tables of both, each as its own data set
(`graphkit load FOLDER --dataset NAME`), and write `dataset=ONE dataset=OTHER`. In Python, `compare`
takes the networks of two stores as they are.

Networks of different sizes are compared like this:

- A rank counts as a share of the ranking, from 0 for the first to 1 for the last; a shared rank as
  the middle of the places that it takes. Its range is that
  of `rank --bands`. Where the ranges of the two sides overlap, a few facts that are known in one
  and not in the other could account for the move.
- The centralisations are by definition shares of what a star of the same size has.
- Density, centralisation and the E-I index still depend on how large the groups are. So each value
  is set beside those of networks drawn at random, in which every group has as many organisations
  and every organisation is in as many groups. z is how many of their standard deviations it lies
  above their mean.
- The difference of the two sides is set beside the differences of such networks, one drawn for each
  side. A difference within the range of 90% of them may well be chance.

The networks of the two sides are drawn independently. Where A and B share facts, as two near dates
do, this makes the range of their difference too wide rather than too narrow. With four measures,
one outside its range by chance is not rare: it happens in up to four of ten comparisons.
"""
_ABOUT_COVERAGE = """
## How often bands hold the true rank

`graphkit rank --bands` shows the range of each rank when facts are dropped at random. That is its
stability, not how probable it is that the rank is right. How often does such a band hold the true
rank, if facts really are missing at random? `benchmarks/coverage_of_bands.py` takes each network
for the truth, drops facts with probability 0.1, ranks what is left by betweenness with its bands
(60 draws), and compares these with the true ranks, 20 times. A 90% confidence interval would hold
the true rank in 90% of the cases. The first share is of organisations whose true betweenness is
above 0, the second of the same with each band wider by a rank at both ends, and the third of those
among the first ten. Ties are one cause of what bands miss: at the low end many organisations have
the same value or nearly so, and one missing fact moves a rank past several others.

"""
DOCS = Path(__file__).parent
_ABOUT_TERMS = """\
What pages and figures call things, in English and in Polish. The third column gives the Polish
forms after 1, 2 and 5. The last one lists words that the English texts do not use for it. The terms
are in `graphkit/views/messages/glossary.json`. A message counts a term with `{count:fact}`, and a
test compares all messages with this list.

"""
_NOTE = "<!-- Written by docs/generate.py; change the code, then run `make docs`. -->\n\n"


def vocabulary() -> str:
    """The vocabulary, the tables, and the mapping to other vocabularies."""
    text = "# Vocabulary and tables\n\n" + _NOTE
    text += "## Tables\n\nOnly `organisations` is required. A blank cell means unknown, never no.\n"
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


def commands() -> str:
    """The help of every command and subcommand."""
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
            for below in command.list_commands(inner) if isinstance(command, click.Group) else ():
                each = command.get_command(inner, below)
                assert each is not None
                context_below = click.Context(
                    each, parent=inner, info_name=below, terminal_width=100
                )
                text += f"\n#### graphkit {name} {below}\n\n"
                text += f"```\n{each.get_help(context_below)}\n```\n"
    return text


def metrics() -> str:
    """The metric catalogue: a table of all metrics, then each entry in full."""
    text = "# Metrics\n\n" + _NOTE + _ABOUT_METRICS
    text += "\n" + markdown_table(
        ("metric", "measured on", "meaning"),
        (
            (f"[{entry.name}](#{entry.name})", ", ".join(entry.on), entry.meaning)
            for entry in CATALOGUE.values()
        ),
    )
    text += coverage()
    for entry in CATALOGUE.values():
        text += f"\n## {entry.name}\n\n{_sentence(entry.meaning)}\n\n"
        for field, said in said_of(entry):
            if field not in ("name", "meaning"):
                code = field in ("function", "command", "formula")
                text += f"- {WORDS[field]}: {f'`{said}`' if code else said}\n"
    return text


def coverage() -> str:
    """How often the bands of ranks hold the true rank, as the benchmark found."""
    file = DOCS.parent / "benchmarks" / "coverage_of_bands.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return _ABOUT_COVERAGE + markdown_table(
        ("the truth", "facts", "true betweenness above 0", "with a rank more", "the first ten"),
        (
            (
                row["network"],
                row["facts"],
                *(
                    f"{float(row[name]):.0%}"
                    for name in ("positive", "positive_widened", "first_ten")
                ),
            )
            for row in rows
        ),
    )


def terms() -> str:
    """What pages and figures call things in English and Polish."""
    text = "# Glossary\n\n" + _NOTE + _ABOUT_TERMS
    text += markdown_table(
        ("English", "Polish", "1, 2, 5", "meaning", "not"),
        (
            (
                term.words["en"],
                term.words["pl"],
                ", ".join(term.forms.get(("pl", COUNTED), ())),
                term.means,
                ", ".join(each.replace("*", "…") for each in term.avoid.get("en", ())),
            )
            for term in glossary().values()
        ),
    )
    text += "\n## Metrics\n\n" + markdown_table(
        ("English", "Polish", "meaning"),
        (
            (each.label["en"], each.label["pl"], _sentence(each.meaning))
            for each in METRICS.values()
        ),
    )
    text += "\n## Kinds and sectors\n\n" + markdown_table(
        ("English", "Polish", "meaning"),
        (
            (words("en")[section, name], words("pl")[section, name], _sentence(means))
            for section, meanings in (
                ("kind", {kind.name: kind.meaning for kind in KINDS.values()}),
                ("sector", SECTORS),
            )
            for name, means in meanings.items()
        ),
    )
    return text


def page_addresses() -> str:
    """What the address of an interactive page can say."""
    return "# Page addresses\n\n" + _NOTE + addresses()


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


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


DOCUMENTS = {
    "vocabulary.md": vocabulary,
    "commands.md": commands,
    "metrics.md": metrics,
    "glossary.md": terms,
    "addresses.md": page_addresses,
}


if __name__ == "__main__":
    for name, write in DOCUMENTS.items():
        (DOCS / name).write_text(write(), encoding="utf-8", newline="\n")
