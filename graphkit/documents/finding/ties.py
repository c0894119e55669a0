"""Memberships, participations and roles that sentences state.

A cue says what is stated; what it is stated of follows from where the names stand around it.
"""

from __future__ import annotations

from graphkit.documents.finding.cues import Cue
from graphkit.documents.finding.findings import Cell
from graphkit.documents.finding.organisation import Organisation
from graphkit.documents.finding.predicates import is_said
from graphkit.documents.finding.reading_sentences import Scene, Sentence, find_of
from graphkit.documents.finding.things import Collaboration, Spot

_NEAR = 9
_ADJACENT = 5
_BY_GENERIC = 0.1
_TYING = (
    "present",
    "member",
    "member_into",
    "founded",
    "partner",
    "participant",
    "organiser",
    "left",
    "left_from",
    "role",
)
_TOPICS = ("group", "project", "event")
_LEFT = ("left", "left_from")
_SEVERAL = ("partner", "speaker", "founder", "participant")
_MOST_BETWEEN = 4
_TO_VERB = 2


def read_ties(scene: Scene, sentence: Sentence) -> None:
    """Add the ties that a sentence states."""
    tokens = sentence.passage.tokens
    cues = scene.cues.find(tokens, sentence.first, sentence.last)
    for at, cue in enumerate(cues):
        if cue.what not in _TYING:
            continue
        if scene.cues.denied(tokens, cue, sentence.first, sentence.last):
            continue
        if (
            cue.what not in _LEFT
            and scene.cues.open(tokens, cue, sentence.first, sentence.last)
            and (cue.what != "role" or cue.role in ("partner",))
        ):
            continue
        _read(scene, sentence, cue, cues[at + 1 :], cues[:at])
    named = (each for each in sentence.spots if each.sort in _TOPICS and each.what is not None)
    scene.subject = next(named, scene.subject)
    acting = (each.what for each in sentence.spots if isinstance(each.what, Organisation))
    scene.actor = next(acting, scene.actor if sentence.first else None)


def _read(scene: Scene, sentence: Sentence, cue: Cue, after: list[Cue], before: list[Cue]) -> None:
    target = (
        _it(scene, sentence, cue)
        or _target(scene, sentence, cue)
        or _default(scene, sentence, cue, before)
    )
    if target is None:
        return
    scene.target = target
    ends = [each for each in after if each.what in ("role", *_LEFT, "member")]
    reach = min(
        (each.first for each in ends if not _is_aside(scene, sentence, each)), default=sentence.last
    )
    asides = [each.role for each in ends if _is_aside(scene, sentence, each)]
    subjects = _subjects(scene, sentence, cue, target, reach)
    if not is_said(scene, sentence, cue, target, subjects):
        return
    subjects = subjects or _understood(scene, sentence, cue, target)
    for subject in subjects:
        assert isinstance(subject.what, Organisation)
        if subject.what is target.what:
            continue
        _state(scene, sentence, cue, target, subject, asides)


def _understood(scene: Scene, sentence: Sentence, cue: Cue, target: Spot) -> list[Spot]:
    """Whom a sentence goes on about: "It is a member of …", or "Member of …" below its name."""
    tokens = sentence.passage.tokens
    before = tokens[sentence.first : cue.first]
    small = ("words.pronoun", "words.copula", "words.before_member")
    if (
        cue.what not in ("member", "left")
        or target.first == cue.first
        or len(before) > _MOST_BETWEEN
        or not all(any(scene.is_one(each.text, name) for name in small) for each in before)
    ):
        return []
    actor = scene.actor if sentence.first else None
    actor = actor or scene.heading
    return [Spot(sentence.first, cue.last, actor, "organisation", True)] if actor else []


