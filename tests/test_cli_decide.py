"""`graphkit decide`: the misspelt signature of the sample, and decisions as a table."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.commands import graphkit

RIGHT, MISSPELT = "politechnika-bialostocka", "pb2"


def rewritten(table: Path, change: dict[str, str], more: dict[str, str] | None = None) -> None:
    """Change the first row with the old value of a column, and add a row."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for column, value in change.items():
        next(row for row in rows if row[column] == RIGHT)[column] = value
    rows += [dict.fromkeys(rows[0], "") | more] if more else []
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def misspelt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample in `right`, and in `wrong` with one signature under another name."""
    folder = tmp_path_factory.mktemp("decide")
    graphkit("init", "tables", "--sample", cwd=folder)
    graphkit("load", "tables", "--dataset", "sample", "--store", "right", cwd=folder)
    rewritten(folder / "tables/signatories.csv", {"organisation": MISSPELT})
    name = {"id": MISSPELT, "name": "Politechnika Bialostocka", "kind": "University"}
    rewritten(folder / "tables/organisations.csv", {}, name)
    ran = graphkit("load", "tables", "--dataset", "sample", "--store", "wrong", cwd=folder)
    assert ran.returncode == 0
    return folder


def test_a_decision_gives_the_ranking_that_the_right_spelling_gives(misspelt: Path) -> None:
    def ranking(store: str) -> str:
        ran = graphkit("rank", "--store", store, "--format", "csv", cwd=misspelt)
        assert ran.returncode == 0
        return ran.stdout

    right, wrong = ranking("right"), ranking("wrong")
    # By hand: with the signature it has 12 others beside it on the declaration and elsewhere.
    assert f"\n5,{RIGHT},Politechnika Białostocka,University,research,12," in right
    assert f",{RIGHT},Politechnika Białostocka,University,research,4," in wrong
    ran = graphkit(
        *("decide", RIGHT, "Politechnika Bialostocka", "same", "--why", "no stroke"),
        *("--who", "Ewa", "--store", "wrong"),
        cwd=misspelt,
    )
    assert ran.stdout.splitlines() == [
        "decisions: 1 added, 0 changed, 0 unchanged, 0 withdrawn",
        "1 organisation has several ids",
    ]
    assert ranking("wrong") == right
    # What the tables say is as it was.
    ran = graphkit("verify", "tables", "--dataset", "sample", "--store", "wrong", cwd=misspelt)
    assert (ran.returncode, ran.stderr) == (0, "no differences\n")
    # Decisions are listed as the table that can be read again.
    ran = graphkit("decide", "--list", "-o", "decisions.csv", "--store", "wrong", cwd=misspelt)
    assert ran.returncode == 0
    with (misspelt / "decisions.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert {key: row[key] for key in row if key != "when"} == {
        "left": RIGHT,
        "right": MISSPELT,
        "verdict": "same",
        "who": "Ewa",
        "why": "no stroke",
        "left_name": "Politechnika Białostocka",
        "right_name": "Politechnika Bialostocka",
    }
    ran = graphkit("decide", "--withdraw", MISSPELT, RIGHT, "--store", "wrong", cwd=misspelt)
    assert ran.stdout.splitlines()[0].endswith("1 withdrawn")
    assert ranking("wrong") == wrong
    ran = graphkit("decide", "--from", "decisions.csv", "--store", "wrong", cwd=misspelt)
    assert ran.stdout.splitlines()[0] == "decisions: 1 added, 0 changed, 0 unchanged, 0 withdrawn"
    assert ranking("wrong") == right


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("arleg,kom,diferent", "row 2, column verdict: 'diferent' is not a known verdict"),
        ("a,b,same\nb,a,different", "row 3, column left: row 2 decides about b and a too"),
        ("a,a,same", "row 2, column right: the two ids are the same"),
        (",a,same", "row 2, column left is empty; give the id that the organisation keeps"),
        (
            "arleg,kom,same\nkom,chm,same\nchm,arleg,different",
            "bad.csv, row 4, column verdict: chm = kom, kom = arleg, but chm ≠ arleg "
            "(rows 3, 2 and 4); correct one of them\n",
        ),
        (
            "arleg,Nobody At All,same",
            "no organisation of the store is called 'Nobody At All'; give",
        ),
    ],
)
def test_wrong_tables_of_decisions_are_refused(misspelt: Path, rows: str, said: str) -> None:
    (misspelt / "bad.csv").write_text(f"left,right,verdict\n{rows}\n", encoding="utf-8")
    ran = graphkit("decide", "--from", "bad.csv", "--store", "right", cwd=misspelt)
    assert ran.returncode == 3
    assert said in ran.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a,b,same\n",
            "bad.csv, row 1 names no column; the first row must name the columns: left",
        ),
        *(
            (
                f"left,right,verdict,{column}\na,b,same,3\n",
                f"column {column}: the table decisions does not have this column; delete it; the "
                "columns are left, right, verdict, who, when, why, left_name, right_name\n",
            )
            for column in ("x_score", "latitude", "name")
        ),
    ],
)
def test_columns_that_decisions_do_not_have_are_refused(
    misspelt: Path, text: str, said: str
) -> None:
    (misspelt / "bad.csv").write_text(text, encoding="utf-8")
    ran = graphkit("decide", "--from", "bad.csv", "--store", "right", cwd=misspelt)
    assert ran.returncode == 3
    assert said in ran.stderr


def test_a_table_of_decisions_may_give_names(undecided: Path) -> None:
    """A name means the one who has it; an id beside a name is an id, whoever is called so."""
    rows = (
        "left,right,verdict,left_name\npolitechnika Białostocka,Politechnika  Bialostocka,same,\n"
    )
    (undecided / "named.csv").write_text(f"{rows}KOM,arleg,unsure,Somebody\n", encoding="utf-8")
    ran = graphkit("decide", "--from", "named.csv", "--store", "store", cwd=undecided)
    assert ran.stdout.splitlines()[0].startswith("decisions: 2 added")
    listed = graphkit("decide", "--list", "--format", "csv", "--store", "store", cwd=undecided)
    listing = [line.split(",")[:3] for line in listed.stdout.splitlines()[1:]]
    assert sorted(listing) == [["KOM", "arleg", "unsure"], [RIGHT, MISSPELT, "same"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--list", "--accept", "0.9"), "give either two organisations and a verdict"),
        (("kom", "arleg"), "one of same, different, unsure"),
        (("kom", "kom", "same"), "the same id"),
        (("kom", "nobody", "same"), "no organisation is called 'nobody'"),
        (("--withdraw", "kom", "arleg"), "nothing was decided about kom and arleg"),
    ],
)
def test_wrong_words_are_refused(misspelt: Path, words: tuple[str, ...], said: str) -> None:
    ran = graphkit("decide", *words, "--store", "right", cwd=misspelt)
    assert ran.returncode == 2
    assert said in ran.stderr


def test_load_counts_what_it_joined_and_reports_conflicts(tmp_path: Path) -> None:
    """By hand: b has the NIP of a and so is a; d has the NIP of c and another KRS, so it is not."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    head = "id,name,kind,nip,krs\n"
    first = "a,Alfa,Company,5250007738,\nc,Gamma,Company,5420208721,1\n"
    (tmp_path / "one/organisations.csv").write_text(head + first)
    second = "b,Alpha SA,Company,5250007738,\nd,Delta,Company,5420208721,2\n"
    (tmp_path / "two/organisations.csv").write_text(head + second)
    (tmp_path / "two/memberships.csv").write_text("member,group\nAlfa,d\n")
    graphkit("load", "one", cwd=tmp_path)
    ran = graphkit("load", "two", cwd=tmp_path)
    assert "two: 1 organisation has several ids\n" in ran.stdout
    assert (
        "organisations.csv, row 3: Gamma (c) and Delta (d) have the same NIP 5420208721, "
        "but the KRS of Gamma (c) is 0000000001 and that of Delta (d) is 0000000002; correct "
        "one of them, or decide with "
        "`graphkit decide`\n"
    ) in ran.stderr
    ran = graphkit("decide", "d", "c", "same", cwd=tmp_path)
    assert "2 organisations have several ids\n" in ran.stdout
    # A reference by any name or id of one organisation finds it.
    (tmp_path / "three").mkdir()
    (tmp_path / "three/organisations.csv").write_text("id,name,kind\nk,Klaster,Cluster\n")
    (tmp_path / "three/memberships.csv").write_text("member,group\nb,k\nGamma,k\n")
    assert graphkit("load", "three", cwd=tmp_path).returncode == 0
    query = "MATCH (a)-[r:MEMBER_OF]->(:Cluster) RETURN a.id AS id, r.statedStart AS said"
    ran = graphkit("query", "-", "--format", "csv", cwd=tmp_path, stdin=f"{query} ORDER BY id")
    assert ran.stdout.splitlines()[1:] == ["a,b", "d,c"]


