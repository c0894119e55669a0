"""Hearing what the engine says in its log alone: pages that it could not write, a garbled log.

There it tells of failures that no call of ours raises; without this a full disk would leave a store
that lacks pages, and nobody would know.
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

from graphkit.store.embedded import jvm


class EngineLog:
    """Collects the severe messages of the engine while a block runs."""

    def __enter__(self) -> Self:
        jvm.start()
        self._written = jvm.java("java.io.ByteArrayOutputStream")()
        self._handler: Any = jvm.java("java.util.logging.StreamHandler")(
            self._written, jvm.java("java.util.logging.SimpleFormatter")()
        )
        self._handler.setLevel(jvm.java("java.util.logging.Level").SEVERE)
        self._root().addHandler(self._handler)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._root().removeHandler(self._handler)

    def text(self) -> str:
        """Everything that was said so far, with the traces of Java's exceptions."""
        self._handler.flush()
        return str(self._written.toString())

    def _root(self) -> Any:
        return jvm.java("java.util.logging.Logger").getLogger("")


def first_line(text: str) -> str:
    """The first message of a log, without its time and place."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[1] if len(lines) > 1 else "".join(lines)
