"""The benchmarks run and say what they measure; their figures are read in docs/performance.md."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from graphkit.model import Dataset
from graphkit.store import open_store
from tests.shared_data import ROOT

FOLDER = ROOT / "benchmarks"


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))


def run(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(FOLDER / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_generated_data_set_has_the_numbers_asked_for_and_the_real_shape() -> None:
    shapes = importlib.import_module("shapes")
    dataset = shapes.cordis_shaped(700, 600, 2_900)
    labels = Counter(node.label for node in dataset.nodes)
    assert (labels["Organisation"], labels["Collaboration"]) == (700, 600)
    assert len(dataset.facts) == 2_900
    taking = Counter(fact.start[1] for fact in dataset.facts)
    # In CORDIS 2014 73 % of the organisations take part once.
    assert Counter(taking.values())[1] / 700 == pytest.approx(0.73, abs=0.02)
    assert dataset == shapes.cordis_shaped(700, 600, 2_900)


def test_a_generated_network_leaves_nobody_out_and_has_groups_of_two_and_more() -> None:
    networks = importlib.import_module("networks")
    pairs = networks.generated(2_000, 1_000)
    assert set(pairs.members[0].tolist()) == set(range(2_000))
    assert (networks.generated(2_000, 1_000).members == pairs.members).all()


def test_centralities_are_compared_in_a_table() -> None:
    printed = run(
        "centrality.py",
        *("--network", "tiny", "--sides", "networkx", "--rounds", "1"),
        *("--metrics", "pagerank,closeness"),
    )
    lines = printed.splitlines()
    assert lines[2].startswith("| metric | graphkit s | MiB | networkx")
    assert [line.split("|")[1].strip() for line in lines[4:]] == ["pagerank", "closeness"]
    assert "~" in lines[5]  # networkx's closeness is projected from some sources


def test_the_steps_of_loading_load_and_read_what_they_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = importlib.import_module("loading_steps")
    place = str(tmp_path / "store")
    stated = importlib.import_module("shapes").cordis_shaped(1_200, 1_000, 5_000)
    noted = "MATCH ()-[r]->() WHERE r.note STARTS WITH 'seen again at' RETURN count(r)"
    # One fact in a hundred is noted, from the first on: 50 of 5,000.
    for step, changed in (("first", 0), ("change", 50), ("analysis", 50)):
        if step == "first":  # in a process of its own, as `loading.py` runs each of them
            printed = run("loading_steps.py", step, place, "small")
        else:
            steps.main(step, place, "small")
            printed = capsys.readouterr().out
        said = json.loads(printed)
        assert said.keys() == {"seconds", "cpu", "mebibytes"}
        with open_store(place, read_only=True) as store:
            assert {node.id for node in store.nodes("Organisation")} == {
                node.id for node in stated.nodes if node.label == "Organisation"
            }
            assert {fact.id for fact in store.facts("PARTICIPATES_IN")} == {
                fact.id for fact in stated.facts
            }
            assert store.query(noted).rows == ((changed,),)


def test_a_step_says_how_long_it_took_by_both_clocks_and_how_much_memory_it_had(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With clocks that are set by hand: 2.5 s passed, of which the processor worked 0.75 s."""
    steps = importlib.import_module("loading_steps")
    monkeypatch.setattr(steps.time, "perf_counter", iter([10.0, 12.5]).__next__)
    monkeypatch.setattr(steps.time, "process_time", iter([1.0, 1.75]).__next__)

    def timed(target: str, dataset: Dataset) -> object:
        with steps.Clock() as clock:
            assert (target, len(dataset.facts)) == ("somewhere", 5_000)
        return clock

    monkeypatch.setitem(steps.STEPS, "timed", timed)
    steps.main("timed", "somewhere", "small")
    said = json.loads(capsys.readouterr().out)
    assert (said["seconds"], said["cpu"]) == (2.5, 0.75)
    # What Linux counts in KiB: Python with numpy takes tens of MiB, and no test takes 100 GiB.
    assert 20 < said["mebibytes"] < 100_000


def test_precision_and_recall_of_pairs_are_those_worked_out_by_hand() -> None:
    names = importlib.import_module("names")
    # Of four pairs found one is left out, and two of the other three are right; three are to find.
    data = names.Data([""] * 6, [""] * 6, {(0, 1): "", (2, 3): "", (4, 5): ""}, {(0, 3)})
    scores = {(0, 1): 0.9, (2, 3): 0.8, (0, 2): 0.8, (0, 3): 0.9, (4, 5): 0.1}
    assert names.measured(data, scores, 0.5) == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_made_names_differ_and_each_is_misspelt_in_one_way() -> None:
    made = importlib.import_module("made_names")
    names = made.made_names(600)
    assert len(set(names)) == 600
    wrong = made.misspelt(names)
    assert {each.kind for each in wrong} == made.ERRORS.keys()
    assert all(names[each.of] != each.name for each in wrong)
