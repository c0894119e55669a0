"""What to know before a result is quoted, in words."""

from __future__ import annotations

from graphkit.export.phrases import group_named
from graphkit.metrics.caution import Caution, LargeGroup, OneSource, SharedRank, WithoutFacts
from graphkit.metrics.counted_twice import CountedTwice


def caution_text(caution: Caution) -> str:
    """One sentence, with parameters in backticks."""
    match caution:
        case LargeGroup():
            return _large_group(caution)
        case SharedRank():
            return _shared_rank(caution)
        case WithoutFacts(number, of):
            count = "rank last" if caution.ranked else "count as isolates"
            return (
                f"{number} of {of} organisations ({number / of:.0%}) have no fact in this "
                f"selection; they {count} because nothing is known of their ties"
            )
        case OneSource():
            return _one_source(caution)
        case CountedTwice():
            return _counted_twice(caution)


def _large_group(caution: LargeGroup) -> str:
    share = caution.ties / caution.of
    text = (
        f"{caution.ties} of {caution.of} ties ({share:.0%}) are between the "
        f"{caution.organisations} organisations of one group ({group_named(caution.group)})"
    )
    if caution.places > 1:
        text += f", and these fill the first {caution.places} places"
    return text


def _shared_rank(caution: SharedRank) -> str:
    text = (
        f"{caution.by} does not tell {caution.organisations} organisations apart, which share "
        f"rank {caution.rank}; "
    )
    if caution.helps:
        shared = ", ".join(
            f"`{name}`{f' {value}' if value else ''} (at most {number} share a rank)"
            for name, value, number in caution.helps[:3]
        )
        return f"{text}what does: {shared}"
    if 2 * caution.alike > caution.organisations:
        where = "are in the same groups" if caution.tied else "have no ties"
        whom = "all" if caution.alike == caution.organisations else f"{caution.alike}"
        return f"{text}{whom} of them {where}, and only more facts can tell these apart"
    if caution.tried:
        return f"{text}no other metric, `weight` or `backbone` halves that; it takes more facts"
    return f"{text}their order here is that of their names"


def _one_source(caution: OneSource) -> str:
    share = caution.alone / caution.of
    text = (
        f"{caution.alone} of {caution.of} facts ({share:.0%}) are stated by one source alone: "
        f"{caution.title}"
    )
    return text if caution.title == caution.source else f"{text} ({caution.source})"


def _counted_twice(caution: CountedTwice) -> str:
    first, other = caution.first, caution.other
    text = (
        f"{first.name!r} (id {first.id}, rank {caution.rank}) is nearly certainly also "
        f"{other.name!r} (id {other.id}, rank {caution.other_rank})"
    )
    if caution.pairs > 1:
        text += f", one of {caution.pairs} such pairs that touch the first ten"
    return f"{text}; decide with `graphkit decide`"
