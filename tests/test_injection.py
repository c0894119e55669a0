"""Texts that look like Cypher are texts, from data and from the command line, on all stores."""

from __future__ import annotations

import csv
import inspect
import json
import re
from pathlib import Path

import pytest

from graphkit.model import DATASET, DECISION, KIND, KINDS, LABELS, RELATIONS, Dataset, Fact, Node
from graphkit.model.fact_columns import ranking_properties
from graphkit.store import parse_parameters, statements, stored_queries
from graphkit.store.embedded import schema
from tests.commands import Ran, graphkit
from tests.neo4j_versions import VERSIONS_IN_TURN
from tests.store_places import Place, held

pytestmark = VERSIONS_IN_TURN

HOSTILE = (
    "'}) DETACH DELETE n //",
    '"}) DETACH DELETE n //',
    "`) MATCH (n) DETACH DELETE n //",
    "$id",
    "$rows",
    "{id: $id}",
    "\\u0027}) DETACH DELETE n //",
    "\\'}) DETACH DELETE n //",
    "\\",
    "'; DROP CONSTRAINT graphkit_organisation_id; //",
    "*/ MATCH (n) DELETE n /*",
    "x:Company) SET n:Place //",
    "\u2019 OR 1=1 //",
)


def dataset(name: str) -> Dataset:
    """Every text of which data decide is hostile: ids, names, aliases, roles, keys of cells."""
    nodes = [
        Node("Organisation", text, {"name": f"{text} name", "aliases": list(HOSTILE)}, "Company")
        for text in HOSTILE
    ]
    nodes += [Node("Source", text, {"title": text}) for text in HOSTILE]
    facts = [
        Fact(
            "MEMBER_OF",
            f"{text} fact",
            ("Organisation", text),
            ("Organisation", HOSTILE[0]),
            {"role": text, "note": text, "sourceIds": [text], "locators": [text]},
        )
        for text in HOSTILE[1:]
    ]
    return Dataset.of(name, nodes, facts)


@pytest.mark.parametrize("name", [HOSTILE[0], HOSTILE[2]])
def test_texts_that_look_like_cypher_are_loaded_and_found(place: Place, name: str) -> None:
    stated = dataset(name)
    with place.open() as store:
        store.load(stated)
        assert held(store, name) == stated
        assert store.load(stated).facts.unchanged == len(stated.facts)
        for text in HOSTILE:
            found = store.query("MATCH (n:Organisation {id: $id}) RETURN n.name", {"id": text})
            assert found.rows == ((f"{text} name",),)
        fewer = Dataset.of(name, [], [])
        assert store.load(fewer, prune=True).nodes.removed == len(stated.nodes)
        assert store.query("MATCH (n) RETURN count(n)").rows == ((0,),)


def test_every_stored_question_takes_such_texts(place: Place) -> None:
    stated = dataset("hostile")
    with place.open() as store:
        store.load(stated)
        for query in stored_queries():
            for text in HOSTILE:
                given = dict(query.example) | {
                    parameter.name: text
                    for parameter in query.parameters
                    if parameter.type == "string"
                }
                found = store.query(query.text, given)
                assert found.columns == tuple(column.name for column in query.columns)
        assert held(store, "hostile") == stated


@pytest.mark.parametrize("text", HOSTILE)
def test_a_parameter_of_the_command_line_is_its_text(text: str) -> None:
    assert parse_parameters([f"id={text}"]) == {"id": text}


