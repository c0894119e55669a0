"""`read_documents`: files, folders and zip files of documents, each read into paragraphs."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graphkit.documents.document import Document
from graphkit.documents.language import codes, detected, language
from graphkit.documents.reading.apart import SECONDS, Apart, read_here
from graphkit.documents.reading.contents import OPENING, Contents
from graphkit.documents.reading.title import title_of
from graphkit.model import InvalidData, Problem, UsageError
from graphkit.model.progress import Progress
from graphkit.sources.mapping.cells.readable_ids import ids_of, slug
from graphkit.sources.problem_texts import Fault
from graphkit.sources.raw import printable
from graphkit.sources.unpacking import NOT_THERE, right_name

ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf", ".docx", ".txt", ".md")
_IN_PROCESS = (".txt", ".md")
LARGEST = 50 * 2**20
"""A document may not be larger, in bytes."""
MOST_FILES = 10_000
_LARGEST_TOTAL = 2 * 2**30
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Given:
    path: Path
    name: str


def read_documents(
    paths: Sequence[str | Path], *, seconds: float = SECONDS, progress: Progress | None = None
) -> tuple[Document, ...]:
    """Read documents into numbered paragraphs.

    Parameters
    ----------
    paths : sequence of str or Path
        Documents (.html .mhtml .pdf .docx .txt .md), folders of them, or zip files.
    seconds : float, default 60
        How long a document may take to read.
    progress : callable, optional
        Takes what is being done, how much of it is done, and the total.

    Returns
    -------
    tuple of Document
        In the order given; those of a folder by name. A file that is there twice is read once.

    Raises
    ------
    InvalidData
        If a file cannot be read; `problems` lists every one.
    UsageError
        If no document is named.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "note.txt"
    ...     _ = file.write_text("The cluster has members:\\n\\n- Acme\\n- Best\\n")
    ...     (document,) = read_documents([file])
    >>> [(each.locator, each.text) for each in document.paragraphs]
    [('p1', 'The cluster has members:'), ('p2.1', 'Acme'), ('p2.2', 'Best')]
    """
    if not paths:
        raise UsageError("no document is named; give one or more")
    problems: list[Problem] = []
    read: list[tuple[_Given, Contents, str]] = []
    with TemporaryDirectory(prefix="graphkit-") as room, Apart(seconds) as apart:
        given = _given(paths, Path(room), problems)
        seen: set[str] = set()
        for at, each in enumerate(given):
            if progress is not None:
                progress("reading documents", at, len(given))
            try:
                sha256 = _checksum(each.path)
                if sha256 in seen:
                    continue
                seen.add(sha256)
                ending = each.path.suffix.lower()
                here = ending in _IN_PROCESS
                contents = read_here(each.path, ending) if here else apart.read(each.path, ending)
                read.append((each, contents, sha256))
            except Fault as fault:
                problems.append(Problem(each.name, None, None, fault.what, fault.cure))
            except OSError as error:
                what = f"cannot be read: {error.strerror}"
                problems.append(Problem(each.name, None, None, what, "check the file"))
    if problems:
        raise InvalidData(problems)
    stems = [(slug(Path(each.name).stem), sha256) for each, _, sha256 in read]
    return tuple(_document(key, *each) for key, each in zip(ids_of(stems), read, strict=True))


def _document(key: str, given: _Given, contents: Contents, sha256: str) -> Document:
    paragraphs = tuple(contents.numbering.paragraphs)
    code = detected(each.text for each in paragraphs) or contents.language
    title = " ".join(contents.title.split())
    if not title:
        lines = contents.opening or [each.text for each in paragraphs[:OPENING]]
        title = title_of(lines, language(code)) if code in codes() else lines[0]
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rpartition(" ")[0] + " …"
    return Document(
        id=key,
        title=title,
        file=given.name,
        sha256=sha256,
        paragraphs=paragraphs,
        language=code,
        publisher=contents.publisher,
        url=contents.url,
        published=contents.published,
        retrieved=contents.retrieved,
    )


def _checksum(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        raise Fault(f"is larger than {LARGEST // 2**20} MiB", "split it")
    if not path.stat().st_size:
        raise Fault("is empty", "give a document with text")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _given(paths: Sequence[str | Path], room: Path, problems: list[Problem]) -> list[_Given]:
    """The documents that paths stand for."""
    found: list[_Given] = []
    for path in map(Path, paths):
        name = printable(str(path))
        before = len(found), len(problems)
        try:
            if not path.exists():
                raise Fault(NOT_THERE, right_name(path))
            if path.is_dir():
                for each in sorted(path.rglob("*")):
                    if each.is_file() and _is_document(each.name):
                        found.append(_Given(each, printable(each.name)))
                    elif each.is_file() and each.suffix.lower() == ".zip":
                        found += _packed(each, printable(each.name), room, problems)
            elif path.suffix.lower() == ".zip":
                found += _packed(path, name, room, problems)
            elif _is_document(path.name):
                found.append(_Given(path, printable(path.name)))
            else:
                raise Fault("is of a format that is not read", f"give {' '.join(ENDINGS)} or .zip")
            if before == (len(found), len(problems)):
                raise Fault("contains no document", f"give files that end in {' '.join(ENDINGS)}")
            if len(found) > MOST_FILES:
                raise Fault(f"contains more than {MOST_FILES:,} files", "give fewer at a time")
        except Fault as fault:
            problems.append(Problem(name, None, None, fault.what, fault.cure))
        except OSError as error:
            problems.append(_unreadable(name, error))
    return found


def _packed(path: Path, name: str, room: Path, problems: list[Problem]) -> list[_Given]:
    """The documents of a zip file; none and one problem more if it cannot be unpacked."""
    try:
        return list(_unpacked(path, room))
    except Fault as fault:
        problems.append(Problem(name, None, None, fault.what, fault.cure))
    except (
        OSError,
        ValueError,
        EOFError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
    ) as error:
        problems.append(_unreadable(name, error))
    return []


def _unreadable(name: str, error: Exception) -> Problem:
    reason = printable(getattr(error, "strerror", None) or str(error))
    return Problem(name, None, None, f"cannot be read: {reason}", "check it")


def _is_document(name: str) -> bool:
    return name.lower().endswith(ENDINGS) and not name.startswith((".", "~$"))


def _unpacked(path: Path, room: Path) -> Iterator[_Given]:
    total = 0
    with zipfile.ZipFile(path) as archive:
        parts = sorted(archive.infolist(), key=lambda each: each.filename)
        if len(parts) > MOST_FILES:
            raise Fault(f"contains {len(parts):,} files", "unpack it and give those to read")
        for part in parts:
            name = printable(Path(part.filename.replace("\\", "/")).name)
            if part.is_dir() or not _is_document(name) or part.filename.startswith("__MACOSX"):
                continue
            if part.flag_bits & 1:
                raise Fault("is protected by a password", "unpack it first")
            with archive.open(part) as packed:
                content = packed.read(LARGEST + 1)
            total += len(content)
            if len(content) > LARGEST or total > _LARGEST_TOTAL:
                raise Fault("would unpack to more than a document may have", "unpack it yourself")
            folder = room / str(sum(1 for _ in room.iterdir()))
            folder.mkdir()
            (folder / name).write_bytes(content)
            yield _Given(folder / name, name)
