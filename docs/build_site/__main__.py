"""Build the site into build/site, without the network, and check it."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from docs.build_site.check import faults
from docs.build_site.examples import run_page, showing
from docs.build_site.gather import PICTURE, ROOT, gather, made_for
from docs.build_site.notebooks import write_notebooks
from docs.build_site.reference import generated


def build(target: Path, sources: Path) -> int:
    """Build the site and say what is wrong with it; the exit code."""
    from sphinx.cmd.build import main as sphinx

    for folder in (target, sources):
        shutil.rmtree(folder, ignore_errors=True)
    gather(sources)
    for place, written in generated().items():
        (sources / place).write_text(written(), encoding="utf-8")
    make_pictures(sources)
    write_notebooks(sources)
    options = ["-q", "-W", "--keep-going", "-b", "html", "-d", str(sources / ".doctrees")]
    wrong = sphinx([*options, "-c", str(Path(__file__).parent), str(sources), str(target)])
    # Sphinx copies the pictures of a page, but not what is in a frame.
    for frame in (sources / "made").rglob("*.html"):
        copy = target / frame.relative_to(sources)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(frame, copy)
    found = list(faults(target))
    for fault in found:
        print(fault, file=sys.stderr)
    if wrong or found:
        return 1
    print(f"{target.relative_to(ROOT)}/index.html")
    return 0


def make_pictures(sources: Path) -> None:
    """Run what the pages show, and keep the pictures and pages that they show as pictures."""
    for page in showing():
        text = page.read_text(encoding="utf-8")
        kept = sources / made_for(page.relative_to(ROOT / "docs").as_posix())
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            run_page(text, Path(folder))
            for found in re.finditer(PICTURE, text, re.MULTILINE):
                if "/" not in found["file"]:  # else another page makes it
                    kept.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(Path(folder) / found["file"], kept / found["file"])


if __name__ == "__main__":
    sys.exit(build(ROOT / "build" / "site", ROOT / "build" / "site-sources"))
