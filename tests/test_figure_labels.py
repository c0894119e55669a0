"""The names in a figure: which are written, and that they touch nothing."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest

from graphkit.views.figure.fonts import plain, width, wrapped
from graphkit.views.figure.labels import Wanted, place_labels
from graphkit.views.figure.sheet import compose
from graphkit.views.translation import LANGUAGES
from tests.figures import marks, squeezed, view_of
from tests.hostile_names import HOSTILE_NAMES


@pytest.mark.parametrize("name", [*LANGUAGES, "partners", "crowd"])
@pytest.mark.parametrize("width_cm", [8, 16, 24, 60])
def test_names_touch_neither_each_other_nor_the_edge_nor_a_mark(name, width_cm):
    view = view_of(name)
    sheet = compose(view, width_cm)
    assert sheet.labels
    left, top, right, bottom = sheet.picture
    for box in sheet.labels:
        assert left <= box[0] < box[2] <= right
        assert top <= box[1] < box[3] <= bottom
    for one, other in combinations(sheet.labels, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for stamp in marks(sheet) if len(view.nodes) < 300 else ():
        for box in sheet.labels:
            x = min(max(stamp.x, box[0]), box[2])
            y = min(max(stamp.y, box[1]), box[3])
            assert math.hypot(stamp.x - x, stamp.y - y) >= stamp.radius * 0.99


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_foremost_are_named(name):
    view = view_of(name)
    lines = " ".join(text.text for text in compose(view, 24).paper.texts)
    for node in view.nodes[:3]:
        # A long name may be cut short, as on the page.
        assert " ".join(node.label.split()[:2]) in lines


def test_as_many_names_have_room_as_the_sheet_is_wide():
    named = [len(compose(view_of("pl"), width_cm).labels) for width_cm in (8, 16, 24)]
    assert named == sorted(named)
    # By hand: 27 have ties and three points have names; those without ties are not named.
    assert named[-1] == 30


@pytest.mark.parametrize("width_cm", [8.5, 16, 24])
@pytest.mark.parametrize("name", LANGUAGES)
def test_the_first_connectors_are_named_at_every_width(name, width_cm):
    view = view_of(name)
    # By hand from the ranking: the first ten that have ties; a long name may be the short one.
    sheet = compose(view, width_cm)
    lines = squeezed("".join(text.text for text in sheet.paper.texts))
    tied = {
        member.id for group in view.groups if len(group.members) > 1 for member in group.members
    }
    first = [node for node in view.nodes if node.id in tied][:10]
    for node in first:
        assert any(squeezed(name) in lines for name in (node.label, node.short) if name), node.label


def test_while_one_of_the_first_has_no_room_nobody_else_is_named():
    # By hand: the second needs 90 of the 40 that there are; the third would have room.
    wanted = [
        Wanted(20, 20, 2, ((10, 5, True),)),
        Wanted(30, 20, 2, ((90, 5, True),)),
        Wanted(20, 35, 2, ((10, 5, True),)),
    ]
    import numpy as np

    named = [
        [label.index for label in place_labels(wanted, (0, 0, 40, 40), np.zeros((0, 4)), sure=sure)]
        for sure in (0, 2)
    ]
    assert named == [[0, 2], [0]]


def test_random_labels_never_overlap():
    generator = random.Random(1)
    wanted = [
        Wanted(
            generator.uniform(0, 500),
            generator.uniform(0, 300),
            generator.uniform(1, 9),
            ((generator.uniform(10, 90), generator.uniform(8, 30), True), (12, 8, False)),
        )
        for _ in range(200)
    ]
    import numpy as np

    lines = np.array([[generator.uniform(0, 500) for _ in range(4)] for _ in range(300)])
    placed = place_labels(
        wanted, (0, 0, 500, 300), lines, taken=[(0, 0, 100, 40)], sure=5, covering=5
    )
    assert len(placed) > 30
    boxes = [label.box for label in placed] + [(0, 0, 100, 40)]
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_line_of_a_name_runs_through_no_other_mark():
    # Oracle: points on each line, a tenth of a unit apart, and the squares of the marks.
    import numpy as np

    generator = random.Random(2)
    wanted = [
        Wanted(generator.uniform(0, 300), generator.uniform(0, 200), 5, ((40, 12, True),))
        for _ in range(60)
    ]
    placed = place_labels(wanted, (0, 0, 300, 200), np.zeros((0, 4)), sure=20)
    lines = [(label.index, label.leader) for label in placed if label.leader]
    assert len(lines) > 3
    for index, (x, y, u, v) in lines:
        steps = math.ceil(math.hypot(u - x, v - y) * 10) + 1
        points = [(x + (u - x) * at / steps, y + (v - y) * at / steps) for at in range(steps)]
        for other, mark in enumerate(wanted):
            through = [max(abs(a - mark.x), abs(b - mark.y)) < 4.9 for a, b in points]
            assert other == index or not any(through)


@pytest.mark.parametrize("text", [*map(plain, HOSTILE_NAMES), "Naukowo-Technologiczny Park", ""])
@pytest.mark.parametrize("most", [1, 3])
def test_lines_have_room_and_hold_the_text(text, most):
    lines, whole = wrapped(text, 7, 60, most)
    assert 1 <= len(lines) <= most
    assert all(width(line, 7) <= 60 for line in lines)
    joined = squeezed("".join(lines))
    if whole:
        assert joined == squeezed(text)
    else:
        assert squeezed(text).startswith(joined.removesuffix("…"))
