"""The account of the rows of mapped sheets: those that state facts, and what became of all others.

Every row of a sheet stands in it once, so that nobody has to ask where some of them went.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit.sources.mapping.cells.tally import Said
from graphkit.sources.mapping.form.sheet_mapping import Shape
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.said_of_rows import REPEATED

_MANY = 10
_SHARE = 0.1
"""How many ties and which share of all may repeat others before somebody is asked why."""
UNEXPLAINED = Said("states nothing that is known", "state nothing that is known")
_ALONE = Said("says something of an organisation", "say something of organisations")
_OF_GROUP = Said("says something of a group", "say something of groups")
_OTHER_WAY = Said("repeats a tie the other way round", "repeat a tie the other way round")
_NO_MORE = Said("states no tie that no other row does", "state no ties that no other row does")
_NO_YES = Said("says yes to nothing", "say yes to nothing")
_NO_ANSWER = Said("answers nothing", "answer nothing")
_WITHOUT_FACTS = {
    Shape.ORGANISATIONS: _ALONE,
    Shape.GROUPS: _OF_GROUP,
    Shape.TIES: _OTHER_WAY,
    Shape.SQUARE: _NO_MORE,
    Shape.MATRIX: _NO_YES,
    Shape.SURVEY: _NO_ANSWER,
}
"""What a row of a shape does that states no fact, where nothing else has been said of it."""


_OF_BOTH_ENDS = {_NO_MORE.one, _NO_MORE.many, _OTHER_WAY.one, _OTHER_WAY.many}
"""What rows do that state ties from their other end; that ties are so stated is said anyway."""


@dataclass(frozen=True, slots=True)
class RowsRead:
    """What became of the rows of a sheet.

    Attributes
    ----------
    place : str
        The file, and the sheet within it.
    rows : int
        How many rows the sheet has.
    stating : int
        How many of them state facts.
    facts : int
        How many facts they state.
    others : mapping of str to int
        How many state none, by what they do instead: "repeat an earlier one".
    noun : str
        What the rows are called: row, node or edge.
    tying : bool
        Whether rows of this sheet are to state facts.
    uncounted : bool
        Whether they are ties of which no column says how strong they are.
    """

    place: str
    rows: int
    stating: int
    facts: int
    others: Mapping[str, int]
    noun: str = "row"
    tying: bool = True
    uncounted: bool = False


def rows_read(sheets: Sequence[Mapped], drafts: Drafts) -> list[RowsRead]:
    """What became of the rows of each sheet that is read.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets, with their rows.
    drafts : Drafts
        What they state.

    Returns
    -------
    list of RowsRead
        The account of each.
    """
    facts = Counter[int]()
    stating = bytearray(len(drafts.origins))
    for _, _, _, at in drafts.facts.numbers():
        stating[at] = 1
        facts[drafts.origins[at][0]] += 1
    done = [Counter[Said]() for _ in sheets]
    rows = [0] * len(sheets)
    for at in range(len(drafts.origins)):
        number = drafts.origins[at][0]
        if stating[at]:
            rows[number] += 1
        else:
            said = drafts.read[number].reasons.get(at)
            done[number][said or _WITHOUT_FACTS.get(sheets[number].mapping.shape, UNEXPLAINED)] += 1
    found = []
    for number, read in sorted(drafts.read.items()):
        sheet = sheets[number]
        others = Counter[str]()
        for said, count in (done[number] + read.passed).items():
            others[said.one if count == 1 else said.many] += count
        tying = sheet.mapping.shape not in (Shape.ORGANISATIONS, Shape.GROUPS)
        uncounted = sheet.mapping.shape is Shape.TIES and "weight" not in sheet.mapping.roles
        whole = (rows[number], facts[number], others, sheet.locator, tying, uncounted)
        found.append(RowsRead(sheet.place, len(sheet.body), *whole))
    return found


def said_of_rows(read: RowsRead) -> str:
    """The account in a sentence; nothing where every row states a fact, or none has to.

    >>> said_of_rows(RowsRead("l.csv", 4, 3, 3, {"repeats an earlier one": 1}))
    'l.csv: of 4 rows 3 state facts, and 1 repeats an earlier one'
    """
    if not read.tying or {*read.others} <= _OF_BOTH_ENDS:
        return ""
    again = sum(count for what, count in read.others.items() if what == REPEATED.many)
    many = read.uncounted and again >= max(_MANY, read.rows * _SHARE)
    strength = "; if each of these is a tie of its own, write in a column weight how many there are"
    *first, last = [
        f"{read.stating:,} {'states' if read.stating == 1 else 'state'} facts",
        *(f"{count:,} {what.partition(';')[0]}" for what, count in read.others.items()),
    ]
    said = f"{read.place}: of {read.rows:,} {read.noun}s {', '.join(first)}, and {last}"
    return f"in doubt: {said}{strength}" if many else said
