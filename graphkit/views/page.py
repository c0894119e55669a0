"""The interactive page: one HTML file through pyvis, with every part of its template replaced.

pyvis 0.3.2 as it is loads its script from a server, writes in the locale's encoding and lets data
run as script. Here it keeps the nodes and edges and brings vis-network; the template, the page's
script and the writing are ours. The page asks the network for nothing, its content security policy
names the only scripts and styles that may run by their hashes, and data reach it as JSON alone.
"""

from __future__ import annotations

import base64
import hashlib
import html
import os
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from markupsafe import Markup
from pyvis.network import Network as PyvisNetwork

from graphkit.files import write_text
from graphkit.metrics import METRICS
from graphkit.views.content import page_content, table_rows
from graphkit.views.view import View
from graphkit.views.words import capital, provenance_words, words

_SCRIPTS = ("marks", "text", "labels", "picture", "panel", "search", "page")
"""The parts of the page's script, in order; each may use what the ones before it define."""

_VIS_NETWORK = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_FRAME_HEIGHT = 720

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
"""What the page may do in a frame: run its script, and open the address of a source in a window of
its own. It has no origin, so that it reaches neither the page around it nor what that one stores.
"""


class PageNetwork(PyvisNetwork):  # type: ignore[misc]
    """A pyvis network of organisations and their memberships that renders our template.

    embedded: without header and search, to stand in the frame of another page.
    """

    def __init__(self, view: View, *, embedded: bool = False) -> None:
        # pyvis drops parallel edges of an undirected network, and looks for them in linear time.
        super().__init__(directed=True, cdn_resources="in_line")
        self.view = view
        self.embedded = embedded
        self.templateEnv = _environment()
        self.path = "page.html.j2"
        self._known: set[str] = set()
        self.content = page_content(view)
        if embedded:
            self.content["texts"]["hint"] = self.content["texts"]["hintEmbedded"]
        for node in self.content.pop("nodes"):
            self.add_node(node.pop("id"), **node)
        self._known.update(group["key"] for group in self.content["groups"])
        for membership in self.content.pop("memberships"):
            self.add_edge(membership.pop("from"), membership.pop("to"), **membership)

    def add_node(self, n_id: str, label: str | None = None, **options: Any) -> None:
        """Add an organisation; two of one id are a mistake, which pyvis would pass over."""
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
        view = self.view
        texts = words(view.language)
        style = _template_text("page.css")
        scripts = (_vis_network(), _page_script())
        page = self.templateEnv.get_template(self.path).render(
            view=view,
            texts=self.content["texts"],
            embedded=self.embedded,
            policy=_policy(scripts, style),
            style=Markup(style),  # noqa: S704
            scripts=[Markup(script) for script in scripts],  # noqa: S704
            content={**self.content, "nodes": self.nodes, "memberships": self.edges},
            provenance=provenance_words(view.provenance, view.provenance.of, texts),
            metrics=[(name, capital(texts["metric", name])) for name in METRICS],
            rows=table_rows(view),
        )
        # Half a surrogate pair, which JSON can smuggle into a name, has no UTF-8: it becomes "?".
        self.html = page.encode("utf-8", errors="replace").decode("utf-8")
        return self.html

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page: UTF-8 and LF on every machine, and the whole file or none of it."""
        write_text(self.generate_html(), name)

    def _repr_html_(self) -> str:
        return frame(self.view)


def render_page(view: View, *, embedded: bool = False) -> str:
    """The page as text. The same view gives the same text.

    embedded: without header and search, to stand in the frame of another page.
    """
    return PageNetwork(view, embedded=embedded).generate_html()


def write_page(view: View, path: Path | str, *, embedded: bool = False) -> None:
    """Write the page to a file, which is replaced only once the new one is complete.

    embedded: as for `render_page`; `frame_snippet` then gives the frame. Raises UsageError when the
    place cannot be written.
    """
    PageNetwork(view, embedded=embedded).write_html(os.fspath(path))


def frame_snippet(view: View, path: Path | str) -> str:
    """The HTML that shows a written page in another one that stands in the same folder."""
    return _frame(view, f'src="{quote(Path(path).name, errors="replace")}" loading="lazy"')


def frame(view: View) -> str:
    """The page inside a frame, for notebooks: styles and names of neither reach the other."""
    return _frame(view, f'srcdoc="{html.escape(render_page(view), quote=True)}"')


def _frame(view: View, source: str) -> str:
    title = html.escape(" ".join(view.title.split()), quote=True)
    shown = title.encode("utf-8", errors="replace").decode("utf-8")
    return (
        f'<iframe {source} title="{shown}" sandbox="{SANDBOX}" referrerpolicy="no-referrer" '
        f'width="100%" height="{_FRAME_HEIGHT}" style="border:1px solid #ccc"></iframe>'
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("graphkit.views"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Keys in order make the bytes the same; NaN would not be JSON, so it is refused.
    environment.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "ensure_ascii": False,
        "allow_nan": False,
        "separators": (",", ":"),
    }
    return environment


def _template_text(name: str) -> str:
    path = files("graphkit.views") / "templates" / name
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _vis_network() -> str:
    """The vis-network library of the installed pyvis, fit to stand between script tags."""
    library = files("pyvis").joinpath(*_VIS_NETWORK).read_bytes().decode("utf-8")
    # The HTML parser reads every line end as LF, and the hash is taken of what it reads.
    text = library.replace("\r\n", "\n").replace("\r", "\n")
    body, _, tail = text.rpartition("//# sourceMappingURL=")
    if body and "\n" not in tail.strip():
        text = body
    return _inside_script(text)


@cache
def _page_script() -> str:
    parts = [_template_text(f"{name}.js") for name in _SCRIPTS]
    return _inside_script('(() => {\n"use strict";\n\n' + "\n".join(parts) + "})();\n")


def _inside_script(text: str) -> str:
    """A script with nothing in it that an HTML parser would take for the end of one."""
    return text.replace("</script", "<\\/script").replace("<!--", "\\x3c!--")


def _policy(scripts: Iterable[str], style: str) -> str:
    """The content security policy: our scripts and style by their hashes, and nothing else."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
