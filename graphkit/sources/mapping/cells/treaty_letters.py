"""Letters behind the dates of tables of treaties: `20 Mar 1992 a` is an accession.

They mean so only where the table says that it is about a treaty; elsewhere `2014 r` is the Polish
year 2014, and other letters are notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.model.naming import fold
from graphkit.sources.header_words import plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.lenient import DAY_FIRST, date_and_mark
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.problem_texts import Fault

_LETTERS = {
    "s": "signatory", "a": "accession", "r": "ratification", "d": "succession", "A": "acceptance",
    "AA": "approval", "c": "formal confirmation", "n": "notification", "S": "signatory",
    "R": "ratification", "D": "succession",
}  # fmt: skip
"""As the depositary of the United Nations' treaties writes them."""
_SUCCESSION = '{0} behind a date is read as succession; write "{0}" = "denunciation" if it is that'
_ACCEPTANCE = 'A behind a date is read as acceptance; write "A" = "accession" if it is that'
_WORDS = {
    *"treaty treaties convention conventions protocol protocols ratification ratified".split(),
    *"accession acceptance denunciation succession depositary signatories".split(),
    *"traktat konwencja protokol ratyfikacja vertrag ratifikation traite ratificacion".split(),
    *"tratado ratifica trattato".split(),
}


def with_treaty_letters(
    mapping: SheetMapping, columns: Sequence[Look], about: str
) -> tuple[SheetMapping, list[str]]:
    """The mapping, with the roles that letters behind dates mean in a table of a treaty.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    columns : sequence of Look
        The columns.
    about : str
        The title of the sheet and the name of the file.

    Returns
    -------
    SheetMapping, list of str
        The proposal, and what is in doubt.
    """
    if mapping.shape not in (Shape.PAIRS, Shape.MATRIX):
        return mapping, []
    words = {*plain(about).split(), *(w for look in columns for w in plain(look.name).split())}
    marks = {mark for look in columns if look.dates > 0.5 for mark in map(_mark, look.texts)}
    bare = {fold(word).rstrip("0123456789") for word in words}
    if not bare & _WORDS or not marks - {""} or not marks <= {"", *_LETTERS}:
        return mapping, []
    named = {mark: _LETTERS[mark] for mark in sorted(marks - {""})}
    doubts = [_SUCCESSION.format(letter) for letter in "dD" if letter in named]
    if "A" in named and {"S", "R", "D"} & named.keys():
        doubts.append(_ACCEPTANCE)
    return replace(mapping, roles_named=named), doubts


def _mark(text: str) -> str:
    try:
        return date_and_mark(text, DAY_FIRST)[1]
    except Fault:
        return ""
