"""Look at a built site: it loads nothing from elsewhere, and its own links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LOADING = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""The attributes for which a browser fetches something without being asked."""
_NAMED_ONLY = {"canonical", "license", "author", "next", "prev", "search", "index", "genindex"}
"""What a `link` may be without anything being fetched."""
_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_IN_CSS = re.compile(
    r"""@import\s+(?:url\()?\s*["']?([^"')\s;]+)|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)""",
    re.IGNORECASE,
)


class _Page(HTMLParser):
    """What a page loads, what it links to, and what can be linked to in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.marks: set[str] = set()
        self._style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._style = tag == "style"
        self.marks |= {given[name] for name in ("id", "name") if name in given}
        self.loads += in_css(given.get("style", ""))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "link" and {*given.get("rel", "").split()} <= _NAMED_ONLY:
            return
        for name in _LOADING.get(tag, ()):
            if name in given and not given[name].startswith("#"):
                loaded = given[name].split(",") if name == "srcset" else [given[name]]
                self.loads += [each.split()[0] for each in loaded if each.strip()]

    def handle_data(self, data: str) -> None:
        if self._style:
            self.loads += in_css(data)

    def handle_endtag(self, tag: str) -> None:
        self._style = False


def in_css(text: str) -> list[str]:
    """What a style sheet loads."""
    return ["".join(found).strip() for found in _IN_CSS.findall(text)]


def faults(site: Path) -> Iterator[str]:
    """Each resource from elsewhere, and each link to a page or a heading that is not there."""
    read = {path: _Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    for path in sorted(site.rglob("*.css")):
        for loaded in in_css(path.read_text(encoding="utf-8")):
            if _ELSEWHERE.match(loaded):
                yield f"{path.relative_to(site)} loads {loaded}"
    for path, page in read.items():
        name = path.relative_to(site)
        for loaded in page.loads:
            if _ELSEWHERE.match(loaded):
                yield f"{name} loads {loaded}"
            elif not loaded.startswith("data:") and not _there(path, loaded):
                yield f"{name} loads {loaded}, which is not there"
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            aim = _aim(path, parts.path) if parts.path else path
            if not aim.exists():
                yield f"{name} links to {link}, which is not there"
            elif parts.fragment and aim in read and unquote(parts.fragment) not in read[aim].marks:
                yield f"{name} links to {link}, but there is no such heading"


def _aim(page: Path, path: str) -> Path:
    aim = Path(*(page.parent / unquote(path)).resolve().parts)
    return aim / "index.html" if aim.is_dir() else aim


def _there(page: Path, path: str) -> bool:
    return _aim(page, urlsplit(path).path).exists()
