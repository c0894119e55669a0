"""The charts by name. A new one is a module of this name with a `CHART`, and a name here.

Only names, so that the command line's help loads no numpy.
"""

from __future__ import annotations

NAMES = ("ranks", "timeline", "overlap", "mixing")
"""The charts, in the order of the help."""
