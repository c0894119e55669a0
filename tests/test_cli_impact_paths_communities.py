"""`impact`, `path`, `ego` and `communities` on the sample, as their user runs them.

What the sample's documents state is in `test_sample_network`; the expectations follow from there.
"""

from __future__ import annotations

import json

from tests.commands import graphkit


def test_without_the_cluster_its_members_and_partners_are_apart(sample):
    ran = graphkit("impact", "KOM", cwd=sample)
    assert ran.returncode == 0, ran.stderr
    lines = [" ".join(line.split()) for line in ran.stdout.splitlines()]
    assert lines[0] == "Without Klaster Obróbki Metali"
    # By hand: 11 partners of Białystok with ChM, which spoke there; 5 of Suwałki; the coordinator
    # and two members alone. 21 were together before.
    assert "ties 99 73" in lines
    assert "components 24 28" in lines
    assert "organisations in the largest 21 12" in lines
    assert "3 of 3 members lose their only path to it: ChM, MALOW, SALAG" in lines
    assert "20 organisations that were connected are now in separate pieces:" in lines
    rows = json.loads(graphkit("impact", "KOM", "--format", "json", cwd=sample).stdout)
    others = [row["id"] for row in rows if row["what"] == "other without coordinator"]
    assert len(others) == 16
    assert "um-suwalki" in others


def test_a_path_is_opened_to_facts_and_sources(sample):
    ran = graphkit("path", "MALOW", "Urząd Miejski w Suwałkach", cwd=sample)
    assert "2 steps, the only shortest chain" in ran.stdout
    assert "1. MALOW – Klaster Obróbki Metali" in ran.stdout
    assert "source: Spotkanie partnerów strategicznych Klastra Obróbki Metali (p12)" in ran.stdout
    ran = graphkit("path", "MALOW", "KGHM", "--format", "csv", cwd=sample)
    assert ran.returncode == 0
    assert len(ran.stdout.splitlines()) == 1
    assert "no chain joins them" in ran.stderr


def test_an_ego_network_has_its_numbers_and_its_neighbours(sample):
    ran = graphkit("ego", "MALOW", cwd=sample)
    assert "tied to 4 organisations (2 business, 2 support)" in ran.stdout
    # Its cluster, the coordinator and the two other members are all tied to each other.
    assert "density among them 1 (6 ties)" in ran.stdout
    assert "effective size 1" in ran.stdout
    rows = json.loads(graphkit("ego", "MALOW", "--format", "json", cwd=sample).stdout)
    assert {row["id"] for row in rows} == {"kom", "cpiir", "chm", "salag"}
    assert rows[0]["tied_by"] == ["membership: Klaster Obróbki Metali"]


def test_communities_are_named_and_the_same_each_time(sample):
    ran = graphkit("communities", cwd=sample)
    assert "modularity" in ran.stdout
    assert "21 organisations without ties not shown" in ran.stdout
    assert "1  Białostocka Fundacja Kształcenia Kadr: 11 organisations" in ran.stdout
    assert graphkit("communities", cwd=sample).stdout == ran.stdout
    ran = graphkit("communities", "-o", "communities.csv", cwd=sample)
    assert "Louvain" in ran.stderr
    written = (sample / "communities.csv").read_text(encoding="utf-8")
    assert len(written.splitlines()) == 28
