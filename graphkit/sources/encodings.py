"""Tell the encoding of a text file by what it says when it is decoded.

UTF-8 and UTF-16 are told by their bytes. All other encodings give some text for almost any bytes,
so the text decides: `±` and `¶` do not stand within words, and letters stand in the company that
they keep in the languages of `words_of_languages`. The likelihood of a text is that of a chain of
letters (each depends on the one before it), mixed over the languages. Nothing is guessed: a file in
which two readings are about equally likely, or which mixes encodings, is reported.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import exp, log
from typing import BinaryIO

from graphkit.model import UsageError
from graphkit.sources.letter_chains import chains
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.word_costs import STRANGE, fixed_cost, scripts_of

SAVE_AGAIN = "save it again as CSV UTF-8"

_NAMES = {
    "cp1252": ("Windows-1252", 0.0),
    "cp1250": ("Windows-1250", 0.5),
    "iso8859-2": ("ISO-8859-2", 1.5),
    "iso8859-15": ("ISO-8859-15", 2.5),
    "cp852": ("CP852", 3.0),
    "cp850": ("CP850", 3.0),
    "mac-roman": ("MacRoman", 3.0),
    "mac-latin2": ("Mac Central European", 6.0),
    "cp1251": ("Windows-1251", 1.0),
    "koi8-u": ("KOI8-R or KOI8-U", 2.0),
    "iso8859-5": ("ISO-8859-5", 3.0),
    "cp866": ("CP866", 2.0),
    "mac-cyrillic": ("Mac Cyrillic", 4.0),
    "cp1253": ("Windows-1253", 2.0),
    "cp1254": ("Windows-1254", 3.0),
    "cp1257": ("Windows-1257", 5.0),
}
"""The encodings of one byte a letter: their names, and how rare each is (minus its logarithm)."""

_BYTE_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_HEAD = 2**16
_MOST_WORDS = 50_000
_SAMPLE = 400
_MARGIN = 3.0
"""Two readings whose likelihoods differ by less than this power of e are about equally likely."""

_ALLOWANCE = 10.0
_UNLIKELY = -4.5
"""The mean logarithm a step below which a text is in none of the languages."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of a file, as Python's codec and as people call it.

    example: a word that shows how it was read; empty where the bytes leave no doubt.
    """

    codec: str
    name: str
    example: str = ""


def named_encoding(text: str) -> str:
    """The codec of an encoding that a person names. Raises UsageError for an unknown one.

    >>> named_encoding("Windows-1250"), named_encoding("latin2")
    ('cp1250', 'iso8859-2')
    """
    try:
        found = codecs.lookup(text.lower().replace("cp-", "cp"))
        "".encode(found.name)  # refuses codecs that are not encodings of text, such as zip
    except (LookupError, ValueError, TypeError):
        raise UsageError(
            f"`encoding` {text} is not known; give for example utf-8, utf-16, cp1250, cp1252, "
            "iso8859-2, cp852 or mac-roman"
        ) from None
    return found.name


def detect(stream: BinaryIO) -> Encoding:
    """The encoding of the text in a file that can be read from any place.

    Raises Fault for a file that mixes encodings, that is broken, or that could be read in two ways.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    if head.startswith(_UTF32_MARKS):
        return Encoding("utf-32", "UTF-32")
    if head.startswith(_UTF16_MARKS):
        return Encoding("utf-16", "UTF-16")
    if b"\0" in head:
        return _unmarked_utf16(head)
    words = _Words.of(stream)
    if not words.broken and not words.doubtful():
        return Encoding("utf-8-sig", "UTF-8")
    return _one_byte_encoding(words)


