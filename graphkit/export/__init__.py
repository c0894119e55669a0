"""Writing results for other programs, one module a family of formats.

Here are the formats of tables; `graphkit.export.ranking` makes tables of rankings and explanations.
"""

from graphkit.export.formats import FORMATS, Table, cell, render

__all__ = ["FORMATS", "Table", "cell", "render"]
