"""Who is the same organisation: folded names, likely pairs, decisions that people make, and
identifiers that are equal.
"""

from __future__ import annotations

from graphkit.names.decisions import VERDICTS, Decision, revised
from graphkit.names.folding import Folded, folded
from graphkit.names.identities import Conflict, Identities
from graphkit.names.joining import identities_of, joined
from graphkit.names.pairs import LikelyPair, likely_pairs
from graphkit.names.setting import Setting

__all__ = [
    "VERDICTS",
    "Conflict",
    "Decision",
    "Folded",
    "Identities",
    "LikelyPair",
    "Setting",
    "folded",
    "identities_of",
    "joined",
    "likely_pairs",
    "revised",
]
