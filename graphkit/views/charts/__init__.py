"""Charts of a network: ranks with their bands, times, overlaps and mixing, in the figure's style.

A chart is one module with a `ChartKind`, and its name in `names`.
"""
