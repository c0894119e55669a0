"""The file of positions: what is written is read again, and what somebody else wrote is checked."""

from __future__ import annotations

import json
import os
from dataclasses import replace

import pytest

from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.views import build_view, render_page
from graphkit.views.layout.saved_positions import (
    LARGEST,
    Positions,
    known_positions,
    read_positions,
    write_positions,
)
from tests.browser import HOSTILE, partners

PARTNERS = Network.of(partners())


def stated(**parts: object) -> str:
    return json.dumps({"graphkit": "positions", **parts})


def test_what_is_written_is_read_again(tmp_path):
    positions = Positions(
        organisations={
            "a": (1.5, -2.0),
            "ż": (123456.7, 0.1),
            **dict.fromkeys(HOSTILE, (0.0, 1.0)),
        },
        isolates={"__proto__": (0.3, 1e6)},
        groups={"declaration d": (-0.1, 7.0)},
        communities={"a": (3.0, 4.0)},
    )
    write_positions(positions, tmp_path / "positions.json")
    assert read_positions(tmp_path / "positions.json") == positions


def test_a_picture_drawn_from_its_own_positions_is_the_same_to_the_byte(tmp_path):
    first = build_view(PARTNERS)
    write_positions(first.positions, tmp_path / "positions.json")
    second = build_view(PARTNERS, start=read_positions(tmp_path / "positions.json"))
    assert render_page(second) == render_page(first)
    assert second.positions == first.positions
    write_positions(second.positions, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "positions.json").read_bytes()


def test_a_file_that_places_one_where_somebody_wants_it_is_followed():
    first = build_view(PARTNERS)
    at = {**first.positions.organisations, "a": (900.0, -500.0)}
    second = build_view(PARTNERS, start=replace(first.positions, organisations=at))
    points = {node.id: (node.x, node.y) for node in second.nodes}
    assert points == {**first.positions.isolates, **at}


def test_positions_of_a_selection_serve_the_whole_and_the_other_way_about():
    whole = build_view(PARTNERS)
    part = build_view(PARTNERS.select(layer="declaration"), start=whole.positions)
    points = {node.id: (node.x, node.y) for node in part.nodes}
    for name in ("a", "b", "bialystok-park", "cluster"):
        assert points[name] == whole.positions.organisations[name]
    # Without the cluster's memberships c is tied to nobody and stands in the rows; its place in the
    # whole is kept for the next picture of that.
    assert "c" in part.positions.isolates
    kept = whole.positions.updated(part.positions)
    assert kept.organisations == whole.positions.organisations
    assert render_page(build_view(PARTNERS, start=kept)) == render_page(whole)
    again = build_view(PARTNERS.select(layer="declaration"), start=kept)
    assert render_page(again) == render_page(part)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1 is not JSON"),
        ("id,x,y\na,1,2\n", "line 1 is not JSON"),
        ('{"graphkit": "positions",\n"organisations": {"a": [1, 2}}', "line 2 is not JSON"),
        ("[]", "not a position file"),
        ("null", "not a position file"),
        ('{"organisations": {"a": [1, 2]}}', "not a position file"),
        (stated(organisation={}), "'organisation' does not belong here; expected organisations"),
        (stated(organisations=[1]), "organisations must have one position per id"),
        (stated(organisations={"a": 1}), "organisations, 'a': a position is two numbers"),
        (stated(organisations={"a": [1]}), "a position is two numbers"),
        (stated(organisations={"a": [1, 2, 3]}), "a position is two numbers"),
        (stated(organisations={"a": {"x": 1, "y": 2}}), "a position is two numbers"),
        (stated(organisations={"a": ["1", 2]}), "organisations, 'a': '1' is not a number"),
        (stated(organisations={"a": [None, 2]}), "None is not a number"),
        (stated(organisations={"a": [True, 2]}), "True is not a number"),
        (stated(organisations={"a": [[], 2]}), "a list is not a number"),
        (stated(groups={"a b": [1, 1_000_001]}), "groups, 'a b': 1000001 is out of range"),
        (stated(communities={"a": [-1e300, 1]}), "-1e+300 is out of range"),
        (stated(organisations={"a": [10**400, 1]}), "is out of range"),
        (stated(organisations={"a": [float("nan"), 1]}), "NaN is not a coordinate"),
        (stated(organisations={"a": [float("inf"), 1]}), "Infinity is not a coordinate"),
        (stated(organisations={"a": [float("-inf"), 1]}), "-Infinity is not a coordinate"),
        (stated(isolates={"a": [1, 2]}, organisations={"a": [1, 2]}), "'a' appears twice"),
        ('{"graphkit": "positions", "organisations": {"a": [1e999, 2]}}', "inf is out of range"),
        (
            '{"graphkit": "positions", "isolates": {"a": [1, 2], "a": [1, 3]}}',
            "'a' appears twice",
        ),
        ('{"graphkit": "positions", "graphkit": "positions"}', "'graphkit' appears twice"),
        (stated(organisations={"x" * 500: [1]}), "…"),
        ("[" * 200_000, "nested too deeply"),
        ('{"graphkit": "positions", "organisations": {"a": [' + "9" * 5000 + ", 1]}}", ""),
    ],
)
def test_what_is_no_file_of_positions_is_refused_in_a_line_that_names_it(tmp_path, text, said):
    path = tmp_path / "positions.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        read_positions(path)
    message = str(refused.value)
    assert str(path) in message
    assert said in message
    assert "\n" not in message
    assert len(message) < 400 + len(str(path))


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "positions.json"
    path.write_bytes(b'{"graphkit": "\xff\xfe"}')
    with pytest.raises(UsageError, match="not in UTF-8"):
        read_positions(path)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "positions.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(UsageError, match="more than 64 MiB"):
        read_positions(path)


def test_what_is_not_a_file_is_refused(tmp_path):
    with pytest.raises(UsageError, match="not a position file"):
        read_positions(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(UsageError, match="not a position file"):
            read_positions(tmp_path / "pipe")


def test_those_who_have_left_the_data_are_told_and_left_out():
    positions = Positions(
        organisations={"a": (0.0, 0.0), "b": (1.0, 1.0), "gone": (2.0, 2.0)},
        communities={"a": (0.0, 0.0), "gone": (1.0, 1.0)},
    )
    known, unknown = known_positions(positions, PARTNERS, "f.json")
    assert unknown == ("gone",)
    assert known == Positions(
        organisations={"a": (0.0, 0.0), "b": (1.0, 1.0)}, communities={"a": (0.0, 0.0)}
    )


def test_the_file_of_another_network_is_refused():
    positions = Positions(organisations=dict.fromkeys("apqrs", (0.0, 0.0)))
    with pytest.raises(
        UsageError, match=r"f\.json: 4 of its 5 .*\(p, q, r, …\); name this network's file"
    ):
        known_positions(positions, PARTNERS, "f.json")


def test_the_file_of_another_networks_communities_is_refused():
    foreign = Positions(communities={f"x{at}": (float(at), 0.0) for at in range(5)})
    with pytest.raises(UsageError, match="5 of its 5 organisations are not in the data"):
        known_positions(foreign, PARTNERS, "places.json")