def check_decodes(stream: BinaryIO, encoding: Encoding) -> None:
    """Raises Fault that names the line of the first byte that is not of this encoding."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding.codec)()
    line = 1
    while True:
        chunk = stream.read(2**20)
        try:
            line += decoder.decode(chunk, final=not chunk).count("\n")
        except UnicodeDecodeError as error:
            good = error.object[: error.start]
            line += good.decode(encoding.codec, "ignore").count("\n")
            raise Fault(
                f"is not {encoding.name}: byte 0x{error.object[error.start]:02X} on line {line}",
                SAVE_AGAIN + ", or name its encoding with `encoding`",
            ) from None
        if not chunk:
            break
    stream.seek(0)


def _unmarked_utf16(head: bytes) -> Encoding:
    """UTF-16 without a mark at its beginning, told by where its zero bytes stand."""
    both = [
        (codec, head[: len(head) // 2 * 2].decode(codec, "replace"))
        for codec in ("utf-16-le", "utf-16-be")
    ]
    best, text = max(both, key=lambda each: sum(map(str.isascii, each[1])))
    if sum(each.isprintable() or each in "\r\n\t" for each in text) < 0.95 * len(text):
        raise Fault("contains zero bytes and is not UTF-16", SAVE_AGAIN)
    return Encoding(best, "UTF-16", "")


@dataclass(slots=True)
class _Words:
    """The distinct words of a file that hold bytes beyond ASCII, with the line of each.

    counts: how often each stands there. broken: the first line that is not UTF-8, or 0. cut: the
    line at whose end the file breaks off within a letter of UTF-8, or 0. size: how many bytes the
    file has.
    """

    lines: dict[bytes, int] = field(default_factory=dict)
    counts: Counter[bytes] = field(default_factory=Counter)
    size: int = 0
    broken: int = 0
    cut: int = 0

    @classmethod
    def of(cls, stream: BinaryIO) -> _Words:
        words = cls()
        lines = words.lines
        for number, line in enumerate(stream, start=1):
            words.size += len(line)
            if line.isascii():
                continue
            if number == 1:
                line = line.removeprefix(codecs.BOM_UTF8)
            if not words.broken:
                try:
                    line.decode()
                except UnicodeDecodeError as error:
                    words.broken = number
                    words.cut = number if error.reason == "unexpected end of data" else 0
                else:
                    if len(lines) > _SAMPLE:
                        continue
            if len(lines) < _MOST_WORDS:
                for word in _BYTE_WORD.findall(line):
                    lines.setdefault(word, number)
                    words.counts[word] += 1
        stream.seek(0)
        return words

    def doubtful(self) -> bool:
        """Whether the words are UTF-8 by chance: SPÓŁKA in Windows-1250 is, as SPӣKA."""
        return bool(self.lines) and all(
            scripts_of(word.decode("utf-8", "replace")) > 1 for word in self.lines
        )


@dataclass(slots=True)
class _Reading:
    """What the words of a sample say in one encoding, and how likely that is."""

    codec: str
    texts: list[str]
    score: float
    steps: int


def _one_byte_encoding(words: _Words) -> Encoding:
    in_utf8 = {word for word in words.lines if words.broken and _is_utf8(word)}
    others = [word for word in words.lines if word not in in_utf8]
    sample = others[:: len(others) // _SAMPLE + 1]
    readings = sorted((_reading(codec, sample) for codec in _NAMES), key=lambda each: -each.score)
    best = readings[0]
    if words.cut and in_utf8 and {words.lines[word] for word in others} == {words.cut}:
        raise _cut_off(words)
    _report_utf8(words, in_utf8, others, best)
    strange = sum(fixed_cost(text) <= STRANGE for text in best.texts)
    if best.score < _UNLIKELY * best.steps - _ALLOWANCE or 2 * strange > len(best.texts):
        if words.cut:
            raise _cut_off(words)
        word = others[0]
        byte = next(each for each in word if each > 0x7F)
        raise Fault(
            f"is in an encoding that is not recognised: byte 0x{byte:02X} on line "
            f"{words.lines[word]}",
            SAVE_AGAIN + ", or name its encoding with `encoding`",
        )
    _report_other(words, others, best)
    for other in readings[1:]:
        if other.score < best.score - _MARGIN:
            break
        differ = [
            (one, two, word)
            for one, two, word in zip(best.texts, other.texts, sample, strict=True)
            if one != two
        ]
        if sum(words.counts[word] for _, _, word in differ) * 1000 > words.size:
            one, two, _ = differ[0]
            raise Fault(
                f"could be {_NAMES[best.codec][0]} (then line "
                f"{_line(words, best, one)} reads {shown(one)}) or {_NAMES[other.codec][0]} "
                f"({shown(two)})",
                "say which with `encoding`, or " + SAVE_AGAIN,
            )
    return Encoding(best.codec, _NAMES[best.codec][0], _example(best, readings[1:]))


def _cut_off(words: _Words) -> Fault:
    what = f"breaks off in the middle of a letter, on line {words.cut}"
    return Fault(what, "get the whole file, or delete what is left of that letter")


def _example(best: _Reading, others: Sequence[_Reading]) -> str:
    """The word that most shows how the file was read: one that the next best would read otherwise.

    Encodings in which the words are the same are passed over.
    """
    for other in others:
        if other.texts != best.texts:
            differ = [one for one, two in zip(best.texts, other.texts, strict=True) if one != two]
            return max(differ, key=lambda text: (len(text) < 25, len(text)))
    return best.texts[0]


def _line(words: _Words, reading: _Reading, text: str) -> int:
    return words.lines.get(text.encode(reading.codec, "replace"), 1)


def _is_utf8(word: bytes) -> bool:
    try:
        text = word.decode()
    except UnicodeDecodeError:
        return False
    return text.isalpha() and scripts_of(text) == 1


def _report_utf8(words: _Words, in_utf8: set[bytes], others: list[bytes], best: _Reading) -> None:
    """Raises Fault where a file holds both UTF-8 and something else."""
    real = [
        word for word in in_utf8 if _word_score(word, best.codec) < _word_score(word, "utf-8") - 4
    ]
    others += sorted(in_utf8 - set(real), key=words.lines.__getitem__)
    if not real:
        return
    line = min(words.lines[word] for word in real)
    if best.steps > 3 and best.score >= _UNLIKELY * best.steps - _ALLOWANCE:
        raise Fault(
            f"mixes encodings: line {line} is UTF-8, line {words.broken} {_NAMES[best.codec][0]}",
            "save both parts as UTF-8",
        )
    raise Fault(f"is UTF-8 with a broken character on line {words.broken}", SAVE_AGAIN)


def _report_other(words: _Words, others: Sequence[bytes], best: _Reading) -> None:
    """Raises Fault for a word that only another encoding makes sense of."""
    name = _NAMES[best.codec][0]
    for word in others:
        text = word.decode(best.codec, "replace")
        if fixed_cost(text) > STRANGE:
            continue
        line = words.lines[word]
        own = _word_score(word, best.codec)
        codec = max(_NAMES, key=lambda each: _word_score(word, each))
        read = word.decode(codec, "replace")
        if len(read) > 3 and fixed_cost(read) == 0 and _word_score(word, codec) > own + 8:
            raise Fault(
                f"mixes encodings: {shown(read)} on line {line} is {_NAMES[codec][0]}, most of "
                f"the file {name}",
                "save both parts as UTF-8",
            )
        if "\N{REPLACEMENT CHARACTER}" in text:
            at = text.index("\N{REPLACEMENT CHARACTER}")
            raise Fault(f"is {name}, but byte 0x{word[at]:02X} on line {line} is not", SAVE_AGAIN)


def _reading(codec: str, sample: Iterable[bytes]) -> _Reading:
    texts = [word.decode(codec, "replace") for word in sample]
    fixed = sum(map(fixed_cost, texts))
    steps = 0
    by_language: list[Sequence[float]] = []
    script = _script_of(codec)
    for text in texts:
        likely, length = _by_language(text, script)
        steps += length
        by_language.append(likely)
    return _Reading(codec, texts, fixed + _mixed(by_language) - _NAMES[codec][1], steps)


def _mixed(by_language: Sequence[Sequence[float]]) -> float:
    """The logarithm of the likelihood of words, mixed over languages in the shares that fit best.

    The shares are found by three rounds of expectation and maximisation.
    """
    if not by_language:
        return 0.0
    shares = [1 / len(by_language[0])] * len(by_language[0])
    total = 0.0
    for _ in range(3):
        sums = [0.5] * len(shares)
        total = 0.0
        for scores in by_language:
            top = max(scores)
            parts = [share * exp(score - top) for share, score in zip(shares, scores, strict=True)]
            whole = sum(parts)
            total += top + log(whole)
            for at, part in enumerate(parts):
                sums[at] += part / whole
        shares = [each / sum(sums) for each in sums]
    return total


def _word_score(word: bytes, codec: str) -> float:
    text = word.decode(codec, "replace")
    script = _script_of(codec) if codec in _NAMES else ""
    return fixed_cost(text) + max(_by_language(text, script)[0])


# Many bytes are the same letters in several encodings of a script.
@lru_cache(maxsize=2**14)
def _by_language(text: str, script: str) -> tuple[tuple[float, ...], int]:
    """How likely a word is in each language of a script (logarithms), and how many steps it has."""
    pairs = _pairs(text)
    return tuple(sum(map(chain.__getitem__, pairs)) for chain in chains(script)), len(pairs)


def _script_of(codec: str) -> str:
    if codec in ("cp1251", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic"):
        return "CYRILLIC"
    return "GREEK" if codec == "cp1253" else "LATIN"


def _pairs(text: str) -> list[tuple[str, str]]:
    """The steps from letter to letter of a word, with a space around it; symbols part words."""
    plain = "".join(each if each.isalpha() else " " for each in text.lower())
    return [pair for word in plain.split() for pair in pairwise(f" {word} ")]
