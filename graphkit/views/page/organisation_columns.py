"""What is stated of organisations, by columns of their table: values and labels for the page."""

from __future__ import annotations

from graphkit.model import TABLES, Cell, Column, Shown
from graphkit.views.page.facts import Json, filled, link
from graphkit.views.translation import Words, capital
from graphkit.views.view import ViewNode


def values_of(node: ViewNode, column: Column) -> tuple[str, ...]:
    """What is stated of an organisation in a column, as text; nothing where the cell is blank."""
    if column.relation:
        return node.related.get(column.relation, ())
    if column.name == "kind":
        return (str(node.organisation.kind),)
    value = node.organisation.properties.get(column.property or "", "")
    values = value if isinstance(value, list) else [value]
    return tuple(text for each in values if (text := str(each)))


def column_label(column: Column, texts: Words) -> str:
    """What a column is called."""
    return texts.section("column").get(column.name, capital(column.name.replace("_", " ")))


def value_label(column: Column, value: str, texts: Words) -> str:
    """What a value is called: a word of a closed list in the language, any other as it is."""
    return texts.section(column.name).get(value, value) if column.choices else value


def columns_content(texts: Words) -> list[Json]:
    """The columns that are shown, for the page's script. table: whether its table has them too."""
    organisations = TABLES["organisations"]
    in_table = organisations.shown(Shown.TABLE)
    return [
        {"name": each.name, "label": column_label(each, texts), "table": each in in_table}
        for each in organisations.shown(Shown.PANEL)
    ]


def stated(node: ViewNode, texts: Words) -> Json:
    """By shown column, what is stated of an organisation; blank cells are left out."""
    return filled(
        {
            column.name: [_shown(column, value, texts) for value in values_of(node, column)]
            for column in TABLES["organisations"].shown(Shown.PANEL)
        }
    )


def _shown(column: Column, value: str, texts: Words) -> str | Json:
    return link(value) if column.cell is Cell.URL else value_label(column, value, texts)
