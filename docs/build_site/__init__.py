"""The documentation site, made from the Markdown in this repository; `make site` builds it.

`gather` puts the pages in place, `examples` runs what they show and keeps the pictures, `notebooks`
runs the notebooks, `api` adds the docstrings, Sphinx builds, and `check` looks at what it built.
"""
