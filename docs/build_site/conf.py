"""Sphinx reads this: the theme, Markdown, and docstrings in numpydoc's form."""

from graphkit.version import __version__

project = "graphkit"
release = version = __version__
language = "en"
extensions = ["myst_parser", "sphinx.ext.autodoc", "numpydoc"]
root_doc = "index"

html_theme = "furo"
html_title = "graphkit"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_static_path = ["static"]
html_css_files = ["site.css"]
templates_path: list[str] = []
# Nothing that changes from one build to the next.
html_last_updated_fmt = None

myst_heading_anchors = 4
# A link to a heading that is not there is a warning, and a warning ends the build.
nitpicky = False

autodoc_member_order = "bysource"
autodoc_typehints = "none"
autodoc_class_signature = "mixed"
numpydoc_show_class_members = False
numpydoc_xref_param_type = False
# `name` in a docstring is code, and a link where it names something documented.
default_role = "py:obj"
