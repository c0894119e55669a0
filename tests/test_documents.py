"""The documents say what the code does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from graphkit.cli.main import cli

ROOT = Path(__file__).parent.parent


def generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["vocabulary.md", "commands.md"])
def test_generated_documents_are_current(name):
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == generator().DOCUMENTS[name](), "run `make docs`"


def test_every_command_has_an_example_in_its_help():
    for name in cli.list_commands(None):
        assert "Example:" in cli.get_command(None, name).help, name


def test_links_between_documents_lead_somewhere():
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("queries/*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_repository_says_nothing_of_the_machine_it_was_written_on():
    traces = re.compile(r"/work/|/root/|/home/\w+/|files\.pythonhosted|registry\.npmjs")
    for path in _texts():
        found = traces.search(path.read_text(encoding="utf-8"))
        assert found is None or path == Path(__file__), f"{path}: {found}"


def _texts():
    for path in ROOT.rglob("*"):
        top = path.relative_to(ROOT).parts[0]
        if path.suffix in _WRITTEN and not top.startswith(".") and top not in _UNTRACKED:
            yield path


_WRITTEN = {".py", ".md", ".toml", ".csv", ".cypher", ".js", ".css", ".json"}
_UNTRACKED = {"build", "dist", "graphkit-demo", "node_modules"}
