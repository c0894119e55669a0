"""Ids for what appears only as a name: readable, and the same whenever the file is read again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from graphkit.model.naming import fold

_LONGEST = 60
_BREAKS = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """A name as an id: its letters and digits in lower case, joined by hyphens.

    >>> slug("Politechnika Białostocka"), slug("ACME (Poland) Ltd."), slug("Κέντρο")
    ('politechnika-bialostocka', 'acme-poland-ltd', 'κεντρο')
    """
    words = _BREAKS.sub("-", fold(name)).strip("-")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    return words or digest(name)


def digest(text: str) -> str:
    """Six hexadecimal digits that stand for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def ids_of(wanted: Sequence[tuple[str, str]], taken: Iterable[str] = ()) -> list[str]:
    """An id of its own for each thing.

    Parameters
    ----------
    wanted : sequence of (str, str)
        For each thing the id that suits it, and a text that tells it apart from others that want
        the same.
    taken : iterable of str, optional
        Ids that belong to other things.

    Returns
    -------
    list of str
        The ids. Of several things that want one id, the first by their texts gets it, and the
        others a suffix made from theirs: so ids do not depend on the order of rows.

    Examples
    --------
    >>> ids_of([("cafe", "Café"), ("cafe", "Cafe"), ("bar", "Bar")])
    ['cafe-73473d', 'cafe', 'bar']
    """
    used = {*taken}
    ids = [""] * len(wanted)
    late: list[int] = []
    for at in sorted(range(len(wanted)), key=wanted.__getitem__):
        key, _ = wanted[at]
        if key in used:
            late.append(at)
        else:
            ids[at] = key
            used.add(key)
    for at in late:
        key = told_apart = f"{wanted[at][0]}-{digest(wanted[at][1])}"
        count = 1
        while key in used:
            count += 1
            key = f"{told_apart}-{count}"
        ids[at] = key
        used.add(key)
    return ids
