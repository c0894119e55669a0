"""Every question of the look at a mapping, with every way to answer it that is none of its answers.

What each question is called was taken from the prompts. All of it costs about a second of CPU.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from graphkit.cli.main import _stopped_by
from graphkit.cli.mapping_dialogue import look_over
from graphkit.model import UsageError
from graphkit.sources import read_files

LIST = "Organisation,Network,Since,Note\nAcme,Alpha,2014,a\nBest,Alpha,2015,b\n"
MEMBERS = "Organisation\nAcme\nBest\n"
QUESTIONS = {
    "the first": ([], "[Enter] load it  [c]hange  [s]top: ", LIST),
    "the first after a change": (
        ["c", "4", "skip"], "[Enter] load it  [c]hange  [b]ack  [s]top: ", LIST,
    ),
    "what to change": (["c"], "change  [b]ack  [s]top: ", LIST),
    "what a column holds": (["c", "3"], "number or word, or ? for all  [b]ack  [s]top: ", LIST),
    "what columns hold": (["c", "3-4"], "number or word, or ? for all  [b]ack  [s]top: ", LIST),
    "the shape": (["c", "shape"], "number or word  [b]ack  [s]top: ", LIST),
    "the layer": (["c", "layer"], "number or word  [b]ack  [s]top: ", LIST),
    "the dates": (["c", "dates"], "number or word  [b]ack  [s]top: ", LIST),
    "the cells": (["c", "cells"], "number or word  [b]ack  [s]top: ", LIST),
    "the group": (["c", "group"], "group (now none)  [b]ack  [s]top: ", LIST),
    "the kind": (["c", "kind"], "kind (now Other)  [b]ack  [s]top: ", LIST),
    "the kind of groups": (
        ["c", "group kind"], "group kind (now Association)  [b]ack  [s]top: ", LIST,
    ),
    "the kind of ties": (["c", "tie kind"], "tie kind (now none)  [b]ack  [s]top: ", LIST),
    "the names": (["c", "names"], "names (now none)  [b]ack  [s]top: ", LIST),
    "the column to split": (
        ["c", "split"], "What column holds several values in a cell?  [b]ack  [s]top: ", LIST,
    ),
    "the separator": (["c", "split", "Note"], "Note  [b]ack  [s]top: ", LIST),
    "the column of no": (
        ["c", "no fact"], "What column says whether its row states a fact?  [b]ack  [s]top: ", LIST,
    ),
    "the cells of no": (  # of which none is called b
        ["c", "no fact", "Note"], "Note  [b]ack  [s]top: ", LIST.replace(",b\n", ",c\n"),
    ),
    "what tells names apart": (
        ["c", "told apart by"],
        "What column tells organisations of one name apart (none: each name is one)?  [b]ack  "
        "[s]top: ", LIST,
    ),
    "the header row": (
        ["c", "header row"],
        "The row with the names of the columns (0: none)  [b]ack  [s]top: ", LIST,
    ),
    "what a doubt asks": (["1"], "group  [b]ack  [s]top: ", MEMBERS),
}  # fmt: skip
OUTER = ("the first", "the first after a change")


class _Keys:
    """Lines that are typed; a byte that is no text, the end of the input, or Ctrl-C."""

    def __init__(self, keys: list[str | type[BaseException]]) -> None:
        self.keys = keys

    def readline(self, size: int = -1, /) -> str:
        if not self.keys:
            return ""
        key = self.keys.pop(0)
        if key is UnicodeDecodeError:
            raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
        if not isinstance(key, str):
            raise key
        return f"{key}\n"


@pytest.fixture
def codes() -> list[int]:
    """The exit codes with which the command would have ended."""
    return []


@pytest.fixture
def typed(
    codes: list[int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    """Type keys at the look at a file; gives the lines that were said, and why it stopped."""
    monkeypatch.setenv("COLUMNS", "100")

    def type_(text: str, *keys: str | type[BaseException]) -> tuple[list[str], str]:
        for path in tmp_path.iterdir():
            path.unlink()
        (tmp_path / "list.csv").write_text(text)
        monkeypatch.setattr(sys, "stdin", _Keys([*keys]))
        with pytest.raises(UsageError) as stopped:
            read_files([tmp_path / "list.csv"], confirm=look_over)
        codes.append(_stopped_by(stopped.value) or stopped.value.exit_code)
        return capsys.readouterr().err.splitlines(), str(stopped.value)

    return type_


def _asked(said: list[str], question: str) -> int:
    """How often a question was asked: answers are not seen, so that the next line follows it."""
    return "\n".join(said).count(question)


@pytest.mark.parametrize("case", QUESTIONS)
def test_at_every_question_s_stops_and_writes_the_mapping(case: str, typed, tmp_path: Path) -> None:
    keys, question, text = QUESTIONS[case]
    for word in ("s", "quit"):
        said, why = typed(text, *keys, word)
        assert _asked(said, question) == 1
        assert "look it over and load again" in why
        assert (tmp_path / "list.mapping.toml").exists()


@pytest.mark.parametrize("case", QUESTIONS)
@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_at_every_question_the_end_of_the_input_writes_nothing(
    case: str, end: type[BaseException], typed, codes: list[int], tmp_path: Path
) -> None:
    keys, question, text = QUESTIONS[case]
    said, why = typed(text, *keys, end)
    assert codes == [130 if end is KeyboardInterrupt else 2]
    assert _asked(said, question) == 1
    assert why == "stopped, and nothing was written or loaded; run it again to be asked again"
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.parametrize("case", [case for case in QUESTIONS if case not in OUTER])
def test_a_blank_line_and_what_is_no_text_ask_again(case: str, typed) -> None:
    """Arrow keys, and letters that the terminal sends in another encoding."""
    keys, question, text = QUESTIONS[case]
    said, _ = typed(text, *keys, "", "\x1b[A", "\udce9", UnicodeDecodeError, "s")
    assert _asked(said, question) == 5
    assert "\n".join(said).count("cannot be read as text; type it again") == 3


@pytest.mark.parametrize("case", [case for case in QUESTIONS if case not in OUTER])
def test_b_leads_to_the_question_before(case: str, typed) -> None:
    keys, question, text = QUESTIONS[case]
    said, _ = typed(text, *keys, "b", "s")
    assert _asked(said, question) == 1
    inside = len(keys) > 1
    assert said[-1].endswith(
        "change  [b]ack  [s]top: " if inside else "[c]hange more  [s]top: " if "1" in keys
        else "[c]hange  [s]top: "
    )  # fmt: skip


@pytest.mark.parametrize("case", QUESTIONS)
def test_an_unknown_answer_never_ends_in_an_error(case: str, typed) -> None:
    keys, _, text = QUESTIONS[case]
    _, why = typed(text, *keys, "r", "zzz", "0", "99", "?", "ż", "[]", "'", "x_", "s")
    assert "look it over and load again" in why


def test_in_capitals_b_and_s_are_names(typed, tmp_path: Path) -> None:
    typed(LIST, "c", "group", "S", "s")
    assert 'group = "S"' in (tmp_path / "list.mapping.toml").read_text()


def test_where_a_role_or_a_column_is_called_b_only_back_goes_back(typed, tmp_path: Path) -> None:
    ties = "Source,Target\nAcme,Best\nBest,Cool\nCool,Acme\n"
    said, _ = typed(ties, "c", "1", "b", "c", "2", "a", "c", "2", "back", "back", "s")
    assert _asked(said, "number or word, or ? for all  [back]  [s]top: ") == 3
    written = (tmp_path / "list.mapping.toml").read_text()
    assert '"Source" = "b" ' in written
    assert '"Target" = "a" ' in written
    said, _ = typed("Organisation,b\nAcme,x\nBest,y\n", "c", "b", "skip", "s")
    assert _asked(said, "change  [back]  [s]top: ") == 1
    assert '"b" = "skip"' in (tmp_path / "list.mapping.toml").read_text()


def test_a_question_mark_lists_what_may_be_changed(typed) -> None:
    said, _ = typed(LIST, "c", "?", "s")
    assert "  dates          whether 03/04 is in April or in March" in said
    assert _asked(said, "change  [b]ack  [s]top: ") == 2


def test_another_header_row_is_one_line_and_the_new_proposal(typed) -> None:
    """Three columns have other names; they are shown as columns, and not as changes."""
    text = "Wind,Forum,Poland\nOrganisation,Cluster,Since\nAcme,Alpha,2014\nBest,Alpha,2015\n"
    said, _ = typed(text, "c", "header row", "2", "b", "s")
    at = said.index("row 2 names the columns (was row 1)")
    assert "Changed:" not in said
    assert "    1  Organisation  member  Acme, Best" in said[at:]
    assert "(was )" not in "\n".join(said)
