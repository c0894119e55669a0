"""Starting the Java machine in which the embedded store runs: once a process, and without a word.

It changes neither the signals of the process nor its streams, writes no log file, and closes the
doors through which a query could read this machine's files or the network. It opens no store.
"""

from __future__ import annotations

import atexit
import faulthandler
import gc
import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from graphkit.model import StoreUnavailable, UsageError
from graphkit.store.embedded.java_cache import archive_for
from graphkit.store.embedded.machine import OPTIONS, installed, places

DEFAULT_HEAP = "1g"
SMALL_LOAD, SMALL_HEAP = 250_000, "640m"
"""So many nodes and facts are loaded with less memory; queries may need more to sort."""
PER_ITEM = 1_280
"""How many bytes Java gets for each node and fact of a larger load: 990,000 facts of 446,000 nodes
failed with 1g and loaded with 1536m.
"""
STEP = 256
"""Heaps that are worked out are multiples of this many MiB."""
HEAP_SETTING = "GRAPHKIT_HEAP"
_INDEX_PAGE = 1 << 16
"""The least bytes of an index, a quarter of the engine's own default: a store has an index for each
label and relation, and most of them are small. An id has to fit into one page.
"""

_starting = threading.Lock()


def start(
    heap: str | None = None, *, default: str = DEFAULT_HEAP, recorded: Path | None = None
) -> None:
    """Start the Java machine unless it runs already.

    `heap` is its memory (`512m`, `4g`), else the setting GRAPHKIT_HEAP, else `default`; the first
    start of a process decides. In the file `recorded` Java writes when it ends which classes the
    process used. Raises UsageError for a size of another form and StoreUnavailable
    when the machine does not start.
    """
    import jpype

    size = heap or os.environ.get(HEAP_SETTING) or default
    _check_size(size)
    with _starting:
        if not jpype.isJVMStarted():
            try:
                with _unheard_errors():
                    _start(size, recorded)
            except Exception as error:
                raise StoreUnavailable(
                    f"the embedded store's Java machine does not start with {size} of memory "
                    f"({_first_line(error)}); set {HEAP_SETTING} to what this machine can give"
                ) from error
        _close_doors()
        java("com.arcadedb.GlobalConfiguration").INDEX_DEFAULT_PAGE_SIZE.setValue(_INDEX_PAGE)


def heap_to_load(items: int) -> str:
    """The memory that Java needs for a first load of this many nodes and facts.

    It grows with the load beyond what the default holds, up to half of this machine's memory.

    >>> heap_to_load(211_000), heap_to_load(800_000)
    ('640m', '1g')
    """
    if items <= SMALL_LOAD:
        return SMALL_HEAP
    usual = 1024
    wanted = -(-items * PER_ITEM // (STEP << 20)) * STEP
    there = _memory_of_machine() >> 20
    wanted = min(wanted, max(there // 2, usual)) if there else wanted
    return f"{wanted}m" if wanted > usual else DEFAULT_HEAP


def java(name: str) -> Any:
    """The Java class of that full name."""
    import jpype

    return jpype.JClass(name)


def _start(size: str, recorded: Path | None) -> None:
    import jpype

    machine = installed()
    archive = archive_for(machine)
    if recorded is not None:
        classes = ["-XX:AOTMode=record", f"-XX:AOTConfiguration={recorded}"]
    else:
        classes = archive.options() if archive else []
    jpype.startJVM(
        str(machine.library),
        *OPTIONS,
        *places(),
        f"-Xmx{size}",
        *classes,
        classpath=[str(jar) for jar in machine.jars],
        interrupt=False,
    )
    _collect_apart()
    atexit.register(_close_databases)  # before JPype ends Java
    if archive and not classes:
        archive.make_later()
    if sys.platform == "win32":  # Java handles what faulthandler would report as a fault
        faulthandler.disable()


def _collect_apart() -> None:
    """Let Java look for what it no longer needs when it is short of memory.

    JPype has it look through all its memory whenever Python has looked through its own, several
    times a command. That would only help with Python's objects that Java alone still holds.
    """
    import _jpype

    gc.callbacks[:] = [each for each in gc.callbacks if each != _jpype._collect]


def _close_databases() -> None:
    """Close what nobody has closed."""
    import jpype

    if not jpype.isJVMStarted():
        return
    for database in list(
        java("com.arcadedb.database.DatabaseFactory").getActiveDatabaseInstances()
    ):
        with suppress(Exception):
            if database.isOpen():
                database.close()


def _check_size(size: str) -> None:
    """Java ends the whole process over a heap that it cannot have, so it is not asked for one."""
    match = re.fullmatch(r"([1-9][0-9]{0,7})([mMgG])", size)
    if match is None:
        raise UsageError(f"{HEAP_SETTING}={size} is not a size of memory; write it as 512m or 4g")
    wanted = int(match[1]) * (2**30 if match[2] in "gG" else 2**20)
    there = _memory_of_machine()
    if wanted > there > 0:
        raise UsageError(
            f"{HEAP_SETTING}={size} is more than this machine's {there >> 20}m of memory"
        )


def _memory_of_machine() -> int:
    """How many bytes of memory this machine has; 0 where that cannot be told."""
    if not hasattr(os, "sysconf"):
        return 0
    return max(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"), 0)


def _close_doors() -> None:
    """LOAD CSV is the one statement of the embedded Cypher that reads files and addresses."""
    settings = java("com.arcadedb.GlobalConfiguration")
    settings.OPENCYPHER_LOAD_CSV_ALLOW_FILE_URLS.setValue(False)
    settings.OPENCYPHER_LOAD_CSV_ALLOW_REMOTE_URLS.setValue(False)


@contextmanager
def _unheard_errors() -> Iterator[None]:
    """Send what is written to file descriptor 2 nowhere: Java warns there of its own modules."""
    try:
        sys.stderr.flush()
        kept = os.dup(2)
    except (OSError, ValueError, AttributeError):  # there is no stderr to keep clean
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
