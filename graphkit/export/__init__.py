"""Writing results for other programs.

`formats` lists the formats of tables. The other modules make tables and texts of results; each is
named like the module of `graphkit.metrics` or `graphkit.network` whose results it shows.
"""

from graphkit.export.formats import FORMATS, formats_by_ending, render
from graphkit.export.table import Table, cell

__all__ = ["FORMATS", "Table", "cell", "formats_by_ending", "render"]
