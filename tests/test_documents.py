"""The documents say what the code does."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from docs.generate import DOCUMENTS, document
from graphkit.cli.main import cli
from graphkit.network import Network, members_by_group
from graphkit.sources import endings, read_sample
from tests.commands import graphkit
from tests.import_examples import DOCUMENT, blocks, write

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", DOCUMENTS)
def test_generated_documents_are_current(name):
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == document(name), "run `make docs`"


def test_every_command_has_an_example_in_its_help():
    for name in cli.list_commands(None):
        assert "Example:" in cli.get_command(None, name).help, name


@pytest.mark.parametrize("columns", [80, 100])
@pytest.mark.parametrize("group", ["graphkit", "graphkit neo4j"])
def test_no_one_line_help_is_cut_short(group, columns):
    arguments = [*group.split()[1:], "--help"]
    ran = CliRunner().invoke(cli, arguments, prog_name="graphkit", terminal_width=columns)
    usage, *lines = ran.output.splitlines()
    assert usage.startswith(f"Usage: {group}")
    assert [line for line in lines if line.endswith(("...", "…"))] == []


def test_the_commands_document_has_every_subcommand():
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    for name in cli.list_commands(None):
        command = cli.get_command(None, name)
        assert f"### graphkit {name}\n" in written
        for below in getattr(command, "commands", {}):
            assert f"#### graphkit {name} {below}\n" in written


def test_links_between_documents_lead_somewhere():
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("queries/*.md")]:
        text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_repository_says_nothing_of_the_machine_it_was_written_on():
    traces = re.compile(r"(?<![\w.$~}])/(?:root|home|work|Users)/\w")
    for path in _texts():
        found = traces.search(path.read_text(encoding="utf-8"))
        assert found is None or path == Path(__file__), f"{path}: {found}"


def _texts():
    for path in ROOT.rglob("*"):
        top = path.relative_to(ROOT).parts[0]
        if path.suffix in _WRITTEN and not top.startswith(".") and not _UNTRACKED & {*path.parts}:
            yield path


_WRITTEN = {".py", ".md", ".toml", ".csv", ".cypher", ".js", ".mjs", ".ts", ".css", ".json"}
_UNTRACKED = {"build", "bundles", "dist", "graphkit-demo", "node_modules"}


def fenced(language: str, document: str = "README.md") -> list[str]:
    text = (ROOT / document).read_text(encoding="utf-8")
    return [block.text for block in blocks(text) if block.language == language and not block.file]


def test_the_readme_shows_what_its_two_commands_print(tmp_path):
    commands, shown = [], []
    for block in fenced(""):
        if block.startswith(("Who holds", "ChM")):
            shown.append(block)
        elif block.startswith((".venv/bin/graphkit", "make demo")):
            commands.append(block.strip().replace("make demo", ".venv/bin/graphkit demo"))
    for command, block in zip(commands, shown, strict=True):
        ran = graphkit(*shlex.split(command)[1:], cwd=tmp_path)
        printed = iter(ran.stdout.splitlines())
        # A line of three dots stands for what is left out.
        for line in block.splitlines():
            assert line.strip() in ("", "…") or line in printed, line


def test_the_picture_of_the_readme_shows_the_sample():
    (picture,) = fenced("mermaid")
    network = Network.of(read_sample())
    inside = {group.id: members for group, members in members_by_group(network).items()}
    signed = {name: inside[f"deklaracja-{name}-2014"] for name in ("bialystok", "suwalki")}
    both = set.intersection(*({member.name for member in each} for each in signed.values()))
    assert both == {"Klaster Obróbki Metali"}
    assert f"Białystok: {len(signed['bialystok'])} organisations" in picture
    assert f"Suwałki: {len(signed['suwalki'])} organisations" in picture
    assert f"members: {len(inside['kom']) - 1} organisations" in picture


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 150


def test_the_commands_of_the_readme_run_in_order(tmp_path):
    bin_folder = Path(sys.executable).parent
    lines = [
        line.split("  #")[0].strip()
        for block in fenced("")
        for line in block.splitlines()
        if line.startswith("graphkit ") or "| graphkit " in line
    ]
    assert len(lines) == 7
    environment = os.environ | {"PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    how = {"capture_output": True, "text": True, "encoding": "utf-8", "check": False}
    for line in lines:
        if line.startswith("graphkit ") and not re.search(r"[|<>&;$*`]", line):
            ran = graphkit(*shlex.split(line)[1:], cwd=tmp_path)
        else:
            ran = subprocess.run(line, shell=True, cwd=tmp_path, env=environment, **how)
        assert ran.returncode == 0, f"{line}\n{ran.stderr}"


@pytest.mark.xdist_group("neo4j")
def test_the_neo4j_section_of_the_readme_is_followed_literally(tmp_path):
    from tests.neo4j_servers import QUICK_JAVA, a_server, fetched

    fetched("2026")
    (block,) = fenced("bash")
    lines = [line for line in block.splitlines() if not line.startswith("pip install")]
    assert len(block.splitlines()) == 5
    script = "\n".join(["graphkit init my-network --sample", *lines])
    environment = {name: value for name, value in os.environ.items() if "NEO4J" not in name}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment["JDK_JAVA_OPTIONS"] = QUICK_JAVA
    with a_server(tmp_path / "graphkit-neo4j"):
        ran = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            text=True,
            encoding="utf-8",
        )
        assert ran.returncode == 0, ran.stderr
        assert "Klaster Obróbki Metali" in ran.stdout


def test_the_examples_of_the_page_on_loading_print_what_it_shows(tmp_path):
    shown = blocks(DOCUMENT.read_text(encoding="utf-8"))
    folder = tmp_path
    run = 0
    for number, block in enumerate(shown):
        # A mapping that stands below a file is the proposal for it; another one is written first.
        if block.file.endswith(".toml") and shown[number - 1].file:
            assert graphkit("load", shown[number - 1].file, cwd=folder).returncode == 2
            assert (folder / block.file).read_text(encoding="utf-8") == block.text
        elif block.file:
            write(folder, block.file, block.text)
        elif block.command:  # the dialogue is run by tests/test_mapping_dialogue.py
            ran = graphkit(*shlex.split(block.command)[1:], cwd=folder)
            assert ran.stderr + ran.stdout == block.text.partition("\n")[2], block.command
            folder = tmp_path / str(run)
            folder.mkdir()
            run += 1
    # By hand: signatories, own kinds, further columns, and 16 formats and kinds of files.
    assert run == 19


def test_the_page_on_loading_names_every_ending():
    text = DOCUMENT.read_text(encoding="utf-8")
    packed = {".gz", ".zip", "-"}
    shown = {Path(block.file).suffix for block in blocks(text)} | packed
    rest = {ending for ending in endings() if ending not in shown and f"`{ending}`" not in text}
    assert rest == set()


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    from graphkit.sources import write_sample

    (code,) = fenced("python")
    assert len([line for line in code.splitlines() if line.strip()]) <= 9
    write_sample(tmp_path / "my-network")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})
    assert "Klaster Obróbki Metali" in capsys.readouterr().out
    assert (tmp_path / "network.html").stat().st_size > 100_000
