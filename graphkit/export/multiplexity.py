"""How layers go together, as tables and as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from graphkit.export.catalogue import meanings
from graphkit.export.parts import LAYERED, with_others
from graphkit.export.phrases import written
from graphkit.export.plain_text import as_text
from graphkit.export.table import Table
from graphkit.metrics import Multiplexity
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted

_RARE = 0.05
"""Up to this share of permutations a text says that two layers go together or keep apart."""

_NAMED = 10
"""How many pairs in several layers a text names; it counts the rest."""


def multiplexity_table(found: Multiplexity, first: str = "layers") -> Table:
    """One of the `TABLES` of the result, with the others and the meanings beside it."""
    return with_others(TABLES, found, first, meanings(["layer-correlation"]))


def _layers(found: Multiplexity) -> Table:
    numbers = ("ties_one", "ties_other", "both")
    values = ("jaccard", "correlation", "expected", "at_least", "at_most")
    return Table.of(
        ("one", "other", *numbers, *values),
        (
            (
                each.one,
                each.other,
                *(getattr(each, name) for name in (*numbers, *values)),
            )
            for each in found.layers
        ),
        title="layers",
        types={**dict.fromkeys(numbers, int), **dict.fromkeys(values, float)},
    )


def _shared(found: Multiplexity) -> Table:
    return Table.of(
        ("layers", "pairs"),
        enumerate(found.shared, 1),
        title="shared",
        types={"layers": int, "pairs": int},
    )


def _pairs(found: Multiplexity) -> Table:
    return Table.of(
        ("one", "one_name", "other", "other_name", "layers"),
        (
            (each.one.id, each.one.name, each.other.id, each.other.name, each.layers)
            for each in found.multiplex
        ),
        title="pairs",
        types={"layers": list},
    )


TABLES: Mapping[str, Callable[[Multiplexity], Table]] = dict(
    zip(LAYERED, (_layers, _shared, _pairs), strict=True)
)
"""The tables of the result, by name."""


def multiplexity_text(found: Multiplexity) -> str:
    """How layers go together, in sections, for reading."""
    return "\n".join(_sections(found))


def _sections(found: Multiplexity) -> Iterator[str]:
    ties = ", ".join(f"{layer} {number}" for layer, number in found.ties.items()) or "none"
    head = [
        f"{counted(found.organisations, 'organisation')} with ties; pairs tied by layer: {ties}"
    ]
    head += [
        f"   {counted(number, 'pair')} in {'one layer' if layers == 1 else f'{layers} layers'}"
        for layers, number in enumerate(found.shared, 1)
    ]
    yield written(head)
    if found.layers:
        yield as_text(_read(found)) + written(_notes(found))
    if found.multiplex:
        named = [
            f"   {each.one.name} - {each.other.name}: {', '.join(each.layers)}"
            for each in found.multiplex[:_NAMED]
        ]
        rest = len(found.multiplex) - _NAMED
        more = [f"   and {rest} more"] if rest > 0 else []
        yield written(["Pairs in several layers", *named, *more])


def _read(found: Multiplexity) -> Table:
    tested = ("as many or more", "as many or fewer") if found.draws else ()
    return Table.of(
        ("layers", "both", "by chance", "jaccard", "correlation", *tested),
        (
            (
                f"{each.one} - {each.other}",
                each.both,
                each.expected,
                each.jaccard,
                each.correlation,
                *((each.at_least, each.at_most) if found.draws else ()),
            )
            for each in found.layers
        ),
    )


def _notes(found: Multiplexity) -> Iterator[str]:
    if not found.draws:
        return
    yield (
        f"by chance: the organisations of one layer shuffled {found.draws} times (QAP, seed "
        f"{found.seed}); as many or more, as many or fewer: in what share of the shuffles the two "
        "layers have that number of pairs in common (p)"
    )
    told = 0
    for each in found.layers:
        if each.at_least <= _RARE:
            yield f"{each.one} and {each.other} go together (p {rounded(each.at_least)})"
        elif each.at_most <= _RARE:
            yield f"{each.one} and {each.other} keep apart (p {rounded(each.at_most)})"
        else:
            continue
        told += 1
    if told < len(found.layers):
        others = "no other two layers" if told else "no two layers"
        yield f"{others} have more or fewer pairs in common than by chance (p above {_RARE})"
