"""When a worker of xdist dies, its test fails, its other tests run elsewhere, and the run ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_OPTIONS = """
    -p xdist.plugin -p tests.distribution -p no:cacheprovider -v --color=no
    -n 2 --dist loadgroup --no-loadscope-reorder
""".split()
_PASSES = "def test_first(): pass\ndef test_second(): pass\ndef test_third(): pass\n"
_DIES = "import os\ndef test_dies(): os._exit(1)\n"


def _run(folder: Path, files: dict[str, str]) -> tuple[int, dict[str, int], str]:
    """Run test files in two workers: the exit code, how many tests had each outcome, the output."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *_OPTIONS],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
        check=False,
    )
    last = ran.stdout.splitlines()[-1]
    counts = {what: int(count) for count, what in re.findall(r"(\d+) (passed|failed)", last)}
    return ran.returncode, counts, ran.stdout


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {
                "test_1.py": _PASSES,
                "test_2.py": _PASSES + _DIES + "def test_after(): pass\n",
                "test_3.py": _PASSES,
                "test_4.py": _PASSES,
            },
            id="in the middle of a file",
        ),
        pytest.param(
            {
                "test_1.py": _DIES,
                "test_2.py": _DIES,
                "test_3.py": "def test_alone(): pass\n",
                "test_4.py": _PASSES,
            },
            id="both workers at once",
        ),
        pytest.param(
            {
                "test_1.py": _PASSES,
                "test_2.py": _PASSES,
                "test_3.py": "def test_last(): pass\n" + _DIES,
            },
            id="at the last test",
        ),
    ],
)
def test_the_tests_of_a_worker_that_dies_run_in_another(
    files: dict[str, str], tmp_path: Path
) -> None:
    code, counts, output = _run(tmp_path, files)
    text = "".join(files.values())
    dying = text.count("os._exit")
    assert counts == {"failed": dying, "passed": text.count("def ") - dying}, output
    assert code == 1
    assert len(re.findall("^worker '.*' crashed while running", output, re.M)) == dying, output
