"""The page of the metrics: the catalogue in words, and how often bands of ranks hold."""

from __future__ import annotations

import csv
from pathlib import Path

from docs.markdown import markdown_table, sentence
from graphkit.export.catalogue import WORDS, said_of
from graphkit.metrics import CATALOGUE

ROOT = Path(__file__).parents[2]

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


def metrics() -> str:
    """The metric catalogue: a table of all metrics, then each entry in full."""
    text = (
        _ABOUT_METRICS
        + "\n"
        + markdown_table(
            ("metric", "measured on", "meaning"),
            (
                (f"[{entry.name}](#{entry.name})", ", ".join(entry.on), entry.meaning)
                for entry in CATALOGUE.values()
            ),
        )
    )
    text += coverage()
    for entry in CATALOGUE.values():
        text += f"\n## {entry.name}\n\n{sentence(entry.meaning)}\n\n"
        for field, said in said_of(entry):
            if field not in ("name", "meaning"):
                code = field in ("function", "command", "formula")
                text += f"- {WORDS[field]}: {f'`{said}`' if code else said}\n"
    return text


def coverage() -> str:
    """How often the bands of ranks hold the true rank, as the benchmark found."""
    file = ROOT / "benchmarks" / "coverage_of_bands.csv"
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
