"""What every format gives: sheets, which are rows of text without a meaning yet.

A file of a graph gives two sheets, its nodes and its edges, so that everything after a reader
handles one thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import MOST_CELLS, ReadingOptions, Row

NODE_COLUMNS = ("id", "label")
EDGE_COLUMNS = ("source", "target")


class Holds(StrEnum):
    """What the rows of a sheet are.

    Attributes
    ----------
    CELLS, NODES, EDGES : str
        Cells of a table, nodes of a graph, edges of a graph.
    """

    CELLS = "cells"
    NODES = "nodes"
    EDGES = "edges"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of text from one file.

    Attributes
    ----------
    file : str
        The name of the file.
    rows : sequence of (int, sequence of str)
        The number of each row as a spreadsheet shows it, and its cells; the header is one of them.
    title : str or None
        The name of the sheet within the file; None when the file has only one.
    holds : Holds
        What the rows are.
    directed : bool
        Whether the edges of a graph have a direction.
    form : str
        A word for the format, where recognising a file depends on it, such as "ftm".
    closed : bool
        Whether every edge must join two nodes that are stated elsewhere.
    distinct : bool
        Whether every row is a node that no other row may share its id with.
    workbook : bool
        Whether the rows are those of a workbook, whose cells have names such as E3.
    beside : bool
        Whether it is a list of a JSON file that is left out, unless a person wants it read.

    Examples
    --------
    >>> Sheet("members.xlsx", [], "Members").place
    'members.xlsx, sheet Members'
    """

    file: str
    rows: Sequence[Row]
    title: str | None = None
    holds: Holds = Holds.CELLS
    directed: bool = False
    form: str = ""
    closed: bool = False
    distinct: bool = False
    workbook: bool = False
    beside: bool = False

    @property
    def place(self) -> str:
        """The file, and the sheet where it has several, as named in problems."""
        if self.title is None:
            return self.file
        noun = "sheet " if self.holds is Holds.CELLS else ""
        return f"{self.file}, {noun}{self.title}"


