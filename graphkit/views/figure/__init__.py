"""The static figure of a view: composed on a sheet, drawn as SVG, PNG or PDF for documents."""

from graphkit.views.figure.render import (
    figure_format,
    missing_letters,
    render_figure,
    write_figure,
)

__all__ = ["figure_format", "missing_letters", "render_figure", "write_figure"]
