"""A network at several dates for RSiena: one matrix per wave, and the actors.

A cell is 1 where a tie was certainly in force on a day of the wave, 0 where it certainly was not,
NA where that is not known, and 10, a structural zero, where one of the two certainly did not exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.export.networks.formats import Export
from graphkit.export.networks.graph_of import graph_of
from graphkit.export.networks.pajek import label
from graphkit.export.networks.tables import MANIFEST
from graphkit.model import Period, UsageError
from graphkit.model.visible_text import visible

if TYPE_CHECKING:
    from graphkit.network import Network

ABSENT, UNKNOWN = 10, -1

Matrix = npt.NDArray[np.int8]


def as_waves(export: Export) -> dict[str, str]:
    """`wave1.txt` and so on, `actors.txt` and `groups.txt` with names, and a script of R.

    In mode two the rows are organisations and the columns groups.
    """
    waves = export.waves
    if len(waves) < 2:
        raise UsageError(
            "rsiena compares a network at two dates or more; give each with `wave`, such as 2010 "
            "and 2014"
        )
    if any(later.first <= earlier.last for earlier, later in pairwise(waves)):
        raise UsageError(
            f"the waves {', '.join(wave.text for wave in waves)} do not follow one another; give "
            "each `wave` once, in order of time, and no two that overlap"
        )
    network = export.network
    everyone = network.two_mode
    matrices = [_wave(network, wave, export.mode == "two") for wave in waves]
    files = {
        f"wave{at}.txt": "".join(f"{line}\n" for line in _lines(matrix))
        for at, matrix in enumerate(matrices, 1)
    }
    graph = graph_of(network, "two")
    names = [label(name) for name in graph.labels]
    count = len(everyone.organisations)
    files["actors.txt"] = _listed(everyone.organisations, names[:count])
    if export.mode == "two":
        files["groups.txt"] = _listed([group.key for group in everyone.groups], names[count:])
    files["read.R"] = _script([wave.text for wave in waves], two=export.mode == "two")
    files[MANIFEST] = export.manifest.text()
    return files


def _wave(network: Network, wave: Period, two: bool) -> Matrix:
    """The matrix of one wave."""
    # The actors are given: who has no tie in a wave is in it all the same.
    everyone = network.select(at=wave, component=None, isolates=None)
    certain, possible = (everyone.select(unknown=each) for each in ("exclude", "include"))
    form = network.two_mode
    columns = [group.key for group in form.groups] if two else list(form.organisations)
    shape = (len(form.organisations), len(columns))
    matrix = np.zeros(shape, dtype=np.int8)
    row = {name: at for at, name in enumerate(form.organisations)}
    column = {name: at for at, name in enumerate(columns)}
    for then, value in ((possible, UNKNOWN), (certain, 1)):
        for one, other in _pairs(then, two):
            if one in row and other in column:
                matrix[row[one], column[other]] = value
    existing = np.array(
        [bool(possible.existing[network.index[name]]) for name in form.organisations], dtype=bool
    )
    matrix[~existing, :] = ABSENT
    if not two:
        matrix[:, ~existing] = ABSENT
        np.fill_diagonal(matrix, 0)
    return matrix


def _pairs(network: Network, two: bool) -> Iterator[tuple[str, str]]:
    if two:
        form = network.two_mode
        for organisation, group in form.members.T.tolist():
            yield form.organisations[organisation], form.groups[group].key
        return
    tied = network.tied
    matrix = tied.projection().tocoo()
    for one, other in zip(matrix.row.tolist(), matrix.col.tolist(), strict=True):
        yield tied.organisations[one], tied.organisations[other]


def _lines(matrix: Matrix) -> Iterator[str]:
    for row in matrix.tolist():
        yield " ".join("NA" if value == UNKNOWN else str(value) for value in row)


def _listed(ids: Sequence[str], names: Sequence[str]) -> str:
    return "".join(f"{label(visible(key))} {name}\n" for key, name in zip(ids, names, strict=True))


def _script(waves: Sequence[str], *, two: bool) -> str:
    """A script of R; it holds dates and nothing of the data."""
    count = len(waves)
    dims = "c(nrow(waves[[1]]), ncol(waves[[1]]), length(waves))"
    sets = ', type = "bipartite", nodeSet = c("actors", "groups")' if two else ', type = "oneMode"'
    lines = [
        f"# Waves: {', '.join(waves)}. NA: not known. 10: one of the two did not exist.",
        "library(RSiena)",
        'read <- function(at) as.matrix(read.table(paste0("wave", at, ".txt")))',
        f"waves <- lapply(1:{count}, read)",
    ]
    if two:
        lines += [
            'actors <- sienaNodeSet(nrow(waves[[1]]), "actors")',
            'groups <- sienaNodeSet(ncol(waves[[1]]), "groups")',
        ]
    lines.append(f"network <- sienaDependent(array(unlist(waves), dim = {dims}){sets})")
    ending = ", nodeSets = list(actors, groups)" if two else ""
    lines.append(f"data <- sienaDataCreate(network{ending})")
    return "\n".join([*lines, ""])
