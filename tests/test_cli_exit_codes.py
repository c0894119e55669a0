"""The exit codes of commands that end without a result, and what they say."""

from __future__ import annotations

import pytest

from graphkit.cli.main import main
from tests.commands import graphkit, graphkit_process


def test_every_problem_is_told_and_nothing_is_loaded(tmp_path):
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "organisations.csv").write_text(
        "id,name,kind\na,,Company\nb,Beta,Compny\n", encoding="utf-8"
    )
    for command in ("check", "load"):
        ran = graphkit(command, "bad", cwd=tmp_path)
        assert ran.returncode == 3
        assert "organisations.csv, row 2, column name" in ran.stderr
        assert "organisations.csv, row 3, column kind" in ran.stderr
        assert "did you mean Company?" in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["bad"]


def test_a_missing_store_is_said_with_the_cure_and_exit_code_4(tmp_path):
    ran = graphkit_process("rank", cwd=tmp_path)
    assert ran.returncode == 4
    assert "graphkit load PATH" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_usage_errors_leave_with_2(tmp_path):
    for arguments in (["rank", "--layer", "x"], ["query"], ["nothing"], ["rank", "--at", "soon"]):
        assert graphkit(*arguments, cwd=tmp_path).returncode in (2, 4), arguments
    assert graphkit("rank", "--layer", "x", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt(), 130), (SystemExit(143), 143)])
def test_a_stop_in_the_middle_of_a_librarys_work_is_told_as_a_stop(
    raised: BaseException,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The signal came while a library held a buffer, which its clearing up then complained of."""

    def stopped(*arguments: object, **options: object) -> None:
        try:
            raise raised
        finally:
            raise BufferError("object cannot be re-sized")

    monkeypatch.setattr("graphkit.cli.main.cli.main", stopped)
    with pytest.raises(SystemExit) as ended:
        main(["info"])
    assert (ended.value.code, capsys.readouterr().err) == (code, "graphkit: stopped\n")


def test_memory_that_runs_out_is_not_a_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*arguments: object, **options: object) -> None:
        bytes(1 << 62)  # more than any address space has

    monkeypatch.setattr("graphkit.cli.main.cli.main", full)
    with pytest.raises(SystemExit) as ended:
        main(["info"])
    said = "graphkit: memory ran out; see docs/scale.md for networks that do not fit\n"
    assert (ended.value.code, capsys.readouterr().err) == (1, said)
