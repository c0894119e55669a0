"""The catalogue says of every metric what an analyst must know, and says it truly."""

from __future__ import annotations

import importlib

import pytest

from graphkit.cli.main import cli
from graphkit.export.catalogue import catalogue_table, entry_text
from graphkit.metrics import CATALOGUE, METRICS, in_catalogue
from graphkit.model import UsageError

ENTRIES = list(CATALOGUE.values())


def test_the_metrics_of_a_ranking_come_first_in_the_order_of_its_columns():
    assert list(CATALOGUE)[: len(METRICS)] == list(METRICS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_entry_says_everything(entry):
    for field in ("meaning", "formula", "normalisation", "weights", "apart", "reference"):
        assert getattr(entry, field), field
    assert entry.on
    assert not entry.meaning.endswith(".")
    assert any(character.isdigit() for character in entry.reference)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_function_and_the_command_of_an_entry_exist(entry):
    package, *path = entry.function.split(".")
    found = importlib.import_module(package)
    for name in path:
        found = getattr(found, name)
    assert callable(found)
    if entry.command:
        program, command, *arguments = entry.command.split()
        assert program == "graphkit"
        names = {
            option
            for parameter in cli.get_command(None, command).params
            for option in parameter.opts
        }
        assert {each for each in arguments if each.startswith("-")} <= names


def test_what_an_entry_says_of_weights_is_how_it_is_computed():
    words = {"ignored": "ignored", "strength": "a strength", "distance": "1/weight"}
    for metric in METRICS.values():
        assert words[metric.weight] in metric.weights


def test_an_entry_is_found_whatever_the_case_and_the_nearest_is_named():
    assert in_catalogue("Constraint").best == "lowest"
    with pytest.raises(UsageError, match="there is no metric ei-indx; did you mean ei-index"):
        in_catalogue("ei-indx")


def test_the_catalogue_is_a_table_and_an_entry_a_text():
    table = catalogue_table(CATALOGUE)
    assert [row[0] for row in table.rows] == list(CATALOGUE)
    text = entry_text(in_catalogue("constraint"))
    assert "first rank        lowest" in text
    assert "Burt" in text
    assert "first rank" not in entry_text(in_catalogue("density"))
