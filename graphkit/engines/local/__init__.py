"""The engine in this process: pairs in memory, every metric of the catalogue, all exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from graphkit.engines.engine import TASKS, Counted, Engine, Limits, Measured, Offer, Ties
from graphkit.engines.pairs import Pairs
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS


class LocalEngine(Engine):
    """Reads all pairs into memory and measures as `graphkit.metrics.rank` does.

    The limits do not apply to it.
    """

    name = "local"
    offers = dict.fromkeys(ORGANISATION_METRICS, Offer())
    tasks = tuple(TASKS)

    def measure(self, pairs: Pairs, metrics: Iterable[str], limits: Limits) -> Measured:
        """Compute metrics."""
        import numpy as np

        from graphkit.engines.reading import read_pairs
        from graphkit.metrics.ranking import measurable, measure

        form = read_pairs(pairs)
        on = measurable(form)
        remarks: dict[str, str] = {}
        values = {
            name: np.array(
                measure(on, ORGANISATION_METRICS[name], form.scheme, remarks), dtype=np.float64
            )
            for name in metrics
        }
        return Measured(form.organisations, values, remarks)

    def count(self, pairs: Pairs, limits: Limits) -> Counted:
        """Count the whole network."""
        from collections import Counter

        from graphkit.backend.components import labels
        from graphkit.engines.reading import read_pairs

        form = read_pairs(pairs)
        layers = Counter(group.layer for group in form.groups)
        return Counted(
            form.organisations,
            form.compressed.degrees(),
            labels(form.compressed),
            dict(sorted(layers.items())),
            form.members.shape[1],
            int(form.sizes().max(initial=0)),
        )

    @contextmanager
    def ties(self, pairs: Pairs, limits: Limits) -> Iterator[Ties]:
        """Give all ties, in one block."""
        from graphkit.engines.reading import read_pairs

        form = read_pairs(pairs)
        yield Ties(form.organisations, [form.projection()])


ENGINE = LocalEngine()
