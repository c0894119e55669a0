"""What a report computes from a network: each result once, when a part first asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graphkit.metrics import (
    METRICS,
    Bands,
    Brokers,
    Caution,
    Cohesion,
    Comparison,
    DeclaredAndRealised,
    DocumentsAndAnswers,
    Impact,
    Introduction,
    Partition,
    Ranking,
    RankingChance,
    Ratings,
    Reliance,
    SourceBands,
    UnnamedMembers,
    brokers,
    cautions,
    cohesion,
    compare,
    declared_and_realised,
    documents_and_answers,
    find_communities,
    impact_of,
    introductions,
    rank,
    rank_bands,
    rank_unnamed,
    ranking_chance,
    ratings_of,
    reliance,
    source_bands,
)
from graphkit.metrics.chance import DRAWS, Progress
from graphkit.metrics.unnamed_members import MOST
from graphkit.model import ASKED_FOR, LAYERS, Node, UsageError
from graphkit.network import (
    Explanation,
    Group,
    Member,
    Network,
    Selection,
    Summary,
    explain,
    members_by_group,
    reported_members,
    summarise,
    written_words,
)
from graphkit.network.rating_conditions import RatingCondition

if TYPE_CHECKING:
    from graphkit.views import View

FEWER_DRAWS = 50
"""The number of draws of a network that is too large for all of them."""

ENOUGH_DRAWS = 19
"""With fewer draws nothing is said about ranges."""

MOST_STEPS = 50_000_000
"""Organisations times ties up to which all draws are made."""

MOST_SOURCES = 60
"""The largest number of sources that are left out in turn."""

MOST_DEPARTURES = 5
"""Of how many key connectors it is said what would break without them."""

MOST_INTRODUCTIONS = 10

DOCUMENTS = tuple(layer for layer in LAYERS if layer not in ASKED_FOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What decides about a report, besides the network.

    Attributes
    ----------
    title : str
        Its title; "" for the usual one.
    author : str
        Who signs it; "" for nobody.
    language : {"en", "pl"}
        Its language.
    focus : str
        The id, name or alias of the one organisation it is about; "" for the whole network.
    compare : tuple of str
        The two selections to compare, each written `word=value[,word=value]`; empty for none.
    by : str
        The metric of `METRICS` that ranks the organisations.
    draws : int or None
        The number of draws behind ranges and chance; None for 200, or 50 in a large network.
    seed : int
        The seed of the draws.
    """

    title: str = ""
    author: str = ""
    language: str = "en"
    focus: str = ""
    compare: tuple[str, ...] = ()
    by: str = "betweenness"
    draws: int | None = None
    seed: int = 0


