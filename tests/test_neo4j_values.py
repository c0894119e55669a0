"""What the Neo4j driver gives and says, in the forms of every store; no server is needed."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from decimal import Decimal

import pytest
from neo4j.exceptions import DriverError, ServiceUnavailable, SessionExpired
from neo4j.graph import Graph, Node, Path
from neo4j.spatial import CartesianPoint, WGS84Point
from neo4j.time import Time

from graphkit.model import StoreError, StoreUnavailable
from graphkit.store.neo4j.driver_errors import explained
from graphkit.store.neo4j.values import to_python


def test_properties_are_in_order_of_name() -> None:
    node = Node(Graph(), "4:x:0", 0, ["Organisation"], {"name": "A", "zz": 1, "aa": 2, "id": "a"})
    assert list(to_python(node)) == ["aa", "id", "name", "zz"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Time(1, 2, 3, 0), "01:02:03"),
        (Time(1, 2, 0, 0), "01:02"),
        (Time(1, 2, 0, 5_000), "01:02:00.000005"),
        (Time(1, 2, 3, 120_000_000), "01:02:03.120"),
        (Time(1, 2, 3, 7), "01:02:03.000000007"),
        (Time(1, 2, 3, 0, UTC), "01:02:03Z"),
        (Time(1, 2, 3, 0, timezone(timedelta(hours=-3, minutes=-30))), "01:02:03-03:30"),
        (Time(1, 2, 3, 0, timezone(timedelta(hours=10))), "01:02:03+10:00"),
    ],
)
def test_a_time_of_day_is_the_text_that_java_writes(value: Time, text: str) -> None:
    assert to_python(value) == text


def test_a_point_is_what_cypher_says_of_it() -> None:
    """The numbers of the systems are those of Neo4j's manual."""
    flat = {"x": 1.0, "y": 2.0, "z": 3.0, "crs": "cartesian-3d", "srid": 9157}
    assert to_python(CartesianPoint((1, 2, 3))) == flat
    globe = {"longitude": 1.0, "latitude": 2.0, "x": 1.0, "y": 2.0, "crs": "WGS-84", "srid": 4326}
    assert to_python(WGS84Point((1, 2))) == globe
    high = {"height": 3.0, "z": 3.0, "crs": "WGS-84-3D", "srid": 4979}
    assert to_python(WGS84Point((1, 2, 3))) == globe | high


@pytest.mark.parametrize("lost", [ServiceUnavailable("gone"), SessionExpired("gone")])
def test_a_lost_connection_is_one(lost: DriverError) -> None:
    found = explained(lost, "bolt://h")
    assert isinstance(found, StoreUnavailable)
    assert str(found) == "bolt://h: the connection to the server was lost (gone); try again"


def test_another_error_of_the_driver_is_none() -> None:
    error = DriverError("Record contains broken data\nmore")
    error.__cause__ = ValueError("Year out of range")
    found = explained(error, "bolt://h")
    assert isinstance(found, StoreError)
    assert not isinstance(found, StoreUnavailable)
    assert str(found) == ("the query failed: Record contains broken data (Year out of range)")
    assert str(explained(DriverError("gone"), "bolt://h")) == "the query failed: gone"


def test_what_a_list_and_a_map_hold_has_the_forms_of_every_store() -> None:
    assert to_python([1, [Time(1, 2, 3, 0)], {"a": Time(1, 2, 0, 0)}]) == [
        1,
        ["01:02:03"],
        {"a": "01:02"},
    ]
    assert to_python((1, Time(1, 2, 3, 0))) == [1, "01:02:03"]


def test_a_value_of_a_kind_that_is_not_known_is_its_text() -> None:
    assert to_python(Decimal("1.50")) == "1.50"


def test_a_path_is_the_list_of_its_nodes_and_relationships() -> None:
    graph = Graph()
    first, second, third = (
        Node(graph, f"4:x:{at}", at, ["Organisation"], {"id": name})
        for at, name in enumerate("abc")
    )
    tie = graph.relationship_type("COLLABORATES_WITH")(graph, "5:x:0", 0, {"weight": 2})
    tie._start_node, tie._end_node = first, second
    assert to_python(Path(first, tie)) == [{"id": "a"}, {"weight": 2}, {"id": "b"}]
    more = graph.relationship_type("COLLABORATES_WITH")(graph, "5:x:1", 1, {"weight": 3})
    more._start_node, more._end_node = second, third
    found = to_python(Path(first, tie, more))
    assert found == [{"id": "a"}, {"weight": 2}, {"id": "b"}, {"weight": 3}, {"id": "c"}]
