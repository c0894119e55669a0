"""Read UCINET's DL text: full matrices, edge lists and node lists, of one mode or of two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graphkit.sources.formats.decoded import text_of
from graphkit.sources.formats.sheet import Format, Graph, Sheet, Wanted
from graphkit.sources.problem_texts import Fault, shown
from graphkit.sources.raw import printable

_SETTING = re.compile(r"\b(nr|nc|nm|n|format)\s*=\s*([\w]+)", re.IGNORECASE)
_SECTION = re.compile(
    r"^[ \t]*(row labels embedded|column labels embedded|col labels embedded|labels embedded|"
    r"row labels|column labels|col labels|matrix labels|level labels|labels|data)[ \t]*:?[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_WORD = re.compile(r'"([^"]*)"|([^\s,"]+)')
_LABEL = re.compile(r'"([^"]*)"|([^,"]+)')
_FORMS = ("fullmatrix", "edgelist1", "edgelist2", "nodelist1", "nodelist2")
_MOST_NODES = 1_000_000


def read_ucinet(path: Path, options: Wanted) -> tuple[Sheet, ...]:
    """The nodes and edges of a DL file."""
    return sheets_of(text_of(path, options), printable(path.name))


def sheets_of(text: str, file: str) -> tuple[Sheet, ...]:
    """The nodes and edges of DL text. Raises Fault."""
    start = re.match(r"\s*dl\b", text, re.IGNORECASE)
    if start is None:
        raise Fault("does not begin with DL", "give a file that UCINET has written as DL")
    cuts = list(_SECTION.finditer(text, start.end()))
    head = text[start.end() : cuts[0].start() if cuts else len(text)]
    settings = {name.lower(): value.lower() for name, value in _SETTING.findall(head)}
    sections: dict[str, str] = {}
    for at, cut in enumerate(cuts):
        end = cuts[at + 1].start() if at + 1 < len(cuts) else len(text)
        sections[cut[1].lower().replace("column", "col")] = text[cut.end() : end]
    if "data" not in sections:
        raise Fault('has no section "data:"', "export it again from UCINET")
    form = settings.get("format", "fullmatrix")
    if form not in _FORMS:
        raise Fault(f"has the format {shown(form)}", f"export it as one of {', '.join(_FORMS)}")
    return _Reader(settings, sections).graph(form).sheets(file, "ucinet")


class _Reader:
    def __init__(self, settings: dict[str, str], sections: dict[str, str]) -> None:
        self._sections = sections
        self.two_modes = "nr" in settings or "nc" in settings
        self.rows = _count(settings, "nr") or _count(settings, "n")
        self.columns = _count(settings, "nc") or _count(settings, "n")
        self.matrices = _count(settings, "nm") or 1
        self._relation = ""
        named = sections.get("matrix labels", "") or sections.get("level labels", "")
        self.relations = [*_labels(named)]
        both_embedded = "labels embedded" in sections
        self.embedded_rows = both_embedded or "row labels embedded" in sections
        self.embedded_columns = both_embedded or "col labels embedded" in sections
        both = [*_labels(sections.get("labels", ""))]
        self.row_labels = [*_labels(sections.get("row labels", ""))] or both
        self.column_labels = [*_labels(sections.get("col labels", ""))] or both

    def graph(self, form: str) -> Graph:
        self.two_modes = self.two_modes or form.endswith("2")
        self._graph = Graph()
        data = self._sections["data"]
        if form == "fullmatrix":
            self._matrices(data)
        elif self.matrices > 1:
            raise Fault(
                f"holds {self.matrices} relations as {form}",
                "export it with full matrices, or each relation to a file",
            )
        else:
            for line in data.splitlines():
                words = [*_words(line)]
                if not words:
                    continue
                if form.startswith("edgelist"):
                    if len(words) < 2:
                        raise Fault(f"{shown(line)} does not name two nodes", "correct the line")
                    self._tie(words[0], words[1], words[2] if len(words) > 2 else "1")
                else:
                    for end in words[1:]:
                        self._tie(words[0], end, "1")
        for names, mode in ((self.row_labels, "member"), (self.column_labels, "group")):
            for name in names:  # also those without any tie
                self._node(name, mode)
        if not self._graph.nodes:
            raise Fault("contains no nodes", "export it again from UCINET")
        return self._graph

    def _matrices(self, data: str) -> None:
        """Each matrix, of which several are relations of the same nodes, one below the other."""
        words = [*_words(data)]
        if self.matrices == 1:
            self._matrix(words)
            return
        size, left = divmod(len(words), self.matrices)
        if left or not size:
            raise Fault(f"does not hold {self.matrices} matrices of one size", "export it again")
        if len({*self.relations}) not in (0, self.matrices):
            raise Fault(
                f"names {len({*self.relations})} of {self.matrices} matrices",
                "name each differently",
            )
        for at in range(self.matrices):
            self._relation = self.relations[at] if self.relations else f"matrix {at + 1}"
            self._matrix(words[at * size : (at + 1) * size])

    def _matrix(self, words: list[str]) -> None:
        rows, columns = self.row_labels, self.column_labels
        width = self.columns or len(columns)
        if self.embedded_columns:
            columns, words = words[:width], words[width:]
        if self.embedded_rows:
            cut = [words[at : at + width + 1] for at in range(0, len(words), width + 1)]
            rows, lines = [line[0] for line in cut], [line[1:] for line in cut]
        else:
            lines = [words[at : at + width] for at in range(0, len(words), max(width, 1))]
        wanted = self.rows or len(rows)
        too_many = self.matrices > 1 and wanted and len(lines) != wanted
        short = len(lines[-1]) != width or (self.rows and len(lines) < self.rows)
        if not width or short or too_many:
            raise Fault(
                f"the matrix does not have {self.rows} rows of {width} numbers", "export it again"
            )
        for labels in (rows, columns):
            name, count = Counter(labels).most_common(1)[0] if labels else ("", 0)
            if count > 1:
                what = f"two rows or columns are called {shown(name)}"
                raise Fault(what, "give each a name of its own")
        for i in range(len(lines)):
            self._named(i, rows, "member")
        for j in range(width):
            self._named(j, columns, "group")
        for i, line in enumerate(lines[: self.rows or None]):
            for j, value in enumerate(line):
                if value not in ("0", "0.0", "."):
                    own = {} if value == "1" else {"weight": value}
                    if self._relation:
                        own["kind"] = self._relation
                    start = self._named(i, rows, "member")
                    self._graph.edge(start, self._named(j, columns, "group"), own)

    def _named(self, at: int, labels: list[str], mode: str) -> str:
        name = labels[at] if at < len(labels) else str(at + 1)
        return self._node(name, mode)

    def _node(self, name: str, mode: str) -> str:
        if not self.two_modes:
            self._graph.node(name, label=name)
            return name
        key = name if mode == "member" else f"{name} (group)"
        self._graph.node(key, label=name, mode=mode)
        return key

    def _tie(self, start: str, end: str, weight: str) -> None:
        ends = []
        for word, labels, mode in (
            (start, self.row_labels, "member"),
            (end, self.column_labels, "group"),
        ):
            embedded = self.embedded_rows if mode == "member" else self.embedded_columns
            known = not embedded and word.isdecimal() and 0 < int(word) <= len(labels)
            ends.append(self._node(labels[int(word) - 1] if known else word, mode))
        own = {} if weight == "1" else {"weight": weight}
        self._graph.edge(ends[0], ends[1], own)


def _count(settings: dict[str, str], name: str) -> int:
    text = settings.get(name, "0")
    if not text.isdecimal() or int(text) > _MOST_NODES:
        raise Fault(f"{name}={text} is not a number of nodes", "correct it")
    return int(text)


def _words(text: str) -> Iterator[str]:
    for quoted, word in _WORD.findall(text):
        yield quoted or word


def _labels(text: str) -> Iterator[str]:
    """Labels, one per line or separated by commas; in a line of its own a label may have spaces."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if len(lines) > 1 and not any("," in line or '"' in line for line in lines):
        yield from lines if all(" " in line or len(lines) > 1 for line in lines) else ()
        return
    for line in lines:
        if "," in line or '"' in line:
            found = ((quoted, bare.strip()) for quoted, bare in _LABEL.findall(line))
            yield from (quoted or bare for quoted, bare in found if quoted or bare)
        else:
            yield from line.split()


def _is_dl(head: bytes) -> bool:
    return re.match(rb"(?:\xef\xbb\xbf)?\s*dl\s+(?:n|nr|nc|nm|format)\b", head, re.I) is not None


UCINET = Format("a UCINET DL file", (".dl",), read_ucinet, _is_dl)
