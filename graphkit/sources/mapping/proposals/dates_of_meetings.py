"""Take the date of a meeting for when somebody was seen in a group, not for when they joined."""

from __future__ import annotations

from dataclasses import replace

from graphkit.sources.header_lexicon import years
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping

_MEETINGS = {*"meeting meetings session sessions sitting zebranie posiedzenie sitzung".split()}


def with_dates_of_meetings(mapping: SheetMapping) -> SheetMapping:
    """The mapping, with the date of a meeting as that at which somebody was seen in the group.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.

    Returns
    -------
    SheetMapping
        The proposal.
    """
    if mapping.shape is not Shape.PAIRS or "observed" in mapping.roles:
        return mapping
    words = [plain(name) for name in mapping.header]
    met = any(
        word in _MEETINGS and role.endswith(ATTRIBUTE)
        for word, role in zip(words, mapping.roles, strict=True)
    )
    roles = tuple(
        "observed" if met and role == "start" and word in years() else role
        for word, role in zip(words, mapping.roles, strict=True)
    )
    return replace(mapping, roles=roles)
