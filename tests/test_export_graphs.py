"""The formats of graphs, read by other programs' readers, hold the network that was exported.

What is expected comes from `Network.graph`, which is tested against networkx elsewhere, and from
the network selected at a day.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import date

import networkx as nx
import pytest

from graphkit.export.networks import NETWORK_FORMATS, rendered
from graphkit.export.networks.graph import ALWAYS, GraphEdge, Spell
from graphkit.export.networks.graph_of import graph_of
from graphkit.model import LAYERS, Dataset, Fact, Node
from graphkit.model.visible_text import visible
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views.marks import MARKS
from tests.generated import generated
from tests.hostile_names import HOSTILE_NAMES
from tests.networks import dataset
from tests.outside_readers import OF_LABELS, READERS, WEB, Reader

SPELLED = "{http://gexf.net/1.3}"


@pytest.fixture(scope="module")
def sample() -> Network:
    return Network.of(read_sample())


def named(network: Network, mode: str) -> dict[str, str]:
    """The label of each node by its id."""
    return {node.id: node.label for node in graph_of(network, mode).nodes}


@pytest.mark.parametrize(("form", "reader"), READERS)
@pytest.mark.parametrize("mode", ["one", "two"])
def test_another_programs_reader_finds_the_network(
    sample: Network, form: str, reader: Reader, mode: str
) -> None:
    network = sample.select(weight="newman")
    expected = network.graph(two_mode=mode == "two")
    found = reader(rendered(network, form, mode=mode))
    assert {node: own["label"] for node, own in found.nodes(data=True)} == named(network, mode)
    assert set(found.nodes) == set(expected.nodes)
    assert {frozenset(pair) for pair in found.edges} == {frozenset(pair) for pair in expected.edges}
    if mode == "one":
        for one, other, weight in found.edges(data="weight"):
            assert weight == expected.edges[one, other]["weight"]


def shape(graph: nx.Graph) -> tuple[int, list[int], list[float]]:
    """How many nodes, their degrees, and the weights of edges: what needs no names."""
    weights = [round(weight, 12) for _, _, weight in graph.edges(data="weight", default=1.0)]
    return len(graph), sorted(dict(graph.degree).values()), sorted(weights)


@pytest.mark.parametrize(("form", "reader"), OF_LABELS)
@pytest.mark.parametrize("mode", ["one", "two"])
def test_a_reader_of_labels_finds_the_network(
    sample: Network, form: str, reader: Reader, mode: str
) -> None:
    if (form, mode) == ("ucinet", "two"):
        pytest.skip("igraph reads DL of one mode only")
    network = sample.select(weight="newman")
    expected = network.graph(two_mode=mode == "two")
    found = reader(rendered(network, form, mode=mode))
    assert shape(found) == shape(expected)
    if form != "ucinet":
        labels = set(dict(found.nodes(data="label")).values())
        assert labels == set(graph_of(network, mode).labels)


@pytest.mark.parametrize(("form", "reader"), OF_LABELS)
def test_a_name_is_only_a_label(form: str, reader: Reader) -> None:
    network = hostile().select(group_nodes="exclude")
    found = reader(rendered(network, form, mode="one"))
    assert shape(found)[:2] == shape(network.graph())[:2]
    if form != "ucinet":
        names = [
            name.replace('"', "'").replace("\\", "/") for name in graph_of(network, "one").labels
        ]
        assert set(dict(found.nodes(data="label")).values()) == set(names)


def test_a_project_of_pajek_has_the_kinds_and_says_what_classes_mean(sample: Network) -> None:
    written = str(rendered(sample, "pajek", mode="two"))
    part = written.partition("*Partition kind (")[2]
    named = dict(each.split(" ") for each in part.partition(")")[0].split(", ") if " " in each[:3]
                 and each.count(" ") == 1)  # fmt: skip
    numbers = part.splitlines()[2:][: len(graph_of(sample, "two").nodes)]
    kom = [node.id for node in graph_of(sample, "two").nodes].index("kom")
    assert named[numbers[kom]] == "Cluster"
    assert "*Vector degree\n*Vertices 62\n" in written
    # Only groups have a weight; 999999998 is what Pajek takes for a missing number.
    weights = written.partition("*Vector weight\n*Vertices 62\n")[2].splitlines()
    assert weights[:48] == ["999999998"] * 48
    assert weights[48:62] == ["1.0"] * 14


@pytest.mark.parametrize("form", [name for name, about in NETWORK_FORMATS.items() if about.modes])
def test_the_same_network_gives_the_same_bytes(form: str) -> None:
    waves = ["2010", "2014"] if form == "rsiena" else []
    mode = "two" if "two" in NETWORK_FORMATS[form].modes else "one"
    first, second = (
        rendered(Network.of(read_sample()), form, mode=mode, waves=waves) for _ in range(2)
    )
    assert first == second


def hostile() -> Network:
    """Organisations with the names that want to be something else, all in one project."""
    ids = [f"o{at}" for at in range(len(HOSTILE_NAMES))]
    made = dataset(" ".join(ids), took_part=[(each, "p", {"note": "x"}) for each in ids])
    nodes = [
        Node(node.label, node.id, {"name": HOSTILE_NAMES[int(node.id[1:])]}, node.kind)
        if node.label == "Organisation"
        else Node(node.label, node.id, {"name": "]]></graph> *Edges\n1 1"})
        for node in made.nodes
    ]
    facts = [
        Fact(each.relation, each.id, each.start, each.end, {"role": name, "status": "stated"})
        for each, name in zip(made.facts, HOSTILE_NAMES, strict=True)
    ]
    return Network.of(Dataset.of("hostile & <co>", nodes, facts))


@pytest.mark.parametrize(("form", "reader"), READERS)
def test_a_name_is_only_a_name(form: str, reader: Reader) -> None:
    network = hostile()
    found = reader(rendered(network, form, mode="two"))
    # JSON keeps every character; the others show those that a terminal obeys as escapes.
    exact = form in ("node-link", "cytoscape")
    expected = {f"o{at}": name if exact else visible(name) for at, name in enumerate(HOSTILE_NAMES)}
    labels = dict(found.nodes(data="label"))
    assert len(labels) == len(expected) + 1
    for key, name in expected.items():
        assert labels[key].strip() == name.strip(), key


def spells_of(content: str) -> list[list[tuple[str | None, str | None]]]:
    return [
        [(each.get("start"), each.get("end")) for each in edge.iter(f"{SPELLED}spell")]
        for edge in ET.fromstring(content).iter(f"{SPELLED}edge")
    ]


def is_there(spells: Sequence[Spell], day: date) -> bool:
    return any((start or day) <= day <= (end or day) for start, end in spells)


@pytest.mark.parametrize("mode", ["one", "two"])
def test_the_spells_of_a_day_give_the_network_at_that_day(mode: str) -> None:
    # Which whole a part counts as can differ from day to day.
    layers = ["collaboration", "declaration", "tie"]
    network = Network.of(generated()).select(layer=layers, parts="separate")
    graph = graph_of(network, mode)
    for day in (date(2004, 12, 31), date(2010, 5, 1), date(2014, 11, 7)):
        then = network.select(at=day.isoformat()).graph(two_mode=mode == "two")
        here = {
            frozenset((graph.nodes[edge.source].id, graph.nodes[edge.target].id))
            for edge in graph.edges
            # A program draws no edge of an organisation at a time when that is not there.
            if is_there(edge.spells, day)
            and is_there([graph.nodes[edge.source].spell], day)
            and (mode == "two" or is_there([graph.nodes[edge.target].spell], day))
        }
        assert here == {frozenset(pair) for pair in then.edges}, day


def edge_of(network: Network, mode: str = "two") -> GraphEdge:
    (edge,) = graph_of(network, mode).edges[:1]
    return edge


def test_an_unknown_date_stays_unknown() -> None:
    made = dataset("a b", took_part=[("a", "p"), ("b", "p", {"start": "2014", "end": ".."})])
    network = Network.of(made)
    first, second = graph_of(network, "two").edges
    assert first.spells == (ALWAYS,)
    assert not {"startDate", "endDate"} & first.values.keys()
    assert second.spells == ((date(2014, 1, 1), None),)
    assert (second.values["startDate"], second.values["endDate"]) == ("2014", "..")
    assert spells_of(str(rendered(network, "gexf", mode="two"))) == [[], [("2014-01-01", None)]]


def test_a_day_on_which_a_fact_was_seen_is_no_spell() -> None:
    made = dataset("a b", took_part=[("a", "p", {"observed": "2014-05-15"}), ("b", "p")])
    edge = edge_of(Network.of(made))
    assert (edge.spells, edge.values["observedDate"]) == ((ALWAYS,), "2014-05-15")


def test_two_who_were_never_there_together_are_tied_and_marked() -> None:
    made = dataset(
        "a b",
        took_part=[
            ("a", "p", {"start": "2010", "end": "2011"}),
            ("b", "p", {"start": "2013", "end": "2014"}),
        ],
    )
    edge = edge_of(Network.of(made), "one")
    assert (edge.spells, edge.values["neverTogether"]) == ((), True)
    assert graph_of(Network.of(made).select(overlap=True), "one").edges == ()


def test_a_fact_outside_a_lifetime_keeps_its_own_time_when_the_node_is_not_there() -> None:
    # By hand: a exists from 2014 on, and the fact is over by the end of 2012. On no day are both
    # there, so the timeline never shows the edge; the network without a date counts it.
    made = dataset(
        "a b",
        took_part=[("a", "p", {"start": "2010", "end": "2012"}), ("b", "p")],
        lives={"a": ("2014", None)},
    )
    network = Network.of(made)
    stated = ((date(2010, 1, 1), date(2012, 12, 31)),)
    edge = edge_of(network)
    assert (edge.spells, edge.values["outsideLifetime"]) == (stated, True)
    tie = edge_of(network, "one")
    assert (tie.spells, tie.values["neverTogether"]) == (stated, True)
    assert graph_of(network, "two").nodes[0].spell == (date(2014, 1, 1), None)
    assert network.select(at="2014-01-01").graph().number_of_edges() == 0


def test_facts_that_state_the_same_stand_side_by_side() -> None:
    made = dataset(
        "a b",
        members=[
            ("a", "b", {"role": "member", "start": "2010", "end": "2011"}),
            ("a", "b", {"start": "2013"}),
        ],
    )
    edges = {edge.source: edge for edge in graph_of(Network.of(made), "two").edges}
    assert edges[0].values["startDate"] in ("2010|2013", "2013|2010")
    at = str(edges[0].values["startDate"]).split("|").index("2010")
    assert str(edges[0].values["role"]).split("|")[at] == "member"
    assert edges[0].spells == ((date(2010, 1, 1), date(2011, 12, 31)), (date(2013, 1, 1), None))
    assert edges[1].values == {}  # the cluster is in its own group through its members


def test_a_tie_carries_what_is_shared_and_the_sources(sample: Network) -> None:
    graph = graph_of(sample, "one")
    place = {node.id: at for at, node in enumerate(graph.nodes)}
    ends = (place["bfkk"], place["chm"])
    edge = next(each for each in graph.edges if (each.source, each.target) == ends)
    # By hand: both spoke at the conference of 2014-11-07 (paragraphs 7 and 10 of the page).
    assert edge.values == {
        "groups": 1,
        "shared": "Konferencja partnerów strategicznych Klastra Obróbki Metali w Białymstoku",
        "layers": "collaboration",
        "sources": "Spotkanie partnerów strategicznych Klastra Obróbki Metali (p7)|"
        "Spotkanie partnerów strategicznych Klastra Obróbki Metali (p10)",
    }


def test_a_tie_to_a_cluster_cites_the_member_alone() -> None:
    made = dataset("a b c", members=[("a", "c", {"source": "s"}), ("b", "c", {"source": "t"})])
    cited = {
        (edge.source, edge.target): edge.values["sources"]
        for edge in graph_of(Network.of(made), "one").edges
    }
    assert cited == {(0, 1): "s (p1)|t (p1)", (0, 2): "s (p1)", (1, 2): "t (p1)"}


def test_colours_are_those_of_graphkits_pictures_and_positions_differ(sample: Network) -> None:
    found = nx.read_gexf(_stream(rendered(sample, "gexf")))
    kom = found.nodes["kom"]
    assert kom["viz"]["color"] == _rgb(MARKS["Cluster"].colour)
    places = {(own["viz"]["position"]["x"], own["viz"]["position"]["y"])
              for _, own in found.nodes(data=True)}  # fmt: skip
    assert len(places) == len(found)


def _stream(content: object):
    import io

    return io.StringIO(str(content))


def _rgb(colour: str) -> dict[str, float]:
    return {
        name: int(colour[at : at + 2], 16) for name, at in zip("rgb", (1, 3, 5), strict=True)
    } | {"a": 1.0}


def test_the_manifest_travels_along(sample: Network) -> None:
    network = sample.select(layer="membership")
    expected = json.loads(json.dumps(_manifest(network)))
    gexf = ET.fromstring(str(rendered(network, "gexf")))
    assert json.loads(gexf.findtext(f"{SPELLED}meta/{SPELLED}description") or "") == expected
    space = "{http://graphml.graphdrawing.org/xmlns}"
    graphml = ET.fromstring(str(rendered(network, "graphml")))
    assert json.loads(graphml.findtext(f"{space}graph/{space}desc") or "") == expected
    node_link = json.loads(str(rendered(network, "node-link")))
    assert json.loads(node_link["graph"]["manifest"]) == expected
    cytoscape = json.loads(str(rendered(network, "cytoscape")))
    assert json.loads(cytoscape["data"]["manifest"]) == expected
    assert (
        json.loads(str(rendered(network, "pajek")).splitlines()[0].removeprefix("% ")) == expected
    )


def _manifest(network: Network) -> dict[str, object]:
    from graphkit.network import Manifest

    return Manifest.of(network).content()


def test_a_type_of_node_is_a_layer_or_an_organisation(sample: Network) -> None:
    types = graph_of(sample, "two").types()
    # Answers of surveys tie nobody unless they are asked for.
    assert set(types) == {"organisation", *LAYERS} - {"rating"}
    assert types.count("organisation") == len(sample.two_mode.organisations)


def test_an_empty_network_is_written(sample: Network) -> None:
    nobody = sample.select(kind="Foundation", layer="tie", isolates="exclude")
    for form, reader in READERS:
        if reader.__name__ not in ("gexfpy", "graphology"):
            assert len(reader(rendered(nobody, form))) == 0


def test_the_reader_of_gephi_lite_is_in_no_bundle() -> None:
    notices = WEB.parent / "bundles" / "NOTICES.txt"
    assert "graphology " in notices.read_text("utf-8")
    assert "graphology-gexf" not in notices.read_text("utf-8")
