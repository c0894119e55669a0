"""The rooms of the page's script: imports lead only from later rooms to earlier ones."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

SOURCE = Path(__file__).parent.parent / "graphkit" / "views" / "web" / "src"
ROOMS = ("state", "scene", "render", "parts", "save", "review")
"""In order: each may import from itself and from those before it. What starts the page, beside
them, may import from all, and is imported by none of them."""

_FROM = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']*)["']""")


def backward(files: dict[str, str]) -> list[str]:
    """The imports that lead to a later room or out of the rooms; files: texts by path."""
    found = []
    for path, text in files.items():
        here = PurePosixPath(path)
        for target in _FROM.findall(text):
            steps = [*here.parent.parts]
            for step in PurePosixPath(target).parts:
                if step == "..":
                    steps.pop()
                else:
                    steps.append(step)
            room = steps[0] if len(steps) > 1 else None
            if len(here.parts) == 1:
                continue
            if room not in ROOMS or ROOMS.index(room) > ROOMS.index(here.parts[0]):
                found.append(f"{path} imports {target}")
    return found


def test_imports_lead_to_the_left_alone():
    files = {
        path.relative_to(SOURCE).as_posix(): path.read_text("utf-8")
        for path in sorted(SOURCE.rglob("*.ts"))
    }
    assert {path.split("/")[0] for path in files if "/" in path} == set(ROOMS)
    assert sum(len(_FROM.findall(text)) for text in files.values()) > 100
    assert backward(files) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("state/hash.ts", 'import { compose } from "../scene/compose";'),
        ("scene/compose.ts", 'import type { Page } from "../parts/page";'),
        ("parts/legend.ts", 'export { csv } from "../save/csv";'),
        ("render/vis.ts", 'import { start } from "../start";'),
        ("state/hash.ts", 'const late = import("../scene/compose");'),
        ("state/hash.ts", 'import "../scene/compose";'),
    ],
)
def test_an_import_to_the_right_is_seen(path, line):
    assert len(backward({path: line})) == 1


def test_an_import_to_the_left_is_none():
    assert (
        backward({"save/csv.ts": 'import { fold } from "../state/text";\nimport "./sheet";'}) == []
    )
    assert backward({"start.ts": 'import { csv } from "./save/csv";'}) == []
