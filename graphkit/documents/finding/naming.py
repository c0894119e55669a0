"""Which names of a document are one organisation, and under which other names it goes.

A name is the same as another when they have the same words but for case, punctuation and legal
form, or when it is the beginning of one longer name only. Abbreviations are introduced in brackets,
or spell the first letters of a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from graphkit.documents.finding.gazetteer import Gazetteer
from graphkit.documents.finding.legal_forms import without_legal_form
from graphkit.documents.finding.morphology import Morphology
from graphkit.documents.finding.name_bounds import CLOSING, OPENING
from graphkit.documents.finding.names import Named, Names
from graphkit.documents.finding.organisation import Find, Mention, Organisation
from graphkit.documents.finding.passages import TOKEN, Passage
from graphkit.documents.language import Language
from graphkit.sources.mapping.cells.readable_ids import digest, slug
from graphkit.sources.problem_texts import Fault

MOST_NAMES = 50_000
"""The largest number of names in a document; the time and the memory for it grow with them."""

_QUOTED = re.compile(r"[„“\"«]([^„“”\"«»]+)[”“\"»]")


_Key = tuple[str, ...]
_FEW = 2


class _Taken:
    """Organisations by their names, so that a name need not be compared with all of them."""

    def __init__(self, words: Morphology) -> None:
        self._words = words
        self._by_word: dict[tuple[int, str], list[tuple[_Key, Organisation]]] = defaultdict(list)
        self._by_alias: dict[str, list[Organisation]] = defaultdict(list)
        self.exact: dict[_Key, Organisation] = {}
        self.quoted: dict[str, list[Organisation]] = defaultdict(list)

    def add(self, key: _Key, organisation: Organisation) -> None:
        """Add an organisation under the words of a name."""
        self.exact.setdefault(key, organisation)
        for at, word in enumerate(key):
            for lemma in self._words.lemmas(word):
                self._by_word[at, lemma].append((key, organisation))
        for alias in organisation.aliases:
            self._by_alias[alias.casefold()].append(organisation)
        for said in _QUOTED.findall(organisation.name):
            self.quoted[said.casefold()].append(organisation)

    def longer(self, key: _Key) -> list[Organisation]:
        """Those with a name that begins with these words, or with this one word as an alias."""
        if len(key) == 1:
            return list(self._by_alias.get(key[0], ()))
        mine = [self._words.lemmas(word) for word in key]
        near = [
            [each for lemma in lemmas for each in self._by_word.get((at, lemma), ())]
            for at, lemmas in enumerate(mine)
        ]
        return [
            each
            for other, each in min(near, key=len)
            if len(other) >= len(key)
            and all(
                lemmas & self._words.lemmas(word) for lemmas, word in zip(mine, other, strict=False)
            )
        ]


class Naming:
    """The organisations of one document.

    Parameters
    ----------
    spoken : Language
        Its language.
    words : Morphology
        The forms of words.
    known : sequence of Organisation
        Those that are known already.
    """

    def __init__(
        self, spoken: Language, words: Morphology, known: Sequence[Organisation] = ()
    ) -> None:
        self._spoken = spoken
        self._words = words
        self._known = list(known)
        self._named_here: set[Organisation] = set()
        self._called = spoken.words("names.also_called")
        self._no_alias = spoken.words("names.no_alias")
        self.organisations: list[Organisation] = list(known)
        self._ids = {each.id for each in known}
        self._by_key: dict[_Key, Organisation] = {}

    def read(self, passages: Sequence[Passage], finders: Sequence[Names]) -> list[list[Mention]]:
        """The mentions of each passage. Raises Fault for more names than `MOST_NAMES`."""
        gazetteer = Gazetteer(self._known, self._words)
        named: list[list[Named]] = []
        for before in self._known:
            before.head = before.head or _head_of(before.name, finders)
        for passage in passages:
            known = gazetteer.find(passage)
            self._named_here |= {mention.organisation for mention in known}
            taken: list[Named] = []
            for finder in finders:
                for each in finder.find(passage):
                    if not any(_overlap(each, other) for other in taken) and not any(
                        mention.first <= each.first and each.last <= mention.last
                        for mention in known
                    ):
                        taken.append(each)
            named.append(sorted(taken, key=lambda each: each.first))
        if len({_key(each.name) for found in named for each in found}) > MOST_NAMES:
            raise Fault(
                f"names more than {MOST_NAMES:,} organisations",
                "split it, or load its table with `graphkit load`",
            )
        self._make(passages, named)
        self._abbreviate(passages)
        whole = Gazetteer(self.organisations, self._words)
        mentions = [whole.find(passage) for passage in passages]
        found = {(each, find.locator) for each in self.organisations for find in each.finds}
        for passage, seen in zip(passages, mentions, strict=True):
            for one in seen:
                locator, quote = passage.said(one.first, one.last)
                if (one.organisation, locator) not in found:
                    found.add((one.organisation, locator))
                    find = Find(locator, quote, one.sure, "known name")
                    one.organisation.finds.append(find)
                one.organisation.doubtful |= one.is_doubtful
        for organisation in self.organisations:
            for name in (organisation.name, *organisation.aliases):
                self._by_key.setdefault(_key(name), organisation)
        return mentions

    def add(self, name: str, kind: str, find: Find, head: str = "") -> Organisation:
        """An organisation by its name, made if there is none; `find` says where it is named."""
        key = _key(name)
        if key not in self._by_key:
            self._by_key[key] = self.new(name, kind, head)
        self._by_key[key].finds.append(find)
        return self._by_key[key]

    def new(self, name: str, kind: str, head: str = "") -> Organisation:
        """A new organisation, with an id of its own."""
        key = slug(name)
        if key in self._ids:
            key = f"{key}-{digest(name)}"
        self._ids.add(key)
        made = Organisation(key, name, kind, head=head)
        self.organisations.append(made)
        return made

    def _make(self, passages: Sequence[Passage], named: Sequence[Sequence[Named]]) -> None:
        groups: dict[tuple[str, ...], list[tuple[Named, Find]]] = defaultdict(list)
        for passage, found in zip(passages, named, strict=True):
            for each in found:
                locator, quote = passage.said(each.first, each.last)
                groups[_key(each.name)].append((each, Find(locator, quote, each.sure, each.rule)))
        taken = _Taken(self._words)
        for known in self._known:
            for name in (known.name, *known.aliases):
                taken.add(_key(name), known)
        # The longest first, so that shorter names find what they are short for.
        for key in sorted(groups, key=lambda key: (-len(key), key)):
            alike = groups[key]
            best, _ = max(
                alike,
                key=lambda one: (one[1].rule == "head noun", _cased_well(one[0].name), one[1].sure),
            )
            whole = self._whole(key, best, taken)
            if whole is None:
                whole = self.new(best.name, best.kind, best.head)
                taken.add(key, whole)
            else:
                whole.keys = (*whole.keys, *dict.fromkeys(one.name for one, _ in alike))
            whole.finds.extend(find for _, find in alike)

    def _whole(self, key: _Key, named: Named, taken: _Taken) -> Organisation | None:
        """The organisation that a name is another or a shorter name of, if only one is."""
        if key in taken.exact:
            return taken.exact[key]
        alike = taken.longer(key)
        for quoted in _QUOTED.findall(named.name):
            said = taken.quoted.get(quoted.casefold(), ())
            alike += [each for each in said if each.head == named.head]
        unique = list(dict.fromkeys(alike))
        if len(unique) > 1:  # only those that this document names in full
            unique = [each for each in unique if not each.known or each in self._named_here]
        return unique[0] if len(unique) == 1 else None

    # --- abbreviations ------------------------------------------------------------------------

    def _abbreviate(self, passages: Sequence[Passage]) -> None:
        """Other names that the text introduces, and acronyms that spell first letters."""
        gazetteer = Gazetteer(self.organisations, self._words)
        used: dict[str, tuple[str, str]] = {}
        for passage in passages:
            tokens = passage.tokens
            for mention in gazetteer.find(passage):
                if alias := self._introduced(passage, mention.last):
                    name, first, last = alias
                    locator, quote = passage.said(first, last)
                    find = Find(locator, quote, 0.9, "introduced in the text")
                    mention.organisation.aliases.setdefault(name, find)
            for at, token in enumerate(tokens):
                if token.is_word and len(token.text) > 2 and token.text.isupper():
                    used.setdefault(token.text, passage.said(at, at + 1))
        taken = {alias for each in self.organisations for alias in each.aliases}
        spelt: dict[str, list[Organisation]] = defaultdict(list)
        for one in self.organisations:
            for letters in _first_letters(one.name):
                spelt[letters].append(one)
        for acronym, (place, said) in used.items():
            if acronym in taken:
                continue
            spelling = spelt.get(acronym.casefold(), ())
            if len(spelling) == 1:
                find = Find(place, said, 0.7, "first letters")
                spelling[0].aliases.setdefault(acronym, find)
        owners: dict[str, list[Organisation]] = defaultdict(list)
        for one in self.organisations:
            for other in one.aliases:
                owners[other].append(one)
        joined: set[Organisation] = set()
        for each in self.organisations:
            left = [one for one in owners[each.name] if one is not each and one not in joined]
            if left and not each.known:
                left[0].finds.extend(each.finds)
                joined.add(each)
        self.organisations = [each for each in self.organisations if each not in joined]

    def _introduced(self, passage: Passage, at: int) -> tuple[str, int, int] | None:
        """A shorter name behind a mention: "(KOM)", "(dalej: Izba)", "zwaną dalej „Uczelnią”"."""
        tokens = passage.tokens
        if at >= len(tokens):
            return None
        if tokens[at].text == "(":
            close = next(
                (end for end in range(at + 1, min(at + 9, len(tokens))) if tokens[end].text == ")"),
                -1,
            )
            inside = list(range(at + 1, close))
            said = [end for end in inside if tokens[end].is_word]
            if not said:
                return None
            called = any(self._words.lemmas(tokens[end].text) & self._called for end in said)
            quoted = any(tokens[end].text in OPENING for end in inside)
            last = said[-1]
            if len(said) == 1 and sum(map(str.isupper, tokens[last].text)) > 1 and len(inside) == 1:
                return tokens[last].text, last, last + 1
            if (called or quoted) and tokens[last].is_capital:
                return self._words.as_noun(tokens[last].text), last, last + 1
            return None
        for end in range(at, min(at + 24, len(tokens) - 1)):
            if self._words.lemmas(tokens[end].text) & self._called:
                opened = next(
                    (
                        o
                        for o in range(end + 1, min(end + 4, len(tokens)))
                        if tokens[o].text in OPENING
                    ),
                    -1,
                )
                if opened > 0 and opened + 2 < len(tokens) and tokens[opened + 2].text in CLOSING:
                    word = tokens[opened + 1].text
                    if self._words.lemmas(word) & self._no_alias:
                        return None
                    return self._words.as_noun(word), opened + 1, opened + 2
        return None


def _head_of(name: str, finders: Sequence[Names]) -> str:
    words = [each for each in TOKEN.findall(name) if each[0].isalpha()]
    return next(
        (head for finder in finders for word in words if (head := finder.head_of(word))), ""
    )


def _overlap(one: Named, other: Named) -> bool:
    return one.first < other.last and other.first < one.last


def _key(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without its legal form."""
    bare = without_legal_form(name)
    return tuple(each.casefold() for each in TOKEN.findall(bare) if each[0].isalnum())


def _cased_well(name: str) -> int:
    """How many words of a name begin with a capital."""
    return sum(word[:1].isupper() and not word.isupper() for word in name.split())


def _first_letters(name: str) -> set[str]:
    """The acronyms that the first letters of a name of several words spell, in small letters."""
    words = [each for each in TOKEN.findall(without_legal_form(name)) if each[0].isalpha()]
    if len(words) <= _FEW:
        return set()
    capitals = "".join(word[0] for word in words if word[0].isupper()).casefold()
    begun = {capitals[:end] for end in range(_FEW + 2, len(capitals)) if len(words) > _FEW + 1}
    return {capitals, "".join(word[0] for word in words).casefold(), *begun}
