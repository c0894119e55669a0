"""The words that cells of a list may hold: those of the vocabulary and of the table `kinds`.

Own kinds must be stated, by a row of that table or by a data set of the store. Sectors are free:
any word is one, but a word that is nearly that of a known sector is more likely misspelt.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from graphkit.model import (
    KINDS,
    NATURES,
    QUESTIONS,
    SECTORS,
    SHAPES,
    STAGES,
    STATUSES,
    Column,
    OwnKind,
)
from graphkit.model.wording import loose, nearest_of
from graphkit.names import VERDICTS
from graphkit.sources.problem_texts import Fault, shown

CHOICES: dict[str, tuple[str, ...]] = {
    "kinds": tuple(KINDS),
    "sectors": tuple(SECTORS),
    "stages": STAGES,
    "statuses": STATUSES,
    "natures": NATURES,
    "questions": QUESTIONS,
    "relations": ("part_of", "succeeds", "located_in", "concerns"),
    "shapes": SHAPES,
    "verdicts": VERDICTS,
}

LONGEST_SECTOR = 120


class Choices:
    """The words of each list.

    Parameters
    ----------
    kinds : iterable of OwnKind
        Own kinds, which are found by id and by each of their names; their sectors are known too.
    unusable : set of str
        The ids of own kinds that are not valid, which is reported where they stand.
    declaring : bool, default False
        Whether cells make sectors known, so that these may be near others.

    Attributes
    ----------
    sectors : dict of str to str
        The sector of organisations that state none, by kind.
    """

    def __init__(
        self,
        kinds: Iterable[OwnKind] = (),
        unusable: AbstractSet[str] = frozenset(),
        *,
        declaring: bool = False,
    ) -> None:
        self._known = {
            name: {loose(word): word for word in words} for name, words in CHOICES.items()
        }
        self._unusable = unusable
        self._declaring = declaring
        self.sectors = {kind.name: kind.sector for kind in KINDS.values() if kind.sector}
        for kind in kinds:
            if kind.sector:
                self.sectors[kind.id] = kind.sector
            for word in kind.words:
                self._known["kinds"].setdefault(loose(word), kind.id)
            if kind.sector:
                self._known["sectors"].setdefault(loose(kind.sector), kind.sector)

    def reader(self, text: str, column: Column) -> str | None:
        """The word that a cell means; None for an own kind that is not valid. Raises Fault."""
        assert column.choices is not None
        return self._word(text, column.choices, column.name)

    def _word(self, text: str, choices: str, column: str) -> str | None:
        known = self._known[choices]
        found = known.get(loose(text))
        if found is not None:
            return found
        near = nearest_of(text, known)
        if choices == "sectors":
            return self._sector(text, near)
        if choices == "kinds" and text in self._unusable:
            return None
        cure = f"did you mean {near}?" if near else f"write one of {', '.join(CHOICES[choices])}"
        if choices == "kinds":
            cure += " Otherwise add it" if near else ", or add it"
            cure += " to the table kinds"
        raise Fault(f"{shown(text)} is not a known {column}", cure)

    def _sector(self, text: str, near: str | None) -> str:
        if near is not None and not self._declaring:
            raise Fault(
                f"{shown(text)} is not a known sector",
                f"did you mean {near}? Otherwise make it the sector of a row of the table kinds",
            )
        if not is_free_sector(text):
            cure = f"write one word or a few, of at most {LONGEST_SECTOR} characters"
            raise Fault(f"{shown(text)} is not a sector", cure)
        # Of several spellings of a free sector the first counts.
        return self._known["sectors"].setdefault(loose(text), text)


def is_free_sector(text: str) -> bool:
    """Whether a text can be a sector of one's own."""
    return (
        len(text) <= LONGEST_SECTOR
        and "|" not in text
        and text not in ("nan", "NaN")
        and any(map(str.isalnum, text))
    )
