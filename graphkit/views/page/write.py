"""The interactive page of a view, standard or WebGL, written to a file or shown in a frame."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from graphkit.files import write_text
from graphkit.views.page.content import page_content
from graphkit.views.page.html import inside_script, render_shell
from graphkit.views.page.pyvis_page import PageNetwork
from graphkit.views.page.scripts import notices, page_script
from graphkit.views.picture_in_words import alternative_text
from graphkit.views.view import View

if TYPE_CHECKING:
    from graphkit.views.charts.chart import Chart

STANDARD_UP_TO = 2_000
"""A view of more organisations becomes a page that draws with WebGL."""

_FRAME_HEIGHT = 720

SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What the page may do in a frame: run its script, save what it makes, and open the address of a
source in a window of its own. It has no origin, so that it reaches neither the page around it nor
what that one stores.
"""


def render_page(view: View, *, embedded: bool = False, charts: Sequence[Chart] = ()) -> str:
    """Return the interactive page as text. The same view gives the same text.

    Parameters
    ----------
    view : View
        The picture.
    embedded : bool, default False
        Whether to leave out header and search, for a page that stands in the frame of another.
    charts : sequence of Chart
        Charts of the same network, as `build_chart` makes them, to show below the picture.

    Returns
    -------
    str
        One HTML document that needs no other file and no network.

    Raises
    ------
    UsageError
        If the page would be too large to open.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> from graphkit.views import build_view
    >>> page = render_page(build_view(Network.of(read_sample()), title="Metal clusters"))
    >>> "<title>Metal clusters</title>" in page
    True
    """
    if len(view.organisations) <= STANDARD_UP_TO:
        return PageNetwork(view, embedded=embedded, charts=charts).generate_html()
    scripts = (inside_script(page_script("webgl")),)
    return render_shell(
        view, page_content(view), scripts, notices=notices(), embedded=embedded, charts=charts
    )


def write_page(
    view: View, path: Path | str, *, embedded: bool = False, charts: Sequence[Chart] = ()
) -> None:
    """Write the interactive page to a file.

    The file is replaced only once the new one is complete.

    Parameters
    ----------
    view : View
        The picture.
    path : Path or str
        The file.
    embedded : bool, default False
        Whether to leave out header and search; `frame_snippet` then gives the frame.
    charts : sequence of Chart
        Charts of the same network, as `build_chart` makes them, to show below the picture.

    Raises
    ------
    UsageError
        If the page would be too large to open, or the file cannot be written.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> view = graphkit.build_view(graphkit.Network.of(read_sample()))
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "network.html"
    ...     graphkit.write_page(view, path)
    ...     path.read_text(encoding="utf-8")[:15]
    '<!doctype html>'
    """
    write_text(render_page(view, embedded=embedded, charts=charts), path)


def frame_snippet(view: View, path: Path | str) -> str:
    """Return the HTML that shows a written page in another one in the same folder.

    Parameters
    ----------
    view : View
        The picture that was written.
    path : Path or str
        The file of the page; only its name is used.

    Returns
    -------
    str
        An `iframe` element. The page in it is sandboxed: it reaches neither the page around it nor
        what that one stores.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> from graphkit.views import build_view
    >>> frame_snippet(build_view(Network.of(read_sample())), "out/network.html")[:26]
    '<iframe src="network.html"'
    """
    return _frame(view, f'src="{quote(Path(path).name, errors="replace")}" loading="lazy"')


def frame(view: View) -> str:
    """The page inside a frame, for notebooks: styles and names of neither reach the other."""
    return _frame(view, f'srcdoc="{html.escape(render_page(view), quote=True)}"')


def _frame(view: View, source: str) -> str:
    title = html.escape(alternative_text(view), quote=True)
    shown = title.encode("utf-8", errors="replace").decode("utf-8")
    return (
        f'<iframe {source} title="{shown}" sandbox="{SANDBOX}" referrerpolicy="no-referrer" '
        f'width="100%" height="{_FRAME_HEIGHT}" style="border:1px solid #ccc"></iframe>'
    )
