"""What an author writes on and around a picture, as figure and page show it."""

from __future__ import annotations

import colorsys
import json
from itertools import pairwise

import pytest

from graphkit.metrics import find_communities
from graphkit.model import UsageError
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.store import open_store
from graphkit.views import (
    around,
    build_chart,
    build_view,
    lines_of,
    render_figure,
    render_page,
    write_page,
)
from graphkit.views.figure.fonts import width
from graphkit.views.figure.sheet import compose
from graphkit.views.lines import on_chains
from tests.browser import HOSTILE, opened, partners, teams
from tests.commands import graphkit
from tests.figures import marks, shown, squeezed, svg

NETWORK = Network.of(read_sample())
SMALL = Network.of(partners())


def written(view, width_cm=16):
    """The lines of text of a figure, joined."""
    return " ".join(text.text for text in compose(view, width_cm).paper.texts)


def content(page):
    return json.loads(page.partition('id="content">')[2].partition("</script>")[0])


WORDS = {"title": "Who connects", "subtitle": "A line", "caption": "Figure 1.", "source": "Survey"}


@pytest.mark.parametrize(("language", "said"), [("en", "Source: Survey"), ("pl", "Źródło: Survey")])
def test_figure_and_page_say_what_the_author_writes(language, said):
    view = build_view(SMALL, language=language, **WORDS)
    texts = [text.text for text in compose(view, 16).paper.texts]
    page = render_page(view)
    for each in ("Who connects", "A line", "Figure 1.", said):
        assert each in texts
        assert f">{each}</" in page
    assert texts.index("Who connects") < texts.index("A line") < texts.index("Figure 1.")
    settings = view.provenance.manifest.content()["settings"]
    assert {name: settings[name] for name in ("subtitle", "caption", "source")} == {
        name: WORDS[name] for name in ("subtitle", "caption", "source")
    }


def test_no_word_of_an_author_turns_the_writing_direction_around():
    # By hand: with an override "LTR" reads "RTL"; left-to-right marks and joiners stay.
    turned = dict.fromkeys(WORDS, "\u202eLTR\u202c \u2067a\u2069 \u200eb")
    view = build_view(SMALL, highlight=["a:\u202enote"], **turned)
    assert (view.title, view.authoring.caption) == ("LTR a \u200eb",) * 2
    page = render_page(view)
    assert page.count("LTR a \u200eb") >= 4
    shown_on = page.partition('id="content">')[0] + json.dumps(content(page), ensure_ascii=False)
    assert not {*"\u202e\u202c\u2067\u2069"} & {*shown_on}
    assert build_chart(SMALL, "ranks", draws=0, title="\u202eLTR").title == "LTR"


def test_no_word_of_an_author_becomes_markup():
    text = " ".join(HOSTILE)
    note = text[:200]
    words = dict.fromkeys(WORDS, text)
    view = build_view(SMALL, highlight=[f"a:{note}", f"c..b:{note}"], **words)
    root = svg(view, width_cm=120)
    assert " ".join(text.split()) in " ".join(shown(root))
    assert f"PolitechnikaBiałostocka:{squeezed(note)}" in squeezed("".join(shown(root)))
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {
        *("svg", "title", "desc", "style", "metadata", "defs", "g", "path", "use", "text"),
    }
    assert render_page(view).count("<script") == render_page(build_view(SMALL)).count("<script")


def test_who_must_be_named_is_named_even_without_ties():
    # By hand: Fundacja Ósma and Klaster Samotny have no ties, and the strip of those has no names.
    assert "Fundacja Ósma" not in written(build_view(SMALL))
    assert "Fundacja Ósma" in written(build_view(SMALL, always_name=["apart"]))
    assert "Fundacja Ósma" in written(build_view(SMALL, always_name="apart"), 8.5)


def test_a_figure_without_room_for_who_must_be_named_is_refused(monkeypatch):
    # No second tries, which would only take long here.
    monkeypatch.setattr("graphkit.views.figure.labels._TRIES", 1)
    monkeypatch.setattr("graphkit.views.figure.network_part._SPREADS", (0.0,))
    view = build_view(NETWORK, always_name=[node.id for node in build_view(NETWORK).nodes])
    with pytest.raises(UsageError, match=r"`width_cm` 8.5: .* has no room; draw a wider figure"):
        compose(view, 8.5)


