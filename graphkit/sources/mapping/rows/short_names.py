"""Short names that a table gives to organisations, and by which other rows name these.

`PRI` is the organisation that a table calls `Party of Rivers` with the short name `PRI`, if it is
the short name of no other, and no organisation is called so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.listed_names import names_in
from graphkit.sources.mapping.cells.tally import Said
from graphkit.sources.mapping.form.lenient import is_blank
from graphkit.sources.mapping.form.sheet_mapping import Shape, names_as_role
from graphkit.sources.mapping.rows.drafts import Mapped

_SUBJECTS = ("member", "group", "a", "b")
_SHORTEST = 2


def short_names(sheets: Sequence[Mapped]) -> Mapping[tuple[str, str], str]:
    """The name of each organisation or group that tables give one short name of its own.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets.

    Returns
    -------
    mapping of (str, str) to str
        The name, by the layer of the groups of which it is one, or "", and the short name in the
        form in which names are compared. None where no other column names organisations.
    """
    giving = {
        (number, word)
        for number, sheet in enumerate(sheets)
        for word in ("member", "group")
        if {word, f"{word} aliases"} <= {*sheet.mapping.roles} and not sheet.closed
    }
    if not giving or not any(_named_elsewhere(sheets, giving)):
        return {}
    called: dict[tuple[str, str], set[str]] = {}
    named: set[tuple[str, str]] = set()
    for number, word in giving:
        sheet = sheets[number]
        space = space_of(word, sheet.mapping.layer)
        name, short = (sheet.mapping.columns(role)[0] for role in (word, f"{word} aliases"))
        split = {at: sheet.mapping.split.get(sheet.header[at], "") for at in (name, short)}
        for _, row in sheet.body:
            if is_blank(row[name]) or (split[name] and split[name] in row[name]):
                continue
            named.add((space, comparable(row[name])))
            for text in names_in(row[short], split[short] or "|"):
                if len(text) >= _SHORTEST and not is_blank(text):
                    key = (space, comparable(text))
                    called.setdefault(key, set()).add(" ".join(row[name].split()))
    alone = {key: names for key, names in called.items() if len(names) == 1 and key not in named}
    return {key: names.pop() for key, names in alone.items()}


def space_of(word: str, layer: str) -> str:
    """The layer of the groups of which a subject is one, or "" for organisations."""
    return layer if word == "group" and layer != "membership" else ""


def by_its_short_name(column: str) -> Said:
    """What is said of a cell that names an organisation by its short name."""
    one, many = "names an organisation by its short name", "name organisations by their short names"
    return Said(one, many, column=column)


def _named_elsewhere(sheets: Sequence[Mapped], giving: set[tuple[int, str]]) -> Iterator[bool]:
    """Whether other columns name organisations, and no ids stand beside them."""
    for number, sheet in enumerate(sheets):
        roles = {*sheet.mapping.roles}
        if sheet.mapping.shape is Shape.SKIP:
            continue
        yield any(map(names_as_role, roles))
        for word in _SUBJECTS:
            yield word in roles and f"{word} id" not in roles and (number, word) not in giving
