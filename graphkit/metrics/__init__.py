"""What is measured: the metric catalogue, and the functions that measure.

The metrics of a ranking are plain data; everything else needs numpy and is loaded when first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from graphkit.metrics.entry import Entry, Metric, TwoModeMetric
from graphkit.metrics.ranking_metrics import METRICS, TWO_MODE_METRICS

if TYPE_CHECKING:
    from graphkit.metrics.bands import Bands, rank_bands
    from graphkit.metrics.bands_of_sources import SourceBands, source_bands
    from graphkit.metrics.blockmodels import Blockmodel, blockmodel
    from graphkit.metrics.brokerage import ROLES, Brokers, brokers
    from graphkit.metrics.catalogue import CATALOGUE, in_catalogue
    from graphkit.metrics.caution import (
        Caution,
        LargeGroup,
        OneSource,
        SharedRank,
        WithoutFacts,
        cautions,
    )
    from graphkit.metrics.chains import Chains, shortest_chains
    from graphkit.metrics.chance import Expectation
    from graphkit.metrics.chance_of_brokerage import BrokersChance, brokers_chance
    from graphkit.metrics.chance_of_cohesion import CohesionChance, cohesion_chance
    from graphkit.metrics.chance_of_mixing import MixingChance, mixing_chance
    from graphkit.metrics.chance_of_ranking import RankingChance, ranking_chance
    from graphkit.metrics.common_acquaintances import Introduction, introductions
    from graphkit.metrics.communities import Partition, find_communities
    from graphkit.metrics.comparison import Comparison, compare
    from graphkit.metrics.core_and_periphery import CorePeriphery, core_periphery
    from graphkit.metrics.counted_twice import CountedTwice
    from graphkit.metrics.duplicates import (
        Duplicate,
        Duplicates,
        Reliance,
        find_duplicates,
        reliance,
    )
    from graphkit.metrics.ego import Ego, ego_network
    from graphkit.metrics.group_ranking import GroupRanking, rank_groups
    from graphkit.metrics.homophily import EIIndex, ei_index
    from graphkit.metrics.hypothetical import rank_under
    from graphkit.metrics.impact import Impact, impact_of
    from graphkit.metrics.key_player_sets import KeyPlayers, key_players
    from graphkit.metrics.lived import DocumentsAndAnswers, documents_and_answers
    from graphkit.metrics.mixing_matrix import Mixing, mixing
    from graphkit.metrics.network_measure import Measure
    from graphkit.metrics.nonresponse import RankingByAnswers, rank_by_answers
    from graphkit.metrics.null_model import null_draws
    from graphkit.metrics.organisation_categories import Categories, categories
    from graphkit.metrics.partition_agreement import Agreement, adjusted_rand_index
    from graphkit.metrics.ranking import Ranking, rank
    from graphkit.metrics.ratings import Ratings, ratings_of
    from graphkit.metrics.realisation import DeclaredAndRealised, declared_and_realised
    from graphkit.metrics.shared_layers import Multiplexity, multiplexity
    from graphkit.metrics.structural_equivalence import profile_correlations
    from graphkit.metrics.two_mode_structure import TwoModeMeasures, two_mode_measures
    from graphkit.metrics.unnamed_members import UnnamedMembers, rank_unnamed
    from graphkit.metrics.whole_network import Cohesion, cohesion

_HOME = {
    "Agreement": "partition_agreement",
    "Bands": "bands",
    "Blockmodel": "blockmodels",
    "Brokers": "brokerage",
    "BrokersChance": "chance_of_brokerage",
    "CATALOGUE": "catalogue",
    "Categories": "organisation_categories",
    "Caution": "caution",
    "Chains": "chains",
    "Cohesion": "whole_network",
    "CohesionChance": "chance_of_cohesion",
    "Comparison": "comparison",
    "CorePeriphery": "core_and_periphery",
    "CountedTwice": "counted_twice",
    "DeclaredAndRealised": "realisation",
    "DocumentsAndAnswers": "lived",
    "Duplicate": "duplicates",
    "Duplicates": "duplicates",
    "EIIndex": "homophily",
    "Ego": "ego",
    "Expectation": "chance",
    "GroupRanking": "group_ranking",
    "Impact": "impact",
    "Introduction": "common_acquaintances",
    "KeyPlayers": "key_player_sets",
    "LargeGroup": "caution",
    "Measure": "network_measure",
    "Mixing": "mixing_matrix",
    "MixingChance": "chance_of_mixing",
    "Multiplexity": "shared_layers",
    "OneSource": "caution",
    "Partition": "communities",
    "ROLES": "brokerage",
    "Ranking": "ranking",
    "RankingByAnswers": "nonresponse",
    "RankingChance": "chance_of_ranking",
    "Ratings": "ratings",
    "Reliance": "duplicates",
    "SharedRank": "caution",
    "SourceBands": "bands_of_sources",
    "TwoModeMeasures": "two_mode_structure",
    "UnnamedMembers": "unnamed_members",
    "WithoutFacts": "caution",
    "adjusted_rand_index": "partition_agreement",
    "blockmodel": "blockmodels",
    "brokers": "brokerage",
    "brokers_chance": "chance_of_brokerage",
    "categories": "organisation_categories",
    "cautions": "caution",
    "cohesion": "whole_network",
    "cohesion_chance": "chance_of_cohesion",
    "compare": "comparison",
    "core_periphery": "core_and_periphery",
    "declared_and_realised": "realisation",
    "documents_and_answers": "lived",
    "ego_network": "ego",
    "ei_index": "homophily",
    "find_communities": "communities",
    "find_duplicates": "duplicates",
    "impact_of": "impact",
    "in_catalogue": "catalogue",
    "introductions": "common_acquaintances",
    "key_players": "key_player_sets",
    "mixing": "mixing_matrix",
    "mixing_chance": "chance_of_mixing",
    "multiplexity": "shared_layers",
    "null_draws": "null_model",
    "profile_correlations": "structural_equivalence",
    "rank": "ranking",
    "rank_bands": "bands",
    "rank_by_answers": "nonresponse",
    "rank_groups": "group_ranking",
    "rank_under": "hypothetical",
    "rank_unnamed": "unnamed_members",
    "ranking_chance": "chance_of_ranking",
    "ratings_of": "ratings",
    "reliance": "duplicates",
    "shortest_chains": "chains",
    "source_bands": "bands_of_sources",
    "two_mode_measures": "two_mode_structure",
}

__all__ = [
    "CATALOGUE",
    "METRICS",
    "ROLES",
    "TWO_MODE_METRICS",
    "Agreement",
    "Bands",
    "Blockmodel",
    "Brokers",
    "BrokersChance",
    "Categories",
    "Caution",
    "Chains",
    "Cohesion",
    "CohesionChance",
    "Comparison",
    "CorePeriphery",
    "CountedTwice",
    "DeclaredAndRealised",
    "DocumentsAndAnswers",
    "Duplicate",
    "Duplicates",
    "EIIndex",
    "Ego",
    "Entry",
    "Expectation",
    "GroupRanking",
    "Impact",
    "Introduction",
    "KeyPlayers",
    "LargeGroup",
    "Measure",
    "Metric",
    "Mixing",
    "MixingChance",
    "Multiplexity",
    "OneSource",
    "Partition",
    "Ranking",
    "RankingByAnswers",
    "RankingChance",
    "Ratings",
    "Reliance",
    "SharedRank",
    "SourceBands",
    "TwoModeMeasures",
    "TwoModeMetric",
    "UnnamedMembers",
    "WithoutFacts",
    "adjusted_rand_index",
    "blockmodel",
    "brokers",
    "brokers_chance",
    "categories",
    "cautions",
    "cohesion",
    "cohesion_chance",
    "compare",
    "core_periphery",
    "declared_and_realised",
    "documents_and_answers",
    "ego_network",
    "ei_index",
    "find_communities",
    "find_duplicates",
    "impact_of",
    "in_catalogue",
    "introductions",
    "key_players",
    "mixing",
    "mixing_chance",
    "multiplexity",
    "null_draws",
    "profile_correlations",
    "rank",
    "rank_bands",
    "rank_by_answers",
    "rank_groups",
    "rank_under",
    "rank_unnamed",
    "ranking_chance",
    "ratings_of",
    "reliance",
    "shortest_chains",
    "source_bands",
    "two_mode_measures",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"graphkit.metrics.{_HOME[name]}"), name)
