"""Write the generated documents: vocabulary.md from the model, commands.md from the help,
metrics.md from the metric catalogue, glossary.md from the texts of pages and figures, and
addresses.md from the filters and metrics of pages.

A test compares them with what this would write, so they always match the code.
"""

from __future__ import annotations

from pathlib import Path

from docs.generated.addresses import addresses
from docs.generated.commands import commands
from docs.generated.glossary import terms
from docs.generated.metrics import metrics
from docs.generated.vocabulary import vocabulary

DOCS = Path(__file__).parent
_NOTE = "<!-- Written by docs/generate.py; change the code, then run `make docs`. -->"
_PAGES = {
    "vocabulary.md": ("Vocabulary and tables", vocabulary),
    "commands.md": ("Commands", commands),
    "metrics.md": ("Metrics", metrics),
    "glossary.md": ("Glossary", terms),
    "addresses.md": ("Page addresses", addresses),
}
DOCUMENTS = tuple(_PAGES)


def document(name: str) -> str:
    """A generated document, whole."""
    title, text = _PAGES[name]
    return f"# {title}\n\n{_NOTE}\n\n{text()}"


if __name__ == "__main__":
    for name in DOCUMENTS:
        (DOCS / name).write_text(document(name), encoding="utf-8", newline="\n")
