"""`--engine` and what belongs to it: what computes, within which limits, and from which pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from graphkit.cli.manifest import note_pairs, note_settings
from graphkit.cli.options import Output, gathered
from graphkit.engines import ENGINES, Limits, engine_named
from graphkit.engines.engine import FEWEST_PIVOTS, PIVOTS, SETTING, Task, require_able
from graphkit.metrics.ranking_metrics import METRICS
from graphkit.model import UsageError
from graphkit.network import Selection

if TYPE_CHECKING:
    from graphkit.metrics import Ranking
    from graphkit.network import Network


@dataclass(frozen=True, slots=True)
class Computing:
    """What computes, and within which limits."""

    engine: str | None
    limits: Limits

    @classmethod
    def of(
        cls,
        engine: str | None,
        memory: str | None = None,
        spill: str | None = None,
        pivots: int | None = None,
        master: str | None = None,
    ) -> Computing:
        """From the options; UsageError for a limit of an engine that has none."""
        given = {"memory": memory, "spill": spill, "pivots": pivots, "master": master}
        limits: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        name = engine_named(engine).name
        if master is not None and name != "spark":
            raise UsageError(f"--master means nothing to the engine {name}; add --engine spark")
        if limits and name in ("gds", "local"):
            raise UsageError(
                f"--{next(iter(limits))} means nothing to the engine {name}; add --engine duckdb"
            )
        return cls(engine, Limits(**limits))

    @property
    def is_local(self) -> bool:
        """Whether this process computes."""
        return engine_named(self.engine).name == "local"

    @property
    def is_by_default(self) -> bool:
        """Whether GRAPHKIT_ENGINE, or nothing, says what computes."""
        stated = click.get_current_context().get_parameter_source("engine")
        return stated is not ParameterSource.COMMANDLINE and self.limits == Limits()

    @property
    def given(self) -> dict[str, Any]:
        """What functions of engines take."""
        return {"engine": self.engine, "limits": self.limits}

    def seeded(self, seed: int | None) -> Computing:
        """With the seed of the draw of pivots."""
        return self if seed is None else replace(self, limits=replace(self.limits, seed=seed))

    def require_able(self, task: Task) -> None:
        """Refuse a task that the engine does not do, before a store is read."""
        require_able(engine_named(self.engine), task)

    def require_local(self, **asked: object) -> None:
        """Refuse an option, by its name without dashes, that only this process can do."""
        for name, value in asked.items():
            if value and not self.is_local:
                raise UsageError(
                    f"--{name.replace('_', '-')} works only with the engine local; leave it out, "
                    "or choose --engine local"
                )


engine_option = click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    envvar=SETTING,
    show_envvar=True,
    help="What computes. See docs/scale.md.  [default: local]",
)
"""`--engine` alone, for commands that an engine does or does not do."""

_ENGINE = (
    engine_option,
    click.option(
        "--memory",
        metavar="SIZE",
        help="For duckdb: memory that its tables may take, such as 2GB (else 80% of all). For "
        "spark: that of the local session, or of each executor (else 1GB).",
    ),
    click.option(
        "--spill",
        metavar="FOLDER",
        help="For duckdb and spark: where they write what does not fit.  [default: a temporary "
        "folder]",
    ),
    click.option(
        "--master",
        metavar="ADDRESS",
        help="For spark: the address of its master, or of a Spark Connect server.  [default: "
        "this machine]",
    ),
)
_SAMPLING = click.option(
    "--pivots",
    type=click.IntRange(min=FEWEST_PIVOTS),
    metavar="N",
    help="For closeness and harmonic with duckdb or spark: from how many organisations of each "
    f"component they are estimated. Smaller components are exact.  [default: {PIVOTS}]",
)

_NAMES = ("engine", "memory", "spill", "master")

engine_options = gathered("computing", Computing.of, _NAMES, _ENGINE)
"""`--engine` and its limits: the command takes a `Computing`."""

sampling_options = gathered("computing", Computing.of, (*_NAMES, "pivots"), (*_ENGINE, _SAMPLING))
"""The same with `--pivots`, for commands that estimate."""

pairs_option = click.option(
    "--pairs",
    metavar="FOLDER",
    help="Use the pairs that `graphkit export --format parquet` wrote, without a store.",
)
"""`--pairs`, instead of a store and a selection."""


write_back_option = click.option(
    "--write-back",
    metavar="PROPERTY",
    help="With --engine gds: also write the result to this property of organisations in the "
    "server's database.",
)
"""`--write-back`, for results that are a value of each organisation."""


def require_free(write_back: str | None, computing: Computing) -> None:
    """Refuse `--write-back` before anything is computed, where it cannot be done."""
    if write_back is None:
        return
    name = _name(computing)
    if name != "gds":
        raise UsageError(f"--write-back means nothing to the engine {name}; add --engine gds")
    from graphkit.engines.gds.write_back import require_free

    require_free(write_back)


def written_back(write_back: str | None, what: str, values: Mapping[str, float]) -> None:
    """Write values where `--write-back` says, and how they are removed again."""
    if write_back is None:
        return
    from graphkit.cli.output import say
    from graphkit.engines.gds.write_back import removal
    from graphkit.engines.gds.write_back import write_back as write
    from graphkit.model.wording import counted

    many = counted(write(write_back, values), "organisation")
    say(f"{what} of {many} written to {write_back}; to remove it: {removal(write_back)}")


def default_metrics(computing: Computing) -> tuple[str, ...]:
    """The metrics of ties that an engine computes exactly."""
    offers = engine_named(computing.engine).offers
    return tuple(name for name in METRICS if name in offers and not offers[name].error)


def begin_with_pairs(folder: str, computing: Computing, selection: Selection) -> None:
    """Refuse to select anything of exported pairs, and print advice as `advise` does."""
    if selection != Selection():
        raise UsageError(
            f"--pairs: these were selected when they were exported, so {selection} means nothing; "
            "leave it out, or export again"
        )
    if computing.is_local:
        from graphkit.engines.advice import advice_on_pairs
        from graphkit.engines.pairs import pairs_in

        _say_advice(advice_on_pairs(pairs_in(folder)))


def advise(network: Network, computing: Computing) -> None:
    """Print advice where another engine would do better; note for the manifest which one works."""
    from graphkit.engines.advice import advice_on

    if not computing.is_local:
        note_settings(engine=_name(computing))
    else:
        _say_advice(advice_on(network.tied))


def _say_advice(text: str) -> None:
    from graphkit.cli.flags import in_flags, options_of
    from graphkit.cli.output import say

    if text:
        say(in_flags(text, options_of(click.get_current_context().command)))


def note_computed(folder: str, computing: Computing, output: Output) -> None:
    """Keep for the manifest which pairs were used, and which engine."""
    note_pairs(folder, wanted=output.is_workbook)
    note_settings(engine=_name(computing))


def rank_in_pairs(
    folder: str,
    by: str | None,
    metrics: tuple[str, ...],
    top: int | None,
    computing: Computing,
    selection: Selection,
    output: Output,
) -> None:
    """Rank exported pairs and print the ranking."""
    from graphkit.cli.output import emit, for_reading, say
    from graphkit.engines import rank_pairs
    from graphkit.export.ranked_pairs import ranked_pairs_table
    from graphkit.model.wording import counted

    begin_with_pairs(folder, computing, selection)
    beside = ("degree",) if for_reading(output) else default_metrics(computing)
    ranking = rank_pairs(
        folder,
        by or ("betweenness" if computing.is_local else "pagerank"),
        metrics or beside,
        top=top,
        **computing.given,
    )
    note_computed(folder, computing, output)
    note_settings(by=ranking.by, metrics=sorted(ranking.values))
    emit(ranked_pairs_table(ranking), output)
    say_estimated(ranking.errors, ranking.remarks)
    say(f"{counted(ranking.of, 'organisation')} ranked from {folder}")


def say_estimated(errors: Any, remarks: Any) -> None:
    """Print which values are missing, and which were estimated."""
    from graphkit.cli.output import say

    for name, reason in remarks.items():
        say(f"{name} has no value: {reason}")
    for name, error in errors.items():
        say(f"{name} is {error}")


def ranked(
    network: Network, by: str | None, metrics: tuple[str, ...], computing: Computing
) -> Ranking:
    """The ranking, by the engine that was asked for; advice first where another would do better."""
    import graphkit.engines

    advise(network, computing)
    return graphkit.engines.rank(
        network,
        by or "betweenness",
        metrics,
        **computing.given,
    )


def _name(computing: Computing) -> str:
    return engine_named(computing.engine).name


def say_cautions_by(computing: Computing, network: Network, ranking: Ranking | None = None) -> None:
    """Print what to know of a result, unless that takes ties which memory does not hold."""
    from graphkit.cli.output import say, say_cautions
    from graphkit.engines.advice import advice_on

    if computing.is_local or not advice_on(network.tied):
        say_cautions(network, ranking)
    else:
        say("cautions are left out: they need all ties in memory")
