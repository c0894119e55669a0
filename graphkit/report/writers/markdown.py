"""A report as Markdown, and as lines for a terminal. Figures are given by their alternative."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
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
    Report,
    Run,
    text_of,
)
from graphkit.report.writers.format import Format

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_NUMBER_AT_START = re.compile(r"^(\s*\d+)([.)])(?=\s)")


def report_markdown(report: Report) -> str:
    """Return a report as Markdown.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    str
        The text. What comes from the data is escaped, so that it is read as it is.
    """
    lines = [f"# {_escaped(report.title)}", ""]
    if report.author:
        lines += [_escaped(report.labels["by"].format(author=report.author)), ""]
    lines += [_run(report.lead), ""]
    for section in report.sections:
        lines += [f"## {_anchor(section.name)}{_escaped(section.title)}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
    return "\n".join(lines).rstrip() + "\n"


def report_lines(report: Report, width: int = 80) -> str:
    """Return a report as plain lines for a terminal.

    Parameters
    ----------
    report : Report
        The report.
    width : int, default 80
        The longest line, in characters.

    Returns
    -------
    str
        The text, without tables and figures.
    """
    lines: list[str] = [report.title, ""]
    if report.author:
        lines += [report.labels["by"].format(author=report.author), ""]
    lines += [*_filled(text_of(report.lead), width), ""]
    for section in report.sections:
        lines += [section.title.upper(), ""]
        for block in section.blocks:
            match block:
                case Paragraph(run):
                    lines += [*_filled(text_of(run), width), ""]
                case Heading(run):
                    lines += [*_filled(text_of(run), width)]
                case Items(items):
                    for item in items:
                        lines += _filled(text_of(item.run), width, "  - ", "    ")
                    lines.append("")
                case _:
                    pass
    return "\n".join(lines).rstrip() + "\n"


def _filled(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text.strip(),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(run):
            yield _run(run).strip()
        case Heading(run):
            yield f"### {_run(run)}"
        case Items(items):
            yield from (_item(each) for each in items)
        case Grid():
            yield from _table(block)
        case Picture():
            yield f"*{_escaped(block.alternative)}*"
        case Interactive():
            yield ""  # a page to explore is for browsers


def _item(item: Item) -> str:
    return f"- {_anchor(item.anchor) if item.anchor else ''}{_run(item.run)}"


def _table(grid: Grid) -> Iterator[str]:
    yield f"**{_run(grid.caption)}**"
    yield ""
    yield f"| {' | '.join(map(_escaped, grid.columns))} |"
    yield f"|{'|'.join('---:' if each else '---' for each in grid.numeric)}|"
    for row in grid.rows:
        yield f"| {' | '.join(_run(cell) for cell in row)} |"


def _anchor(name: str) -> str:
    return f'<a id="{name}"></a>'


def _run(run: Run) -> str:
    said = "".join(
        f"[{_escaped(each.text)}](<{_address(each)}>)"
        if isinstance(each, Link)
        else _escaped(each if isinstance(each, str) else each.text)
        for each in run
    )
    return _NUMBER_AT_START.sub(r"\1\\\2", said)


def _address(link: Link) -> str:
    if not link.is_address:
        return f"#{link.to}"
    return link.to.replace("<", "%3C").replace(">", "%3E").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text).replace("&", "&amp;")


def _write(report: Report, _: Path | None) -> bytes:
    return report_markdown(report).encode("utf-8", errors="replace")


FORMAT = Format((".md",), _write)
