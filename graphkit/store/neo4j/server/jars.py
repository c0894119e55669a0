"""Jars of Neo4j and of its plugin: fetched once for each release, and kept in a cache.

The releases that graphkit is tested with are listed (`pinned_jars`); `jgo` finds out what any other
needs. A release's folder is there whole or not at all: jars are fetched into another one beside it,
checked, and moved. What an interrupted fetch left is used by the next. A lock keeps processes that
want the same release at the same time out of each other's way. The SHA-256 of every jar is written
down at the first fetch, outside the folder, and checked before every start: the jars are programs.
"""

from __future__ import annotations

import shutil
import time
import zipfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

from graphkit.caches import cache_folder
from graphkit.files import write_text
from graphkit.model import StoreUnavailable
from graphkit.model.progress import Progress
from graphkit.store.locks import FileLock, Held
from graphkit.store.neo4j.server.java import java, needs
from graphkit.store.neo4j.server.pinned_jars import digest_of, download, pinned
from graphkit.store.neo4j.server.versions import exact

_AT_ONCE = 8
_PATIENCE = 1800.0  # seconds to wait for another process that fetches the same release


@dataclass(frozen=True, slots=True)
class Product:
    """What is fetched together.

    folder: where in the cache its releases are. coordinates: where on Maven Central it is; what
    these depend on comes with them. needed: megabytes to have free.
    """

    name: str
    folder: str
    coordinates: tuple[str, ...]
    needed: int


# The jars of a release are 141 MB (5.26.30) or 176 MB (2026.08.1).
NEO4J = Product("Neo4j", "neo4j", ("org.neo4j.app:neo4j-server", "org.neo4j:neo4j"), 250)


def fetch(version: str, progress: Progress | None = None) -> Path:
    """The folder with the jars of a version of Neo4j, fetched when they are not there yet.

    Raises StoreUnavailable when the extra is not installed, there is no room, the jars cannot be
    had, or they are no longer what was fetched.
    """
    return fetched(NEO4J, exact(version), progress)


def fetched(product: Product, release: str, progress: Progress | None = None) -> Path:
    """The folder with the jars of a release; as `fetch`."""
    folder = cache_folder() / product.folder / release
    if _is_there(folder):
        _check_unchanged(product, folder)
        return folder
    java()  # nothing is fetched for a machine that could not run it
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(product, folder.with_name(f"{release}.lock")):
            if not _is_there(folder):
                _room_for_jars(product, folder.parent)
                _fetch(product, release, folder, progress)
    except OSError as error:
        raise StoreUnavailable(
            f"{error.filename or folder}: {error.strerror or error}; the jars of {product.name} "
            "are kept there: make it writable, or set XDG_CACHE_HOME to another place for caches"
        ) from error
    return folder


@contextmanager
def _alone(product: Product, path: Path) -> Iterator[None]:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            lock = FileLock(path)
            break
        except Held:
            if time.monotonic() > deadline:
                raise StoreUnavailable(
                    f"another process has been downloading {product.name} too long ({path} is "
                    "locked); end it, and try again"
                ) from None
            time.sleep(0.2)
    with lock:
        yield


def _room_for_jars(product: Product, place: Path) -> None:
    free = shutil.disk_usage(place).free // 10**6
    if free < product.needed:
        raise StoreUnavailable(
            f"{place} has {free} MB free, but downloading {product.name} needs {product.needed}; "
            "free some space, or set XDG_CACHE_HOME to another place"
        )


def _fetch(product: Product, release: str, folder: Path, progress: Progress | None) -> None:
    part = folder.with_name(f"{release}.part")
    said = progress or _silence
    with system_certificates():
        if listed := pinned(product.folder, release):
            digests = _as_listed(product, release, listed, part, said)
        else:
            digests = _whole(product, release, part, said)
    whole = folder.with_name(f"{release}.new")
    shutil.rmtree(whole, ignore_errors=True)
    whole.mkdir()
    for path in digests:
        path.replace(whole / path.name)
    lines = sorted(f"{path.name}\0{digest}" for path, digest in digests.items())
    names = (line.split("\0") for line in lines)
    write_text("".join(f"{digest}  {name}\n" for name, digest in names), _record(folder))
    shutil.rmtree(folder, ignore_errors=True)  # one that nothing was written down of
    whole.replace(folder)
    shutil.rmtree(part, ignore_errors=True)


def _as_listed(
    product: Product, release: str, listed: Mapping[str, str], part: Path, said: Progress
) -> dict[Path, str]:
    """The jars of a release that is listed, fetched, with their digests."""
    try:
        return download(listed, _repositories()["central"], part, said, _downloading(product))
    except (OSError, ValueError) as error:
        raise _unfetched(product, release, str(error) or type(error).__name__) from error


def _whole(product: Product, release: str, part: Path, said: Progress) -> dict[Path, str]:
    """The jars of any release, fetched by jgo and read through, with their digests."""
    _drop_broken(part)  # left by a fetch that was interrupted
    paths = resolved(product, release, part, said)
    _drop_broken(part)
    if gone := [path.name for path in paths if not path.exists()]:
        raise _unfetched(product, release, f"{gone[0]} arrived damaged")
    return {path: digest_of(path) for path in paths}


