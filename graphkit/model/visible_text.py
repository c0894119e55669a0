"""Text that is safe to print: characters that a terminal obeys, or that hide what is written, shown
as escapes.

Tables are checked for such characters when they are loaded, but Cypher can write anything into a
store. Everything that graphkit prints, writes as a table or says in an error passes through here.
"""

from __future__ import annotations

import re

# Control characters, line and paragraph separators, overrides of the writing direction, halves of
# pairs and what is not a character.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACES = "\t\n\r"


def visible(text: str) -> str:
    r"""The text on one line: line breaks and tabs as spaces, other unsafe characters as escapes.

    >>> print(visible("two\nlines, \x1b[31mred, \u202ereversed"))
    two lines, \u001b[31mred, \u202ereversed
    """
    return text if text.isprintable() else _UNSAFE.sub(_on_one_line, text)


def visible_lines(text: str) -> str:
    r"""The text with its line breaks, and other unsafe characters as escapes.

    >>> print(visible_lines("two\nlines, \x1b[31mred"))
    two
    lines, \u001b[31mred
    """
    return "\n".join(map(visible, text.split("\n")))


def visible_json(text: str) -> str:
    r"""A text in JSON, with unsafe characters as JSON's own escapes.

    >>> print(visible_json('"\x9b31m red"'))
    "\u009b31m red"
    """
    return "\n".join(_UNSAFE.sub(_escaped, line) for line in text.split("\n"))


def _on_one_line(match: re.Match[str]) -> str:
    return " " if match[0] in _SPACES else _escaped(match)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
