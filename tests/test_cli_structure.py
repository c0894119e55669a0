"""`graphkit brokers`, `cohesion`, `keyplayers` and `metrics` as their user runs them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from graphkit.metrics import CATALOGUE
from tests.commands import graphkit, graphkit_process


def test_brokers_names_the_key_connector_with_its_roles_and_its_facts(sample):
    ran = graphkit("brokers", "--by", "sector", "--format", "json", cwd=sample)
    rows = json.loads(ran.stdout)
    first = rows[0]
    assert (first["rank"], first["id"], first["category"]) == (1, "kom", "support")
    roles = [first[name] for name in ("coordinator", "gatekeeper", "consultant", "liaison")]
    assert sum(roles) + first["unknown"] == first["brokered"] > rows[1]["brokered"]
    assert first["spans"] == ["business", "civil", "public", "research", "support"]
    assert (first["facts"], first["inferred"]) == (6, 2)  # as `graphkit rank` counts them
    assert next(row for row in rows if row["id"] == "kghm")["bridging"] is None
    assert "1 organisation of unknown sector" in ran.stderr
    assert "48 of 53 organisations" in ran.stderr


def test_brokers_by_membership_sorted_by_a_role(sample):
    arguments = ["--by", "member:KOM", "--sort", "gatekeeper", "--top", "2", "--format", "csv"]
    ran = graphkit("brokers", *arguments, cwd=sample)
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    assert [row["category"] for row in rows] == ["in Klaster Obróbki Metali"] * 2
    assert int(rows[0]["gatekeeper"]) >= int(rows[1]["gatekeeper"])


def test_cohesion_gives_each_number_with_its_meaning_and_who_is_behind_it(sample):
    ran = graphkit("cohesion", "--format", "json", cwd=sample)
    rows = {(row["measure"], row["of"]): row for row in json.loads(ran.stdout)}
    assert rows["organisations", ""]["value"] == 48
    isolates = rows["isolates", ""]
    assert isolates["value"] == len(isolates["organisations"]) == 21
    assert rows["with ties", ""]["value"] == 27
    (first,) = rows["betweenness-centralisation", ""]["organisations"]
    assert first == {"id": "kom", "name": "Klaster Obróbki Metali"}
    assert all(row["meaning"] for row in rows.values())
    assert "by chance" in rows["ei-index", ""]["note"]
    assert {of for name, of in rows if name == "ei-index"} == {
        "", "business", "civil", "public", "research", "support"
    }  # fmt: skip


def test_cohesion_run_again_gives_the_same_bytes(sample):
    # The first with a seed of its own for hashes, the second with that of the tests.
    first = graphkit_process("cohesion", cwd=sample, PYTHONHASHSEED="1")
    assert first.returncode == 0, first.stderr
    assert first.stdout == graphkit("cohesion", cwd=sample).stdout


def test_keyplayers_names_the_set_and_says_what_its_loss_does(sample):
    ran = graphkit("keyplayers", "-k", "3", "--format", "json", cwd=sample)
    rows = json.loads(ran.stdout)
    assert rows[0]["id"] == "kom"
    assert len(rows) == 3
    assert rows[0]["set"] > rows[0]["alone"] > rows[0]["before"]
    assert rows[0]["added"] == max(row["added"] for row in rows)
    assert "without these 3 the others have fragmentation 0.934, now 0.808" in ran.stderr
    assert "all sets were tried" in ran.stderr


def test_keyplayers_reach_within_steps(sample):
    shares = []
    for steps in ("1", "2"):
        # With the planned project, its agency is two steps from the cluster.
        arguments = ["--aim", "reach", "--steps", steps, "--planned", "include", "--format", "json"]
        ran = graphkit("keyplayers", "-k", "1", *arguments, cwd=sample)
        shares.append(json.loads(ran.stdout)[0]["set"])
        assert f"are within {steps} step" in ran.stderr
    assert shares[0] < shares[1]


def test_metrics_lists_the_catalogue_and_shows_one_in_full(tmp_path):
    ran = graphkit("metrics", "--format", "json", cwd=tmp_path)
    assert [row["name"] for row in json.loads(ran.stdout)] == list(CATALOGUE)
    ran = graphkit("metrics", "constraint", cwd=tmp_path)
    assert "Burt, R. S. (1992)" in ran.stdout
    ran = graphkit("metrics", "constraint", "-o", "constraint.md", cwd=tmp_path)
    assert (tmp_path / "constraint.md").read_text(encoding="utf-8").startswith("| name |")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["brokers", "--by", "sektor"], "did you mean sector?"),
        (["brokers", "--sort", "liason"], "did you mean liaison?"),
        (["cohesion", "--by", "member:KGHM"], "has no members in this selection"),
        (["keyplayers", "-k", "48"], "give 1 to 47 for 48 organisations"),
        (["keyplayers", "--aim", "reach", "--steps", "0"], "steps of at least 1"),
        (["metrics", "betweeness"], "did you mean betweenness?"),
    ],
)
def test_a_wrong_word_is_one_line_with_the_cure(sample, arguments, said):
    ran = graphkit(*arguments, cwd=sample)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["brokers", "cohesion", "keyplayers"])
def test_the_same_words_select_here_as_in_a_ranking(sample, command):
    words = ["--layer", "declaration", "--at", "2014-11-10", "--sector", "public"]
    ran, ranked = (graphkit(each, *words, cwd=sample) for each in (command, "rank"))
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.splitlines()[-1] == ranked.stderr.splitlines()[-1]


def test_in_a_file_the_organisations_behind_a_measure_are_rows(sample):
    assert graphkit("cohesion", "-o", "cohesion.csv", cwd=sample).returncode == 0
    rows = list(csv.DictReader((sample / "cohesion.csv").open(encoding="utf-8", newline="")))
    alone = [row["organisation"] for row in rows if row["measure"] == "isolates"]
    told = json.loads(graphkit("cohesion", "--format", "json", cwd=sample).stdout)
    (isolates,) = (row for row in told if row["measure"] == "isolates")
    assert alone == [each["id"] for each in isolates["organisations"]]
    assert len(set(alone)) == isolates["value"] == 21
    assert not any("|" in row["organisation_name"] for row in rows)


def test_in_a_file_the_organisations_that_a_fact_ties_are_rows(sample):
    ran = graphkit("why", "ChM", "--format", "csv", cwd=sample)
    rows = [row for row in csv.DictReader(io.StringIO(ran.stdout)) if row["layer"] == "membership"]
    # The cluster and its three other members.
    assert [row["with"] for row in rows] == ["cpiir", "kom", "malow", "salag"]
    assert [row["with_name"] for row in rows][-2:] == ["MALOW", "SALAG"]
    assert {row["ties"] for row in rows} == {"4"}
