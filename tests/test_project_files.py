"""The files by which the project is run in public: workflows, issue forms, citation, hooks.

The schemas are those that check-jsonschema carries, so that nothing is fetched.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from graphkit.version import __version__

ROOT = Path(__file__).resolve().parents[1]
FORMS = sorted(
    path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml"
)
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [ROOT / ".github/ISSUE_TEMPLATE/config.yml"]),
        ("citation-file-format", [ROOT / "CITATION.cff"]),
        ("compose-spec", [ROOT / "docker-compose.yml"]),
    ],
)
def test_files_follow_their_schemas(schema: str, files: list[Path]) -> None:
    assert files
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflow_tests_what_the_package_claims() -> None:
    claimed = re.findall(
        r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    tests = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
    matrix = tests["jobs"]["checks"]["strategy"]["matrix"]
    assert matrix["python"] == claimed
    assert matrix["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]


def test_the_release_stores_no_password() -> None:
    text = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    publish = yaml.safe_load(text)["jobs"]["publish"]
    assert publish["permissions"] == {"id-token": "write", "attestations": "write"}
    assert "secrets." not in text
    assert "password" not in yaml.safe_dump(publish)


def test_the_citation_names_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == __version__


def test_hooks_are_local_and_run_what_make_lint_runs() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in hooks["repos"]] == ["local"]
    entries = " ".join(hook["entry"] for hook in hooks["repos"][0]["hooks"])
    lint = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nchecks:")[1].split("\n\n")[0]
    for tool in re.findall(r"\$\(BIN\)/([\w-]+)", lint):
        assert tool in entries or tool in ("node", "python"), tool


def test_no_file_names_an_address_of_a_person() -> None:
    named = subprocess.run(
        ["git", "grep", "-nIE", r"[\w.+-]+@[\w-]+\.(com|org|net|pl|eu|io)\b", "--", ".", ":!tests"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    kept = [line for line in named.splitlines() if "package-lock.json" not in line]
    assert not kept
