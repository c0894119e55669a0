"""What graphkit finds on this machine: its packages, the store, threads and caches.

It shows no secrets: of passwords only whether they are set, and no address with its user.
"""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from graphkit.caches import cache_folder
from graphkit.model import GraphkitError, StoreError
from graphkit.store.base import Store, shown
from graphkit.version import __version__

OPTIONAL = {
    "documents": "facts proposed from documents: graphkit propose",
    "fast": "a faster driver for Neo4j",
    "neo4j-server": "Neo4j on this machine: graphkit neo4j",
    "parquet": "reading and writing Parquet files",
    "duckdb": "networks larger than memory",
    "spark": "networks larger than one machine",
    "rdf": "export as RDF",
    "pandas": "results as pandas data frames",
    "polars": "results as polars data frames",
    "pdf": "reports as PDF",
    "places": "suggested coordinates for maps",
    "notebooks": "running the notebooks",
}
"""The extras that users may want, and what each is for."""

SETTINGS = (
    "GRAPHKIT_STORE",
    "GRAPHKIT_ENGINE",
    "GRAPHKIT_HEAP",
    "GRAPHKIT_JAVA_CACHE",
    "GRAPHKIT_MODEL_URL",
    "GRAPHKIT_MODEL",
    "NEO4J_URI",
    "NEO4J_USERNAME",
    "NEO4J_DATABASE",
    "NEO4J_PASSWORD",
    "NUMBA_CACHE_DIR",
    "XDG_CACHE_HOME",
)
"""The settings in the environment that graphkit reads."""

_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[^]]*\])?[^;]*(?:;(?P<marker>.*))?")
_EXTRA = re.compile(r"extra == ['\"]([\w-]+)['\"]")


@dataclass(frozen=True, slots=True)
class Part:
    """An optional part of graphkit.

    Attributes
    ----------
    name, use : str
        Its extra and what it is for.
    installed : mapping of str to str
        The versions of its packages that are installed.
    missing : tuple of str
        Its packages that are not.
    """

    name: str
    use: str
    installed: Mapping[str, str]
    missing: tuple[str, ...]

    @property
    def cure(self) -> str:
        """The command that installs what is missing, or ""."""
        return f'pip install "graphkit[{self.name}]"' if self.missing else ""


@dataclass(frozen=True, slots=True)
class StoreState:
    """What was found where the store should be.

    Attributes
    ----------
    target : str
        Its folder or address, without user and password.
    asked : bool
        Whether somebody named it, rather than the default.
    state : {"open", "none", "failed"}
        Whether it can be read, there is none, or something is in the way.
    version : str
        What answers, with its version; "" if nothing does.
    datasets : tuple of str
        The names of its data sets.
    problem : str
        What is in the way, with the cure; or "".
    advice : str
        What to do about a store with more facts than are quick to read, or "".
    exit_code : int
        The exit code that a command ends with on this store.
    """

    target: str
    asked: bool
    state: str
    version: str = ""
    datasets: tuple[str, ...] = ()
    problem: str = ""
    advice: str = ""
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What graphkit finds on this machine. `diagnose` makes one.

    Attributes
    ----------
    graphkit, python, system : str
        The versions.
    packages : mapping of str to str
        The required packages with their versions; "" for one that is missing.
    optional : tuple of Part
        The optional parts.
    store : StoreState
        The store.
    threads, cores : int
        How many threads kernels use, and how many cores there are.
    java_archive : {"there", "none", "failed", "off"}
        Whether the embedded store's Java starts faster from an archive of its classes, has none
        yet, could not make one, or is to have none.
    caches : mapping of str to int
        The folders of caches that exist, with their bytes.
    settings : mapping of str to str
        The settings in the environment; of a password, only that it is set.
    """

    graphkit: str
    python: str
    system: str
    packages: Mapping[str, str]
    optional: tuple[Part, ...]
    store: StoreState
    threads: int
    cores: int
    java_archive: str
    caches: Mapping[str, int]
    settings: Mapping[str, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The required packages that are missing."""
        return tuple(name for name, version in self.packages.items() if not version)

    @property
    def exit_code(self) -> int:
        """0, 1 when a required package is missing, or that of the store that was asked for."""
        return 1 if self.missing else self.store.exit_code

    def content(self) -> dict[str, object]:
        """The diagnosis as data for JSON."""
        content = asdict(self)
        for part, each in zip(content["optional"], self.optional, strict=True):
            part["cure"] = each.cure
        return content


