"""What the page shows, as plain JSON data: nodes, memberships, facts and sources, each said once.

The page refers from a membership to its facts and from a fact to its sources by index. Everything
is text for the page to show as text; addresses are passed on as links only when they are web ones.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from graphkit.metrics import METRICS
from graphkit.model.naming import names
from graphkit.network import Group, Statement
from graphkit.views.lines import lines_of
from graphkit.views.marks import STROKES
from graphkit.views.view import View, ViewMember, ViewNode
from graphkit.views.words import Words, capital, number, when, words

Json = dict[str, Any]


def web_address(address: str) -> bool:
    """Whether an address may be a link: http or https, and nothing that a browser would repair."""
    if any(letter.isspace() or not letter.isprintable() for letter in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def page_content(view: View) -> Json:
    """Everything of a view that the page's script reads."""
    texts = words(view.language)
    facts = _Facts(view, texts)
    layers = {line.layer for line in lines_of(view)}
    memberships = [
        {
            "from": member.id,
            "to": group.group.key,
            "facts": [facts.index(statement) for statement in member.statements],
            "inferred": bool(member.statements)
            and all(statement.status == "inferred" for statement in member.statements),
        }
        for group in view.groups
        for member in group.members
    ]
    return {
        "nodes": [_node(node, texts) for node in view.nodes],
        "memberships": memberships,
        "groups": [
            {
                "key": group.group.key,
                "name": _group_name(group.group, facts, group.members, texts),
                "layer": texts["layer", group.group.layer],
                "anchor": group.anchor,
                "point": group.point,
                "weight": group.weight,
                "side": group.side,
            }
            for group in view.groups
        ],
        "facts": facts.facts,
        "sources": facts.sources,
        "legend": [
            {
                "kind": entry.kind,
                "label": entry.label,
                "shape": entry.mark.shape,
                "color": entry.mark.colour,
                "edge": entry.mark.edge,
                "count": entry.count,
            }
            for entry in view.legend
        ],
        "strokes": [
            {
                "layer": texts["layer", layer],
                "color": stroke.colour,
                "dark": stroke.on_dark,
                "dash": stroke.dash,
            }
            for layer, stroke in STROKES.items()
            if layer in layers
        ],
        "metrics": [{"name": name, "label": capital(texts["metric", name])} for name in METRICS],
        "by": view.by,
        "isolates": view.isolates,
        "links": view.links,
        "overview": view.overview,
        "ranked": view.provenance.of,
        "members": [_member(*each, texts) for each in members_listed(view)],
        "texts": texts.section("page")
        | {
            "first": texts["page", "first"].format(metric=texts["metric", view.by]),
            "size": texts["page", "overviewSize"] if view.overview else size_words(view, texts),
            **_overview_words(view, texts),
        },
        "statuses": texts.section("status"),
    }


def size_words(view: View, texts: Words) -> str:
    """What the size of a mark says."""
    form = "sizeLowest" if METRICS[view.by].best == "lowest" else "size"
    return texts["page", form].format(metric=texts["metric", view.by])


def members_listed(view: View) -> list[tuple[ViewMember, int | None]]:
    """In an overview all organisations, in the order of the ranking, each with the index of the
    community that is drawn for it, or None.
    """
    listed: list[tuple[ViewMember, int | None]] = [
        (member, index) for index, node in enumerate(view.nodes) for member in node.members
    ]
    listed += [(member, None) for member in view.rest]
    return sorted(
        listed, key=lambda each: (each[0].rank, each[0].organisation.name, each[0].organisation.id)
    )


def table_rows(view: View) -> list[Json]:
    """The rows of the table of all organisations."""
    texts = words(view.language)
    every: list[ViewNode | ViewMember] = (
        [member for member, _ in members_listed(view)] if view.overview else [*view.nodes]
    )
    return [
        {
            "rank": each.rank,
            "label": each.organisation.name,
            "kind": texts["kind", str(each.organisation.kind)],
            "places": ", ".join(each.places),
            "values": [number(each.values[name], texts) for name in METRICS],
        }
        for each in every
    ]


