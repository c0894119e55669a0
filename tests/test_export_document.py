"""The worked examples of docs/export.md: every command runs, and the files hold the lines shown."""

from __future__ import annotations

import re
from pathlib import Path

from graphkit.export.networks import NETWORK_FORMATS, format_meant
from tests.commands import graphkit

DOCUMENT = Path(__file__).parent.parent / "docs" / "export.md"
_BLOCK = re.compile(r"^```(\w*)(?: ([\w./-]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_example_runs_and_shows_what_is_written(tmp_path: Path) -> None:
    blocks = _BLOCK.findall(DOCUMENT.read_text(encoding="utf-8"))
    (tmp_path / "forum").mkdir()
    written = set()
    loaded = False
    for _, file, text in blocks:
        if text.startswith("$ graphkit export"):
            if not loaded:
                assert graphkit("load", "forum", cwd=tmp_path).returncode == 0
                loaded = True
            words = text.split()[2:]
            ran = graphkit(*words, cwd=tmp_path)
            assert ran.returncode == 0, ran.stderr
            asked = words[words.index("--format") + 1] if "--format" in words else None
            written.add(format_meant(Path(words[words.index("-o") + 1]), asked))
        elif not loaded:
            (tmp_path / file).write_text(text, encoding="utf-8")
        else:
            lines = iter((tmp_path / file).read_text("utf-8").splitlines())
            for line in text.splitlines():
                # Three dots stand for what is left out; a comma before it is not shown.
                assert line == "…" or any(line == held.rstrip(",") or line == held
                                          for held in lines), (file, line)  # fmt: skip
    assert written == set(NETWORK_FORMATS)


def test_the_document_says_of_every_format_what_comes_back() -> None:
    table = DOCUMENT.read_text("utf-8").partition("## What is lost")[2].partition("## The ex")[0]
    assert {name for name in NETWORK_FORMATS if f"`{name}`" in table} == set(NETWORK_FORMATS)
