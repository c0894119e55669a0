"""Readers: from files as people keep them to a `Dataset`, reporting all problems at once.

`read` reads a path in any format listed in `readers`, `read_sample` the sample's tables;
`write_empty` and `write_sample` write tables to start from. A new format gives a `Reading` of raw
tables and leaves the checks to `assemble`.
"""

from __future__ import annotations

from graphkit.sources.assembly import assemble
from graphkit.sources.decisions_table import read_decisions
from graphkit.sources.files_read import read_files
from graphkit.sources.formats import endings
from graphkit.sources.mapped_reading import FilesRead
from graphkit.sources.mapping.form.doubt import Change
from graphkit.sources.mapping.revision.shown_proposals import Proposal
from graphkit.sources.names_table import read_other_names
from graphkit.sources.raw import RawTable, Reader, Reading, ReadingOptions
from graphkit.sources.read_path import read, read_sample
from graphkit.sources.readers import READERS, readable
from graphkit.sources.templates import write_empty, write_sample

__all__ = [
    "READERS",
    "Change",
    "FilesRead",
    "Proposal",
    "RawTable",
    "Reader",
    "Reading",
    "ReadingOptions",
    "assemble",
    "endings",
    "read",
    "read_decisions",
    "read_files",
    "read_other_names",
    "read_sample",
    "readable",
    "write_empty",
    "write_sample",
]
