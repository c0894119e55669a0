"""The recipes of docs/recipes.md, run as they stand there, and what comes out of them.

Sizes are worked out from the widths that the recipes ask for. Word, PowerPoint and LaTeX count in
EMU (360,000 in a centimetre) and in points (72 in an inch).
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import alternative_text, build_view
from tests.commands import graphkit

DOCUMENT = Path(__file__).parent.parent / "docs" / "recipes.md"
EMU_IN_A_CM = 360_000


def recipe(heading: str) -> list[tuple[str, str]]:
    """The blocks of a section, each with its language."""
    section = re.split(r"^## ", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (text,) = (each for each in section if each.startswith(f"{heading}\n"))
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def follow(heading: str, folder: Path) -> dict[str, object]:
    """Run the commands and the Python of a recipe; returns the names that the Python leaves."""
    left: dict[str, object] = {}
    for language, block in recipe(heading):
        if language == "bash":
            for line in block.splitlines():
                command, _, file = line.partition(" > ")
                program, *words = shlex.split(command)
                assert program == "graphkit"
                ran = graphkit(*words, cwd=folder)
                assert ran.returncode == 0, ran.stderr
                (folder / file).write_text(ran.stdout, encoding="utf-8")
        elif language == "python":
            before = Path.cwd()
            os.chdir(folder)
            try:
                exec(compile(block, heading, "exec"), left)
            finally:
                os.chdir(before)
    return left


@pytest.fixture(scope="module")
def text() -> str:
    return alternative_text(build_view(Network.of(read_sample())))


@pytest.fixture(scope="module")
def folder(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tables and the store of the sample."""
    made = tmp_path_factory.mktemp("recipes")
    for each in sample.iterdir():
        (made / each.name).symlink_to(each)
    return made


def test_word_has_the_picture_at_its_size_with_its_text(folder, text):
    docx = pytest.importorskip("docx")
    follow("Word", folder)
    (shape,) = docx.Document(folder / "report.docx").inline_shapes
    assert shape.width == pytest.approx(16 * EMU_IN_A_CM, rel=0.001)
    assert shape._inline.docPr.get("descr") == text


def test_a_slide_has_the_picture_inside_it_with_its_text(folder, text):
    pptx = pytest.importorskip("pptx")
    follow("PowerPoint", folder)
    presentation = pptx.Presentation(folder / "slides.pptx")
    *_, picture = presentation.slides[0].shapes
    assert picture.width == pytest.approx(22 * EMU_IN_A_CM, rel=0.001)
    assert picture.left + picture.width <= presentation.slide_width
    assert picture.top + picture.height <= presentation.slide_height
    assert picture._element.nvPicPr.cNvPr.get("descr") == text


def test_latex_gets_a_pdf_of_the_size_of_the_column_with_its_fonts(folder, text):
    pypdf = pytest.importorskip("pypdf")
    follow("LaTeX", folder)
    page = pypdf.PdfReader(folder / "column.pdf").pages[0]
    assert float(page.mediabox.width) == pytest.approx(8.5 / 2.54 * 72, abs=0.5)
    fonts = [each.get_object() for each in page["/Resources"]["/Font"].values()]
    described = [
        inner.get_object()["/FontDescriptor"].get_object()
        for font in fonts
        for inner in font.get("/DescendantFonts", [font])
    ]
    assert described
    assert all("/FontFile2" in each for each in described)
    assert (folder / "column.txt").read_text(encoding="utf-8").strip() == text
    (document,) = (block for language, block in recipe("LaTeX") if language == "latex")
    assert "\\includegraphics{column.pdf}" in document
    if tex := shutil.which("pdflatex"):
        (folder / "paper.tex").write_text(document, encoding="utf-8")
        ran = subprocess.run([tex, "-interaction=batchmode", "paper.tex"], cwd=folder, check=False)
        assert ran.returncode == 0
        assert len(pypdf.PdfReader(folder / "paper.pdf").pages) == 1


def test_a_quarto_file_names_the_picture_and_says_what_it_shows(folder, text):
    follow("Quarto", folder)
    _, head, body = (folder / "report.qmd").read_text(encoding="utf-8").split("---\n")
    assert yaml.safe_load(head) == {
        "title": "Partnerships",
        "format": {"html": "default", "docx": "default"},
    }
    ((file, told),) = re.findall(
        r'^!\[Who connects the others\]\((.+?)\)\{#fig-network width="16cm" fig-alt="([^"]*)"\}$',
        body,
        re.MULTILINE,
    )
    assert told == text
    # 16 cm are 453.54 points.
    assert 'width="453.5' in (folder / file).read_text(encoding="utf-8")[:400]
    assert "@fig-network" in body


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag] = dict(attrs)


def test_a_website_has_the_page_in_a_frame_and_a_picture_for_others(folder, text):
    follow("A website", folder)
    elements = Elements()
    elements.feed((folder / "index.html").read_text(encoding="utf-8"))
    frame, image = elements.found["iframe"], elements.found["img"]
    assert (frame["src"], frame["title"]) == ("inset.html", text)
    assert (image["src"], image["alt"]) == ("network.svg", text)
    for each in (frame, image):
        assert (folder / str(each["src"])).stat().st_size > 10_000


def test_a_notebook_shows_the_page_and_a_picture_with_its_text(folder, text, monkeypatch):
    display = pytest.importorskip("IPython.display")
    shown: list[object] = []
    monkeypatch.setattr(display, "display", shown.append)
    follow("Jupyter", folder)
    view, picture = shown
    assert view._repr_html_().startswith("<iframe srcdoc=")
    data, about = picture._repr_mimebundle_()
    assert "image/png" in data
    assert about["image/png"]["alt"] == text