def test_notes_make_room_for_themselves():
    # Three long notes have no room beside the marks of a column, which grows upwards and downwards.
    note = "a note that says at some length why this one matters to the reader of the figure"
    names = ["kom", "ChM", "PARP"]
    plain = compose(build_view(NETWORK), 8.5)
    sheet = compose(build_view(NETWORK, highlight=[f"{name}:{note}" for name in names]), 8.5)
    assert len(sheet.paper.frames) == 3
    assert sheet.height > plain.height
    for frame in sheet.paper.frames:
        assert 0 < frame.left < frame.right < sheet.width


def test_aliases_stand_beside_marks_where_there_are_any():
    said = written(build_view(SMALL, labels="aliases"))
    # By hand: the university alone has an alias, PB.
    assert " PB " in f" {said} "
    assert "Politechnika" not in said
    assert "Park Białystok" in said


def test_ranks_have_a_key():
    view = build_view(SMALL, by="degree", labels="ranks")
    lines = [text.text for text in compose(view, 24).paper.texts]
    # By hand: the cluster has four ties, three to signatories and one to its member; three
    # signatories have three each, the member one.
    assert sorted(line for line in lines if line.isdigit()) == ["1", "2", "2", "2", "5"]
    key = " ".join(lines).replace("\u00a0", " ")
    assert "1 Klaster Łączności · 2 Park Białystok · 2 Politechnika Białostocka" in key


def test_what_is_pointed_out_has_a_ring_and_a_note():
    view = build_view(SMALL, highlight=["Park Białystok: hosts everybody", "b"])
    sheet = compose(view, 16)
    said = written(view)
    assert "Park Białystok: hosts everybody" in said
    assert "Ring: pointed out by the author" in said
    assert "chain" not in said
    assert len(sheet.paper.frames) == 1
    assert "Park Białystok: hosts everybody." in sheet.description
    places = {(stamp.x, stamp.y) for stamp in marks(sheet)}
    assert sum(ring.width > 1 and (ring.x, ring.y) in places for ring in sheet.paper.rings) == 2
    assert view.provenance.manifest.content()["settings"]["highlights"] == [
        "bialystok-park: hosts everybody",
        "b",
    ]


def test_a_chain_is_thick_from_end_to_end():
    # By hand: from the member to the university lead the membership, and two signatures of the
    # declaration; the other two signatures stay as they are.
    view = build_view(SMALL, highlight="c..a:by one cluster")
    assert view.authoring.ringed == ("c", "cluster", "a")
    lines = lines_of(view)
    thick = [line for line, on in zip(lines, on_chains(view, lines), strict=True) if on]
    assert [(line.start, line.end) for line in thick] == [
        ("a", None),
        ("cluster", None),
        ("c", "cluster"),
    ]
    plain = compose(build_view(SMALL), 16).paper.rules
    drawn = compose(view, 16).paper.rules
    assert sum(rule.width > max(each.width for each in plain) for rule in drawn) >= 3
    assert "by one cluster" in written(view)
    assert "Thick line: chain pointed out by the author" in written(view)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("nobody: note", "no organisation is called 'nobody'"),
        (": note", "says nobody; write ORG or ORG:NOTE"),
        ("a..nobody", "no organisation is called 'nobody'"),
        ("a..alone:x", "no chain of ties leads from Politechnika Białostocka to Klaster Samotny"),
        ("a:" + "x" * 241, "the note has 241 letters and has room for 240"),
    ],
)
def test_what_cannot_be_pointed_out_is_refused(asked, message):
    with pytest.raises(UsageError, match=message):
        build_view(SMALL, highlight=[asked])


@pytest.mark.parametrize("width_cm", [8.5, 12, 16, 24])
@pytest.mark.parametrize("legend", ["right", "below", "none"])
def test_the_legend_is_where_it_is_asked_for(legend, width_cm):
    view = build_view(SMALL, legend=legend)
    if legend == "right" and width_cm < 11:
        with pytest.raises(UsageError, match="no room beside the picture; use below"):
            compose(view, width_cm)
        return
    sheet = compose(view, width_cm)
    right, bottom = sheet.picture[2:]
    places = [(text.x, text.y) for text in sheet.paper.texts if text.text == "Ties"]
    if legend == "none":
        assert places == []
    for x, y in places:
        assert (x > right) == (legend == "right")
        assert (y > bottom) == (legend == "below")
    assert all(text.size >= 7 for text in sheet.paper.texts)
    assert all(
        text.x + width(text.text, text.size) <= sheet.width
        for text in sheet.paper.texts
        if not text.centred
    )


