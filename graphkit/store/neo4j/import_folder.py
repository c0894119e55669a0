"""A folder for Neo4j's import tool: the names of its files, and whether it is as it was exported.

Who sends a folder can write digests too. So nothing in it is run or passed on but the names of its
own files: the arguments have to be ones that an export writes.
"""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Mapping
from pathlib import Path

from graphkit.model import UsageError
from graphkit.model.visible_text import visible

ARGUMENTS = "import.args"
"""The file of arguments: `neo4j-admin database import full @import.args`, run in the folder."""

CONSTRAINTS = "constraints.cypher"
"""The statements that make the constraints once the server runs."""

DIGESTS = "import.sha256"
"""The SHA-256 of every other file, in the form of the lists of sha256sum."""

DATABASE = "neo4j"
"""The one database of a Community server."""

_ARGUMENT = re.compile(
    r"--multiline-fields=true|--trim-strings=false|--array-delimiter=U\+001F"
    r"|--(?:nodes|relationships=[A-Z_]+)=\./([a-z_-]+\.csv)"
)
_LINE = re.compile(r"([0-9a-f]{64})  ([a-z_.0-9-]+)")


def digest_lines(files: Mapping[str, str]) -> str:
    """What `DIGESTS` holds for these files."""
    return "".join(
        f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in files.items()
    )


def checked(folder: Path) -> int:
    """See that a folder is as it was exported for the import tool.

    Returns the size of its files in bytes. Raises UsageError where it is something else, or a file
    is missing or has changed.
    """
    if not (folder / DIGESTS).is_file():
        raise UsageError(
            f"{folder} is not an export for Neo4j's import; name a folder that was exported in the "
            "format neo4j-import"
        )
    try:
        digests = _digests(folder)
        for name, digest in digests.items():
            with (folder / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                    raise _changed(folder / name, f"has changed since it was exported ({DIGESTS})")
        for number, line in enumerate(_lines(folder / ARGUMENTS), 1):
            found = _ARGUMENT.fullmatch(line)
            if found is None or (found[1] and found[1] not in digests):
                raise _changed(folder / ARGUMENTS, f"line {number} is not as an export writes it")
        return sum((folder / name).stat().st_size for name in digests)
    except OSError as error:
        raise _changed(error.filename, f"cannot be read: {error.strerror}") from None


def commands(folder: Path, *, replace: bool) -> list[str]:
    """The commands that import a folder into another server, which is stopped.

    replace: whether a database that is there is replaced.
    """
    return [
        f"cd {shlex.quote(str(folder.absolute()))}",
        "neo4j stop",
        f"neo4j-admin {' '.join(arguments(replace=replace))}",
        "neo4j start",
        f"cypher-shell -d {DATABASE} -f {CONSTRAINTS}",
        "graphkit verify --store bolt://localhost:7687",
    ]


def arguments(*, replace: bool) -> list[str]:
    """The words behind `neo4j-admin`, to be run in the folder."""
    over = ["--overwrite-destination=true"] if replace else []
    return ["database", "import", "full", DATABASE, *over, f"@{ARGUMENTS}"]


def _digests(folder: Path) -> dict[str, str]:
    digests: dict[str, str] = {}
    for number, line in enumerate(_lines(folder / DIGESTS), 1):
        found = _LINE.fullmatch(line)
        if found is None:
            raise _changed(folder / DIGESTS, f"line {number} is not a digest and a file's name")
        digests[found[2]] = found[1]
    if ARGUMENTS not in digests:
        raise _changed(folder / DIGESTS, f"there is no line for {ARGUMENTS}")
    return digests


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8", errors="replace").splitlines()


def _changed(file: str | Path, what: str) -> UsageError:
    return UsageError(f"{visible(str(file))}: {what}; export the folder again")
