"""Declarations and agreements: their titles, when and where they were signed, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from graphkit.documents.finding.cues import Cue
from graphkit.documents.finding.dates import Dated
from graphkit.documents.finding.organisation import Find, Organisation
from graphkit.documents.finding.passages import Token
from graphkit.documents.finding.reading_sentences import Scene, Sentence, find_of
from graphkit.documents.finding.things import Declaration, Signature, Spot
from graphkit.documents.finding.towns import town_at

_LONGEST_TITLE = 10
_TO_PLACE = 3
_ACTING = 10
"""An organisation up to this many words behind "represented by" acts for another one."""


class Declarations:
    """The declarations of one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._nouns = scene.spoken.table("declarations")
        self._needs = scene.words_of("declaration_words.needs")
        self._about = scene.words_of("declaration_words.about")
        self.found: list[Declaration] = []
        self.whole: Declaration | None = None
        """The declaration that the document itself is, where its title says so."""
        self._before: tuple[int, str] | None = None
        self._inside = range(0)
        self._from = 0
        """The first token of a sentence that says who signed, and when."""
        self._last: Declaration | None = None
        self._general: list[tuple[str, str, Find]] = []

    def noun_at(self, sentence: Sentence, at: int) -> str:
        """The kind of declaration that a noun tells, or ""."""
        tokens = sentence.passage.tokens
        lemmas = self._scene.words.lemmas(tokens[at].text)
        for lemma in sorted(lemmas & self._nouns.keys()):
            kind = self._nouns[lemma]
            if kind in ("letter of intent", "charter") and lemma in ("list", "letter", "karta"):
                nearby = tokens[at + 1 : at + 3]
                if not any(self._scene.words.lemmas(each.text) & self._needs for each in nearby):
                    continue
            return kind
        return ""

    def read(self, sentence: Sentence) -> None:
        """Take the signing that a sentence states."""
        scene, tokens = self._scene, sentence.passage.tokens
        self._from = sentence.first
        cues = [
            each
            for each in scene.cues.find(tokens, sentence.first, sentence.last)
            if each.what == "sign"
        ]
        nouns = [
            (at, kind)
            for at in range(sentence.first, sentence.last)
            if (kind := self.noun_at(sentence, at))
        ]
        if nouns or not sentence.first:
            self._before, self._last = nouns[0] if nouns else None, None
        if cues and not nouns and self._before and sentence.first:
            if not sentence.dates and self._last is not None:
                self._take_signers(sentence, cues[0], self._last)
                return
            # "… was signed on 7 November. And on 12 November in Suwałki."
            nouns = [self._before]
        if not cues or not nouns:
            return
        cue = cues[0]
        if scene.cues.denied(tokens, cue, sentence.first, sentence.last):
            return
        if scene.cues.open(tokens, cue, sentence.first, sentence.last):
            return
        if scene.cues.has("planned", tokens, max(sentence.first, cue.first - _TO_PLACE), cue.first):
            return
        at, kind = min(nouns, key=lambda each: abs(each[0] - cue.first))
        title, end = self.title(sentence, at)
        self._inside = range(at, end)
        if self._describes(tokens, at, end, cue):
            self._from = cue.first
        find = find_of(sentence, 0.8, "signing in a sentence", (at, end), (cue.first, cue.last))
        dates = [
            each
            for each in sentence.dates_near(self._from, sentence.last)
            if len(each.value) > 4 and not each.until
        ]
        if not dates:
            self._take_undated(sentence, cue, title, kind, find)
            return
        for number, date in enumerate(dates):
            until = dates[number + 1].start if number + 1 < len(dates) else None
            town, place = self._town(sentence, date, until)
            spans = [(at, end), _span(sentence, date), *([(place, place + 1)] if town else [])]
            whole = find_of(sentence, 0.85, "signing in a sentence", *spans)
            made = self.of(kind, title, date.value, town, whole)
            made.hosts += [
                each.what
                for each in self._between(sentence, date, until)
                if isinstance(each.what, Organisation) and self._is_place(sentence, each.first)
            ]
            if len(dates) == 1:
                self._take_signers(sentence, cue, made)
            self._last = made

    def _describes(self, tokens: Sequence[Token], at: int, end: int, cue: Cue) -> bool:
        """Whether "signed" only says which one is meant: "discussed the agreement signed with …".

        Then what stands before it belongs to another verb.
        """
        words = self._scene.words
        agrees = words.is_adjective_of(tokens[cue.first].text, tokens[at].text)
        return at < cue.first == end and (agrees or not self._scene.spoken.data.get("morphology"))

    def _take_undated(
        self, sentence: Sentence, cue: Cue, title: str, kind: str, find: Find
    ) -> None:
        signers = {each.what for each, _ in self._signers(sentence, cue)}
        if len(signers) > 1:
            made = self.of(kind, title, "", "", find)
            self._take_signers(sentence, cue, made)
        elif signers and (meant := self._meant(sentence, kind, title)):
            self._take_signers(sentence, cue, meant)
        else:
            self._general.append((title, kind, find))

    def _meant(self, sentence: Sentence, kind: str, title: str) -> Declaration | None:
        """The declaration found before that a title or a noun alone means: "signed the charter"."""
        at = self._inside.start
        before = sentence.passage.tokens[at - 1].text if at > sentence.first else ""
        if " " not in title and self._scene.is_one(before, "words.indefinite"):
            return None
        alike = [
            each
            for each in self.found
            if each.kind == kind and (" " not in title or title == each.title)
        ]
        return alike[0] if len(alike) == 1 else None

    def is_signing(self, sentence: Sentence) -> bool:
        """Whether a sentence says who signed, and so is not a title."""
        tokens = sentence.passage.tokens
        self._from = sentence.first
        cues = self._scene.cues.find(tokens, sentence.first, sentence.last)
        return any(each.what == "sign" and self._signers(sentence, each) for each in cues)

    def of(self, kind: str, title: str, signed: str, town: str, find: Find) -> Declaration:
        """The declaration of a date and town, made if there is none."""
        for each in self.found:
            same_day = signed and each.signed == signed
            if not same_day and self._differ(each, kind, title):
                continue
            dated = not signed or not each.signed or each.signed == signed
            placed = not town or not each.town or each.town == town
            known = same_day or (town and each.town == town)
            if dated and placed and (known or (not signed and not town)):
                each.signed = each.signed or signed
                each.place_at(town, find)
                if len(title) > len(each.title):
                    each.title = title
                each.finds.append(find)
                return each
        undated = [
            each
            for each in self.found
            if not each.signed and not each.town and not self._differ(each, kind, title)
        ]
        if signed and len(undated) == 1 and len(self.found) == 1:
            undated[0].signed = signed
            undated[0].place_at(town, find)
            undated[0].finds.append(find)
            return undated[0]
        made = Declaration(title, kind, signed, finds=[find])
        made.place_at(town, find)
        self.found.append(made)
        return made

    def _differ(self, one: Declaration, kind: str, title: str) -> bool:
        """Whether a declaration is another one: "Charter of Rivers", "Letter of Intent"."""
        if one.kind == kind or one is self.whole:
            return False
        if "letter of intent" in (one.kind, kind):
            return True
        said = [self._subject(each) for each in (one.title, title)]
        return all(said) and not any(a & b for a in said[0] for b in said[1])

    def _subject(self, title: str) -> list[frozenset[str]]:
        """The words that say what a declaration is about."""
        small = self._about | self._scene.words_of("links") | self._needs
        words = [self._scene.words.lemmas(each) for each in title.split()[1:]]
        return [each for each in words if not each & small]

    def title(self, sentence: Sentence, at: int) -> tuple[str, int]:
        """The title of a declaration: its noun and what follows to say what it is about."""
        scene, tokens = self._scene, sentence.passage.tokens
        noun = scene.words.as_noun(tokens[at].text)
        first = at
        if not scene.spoken.data.get("morphology"):
            while first > sentence.first and tokens[first - 1].is_capital and tokens[at].is_capital:
                first -= 1
            while first < at and tokens[first].text in scene.words_of("opens"):
                first += 1
            noun = sentence.passage.text[tokens[first].start : tokens[at].end]
        end = at + 1
        acting = {*scene.cues.places("represented", tokens, end, sentence.last)}
        if end < sentence.last and end not in acting and self._begins_subject(tokens[end].text):
            while end < sentence.last and end - at < _LONGEST_TITLE:
                word = tokens[end]
                if not word.is_word or (
                    scene.words.is_function_word(word.text)
                    and word.text.casefold() not in scene.words_of("links") | self._about
                    and word.text.casefold() != "z"
                ):
                    break
                if end in acting or scene.is_one(word.text, "words.copula"):
                    break
                if (
                    scene.cues.find(tokens, end, end + 1)
                    and not scene.is_one(word.text, "declaration_words.about")
                    and not scene.is_one(word.text, "roles")
                ):
                    break
                if any(tokens[end].start == each.start for each in sentence.dates):
                    break
                end += 1
            while end > at + 1 and tokens[end - 1].text.casefold() in scene.words_of("links"):
                end -= 1
        tail = sentence.passage.text[tokens[at].end : tokens[end - 1].end]
        if end > at + 1:
            said = [each.text for each in tokens[at : at + 2]]
            tail = tail.replace(said[1], scene.words.nominative(said, 0)[1], 1)
        return f"{noun[:1].upper()}{noun[1:]}{tail}", end

    def _begins_subject(self, word: str) -> bool:
        folded = word.casefold()
        return folded in self._about or bool(self._scene.words.lemmas(word) & self._about)

    def _between(self, sentence: Sentence, date: Dated, until: int | None) -> list[Spot]:
        tokens = sentence.passage.tokens
        return [
            each
            for each in sentence.spots
            if tokens[each.first].start > date.start
            and (until is None or tokens[each.first].start < until)
        ]

    def _town(self, sentence: Sentence, date: Dated, until: int | None) -> tuple[str, int]:
        """The town named with a date: "w Suwałkach"; before it if not behind it; and where."""
        tokens = sentence.passage.tokens
        inside = [
            at
            for at in range(sentence.first, sentence.last)
            if tokens[at].start > date.start and (until is None or tokens[at].start < until)
        ]
        before = [at for at in range(sentence.first, sentence.last) if tokens[at].end < date.start]
        for places in (inside, before[-6:]):
            for at in places:
                if at in self._inside:
                    continue
                if town := town_at(self._scene, sentence, at):
                    return town, at
        return "", -1

    def _is_place(self, sentence: Sentence, at: int) -> bool:
        """Whether an organisation is named as the place: "w siedzibie …", "at the seat of …"."""
        before = sentence.passage.tokens[max(sentence.first, at - _TO_PLACE) : at]
        near = [*takewhile(lambda each: not each.is_capital, reversed(before))]
        if any(self._scene.is_one(each.text, "words.on_behalf") for each in near):
            return False
        places = ("words.in_place", "words.seat")
        return any(self._scene.is_one(each.text, name) for each in near for name in places)

    def _signers(self, sentence: Sentence, cue: Cue) -> list[tuple[Spot, Spot | None]]:
        """The organisations of the clause of a signing, each with the one that acts for it."""
        scene, tokens = self._scene, sentence.passage.tokens
        clauses = scene.words_of("words.clause")
        end = next(
            (at for at in range(cue.last, sentence.last) if tokens[at].text in clauses),
            sentence.last,
        )
        named = [
            each
            for each in sentence.organisations(self._from, end)
            if each.first not in self._inside
        ]
        acts: dict[Spot, Spot] = {}
        acting: set[Spot] = set()
        for at in scene.cues.places("represented", tokens, sentence.first, end):
            before = [each for each in named if each.last <= at]
            behind = [each for each in named if at < each.first <= at + _ACTING]
            if not behind or at in self._inside:
                continue
            other = behind[0]
            if any(scene.is_one(each.text, "words.on_behalf") for each in tokens[at : at + 2]):
                # "on behalf of B": B signs, represented by the one before it or behind the signing.
                actors = before[-1:] or [each for each in named[1:] if each.first >= cue.last]
                if actors and all(each.is_word for each in tokens[at : other.first]):
                    acts[other] = actors[0]
            elif not at < cue.first < other.first:
                acting.add(other)
                if before and any(scene.cues.places("by", tokens, at, other.first)):
                    acts[before[-1]] = other
        acting.update(acts.values())
        return [(each, acts.get(each)) for each in named if each not in acting]

    def _take_signers(self, sentence: Sentence, cue: Cue, made: Declaration) -> None:
        for each, actor in self._signers(sentence, cue):
            by = None if actor is None else actor.what
            assert isinstance(each.what, Organisation)
            assert by is None or isinstance(by, Organisation)
            if each.what in made.hosts and each.first > cue.first:
                continue
            find = find_of(
                sentence,
                0.75,
                "signing in a sentence",
                (cue.first, cue.last),
                (each.first, each.last),
            )
            add_signature(made, each.what, find, by)

    def finish(self, published: str) -> None:
        """Settle what belongs together, once the whole document was read."""
        _match(self.found)
        if self.whole is not None:
            self.whole.signed = self.whole.signed or published
        signed = [each for each in self.found if each.signatories or each.signed]
        self.found = signed
        if not signed and len(self._general) == 1:
            return
        for title, kind, find in self._general:
            for each in self.found:
                if self._differ(each, kind, title):
                    continue
                each.finds.append(find)
                if len(title) > len(each.title):
                    each.title = title
        titles = [each.title for each in self.found]
        for each in self.found:
            if titles.count(each.title) > 1:
                each.title += f" ({each.town or each.signed})" if each.town or each.signed else ""


