"""Settings of the look that are about one column: what separates values in its cells, which cells
say that a row states no fact, and whether it tells organisations of one name apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from graphkit.cli.answers import Back, inner, text_typed
from graphkit.sources.mapping.form.doubt import NO_FACT, Change
from graphkit.sources.mapping.form.sheet_mapping import Shape
from graphkit.sources.mapping.proposals.proposal import Proposed

Tell = Callable[[str], None]
"""Says a line."""
NONE = "none"
_BLANK = "blank"
_MOST_SHOWN = 9
_STATING = (Shape.PAIRS, Shape.TIES)


def split_by(proposed: Proposed, at: int, tell: Tell) -> Change:
    """Ask what separates several values in the cells of a column."""
    name = proposed.mapping.header[at]
    tell("What separates them, such as ; (none: nothing does)?")
    mark = text_typed(name)
    return Change("", ((f"split {name}", "" if mark == NONE else mark),))


def no_fact_by(proposed: Proposed, at: int, tell: Tell) -> Change:
    """Ask which cells of a column say that the row states no fact."""
    look, name = proposed.looks[at], proposed.mapping.header[at]
    if proposed.mapping.shape not in _STATING:
        tell(f"in {proposed.mapping.shape} no column says that; change the shape first")
        raise Back
    texts = [text for text, _ in Counter(look.texts).most_common(_MOST_SHOWN)]
    texts += [""] if "" in look.cells else []
    for number, text in enumerate(texts, 1):
        tell(f"  {number:>2}  {text or _BLANK}")
    tell("Which of them say so? Several: 1,3 (none: all rows state a fact)")
    known = {text.casefold(): text for text in look.texts} | {_BLANK: ""}
    while True:
        answer = inner(name, known)
        if answer == NONE:
            return Change("", ((f"{NO_FACT}{name}", ""),))
        words: list[str | None] = [
            texts[int(part) - 1]
            if part.isdecimal() and 0 < int(part) <= len(texts)
            else known.get(part.casefold())
            for part in map(str.strip, answer.split(","))
        ]
        said = [word for word in words if word is not None]
        if len(said) == len(words):
            # A blank alone is written twice, since nothing at all takes the setting away.
            return Change("", ((f"{NO_FACT}{name}", "\t".join(said if any(said) else ["", ""])),))
        tell(f"{answer!r} names no such cells; give their numbers")


def told_apart_by(proposed: Proposed, at: int, tell: Tell) -> Change:
    """The change to a column that tells organisations of one name apart; none where it is -1."""
    name = proposed.mapping.header[at] if at >= 0 else ""
    return Change.to("", told_apart_by=name)


OF_COLUMNS: Mapping[str, tuple[str, Callable[[Proposed, int, Tell], Change]]] = {
    "split": ("What column holds several values in a cell?", split_by),
    "no fact": ("What column says whether its row states a fact?", no_fact_by),
    "told apart by": (
        "What column tells organisations of one name apart (none: each name is one)?",
        told_apart_by,
    ),
}
"""The question for the column of each setting, and what asks for the rest."""
