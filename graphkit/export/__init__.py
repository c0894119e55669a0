"""Writing results for other programs, one module a family of formats."""

from graphkit.export.results import (
    explanation_lines,
    explanation_table,
    explanation_text,
    ranking_table,
    summary_table,
)
from graphkit.export.tabular import FORMATS, Table, cell, render

__all__ = [
    "FORMATS",
    "Table",
    "cell",
    "explanation_lines",
    "explanation_table",
    "explanation_text",
    "ranking_table",
    "render",
    "summary_table",
]
