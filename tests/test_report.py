"""The report: what it says, in which words, and that all of it can be computed again."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from graphkit.metrics import declared_and_realised, introductions, rank, rank_bands
from graphkit.model import Dataset, Fact, Node, UsageError
from graphkit.network import Network, Selection
from graphkit.report import build_report, verify_report, write_report
from graphkit.report.parts import parts
from graphkit.report.positions import alike
from graphkit.report.tree import Grid, Heading, Items, Paragraph, Report, text_of
from graphkit.report.wording import LANGUAGES, wording
from graphkit.report.writers.html import report_html
from graphkit.report.writing import Register, Writing
from graphkit.sources import read_sample
from graphkit.store import open_store, parse_parameters, stored_query
from tests.browser import partners
from tests.commands import graphkit
from tests.networks import dataset

DRAWS = 20


@pytest.fixture(scope="module")
def sample_network() -> Network:
    return Network.of(read_sample())


@pytest.fixture(scope="module")
def english(sample_network: Network) -> Report:
    return build_report(sample_network, draws=DRAWS, compare=("at=2011", "at=2014-11"))


def said(report: Report, section: str) -> str:
    """All text of a section."""
    (found,) = [each for each in report.sections if each.name == section]
    texts = []
    for block in found.blocks:
        match block:
            case Paragraph(run) | Heading(run):
                texts.append(text_of(run))
            case Items(items):
                texts += [text_of(each.run) for each in items]
            case Grid():
                texts += [" | ".join(map(text_of, row)) for row in block.rows]
    return "\n".join(texts)


def test_the_sample_s_first_organisation_and_its_reasons(english: Report) -> None:
    # docs/sample.md: KOM signed both declarations and has four members; 9.6% is in the README.
    text = said(english, "connectors")
    assert "1. Klaster Obróbki Metali\nThe shortest path runs through it for 9.6% of" in text
    assert "It stands there because it has 4 members and signed both declarations." in text
    assert re.search(r"\(Suwałki\), with 5 others \(role: cluster\) \[F\d+; inferred\]", text)
    # What its rank depends on stands beside the ranking.
    beside = text.partition("How far to trust this")[2]
    assert "Only Klaster Obróbki Metali has a value that is more than expected." in beside
    assert "Sources count 91 members without naming them." in beside


def test_what_the_sample_cannot_tell_apart_is_said_so(
    english: Report, sample_network: Network
) -> None:
    text = said(english, "certainty")
    bands = rank_bands(sample_network, rank(sample_network), draws=DRAWS)
    # In these draws the first is always first, and the ranges of the next seven overlap.
    assert bands.high[0] < min(bands.low[1:8]) <= max(bands.low[1:8]) <= bands.high[1]
    names = [node.name for node in bands.ranking.organisations[:8]]
    assert f"No other range of ranks overlaps with that of {names[0]}." in text
    listed = f"{', '.join(names[2:7])} and {names[7]}"
    assert f"{names[1]} cannot be told apart from {listed}." in text
    assert "More than expected: Klaster Obróbki Metali." in text
    assert "without naming them: 95 by the source's count, 4 by name." in text
    # What the network is and how certain that is, the first sentences say already.
    assert text_of(english.lead).endswith(
        "Klaster Obróbki Metali comes first. Numbers such as F1 lead to the facts, and these to "
        "their sources."
    )


def test_ranges_overlap_with_that_of_the_first(sample_network: Network) -> None:
    # By hand: 2-4 touches 1-2 at 2 and 3-5 does not, but the next one, 1-9, does.
    bands = rank_bands(sample_network, rank(sample_network), draws=2)
    made = replace(bands, low=(1, 2, 3, 1), high=(2, 4, 5, 9))
    assert alike(made, 0, range(4)) == [1, 3]
    assert alike(made, 2, (0, 1)) == [1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_part_has_a_heading_and_says_something(sample_network: Network, language: str) -> None:
    report = build_report(sample_network, draws=0, language=language)
    assert [each.name for each in report.sections] == [
        each.name for each in parts() if "network" in each.about
    ]
    assert all(each.title and each.blocks for each in report.sections)
    page = report_html(report)
    assert page.count("<h1>") == 1
    # Nothing is loaded: pictures and the page are inside, and only sources lead elsewhere.
    loaded = re.findall(r'(?:src|href)="(?!#|data:image/svg|https?://[^"]*" rel="noopener)', page)
    assert loaded == []


def test_both_languages_have_the_same_messages() -> None:
    english, polish = (wording(each)._messages for each in LANGUAGES)
    for part, messages in english.items():
        for name, text in messages.items():
            assert _fields(polish[part][name]) == _fields(text), (part, name)


def _fields(text: str) -> set[str]:
    """What is filled in; words that a number chooses from are each language's own."""
    return set(re.findall(r"{(\w+)(?:}|:[^|}]*})", text))