def _record(folder: Path) -> Path:
    """The file that says what was fetched; in the form of the lists of sha256sum."""
    return folder.with_name(f"{folder.name}.sha256")


def _is_there(folder: Path) -> bool:
    return folder.is_dir() and _record(folder).is_file()


def _check_unchanged(product: Product, folder: Path) -> None:
    """Compare the jars with what was written down. Raises StoreUnavailable."""
    lines = _record(folder).read_text(encoding="utf-8").splitlines()
    fetched = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    now = {path.name: digest_of(path) for path in folder.iterdir()}
    changed = sorted(name for name in fetched | now if fetched.get(name) != now.get(name))
    if changed:
        raise StoreUnavailable(
            f"{folder / changed[0]} has changed since it was fetched (SHA-256 differs from "
            f"{_record(folder).name}); delete the folder {folder} to fetch {product.name} "
            "again"
        )


@contextmanager
def system_certificates() -> Iterator[None]:
    """Trust the certificates that the system trusts, as pip does, for as long as this lasts.

    Behind a proxy that inspects TLS, Python's own list of authorities knows none that fits. The
    change is of the whole process, so it is made for a fetch and never on import.
    """
    try:
        import truststore
    except ImportError:
        raise needs("truststore") from None
    truststore.inject_into_ssl()
    try:
        yield
    finally:
        truststore.extract_from_ssl()


@contextmanager
def _open_connections() -> Iterator[None]:
    """Let jgo ask over connections that stay open, for as long as this lasts.

    It makes a new one for each of some 700 files, and each reads all certificates again: 74 of the
    92 seconds of processor time that a fetch took.
    """
    try:
        import requests

        http: Any = import_module("jgo.util.http")
    except ImportError:
        raise needs("jgo") from None
    asking = http.requests
    with requests.Session() as session:
        http.requests = SimpleNamespace(request=session.request)
        try:
            yield
        finally:
            http.requests = asking


def resolved(
    product: Product, release: str, part: Path, progress: Progress | None = None
) -> list[Path]:
    """Fetch the jars of a release and of all that these need, by jgo.

    They go into a Maven repository of our own, and the user's is left alone: jgo writes a file in
    its final place and leaves half of it there when it is interrupted, which Maven and others would
    take for the whole. Raises StoreUnavailable.
    """
    try:
        from jgo.maven import MavenContext
    except ImportError:
        raise needs("jgo") from None
    context = MavenContext(repo_cache=part, remote_repos=_repositories(), timeout=60)
    said = progress or _silence
    try:
        with _open_connections():
            said(f"listing the parts of {product.name}", 0, 1)
            artifacts = _artifacts(context, product, release)
            said(f"listing the parts of {product.name}", 1, 1)
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                jobs = [pool.submit(artifact.resolve) for artifact in artifacts]
                try:
                    for done, job in enumerate(as_completed(jobs), 1):
                        job.result()
                        said(_downloading(product), done, len(jobs))
                except BaseException:
                    pool.shutdown(wait=False, cancel_futures=True)
                    raise
            return [Path(job.result()) for job in jobs]
    except (OSError, RuntimeError, ValueError, ElementTree.ParseError) as error:
        # The errors of the network that jgo lets through are OSErrors as well.
        raise _unfetched(product, release, str(error) or type(error).__name__) from error


def _repositories() -> dict[str, str]:
    """Where jars come from; the user's settings of jgo may name a mirror as `central`."""
    try:
        from jgo.config import GlobalSettings
        from jgo.constants import MAVEN_CENTRAL_URL
    except ImportError:
        raise needs("jgo") from None
    return {"central": MAVEN_CENTRAL_URL} | GlobalSettings.load().repositories


def _downloading(product: Product) -> str:
    return f"downloading {product.name}"


def _artifacts(context: Any, product: Product, release: str) -> list[Any]:
    wanted = [
        context.create_dependency(f"{name}:{release}:::compile") for name in product.coordinates
    ]
    given, needed = context.resolver.resolve(wanted)
    needed = [each for each in needed if each.scope in ("compile", "runtime")]
    return [each.artifact for each in (*given, *needed) if each.artifact.packaging == "jar"]


def _silence(what: str, done: int, total: int) -> None:
    pass


def _unfetched(product: Product, release: str, reason: str) -> StoreUnavailable:
    return StoreUnavailable(
        f"{product.name} {release} cannot be fetched from Maven Central "
        f"({reason.splitlines()[0]}); check that this release exists and that the network allows "
        "the download, then try again: files that have arrived are kept. To use a mirror, name it "
        "in jgo's settings (`central` in [repositories])"
    )


def _drop_broken(part: Path) -> None:
    """Remove the files that did not arrive whole."""
    for ending, is_whole in ((".jar", _is_whole_jar), (".pom", _is_whole_pom)):
        for path in part.rglob(f"*{ending}"):
            if not is_whole(path):
                path.unlink()


def _is_whole_jar(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except (zipfile.BadZipFile, OSError, EOFError):
        return False


def _is_whole_pom(path: Path) -> bool:
    try:
        ElementTree.parse(path)  # noqa: S314 (from where the jars are, which will be run)
    except (ElementTree.ParseError, OSError):
        return False
    return True
