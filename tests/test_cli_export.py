"""`graphkit export`: which format is meant, what is refused, and how files are written."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest

from graphkit.export.networks import NETWORK_FORMATS
from graphkit.files import write_folder
from graphkit.model import UsageError
from tests.commands import graphkit


def export(sample: Path, *words: object) -> str:
    ran = graphkit("export", *words, "--store", sample / "graphkit-store", cwd=sample)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == ""
    return ran.stderr


def refused(sample: Path, *words: object) -> str:
    ran = graphkit("export", *words, "--store", sample / "graphkit-store", cwd=sample)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert len(ran.stderr.splitlines()) == 1
    return ran.stderr


def test_the_ending_says_which_format_is_meant(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "network.GRAPHML"
    said = export(sample, "-o", file, "--layer", "membership", "--mode", "two")
    assert f"wrote {file}" in said
    assert "5 facts counted" in said
    found = nx.read_graphml(file)
    # The sample has five memberships in two clusters, which are in their own groups.
    assert found.number_of_edges() == 7


def test_tables_hold_all_that_is_stated_and_the_summary_says_how_much(
    sample: Path, tmp_path: Path
) -> None:
    said = export(sample, "-o", tmp_path / "all.xlsx")
    assert "116 nodes and 139 facts" in said  # as `graphkit info` counts them
    assert "left out" not in said


def test_a_format_counts_for_more_than_an_ending(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "network.gexf"
    export(sample, "-o", file, "--format", "node-link")
    assert len(json.loads(file.read_text("utf-8"))["nodes"]) == 48


def test_an_ending_that_fits_several_formats_is_asked_about(sample: Path, tmp_path: Path) -> None:
    said = refused(sample, "-o", tmp_path / "network.json")
    assert ".json does not say which format is meant; give --format" in said
    assert "node-link" in said


@pytest.mark.parametrize("name", ["network.odt", "network"])
def test_an_unknown_ending_is_refused_with_those_that_are_known(
    sample: Path, tmp_path: Path, name: str
) -> None:
    said = refused(sample, "-o", tmp_path / name)
    assert "give --format" in said
    assert ".gexf, .graphml" in said
    assert not (tmp_path / name).exists()


def test_a_place_that_cannot_be_written_is_named(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = refused(sample, "-o", tmp_path / "file" / "network.graphml")
    assert "network.graphml cannot be written" in said
    assert "choose another place" in said


def test_the_manifest_says_how_it_was_written(sample: Path, tmp_path: Path) -> None:
    words = ("-o", tmp_path / "n.graphml", "--mode", "two", "--manifest", tmp_path / "m.json")
    export(sample, *words)
    said = json.loads((tmp_path / "m.json").read_text("utf-8"))
    assert said["settings"] == {"command": "export", "mode": "two", "format": "graphml"}


def test_help_lists_every_format(tmp_path: Path) -> None:
    said = graphkit("export", "--help", cwd=tmp_path).stdout
    for name, about in NETWORK_FORMATS.items():
        assert f"{name} " in said
        assert about.about.split()[0] in said


def test_a_folder_is_written_whole_and_replaced_only_by_its_own_files(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    write_folder({"a.csv": b"1", "b.csv": b"2"}, folder, ["b.csv"])
    write_folder({"a.csv": b"3", "b.csv": b"4"}, folder, ["b.csv"])
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == {
        "a.csv": b"3",
        "b.csv": b"4",
    }
    (folder / "letters.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"already holds letters\.txt, which would be lost"):
        write_folder({"a.csv": b"5", "b.csv": b"6"}, folder, ["b.csv"])
    assert (folder / "a.csv").read_bytes() == b"3"
    with pytest.raises(UsageError, match="is a file; name a folder"):
        write_folder({}, folder / "a.csv", [])
    assert [each.name for each in tmp_path.iterdir()] == ["made"]


def test_a_folder_that_cannot_be_finished_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "made"
    write_folder({"a.csv": b"1"}, folder, ["a.csv"])
    before = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return before(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(Exception, match="the disk is full"):
        write_folder({"a.csv": b"2"}, folder, ["a.csv"])
    assert (folder / "a.csv").read_bytes() == b"1"
    assert [each.name for each in tmp_path.iterdir()] == ["made"]


def test_tables_that_people_have_made_are_not_replaced(sample: Path, tmp_path: Path) -> None:
    # Every file of the folder is one that the export would write; it is no export all the same.
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "organisations.csv").write_text("id,name,kind\n", "utf-8")
    said = refused(sample, "-o", tmp_path / "mine", "--format", "csv")
    assert "mine already holds organisations.csv, which would be lost" in said
    for form in ("csv", "datapackage"):
        for _ in range(2):
            export(sample, "-o", tmp_path / form, "--format", form)


def test_a_hyphen_is_standard_output(sample: Path, tmp_path: Path) -> None:
    where = ("--store", sample / "graphkit-store")
    ran = graphkit("export", "-o", "-", "--format", "graphml", *where, cwd=tmp_path)
    assert (ran.returncode, "wrote" in ran.stderr) == (0, False)
    assert len(nx.parse_graphml(ran.stdout)) == 48
    assert not [*tmp_path.iterdir()]
    assert "-o -: parquet is a folder; name one" in refused(
        sample, "-o", "-", "--format", "parquet"
    )


@pytest.mark.parametrize("waves", [("2014", "2014"), ("2014", "2010"), ("2014", "2014-05")])
def test_waves_follow_one_another(sample: Path, tmp_path: Path, waves: tuple[str, str]) -> None:
    words = [word for wave in waves for word in ("--wave", wave)]
    said = refused(sample, "-o", tmp_path / "waves", "--format", "rsiena", *words)
    assert "do not follow one another; give each --wave once, in order of time" in said
