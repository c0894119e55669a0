"""Places where storing goes wrong, made for tests: full disks, forbidden files, read-only mounts.

They need root on Linux; where that is missing the tests that use them are skipped.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest

from graphkit.cli.main import main
from graphkit.store import stopping

ROOT_ON_LINUX = pytest.mark.skipif(
    sys.platform != "linux" or getattr(os, "geteuid", int)() != 0,
    reason="needs root on Linux, to mount disks and to give up capabilities",
)

_CAPABILITIES = 0x20080522
_MAY_READ_AND_WRITE_ALL = 0b110
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, by which root passes over the modes of files."""


def bytes_of(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Content, time of change and mode of every file below a folder."""
    return {
        str(file.relative_to(folder)): (
            file.read_bytes(),
            file.stat().st_mtime_ns,
            file.stat().st_mode,
        )
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def command(*arguments: object) -> int:
    """Run a command of graphkit in this process and give its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    assert isinstance(ended.value.code, int)
    return ended.value.code


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Let the modes of files hold for this thread, and those that it starts, as for anybody."""
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    held = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, held) == 0
    fewer = (ctypes.c_uint32 * 6)(*held)
    fewer[0] &= ~_MAY_READ_AND_WRITE_ALL  # the effective ones; the permitted ones stay
    assert libc.capset(header, fewer) == 0
    try:
        with mock.patch.object(stopping, "_waiting", []):  # these threads may do everything
            yield
    finally:
        assert libc.capset(header, held) == 0


@contextmanager
def disk(place: Path, options: str) -> Iterator[Path]:
    """A disk in memory, mounted at a new folder `place` with the options of tmpfs."""
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def remount(place: Path, options: str) -> None:
    """Change the options of a disk that is mounted."""
    subprocess.run(["mount", "-o", f"remount,{options}", place], check=True)


def fill(place: Path, left: int) -> Path:
    """Fill a disk with a file until about `left` bytes are free; gives the file."""
    filler = place / "filler"
    room = os.statvfs(place)
    wanted = room.f_bavail * room.f_frsize - left
    with filler.open("wb") as file:
        for _ in range(max(wanted, 0) // 4096):
            file.write(b"x" * 4096)
    return filler
