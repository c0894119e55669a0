"""What Parquet files of other programs hold beside texts and numbers; expected values by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.sources import read_files
from tests.import_statements import statements

pa = pytest.importorskip("pyarrow")


def stated(path: Path, columns: dict[str, object]) -> list[str]:
    from pyarrow import parquet

    parquet.write_table(pa.table(columns), path)
    return statements(read_files([path], yes=True, save=False).dataset)


def test_texts_that_are_written_as_bytes_are_read(tmp_path: Path) -> None:
    columns = {"Member": ["Zażółć".encode(), b"Best"], "Group": [b"Forum", b"Forum"]}
    assert stated(tmp_path / "m.parquet", columns) == [
        "Best",
        "Best : Forum",
        "Forum (WorkingGroup)",
        "Zażółć",
        "Zażółć : Forum",
    ]


def test_records_within_records_are_read_as_in_json(tmp_path: Path) -> None:
    columns = {
        "name": ["Acme", "Best"],
        "address": [{"city": "Oslo"}, None],
        "memberships": [[{"organization": "Forum", "role": "chair"}], []],
    }
    assert stated(tmp_path / "m.parquet", columns) == [
        "@ Oslo",
        "Acme : Forum | chair",
        "Acme at=Oslo",
        "Best",
        "Forum",
    ]
