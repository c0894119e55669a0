"""What is said of a picture to those who do not see it. All sentences are written by hand."""

from __future__ import annotations

import html
import io
import re
from xml.etree import ElementTree

import pytest

from graphkit.network import Network
from graphkit.views import (
    alternative_text,
    build_chart,
    build_view,
    compare_views,
    frame_snippet,
    render_figure,
    render_page,
)
from graphkit.views.excerpt import around
from tests.commands import graphkit
from tests.networks import dataset


def said(network, language="en", **how):
    return alternative_text(build_view(network, language=language, **how))


def network(*data, **facts):
    return Network.of(dataset(*data, **facts))


# A star: the centre is on all three paths between the others, which are on none.
STAR = network("hub x y z", ties=[("hub", "x"), ("hub", "y"), ("hub", "z")])

# A path of four: the two in the middle are on two paths each, and so share the first rank.
PATH = network("a b c d", ties=["ab", "bc", "cd"])

# Three signatories and a member: three pairs share the declaration, and one the cluster. x is on
# the two paths from the member to the other signatories.
GROUPS = network(
    {"x": "Cluster", "y": "Company", "z": "Company", "m": "Company", "alone": "School"},
    members=[("m", "x", {"start": "2010"})],
    signed=[(each, "pact", {"start": "2014-11-07"}) for each in "xyz"],
)


@pytest.mark.parametrize(
    ("what", "english", "polish"),
    [
        (
            network("a").select(kind="School"),
            "Partnership network: no organisation is in the selection. Selection: kinds: School.",
            "Sieć partnerstw: żadna organizacja nie mieści się w tym zakresie. "
            "Zakres: rodzaje: Szkoła.",
        ),
        (
            network("a"),
            "Partnership network: 1 organisation without ties: A. Selection: all data.",
            "Sieć partnerstw: 1 organizacja bez powiązań: A. Zakres: wszystkie dane.",
        ),
        (
            network("a b"),
            "Partnership network: 2 organisations without ties: A and B. Selection: all data.",
            "Sieć partnerstw: 2 organizacje bez powiązań: A i B. Zakres: wszystkie dane.",
        ),
        (
            network("a b c d e"),
            "Partnership network: 5 organisations without ties. Selection: all data.",
            "Sieć partnerstw: 5 organizacji bez powiązań. Zakres: wszystkie dane.",
        ),
        (
            network("a b", ties=[("a", "b", {"observed": "2014"})]),
            "Partnership network: 2 organisations, 2 of them with ties; 1 tie. All organisations "
            "with ties have the same value (betweenness). Selection: all data. "
            "The facts date from 2014.",
            "Sieć partnerstw: 2 organizacje, w tym 2 z powiązaniami; 1 powiązanie. Wszystkie "
            "organizacje z powiązaniami mają tę samą wartość (pośrednictwo). Zakres: wszystkie "
            "dane. Fakty pochodzą z roku 2014.",
        ),
        (
            STAR,
            "Partnership network: 4 organisations, 4 of them with ties; 3 ties. Hub is the most "
            "connected (betweenness). Selection: all data. No fact has a known date.",
            "Sieć partnerstw: 4 organizacje, w tym 4 z powiązaniami; 3 powiązania. Najlepiej "
            "powiązana organizacja (pośrednictwo) to Hub. Zakres: wszystkie dane. Żaden fakt nie "
            "ma znanej daty.",
        ),
        (
            PATH,
            "Partnership network: 4 organisations, 4 of them with ties; 3 ties. B and C are "
            "equally the most connected (betweenness). Selection: all data. No fact has a known "
            "date.",
            "Sieć partnerstw: 4 organizacje, w tym 4 z powiązaniami; 3 powiązania. Najlepiej "
            "powiązane organizacje, na równi (pośrednictwo), to B i C. Zakres: wszystkie dane. "
            "Żaden fakt nie ma znanej daty.",
        ),
        (
            GROUPS,
            "Partnership network: 5 organisations, 4 of them with ties; 4 ties and 2 shared "
            "groups. X is the most connected (betweenness). Selection: all data. The facts date "
            "from 2010 to 2014.",
            "Sieć partnerstw: 5 organizacji, w tym 4 z powiązaniami; 4 powiązania i 2 wspólne "
            "grupy. Najlepiej powiązana organizacja (pośrednictwo) to X. Zakres: wszystkie dane. "
            "Fakty pochodzą z lat 2010–2014.",
        ),
        (
            GROUPS.select(at="2012", unknown="exclude", layer="membership"),
            # Nobody knows whether the member still belonged in 2012.
            "Partnership network: 5 organisations without ties. Selection: layers: membership; "
            "as of 2012, only facts certain to have been in force.",
            "Sieć partnerstw: 5 organizacji bez powiązań. Zakres: warstwy: członkostwo; stan na "
            "2012, tylko fakty na pewno aktualne.",
        ),
    ],
)
def test_small_networks_in_both_languages(what, english, polish):
    assert said(what) == english
    assert said(what, "pl") == polish


