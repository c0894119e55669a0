"""Finishing matplotlib's SVG: words for those who do not see it, the letters of its font, halos.

The result stands alone or inside a page: it has no document type, no style that would reach beyond
it, no script and no address of anything outside.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import xml.etree.ElementTree as ElementTree
from functools import cache

from graphkit.views.figure.fonts import FAMILY, font_letters, font_path
from graphkit.views.figure.sheet import Sheet
from graphkit.views.themes import PAPER

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_EMBEDDED = "graphkit figure"
_FAMILIES = f"'{FAMILY}', '{_EMBEDDED}', Verdana, sans-serif"
"""The reader's own font, else the embedded letters of it, else the one of the same widths."""

_COMMON = frozenset({*range(0x20, 0x180), *range(0x2010, 0x2040), 0x2190, 0x2192, 0x2212})
"""Latin letters, signs, quotation marks, dashes, two arrows and the minus."""


def finished(svg: str, sheet: Sheet) -> str:
    """The SVG with title and description, its font, and text with halos."""
    for prefix, space in (("", _SVG), ("xlink", _XLINK)):
        ElementTree.register_namespace(prefix, space)
    root = ElementTree.fromstring(svg)  # noqa: S314 (written by matplotlib, from plain text)
    for child in [*root]:
        if child.tag in (_tag("metadata"), _tag("title")):
            root.remove(child)
    for definitions in root.findall(_tag("defs")):
        for style in definitions.findall(_tag("style")):
            # The rule is one for every element of the page that the figure is put into.
            definitions.remove(style)
            root.set("stroke-linejoin", "round")
            root.set("stroke-linecap", "butt")
        if not len(definitions):
            root.remove(definitions)
    _describe(root, sheet)
    letters = _finish_text(root, sheet.paper.theme.of(PAPER).lower())
    style = ElementTree.Element(_tag("style"))
    style.text = _font_face(frozenset(letters))
    root.insert(2, style)
    if sheet.manifest:
        kept = ElementTree.Element(_tag("metadata"))
        kept.text = sheet.manifest
        root.insert(3, kept)
    _drop_names(root)
    ElementTree.indent(root, "")
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _tag(name: str) -> str:
    return f"{{{_SVG}}}{name}"


def _describe(root: ElementTree.Element, sheet: Sheet) -> None:
    said = (("title", sheet.title), ("desc", sheet.description))
    # Two figures in one page must not share ids.
    key = hashlib.sha256("\n".join(text for _, text in said).encode("utf-8")).hexdigest()[:12]
    for place, (name, text) in enumerate(said):
        element = ElementTree.Element(_tag(name), id=f"{name}-{key}")
        element.text = text
        root.insert(place, element)
    root.set("role", "img")
    root.set("aria-labelledby", " ".join(f"{name}-{key}" for name, _ in said))
    root.set("lang", sheet.language)


def _finish_text(root: ElementTree.Element, ground: str) -> set[str]:
    """Widen the halos and name the fonts; returns the letters that are shown."""
    letters: set[str] = set()
    for group in root.iter(_tag("g")):
        kind, _, width = group.get("id", "").partition(" ")
        for text in group.findall(_tag("text")):
            letters.update(text.text or "")
            style = text.get("style", "")
            style = re.sub("font-family: [^;]*", f"font-family: {_FAMILIES}", style)
            if kind == "halo":
                style += f"; stroke: {ground}; stroke-width: {width}px"
                text.set("aria-hidden", "true")
            text.set("style", style)
            text.attrib.pop("transform", None)
            for axis in ("x", "y"):
                text.set(axis, f"{float(text.get(axis, '0')):.2f}")
    return letters


def _drop_names(root: ElementTree.Element) -> None:
    """Drop the ids of groups, which would clash with those of other figures in a page."""
    for group in root.iter(_tag("g")):
        group.attrib.pop("id", None)


@cache  # the same letters again, as of a figure in several widths
def _font_face(letters: frozenset[str]) -> str:
    """A style rule with the letters of the font that are shown, for readers who do not have it."""
    shown = font_letters() & {ord(each) for each in letters}
    common = bool(shown) and shown <= _COMMON  # of no letter the ranges would be another
    data = _holding(shown, "woff", _common_letters() if common else b"")
    return (
        f"@font-face {{ font-family: '{_EMBEDDED}'; "
        f"src: url(data:font/woff;base64,{base64.b64encode(data).decode('ascii')}) "
        "format('woff'); }"
    )


@cache
def _common_letters() -> bytes:
    """The font with common letters alone: to take some of these takes a third of the time."""
    return _holding(font_letters() & _COMMON)


def _holding(letters: frozenset[int], flavor: str | None = None, font: bytes = b"") -> bytes:
    """What shows these letters of a font, by default of the whole one; the same of either."""
    from fontTools.subset import Options, Subsetter, load_font, save_font

    options = Options()
    options.set(
        flavor=flavor, hinting=False, notdef_outline=True, name_IDs=[], drop_tables=["FFTM"]
    )
    subset = load_font(io.BytesIO(font) if font else str(font_path()), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(letters))
    subsetter.subset(subset)
    stream = io.BytesIO()
    save_font(subset, stream, options)
    return stream.getvalue()
