"""Tell lists of ids that go with the lists of names beside them from such in another order, or of
another length.

members            ids
Acme; Best         17; 42
Cool; Best         42; 58      # Best stands beside 42 and beside 58
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.model.identifiers import SCHEMES
from graphkit.model.wording import counted
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.listed_names import mark_in, names_in
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SheetMapping, is_role

_OF_ONE = ("id", *SCHEMES)
_SLIPS = 0.1
"""The share of names beside several ids up to which these are slips."""


def without_other_orders(
    mapping: SheetMapping, columns: Sequence[Look]
) -> tuple[SheetMapping, list[Doubt]]:
    """The mapping, in which lists of ids that do not go with the names beside them are only kept.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping, list of Doubt
        The proposal, and what is in doubt.
    """
    roles, doubts = [*mapping.roles], []
    for names, subject in zip(columns, mapping.roles, strict=True):
        mark = mapping.split.get(names.name, "")
        if not mark or " " in subject:
            continue
        for at, ids in enumerate(columns):
            of, _, what = mapping.roles[at].partition(" ")
            if of != subject or what not in _OF_ONE:
                continue
            free = (f"group {ATTRIBUTE}", ATTRIBUTE, f"{subject} {ATTRIBUTE}")
            kept = next(role for role in free if is_role(role, mapping.shape))
            if pair := _beside(names, ids, mark):
                roles[at] = kept
                doubts.append(
                    Doubt(
                        f"{ids.name} lists ids in another order than {names.name} names: {pair}, "
                        "so it is kept as it stands"
                    )
                )
            elif lengths := _of_other_lengths(names, ids, mark):
                roles[at] = kept
                doubts.append(
                    Doubt(
                        f"{ids.name} does not go with {names.name} part by part, since {lengths}, "
                        f'and is kept as it stands; if it does in the other rows, write "{of} '
                        f'{what}" for it',
                        (Change.to("it does in the other rows", {ids.name: f"{of} {what}"}),),
                    )
                )
    return replace(mapping, roles=tuple(roles)), doubts


def _beside(names: Look, ids: Look, mark: str) -> str:
    """A name and two ids beside it, where many names have several; nothing where few do."""
    found: dict[str, dict[str, None]] = {}
    for listed, numbers in zip(names.cells, ids.cells, strict=True):
        parts, others = names_in(listed, mark), names_in(numbers, mark)
        if len(parts) == len(others):
            for part, other in zip(parts, others, strict=True):
                found.setdefault(part, {}).setdefault(other)
    several = {name: [*beside] for name, beside in found.items() if len(beside) > 1}
    if len(several) <= _SLIPS * len(found):
        return ""
    name, (one, other, *_) = next(iter(several.items()))
    return f"{name} stands beside {one} and beside {other}"


def _of_other_lengths(names: Look, ids: Look, mark: str) -> str:
    """A row in which there are more or fewer ids than names, where ids are listed as names are."""
    pairs = [
        (len(names_in(listed, mark)), len(numbers.split(mark_in(listed, mark))))
        for listed, numbers in zip(names.cells, ids.cells, strict=True)
        if listed and numbers
    ]
    if not any(count == number > 1 for count, number in pairs):
        return ""
    for count, number in pairs:
        if count != number:
            return f"a row has {counted(count, 'name')} and {counted(number, 'id')}"
    return ""