def test_numbers_dates_and_cases_are_those_of_the_language() -> None:
    pl, en = wording("pl"), wording("en")
    assert (pl.number(0.0957), en.number(0.0957)) == ("0,0957", "0.0957")
    assert (pl.date("2014-11"), en.date("2014-11-07")) == ("listopad 2014", "7 November 2014")
    assert (pl.percent(0.0957), en.percent(0.0004)) == ("9,6%", "<0.1%")
    pen = Writing("network", pl, Register())
    said = [text_of(pen.say("single", str(n), n=n)) for n in (1, 2, 5, 12, 22)]
    # By hand.
    assert said == [
        "1 dalsza grupa ma tu tylko jedną organizację i nikogo nie łączy.",
        "2 dalsze grupy mają tu tylko jedną organizację i nikogo nie łączą.",
        "5 dalszych grup ma tu tylko jedną organizację i nikogo nie łączy.",
        "12 dalszych grup ma tu tylko jedną organizację i nikogo nie łączy.",
        "22 dalsze grupy mają tu tylko jedną organizację i nikogo nie łączą.",
    ]


def test_declared_pairs_are_those_of_the_queries(tmp_path: Path) -> None:
    # The queries of the library are another way to the same pairs; they know no whole of a part.
    with open_store(tmp_path / "store") as store:
        store.load(read_sample())
        network = Network.of(store).select(parts="separate")
        found = declared_and_realised(network)
        rows = {
            name: store.query(query.text, parse_parameters([], query)).rows
            for name in ("declared-not-realised", "realised-not-declared")
            for query in [stored_query(name)]
        }
        declared = {(row[1], row[3]) for row in rows["declared-not-realised"]}
        realised = {(row[0], row[2]) for row in rows["realised-not-declared"] if row[4] > row[5]}
        assert {(a.id, b.id) for a, b in found.declared_only} == declared
        assert {(a.id, b.id) for a, b in found.realised_only} == realised
        question = stored_query("candidate-introductions")
        for name in ("malow", "chm"):
            values = parse_parameters([f"organisation={name}", "most=100"], question)
            asked = [
                (row[0], row[3], row[4])
                for row in store.query(question.text, values).rows
                if "planned" not in row[5]
            ]
            given = introductions(network, network.organisation(name), most=100)
            assert asked
            assert [(each.other.id, len(each.through)) for each in given] == [
                (other, number) for other, number, _ in asked
            ]
            assert [sorted(node.id for node in each.through) for each in given] == [
                through for *_, through in asked
            ]


def test_a_report_holds_until_the_network_changes(sample_network: Network, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    write_report(build_report(sample_network, draws=0, short=True), page)
    found = verify_report(page, sample_network)
    assert len(found.checked) > 60
    assert found.differences == ()
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace(">9.6%<", ">9.7%<"), encoding="utf-8")
    (edited,) = verify_report(page, sample_network).differences
    assert (edited.key, edited.stated, edited.now) == (
        "connectors/between/kom/share",
        "9.7%",
        "9.6%",
    )
    # A false number before the true one of the same key does not hide behind it.
    true = next(re.finditer(r"<data [^>]*>9\.6%</data>", text)).group()
    page.write_text(text.replace(true, true.replace("9.6%", "96%") + true), encoding="utf-8")
    assert {each.stated for each in verify_report(page, sample_network).differences} == {
        "96%",
        "9.6%",
    }
    for right, wrong in (
        ('"draws": 0', '"draws": "0"'),
        ('"seed": 0', '"seed": 0, "title": null'),
        ('"compare": []', '"compare": [1, 2]'),
        ('"settings": {', '"settings": {"progress": 1, '),
        ('"selection": {', '"selection": [], "other": {'),
    ):
        assert text.count(right) == 1
        page.write_text(text.replace(right, wrong), encoding="utf-8")
        with pytest.raises(UsageError, match="not as graphkit wrote them"):
            verify_report(page, sample_network)
    page.write_text(text.replace('"seed": 0', f'"seed": {10**40}'), encoding="utf-8")
    assert verify_report(page, sample_network).differences
    sample = read_sample()
    fewer = Dataset.of("sample", sample.nodes, sample.facts[:-30])
    page.write_text(text, encoding="utf-8")
    changed = {
        each.key.split("/")[0] for each in verify_report(page, Network.of(fewer)).differences
    }
    assert {"data set sample", "network"} <= changed


def test_what_is_not_a_report_is_refused(sample_network: Network, tmp_path: Path) -> None:
    for text in ("", "<html></html>", '<script type="application/json" id="graphkit-report">[]'):
        file = tmp_path / "other.html"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match=r"other\.html"):
            verify_report(file, sample_network)


