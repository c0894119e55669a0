"""Readers: from files as people keep them to a `Dataset`, with every problem told at once.

`read` takes a folder of CSV files or a workbook, `read_sample` the sample's tables; `write_empty`
and `write_sample` write tables to begin with. A new format gives a `Reading` of raw tables and
leaves the checks to `assemble`.
"""

from __future__ import annotations

from graphkit.sources.assembly import assemble
from graphkit.sources.raw import RawTable, Reading
from graphkit.sources.read_path import read, read_sample
from graphkit.sources.templates import write_empty, write_sample

__all__ = ["RawTable", "Reading", "assemble", "read", "read_sample", "write_empty", "write_sample"]
