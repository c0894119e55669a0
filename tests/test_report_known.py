"""The report of a network whose answers are known says who matters and why, and no more than that.

An agency coordinates a cluster of two firms and signed a charter with three universities. Two of
these also share a project, and each of the two works with one organisation more. Another works with
nobody. By hand, of the 36 pairs of others, the agency is between 15 (five on one side, three on the
other), and each of the two universities between 7 (one on its side, seven on the other).
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphkit.model import Dataset
from graphkit.network import Network
from graphkit.report import build_report, report_markdown
from graphkit.report.tree import Report
from tests.networks import dataset

NAMES = {
    "agency": ("DevelopmentAgency", "Regional Agency"),
    "north": ("University", "Northern University"),
    "south": ("University", "Southern University"),
    "tech": ("University", "Technical University"),
    "wood": ("Cluster", "Wood Cluster"),
    "mill": ("Company", "Sawmill"),
    "joiner": ("Company", "Joinery"),
    "office": ("PublicBody", "Labour Office"),
    "lab": ("Company", "Timber Laboratory"),
    "paper": ("Company", "Paper Works"),
}


def known_network() -> Network:
    signatories = ("agency", "north", "south", "tech")
    made = dataset(
        {each: kind for each, (kind, _) in NAMES.items()},
        signed=[(each, "charter", {"source": "acts", "start": "2012-03"}) for each in signatories],
        members=[
            ("agency", "wood", {"role": "coordinator", "source": "list"}),
            ("mill", "wood", {"source": "list"}),
            ("joiner", "wood", {"source": "list", "status": "inferred"}),
        ],
        took_part=[(each, "project", {"source": "list"}) for each in ("north", "south")],
        ties=[("north", "office", {"source": "list"}), ("south", "lab")],
    )
    nodes = [
        replace(each, properties={**each.properties, "name": NAMES[each.id][1]})
        if each.id in NAMES
        else each
        for each in made.nodes
    ]
    return Network.of(Dataset.of("known", nodes, made.facts))


@pytest.fixture(scope="module")
def network() -> Network:
    return known_network()


def read(report: Report) -> str:
    return report_markdown(report).replace("\\", "")


def test_who_matters_and_why(network: Network) -> None:
    text = read(build_report(network, draws=100))
    for said in (
        "Regional Agency comes first, but 2 other organisations cannot be told apart from it.",
        "The ties come from 1 group with members, 1 declaration, 1 collaboration and 2 direct "
        "ties.",
        "### 1. Regional Agency\n\nThe shortest path runs through it for 42% of the pairs of other "
        "organisations. That is no more than expected: the number and sizes of its groups would "
        "give as much by chance. ",
        "nine times out of ten. It is tied to 6 organisations. It stands there",
        "It stands there because it coordinates Wood Cluster and signed the only declaration.",
        "### 2. Northern University\n\nThe shortest path runs through it for 19% of",
        "### 2. Southern University\n\nThe shortest path runs through it for 19% of",
        "took part in the only collaboration and has 1 direct tie.",
        "- Took part in Project, with Southern University [",
        # What its rank depends on is said beside the ranking.
        "the order could differ: Regional Agency cannot be told apart from Northern University and "
        "Southern University.",
        "- None of these values is more than expected by chance.",
        # Without it, only the two universities are between others.
        "- Without the source “acts”, Regional Agency would fall to rank 3, which 8 organisations "
        "would then share.",
        "- 1 fact has no source, so nobody can check it.",
        "- 1 fact is inferred: concluded from the source, not stated in it.",
        "1 organisation without ties belongs to none.",
        "Regional Agency connects the most such pairs: 9.",
        # Each joins its own partner to the agency and to both other universities.
        "business support. Northern University and Southern University follow with 3 each.",
        # Six pairs signed together; the two of the project are one.
        "6 pairs of organisations signed a declaration together. Of these, 1 (17%) also shares a "
        "collaboration or a direct tie; for 5 the data show none.",
        "The reverse: 2 pairs of organisations work together without",
        "Without Regional Agency, no path would connect 15 pairs of other organisations any more. "
        "The largest connected part would shrink from 9 to 5 organisations. In Wood Cluster, 2 "
        "members would lose the path to the coordinator.",
        "Left without any tie: Labour Office.",
    ):
        assert said in text, said


def test_the_same_in_polish(network: Network) -> None:
    # Written by hand: cases and plurals, and names that stay as they are.
    text = read(build_report(network, draws=100, language="pl"))
    for said in (
        "Pierwszą pozycję zajmuje Regional Agency, ale nie da się od tej organizacji odróżnić 2 "
        "innych.",
        "Powiązania wynikają z tego, co organizacje łączy: 1 grupa z członkami, 1 deklaracja, 1 "
        "wspólne przedsięwzięcie oraz 2 powiązania bezpośrednie.",
        "Dla 42% par innych organizacji najkrótsza ścieżka prowadzi przez tę organizację. To nie "
        "więcej, niż wynika z przypadku: ",
        "Ma powiązania z 6 organizacjami. Ta pozycja wynika z tego, że organizacja koordynuje",
        "spadłaby na pozycję 3, którą zajmowałoby wtedy 8 organizacji.",
        "Bez żadnego powiązania zostałaby organizacja: Labour Office.",
        "Ta pozycja wynika z tego, że organizacja koordynuje grupę Wood Cluster oraz podpisała "
        "jedyną deklarację.",
        "Tę samą deklarację podpisało 6 par organizacji. Spośród nich 1 (17%) ma też",
        "Wszystkie fakty z datą pochodzą z marca 2012 r.",
        "od marca 2012; podane.",
        "Ścieżkę do koordynatora straciliby 2 członkowie: Wood Cluster.",
    ):
        assert said in text, said


def test_a_report_about_one_is_about_that_one(network: Network) -> None:
    how = {"focus": "north", "compare": ("layer=declaration", "layer=tie"), "draws": 100}
    text = read(build_report(network, **how))
    for said in (
        "Northern University has rank 2 of 10. The shortest path runs through it for 19% of",
        "Northern University cannot be told apart from Regional Agency and Southern University:",
        "No more than expected: Northern University.",
        # Without the list, only the Southern University is between others, and all share rank 2.
        "Northern University keeps its rank, whichever of them is left out.",
        "A: layers: declaration. B: layers: direct tie.",
        # Of four signatories nobody is between others; each end of the two ties is between none.
        "Northern University has rank 1 of 4 in A and rank 1 of 4 in B. In A, 4 "
        "organisations share this rank. In B, 4 organisations share this rank.",
        "### If a source were left out",
    ):
        assert said in text, said
    assert "would break" not in text.partition("## ")[0]
    nobody = read(build_report(network, focus="paper", draws=100))
    assert "Paper Works has no ties, so there is no rank to test." in nobody
