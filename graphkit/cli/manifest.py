"""`--manifest`: write what the result of a command rests on.

The option keeps its file in click's context, the command notes what it has read, and the group
writes the file when the command has ended well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from graphkit.network import Network, Selection
    from graphkit.network.manifest import Manifest
    from graphkit.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])

_FILE = "graphkit.manifest.file"
_CONTEXT = "graphkit.manifest.context"
_NOTED = "graphkit.manifest.noted"
_SETTINGS = "graphkit.manifest.settings"
_RECOMPUTE = "graphkit.manifest.recompute"

_NO_SETTINGS = {
    *("store", "form", "bom", "decimal_comma", "debug", "language", "timeout", "problems"),
    *("memory", "spill"),
}
"""Parameters that decide how a result is written, or where from, and not what it says."""


def manifest_options(command: Command) -> Command:
    """`--manifest` and `--recompute`."""
    for option in (
        click.option(
            "--recompute",
            is_flag=True,
            expose_value=False,
            callback=_keep(_RECOMPUTE),
            help="Recompute the digests of the data sets from what the store holds.",
        ),
        click.option(
            "--manifest",
            type=click.Path(dir_okay=False, path_type=Path),
            expose_value=False,
            callback=_keep(_FILE),
            help="Also write to this file what the result rests on, as JSON.",
        ),
    ):
        command = option(command)
    return command


def _keep(key: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def keep(context: click.Context, _: click.Parameter, value: Any) -> None:
        context.meta[key] = value
        context.meta[_CONTEXT] = context

    return keep


def recomputed(store: Store, network: Network) -> Network:
    """The network, whole and with the digests that its manifest is to name."""
    from dataclasses import replace

    if not _meta().get(_RECOMPUTE):
        return network
    return replace(network.whole or network, origin=_datasets(store))


def note_network(network: Network) -> None:
    """Keep for the manifest which network a result was made from."""
    _meta()[_NOTED] = network.datasets, network.selection


def note_store(store: Store, *, wanted: bool = False) -> None:
    """Keep for the manifest which store a result was read from, where there is to be one.

    wanted: whether the result itself holds the manifest.
    """
    if wanted or _meta().get(_FILE) is not None:
        _meta()[_NOTED] = _datasets(store), None


def note_pairs(folder: str, *, wanted: bool = False) -> None:
    """Keep for the manifest which exported pairs a result was made from; as `note_store`."""
    from graphkit.engines.pairs import PAIRS, datasets_of, pairs_in

    _meta()[_NOTED] = datasets_of(pairs_in(folder)), None
    file = Path(folder, PAIRS)
    if (wanted or _meta().get(_FILE) is not None) and file.is_file():
        with file.open("rb") as stream:
            note_settings(pairs=f"sha256 {hashlib.file_digest(stream, 'sha256').hexdigest()}")


def note_settings(**settings: object) -> None:
    """Keep for the manifest what was used for options that were not given."""
    _meta().setdefault(_SETTINGS, {}).update(settings)


def write_manifest(context: click.Context) -> Path | None:
    """Write the manifest where one was asked for, and return its file."""
    file: Path | None = context.meta.get(_FILE)
    if file is None or _NOTED not in context.meta:
        return None
    from graphkit.files import write_text

    write_text(_manifest(context.meta[_CONTEXT]).text(), file)
    return file


def manifest() -> Manifest:
    """The manifest of the command that runs, as far as it has noted what its result rests on."""
    return _manifest(click.get_current_context())


def _manifest(command: click.Context) -> Manifest:
    from graphkit.network.manifest import Manifest

    datasets, selection = command.meta.get(_NOTED, ((), None))
    settings = {"command": command.info_name} | _given(command, selection)
    return Manifest(datasets, selection, settings | command.meta.get(_SETTINGS, {}))


def _given(command: click.Context, selection: Selection | None) -> dict[str, object]:
    """The options of a command that decide what its result says."""
    from graphkit.network import WORDS

    words = WORDS if selection is not None else {}
    return {
        name: value
        for name, value in command.params.items()
        if name not in _NO_SETTINGS
        and name not in words
        and value not in (None, (), False)
        and not isinstance(value, Path)
        and not (isinstance(value, tuple) and any(isinstance(each, Path) for each in value))
    }


def _datasets(store: Store) -> tuple[Any, ...]:
    """What a store keeps about its data sets, with digests recomputed where that was asked for."""
    kept = store.datasets()
    if not _meta().get(_RECOMPUTE):
        return kept
    from dataclasses import replace

    from graphkit.store import verify

    found = verify(store)
    return tuple(
        replace(
            each,
            digest=found.digests[each.name],
            nodes=found.counts[each.name][0],
            facts=found.counts[each.name][1],
            recomputed=True,
        )
        for each in kept
    )


def _meta() -> dict[str, Any]:
    context = click.get_current_context(silent=True)
    return {} if context is None else context.meta
