"""The look at a proposed mapping on a terminal: what is shown and asked, and what answers do.

What is typed is given line by line, but for one test on a real terminal. What the files state was
worked out by hand.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from graphkit.cli.mapping_dialogue import look_over
from graphkit.model import InvalidData, UsageError
from graphkit.sources import read_files
from graphkit.sources.files_read import FilesRead
from graphkit.sources.mapping.form.doubt import Change
from graphkit.sources.mapping.form.sheet_mapping import Shape, roles_of
from graphkit.sources.mapping.revision.shown_proposals import Proposal
from tests.commands import ENVIRONMENT
from tests.import_examples import DOCUMENT
from tests.import_statements import statements
from tests.test_import_corpus import CORPUS


class _Typed(StringIO):
    """Lines that are typed, and so seen."""

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline() if size is None else super().readline(size)
        sys.stderr.write(line)
        return line


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Load a file of this name and text with these answers, on a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")

    def load(name: str, text: str, *answers: str) -> FilesRead:
        path = tmp_path / name
        if text:
            path.write_text(text)
        monkeypatch.setattr(sys, "stdin", _Typed("".join(f"{answer}\n" for answer in answers)))
        return read_files([path], confirm=look_over)

    return load


COALITIONS = (
    "Organisation,Body 1,Body 2\nOxfam,Climate Network,Bond\nGreens,Bond,\nFund,Climate Network,\n"
)
MARKED = "Name,Acme,Best\nAcme,,1\nBest,1,\n"
PUT_RIGHT = {
    "a year of founding, by the change that the doubt offers": (
        "Name,Member of,Year\nUnion,,1950\nAcme,Union,1999\nBest,Union,2001\n",
        ["1", ""],
        ["Acme : Union", "Acme founded=1999", "Best : Union", "Best founded=2001",
         "Union founded=1950"],
    ),
    "the same by the number of the column and a role in words": (
        "Name,Member of,Year\nUnion,,1950\nAcme,Union,1999\nBest,Union,2001\n",
        ["c", "3", " Member  Founded", "load"],
        ["Acme : Union", "Acme founded=1999", "Best : Union", "Best founded=2001",
         "Union founded=1950"],
    ),
    "several columns of groups at once": (
        COALITIONS,
        ["1", ""],
        ["Bond", "Climate Network", "Fund", "Fund : Climate Network",
         "Greens", "Greens : Bond", "Oxfam", "Oxfam : Bond", "Oxfam : Climate Network"],
    ),
    "a range of columns, and one more beside them": (
        COALITIONS,
        ["c", "Body 1", "group", "c", "body 2", "group too", ""],
        ["Bond", "Climate Network", "Fund", "Fund : Climate Network",
         "Greens", "Greens : Bond", "Oxfam", "Oxfam : Bond", "Oxfam : Climate Network"],
    ),
    "members and groups that are the other way round": (
        "Member,Network\nGreen 10,Oxfam\nGreen 10,Fund\nBond,Oxfam\n",
        ["c", "1", "group", "y"],
        ["Bond (Association)", "Fund", "Fund : Green 10", "Green 10 (Association)", "Oxfam",
         "Oxfam : Bond", "Oxfam : Green 10"],
    ),
    "another shape, which then has its own roles": (
        "source,target,weight\nAcme,Forum A,1\nBest,Forum A,2\nCool,Forum A,1\nAcme,Forum B,1\n"
        "Best,Forum B,1\nCool,Forum B,3\n",
        ["1", ""],
        ["Acme", "Acme = Forum A | weight=1", "Acme = Forum B | weight=1", "Best",
         "Best = Forum A | weight=2", "Best = Forum B | weight=1", "Cool",
         "Cool = Forum A | weight=1", "Cool = Forum B | weight=3", "Forum A", "Forum B"],
    ),
    "a layer, and with it the kind of groups and the words for facts": (
        "Organisation,Group,Since\nAcme,Alpha,2014\nBest,Alpha,2015\nBest,Beta,2016\n",
        ["c", "layer", "declaration", "c", "group kind", "pact", ""],
        ["Acme", "Acme ~ Alpha | 2014..", "Best", "Best ~ Alpha | 2015..", "Best ~ Beta | 2016..",
         "[pact] Alpha ..", "[pact] Beta .."],
    ),
    "a list of one group whose name only a person knows": (
        "Organisation\nAcme\nBest\n",
        ["1", "Wind Forum", ""],
        ["Acme", "Acme : Wind Forum", "Best", "Best : Wind Forum", "Wind Forum (Association)"],
    ),
    "a list that is no list of members": (
        "Organisation,Joined\nAcme,2014\nBest,2015\n",
        ["c", "shape", "organisations", ""],
        ["Acme x_joined=2014", "Best x_joined=2015"],
    ),
    "the row with the names of the columns": (
        "Wind,Forum\nOrganisation,Cluster\nAcme,Alpha\nBest,Alpha\n",
        ["c", "header row", "two", "2", "l"],
        ["Acme", "Acme : Alpha", "Alpha (Cluster)", "Best", "Best : Alpha"],
    ),
    "dates with the month first, after another doubt was answered": (
        "Organisation,Cluster,Since\n\"Acme, Cool\",Alpha,03/04/2014\nAcme,Alpha,\nCool,Alpha,\n"
        "Best,Alpha,05/06/2014\n",
        ["2", "1", ""],
        ["Acme", "Acme : Alpha", "Acme : Alpha | 2014-03-04..", "Alpha (Cluster)", "Best",
         "Best : Alpha | 2014-05-06..", "Cool", "Cool : Alpha", "Cool : Alpha | 2014-03-04.."],
    ),
    "what separates names": (
        "Organisation,Networks\nOxfam,\"Bond, Concord\"\nFund,\"Bond, Green 10\"\n",
        ["c", "split", "Networks", "none", "c", "split", "2", ",", ""],
        ["Bond", "Concord", "Fund", "Fund : Bond", "Fund : Green 10", "Green 10", "Oxfam",
         "Oxfam : Bond", "Oxfam : Concord"],
    ),
    "several groups in a cell, of which some stand alone in others": (
        "Nazwa organizacji;Data przystąpienia;Kółko\nAlfa;2014;Energia, Klimat\n"
        "Beta;2015;Energia\nGamma;2016;Klimat, Transport\n",
        ["1", "c", "group kind", "WorkingGroup", ""],
        ["Alfa", "Alfa : Energia | 2014..", "Alfa : Klimat | 2014..", "Beta",
         "Beta : Energia | 2015..", "Energia (WorkingGroup)", "Gamma", "Gamma : Klimat | 2016..",
         "Gamma : Transport | 2016..", "Klimat (WorkingGroup)", "Transport (WorkingGroup)"],
    ),
    "what was chosen before stays when the groups are others": (
        "Organisation,Cluster,Network,Since\nAcme,Alpha,Bond,2014\nBest,Alpha,Bond,2015\n"
        "Cool,Beta,Bond,2016\n",
        ["c", "Since", "attribute", "c", "kind", "Company", "c", "Network", "group", "c", "Cluster",
         "skip", ""],
        ["Acme (Company)", "Acme : Bond | x_since=2014", "Best (Company)",
         "Best : Bond | x_since=2015", "Bond (Association)", "Cool (Company)",
         "Cool : Bond | x_since=2016"],
    ),
    "dates of which a part separates values, which then are texts": (
        "Organisation,Cluster,Audited\nAcme,Alpha,2014-11-07\nBest,Alpha,2015-01-02\n",
        ["c", "split", "Audited", "-", ""],
        ["Acme", "Acme : Alpha | x_audited=2014|11|07", "Alpha (Cluster)", "Best",
         "Best : Alpha | x_audited=2015|01|02"],
    ),
    "codes of countries, of which one is the name of another place": (
        "Organisation,Cluster,Where\nAcme,Alpha,PL\nBest,Alpha,Utopia\n",
        ["c", "3", "member country code", ""],
        ["@ Poland", "@ Utopia", "Acme : Alpha", "Acme at=Poland", "Alpha (Cluster)",
         "Best : Alpha", "Best at=Utopia"],
    ),
    "people who stop the load, and what they work for": (
        "Id,Label,Type,Works for,Sits on\n1,Anna Nowak,person,Acme,Board\n"
        "2,Jan Kowalski,person,Best,Board\n",
        ["", "c", "works for", "member", "c", "5", "group", "c", "1-3", "skip", ""],
        ["Acme", "Acme : Board", "Best", "Best : Board", "Board"],
    ),
    "members that are taken away, and the others that are offered in their place": (
        "Organisation,Group,Office\nAcme,Alpha,Berlin Office\nBest,Alpha,Lodz Office\n",
        ["c", "Organisation", "skip", "1", ""],
        ["Alpha (WorkingGroup)", "Berlin Office", "Berlin Office : Alpha", "Lodz Office",
         "Lodz Office : Alpha"],
    ),
    "cells by which rows state no fact": (
        "Organisation,Group,State\nAcme,Alpha,full\nBest,Alpha,former\nCool,Beta,\n"
        "Best,Beta,full\n",
        ["c", "no fact", "State", "soon", "former,3", ""],
        ["Acme", "Acme : Alpha | x_state=full", "Alpha (WorkingGroup)", "Best",
         "Best : Beta | x_state=full", "Beta (WorkingGroup)", "Cool"],
    ),
    "blanks alone by which rows state no fact": (
        "Organisation,Group,State\nAcme,Alpha,full\nBest,Alpha,guest\nCool,Alpha,\n",
        ["c", "no fact", "3", "1", "c", "no fact", "3", "none", "c", "no fact", "3", "blank", ""],
        ["Acme", "Acme : Alpha | x_state=full", "Alpha (WorkingGroup)", "Best",
         "Best : Alpha | x_state=guest", "Cool"],
    ),
    "columns of yes and no that are groups beside those which another names": (
        "Name,Network,Country,Energy,Water\nAcme,Bond; Concord,PL,yes,no\nBest,Bond,DE,no,yes\n"
        "Cool,Concord,DE,yes,yes\n",
        ["1", ""],
        ["@ Germany", "@ Poland", "Acme : Bond", "Acme : Concord", "Acme : Energy",
         "Acme at=Poland", "Best : Bond", "Best : Water", "Best at=Germany", "Bond (Association)",
         "Concord (Association)", "Cool : Concord", "Cool : Energy", "Cool : Water",
         "Cool at=Germany", "Energy", "Water"],
    ),
    "offices of one name in two cities": (
        "Organisation,Group,City\nDesk,Alpha,Lodz\nDesk,Alpha,Paris\nAcme,Alpha,Paris\n",
        ["c", "told apart by", "City", ""],
        ["@ Lodz", "@ Paris", "Acme : Alpha", "Acme at=Paris", "Alpha (WorkingGroup)",
         "Desk : Alpha", "Desk : Alpha", "Desk at=Lodz", "Desk at=Paris"],
    ),
    "a guess that stops the load, taken back": (
        "Company,Prize,City\nAcme,Gold,Lodz\nAcme,Silver,Lodz\nBest,Gold,Berlin\n"
        "Best,Bronze,Berlin\nCool,Silver,Paris\n",
        ["", "l"],
        ["@ Berlin", "@ Lodz", "@ Paris", "Acme at=Lodz", "Acme : Gold", "Acme : Silver",
         "Best at=Berlin", "Best : Bronze", "Best : Gold", "Bronze", "Cool at=Paris",
         "Cool : Silver", "Gold", "Silver"],
    ),
}  # fmt: skip


LISTS = (
    '{"members": [{"name": "Acme", "city": "Lodz"}, {"name": "Best", "city": "Oslo"}], '
    '"more": {"networks": [{"network": "Bond", "member": "Acme"}, {"network": "Bond", '
    '"member": "Best"}]}}'
)


def test_another_list_of_a_json_file_is_read(look, tmp_path: Path) -> None:
    """And the mapping that is written reads it again, without a question."""
    found = look("list.json", LISTS, "c", "list", "1", "")
    said = statements(found.dataset)
    assert {"Acme : Bond", "Best : Bond"} <= {*said}
    assert statements(read_files([tmp_path / "list.json"]).dataset) == said


def test_other_lists_of_a_json_file_stay_left_out(look, tmp_path: Path) -> None:
    found = look("list.json", LISTS, "c", "list", "b", "b", "")
    assert not [line for line in statements(found.dataset) if "Bond" in line]
    assert "networks" not in (tmp_path / "list.mapping.toml").read_text()
    again = read_files([tmp_path / "list.json"])
    assert again.dataset == found.dataset


@pytest.mark.parametrize("case", PUT_RIGHT)
def test_a_proposal_is_put_right(case: str, look, tmp_path: Path) -> None:
    """And the mapping that is written says the same, without a question, the next time."""
    text, answers, expected = PUT_RIGHT[case]
    found = look("list.csv", text, *answers)
    assert sorted(statements(found.dataset)) == sorted(expected)
    assert [path.name for path in found.written] == ["list.mapping.toml"]
    assert statements(read_files([tmp_path / "list.csv"]).dataset) == statements(found.dataset)


def test_tables_that_may_be_read_in_two_ways_are_read_in_the_one_that_is_taken(
    look, tmp_path: Path
) -> None:
    """Nothing says whether the rows of `alpha` or those of `beta` are organisations."""
    folder = tmp_path / "dump"
    folder.mkdir()
    (folder / "alpha.csv").write_text("id,name\n1,Acme\n2,Best\n")
    (folder / "beta.csv").write_text("id,name\n10,Green\n11,Bond\n")
    (folder / "alpha_beta.csv").write_text("alpha_id,beta_id\n1,10\n2,10\n1,11\n")
    for answer, expected in (
        ("1", ["Acme : Bond", "Acme : Green", "Best : Green"]),
        ("2", ["Bond : Acme", "Green : Acme", "Green : Best"]),
    ):
        found = look("dump", "", "l", answer, "")
        assert [line for line in statements(found.dataset) if " : " in line] == expected
        (folder / "dump.mapping.toml").unlink()


def test_what_is_typed_wrongly_is_said_and_asked_again(
    look, capsys: pytest.CaptureFixture[str]
) -> None:
    """A word that is no answer, a column that is not there, no role, no kind, one name for two."""
    text = "Organisation,Network,Since,Note\nAcme,Alpha,2014,a\nBest,Alpha,2015,b\n"
    answers = ["7", "c", "Sinc", "9", "since", "strat", "?", "b", "b", "c", "kind", "Firm"]
    answers += ["c", "Since", "x_note", "c", "Note", "member x_note", "c", "4", "skip", "back", "s"]
    with pytest.raises(UsageError, match="look it over and load again"):
        look("list.csv", text, *answers)
    said = " ".join(capsys.readouterr().err.split())
    for line in (
        "'7' is not one of the answers",
        "'Sinc' is neither a column nor a setting; did you mean Since?",
        "'9' is neither a column nor a setting; give the number of a column",
        "'strat' is not a role; did you mean start?",
        "member, member id, member kind",
        "'Firm' is not a kind; use one of",
        "two columns are called x_note; give one of them another name",
    ):
        assert line in said, line


def test_what_was_changed_before_a_refusal_is_written(look, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"is written to .*list\.mapping\.toml; look it over"):
        look("list.csv", COALITIONS, "c", "2-3", "group", "stop")
    written = (tmp_path / "list.mapping.toml").read_text()
    assert '"Body 1" = "group"' in written
    assert '"Body 2" = "group"' in written


def test_where_the_input_ends_nothing_is_written(look, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing was written or loaded"):
        look("list.csv", COALITIONS, "1")
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_what_cannot_be_loaded_is_not(look, capsys: pytest.CaptureFixture[str]) -> None:
    """Without members there is nothing to load, whatever is pressed; one step back there is."""
    found = look("list.csv", COALITIONS, "1", "c", "Organisation", "skip", "", "l", "b", "l")
    assert "Oxfam : Bond" in statements(found.dataset)
    said = capsys.readouterr().err
    assert said.count("no column is the member") == 2


def test_whatever_is_answered_what_loads_loads_alike_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """60 files of the corpus with answers at random: no error but ours, and a mapping that holds.

    It costs about a second of CPU.
    """
    chance = Random(1)
    roles = sorted({role for shape in Shape for role in roles_of(shape)})
    words = ["c", "c", "c", "shape", "layer", "group", "split", "header row", "skip", "1-2", "x_a"]
    words += [*map(str, range(1, 9)), *Shape, ""]
    loaded = 0
    for number, (files, _) in enumerate(chance.sample(sorted(CORPUS.values(), key=str), 60)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
        typed = [chance.choice(chance.choice([words, words, roles])) for _ in range(25)]
        monkeypatch.setattr(sys, "stdin", StringIO("\n".join([*typed, "", "", "", "", ""])))
        paths = [folder / name for name in files]
        try:
            found = read_files(paths, confirm=look_over)
        except (InvalidData, UsageError):
            continue
        loaded += 1
        assert statements(read_files(paths).dataset) == statements(found.dataset), typed
    assert loaded > 20


def test_a_firm_with_a_form_of_address_is_named_an_organisation(look) -> None:
    firms = "Firm,Chamber\nAcme Works,Trade Hub\nMrs Anna Best,Trade Hub\nBest Mill,Trade Hub\n"
    loaded = look("firms.csv", firms, "c", "names", "Mrs Anna Best; n/a", "")
    assert "Mrs Anna Best : Trade Hub" in statements(loaded.dataset)
    assert 'names = ["Mrs Anna Best", "n/a"]' in loaded.written[0].read_text()


def test_what_of_a_file_is_not_kept_is_said_before_enter(look, capsys) -> None:
    text = '{"members": [{"name": "Acme"}, {"name": "Best"}], "capitals": {"PL": "Warsaw"}}'
    look("club.json", text, "")
    said = capsys.readouterr().err
    line = "club.json: 1 value beside members is not kept: capitals"
    assert said.index(line) < said.index("[Enter] load it")


def test_a_python_caller_changes_a_proposal(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(COALITIONS)

    def confirm(proposal: Proposal) -> Proposal:
        groups = {"Body 1": "group", "Body 2": "group"}
        return proposal.changed(0, Change.to("", groups))

    found = read_files([tmp_path / "list.csv"], confirm=confirm)
    assert "Greens : Bond" in statements(found.dataset)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("answers", "code"), [(["c", "2", "observed", ""], 0), (["s"], 2)])
def test_at_a_terminal_the_command_asks(tmp_path: Path, answers: list[str], code: int) -> None:
    """A change of a column and Enter, or a refusal; each is typed once it is asked for."""
    import pty

    (tmp_path / "forum-members.csv").write_text("Organisation,Member since\nAcme,2014\nBest,2015\n")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "graphkit", "load", "forum-members.csv"]
    how = {"stdin": theirs, "stdout": theirs, "stderr": theirs, "close_fds": True}
    with subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, **how) as process:
        os.close(theirs)
        said = b""
        for answer in answers:
            asked = len(said)
            while not said[asked:].endswith(b": "):
                said += os.read(ours, 4096)
            os.write(ours, f"{answer}\n".encode())
        try:
            while more := os.read(ours, 4096):
                said += more
        except OSError:  # the other end is closed
            pass
        assert process.wait(timeout=120) == code, said
    os.close(ours)
    assert b"Acme is a member of Forum members (Association), since 2014" in said
    assert (b"Acme is a member of Forum members (Association), seen in 2014" in said) != bool(code)
    steps = ["reading forum-members.csv", "mapping forum-members.csv", "checking", "facts"]
    assert all((step.encode() in said) == (code == 0 or at < 1) for at, step in enumerate(steps))
    written = (tmp_path / "forum-members.mapping.toml").read_text()
    assert ('"Member since" = "observed"' in written) == (code == 0)
    assert (tmp_path / "graphkit-store").exists() == (code == 0)


def test_the_dialogue_of_the_documentation(
    look, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """docs/import.md shows the file, what is shown and typed, and what then loads."""
    part = DOCUMENT.read_text(encoding="utf-8").partition("## The look at a proposal")[2]
    text, shown = re.findall(r"^```(?:csv alliances.csv|text)\n(.*?)^```$", part, re.M | re.S)[:2]
    answers = re.findall(r"^(?:\[Enter\].*|change|number or word.*): ?(.*)$", shown, re.M)
    look("alliances.csv", text, *answers)
    said = capsys.readouterr().err.splitlines()
    assert [line.rstrip() for line in said] == shown.splitlines()
