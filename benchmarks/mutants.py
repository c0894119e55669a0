"""Mutation testing: do the tests notice when a line of a room is changed?

`make mutants ROOM=network` lets mutmut change a seeded sample of places in the room, one at a time,
and runs the tests that reach the changed function. It prints how many changes were noticed (killed)
and each one that was not (survived). It works on a copy of the checkout in build/mutants. With
`--again` it runs only those that were not killed the last time, after tests have been added.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

CONFTEST = """import hypothesis, pytest
hypothesis.settings.register_profile("mutants", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("mutants")
pytest.Item._nodeid = property(lambda item: item.nodeid)
"""
# The last line: pytest 9.2 has renamed what mutmut 3.8 reads.

COMMON = "metrics_cohesion metrics_core metrics_exact_paths metrics_impact ranking"
ROOMS: dict[str, tuple[list[str], str]] = {
    "network": (
        ["network/*"],
        "network backbone date_questions direct_ties evidence group_evidence nodes_left_out"
        " order_of_selection sample_network selection bands metrics_chains metrics_communities"
        " metrics_ego metrics_homophily",
    ),
    "sources": (
        ["sources/*"],
        "sources_cells sources_facts sources_files sources_references sources_templates"
        " sources_workbook sources_workbook_bounds",
    ),
    "metrics": (
        ["metrics/*"],
        f"{COMMON} bands direct_ties metrics_brokerage metrics_catalogue metrics_converged"
        " metrics_blockmodel metrics_chains metrics_communities metrics_ego metrics_homophily"
        " metrics_key_players metrics_restarts metrics_two_mode sample_network",
    ),
    "store": (
        [f"store/{name}.py" for name in ("library", "parameters", "shared_nodes", "stopping")]
        + ["store/neo4j/driver_errors.py", "store/neo4j/values.py"],
        "store_library neo4j_values store_without_engine",
    ),
    "backend": (
        ["backend/functions/*"]
        + [f"backend/{name}.py" for name in ("conversion", "dispatch", "refusals")],
        "backend_changed_weights backend_equality backend_errors backend_network"
        " backend_published backend_refusals",
    ),
}
"""By room, the files that are changed and the test files that must notice."""


def main() -> None:
    """Draw the sample and run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--mutants", type=int, default=100, help="how many to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", action="store_true", help="only those not killed the last time")
    given = parser.parse_args()
    os.chdir(Path(__file__).resolve().parents[1])
    patterns, tests = ROOMS[given.room]
    place = Path("build/mutants", given.room).absolute()
    kept = place.with_suffix(".json")
    shutil.rmtree(place, ignore_errors=True)
    ignored = shutil.ignore_patterns("node_modules", "__pycache__")
    for folder in ("graphkit", "queries", "tests"):
        shutil.copytree(folder, place / folder, ignore=ignored)
    chosen = [f"tests/test_{name}.py" for name in tests.split()]
    settings = {
        "source_paths": ["graphkit"],
        "also_copy": ["conftest.py", "queries"],
        "only_mutate": [f"graphkit/{pattern}" for pattern in patterns],
        "pytest_add_cli_args": ["-x", "-p", "no:cacheprovider", "--import-mode=importlib"],
        "pytest_add_cli_args_test_selection": chosen,
    }
    lines = "".join(f"{key} = {value!r}\n" for key, value in settings.items())
    (place / "pyproject.toml").write_text(f"[tool.mutmut]\n{lines}", encoding="utf-8")
    (place / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    os.environ.setdefault("GRAPHKIT_SHARED", str(Path("../shared").resolve()))
    os.chdir(place)
    names = sorted(_mutants())
    last = json.loads(kept.read_text(encoding="utf-8")) if given.again else {}
    if given.again:
        names = [name for name in names if last.get(name, "killed") != "killed"]
    else:
        names = random.Random(given.seed).sample(names, min(given.mutants, len(names)))
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    subprocess.run([mutmut, "run", "--max-children", "1", *names], check=True)
    told = subprocess.run(
        [mutmut, "results", "--all", "1"], check=True, stdout=subprocess.PIPE, text=True
    )
    results = dict(line.strip().rsplit(": ", 1) for line in told.stdout.splitlines())
    for name in sorted(names):
        if results[name] != "killed":
            subprocess.run([mutmut, "show", name], check=True)
    found = last | {name: results[name] for name in names}
    kept.write_text(json.dumps(found, indent=1), encoding="utf-8")
    counts = Counter(found.values())
    print(*(f"{count} {result}" for result, count in counts.most_common()), sep=", ")


def _mutants() -> list[str]:
    # These modules read the settings of the folder in which they are imported.
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.file_utils import walk_mutatable_files
    from mutmut.utils.format_utils import get_mutant_name

    return [
        get_mutant_name(path, name)
        for path in walk_mutatable_files()
        for name in mutate_file_contents(str(path), path.read_text(encoding="utf-8")).mutant_names
    ]


if __name__ == "__main__":
    main()
