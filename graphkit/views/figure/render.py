"""The static figure: a composed `Sheet` drawn by matplotlib as SVG, PNG or PDF, for documents.

The same view gives the same bytes, for one release of matplotlib: there are no dates in the files,
a person's matplotlib settings change nothing, and names are never read as mathematics. Text stays
text in SVG and PDF.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from graphkit.files import write_bytes
from graphkit.model import UsageError
from graphkit.views.figure.artists import areas, lines, shapes, write_texts
from graphkit.views.figure.comparison_sheet import compose_comparison
from graphkit.views.figure.fonts import lacking
from graphkit.views.figure.sheet import Sheet, compose
from graphkit.views.figure.svg import finished
from graphkit.views.small_multiples import SmallMultiples
from graphkit.views.themes import PAPER
from graphkit.views.view import View

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")

WIDTH_CM = 24.0
DPI = 300

_LOWEST_DPI, _HIGHEST_DPI = 50, 1200
_MOST_PIXELS = 120_000_000
_POINTS_AN_INCH = 72


class Drawing(Protocol):
    """What composes itself on a sheet, as a `Chart` does."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that comes from the data."""
        ...

    def on_sheet(self, width_cm: float) -> Sheet:
        """Compose it at a width."""
        ...


def render_figure(
    view: View | SmallMultiples | Drawing,
    form: str = "svg",
    *,
    width_cm: float = WIDTH_CM,
    dpi: int = DPI,
) -> bytes:
    """Return the static figure as bytes. The same view gives the same bytes.

    Parameters
    ----------
    view : View, SmallMultiples or Chart
        The picture.
    form : {"svg", "png", "pdf"}, default "svg"
        The format.
    width_cm : float, default 24.0
        The width in centimetres.
    dpi : int, default 300
        The resolution of a PNG in dots per inch, 50 to 1200.

    Returns
    -------
    bytes
        The file. Text stays text in SVG and PDF.

    Raises
    ------
    UsageError
        If the format is unknown, the width or resolution is out of bounds, or the figure would have
        too many organisations or pixels.

    Notes
    -----
    Bytes are the same for one release of matplotlib. A person's matplotlib settings change nothing.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> from graphkit.views import build_view
    >>> render_figure(build_view(Network.of(read_sample())))[:4]
    b'<svg'
    """
    if form not in FORMATS:
        raise UsageError(f"{form} is not a figure format; use {', '.join(FORMATS)}")
    if isinstance(view, SmallMultiples):
        sheet = compose_comparison(view, width_cm)
    elif isinstance(view, View):
        sheet = compose(view, width_cm)
    else:
        sheet = view.on_sheet(width_cm)
    if form == "png":
        _check_pixels(sheet, dpi)
    with _own_settings():
        figure = _drawn(sheet, form)
        if form == "svg":
            text = _saved(figure, form, {"Date": None}).decode("utf-8")
            return finished(text, sheet).encode("utf-8")
        about: dict[str, str | None] = {"Title": sheet.title}
        if form == "png":
            about |= {"Description": sheet.description, "Software": "graphkit"}
            about |= {"Manifest": sheet.manifest} if sheet.manifest else {}
            return _saved(figure, form, about, dpi)
        # A date of None leaves the date out.
        dateless = {"Subject": sheet.description, "Creator": "graphkit", "CreationDate": None}
        if sheet.manifest:
            dateless["Keywords"] = sheet.manifest
        return _saved(figure, form, about | dateless)


def write_figure(
    view: View | SmallMultiples | Drawing,
    path: Path | str,
    *,
    width_cm: float = WIDTH_CM,
    dpi: int = DPI,
) -> None:
    """Write the static figure in the format that the ending of the file names.

    The file is replaced only once the new one is complete.

    Parameters
    ----------
    view : View, SmallMultiples or Chart
        The picture.
    path : Path or str
        The file, which ends in .svg, .png or .pdf.
    width_cm : float, default 24.0
        The width in centimetres.
    dpi : int, default 300
        The resolution of a PNG in dots per inch, 50 to 1200.

    Raises
    ------
    UsageError
        If the ending is another, the width or resolution is out of bounds, the figure would have
        too many organisations or pixels, or the file cannot be written.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> view = graphkit.build_view(graphkit.Network.of(read_sample()))
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "network.svg"
    ...     graphkit.write_figure(view, path, width_cm=16)
    ...     path.read_bytes()[:4]
    b'<svg'
    """
    write_bytes(render_figure(view, figure_format(path), width_cm=width_cm, dpi=dpi), path)


