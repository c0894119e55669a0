"""Who is the same organisation: folded names, likely pairs, decisions that people make, and
identifiers that are equal.
"""

from __future__ import annotations

from graphkit.names.decisions import VERDICTS, Decision, revised
from graphkit.names.folding import Folded, folded
from graphkit.names.further_names import other_names
from graphkit.names.identities import Conflict, Identities
from graphkit.names.joining import identities_of, joined
from graphkit.names.new_names import NearName, near_names
from graphkit.names.pairs import LEAST, LikelyPair, likely_pairs, likely_partners
from graphkit.names.scoring import NEAR_CERTAIN
from graphkit.names.setting import Setting

__all__ = [
    "LEAST",
    "NEAR_CERTAIN",
    "VERDICTS",
    "Conflict",
    "Decision",
    "Folded",
    "Identities",
    "LikelyPair",
    "NearName",
    "Setting",
    "folded",
    "identities_of",
    "joined",
    "likely_pairs",
    "likely_partners",
    "near_names",
    "other_names",
    "revised",
]