def test_those_who_follow_are_named_down_to_a_rank_that_all_have_room_in():
    # Degrees by hand: x has three ties, y and z two each, m one.
    assert "X is the most connected (degree), followed by Y, Z and M. " in said(GROUPS, by="degree")
    assert "(stopień) to X; dalej: Y, Z i M. " in said(GROUPS, "pl", by="degree")
    # Five leaves share the second rank, after the hub.
    leaves = network("hub a b c d e", ties=[("hub", each) for each in "abcde"])
    assert "followed by A, B, C and 2 more. " in said(leaves, by="degree")
    assert "dalej: A, B, C i jeszcze 2. " in said(leaves, "pl", by="degree")


def test_of_a_metric_whose_lowest_value_is_best_the_lowest_is_named():
    # Constraint by hand (Burt): 1/3 of the hub's, 1 of those that know nobody else.
    assert "Hub has the lowest constraint, followed by X, Y and Z. " in said(STAR, by="constraint")
    assert "Najniższą wartość (ograniczenie) ma Hub; " in said(STAR, "pl", by="constraint")


def test_where_nothing_is_ranked_nobody_comes_first():
    assert said(STAR, by="none") == (
        "Partnership network: 4 organisations, 4 of them with ties; 3 ties. Selection: all data. "
        "No fact has a known date."
    )


def test_a_chart_says_what_it_shows():
    chart = build_chart(STAR, "ranks", by="degree")
    assert alternative_text(chart) == chart.description
    assert "Hub" in chart.description


def test_facts_without_a_date_are_counted():
    some = network("a b c", ties=[("a", "b", {"start": "2011"}), ("b", "c")])
    assert said(some).endswith("The facts date from 2011, 1 without a date.")
    assert said(some, "pl").endswith("Fakty pochodzą z roku 2011, 1 bez daty.")


def test_an_excerpt_says_that_it_is_one():
    text = said(PATH, excerpt=around(PATH, PATH.organisation("a")))
    assert text.startswith("Around A: 2 organisations, 2 of them with ties; 1 tie. B is the most ")
    assert "Excerpt: A and all within 1 step, 2 of 4 organisations; ranks and values of " in text


def test_a_comparison_says_what_came_and_went():
    before = network("a b c", ties=["ab"])
    after = network("a b c d", ties=["bc", "cd"])
    text = alternative_text(compare_views({"2011": before, "2014": after}, title="Then and now"))
    # By hand: a is gone, c and d are new; c is on the path from b to d.
    assert text == (
        "Then and now. 2011: 2 organisations with ties, 1 tie. All organisations with ties have "
        "the same value (betweenness). 2014: 3 organisations with ties, 2 ties. Compared with the "
        "panel before: 2 new and 1 gone. C is the most connected (betweenness)."
    )


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_output_carries_it(language):
    pypdf = pytest.importorskip("pypdf")
    from PIL import Image

    view = build_view(GROUPS, language=language, title='"A" & <b>')
    text = alternative_text(view)
    root = ElementTree.fromstring(render_figure(view, "svg", width_cm=8))
    assert root.findtext("{http://www.w3.org/2000/svg}title") == view.title
    assert root.findtext("{http://www.w3.org/2000/svg}desc").startswith(text)
    image = Image.open(io.BytesIO(render_figure(view, "png", width_cm=8, dpi=50)))
    assert image.text["Description"].startswith(text)
    document = pypdf.PdfReader(io.BytesIO(render_figure(view, "pdf", width_cm=8)))
    assert document.metadata.subject.startswith(text)
    (label,) = re.findall(r'id="picture"[^>]* aria-label="([^"]*)"', render_page(view))
    assert html.unescape(label) == text
    (title,) = re.findall(r' title="([^"]*)"', frame_snippet(view, "page.html"))
    assert html.unescape(title) == text


def test_the_command_prints_it(sample, tmp_path):
    store = sample / "graphkit-store"
    ran = graphkit("figure", "--store", store, "-o", "network.png", "--alt", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    # By hand: the sample has 53 organisations, 5 of which count as parts of others.
    assert ran.stdout.startswith("Partnership network: 48 organisations, ")
    assert "Klaster Obróbki Metali is the most connected (betweenness), " in ran.stdout
