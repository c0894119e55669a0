"""What messages call a parameter: by its name in Python, by its option on the command line."""

import ast
import re
from pathlib import Path

import click
import pytest

import graphkit
from graphkit.cli.flags import in_flags, options_of
from graphkit.cli.main import HEADINGS, cli, main
from graphkit.metrics import find_communities, key_players
from graphkit.model import GraphkitError
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.views import build_view, render_figure

ROOM = Path(graphkit.__file__).parent
_OTHERS = (
    *("apart.py", "gateway.py", "import_folder.py", "java.py", "java_cache.py", "java_training.py"),
    *("machine.py", "neo4j_import.py"),
)
"""Modules that hold options of other programs: Python, Java and neo4j-admin."""

FLAG = re.compile(r"(?<![\w-])(?<!ulimit )(?<!sha256sum )(--[a-z][a-z-]*|-[a-z])(?![\w-])")


def strings(path):
    """The texts of a module, those between the braces of f-strings included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_text_of_the_library_names_an_option_of_the_command_line():
    # A text that begins with graphkit is a whole command.
    named = [
        f"{path.relative_to(ROOM)}: {text}"
        for path in sorted(ROOM.rglob("*.py"))
        if path.parent.name != "cli"
        and path.name not in _OTHERS
        and "node_modules" not in path.parts
        for text in strings(path)
        if FLAG.search(text) and not text.startswith(("graphkit ", "`python -m"))
    ]
    assert named == []


@pytest.mark.parametrize(
    ("command", "call", "named", "flagged"),
    [
        ("rank", lambda n: n.select(fdr=0.2), "`fdr` 0.2 works only with `backbone`", "--fdr 0.2"),
        ("rank", lambda n: n.select(fdr=0.2), "add `backbone`", "add --backbone"),
        ("rank", lambda n: n.select(at="2014-13"), "`at` '2014-13'", "--at '2014-13'"),
        ("keyplayers", lambda n: key_players(n, 0), "`k` 0: give", "-k 0: give"),
        (
            "communities",
            lambda n: find_communities(n, resolution=0),
            "`resolution` 0: give",
            "--resolution 0: give",
        ),
        ("view", lambda n: build_view(n, language="de"), "`language` de", "--lang de"),
        (
            "figure",
            lambda n: render_figure(build_view(n), width_cm=1),
            "`width_cm` 1",
            "--width-cm 1",
        ),
    ],
)
def test_python_reads_the_parameter_and_the_command_line_its_option(command, call, named, flagged):
    with pytest.raises(GraphkitError) as caught:
        call(Network.of(read_sample()))
    assert named in str(caught.value)
    options = options_of(cli.get_command(click.Context(cli), command))
    assert flagged in in_flags(str(caught.value), options)


def test_a_part_of_a_picture_is_three_options():
    text = "select fewer with `kind`, or draw a part with `excerpt`; leave `everything` out"
    options = options_of(cli.get_command(click.Context(cli), "figure"))
    assert in_flags(text, options) == (
        "select fewer with --kind, or draw a part with --ego, --between or --group; leave --all out"
    )


def test_a_command_names_no_option_that_it_does_not_have():
    options = options_of(cli.get_command(click.Context(cli), "serve"))
    assert in_flags("`port` 1; `kind` of `no such`", options) == "--port 1; `kind` of `no such`"


def test_the_commands_below_a_command_have_their_options_too():
    options = options_of(cli.get_command(click.Context(cli), "neo4j"))
    assert in_flags("`settings` and `version`", options) == "--set and --version"


def test_the_command_line_says_the_option(capsys, tmp_path):
    with pytest.raises(SystemExit) as ended:
        main(["rank", "--store", str(tmp_path / "none"), "--fdr", "0.2"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said == "graphkit: --fdr 0.2 works only with --backbone; add --backbone\n"


def test_help_lists_every_command_under_its_heading(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    lines = capsys.readouterr().out.splitlines()
    place = lines.index("Data:")
    listed = {}
    for line in filter(None, lines[place:]):
        if line.endswith(":") and not line.startswith(" "):
            under = listed.setdefault(line[:-1], [])
        elif line[2] != " ":
            under.append(line.split()[0])
    assert listed == {heading: list(commands) for heading, commands in HEADINGS.items()}
    assert sum(map(len, listed.values())) == len(cli.list_commands(click.Context(cli)))


def test_the_top_level_offers_what_a_newcomer_needs():
    # By hand: read, keep, select, rank, explain, draw; everything else is in a room of its own.
    assert len(graphkit.__all__) == 13
    assert dir(graphkit) == sorted(graphkit.__all__)
    for name in graphkit.__all__:
        assert getattr(graphkit, name) is not None