class Study:
    """The results that the parts of a report are written from.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    settings : Settings
        What decides about the report.
    progress : callable, optional
        Called with what is being done, how many are done, and of how many.
    """

    def __init__(self, network: Network, settings: Settings, progress: Progress | None = None):
        self.network = network
        self.settings = settings
        self._progress = progress

    @cached_property
    def draws(self) -> int:
        """The number of draws."""
        if self.settings.draws is not None:
            return self.settings.draws
        form = self.network.tied
        steps = len(form.organisations) * form.compressed.number_of_edges()
        return DRAWS if steps <= MOST_STEPS else FEWER_DRAWS

    @cached_property
    def focus(self) -> Node | None:
        """The organisation that the report is about; None for the whole network.

        Raises
        ------
        UsageError
            If there is none of that name, or the selection leaves it out.
        """
        if not self.settings.focus:
            return None
        node = self.network.node(self.settings.focus)
        self.network.position(node)
        return node

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The organisations that stand as nodes."""
        network = self.network
        return tuple(
            network.organisations[network.index[each]] for each in network.two_mode.organisations
        )

    @cached_property
    def has_ties(self) -> bool:
        """Whether any two organisations are tied."""
        return self.network.tied_organisations > 0

    @cached_property
    def summary(self) -> Summary:
        """The counts."""
        return summarise(self.network)

    @cached_property
    def ranking(self) -> Ranking:
        """The organisations by the metric of the settings, with their degree."""
        return rank(self.network, self.settings.by, ("degree",))

    @property
    def metric_label(self) -> str:
        """What the metric is called in the language of the report."""
        return METRICS[self.settings.by].label[self.settings.language]

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        """What to know before results are quoted."""
        return cautions(self.network, self.ranking)

    @cached_property
    def connecting(self) -> tuple[int, ...]:
        """The places in the ranking of those that have a value, for most metrics one above 0."""
        values = self.ranking.values[self.ranking.by]
        return tuple(place for place, value in enumerate(values) if value > 0)

    @cached_property
    def key_connectors(self) -> tuple[int, ...]:
        """The first places of those that connect others, at most ten; none shares its rank with an
        eleventh.
        """
        ranks, places = self.ranking.ranks, self.connecting
        first = places[:10]
        if len(places) > len(first):
            edge = ranks[places[10]]
            first = tuple(place for place in first if ranks[place] != edge) or first
        return first

    @cached_property
    def subjects(self) -> tuple[int, ...]:
        """The places of the ranking that the report explains: the one in focus, or the first."""
        if self.focus is None:
            return self.key_connectors
        names = [each.id for each in self.ranking.organisations]
        place = names.index(self.focus.id)
        return (place,) if self.ranking.values["degree"][place] else ()

    @cached_property
    def bands(self) -> Bands | None:
        """The ranges of ranks, and how often each is first; None with too few draws or no ties."""
        if self.draws < ENOUGH_DRAWS or not self.has_ties:
            return None
        how: dict[str, Any] = {"draws": self.draws, "seed": self.settings.seed}
        return rank_bands(self.network, self.ranking, top=1, **how, progress=self._progress)

    @cached_property
    def chance(self) -> RankingChance | None:
        """What chance gives; None where nothing can be drawn or the selection rules it out."""
        chosen = self.network.selection
        if not self.draws or not self.has_ties or chosen.overlap or chosen.backbone:
            return None
        how: dict[str, Any] = {"draws": self.draws, "seed": self.settings.seed}
        return ranking_chance(self.network, self.ranking, **how, progress=self._progress)

    @cached_property
    def without_sources(self) -> SourceBands | None:
        """The ranks without each source; None with no sources, or too many of them."""
        number = len(self.network.facts.stated_alone())
        if not 0 < number <= MOST_SOURCES:
            return None
        return source_bands(self.network, self.ranking, progress=self._progress)

    @cached_property
    def only_counted(self) -> int:
        """The number of members that sources count without naming them."""
        return sum(each.missing for each in reported_members(self.network))

    @cached_property
    def unnamed(self) -> UnnamedMembers | None:
        """The ranks with the members that sources only count; None with none, or too many."""
        if not 0 < self.only_counted <= MOST:
            return None
        return rank_unnamed(self.network, self.ranking, seed=self.settings.seed)

    @cached_property
    def reliance(self) -> Reliance:
        """How far the ranking rests on names that nobody has decided about."""
        return reliance(self.network, by=self.settings.by)

    @cached_property
    def brokers(self) -> Brokers:
        """The organisations by the pairs of other sectors that they connect."""
        return brokers(self.network, "sector", sort="liaison")

    @cached_property
    def partition(self) -> Partition:
        """The communities."""
        return find_communities(self.network, seed=self.settings.seed)

    @cached_property
    def cohesion(self) -> Cohesion:
        """The measures of the whole."""
        return cohesion(self.network, draws=0, seed=self.settings.seed)

    @cached_property
    def declared(self) -> DeclaredAndRealised:
        """What was declared and what is realised."""
        return declared_and_realised(self.network)

    @cached_property
    def answers(self) -> tuple[DocumentsAndAnswers, Ratings] | None:
        """Documents against answers, and what the answers to the question say; None without any.

        Where the selection names no question, any answer to the first one about contact counts, or
        else to the first of all.
        """
        asked = sorted(
            (node for node in self.network.nodes.values() if node.label == "Question"),
            key=lambda node: (node.properties.get("kind") != "frequency", node.id),
        )
        if not asked:
            return None
        chosen = self.network.selection
        layers = [*(chosen.layer or DOCUMENTS), "rating"]
        words: dict[str, Any] = {"component": None, "isolates": None, "backbone": None, "fdr": None}
        network = self.network.select(
            layer=list(dict.fromkeys(layers)), rating=list(chosen.rating) or asked[0].id, **words
        )
        question = RatingCondition.parse(network.selection.rating[0]).question
        seed = self.settings.seed
        compared = documents_and_answers(network, draws=self.draws, seed=seed)
        return compared, ratings_of(network, question, draws=0, seed=seed)

    @cached_property
    def departures(self) -> Sequence[Impact]:
        """What would break without each key connector, or without the one in focus."""
        leaving = (
            [self.focus]
            if self.focus is not None
            else [self.ranking.organisations[each] for each in self.key_connectors]
        )
        return [
            impact_of(self.network, [each], self.settings.by) for each in leaving[:MOST_DEPARTURES]
        ]

    @cached_property
    def comparison(self) -> Comparison | None:
        """What differs between two selections; None where none are compared.

        Raises
        ------
        UsageError
            If a selection cannot be read, or one of them ties nobody.
        """
        sides = self.settings.compare
        if not sides:
            return None
        if len(sides) != 2:
            raise UsageError("`compare`: give two selections, such as at=2011 and at=2014")
        one, other = (self.network.select(**written_words(text)) for text in sides)
        draws = 0 if self.draws == 0 else FEWER_DRAWS
        return compare(one, other, metric=self.settings.by, draws=draws, seed=self.settings.seed)

    @cached_property
    def introductions(self) -> tuple[Introduction, ...]:
        """Whom to introduce to whom."""
        return introductions(self.network, self.focus, most=MOST_INTRODUCTIONS)

    @cached_property
    def members(self) -> Mapping[Group, tuple[Member, ...]]:
        """Who is in each group."""
        return members_by_group(self.network)

    def explained(self, node: Node) -> Explanation:
        """Return the facts behind an organisation's position."""
        return explain(self.network, node)

    @cached_property
    def view(self) -> View:
        """The picture of the network, or of the surroundings of the one in focus."""
        from graphkit.views import around, build_view

        excerpt = None if self.focus is None else around(self.network, self.focus)
        return build_view(
            self.network,
            by=self.settings.by,
            language=self.settings.language,
            excerpt=excerpt,
        )

    @property
    def selection(self) -> Selection:
        """What was selected."""
        return self.network.selection
