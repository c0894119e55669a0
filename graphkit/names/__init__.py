"""Who is the same organisation: decisions that people make, and identifiers that are equal."""

from __future__ import annotations

from graphkit.names.decisions import VERDICTS, Decision, revised
from graphkit.names.identities import Conflict, Identities
from graphkit.names.joining import identities_of, joined

__all__ = [
    "VERDICTS",
    "Conflict",
    "Decision",
    "Identities",
    "identities_of",
    "joined",
    "revised",
]
