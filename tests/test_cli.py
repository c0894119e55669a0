"""The command as its user runs it: its two outputs, its files and its exit code."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphkit.cli.main import cli
from tests.commands import ENVIRONMENT, graphkit, graphkit_process


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    ran = graphkit_process("demo", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    (folder / "printed.txt").write_text(ran.stdout, encoding="utf-8")
    return folder


def test_demo_names_the_key_connector_and_says_why(demo):
    printed = (demo / "printed.txt").read_text(encoding="utf-8")
    first = printed.index("1. Klaster Obróbki Metali")
    why = " ".join(printed[first : printed.index("2. ChM")].split())
    assert "Signed Deklaracja" in why
    assert "with 11 others" in why
    assert "kom-partnerzy p4" in why


def test_demo_run_again_gives_the_same_bytes(demo):
    folder = demo / "graphkit-demo"
    before = [(folder / name).read_bytes() for name in ("network.html", "connectors.csv")]
    again = graphkit("demo", cwd=demo)
    assert again.stdout == (demo / "printed.txt").read_text(encoding="utf-8")
    after = [(folder / name).read_bytes() for name in ("network.html", "connectors.csv")]
    assert before == after


def test_demo_loads_into_another_folder_and_store(tmp_path):
    ran = graphkit("demo", "here", "--store", "there", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert {path.name for path in (tmp_path / "here").iterdir()} == {
        "network.html",
        "connectors.csv",
    }
    assert (tmp_path / "there").is_dir()


def test_rank_writes_json_with_what_it_rests_on(demo):
    ran = graphkit("rank", "--store", "graphkit-demo/store", "--format", "json", cwd=demo)
    rows = json.loads(ran.stdout)
    assert rows[0]["id"] == "kom"
    assert rows[0]["rank"] == 1
    # By hand: its two signatures, and the four memberships in it; one of each is inferred.
    assert (rows[0]["facts"], rows[0]["inferred"]) == (6, 2)
    assert next(row for row in rows if row["id"] == "kghm")["constraint"] is None
    assert "48 of 53 organisations (5 count as parts of others), 27 with ties" in ran.stderr
    assert "inferred" in ran.stderr
    assert "of unknown date" in ran.stderr


def test_the_csv_of_the_demo_is_the_ranking(demo):
    with (demo / "graphkit-demo" / "connectors.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    ran = graphkit("rank", "--store", "graphkit-demo/store", "--format", "json", cwd=demo)
    ranked = json.loads(ran.stdout)
    assert [row["id"] for row in rows] == [row["id"] for row in ranked]
    assert [float(row["betweenness"]) for row in rows] == [row["betweenness"] for row in ranked]


@pytest.mark.parametrize(
    "command", ["rank", "info", "why", "view", "figure", "ego", "path", "communities", "impact"]
)
def test_the_same_words_select_in_every_command(demo, command):
    extra = {
        "why": ["KOM"],
        "view": ["-o", "selected.html"],
        "figure": ["-o", "selected.svg"],
        "ego": ["KOM"],
        "path": ["KOM", "politechnika-bialostocka"],
        "impact": ["KOM"],
    }.get(command, [])
    ran = graphkit(
        command,
        *extra,
        "--store",
        "graphkit-demo/store",
        "--layer",
        "declaration",
        "--kind",
        "University",
        "--kind",
        "Cluster",
        "--sector",
        "research",
        "--sector",
        "support",
        "--at",
        "2014-11-10",
        "--unknown",
        "exclude",
        "--status",
        "stated",
        "--weight",
        "newman",
        "--parts",
        "separate",
        "--planned",
        "include",
        "--group-nodes",
        "include",
        "--component",
        "all",
        "--isolates",
        "include",
        "--backbone",
        "--fdr",
        "0.1",
        cwd=demo,
    )
    assert ran.returncode == 0, ran.stderr
    assert "false discovery rate 0.1" in ran.stderr
    # By hand: 18 clusters, four universities; the first declaration has three and the cluster.
    assert "22 of 53 organisations (31 are of another kind or sector), 0 with ties" in ran.stderr
    assert ", 4 facts counted" in ran.stderr


def test_at_a_date_between_the_two_declarations_only_the_first_is_seen(demo):
    ran = graphkit(
        "why",
        "KOM",
        "--store",
        "graphkit-demo/store",
        "--layer",
        "declaration",
        "--at",
        "2014-11-10",
        "--format",
        "json",
        cwd=demo,
    )
    (row,) = json.loads(ran.stdout)
    assert row["group"] == "deklaracja-bialystok-2014"
    assert row["standing"] == "in force"
    assert row["ties"] == 11


def test_why_of_an_unknown_organisation_suggests_the_near_ones(demo):
    ran = graphkit("why", "politechnika", "--store", "graphkit-demo/store", cwd=demo)
    assert ran.returncode == 2
    assert "did you mean politechnika-bialostocka (Politechnika Białostocka)?" in ran.stderr


def test_a_table_of_your_own_goes_from_init_to_rank(tmp_path):
    assert graphkit("init", "mine", cwd=tmp_path).returncode == 0
    with (tmp_path / "mine" / "organisations.csv").open("a", encoding="utf-8") as stream:
        stream.write("a,Alpha,Company\nb,Beta,Company\n")
    with (tmp_path / "mine" / "ties.csv").open("a", encoding="utf-8") as stream:
        stream.write("Alpha,b\n")
    assert graphkit("check", "mine", cwd=tmp_path).returncode == 0
    loaded = graphkit("load", "mine", cwd=tmp_path)
    assert "mine: nodes: 2 added, 0 changed, 0 unchanged" in loaded.stdout
    again = graphkit("load", "mine", cwd=tmp_path)
    assert "mine: facts: 0 added, 0 changed, 1 unchanged" in again.stdout
    ranked = graphkit("rank", "--by", "degree", "--format", "csv", cwd=tmp_path)
    assert ranked.stdout.splitlines()[1].startswith("1,a,Alpha,Company,business,1,")


def test_a_query_reads_and_does_not_write(demo):
    text = "MATCH (o:Organisation {id: $id}) RETURN o.name AS name"
    store = ["--store", "graphkit-demo/store", "--format", "json"]
    ran = graphkit("query", "-", "--param", "id=kom", *store, cwd=demo, stdin=text)
    assert json.loads(ran.stdout) == [{"name": "Klaster Obróbki Metali"}]
    ran = graphkit("query", "-", *store, cwd=demo, stdin="RETURN '\udcff'")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "graphkit: standard input is not UTF-8 text; save it as UTF-8\n"
    ran = graphkit_process("query", "-", "--param", "a=\udcff", *store, cwd=demo, stdin="RETURN $a")
    assert (ran.returncode, ran.stderr) == (2, "graphkit: parameter a: this is not UTF-8 text\n")
    ran = graphkit("query", "-", *store, cwd=demo, stdin="CREATE (:Organisation {id: 'x'})")
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1


def test_a_query_runs_from_the_library_and_from_a_file(demo):
    store = ["--store", "graphkit-demo/store", "--format", "json"]
    listed = graphkit("queries", "--format", "json", cwd=demo)
    names = [row["name"] for row in json.loads(listed.stdout)]
    assert len(names) >= 12
    ran = graphkit("query", names[0], "--example", *store, cwd=demo)
    assert ran.returncode == 0, ran.stderr
    (demo / "count.cypher").write_text("MATCH (o:Organisation) RETURN count(o) AS n", "utf-8")
    ran = graphkit("query", "--file", "count.cypher", *store, cwd=demo)
    assert json.loads(ran.stdout) == [{"n": 53}]


def test_more_rows_than_the_limit_are_said_to_be_left(demo):
    ran = graphkit(
        "query",
        "-",
        "--limit",
        "3",
        "--store",
        "graphkit-demo/store",
        "--format",
        "json",
        cwd=demo,
        stdin="UNWIND range(1, 10) AS n RETURN n",
    )
    assert len(json.loads(ran.stdout)) == 3
    assert "more" in ran.stderr


def test_results_go_to_a_file_in_the_format_of_its_ending(demo):
    ran = graphkit("rank", "--store", "graphkit-demo/store", "-o", "rank.md", cwd=demo)
    assert ran.stdout == ""
    assert (demo / "rank.md").read_text(encoding="utf-8").startswith("| rank | id |")


def test_an_embedded_view_comes_with_the_frame_that_shows_it(demo):
    ran = graphkit(
        "view", "--embed", "-o", "inset.html", "--store", "graphkit-demo/store", cwd=demo
    )
    assert ran.stdout.startswith('<iframe src="inset.html"')
    assert 'sandbox="allow-scripts ' in ran.stdout
    assert "wrote inset.html" in ran.stderr
    assert "<header" not in (demo / "inset.html").read_text(encoding="utf-8")


def test_a_figure_is_drawn_in_the_format_of_its_ending(demo):
    store = ["--store", "graphkit-demo/store"]
    for name, start in (("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.pdf", b"%PDF")):
        ran = graphkit("figure", "-o", name, "--lang", "pl", "--dpi", "60", *store, cwd=demo)
        assert ran.returncode == 0, ran.stderr
        assert f"wrote {name}" in ran.stderr
        assert (demo / name).read_bytes().startswith(start)
    wrong = graphkit("figure", "-o", "a.jpg", *store, cwd=demo)
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (2, 1)
    wide = graphkit("figure", "-o", "b.svg", "--width-cm", "900", *store, cwd=demo)
    assert wide.returncode == 2
    assert "8 to 200 cm" in wide.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["at=2011"], "at=2011: a SELECTION works only with --compare; add --compare"),
        (["--compare", "at=2011"], "--compare: give 2 to 6 selections, not 1"),
        (["--compare", "at=2011", "at=2011"], "at=2011: this selection is given twice"),
        (["--compare", "at=2011", "att=2012"], "a selection has no word att"),
        (["--compare", "at=2011", "at=2012", "--ego", "KOM"], "leave out --ego"),
    ],
)
def test_a_comparison_says_what_is_wrong_with_its_selections(demo, words, said):
    ran = graphkit("figure", "-o", "x.svg", *words, "--store", "graphkit-demo/store", cwd=demo)
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert said in ran.stderr
    assert not (demo / "x.svg").exists()


def test_a_comparison_of_dates_is_drawn_and_keeps_its_positions(demo):
    options = ["--store", "graphkit-demo/store", "--positions", "compared.json"]
    ran = graphkit(
        "figure", "-o", "c.svg", "--compare", "at=2011", "at=2014-11", *options, cwd=demo
    )
    assert ran.returncode == 0, ran.stderr
    assert "2014-11: 48 of 53 organisations" in ran.stderr
    drawn = (demo / "c.svg").read_text(encoding="utf-8")
    # The numbers of `graphkit compare at=2011 at=2014-11`.
    assert "25 organisations with ties (new 16, gone 2)" in drawn
    # By hand: the union of the 11 and the 25, of which 9 are in both.
    assert len(json.loads((demo / "compared.json").read_text())["organisations"]) == 27
    again = graphkit(
        "figure", "-o", "d.svg", "--compare", "at=2011", "at=2014-11", *options, cwd=demo
    )
    assert again.returncode == 0
    assert (demo / "d.svg").read_text(encoding="utf-8") == drawn


def test_an_ascii_terminal_still_gets_the_result(demo):
    ran = graphkit_process(
        "rank",
        "--store",
        "graphkit-demo/store",
        cwd=demo,
        LANG="C",
        LC_ALL="C",
        PYTHONCOERCECLOCALE="0",
        PYTHONUTF8="0",
        PYTHONIOENCODING="ascii",
    )
    assert ran.returncode == 0
    assert "Klaster Obróbki Metali" in ran.stdout


HEAVY = {
    "networkx",
    "numpy",
    "scipy",
    "numba",
    "pyvis",
    "matplotlib",
    "arcadedb_embedded",
    "jpype",
    "neo4j",
    "rich",
    "openpyxl",
    "pandas",
    "polars",
}


def test_help_imports_no_store_and_no_analysis():
    """One process asks for all help; it says which command brought a heavy library in."""
    program = (
        "import json, sys; from graphkit.cli.main import cli\n"
        "for command in ([], *([name] for name in cli.list_commands(None))):\n"
        "    cli.main([*command, '--help'], standalone_mode=False)\n"
        "    print(json.dumps([command, sorted(sys.modules)]), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    asked = [json.loads(line) for line in ran.stderr.splitlines()]
    assert [command for command, _ in asked] == [[], *([name] for name in cli.list_commands(None))]
    assert not [(command, found) for command, names in asked if (found := HEAVY & set(names))]


def test_two_commands_read_one_store_at_the_same_time(demo):
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "graphkit", "info", "--store", "graphkit-demo/store"],
            cwd=demo,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]
    assert [process.wait(timeout=120) for process in started] == [0, 0]


def test_a_library_query_takes_names_as_why_does(demo):
    store = ["--store", "graphkit-demo/store", "--format", "json"]
    by_alias = graphkit("query", "known-of", "--param", "organisation=kom", *store, cwd=demo)
    by_name = graphkit(
        "query", "known-of", "--param", "organisation=klaster obrobki metali", *store, cwd=demo
    )
    assert json.loads(by_alias.stdout) == json.loads(by_name.stdout) != []
    unknown = graphkit("query", "known-of", "--param", "organisation=nobody", *store, cwd=demo)
    assert unknown.returncode == 2
    assert "no organisation is called" in unknown.stderr


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="pseudo-terminals are of POSIX")
def test_a_ranking_can_be_read_on_a_narrow_terminal(demo):
    import pty

    shown = bytearray()
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(demo)
        os.environ.update(PYTHONUTF8="1", COLUMNS="80")
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        command = ["-m", "graphkit", "rank", "--store", "graphkit-demo/store"]
        os.execv(sys.executable, [sys.executable, *command])
    try:
        while piece := os.read(terminal, 65536):
            shown += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    os.waitpid(pid, 0)
    lines = shown.decode("utf-8").replace("\r", "").splitlines()
    (first,) = [line for line in lines if "Klaster Obróbki Metali" in line]
    assert "0.0957" in first
    assert max(map(len, lines)) <= 80


def test_output_goes_through_a_link_to_what_it_leads_to(demo, tmp_path):
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    ran = graphkit("rank", "--store", "graphkit-demo/store", "-o", tmp_path / "link.csv", cwd=demo)
    assert ran.returncode == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8").startswith("rank,id,name")


@pytest.mark.parametrize("name", ["rank.odt", "rank"])
def test_an_ending_that_names_no_format_is_refused(demo, name):
    ran = graphkit("rank", "--store", "graphkit-demo/store", "-o", name, cwd=demo)
    assert ran.returncode == 2
    assert "give --format, or use one of the endings .txt, .csv" in ran.stderr
    assert not (demo / name).exists()


def test_a_statement_that_returns_nothing_prints_nothing(tmp_path):
    assert graphkit("demo", cwd=tmp_path).returncode == 0
    text = "MATCH (o:Organisation {id: 'kom'}) SET o.checked = true"
    ran = graphkit(
        "query", "-", "--write", "--store", "graphkit-demo/store", cwd=tmp_path, stdin=text
    )
    assert (ran.returncode, ran.stdout) == (0, "")
