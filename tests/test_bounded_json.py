"""JSON of somebody else: read as Python reads it, and refused when it would kill the process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.model import bounded_json
from graphkit.model.bounded_json import LEVELS, NestedTooDeeply, parse_json

TREES = st.recursive(
    st.none() | st.integers() | st.text('a"\\[]{}é', max_size=8),
    lambda inner: st.lists(inner) | st.dictionaries(st.text('k"[{\\', max_size=4), inner),
)


@given(TREES)
def test_it_is_read_as_python_reads_it(tree: object):
    # More brackets than levels are allowed, side by side or in a text: none of them is a level.
    many = [tree, [[]] * LEVELS, "[" * LEVELS, '\\"' + "[{" * LEVELS, "}" * LEVELS]
    assert parse_json(json.dumps(many)) == many


def levels(tree: object) -> int:
    """How many lists and dicts lie in each other."""
    if isinstance(tree, dict):
        tree = list(tree.values())
    return 1 + max(map(levels, tree), default=0) if isinstance(tree, list) else 0


@given(TREES)
def test_exactly_what_is_nested_deeper_is_refused(tree: object):
    with mock.patch.object(bounded_json, "LEVELS", 2):
        try:
            assert parse_json(json.dumps(tree)) == tree
            assert levels(tree) <= 2
        except NestedTooDeeply:
            assert levels(tree) > 2


def test_as_many_levels_as_are_allowed_are_read():
    assert parse_json("[" * LEVELS + "]" * LEVELS)


@pytest.mark.parametrize("opening", ["[", '{"a":', '["]]]]", {"}}": '])
def test_one_level_more_is_refused(opening: str):
    with pytest.raises(NestedTooDeeply, match="nested more than 100 levels deep"):
        parse_json(opening * (LEVELS + 1))


def test_no_json_kills_a_process_in_which_java_runs(tmp_path: Path):
    code = (
        "import sys\n"
        "from graphkit import open_store\n"
        "from graphkit.sources import read_sample\n"
        "from graphkit.store.parameters import read_value\n"
        "with open_store(sys.argv[1]) as store:\n"
        "    store.load(read_sample())\n"
        "    try: read_value('[' * 100_000, 'json')\n"
        "    except ValueError as error: print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "store")], capture_output=True, text=True
    )
    assert "nested too deeply" in ran.stdout, (ran.returncode, ran.stderr[-500:])
