"""Read Pajek's networks and projects: vertices of one or two modes, lines, matrices, partitions.

Arcs have a direction and edges do not; both become edges here. A partition or vector of a project
becomes an attribute of the vertices that is named after it. Time points are dates where all of them
are years; others, which count waves or days from a beginning that the file does not state, are left
out and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graphkit.model.errors import said_of
from graphkit.model.wording import counted
from graphkit.sources.formats.decoded import text_of
from graphkit.sources.formats.sheet import Format, Graph, Sheet, Wanted
from graphkit.sources.problem_texts import Fault, bare, shown
from graphkit.sources.raw import printable

_WORD = re.compile(r'"([^"]*)"|\[([^\]]*)\]|(\S+)')
_SPELL = re.compile(r"(\d+)(?:-(\d+|\*))?")
_YEARS = range(1500, 2101)
_MEANS = re.compile(r"%\s*(\d+)\s*[-–=:]\s*(.*\w.*)")
"""A comment that says what a number of a partition means."""
_CLASSES = re.compile(r"(.+?) \((\d+ [^()]+)\)")
"""The name of a partition that says what its classes are: kind (1 Company, 2 University)."""
_MODES = re.compile(r"(?:affiliation|two-mode|2-mode).*\[(\d+), ?(\d+)\]", re.IGNORECASE)
"""The name of the partition that tells the modes of a network of two."""
_IN_BRACKETS = re.compile(r"\s*\[2-mode\]$", re.IGNORECASE)
_MOST_VERTICES = 10_000_000
_UNNAMED = 100_000
_UNNAMED_PER_LINE = 10
"""How many vertices a file may declare, and for each of its lines, without naming them."""


def read_pajek(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The vertices and lines of a Pajek file."""
    return sheets_of(text_of(path, options), printable(path.name), options.remarks)


def sheets_of(text: str, file: str, remarks: list[str]) -> tuple[Sheet, ...]:
    """The vertices and lines of Pajek's text; remarks: takes what was left out. Raises Fault."""
    lines = text.splitlines()
    project = _Project(_UNNAMED + _UNNAMED_PER_LINE * len(lines))
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if line.startswith("%"):
            project.comment(line)
        elif line:
            try:
                project.take(line)
            except Fault as fault:
                raise Fault(said_of(f"line {number}", fault.what), fault.cure) from None
    if not project.graph.nodes:
        raise Fault("contains no vertices", "begin it with *Vertices and their number")
    remarks += [f"{file}: {left}" for left in (project.without_times(), project.beyond()) if left]
    return project.graph.sheets(file, "pajek")


