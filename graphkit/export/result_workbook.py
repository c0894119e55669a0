"""A result as a workbook in a file: its table, what explains it, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.export.formats import render
from graphkit.export.manifest import manifest_table
from graphkit.export.results import table_of
from graphkit.files import write_bytes
from graphkit.model import UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Manifest

if TYPE_CHECKING:
    from graphkit.network import Network


def write_workbook(
    result: Tabular, path: str | Path, network: Network | None, settings: Mapping[str, object]
) -> None:
    """Write a result as a workbook; see `Tabular.to_excel`."""
    table = table_of(result)
    if network is not None:
        _check_selection(result, network)
        table = replace(
            table, beside=(*table.beside, manifest_table(Manifest.of(network, **settings)))
        )
    elif settings:
        raise UsageError("settings are part of the manifest; give `network` too")
    written = render(table, "xlsx")
    assert isinstance(written, bytes)
    write_bytes(written, path)


def _check_selection(result: Tabular, network: Network) -> None:
    """Refuse the manifest of another selection than the one that the result was computed of."""
    selection = getattr(result, "selection", network.selection)
    if selection != network.selection:
        raise UsageError(
            f"`network` is selected otherwise ({network.selection}) than the result was "
            f"({selection}); give the network that it was computed of"
        )
