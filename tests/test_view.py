"""The view and its page, without a browser: what is shown, the same bytes, text that stays text."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import os
import random
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest

from graphkit.model import KINDS, Dataset, UsageError
from graphkit.network import Network, members_by_group
from graphkit.network.cited_facts import DATED
from graphkit.views import build_view, render_page, write_page
from graphkit.views.layout.two_mode_layout import HUB_RADIUS, lay_out
from graphkit.views.marks import MARKS, REACH
from graphkit.views.translation import LANGUAGES, number, when, words
from tests.browser import HOSTILE, hostile, organisation, partners
from tests.networks import dataset

PARTNERS = Network.of(partners())


class Parsed(HTMLParser):
    """The tags of a page with their attributes, and what stands in scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self.text = ""
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs))
        if tag in ("script", "style"):
            self.inside.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag):
        self._open = None

    def handle_data(self, data):
        if self._open and self._open[0] in ("script", "style"):
            tag, attrs, text = self.inside[-1]
            self.inside[-1] = (tag, attrs, text + data)
        else:
            self.text += data

    @property
    def content(self):
        """The data of the page; a number that is not finite fails."""

        def refuse(name):
            raise AssertionError(f"{name} on the page")

        [text] = [text for _, attrs, text in self.inside if attrs.get("id") == "content"]
        return json.loads(text, parse_constant=refuse)


def random_network(organisations: int, groups: int, seed: int) -> Network:
    generator = random.Random(seed)
    names = [f"o{number}" for number in range(organisations)]
    rows = [
        (name, f"g{group}")
        for group in range(groups)
        for name in generator.sample(names, generator.choice([1, 2, 2, 3, 5, 12]))
    ]
    return Network.of(dataset(" ".join(names), took_part=rows))


def test_every_organisation_is_a_node_isolates_included():
    view = build_view(PARTNERS)
    assert {node.id for node in view.nodes} == set(PARTNERS.graph())
    assert len(view.nodes) == 7


def test_the_same_data_give_the_same_bytes(tmp_path):
    facts = partners()
    shuffled = Dataset.of("test", reversed(facts.nodes), reversed(facts.facts))
    pages = [render_page(build_view(Network.of(each))) for each in (facts, facts, shuffled)]
    assert len(set(pages)) == 1


def test_bytes_depend_on_neither_hash_seed_nor_locale(tmp_path):
    # The first with a seed and a locale of its own, the second with those of the tests.
    script = (
        "import sys; from tests.browser import partners; from graphkit.network import Network;"
        "from graphkit.views import build_view, write_page;"
        "write_page(build_view(Network.of(partners()), language='pl'), sys.argv[1])"
    )
    path = tmp_path / "apart.html"
    subprocess.run(
        [sys.executable, "-c", script, str(path)],
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0"},
        cwd=Path(__file__).parents[1],
    )
    page = path.read_bytes()
    write_page(build_view(Network.of(partners()), language="pl"), tmp_path / "here.html")
    assert page == (tmp_path / "here.html").read_bytes()
    assert "Białostocka".encode() in page
    assert b"\r" not in page


@pytest.mark.parametrize(
    ("organisations", "groups"), [(1, 0), (15, 1), (30, 12), (300, 150), (2000, 900)]
)
def test_marks_never_overlap(organisations, groups):
    form = random_network(organisations, groups, 5).two_mode
    generator = random.Random(organisations)
    radii = [generator.uniform(6, 28) for _ in form.organisations]
    layout = lay_out(form, [None] * groups, radii)
    assert sum(point is not None for point in layout.groups) == sum(form.sizes() > 2)
    discs = [(x, y, r) for (x, y), r in zip(layout.organisations.tolist(), radii, strict=True)]
    discs += [(*point, HUB_RADIUS) for point in layout.groups if point]
    for (x, y, r), (u, v, s) in combinations(discs, 2):
        assert abs(x - u) >= r + s or math.hypot(x - u, y - v) >= r + s


def test_isolates_stand_below_all_others():
    view = build_view(PARTNERS)
    apart = {"alone", "apart"}
    assert view.isolates is not None
    for node in view.nodes:
        assert (node.y > view.isolates) == (node.id in apart)


def test_a_group_that_is_an_organisation_takes_no_point_of_its_own():
    declaration, cluster = sorted(build_view(PARTNERS).groups, key=lambda group: group.group.layer)
    assert declaration.point is not None
    assert declaration.anchor is None
    assert (cluster.point, cluster.anchor) == (None, "cluster")


def test_a_mark_is_larger_the_better_its_value():
    best_high = build_view(PARTNERS, by="degree")
    best_low = build_view(PARTNERS, by="constraint")
    high = {node.id: (node.values["degree"], node.size) for node in best_high.nodes}
    assert high["cluster"] == (4, max(size for _, size in high.values()))
    assert high["alone"] == (0, min(size for _, size in high.values()))
    low = {node.id: (node.values["constraint"], node.size) for node in best_low.nodes}
    assert low["alone"] == (None, min(size for _, size in low.values()))
    lowest = min(value for value, _ in low.values() if value is not None)
    assert [name for name, (value, _) in low.items() if value == lowest] == ["cluster"]
    assert low["cluster"][1] == max(size for _, size in low.values())


