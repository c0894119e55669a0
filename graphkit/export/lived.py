"""Documents against answers, as tables and as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from graphkit.export.parts import LIVED, with_others
from graphkit.export.phrases import written
from graphkit.export.plain_text import as_text
from graphkit.export.table import Table
from graphkit.metrics.lived import BOTH as DECLARED_AND_LIVED
from graphkit.metrics.lived import DECLARED, DocumentsAndAnswers
from graphkit.metrics.lived import LIVED as LIVED_ONLY
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted

_NAMED = 10
_TITLES = {DECLARED: "Declared and not lived", LIVED_ONLY: "Lived and not declared"}


def lived_table(found: DocumentsAndAnswers, first: str = LIVED[0]) -> Table:
    """One of the tables of the result, with the others beside it."""
    return with_others(_TABLES, found, first, ())


def _pairs(found: DocumentsAndAnswers) -> Table:
    return Table.of(
        ("one", "one_name", "other", "other_name", "tied", "layers", "says", "other_says"),
        (
            (
                each.one.id,
                each.one.name,
                each.other.id,
                each.other.name,
                each.what,
                list(each.layers),
                each.says,
                each.other_says,
            )
            for each in found.pairs
        ),
        title="pairs",
        types={"layers": list, "says": float, "other_says": float},
    )


def _clusters(found: DocumentsAndAnswers) -> Table:
    return Table.of(
        ("id", "name", "members", "pairs", "lived", "not_lived", "unknown"),
        (
            (
                each.group.id,
                each.group.name,
                each.members,
                each.pairs,
                each.lived,
                each.pairs - each.lived,
                each.unknown,
            )
            for each in found.clusters
        ),
        title="clusters",
        types=dict.fromkeys(("members", "pairs", "lived", "not_lived", "unknown"), int),
    )


def _correlation(found: DocumentsAndAnswers) -> Table:
    each = found.correlation
    numbers = ("documents", "answers", "both")
    values = ("jaccard", "correlation", "expected", "at_least", "at_most")
    return Table.of(
        ("organisations", *numbers, *values),
        ()
        if each is None
        else (
            (
                found.answered,
                each.ties_one,
                each.ties_other,
                each.both,
                *(getattr(each, name) for name in values),
            ),
        ),
        title="correlation",
        types=dict.fromkeys(("organisations", *numbers), int) | dict.fromkeys(values, float),
    )


_TABLES: Mapping[str, Callable[[DocumentsAndAnswers], Table]] = dict(
    zip(LIVED, (_pairs, _clusters, _correlation), strict=True)
)


def lived_text(found: DocumentsAndAnswers) -> str:
    """What is declared and lived, in sections, for reading."""
    return "\n".join(_sections(found))


def _sections(found: DocumentsAndAnswers) -> Iterator[str]:
    yield written(
        [
            f"documents ({', '.join(found.layers)}) against answers; "
            f"{counted(found.answered, 'organisation')} answered",
            f"   declared and lived: {counted(found.count(DECLARED_AND_LIVED), 'pair')}",
            f"   declared and not lived: {counted(found.count(DECLARED), 'pair')}",
            f"   lived and not declared: {counted(found.count(LIVED_ONLY), 'pair')}",
            f"   declared, and neither answered: {counted(found.unknown, 'pair')}",
        ]
    )
    if (each := found.correlation) is not None:
        tested = (
            f" (p {rounded(each.at_least)}, {found.draws} shuffles, QAP, seed {found.seed})"
            if found.draws
            else ""
        )
        yield written(
            [
                f"among those that answered {counted(each.both, 'pair')} in both, by chance "
                f"{rounded(each.expected)}; correlation {rounded(each.correlation)}{tested}"
            ]
        )
    if found.clusters:
        yield as_text(_clusters(found))
    for what, title in _TITLES.items():
        pairs = [each for each in found.pairs if each.what == what]
        if pairs:
            named = [f"   {each.one.name} - {each.other.name}" for each in pairs[:_NAMED]]
            rest = [f"   and {len(pairs) - _NAMED} more"] if len(pairs) > _NAMED else []
            yield written([title, *named, *rest])
