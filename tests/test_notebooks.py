"""The notebooks: they are committed without outputs and run from top to bottom, on either kind of
store, and their prose says what they compute.
"""

from __future__ import annotations

import functools
import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from tests.neo4j_servers import Neo4j
from tests.store_places import ON_NEO4J, Neo4jPlace

FOLDER = Path(__file__).parent.parent / "notebooks"

# Run after the last cell. What they expect was taken by hand from the tables in graphkit/demo.
CHECKS = {
    "01_key_connectors": """
        def ranks(version):
            ranking = graphkit.rank(version)
            ids = [node.id for node in ranking.organisations]
            return dict(zip(ids, ranking.ranks, strict=True))

        def band(version):
            bands = rank_bands(version, graphkit.rank(version), top=1)
            assert bands.ranking.organisations[0].id == "kom"
            return bands.low[0], bands.high[0], bands.in_top[0]

        assert (first.id, second.id) == ("kom", "chm")
        values = ranking.values["betweenness"]
        assert values[0] > 3 * values[1]
        assert graphkit.rank(stated).values["betweenness"][0] < values[0] / 2
        assert {ranks(each)["kom"] for each in (network, stated, dated, planned)} == {1}

        signature = graphkit.explain(network, first).reasons[1]
        assert signature.group.id == "deklaracja-suwalki-2014"
        assert [fact.status for fact in signature.member.statements] == ["inferred"]
        project = network.nodes["Collaboration", "projekt-podlaski-klaster"].properties
        assert project["stage"] == "planned"

        assert counts["planned"] == 5  # three in the project, its survey, and the second congress
        assert ranks(dated)["chm"] == 2
        assert {name for name, rank in ranks(stated).items() if rank == 2} == {"parp", "umwl"}
        assert ranks(planned)["politechnika-bialostocka"] == 2
        assert ranking.facts[1] == ranking.inferred[1] == 2

        low, high, first_in = band(network)
        assert (low, high) == (1, 2)
        assert first_in > 0.8
        found = [chance.expectation.finding(place) for place in (0, 1)]
        assert found == ["more than chance", "within chance"]
        assert (change.ties.kept, change.ties.gained, change.ties.lost) == (12, 85, 2)
        assert [each.name for each in (pair.left, pair.right)] == ["Beta Univ.", "Beta University"]
        # By hand: Alpha and Beta, Beta and Gamma, Gamma and Delta are in contact; Delta is silent.
        assert (contact.answered, contact.asked, silent) == (3, 4, ["Delta"])
        assert contact.reciprocity == 1
        said = {(each.one.name, each.other.name): each.what for each in lived.pairs}
        assert said == {
            ("Alpha", "Beta"): "both", ("Alpha", "Gamma"): "declared only",
            ("Beta", "Gamma"): "lived only", ("Delta", "Gamma"): "lived only",
        }
        # By hand: with one Beta it stands between Alpha, Gamma and both networks but for the two
        # pairs that share a network: 4 of 6.
        assert merged.values["betweenness"][0] == 4 / 6

        (pieces,) = impact.parted
        sizes = {frozenset(node.id for node in piece) for piece in pieces}
        suwalki = {"euroregion-niemen", "pnt-polska-wschod", "pwsz-suwalki", "ssse", "um-suwalki"}
        assert {frozenset(suwalki), frozenset({"malow"}), frozenset({"salag"})} < sizes
        assert max(map(len, sizes)) == 12

        untied = [name for name, ties in network.graph().degree() if ties == 0]
        listed = [
            name
            for name in untied
            if "lubuskie-klastry" in network.organisation(name).properties.get("sourceIds", [])
        ]
        assert len(untied) == impact.before.isolates
        assert len(listed) > len(untied) / 2
        assert len(members) == 4
        assert sorted(based_in_suwalki) == ["MALOW", "SALAG"]
        for name in ("malow", "salag"):
            (reason,) = graphkit.explain(network, network.organisation(name)).reasons
            assert reason.group.id == "kom"
    """,
    "02_cypher": """
        # 12 and 6 signatories; 4 of the 12 are named at the conference in Białystok.
        expected = (
            ("deklaracja-bialystok-2014", 66, 0, 6, 0),
            ("deklaracja-suwalki-2014", 15, 0, 0, 0),
        )
        assert pairs.rows == expected
        assert tuple(counted) == expected
        inside = {group.id: members for group, members in members_by_group(network).items()}
        ids = {member.id for member in inside["projekt-podlaski-klaster"]}
        assert ids == {"politechnika-bialostocka", "centrum-promocji-podlasia"}
        (met,) = [each for each in layers.layers if each.both]
        assert (met.one, met.other, met.both) == ("declaration", "collaboration", 6)
        assert round(met.expected) == 3
        assert 0.05 < met.at_least < 0.15
        signed_by = {member.id for name in signed for member in inside[name]}
        assert ids & signed_by == {"politechnika-bialostocka"}
    """,
    "03_figures_for_a_report": """
        from pathlib import Path

        assert set.intersection(*signatories.values()) == {cluster.name}

        def parts(version):
            shown = version.graph().subgraph(surroundings.organisations)
            return sorted(map(len, nx.connected_components(shown)))

        assert parts(network) == [21]
        assert parts(stated) == [1, 5, 15]  # ChM; those of Suwałki; those of Białystok
        results = sorted(path.name for path in Path("results").iterdir() if path.is_file())
        figures = ["compared.svg", "map.svg", "partners.html", "partners.pdf", "partners.svg"]
        assert results == [*figures, "ranks.svg"]
        assert missing[0].name == "Białystok"
        # By hand from organisations.csv: eight are in Białystok and five in Suwałki.
        assert len(map_view.nodes) == 13
        reported = {
            node.properties["value"]
            for (label, _), node in network.nodes.items()
            if label == "Figure" and node.properties["measure"] == "members"
        }
        named = next(
            members
            for group, members in members_by_group(network).items()
            if group.layer == "membership" and group.id == cluster.id
        )
        assert max(reported) > 2 * len(named)
    """,
}

