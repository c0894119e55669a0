"""The query library: complete headers, portable text, and rows worked out by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from graphkit.model import Dataset, Node
from graphkit.sources import read
from graphkit.store import Store, StoredQuery, parse_parameters, stored_queries, stored_query
from tests.networks import dataset
from tests.query_rules import breaches
from tests.store_places import EmbeddedPlace

QUERIES = stored_queries()
NAMES = [query.name for query in QUERIES]

# Two clusters; b belongs to both, a coordinates the first. c left K1 in 2012; d joined in 2016; of
# e only a sighting in 2013 is known, of f nothing at all.
MEMBERS = [
    ("a", "k1", {"role": "coordinator", "start": "2010", "end": "..", "source": "s1"}),
    ("b", "k1", {"role": "member", "start": "2011-05", "source": "s1"}),
    ("b", "k2", {"role": "member", "source": "s1"}),
    ("c", "k1", {"role": "member", "start": "2010", "end": "2012", "source": "s1"}),
    ("d", "k1", {"role": "member", "start": "2016-01-01", "end": "..", "source": "s1"}),
    ("e", "k1", {"role": "observer", "observed": "2013", "source": "s1"}),
    ("f", "k1", {"role": "member"}),
]
SIGNED = [
    ("a", "d1", {"source": "s1", "start": "2014-11-07", "role": "partner"}),
    ("b", "d1", {"source": "s1", "start": "2014-11-07", "representedById": "a"}),
    ("a", "d2", {"source": "s1"}),
    ("b", "d2", {"source": "s1"}),
    ("g", "d2", {"source": "s1"}),
]
KINDS = dict.fromkeys("acdef", "Company") | {
    "b": "University",
    "g": "PublicBody",
    "k1": "Cluster",
    "k2": "ClusterInitiative",
    "x": "Company",
}


def small() -> Dataset:
    """The facts above, a collaboration, a tie, and names and aliases to be asked by."""
    facts = dataset(
        KINDS,
        members=MEMBERS,
        signed=SIGNED,
        took_part=[("g", "p1", {"source": "s1"}), ("x", "p1", {"source": "s1"})],
        ties=[("x", "e", {"source": "s1", "kind": "supplier"})],
    )
    aliases = {"k1": ["KOM", "Klaster"], "a": ["Alfa"]}
    nodes = [
        Node(node.label, node.id, {**node.properties, "aliases": aliases[node.id]}, node.kind)
        if node.id in aliases
        else node
        for node in facts.nodes
    ]
    return Dataset.of("test", nodes, facts.facts)


@pytest.fixture(scope="module", params=["embedded"])
def asked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """One store of each sort with the small data set."""
    with EmbeddedPlace(tmp_path_factory.mktemp("small") / "store").open() as store:
        store.load(small())
        yield store


@pytest.fixture(scope="module", params=["embedded"])
def sample(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """One store of each sort with the sample."""
    with EmbeddedPlace(tmp_path_factory.mktemp("sample") / "store").open() as store:
        store.load(read("graphkit/demo"))
        yield store


def rows(store: Store, name: str, *pairs: str) -> list[tuple[object, ...]]:
    """The rows of a stored query for parameters as on the command line."""
    query = stored_query(name)
    return list(store.query(query.text, parse_parameters(pairs, query)).rows)


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_its_header_is_complete(query: StoredQuery) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", query.name)
    assert query.title.endswith("?")
    assert query.description.endswith(".")
    assert {p.name for p in query.parameters} == set(re.findall(r"\$(\w+)", query.text))
    assert all(p.meaning for p in query.parameters)
    assert len({c.name for c in query.columns}) == len(query.columns)


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_its_text_is_portable(query: StoredQuery) -> None:
    assert list(breaches(query.text)) == []
    assert all(len(line) <= 100 for line in query.source.splitlines())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("MATCH p = shortestPath((a)-[*]-(b))\nRETURN p AS p\nORDER BY p", "is chance"),
        ("MATCH (n)\nRETURN elementId(n) AS n\nORDER BY n", "property id"),
        ("MATCH (n)\nRETURN id(n) AS n\nORDER BY n", "property id"),
        ("MATCH (n)\nRETURN apoc.text.join(n.x, '') AS n\nORDER BY n", "APOC"),
        ("LOAD CSV FROM 'x' AS x\nRETURN x\nORDER BY x", "files"),
        ("MATCH (n)\nCALL {\n  RETURN 1 AS x\n}\nRETURN x\nORDER BY x", "names what it takes"),
        ("CALL db.labels() YIELD label\nRETURN label\nORDER BY label", "procedures"),
        ("MATCH (n) SET n.x = 1\nRETURN n.id AS n\nORDER BY n", "only reads"),
        ("MATCH (n)\nRETURN toString(n.startFrom) AS n\nORDER BY n", "dates"),
        ("MATCH (n:Organisation:Company {id: $id})\nRETURN n.id AS n\nORDER BY n", "WHERE"),
        ("MATCH (n)\nRETURN n.startDate AS start\nORDER BY start", "word of the language"),
        ("MATCH (n)\nRETURN n.id AS n\nORDER BY rand()", "moment"),
        ("MATCH (n)\nRETURN n.id AS n\nORDER BY n;", "one statement"),
        ("MATCH (n)\nRETURN n.id AS n", "in order"),
        ("MATCH (n)\nRETURN n.id AS n\nLIMIT 5", "LIMIT comes last"),
        ("MATCH (n)\nRETURN n.id AS n\nLIMIT $most", "LIMIT comes last"),
        ("MATCH (n)\nWITH n LIMIT 5\nRETURN n.id AS n\nORDER BY n", "LIMIT comes last"),
        ("MATCH (n)\nRETURN collect(n.id) AS n\nORDER BY n", "ordered rows"),
        ("match (n) set n.x = 1\nreturn n.id as n\norder by n", "only reads"),
        ("match (n) detach delete n\nreturn 1 as n\norder by n", "only reads"),
        ("load csv from 'x' as x\nreturn x\norder by x", "files"),
        ("call db.labels() yield label\nreturn label\norder by label", "procedures"),
        ("match (n)\nreturn id(n) as key\norder by key", "property id"),
        ("match (n)\nreturn n.id as n", "in order"),
        ("match (n)\nreturn n.id as n\norder by n\nskip 1", "LIMIT comes last"),
        ("MATCH (n)\nRETURN labels(n) AS kinds\nORDER BY kinds", "order of labels"),
        (
            "MATCH (n)\nRETURN COLLECT { MATCH (m {id: $id}) RETURN m.id } AS ids\nORDER BY ids",
            "{ }",
        ),
        (
            "MATCH (n)\nWITH n\nWHERE n.x > 1\nWITH n, collect(n.id) AS ids\n"
            "RETURN ids\nORDER BY ids",
            "ordered rows",
        ),
    ],
)
def test_a_text_that_breaks_a_rule_is_told_apart(text: str, reason: str) -> None:
    assert [said for said in breaches(text) if reason in said]


def test_a_text_that_breaks_no_rule_is_let_through() -> None:
    text = (
        "match (n)\nwith n, COLLECT { MATCH (m {id: $id}) RETURN m.id ORDER BY m.id } as ids\n"
        "where $kind in labels(n)\nreturn n.id as key, ids\norder by key\nlimit $most"
    )
    assert list(breaches(text)) == []


# In the sample every fact has a source, nobody belongs to two clusters, there is no survey with
# answers, and no membership is known to have begun or ended on a day.
WITHOUT_ROWS = {
    *("facts-without-source", "cluster-overlap", "members-changed"),
    *("declared-not-lived", "lived-not-declared", "one-sided-ratings", "ratings-received"),
}


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_its_example_answers_with_its_columns(sample: Store, query: StoredQuery) -> None:
    found = sample.query(query.text, query.example)
    assert found.columns == tuple(column.name for column in query.columns)
    assert bool(found.rows) != (query.name in WITHOUT_ROWS)


@pytest.mark.parametrize("query", QUERIES, ids=NAMES)
def test_it_knows_its_columns_without_rows(asked: Store, query: StoredQuery) -> None:
    nobody = {
        key: "nobody" if isinstance(value, str) else value for key, value in query.example.items()
    }
    found = asked.query(query.text, nobody)
    assert found.columns == tuple(column.name for column in query.columns)
    if any(parameter.required for parameter in query.parameters):
        assert found.rows == ()


def test_who_signed(asked: Store) -> None:
    assert rows(asked, "who-signed", "declaration=d1") == [
        ("d1", "D1", "2014-11-07", "a", "A", "partner", None, ["s1"], None),
        ("d1", "D1", "2014-11-07", "b", "B", None, "a", ["s1"], None),
    ]
    signatories = [(row[0], row[3]) for row in rows(asked, "who-signed")]
    assert signatories == [("d1", "a"), ("d1", "b"), ("d2", "a"), ("d2", "b"), ("d2", "g")]
    assert [row[3] for row in rows(asked, "who-signed", "declaration=D2")] == ["a", "b", "g"]


def test_co_members(asked: Store) -> None:
    fellows = [(each, each.upper(), 1, ["k1"], [""]) for each in "bcdef"]
    assert rows(asked, "co-members", "organisation=a") == fellows
    assert rows(asked, "co-members", "organisation=g") == []


@pytest.mark.parametrize("named", ["a", "A", "Alfa"])
def test_an_organisation_is_named_by_id_name_or_alias(asked: Store, named: str) -> None:
    for name in ("co-members", "ego-network", "shared-declarations", "known-of"):
        assert rows(asked, name, f"organisation={named}")
    assert rows(asked, "path-between", f"from={named}", "to=g")


def test_in_several_clusters(asked: Store) -> None:
    assert rows(asked, "in-several-clusters") == [("b", "B", 2, ["k1", "k2"], ["", ""])]
    assert len(rows(asked, "in-several-clusters", "least=1")) == 6
    assert rows(asked, "in-several-clusters", "least=3") == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # c may have left on any day of 2012; e was seen on some day of 2013; f is always unknown
        (date(2009, 12, 31), {"e": "unknown", "f": "unknown"}),
        (date(2010, 6, 1), {"a": "unknown", "c": "unknown", "e": "unknown", "f": "unknown"}),
        (
            date(2011, 6, 1),
            {"a": "in force", "b": "unknown", "c": "in force", "e": "unknown", "f": "unknown"},
        ),
        (
            date(2012, 6, 1),
            {"a": "in force", "b": "unknown", "c": "unknown", "e": "unknown", "f": "unknown"},
        ),
        (
            date(2013, 6, 1),
            {"a": "in force", "b": "unknown", "e": "unknown", "f": "unknown"},
        ),
        (
            date(2016, 1, 1),
            {"a": "in force", "b": "unknown", "d": "in force", "e": "unknown", "f": "unknown"},
        ),
    ],
)
def test_members_at(asked: Store, day: date, expected: dict[str, str]) -> None:
    found = rows(asked, "members-at", "cluster=KOM", f"day={day}")
    assert {row[0]: row[3] for row in found} == expected
    assert [row[0] for row in found] == sorted(expected)


def test_coordinators(asked: Store) -> None:
    assert rows(asked, "coordinators") == [("k1", "K1", "a", "A", "2010", "..", None, ["s1"], None)]


def test_path_between_shows_all_shortest_chains(asked: Store) -> None:
    assert rows(asked, "path-between", "from=c", "to=g") == [
        (4, ["c", "k1", "a", "d2", "g"], ["C", "K1", "A", "D2", "G"], [""] * 5),
        (4, ["c", "k1", "b", "d2", "g"], ["C", "K1", "B", "D2", "G"], [""] * 5),
    ]
    assert len(rows(asked, "path-between", "from=c", "to=g", "most=1")) == 1
    assert rows(asked, "path-between", "from=c", "to=c") == []
    assert rows(asked, "path-between", "from=x", "to=e") == [(1, ["x", "e"], ["X", "E"], ["", ""])]


def test_ego_network(asked: Store) -> None:
    assert rows(asked, "ego-network", "organisation=x") == [
        ("e", "E", "tie", None, None),
        ("g", "G", "collaboration", "p1", None),
    ]
    assert rows(asked, "ego-network", "organisation=k2") == [("b", "B", "membership", "k2", None)]
    found = [(row[0], row[2], row[3]) for row in rows(asked, "ego-network", "organisation=a")]
    assert found == [
        ("b", "declaration", "d1"),
        ("b", "declaration", "d2"),
        *((each, "membership", "k1") for each in "bcdef"),
        ("g", "declaration", "d2"),
        ("k1", "membership", "k1"),
    ]


def test_shared_declarations(asked: Store) -> None:
    assert rows(asked, "shared-declarations", "organisation=a") == [
        ("b", "B", 2, ["d1", "d2"], ["", ""]),
        ("g", "G", 1, ["d2"], [""]),
    ]
    assert len(rows(asked, "shared-declarations", "organisation=a", "most=1")) == 1


def test_sector_mix(asked: Store) -> None:
    assert rows(asked, "sector-mix", "cluster=K1") == [
        ("business", 5, ["a", "c", "d", "e", "f"], None),
        ("research", 1, ["b"], None),
    ]


def test_facts_without_source(asked: Store) -> None:
    found = rows(asked, "facts-without-source")
    assert [(row[0], row[2], row[3], row[4]) for row in found] == [
        ("MEMBER_OF", "f", "k1", ["test"])
    ]
    assert rows(asked, "facts-without-source", "relation=SIGNED") == []


def test_clusters_in_a_place_that_lies_in_another(sample: Store) -> None:
    mine = rows(sample, "clusters-in-place", "place=lgom")
    assert [row[0] for row in mine] == ["dolnoslaski-klaster-metalowy"]
    assert mine[0][3:] == ("lgom", "Legnicko-Głogowski Okręg Miedziowy", 1)
    wider = rows(sample, "clusters-in-place", "place=polska")
    assert [row[0] for row in wider] == ["dolnoslaski-klaster-metalowy"]


def test_known_of(asked: Store) -> None:
    found = rows(asked, "known-of", "organisation=x")
    assert [row[:6] for row in found] == [
        ("x", "kind", "is", "Company", None, None),
        ("x", "name", "is", "X", None, None),
        ("x", "sector", "is", "business", None, None),
        ("x", "COLLABORATES_WITH", "to", "e", "E", "supplier"),
        ("x", "PARTICIPATES_IN", "to", "p1", "P1", None),
    ]
    assert [row[1:5] for row in rows(asked, "known-of", "organisation=e")][-1] == (
        "COLLABORATES_WITH",
        "from",
        "x",
        "X",
    )
