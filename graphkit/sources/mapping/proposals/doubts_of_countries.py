"""What is in doubt where texts in a column of countries name none: alliances, and other words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.model.naming import fold
from graphkit.sources.countries import country_of
from graphkit.sources.languages.no_place import names_no_place
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SheetMapping
from graphkit.sources.problem_texts import bare

_PARTED = re.compile(r"\s*[;|\n]\s*|,\s+(?!the\b|Republic\b|United\b)")
_MOST_NAMED = 3
_ALLIANCES = {
    *"nato eu un uno onu ue who oecd osce asean mercosur brics opec efta cis eaeu au oas".split(),
    "european union", "united nations", "african union", "arab league", "european commission",
    "council of europe", "unia europejska", "europaische union", "union europeenne",
    "union europea", "unione europea", "uniao europeia", "commonwealth", "g7", "g20",
}  # fmt: skip


def of_no_countries(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """The doubt on texts in a column of countries that do not name any.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    list of Doubt
        One for each such column, with what to write instead.
    """
    doubts = []
    for look, role in zip(columns, mapping.roles, strict=True):
        subject, _, what = role.partition(" ")
        if what not in ("country", "country code"):
            continue
        others = _unknown(look)
        if not others:
            continue
        shown = ", ".join(map(bare, others[:_MOST_NAMED]))
        shown += f" and {len(others) - _MOST_NAMED:,} more" if len(others) > _MOST_NAMED else ""
        said = f"{look.name}: {shown}: no country of this name is known, and it is read as a place"
        of = f"{subject} {ATTRIBUTE}"
        changes = [Change.to("all are kept as texts, and not as places", {look.name: of})]
        if any(is_alliance(text) for text in others) and "group" not in mapping.roles:
            changes.insert(0, Change.to("it names groups", {look.name: "group"}))
        doubts.append(Doubt(f'{said}; if it is not where they are, write "{of}"', tuple(changes)))
    return doubts


def is_alliance(text: str) -> bool:
    """Whether a text names an alliance of countries.

    >>> is_alliance("NATO"), is_alliance("European Union"), is_alliance("Norway")
    (True, True, False)
    """
    return fold(text) in _ALLIANCES


def _unknown(look: Look) -> list[str]:
    """The texts that name no country, also as parts of a list; none where they may be places."""
    texts = [text for text in dict.fromkeys(look.texts) if not names_no_place(text)]
    if len(texts) > 1 and all(country_of(text) is None for text in texts) and not any(
        map(is_alliance, texts)
    ):  # fmt: skip
        return []  # in another language or another sense: regions of a country
    parts = dict.fromkeys(
        part for text in texts if country_of(text) is None for part in _PARTED.split(text) if part
    )
    return [part for part in parts if country_of(part) is None and not names_no_place(part)]