def _match(found: list[Declaration]) -> None:
    """Join a list of signatories without a date with the signing that it belongs to."""
    lists = [each for each in found if each.signatories and not each.signed]
    for each in lists:
        signers = {signature.organisation for signature in each.signatories}
        dated = [
            other
            for other in found
            if other.signed and signers >= {one.organisation for one in other.signatories}
        ]
        hosted = [other for other in dated if signers & set(other.hosts)]
        free = [other for other in dated if not (other.town and each.town)]
        choice = hosted or (free if len(free) == 1 else [])
        if len(choice) == 1:
            other = choice[0]
            each.signed = other.signed
            if other.placed is not None:
                each.place_at(other.town, other.placed)
            each.finds += other.finds
            found.remove(other)


def add_signature(
    made: Declaration, organisation: Organisation, find: Find, by: Organisation | None = None
) -> None:
    """Add a signatory, or what is new about one."""
    for each in made.signatories:
        if each.organisation is organisation:
            each.represented_by = each.represented_by or by
            return
    made.signatories.append(Signature(organisation, find, by))


def _span(sentence: Sentence, date: Dated) -> tuple[int, int]:
    tokens = sentence.passage.tokens
    inside = [
        at
        for at in range(sentence.first, sentence.last)
        if date.start <= tokens[at].start < date.end
    ]
    return (inside[0], inside[-1] + 1) if inside else (sentence.first, sentence.first + 1)
