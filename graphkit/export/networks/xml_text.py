"""Text in XML: without characters that XML forbids, and with its own marks escaped."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from graphkit.model.visible_text import visible


def content(text: str) -> str:
    """A text as the content of an element, on one line.

    >>> content("a < b" + chr(7))
    'a &lt; b\\\\u0007'
    """
    return escape(visible(text))


def attributes(**given: object) -> str:
    """Attributes of an element, those that are None left out, each with a space before it.

    >>> attributes(id="a&b", end=None)
    ' id="a&amp;b"'
    """
    return "".join(
        f" {name}={quoteattr(visible(str(value)), {chr(34): '&quot;'})}"
        for name, value in given.items()
        if value is not None
    )
