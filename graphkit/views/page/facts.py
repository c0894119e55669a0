"""Facts, their dates and sources as plain JSON data, each said once and referred to by index."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from graphkit.model import OPEN
from graphkit.model.own_columns import own_lines
from graphkit.network import Statement
from graphkit.views.translation import Words, when

Json = dict[str, Any]


class Facts:
    """Facts, bounds and sources, filled as facts are asked for.

    names: of the organisations that are drawn, by id. parts: of others that facts mention.
    """

    def __init__(self, names: Mapping[str, str], parts: Mapping[str, str], texts: Words) -> None:
        self.facts: list[Json] = []
        self.bounds: list[tuple[str, ...]] = []
        self.sources: list[Json] = []
        self._names = names
        self._parts = parts
        self._texts = texts
        self._fact_index: dict[str, int] = {}
        self._bounds_index: dict[tuple[str, ...], int] = {}
        self._source_index: dict[str, int] = {}
        self._years: set[int] = set()

    def index(self, statement: Statement) -> int:
        """The index of a fact, which is added when it is new."""
        if statement.id not in self._fact_index:
            self._fact_index[statement.id] = len(self.facts)
            self.facts.append(self._fact(statement))
        return self._fact_index[statement.id]

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that a date of any fact is in."""
        return (min(self._years), max(self._years)) if self._years else None

    def _fact(self, statement: Statement) -> Json:
        standing = statement.standing
        dates = (statement.start, statement.end, statement.observed, *statement.within.split("/"))
        self._years.update(int(text[:4]) for text in dates if text not in ("", OPEN))
        said = {
            "as": self._parts.get(statement.organisation, ""),
            "role": f"{statement.name}: {statement.what}"
            if statement.other and statement.role
            else statement.role,
            "status": "" if statement.status == "stated" else statement.status,
            "standing": "" if standing is None else self._texts["standing", str(int(standing))],
            "by": statement.representative,
            "byName": self._names.get(statement.representative)
            or self._parts.get(statement.representative, statement.representative),
            "note": statement.note,
            "own": own_lines(statement.own),
            "sources": [
                [self._source(each.source, each.title, each.published, each.url), each.locator]
                for each in statement.citations
            ],
        }
        dated = {} if not any(statement.bounds) else {"bounds": self._bounds(statement.bounds)}
        return {"when": when(statement, self._texts), **dated, **filled(said)}

    def _bounds(self, bounds: tuple[str, ...]) -> int:
        if bounds not in self._bounds_index:
            self._bounds_index[bounds] = len(self.bounds)
            self.bounds.append(bounds)
        return self._bounds_index[bounds]

    def _source(self, source: str, title: str, published: str, url: str) -> int:
        if source not in self._source_index:
            self._source_index[source] = len(self.sources)
            self.sources.append({"title": title, "published": published, **link(url)})
        return self._source_index[source]


def filled(properties: Json) -> Json:
    """The properties that say something; the page's script supplies the empty ones."""
    return {name: value for name, value in properties.items() if value}


def link(address: str) -> Json:
    """An address as text, and whether it may be a link."""
    return {"text": address, "link": web_address(address)}


def web_address(address: str) -> bool:
    """Whether an address may be a link: http or https, and nothing that a browser would repair."""
    if any(letter.isspace() or not letter.isprintable() for letter in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
