"""Other people's readers of the formats of graphs: each gives the graph that it finds in a file.

The graphs are networkx's, with the attribute `label` of nodes and `weight` of edges. Nodes are the
ids of the file or, in formats that have none, the labels.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import tempfile
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

ROOT = Path(__file__).parent.parent
WEB = ROOT / "graphkit" / "views" / "web"

Reader = Callable[[Any], nx.Graph]

_OLD = {
    "http://gexf.net/1.3/viz": "http://www.gexf.net/1.2draft",
    'xmlns="http://gexf.net/1.3"': 'xmlns="http://www.gexf.net/1.2draft"',
    'version="1.3"': 'version="1.2"',
    ' timerepresentation="interval"': "",
}
"""What gexfpy must not see: it knows version 1.2, and not that viz has a namespace of its own."""

_GRAPHOLOGY = """
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const require = createRequire(process.argv[1] + "/package.json");
const gexf = require("graphology-gexf");
const read = gexf.parse(require("graphology"), readFileSync(0, "utf8"));
console.log(JSON.stringify(read.export()));
"""


def graphml(content: str) -> nx.Graph:
    """As networkx reads it."""
    return nx.parse_graphml(content)


def gexf(content: str) -> nx.Graph:
    """As networkx reads it."""
    return nx.read_gexf(io.StringIO(content))


def gexfpy(content: str) -> nx.Graph:
    """As gexfpy reads it, which refuses every element and attribute that it does not know."""
    reader = pytest.importorskip("gexfpy")
    for new, old in _OLD.items():
        content = content.replace(new, old)
    held = reader.parse_string(content).graph
    graph = nx.Graph()
    for node in held.nodes[0].node:
        values = {each.for_value: each.value for each in node.attvalues[0].attvalue}
        graph.add_node(node.id, label=node.label, color=node.color[0], values=values)
    for edge in held.edges[0].edge:
        graph.add_edge(edge.source, edge.target, weight=edge.weight)
    return graph


def graphology(content: str) -> nx.Graph:
    """As graphology-gexf reads it, the reader of Gephi Lite."""
    if not (WEB / "node_modules" / "graphology-gexf").is_dir():
        pytest.skip("graphology-gexf is not installed (make vitest)")
    node = next(Path(ROOT / ".venv" / "bin").glob("node"), Path("node"))
    ran = subprocess.run(
        [node, "--input-type=module", "-e", _GRAPHOLOGY, WEB],
        input=content.encode(),
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    held = json.loads(ran.stdout)
    graph = nx.Graph()
    graph.add_nodes_from((each["key"], each["attributes"]) for each in held["nodes"])
    graph.add_edges_from(
        (each["source"], each["target"], each.get("attributes", {})) for each in held["edges"]
    )
    return graph


def node_link(content: str) -> nx.Graph:
    """As networkx reads it."""
    return nx.node_link_graph(json.loads(content), edges="links")


def cytoscape(content: str) -> nx.Graph:
    """As networkx reads it, by id."""
    found = nx.cytoscape_graph(json.loads(content))
    return nx.relabel_nodes(_labelled(found, "name"), dict(found.nodes(data="id")))


def pajek(content: str) -> nx.Graph:
    """As networkx reads it, which does not know the second number of two modes."""
    content = re.sub(r"^(\*Vertices \d+) \d+$", r"\1", content, flags=re.MULTILINE)
    return _by_label(nx.Graph(nx.parse_pajek(content)))


def igraph(content: str, kind: str) -> nx.Graph:
    """As igraph reads it, where it is installed (it is GPL, and in no extra but benchmark)."""
    reader = pytest.importorskip("igraph")
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder) / "network"
        path.write_text(content, encoding="utf-8")
        found = reader.Graph.Read(str(path), format=kind)
    graph = nx.Graph()
    graph.add_nodes_from((at, {"label": each["name"]}) for at, each in enumerate(found.vs))
    graph.add_edges_from(
        (each.source, each.target, {"weight": each["weight"]}) for each in found.es
    )
    return graph


def _labelled(graph: nx.Graph, name: str) -> nx.Graph:
    nx.set_node_attributes(graph, dict(graph.nodes(data=name)), "label")
    return graph


def _by_label(graph: nx.Graph) -> nx.Graph:
    nx.set_node_attributes(graph, {node: node for node in graph}, "label")
    return graph


READERS: list[tuple[str, Reader]] = [
    ("graphml", graphml),
    ("gexf", gexf),
    ("gexf", gexfpy),
    ("gexf", graphology),
    ("node-link", node_link),
    ("cytoscape", cytoscape),
]
"""The format and the reader; a format may have several."""

OF_LABELS: list[tuple[str, Reader]] = [
    ("pajek-net", pajek),
    ("pajek-net", partial(igraph, kind="pajek")),
    ("pajek", partial(igraph, kind="pajek")),
    ("ucinet", partial(igraph, kind="dl")),
]
"""The same for formats without ids. igraph breaks a label of DL at its spaces."""
