"""Two-mode networks to measure on: one of real data and generated ones of any size."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_BESIDE = Path(__file__).resolve().parents[2] / "shared"
_CORDIS = Path(os.environ.get("GRAPHKIT_SHARED", _BESIDE), "data/cordis/started_2014_named.csv")


class Pairs(NamedTuple):
    """Who is in which group: n nodes, m groups, and their numbers in pairs, shape (2, pairs)."""

    nodes: int
    groups: int
    members: npt.NDArray[np.int32]


def cordis_2014() -> Pairs:
    """EU research projects that started in 2014: 5,682 organisations in 3,320 projects."""
    nodes: dict[str, int] = {}
    groups: dict[str, int] = {}
    with _CORDIS.open(encoding="utf-8", newline="") as file:
        pairs = {
            (
                nodes.setdefault(row["organisationID"], len(nodes)),
                groups.setdefault(row["projectRcn"], len(groups)),
            )
            for row in csv.DictReader(file)
        }
    return Pairs(len(nodes), len(groups), np.array(sorted(pairs), dtype=np.int32).T)


def generated(nodes: int, groups: int, *, seed: int = 1) -> Pairs:
    """A network whose groups have 2 to 40 members, lognormal around 4, and whose nodes are in
    numbers of groups that fall off as a power (two thirds of them are in one); about 10 edges a
    node in the projection when there is one group for two nodes.
    """
    draw = np.random.default_rng(seed)
    sizes = np.clip(draw.lognormal(np.log(4), 0.7, groups).astype(int), 2, 40)
    likely = draw.pareto(1.2, nodes) + 0.3
    likely = np.minimum(likely, np.quantile(likely, 0.999))
    group = np.repeat(np.arange(groups), sizes)
    node = draw.choice(nodes, len(group), p=likely / likely.sum())
    alone = np.setdiff1d(np.arange(nodes), node)  # everybody is somewhere
    node = np.concatenate((node, alone))
    group = np.concatenate((group, draw.integers(0, groups, len(alone))))
    return Pairs(nodes, groups, np.unique(np.stack((node, group)).astype(np.int32), axis=1))


NETWORKS = {
    "tiny": lambda: generated(60, 30),
    "cordis": cordis_2014,
    "30k": lambda: generated(30_000, 16_000),
    "200k": lambda: generated(200_000, 110_000),
}
