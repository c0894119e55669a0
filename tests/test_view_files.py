"""What the page saves and prints, read again."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from graphkit.network import Network
from graphkit.views import build_view
from graphkit.views.marks import MARKS
from tests.browser import RENDERERS, choose, dated, opened, write_as

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"

CAPTION = [f"word{nth}" for nth in range(80)]
VIEW = build_view(Network.of(dated()), by="degree", title="=Przykład", caption=" ".join(CAPTION))


@pytest.fixture(scope="module", params=RENDERERS)
def page(request, tmp_path_factory) -> Path:
    return write_as(request.param, VIEW, tmp_path_factory.mktemp("view") / "page.html")


def saved(tab, kind: str, path: Path) -> bytes:
    with tab.expect_download() as waiting:
        tab.locator(f"#{kind}").click()
    assert waiting.value.suggested_filename == f"przyklad.{kind}"
    waiting.value.save_as(path)
    return path.read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_png_holds_the_window_with_title_legend_and_provenance(browser, page, scheme, tmp_path):
    with opened(browser, page, color_scheme=scheme) as tab:
        frame = tab.locator("#picture").bounding_box()
        saved(tab, "png", tmp_path / "a.png")
    image = np.asarray(Image.open(tmp_path / "a.png").convert("RGB")).astype(int)
    assert image.shape[1] == 2 * round(frame["width"])
    # By hand: one row of title takes 44 pixels, and every pixel is drawn twice as wide and high.
    top, bottom = 88, 88 + 2 * round(frame["height"])
    title, picture, below = image[:top], image[top:bottom], image[bottom:]
    assert (image[0] == 255).all()
    assert (picture == 255).all(axis=2).mean() > 0.8
    for part in (title, below):
        assert (part.max(axis=2) < 110).sum() > 300
    for kind in ("University", "Cluster"):
        colour = [int(MARKS[kind].colour[at : at + 2], 16) for at in (1, 3, 5)]
        for part in (picture, below):
            assert (part == colour).all(axis=2).any()


def test_an_svg_holds_the_picture_with_title_legend_and_provenance(browser, page, tmp_path):
    with opened(browser, page) as tab:
        root = ElementTree.fromstring(saved(tab, "svg", tmp_path / "a.svg"))
        labels = {label["text"] for label in tab.evaluate("graphkitView.labels")}
        tab.locator("#facet-kind").get_by_role("checkbox", name="Company").uncheck()
        choose(tab, "town")
        drawn = ElementTree.fromstring(saved(tab, "svg", tmp_path / "b.svg"))
        filtered = " ".join(each.text for each in drawn.iter(f"{SVG}text"))
        footer = tab.locator("#provenance").inner_text()
    # By hand: without the two companies four of six organisations are left, and four of six facts:
    # the university is in the cluster, both sign, and both have a tie.
    for text in (filtered, footer):
        assert "with the filters: 4 of 6 organisations; the ties shown rest on 4 of 6 facts" in text
    assert "Hidden organisations: Company." in filtered
    # The legend has no companies, and says what is pale beside the town and the university.
    assert filtered.count("Company") == 1
    assert "Pale: not tied to what is selected." in filtered
    assert "with the filters" not in "".join(root.itertext())
    said = "".join(root.itertext())
    assert "=Przykład" in said
    # Words below the picture are all there, however many they are.
    written = " ".join(each.text for each in root.iter(f"{SVG}text")).split()
    assert [word for word in written if word.startswith("word")] == CAPTION
    # By hand: the university is tied to the town and to the three others of the cluster.
    description = root.findtext(f"{SVG}desc")
    assert description.startswith("Most connected (degree): Uni, ")
    assert "6 facts" in description
    names = {text for text in labels if " " not in text}
    assert {"Uni", "Town", "Cluster", "First", "Second"} <= names
    assert all(text in said for text in names)
    # Marks have an opacity, what stands in the legend has none.
    marks = [each.get("fill") for each in root.iter() if each.get("opacity")]
    assert sorted(marks) == sorted(node.mark.colour for node in VIEW.nodes)
    assert "6 facts" in said
    assert "University" in said


def test_the_selection_is_saved_as_csv(browser, page, tmp_path):
    with opened(browser, page) as tab:
        everyone = saved(tab, "csv", tmp_path / "all.csv")
        choose(tab, "town")
        selected = saved(tab, "csv", tmp_path / "one.csv")
    assert everyone.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(everyone.decode("utf-8-sig"), newline="")))
    assert rows[0]["Organisation"] == "Uni"
    assert len(rows) == 6
    rows = list(csv.DictReader(io.StringIO(selected.decode("utf-8-sig"), newline="")))
    # By hand: the town's signature and tie, and the university's share in both.
    assert sorted((row["Organisation"], row["Kind of group"]) for row in rows) == [
        ("Town", "declaration"),
        ("Town", "direct tie"),
        ("Uni", "declaration"),
        ("Uni", "direct tie"),
    ]
    assert {row["Date"] for row in rows} == {"since 2014-11-07", "since 2010"}


INKED = """() => {
  const canvas = document.querySelector("#print").cloneNode();
  const ctx = canvas.getContext("2d");
  ctx.drawImage(document.querySelector("#print"), 0, 0);
  const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((part, at) => at % 4 === 0 && part < 128).length;
}"""


def test_on_paper_stands_the_picture_with_its_legend(browser, page, tmp_path):
    with opened(browser, page) as tab:
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        tab.emulate_media(media="print")
        for hidden in ("#tools", ".search"):
            assert tab.locator(hidden).is_hidden()
        for shown in ("h1", "#stage canvas#print", "#facet-kind", "#provenance"):
            assert tab.locator(shown).is_visible()
        assert tab.locator("#details > .quiet").is_hidden()
        drawn = tab.evaluate(INKED)
        assert drawn > 1000
        # Laid out for paper the picture has no size; what was painted stays.
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert tab.evaluate(INKED) == drawn
