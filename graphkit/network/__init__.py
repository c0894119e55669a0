"""From facts to a graph: the network, its selection by layer, kind and date, its two-mode form.

The words of a selection are plain data; the rest needs numpy and is loaded on first use.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from graphkit.network.selection import WORDS, Selection, Word

if TYPE_CHECKING:
    from graphkit.network.backbone import (
        Backbone,
        backbone_of,
        tied_by,
    )
    from graphkit.network.cited_facts import (
        Citation,
        Statement,
        citations,
    )
    from graphkit.network.counted_members import (
        ReportedMembers,
        reported_members,
    )
    from graphkit.network.evidence import (
        Explanation,
        Member,
        Reason,
        explain,
        members_by_group,
        members_by_pair,
        members_by_tie,
    )
    from graphkit.network.group_evidence import (
        GroupExplanation,
        explain_group,
        organisation_or_group,
    )
    from graphkit.network.hypothetical import (
        DropFact,
        DropSource,
        Merge,
    )
    from graphkit.network.in_force import (
        Standing,
    )
    from graphkit.network.manifest import (
        Manifest,
    )
    from graphkit.network.network import (
        Network,
    )
    from graphkit.network.summary import (
        Summary,
        summarise,
    )
    from graphkit.network.two_mode import (
        Group,
        TwoMode,
    )
    from graphkit.network.written_selection import (
        written_words,
    )

_HOME = {
    "Backbone": "backbone",
    "Citation": "cited_facts",
    "DropFact": "hypothetical",
    "DropSource": "hypothetical",
    "Explanation": "evidence",
    "Group": "two_mode",
    "GroupExplanation": "group_evidence",
    "Manifest": "manifest",
    "Member": "evidence",
    "Merge": "hypothetical",
    "Network": "network",
    "Reason": "evidence",
    "ReportedMembers": "counted_members",
    "Standing": "in_force",
    "Statement": "cited_facts",
    "Summary": "summary",
    "TwoMode": "two_mode",
    "backbone_of": "backbone",
    "citations": "cited_facts",
    "explain": "evidence",
    "explain_group": "group_evidence",
    "members_by_group": "evidence",
    "members_by_pair": "evidence",
    "members_by_tie": "evidence",
    "reported_members": "counted_members",
    "organisation_or_group": "group_evidence",
    "summarise": "summary",
    "tied_by": "backbone",
    "written_words": "written_selection",
}

__all__ = [
    "WORDS",
    "Backbone",
    "Citation",
    "DropFact",
    "DropSource",
    "Explanation",
    "Group",
    "GroupExplanation",
    "Manifest",
    "Member",
    "Merge",
    "Network",
    "Reason",
    "ReportedMembers",
    "Selection",
    "Standing",
    "Statement",
    "Summary",
    "TwoMode",
    "Word",
    "backbone_of",
    "citations",
    "explain",
    "explain_group",
    "members_by_group",
    "members_by_pair",
    "members_by_tie",
    "organisation_or_group",
    "reported_members",
    "summarise",
    "tied_by",
    "written_words",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"graphkit.network.{_HOME[name]}"), name)
