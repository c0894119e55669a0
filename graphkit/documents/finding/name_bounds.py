"""Where a name begins and ends around its head noun.

In a language with cases the name is the head noun with the adjectives that agree with it and the
words behind it; elsewhere it is the run of capitals around its head noun.
"""

from __future__ import annotations

from graphkit.documents.finding.legal_forms import legal_form_at
from graphkit.documents.finding.morphology import Morphology
from graphkit.documents.finding.passages import Passage, Token
from graphkit.documents.language import Language

OPENING, CLOSING = '„“"«‚', '”“"»’'
DASHES = "-–—"
ROMAN = frozenset("I II III IV V VI VII VIII IX X XI XII XX".split())
_LONGEST_QUOTE = 14
LONGEST_NAME = 24


class NameBounds:
    """Finds where names of one language begin and end."""

    def __init__(self, spoken: Language, words: Morphology) -> None:
        self.words = words
        self._heads = spoken.table("heads")
        self._links = spoken.words("links")
        self._plural = spoken.words("names.plural_heads")
        self._opens = spoken.words("opens")
        self._of_place = spoken.words("ends_of_place")
        self._smaller = spoken.words("names.smaller")
        self._breaks = frozenset(
            word for table in ("collaborations", "declarations") for word in spoken.table(table)
        )
        self._by_case = spoken.data.get("morphology") == "morfeusz2"
        self._months = spoken.table("months")

    def head_of(self, word: str) -> str:
        """The head noun that a word is a form of, or ""."""
        for lemma in sorted(self.words.lemmas(word) & self._heads.keys()):
            if lemma in self._plural or self.words.is_singular(word, lemma):
                return lemma
        return ""

    def _leftwards(self, tokens: tuple[Token, ...], at: int) -> int:
        first = at
        while first > 0:
            before = tokens[first - 1]
            if self.ends_date(tokens, first - 1):
                break
            if (
                before.text == "-"
                and first > 1
                and not before.gap
                and tokens[first - 2].is_capital
                and (not tokens[first].gap or not self._by_case)
            ):
                first -= 2
                continue
            if (
                before.text in "'’"
                and first > 1
                and not before.gap
                and tokens[first - 2].is_capital
                and tokens[first - 2].text.endswith("s")
            ):
                first -= 2  # "Bakers' Guild"
                continue
            if self._by_case:
                fits = before.is_capital and (
                    self.words.is_adjective_of(before.text, tokens[at].text)
                    or (first < at and before.text.casefold().endswith("o"))
                )
                if not fits:
                    break
                first -= 1
                continue
            if before.is_capital and before.text not in self._opens:
                first -= 1
            elif (
                before.text in ("and", "&")
                and first > 1
                and tokens[first - 2].is_capital
                and tokens[first - 2].text not in self._opens
                and not legal_form_at_token(tokens[first - 2])
                and not self._run_has_head(tokens, first - 2)
            ):
                first -= 2
            else:
                break
        while first < at and tokens[first].text in self._opens:
            first += 1
        return first

    def ends_date(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether a date ends here: "4 June", "June 2024"; names of firms hold months too."""
        one, other = (tokens[at - 1].text, tokens[at].text) if at else ("", "")
        return (one.isdigit() and other in self._months) or (
            one in self._months and other.isdigit() and len(other) == 4
        )

    def _run_has_head(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether the run of capitals that ends here has a head noun or stands after a comma."""
        while at >= 0 and (tokens[at].is_capital or tokens[at].text.casefold() in self._links):
            if self.head_of(tokens[at].text):
                return True
            at -= 1
        return at >= 0 and tokens[at].text in (",", "with", "between")

    def _rightwards(self, passage: Passage, at: int) -> int:
        tokens = passage.tokens
        last = at + 1
        closed = False
        while last < len(tokens) and last - at < LONGEST_NAME:
            end = legal_form_at(passage.text, tokens[last].start) if tokens[last].is_word else -1
            if end > 0:
                last, closed = token_after(tokens, end, last), True
                continue
            step = last if closed else self._step(passage, at, last)
            if step <= last:
                break
            last = step
        return last

    def _step(self, passage: Passage, at: int, last: int) -> int:
        """The end of the name when what stands at `last` belongs to it; else `last` or less."""
        tokens = passage.tokens
        token = tokens[last]
        if token.text in OPENING and (token.gap or token.text == "„"):
            return after_quote(tokens, last)
        before = tokens[last - 1]
        if token.is_capital:
            if before.text in CLOSING and before.text not in OPENING:
                return -1
            if shouted(tokens[at]) and not (shouted(token) or token.text in ROMAN):
                return -1
            if self._stops(tokens, at, last):
                return -1
            if self._by_case and last > at + 1 and self._begins_other(tokens, at, last):
                return -1
            return last + 1
        if token.text == "." and (
            before.text.casefold() in self._links or (len(before.text) == 1 and before.is_capital)
        ):
            after = tokens[last + 1] if last + 1 < len(tokens) else None
            short = before.text.casefold() in self._links and len(before.text) > 1
            return last + 1 if after and (after.is_capital or short) else -1
        if token.text in DASHES:
            return self._over_dash(tokens, at, last)
        if not token.is_word:
            return self._over_comma(tokens, last) if token.text == "," else -1
        if any(each.isupper() for each in token.text):  # such as "mBank"
            return last + 1
        after_hyphen = last + 2 < len(tokens) and tokens[last + 1].text == "-"
        if len(token.text) == 1 and after_hyphen and tokens[last + 2].is_capital:
            return last + 3  # such as "e-COOP"
        if self._by_case and (reached := self._over_adjective(tokens, at, last)) > last:
            return reached
        return self._over_link(tokens, at, last)

    def _stops(self, tokens: tuple[Token, ...], at: int, last: int) -> bool:
        """Whether something else begins here: a meeting, a smaller body."""
        lemmas = self.words.lemmas(tokens[last].text)
        if self._by_case:
            return bool(lemmas & self._breaks) or bool(last > at + 1 and lemmas & self._smaller)
        return first_of_run(tokens, at) < at and not shouted(tokens[last]) and last == at + 1

    def _begins_other(self, tokens: tuple[Token, ...], at: int, last: int) -> bool:
        """Whether a person's name begins here: two capitals that are names of people."""
        labels = self.words.labels(tokens[last].text)
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if "first name" not in labels or following is None or not following.is_capital:
            return False
        name = tokens[last].text
        return self.words.is_person((name, following.text)) or (
            "place" not in labels and not self.words.is_genitive(name)
        )

    def _over_dash(self, tokens: tuple[Token, ...], at: int, last: int) -> int:
        if last + 1 >= len(tokens):
            return -1
        before, dash, after = tokens[last - 1], tokens[last], tokens[last + 1]
        if not dash.gap and not after.gap:
            return last + 2 if after.is_word else -1
        if (
            self._by_case
            and after.is_capital
            and before.text.casefold().endswith("o")
            and self.words.is_adjective_of(after.text, tokens[at].text)
        ):
            return last + 2
        return -1

    def _over_comma(self, tokens: tuple[Token, ...], last: int) -> int:
        """Over the commas of "Transportu, Spedycji i Logistyki"."""
        if not self._by_case or not self.words.is_genitive(tokens[last - 1].text):
            return -1
        at = last
        while at + 1 < len(tokens) and tokens[at].text == ",":
            at += 1
            if not self._in_tail(tokens[at]):
                return -1
            while at < len(tokens) and self._in_tail(tokens[at]):
                at += 1
        if at + 1 < len(tokens) and tokens[at].text == "i" and self._in_tail(tokens[at + 1]):
            return at
        return -1

    def _in_tail(self, token: Token) -> bool:
        return (
            token.is_capital
            and self.words.is_genitive(token.text)
            and not self.head_of(token.text)
            and "first name" not in self.words.labels(token.text)
        )

    def _over_adjective(self, tokens: tuple[Token, ...], at: int, last: int) -> int:
        """Over a small adjective of an item, or of a district: "Powiat brodnicko-leśny"."""
        end = last
        quote = last + 1 < len(tokens) and tokens[last + 1].text in OPENING
        if last != at + 1 or not (tokens[at].is_capital or quote):
            return -1
        if end + 2 < len(tokens) and tokens[end + 1].text == "-" and not tokens[end + 1].gap:
            end += 2
        after = tokens[end + 1].text if end + 1 < len(tokens) else "."
        unknown = not self.words.is_known(tokens[end].text)
        if not unknown and not self.words.is_adjective_of(tokens[end].text, tokens[at].text):
            return -1
        alone = at == 0 and after in (",", ".", ";", "(", "–", "—")
        local = self._heads.get(self.head_of(tokens[at].text)) == "LocalGovernment"
        alone = alone and not unknown
        return end + 1 if alone or after in OPENING or local else -1

    def _over_link(self, tokens: tuple[Token, ...], at: int, last: int) -> int:
        """Over small words within a name, to the next capital."""
        end = last
        while end < len(tokens) and end - last < 5:
            word = tokens[end].text.casefold()
            if tokens[end].is_capital:
                break
            if word not in self._links and not (word == "." and end > last):
                if (
                    word.isdigit()
                    and end > last
                    and tokens[end - 1].text.casefold() in ("nr", "no")
                ):
                    return end + 1
                return -1
            end += 1
        if end >= len(tokens) or not tokens[end].is_capital or tokens[end].text in OPENING:
            return -1
        link = tokens[last].text.casefold()
        if link in ("i", "and", "&"):
            if self._new_name_follows(tokens, end) or not self._same_shape(tokens, last, end, at):
                return -1
        elif link in ("na",) and tokens[last + 1].text.casefold() != "rzecz":
            return -1
        elif link in ("o", "z", "ku", "the", "on", "with"):
            if link != "the" or last == at + 1:
                return -1
        elif self._by_case and link in self._of_place and self.head_of(tokens[end].text):
            return -1
        return end + 1

    def _new_name_follows(self, tokens: tuple[Token, ...], at: int) -> bool:
        for token in tokens[at : at + 6]:
            if not (token.is_capital or token.text in DASHES):
                return False
            if self.head_of(token.text):
                return True
        return False

    def _same_shape(self, tokens: tuple[Token, ...], last: int, end: int, at: int) -> bool:
        if not self._by_case:
            linked = {each.text.casefold() for each in tokens[at + 1 : last]}
            run = end
            while run < len(tokens) and tokens[run].is_capital:
                run += 1
            legal = any(legal_form_at_token(each) for each in tokens[end:run])
            return bool(linked & {"of", "for"}) and not legal and not shouted(tokens[end])
        return self.words.is_genitive(tokens[end].text) and self.words.is_genitive(
            tokens[last - 1].text
        )


def shouted(token: Token) -> bool:
    """Whether a word is in capitals."""
    return len(token.text) > 1 and token.text.isupper()


def first_of_run(tokens: tuple[Token, ...], at: int) -> int:
    """The first token of the run of capitals that ends here."""
    while at > 0 and tokens[at - 1].is_capital:
        at -= 1
    return at


def token_after(tokens: tuple[Token, ...], end: int, at: int) -> int:
    """The first token that begins at a place in the text or behind it."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def after_quote(tokens: tuple[Token, ...], at: int) -> int:
    """The token after the quotation mark that closes the one here; -1 if none is near."""
    for end in range(at + 1, min(len(tokens), at + _LONGEST_QUOTE)):
        if tokens[end].text in CLOSING:
            return end + 1
    return -1


def legal_form_at_token(token: Token) -> bool:
    """Whether a token is a legal form by itself."""
    return legal_form_at(token.text, 0) == len(token.text)
