"""A report as one HTML page that needs no other file and no network.

Each computed value is an element `data` with its key and its exact value beside the text, and a
JSON block holds what the report rests on: `verify_report` reads both.
"""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from graphkit.report.tree import (
    Block,
    Grid,
    Heading,
    Interactive,
    Item,
    Items,
    Link,
    Paragraph,
    Picture,
    Piece,
    Report,
    Run,
    text_of,
)
from graphkit.report.writers.format import Format
from graphkit.views.page.write import SANDBOX

DATA = "graphkit-report"
"""The id of the JSON block."""

_POLICY = (
    "default-src 'none'; img-src 'self' data: blob:; style-src 'unsafe-inline'; "
    "font-src data:; script-src 'unsafe-inline'; worker-src blob:; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
_FRAME_HEIGHT = 640


@dataclass
class Places:
    """Where pictures and pages are: inside the file, or beside it in a folder.

    Attributes
    ----------
    picture : callable
        Takes a picture and returns the address of its image.
    frame : callable
        Takes a page and returns the attribute of its frame.
    more : callable
        Takes a table or picture and returns HTML with links to its other files.
    """

    picture: Callable[[Picture], str]
    frame: Callable[[Interactive], str] | None
    more: Callable[[Grid | Picture], str] = field(default=lambda _: "")


def inside() -> Places:
    """All in one file."""

    def picture(each: Picture) -> str:
        drawn = base64.b64encode(each.draw("svg")).decode("ascii")
        return f"data:image/svg+xml;base64,{drawn}"

    def frame(each: Interactive) -> str:
        return f'srcdoc="{html.escape(each.page(), quote=True)}"'

    return Places(picture, frame)


def report_html(report: Report, places: Places | None = None) -> str:
    """Return a report as a page.

    Parameters
    ----------
    report : Report
        The report.
    places : Places, optional
        Where pictures and pages are; by default inside the page.

    Returns
    -------
    str
        One HTML document. The same report gives the same text.
    """
    return _Page(report, places or inside()).text()


class _Page:
    """The page as it is written: it counts its tables and figures."""

    def __init__(self, report: Report, places: Places):
        self._report = report
        self._places = places
        self._tables = 0
        self._figures = 0

    def text(self) -> str:
        report, labels = self._report, self._report.labels
        style = (files("graphkit.report") / "report.css").read_text(encoding="utf-8")
        kept = json.dumps(report.manifest, sort_keys=True).replace("<", "\\u003c")
        author = (
            f'<p class="author">{_escaped(labels["by"].format(author=report.author))}</p>\n'
            if report.author
            else ""
        )
        described = (
            f'<meta name="author" content="{_escaped(report.author)}">\n' if report.author else ""
        )
        contents = "\n".join(
            f'<li><a href="#{each.name}">{_escaped(each.title)}</a></li>'
            for each in report.sections
        )
        body = "\n".join(
            f'<section id="{each.name}" aria-labelledby="{each.name}-heading">\n'
            f'<h2 id="{each.name}-heading">{_escaped(each.title)}</h2>\n'
            f"{chr(10).join(''.join(self._block(block)) for block in each.blocks)}\n</section>"
            for each in report.sections
        )
        return (
            f'<!doctype html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="generator" content="graphkit">\n{described}'
            '<meta name="referrer" content="no-referrer">\n'
            f"<title>{_escaped(report.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#report">{_escaped(labels["skip"])}</a>\n'
            f"<header>\n<h1>{_escaped(report.title)}</h1>\n{author}"
            f'<p class="lead">{_run(report.lead)}</p>\n</header>\n'
            f'<nav aria-labelledby="contents-heading">\n<h2 id="contents-heading">'
            f"{_escaped(labels['contents'])}</h2>\n<ol>\n{contents}\n</ol>\n</nav>\n"
            f'<main id="report">\n{body}\n</main>\n'
            f"<footer><p>{_escaped(labels['made'])}</p></footer>\n"
            f'<script type="application/json" id="{DATA}">{kept}</script>\n</body>\n</html>\n'
        )

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(run):
                yield f"<p>{_run(run)}</p>"
            case Heading(run):
                yield f"<h3>{_run(run)}</h3>"
            case Items(items):
                yield f"<ul>\n{''.join(map(_item, items))}</ul>"
            case Grid():
                yield from self._table(block)
            case Picture():
                yield self._figure(block)
            case Interactive():
                if self._places.frame is not None:
                    yield (
                        f'<p class="on-screen">{_escaped(block.said)}</p>\n'
                        f"<iframe {self._places.frame(block)} "
                        f'title="{_escaped(block.title)}" sandbox="{SANDBOX}" '
                        f'referrerpolicy="no-referrer" height="{_FRAME_HEIGHT}"></iframe>'
                    )

    def _table(self, grid: Grid) -> Iterator[str]:
        self._tables += 1
        label = self._report.labels["table"].format(n=self._tables)
        caption = f"<b>{_escaped(label)}.</b> {_run(grid.caption)}"
        yield (
            f'<div class="table" tabindex="0" role="region" '
            f'aria-label="{_escaped(f"{label}. {text_of(grid.caption)}")}">\n'
            f"<table>\n<caption>{caption}{self._places.more(grid)}</caption>\n<thead>\n<tr>"
        )
        for name, numeric in zip(grid.columns, grid.numeric, strict=True):
            yield f'<th scope="col"{_NUMERIC * numeric}>{_escaped(name)}</th>'
        yield "</tr>\n</thead>\n<tbody>\n"
        for row in grid.rows:
            yield f'<tr><th scope="row">{_run(row[0])}</th>'
            for cell, numeric in zip(row[1:], grid.numeric[1:], strict=True):
                yield f"<td{_NUMERIC * numeric}>{_run(cell)}</td>"
            yield "</tr>\n"
        yield "</tbody>\n</table>\n</div>"

    def _figure(self, picture: Picture) -> str:
        self._figures += 1
        label = self._report.labels["figure"].format(n=self._figures)
        return (
            f'<figure>\n<img src="{self._places.picture(picture)}" '
            f'alt="{_escaped(picture.alternative)}">\n<figcaption><b>{_escaped(label)}.</b> '
            f"{_escaped(picture.caption)}{self._places.more(picture)}</figcaption>\n</figure>"
        )


_NUMERIC = ' class="number"'


def _item(item: Item) -> str:
    name = f' id="{item.anchor}"' if item.anchor else ""
    return f"<li{name}>{_run(item.run)}</li>\n"


def _run(run: Run) -> str:
    return "".join(map(_piece, run)).strip()


def _piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return _escaped(piece)
    if isinstance(piece, Link):
        if piece.is_address:
            return (
                f'<a href="{_escaped(piece.to)}" rel="noopener noreferrer">'
                f"{_escaped(piece.text)}</a>"
            )
        # Not the other way round, or a PDF has a second link that belongs to nothing.
        return f'<bdi><a href="#{_escaped(piece.to)}">{_escaped(piece.text)}</a></bdi>'
    value = piece.value if isinstance(piece.value, str) else repr(piece.value)
    text = _escaped(piece.text)
    if isinstance(piece.value, str):
        text = f"<bdi>{text}</bdi>"
    return f'<data value="{_escaped(value)}" data-key="{_escaped(piece.key)}">{text}</data>'


def _escaped(text: str) -> str:
    return html.escape(text.encode("utf-8", errors="replace").decode("utf-8"), quote=True)


def _write(report: Report, _: Path | None) -> bytes:
    return report_html(report).encode("utf-8")


FORMAT = Format((".html", ".htm"), _write)
