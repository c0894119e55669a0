"""The manifest: what a result rests on, beside every command and inside pages and figures."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PIL import Image

from graphkit.model import dataset_digest
from graphkit.network import Manifest, Network
from graphkit.sources import read_sample
from graphkit.version import __version__
from graphkit.views import build_view, render_page
from graphkit.views.figure.render import render_figure
from tests.commands import graphkit


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tables and a store of the sample."""
    folder = tmp_path_factory.mktemp("sample")
    graphkit("init", "tables", "--sample", cwd=folder)
    graphkit("load", "tables", cwd=folder)
    return folder


DIGEST = dataset_digest(read_sample())


def manifest(sample: Path, *arguments: object, stdin: str = "") -> dict:
    """The manifest of a command that ends well."""
    ran = graphkit(*arguments, "--manifest", "m.json", cwd=sample, stdin=stdin)
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.endswith("wrote m.json\n")
    return json.loads((sample / "m.json").read_text(encoding="ascii"))


def loaded(how: str = "as loaded") -> list[dict]:
    return [{"name": "tables", "digest": DIGEST, "digestIs": how, "nodes": 116, "facts": 139}]


def test_it_names_version_data_sets_selection_metric_seed_and_draws(sample: Path) -> None:
    found = manifest(
        *(sample, "rank", "--layer", "declaration", "--at", "2014-11", "--by", "degree"),
        *("--metric", "strength", "--bands", "--draws", "20", "--format", "csv"),
    )
    assert found["graphkit"] == __version__
    assert found["datasets"] == loaded()
    assert found["settings"] == {
        "command": "rank",
        "by": "degree",
        "metrics": ["degree", "strength"],
        "subjects": "organisations",
        "bands": "facts",
        "draws": 20,
        "keep": 0.9,
        "seed": 0,
    }
    chosen = found["selection"]
    assert (chosen["layer"], chosen["at"], chosen["unknown"]) == (
        ["declaration"],
        "2014-11",
        "include",
    )
    assert chosen["planned"] == "exclude"


def test_a_recomputed_manifest_has_the_same_bytes_and_says_so(sample: Path) -> None:
    args = ("communities", "--seed", "7", "--format", "json")
    assert manifest(sample, *args, "--recompute")["datasets"] == loaded("recomputed")
    first = (sample / "m.json").read_bytes()
    assert manifest(sample, *args, "--recompute")["settings"]["seed"] == 7
    assert (sample / "m.json").read_bytes() == first


def test_a_result_is_still_a_list_of_rows(sample: Path) -> None:
    ran = graphkit("rank", "--format", "json", "--manifest", "m.json", cwd=sample)
    plain = graphkit("rank", "--format", "json", cwd=sample)
    assert isinstance(json.loads(ran.stdout), list)
    assert ran.stdout == plain.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("info",),
        ("why", "arleg"),
        ("query", "co-members", "--example"),
        ("load", "tables"),
        ("verify", "tables"),
        ("cohesion",),
        ("view", "-o", "page.html"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_command_that_answers_from_a_store_writes_one(sample: Path, arguments) -> None:
    found = manifest(sample, *arguments)
    assert found["datasets"] == loaded()
    assert found["settings"]["command"] == arguments[0]
    assert "tables" not in json.dumps(found["settings"]).replace("members", "")


def test_recomputing_shows_what_the_store_holds_now(tmp_path: Path) -> None:
    graphkit("init", "tables", "--sample", cwd=tmp_path)
    graphkit("load", "tables", cwd=tmp_path)
    forged = "MATCH (o:Organisation {id: 'arleg'}) SET o.name = 'Forged'"
    graphkit("query", "-", "--write", stdin=forged, cwd=tmp_path)
    assert manifest(tmp_path, "info")["datasets"] == loaded()
    assert manifest(tmp_path, "info", "--recompute")["datasets"][0]["digest"] != DIGEST


def test_a_command_that_fails_writes_none(sample: Path) -> None:
    ran = graphkit("why", "nobody", "--manifest", "none.json", cwd=sample)
    assert ran.returncode == 2
    assert not (sample / "none.json").exists()


def test_pages_and_figures_carry_it(tmp_path: Path) -> None:
    network = Network.of(read_sample()).select(layer="membership")
    view = build_view(network, by="degree")
    expected = Manifest.of(network, by="degree", links="spokes").content()
    assert expected["datasets"][0]["digest"] == DIGEST
    inside = re.search(
        r'<script type="application/json" id="manifest">(.*?)</script>', render_page(view)
    )
    assert inside is not None
    assert json.loads(inside[1]) == expected
    svg = ElementTree.fromstring(render_figure(view))
    metadata = svg.find("{http://www.w3.org/2000/svg}metadata")
    assert metadata is not None
    assert json.loads(metadata.text or "") == expected
    png = tmp_path / "figure.png"
    png.write_bytes(render_figure(view, "png", dpi=50))
    with Image.open(png) as opened:
        assert json.loads(opened.info["Manifest"]) == expected
    assert DIGEST[:16].encode() in render_figure(view, "pdf")
