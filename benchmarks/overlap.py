"""What `--overlap` costs on CORDIS 2014, all eight metrics of 5,682 organisations.

    python benchmarks/overlap.py

The participations have no dates of their own that would separate two of them, so that nothing is
cut. For the other lines, a part of them gets a random start and end within 2,000 days.
"""

from __future__ import annotations

import random
import time
from datetime import date

from networks import cordis_2014

import graphkit
from graphkit.metrics import METRICS
from graphkit.model import Dataset, Fact, Node, date_properties, fact_id

_DAYS = range(735_000, 737_000)


def main() -> None:
    """Print seconds of the processor without and with the option, and their ratio."""
    graphkit.rank(_dated(0.0), metrics=METRICS)  # loads the kernels
    for share in (0.0, 0.2, 1.0):
        network = _dated(share)
        plain, without = _timed(network)
        cut, with_it = _timed(network.select(overlap=True))
        print(
            f"{share:.0%} dated: {without:.2f} s without, {with_it:.2f} s with, ratio "
            f"{with_it / without:.2f}; {plain.tied.members.shape[1]:,} places in groups, "
            f"{cut.tied.members.shape[1]:,} in slices",
            flush=True,
        )


def _timed(network: graphkit.Network) -> tuple[graphkit.Network, float]:
    """The network selected again, and the shorter of two runs of all metrics on it."""
    runs = []
    for _ in range(2):
        fresh = network.where(network.selection)
        began = time.process_time()
        graphkit.rank(fresh, metrics=METRICS)
        runs.append(time.process_time() - began)
    return fresh, min(runs)


def _dated(share: float) -> graphkit.Network:
    pairs, draw = cordis_2014(), random.Random(1)
    nodes = [
        *(
            Node("Organisation", f"o{each}", {"name": f"Organisation {each}"}, "Other")
            for each in range(pairs.nodes)
        ),
        *(
            Node("Collaboration", f"p{each}", {"name": f"Project {each}"})
            for each in range(pairs.groups)
        ),
    ]
    facts = []
    for node, group in pairs.members.T.tolist():
        days = [date.fromordinal(day).isoformat() for day in sorted(draw.sample(_DAYS, 2))]
        dates = date_properties(*days, None) if draw.random() < share else {}
        ends = (f"p{group}", f"o{node}")
        identity = fact_id("cordis", "participants", ends, "", 0)
        start, end = ("Organisation", f"o{node}"), ("Collaboration", f"p{group}")
        facts.append(Fact("PARTICIPATES_IN", identity, start, end, dates))
    return graphkit.Network.of(Dataset.of("cordis", nodes, facts), evidence=False)


if __name__ == "__main__":
    main()