def test_communities_carry_who_is_asked_for():
    # By hand: ten teams are ten communities; p and q are two, too few to be drawn.
    network = Network.of(teams())
    view = build_view(network, always_name=["t3m40"], highlight=["t5m10:a note"])
    (community,) = [node for node in view.nodes if "T3M40" in node.label]
    assert community.values["members"] == 85
    assert len(view.ringed) == 1
    assert "T5M10: a note" in written(view, 20)
    with pytest.raises(UsageError, match="P is not in any community that is drawn"):
        build_view(network, always_name=["p"])
    with pytest.raises(UsageError, match="a chain is not seen among communities"):
        build_view(network, highlight=["t1m01..t2m01"])
    labels = [node.label for node in build_view(network, by="none").nodes]
    assert labels == [f"Community {at} (85)" for at in range(1, 11)]


def test_nothing_is_ranked_where_no_metric_is_asked_for():
    view = build_view(NETWORK, by="none")
    page = render_page(view)
    data = content(page)
    assert len({node.size for node in view.nodes}) == 1
    assert data["metrics"] == []
    assert all(node["ranks"] == node["values"] == [] for node in data["nodes"])
    assert "rank" not in data["texts"]["hint"]
    assert ">Rank<" not in page
    sheet = compose(view, 16)
    figure = " ".join([sheet.description, *(text.text for text in sheet.paper.texts)])
    assert "betweenness" not in figure
    assert "connected" not in figure
    with pytest.raises(UsageError, match="nothing is ranked"):
        build_view(NETWORK, by="none", labels="ranks")


def test_communities_are_coloured_and_named_by_their_best_connector():
    view = build_view(NETWORK, colour="community")
    found = find_communities(NETWORK).communities
    rank = {node.id: node.rank for node in view.nodes}
    # The oracle is the partition: its communities of three or more, and who ranks first in each.
    expected = {
        min(part.members, key=lambda each: rank[each.organisation.id]).organisation.name: len(
            part.members
        )
        for part in found
        if len(part.members) > 2
    }
    named = {entry.label: entry.count for entry in view.legend}
    rest = named.pop("small community or no ties")
    assert sorted(named.values()) == sorted(expected.values())
    assert sum(named.values()) + rest == 48
    assert "Klaster Obróbki Metali" in named
    assert len({(entry.mark.colour, entry.mark.shape) for entry in view.legend}) == len(view.legend)
    labels = [
        each["label"]
        for each in content(render_page(view))["facets"]
        if each["name"] == "community"
    ]
    assert labels == ["Community, named by its best connector"]
    # Without a ranking nobody is the best, so communities have numbers.
    unranked = build_view(NETWORK, colour="community", by="none")
    assert [entry.label for entry in unranked.legend][:2] == ["1", "2"]


def test_who_is_not_in_an_excerpt_cannot_be_named_in_it():
    part = around(SMALL, SMALL.organisation("c"))
    with pytest.raises(UsageError, match="Politechnika Białostocka is not in this part"):
        build_view(SMALL, excerpt=part, always_name=["a"])


@pytest.mark.parametrize(
    "asked",
    [{"always_name": ["Klaster Łącznosci X"]}, {"labels": "x"}, {"theme": "x"}, {"legend": "x"}],
)
def test_what_is_unknown_is_refused_with_what_there_is(asked):
    with pytest.raises(
        UsageError,
        match=r"did you mean cluster|use names, aliases or|use auto, light|use auto, right",
    ):
        build_view(SMALL, **asked)


