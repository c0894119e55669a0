"""Columns of one's own on the page: in panel, table and downloads, and as filters.

A column of few values is a filter too. One of long texts stands in the panel alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graphkit.model import Value
from graphkit.model.own_columns import ValueType, in_words, own_of, type_of, values_by_column
from graphkit.views.colouring import COMMUNITY, Colouring, own_label
from graphkit.views.page.facet import Facet
from graphkit.views.page.facets import FACETS
from graphkit.views.page.facts import Json
from graphkit.views.page.standard_facets import mark_content
from graphkit.views.translation import Words, category_label, marks_title
from graphkit.views.view import View, ViewNode

MOST_VALUES = 20
"""A column with more values than this is not a filter."""

MOST_FILTERS = 12
"""More columns of few values than this do not become filters, for which the legend has no room."""

_LONGEST = 80
_FILTERS = (ValueType.TEXT, ValueType.TEXTS, ValueType.YES_NO, ValueType.WHOLE)


@dataclass(frozen=True, slots=True)
class OwnShown:
    """A column of one's own as it is shown: whether in the table too, and whether as a filter, with
    the order of numbers.
    """

    name: str
    label: str
    table: bool
    filter: bool
    order: tuple[str, ...] = ()


def own_shown(view: View, texts: Words) -> list[OwnShown]:
    """The columns of one's own of the organisations of a view, in order of name."""
    values = values_by_column(node.organisation.properties for node in view.organisations)
    labels = {label.casefold() for label in texts.section("column").values()}
    shown: list[OwnShown] = []
    filters = 0
    for name in sorted(values):
        held = [text for value in values[name] for text in _texts(value, texts)]
        few = type_of(values[name]) in _FILTERS and 1 <= len({*held}) <= MOST_VALUES
        short = all(len(text) <= _LONGEST for text in held)
        filters += few and short
        label = own_label(name)
        shown.append(
            OwnShown(
                name,
                name if label.casefold() in labels else label,
                short,
                few and short and filters <= MOST_FILTERS,
                tuple(dict.fromkeys(map(in_words, _numbers(values[name])))),
            )
        )
    return shown


def own_columns_content(shown: Iterable[OwnShown]) -> list[Json]:
    """The columns, for the page's script; as `columns_content` has those of the vocabulary."""
    return [{"name": each.name, "label": each.label, "table": each.table} for each in shown]


def own_stated(node: ViewNode, texts: Words) -> Json:
    """By column, what is stated of an organisation."""
    own = own_of(node.organisation.properties)
    return {name: _texts(value, texts) for name, value in own.items()}


def facets_of(view: View, shown: Iterable[OwnShown], texts: Words) -> dict[str, Facet]:
    """The filters of a page, by name: those of all pages, and those of columns of one's own.

    What colour and shape stand for is a filter, and the only one of organisations that has marks.
    """
    facets = dict(FACETS)
    facets |= {each.name: _facet(each, texts) for each in shown if each.filter}
    if view.colouring is not None:
        facets["kind"] = replace(facets["kind"], look=None)
        facets[view.colouring.name] = _colour_facet(view, view.colouring, texts)
    return facets


def _facet(shown: OwnShown, texts: Words) -> Facet:
    def stated(node: ViewNode) -> list[str]:
        value = node.organisation.properties.get(shown.name)
        return [] if value is None else [*dict.fromkeys(_texts(value, texts))]

    return Facet(
        shown.name,
        "nodes",
        stated,
        lambda _: shown.label,
        lambda value, _: value,
        shown.order,
    )


def _numbers(values: Iterable[Value]) -> list[int]:
    return sorted(each for each in values if isinstance(each, int) and not isinstance(each, bool))


def _colour_facet(view: View, coloured: Colouring, texts: Words) -> Facet:
    return Facet(
        coloured.name,
        "nodes",
        lambda node: filter(None, [coloured.of.get(node.id, "")]),
        lambda _: marks_title(view, texts),
        lambda value, _: category_label(coloured, value, texts),
        tuple(coloured.marks),
        look=lambda value, _: {"mark": mark_content(coloured.marks[value])},
        unstated="otherCommunities" if coloured.name == COMMUNITY else "notStated",
    )


def _texts(value: Value, texts: Words) -> list[str]:
    if isinstance(value, list):
        return value
    return [texts["page", in_words(value)] if isinstance(value, bool) else in_words(value)]
