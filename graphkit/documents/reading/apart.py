"""Reads files in a process of its own, with a limit of time and memory.

Web pages, PDF and Word files come from anybody. What one of them does to the library that reads it
must not reach the person's work, so reading happens apart: a process that takes too long is ended,
and one that needs too much memory ends itself.

Run as a program, this module is that process: each line it reads names a file, and each line that
it writes is what the file holds.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from graphkit.documents.document import Numbering, Paragraph
from graphkit.documents.reading.contents import Contents
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import printable

SECONDS = 60.0
_MEMORY = 3 * 2**30
MOST_LETTERS = 5_000_000
MOST_PARAGRAPHS = 200_000


class Apart:
    """Reads one file after another in another process, which is started when it is needed."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def read(self, path: Path, ending: str) -> Contents:
        """What a file holds; Fault says why it cannot be read."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds, end)
        timer.start()
        try:
            process.stdin.write(json.dumps([str(path), ending]) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            line = ""
        finally:
            timer.cancel()
        if not line:
            self._stop()
            if late.is_set():
                raise Fault(f"takes longer than {self._seconds:.0f} seconds to read", "split it")
            raise Fault("needs more memory than a document may", "split it")
        answer = json.loads(line)
        if "fault" in answer:
            raise Fault(*answer["fault"])
        return _contents(answer)

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-X", "utf8", "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):  # what was not yet written is of no use
                        stream.close()
            self._process.wait()
            self._process = None


def _contents(answer: dict[str, Any]) -> Contents:
    numbering = Numbering()
    numbering.paragraphs = [Paragraph(*each) for each in answer.pop("paragraphs")]
    return Contents(numbering=numbering, **answer)


def read_here(path: Path, ending: str) -> Contents:
    """What a file holds, read in this process; Fault says why it cannot be read."""
    try:
        found = _reader(ending)(path.read_bytes())
    except Fault:
        raise
    except ModuleNotFoundError as error:
        raise Fault(
            f"needs the package {error.name}", 'install it with: pip install "graphkit[documents]"'
        ) from None
    except (MemoryError, RecursionError):
        raise Fault("is too deeply nested or too large", "split it") from None
    except Exception as error:  # a damaged file raises all kinds of errors
        reason = printable(" ".join(str(error).split()))[:200] or type(error).__name__
        raise Fault(f"cannot be read: {reason}", "save it again") from None
    held = found.numbering.paragraphs
    if len(held) > MOST_PARAGRAPHS or sum(len(each.text) for each in held) > MOST_LETTERS:
        raise Fault(f"holds more than {MOST_LETTERS:,} letters", "split it")
    if not held:
        raise Fault("holds no text", "give a document with text")
    return found


def _reader(ending: str) -> Callable[[bytes], Contents]:
    if ending == ".txt":
        from graphkit.documents.reading.plain_text import read_text as reader
    elif ending == ".md":
        from graphkit.documents.reading.plain_text import read_markdown as reader
    elif ending == ".pdf":
        from graphkit.documents.reading.pdf import read_pdf as reader
    elif ending == ".docx":
        from graphkit.documents.reading.word_file import read_word as reader
    elif ending in (".mhtml", ".mht"):
        from graphkit.documents.reading.web_page import read_archive as reader
    else:
        from graphkit.documents.reading.web_page import read_page as reader
    return reader


def _serve(given: IO[str], out: IO[str]) -> None:
    """Answer each line that names a file with what the file holds."""
    for line in given:
        path, ending = json.loads(line)
        answer: dict[str, Any]
        try:
            found = read_here(Path(path), ending)
            answer = {
                name: getattr(found, name)
                for name in ("title", "publisher", "url", "published", "retrieved", "language")
            }
            answer["paragraphs"] = [
                (each.locator, each.kind, each.text) for each in found.numbering.paragraphs
            ]
        except Fault as fault:
            answer = {"fault": [fault.what, fault.cure]}
        out.write(json.dumps(answer) + "\n")
        out.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    _limit_memory()
    # Nothing that a library prints may stand between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    _serve(sys.stdin, answers)
