"""Propose ties for the answers to a survey: who answers, and the organisations that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.listed_names import separator_of
from graphkit.sources.mapping.cells.survey_heads import option_of
from graphkit.sources.mapping.cells.words_of_marks import is_mark
from graphkit.sources.mapping.form.lenient import is_number
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping, roles_of

_WITH = re.compile(
    r".*\b(?:work|works|working|collaborate|collaborates|cooperate|cooperates|co operate|partner|"
    r"connected|contact|exchange \w+|share \w+) with\b.*|.*\bwspolprac\w+.*"
)


def survey_ties(bare: SheetMapping, columns: Sequence[Look]) -> SheetMapping | None:
    """The mapping of a table whose columns ask for an organisation and for those it works with.

    They are ties from who answers to each that is named; None when the table asks for no such
    thing. bare: the mapping so far, of which the shape and the roles are open.
    """
    meanings = [meaning(look.name) for look in columns]
    who = next((at for at, said in enumerate(meanings) if said == ("member", "name")), None)
    asked = [
        at
        for at, look in enumerate(columns)
        if at != who and look.texts and _WITH.fullmatch(plain(look.name))
    ]
    if who is None:
        return None
    if len(asked) > 1:
        return _of_options(bare, columns, who, asked)
    if len(asked) != 1 or columns[asked[0]].numbers == 1.0 or columns[asked[0]].marks == 1.0:
        return None  # the cells say yes or no, or a number, and name nobody
    known = {*roles_of(Shape.TIES)}
    roles: list[str] = []
    for at, (_, what) in enumerate(meanings):
        role = f"a {what.replace('_', ' ')}"
        if at in (who, asked[0]):
            role = "a" if at == who else "b"
        elif role not in known or role in roles:
            role = f"a {ATTRIBUTE}"
        roles.append(role)
    mark = separator_of(columns[asked[0]], several=True)
    split = {columns[asked[0]].name: mark} if mark else {}
    return replace(bare, shape=Shape.TIES, roles=tuple(roles), split=split)


def _of_options(
    bare: SheetMapping, columns: Sequence[Look], who: int, asked: Sequence[int]
) -> SheetMapping | None:
    """The mapping of a question with a column for each organisation that may be chosen."""
    options = {at: option_of(columns[at].name) for at in asked}
    if not all(question for question, _ in options.values()):
        return None
    texts = {text for at in asked for text in columns[at].texts if text != options[at][1]}
    cells = "marks" if all(map(is_mark, texts)) else "roles"
    cells = "weights" if cells == "roles" and all(map(is_number, texts)) else cells
    known = {*roles_of(Shape.SQUARE)}
    roles: list[str] = []
    for at, look in enumerate(columns):
        role = f"member {meaning(look.name)[1].replace('_', ' ')}"
        if at == who or at in options:
            role = "member" if at == who else "member column"
        elif role not in known or role in roles:
            role = f"member {ATTRIBUTE}"
        roles.append(role)
    return replace(bare, shape=Shape.SQUARE, roles=tuple(roles), cells=cells)
