"""People who are named with the role that they have in an organisation; looked for only if asked.

A name counts beside a role ("prezes Jan Kowalski", "Ann Smith, director of …") or behind words such
as "represented by". Without a dictionary that knows first names, two capitals have to stand there.
"""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.documents.finding.findings import Cell
from graphkit.documents.finding.organisation import Organisation
from graphkit.documents.finding.reading_sentences import Scene, Sentence, find_of
from graphkit.documents.finding.things import Spot
from graphkit.sources.mapping.cells.readable_ids import slug

_BEFORE, _BEHIND, _ITS = 2, 3, 4
"""How many words may stand between a role and a name before or behind it, those of organisations
left out; and between a role and its organisation.
"""

_ACTING = 6

Span = tuple[int, int]


def read_people(scene: Scene, sentence: Sentence) -> None:
    """Add the people that a sentence names with a role in an organisation."""
    for first, last in _names(scene, sentence):
        role = _role_before(scene, sentence, first) or _role_behind(scene, sentence, last)
        acting = _acting(scene, sentence, first)
        if role is None and acting is None:
            continue
        spot = _organisation(sentence, (first, last), role, acting)
        if spot is None:
            continue
        assert isinstance(spot.what, Organisation)
        tokens = sentence.passage.tokens
        name = scene.words.person([each.text for each in tokens[first:last]])
        spans = [(first, last), (spot.first, spot.last), *([role] if role else [])]
        find = find_of(sentence, 0.7, "role of a person", *spans)
        cells: dict[str, Cell] = {
            "person": slug(name),
            "name": name,
            "organisation": spot.what,
            "role": _said(scene, sentence, role) if role else "representative",
        }
        scene.findings.add("people", find, cells)


def _names(scene: Scene, sentence: Sentence) -> Iterator[Span]:
    tokens = sentence.passage.tokens
    taken = {
        at for each in sentence.spots if not each.generic for at in range(each.first, each.last)
    }
    at = sentence.first
    while at < sentence.last:
        end = at
        while end < sentence.last and end not in taken and _is_part(scene, sentence, end):
            end += 1
            # "Nowak-Kowalska"
            if end + 1 < sentence.last and tokens[end].text == "-" and tokens[end + 1].is_capital:
                end += 1
        first = _first(scene, sentence, at, end)
        if first >= 0:
            yield first, end
        at = max(end, at + 1)


def _is_part(scene: Scene, sentence: Sentence, at: int) -> bool:
    token = sentence.passage.tokens[at]
    return token.is_capital and len(token.text) > 1 and not _is_role(scene, sentence, at)


def _first(scene: Scene, sentence: Sentence, at: int, end: int) -> int:
    """Where a name begins in a run of capitals; -1 for none."""
    tokens = sentence.passage.tokens
    if scene.spoken.data.get("morphology"):
        named = (
            each
            for each in range(at, end - 1)
            if "first name" in scene.words.labels(tokens[each].text)
        )
        return next((each for each in named if end - each <= 4), -1)
    words = [each for each in range(at, end) if tokens[each].is_word]
    if words and scene.is_one(tokens[words[0]].text, "opens"):
        words = words[1:]
    return words[0] if 2 <= len(words) <= 3 else -1


def _is_role(scene: Scene, sentence: Sentence, at: int) -> bool:
    return scene.is_one(sentence.passage.tokens[at].text, "names.persons")


def _role(scene: Scene, sentence: Sentence, at: int) -> Span:
    """The words of a role: its noun and what makes it precise, such as "generalny"."""
    tokens = sentence.passage.tokens
    first, last = at, at + 1
    while last < sentence.last and scene.is_one(tokens[last].text, "names.after_person"):
        last += 1
    while first > sentence.first and scene.is_one(tokens[first - 1].text, "names.after_person"):
        first -= 1
    return first, last


def _role_before(scene: Scene, sentence: Sentence, first: int) -> Span | None:
    """The role before a name: "prezes Fundacji Nowej Jan Kowalski"."""
    inside = {at for each in sentence.spots for at in range(each.first, each.last)}
    steps = 0
    tokens = sentence.passage.tokens
    for at in range(first - 1, sentence.first - 1, -1):
        if _is_role(scene, sentence, at):
            return _role(scene, sentence, at)
        if at in inside or scene.is_one(tokens[at].text, "names.after_person"):
            continue
        steps += 1
        if steps > _BEFORE or tokens[at].text in ";:()":
            return None
    return None


def _role_behind(scene: Scene, sentence: Sentence, last: int) -> Span | None:
    """The role behind a name: "Ann Smith, managing director of …"."""
    tokens = sentence.passage.tokens
    if last >= sentence.last or tokens[last].text not in (",", "–", "—", "(", "-"):
        return None
    for at in range(last + 1, min(last + 1 + _BEHIND, sentence.last)):
        if _is_role(scene, sentence, at):
            return _role(scene, sentence, at)
    return None


def _acting(scene: Scene, sentence: Sentence, first: int) -> int | None:
    """Where words such as "represented by" stand shortly before a name."""
    start = max(sentence.first, first - _ACTING)
    return max(
        scene.cues.places("represented", sentence.passage.tokens, start, first), default=None
    )


def _organisation(
    sentence: Sentence, name: Span, role: Span | None, acting: int | None
) -> Spot | None:
    """Whose role it is: the organisation right behind the role, else the one represented."""
    named = sentence.organisations(sentence.first, sentence.last)
    if role is not None:
        end = name[0] if role[0] < name[0] else role[1] + _ITS
        behind = [each for each in named if role[1] <= each.first < end]
        if behind and (role[0] < name[0] or behind[0].first <= role[1] + _ITS):
            return behind[0]
    until = acting if acting is not None else min(name[0], role[0] if role else name[0])
    before = [each for each in named if each.last <= until]
    return before[-1] if before else None


def _said(scene: Scene, sentence: Sentence, role: Span) -> str:
    words = [each.text.casefold() for each in sentence.passage.tokens[role[0] : role[1]]]
    head = next(at for at in range(len(words)) if scene.is_one(words[at], "names.persons"))
    return " ".join(scene.words.nominative(words, head))
