"""A Spark session: the one that runs in this process, or one of our own that ends with the work.

Spark's own configuration applies: SPARK_HOME, SPARK_CONF_DIR with its `spark-defaults.conf`,
HADOOP_CONF_DIR and SPARK_REMOTE. What is set here is for what that leaves open.
"""

from __future__ import annotations

import logging
import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graphkit.engines.engine import Limits
from graphkit.engines.spark.gateway import INSTALL, configuration_folder, java_machine
from graphkit.engines.spilling import folder_for
from graphkit.model import GraphkitError, UsageError

LEAST_MEGABYTES = 512
"""Spark refuses to start with less."""


@contextmanager
def session(limits: Limits) -> Iterator[Any]:
    """A session whose tables and settings are nobody else's.

    Parameters
    ----------
    limits : Limits
        The master, the memory of the local session or of each executor, and the folder to which it
        writes what does not fit.

    Yields
    ------
    pyspark.sql.SparkSession
        The session.

    Raises
    ------
    UsageError
        If pyspark or its Java is not installed, or a limit is given that this session cannot keep.
    GraphkitError
        If Spark does not start, or fails.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError(
            f"pyspark is not installed; {INSTALL}, or choose the engine local"
        ) from None
    # pyspark writes each error with its stack of Java to standard error; it is raised anyway.
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)
    if (running := SparkSession.getActiveSession()) is not None:
        _refuse(limits, "the session that runs already", "memory", "spill", "master")
        with _failures():
            yield _beside(running)
    elif address := _remote(limits):
        _refuse(limits, f"the server {address}", "memory", "spill")
        with _failures(), _connected(address) as own:
            yield own
    else:
        with _started(limits) as own:
            yield own


@contextmanager
def _failures() -> Iterator[None]:
    """Raise what goes wrong in Spark as errors of graphkit, while its Java can still say what."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        raise _failed(error) from None
    except ConnectionError:
        raise GraphkitError(
            "Spark's Java ended; give it more with `memory`, or more disk with `spill`"
        ) from None


def _beside(running: Any) -> Any:
    """A session with tables and settings of its own, on what a running one has."""
    return running.newSession() if hasattr(running, "newSession") else running.cloneSession()


def _refuse(limits: Limits, whose: str, *names: str) -> None:
    for name in names:
        if getattr(limits, name):
            raise UsageError(f"`{name}` is set where {whose} is set up; leave it out here")


def _remote(limits: Limits) -> str:
    """The address of a Spark Connect server, or ""."""
    wanted = limits.master or os.environ.get("SPARK_REMOTE", "")
    return wanted if wanted.startswith("sc://") else ""


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    try:
        from pyspark.sql.connect.session import SparkSession
    except ImportError as error:
        raise UsageError(f'{str(error).splitlines()[0]}; pip install "pyspark[connect]"') from None
    made = SparkSession.builder.remote(address).create()
    _require_answer(made, address)
    try:
        yield made
    finally:
        made.stop()


def _require_answer(connected: Any, address: str) -> None:
    """Raise UsageError where nobody answers: Spark would go on asking for ten minutes."""
    from pyspark.errors import PySparkException
    from pyspark.sql.connect.client.retries import DefaultPolicy

    patient = connected.client.get_retry_policies()
    connected.client.set_retry_policies([DefaultPolicy(max_retries=3)])
    with warnings.catch_warnings(action="ignore"):  # that it asked several times in vain
        try:
            connected.version  # noqa: B018
        except PySparkException as error:
            connected.stop()
            told = re.search(r'details = "(.*)"', str(error))
            said = told[1] if told else str(error).splitlines()[0]
            raise UsageError(
                f"{address}: no Spark Connect server answers there ({said}); start it, or correct "
                "`master` or SPARK_REMOTE"
            ) from None
    connected.client.set_retry_policies(patient)


@contextmanager
def _started(limits: Limits) -> Iterator[Any]:
    """A session of our own, whose Java ends with it."""
    from pyspark import SparkConf, SparkContext
    from pyspark.sql import SparkSession

    with folder_for(limits) as folder:
        settings = _settings(limits, folder)
        with java_machine(settings, folder), _failures():
            context = SparkContext(conf=SparkConf().setAll(list(settings.items())))
            made = SparkSession(context)
            try:
                yield made
            finally:
                made.stop()


def _settings(limits: Limits, folder: Path) -> dict[str, str]:
    """Spark's settings: what limits ask for, what its configuration says, and defaults of ours."""
    stated = dict(_stated(configuration_folder() / "spark-defaults.conf"))
    if limits.master:
        stated["spark.master"] = limits.master
    master = stated.setdefault("spark.master", "local[*]")
    if limits.memory:
        holder = "driver" if master.startswith("local") else "executor"
        stated[f"spark.{holder}.memory"] = f"{megabytes(limits.memory)}m"
    ours = {
        "spark.app.name": "graphkit",
        "spark.driver.memory": "1g",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.local.dir": str(folder),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
    }
    if master.startswith("local"):
        # One process: it listens on this machine alone, a part for each core is enough, and rounds
        # are so small that to plan them again while they run takes longer than they do.
        ours |= {
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.sql.shuffle.partitions": str(os.cpu_count() or 1),
            "spark.sql.adaptive.enabled": "false",
        }
    return ours | stated


def _stated(file: Path) -> Iterator[tuple[str, str]]:
    """What a file of properties says, as Spark reads it: a name, a blank or `=`, and a value."""
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            if found := re.fullmatch(r"\s*([^#!\s=:]+)\s*[=:\s]\s*(.*?)\s*", line):
                yield found[1], found[2]


def megabytes(size: str) -> int:
    """A size such as 2GB in megabytes.

    Raises
    ------
    UsageError
        If it is not a size, or less than Spark needs.

    Examples
    --------
    >>> megabytes("2GB"), megabytes("1.5 gib")
    (2048, 1536)
    """
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([kmgt])(?:i?b)?\s*", size, re.IGNORECASE)
    if found is None:
        raise UsageError(f"`memory` {size}: write a size such as 2GB")
    result = int(float(found[1]) * 1024 ** ("kmgt".index(found[2].lower()) - 1))
    if result < LEAST_MEGABYTES:
        raise UsageError(f"`memory` {size}: Spark needs at least {LEAST_MEGABYTES}MB")
    return result


def _failed(error: Exception) -> GraphkitError:
    text = str(error)
    if "OutOfMemory" in text or "Java heap space" in text:
        return GraphkitError("Spark ran out of memory; give it more with `memory`")
    if "FAILED_READ_FILE" in text and "FileNotFoundException" not in text:
        causes = re.findall(r"^Caused by: (.*)$", text, re.MULTILINE) or ["no cause given"]
        return GraphkitError(
            f"Spark cannot read the pairs as Parquet ({causes[-1]}); export them again"
        )
    if "FileNotFoundException" in text:
        return GraphkitError(
            "Spark's workers cannot read the pairs; export them to an address that each worker "
            "reaches, and rank them there with `pairs`"
        )
    if "stopped SparkContext" in text:
        return GraphkitError(
            "Spark's master does not answer, or ended the session; start it, or correct `master`"
        )
    if "No space left on device" in text:
        return GraphkitError("Spark has no room left on disk; name another folder with `spill`")
    lines = (line.strip(" :") for line in text.splitlines() if not line.startswith("An error occ"))
    said = next(filter(None, lines), type(error).__name__)
    return GraphkitError(f"Spark: {said}")
