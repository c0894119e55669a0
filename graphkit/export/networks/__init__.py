"""Handing a network on to the programs in which people work: one module per format.

`formats` lists them; `graph` is the network as nodes and edges, which the formats of graphs share.
"""

from graphkit.export.networks.formats import (
    NETWORK_FORMATS,
    Export,
    NetworkFormat,
    export_network,
    export_of,
    format_meant,
    rendered,
    write_export,
)

__all__ = [
    "NETWORK_FORMATS",
    "Export",
    "NetworkFormat",
    "export_network",
    "export_of",
    "format_meant",
    "rendered",
    "write_export",
]
