"""A metric of a ranking is one new file and one line; CONTRIBUTING.md says which."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.additions import Additions

CLUSTERING = '''\
"""How far the neighbours of an organisation are tied to each other."""

from __future__ import annotations

from graphkit.metrics.entry import ALIKE, Metric


def _clustering(graph, weight):
    import networkx as nx

    return nx.clustering(graph)


ENTRIES = (
    Metric(
        name="clustering",
        label={"en": "local clustering", "pl": "lokalne grupowanie"},
        on=("organisation",),
        meaning="the share of pairs of its neighbours that are tied",
        formula="2 t_i / (d_i (d_i - 1)), t_i ties between neighbours of i",
        normalisation="0 to 1: all of them tied",
        weight="ignored",
        weights=ALIKE,
        apart="0 for fewer than two neighbours",
        reference="Watts, D. J. and Strogatz, S. H. (1998). Nature 393, 440-442.",
        function="networkx.clustering",
        command="graphkit rank --by clustering",
        compute=_clustering,
        best="lowest",
    ),
)
'''

# By hand: c is tied to a, b and d, of which a and b are tied: 1 of 3 pairs.
SHOWN = """
import json
from graphkit import build_view, rank
from graphkit.network import Network
from graphkit.views.page.content import page_content
from tests.networks import dataset

network = Network.of(dataset("a b c d", ties=[("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")]))
ranking = rank(network, "clustering")
content = page_content(build_view(network, by="clustering", language="pl"))
print(json.dumps({
    "values": {
        node.id: value
        for node, value in zip(ranking.organisations, ranking.values["clustering"], strict=True)
    },
    "page": content["metrics"][-1],
    "by": content["by"],
    "nodes": {node["id"]: node["values"][-1] for node in content["nodes"]},
}))
"""


TOLD = """
import sys
from pathlib import Path
from tests.commands import graphkit

commands, docs = sys.argv[1:]
printed = [graphkit(*each.split(), cwd=Path.cwd()).stdout for each in commands.splitlines()]
sys.path.insert(0, docs)
import generate
print(json.dumps([*printed, generate.metrics()]))
"""

COMMANDS = """rank --help
metrics clustering
init tables --sample
load tables --store store
rank --by clustering --store store --format csv"""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What `SHOWN` and `TOLD` print on the changed package, a line each."""
    folder = tmp_path_factory.mktemp("metric")
    (folder / "tests").symlink_to(Path(__file__).parent)
    added = Additions(
        folder,
        files={"metrics/clustering.py": CLUSTERING},
        lines={"metrics/ranking_metrics.py": ('    "centrality",', '    "clustering",')},
    )
    docs = Path(__file__).parents[1] / "docs"
    return added.run("-c", SHOWN + TOLD, COMMANDS, str(docs)).splitlines()


def test_a_new_metric_ranks_and_is_in_the_menu_of_the_page(lines: list[str]) -> None:
    shown = json.loads(lines[0])
    assert shown["values"] == pytest.approx({"a": 1, "b": 1, "c": 1 / 3, "d": 0})
    assert shown["nodes"] == pytest.approx({"a": 1, "b": 1, "c": 1 / 3, "d": 0})
    assert shown["page"]["label"] == "Lokalne grupowanie"
    assert "lokalne grupowanie" in shown["page"]["size"]
    assert (shown["page"]["best"], shown["by"]) == ("lowest", "clustering")


def test_a_new_metric_is_in_the_commands_and_the_generated_documents(lines: list[str]) -> None:
    help_text, metric, _, _, rows, generated = json.loads(lines[1])
    assert "clustering   the share of pairs of its neighbours that are tied" in help_text
    assert "Watts" in metric
    first, *_ = csv.DictReader(rows.splitlines())
    assert first["clustering"] == "0"
    assert "## clustering\n" in generated
