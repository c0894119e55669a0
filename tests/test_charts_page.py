"""Charts below the picture of a page: the same drawing, a table, and nothing that could run."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import build_chart, build_view, render_page
from tests.commands import graphkit
from tests.hostile_names import HOSTILE_NAMES
from tests.networks import dataset

SVG = "{http://www.w3.org/2000/svg}"
SAMPLE = Network.of(read_sample())


def drawing(chart):
    """The element of a chart; it would be an error if its text were not escaped."""
    return ElementTree.fromstring(chart.inline().replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def test_a_page_shows_charts_as_a_drawing_and_as_a_table():
    charts = [
        build_chart(SAMPLE, "ranks", draws=20, language="pl"),
        build_chart(SAMPLE, "overlap", language="pl"),
    ]
    page = render_page(build_view(SAMPLE, language="pl"), charts=charts)
    # As measured: a chart takes about ten thousand letters, and the page stays below 900 kB.
    assert len(page.encode()) < 900_000
    below = page.partition('<details id="charts" open>')[2].partition('<details id="table"')[0]
    # Each is drawn for a wide page and for a phone.
    assert below.count("<svg ") == 2 * below.count("<table>") == 4
    # By hand: eight organisations that share no rank beyond ten, and the pairs that overlap.
    assert below.count("<tr>") == 2 + len(charts[0].rows) + len(charts[1].rows)
    assert "<td>Klaster Obróbki Metali</td>" in below
    assert 'id="charts"' not in render_page(build_view(SAMPLE))


def test_the_drawing_is_the_figure_without_title_and_provenance():
    chart = build_chart(SAMPLE, "ranks", draws=20)
    root = drawing(chart)
    sheet = chart.on_sheet(14, bare=True)
    texts = [each.text for each in root.iter(f"{SVG}text")]
    assert texts == [each.text for each in sheet.paper.texts]
    assert chart.title not in texts
    assert root.get("aria-label").startswith(f"{chart.title}. Most connected")
    assert len(root.findall(f"{SVG}path")) == sum(
        (
            len(sheet.paper.areas),
            len(sheet.paper.rules),
            sum(stamp.mark.shape != "dot" for stamp in sheet.paper.stamps),
        )
    )
    assert chart._repr_html_() == chart.inline()


def test_hostile_names_stay_text():
    names = [f"n{nth}" for nth in range(len(HOSTILE_NAMES))]
    made = dataset(" ".join(names), took_part=[(each, "p") for each in names])
    nodes = [node for node in made.nodes if node.label == "Organisation"]
    for node, text in zip(nodes, HOSTILE_NAMES, strict=True):
        node.properties["name"] = text
    network = Network.of(made)
    chart = build_chart(network, "timeline", group="p", title="<script>alert(1)</script>")
    root = drawing(chart)
    allowed = {f"{SVG}{name}" for name in ("svg", "rect", "path", "circle", "text")}
    assert {each.tag for each in root.iter()} <= allowed
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]
    page = render_page(build_view(network), charts=[chart])
    assert "<script>alert(1)" not in page


def test_the_command_adds_charts_to_a_page(sample, tmp_path):
    path = tmp_path / "page.html"
    words = ("--chart", "overlap", "--chart", "timeline", "--ego", "KOM", "--lang", "pl")
    ended = graphkit("view", "-o", path, *words, cwd=sample)
    assert ended.returncode == 0, ended.stderr
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"<h2>([^<]+)</h2>", text.partition('id="charts"')[2])[:2] == [
        "Organizacje wspólne dla grup",
        "Klaster Obróbki Metali w czasie",
    ]
    ended = graphkit("view", "-o", path, "--chart", "timeline", cwd=sample)
    assert ended.returncode == 2
    assert "give --ego or --group" in ended.stderr
