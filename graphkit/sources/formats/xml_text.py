"""Parse XML by local names, refusing whatever lets a document grow while it is read."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers import expat

from graphkit.sources.formats.decoded import LARGEST_FILE
from graphkit.sources.problem_texts import Fault

_MOST_DEPTH = 200
_CHUNK = 2**18


def parse_xml(path: Path) -> Element:
    """The root element of a file; names are without their namespaces.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    xml.etree.ElementTree.Element
        The root. Raises Fault for what is not well-formed XML, or declares entities.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise Fault(f"has {path.stat().st_size // 2**20:,} MiB", "split it")
    builder = TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MOST_DEPTH:
            raise Fault("is nested too deeply to be a graph", "")
        own = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        builder.start(name.rpartition(":")[2], own)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name.rpartition(":")[2])

    def entity(*_: object) -> None:
        raise Fault("declares XML entities, which no program for graphs writes", "remove them")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = entity
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                parser.Parse(chunk, False)
        parser.Parse(b"", True)
        return builder.close()
    except expat.ExpatError as error:
        reason = expat.errors.messages.get(error.code, str(error))
        raise Fault(
            f"is not well-formed XML: {reason} on line {error.lineno}",
            "export it again from the program that wrote it",
        ) from None
    except (ParseError, AssertionError):
        raise Fault("is not well-formed XML", "export it again") from None


def text_in(element: Element | None) -> str:
    """All text in an element, or nothing."""
    return "" if element is None else "".join(element.itertext()).strip()
