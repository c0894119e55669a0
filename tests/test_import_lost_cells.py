"""Cells of which nothing is kept are counted by column; expected values by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphkit.sources import read_files
from graphkit.sources.mapping.rows.further_columns import Further
from tests.import_statements import statements


def test_points_of_organisations_in_one_town_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "firms.csv"
    path.write_text("Company,City,Lat,Lon\nAcme,Oslo,59.9,10.7\nBest,Oslo,59.8,10.6\n")
    found = read_files([path], yes=True, save=False)
    assert statements(found.dataset) == [
        "@ Oslo 59.9,10.7",
        "Acme at=Oslo",
        "Best x_latitude=59.8 x_longitude=10.6 at=Oslo",
    ]
    assert not [line for line in found.remarks if "not kept" in line]


def test_an_organisation_that_is_called_as_its_id_is_has_a_name(tmp_path: Path) -> None:
    path = tmp_path / "partners.csv"
    path.write_text("partner_id,name\nUSAID,USAID\nWHO,World Health Organization\n")
    found = read_files([path], yes=True, save=False)
    assert not [line for line in found.remarks if "has no name" in line]


def test_cells_that_reach_nothing_are_counted_by_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Further columns of organisations are lost on purpose, as a fault of a reader would lose them.
    monkeypatch.setattr(Further, "of", lambda *_: {})
    path = tmp_path / "list.csv"
    path.write_text(
        "Company,Kind,Topic,Founded\nAcme Works,company,energy,2001\nBest,company,,2002\n"
        "Cool,university,water,2001\nDone,company,energy,n/a\n"
    )
    found = read_files([path], yes=True, save=False)
    assert [line for line in found.remarks if "not kept" in line] == [
        "in doubt: list.csv: Topic: 3 of 3 cells are not kept (energy, water)"
    ]


def test_what_repeats_in_a_list_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of = Further.of

    def as_sets(*given: Any) -> dict[str, str]:  # as a fault of a reader would keep lists
        found = of(*given)
        return {name: "|".join(dict.fromkeys(text.split("|"))) for name, text in found.items()}

    monkeypatch.setattr(Further, "of", as_sets)
    path = tmp_path / "list.json"
    path.write_text(
        '[{"company": "Acme", "fees": [0.2, 0.2, 0.5]}, {"company": "Best", "fees": [0.5, 0.2]}]'
    )
    found = read_files([path], yes=True, save=False)
    assert [line for line in found.remarks if "not kept" in line] == [
        "in doubt: list.json: fees: 1 of 2 cells is not kept (0.2|0.2|0.5)"
    ]


def test_a_log_that_is_left_out_takes_no_organisation_with_it(tmp_path: Path) -> None:
    path = tmp_path / "firms.json"
    path.write_text(
        '{"firms": [{"id": 1, "firm": "Acme"}, {"id": 2, "firm": "Best"}],'
        ' "changes": [{"firm_id": 2, "firm": "Best", "sort": "new"}]}'
    )
    mapping = tmp_path / "firms.mapping.toml"
    mapping.write_text(
        '[[sheet]]\nfile = "firms.json"\nsheet = "firms"\nshape = "organisations"\n'
        '[sheet.columns]\n"id" = "member id"\n"firm" = "member"\n'
        '[[sheet]]\nfile = "firms.json"\nsheet = "changes"\nshape = "skip"\n'
        '[sheet.columns]\n"firm_id" = "member id"\n"firm" = "member"\n"sort" = "attribute"\n'
    )
    found = read_files([path], mapping=mapping)
    assert statements(found.dataset) == ["Acme x_id=1", "Best x_id=2"]
