"""Which organisations remain as nodes: `isolates`, `component` and what is said of the others.

Expected values are by hand: a and b are tied to each other, c, d and e in a ring, f and g alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.metrics import cohesion, rank, rank_bands
from graphkit.model import UsageError
from graphkit.network import Network, explain
from tests.commands import graphkit
from tests.networks import dataset

KINDS = dict.fromkeys("abcdef", "Company") | {"g": "University", "h": "Faculty"}


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.of(
        dataset(
            KINDS,
            ties=[("a", "b"), ("c", "d"), ("d", "e"), ("c", "e")],
            signed=[("f", "x")],
            parts=[("h", "g")],
        )
    )


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ({}, "abcdefg"),
        ({"isolates": "exclude"}, "abcde"),
        ({"component": "largest"}, "cde"),
        ({"component": "largest", "isolates": "exclude"}, "cde"),
        ({"isolates": "exclude", "kind": "University"}, ""),
    ],
)
def test_organisations_are_kept_by_their_ties(network, words, left):
    chosen = network.select(**words)
    assert "".join(chosen.two_mode.organisations) == left
    assert "".join(chosen.graph()) == left
    # The facts of those who are dropped are not counted: f has one.
    assert len(chosen.facts) == {"abcdefg": 5, "abcde": 4, "cde": 3, "": 0}[left]


def test_normalisations_use_what_remains(network):
    # Four ties of 21 pairs, of ten, and three of three.
    densities = {
        words: cohesion(network.select(**dict([words.split("=")])), draws=0).value("density")
        for words in ("isolates=include", "isolates=exclude", "component=largest")
    }
    assert list(densities.values()) == pytest.approx([4 / 21, 4 / 10, 1.0])
    # Degree centrality of c in a network of three: its closeness is 1.
    ranking = rank(network.select(component="largest"), "closeness")
    assert ranking.values["closeness"] == (1.0, 1.0, 1.0)


def test_those_with_ties_are_counted(network):
    assert network.tied_organisations == 5
    assert network.select(kind="University").tied_organisations == 0
    found = cohesion(network, draws=0)
    assert (found.organisations, found.tied) == (7, 5)


def test_it_is_counted_why_organisations_are_no_nodes(network):
    def causes(**words: str) -> dict[str, int]:
        counts = network.select(**words).counts()
        names = ("folded", "unchosen", "outside", "untied")
        return {name: counts[name] for name in names if counts[name]}

    assert causes() == {"folded": 1}
    assert causes(parts="separate") == {}
    assert causes(kind="Company") == {"folded": 1, "unchosen": 1}
    assert causes(isolates="exclude") == {"folded": 1, "untied": 2}
    assert causes(component="largest", kind="Company") == {
        "folded": 1,
        "unchosen": 1,
        "outside": 3,
    }


def test_what_is_dropped_is_named_with_the_words_that_drop_it(network):
    kept = network.select(isolates="exclude")
    with pytest.raises(UsageError, match="leaves out F; check `component` and `isolates`"):
        kept.node("f")
    assert not explain(kept, kept.organisation("f")).stands
    with pytest.raises(UsageError, match="leaves out A; check `kind` and `sector`"):
        network.select(isolates="exclude", kind="University").node("a")


def test_of_equal_components_that_of_the_first_organisation_is_the_largest():
    network = Network.of(dataset("a b c d", ties=[("c", "d"), ("a", "b")]))
    assert network.select(component="largest").two_mode.organisations == ("a", "b")


def test_ties_keep_the_weights_that_they_had(network):
    # Three signed, one of them with nobody chosen beside it: k is 3 all the same.
    mixed = Network.of(
        dataset(
            {"a": "Company", "b": "Company", "u": "University", "c": "Company"},
            signed=[("a", "x"), ("b", "x"), ("u", "x"), ("c", "y"), ("u", "y")],
        )
    ).select(weight="newman", kind="Company", isolates="exclude")
    assert dict(mixed.graph().edges) == {("a", "b"): {"weight": 1 / 2, "distance": 2.0}}


def test_with_a_backbone_its_ties_decide():
    # Twenty pairs in one group each, of which one has a direct tie too: that one is kept.
    rows = [(each, f"h{i:02}") for i in range(20) for each in (f"c{i:02}", f"d{i:02}")]
    names = " ".join(sorted({name for name, _ in rows}))
    network = Network.of(dataset(names, signed=rows, ties=[("c00", "d00")]))
    assert network.select(isolates="exclude").backbone is None
    kept = network.select(backbone=True, isolates="exclude")
    assert kept.two_mode.organisations == ("c00", "d00")
    assert kept.backbone.pairs.tolist() == [[0], [1]]
    # Chance is that of the whole selection, not of the two that remain.
    assert kept.backbone.tested == network.select(backbone=True).backbone.tested == 779
    assert list(kept.graph().edges) == [("c00", "d00")]
    bands = rank_bands(kept, rank(kept, "degree"), draws=3, keep=1.0)
    assert bands.low == bands.high == (1, 1)


def test_commands_say_of_how_many_and_why(tmp_path: Path):
    tables = {
        "organisations.csv": "id,name,kind,part_of\na,A,Company,\nb,B,Company,\nc,C,University,\n"
        "f,F,Faculty,c\n",
        "ties.csv": "a,b\na,b\n",
    }
    (tmp_path / "data").mkdir()
    for name, text in tables.items():
        (tmp_path / "data" / name).write_text(text)
    graphkit("load", "data", cwd=tmp_path)
    said = graphkit("rank", cwd=tmp_path).stderr
    assert "3 of 4 organisations (1 counts as part of another), 2 with ties, 1 fact counted" in said
    said = graphkit("cohesion", "--isolates", "exclude", cwd=tmp_path).stderr
    assert "2 of 4 organisations (1 counts as part of another, 1 has no ties), 2 with" in said
    ran = graphkit("rank", "--component", "largest", "--format", "csv", cwd=tmp_path)
    assert len(ran.stdout.splitlines()) == 3
    assert "1 is outside the largest component" in ran.stderr
    why = graphkit("why", "c", "--isolates", "exclude", cwd=tmp_path)
    assert "check --component and --isolates: the selection leaves it out" in why.stderr
