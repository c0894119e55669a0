"""The sample with coordinates of its towns, as everybody can look them up, for tests of maps."""

from __future__ import annotations

from dataclasses import replace

from graphkit.model import Dataset
from graphkit.sources import read_sample
from tests.networks import dataset

TOWNS = {
    "bialystok": (53.1325, 23.1688),
    "czarna-bialostocka": (53.3061, 23.2858),
    "gorzow-wielkopolski": (52.7368, 15.2288),
    "nowa-sol": (51.8033, 15.7170),
    "sulechow": (52.0836, 15.6252),
    "suwalki": (54.1118, 22.9309),
    "swiebodzin": (52.2475, 15.5336),
    "zary": (51.6420, 15.1371),
    "zielona-gora": (51.9356, 15.5062),
}
"""Latitude and longitude by the id of the place; Kargowa has none."""


def mapped_sample() -> Dataset:
    """The sample, with coordinates for nine of its places."""
    sample = read_sample()
    nodes = [
        replace(node, properties={**node.properties, "latitude": point[0], "longitude": point[1]})
        if node.label == "Place" and (point := TOWNS.get(node.id))
        else node
        for node in sample.nodes
    ]
    return Dataset.of(sample.name, nodes, sample.facts)


CAPITALS = {
    "Lisbon": (38.7223, -9.1393),
    "Madrid": (40.4168, -3.7038),
    "Paris": (48.8566, 2.3522),
    "Rome": (41.9028, 12.4964),
    "Berlin": (52.52, 13.405),
    "Warsaw": (52.2297, 21.0122),
    "Helsinki": (60.1699, 24.9384),
}
"""Latitude and longitude by name."""


def partners_in_capitals() -> Dataset:
    """An organisation in each of seven capitals, two in Paris and one nowhere, in two projects."""
    names = [*CAPITALS, "Second", "Nowhere"]
    took_part = [(each, "first") for each in names[:5]] + [(each, "second") for each in names[3:]]
    made = dataset(" ".join(names), took_part=took_part, ties=[("Rome", "Berlin")])
    points = CAPITALS | {"Second": CAPITALS["Paris"]}
    nodes = [
        replace(
            node,
            properties={
                **node.properties,
                "x_latitude": points[node.id][0],
                "x_longitude": points[node.id][1],
            },
        )
        if node.id in points
        else node
        for node in made.nodes
    ]
    return Dataset.of("capitals", nodes, made.facts)
