"""Writing results for other programs.

`formats` lists the formats of tables; `ranking`, `structure` and `neighbourhood` make tables of
results.
"""

from graphkit.export.formats import FORMATS, Table, cell, formats_by_ending, render

__all__ = ["FORMATS", "Table", "cell", "formats_by_ending", "render"]
