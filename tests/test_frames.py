"""Results as data frames of pandas and polars, with the columns, values and types of the tables."""

from __future__ import annotations

import datetime
import importlib
import json
import math
import pkgutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

import graphkit
import graphkit.export
import graphkit.metrics
from graphkit.engines import rank_pairs, summarise_pairs
from graphkit.export import Table, render
from graphkit.export.networks import export_network
from graphkit.export.results import table_of
from graphkit.metrics import METRICS
from graphkit.model import UsageError
from graphkit.model.tabular import Tabular
from graphkit.network import Network, explain, explain_group, organisation_or_group, summarise
from graphkit.sources import read_sample
from graphkit.store import open_store, verify
from tests.test_survey_answers import survey

DAY = datetime.date(2014, 11, 7)


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.of(read_sample())


@pytest.fixture(scope="module")
def results(network: Network, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tabular]:
    """One result of every kind that is a table."""
    node, other = network.organisation("kom"), network.organisation("chm")
    ranking = graphkit.rank(network, metrics=METRICS)
    with open_store(tmp_path_factory.mktemp("frames") / "store") as store:
        store.load(read_sample())
        answer = store.query("MATCH (o:Organisation) RETURN o.id AS id, o.aliases AS aliases")
        verification = verify(store)
    folder = tmp_path_factory.mktemp("exported") / "pairs"
    export_network(network, folder, "parquet")
    answers = survey({("a", "b"): 4, ("b", "a"): 2, ("a", "c"): 3}, ["a", "b", "c"])
    rated = answers.select(layer="rating", rating="contact")
    every = [
        ranking,
        graphkit.metrics.ratings_of(answers, draws=3),
        graphkit.metrics.rank_by_answers(answers),
        graphkit.metrics.documents_and_answers(rated, draws=3),
        rank_pairs(folder, "degree", ["strength"]),
        summarise_pairs(folder),
        graphkit.metrics.rank_bands(network, ranking, draws=5),
        graphkit.metrics.rank_unnamed(network, ranking, draws=2),
        graphkit.metrics.rank_groups(network),
        graphkit.metrics.blockmodel(network),
        graphkit.metrics.source_bands(network, ranking),
        graphkit.metrics.ranking_chance(network, ranking, draws=3),
        graphkit.metrics.brokers(network),
        graphkit.metrics.brokers_chance(network, graphkit.metrics.brokers(network), draws=3),
        graphkit.metrics.key_players(network, 2),
        graphkit.metrics.cohesion(network, draws=10),
        graphkit.metrics.cohesion_chance(network, graphkit.metrics.cohesion(network), draws=3),
        graphkit.metrics.find_communities(network),
        graphkit.metrics.find_duplicates(network, least=0.0),
        graphkit.metrics.reliance(network),
        graphkit.metrics.multiplexity(network, draws=3),
        graphkit.metrics.mixing(network, draws=3),
        graphkit.metrics.mixing_chance(network, graphkit.metrics.mixing(network), draws=3),
        graphkit.metrics.compare(network, network.select(layer="declaration"), draws=2),
        graphkit.metrics.ego_network(network, node),
        graphkit.metrics.shortest_chains(network, node, other),
        graphkit.metrics.impact_of(network, [node]),
        explain(network, node),
        explain_group(network, organisation_or_group(network, "deklaracja-suwalki-2014")),
        summarise(network),
        verification,
        answer,
        table_of(ranking),
    ]
    return {type(result).__name__: result for result in every}


def test_every_kind_of_result_that_has_a_table_is_tried(results: dict[str, Tabular]) -> None:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(graphkit.export.__path__, "graphkit.export.")
    ]
    kinds = {kind.__name__: kind for kind in Tabular.__subclasses__()}
    assert kinds.keys() == results.keys()
    made = {kind.TABLE.rpartition(":")[2] for kind in kinds.values() if hasattr(kind, "TABLE")}
    written = {
        name
        for module in modules
        for name in vars(module)
        if name.endswith("_table") and not name.startswith("_")
    }
    # What these show is no result: catalogue, manifest, facts, decisions, and places to check.
    shown = {
        "catalogue_table",
        "manifest_table",
        "facts_table",
        "decisions_table",
        "unplaced_table",
    }
    assert written - made == shown


def as_json(value: object) -> object:
    return None if value is pd.NA or (isinstance(value, float) and math.isnan(value)) else value


def test_frames_have_the_columns_and_values_of_the_json(results: dict[str, Tabular]) -> None:
    for name, result in results.items():
        records = json.loads(render(table_of(result), "json"))
        assert records, name
        frame = result.to_pandas()
        assert list(frame.columns) == list(records[0]), name
        found = [dict(zip(frame, map(as_json, row), strict=True)) for row in frame.values.tolist()]
        assert found == records, name
        assert result.to_polars().to_dicts() == records, name


