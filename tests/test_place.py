"""`place`: organisations in a place and in whatever is part of it.

Expected answers are by hand: a country of two regions, each with a town, as below.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.model import UsageError
from graphkit.network import Manifest, Network
from graphkit.sources import read
from graphkit.views import build_view
from graphkit.views.translation import selection_words, words
from tests.commands import graphkit
from tests.sources_tables import write

TABLES = {
    "places": (
        "id,name,part_of\n"
        "land,Land,\nnorth,Województwo północne,land\nsouth,South,land\n"
        "mill,Mill Town,north\nport,Port,south\nport2,Port,north\n"
    ),
    # a in a town of the north, b in the north, c in the south, d in the country, e nowhere, f in
    # both regions, g a part of a without a place, h a part of c in the north.
    "organisations": (
        "id,name,kind,part_of,place\n"
        "a,A,Company,,mill\nb,B,University,,north\nc,C,Company,,port\nd,D,Company,,land\n"
        "e,E,Company,,\nf,F,Company,,mill\ng,G,Faculty,a,\nh,H,Faculty,c,mill\n"
    ),
    "relations": "from,kind,to,start,end\nf,located in,south,2010,2012\n",
    "declarations": "id,title\nx,X\n",
    "signatories": "declaration,organisation\nx,a\nx,b\nx,c\nx,e\n",
}


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Network:
    return Network.of(read(write(tmp_path_factory.mktemp("tables"), TABLES), dataset="test"))


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ({"place": "mill"}, "af"),
        ({"place": "Mill town"}, "af"),
        ({"place": "north"}, "abf"),
        ({"place": "wojewodztwo  polnocne"}, "abf"),
        ({"place": "south"}, "cf"),
        ({"place": "port"}, "c"),
        ({"place": "land"}, "abcdf"),
        ({"place": ["mill", "port"]}, "acf"),
        ({"place": "north", "kind": "University"}, "b"),
        # h is a part of c, which is in the south, so it counts there; apart it is where it says.
        ({"place": "north", "parts": "separate"}, "abfh"),
        ({"place": "south", "at": "2011"}, "cf"),
        ({"place": "south", "at": "2015"}, "c"),
        # Without dates it is unknown whether they were there then.
        ({"place": "south", "at": "2011", "unknown": "exclude"}, "f"),
    ],
)
def test_what_lies_in_a_place_is_kept(network: Network, selected, expected: str) -> None:
    assert "".join(network.select(**selected).two_mode.organisations) == expected


def test_those_of_unknown_place_are_counted_apart(network: Network) -> None:
    counts = network.select(place="mill").counts()
    # c is elsewhere; b and d are in what Mill Town is part of, and nothing is stated of e.
    assert (counts["elsewhere"], counts["unplaced"]) == (1, 3)
    counts = network.select(place="north", kind="Company").counts()
    assert (counts["unchosen"], counts["elsewhere"], counts["unplaced"]) == (1, 1, 2)


def test_a_group_keeps_the_size_that_it_had(network: Network) -> None:
    kept = network.select(place="north", weight="newman")
    # Newman's weight with k = 4, although two signatories stand: 1 / (4 - 1).
    assert kept.graph().edges["a", "b"]["weight"] == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Mil Town", r"`place`: no place is called 'Mil Town'; did you mean mill \(Mill Town\)\?"),
        ("Polnocna", r"did you mean north \(Województwo północne\)\?"),
        ("Xyz", "there are Land, Mill Town, Port, Port, South, Województwo północne"),
        ("Port", r"matches several places: port \(Port\), port2 \(Port\); use an id"),
        (" ", "`place` is empty"),
    ],
)
def test_an_unknown_place_is_refused_with_near_names(network: Network, asked, said) -> None:
    with pytest.raises(UsageError, match=said):
        network.select(place=asked)


def test_a_network_without_places_says_so() -> None:
    from tests.networks import dataset

    with pytest.raises(UsageError, match="no places are stated; leave it out"):
        Network.of(dataset("a")).select(place="x")


def test_a_ring_of_places_is_one_place(tmp_path: Path) -> None:
    from dataclasses import replace

    from graphkit.model import Dataset, Fact

    tables = {
        "places": "id,name,part_of\nx,X,\ny,Y,x\n",
        "organisations": "id,name,kind,place\na,A,Company,x\nb,B,Company,y\n",
    }
    plain = read(write(tmp_path, tables), dataset="test")
    ring = Fact("PART_OF", "ring", ("Place", "x"), ("Place", "y"), {})
    looped = Network.of(Dataset.of("test", plain.nodes, [*plain.facts, replace(ring)]))
    assert looped.select(place="x").two_mode.organisations == ("a", "b")
    assert looped.select(place="y").two_mode.organisations == ("a", "b")


def test_it_is_named_where_the_selection_is_stated(network: Network) -> None:
    chosen = network.select(place=["mill", "port", "wojewodztwo polnocne"])
    # By name, and by id where two places share the name.
    assert str(chosen.selection) == "place Mill Town|Województwo północne|port"
    assert network.where(chosen.selection).selection == chosen.selection
    assert Manifest.of(chosen).content()["selection"]["place"] == [*chosen.selection.place]
    view = build_view(network.select(place="north"))
    said = selection_words(view.provenance.selection, words("en"))
    assert said == "places: Województwo północne"
    assert "miejsca" in selection_words(view.provenance.selection, words("pl"))
    assert view.provenance.counts["elsewhere"] == 1


def test_the_word_that_leaves_an_organisation_out_is_named(network: Network) -> None:
    with pytest.raises(UsageError, match="leaves out C; check `place`"):
        network.select(place="north").node("c")


def test_commands_take_it(tmp_path: Path) -> None:
    write(tmp_path / "data", TABLES)
    assert graphkit("load", "data", cwd=tmp_path).returncode == 0
    ran = graphkit("rank", "--place", "north", "--format", "csv", cwd=tmp_path)
    assert sorted(line.split(",")[1] for line in ran.stdout.splitlines()[1:]) == ["a", "b", "f"]
    assert "1 is not in --place, 2 are unknown for --place" in ran.stderr
    assert "; place Województwo północne" in ran.stderr
    ran = graphkit("rank", "--place", "nowhere", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("graphkit: --place: no place is called 'nowhere'; there are Land,")
