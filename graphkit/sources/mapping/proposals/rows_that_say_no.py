"""Columns that say whether a row holds: `endorsed = No`, `Signed? N`, `status = rejected`.

A row that says no states no fact, although it names both ends of one. What a blank means there,
only a person knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.sources.header_words import plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.words_of_marks import is_mark, says_no
from graphkit.sources.mapping.form.doubt import NO_FACT, Change, Doubt
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, Shape, SheetMapping
from graphkit.sources.mapping.proposals.groups_named_as_members import with_rows_in_no_group

_BELONGING = {
    *"endorsement endorsed endorses endorse support supports supported supporter".split(),
    *"member members membership signed signs signatory signature participates participated".split(),
    *"participating participant participation joined agreed agrees accepted approved".split(),
    *"mitglied czlonek membre miembro membro medlem clen lid signataire".split(),
    *"vote voted favor favour partner podpisano podpisal unterzeichnet signe firmado".split(),
}
"""Words of columns that say yes where a row states what it seems to."""
_TIED = {*"tied tie linked connected cooperates cooperation collaborates collaboration".split()}
_AGAINST = {*"rejected declined refused withdrawn withdrew opposed odrzucony abgelehnt".split()}
"""Words of columns that say yes where a row does not state what it seems to."""
_FILLING = {*"a an is are has have in of the part takes yes no y n or to whether they".split()}
_STATES = {*"status decision outcome result response reply answer vote state stan".split()}
_REFUSED = {
    *"rejected declined refused denied withdrawn withdrew nonmember unsigned opposed".split(),
    *"odrzucony odrzucone odrzucono wycofany wycofano abgelehnt zuruckgezogen refuse".split(),
    *"retire rechazado retirado".split(),
    "not a member", "no member", "non member", "not signed", "did not sign", "not participating",
    "not endorsed", "not accepted", "not approved", "kein mitglied", "nie podpisano", "opted out",
    "no action", "not a party", "not party", "non party", "not ratified",
    "not member", "has not signed", "did not join", "not joined",
}  # fmt: skip
_NEITHER = {*"abstain abstained abstains abstention neutral enthaltung absent".split()}
_FEWEST, _MOSTLY = 3, 0.95
"""How many columns of yes and no are alternatives, and in what share of rows one of them holds."""
_LISTED = (ATTRIBUTE, f"member {ATTRIBUTE}")


def with_rows_that_say_no(mapping: SheetMapping, columns: Sequence[Look]) -> SheetMapping:
    """The mapping by which rows that say no state no fact, nor those that say nothing beside them.

    Rows that name the member itself as its group are in none where that is likely.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    SheetMapping
        The same where no column says whether its row holds.
    """
    mapping = with_rows_in_no_group(mapping, columns)
    if mapping.shape not in (Shape.PAIRS, Shape.TIES) or mapping.no_fact:
        return mapping
    found = {
        look.name: words
        for look, role in zip(columns, mapping.roles, strict=True)
        if role in _LISTED and (words := _saying_no(look, mapping.shape))
    }
    alternatives = _alternatives(columns)
    if alternatives.isdisjoint(found) or {*found} <= alternatives:
        return replace(mapping, no_fact=found) if found else mapping
    # A no of one then is a yes of another, and a further column says which of them is none.
    found = {name: words for name, words in found.items() if name not in alternatives}
    return replace(mapping, no_fact=found)


def _alternatives(columns: Sequence[Look]) -> frozenset[str]:
    """The columns of yes and no of which each row says yes in one: `party`, `signatory`, `none`."""
    marked = [look for look in columns if look.texts and all(map(is_mark, look.texts))]
    rows = zip(*(look.cells for look in marked), strict=True)
    yes = [sum(bool(text) and not says_no(text) for text in row) for row in rows if any(row)]
    if len(marked) < _FEWEST or sum(one == 1 for one in yes) < _MOSTLY * len(yes):
        return frozenset()
    return frozenset(look.name for look in marked)


def doubts_of_no(mapping: SheetMapping, columns: Sequence[Look]) -> list[Doubt]:
    """The doubt on rows that say no, which may state a fact all the same.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    list of Doubt
        One for each column.
    """
    there = {look.name for look in columns}
    return [
        Doubt(
            f"{name}: rows that say {_listed(said)} state no fact; if they do, delete {name} from "
            "no_fact",
            (Change.to("they state facts all the same", **{f"{NO_FACT}{name}": ""}),),
        )
        for name, words in mapping.no_fact.items()
        if name in there and (said := [word for word in words if word])
    ]


def unsaid(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """What to ask where some rows say whether they hold, and others say nothing.

    Parameters
    ----------
    mapping : SheetMapping
        The proposal.
    columns : sequence of Look
        The columns.

    Returns
    -------
    str
        The question; nothing where all rows say it.
    """
    for look in columns:
        words = mapping.no_fact.get(look.name, ())
        if "" in words:
            blank = sum(not cell for cell in look.cells)
            say = "1 row says" if blank == 1 else f"{blank:,} rows say"
            said = f"{look.name}: {say} neither yes nor no"
            least = "is taken for no" if blank == 1 else "are taken for no"
            return f'{said} and {least}; if blank means yes, delete "" from no_fact'
    return ""


def offers_of_blanks(mapping: SheetMapping) -> list[Change]:
    """The change by which rows that say nothing in such a column state facts.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping.

    Returns
    -------
    list of Change
        One for each column in which blanks count as no.
    """
    return [
        Change.to(
            f"blank means yes in {name}",
            **{f"{NO_FACT}{name}": "\t".join(word for word in words if word)},
        )
        for name, words in mapping.no_fact.items()
        if "" in words
    ]


def _saying_no(look: Look, shape: Shape) -> tuple[str, ...]:
    """The cells of a column by which rows state no fact, with "" for blanks; nothing for others."""
    named = {*plain(look.name).split()} - _FILLING
    texts = [*dict.fromkeys(look.texts)]
    refused = [text for text in texts if plain(text) in _REFUSED | _NEITHER]
    blank = ("",) if "" in look.cells else ()
    if not texts:
        return ()
    marked = all(is_mark(text) or text in refused for text in texts)
    belonging = _BELONGING | (_TIED if shape is Shape.TIES else set())
    called = bool(named) and named <= belonging
    if marked and called:
        no = tuple(text for text in texts if says_no(text) or text in refused)
        return (*no, *blank) if len(no) < len(texts) else ()
    if marked and named and named <= _AGAINST and not blank:
        no = tuple(text for text in texts if not says_no(text))
        return no if len(no) < len(texts) else ()
    if (called or _STATES & named) and refused and len(refused) < len(texts):
        return (*refused, *blank)
    return ()


def _listed(words: Sequence[str]) -> str:
    """Some of the words, in one line.

    >>> _listed(["No", "Abstain"])
    "'No' or 'Abstain'"
    """
    return " or ".join(repr(" ".join(word.split())) for word in words[:3])