def test_every_kind_has_a_mark_of_its_own():
    assert MARKS.keys() == KINDS.keys()
    assert len({(mark.shape, mark.colour) for mark in MARKS.values()}) == len(KINDS)
    assert {mark.shape for mark in MARKS.values()} == REACH.keys()


def test_the_legend_counts_the_kinds_that_occur():
    assert {entry.kind: entry.count for entry in build_view(PARTNERS).legend} == {
        "Cluster": 2,
        "Company": 1,
        "Foundation": 1,
        "LocalGovernment": 1,
        "Park": 1,
        "University": 1,
    }


def test_the_page_has_a_line_for_each_layer_that_occurs():
    content = Parsed(render_page(build_view(PARTNERS))).content
    [layer] = [facet for facet in content["facets"] if facet["name"] == "layer"]
    assert [value["value"] for value in layer["values"]] == ["membership", "declaration"]
    assert len({json.dumps(value["stroke"]["dash"]) for value in layer["values"]}) == 2


def test_an_unknown_value_is_none_and_never_not_a_number():
    content = Parsed(render_page(build_view(PARTNERS, by="constraint"))).content
    column = [metric["name"] for metric in content["metrics"]].index("constraint")
    values = {node["id"]: node["values"][column] for node in content["nodes"]}
    assert values["alone"] is None


def test_a_network_of_nobody_has_a_page():
    assert Parsed(render_page(build_view(Network.of(Dataset.of("test", [], []))))).content


def test_too_many_organisations_are_refused_with_the_cure(monkeypatch):
    monkeypatch.setattr("graphkit.views.build.MOST", 6)
    with pytest.raises(UsageError, match=r"7 organisations .* at most 6; select .*`kind`"):
        build_view(PARTNERS)
    assert len(build_view(PARTNERS.select(kind="Cluster")).nodes) == 2


def test_unknown_words_are_refused():
    with pytest.raises(UsageError, match="`language` de"):
        build_view(PARTNERS, language="de")
    with pytest.raises(UsageError, match="betweenness"):
        build_view(PARTNERS, by="betweennes")


def test_the_page_loads_nothing():
    parsed = Parsed(render_page(build_view(PARTNERS)))
    loading = {"src", "href", "srcset", "action", "data", "poster", "background"}
    assert not [(tag, attrs) for tag, attrs in parsed.tags if loading & attrs.keys()]
    assert {tag for tag, _ in parsed.tags}.isdisjoint({"link", "img", "iframe", "object", "base"})
    for tag, _, text in parsed.inside:
        if tag == "style":
            assert "url(" not in text
            assert "@import" not in text
        assert "sourceMappingURL" not in text


