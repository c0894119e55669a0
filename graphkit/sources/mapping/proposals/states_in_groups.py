"""Read lists of states in organisations: a row for each of both.

    country, iso2, org_name, org_id, status    ->    member, member attribute, group, group id, role

An organisation stands in the rows of many countries, and a country in those of many organisations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.countries import country_of
from graphkit.sources.header_words import meaning
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.form.doubt import Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping

_AGAIN = 0.5
_ONCE = 0.9
_KNOWN = 0.7
_CODE = 3
"""How long the codes of countries are at most."""


def of_states(mapping: SheetMapping, columns: Sequence[Look]) -> tuple[SheetMapping, list[Doubt]]:
    """The mapping of states in the organisations that were taken for members of one group.

    Parameters
    ----------
    mapping : SheetMapping
        A proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping, list of Doubt
        The mapping, and what is in doubt; the same mapping and nothing where it is something else.
    """
    group = mapping.column("member")
    listed = mapping.shape is Shape.ORGANISATIONS or (
        mapping.shape is Shape.PAIRS and bool(mapping.group)
    )
    if not listed or group is None or columns[group].unlike >= _AGAIN:
        return mapping, []
    state = next((at for at in range(len(columns)) if _are_states(columns, at, group)), None)
    if state is None:
        return mapping, []
    roles = []
    for at, role in enumerate(mapping.roles):
        what = role.removeprefix("member ")
        if role in ("role", "start", "end", "observed", "note"):
            roles.append(role)
        elif what == "id" or (role.startswith("member") and _is_said_of(columns, group, at)):
            roles.append(f"group {what}")
        else:
            of_state = _is_said_of(columns, state, at)
            roles.append(f"member {ATTRIBUTE}" if of_state else ATTRIBUTE)
    roles[group], roles[state] = "group", "member"
    read = replace(
        mapping, shape=Shape.PAIRS, roles=tuple(roles), group="", kind="", layer="membership"
    )
    names = (columns[state].name, columns[group].name)
    said = f"{names[0]} names states, which are taken for members of what {names[1]} names"
    return read, [Doubt(said, (Change.back_to("the rows are something else", mapping),))]


def _are_states(columns: Sequence[Look], at: int, group: int) -> bool:
    """Whether a column names states, each in several groups, which have several of them."""
    look, groups = columns[at], columns[group]
    if at == group or not look.texts or look.numbers > 0 or look.unlike >= _AGAIN:
        return False
    if meaning(look.name)[0] not in ("", "member") or max(map(len, look.texts)) <= _CODE:
        return False
    states = {text for text in look.texts if country_of(text) is not None}
    if len(states) < _KNOWN * look.distinct:
        return False
    if sum(text in states for text in look.texts) < _KNOWN * len(look.texts):
        return False  # sorts of organisations stand among them
    rows = [*zip(look.cells, groups.cells, strict=True)]
    pairs = {*rows}
    return len(pairs) >= _ONCE * len(rows) and len(pairs) > max(look.distinct, groups.distinct)


def _is_said_of(columns: Sequence[Look], key: int, at: int) -> bool:
    """Whether a column is the same in all rows of one text of another."""
    pairs = {*zip(columns[key].cells, columns[at].cells, strict=True)}
    return len({one for one, _ in pairs}) * 11 >= len(pairs) * 10
