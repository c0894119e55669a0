"""Plain English in everything that is read: help, messages, docstrings, comments and documents.

proselint (`make lint`) knows the common faults of English prose; the patterns here are our own.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "graphkit"

# Each pattern with a sentence that it must find, and the plain form, which it must leave alone.
PATTERNS = {
    r"(?<!\bthere )\b(is|are) no (?!longer\b|more\b|less\b|better\b|worse\b)[a-z]": (
        "'2014-13' is no date",
        "'2014-13' is not a date; there is no month 13, and it is no longer used",
    ),
    r"\banew\b": ("the ranks are computed anew", "the ranks are computed again"),
    r"\bso many\b": ("only the first so many organisations", "only the first N organisations"),
    r"\ba (row|line|sentence|paragraph|column) an? (?!time\b)[a-z]": (
        "a row an organisation, in order of rank",
        "one row per organisation, in order of rank",
    ),
    r"\b(one|file|question|place|group|key|spoke) an? (table|file|line|row|pair|membership)\b": (
        "a folder of CSV files, one a table",
        "a folder of CSV files, one per table",
    ),
    r"\b(of|from) whom\b|\bwhom (it|one|two|they|an?|the)\b": (
        "who is cut off, and from whom",
        "which organisations are cut off; who is tied to whom",
    ),
    r"\bwhoever\b": ("for whoever may reach it", "for everyone who can reach it"),
    r"\bdefects? (of|in) (graphkit|ours)\b": ("a defect of graphkit", "a bug in graphkit"),
    r"\bof which it is not\b": (
        "facts of which it is not known whether they were in force",
        "facts that may or may not have been in force",
    ),
    r"\bnone (of|in) the vocabulary\b": (
        "a label that is none of the vocabulary",
        "a label that is not in the vocabulary",
    ),
    r"\bno such lines\b": ("stars: no such lines", "stars: unknown style"),
    r"\bdots an inch\b": ("300 dots an inch", "300 dots per inch"),
    r"\bthe well tied\b": (
        "how well it is tied to the well tied",
        "how central its neighbours are",
    ),
    r"\bwith a word (on|when|that)\b": (
        "skipped with a word when there is none",
        "skipped with a message",
    ),
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_pattern_finds_its_example_and_leaves_the_plain_form_alone(pattern):
    stiff, plain = PATTERNS[pattern]
    assert re.search(pattern, stiff)
    assert not re.search(pattern, plain)


@pytest.mark.parametrize(
    "code",
    [
        '"""A module that is no test."""',
        'raise ValueError(f"{text} is no date")',
        'help = "is "\\\n    "no date"',
        "x = 1  # it is no date",
    ],
)
def test_texts_of_a_module_are_its_strings_docstrings_and_comments(code):
    assert any("is no " in text for _, text in of_module(code))


def test_everything_that_is_read_is_in_plain_english():
    texts = list(everything())
    # By hand: modules, documents, queries, messages and scripts are all among them.
    suffixes = {place.partition(":")[0].rpartition(".")[2] for place, _ in texts}
    assert suffixes >= {"py", "md", "cypher", "json", "ts"}
    any_of = re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS))
    found = [
        f"{place}: {match[0]!r} in: {_around(text, match)}"
        for place, text in texts
        for match in any_of.finditer(text)
    ]
    assert found == []


def everything() -> Iterator[tuple[str, str]]:
    """Every text with its place."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "node_modules" not in path.parts:
            for line, text in of_module(path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(ROOT)}:{line}", _flat(text)
    for path in sorted((PACKAGE / "views" / "messages").glob("*.json")):
        for text in _leaves(json.loads(path.read_text(encoding="utf-8"))):
            yield f"{path.relative_to(ROOT)}: {text}", text
    scripts = (PACKAGE / "views" / "web" / "src").rglob("*.ts")
    queries = (ROOT / "queries").glob("*.*")
    pages = (path for path in (ROOT / "docs").rglob("*.*") if path.suffix in (".md", ".py"))
    documents = [*ROOT.glob("*.md"), *pages]
    for path in sorted([*scripts, *queries, *documents]):
        if path.is_file():
            yield f"{path.relative_to(ROOT)}: ", _flat(path.read_text(encoding="utf-8"))


def of_module(code: str) -> Iterator[tuple[int, str]]:
    """The strings, docstrings and comments of a module, each with its line."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.JoinedStr):
            parts = (each.value if isinstance(each, ast.Constant) else "x" for each in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
    # What follows a # within a string is among the strings too.
    for number, line in enumerate(code.split("\n"), start=1):
        if "#" in line:
            yield number, line.partition("#")[2]


def _leaves(texts: object) -> Iterator[str]:
    if isinstance(texts, dict):
        for each in texts.values():
            yield from _leaves(each)
    else:
        yield str(texts)


def _flat(text: str) -> str:
    return re.sub(r"\s*\n\s*(?:#|//|\*)?\s*", " ", text)


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 50) : match.end() + 30]