class _Project:
    """What has been read so far, and in which section the next line stands."""

    def __init__(self, most: int) -> None:
        self._most = min(most, _MOST_VERTICES)
        self.graph = Graph()
        self._section = ""
        self._name = ""
        self._classes: dict[str, str] = {}
        self._listed = False
        self._relation = ""
        self._at = 0
        self._count = 0
        self._rows = 0
        self._beyond = 0
        self._odd_time = ""
        self._timed = {"vertex": 0, "line": 0}

    def comment(self, line: str) -> None:
        """Take what a comment above a partition says of a number: `% 1 - trade unions`."""
        if self._section == "partition" and not self._at and (said := _MEANS.fullmatch(line)):
            self._classes.setdefault(said[1], said[2])

    def take(self, line: str) -> None:
        """Read one line that holds something."""
        if line.startswith("*"):
            self._open(line)
        elif self._section == "vertices":
            self._vertex(line)
        elif self._section in ("arcs", "edges"):
            self._line(line)
        elif self._section in ("arcslist", "edgeslist"):
            start, *ends = line.split()
            for end in ends:
                self._add(start, end, {})
        elif self._section == "matrix":
            self._at += 1
            for column, value in enumerate(self._row(line.split()), 1):
                if value not in ("0", "0.0"):
                    self._cell(column, value)
        elif self._section in ("partition", "vector"):
            self._at += 1
            if self._at <= self._count:
                value = self._classes.get(line, self._unknown(line))
                self._known(str(self._at))[self._name] = value

    def _unknown(self, number: str) -> str:
        """What a number of a partition says that no class has: nothing among classes of Pajek."""
        return "" if self._listed else number

    def _open(self, line: str) -> None:
        word, _, rest = line[1:].partition(" ")
        word, rest = word.casefold(), rest.strip()
        if word in ("network", "net", "partition", "vector"):
            self._section = "network" if word == "net" else word
            rest = _IN_BRACKETS.sub("", rest)
            self._name = re.sub(r"\.(net|clu|vec)$", "", rest, flags=re.IGNORECASE) or word
            self._classes, self._listed = {}, False
            if word == "partition" and _MODES.search(rest):
                self._name, self._classes = "mode", {"1": "member", "2": "group"}
                self._listed = True
            if word == "partition" and (named := _CLASSES.fullmatch(rest)):
                self._name = named[1]
                classes = (each.partition(" ") for each in named[2].split(", "))
                self._classes = {number: name for number, _, name in classes}
                self._listed = True
        elif word == "vertices":
            self._vertices(rest)
        elif word in ("arcs", "edges", "arcslist", "edgeslist", "matrix"):
            self._section, self._at = word, 0
            self._relation = rest.partition('"')[2].rstrip('"') if rest.startswith(":") else ""
            self.graph.directed = self.graph.directed or word.startswith("arcs")
        else:
            self._section = "other"

    def _vertices(self, rest: str) -> None:
        numbers = rest.split()
        if not numbers or not all(each.isdecimal() for each in numbers[:2]):
            raise Fault("*Vertices is not followed by a number", "write how many there are")
        count = int(numbers[0])
        if count > self._most:
            raise Fault(
                f"declares {count:,} vertices",
                f"of a file of so few lines at most {self._most:,} are read; split it",
            )
        self._count, self._at = count, 0
        if self._section in ("partition", "vector"):
            return
        self._section = "vertices"
        rows = int(numbers[1]) if len(numbers) > 1 else 0
        self._rows = rows
        for at in range(1, count + 1):
            own = self.graph.node(str(at))
            if rows:
                own["mode"] = "member" if at <= rows else "group"

    def _vertex(self, line: str) -> None:
        number, *words = _words(line)
        own = self._known(number)
        if words and own.setdefault("label", words[0]) != words[0]:
            raise Fault(
                f"the vertex {number} is called {shown(own['label'])} before, and here "
                f"{shown(words[0])}",
                "correct the number, or give each network a file of its own",
            )
        if times := self._times(_WORD.findall(line), "vertex"):
            starts, ends = zip(*times, strict=True)
            own |= {"start": min(starts), "end": "" if "" in ends else max(ends)}

    def _line(self, line: str) -> None:
        found = _WORD.findall(line)
        words = [a or c for a, b, c in found if not b]
        if len(words) < 2:
            raise Fault(f"{shown(line)} does not name two vertices", "write two numbers")
        own = {"weight": words[2]} if len(words) > 2 and words[2] != "1" else {}
        if self._relation:
            own["kind"] = self._relation
        times = self._times(found, "line") or [("", "")]
        stated = [own | {"start": begun, "end": ended} for begun, ended in times]
        self._add(words[0], words[1], *stated)

    def _times(self, words: list[tuple[str, str, str]], of: str) -> list[tuple[str, str]]:
        """The starts and ends that a vertex or a line has in brackets."""
        stated = next((text for _, text, _ in reversed(words) if text), "")
        if not stated:
            return []
        self._timed[of] += 1
        found = []
        for text in stated.split(","):
            match = _SPELL.fullmatch(text.strip())
            start, end = (match[1], match[2] or match[1]) if match else ("", "")
            if not all(each == "*" or int(each) in _YEARS for each in (start or 0, end or 0)):
                self._odd_time = self._odd_time or stated
            found.append((start, "" if end == "*" else end))
        return found

    def without_times(self) -> str:
        """Leave all time points out unless they are years; what is to be said of it, or nothing."""
        if not self._odd_time:
            return ""
        for own in self.graph.nodes.values():
            own.pop("start", None)
            own.pop("end", None)
        once = {number: (start, end, own) for number, start, end, own in self.graph.edges}
        self.graph.edges.clear()
        for start, end, own in once.values():
            self.graph.edge(start, end, own | {"start": "", "end": ""})
        vertices = counted(self._timed["vertex"], "vertex", "vertices")
        return (
            f"the time points of {vertices} and {counted(self._timed['line'], 'line')}, such as "
            f"[{bare(self._odd_time)}], are not years and were left out"
        )

    def _row(self, values: list[str]) -> list[str]:
        """The values of a row of a matrix, without those behind its last column, such as sums."""
        width = self._count - self._rows
        self._beyond += len(values) > width
        return values[:width]

    def beyond(self) -> str:
        """What is to be said of values behind the last columns of a matrix, or nothing."""
        if not self._beyond:
            return ""
        rows = counted(self._beyond, "row")
        return f"{rows} of the matrix hold more numbers than it has columns, which were left out"

    def _cell(self, column: int, value: str) -> None:
        # The matrix of a network of two modes has a row for each member and a column per group.
        end = column + self._rows if self._rows else column
        own = {"weight": value} if value not in ("1", "1.0") else {}
        self._add(str(self._at), str(end), own)

    def _add(self, start: str, end: str, *stated: dict[str, str]) -> None:
        start, end = start.lstrip("-"), end.lstrip("-")
        self._known(start)
        self._known(end)
        self.graph.edge(start, end, *stated)

    def _known(self, number: str) -> dict[str, str]:
        if number not in self.graph.nodes:
            raise Fault(f"{shown(number)} is not a vertex", f"they are numbered 1 to {self._count}")
        return self.graph.nodes[number]


def _words(line: str) -> Iterator[str]:
    for quoted, _, word in _WORD.findall(line):
        yield quoted or word


def _is_pajek(head: bytes) -> bool:
    return (
        re.match(rb"(?:\xef\xbb\xbf)?\s*(?:%[^\n]*\n\s*)*\*(?:vertices|network|net)\b", head, re.I)
        is not None
    )


PAJEK = Format("a Pajek file", (".net", ".paj"), read_pajek, _is_pajek)