def figure_format(path: Path | str) -> str:
    """Return the format that the ending of a file names.

    Parameters
    ----------
    path : Path or str
        The file.

    Returns
    -------
    str
        One of svg, png and pdf.

    Raises
    ------
    UsageError
        If the ending is another.

    Examples
    --------
    >>> figure_format("out/network.PDF")
    'pdf'
    """
    form = Path(path).suffix[1:].lower()
    if form not in FORMATS:
        endings = ", ".join(f".{each}" for each in FORMATS)
        raise UsageError(f"{path}: a figure's file ends in one of {endings}")
    return form


def missing_letters(view: View | SmallMultiples | Drawing) -> str:
    """Find the letters of names and title that the font of figures lacks.

    PNG and PDF show a box in their place; SVG shows what the reader's fonts have.

    Parameters
    ----------
    view : View, SmallMultiples or Chart
        The picture.

    Returns
    -------
    str
        The letters; "" if there are none.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> from graphkit.views import build_view
    >>> missing_letters(build_view(Network.of(read_sample())))
    ''
    """
    if not isinstance(view, View | SmallMultiples):
        return lacking(view.texts)
    drawn = view.frame if isinstance(view, SmallMultiples) else view
    said = drawn.authoring
    written = [view.title, said.subtitle, said.caption, said.source]
    return lacking([*written, *(node.label for node in drawn.nodes)])


def _check_pixels(sheet: Sheet, dpi: int) -> None:
    if not _LOWEST_DPI <= dpi <= _HIGHEST_DPI:
        raise UsageError(f"`dpi` {dpi}: a PNG has {_LOWEST_DPI} to {_HIGHEST_DPI} dots per inch")
    across, down = (round(side / _POINTS_AN_INCH * dpi) for side in (sheet.width, sheet.height))
    if across * down > _MOST_PIXELS:
        fitting = math.floor(dpi * math.sqrt(_MOST_PIXELS / (across * down)))
        raise UsageError(
            f"the PNG would have {across:,} x {down:,} pixels, but at most {_MOST_PIXELS // 10**6} "
            f"million are drawn; use `dpi` {fitting} or less, a smaller `width_cm`, or SVG or PDF"
        )


@contextmanager
def _own_settings() -> Iterator[None]:
    """matplotlib as it comes, whatever a person's settings are, and without remarks."""
    import matplotlib

    with matplotlib.rc_context(), warnings.catch_warnings():
        # Said once, by `missing_letters`.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "lines.scale_dashes": False,
                "path.simplify": False,
                "path.snap": False,
                "pdf.fonttype": 42,
                "svg.fonttype": "none",
                "svg.hashsalt": "graphkit",
                "text.hinting": "none",
                "text.parse_math": False,
                "text.usetex": False,
            }
        )
        yield


def _saved(
    figure: Figure, form: str, about: dict[str, str | None], dpi: int = _POINTS_AN_INCH
) -> bytes:
    stream = io.BytesIO()
    figure.savefig(stream, format=form, dpi=dpi, metadata=about)
    return stream.getvalue()


def _drawn(sheet: Sheet, form: str) -> Figure:
    """The sheet as a matplotlib figure of its size."""
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    # A hair more, since matplotlib drops a pixel that is not whole.
    inches = (sheet.width / _POINTS_AN_INCH + 1e-6, sheet.height / _POINTS_AN_INCH)
    figure = Figure(figsize=inches, facecolor=sheet.paper.theme.of(PAPER), edgecolor="none")
    # From points with y downwards to matplotlib's inches with y upwards.
    points = (
        Affine2D().scale(1 / _POINTS_AN_INCH, -1 / _POINTS_AN_INCH).translate(0, inches[1])
        + figure.dpi_scale_trans
    )
    for artist in (
        *areas(sheet.paper, points),
        *lines(sheet.paper, points),
        *shapes(sheet.paper, points),
    ):
        figure.add_artist(artist)
    write_texts(figure, sheet.paper, points, form)
    return figure
