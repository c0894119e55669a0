"""Lists that a paragraph announces, tables with a column of names, and forms ("Name: …")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.documents.finding.cues import Cue
from graphkit.documents.finding.declarations import Declarations, add_signature
from graphkit.documents.finding.findings import Cell
from graphkit.documents.finding.name_bounds import OPENING
from graphkit.documents.finding.organisation import Find, Organisation
from graphkit.documents.finding.reading_sentences import Scene, Sentence
from graphkit.documents.finding.things import Collaboration, Declaration, Group, Spot, Target
from graphkit.documents.finding.towns import town_at

_ANNOUNCING = ("sign", "member", "partner", "participant", "present", "organiser", "role")
_SHORT = 14
_NEAR = 3
_SPLIT = re.compile(r"\s+[–—-]\s+|\s*[(,;]|:\s")
_LONGEST_NAME = 12


class Lists:
    """Reads the lists of one document.

    Parameters
    ----------
    scene : Scene
        What is known.
    declarations : Declarations
        The declarations found so far.
    """

    def __init__(self, scene: Scene, declarations: Declarations) -> None:
        self._scene = scene
        self._declarations = declarations

    def announced(self, sentences: Sequence[Sentence]) -> list[tuple[Cue, Target]]:
        """What a paragraph announces that the list behind it holds.

        "Present members:" announces two things, all else at most one.
        """
        if not sentences:
            return []
        last = sentences[-1]
        tokens = last.passage.tokens
        colon = tokens[-1].text == ":"
        title = last.passage.kind == "heading" or last.last - last.first <= 6
        if not (colon or title) or last.passage.kind == "cell":
            return []
        scene = self._scene
        cues = [
            each
            for each in scene.cues.find(tokens, last.first, last.last)
            if each.what in _ANNOUNCING
        ]
        cues.sort(key=lambda each: (each.what != "sign", each.what != "present"))
        found: list[tuple[Cue, Target]] = []
        for cue in cues:
            if scene.cues.denied(tokens, cue, last.first, last.last):
                break
            target = self._target(last, cue)
            if target is not None:
                found.append((cue, target))
            if target is not None and cue.what != "present":
                break
        return found

    def _target(self, sentence: Sentence, cue: Cue) -> Target | None:
        scene = self._scene
        if cue.what == "sign":
            nouns = [
                (at, kind)
                for at in range(sentence.first, sentence.last)
                if (kind := self._declarations.noun_at(sentence, at))
            ]
            if not nouns:
                made = self._declarations.found
                return self._declarations.whole or (made[-1] if made else None)
            at, kind = nouns[0]
            title, end = self._declarations.title(sentence, at)
            towns = [
                town
                for place in (*range(sentence.first, at), *range(end, sentence.last))
                if (town := town_at(scene, sentence, place))
            ]
            locator, quote = sentence.said((sentence.first, sentence.last))
            find = Find(locator, quote, 0.9, "list after a cue")
            signed = sentence.dates[0].value if len(sentence.dates) == 1 else ""
            return self._declarations.of(kind, title, signed, towns[0] if towns else "", find)
        if cue.what == "present":
            return scene.meeting
        spots = [
            each
            for each in sentence.spots
            if each.sort in ("group", "project", "event") and each.what is not None
        ]
        if spots:
            return _as_target(spots[-1])
        if cue.what in ("partner", "role", "participant", "organiser") and isinstance(
            found := scene.latest.get("project") or scene.default_project, Collaboration
        ):
            return found
        if scene.default_group is not None and cue.what in ("member", "partner"):
            return Group(scene.default_group)
        return None

    def item(self, sentences: Sequence[Sentence], cue: Cue, target: Target) -> None:
        """Take an item of an announced list."""
        if not sentences:
            return
        first = sentences[0]
        scene, tokens = self._scene, first.passage.tokens
        for each in scene.cues.find(tokens, first.first, first.last):
            if each.what == "left" and each.first < first.first + _SHORT:
                return
        named = first.organisations(first.first, first.last, groups=False)
        named = [each for each in named if each.first <= first.first + _SHORT]
        on_behalf = any(
            scene.is_one(each.text, "words.on_behalf")
            for each in tokens[first.first : first.first + 3]
        )
        if not named:
            made = self._unnamed(first)
            if made is None:
                return
            named = [made]
        subject = named[0]
        if subject.first > first.first + 3 and not on_behalf:
            made = self._unnamed(first)
            if made is None:
                return
            subject = made
        assert isinstance(subject.what, Organisation)
        locator, quote = first.passage.said(subject.first, subject.last)
        find = Find(locator, quote, 0.95 if len(named) else 0.8, "list after a cue")
        others = [each for each in named if each.first > subject.first]
        by = self._representative(sentences, subject, others, on_behalf)
        if others and by is others[0].what and self._signs_for(first, subject, others[0]):
            by, subject = subject.what, others[0]
            find = Find(*first.passage.said(subject.first, subject.last), 0.9, "list after a cue")
        self._state(first, cue, target, subject, find, by)

    def _signs_for(self, sentence: Sentence, subject: Spot, other: Spot) -> bool:
        """Whether what is named first acts for the other one: "A, on behalf of B"."""
        between = sentence.passage.tokens[max(subject.last, other.first - _NEAR) : other.first]
        small = self._scene.words_of("not_in_names")
        return any(self._scene.is_one(each.text, "words.on_behalf") for each in between) and not (
            {each.text.casefold() for each in between} & small
        )

    def _representative(
        self, sentences: Sequence[Sentence], subject: Spot, others: list[Spot], on_behalf: bool
    ) -> Organisation | None:
        """The organisation that acts for the one of an item: "represented by ORG"."""
        scene, sentence = self._scene, sentences[0]
        if on_behalf:
            return others[0].what if others and isinstance(others[0].what, Organisation) else None
        for at in scene.cues.places(
            "represented", sentence.passage.tokens, subject.last, sentence.last
        ):
            behind = [each for each in others if at < each.first <= at + 10]
            if behind and isinstance(behind[0].what, Organisation):
                return behind[0].what
        return None

    def _state(
        self,
        sentence: Sentence,
        cue: Cue,
        target: Target,
        subject: Spot,
        find: Find,
        by: Organisation | None,
    ) -> None:
        scene = self._scene
        assert isinstance(subject.what, Organisation)
        if isinstance(target, Declaration):
            add_signature(target, subject.what, find, by)
            return
        role = cue.role if cue.what == "role" else ""
        role = {"partner": "partner", "organiser": "organiser"}.get(cue.what, role)
        own = [
            each.role
            for each in scene.cues.find(sentence.passage.tokens, subject.last, sentence.last)
            if each.what == "role"
        ]
        role = own[0] if own else role
        start = next((each.value for each in sentence.dates if not each.until), "")
        cells: dict[str, Cell] = {"role": role, "start": start}
        if isinstance(target, Collaboration):
            cells |= {"collaboration": target, "organisation": subject.what}
            scene.findings.add("participants", find, cells)
        elif target.organisation is not subject.what:
            cells |= {"member": subject.what, "group": target.organisation}
            scene.findings.add("memberships", find, cells)

    def _unnamed(self, sentence: Sentence) -> Spot | None:
        """An organisation from an item that no rule of names has found: its words up to a stop."""
        text = sentence.passage.text
        tokens = sentence.passage.tokens
        name = _SPLIT.split(text)[0].strip(" .;,")
        if (
            not name
            or len(name.split()) > _LONGEST_NAME
            or not (name[0].isupper() or name[0] in OPENING)
        ):
            return None
        labels = [self._scene.words.labels(word) for word in name.split()]
        if len(labels) == 2 and "first name" in labels[0]:
            return None
        if self._scene.words.is_function_word(tokens[0].text) or name.endswith(":"):
            return None
        locator, _ = sentence.passage.said(0, 1)
        find = Find(locator, name, 0.6, "item of a list")
        known = self._scene.naming.add(name, "Other", find)
        last = next((at for at, each in enumerate(tokens) if each.start >= len(name)), len(tokens))
        return Spot(0, max(last, 1), known, "organisation")


def _as_target(spot: Spot) -> Target | None:
    if isinstance(spot.what, Organisation):
        return Group(spot.what)
    return spot.what
