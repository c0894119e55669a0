"""Read GML, the Graph Modelling Language: lists of keys and values in brackets."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from graphkit.sources.formats.decoded import text_of
from graphkit.sources.formats.sheet import Format, Graph, Sheet, Wanted
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import printable

_TOKEN = re.compile(r'"([^"]*)"|(\[)|(\])|([^\s\[\]"]+)|(")')
_REMARK = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_DEEPEST = 50

Record: TypeAlias = "list[tuple[str, str | Record]]"


def read_gml(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The nodes and edges of a GML file."""
    tokens = _tokens(_REMARK.sub("", text_of(path, options)))
    whole = next((v for k, v in _record(tokens, 0) if k == "graph" and isinstance(v, list)), None)
    if whole is None:
        raise Fault("contains no graph", "give a GML file that begins with graph [")
    graph = Graph()
    for key, value in whole:
        if key == "directed":
            graph.directed = value == "1"
        elif key == "node" and isinstance(value, list):
            own = _flat(value)
            if not own.get("id"):
                raise Fault("a node has no id", "export it again from the program that wrote it")
            graph.node(own.pop("id"), **own)
        elif key == "edge" and isinstance(value, list):
            own = _flat(value)
            if not own.get("source") or not own.get("target"):
                raise Fault("an edge has no source or no target", "export it again")
            graph.edge(own.pop("source"), own.pop("target"), own)
    if not graph.nodes:
        raise Fault("contains no nodes", "export it again from the program that wrote it")
    return graph.sheets(printable(path.name), "gml")


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """The tokens: what each is, its text, and the line it stands on."""
    line, at = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        quoted, opens, closes, word, _ = match.groups()
        if quoted is not None:
            yield "text", html.unescape(quoted), line
        elif opens or closes:
            yield opens or closes, "", line
        elif word is not None:
            yield "word", word, line
        else:
            raise Fault(f"a quotation mark on line {line} is not closed", "close it")


def _record(tokens: Iterator[tuple[str, str, int]], depth: int) -> Record:
    found: Record = []
    if depth > _DEEPEST:
        raise Fault("is nested too deeply to be a graph", "")
    line = 1
    for what, key, line in tokens:
        if what == "]" and depth:
            return found
        if what != "word":
            raise Fault(f"line {line}: a value stands where a key should", "correct the line")
        what, value, line = next(tokens, ("end", "", line))
        if what == "[":
            found.append((key, _record(tokens, depth + 1)))
        elif what in ("text", "word"):
            found.append((key, value))
        else:
            raise Fault(f"line {line}: the key {shown(key)} has no value", "correct the line")
    if depth:
        raise Fault(f"a bracket that is open at the end, on line {line}, is not closed", "close it")
    return found


def _flat(record: Record, before: str = "") -> dict[str, str]:
    result: dict[str, str] = {}
    for key, value in record:
        name = f"{before}{key}"
        if isinstance(value, list):
            if key != "graphics":  # how a program draws it
                result |= _flat(value, f"{name}.")
        elif name in result:
            result[name] += f"|{value}"
        else:
            result[name] = value
    return result


def _is_gml(head: bytes) -> bool:
    return re.search(rb"^\s*graph\s*\[", head, re.MULTILINE) is not None


GML = Format("a GML file", (".gml",), read_gml, _is_gml)
