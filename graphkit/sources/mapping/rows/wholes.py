"""The organisations of which others are part, also those that no row of their own names."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.model.graph_columns import JOINED
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.tally import Said, Tally
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.entities import Entity

_ITSELF = Said(
    "names an organisation as a part of itself",
    "name organisations as parts of themselves",
    "was read without that",
)
_NUMBER = Said(
    "names as the whole a number that no organisation has",
    "name as the whole a number that no organisation has",
    "was read without that",
)
_UNKNOWN = Said(
    "names as the whole an id that no row has",
    "name as the whole an id that no row has",
    "was read without that",
)
_SEVERAL = Said(
    "names several organisations of which one is a part",
    "name several organisations of which one is a part",
    "is read by the first; x_part_of keeps all",
)
_SHARED = Said(
    "names as the whole one of several organisations with that name",
    "name as the whole one of several organisations with that name",
    "was read without that",
)
_PART_OF = "part_of"


def add_wholes(drafts: Drafts, sheets: Sequence[Mapped], tally: Tally) -> None:
    """Add each whole that a column names and no row describes, and count what names none.

    Parameters
    ----------
    drafts : Drafts
        What the rows state, once all are read: a later row may describe the whole.
    sheets : sequence of Mapped
        The sheets.
    tally : Tally
        Takes what is left out.
    """
    parts = [each for each in drafts.entities if _PART_OF in each.values]
    by_id = _refer_by_id(drafts, parts)
    for entity in parts:
        text = entity.values[_PART_OF]
        whole = drafts.entities.whole_of(entity)
        if whole is None and JOINED in text:
            number, row = drafts.origins[entity.at]
            tally.remark(sheets[number].place, row, f"{entity.name}: {text}", _SEVERAL)
            named = [drafts.entities.whole_of(entity, each) for each in text.split(JOINED)]
            told = zip(named, text.split(JOINED), strict=True)
            every = JOINED.join(each.name if each else part for each, part in told)
            entity.attributes.setdefault("x_part_of", every)
            text = entity.values[_PART_OF] = text.partition(JOINED)[0].strip()
            whole = drafts.entities.whole_of(entity)
        sheet = drafts.origins[entity.at][0]
        if whole is None and any(map(str.isalpha, text)) and not (sheet in by_id and _is_id(text)):
            whole = drafts.entities.get("organisations", text, None, entity.at)
        if whole is not None and comparable(text) in drafts.shared_names:
            number, row = drafts.origins[entity.at]
            tally.remark(sheets[number].place, row, f"{entity.name}: {text}", _SHARED)
            del entity.values[_PART_OF]
        elif whole is None or whole is entity:
            number, row = drafts.origins[entity.at]
            said = _ITSELF if whole else _UNKNOWN if any(map(str.isalpha, text)) else _NUMBER
            tally.remark(sheets[number].place, row, f"{entity.name}: {text}", said)
            del entity.values[_PART_OF]


def _refer_by_id(drafts: Drafts, parts: Sequence[Entity]) -> set[int]:
    """The sheets of which the wholes that are known are named by their ids, and none by a name."""
    ids: set[int] = set()
    names: set[int] = set()
    for entity in parts:
        whole = drafts.entities.whole_of(entity)
        if whole is not None and whole.key is not None and whole.key[1] == entity.values[_PART_OF]:
            ids.add(drafts.origins[entity.at][0])
        elif whole is not None:
            names.add(drafts.origins[entity.at][0])
    return ids - names


def _is_id(text: str) -> bool:
    """Whether a text may be an id: one word."""
    return len(text.split()) == 1
