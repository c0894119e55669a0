"""A network of some thousand facts, the same at each run: all layers, with dates of each precision,
sources, statuses, aliases, parts, places and figures, and with repeats and gaps as real data have.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import count

from graphkit.model import (
    KINDS,
    STAGES,
    Dataset,
    Fact,
    Node,
    Value,
    date_properties,
    fact_id,
    lifetime_properties,
)

SEED = 20141107
ORGANISATIONS = 600
CLUSTERS = 40
NAME = "generated"

_LETTERS = ("Łódź", "Żary", "Ähtäri", "Čakovec", "\U0001f422", "Zielona Góra", "O'Neill", 'the "A"')
_MEMBERS = [kind for kind in KINDS if kind not in ("Cluster", "ClusterInitiative")]


@cache
def generated() -> Dataset:
    """The data set."""
    chance = random.Random(SEED)
    nodes = [*_sources(), *_places(), *_questions(), *_organisations(chance)]
    for label, number in (("Declaration", 60), ("Collaboration", 150)):
        nodes += [
            Node(
                label,
                f"{label[0].lower()}{at}",
                {"name": f"{label} {at}"} | _stage(at) | _claim(chance),
            )
            for at in range(number)
        ]
    nodes += [
        Node(
            "Figure",
            f"f{at}",
            {"measure": ("members", "employment")[at % 2], "value": chance.choice([at, at / 2])}
            | _claim(chance),
        )
        for at in range(80)
    ]
    facts = [*_facts(chance), *_answers()]
    return Dataset.of(NAME, nodes, facts)


def _questions() -> Iterator[Node]:
    yield Node(
        "Question", "contact", {"name": "How often?", "kind": "frequency", "scale": ["0..4"]}
    )
    yield Node("Question", "trust", {"name": "How far?", "kind": "trust", "scale": ["1..4"]})
    yield Node("Collaboration", "survey", {"name": "Survey", "kind": "survey"})


def _answers() -> Iterator[Fact]:
    """Answers of fifty organisations, with a generator of their own."""
    chance = random.Random(23)
    for at in range(400):
        who, about = chance.sample(range(CLUSTERS, CLUSTERS + 50), 2)
        said: dict[str, Value] = {
            "questionId": ("contact", "trust")[at % 2],
            "value": chance.randint(1, 4),
            "surveyId": "c0",
            **_claim(chance),
        }
        ends = ("Organisation", f"o{who}"), ("Organisation", f"o{about}")
        yield _fact("RATES", "ratings", at, *ends, said)
    survey = ("Collaboration", "survey")
    # More were asked than answered, and those with no other ties too.
    for at in range(60):
        asked = ("Organisation", f"o{CLUSTERS + at * 9}")
        yield _fact("PARTICIPATES_IN", "participants", at, asked, survey, _claim(chance))
    for at, question in enumerate(("contact", "trust")):
        yield _fact("ASKED_IN", "questions", at, ("Question", question), survey, {})


def _sources() -> Iterator[Node]:
    for at in range(20):
        yield Node("Source", f"s{at}", {"title": f"Source {at}", "published": f"20{at + 5:02}"})


def _places() -> Iterator[Node]:
    for at in range(30):
        yield Node("Place", f"p{at}", {"name": f"Place {at}"})


def _organisations(chance: random.Random) -> Iterator[Node]:
    for at in range(ORGANISATIONS):
        kind = chance.choice(_MEMBERS)
        if at < CLUSTERS:
            kind = ("Cluster", "ClusterInitiative")[at % 4 == 3]
        properties: dict[str, Value] = {"name": f"{chance.choice(_LETTERS)} {at}"}
        if chance.random() < 0.3:
            properties["aliases"] = [f"alias {at}", f"{chance.choice(_LETTERS)}{at}"]
        if (sector := KINDS[kind].sector) and chance.random() < 0.95:
            properties["sector"] = sector
        if chance.random() < 0.2:
            founded, dissolved = str(chance.randint(1950, 2014)), "2014-06" if at % 7 == 0 else None
            properties |= {"founded": founded, "website": ["http://x/"]}
            if dissolved is not None:
                properties["dissolved"] = dissolved
            properties |= lifetime_properties(founded, dissolved)
        if at < CLUSTERS:
            properties |= _stage(at)
        yield Node("Organisation", f"o{at}", properties, kind)


def _facts(chance: random.Random) -> Iterator[Fact]:
    # A third of the organisations is in nothing at all, and the clusters are unlike in size.
    linked = range(CLUSTERS, ORGANISATIONS * 2 // 3)
    places = count()
    for relation, table, start, end, number in (
        ("MEMBER_OF", "memberships", linked, range(CLUSTERS), 1200),
        ("SIGNED", "signatories", range(300), range(60), 500),
        ("PARTICIPATES_IN", "participants", linked, range(150), 900),
        ("COLLABORATES_WITH", "ties", linked, linked, 200),
        ("PART_OF", "relations", range(CLUSTERS, 60), range(60, 80), 20),
    ):
        label = {"SIGNED": "Declaration", "PARTICIPATES_IN": "Collaboration"}.get(
            relation, "Organisation"
        )
        letter = {"Declaration": "d", "Collaboration": "c", "Organisation": "o"}[label]
        for ordinal in range(number):
            one = f"o{start[int(chance.random() ** 2 * len(start))]}"
            other = f"{letter}{end[int(chance.random() ** 2 * len(end))]}"
            roles = {"role": chance.choice(["member", "coordinator", "partner", "observer"])}
            if relation == "COLLABORATES_WITH":
                roles = {"kind": "supplier"}
            properties = _claim(chance) | (roles if chance.random() < 0.7 else {})
            yield _fact(relation, table, ordinal, ("Organisation", one), (label, other), properties)
    for at in range(1, 30):
        whole = ("Place", f"p{at // 3}")
        yield _fact("PART_OF", "relations", next(places), ("Place", f"p{at}"), whole, {})
    for at in range(150):
        place = ("Place", f"p{chance.randrange(30)}")
        place_of = ("Organisation", f"o{at}")
        yield _fact("LOCATED_IN", "relations", next(places), place_of, place, _claim(chance))
    for at in range(80):
        about = chance.choice([("Organisation", f"o{at}"), ("Place", f"p{at % 30}")])
        yield _fact("DESCRIBES", "figures", at, ("Figure", f"f{at}"), about, {"status": "stated"})
    for at in range(60):
        concerned = ("Organisation", f"o{at % CLUSTERS}")
        declared = ("Declaration", f"d{at}")
        yield _fact("CONCERNS", "declarations", at, declared, concerned, _claim(chance))


def _fact(
    relation: str,
    table: str,
    ordinal: int,
    start: tuple[str, str],
    end: tuple[str, str],
    properties: dict[str, Value],
) -> Fact:
    key = fact_id(NAME, table, (*start, *end), "", ordinal)
    return Fact(relation, key, start, end, properties)


def _stage(at: int) -> dict[str, Value]:
    """The stage of every other group: one in eight is only planned."""
    return {"stage": STAGES[at // 2 % len(STAGES)]} if at % 2 else {}


def _claim(chance: random.Random) -> dict[str, Value]:
    """Status, sources and dates as a row may or may not have them."""
    claim: dict[str, Value] = {"status": chance.choice(["stated"] * 8 + ["inferred", "disputed"])}
    if chance.random() < 0.9:
        named = chance.sample(range(20), chance.choice([1, 1, 1, 2, 3]))
        claim["sourceIds"] = [f"s{at}" for at in named]
        claim["locators"] = [chance.choice(["", f"p{at}"]) for at in named]
    if chance.random() < 0.1:
        claim["note"] = "Read from a list;\nits second page is missing."
    year = chance.randint(2005, 2015)
    start = chance.choice([None, f"{year}", f"{year}-0{chance.randint(1, 9)}", f"{year}-11-07"])
    end = chance.choice([None, None, "..", f"{year + chance.randint(0, 5)}"])
    observed = f"{year + 1}-05" if end is None and chance.random() < 0.3 else None
    return claim | date_properties(start, end, observed)
