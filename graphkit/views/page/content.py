"""What the page shows, as plain JSON data: organisations, memberships, facts, sources and scenes.

Each is said once and referred to by index. A scene places organisations and groups: without an
overview there is one, an overview opens into one for each community. Everything is text for the
page to show as text; addresses are passed on as links only when they are web ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graphkit.network.in_force import Bounds
from graphkit.views.answered import Answered
from graphkit.views.authoring import Highlight
from graphkit.views.colouring import MOST
from graphkit.views.glossary import used
from graphkit.views.lines import lines_of, middle_of, ties_of
from graphkit.views.map.ground import Ground
from graphkit.views.marks import COMMUNITY, NOT_STATED, Mark, category_marks
from graphkit.views.page.facet import facet_content
from graphkit.views.page.facts import Facts, Json, filled
from graphkit.views.page.organisation_columns import columns_content, stated
from graphkit.views.page.own_columns import (
    facets_of,
    own_columns_content,
    own_shown,
    own_stated,
)
from graphkit.views.page.standard_facets import mark_content
from graphkit.views.themes import BORDER, LAND, SEA, THEMES, marks_in
from graphkit.views.translation import (
    Words,
    authored_words,
    capital,
    first_words,
    size_words,
    words_with,
)
from graphkit.views.view import View, ViewGroup, ViewNode

_DIGITS = 9
"""How many digits of a metric's value reach the page: what is shown has three."""


def page_content(view: View) -> Json:
    """Everything of a view that the page's script reads."""
    texts = words_with(view.language, view.kinds)
    nodes = view.organisations
    place = {node.id: at for at, node in enumerate(nodes)}
    groups = _groups(view)
    facts = Facts({node.id: node.label for node in nodes}, view.names, texts)
    memberships = [
        [place[member.id], at, [facts.index(statement) for statement in member.statements]]
        for at, parts in enumerate(groups.values())
        for part in parts
        for member in part.members
    ]
    things: dict[str, Sequence[object]] = {
        "nodes": nodes,
        "groups": [each[0] for each in groups.values()],
    }
    own = own_shown(view, texts)
    palette = _palette(view.authoring.theme)
    filters = facets_of(view, own, texts)
    facets = {
        name: facet_content(each, things[each.of], view, texts) for name, each in filters.items()
    }
    group_place = {key: at for at, key in enumerate(groups)}
    layers = [layer["value"] for layer in facets["layer"]["values"]]
    scenes = [_scene(each, place, group_place, layers, view.overview) for each in view.scenes]
    said = texts.section("page") | _heading(view, texts) | _unranked(view, texts)
    if view.ground is not None:
        said["together"] = texts["map", "legend"]
    return {
        "language": view.language,
        "decimal": texts["decimal"],
        "overview": view.overview,
        "by": view.by,
        "ranked": view.provenance.of,
        "subjects": [place[each] for each in view.subjects if each in place],
        "links": view.links,
        "ground": None if view.ground is None else _ground(view.ground, view.authoring.theme),
        "theme": view.authoring.theme,
        "labels": view.authoring.labels,
        "legend": view.authoring.legend,
        "foremost": [place[each] for each in view.authoring.foremost if each in place],
        "highlights": [
            _highlight(each, view, place, group_place) for each in view.authoring.highlights
        ],
        "subtitle": view.authoring.subtitle,
        "authored": authored_words(view.authoring, texts),
        "facets": [
            content
            for name, content in facets.items()
            if not filters[name].optional or any(each["value"] for each in content["values"])
        ],
        "marked": "kind" if view.colouring is None else view.colouring.name,
        "palette": [mark_content(mark) for mark in palette[:-1]],
        "unstated": mark_content(palette[-1]),
        "kinds": {
            kind: mark_content(view.marks[kind])
            for kind in sorted({str(node.organisation.kind) for node in nodes})
        },
        "columns": columns_content(texts) + own_columns_content(own),
        "metrics": [
            {
                "name": name,
                "label": capital(metric.label[view.language]),
                "best": metric.best,
                "size": size_words(metric, view.language),
                "first": first_words(metric, view.language),
            }
            for name, metric in view.metrics.items()
        ],
        "nodes": [
            _node(node, lifetime, view, texts)
            for node, lifetime in zip(nodes, _lifetimes(nodes), strict=True)
        ],
        "groups": [
            {
                "key": key,
                "name": _group_name(parts, texts),
                "weight": parts[0].weight,
                **filled({"short": parts[0].short}),
            }
            for key, parts in groups.items()
        ],
        "memberships": memberships,
        "facts": facts.facts,
        "answers": None if view.answers is None else _answers(view.answers, place),
        "bounds": facts.bounds,
        "sources": facts.sources,
        "years": facts.years,
        "scenes": scenes,
        "communities": _communities(view, place) if view.overview else [],
        "ties": _ties(view) if view.overview else [],
        "found": 0 if view.provenance.communities is None else view.provenance.communities[1],
        "community": {"label": texts["community"], **mark_content(COMMUNITY)}
        if view.overview
        else None,
        "texts": said,
        "counted": used(said, view.language),
        "statuses": texts.section("status"),
        "members": texts.section("members"),
    }


