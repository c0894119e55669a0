"""The text of a figure: it stays text, harmless and readable, whatever the data hold."""

from __future__ import annotations

import io
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from base64 import b64encode

import pytest

from graphkit.model import Dataset
from graphkit.network import Network
from graphkit.views import build_view, render_figure
from graphkit.views.figure.fonts import font_letters, lacking, plain
from graphkit.views.figure.render import missing_letters
from graphkit.views.figure.sheet import compose
from graphkit.views.figure.svg import _font_face, _holding
from graphkit.views.translation import LANGUAGES
from tests.browser import fact, organisation
from tests.figures import SVG, shown, squeezed, svg, view_of
from tests.hostile_names import HOSTILE_NAMES
from tests.networks import dataset


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_is_text_in_svg(language):
    root = svg(view_of(language))
    assert "Klaster Obróbki" in shown(root)
    assert root.get("lang") == language
    assert {"en": "Company (4)", "pl": "Przedsiębiorstwo (4)"}[language] in shown(root)
    for text in root.iter(f"{SVG}text"):
        assert "DejaVu Sans" in text.get("style")


def test_text_is_text_in_pdf():
    pypdf = pytest.importorskip("pypdf")
    page = pypdf.PdfReader(io.BytesIO(render_figure(view_of("pl"), "pdf"))).pages[0]
    text = page.extract_text()
    for words in ("Przedsiębiorstwo (4)", "Białostocka", "Współpraca", "3 źródła"):
        assert words in text
    assert float(page.mediabox.width) == pytest.approx(24 / 2.54 * 72, abs=0.5)


def test_those_who_do_not_see_the_svg_are_told_what_it_shows():
    root = svg(view_of("partners"))
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("aria-labelledby").split() == [title.get("id"), description.get("id")]
    assert title.text == "Partnership network"
    assert "Klaster Łączności is the most connected (betweenness)" in description.text
    assert "Cluster (2)" in description.text


def assert_harmless(root):
    """An SVG with nothing that runs, loads or reaches beyond it."""
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags <= set("svg title desc metadata style defs clipPath g path use text".split())
    for each in root.iter():
        for name, value in each.attrib.items():
            assert not name.lower().startswith("on")
            if name.endswith("href"):
                assert value.startswith("#")
            for target in re.findall(r"url\(([^)]*)\)", value):
                assert target.startswith("#")
    [style] = root.iter(f"{SVG}style")
    [rule] = re.fullmatch(r"@font-face \{([^}]*)\}", style.text).groups()
    assert re.fullmatch(
        r" font-family: 'graphkit figure'; "
        r"src: url\(data:font/woff;base64,[\w+/=]*\) format\('woff'\); ",
        rule,
    )


@pytest.mark.parametrize("text", ["", "f", "Łódź – „office” → 5−3", "Αθήνα"])
def test_an_embedded_font_is_what_the_whole_one_gives(text):
    letters = frozenset(text)
    directly = b64encode(_holding(frozenset(map(ord, letters)), "woff")).decode()
    assert f"base64,{directly})" in _font_face(letters)


def test_the_svg_loads_nothing_and_styles_nothing_but_itself():
    drawn = render_figure(view_of("en"))
    assert_harmless(ElementTree.fromstring(drawn))
    assert b"<!DOCTYPE" not in drawn
    assert b"<?xml-stylesheet" not in drawn


@pytest.mark.parametrize("hostile", HOSTILE_NAMES)
def test_hostile_text_stays_text_in_svg(hostile):
    facts = Dataset.of("test", [organisation("a", name=hostile)], [])
    root = svg(build_view(Network.of(facts), title=hostile), width_cm=60)
    assert_harmless(root)
    assert root.find(f"{SVG}title").text == plain(hostile)
    said = squeezed("".join(shown(root)))
    start = squeezed(plain(hostile))[:40]
    # Once as the title, once as the name.
    assert said.startswith(start)
    assert start[:14] in said[len(start) :]


def test_hostile_text_stays_text_among_others_and_in_every_format():
    nodes = [organisation(f"o{nth}", name=text) for nth, text in enumerate(HOSTILE_NAMES)]
    facts = [
        fact("MEMBER_OF", f"o{nth}", "Organisation", "o0", role=text, note=text)
        for nth, text in enumerate(HOSTILE_NAMES)
        if nth
    ]
    view = build_view(Network.of(Dataset.of("test", nodes, facts)), title=HOSTILE_NAMES[0])
    root = svg(view)
    assert_harmless(root)
    sheet = compose(view, 24)
    assert sorted(shown(root)) == sorted(text.text for text in sheet.paper.texts if text.text)
    # The first, whose names are long, leave no room for the rest.
    assert len(sheet.labels) >= 8
    assert render_figure(view, "png", dpi=50).startswith(b"\x89PNG")
    assert render_figure(view, "pdf").startswith(b"%PDF")


def test_dollars_are_no_mathematics():
    view = build_view(Network.of(dataset("a")), title="cost $x^2$ and \\$5")
    assert "cost $x^2$ and \\$5" in shown(svg(view))
    pypdf = pytest.importorskip("pypdf")
    page = pypdf.PdfReader(io.BytesIO(render_figure(view, "pdf"))).pages[0]
    assert "cost $x^2$ and \\$5" in page.extract_text()


@pytest.mark.parametrize("text", HOSTILE_NAMES)
def test_plain_text_is_one_line_that_xml_can_hold(text):
    said = plain(text)
    assert said == plain(said)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in said)
    assert ElementTree.fromstring(ElementTree.tostring(_text(said))).text in (said, said or None)


def _text(said):
    element = ElementTree.Element("text")
    element.text = said
    return element


def test_the_font_has_the_letters_of_polish():
    polish = "aąbcćdeęfghijklłmnńoóprsśtuwyzźż„”–…"
    assert {ord(letter) for letter in polish + polish.upper()} <= font_letters()
    assert lacking(["żółć", "漢字"]) == "字漢"
    assert missing_letters(view_of("pl")) == ""
