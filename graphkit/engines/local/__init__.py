"""The engine in this process: pairs in memory, every metric of the catalogue, all exact."""

from __future__ import annotations

from collections.abc import Iterable

from graphkit.engines.engine import Limits, Measured, Offer
from graphkit.engines.pairs import Pairs
from graphkit.metrics.ranking_metrics import ORGANISATION_METRICS


class LocalEngine:
    """Reads all pairs into memory and measures as `graphkit.metrics.rank` does."""

    name = "local"
    offers = dict.fromkeys(ORGANISATION_METRICS, Offer())

    def measure(self, pairs: Pairs, metrics: Iterable[str], limits: Limits) -> Measured:
        """Compute metrics; the limits do not apply."""
        import numpy as np

        from graphkit.engines.local.reading import read_pairs
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


ENGINE = LocalEngine()
