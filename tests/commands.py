"""The command `graphkit`, run in this process or in one of its own.

In this process it costs no start of Python and no imports, and sees what a process of its own
would see: its folder, its environment, its three standard streams. Processes are for what only
they show: the first start, pipes, signals, encodings, hash seeds.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from unittest.mock import patch

import pytest

from graphkit.caches import cache_folder
from graphkit.cli.main import main
from graphkit.store.embedded.java_cache import SETTING

os.environ.setdefault(SETTING, str(cache_folder() / "java"))
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "LANG": "C.UTF-8",
    "PYTHONDONTWRITEBYTECODE": "1",
    SETTING: os.environ[SETTING],
}
"""All that a command finds in its environment unless a test adds to it: whatever home a test sets,
Java starts with the archive of classes that all tests share.
"""

_STREAMS = ("stdin", "stdout", "stderr")
_HIDDEN = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)
"""The warnings that Python does not show to a person who runs a command."""


@dataclass(frozen=True)
class Ran:
    """What a command has done that its user can see, apart from the files it wrote."""

    returncode: int
    stdout: str
    stderr: str


def graphkit(*arguments: object, cwd: Path, stdin: str = "", **environment: str) -> Ran:
    """Run a command in this process.

    Parameters
    ----------
    arguments
        The words after `graphkit`.
    cwd
        The folder it runs in.
    stdin
        What it reads on standard input; a lone surrogate stands for a byte that is not UTF-8.
    environment
        Variables beside `ENVIRONMENT`. Those for Python itself need `graphkit_process`.
    """
    assert not [name for name in environment if name.startswith(("PYTHON", "LC_"))]
    with ExitStack() as undo:
        undo.enter_context(chdir(cwd))
        undo.enter_context(patch.dict(os.environ, ENVIRONMENT | environment, clear=True))
        undo.enter_context(_as_shown_to_a_user())
        undo.callback(signal.signal, signal.SIGTERM, signal.getsignal(signal.SIGTERM))
        undo.callback(signal.signal, signal.SIGINT, signal.getsignal(signal.SIGINT))
        given, out, err = (undo.enter_context(TemporaryFile()) for _ in range(3))
        given.write(stdin.encode("utf-8", "surrogateescape"))
        given.seek(0)
        with _standard_streams(given, out, err):
            code = _exit_code(list(map(str, arguments)))
        return Ran(code, _text(out), _text(err))


def graphkit_process(
    *arguments: object, cwd: Path, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own; what is given is as for `graphkit`."""
    return subprocess.run(
        [sys.executable, "-m", "graphkit", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        env=ENVIRONMENT | environment,
        timeout=120,
        check=False,
    )


def _exit_code(arguments: list[str]) -> int:
    """The code with which the command ends, as the interpreter reads `SystemExit`."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    code = ended.value.code or 0
    assert isinstance(code, int)
    return code


@contextmanager
def _standard_streams(*files: IO[bytes]) -> Iterator[None]:
    """Put files in the place of standard input, output and error.

    The descriptors are exchanged too, so that what a library or Java prints is not lost.
    """
    with ExitStack() as undo:
        for number, (name, file) in enumerate(zip(_STREAMS, files, strict=True)):
            kept = os.dup(number)
            undo.callback(os.close, kept)
            undo.callback(os.dup2, kept, number)
            os.dup2(file.fileno(), number)
            mode = "w" if number else "r"
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            undo.enter_context(patch.object(sys, name, undo.enter_context(stream)))
        yield


@contextmanager
def _as_shown_to_a_user() -> Iterator[None]:
    """Make an error of each warning that a person would see."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for category in _HIDDEN:
            warnings.simplefilter("ignore", category)
        yield


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "surrogateescape").replace(os.linesep, "\n")
