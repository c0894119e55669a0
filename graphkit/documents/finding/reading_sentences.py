"""One document being searched: its passages with all that they name, in reading order.

`Scene` keeps what nouns such as "the cluster" and "the project" stand for at each point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphkit.documents.finding.cues import Cues
from graphkit.documents.finding.dates import Dated, Dates
from graphkit.documents.finding.findings import Findings
from graphkit.documents.finding.morphology import Morphology
from graphkit.documents.finding.names import Names
from graphkit.documents.finding.naming import Naming
from graphkit.documents.finding.organisation import GROUPS, Find, Mention, Organisation
from graphkit.documents.finding.passages import Passage
from graphkit.documents.finding.things import Collaboration, Spot
from graphkit.documents.language import Language


@dataclass(slots=True)
class Sentence:
    """A sentence of a passage: its tokens from `first` to before `last`, and what it names."""

    passage: Passage
    first: int
    last: int
    spots: list[Spot]
    dates: list[Dated]

    def organisations(self, first: int, last: int, *, groups: bool = True) -> list[Spot]:
        """The organisations named between two tokens."""
        return [
            each
            for each in self.spots
            if isinstance(each.what, Organisation)
            and first <= each.first
            and each.last <= last
            and (groups or not each.generic)
        ]

    def said(self, *spans: tuple[int, int]) -> tuple[str, str]:
        """The locator and the words from the first of these tokens to the last."""
        first = min(span[0] for span in spans)
        last = max(span[1] for span in spans)
        return self.passage.said(first, last)

    def dates_near(self, first: int, last: int) -> list[Dated]:
        """The dates between two tokens."""
        tokens = self.passage.tokens
        if first >= last:
            return []
        start, end = tokens[first].start, tokens[last - 1].end
        return [each for each in self.dates if start <= each.start < end]


@dataclass(slots=True)
class Scene:
    """What is known while a document is searched."""

    spoken: Language
    words: Morphology
    names: Names
    dates: Dates
    cues: Cues
    findings: Findings
    naming: Naming
    people: bool = False
    default_group: Organisation | None = None
    default_project: Collaboration | None = None
    topic: Organisation | Collaboration | None = None
    target: Spot | None = None
    subject: Spot | None = None
    """What the sentence before names first."""
    meeting: Collaboration | None = None
    """The meeting whose minutes the document is."""
    actor: Organisation | None = None
    """The organisation that the sentence before names first."""
    heading: Organisation | None = None
    """The organisation whose name is the heading."""
    latest: dict[str, Organisation | Collaboration] = field(default_factory=dict)
    by_head: dict[str, list[Organisation]] = field(default_factory=dict)

    def words_of(self, name: str) -> frozenset[str]:
        """A list of words of the language."""
        return self.spoken.words(name)

    def is_one(self, word: str, name: str) -> bool:
        """Whether a word is of a list of words."""
        wanted = self.words_of(name)
        return word in wanted or bool(self.words.lemmas(word) & wanted)


def sentences_of(
    scene: Scene, passage: Passage, mentions: Sequence[Mention], others: Sequence[Spot]
) -> list[Sentence]:
    """The sentences of a passage, with what names and nouns in it stand for."""
    spots = [
        *others,
        *(
            Spot(
                each.first,
                each.last,
                each.organisation,
                "group" if each.organisation.kind in GROUPS else "organisation",
            )
            for each in mentions
        ),
    ]
    taken = {at for each in spots for at in range(each.first, each.last)}
    by_first = {each.first: each for each in spots}
    for at, token in enumerate(passage.tokens):
        if named := by_first.get(at):
            _remember(scene, named)
        elif at not in taken and token.is_word and (meant := _meant(scene, passage, at)):
            spots.append(meant)
    spots.sort(key=lambda each: each.first)
    dates = scene.dates.find(passage.text)
    found = []
    for first, last in passage.sentences:
        inside = [each for each in spots if first <= each.first < last]
        start, end = passage.tokens[first].start, passage.tokens[last - 1].end
        when = [each for each in dates if start <= each.start < end]
        found.append(Sentence(passage, first, last, inside, when))
    return found


def _remember(scene: Scene, spot: Spot) -> None:
    if spot.what is None:
        return
    scene.latest[spot.sort] = spot.what
    if spot.sort in ("group", "project"):
        scene.topic = spot.what
    if isinstance(spot.what, Organisation) and spot.what.head:
        known = scene.by_head.setdefault(spot.what.head, [])
        if spot.what in known:
            known.remove(spot.what)
        known.append(spot.what)


def _meant(scene: Scene, passage: Passage, at: int) -> Spot | None:
    """What a noun by itself stands for: "the cluster", "the project", "Izba"."""
    word = passage.tokens[at].text
    lemmas = scene.words.lemmas(word)
    generic = scene.spoken.table("generic")
    for lemma in sorted(lemmas & generic.keys()):
        sort = generic[lemma]
        if sort == "declaration":
            return Spot(at, at + 1, None, sort, generic=True)
        what: Organisation | Collaboration | None = scene.latest.get(sort)
        if sort == "group":
            what = _group(scene, lemma)
        elif sort == "project":
            what = what or scene.default_project
        elif what is None:
            continue
        if what is None:
            continue
        if sort == "group":
            scene.latest[sort] = what
        return Spot(at, at + 1, what, sort, generic=True)
    if scene.default_group is not None and scene.is_one(word, "words.we"):
        return Spot(at, at + 1, scene.default_group, "group", generic=True)
    head = scene.names.head_of(word)
    known = scene.by_head.get(head, ())
    if head and known and (passage.tokens[at].is_capital or len(known) == 1):
        return Spot(
            at, at + 1, known[-1], "organisation", generic=not passage.tokens[at].is_capital
        )
    return None


def _group(scene: Scene, lemma: str) -> Organisation | None:
    """The group that its head noun by itself stands for: of this head, or the one in question."""
    if known := scene.by_head.get(lemma):
        return known[-1]
    default = scene.default_group
    if default is None or (default.head and default.head in scene.spoken.table("generic")):
        return default if default is None or default.head == lemma else None
    return default


def find_of(sentence: Sentence, sure: float, rule: str, *spans: tuple[int, int]) -> Find:
    """A find that quotes the words that spans enclose."""
    locator, quote = sentence.said(*spans)
    return Find(locator, quote, sure, rule)
