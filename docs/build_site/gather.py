"""Put the pages of the repository where the site has them, and lead their links there.

The Markdown stays as a code host shows it: no directives, no menus. The menu comes from the index
page of each part: what its lists link to, in that order, is below it in the menu.
"""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]

OUTSIDE = {
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "queries/README.md": "writing-queries.md",
}
"""Pages outside `docs/`, by where the site has them."""

INSTEAD = {"README.md": "index.md", "notebooks": "tutorials/index.md"}
"""What the site has no page of its own for, and the page that a link to it leads to."""

_FENCE = re.compile(r"^```(?P<language>[\w-]*)(?: (?P<file>[\w./-]+))?$")
_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]*)\]\((?P<target>[^)\s]+)\)")
_GENERATED = re.compile(
    r"^<!-- generated: (?P<file>[\w-]+\.md): (?P<words>[^:]+): (?P<about>.+) -->$"
)
PICTURE = r"^<!-- picture: (?P<file>[\w./-]+): (?P<words>.+) -->$"
_KNOWN = {"", "bash", "console", "html", "json", "python", "text", "toml", "xml"}
"""The languages that the site colours; others are shown as text."""


class BrokenLink(ValueError):
    """A link leads to a file that is not there."""


def pages(root: Path = ROOT) -> dict[str, str]:
    """The pages of the site: where each is in the repository, and where in the site."""
    found = {
        path.relative_to(root).as_posix(): path.relative_to(root / "docs").as_posix()
        for path in sorted((root / "docs").rglob("*.md"))
    }
    books = {
        f"notebooks/{path.name}": f"notebooks/{path.stem}.md"
        for path in sorted((root / "notebooks").glob("*.ipynb"))
    }
    return found | OUTSIDE | books


def gather(target: Path, root: Path = ROOT) -> None:
    """Write every page but the notebooks into a folder from which Sphinx builds."""
    places = pages(root)
    shutil.copytree(root / "docs" / "pictures", target / "pictures")
    for source, place in places.items():
        if source.endswith(".ipynb"):
            continue
        text = site_text((root / source).read_text(encoding="utf-8"), source, places, root)
        path = target / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def site_text(text: str, source: str, places: Mapping[str, str], root: Path = ROOT) -> str:
    """A page as the site has it: links that lead to its pages, files and pictures, and its menu."""
    below: list[str] = []

    def prose(line: str) -> str:
        if made := _GENERATED.match(line):
            below.append(posixpath.join(posixpath.dirname(places[source]), made["file"]))
            return f"- [{made['words']}]({made['file']}): {made['about']}"
        return _LINK.sub(partial(lead, listed=line.startswith("- ")), line)

    def lead(found: re.Match[str], *, listed: bool) -> str:
        words, target = found["words"], found["target"]
        if re.match(r"[a-z]+:|#", target):
            return found[0]
        place = led_to(target, source, places, root)
        if place is None:
            return words
        if listed and "#" not in place and place not in below:
            below.append(place)
        start = posixpath.dirname(places[source]) or "."
        return f"[{words}]({posixpath.relpath(place, start)})"

    def shown(file: str, words: str) -> Iterator[str]:
        return _shown(file, words, places[source])

    written = "\n".join(_lines(text, prose, shown)) + "\n"
    if posixpath.basename(source) == "index.md":
        written += _menu(below, places[source])
    return written


def led_to(target: str, source: str, places: Mapping[str, str], root: Path = ROOT) -> str | None:
    """Where the site has what a page links to; None for a file that is not a page.

    Raises
    ------
    BrokenLink
        If the repository has no such file.
    """
    path, mark, heading = target.partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    place = places.get(name) or INSTEAD.get(name)
    if place is not None:
        return place + mark + heading
    if not (root / name).exists():
        raise BrokenLink(f"{source} links to {target}, which is not there")
    return None


def _lines(
    text: str, prose: Callable[[str], str], shown: Callable[[str, str], Iterator[str]]
) -> Iterator[str]:
    """The lines with `prose` applied outside code, and fences as Sphinx reads them."""
    inside = False
    for line in text.splitlines():
        fence = _FENCE.match(line)
        picture = re.match(PICTURE, line)
        if line.startswith("```{") and not inside:  # of a notebook: as Sphinx has it already
            inside = True
            yield line
        elif fence and not inside:
            inside = True
            yield from _opened(fence["language"], fence["file"])
        elif line == "```":
            inside = False
            yield line
        elif inside:
            yield line
        elif picture:
            yield from shown(picture["file"], picture["words"])
        else:
            yield prose(line)


def _opened(language: str, file: str | None) -> Iterator[str]:
    known = language if language in _KNOWN else "text"
    if file is None:
        yield f"```{known or 'text'}"
    else:
        yield f"```{{code-block}} {known}"
        yield f":caption: {file}"
        yield ""


def made_for(place: str) -> str:
    """The folder of what the examples of a page have made."""
    return "made/" + place.removesuffix(".md").replace("/", "-")


def _shown(file: str, words: str, place: str) -> Iterator[str]:
    """A picture that examples have made, or a page that they have written: those of the page
    itself, or of the page that the folder of the file names.
    """
    page, _, name = file.rpartition("/")
    path = posixpath.relpath(f"{made_for(page or place)}/{name}", posixpath.dirname(place) or ".")
    if file.endswith(".html"):
        yield "```{raw} html"
        yield f'<iframe class="made" src="{path}" title="{escape(words)}" loading="lazy"></iframe>'
        yield "```"
    else:
        yield f"```{{figure}} {path}"
        yield f":alt: {words}"
        yield ""
        yield words
        yield "```"


def _menu(below: list[str], place: str) -> str:
    start = posixpath.dirname(place) or "."
    lines = [posixpath.relpath(each, start) for each in below if each != place]
    return "\n```{toctree}\n:hidden:\n\n" + "\n".join(lines) + "\n```\n"
