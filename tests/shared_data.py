"""Real data that lies beside the project and is not part of it: `../shared/data`.

Where it is missing a test that reads it is skipped, except under CI, where it must be there.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file below `../shared/data`, by column."""
    path = DATA / name
    if not path.exists() and not os.environ.get("CI"):
        pytest.skip(f"reads {name} from ../shared/data, which is not there")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