@dataclass(frozen=True, slots=True)
class Wanted(ReadingOptions):
    """How a person wants a file to be read, and what they are told of how it was.

    Attributes
    ----------
    remarks : list of str
        What readers have to say, such as an encoding that was detected.
    """

    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Format:
    """One format of files that graphkit reads.

    Attributes
    ----------
    name : str
        The format with its article, as messages list it: "a GraphML file".
    endings : tuple of str
        The endings of the names of its files, in lower case and with the dot.
    read : callable
        Takes a path and what is `Wanted`, and returns the sheets of the file. It raises `Fault`
        for what cannot be read; any other error is reported as damage of the file.
    sniff : callable
        Takes the first bytes of a file, and tells whether it is of this format. It is asked when
        the ending says nothing.
    certain : bool
        Whether `sniff` is so sure that it counts against the ending of the file's name.
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[Path, Wanted], Iterable[Sheet]]
    sniff: Callable[[bytes], bool]
    certain: bool = False


@dataclass(slots=True)
class Graph:
    """Nodes and edges as a reader of graphs meets them.

    Attributes
    ----------
    nodes : dict of str to dict
        The attributes of each node, by its id; see `named` for which of them is its name.
    edges : list of (int, str, str, dict)
        What is stated of each edge: the number of the edge, its two nodes, and its attributes.
    directed : bool
        Whether the edges have a direction.
    again : list of (int, str, dict)
        Nodes whose id an earlier one has that states something else: the number of the node, the
        id, and its attributes.
    """

    nodes: dict[str, dict[str, str]] = field(default_factory=dict)
    edges: list[tuple[int, str, str, dict[str, str]]] = field(default_factory=list)
    directed: bool = False
    again: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)

    def node(self, key: str, /, **attributes: str) -> dict[str, str]:
        """The attributes of a node, which is made if it is new."""
        own = {name: value for name, value in attributes.items() if value}
        found = self.nodes.setdefault(key, {})
        if any(found.get(name, value) != value for name, value in own.items()):
            self.again.append((len(self.nodes) + len(self.again) + 1, key, own))
            return own
        found.update(own)
        return found

    def edge(self, start: str, end: str, /, *stated: dict[str, str]) -> None:
        """Add an edge; one that was there at several times states something of each of them."""
        number = self.edges[-1][0] + 1 if self.edges else 1
        self.edges += [(number, start, end, own) for own in stated]

    def sheets(self, file: str, form: str) -> tuple[Sheet, Sheet]:
        """The sheets `nodes` and `edges`, with a column for each attribute.

        Their rows are numbered as the nodes and edges of the file are. A node that an edge names
        and the file does not have gets no row, which is found when the edges are read.

        Parameters
        ----------
        file : str
            The name of the file.
        form : str
            A word for the format.
        """
        stated_nodes = [_beside({"id": key}, own, "node") for key, own in self.nodes.items()]
        for at, key, own in self.again:
            stated_nodes.insert(at - 1, _beside({"id": key}, own, "node"))
        stated_nodes = named(stated_nodes)
        nodes = _table(NODE_COLUMNS, stated_nodes, first_row=0)
        stated = [
            _beside({"source": start, "target": end}, own, "edge")
            for _, start, end, own in self.edges
        ]
        edges = _table(EDGE_COLUMNS, stated, first_row=0)
        numbered = zip(self.edges, edges[1:], strict=True)
        edges[1:] = [(edge[0], cells) for edge, (_, cells) in numbered]
        return (
            Sheet(file, nodes, "nodes", Holds.NODES, self.directed, form, distinct=True),
            Sheet(file, edges, "edges", Holds.EDGES, self.directed, form, closed=True),
        )


def _beside(keys: dict[str, str], own: Mapping[str, str], of: str) -> dict[str, str]:
    """What the structure of a file states and the attributes, of which one may be called alike."""
    return keys | {f"{of} {name}" if name in keys else name: text for name, text in own.items()}


def _table(
    first: Sequence[str], records: Sequence[Mapping[str, str]], first_row: int = 1
) -> list[Row]:
    names = dict.fromkeys((*first, *(name for record in records for name in record)))
    header = list(names)
    if len(header) * len(records) > MOST_CELLS:
        raise Fault(
            f"has {len(header):,} properties of {len(records):,} records, which make more than "
            f"{MOST_CELLS:,} cells",
            "split it, or leave out properties",
        )
    return [
        (first_row, header),
        *(
            (at, [record.get(name, "") for name in header])
            for at, record in enumerate(records, first_row + 1)
        ),
    ]


def table_of(records: Sequence[Mapping[str, str]]) -> list[Row]:
    """Records as rows below a header, which names what any of them has, in order of appearance.

    Parameters
    ----------
    records : sequence of mapping of str to str
        The records.

    Returns
    -------
    list of (int, list of str)
        The rows; the first is the header.

    Examples
    --------
    >>> table_of([{"name": "Acme"}, {"name": "Best", "url": "b.example"}])
    [(1, ['name', 'url']), (2, ['Acme', '']), (3, ['Best', 'b.example'])]
    """
    return _table((), records)


_NOT_LETTERS = re.compile(r"[\s._-]+")
_NAMES = ("label", "name", "title", "sharedname", "vertexname", "vertexnames", "nodename")
_REPEATED = 0.5
"""The share of different texts below which an attribute says of which type nodes are."""


def named(nodes: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The attributes of nodes, with the one that names them as `label`.

    Programs call it by many names, such as `vertex.names` in R. A `label` that repeats while
    another attribute tells the nodes apart is the type of the nodes.

    >>> named([{"na": "0", "vertex.names": "Acme"}])
    [{'label': 'Acme', 'na': '0'}]
    >>> named([{"label": "Firm", "name": each} for each in ("Acme", "Best", "Cool")])[0]
    {'label': 'Acme', 'type': 'Firm'}
    """
    texts: dict[str, list[str]] = {}
    for own in nodes:
        for name, value in own.items():
            if value and (word := _word(name)) in _NAMES:
                texts.setdefault(word, []).append(value)
    shares = {word: len({*held}) / len(held) for word, held in texts.items()}
    if max(shares.values(), default=0) > _REPEATED:
        shares = {word: share for word, share in shares.items() if share > _REPEATED}
    order = [word for word in _NAMES if word in shares]
    typed = "label" in texts and "label" not in shares
    free = typed and not any("type" in own for own in nodes)
    return [_named(own, order, "type" if free else "labels" if typed else "") for own in nodes]


def _named(own: dict[str, str], order: Sequence[str], label: str) -> dict[str, str]:
    """The attributes of a node, named; label: what its `label` becomes if that is not its name."""
    there = {_word(name): name for name in reversed(own) if own[name]}
    found = next((there[word] for word in order if word in there), None)
    rest = {
        label if label and name == "label" else name: value
        for name, value in own.items()
        if name != found
    }
    return rest if found is None else {"label": own[found], **rest}


def _word(name: str) -> str:
    return _NOT_LETTERS.sub("", name.casefold())