def test_the_command_passes_such_texts_on(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with (tmp_path / "mine" / "organisations.csv").open("w", encoding="utf-8", newline="") as file:
        names = [text for text in HOSTILE if any(map(str.isalnum, text))]
        csv.writer(file).writerows(
            [
                ("id", "name", "kind"),
                *((f"o{at}", each, "Company") for at, each in enumerate(names)),
            ]
        )

    def passed(*arguments: str, stdin: str = "") -> Ran:
        ran = graphkit(*arguments, "--store", tmp_path / "store", cwd=tmp_path, stdin=stdin)
        assert ran.returncode == 0, ran.stderr
        return ran

    passed("load", str(tmp_path / "mine"), "--dataset", HOSTILE[0])
    wanted = HOSTILE[2]
    text = "MATCH (n:Organisation {name: $name}) RETURN n.name AS name, n.datasets AS datasets"
    ran = passed("query", "-", "--param", f"name={wanted}", "--format", "json", stdin=text)
    assert json.loads(ran.stdout) == [{"name": wanted, "datasets": [HOSTILE[0]]}]
    ran = passed("query", "known-of", "--param", f"organisation={wanted}", "--format", "json")
    assert {"name", "kind"} <= {row["about"] for row in json.loads(ran.stdout)}


def test_statements_splice_only_words_of_the_vocabulary() -> None:
    """Each f-string calls `_label`, `_relation` or `_kind`, or runs through the vocabulary.

    `_own_kind` gives only plain words (`test_statements_refuse_other_words`).
    """
    source = inspect.getsource(statements)
    spliced = set(re.findall(r"(?<!\{)\{([^{}]+)\}(?!\})", _f_strings(source)))
    words = {DATASET, DECISION, KIND, statements.UPDATING, *LABELS, *RELATIONS, *KINDS}
    assert all(re.fullmatch(r"[A-Za-z_]+", word) for word in words)
    assert {re.sub(r"\(.*", "", each) for each in spliced} <= {
        "UPDATING",
        "_LOADING",
        "_LOCK",
        "_label",
        "_labels",
        "_relation",
        "_relations",
        "_kind",
        "property_name",
        "found",
        "label",
        "label.lower",
        "relation",
        "relation.lower",
        "LABELS[name].name",
        "RELATIONS[name].name",
        "KINDS[name].name",
        "KIND",
        "DECISION",
        "create_facts",
        "_kind_of_tie",
        "_own_kind",
        "_as_text",
        "_holds_texts",
        "_label_or_kind",
        "date",
        "dates",
        "name",
        "properties",
    }
    # Several are joined of such words each.
    assert 'return "|".join(map(_label, names))' in source
    assert 'return "|".join(map(_relation, names))' in source
    # Properties are columns of the vocabulary's table, by names that need no quoting.
    assert "for name in (*ranking_properties(label), *filter(is_own_name, own))" in source
    for label in LABELS:
        names = ranking_properties(label)
        assert all(re.fullmatch(r"[A-Za-z]+", name) for name in names)
    # What is called `name` is a letter that stands for a node or a relationship.
    for made in ("_as_text", "_holds_texts"):
        assert set(re.findall(made + r"\(([^)]*)\)", source)) == {"'n'", "'r'", "name: str"}
    assert "for date in DATE_PROPERTIES" in source
    # `label` and `relation` bare are the variables of the loops over the vocabulary.
    for function in (f for _, f in inspect.getmembers(statements, inspect.isfunction)):
        text = inspect.getsource(function)
        if re.search(r"\{(label|relation)[.}]", text):
            assert "for label in (*LABELS, DATASET, DECISION)" in text
            assert "for relation in RELATIONS" in text


@pytest.mark.parametrize("word", HOSTILE)
def test_statements_refuse_other_words(word: str) -> None:
    for make in (statements.stored_nodes, statements.all_nodes, statements.change_nodes):
        with pytest.raises(KeyError):
            make(word)
    with pytest.raises(ValueError, match="cannot be a kind"):
        statements.give_kind(word)
    with pytest.raises(ValueError, match="cannot be a kind"):
        list(schema._types([word]))
    with pytest.raises(KeyError):
        statements.create_facts("MEMBER_OF", word, "Organisation")
    with pytest.raises(KeyError):
        statements.delete_facts(word)
    with pytest.raises(ValueError, match="cannot be a kind"):
        statements.create_nodes("Organisation", word)
    with pytest.raises(KeyError):
        statements.removal(word, "name")


def test_the_advice_to_remove_a_property_quotes_its_name() -> None:
    # Neo4j's rule: within backticks, a backtick is written twice.
    assert statements.removal("Organisation", "x_a") == "MATCH (r:Organisation) REMOVE r.x_a"
    advice = statements.removal("MEMBER_OF", "x` DETACH DELETE r //")
    assert advice == "MATCH ()-[r:MEMBER_OF]->() REMOVE r.`x`` DETACH DELETE r //`"


def test_no_other_file_of_the_stores_makes_cypher_from_values() -> None:
    """Where Cypher is spelt out elsewhere, nothing but a constant is spliced into it."""
    folder = Path(statements.__file__).parent
    for file in folder.rglob("*.py"):
        if file.name == "statements.py":
            continue
        for literal in re.findall(r'f"([^"]*)"', file.read_text(encoding="utf-8")):
            if re.search(r"\b(MATCH|MERGE|UNWIND|RETURN|WHERE|CALL)\b", literal):
                assert set(re.findall(r"\{([^{}]+)\}", literal)) <= {"_MARK"}, (file, literal)


def _f_strings(source: str) -> str:
    return "\n".join(re.findall(r'f"([^"]*)"', source)).replace("{{", "").replace("}}", "")