def test_check_and_load_name_the_rows_of_one_number_with_two_others(tmp_path: Path) -> None:
    """By hand: one NIP with two KRS, in own tables and in a list of somebody else's."""
    (tmp_path / "own").mkdir()
    rows = "c,Gamma,Company,5420208721,1\nd,Delta,Company,5420208721,2\n"
    (tmp_path / "own/organisations.csv").write_text(f"id,name,kind,nip,krs\n{rows}")
    listed = "Team,Member,NIP,KRS\nA,Gamma,5420208721,1\nA,Alfa,,\nB,Delta,5420208721,2\n"
    (tmp_path / "list.csv").write_text(listed)
    for file, said in (("own", "organisations.csv, row 2 and organisations.csv, row 3: Gamma (c)"),
                       ("list.csv", "list.csv, row 2 and list.csv, row 4: Gamma (")):  # fmt: skip
        for words in (("check", file), ("load", file, "--yes", "--store", f"{file}-store")):
            ran = graphkit(*words, cwd=tmp_path)
            assert ran.returncode == 0
            lines = [line for line in ran.stderr.splitlines() if "the same NIP 5420208721" in line]
            assert [line.split(":")[0] for line in lines] == [said.split(":")[0]], ran.stderr
            assert said in lines[0]


def walked(folder: Path, store: str, keys: str) -> str:
    """What `graphkit decide` prints when these keys are pressed, one a line."""
    ran = graphkit("decide", "--store", store, cwd=folder, stdin=keys)
    assert ran.returncode == 0
    return ran.stdout + ran.stderr