def _is_aside(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether a role is only how somebody takes part: "takes part, as a partner, …"."""
    before = sentence.passage.tokens[max(sentence.first, cue.first - 2) : cue.first]
    return cue.what == "role" and any(scene.is_one(each.text, "words.as") for each in before)


def _default(scene: Scene, sentence: Sentence, cue: Cue, before: list[Cue]) -> Spot | None:
    """What a tie leads to where its sentence does not say: what the text is about."""
    if cue.what == "role" and any(each.what == "role" for each in before):
        return scene.target
    if (
        cue.what in ("member", "left")
        and scene.default_group is not None
        and not any(each.sort in ("project", "event") for each in sentence.spots)
    ):
        return Spot(cue.first, cue.last, scene.default_group, "group", generic=True)
    if cue.role == "speaker" and isinstance(event := scene.latest.get("event"), Collaboration):
        return Spot(cue.first, cue.last, event, "event", generic=True)
    if cue.what == "role" and cue.role in ("coordinator", "leader"):
        topic = scene.topic
        if isinstance(topic, Organisation | Collaboration):
            sort = "group" if isinstance(topic, Organisation) else "project"
            return Spot(cue.first, cue.last, topic, sort, generic=True)
    return None


def _it(scene: Scene, sentence: Sentence, cue: Cue) -> Spot | None:
    """What the sentence before is about, where one begins with it: "It was organised by …"."""
    first = sentence.passage.tokens[sentence.first : sentence.first + 2]
    if cue.what not in ("role", "organiser") or not any(
        scene.is_one(each.text, "words.pronoun") for each in first
    ):
        return None
    subject = scene.subject
    if subject is None or sentence.organisations(sentence.first, cue.first):
        return None
    return Spot(cue.first, cue.last, subject.what, subject.sort, generic=True)


def _target(scene: Scene, sentence: Sentence, cue: Cue) -> Spot | None:
    """What the tie leads to: the group, project or event named behind the cue or before it."""
    if cue.what == "member" and (joined := _joined(scene, sentence, cue)):
        return joined
    if cue.what == "present":
        return _meeting(scene, sentence, cue)
    if cue.what == "member_into":
        return _into(scene, sentence, cue)
    if cue.what == "founded":
        before = [
            each for each in sentence.spots if each.sort == "group" and each.last <= cue.first
        ]
        return before[-1] if before and _by(scene, sentence, cue) else None
    sorts = ("group",) if cue.what in ("member", *_LEFT) else ("group", "project", "event")
    if cue.role == "speaker":
        sorts = ("event",)
    spots = [each for each in sentence.spots if each.sort in sorts and each.what is not None]
    if cue.what == "member" and not spots and _is_joining(scene, sentence, cue):
        spots = [each for each in sentence.spots if each.sort == "project" and each.what]
    if cue.what == "left_from":
        tokens = sentence.passage.tokens
        spots = [
            each
            for each in spots
            if each.first and scene.is_one(tokens[each.first - 1].text, "words.out_of")
        ]
    if cue.what == "role" and _by(scene, sentence, cue):
        # Behind "led by" stands who leads, though that may be a group.
        spots = [each for each in spots if each.first < cue.first]
    behind = [each for each in spots if cue.last <= each.first <= cue.last + _ADJACENT]
    if behind:
        return behind[0]
    if cue.what == "role":
        its = sentence.passage.tokens[max(sentence.first, cue.first - 2) : cue.first]
        if any(scene.is_one(each.text, "words.its") for each in its):
            latest = scene.latest.get("project")
            if isinstance(latest, Collaboration):
                return Spot(cue.first, cue.last, latest, "project", generic=True)
    inside = [each for each in spots if each.first < cue.first]
    named = [each for each in inside if cue.what != "role" or each.sort != "group" or each.generic]
    if named:
        return named[-1]
    later = [each for each in spots if each.first >= cue.last]
    if later and cue.what != "role":
        # "Those who joined were A and the B Association": it is a member, not the group.
        others = sentence.organisations(cue.last, later[0].first, groups=False)
        return None if others else later[0]
    if cue.what == "role" and cue.role == "partner" and inside:
        return None
    return later[0] if later and later[0].first <= cue.last + _NEAR else None


def _meeting(scene: Scene, sentence: Sentence, cue: Cue) -> Spot | None:
    """The meeting whose minutes say "Present: …"."""
    said = sentence.passage.tokens[cue.last : min(cue.last + _MOST_BETWEEN, sentence.last)]
    if scene.meeting is None or not any(each.text == ":" for each in said):
        return None
    return Spot(cue.first, cue.last, scene.meeting, "event", generic=True)


def _into(scene: Scene, sentence: Sentence, cue: Cue) -> Spot | None:
    """What stands before a cue behind a word such as "do": "Do izby należą A i B"."""
    tokens = sentence.passage.tokens
    found = [
        each
        for each in sentence.spots
        if sentence.first < each.first < cue.first
        and each.what is not None
        and scene.is_one(tokens[each.first - 1].text, "words.into")
    ]
    return found[-1] if found else None


def _is_joining(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    return scene.is_one(sentence.passage.tokens[cue.first].text, "words.joining")


def _joined(scene: Scene, sentence: Sentence, cue: Cue) -> Spot | None:
    """What is named right behind "belongs to", whatever its kind: "A belongs to the Chamber B"."""
    tokens = sentence.passage.tokens
    behind = sentence.organisations(cue.last, sentence.last)
    if not behind:
        return None
    said = tokens[cue.last - 1 : behind[0].first]
    return behind[0] if all(scene.is_one(e.text, "words.belonging") for e in said) else None


def _subjects(scene: Scene, sentence: Sentence, cue: Cue, target: Spot, reach: int) -> list[Spot]:
    tokens = sentence.passage.tokens
    start = max(cue.last, target.last if target.first >= cue.last else cue.last)
    next_ = start
    while (
        next_ < reach
        and next_ < start + 3
        and tokens[next_].is_word
        and not _is_copula(scene, sentence, next_)
    ):
        if any(each.first <= next_ < each.last for each in sentence.spots):
            break
        next_ += 1
    by = _by(scene, sentence, cue)
    copula = next_ < reach and _is_copula(scene, sentence, next_)
    role_of = cue.first > sentence.first and any(
        scene.is_one(each.text, "words.role")
        for each in tokens[max(sentence.first, cue.first - 3) : cue.first]
    )
    behind = _chain(scene, sentence, start, reach)
    ahead = _chain_before(sentence, cue.first, target)
    if cue.what == "role":
        as_noun = _adjacent_before(scene, sentence, cue, ahead)
        if as_noun and not copula:
            return ahead if cue.role in _SEVERAL else as_noun
        before = tokens[cue.first - 1].text.casefold() if cue.first > sentence.first else ""
        contrast = before in scene.words_of("words.contrast")
        if by or copula or role_of or contrast:
            return behind or (ahead if role_of else [])
        if cue.role == "speaker" and not ahead:
            return behind
        return ahead[-1:] if ahead else behind[:1] if _is_verb(cue) else []
    if cue.what in ("founded", "present"):
        return behind
    if cue.what == "partner" and behind and not by:
        # "A runs it together with B": both do, and who leads is said elsewhere.
        return [*ahead, *behind]
    if ahead and not by:
        return ahead
    return behind


def _by(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """Whether "by" stands right behind a cue."""
    end = min(cue.last + 3, sentence.last)
    return any(True for _ in scene.cues.places("by", sentence.passage.tokens, cue.last, end))


def _is_verb(cue: Cue) -> bool:
    return cue.role in ("coordinator", "leader", "organiser", "funder", "host", "patron")


def _is_copula(scene: Scene, sentence: Sentence, at: int) -> bool:
    return scene.is_one(sentence.passage.tokens[at].text, "words.copula")


def _chain(scene: Scene, sentence: Sentence, start: int, reach: int) -> list[Spot]:
    """The organisations from a token on, as long as they follow each other."""
    found: list[Spot] = []
    tokens = sentence.passage.tokens
    for each in sentence.organisations(start, reach):
        if each.generic and each.sort == "group":
            continue
        if found:
            between = tokens[found[-1].last : each.first]
            said = [token for token in between if token.is_word]
            acting = scene.cues.has("represented", tokens, found[-1].last, each.first)
            small = [token for token in said if not token.is_capital]
            if acting or len(small) > _MOST_BETWEEN or any(t.text in ";." for t in between):
                break
        found.append(each)
    return found


def _chain_before(sentence: Sentence, end: int, target: Spot) -> list[Spot]:
    """The organisations before a token; the last ones if a clause ends between them."""
    found = [
        each
        for each in sentence.organisations(sentence.first, end)
        if each.what is not target.what and not (each.generic and each.sort == "group")
    ]
    if not found:
        # "The network is a member of the … Alliance"
        groups = [each for each in sentence.organisations(sentence.first, end) if each.generic]
        near = [each for each in groups if each.last + _TO_VERB >= end]
        return near if near and not target.generic and near[-1].what is not target.what else []
    chain = [found[-1]]
    tokens = sentence.passage.tokens
    for each in reversed(found[:-1]):
        between = [token.text.casefold() for token in tokens[each.last : chain[0].first]]
        if len(between) > 8 or any(text in ";:." for text in between):
            break
        chain.insert(0, each)
    return chain


def _adjacent_before(scene: Scene, sentence: Sentence, cue: Cue, ahead: list[Spot]) -> list[Spot]:
    """The organisation right before a role: "ORG, the coordinator", "ORG jako broker"."""
    if not ahead:
        return []
    tokens = sentence.passage.tokens
    between = tokens[ahead[-1].last : cue.first]
    if between and between[-1].text.casefold() in scene.words_of("words.contrast"):
        return []
    said = [each for each in between if each.is_word]
    marks = [each.text for each in between if not each.is_word]
    if len(said) > 3 or any(mark in ";:.”" for mark in marks):
        return []
    as_said = any(scene.is_one(each.text, "words.as") for each in said)
    return [ahead[-1]] if as_said or any(mark in ",–—-(" for mark in marks) else []


def _state(
    scene: Scene, sentence: Sentence, cue: Cue, target: Spot, subject: Spot, asides: list[str]
) -> None:
    assert isinstance(subject.what, Organisation)
    role = cue.role if cue.what == "role" else {"organiser": "organiser"}.get(cue.what, "")
    if cue.what == "partner":
        role = "partner" if subject.first >= cue.last else ""
    if cue.what == "founded":
        role = "founder"
    if cue.what == "member" and cue.first > sentence.first:
        before = sentence.passage.tokens[cue.first - 1].text.casefold()
        role = scene.spoken.table("member_roles").get(before, "")
    if role == "partner" and isinstance(target.what, Organisation) and target.first < cue.first:
        return
    sure = 0.85 - _BY_GENERIC * (target.generic + subject.generic)
    find = find_of(
        sentence,
        round(sure, 2),
        f"{cue.role or cue.what} in a sentence",
        (cue.first, cue.last),
        (subject.first, subject.last),
        (target.first, target.last),
    )
    cells: dict[str, Cell]
    if isinstance(target.what, Organisation):
        if role in ("organiser", "host", "funder", "contractor", "speaker"):
            return
        cells = {"member": subject.what, "group": target.what, "role": role}
        table = "memberships"
    else:
        assert isinstance(target.what, Collaboration)
        if cue.what == "founded" or cue.what in _LEFT:
            return
        role = role or next(iter(asides), "")
        cells = {"collaboration": target.what, "organisation": subject.what, "role": role}
        table = "participants"
    cells |= dates_of(scene, sentence, cue, subject)
    scene.findings.add(table, find, cells)


def dates_of(scene: Scene, sentence: Sentence, cue: Cue, subject: Spot) -> dict[str, Cell]:
    """When a tie began or ended, as far as the sentence says."""
    text = sentence.passage.text
    cells: dict[str, Cell] = {}
    for each in sentence.dates:
        before = text[max(0, each.start - 14) : each.start].split()
        words = {word.casefold().strip("(,") for word in before[-2:]}
        if cue.what in _LEFT:
            cells.setdefault("end", each.until or each.value)
        elif each.until:
            cells.setdefault("start", each.value)
            cells.setdefault("end", each.until)
        elif words & scene.words_of("words.since"):
            cells.setdefault("start", each.value)
        elif words & scene.words_of("words.until") and cue.what == "role":
            cells.setdefault("end", each.value)
    if cue.what in _LEFT and "end" not in cells:
        cells["end"] = "?"
    joining = cue.what == "member_into" or _is_joining(scene, sentence, cue)
    if cue.what in ("member", "member_into") and joining and not cells and len(sentence.dates) == 1:
        cells["start"] = sentence.dates[0].value
    return cells
