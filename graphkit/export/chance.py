"""What chance gives, as columns of tables and in words."""

from __future__ import annotations

from graphkit.metrics.chance import FEWEST, Expectation
from graphkit.metrics.null_model import FIXED
from graphkit.model.rounded import rounded
from graphkit.model.wording import counted

CHANCE = ("expected", "chance_5", "chance_95", "z", "share", "finding")
"""The columns that compare a number with chance."""

CHANCE_TYPES: dict[str, type] = dict.fromkeys(CHANCE[:-1], float)


def chance_cells(found: Expectation | None, place: int) -> tuple[object, ...]:
    """The cells of `CHANCE` for one number; empty where it is not compared."""
    if found is None:
        return (None,) * len(CHANCE)
    return (
        found.expected[place],
        found.low[place],
        found.high[place],
        found.z[place],
        found.share[place],
        found.finding(place) or None,
    )


def chance_words(found: Expectation, place: int) -> str:
    """What chance gives and whether the number is a finding; "" where nothing can vary."""
    if not found.varies(place):
        return ""
    low, high = rounded(found.low[place]), rounded(found.high[place])
    text = f"{rounded(found.expected[place])} expected ({low} to {high})"
    return f"{text}: {finding}" if (finding := found.finding(place)) else text


def about_draws(draws: int, seed: int) -> str:
    """What was drawn, and what is not a finding."""
    text = (
        f"chance: {counted(draws, 'network')} with {FIXED}, drawn at random (seed {seed}); a "
        "number between their 5% and 95% quantiles is not a finding"
    )
    return text if draws >= FEWEST else f"{text}, nor is any other with fewer than {FEWEST} draws"


def about_sources(sources: int | None, organisations: int) -> str:
    """That betweenness was estimated; "" where it was exact."""
    if sources is None:
        return ""
    return (
        f"betweenness of the draws is estimated from paths that start at {sources} of the "
        f"{organisations} organisations, drawn at random for each: the expectation is right, the "
        "range a little wide"
    )


def about_time(draws: int, seconds: float) -> str:
    """How long the draws will take, before they are made."""
    minutes = round(seconds / 60)
    return f"{draws} draws will take about {minutes} minutes; fewer draws take less"


def lines(*texts: str) -> str:
    """The texts that say something, a line each."""
    return "\n".join(text for text in texts if text)
