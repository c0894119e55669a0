"""`graphkit view` with places, parts and lines, as its user runs it."""

from __future__ import annotations

import json
from functools import partial

import pytest

from tests.commands import graphkit, graphkit_process


def test_positions_are_written_and_kept_whatever_the_hash_seed(sample):
    # The first runs with a seed of its own, the others with that of the tests.
    pages = []
    seeded = partial(graphkit_process, PYTHONHASHSEED="1")
    for run, places in ((seeded, "one.json"), (graphkit, "two.json"), (graphkit, "one.json")):
        ran = run("view", "-o", "page.html", "--positions", places, cwd=sample)
        assert ran.returncode == 0
        pages.append((sample / "page.html").read_bytes())
    assert len(set(pages)) == 1
    assert (sample / "one.json").read_bytes() == (sample / "two.json").read_bytes()


def test_a_place_set_by_hand_is_kept_and_who_left_is_told(sample):
    graphkit("view", "-o", "page.html", "--positions", "hand.json", cwd=sample)
    stated = json.loads((sample / "hand.json").read_text())
    stated["organisations"]["kom"] = [2000.0, 1500.5]
    stated["organisations"]["left-long-ago"] = [0, 0]
    (sample / "hand.json").write_text(json.dumps(stated))
    ran = graphkit("view", "-o", "page.html", "--positions", "hand.json", cwd=sample)
    assert ran.returncode == 0
    assert "hand.json: ignored 1 organisation that is not in the data" in ran.stderr
    kept = json.loads((sample / "hand.json").read_text())
    del stated["organisations"]["left-long-ago"]
    assert kept == stated


def test_a_broken_file_of_positions_stops_and_stays(sample):
    (sample / "broken.json").write_text('{"graphkit": "positions", "groups": {"a": [NaN, 1]}}')
    ran = graphkit("view", "-o", "none.html", "--positions", "broken.json", cwd=sample)
    assert ran.returncode == 2
    assert ran.stderr.strip().splitlines() == [
        "graphkit: broken.json: NaN is not a coordinate; write a number"
    ]
    assert not (sample / "none.html").exists()
    assert "NaN" in (sample / "broken.json").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--ego", "KOM"], "Excerpt: Klaster Obróbki Metali and all within 1 step"),
        (["--ego", "KOM", "--radius", "2"], "and all within 2 steps"),
        (["--between", "MALOW", "ChM"], "Excerpt: shortest paths MALOW – ChM, 2 of 48"),
        (["--group", "KOM"], "Excerpt: organisations in Klaster Obróbki Metali, 5 of 48"),
        (
            ["--group", "KOM", "--lang", "pl"],
            "Wycinek: grupa Klaster Obróbki Metali, pokazano 5 z 48 organizacji",
        ),
        (["--links", "pairs"], "48 organisations"),
        (["--all"], "48 organisations"),
    ],
)
def test_a_part_is_drawn_and_said(sample, arguments, said):
    ran = graphkit("view", "-o", "part.html", *arguments, cwd=sample)
    assert ran.returncode == 0, ran.stderr
    assert said in (sample / "part.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--ego", "KOM", "--group", "KOM"], "--ego and --group exclude each other; give only one"),
        (
            ["--ego", "KOM", "--group", "KOM", "--between", "KOM", "ChM"],
            "--ego and --between and --group exclude each other",
        ),
        (["--radius", "2"], "--radius 2 works only with --ego; add --ego ORG"),
        (["--radius", "2", "--group", "KOM"], "--radius 2 works only with --ego"),
        (["--ego", "KOM", "--radius", "0"], "--radius 0: give a number of ties of at least 1"),
        (["--ego", "nobody at all"], "no organisation is called 'nobody at all'"),
        (["--group", "nothing at all"], "no group is called 'nothing at all'"),
        (["--between", "KOM", "KOM"], "Klaster Obróbki Metali is both ends"),
        (["--between", "KOM", "Klaster Edukacji Lubuskie Brandenburgia"], "no chain of ties leads"),
        (["--positions", "."], "is not a position file"),
        (["--positions", "none.html"], "--positions none.html is the output file too"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_line(sample, arguments, said):
    ran = graphkit("view", "-o", "none.html", *arguments, cwd=sample)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
    assert not (sample / "none.html").exists()


def test_a_picture_that_cannot_be_written_leaves_the_positions_as_they_were(sample):
    (sample / "blocked").write_text("")
    ran = graphkit("view", "-o", "blocked/page.html", "--positions", "new.json", cwd=sample)
    assert ran.returncode == 2
    assert "blocked" in ran.stderr
    assert not (sample / "new.json").exists()
