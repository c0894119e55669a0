"""The look at graphs that are known and do not say what their nodes are.

What each way of reading states was worked out by hand. All of it costs about a second of CPU.
"""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from graphkit.cli.mapping_dialogue import look_over
from graphkit.model import InvalidData, UsageError
from graphkit.sources import read_files
from graphkit.sources.files_read import FilesRead
from tests.import_statements import statements

CLUBS = '*Vertices 3 2\n1 "Acme"\n2 "Best"\n3 "Forum"\n*Edges\n1 3\n2 3\n'
BOARD = """graph [
  node [ id 1 label "Acme" type "Company" ]
  node [ id 2 label "Best" type "Company" ]
  node [ id 3 label "Anna Nowak" type "Person" ]
  edge [ source 1 target 3 ]
  edge [ source 2 target 3 ]
]
"""
NAMES = "Acme Best Cool Dale Edge Fund".split()
_PAIRS = [(at, 10 + at % 3) for at in range(6)] + [(at, 10 + (at + 1) % 3) for at in range(6)]
MODES = (
    "graph [\n"
    + "".join(f'  node [ id {at} label "{name} Works" ]\n' for at, name in enumerate(NAMES))
    + "".join(f'  node [ id {at} label "Pact {at}" ]\n' for at in (10, 11, 12))
    + "".join(f"  edge [ source {a} target {b} ]\n" for a, b in _PAIRS)
    + "]\n"
)
WAYS = {
    "two modes of Pajek, as they are taken": ("clubs.net", CLUBS, [""], ["Acme : Forum"]),
    "the other way round": ("clubs.net", CLUBS, ["1", ""], ["Forum : Acme"]),
    "all of them organisations": ("clubs.net", CLUBS, ["2", ""], ["Acme = Forum"]),
    "people as groups": ("board.gml", BOARD, ["1", ""], ["Acme : Anna Nowak"]),
    "people as groups, all the same": ("board.gml", BOARD, ["", "l"], ["Acme : Anna Nowak"]),
    "people left out": ("board.gml", BOARD, ["2", ""], []),
    "ends that are never the same, as ties": ("net.gml", MODES, [""], ["Acme Works = Pact 10"]),
    "the first end as groups": ("net.gml", MODES, ["1", ""], ["Pact 10 : Acme Works"]),
    "the second end as groups": ("net.gml", MODES, ["2", ""], ["Acme Works : Pact 10"]),
    "a file that is called two-mode": (
        "two-mode.gml", MODES, ["1", ""], ["Acme Works : Pact 10"],
    ),
    "a file that is called two-mode, of ties": (
        "two-mode.gml", MODES, ["2", ""], ["Acme Works = Pact 10"],
    ),
}  # fmt: skip


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Load a graph with these answers, on a terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")

    def load(name: str, text: str, *answers: str, **how: bool) -> FilesRead:
        (tmp_path / name).write_text(text)
        monkeypatch.setattr(sys, "stdin", StringIO("".join(f"{each}\n" for each in answers)))
        return read_files([tmp_path / name], confirm=look_over, **how)

    return load


def _tied(found: FilesRead) -> list[str]:
    lines = (line.partition(" (")[0] for line in statements(found.dataset))
    return [line for line in lines if " : " in line or " = " in line]


@pytest.mark.parametrize("case", WAYS)
def test_a_graph_is_read_as_a_person_wants_and_again_so(case: str, look, tmp_path: Path) -> None:
    name, text, answers, expected = WAYS[case]
    found = look(name, text, *answers)
    assert _tied(found)[:1] == expected
    assert [path.suffix for path in found.written] == [".toml"]
    again = read_files([tmp_path / name])
    assert statements(again.dataset) == statements(found.dataset)
    assert not any("in doubt" in line for line in (*found.remarks, *again.remarks))


