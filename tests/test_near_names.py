"""What checking and loading say of names that are close to others."""

from __future__ import annotations

from graphkit.model import Fact, Node
from graphkit.names import near_names
from tests.commands import graphkit

HEAD = "id,name,kind\n"


def tables(folder, rows):
    folder.mkdir(exist_ok=True)
    text = HEAD + "".join(f"{row}\n" for row in rows)
    (folder / "organisations.csv").write_text(text, encoding="utf-8")
    return folder


def nodes(**named):
    return [Node("Organisation", key, {"name": name}, "Other") for key, name in named.items()]


def test_check_names_two_rows_of_one_organisation(tmp_path):
    rows = ["pb,Politechnika Białostocka,University", "x1,Politechnika Bialostocka,University"]
    done = graphkit("check", tables(tmp_path / "net", rows), cwd=tmp_path)
    assert done.returncode == 0
    assert (
        "'Politechnika Bialostocka' (id x1) is close to 'Politechnika Białostocka' (id pb); "
        "if they are one organisation, keep one row"
    ) in done.stderr


def test_load_and_check_compare_with_the_store_and_say_it_once(tmp_path):
    first = tables(tmp_path / "first", ["pb,Politechnika Białostocka,University"])
    assert "close" not in graphkit("load", first, cwd=tmp_path).stderr
    second = tables(tmp_path / "second", ["x1,Politechnika Bialostocka,University"])
    said = (
        "'Politechnika Bialostocka' is new and close to 'Politechnika Białostocka' (id pb); "
        "if they are one organisation, use that id, or say so with `graphkit decide`"
    )
    done = graphkit("check", second, "--store", tmp_path / "graphkit-store", cwd=tmp_path)
    assert said in done.stderr
    assert said in graphkit("load", second, cwd=tmp_path).stderr
    # It is in the store now, and no longer new.
    assert "close" not in graphkit("load", second, cwd=tmp_path).stderr


def test_at_most_three_pairs_are_listed_and_the_others_counted(tmp_path):
    rows = [f"{each}{at},Zakład Numer{each * 3} {kind},Other" for each in "klmnop"
            for at, kind in enumerate(("Ząbki", "Zabki"))]  # fmt: skip
    done = graphkit("check", tables(tmp_path / "net", rows), cwd=tmp_path)
    assert done.stderr.count("close to '") == 3
    assert "and 3 other pairs of names are close to each other" in done.stderr


def test_names_equal_after_folding_are_told_whatever_speaks_against():
    places = [
        Fact("LOCATED_IN", each, ("Organisation", each), ("Place", f"town {each}"), {})
        for each in "ab"
    ]
    (near,) = near_names(nodes(a="Izba Skarbowa", b="IZBA SKARBOWA."), places)
    assert near.against == ("another place",)


def test_nothing_is_told_of_what_was_decided_of_parts_and_of_what_reading_reports_itself():
    two = nodes(a="Arka", b="„Arka”")
    assert near_names(two, decided={("a", "b")}) == ()
    part = Fact("PART_OF", "p", ("Organisation", "a"), ("Organisation", "b"), {})
    assert near_names(two, [part]) == ()
    assert near_names(nodes(a="Arka", b="ARKA")) == ()
    assert near_names(nodes(a="Arka Gdynia", b="Arka Gdańsk")) == ()


def test_of_very_many_organisations_less_is_compared_and_that_is_said(tmp_path, monkeypatch):
    rows = ["a,Politechnika Białostocka,Other", "b,Politechnika Białostcka,Other"]
    folder = tables(tmp_path / "net", [*rows, "c,Białostocka Politechnika,Other"])
    assert graphkit("check", folder, cwd=tmp_path).stderr.count("close to '") == 3
    monkeypatch.setattr("graphkit.names.new_names.MOST_COMPARED", 2)
    some = graphkit("check", folder, cwd=tmp_path).stderr
    assert some.count("close to '") == 1
    assert "only names equal after folding of 3 organisations were compared" in some
    monkeypatch.setattr("graphkit.names.new_names.MOST_FOLDED", 2)
    none = graphkit("check", folder, cwd=tmp_path).stderr
    assert "close" not in none
    assert "no names of 3 organisations were compared" in none


def test_an_acronym_that_two_names_share_is_told_only_of_one_who_is_called_so():
    sabanci, sorbonne, su = (
        Node("Organisation", key, {"name": name, "aliases": aliases}, "University")
        for key, name, aliases in (
            ("sabanci", "Sabanci University", ["SU"]),
            ("sorbonne", "Sorbonne Université", ["SU"]),
            ("su", "SU", []),
        )
    )
    assert near_names([sabanci, sorbonne]) == ()
    assert [(each.node.id, each.other.id) for each in near_names([sabanci, su])] == [
        ("su", "sabanci")
    ]
