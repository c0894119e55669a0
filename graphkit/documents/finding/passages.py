"""Passages: text to search, as tokens; where a paragraph ends within a name, two are one passage.

A paragraph goes on in the next when a quotation mark is still open, when it ends with a dash, or
when it is the item of a list and the next begins with a web address or a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graphkit.documents.document import Paragraph
from graphkit.documents.finding.legal_forms import legal_form_at
from graphkit.documents.language import Language

TOKEN = re.compile(
    r"\d+(?:[.,  ]\d{3})+(?!\d)|\d+|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_", re.UNICODE
)
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”„|;,()]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:pl|eu|com|org|net|de|"
    r"uk|cz|sk|fr|info|example)(?:/[^\s<>\"“”„|;,()]*)?(?![\w@.-]*@)"
)
_OPENS_ADDRESS = re.compile(r"(?:https?://|www\.)")
_DASH_AT_END = re.compile(r"[–—]\s*$")
_LONGEST_FORM = 8
_LONGEST_SENTENCE = 500
"""Words without a full stop are cut, so that no text takes long: in a sentence all is compared."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark, and where it stands in its passage."""

    text: str
    start: int
    end: int
    gap: bool
    """Whether space stands before it."""

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is searched as one.

    Attributes
    ----------
    text : str
        The text.
    parts : tuple of (int, Paragraph)
        Where each paragraph begins in it.
    tokens : tuple of Token
        Its words and marks. A web address is not a token.
    addresses : tuple of (int, str)
        Where a web address stands, and the address.
    sentences : tuple of (int, int)
        The first token of each sentence and the one after the last.
    """

    text: str
    parts: tuple[tuple[int, Paragraph], ...]
    tokens: tuple[Token, ...]
    addresses: tuple[tuple[int, str], ...]
    sentences: tuple[tuple[int, int], ...] = field(default=())

    @property
    def kind(self) -> str:
        """The kind of its first paragraph."""
        return self.parts[0][1].kind

    @property
    def first(self) -> Paragraph:
        """Its first paragraph."""
        return self.parts[0][1]

    def place(self, start: int, end: int) -> tuple[str, str]:
        """The locator of the paragraph where a span begins, and the words in that paragraph."""
        at, paragraph = max((each for each in self.parts if each[0] <= start), key=lambda p: p[0])
        quote = self.text[start : min(end, at + len(paragraph.text))]
        return paragraph.locator, quote.strip()

    def said(self, first: int, last: int) -> tuple[str, str]:
        """The locator and words of the tokens from the first to before the last."""
        last = max(last, first + 1)
        return self.place(self.tokens[first].start, self.tokens[last - 1].end)


@dataclass(frozen=True, slots=True)
class _Stops:
    """Full stops that end no sentence: of these words, and of a date that opens one."""

    abbreviations: frozenset[str]
    opening_date: re.Pattern[str]


def passages(paragraphs: Sequence[Paragraph], spoken: Language) -> Iterator[Passage]:
    """The passages of a document, in order."""
    stops = _Stops(
        spoken.words("abbreviations"), re.compile(spoken.data.get("opening_date", "(?!)"))
    )
    run: list[Paragraph] = []
    for each in paragraphs:
        if run and not _goes_on(run[-1], each, run):
            yield _passage(run, stops)
            run = []
        run.append(each)
    if run:
        yield _passage(run, stops)


def _goes_on(before: Paragraph, after: Paragraph, run: Sequence[Paragraph]) -> bool:
    if "cell" in (before.kind, after.kind) or after.kind != "paragraph":
        return False
    text = " ".join(each.text for each in run)
    if len(text) > 2_000 or before.kind == "heading":
        return False
    if before.kind != "item":
        return False
    is_open = text.count("„") > text.count("”") + text.count("“")
    if _OPENS_ADDRESS.match(after.text):
        return text[-1:] != ":"
    starts = after.text[:1].islower() and text[-1:] not in ".:?!"
    return is_open or bool(_DASH_AT_END.search(text)) or starts


def _passage(run: Sequence[Paragraph], stops: _Stops) -> Passage:
    parts: list[tuple[int, Paragraph]] = []
    text = ""
    for each in run:
        if text:
            text += " "
        parts.append((len(text), each))
        text += each.text
    addresses: list[tuple[int, str]] = []
    spans: list[tuple[int, int]] = []
    for found in ADDRESS.finditer(text):
        address = found.group().rstrip(".:")
        addresses.append((found.start(), address))
        spans.append((found.start(), found.start() + len(address)))
    tokens: list[Token] = []
    for found in TOKEN.finditer(text):
        while spans and spans[0][1] <= found.start():
            spans.pop(0)
        if spans and spans[0][0] <= found.start():
            continue
        gap = found.start() == 0 or text[found.start() - 1].isspace()
        tokens.append(Token(found.group(), found.start(), found.end(), gap))
    return Passage(
        text, tuple(parts), tuple(tokens), tuple(addresses), _sentences(text, tokens, stops)
    )


def _sentences(text: str, tokens: Sequence[Token], stops: _Stops) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    first = 0
    for at, token in enumerate(tokens):
        if at - first == _LONGEST_SENTENCE:
            found.append((first, at))
            first = at
        if token.text not in (".", "!", "?", ";") or at + 1 >= len(tokens):
            continue
        after = tokens[at + 1]
        before = tokens[at - 1] if at else token
        if token.text == ".":
            word = before.text.casefold()
            if not after.gap or not (after.is_capital or after.text in '–—-„“"§'):
                continue
            short = len(word) == 1 and word not in "ra" and word.isalpha()
            if (word in stops.abbreviations or short) and not _ends_firm(text, tokens, at):
                continue
            if before.text.isdigit() and len(before.text) < 3:
                continue
            if stops.opening_date.fullmatch(text, tokens[first].start, token.end):
                continue
        found.append((first, at + 1))
        first = at + 1
    if first < len(tokens):
        found.append((first, len(tokens)))
    return tuple(found)


def _ends_firm(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a full stop ends a legal form, and no other form follows: "Acme Ltd. The …"."""
    starts = [each.start for each in tokens[max(0, at - _LONGEST_FORM) : at] if each.gap]
    stop = (tokens[at].start, tokens[at].end)
    ends = any(legal_form_at(text, start) in stop for start in starts)
    return ends and legal_form_at(text, tokens[at + 1].start) < 0
