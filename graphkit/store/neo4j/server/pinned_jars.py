"""The jars of the releases that graphkit is tested with: where each is, and its SHA-256.

`jgo` spends most of its time finding out which jars a release needs: with a list, a fetch takes a
sixth of the processor time. A jar that is not the one that was tested is refused. The lists are in
`pinned`, in the form of the lists of sha256sum, with paths on Maven Central. `pinning.py` writes
them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.model.progress import Progress

if TYPE_CHECKING:
    import requests

_AT_ONCE = 8
_TIMEOUT = 60.0
_CHUNK = 2**20
FOLDER = resources.files(__package__) / "pinned"
"""Where the lists are."""


def digest_of(path: Path) -> str:
    """The SHA-256 of a jar."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def list_name(folder: str, release: str) -> str:
    """The name of the list of a release of a product."""
    return f"{folder}-{release}.sha256"


def pinned(folder: str, release: str) -> Mapping[str, str]:
    """The SHA-256 of each jar of a release, by its path on Maven Central; none where not listed.

    Parameters
    ----------
    folder : str
        The product, by its folder in the cache.
    release : str
        The release.

    Returns
    -------
    mapping of str to str
        The digests.
    """
    place = FOLDER / list_name(folder, release)
    if not place.is_file():
        return {}
    lines = place.read_text(encoding="utf-8").splitlines()
    return {path: digest for digest, _, path in (line.partition("  ") for line in lines)}


def download(
    jars: Mapping[str, str], repository: str, part: Path, said: Progress, what: str
) -> dict[Path, str]:
    """Fetch jars, and keep those that are already there.

    Parameters
    ----------
    jars : mapping of str to str
        What `pinned` gives.
    repository : str
        The address of Maven Central, or of a mirror.
    part : Path
        The folder in which they are put; a file there is whole and as listed.
    said : callable
        Takes what is being done, how many are done, and of how many.
    what : str
        What is being done.

    Returns
    -------
    dict of Path to str
        The files, with the digest of each.

    Raises
    ------
    OSError
        If the network or the repository does not give a jar.
    ValueError
        If a jar is not the one that is listed.
    """
    import requests

    found: dict[Path, str] = {}
    with requests.Session() as session, ThreadPoolExecutor(_AT_ONCE) as pool:
        jobs = {
            pool.submit(_one, session, f"{repository.rstrip('/')}/{path}", part / path, digest): (
                part / path,
                digest,
            )
            for path, digest in jars.items()
        }
        try:
            for done, job in enumerate(as_completed(jobs), 1):
                job.result()
                path, digest = jobs[job]
                found[path] = digest
                said(what, done, len(jobs))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return found


def _one(session: requests.Session, address: str, path: Path, digest: str) -> None:
    if path.exists() and digest_of(path) == digest:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.half")
    found = hashlib.sha256()
    with session.get(address, stream=True, timeout=_TIMEOUT) as answer, half.open("wb") as file:
        answer.raise_for_status()
        for chunk in answer.iter_content(_CHUNK):
            found.update(chunk)
            file.write(chunk)
    if found.hexdigest() != digest:
        raise ValueError(f"{address} is not the jar that graphkit was tested with")
    half.replace(path)