def test_the_policy_allows_our_scripts_by_hash_and_nothing_else():
    page = render_page(build_view(PARTNERS))
    parsed = Parsed(page)
    [policy] = [
        attrs["content"] for tag, attrs in parsed.tags if attrs.get("http-equiv") is not None
    ]
    hashes = {
        (tag, f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'")
        for tag, attrs, text in parsed.inside
        if attrs.get("type") != "application/json"
    }
    scripts = [each for tag, each in hashes if tag == "script"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert sorted(rules["script-src"].split()) == sorted(scripts)
    assert [rules["style-src"]] == [each for tag, each in hashes if tag == "style"]
    assert "unsafe" not in policy


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_text_stays_text(title):
    parsed = Parsed(render_page(build_view(Network.of(hostile()), title=title)))
    calm = Parsed(render_page(build_view(Network.of(hostile()), title="x")))
    assert [tag for tag, _ in parsed.tags] == [tag for tag, _ in calm.tags]
    assert [text for tag, _, text in parsed.inside if tag == "style"] == [
        text for tag, _, text in calm.inside if tag == "style"
    ]
    assert not [attrs for _, attrs in parsed.tags if any(name.startswith("on") for name in attrs)]
    assert title in parsed.text
    assert {node["label"] for node in parsed.content["nodes"]} == {*HOSTILE, "__proto__"}


def test_only_web_addresses_become_links():
    content = Parsed(render_page(build_view(Network.of(hostile())))).content
    links = {
        website["text"]
        for node in content["nodes"]
        for website in node.get("stated", {}).get("website", [])
        if website["link"]
    }
    assert links == {"https://example.org/\"onclick='x'", "https://ok.example/"}
    assert not any(source["link"] for source in content["sources"])


def test_facts_and_sources_are_said_once():
    content = Parsed(render_page(build_view(PARTNERS))).content
    assert len(content["facts"]) == 6
    assert [source["title"] for source in content["sources"]] == ["Protokół", "Lista"]
    [stated] = [
        facts
        for node, group, facts in content["memberships"]
        if content["nodes"][node]["id"] == "c" and content["groups"][group]["key"][:4] == "memb"
    ]
    assert len(stated) == 2


def test_a_name_with_half_a_surrogate_pair_does_not_stop_the_page(tmp_path):
    broken = Network.of(Dataset.of("test", [organisation("a", name="x\ud800y")], []))
    write_page(build_view(broken), tmp_path / "page.html")
    assert "x?y" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"page\.html"):
        write_page(build_view(PARTNERS), tmp_path / "file" / "page.html")


def test_a_notebook_gets_a_frame_without_rights_to_its_page():
    frame = build_view(PARTNERS, title="\"><script>alert('x')</script>")._repr_html_()
    [(tag, attrs)] = Parsed(frame).tags
    assert tag == "iframe"
    rights = set(attrs["sandbox"].split())
    popups = {"allow-popups", "allow-popups-to-escape-sandbox"}
    assert rights == {"allow-scripts", "allow-downloads"} | popups
    assert attrs["srcdoc"].startswith("<!doctype html>")


def test_the_languages_say_the_same_things():
    def keys(messages):
        return {
            (name, *inner) if isinstance(value, dict) else (name,)
            for name, value in messages.items()
            for inner in ([[each] for each in value] if isinstance(value, dict) else [[]])
        }

    first, *others = (words(language)._messages for language in LANGUAGES)
    for other in others:
        assert keys(other) == keys(first)


def test_dates_are_worded_as_in_explanations():
    texts = words("en")
    for members in members_by_group(PARTNERS).values():
        for member in members:
            for statement in member.statements:
                assert when(statement, texts) == statement.when


@pytest.mark.parametrize(
    ("start", "end", "within", "english", "polish"),
    [
        ("2014-11-07", "", "", "from 2014-11-07", "od 2014-11-07"),
        ("2014-11-07", "..", "", "since 2014-11-07", "od 2014-11-07, trwa"),
        ("2014-11", "2016", "", "2014-11 to 2016", "od 2014-11 do 2016"),
        ("2014", "2014", "", "2014", "2014"),
        ("", "2016", "", "until 2016", "do 2016"),
        ("", "..", "", "date unknown", "data nieznana"),
        ("", "", "", "date unknown", "data nieznana"),
        ("", "", "2014-11-07", "2014-11-07", "2014-11-07"),
        ("", "", "2014-11", "in 2014-11", "2014-11"),
        ("", "", "2014", "in 2014", "2014"),
        ("", "", "../2014-10", "by 2014-10", "najpóźniej 2014-10"),
        ("", "", "2011/..", "2011 or later", "2011 lub później"),
        ("", "", "2011/2014-03", "between 2011 and 2014-03", "między 2011 a 2014-03"),
    ],
)
def test_dates_read_as_people_say_them(start, end, within, english, polish):
    one = next(
        each for group in members_by_group(PARTNERS).values() for each in group[0].statements
    )
    one = replace(one, start=start, end=end, within=within, observed="")
    assert (one.when, when(one, words("pl"))) == (english, polish)
    seen = replace(one, observed="2013")
    said = "as of 2013" if english == "date unknown" else f"{english}, as of 2013"
    assert seen.when == when(seen, words("en")) == said


def test_every_way_to_say_a_date_is_the_same_on_the_page():
    said = words("en").section("when")
    assert {form: said[form] for form in DATED} == DATED


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "–"),
        (0.0, "0"),
        (3, "3"),
        (0.123456, "0.123"),
        (999.6, "1000"),
        (1234.56, "1235"),
        (-0.00001, "-0.000010"),
        (20.45, "20.4"),
        (3e-7, "<0.0001"),
    ],
)
def test_numbers_have_three_digits_that_count(value, shown):
    assert number(value, words("en")) == shown


def test_the_provenance_names_the_selection_and_what_is_uncertain():
    page = Parsed(render_page(build_view(PARTNERS.select(layer="declaration", at="2014"))))
    text = " ".join(page.text.split())
    assert (
        "Selection: layers: declaration; as of 2014, including facts that may not have been in "
        "force" in text
    )
    assert "4 facts" in text
    assert "1 inferred" in text
    assert "unknown whether in force: 2" in text
    assert "2 sources" in text


def test_importing_the_views_costs_nothing():
    script = (
        "import sys, graphkit.views;"
        "print([m for m in ('numpy', 'scipy', 'networkx', 'pyvis', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("language", ["en", "pl"])
def test_a_page_says_how_many_count_as_their_wholes(language):
    # By hand: of two faculties that are asked for, one counts as the university that is asked for.
    network = Network.of(
        dataset({"u": "University", "f": "Faculty", "g": "Faculty"}, parts=[("f", "u")])
    ).select(kind=["Faculty", "University"])
    said = {"en": "1 part counted with the parent", "pl": "nadrzędną: 1"}[language]
    assert said in render_page(build_view(network, language=language))


@pytest.mark.parametrize("title", ["", "  "])
def test_a_page_is_never_without_a_title(title):
    assert build_view(PARTNERS, title=title).title == "Partnership network"
