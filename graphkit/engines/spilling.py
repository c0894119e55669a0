"""The folder to which an engine writes what does not fit into memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graphkit.engines.engine import Limits
from graphkit.model import GraphkitError, UsageError


@contextmanager
def folder_for(limits: Limits) -> Iterator[Path]:
    """A temporary folder in `spill`, or where the system has such folders; gone on leaving.

    So is `spill` itself, with the folders above it, as far as they were made here.
    """
    place = Path(limits.spill) if limits.spill else Path(tempfile.gettempdir())
    new = [each for each in (place, *place.parents) if not each.exists()]
    try:
        place.mkdir(parents=True, exist_ok=True)
        folder = tempfile.TemporaryDirectory(
            dir=place, prefix="graphkit-", ignore_cleanup_errors=True
        )
    except OSError as error:
        raise UsageError(f"`spill` {place}: {error.strerror}; name another folder") from None
    try:
        with folder as made:
            yield Path(made)
    finally:
        with suppress(OSError):  # another run may use them too
            for each in new:
                each.rmdir()


def unwritten(place: Path, error: OSError) -> GraphkitError:
    """The error for a folder in which there is no room, say."""
    # numpy says only how much was written, and pyarrow all that it knows in one text.
    return GraphkitError(f"{place}: {error.strerror or error}; name another folder with `spill`")
