"""Run the notebooks and write them as pages, each cell followed by what it gave."""

from __future__ import annotations

import base64
import html
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from docs.build_site.gather import ROOT, made_for, pages, site_text

_FRAME = re.compile(r'srcdoc="([^"]*)"')


def write_notebooks(target: Path) -> None:
    """Write a page per notebook, with its pictures and the pages inside its frames."""
    places = pages()
    for source, place in places.items():
        if source.endswith(".ipynb"):
            folder = target / made_for(place)
            folder.mkdir(parents=True, exist_ok=True)
            text = page_of(executed(ROOT / source), folder, f"../{made_for(place)}")
            path = target / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(site_text(text, source, places), encoding="utf-8")


def executed(path: Path) -> NotebookNode:
    """The notebook with its outputs, run in a folder of its own."""
    book = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        resources = {"metadata": {"path": folder}}
        NotebookClient(book, timeout=600, kernel_name="python3", resources=resources).execute()
    return book


def page_of(book: NotebookNode, folder: Path, address: str) -> str:
    """A notebook as Markdown; files go into a folder that the page knows by its address."""
    parts: list[str] = []
    for cell in book.cells:
        if cell.cell_type == "code":
            parts.append(f"```python\n{cell.source}\n```")
            for number, output in enumerate(cell.outputs):
                parts += _shown(output, folder, address, f"{cell.id}-{number}")
        else:
            parts.append(cell.source)
    return "\n\n".join(parts) + "\n"


def _shown(output: NotebookNode, folder: Path, address: str, name: str) -> Iterator[str]:
    """What a cell gave: printed text, a picture, a frame, or the text of a value."""
    data: Mapping[str, str] = output.get("data", {})
    if "text" in output:
        yield f"```text\n{output.text.rstrip()}\n```"
    elif frame := _FRAME.search(data.get("text/html", "")):
        (folder / f"{name}.html").write_text(html.unescape(frame[1]), encoding="utf-8")
        words = "Interactive view of the network"
        source = f'<iframe class="made" src="{address}/{name}.html" title="{words}"></iframe>'
        yield f"```{{raw}} html\n{source}\n```"
    elif "image/png" in data:
        (folder / f"{name}.png").write_bytes(base64.b64decode(data["image/png"]))
        yield f"```{{figure}} {address}/{name}.png\n:alt: The figure that the cell above draws\n```"
    elif "text/html" in data:
        # With the class of Sphinx's own tables, it looks like them.
        table = data["text/html"].replace("<table>", '<table class="docutils">')
        yield f"```{{raw}} html\n{table}\n```"
    elif "text/plain" in data:
        yield f"```text\n{data['text/plain']}\n```"
