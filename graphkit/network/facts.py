"""The facts that tie organisations, as columns: one row a membership, signature, participation or
tie, each joining an organisation to a group.

The numeric columns are what selecting and counting run on; the rest says what a row states, so
that every number can be opened to its facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, pairwise

import numpy as np
import numpy.typing as npt

from graphkit.model import LAYER_OF, LAYERS, RELATIONS, STATUSES, Fact, Properties
from graphkit.network.standing import Bounds

LAYER_RELATIONS = tuple(name for name, relation in RELATIONS.items() if relation.layer is not None)


@dataclass(frozen=True)
class FactTable:
    """n facts as columns of length n, sorted by layer, group and id.

    layer, status: indices into `LAYERS` and `STATUSES`. organisation, other: indices into the
    network's organisations; `other` is the one at the far end, the group of a membership or the
    second of a tie, and -1 elsewhere. group:
    the id of the group's node, or of the fact for a tie. code: the group as a number, which grows
    with the rows and stays the same in what `take` leaves. weight: a tie's own, 1 elsewhere.
    stated: the properties as the store holds them.
    """

    id: tuple[str, ...]
    layer: npt.NDArray[np.int8]
    status: npt.NDArray[np.int8]
    organisation: npt.NDArray[np.int32]
    other: npt.NDArray[np.int32]
    group: tuple[str, ...]
    code: npt.NDArray[np.int64]
    weight: npt.NDArray[np.float64]
    bounds: Bounds
    stated: tuple[Properties, ...]

    @classmethod
    def of(cls, facts: Iterable[Fact], index: dict[str, int]) -> FactTable:
        """From facts of the four layers and each organisation's index."""
        rows = sorted(
            (LAYERS.index(LAYER_OF[fact.relation]), _group(fact), fact.id, fact) for fact in facts
        )
        ordered = [row[3] for row in rows]
        stated = [fact.properties for fact in ordered]
        return cls(
            id=tuple(row[2] for row in rows),
            layer=np.array([row[0] for row in rows], dtype=np.int8),
            status=np.array(
                [STATUSES.index(str(each.get("status", "stated"))) for each in stated],
                dtype=np.int8,
            ),
            organisation=np.array([index[fact.start[1]] for fact in ordered], dtype=np.int32),
            other=np.array(
                [index[fact.end[1]] if fact.end[0] == "Organisation" else -1 for fact in ordered],
                dtype=np.int32,
            ),
            group=tuple(row[1] for row in rows),
            code=_codes([row[:2] for row in rows]),
            weight=np.array(
                [
                    float(weight) if isinstance(weight := each.get("weight"), int | float) else 1.0
                    for each in stated
                ]
            ),
            bounds=Bounds.of(stated),
            stated=tuple(stated),
        )

    def __len__(self) -> int:
        """The number of facts."""
        return len(self.id)

    def take(self, keep: npt.NDArray[np.bool_]) -> FactTable:
        """The facts marked True, in their order."""
        return replace(
            self,
            id=tuple(compress(self.id, keep)),
            layer=self.layer[keep],
            status=self.status[keep],
            organisation=self.organisation[keep],
            other=self.other[keep],
            group=tuple(compress(self.group, keep)),
            code=self.code[keep],
            weight=self.weight[keep],
            bounds=self.bounds.take(keep),
            stated=tuple(compress(self.stated, keep)),
        )

    def groups(self) -> Iterator[tuple[tuple[str, str], range]]:
        """Each group as (layer, id) with the range of its rows, in order."""
        starts = np.flatnonzero(np.diff(self.code, prepend=-1)).tolist()
        for first, after in pairwise([*starts, len(self)]):
            yield (LAYERS[self.layer[first]], self.group[first]), range(first, after)


def _codes(groups: Sequence[tuple[int, str]]) -> npt.NDArray[np.int64]:
    """0 for the first group and one more at each change, of groups in order."""
    changes = [here != before for before, here in pairwise(groups)]
    return np.cumsum([0, *changes] if groups else [], dtype=np.int64)


def _group(fact: Fact) -> str:
    return fact.id if LAYER_OF[fact.relation] == "tie" else fact.end[1]
