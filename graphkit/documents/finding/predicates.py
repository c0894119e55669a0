"""Whether a sentence says that somebody is a "member" or "partner", and not only names both."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.documents.finding.cues import Cue
from graphkit.documents.finding.passages import Token
from graphkit.documents.finding.reading_sentences import Scene, Sentence
from graphkit.documents.finding.things import Spot

_APART = ",(–—-"
_QUALIFYING = 6


def is_said(
    scene: Scene, sentence: Sentence, cue: Cue, target: Spot, subjects: Sequence[Spot]
) -> bool:
    """Whether a sentence ties its subjects to a noun such as "member", and not only names both.

    "A is a member of B", "A, a member of B" and "members of B: A" say it; "members of B thanked A"
    does not.
    """
    tokens = sentence.passage.tokens
    if not subjects or not scene.is_one(tokens[cue.first].text, "words.nouns"):
        return True
    if subjects[0].first < cue.first:
        between = [*tokens[subjects[-1].last : cue.first]]
        while between and not _predicates(scene, between[0]) and between[0].text not in _APART:
            between.pop(0)
        said = [each for each in between if each.is_word]
        return bool(between) and len(said) <= _QUALIFYING and not _are(scene, said, "not_said")
    start = max(cue.last, target.last if target.last <= subjects[0].first else cue.last)
    between = [*tokens[start : subjects[0].first]]
    said = [each for each in between if each.is_word]
    if any(_predicates(scene, each) for each in between):
        return not _are(scene, said, "not_said")
    return all(scene.is_one(each.text, "words.before_names") for each in said)


def _predicates(scene: Scene, token: Token) -> bool:
    names = ("copula", "as", "role", "including")
    return any(scene.is_one(token.text, f"words.{name}") for name in names)


def _are(scene: Scene, tokens: Sequence[Token], name: str) -> bool:
    return any(scene.is_one(each.text, f"words.{name}") for each in tokens)
