"""networkx's own tests, run with the engine in networkx's place."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from graphkit.backend.info import SMALLEST

MODULES = [
    f"networkx.algorithms.{name}"
    for name in (
        "bipartite centrality community components link_analysis shortest_paths "
        "tests.test_bridges tests.test_cluster tests.test_core tests.test_distance_measures "
        "tests.test_structuralholes"
    ).split()
]
MODES = {
    # Every call is converted and answered by the backend where it can, by networkx elsewhere.
    "in place": {"NETWORKX_TEST_BACKEND": "graphkit", "NETWORKX_FALLBACK_TO_NX": "True"},
    # Calls are dispatched as they are for a user who has called `use_in_networkx`. Only the tests
    # that called the backend before run again: in the others networkx is alone with its graphs.
    "by priority": {"NETWORKX_BACKEND_PRIORITY": "graphkit"},
}


def test_networkx_s_own_tests_pass(tmp_path: Path) -> None:
    check_passes("in place", 1_100, tmp_path)
    check_passes("by priority", 400, tmp_path)


def check_passes(mode: str, least: int, folder: Path) -> None:
    counts = folder / "calls.json"
    tests = Path(__file__).parent
    ran = subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-p",
                "no:cacheprovider",
                "-p",
                "backend_calls",
                "--assert=plain",
            ),
            *("--rootdir", str(folder), "-c", os.devnull, "--pyargs", *MODULES),
        ],
        cwd=folder,
        env={
            **os.environ,
            **MODES[mode],
            "ENGINE_CALLS": str(counts),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent)]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    tail = "\n".join(ran.stdout.splitlines()[-20:])
    assert ran.returncode == 0, tail + ran.stderr
    passed = re.search(r"(\d+) passed", tail)
    assert passed is not None
    assert int(passed[1]) > least, tail
    assert "xfailed" not in tail
    calls = json.loads(counts.read_text(encoding="utf-8"))["calls"]
    assert sum(calls.values()) > 600, calls
    # For functions that return graphs networkx has another priority than for algorithms.
    graphs = {name for name in SMALLEST if "project" in name} if mode == "by priority" else set()
    # Its tests of bridges all name a root, with which networkx is left to find them itself.
    assert set(SMALLEST) - graphs - {"bridges"} == set(calls) - {"bridges"}
