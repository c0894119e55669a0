"""The texts of a view in its language, from one file per language in `messages/`.

Data (names, roles, notes) are never translated.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from graphkit.metrics import Metric
from graphkit.model import Node, OwnKind
from graphkit.model.dates import Period
from graphkit.network import Selection, Statement
from graphkit.views.authoring import Authoring
from graphkit.views.colouring import COMMUNITY, Colouring
from graphkit.views.excerpt import Excerpt
from graphkit.views.glossary import Message, glossary
from graphkit.views.marks import Mark
from graphkit.views.view import LegendEntry, Provenance, View

if TYPE_CHECKING:
    from graphkit.views.map.ground import Ground

LANGUAGES = ("en", "pl")

NO_VALUE = "–"

_LEAST = 0.0001
_MOVED = 0.05
"""Marks that stand less than this far from their place, in kilometres, count as on it."""

_PLACES = 8
"""How many places without coordinates a note names."""


class Words:
    """The texts of one language; `words["kind", "Park"]` is one of a section.

    The `format` of a text counts terms of the glossary.
    """

    def __init__(self, messages: dict[str, Any], language: str) -> None:
        self._messages = messages
        self.language = language

    def __getitem__(self, key: str | tuple[str, str]) -> Message:
        if isinstance(key, tuple):
            section, name = key
            return Message(self._messages[section][name], self.language)
        return Message(self._messages[key], self.language)

    def section(self, name: str) -> dict[str, str]:
        """All texts of a section."""
        return dict(self._messages[name])

    def more(self, name: str, texts: Mapping[str, str]) -> Words:
        """The texts with more of them in a section."""
        with_more = {**self._messages, name: {**texts, **self._messages[name]}}
        return Words(with_more, self.language)


@cache
def words(language: str) -> Words:
    """The texts of a language of `LANGUAGES`."""
    path = files("graphkit.views") / "messages" / f"{language}.json"
    return Words(_with_terms(json.loads(path.read_text(encoding="utf-8")), language), language)


def _with_terms(messages: dict[str, Any], language: str) -> dict[str, Any]:
    """Messages in which the terms stand that `@term` refers to."""
    return {
        name: _with_terms(text, language)
        if isinstance(text, dict)
        else glossary()[text[1:]].words[language]
        if text.startswith("@")
        else text
        for name, text in messages.items()
    }


def words_with(language: str, kinds: Iterable[OwnKind]) -> Words:
    """The texts of a language, in which own kinds have their names."""
    return words(language).more("kind", {kind.id: kind.called(language) for kind in kinds})


def number(value: float | None, texts: Words) -> str:
    """A metric's value for reading: three significant digits, whole numbers as they are.

    >>> number(0.123456, words("pl"))
    '0,123'
    """
    if value is None:
        return NO_VALUE
    if float(value).is_integer():
        return str(int(value))
    if 0 < value < _LEAST:
        return f"<{_LEAST:f}".rstrip("0").replace(".", texts["decimal"])
    shown = f"{value:.3g}"
    if "e" in shown:
        # Three digits of what rounds to a thousand or more, or of next to nothing below zero.
        shown = f"{value:.0f}" if abs(value) >= 1 else f"{value:f}"
    return shown.replace(".", texts["decimal"])


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


Dated = Callable[[str, str], str]
"""Writes a date, given which of the texts it stands in."""


def _as_stated(_: str, text: str) -> str:
    return text


def when(statement: Statement, texts: Words, date: Dated = _as_stated) -> str:
    """The dates of a fact in words, as `Statement.when` says them in English.

    `date` writes its dates; by default as they are stated.
    """
    form, *dates = statement.dates
    start, end = (date(form, each) for each in dates)
    said = [texts["when", form].format(start=start, end=end)] if form else []
    if statement.observed:
        seen = date("seen", statement.observed)
        said.append(texts["when", "seen"].format(observed=seen))
    if statement.dates_from == "collaboration":
        said.append(texts["when", "inherited"])
    return ", ".join(said) or texts["when", "unknown"]


def selection_words(selection: Selection, texts: Words, date: Dated = _as_stated) -> str:
    """What was selected, as a phrase; `date` writes its dates, by default as they were given."""
    lists: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("layers", "layer", selection.layer),
        ("tieKinds", "", selection.tie_kind),
        ("ratings", "", selection.rating),
        ("kinds", "kind", selection.kind),
        ("sectors", "sector", selection.sector),
        ("places", "", selection.place),
        ("clusters", "", selection.cluster),
        ("datasets", "", selection.dataset),
        ("statuses", "status", selection.status),
    )
    said = [
        texts["selection", plural].format(
            words=", ".join(_said(section, each, texts) for each in chosen)
        )
        for plural, section, chosen in lists
        if chosen
    ]
    if selection.rating:
        said.append(texts["selection", f"{selection.mutual}Answer"])
    if selection.where:
        said.append(texts["selection", "where"].format(words=", ".join(selection.where)))
    if selection.at is not None:
        at = _time(selection.at, texts, date)
        said.append(texts["selection", selection.unknown].format(at=at))
    said += [
        texts["selection", name]
        for name, is_chosen in (
            ("planned", selection.planned == "include"),
            ("overlap", selection.overlap),
            ("groupNodes", selection.group_nodes == "exclude"),
            ("largest", selection.component == "largest"),
            ("isolates", selection.isolates == "exclude"),
        )
        if is_chosen
    ]
    if selection.own_dates:
        said.append(texts["selection", "ownDates"])
    if selection.weight != "none":
        said.append(texts["selection", selection.weight])
    if selection.parts != "whole":
        said.append(texts["selection", selection.parts])
    if selection.backbone:
        rate = f"{selection.fdr:g}".replace(".", texts["decimal"])
        said.append(texts["selection", "backbone"].format(rate=rate))
    return "; ".join(said) or texts["selection", "everything"]


def _time(period: Period, texts: Words, date: Dated) -> str:
    """A date or a period, in the cases that Polish needs."""
    start, slash, end = period.text.partition("/")
    if not slash:
        return texts["selection", "date"].format(date=date("seen", start))
    dates = {"start": date("to", start.strip()), "end": date("to", end.strip())}
    return texts["selection", "period"].format(**dates)


def _said(section: str, word: str, texts: Words) -> str:
    """A word of a section, or the word itself, where it is somebody's own."""
    return texts.section(section).get(word, word) if section else word