def test_columns_have_types(results: dict[str, Tabular], network: Network) -> None:
    # By hand, from the meaning of the columns.
    empty = graphkit.rank(network.select(kind="Park", sector="civil"), metrics=METRICS)
    assert len(empty) == 0
    for ranking in (results["Ranking"], empty):
        types = ranking.to_pandas().dtypes.astype(str).to_dict()
        whole = {"rank", "degree", "facts", "inferred", "undated"}
        texts = {"id", "name", "kind", "sector"}
        assert {name for name, kind in types.items() if kind == "int64"} == whole
        assert {name for name, kind in types.items() if kind == "string"} == texts
        assert {types[name] for name in types.keys() - whole - texts} == {"float64"}
        schema = ranking.to_polars().schema
        assert {name for name, kind in schema.items() if kind == pl.Int64} == whole
        assert {name for name, kind in schema.items() if kind == pl.String} == texts
        assert {schema[name] for name in schema.keys() - whole - texts} == {pl.Float64}
    impact = results["Impact"].to_pandas()
    assert impact.dtypes.astype(str)[["before", "value_before"]].tolist() == ["Int64", "float64"]
    cohesion = results["Cohesion"].to_polars().schema
    assert cohesion["organisations"] == pl.List(pl.Struct({"id": pl.String, "name": pl.String}))
    assert results["Brokers"].to_polars().schema["spans"] == pl.List(pl.String)


def test_the_facts_of_a_network_are_a_frame(network: Network) -> None:
    frame = network.facts_frame()
    assert len(frame) == len(network.facts) == 39
    assert frame["id"].is_unique
    # By hand, from the sample: the members of KOM.
    members = frame[(frame.layer == "membership") & (frame.group == "kom")]
    assert sorted(members.organisation) == ["chm", "cpiir", "malow", "salag"]
    assert set(members.name) == {"Klaster Obróbki Metali"}
    # Dates are as precise as they are stated, and what is not stated is missing.
    assert frame.dtypes.astype(str)["start"] == "string"
    assert {len(date) for date in frame.start.dropna()} == {4, 10}
    assert frame.standing.isna().all()
    assert frame.weight.dtype == "float64"
    at = network.select(at="2014-11-10").facts_frame("polars")
    assert set(at["standing"]) == {"in force", "unknown"}
    assert at.schema["sources"] == pl.List(pl.String)
    with pytest.raises(UsageError, match="did you mean polars"):
        network.facts_frame("polar")


def test_a_network_without_evidence_has_no_facts_to_show(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.load(read_sample())
        bare = Network.of(store, evidence=False)
    with pytest.raises(UsageError, match="without evidence"):
        bare.facts_frame()


MIXED = Table.of(
    ["whole", "truth", "day", "numbers", "map", "large", "date", "none", "mixed", "nested", "text"],
    [
        [1, True, DAY, [1, 2.5], {"x": 1, "y": None}, 10**30, "2014", None, 1, [[1], []], "\ud800"],
        [None, None, None, [], None, 5, DAY, None, "a", None, "ż"],
    ],
)


def test_values_of_a_query_have_their_types_in_pandas() -> None:
    frame = MIXED.to_pandas()
    types = dict(zip(frame, frame.dtypes.astype(str), strict=True))
    expected = "Int64 boolean datetime64[s] object object object string string object object string"
    assert " ".join(types.values()) == expected
    assert frame.day[0] == pd.Timestamp(DAY)
    assert frame.large[0] == 10**30
    assert frame["map"][0] == {"x": 1, "y": None}
    assert frame.numbers.tolist() == [[1, 2.5], []]
    assert frame.date.tolist() == ["2014", "2014-11-07"]
    assert frame.text.tolist() == ["\\ud800", "ż"]


def test_values_of_a_query_have_their_types_in_polars() -> None:
    frame = MIXED.to_polars()
    assert list(frame.schema.values()) == [
        pl.Int64,
        pl.Boolean,
        pl.Date,
        pl.List(pl.Float64),
        pl.Struct({"x": pl.Int64, "y": pl.String}),
        pl.String,
        pl.String,
        pl.String,
        pl.String,
        pl.List(pl.List(pl.Int64)),
        pl.String,
    ]
    first, second = frame.rows()
    assert first[2:6] == (DAY, [1.0, 2.5], {"x": 1, "y": None}, str(10**30))
    assert first[8:] == ("1", [[1], []], "\\ud800")
    assert second[6:9] == ("2014-11-07", None, "a")


def test_what_polars_has_no_type_for_is_json() -> None:
    table = Table.of(["x"], [[{"a": 1, "b": [DAY]}], [{"b": 2}], [[1, "ż"]], [None]])
    assert table.to_polars()["x"].to_list() == [
        '{"a": 1, "b": ["2014-11-07"]}',
        '{"b": 2}',
        '[1, "ż"]',
        None,
    ]


def test_a_frame_without_columns_or_rows_is_empty() -> None:
    assert Table.of([], []).to_pandas().shape == Table.of([], []).to_polars().shape == (0, 0)
    assert Table.of(["a"], []).to_pandas().dtypes.astype(str).tolist() == ["string"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_without_the_library_the_cure_is_named(
    monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    said = rf'{library} is not installed; install it with pip install "graphkit\[{library}\]"'
    with pytest.raises(UsageError, match=said):
        getattr(MIXED, f"to_{library}")()


def test_neither_is_imported_until_it_is_asked_for() -> None:
    program = (
        "import sys, graphkit, graphkit.metrics, graphkit.export\n"
        "from graphkit.sources import read_sample\n"
        "network = graphkit.Network.of(read_sample())\n"
        "graphkit.rank(network)._repr_html_()\n"
        "print({'pandas', 'polars'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "set()\n"
