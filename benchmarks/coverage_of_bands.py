"""How often the bands of ranks hold the true rank, as printed in docs/metrics.md.

    python benchmarks/coverage_of_bands.py

Five networks are taken for the truth. From each, facts are dropped at random, as the bands assume,
each kept with probability 0.9. What is left is ranked by betweenness with `rank_bands`, as if it
were all that is known, and each 5-95 % band is compared with the true rank: of all organisations
with a true betweenness above 0, and of those of the first ten.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from networks import Pairs, generated

from graphkit.metrics import rank, rank_bands
from graphkit.model import Dataset, Fact, Node, fact_id
from graphkit.network import Network
from graphkit.sources import read_sample

KEEP = 0.9
OBSERVED, DRAWS, TOP = 20, 60, 10
FILE = Path(__file__).with_suffix(".csv")
COLUMNS = ("network", "organisations", "facts", "positive", "positive_widened", "first_ten")


def networks() -> dict[str, Dataset]:
    """The five networks: the sample, and generated ones of several sizes and shapes."""
    return {
        "the sample": read_sample(),
        "40 organisations in 30 groups": _dataset(generated(40, 30, seed=2)),
        "100 organisations in 50 groups": _dataset(generated(100, 50, seed=3)),
        "200 organisations in 60 groups": _dataset(generated(200, 60, seed=4)),
        "150 organisations in 150 ties": _dataset(_ties(150, 150)),
    }


def _ties(nodes: int, ties: int) -> Pairs:
    """Groups of two alone, ends drawn so that some organisations have many."""
    draw = np.random.default_rng(5)
    likely = 1 / (1 + np.arange(nodes))
    ends = [draw.choice(nodes, 2, replace=False, p=likely / likely.sum()) for _ in range(ties)]
    members = [(node, group) for group, pair in enumerate(ends) for node in pair.tolist()]
    return Pairs(nodes, ties, np.array(sorted(members), dtype=np.int32).T)


def _dataset(pairs: Pairs) -> Dataset:
    names = [f"o{each:04}" for each in range(pairs.nodes)]
    nodes = [Node("Organisation", each, {"name": each}, "Company") for each in names]
    nodes += [
        Node("Collaboration", f"p{each}", {"name": f"p{each}"}) for each in range(pairs.groups)
    ]
    facts = [
        Fact(
            "PARTICIPATES_IN",
            fact_id("coverage", "participants", (f"p{group}", names[node]), "", 0),
            ("Organisation", names[node]),
            ("Collaboration", f"p{group}"),
            {"status": "stated"},
        )
        for node, group in pairs.members.T.tolist()
    ]
    return Dataset.of("coverage", nodes, facts)


def coverage(name: str, whole: Dataset) -> dict[str, object]:
    """The shares of true ranks that the bands hold."""
    network = Network.of(whole)
    true = rank(network)
    ids = [node.id for node in true.organisations]
    ranks = dict(zip(ids, true.ranks, strict=True))
    positive = {
        each for each, value in zip(ids, true.values["betweenness"], strict=True) if value > 0
    }
    first = {each for each, place in ranks.items() if place <= TOP} & positive
    held: dict[str, list[bool]] = {"positive": [], "positive_widened": [], "first_ten": []}
    tying = set(network.facts.id)
    for seed in range(OBSERVED):
        draw = np.random.default_rng([seed, 77])
        kept = {each for each in sorted(tying) if draw.random() < KEEP}
        facts = [fact for fact in whole.facts if fact.id not in tying or fact.id in kept]
        seen = Network.of(Dataset.of(whole.name, list(whole.nodes), facts))
        bands = rank_bands(seen, rank(seen), draws=DRAWS, keep=KEEP, seed=seed)
        for node, low, high in zip(bands.ranking.organisations, bands.low, bands.high, strict=True):
            inside = low <= ranks[node.id] <= high
            if node.id in positive:
                held["positive"].append(inside)
                held["positive_widened"].append(low - 1 <= ranks[node.id] <= high + 1)
            if node.id in first:
                held["first_ten"].append(inside)
    shares = {column: round(float(np.mean(each)), 3) for column, each in held.items()}
    return {"network": name, "organisations": len(ids), "facts": len(tying), **shares}


def main() -> None:
    """Write the table, a row for each network as it is done."""
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for name, whole in networks().items():
            row = coverage(name, whole)
            print(row, flush=True)
            writer.writerow(row)


if __name__ == "__main__":
    main()
