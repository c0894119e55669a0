"""Legal forms as they are written at the end of a firm's name."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def _form() -> re.Pattern[str]:
    text = (files("graphkit.documents.language") / "legal_forms.txt").read_text("utf-8")
    forms = sorted(filter(None, map(str.strip, text.splitlines())), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(_spelt, forms))})(?![\w-])")


def _spelt(form: str) -> str:
    """A form as a pattern. Its full stops may be left out, unless a word would be left."""
    dot = r"\.\s?" if form.islower() and not form.startswith("sp") else r"\.?\s?"
    *pieces, last = form.split(".")
    pattern = "".join(re.escape(piece.strip()).replace(r"\ ", r"\s+") + dot for piece in pieces)
    if last:
        return pattern + re.escape(last.strip()).replace(r"\ ", r"\s+")
    return pattern.removesuffix(r"\s?")


def legal_form_at(text: str, start: int) -> int:
    """Where a legal form that begins there ends; -1 if none does.

    >>> legal_form_at("Acme Sp. z o.o. and others", 5)
    15
    """
    found = _form().match(text, start)
    return found.end() if found else -1


def without_legal_form(name: str) -> str:
    """A name without the legal form at its end.

    >>> without_legal_form("Agencja „ARLEG” S.A."), without_legal_form("Acme Ltd")
    ('Agencja „ARLEG”', 'Acme')
    """
    for found in _form().finditer(name):
        if found.end() == len(name) and found.start() and not name[found.start() - 1].isalnum():
            return name[: found.start()].rstrip(" ,")
    return name