def test_a_dark_figure_is_dark_and_a_grey_one_has_no_colour():
    dark = render_figure(build_view(SMALL, theme="dark")).decode()
    assert "#13171c" in dark
    assert "#ffffff" not in dark
    view = build_view(NETWORK, theme="greyscale")
    sheet = compose(view, 16)
    colours = {stamp.mark.colour for stamp in marks(sheet)} | {
        sheet.paper.theme.of(rule.colour) for rule in sheet.paper.rules
    }
    for colour in colours:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        assert colorsys.rgb_to_hsv(*parts)[1] == 0, colour
    # What differs in colour or shape in colour differs in grey or shape in grey.
    coloured = {node.id: node.mark for node in build_view(NETWORK).nodes}
    pairs = {
        ((mark.colour, mark.shape), (node.mark.colour, node.mark.shape))
        for node in view.nodes
        for mark in (coloured[node.id],)
    }
    assert len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs})
    greys = sorted({int(node.mark.colour[1:3], 16) for node in view.nodes})
    assert all(b - a >= 24 for a, b in pairwise(greys))


def test_the_commands_take_all_of_it(tmp_path):
    with open_store(tmp_path / "graphkit-store") as store:
        store.load(read_sample())
    words = [f"--{name}={text}" for name, text in WORDS.items()]
    how = ["--always-name", "ARLEG", "--highlight", "KOM:hub", "--highlight", "KOM..ssse:way"]
    how += ["--legend", "below", "--colour", "community", "--by", "none", "--labels", "aliases"]
    how += ["--theme", "greyscale", "--isolates", "exclude", "--manifest", "m.json"]
    for command, file in (("figure", "a.svg"), ("view", "a.html")):
        ran = graphkit(command, "-o", file, *words, *how, cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
        text = (tmp_path / file).read_text(encoding="utf-8")
        for said in (*WORDS.values(), "hub", "way"):
            assert said in text
        # By hand: 27 have ties, and those without are left out.
        assert "27 organisations" in text
        assert "have no ties in this view" not in text.partition('id="content"')[0]
        settings = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))["settings"]
        assert settings["highlight"] == ["KOM:hub", "KOM..ssse:way"]
        assert settings["by"] == "none"
    ran = graphkit("figure", "-o", "b.svg", "--highlight", "ARLEGG", cwd=tmp_path)
    assert (ran.returncode, "did you mean" in ran.stderr) == (2, True)
    how = ["--compare", "at=2011", "at=2014-11", "--theme", "greyscale", "--legend", "none"]
    how += ["--always-name", "ARLEG", "--highlight", "KOM:hub", "--labels", "aliases"]
    ran = graphkit("figure", "-o", "b.svg", "--alt", *words, *how, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    text = (tmp_path / "b.svg").read_text(encoding="utf-8")
    assert all(said in text for said in (*WORDS.values(), "hub"))


@pytest.mark.browser
def test_the_page_shows_what_its_author_chose(browser, tmp_path):
    path = tmp_path / "page.html"
    view = build_view(
        SMALL,
        theme="dark",
        labels="aliases",
        always_name=["apart"],
        highlight=["a: teaches", "c..b: the way"],
    )
    write_page(view, path)
    with opened(browser, path, color_scheme="light") as tab:
        named = tab.evaluate("graphkitView.labels.map(({text}) => text)")
        assert {"PB: teaches", "the way", "Fundacja Ósma"} <= {*named}
        lines = tab.evaluate("graphkitView.lines.map(({from, to, width}) => [from, to, width])")
        thick = [line[:2] for line in lines if line[2] > 2]
        # By hand: the membership and the signatures of the cluster and of the town.
        assert sorted(thick, key=str) == [["b", None], ["c", "cluster"], ["cluster", None]]
        assert "the way" in tab.inner_text("#details")
        with tab.expect_download() as saved:
            tab.click("#svg")
        file = saved.value.path().read_text(encoding="utf-8")
        assert "PB: teaches" in file
        assert file.count('class="note"') == 2
        assert 'fill="#13171c"' in file
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 23, 28)"
    write_page(build_view(SMALL, by="none", legend="none", colour="community"), path)
    with opened(browser, path, legend=False) as tab:
        # By hand: the marks are alike, no list of the first is there, and no legend is shown.
        assert {*tab.evaluate("graphkitView.sizes").values()} == {9}
        assert tab.locator("#size").is_hidden()
        assert tab.locator("#legend").is_hidden()
        assert "Most connected" not in tab.inner_text("#details")
        with tab.expect_download() as saved:
            tab.click("#svg")
        assert "Membership" not in saved.value.path().read_text(encoding="utf-8")