FIRST, SECOND, THIRD = CHECKS

OPENS = 'store = graphkit.open_store("results/store")'


def test_there_is_one_for_each_reader() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == sorted(CHECKS)


@pytest.mark.parametrize("name", CHECKS)
def test_it_is_committed_without_what_a_run_leaves(name: str) -> None:
    text = (FOLDER / f"{name}.ipynb").read_text(encoding="utf-8")
    book = json.loads(text)
    nbformat.validate(book)
    assert text == json.dumps(book, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert book["metadata"] == {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    ids = [cell["id"] for cell in book["cells"]]
    assert len(ids) == len({*ids})
    for cell in book["cells"]:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", cell["id"]), "a name, so that it stays the same"
        assert cell["metadata"] == {}
        if cell["cell_type"] == "code":
            assert cell["execution_count"] is None
            assert cell["outputs"] == []


# The second is compared with its run on Neo4j, below: in the worker that has the servers. The third
# uses the most files of the package, and so runs from the wheel: see `test_packaging.py`.
@pytest.mark.parametrize("name", [FIRST, pytest.param(SECOND, marks=ON_NEO4J)])
def test_it_runs_and_finds_what_it_says(name: str) -> None:
    executed(name)


@ON_NEO4J
def test_the_second_gives_the_same_on_neo4j_by_changing_one_line(neo4j_2026: Neo4j) -> None:
    neo4j_2026.clear()
    instead = f'store = graphkit.open_store("{neo4j_2026.uri}")'
    outputs = dict(run(SECOND, (OPENS, instead), Neo4jPlace(neo4j_2026).settings))
    expected = dict(executed(SECOND))
    # Both stores refuse to write, each in its own words.
    refused = [printed.pop("refused") for printed in (outputs, expected)]
    assert all("this statement writes" in text for text in refused)
    assert outputs == expected
    with neo4j_2026.driver() as driver:
        (record,) = driver.execute_query("MATCH (o:Organisation) RETURN count(o) AS n").records
    assert record["n"] == 53, "it ran there"


@functools.cache
def executed(name: str) -> dict[str, str]:
    """What a notebook prints as it is."""
    return run(name)


def run(
    name: str,
    change: tuple[str, str] = ("", ""),
    settings: Mapping[str, str] | None = None,
    checks: str = "",
) -> dict[str, str]:
    """What each cell of a notebook prints, run in a folder of its own, with its findings checked.

    change: a line of one cell and what it becomes. settings: for the environment. checks: what is
    checked beside the findings.
    """
    book = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    line, instead = change
    if line:
        (cell,) = (cell for cell in book.cells if line in cell.source.splitlines())
        assert cell.source.count(line) == 1
        cell.source = cell.source.replace(line, instead)
    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    book.cells.append(new_code_cell(_unindented(CHECKS[name]) + checks))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        client = NotebookClient(
            book,
            timeout=600,  # in case it hangs
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
        )
        client.execute(env={**os.environ, "IPYTHONDIR": folder, **(settings or {})})
    return {cell.id: _printed(cell) for cell in cells}


def _unindented(text: str) -> str:
    return "\n".join(line.removeprefix(" " * 8) for line in text.splitlines())


def _printed(cell: NotebookNode) -> str:
    return "".join(each["text"] for each in cell.outputs if each.output_type == "stream")
