"""What is said of an organisation where it is named: town, website, founding, its whole."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from graphkit.documents.finding.organisation import Find, Organisation
from graphkit.documents.finding.passages import Passage
from graphkit.documents.finding.reading_sentences import Scene, Sentence
from graphkit.documents.finding.things import Spot
from graphkit.documents.finding.towns import town_at

_BEHIND_DASH = re.compile(r"\s*(?:\([^)]*\)\s*)?[-–—]\s*")
_IN_BRACKETS = re.compile(r"\s*(?:\([^)]*\)|[^\W\d]+\s?){0,6}?\(([^)\d]{2,40})\)")
_BEHIND_COMMA = re.compile(r",\s+([^\W\d_]+(?:[ -][^\W\d_]+){0,2})\s*[.;,]?$")
_PLACE = re.compile(r"([^\W\d_]+\.?(?:[ -][^\W\d_]+\.?){0,3})")


def read_attributes(scene: Scene, sentences: Sequence[Sentence]) -> None:
    """Add what a passage says of the organisations it names."""
    if not sentences:
        return
    passage = sentences[0].passage
    spots = [each for sentence in sentences for each in sentence.spots]
    named = [each for each in spots if isinstance(each.what, Organisation) and not each.generic]
    if passage.kind == "item" and named and named[0].first <= 1:
        _of_item(scene, passage, named)
    for at, spot in enumerate(named):
        following = named[at + 1].first if at + 1 < len(named) else len(passage.tokens)
        _of_mention(scene, passage, spot, following)
    for sentence in sentences:
        _founding(scene, sentence)
        _wholes(scene, sentence)


def _of_item(scene: Scene, passage: Passage, named: Sequence[Spot]) -> None:
    """Towns and websites of an item such as "Klaster Metalowy – Gorzów – www.metal.example"."""
    organisation = named[-1].what if len(named) > 1 else named[0].what
    assert isinstance(organisation, Organisation)
    owners = [each.what for each in named if isinstance(each.what, Organisation)]
    end = passage.tokens[named[-1].last - 1].end
    limit = next((at for at, _ in passage.addresses if at >= end), len(passage.text))
    said = passage.text[:limit]
    town = ""
    start = end
    if (found := _BEHIND_DASH.match(said, end)) is not None:
        start = found.end()
        if (place := _PLACE.match(said, start)) is not None:
            town = place[1]
    elif (found := _IN_BRACKETS.match(said, end)) is not None or (
        found := _BEHIND_COMMA.match(said, end)
    ) is not None:
        start, town = found.start(1), found[1].strip()
    if town and town[0].isupper() and not _is_sentence(scene, town):
        locator, quote = passage.place(start, start + len(town))
        for each in owners:
            each.tell(
                "place", full_place(scene, town), Find(locator, quote, 0.85, "item of a list")
            )
    if passage.addresses:
        addresses = "|".join(dict.fromkeys(address for _, address in passage.addresses))
        first, address = passage.addresses[0]
        locator, quote = passage.place(first, first + len(address))
        organisation.tell("website", addresses, Find(locator, quote, 0.85, "item of a list"))


def _is_sentence(scene: Scene, town: str) -> bool:
    words = town.split()
    return (
        len(words) > 3
        or any(scene.words.is_function_word(word) for word in words[1:])
        or any(scene.names.head_of(word) for word in words)
        or (len(words) == 1 and town.isupper())
    )


def full_place(scene: Scene, town: str) -> str:
    """A place without abbreviations: "Gorzów Wlkp." is "Gorzów Wielkopolski"."""
    for full, short in scene.spoken.data.get("abbreviated_places", {}).items():
        if town.rstrip(".").casefold() == str(short).replace("_", " ").casefold():
            return str(full)
    return town.strip(" .")


def _of_mention(scene: Scene, passage: Passage, spot: Spot, following: int) -> None:
    assert isinstance(spot.what, Organisation)
    tokens = passage.tokens
    sentence = Sentence(passage, 0, len(tokens), [], [])
    # A town that is the end of the name: "Izba … w Białymstoku".
    for at in range(spot.first + 1, min(spot.last, len(tokens))):
        if (town := town_at(scene, sentence, at)) and tokens[
            at - 1
        ].text.casefold() in scene.words_of("ends_of_place"):
            find = Find(*passage.said(spot.first, spot.last), 0.8, "town in the name")
            rest = [
                tokens[at],
                *(each for each in tokens[at + 1 : spot.last] if each.is_capital),
            ]
            if len(rest) == 2 and scene.words.is_adjective_of(rest[1].text, rest[0].text):
                pair = [each.text for each in rest]
                town = " ".join(scene.words.nominative(pair, 0, place=True))
                rest = rest[:1]
            if len(rest) == 1:
                spot.what.tell("place", town, find)
    # "Termogaz Sp. z o.o. z Brzegu"
    if (
        scene.spoken.data.get("morphology")
        and spot.last + 1 < len(tokens)
        and (town := town_at(scene, sentence, spot.last + 1))
    ):
        find = Find(*passage.said(spot.first, spot.last + 2), 0.75, "town behind the name")
        spot.what.tell("place", town, find)
    # "z siedzibą w Mielcu"; "with its seat in Bergen".
    for at in range(spot.last, min(spot.last + 4, following)):
        if (
            scene.is_one(tokens[at].text, "words.seat")
            and at + 2 < len(tokens)
            and (town := town_at(scene, sentence, at + 2))
        ):
            find = Find(*passage.said(spot.first, at + 3), 0.85, "seat")
            spot.what.tell("place", town, find)


def _founding(scene: Scene, sentence: Sentence) -> None:
    tokens = sentence.passage.tokens
    for at in scene.cues.places("founded", tokens, sentence.first, sentence.last):
        dates = sentence.dates_near(at, sentence.last)
        near = [each for each in dates if each.start - tokens[at].end < 30 and not each.until]
        groups = [
            each
            for each in sentence.spots
            if isinstance(each.what, Organisation) and each.sort == "group"
        ]
        before = [each for each in groups if each.first < at]
        close = [each for each in groups if at < each.first <= at + 3]
        chosen = before[-1:] or close
        if not near and close and (dated := sentence.dates_near(sentence.first, at)):
            near, chosen = dated[-1:], close
        if near and chosen and isinstance(chosen[0].what, Organisation):
            locator, quote = sentence.said(
                (min(at, chosen[0].first), at + 1), (chosen[0].first, chosen[0].last)
            )
            find = Find(locator, quote, 0.75, "founding in a sentence")
            chosen[0].what.tell("founded", near[0].value, find)


def _wholes(scene: Scene, sentence: Sentence) -> None:
    """A faculty or office whose name ends with that of its whole, or stands beside it."""
    units = scene.words_of("names.units")
    spots = sentence.organisations(sentence.first, sentence.last)
    tokens = sentence.passage.tokens
    for one, other in itertools.pairwise(spots):
        assert isinstance(one.what, Organisation)
        assert isinstance(other.what, Organisation)
        between = tokens[one.last : other.first]
        joined = all(not each.is_word or len(between) > 3 for each in between) and len(between) < 9
        if (
            one.what.head in units
            and other.what.head not in units
            and joined
            and between
            and one.what is not other.what
            and between[-1].text in ",–—-"
        ):
            find = Find(*sentence.said((one.first, other.last)), 0.7, "part named with its whole")
            one.what.tell("part_of", other.what.id, find)
