"""The formats in which a network is handed on, in one table.

To add one, write a function from an `Export` to what the file holds, or to the files of a folder,
in a module of its own, and name it in `NETWORK_FORMATS`. The same network gives the same bytes, and
no text of the data may mean anything in a format but itself.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.export.networks.graph import MODES, NetworkGraph
from graphkit.files import write_bytes, write_folder
from graphkit.model import Period, UsageError, parse_period
from graphkit.model.wording import chosen

if TYPE_CHECKING:
    from graphkit.model import Dataset
    from graphkit.network import Manifest, Network

Content = str | bytes
_MARKS = ("manifest.json", "datapackage.json")
"""The files by which an exported folder is known, so that another export may replace it."""

Written = Content | Mapping[str, Content]
"""What a writer gives: the content of the file, or that of each file of a folder by its name."""


@dataclass(frozen=True, slots=True)
class NetworkFormat:
    """A format in which a network is handed on.

    Attributes
    ----------
    writer : str
        Its writer, as `module:function`: from an `Export` to the content of a file, or to a mapping
        of the names of files in a folder to their contents.
    about : str
        Which programs read it and what it keeps, as help lists it.
    ending : str
        The ending of its files, with the dot; "" for a folder.
    clear : bool
        Whether the ending says which format is meant.
    modes : tuple of str
        The modes in which it can be written: none where it holds the facts themselves.
    has_waves : bool
        Whether it holds the network at several dates.
    """

    writer: str
    about: str
    ending: str = ""
    clear: bool = True
    modes: tuple[str, ...] = ()
    has_waves: bool = False


NETWORK_FORMATS: dict[str, NetworkFormat] = {
    "csv": NetworkFormat(
        "graphkit.export.networks.tables:as_csv_folder",
        "graphkit's own tables, a folder: everything, and it loads again as it was",
    ),
    "xlsx": NetworkFormat(
        "graphkit.export.networks.tables:as_workbook",
        "graphkit's own tables, a workbook: the same",
        ".xlsx",
    ),
    "gexf": NetworkFormat(
        "graphkit.export.networks.gexf:as_gexf",
        "GEXF 1.3 for Gephi: attributes, times as spells, colours, positions",
        ".gexf",
        modes=MODES,
    ),
    "graphml": NetworkFormat(
        "graphkit.export.networks.graphml:as_graphml",
        "GraphML for most programs: attributes",
        ".graphml",
        modes=MODES,
    ),
    "node-link": NetworkFormat(
        "graphkit.export.networks.node_link:as_node_link",
        "JSON for networkx and D3: attributes and spells",
        ".json",
        clear=False,
        modes=MODES,
    ),
    "cytoscape": NetworkFormat(
        "graphkit.export.networks.cytoscape:as_cytoscape",
        "JSON for Cytoscape: attributes, spells, positions",
        ".cyjs",
        modes=MODES,
    ),
    "pajek": NetworkFormat(
        "graphkit.export.networks.pajek:as_project",
        "a project of Pajek: kinds and sectors as partitions, numbers as vectors",
        ".paj",
        modes=MODES,
    ),
    "pajek-net": NetworkFormat(
        "graphkit.export.networks.pajek:as_network",
        "the network of Pajek alone, which igraph and networkx read",
        ".net",
        modes=MODES,
    ),
    "ucinet": NetworkFormat(
        "graphkit.export.networks.ucinet:as_dl",
        "DL for UCINET: names and weights",
        ".dl",
        modes=MODES,
    ),
    "cypher": NetworkFormat(
        "graphkit.export.networks.cypher:as_cypher",
        "a script for Neo4j and other databases that speak Cypher: everything",
        ".cypher",
    ),
    "neo4j-import": NetworkFormat(
        "graphkit.export.networks.neo4j_import:as_import_folder",
        "CSV for neo4j-admin database import, a folder: everything",
    ),
    "datapackage": NetworkFormat(
        "graphkit.export.networks.datapackage:as_package",
        "a Frictionless data package, a folder: graphkit's own tables, described",
    ),
    "ftm": NetworkFormat(
        "graphkit.export.networks.ftm:as_ftm",
        "entities of FollowTheMoney, as JSON lines",
        ".jsonl",
    ),
    "org": NetworkFormat(
        "graphkit.export.networks.turtle:as_turtle",
        "RDF by the W3C Organization Ontology and PROV-O, as Turtle",
        ".ttl",
    ),
    "parquet": NetworkFormat(
        "graphkit.export.networks.parquet:as_parquet",
        "Parquet, a folder: nodes, facts, sources, and who is in which group",
    ),
    "ties": NetworkFormat(
        "graphkit.export.networks.ties:as_ties",
        "Parquet: who is tied to whom and how much, which engines write at any size",
        ".parquet",
        modes=MODES[:1],
    ),
    "rsiena": NetworkFormat(
        "graphkit.export.networks.rsiena:as_waves",
        "matrices for RSiena, a folder: one per wave",
        modes=MODES[:2],
        has_waves=True,
    ),
}
"""Every format by name, in the order in which help lists them."""


@dataclass(frozen=True)
class Export:
    """What is exported: a network as selected, and how.

    Attributes
    ----------
    network : Network
        The network, read with its evidence.
    form : str
        One of `NETWORK_FORMATS`.
    mode : {"one", "two", "directed"}
        Whether groups are nodes, or answers of a survey are arcs, in the formats of graphs.
    waves : tuple of Period
        The dates or periods at which it is wanted, in formats of several matrices.
    """

    network: Network
    form: str
    mode: str = "one"
    waves: tuple[Period, ...] = ()

    @cached_property
    def content(self) -> Written:
        """What the file holds, or each file of the folder; UsageError if a package is missing."""
        written: Written = pkgutil.resolve_name(NETWORK_FORMATS[self.form].writer)(self)
        return written

    @cached_property
    def graph(self) -> NetworkGraph:
        """The network as nodes and edges."""
        from graphkit.export.networks.graph_of import graph_of

        return graph_of(self.network, self.mode)

    @cached_property
    def statements(self) -> Dataset:
        """What the selection states: facts, the nodes that they are about, and sources."""
        from graphkit.export.networks.statements import statements_of

        return statements_of(self.network)

    @cached_property
    def manifest(self) -> Manifest:
        """What it rests on."""
        from graphkit.network import Manifest

        settings: dict[str, object] = {} if self.mode == MODES[0] else {"mode": self.mode}
        if self.waves:
            settings["wave"] = list(self.waves)
        return Manifest.of(self.network, **settings)

    @property
    def said(self) -> str:
        """The manifest as one line of JSON, in ASCII."""
        return json.dumps(self.manifest.content(), sort_keys=True)

    @property
    def title(self) -> str:
        """The names of its data sets."""
        return ", ".join(sorted(each.name for each in self.network.datasets))


def export_network(
    network: Network,
    path: str | Path,
    form: str | None = None,
    *,
    mode: str | None = None,
    waves: Sequence[str | Period] = (),
) -> None:
    """Write a network for other programs.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    path : str or Path
        The file to write or, for some formats, the folder. Either all is written or nothing.
    form : str, optional
        One of `NETWORK_FORMATS`; by default that of the file's ending.
    mode : {"one", "two", "directed"}, optional
        In formats of graphs, whether organisations are tied directly (one, the default), groups are
        nodes too (two), or answers of a survey lead from one to the other (directed).
    waves : sequence of str or Period, optional
        For rsiena, the dates or periods of the matrices.

    Raises
    ------
    UsageError
        If the format or mode is unknown, the ending does not say which is meant, a package is
        missing, or the place cannot be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "network.graphml"
    ...     export_network(Network.of(read_sample()), file, mode="two")
    ...     file.read_text(encoding="utf-8").count("<node ")
    62
    """
    path = Path(path)
    write_export(export_of(network, format_meant(path, form), mode=mode, waves=waves), path)


def write_export(export: Export, path: Path) -> None:
    """Write what is exported to a file or folder: all of it or nothing."""
    written = export.content
    if isinstance(written, Mapping):
        write_folder({name: _bytes(each) for name, each in written.items()}, path, _MARKS)
    else:
        write_bytes(_bytes(written), path)


def rendered(
    network: Network,
    form: str,
    *,
    mode: str | None = None,
    waves: Sequence[str | Period] = (),
) -> Written:
    """What a format holds of a network: the content of what `export_of` gives."""
    return export_of(network, form, mode=mode, waves=waves).content


def export_of(
    network: Network,
    form: str,
    *,
    mode: str | None = None,
    waves: Sequence[str | Period] = (),
) -> Export:
    """Decide how a network is exported.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    form : str
        One of `NETWORK_FORMATS`.
    mode : {"one", "two", "directed"}, optional
        As for `export_network`.
    waves : sequence of str or Period, optional
        As for `export_network`.

    Returns
    -------
    Export
        What is exported. Its `content` is made when it is asked for.

    Raises
    ------
    UsageError
        If the format is unknown, or the mode or the waves mean nothing in it.
    """
    form = chosen("format", form, NETWORK_FORMATS)
    about = NETWORK_FORMATS[form]
    if mode is not None:
        mode = chosen("choice for `mode`", mode, MODES)
        if mode not in about.modes:
            raise UsageError(f"`mode` {mode} means nothing in {form}; leave it out")
    if waves and not about.has_waves:
        others = " or ".join(name for name, each in NETWORK_FORMATS.items() if each.has_waves)
        raise UsageError(f"`wave` means nothing in {form}; leave it out, or choose {others}")
    periods = tuple(map(_period, waves))
    return Export(network, form, mode or MODES[0], periods)


def format_meant(path: Path, form: str | None) -> str:
    """Say which format a file is to have.

    Parameters
    ----------
    path : Path
        The file.
    form : str or None
        The format that was asked for.

    Returns
    -------
    str
        One of `NETWORK_FORMATS`.

    Raises
    ------
    UsageError
        If the format is unknown, or none was asked for and the ending fits none or several.
    """
    if form is not None:
        return chosen("format", form, NETWORK_FORMATS)
    ending = path.suffix.lower()
    fitting = {
        name: about.clear
        for name, about in NETWORK_FORMATS.items()
        if ending and about.ending == ending
    }
    if list(fitting.values()) == [True]:
        return next(iter(fitting))
    if fitting:
        raise UsageError(
            f"{path}: {ending} does not say which format is meant; give `form` "
            f"{' or '.join(fitting)}"
        )
    clear = {about.ending for about in NETWORK_FORMATS.values() if about.ending and about.clear}
    folders = [name for name, about in NETWORK_FORMATS.items() if not about.ending]
    what = f"{ending} is the ending of no format" if ending else "there is no ending"
    listed = f" ({', '.join(folders)} for a folder)" if folders else ""
    raise UsageError(
        f"{path}: {what}; give `form`{listed}, or use one of the endings {', '.join(sorted(clear))}"
    )


def not_installed(package: str, extra: str) -> UsageError:
    """The error for a package that a format needs and that an extra installs.

    >>> print(not_installed("pyarrow", "parquet"))
    pyarrow is not installed; pip install "graphkit[parquet]", or choose another format
    """
    return UsageError(
        f'{package} is not installed; pip install "graphkit[{extra}]", or choose another format'
    )


def _period(given: str | Period) -> Period:
    if isinstance(given, Period):
        return given
    try:
        return parse_period(given)
    except ValueError as error:
        raise UsageError(f"`wave` {error}; write a date or a period such as 2010/2014") from None


def _bytes(content: Content) -> bytes:
    return content.encode() if isinstance(content, str) else content
