"""Results in a notebook: rounded tables of a bounded length, in which every text is only text."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import graphkit
from graphkit.export import Table
from graphkit.export.html import MOST_ROWS
from graphkit.metrics import cohesion
from graphkit.network import Network, explain
from graphkit.sources import read_sample
from tests import hostile_names
from tests.networks import dataset

ALLOWED = {"table", "thead", "tbody", "tr", "th", "td", "p"}


class Read(HTMLParser):
    """The cells and the paragraphs of a page, and every tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.said = ""
        self.tags: set[tuple[str, tuple[tuple[str, str | None], ...]]] = set()
        self.inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, tuple(attrs)))
        self.inside = tag
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in ("td", "th"):
            self.rows[-1][-1] += data
        elif self.inside == "p":
            self.said += data


def test_a_ranking_shows_what_a_terminal_shows() -> None:
    ranking = graphkit.rank(Network.of(read_sample()), metrics=["degree"])
    shown = Read(ranking._repr_html_())
    head = ["rank", "name", "degree", "betweenness", "facts", "inferred", "undated"]
    assert shown.rows[0] == head
    # As in the README.
    assert shown.rows[1] == ["1", "Klaster Obróbki Metali", "20", "0.0957", "6", "2", "0"]
    assert len(shown.rows) == 1 + MOST_ROWS
    assert shown.said == f"{48 - MOST_ROWS} more rows"


def test_a_short_result_says_nothing_of_more_rows() -> None:
    table = Table.of(["n"], [[number] for number in range(MOST_ROWS)])
    assert Read(table._repr_html_()).said == ""
    longer = Table.of(["n"], [[number] for number in range(MOST_ROWS + 1)])
    assert Read(longer._repr_html_()).said == "1 more row"
    assert "1,234 more" in Table.of(["n"], [[1]] * (1234 + MOST_ROWS))._repr_html_()


def test_no_name_is_more_than_text() -> None:
    names = [*hostile_names.HTML, *hostile_names.XML, "żółw", "a" * 10_000]
    rows = [[name, {"key": name}, [name, name]] for name in names]
    plain = Read(Table.of(["name", "map", "list"], [["x", {"key": "x"}, ["x"]]])._repr_html_())
    for row in rows:
        shown = Read(Table.of([row[0], "map", "list"], [row])._repr_html_())
        assert shown.tags == plain.tags
        assert len(shown.rows) == 2
        assert [len(cells) for cells in shown.rows] == [3, 3]
        if row[0].isprintable() and len(row[0]) < 100:
            assert shown.rows[1][0] == shown.rows[0][0] == row[0]
    assert all(each.isprintable() or each == "\n" for each in Table.of(["x"], rows)._repr_html_())


def test_names_of_organisations_are_text_in_every_result() -> None:
    for hostile in hostile_names.HTML[:5]:
        data = dataset("a b c", members=[("a", "c"), ("b", "c")])
        nodes = [replace(x, properties=x.properties | {"name": hostile}) for x in data.nodes]
        network = Network.of(replace(data, nodes=tuple(nodes)))
        node = network.organisations[0]
        for result in (graphkit.rank(network), cohesion(network, draws=0), explain(network, node)):
            html = result._repr_html_()
            assert hostile not in html
            assert {tag for tag, _ in Read(html).tags} <= ALLOWED


def test_a_cell_has_a_bounded_length() -> None:
    html = Table.of(["list"], [[["name"] * 10_000]])._repr_html_()
    assert len(html) < 1000
    assert " …" in html