def size_words(metric: Metric, language: str) -> str:
    """What the size of a mark says."""
    form = "sizeLowest" if metric.best == "lowest" else "size"
    return words(language)["page", form].format(metric=metric.label[language])


def first_words(metric: Metric, language: str) -> str:
    """The heading of a list of the first organisations by a metric."""
    form = "firstLowest" if metric.best == "lowest" else "first"
    return words(language)["page", form].format(metric=metric.label[language])


def kinds_shown(
    nodes: Sequence[Node], marks: Mapping[str, Mark], texts: Words
) -> tuple[LegendEntry, ...]:
    """The kinds that occur, each with its name, in the order of the legend, which `marks` has."""
    counts = Counter(str(node.kind) for node in nodes)
    return tuple(
        LegendEntry(kind, texts["kind", kind], mark, counts[kind])
        for kind, mark in marks.items()
        if counts[kind]
    )


def categories_shown(
    nodes: Sequence[Node], coloured: Colouring, texts: Words
) -> tuple[LegendEntry, ...]:
    """The categories that occur, in the order of the legend; what is not stated comes last."""
    counts = Counter(coloured.of.get(node.id, "") for node in nodes)
    return tuple(
        LegendEntry(name, category_label(coloured, name, texts), mark, counts[name])
        for name, mark in coloured.marks.items()
        if counts[name]
    )


def category_label(coloured: Colouring, name: str, texts: Words) -> str:
    """What a category is called."""
    if not name:
        return texts["page", "otherCommunities" if coloured.name == COMMUNITY else "notStated"]
    return _said(coloured.section, name, texts)


def marks_title(view: View, texts: Words) -> str:
    """What colour and shape say: the kind, or the attribute that is coloured by."""
    coloured = view.colouring
    if coloured is None:
        return texts["column", "kind"]
    if coloured.name == COMMUNITY:
        return texts["page", "communityBy" if view.metrics else "communities"]
    return coloured.title or texts["column", coloured.name]


def authored_words(said: Authoring, texts: Words) -> tuple[str, ...]:
    """What an author writes below the picture: the caption, and the source."""
    source = texts["source"].format(text=said.source) if said.source else ""
    return tuple(each for each in (said.caption, source) if each)


def ground_words(ground: Ground, texts: Words) -> tuple[str, ...]:
    """What a map shows and what it leaves out, in phrases."""
    said = [texts["map", "placed"].format(count=ground.placed)]
    if ground.farthest >= _MOVED:
        said.append(texts["map", "beside"].format(km=number(ground.farthest, texts)))
    if ground.several:
        said.append(texts["map", "several"].format(count=ground.several))
    places = Counter(place for _, place in ground.missing)
    if unstated := places.pop("", 0):
        said.append(texts["map", "unplaced"].format(count=unstated))
    if places:
        listed = sorted(places.items(), key=lambda each: (-each[1], each[0]))
        names = ", ".join(f"{name} ({count})" for name, count in listed[:_PLACES])
        more = ", …" if len(listed) > _PLACES else ""
        said.append(texts["map", "missing"].format(count=sum(places.values()), names=names + more))
    said.append(texts["map", "outlines"])
    return tuple(said)


def provenance_words(provenance: Provenance, texts: Words) -> tuple[str, ...]:
    """What a picture rests on, in phrases: data sets, selection, counts."""
    said = []
    if provenance.datasets:
        names = ", ".join(provenance.datasets)
        said.append(texts["provenance", "datasets"].format(names=names))
    chosen = selection_words(provenance.selection, texts)
    said.append(texts["provenance", "selection"].format(words=chosen))
    counts = {"organisations": provenance.of, **provenance.counts}
    if provenance.excerpt is not None:
        said.append(excerpt_words(provenance.excerpt, provenance.of, texts))
    if provenance.communities is not None:
        drawn, found = provenance.communities
        said.append(
            texts["provenance", "communities"].format(
                drawn=drawn, found=found, shown=provenance.shown
            )
        )
    # A lack of sources or notes is mentioned only if there is one; inference and dates always.
    always = {"organisations", "facts", "inferred", "undated"}
    said += [
        texts["provenance", name].format(count=count)
        for name, count in counts.items()
        if count or name in always
    ]
    if (kept := provenance.backbone) is not None:
        said.append(
            texts["provenance", "backbone"].format(count=len(kept.shared), of=kept.candidates)
        )
    said.append(texts["provenance", "sources"].format(count=provenance.sources))
    return tuple(said)


def excerpt_words(part: Excerpt, of: int, texts: Words) -> str:
    """Which part of how many organisations is drawn."""
    return texts["provenance", part.what].format(
        names=" – ".join(part.names),
        radius=part.radius,
        shown=len(part.organisations),
        of=of,
    )