@pytest.fixture
def undecided(misspelt: Path, tmp_path: Path) -> Path:
    """The misspelt sample in a store of its own."""
    ran = graphkit("load", misspelt / "tables", "--store", "store", cwd=tmp_path)
    assert ran.returncode == 0
    return tmp_path


def test_pairs_are_decided_one_by_one(undecided: Path) -> None:
    said = walked(undecided, "store", "?\nb\nd\n")
    assert "pair 1 of 1" in said
    assert "id           politechnika-bialostocka" in said
    assert "[kom-partnerzy p17.4]" in said
    assert "press one of the keys" in said
    assert "nothing has been decided yet" in said
    assert "Politechnika Białostocka and Politechnika Bialostocka: different" in said
    assert "decisions: 1 added" in said
    # What is decided is not asked again.
    assert "no pair is left to decide on" in walked(undecided, "store", "")
    assert "nothing was decided" in walked(undecided, "store", "")


def test_the_right_one_can_stay_and_input_that_ends_keeps_what_was_decided(undecided: Path) -> None:
    assert "nothing was decided" in walked(undecided, "store", "")
    assert "decisions: 1 added" in walked(undecided, "store", "r\n")
    listed = graphkit("decide", "--list", "--format", "csv", "--store", "store", cwd=undecided)
    assert listed.stdout.splitlines()[1].startswith(f"{MISSPELT},{RIGHT},same,")


def test_ctrl_c_keeps_what_was_decided_and_says_so(
    undecided: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (undecided / "more").mkdir()
    rows = "id,name,kind\nq1,Bank Morski Zielony,Other\nq2,Bank Mórski Zielony,Other\n"
    (undecided / "more/organisations.csv").write_text(rows, encoding="utf-8")
    graphkit("load", "more", "--store", "store", cwd=undecided)
    pressed = iter("d")

    def key() -> str:
        try:
            return next(pressed)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("graphkit.cli.deciding_walk._key", key)
    ran = graphkit("decide", "--store", "store", cwd=undecided)
    assert ran.returncode == 130
    assert "stopped; what was decided is kept" in ran.stderr
    assert "decisions: 1 added" in ran.stdout


def test_sure_pairs_are_accepted_without_asking(undecided: Path) -> None:
    pairs = graphkit("duplicates", "--store", "store", cwd=undecided)
    ran = graphkit("decide", "--accept", "0.9", "--store", "store", cwd=undecided)
    assert ran.stdout.splitlines()[0] == "decisions: 1 added, 0 changed, 0 unchanged, 0 withdrawn"
    listed = graphkit("decide", "--list", "--format", "csv", "--store", "store", cwd=undecided)
    row = listed.stdout.splitlines()[1]
    assert row.startswith(f"{RIGHT},{MISSPELT},same,graphkit,")
    # The score has the digits that `duplicates` gives it.
    assert re.search(r"score 0\.\d{3}: ", row)
    assert "1 likely pair, nearly certain;" in pairs.stderr