def diagnose(target: str, *, asked: bool = True) -> Diagnosis:
    """Find out what is installed, and whether the store can be read.

    Parameters
    ----------
    target : str
        The folder or address of the store.
    asked : bool, default True
        Whether somebody named the store. Otherwise there may be none.

    Returns
    -------
    Diagnosis
        What was found.

    Examples
    --------
    >>> found = diagnose("no-such-store", asked=False)
    >>> found.store.state, found.exit_code
    ('none', 0)
    """
    from graphkit.backend.threads import threads

    required, extras = _requirements()
    return Diagnosis(
        graphkit=__version__,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.machine()}",
        packages={name: _version(name) for name in required},
        optional=tuple(
            _part(name, use, extras[name]) for name, use in OPTIONAL.items() if name in extras
        ),
        store=_store(target, asked),
        threads=threads(),
        cores=os.cpu_count() or 1,
        java_archive=_java_archive(),
        caches=dict(_caches()),
        settings=dict(_settings()),
    )


def _requirements() -> tuple[list[str], dict[str, list[str]]]:
    """The packages that graphkit requires, and those of each extra."""
    required: list[str] = []
    extras: dict[str, list[str]] = {}
    try:
        stated = metadata.requires("graphkit") or []
    except metadata.PackageNotFoundError:  # run from a folder that is not installed
        stated = []
    for text in stated:
        found = _REQUIREMENT.match(text)
        if found is None or found["name"] == "graphkit":
            continue
        extra = _EXTRA.search(found["marker"] or "")
        (extras.setdefault(extra[1], []) if extra else required).append(found["name"])
    return sorted(required), extras


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _part(name: str, use: str, packages: list[str]) -> Part:
    versions = {each: _version(each) for each in packages}
    return Part(
        name,
        use,
        {each: version for each, version in versions.items() if version},
        tuple(each for each, version in versions.items() if not version),
    )


def _store(target: str, asked: bool) -> StoreState:
    from graphkit.engines.advice import advice_on_facts
    from graphkit.store import open_store

    said = shown(target)
    if "://" not in target and not asked and not Path(target).exists():
        return StoreState(said, asked, "none")
    try:
        with open_store(target, create=False, read_only=True) as store:
            held = store.datasets()
            return StoreState(
                said,
                asked,
                "open",
                _answers(store, target),
                tuple(sorted(each.name for each in held)),
                advice=advice_on_facts(sum(each.facts for each in held)),
            )
    except GraphkitError as error:
        problem = str(error).replace(target, said)
        return StoreState(said, asked, "failed", problem=problem, exit_code=error.exit_code)


def _answers(store: Store, target: str) -> str:
    """What answers, with its version."""
    if "://" not in target:
        return f"ArcadeDB {_version('arcadedb-embedded')}"
    from graphkit.engines.gds.server import plugin_version

    answer = store.query("CALL dbms.components() YIELD name, versions, edition")
    servers = [
        f"Neo4j {' '.join(map(str, versions))} {edition}"
        for name, versions, edition in answer.rows
        if isinstance(versions, list) and "Neo4j" in str(name)
    ]
    with suppress(StoreError):  # what `graphkit serve` opens has no list of functions
        plugin = plugin_version(store)
        servers.append(f"Graph Data Science {plugin}" if plugin else "no Graph Data Science")
    return "; ".join(servers)


def _java_archive() -> str:
    """Whether the embedded store's Java has an archive of its classes."""
    from graphkit.store.embedded.java_cache import archive_for
    from graphkit.store.embedded.machine import installed

    try:
        archive = archive_for(installed())
    except Exception:  # the engine is missing or broken, which its own line says
        return "off"
    if archive is None:
        return "off"
    if archive.path():
        return "there"
    return "failed" if archive.has_failed() else "none"


def _caches() -> Iterator[tuple[str, int]]:
    """The folders in which graphkit keeps what it can make or fetch again."""
    compiled = os.environ.get("NUMBA_CACHE_DIR")
    kernels = Path(__file__).parent / "backend" / "kernels" / "__pycache__"
    for folder in (Path(compiled) if compiled else kernels, cache_folder()):
        if folder.is_dir():
            sizes = (each.stat().st_size for each in folder.rglob("*") if each.is_file())
            yield str(folder), sum(sizes)


def _settings() -> Iterator[tuple[str, str]]:
    for name in SETTINGS:
        if value := os.environ.get(name):
            yield name, "is set" if "PASSWORD" in name else shown(value)