def test_tables_of_nodes_and_edges_are_looked_at_like_graphs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same network as in GML, in two tables."""
    ids = {**dict(enumerate(f"{name} Works" for name in NAMES)), 10: "X", 11: "Y", 12: "Z"}
    nodes = "".join(f"n{at},{name}\n" for at, name in ids.items())
    (tmp_path / "nodes.csv").write_text(f"id,label\n{nodes}")
    edges = "".join(f"n{a},n{b}\n" for a, b in _PAIRS)
    (tmp_path / "edges.csv").write_text(f"source,target\n{edges}")
    files = [tmp_path / "nodes.csv", tmp_path / "edges.csv"]
    monkeypatch.setattr(sys, "stdin", StringIO("2\n\n"))
    found = read_files(files, confirm=look_over)
    assert len(_tied(found)) == 12
    assert _tied(found)[0] == "Acme Works : X"
    assert statements(read_files(files).dataset) == statements(found.dataset)
    with (tmp_path / "edges.csv").open("a") as file:
        file.write("n1,n99\n")
    with pytest.raises(InvalidData, match="'n99' names no node"):
        read_files(files)


def test_who_stops_finds_the_mapping(look, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"is written to .*board\.mapping\.toml; look it over"):
        look("board.gml", BOARD, "s")
    assert 'groups = { "Person" = "membership" }' in (tmp_path / "board.mapping.toml").read_text()


def test_where_nobody_is_asked_a_doubt_names_the_mapping_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "clubs.net").write_text(CLUBS)
    found = read_files([tmp_path / "clubs.net"])
    assert any(
        line.startswith("in doubt: clubs.net, nodes: the file does not say what its two sorts of")
        and line.endswith("; see clubs.mapping.toml")
        for line in found.remarks
    )
    assert [path.name for path in found.written] == ["clubs.mapping.toml"]
    mapping = tmp_path / "clubs.mapping.toml"
    mapping.write_text(
        mapping.read_text().replace('"group" = "membership"', '"member" = "membership"')
    )
    assert _tied(read_files([tmp_path / "clubs.net"])) == ["Forum : Acme", "Forum : Best"]


def test_with_yes_a_doubt_does_not_ask_and_a_guess_does(look, tmp_path: Path) -> None:
    assert _tied(look("clubs.net", CLUBS, yes=True)) == ["Acme : Forum", "Best : Forum"]
    with pytest.raises(UsageError, match="nothing was written or loaded"):
        look("board.gml", BOARD, yes=True)


def test_the_mapping_of_a_graph_is_not_that_of_another(look, tmp_path: Path) -> None:
    """The columns of all graphs are called alike, and say nothing of each other."""
    look("clubs.net", CLUBS, "1", "")
    (tmp_path / "other.net").write_text(CLUBS)
    assert _tied(read_files([tmp_path / "other.net"])) == ["Acme : Forum", "Best : Forum"]
    named = read_files([tmp_path / "other.net"], mapping=tmp_path / "clubs.mapping.toml")
    assert _tied(named) == ["Forum : Acme", "Forum : Best"]


def test_ties_that_both_ends_of_a_matrix_state_are_counted(look, tmp_path: Path) -> None:
    """Of five cells, those of Acme and Best state the same tie."""
    asked = "org,Acme,Best,Cool,Dale\nAcme,,1,1,1\nBest,1,,,\nCool,,,,1\nDale,,,,\n"
    found = look("asked.csv", asked, "")
    assert _tied(found) == ["Acme = Best", "Acme = Cool", "Acme = Dale", "Cool = Dale"]
    said = "1 tie is stated from both ends, and loaded once; directed = true keeps both"
    assert f"asked.csv: {said}" in found.remarks
    mapping = tmp_path / "asked.mapping.toml"
    mapping.write_text(mapping.read_text().replace("\n[sheet.col", "directed = true\n\n[sheet.col"))
    again = read_files([tmp_path / "asked.csv"])
    assert _tied(again).count("Acme = Best") == 2
    assert not any("both ends" in line for line in again.remarks)


def test_an_edge_without_a_node_is_shown_and_left_out(
    look, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The graph itself leaves nothing open, so that the look comes when the load has stopped."""
    text = BOARD.replace('type "Person"', 'type "Company"').replace(
        "source 2 target 3", "source 2 target 9"
    )
    found = look("board.gml", text, "1", "")
    assert _tied(found) == ["Acme = Anna Nowak"]
    said = capsys.readouterr().err
    assert "- target: '9' names no node (edge 2)" in said
    assert "1  this row is left out, and written to a file that ends in .rejected.csv" in said
    assert (tmp_path / "board.edges.rejected.csv").exists()
