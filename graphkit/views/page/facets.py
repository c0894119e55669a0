"""The list of the page's filters, in the order in which the address has them.

To add one, write a `Facet` in a module of its own and name it in the list. A filter by a column of
the table `organisations` needs no more than `Facet.of_column("stage", STAGES)`.
"""

from __future__ import annotations

import pkgutil

from graphkit.views.page.facet import Facet

_FACETS = (
    "graphkit.views.page.standard_facets:KIND",
    "graphkit.views.page.standard_facets:SECTOR",
    "graphkit.views.page.standard_facets:LAYER",
    "graphkit.views.page.standard_facets:TIE_KIND",
)
"""Where each filter is, as `module:name`."""

FACETS: dict[str, Facet] = {
    facet.name: facet for facet in (pkgutil.resolve_name(place) for place in _FACETS)
}
"""The filters by name."""
