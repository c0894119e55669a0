"""The Java machine that comes with the embedded engine: its files, and how it is set."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OPTIONS = (
    # SIGTERM and SIGINT stay with Python: with Java's own handlers a signal that comes during a
    # query brings the process down in the middle of JPype.
    "-Xrs",
    # The quick compiler alone is right for commands of seconds: the thorough one costs a small
    # load or a first query twice the time, and pays only after many repetitions.
    "-XX:TieredStopAtLevel=1",
    # This collector needs least memory and processor time where one command does one thing.
    "-XX:+UseSerialGC",
    # All classes come from one package, so verifying each would only make starting slower.
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:-BytecodeVerificationRemote",
    # Profiles of earlier runs, in an archive, serve the thorough compiler alone.
    "-XX:-AOTRecordTraining",
    "-XX:-AOTReplayTraining",
    # Nothing is printed: Java's own warnings would stand in the middle of what a command prints.
    "-Xlog:disable",
    "-Darcadedb.installCustomFormatter=false",  # with it comes a log on the console
    # What the engine asks for. It also names Java's module for vectors, which it only uses for
    # vectors and time series if it is there; with it Java starts more slowly.
    "-XX:+UseCompactObjectHeaders",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
)
"""The same for every process, so that one archive of classes serves them all."""


@dataclass(frozen=True, slots=True)
class Machine:
    """library: what is loaded into this process. program: the same as a program of its own.
    jars: the classes of the engine, in the order in which they are looked through. of_jpype: those
    of JPype, which come last.
    """

    library: Path
    program: Path
    jars: tuple[Path, ...]
    of_jpype: Path

    @property
    def class_path(self) -> str:
        """All jars as Java is told of them."""
        return os.pathsep.join(map(str, (*self.jars, self.of_jpype)))


@cache
def installed() -> Machine:
    """The machine that is installed. Raises ImportError or an error of the package without it."""
    import jpype
    from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

    library = Path(get_bundled_jre_lib_path())
    folder = next(each for each in library.parents if each.name in ("lib", "bin")).parent
    program = folder / "bin" / ("java.exe" if sys.platform == "win32" else "java")
    of_jpype = Path(jpype.__file__).resolve().parent.parent / "org.jpype.jar"
    return Machine(library, program, tuple(sorted(Path(get_jar_path()).glob("*.jar"))), of_jpype)


def places() -> tuple[str, ...]:
    """Options with places that differ between processes, on which no archive depends: what Java
    logs, which is nothing, and where it writes when it dies, by default the user's own folder.
    """
    silent = Path(__file__).with_name("logging.properties")
    crash = Path(tempfile.gettempdir(), "graphkit-java-%p.log")
    return f"-Djava.util.logging.config.file={silent}", f"-XX:ErrorFile={crash}"
