"""A filter of the page, by which organisations or shared groups can be hidden.

A `Facet` says which values there are and which of them each organisation or group has. The page
does the rest: a switch for each value in the legend, the value in the address, the visible set, a
column of the table and of downloads, and `graphkitView`. `facets.py` lists the facets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graphkit.model import TABLES
from graphkit.views.page.facts import Json
from graphkit.views.page.organisation_columns import column_label, value_label, values_of
from graphkit.views.translation import Words
from graphkit.views.view import View

Found = Sequence[tuple[str, ...]]
"""The values of each organisation or group."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter.

    name: its key in the address and in `graphkitView`. of: what has values, nodes (organisations)
    or groups. Hiding all values of an organisation hides it, hiding all values of a group hides the
    ties that come from it. values: of one `ViewNode` or `ViewGroup`, none where nothing is stated;
    None where the facet is not about it, and leaves it alone. label, value_label: in
    a language. order: of the values, as far as they are known beforehand; others follow by
    alphabet. look: how the legend of a view draws a value, as {"mark": …} or {"stroke": …}; None
    when marks and lines do not show it. optional: whether a page does without it where nothing is
    stated. most: for how many values without an order the legend has room; of more, the rarest
    share one switch. unstated: the text of the page for where nothing is stated.
    """

    name: str
    of: Literal["nodes", "groups"]
    values: Callable[[Any], Iterable[str] | None]
    label: Callable[[Words], str]
    value_label: Callable[[str, Words], str]
    order: Sequence[str] = ()
    optional: bool = False
    look: Callable[[str, View], Json] | None = None
    most: int | None = None
    unstated: str = "notStated"

    @classmethod
    def of_column(cls, name: str, order: Sequence[str] = ()) -> Facet:
        """A facet of organisations by a column of the table `organisations`.

        Raises KeyError when there is no such column.
        """
        column = TABLES["organisations"].column(name)
        return cls(
            name,
            "nodes",
            lambda node: values_of(node, column),
            lambda texts: column_label(column, texts),
            lambda value, texts: value_label(column, value, texts),
            order,
        )


def facet_content(facet: Facet, things: Sequence[object], view: View, texts: Words) -> Json:
    """What the page's script reads of a facet.

    things: all organisations or all groups, as the facet is of them. `each` of the result holds, in
    their order, the index of the value or a list of indices.
    """
    stated = [facet.values(each) for each in things]
    found: Found = [() if each is None else tuple(dict.fromkeys(each)) or ("",) for each in stated]
    found, rare = _few(found, facet)
    present = {value for values in found for value in values}
    known = [value for value in facet.order if value in present and value]
    others = sorted(present - {*known, "", *([RARE] if rare else [])})
    values = [*known, *others, *([RARE] if rare else []), *([""] if "" in present else [])]
    index = {value: at for at, value in enumerate(values)}

    def label(value: str) -> str:
        if not value:
            return texts["page", facet.unstated]
        if rare and value == RARE:
            return texts["page", "otherValues"].format(count=rare)
        return facet.value_label(value, texts)

    return {
        "name": facet.name,
        "of": facet.of,
        "label": facet.label(texts),
        "values": [
            {
                "value": value,
                "label": label(value),
                **(facet.look(value, view) if facet.look else {}),
            }
            for value in values
        ],
        "each": [
            index[each[0]] if len(each) == 1 else [index[value] for value in each] for each in found
        ],
    }


RARE = "…"
"""Stands for all the values that share one switch."""


def _few(found: Found, facet: Facet) -> tuple[Found, int]:
    """The values of each thing, the rarest as `RARE`, and how many these are."""
    counts = Counter(value for values in found for value in values if value)
    for value in facet.order:
        del counts[value]
    if facet.most is None or len(counts) <= facet.most:
        return found, 0
    kept = sorted(counts, key=lambda value: (-counts[value], value))[: facet.most - 1]
    rare = counts.keys() - {*kept}
    return [
        tuple(dict.fromkeys(RARE if value in rare else value for value in values))
        for values in found
    ], len(rare)
