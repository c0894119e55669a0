"""Adding to graphkit as CONTRIBUTING.md says: a copy of the package with a new file and a new line.

Whole programs run on the copy, so what is shown is what somebody sees who makes the change.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import graphkit

_PACKAGE = Path(graphkit.__file__).parent


class Additions:
    """A copy of graphkit in which files are new and lines are inserted.

    files: text by path within graphkit. lines: by path a text in the line to insert after, and the
    new line.
    """

    def __init__(
        self, folder: Path, files: Mapping[str, str], lines: Mapping[str, tuple[str, str]]
    ) -> None:
        self.folder = folder
        self._link(folder / "graphkit", _PACKAGE, {Path(name).parts for name in {*files, *lines}})
        for name, text in files.items():
            (folder / "graphkit" / name).write_text(text, encoding="utf-8")
        for name, (after, line) in lines.items():
            text = (_PACKAGE / name).read_text(encoding="utf-8")
            before, found, rest = text.partition(after)
            assert found, (name, after)
            end, feed, rest = rest.partition("\n")
            (folder / "graphkit" / name).write_text(
                f"{before}{found}{end}{feed}{line}\n{rest}", encoding="utf-8"
            )

    def _link(self, copy: Path, original: Path, changed: set[tuple[str, ...]]) -> None:
        """Make folders in which something changes; all else becomes a link to the original."""
        copy.mkdir()
        for path in original.iterdir():
            inside = {parts[1:] for parts in changed if parts[0] == path.name}
            if path.is_dir() and inside:
                self._link(copy / path.name, path, inside)
            elif not inside and path.name != "__pycache__":
                (copy / path.name).symlink_to(path)

    def run(self, *arguments: str) -> str:
        """What Python prints for these arguments on the changed package."""
        ran = subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            cwd=self.folder,
            encoding="utf-8",
            env=os.environ
            | {"PYTHONPATH": str(self.folder), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout
