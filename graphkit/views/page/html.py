"""The shell that both interactive pages share: one HTML file with all that it needs inside.

The page makes no network requests, its content security policy lists the hashes of the only scripts
and styles that may run, and data reach it only as JSON.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from graphkit.model import UsageError
from graphkit.views.page.facts import Json
from graphkit.views.page.scripts import outlines_notice
from graphkit.views.page.static_table import table_columns, table_rows
from graphkit.views.picture_in_words import alternative_text
from graphkit.views.translation import (
    authored_words,
    capital,
    ground_words,
    provenance_words,
    words_with,
)
from graphkit.views.view import View

if TYPE_CHECKING:
    from graphkit.views.charts.chart import Chart

LARGEST = 96 * 2**20
"""The largest page that is written, in bytes: browsers open it on a machine of 4 GB."""

MOST_ROWS = 2_000
"""The largest number of organisations in the table that is shown where scripts do not run."""


def render_shell(
    view: View,
    content: Json,
    scripts: Sequence[str],
    *,
    notices: str,
    embedded: bool,
    charts: Sequence[Chart] = (),
) -> str:
    """The page of a view with its content and scripts, the last of which draws.

    notices: the licences of what others wrote in the scripts. charts: to show below the picture.
    Raises UsageError when the page would
    be larger than `LARGEST`.
    """
    texts = words_with(view.language, view.kinds)
    style = _in_theme(style_of("page.css"), view.authoring.theme)
    page = (
        environment_of_pages()
        .get_template("page.html.j2")
        .render(
            view=view,
            texts=content["texts"],
            embedded=embedded,
            policy=policy(scripts, style),
            style=Markup(style),  # noqa: S704
            scripts=[Markup(script) for script in scripts],  # noqa: S704
            notices=notices
            if view.ground is None
            else f"{notices}\n{'-' * 72}\n\n{outlines_notice()}",
            content=content,
            authored=authored_words(view.authoring, texts),
            provenance=(
                *(() if view.ground is None else ground_words(view.ground, texts)),
                *provenance_words(view.provenance, texts),
            ),
            charts=[
                # The drawing escapes what it is made of.
                (chart, *(Markup(chart.inline(narrow=narrow)) for narrow in (False, True)))  # noqa: S704
                for chart in charts
            ],
            chartsTitle=texts["charts", "heading"],
            chartTable=texts["charts", "asTable"],
            elsewhereTitle=texts["map", "list"].format(
                count=0 if view.ground is None else len(view.ground.missing)
            ),
            elsewhere=[
                (name, place or texts["map", "noPlace"])
                for name, place in (() if view.ground is None else view.ground.missing)
            ],
            alternative=alternative_text(view),
            metrics=[
                (name, capital(metric.label[view.language]))
                for name, metric in view.metrics.items()
            ],
            columns=table_columns(content),
            rows=table_rows(view, content, texts) if len(view.organisations) <= MOST_ROWS else [],
        )
    )
    # Half a surrogate pair, which JSON can smuggle into a name, has no UTF-8: it becomes "?".
    data = page.encode("utf-8", errors="replace")
    if len(data) > LARGEST:
        raise UsageError(
            f"the page would have {len(data) >> 20} MiB, but browsers open at most "
            f"{LARGEST >> 20}; select less with `layer`, `at`, `kind` or `sector`, or draw a part "
            "with `excerpt`"
        )
    return data.decode("utf-8")


_DARKNESS = "@media (prefers-color-scheme: dark)"
_SCHEMES = "color-scheme: light dark;"


def _in_theme(style: str, theme: str) -> str:
    """The style as it is, or with one scheme of colours whatever the reader's system has."""
    assert style.count(_DARKNESS) == style.count(_SCHEMES) == 1
    if theme == "auto":
        return style
    scheme, media = ("dark", "@media all") if theme == "dark" else ("light", "@media not all")
    return style.replace(_DARKNESS, media).replace(_SCHEMES, f"color-scheme: {scheme};")


@cache
def environment_of_pages() -> Environment:
    """Where templates are found; what they are given is escaped."""
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


def style_of(name: str) -> str:
    """A style sheet beside the templates, below the colours that all pages share."""
    folder = files("graphkit.views") / "templates"
    sheets = ((folder / each).read_text(encoding="utf-8") for each in ("colours.css", name))
    return "\n".join(sheets).replace("\r\n", "\n")


def inside_script(text: str) -> str:
    """A script with nothing in it that an HTML parser would take for the end of one."""
    return text.replace("</script", "<\\/script").replace("<!--", "\\x3c!--")


def policy(scripts: Iterable[str], style: str) -> str:
    """The content security policy: our scripts and style by their hashes, and nothing else."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
