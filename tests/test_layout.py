"""Where everything stands: the same everywhere, nothing on another, steady as data change."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from graphkit.network import Network, TwoMode
from graphkit.views.layout import placing
from graphkit.views.layout.label_room import Name
from graphkit.views.layout.two_mode_layout import HUB_RADIUS, Layout, lay_out
from tests.networks import dataset

ROOT = Path(__file__).parents[1]


def random_form(
    organisations: int, groups: int, seed: int, without: frozenset[str] = frozenset()
) -> TwoMode:
    """Groups of 1 to 12; some organisations are in none. without: those who have left."""
    chance = random.Random(seed)
    names = [f"o{number:04}" for number in range(organisations)]
    rows = [
        (name, f"g{group:04}")
        for group in range(groups)
        for name in chance.sample(names, min(chance.choice([1, 2, 2, 3, 5, 12]), organisations))
    ]
    kept = [name for name in names if name not in without]
    return Network.of(
        dataset(" ".join(kept), took_part=[row for row in rows if row[0] not in without])
    ).two_mode


def laid_out(form: TwoMode, start: Layout | None = None, size: float = 8.0) -> Layout:
    names = [f"Klaster Obróbki Metali {name}" for name in form.organisations]
    return lay_out(
        form,
        [None] * len(form.groups),
        [size] * len(form.organisations),
        names,
        None if start is None else start.positions,
    )


def same(one: Layout, other: Layout) -> bool:
    return bool((one.organisations == other.organisations).all()) and (
        replace(one, organisations=np.zeros(0)).__repr__()
        == replace(other, organisations=np.zeros(0)).__repr__()
    )


def marks(layout: Layout, size: float = 8.0) -> list[tuple[float, float, float, float]]:
    points = [(x, y, size) for x, y in layout.organisations.tolist()]
    points += [(*point, HUB_RADIUS) for point in layout.groups if point]
    return [(x - r, y - r, x + r, y + r) for x, y, r in points]


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


SIZES = [(1, 0), (2, 1), (15, 1), (40, 20), (90, 40), (300, 150), (900, 450)]


@pytest.mark.parametrize(("organisations", "groups"), SIZES)
def test_neither_marks_nor_shown_labels_overlap(organisations, groups):
    layout = laid_out(random_form(organisations, groups, 5))
    boxes = np.array(marks(layout) + [box for _, box in layout.labels.values()])
    order = np.argsort(boxes[:, 0])
    for place, at in enumerate(order.tolist()):
        for other in order[place + 1 :].tolist():
            if boxes[other, 0] >= boxes[at, 2]:
                break
            assert not overlap(tuple(boxes[at]), tuple(boxes[other]))


def test_every_label_of_a_small_picture_has_room():
    form = random_form(40, 20, 5)
    layout = laid_out(form)
    hubs = {len(form.organisations) + at for at, point in enumerate(layout.groups) if point}
    # Those without ties stand close together in a strip, without room for names.
    tied = set(form.members[0][form.sizes()[form.members[1]] > 1].tolist())
    assert set(layout.labels) == tied | hubs


def test_the_largest_marks_of_a_large_picture_have_their_labels():
    form = random_form(300, 150, 5)
    sizes = [20.0 if at % 30 == 0 else 6.0 for at in range(300)]
    layout = lay_out(form, [None] * len(form.groups), sizes)
    largest = set(range(0, 300, 30))
    assert len(largest & set(layout.labels)) >= 9


def test_the_room_of_a_label_is_that_of_its_broken_lines():
    # By hand: one line of 12 px letters is 14 px high; the words of a long name take two lines.
    assert Name("KOM").extent()[1] == 14
    assert Name("Klaster Obróbki Metali").extent()[1] == 28
    assert Name("Klaster Obróbki Metali i wszystkiego, co się z nich robi").extent() == (126, 28)
    assert Name("").extent() == (0, 14)


def test_positions_depend_on_neither_process_nor_hash_seed_and_need_no_compiler():
    # The first with a seed of its own, the second with that of the tests.
    script = (
        "import sys; from tests.test_layout import some_positions;"
        "print(some_positions(), 'numba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "1"},
    )
    positions, _, compiler = done.stdout.rpartition(" ")
    assert positions == str(some_positions())
    assert "o0299" in positions
    assert compiler.strip() == "False"


def some_positions():
    return [laid_out(random_form(*size, 5)).positions for size in ((40, 20), (300, 150))]


def test_positions_depend_on_no_order_of_the_rows():
    rows = [(f"o{at % 30}", f"g{at % 11}") for at in range(120)]
    names = " ".join(f"o{at}" for at in range(30))
    one = Network.of(dataset(names, took_part=rows)).two_mode
    other = Network.of(dataset(names, took_part=rows[::-1])).two_mode
    assert same(laid_out(one), laid_out(other))


def test_what_is_drawn_again_stands_where_it_stood(monkeypatch):
    drawn = []
    placing._drawn.cache_clear()
    whole = placing.Placing.draw
    monkeypatch.setattr(placing.Placing, "draw", lambda self: drawn.append(1) or whole(self))
    form = random_form(12, 6, 5)
    first = laid_out(form)
    assert same(laid_out(form), first)
    assert len(drawn) == 1
    larger = laid_out(form, size=30.0)
    assert len(drawn) == 2
    assert not same(larger, first)


@pytest.mark.parametrize(("organisations", "groups"), SIZES)
def test_the_same_data_keep_every_place(organisations, groups):
    form = random_form(organisations, groups, 5)
    first = laid_out(form)
    assert same(laid_out(form, start=first), first)


@pytest.mark.parametrize(("organisations", "groups"), [(40, 20), (300, 150)])
def test_places_hold_when_some_leave(organisations, groups):
    first_form = random_form(organisations, groups, 5)
    first = laid_out(first_form)
    left = frozenset(first_form.organisations[7::20])
    form = random_form(organisations, groups, 5, without=left)
    second = laid_out(form, start=first)
    moved = _moved(first, second)
    # Nobody who still has ties moves; of the rest some are now in the rows of isolates.
    assert set(moved.values()) == {0.0}


@pytest.mark.parametrize(("organisations", "groups"), [(40, 20), (300, 150)])
def test_places_hold_when_some_arrive(organisations, groups):
    whole = random_form(organisations, groups, 5)
    new = frozenset(whole.organisations[7::20])
    first = laid_out(random_form(organisations, groups, 5, without=new))
    second = laid_out(whole, start=first)
    moved = _moved(first, second)
    # An organisation whose only partner arrived was an isolate and is one no longer.
    assert set(moved.values()) == {0.0}
    # Those who arrive stand beside those they are tied to: nearer than the average of all.
    projection = whole.projection()
    at = {name: place for place, name in enumerate(whole.organisations)}
    points = second.organisations
    for name in new:
        tied = [
            each for each in projection[[at[name]]].indices if whole.organisations[each] not in new
        ]
        if tied:
            near = np.linalg.norm(points[tied] - points[at[name]], axis=1).mean()
            everybody = np.linalg.norm(points - points[at[name]], axis=1).mean()
            assert near < everybody
    boxes = marks(second)
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))


def test_larger_marks_part_and_the_rest_stays():
    form = random_form(300, 150, 5)
    first = laid_out(form)
    second = laid_out(form, start=first, size=16.0)
    boxes = marks(second, 16.0)
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    moved = np.array(list(_moved(first, second).values()))
    extent = np.ptp(first.organisations, axis=0).max()
    assert np.median(moved) < 0.01 * extent


def test_an_isolate_that_finds_a_partner_leaves_the_rows():
    before = dataset("a b c d", took_part=[("a", "g"), ("b", "g")])
    after = dataset("a b c d", took_part=[("a", "g"), ("b", "g"), ("c", "g")])
    first = laid_out(Network.of(before).two_mode)
    second = laid_out(Network.of(after).two_mode, start=first)
    assert set(first.positions.isolates) == {"c", "d"}
    assert set(second.positions.isolates) == {"d"}
    assert second.isolates is not None
    assert second.positions.organisations["c"][1] < second.isolates
    for name in ("a", "b"):
        assert second.positions.organisations[name] == first.positions.organisations[name]


def test_a_component_that_is_new_stands_beside_the_rest():
    rows = [("a", "g"), ("b", "g"), ("c", "g")]
    first = laid_out(Network.of(dataset("a b c", took_part=rows)).two_mode)
    more = [*rows, ("x", "h"), ("y", "h"), ("z", "h")]
    second = laid_out(Network.of(dataset("a b c x y z", took_part=more)).two_mode, start=first)
    old = [second.positions.organisations[name] for name in "abc"]
    new = [second.positions.organisations[name] for name in "xyz"]
    assert old == [first.positions.organisations[name] for name in "abc"]
    assert min(x for x, _ in new) > max(x for x, _ in old)


def _moved(first: Layout, second: Layout) -> dict[str, float]:
    """How far each organisation that has ties in both pictures has moved."""
    old, new = first.positions.organisations, second.positions.organisations
    both = old.keys() & new.keys()
    assert len(both) > 0.5 * len(old)
    return {name: float(np.hypot(*np.subtract(old[name], new[name]))) for name in both}
