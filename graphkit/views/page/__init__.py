"""The interactive page of a view: one HTML file with all that it needs inside."""

from graphkit.views.page.write import frame, frame_snippet, render_page, write_page

__all__ = ["frame", "frame_snippet", "render_page", "write_page"]