def _highlight(
    highlight: Highlight, view: View, place: Mapping[str, int], group_place: Mapping[str, int]
) -> Json:
    """What is pointed out; at: where the note on a chain points."""
    return {
        "nodes": [place[each] for each in highlight.organisations],
        "note": highlight.note,
        "ties": [
            [group_place[key], [place[each] for each in ends if each in place]]
            for key, ends in ties_of(view, highlight)
        ],
        "at": middle_of(view, highlight) if highlight.steps else None,
    }


def _answers(answered: Answered, place: Mapping[str, int]) -> Json:
    """What organisations of the picture answered about each other; each wording is said once."""
    here = [each for each in answered.said if each[0] in place and each[1] in place]
    words = {text: at for at, text in enumerate(dict.fromkeys(text for *_, text in here))}
    return {
        "words": [*words],
        "said": [[place[who], place[about], words[text]] for who, about, text in here],
        "silent": sorted(place[each] for each in answered.silent if each in place),
    }


def _palette(theme: str) -> list[Mark]:
    """The marks that categories get in turn, and last that of what is not stated."""
    marks = category_marks(map(str, range(MOST))) | {"": NOT_STATED}
    return [*marks_in(theme, marks).values()]


def _groups(view: View) -> dict[str, list[ViewGroup]]:
    """All groups by key, each as the scenes have it that have members of it."""
    result: dict[str, list[ViewGroup]] = defaultdict(list)
    for scene in view.scenes:
        for group in scene.groups:
            result[group.group.key].append(group)
    return dict(sorted(result.items()))


def _lifetimes(nodes: Sequence[ViewNode]) -> Iterator[list[str]]:
    """Of each organisation the first and last day of founding and end; empty if none is known."""
    bounds = Bounds.of_lifetimes(node.organisation for node in nodes)
    for row in range(len(nodes)):
        life = list(bounds.texts(row)[:4])
        yield life if any(life) else []


def _node(node: ViewNode, lifetime: list[str], view: View, texts: Words) -> Json:
    written = node.alias if view.authoring.labels == "aliases" else ""
    return {
        "id": node.id,
        "label": node.label,
        "values": [_short(node.values[name]) for name in view.metrics],
        "ranks": [node.ranks[name] for name in view.metrics],
        **filled(
            {
                "short": node.short,
                "written": written,
                "stated": stated(node, texts) | own_stated(node, texts),
                "lifetime": lifetime,
            }
        ),
    }


def _short(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{_DIGITS}g}")


def _group_name(parts: Sequence[ViewGroup], texts: Words) -> str:
    """A group's name; a direct tie has none but what it says of itself."""
    if parts[0].group.name:
        return parts[0].group.name
    roles = {
        statement.role
        for part in parts
        for member in part.members
        for statement in member.statements
    }
    return ", ".join(sorted(roles - {""})) or texts["layer", parts[0].group.layer]


def _ground(ground: Ground, theme: str) -> Json:
    """The ground of a map, outlines as x and y in turn."""
    light = THEMES["greyscale" if theme == "greyscale" else "light"]
    return {
        "frame": list(ground.frame),
        "land": [[each for corner in outline for each in corner] for outline in ground.land],
        "light": [light.of(each) for each in (SEA, LAND, BORDER)],
        "dark": [THEMES["dark"].of(each) for each in (SEA, LAND, BORDER)],
    }


def _scene(
    scene: View,
    place: Mapping[str, int],
    group_place: Mapping[str, int],
    layers: list[str],
    titled: bool,
) -> Json:
    """Where the organisations and groups of a scene stand, and the lines between two of them."""
    return {
        "title": scene.title if titled else "",
        "nodes": [[place[node.id], node.x, node.y, node.side] for node in scene.nodes],
        "groups": [
            [
                group_place[group.group.key],
                None if group.anchor is None else place[group.anchor],
                *(group.point or (None, None)),
                group.side,
            ]
            for group in scene.groups
            if len(group.members) > 1
        ],
        "lines": [
            [
                place[line.start],
                place[line.end],
                [group_place[scene.groups[at].group.key] for at in line.groups],
                layers.index(line.layer),
            ]
            for line in lines_of(scene)
            if line.end is not None
        ],
        "isolates": scene.isolates,
    }


def _communities(view: View, place: Mapping[str, int]) -> list[Json]:
    return [
        {
            "scene": at,
            "label": node.label,
            "x": node.x,
            "y": node.y,
            "size": node.size,
            "side": node.side,
            "count": node.values["members"],
            "leader": place[node.id],
            "best": node.values["best"],
        }
        for at, node in enumerate(view.nodes)
    ]


def _ties(view: View) -> list[list[float]]:
    place = {node.id: at for at, node in enumerate(view.nodes)}
    return [
        [*sorted(place[member.id] for member in group.members), group.weight]
        for group in view.groups
    ]


def _unranked(view: View, texts: Words) -> dict[str, str]:
    """What is said otherwise where nothing is ranked."""
    if view.metrics:
        return {}
    said = dict.fromkeys(("hint", "hintEmbedded"), str(texts["page", "hintUnranked"]))
    return said | {"overviewSize": str(texts["page", "overviewSizeUnranked"])}


def _heading(view: View, texts: Words) -> dict[str, str]:
    """What the panel is headed while nothing is selected, for an excerpt."""
    if view.provenance.excerpt is None:
        return {}
    return {"allOrganisations": texts["excerpt"]}
