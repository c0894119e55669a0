"""Find the files that were given: in folders, packed by gzip or zip, or on standard input.

What is packed is written to a temporary folder under its own name and read from there. A packed
file that would grow beyond any table is refused.
"""

from __future__ import annotations

import gzip
import os
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from graphkit.model import InvalidData, Problem
from graphkit.model.wording import nearest
from graphkit.sources.formats import format_by_ending
from graphkit.sources.mapping.form.mapping_file import ENDING
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import is_passed_over, printable

STANDARD_INPUT = "-"
REJECTED = ".rejected.csv"
"""How the names of files of rejected rows end; they are passed over when their folder is read."""

_LARGEST = 2 * 2**30
_RATIO = 500
_RATIO_FROM = 50 * 2**20
_MOST_FILES = 1000
_MOST_NAMED = 3
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Given:
    """A file to read. path: where its bytes are. name: as the person knows it, and unlike that of
    all others. beside: the folder in which to look for its mapping and to write what belongs to it.
    origin: its whole path, through what it is packed in.
    """

    path: Path
    name: str
    beside: Path
    origin: str = ""


@contextmanager
def unpacked(paths: Sequence[Path], passed_over: list[str] | None = None) -> Iterator[list[Given]]:
    """The files that paths stand for, in their order, while the context is open.

    Parameters
    ----------
    paths : sequence of Path
        Files, folders, packed files, or `-` for standard input.
    passed_over : list of str, optional
        Takes the names of files in archives that are of no format that is read.

    Yields
    ------
    list of Given
        The files, each once. Those of one name are told apart by the folders they are in.

    Raises
    ------
    InvalidData
        If a path does not exist or cannot be unpacked.
    """
    with ExitStack() as stack:
        room = _Room(
            lambda: stack.enter_context(TemporaryDirectory(prefix="graphkit-")),
            passed_over if passed_over is not None else [],
        )
        found: list[Given] = []
        problems: list[Problem] = []
        for path in paths:
            try:
                found += _files(path, room)
            except Fault as fault:
                problems.append(Problem(shown_path(path), None, None, fault.what, fault.cure))
            except OSError as error:
                reason = error.strerror or str(error)
                what = f"cannot be read: {printable(reason)}"
                problems.append(Problem(shown_path(path), None, None, what, "check the file"))
            except (EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as error:
                reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
                what = f"cannot be unpacked: {printable(reason)}"
                problems.append(Problem(shown_path(path), None, None, what, "pack it again"))
        if problems:
            raise InvalidData(problems)
        yield _told_apart(found)


def not_read(names: Sequence[str]) -> list[str]:
    """What to say of files in archives that are of no format that is read.

    >>> not_read(["about.pdf"]), not_read([])
    (['not read, because their formats are not known: about.pdf'], [])
    """
    more = ", …" if len(names) > _MOST_NAMED else ""
    listed = ", ".join(names[:_MOST_NAMED]) + more
    return [f"not read, because their formats are not known: {listed}"] if names else []


def _told_apart(found: Iterable[Given]) -> list[Given]:
    """The files, each once, with as much of its path in its name as no other has."""
    files = list({each.origin: each for each in found}.values())
    alike: dict[str, list[Given]] = {}
    for each in files:
        alike.setdefault(each.name, []).append(each)
    named = {each.origin: each.name for each in files}
    for same in alike.values():
        paths = [each.origin.replace("\\", "/").split("/") for each in same]
        deepest = max(map(len, paths))
        for depth in range(1, deepest + 1) if len(same) > 1 else ():
            tails = ["/".join(path[-depth:]) for path in paths]
            if len({*tails}) == len(tails):
                named |= {
                    each.origin: printable(tail) for each, tail in zip(same, tails, strict=True)
                }
                break
    return [replace(each, name=named[each.origin]) for each in files]


NOT_THERE = "there is no such file or folder"


def right_name(path: Path) -> str:
    """The cure for a path that does not exist: the name in its folder that is nearly the same."""
    try:
        near = nearest(path.name, [each.name for each in path.parent.iterdir()])
    except (OSError, ValueError):
        return "check the name and its folder"
    return f"did you mean {printable(near)}?" if near else "check the name and its folder"


def is_stream(path: Path) -> bool:
    """Whether a path is standard input or a pipe, which can be read once only."""
    try:
        return str(path) == STANDARD_INPUT or path.is_fifo()
    except (OSError, ValueError):
        return False


def shown_path(path: Path) -> str:
    """A path as problems name it."""
    return "standard input" if str(path) == STANDARD_INPUT else printable(str(path))


class _Room:
    """A temporary folder in which every file gets a folder of its own, so that names stay.

    folder: makes it, when the first file asks for it.
    """

    def __init__(self, folder: Callable[[], str], passed_over: list[str]) -> None:
        self.passed_over = passed_over
        self._made = folder
        self._folder: Path | None = None
        self._count = 0
        self.written = 0

    def place(self, name: str) -> Path:
        self._count += 1
        if self._count > _MOST_FILES:
            raise Fault(f"contains more than {_MOST_FILES:,} files", "unpack those to read")
        if self._folder is None:
            self._folder = Path(self._made())
        folder = self._folder / str(self._count)
        folder.mkdir()
        return folder / (Path(name.replace("\\", "/")).name or "file")


def _files(path: Path, room: _Room) -> Iterator[Given]:
    if is_stream(path):
        place = room.place("stdin")
        piped = nullcontext(sys.stdin.buffer) if str(path) == STANDARD_INPUT else path.open("rb")
        with piped as given, place.open("wb") as file:
            _copy(given, file, _LARGEST, room, packed=False)
        if not place.stat().st_size:
            raise Fault("is empty", "pipe a file into it")
        yield from _opened(Given(place, "stdin", Path.cwd(), str(path)), room)
        return
    try:
        exists = path.exists()
    except (OSError, ValueError):  # the path is too long or contains a NUL
        exists = False
    if not exists:
        raise Fault(NOT_THERE, right_name(path))
    if path.is_dir():
        for each in sorted(path.iterdir()):
            if each.is_file() and is_data(each.name):
                yield from _opened(_given(each), room)
        return
    if not path.is_file():
        raise Fault("is a device", "give a file, a folder, or - for standard input")
    yield from _opened(_given(path), room)


def _given(path: Path) -> Given:
    return Given(path, printable(path.name), path.parent, os.path.abspath(path))


def is_data(name: str) -> bool:
    """Whether a file of that name in a folder is one to read."""
    if is_passed_over(Path(name).stem) or is_rejected(name) or name.endswith(ENDING):
        return False
    stem = name.removesuffix(".gz")
    return format_by_ending(stem) is not None or name.lower().endswith((".zip", ".gz"))


def is_rejected(name: str) -> bool:
    """Whether a file of that name holds rejected rows."""
    return name.endswith(REJECTED)


def _opened(given: Given, room: _Room, depth: int = 0) -> Iterator[Given]:
    """The file itself, or what is packed in it."""
    with given.path.open("rb") as file:
        head = file.read(4)
    if head.startswith(b"\x1f\x8b"):
        name = given.name[:-3] if given.name.lower().endswith(".gz") else given.name
        place = room.place(name)
        with gzip.open(given.path) as packed, place.open("wb") as out:
            _copy(packed, out, given.path.stat().st_size, room)
        yield from _again(replace(given, path=place, name=name), room, depth)
    elif head == b"PK\x03\x04" and not _is_workbook(given):
        with zipfile.ZipFile(given.path) as archive:
            parts = [each for each in archive.infolist() if not each.is_dir()]
            if len(parts) > _MOST_FILES:
                raise Fault(f"contains {len(parts):,} files", "unpack it and give those to read")
            for part in sorted(parts, key=lambda each: each.filename):
                name = printable(Path(part.filename.replace("\\", "/")).name)
                if part.filename.startswith("__MACOSX"):
                    continue
                if not is_data(name):
                    if not is_passed_over(Path(name).stem) and not is_rejected(name):
                        room.passed_over.append(name)
                    continue
                if part.flag_bits & 1:
                    raise Fault("is protected by a password", "unpack it first")
                place = room.place(name)
                with archive.open(part) as packed, place.open("wb") as out:
                    _copy(packed, out, part.compress_size, room)
                origin = f"{given.origin}/{part.filename}"
                yield from _again(Given(place, name, given.beside, origin), room, depth)
    else:
        yield given


def _again(given: Given, room: _Room, depth: int) -> Iterator[Given]:
    if depth > 2:
        raise Fault("is packed more than three times", "unpack it first")
    yield from _opened(given, room, depth + 1)


def _is_workbook(given: Given) -> bool:
    if Path(given.name).suffix.lower() in (".xlsx", ".xlsm", ".xlsb", ".ods"):
        return True
    if Path(given.name).suffix.lower() == ".zip":
        return False
    try:
        with zipfile.ZipFile(given.path) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        return False
    return any(name.startswith("xl/") or name == "content.xml" for name in names)


def _copy(
    given: IO[bytes] | gzip.GzipFile,
    out: IO[bytes],
    size: int,
    room: _Room,
    *,
    packed: bool = True,
) -> None:
    """Unpack a file of a size, unless it or all files together grow beyond any table."""
    written = 0
    while chunk := given.read(_CHUNK):
        written += len(chunk)
        room.written += len(chunk)
        if room.written > _LARGEST or (written > _RATIO_FROM and written > _RATIO * max(size, 1)):
            verb, first = ("would unpack to", "unpack it yourself and ") if packed else ("has", "")
            raise Fault(
                f"{verb} more than {max(written, room.written) // 2**20:,} MiB", f"{first}split it"
            )
        out.write(chunk)


def stem_of(name: str) -> str:
    """The name of a file without what says how it is packed and of which format it is.

    >>> stem_of("members.csv.gz"), stem_of("members.rejected.csv"), stem_of("EU.members.xlsx")
    ('members', 'members', 'EU.members')
    """
    for ending in (".gz", ".zip"):
        if name.lower().endswith(ending) and len(name) > len(ending):
            name = name[: -len(ending)]
    if name.endswith(REJECTED):
        return name[: -len(REJECTED)] or name
    return Path(name).stem if format_by_ending(name) is not None else name
