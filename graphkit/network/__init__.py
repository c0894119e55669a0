"""From facts to a graph: the network, its selection by layer, kind and date, its two-mode form."""

from graphkit.network.backbone import Backbone, backbone, tied_by
from graphkit.network.evidence import (
    Citation,
    Explanation,
    Member,
    Reason,
    Statement,
    citations,
    explain,
    members_by_group,
    members_by_pair,
)
from graphkit.network.in_force import Standing
from graphkit.network.network import Network
from graphkit.network.selection import Selection
from graphkit.network.summary import Summary, summarise
from graphkit.network.two_mode import Group, TwoMode

__all__ = [
    "Backbone",
    "Citation",
    "Explanation",
    "Group",
    "Member",
    "Network",
    "Reason",
    "Selection",
    "Standing",
    "Statement",
    "Summary",
    "TwoMode",
    "backbone",
    "citations",
    "explain",
    "members_by_group",
    "members_by_pair",
    "summarise",
    "tied_by",
]
