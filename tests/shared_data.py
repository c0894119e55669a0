"""Real data that lies beside the project and is not part of it: see CONTRIBUTING.md.

Where it is missing a test that reads it is skipped, except under CI, where it must be there.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("GRAPHKIT_SHARED", ROOT.parent / "shared"))


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the shared data, by column."""
    path = SHARED / "data" / name
    if not path.exists() and not os.environ.get("CI"):
        pytest.skip(f"{name} is not at hand (set GRAPHKIT_SHARED to the folder of the shared data)")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
