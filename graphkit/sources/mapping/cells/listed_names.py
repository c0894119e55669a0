"""Several names in one cell: what separates them, and which marks belong to a name.

"Smith Company, Inc. / Other GmbH" are two names: the comma stands before a legal form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from graphkit.model.naming import fold
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.hyphened_lists import HYPHEN, joined_names, joins_codes
from graphkit.sources.mapping.cells.words_between_names import word_between
from graphkit.sources.mapping.form.doubt import Change, Doubt

_SURE = (";", "|", "---", "\n")
"""Marks that names do not hold, in the order in which they count."""

_UNSURE = (" / ", " + ", "•", " · ", ",")
"""Marks that names may hold too; of those in equally many cells the first counts."""

_LISTED = 4
"""More names than this between commas are a list, and not a name with its place."""

OR = " or "
"""What stands between several marks of one column, of which each cell is cut at the first."""

AND = " and "
"""What stands between two marks of one column, at both of which each cell is cut."""

_FORMS = frozenset(
    "inc incorporated ltd limited llc llp lp plc co corp corporation company pty pvt pte "
    "unlimited gmbh mbh ggmbh ag kg kgaa ohg gbr ug se eg ev ek sa sas sasu sarl srl spa sapa "
    "scarl scrl sprl snc scop sl slu sau sc scs sca sll nv bv cv vof bvba asbl vzw aisbl ivzw oy "
    "oyj ab aktiebolag hb as asa ans aps ivs ehf hf spzoo spolkazoo spolkaakcyjna zoo spk spj spp "
    "ska spolka kft zrt nyrt bt rt sro vos doo dd dno jsc pjsc ojsc cjsc ooo oao pao zao ou uab "
    "sia ad ead ood eood bhd sdnbhd kk gk lda ltda sgps eirl cia ltee jr sr tbk pcl".split()
)
"""Legal forms, without case, accents, points and spaces."""

_PLURALS = {
    "konsorcjanci",
    *"czlonkowie partnerzy uczestnicy sygnatariusze strony podmioty organizacje instytucje".split(),
    *"vertragsparteien parteien unterzeichnende firmatari membri soci enti parti".split(),
    *"partecipanti aderenti sottoscrittori beneficiari imprese aziende".split(),
    *"klastry projekty umowy firmy sieci mitglieder teilnehmer unterzeichner partnern".split(),
}
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")


@lru_cache(maxsize=10_000)
def is_legal_form(text: str) -> bool:
    """Whether a text is a legal form and no name.

    >>> is_legal_form("Inc."), is_legal_form("Sp. z o.o."), is_legal_form("Ltd. (UK)")
    (True, True, True)
    >>> is_legal_form("GmbH & Co. KG"), is_legal_form("Co-operative Bank")
    (True, False)
    """
    if len(text) > 40:
        return False
    bare = fold(_IN_BRACKETS.sub("", text.strip()))
    words = [re.sub(r"[\W_]", "", word) for word in bare.replace("/", " ").split()]
    words = [word for word in words if word]
    return bool(words) and ("".join(words) in _FORMS or _FORMS.issuperset(words))


def names_in(text: str, mark: str) -> list[str]:
    """The names in a cell, of which no legal form is cut off.

    Parameters
    ----------
    text : str
        The cell.
    mark : str
        What separates names; "" where a cell holds one.

    Returns
    -------
    list of str
        The names.

    Examples
    --------
    >>> names_in("Alpha Works, Inc., Beta, Sp. z o.o.", ",")
    ['Alpha Works, Inc.', 'Beta, Sp. z o.o.']
    >>> names_in("Alpha; Beta, Inc., Gamma", "; and ,")
    ['Alpha', 'Beta, Inc.', 'Gamma']
    >>> names_in("Smith Company, Inc. / Other SA / NV", " / ")
    ['Smith Company, Inc.', 'Other SA / NV']
    """
    if AND in mark:
        first, _, second = mark.partition(AND)
        return [name for part in names_in(text, first) for name in names_in(part, second)]
    mark = mark_in(text, mark) if OR in mark else mark
    if not mark or mark not in text:
        return [text.strip()] if text.strip() else []
    names: list[str] = []
    for part in text.split(mark):
        if names and mark != "|" and is_legal_form(part):
            names[-1] += mark + part.rstrip()
        elif part.strip():
            names.append(part.strip())
    return names


def mark_in(text: str, mark: str) -> str:
    """What separates names in a cell where a column has several marks: the first that it holds.

    >>> mark_in("Alpha Works, Beta", "; or ,"), mark_in("Alpha, Inc.; Beta", "; or ,")
    (',', ';')
    """
    marks = mark.split(AND if AND in mark else OR)
    return next((each for each in marks if each in text), marks[-1])


def names_several(header: str) -> bool:
    """Whether the name of a column is in the plural.

    >>> names_several("Parties"), names_several("Member of"), names_several("Company")
    (True, True, False)
    """
    words = plain(header).split()
    last = words[-1] if words else ""
    return (
        (last.endswith("s") and not last.endswith(("ss", "us")))
        or last == "of"
        or any(word in _PLURALS or _is_noun_in_plural(word) for word in words)
    )


def _is_noun_in_plural(word: str) -> bool:
    return word.endswith("s") and meaning(word)[1] == "name"


def separator_of(look: Look, *, several: bool | None = None) -> str:
    """What separates several names in the cells of a column; nothing when they hold one each.

    A comma or a slash counts only where that is clear, because names hold them too: in many cells
    of a column in the plural, or in most cells of a column in which names stand again and again.
    several: whether the column asks for several; by default its name says so by its plural.
    """
    several = names_several(look.name) if several is None else several
    cells = Counter(look.texts)
    for mark in _SURE:
        having = _cells_with(mark, cells)
        if having and having * 20 >= len(look.texts) and (mark != "\n" or several):
            return f"{mark}{OR}," if several and _lists_in_others(mark, cells) else mark
    found = [(mark, _cells_with(mark, cells)) for mark in _UNSURE]
    found = [(mark, having) for mark, having in found if _is_clear(mark, having, look, several)]
    mark = max(found, key=lambda each: each[1], default=("", 0))[0]
    return mark or (HYPHEN if joins_codes(look.texts) else "")


def _lists_in_others(mark: str, cells: Counter[str]) -> bool:
    """Whether some cells without a mark list names with commas, and one of them many."""
    others = [len(names_in(text, ",")) for text in cells if mark not in text]
    return mark == ";" and sum(count > 2 for count in others) > 1 and max(others) > _LISTED


def _cells_with(mark: str, cells: Counter[str]) -> int:
    return sum(count for text, count in cells.items() if len(names_in(text, mark)) > 1)


def _is_clear(mark: str, having: int, look: Look, several: bool) -> bool:
    total = len(look.texts)
    if not having or having * 5 < total:
        return False
    parts = [part for text in look.texts for part in names_in(text, mark)]
    if sum(len(part) < 2 for part in parts) * 10 > having:
        return False
    return several or (having * 2 >= total and _stand_again(parts))


def _stand_again(parts: Sequence[str]) -> bool:
    """Whether two fifths of the names stand more than once."""
    again = sum(count for count in Counter(parts).values() if count > 1)
    return again * 5 >= len(parts) * 2


def counted_separator(look: Look, others: Sequence[Look]) -> str:
    """What separates the names in a column of which another column counts them in every row.

    others: the other columns of the table.
    """
    for mark in _UNSURE:
        parts = [len(names_in(text, mark)) for text in look.texts]
        if len(parts) > 1 and max(parts) > 1:
            counts = [str(count) for count in parts]
            if any([text.removesuffix(".0") for text in o.texts] == counts for o in others):
                return mark
    return ""


def names_stand_again(look: Look, mark: str) -> bool:
    """Whether most cells that hold several names hold one that other cells hold too."""
    held = [names_in(text, mark) for text in {*look.texts}]
    counts = Counter(name for names in held for name in {*names})
    several = [names for names in held if len(names) > 1]
    return 2 * sum(any(counts[name] > 1 for name in names) for names in several) > len(several)


def is_unsure(mark: str) -> bool:
    """Whether names may hold what separates them."""
    return mark in _UNSURE or mark == HYPHEN


def doubt_of(look: Look, mark: str) -> Doubt | None:
    """What a person should look at in how the names in the cells of a column are separated.

    Parameters
    ----------
    look : Look
        The column.
    mark : str
        What is proposed; "" for nothing.

    Returns
    -------
    Doubt or None
        The doubt.
    """
    several = names_several(look.name)
    if OR in mark:
        first = mark.partition(OR)[0]
        if (both := _of_both(look, mark, first)) is not None:
            return both
        shown = next(text for text in look.texts if mark_in(text, mark) == ",")
        return Doubt(
            f"{look.name}: {_short(shown)!r} has no {first!r}, and is read as "
            f"{len(names_in(shown, mark))} names; if commas belong to names, write {first!r} alone",
            (_split("commas belong to names", look, first),),
        )
    if mark == "," and not _stand_again([part for t in look.texts for part in names_in(t, mark)]):
        shown = next(text for text in look.texts if len(names_in(text, mark)) > 1)
        return Doubt(
            f"{look.name}: {_short(shown)!r} is read as {len(names_in(shown, mark))} names; if "
            "commas belong to names, take the column out of split",
            (_split("commas belong to names", look, ""),),
        )
    if mark == HYPHEN:
        shown = next(text for text in look.texts if len(names_in(text, mark)) > 1)
        return Doubt(
            f"{look.name}: {_short(shown)!r} is read as {len(names_in(shown, mark))} names, since "
            "its parts stand elsewhere; if hyphens belong to names, take the column out of split",
            (_split("hyphens belong to names", look, ""),),
        )
    if AND not in mark and (both := _of_both(look, mark, mark)) is not None:
        return both
    parts = [part for text in look.texts for part in names_in(text, mark)]
    for other in (*_SURE, *_UNSURE, *("/" for _ in range(several))):
        again = other == "," and not mark and names_stand_again(look, other)
        if other == mark or (other in (",", "\n") and not (several or again)):
            continue
        having = [part for part in parts if len(names_in(part, other)) > 1]
        if having and len(having) * 50 >= len(parts):
            sign = repr(other.strip()) if other.strip() else "a line break"
            cure = f"write {mark!r} in its place in the file" if mark else "write it in split"
            also = "also " if mark else ""
            said = f"{look.name}: {_short(having[0])!r} is read as one name"
            offered = () if mark else (_split(f"{sign} separates names", look, other),)
            return Doubt(f"{said}; if {sign} {also}separates names, {cure}", offered)
    word, shown = ("", "") if mark else word_between(look.texts)
    if word:
        return Doubt(
            f"{look.name}: {_short(shown)!r} is read as one name, and other cells hold a part of "
            f"it; if {word.strip()!r} separates names, write {word!r} in split",
            (_split(f"{word.strip()!r} separates names", look, word),),
        )
    if not mark and (joined := joined_names(look.texts)):
        return Doubt(
            f"{look.name}: {_short(joined[0])!r} is read as one name, and other cells hold its "
            "parts; if hyphens separate names, write '-' in split",
            (_split("hyphens separate names", look, HYPHEN),),
        )
    return None


def _of_both(look: Look, mark: str, first: str) -> Doubt | None:
    """The doubt on a list with commas between two of the other marks of its cell."""
    if first not in (";", "|", "\n") or not names_several(look.name):
        return None
    for text in look.texts:
        parts = names_in(text, mark) if mark_in(text, mark) == first else []
        listed = [part for part in parts if len(names_in(part, ",")) > _LISTED]
        if listed and len(parts) > 1:
            both = f"{first}{AND},"
            return Doubt(
                f"{look.name}: {_short(listed[0])!r} is read as one name; if commas separate names "
                f'as {first!r} does, write "{both}" in split',
                (_split(f"{first!r} and commas both separate names", look, both),),
            )
    return None


def _split(said: str, look: Look, mark: str) -> Change:
    return Change(said, ((f"split {look.name}", mark),))


def _short(text: str, widest: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= widest else text[: widest - 1] + "…"