def _overview_words(view: View, texts: Words) -> dict[str, str]:
    if view.provenance.communities is None:
        return {}
    drawn, found = view.provenance.communities
    counts = {
        "of": view.provenance.shown + len(view.rest),
        "shown": view.provenance.shown,
        "drawn": drawn,
        "found": found,
        "rest": len(view.rest),
    }
    return {
        name: texts["page", name].format(**counts) for name in ("overviewCounts", "overviewRest")
    } | ({} if view.rest else {"overviewRest": ""})


def _member(member: ViewMember, community: int | None, texts: Words) -> Json:
    """An organisation of an overview, with the index of its community among the nodes."""
    return {
        "id": member.organisation.id,
        "label": member.organisation.name,
        "kind": texts["kind", str(member.organisation.kind)],
        "rank": member.rank,
        "ties": member.ties,
        "inside": member.inside,
        "community": community,
        **_filled({"aliases": names(member.organisation)[1:], "places": list(member.places)}),
    }


def _node(node: ViewNode, texts: Words) -> Json:
    stated = node.organisation.properties
    sector = str(stated.get("sector", ""))
    websites = stated.get("website", [])
    said = {
        "sector": texts.section("sector").get(sector, sector),
        "aliases": names(node.organisation)[1:],
        "places": list(node.places),
        "websites": [_link(str(each)) for each in websites] if isinstance(websites, list) else [],
        "description": str(stated.get("description", "")),
        "side": node.side,
    }
    return {
        "id": node.id,
        "label": node.label,
        "x": node.x,
        "y": node.y,
        "size": node.size,
        "kind": node.organisation.kind,
        "rank": node.rank,
        "values": [number(node.values.get(name), texts) for name in METRICS],
        **_filled(said),
    }


def _filled(properties: Json) -> Json:
    """The properties that say something; the page's script supplies the empty ones."""
    return {name: value for name, value in properties.items() if value}


def _link(address: str) -> Json:
    return {"text": address, "link": web_address(address)}


def _group_name(group: Group, facts: _Facts, members: Any, texts: Words) -> str:
    """A group's name; a direct tie has none but what it says of itself."""
    if group.name:
        return group.name
    roles = {statement.role for member in members for statement in member.statements}
    return ", ".join(sorted(roles - {""})) or texts["layer", group.layer]


class _Facts:
    """Facts and sources by index, each once."""

    def __init__(self, view: View, texts: Words) -> None:
        self.facts: list[Json] = []
        self.sources: list[Json] = []
        self._texts = texts
        self._fact_index: dict[str, int] = {}
        self._source_index: dict[str, int] = {}
        self._labels = {node.id: node.label for node in view.nodes}
        self._names = view.names

    def index(self, statement: Statement) -> int:
        if statement.id not in self._fact_index:
            self._fact_index[statement.id] = len(self.facts)
            self.facts.append(self._fact(statement))
        return self._fact_index[statement.id]

    def _fact(self, statement: Statement) -> Json:
        standing = statement.standing
        said = {
            "as": self._names.get(statement.organisation, ""),
            "role": statement.role,
            "status": "" if statement.status == "stated" else statement.status,
            "standing": "" if standing is None else self._texts["standing", str(int(standing))],
            "by": statement.representative,
            "byName": self._labels.get(statement.representative)
            or self._names.get(statement.representative, statement.representative),
            "note": statement.note,
            "sources": [
                [self._source(each.source, each.title, each.published, each.url), each.locator]
                for each in statement.citations
            ],
        }
        return {"when": when(statement, self._texts), **_filled(said)}

    def _source(self, source: str, title: str, published: str, url: str) -> int:
        if source not in self._source_index:
            self._source_index[source] = len(self.sources)
            self.sources.append({"title": title, "published": published, **_link(url)})
        return self._source_index[source]
