"""Data sets of any size with the shape of real ones, the same at each run.

The numbers of projects an organisation takes part in, and of organisations in a project, follow
those of the EU research projects that CORDIS lists for 2014 (3,320 projects, 5,682 organisations).
Names and properties are invented, of the lengths and sorts that real tables have.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import accumulate, chain, repeat

from graphkit.model import KINDS, Dataset, Fact, Node, Value, date_properties, fact_id

Shares = tuple[tuple[int, float], ...]

# Up to so many: the share of projects, and of organisations, that have no more than these.
PROJECT_SIZES: Shares = (
    (1, 0.661),
    (2, 0.742),
    (3, 0.765),
    (4, 0.787),
    (5, 0.805),
    (6, 0.822),
    (8, 0.860),
    (10, 0.904),
    (12, 0.935),
    (15, 0.955),
    (20, 0.976),
    (30, 0.992),
    (383, 1.0),
)
PARTICIPATIONS: Shares = (
    (1, 0.726),
    (2, 0.854),
    (3, 0.900),
    (4, 0.928),
    (5, 0.940),
    (8, 0.965),
    (10, 0.972),
    (20, 0.990),
    (50, 0.998),
    (100, 0.9998),
    (130, 1.0),
)

_WHAT = (
    "Przedsiębiorstwo Usługowo-Produkcyjne",
    "Zakład Obróbki Metali",
    "Politechnika",
    "Wyższa Szkoła",
    "Universität",
    "Université de",
    "Società Agricola",
    "Instytut Łączności",
    "Università degli Studi di",
    "Fundación",
    "GmbH für Wärmetechnik",
    "Stowarzyszenie",
)
_WHOSE = (
    "Żółkiewskich",
    "Białostocka",
    "Łódź",
    "Görlitz",
    "Besançon",
    "Forlì",
    "Gdańsk",
    "Świętokrzyskie",
    "Coruña",
    "Århus",
    "Český Krumlov",
    "Zielonogórska",
)
_KINDS = "Company Company Company University ResearchInstitute PublicBody Association Other".split()
_ABOUT = (
    "Advanced materials for the circular economy of small regions",
    "Innowacje w obróbce metali i budowie maszyn",
    "Énergie propre et réseaux intelligents",
    "Training network on microscopy",
    "Kształcenie zawodowe dla przemysłu",
)
_SOURCES = ("cordis-2014", "cordis-2022", "survey-2014")
_FIRST_DAY = date(2014, 1, 1)


def cordis_shaped(
    organisations: int, collaborations: int, participations: int, *, seed: int = 2014
) -> Dataset:
    """Organisations that take part in collaborations, so many of each.

    The shares of organisations and collaborations with a single participation are the real ones;
    the others' numbers are stretched alike until they give so many participations.
    """
    draw = random.Random(seed)
    nodes = [*_sources(), *(_organisation(draw, number) for number in range(organisations))]
    projects = [_collaboration(draw, number) for number in range(collaborations)]
    pairs = paired(organisations, collaborations, participations, draw)
    facts = _participations(draw, "cordis-shaped", pairs, projects)
    return Dataset.of("cordis-shaped", chain(nodes, projects), facts)


def paired(
    organisations: int, collaborations: int, participations: int, draw: random.Random
) -> list[tuple[int, int]]:
    """Who takes part in what, as the numbers of an organisation and a collaboration; see above."""
    takers = _repeated(_stretched(PARTICIPATIONS, organisations, participations))
    taken = _repeated(_stretched(PROJECT_SIZES, collaborations, participations))
    draw.shuffle(takers)
    return list(zip(takers, taken, strict=True))


def mixed(facts: int = 3000, *, seed: int = 2014) -> Dataset:
    """A small data set with facts of all four layers, parts, and dates of every precision."""
    draw = random.Random(seed)
    name = "mixed"
    firms = [_organisation(draw, number) for number in range(max(10, facts // 4))]
    clusters = [
        Node(
            "Organisation",
            f"k{number:05}",
            {"name": f"Klaster {_WHOSE[number % len(_WHOSE)]} {number}", "sector": "support"},
            "Cluster",
        )
        for number in range(max(2, facts // 60))
    ]
    declarations = [
        Node(
            "Declaration",
            f"d{number:05}",
            {"name": f"Deklaracja współpracy {number}", "kind": "declaration", **_dates(draw)},
        )
        for number in range(max(2, facts // 80))
    ]
    projects = [_collaboration(draw, number) for number in range(max(5, facts // 8))]
    half, rest = facts // 2, facts - facts // 2
    members, signed = rest * 2 // 5, rest * 3 // 10
    ties = rest - members - signed
    takers = _repeated(_stretched(PARTICIPATIONS, len(firms), half))
    taken = _repeated(_stretched(PROJECT_SIZES, len(projects), half))
    draw.shuffle(takers)
    made = _participations(draw, name, zip(takers, taken, strict=True), projects)
    for relation, table, ends, count in (
        ("MEMBER_OF", "memberships", clusters, members),
        ("SIGNED", "signatories", declarations, signed),
        ("COLLABORATES_WITH", "ties", firms[::2], ties),
    ):
        seen: Counter[tuple[str, str]] = Counter()
        for _ in range(count):
            start, end = draw.choice(firms[1::2]), draw.choice(ends)
            properties: dict[str, Value] = {"role": draw.choice(("member", "partner", "founder"))}
            if relation == "COLLABORATES_WITH":
                properties = {"kind": "supplier", "weight": float(draw.randint(1, 5))}
            properties |= _dates(draw) | _claim(draw)
            key = start.id, end.id
            made.append(
                Fact(
                    relation,
                    fact_id(name, table, key, "", seen[key]),
                    (start.label, start.id),
                    (end.label, end.id),
                    properties,
                )
            )
            seen[key] += 1
    for number, firm in enumerate(firms[1::50]):
        key = firm.id, firms[0].id
        made.append(
            Fact(
                "PART_OF",
                fact_id(name, "organisations", key, "", number),
                (firm.label, firm.id),
                (firms[0].label, firms[0].id),
                _claim(draw),
            )
        )
    return Dataset.of(name, [*_sources(), *firms, *clusters, *declarations, *projects], made)


def _participations(
    draw: random.Random, dataset: str, pairs: Iterable[tuple[int, int]], projects: list[Node]
) -> list[Fact]:
    """Facts for (organisation's number, project's number); repeats are facts of their own."""
    facts = []
    seen: Counter[tuple[str, str, str]] = Counter()
    coordinated = set()
    for taker, number in pairs:
        project = projects[number]
        role = "participant" if number in coordinated else "coordinator"
        coordinated.add(number)
        key = project.id, _organisation_id(taker), role
        properties: dict[str, Value] = {
            name: value for name, value in project.properties.items() if name in _INHERITED
        }
        properties |= {
            "role": role,
            "contribution": round(draw.lognormvariate(12, 1), 2),
            "currency": "EUR",
        }
        facts.append(
            Fact(
                "PARTICIPATES_IN",
                fact_id(dataset, "participants", key[:2], role, seen[key]),
                ("Organisation", key[1]),
                ("Collaboration", key[0]),
                properties | _claim(draw),
            )
        )
        seen[key] += 1
    return facts


_INHERITED = {"startDate", "startFrom", "startTo", "endDate", "endFrom", "endTo"}


def _organisation_id(number: int) -> str:
    return f"{900_000_000 + number * 37}"


def _organisation(draw: random.Random, number: int) -> Node:
    key = _organisation_id(number)
    kind = draw.choice(_KINDS)
    name = f"{draw.choice(_WHAT)} {draw.choice(_WHOSE)} {number}"
    properties: dict[str, Value] = {"name": name, "pic": key, **_claim(draw)}
    if sector := KINDS[kind].sector:
        properties["sector"] = sector
    if number % 3 == 0:
        properties["aliases"] = [f"{name[:3].upper()}-{number}", name.upper()]
    if number % 2 == 0:
        properties["website"] = [f"https://www.organisation-{number}.example"]
    return Node("Organisation", key, properties, kind)


def _collaboration(draw: random.Random, number: int) -> Node:
    start = _FIRST_DAY + timedelta(days=draw.randrange(2500))
    end = start + timedelta(days=draw.choice((365, 730, 1095, 1460)))
    properties: dict[str, Value] = {
        "name": f"{draw.choice(_ABOUT)} ({number})",
        "kind": "project",
        "stage": "ended",
        **date_properties(start.isoformat(), end.isoformat(), None),
        **_claim(draw),
    }
    return Node("Collaboration", f"p{600_000 + number}", properties)


def _sources() -> list[Node]:
    return [
        Node("Source", key, {"title": key.replace("-", " ").title(), "publisher": "CORDIS"})
        for key in _SOURCES
    ]


def _claim(draw: random.Random) -> dict[str, Value]:
    return {
        "status": "inferred" if draw.random() < 0.02 else "stated",
        "sourceIds": [draw.choice(_SOURCES)],
        "locators": [f"row {draw.randrange(1_000_000)}"],
    }


def _dates(draw: random.Random) -> dict[str, Value]:
    """Dates to the year, the month or the day, open, observed or none."""
    start, end, observed = draw.choice(
        (
            (f"{draw.randint(2007, 2014)}", None, None),
            (f"2014-{draw.randint(1, 12):02}", "..", None),
            (f"2014-03-{draw.randint(1, 28):02}", f"{draw.randint(2015, 2020)}", None),
            (None, None, f"2014-{draw.randint(1, 12):02}"),
            (None, None, None),
        )
    )
    return {**date_properties(start, end, observed)}


def _repeated(numbers: list[int]) -> list[int]:
    """Each position as often as its number says."""
    return list(chain.from_iterable(map(repeat, range(len(numbers)), numbers)))


def _stretched(shares: Shares, count: int, total: int) -> list[int]:
    """`count` numbers of at least 1 that add up to `total` and are distributed as `shares`."""
    if total < count:
        raise ValueError(f"{total} participations are too few: each of {count} has at least one")
    bounds = [bound for _, bound in shares]
    more = []
    for number in range(count):
        share = (number + 0.5) / count
        place = bisect_left(bounds, share)
        high, below = shares[place][0], shares[place - 1] if place else (0, 0.0)
        low = min(below[0] + 1, high)
        part = (share - below[1]) / (shares[place][1] - below[1])
        more.append(low * (high / low) ** part - 1)
    factor = (total - count) / (sum(more) or 1.0)
    # Rounding the running sum, not each number, keeps the total.
    sums = [round(number * factor) for number in accumulate(more)]
    sums = [*sums[:-1], total - count]
    return [1 + sum_ - before for sum_, before in zip(sums, [0, *sums[:-1]], strict=True)]