def test_the_command_prints_writes_and_verifies(sample: Path, tmp_path: Path) -> None:
    store = ("--store", sample / "graphkit-store", "--draws", DRAWS)
    printed = graphkit("report", *store, cwd=tmp_path)
    assert printed.stdout.startswith("Who holds the network together\n")
    assert graphkit("report", *store, "-o", "-", cwd=tmp_path).stdout == printed.stdout
    focus = ("--focus", "ChM", "--lang", "pl", "--layer", "membership")
    written = graphkit("report", *store, *focus, "-o", "chm.html", cwd=tmp_path)
    assert written.returncode == 0, written.stderr
    again = graphkit("report", *store, *focus, "-o", "again.html", cwd=tmp_path)
    assert again.returncode == 0
    assert (tmp_path / "chm.html").read_bytes() == (tmp_path / "again.html").read_bytes()
    store = store[:2]
    held = graphkit("report", *store, "--verify", "chm.html", cwd=tmp_path)
    assert held.returncode == 0, held.stdout
    assert "values hold" in held.stderr
    page = tmp_path / "chm.html"
    page.write_text(page.read_text(encoding="utf-8").replace('value="4"', 'value="5"'), "utf-8")
    changed = graphkit("report", *store, "--verify", "chm.html", cwd=tmp_path)
    assert changed.returncode == 5
    assert re.search(r" values do not hold: [a-z]+/", changed.stderr), changed.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "r.rtf"], "a report is not written as .rtf"),
        (["-o", "r.html", "--template", "t.docx"], "--template works only with a .docx"),
        (["--focus", "nobody"], "nobody"),
        (["--by", "betweeness"], "did you mean betweenness?"),
        (["--compare", "at=2011", "att=2014"], "att"),
        (["--verify", "none.html"], "none.html cannot be read"),
        (["--verify", "none.html", "--at", "2011"], "leave out --at"),
    ],
)
def test_wrong_words_are_refused(
    sample: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    store = ("--store", sample / "graphkit-store")
    ran = graphkit("report", *store, *arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert message in ran.stderr


def test_what_the_data_cannot_carry_is_one_sentence() -> None:
    report = build_report(Network.of(partners()).select(layer="membership"), draws=DRAWS)
    assert said(report, "declared") == (
        "The data hold no declarations, so there is nothing to compare with what is done."
    )
    assert said(report, "change").startswith("No two dates")
    # Four of 6000 members are named, more missing than are tried out.
    figure = Node("Figure", "f", {"measure": "members", "value": 6000})
    counting = Fact("DESCRIBES", "f", ("Figure", "f"), ("Organisation", "kom"), {})
    sample = read_sample()
    nodes = [each for each in sample.nodes if each.label != "Figure"]
    facts = [each for each in sample.facts if each.relation != "DESCRIBES"]
    counted = Network.of(Dataset.of("sample", [*nodes, figure], [*facts, counting]))
    report = build_report(counted, draws=0, short=True)
    assert "so the values are not compared with chance." in said(report, "certainty")
    assert "Sources count 5,996 members without naming them, too many" in said(report, "certainty")
    alone = build_report(Network.of(dataset("a", signed=[("a", "d")])), draws=0)
    assert "1 fact. 1 group has only one organisation here and ties nobody." in said(
        alone, "network"
    )
    empty = build_report(Network.of(Dataset.of("empty", [], [])), draws=0)
    assert said(empty, "warnings").startswith("The network has no facts")
    joining = dataset(
        {"a": "Company", "b": "Company", "k": "Cluster"},
        members=[("a", "k", {"start": "2011"}), ("b", "k", {"start": "2014"})],
    )
    dates = ("at=2012", "at=2014")
    compared = build_report(Network.of(joining), draws=2, compare=dates)
    assert "1 member in A, 2 in B; 1 only in B, 0 only in A" in said(compared, "change")
    # Methods are named where they were used.
    assert "Chance:" not in said(alone, "methods")


def test_dates_of_a_selection_are_in_words() -> None:
    # Written by hand; a period has its months in the genitive.
    for language, at, expected in (
        ("en", "2014-11", "as of November 2014"),
        ("pl", "2014-11", "stan na listopad 2014"),
        ("pl", "2014-11-07", "stan na 7 listopada 2014"),
        ("en", "2010/2014-11", "from 2010 to November 2014"),
        ("pl", "2010-05/2014", "od maja 2010 do 2014"),
    ):
        pen = Writing("network", wording(language), Register())
        assert pen.selected(Selection().refined(at=at)).split(", ")[0] == expected


def test_no_two_values_of_a_report_have_one_key() -> None:
    register = Register()
    wanted = ["a", "a", "a#2", "a", "a#2"]
    assert len({register.key(each) for each in wanted}) == len(wanted)
