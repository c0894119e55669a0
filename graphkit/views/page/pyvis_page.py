"""The standard page, through pyvis: it keeps nodes and edges and brings vis-network.

Unchanged, pyvis 0.3.2 loads its script from a server, writes in the locale's encoding and lets data
run as script. So this module replaces the template, the page's script and the writing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pyvis.network import Network as PyvisNetwork

from graphkit.files import write_text
from graphkit.views.page.content import page_content
from graphkit.views.page.html import inside_script, render_shell
from graphkit.views.page.scripts import apache_licence, page_script
from graphkit.views.view import View

if TYPE_CHECKING:
    from graphkit.views.charts.chart import Chart

_VIS_NETWORK = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")


class PageNetwork(PyvisNetwork):  # type: ignore[misc]
    """A pyvis network of organisations and their memberships that renders our template.

    embedded: without header and search, to stand in the frame of another page. charts: to show
    below the picture.
    """

    def __init__(self, view: View, *, embedded: bool = False, charts: Sequence[Chart] = ()) -> None:
        # pyvis drops parallel edges of an undirected network, and looks for them in linear time.
        super().__init__(directed=True, cdn_resources="in_line")
        self.view = view
        self.embedded = embedded
        self.charts = charts
        self._known: set[str] = set()
        self.content = page_content(view)
        for node in self.content["nodes"]:
            self.add_node(node["id"], **{key: node[key] for key in node if key != "id"})
        self._known.update(group["key"] for group in self.content["groups"])
        for node, group, facts in self.content["memberships"]:
            self.add_edge(self.nodes[node]["id"], self.content["groups"][group]["key"], facts=facts)

    def add_node(self, n_id: str, label: str | None = None, **options: Any) -> None:
        """Add an organisation; raises on a repeated id, which pyvis would ignore."""
        if n_id in self._known:
            raise ValueError(f"two nodes are called {n_id!r}")
        self._known.add(n_id)
        self.nodes.append({"id": n_id, "label": label or n_id, **options})
        self.node_ids.append(n_id)
        self.node_map[n_id] = self.nodes[-1]

    def add_edge(self, source: str, to: str, **options: Any) -> None:
        """Add a membership, from an organisation to the key of a group."""
        for end in (source, to):
            if end not in self._known:
                raise ValueError(f"there is no node {end!r}")
        self.edges.append({"from": source, "to": to, **options})

    def generate_html(
        self, name: str = "index.html", local: bool = True, notebook: bool = False
    ) -> str:
        """The whole page; the arguments are pyvis's and mean nothing here."""
        node_of = {node["id"]: at for at, node in enumerate(self.nodes)}
        group_of = {group["key"]: at for at, group in enumerate(self.content["groups"])}
        drawn = {
            "nodes": self.nodes,
            "memberships": [
                [node_of[edge["from"]], group_of[edge["to"]], edge["facts"]] for edge in self.edges
            ],
        }
        self.html = render_shell(
            self.view,
            self.content | drawn,
            (_vis_network(), inside_script(page_script("standard"))),
            notices=_vis_notice(),
            embedded=self.embedded,
            charts=self.charts,
        )
        return self.html

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page: UTF-8 and LF on every machine, and the whole file or none of it."""
        write_text(self.generate_html(), name)

    def _repr_html_(self) -> str | None:
        return self.view._repr_html_()


@cache
def _vis_notice() -> str:
    """What vis-network says of itself and its licences, and the text of the one that is used."""
    said = _vis_network().partition("/**")[2].partition("*/")[0]
    banner = "\n".join(line.strip().removeprefix("*").strip() for line in said.splitlines())
    return f"{banner.strip()}\n\n{'-' * 72}\n\n{apache_licence()}"


@cache
def _vis_network() -> str:
    """The vis-network library of the installed pyvis, fit to stand between script tags."""
    library = files("pyvis").joinpath(*_VIS_NETWORK).read_bytes().decode("utf-8")
    # The HTML parser reads every line end as LF, and the hash is taken of what it reads.
    text = library.replace("\r\n", "\n").replace("\r", "\n")
    body, _, tail = text.rpartition("//# sourceMappingURL=")
    if body and "\n" not in tail.strip():
        text = body
    return inside_script(text)
