"""The page on which people decide on proposed rows, beside the document that they rest on."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from graphkit.files import write_text
from graphkit.model import UsageError
from graphkit.views.glossary import used
from graphkit.views.page.facts import Json
from graphkit.views.page.html import (
    LARGEST,
    environment_of_pages,
    inside_script,
    policy,
    style_of,
)
from graphkit.views.page.scripts import page_script
from graphkit.views.translation import LANGUAGES, words


def render_review(content: Json, language: str = "en") -> str:
    """The page as text: one HTML document that needs no other file and no network.

    Parameters
    ----------
    content : dict
        What a folder of proposals holds, as `graphkit.documents.page_content` gives it.
    language : str, default "en"
        The language of the page, `en` or `pl`.

    Returns
    -------
    str
        The page. The same content gives the same text.

    Raises
    ------
    UsageError
        If the page would be too large to open, or is asked for in another language.
    """
    if language not in LANGUAGES:
        raise UsageError(f"`language` {language}: write one of {', '.join(LANGUAGES)}")
    texts = words(language).section("review")
    script, style = inside_script(page_script("review")), style_of("review.css")
    page = (
        environment_of_pages()
        .get_template("review.html.j2")
        .render(
            content={
                **content,
                "language": language,
                "texts": texts,
                "counted": used(texts, language),
            },
            texts=texts,
            policy=policy([script], style),
            # What graphkit brings; all that documents say is escaped.
            style=Markup(style),  # noqa: S704
            script=Markup(script),  # noqa: S704
        )
    )
    data = page.encode("utf-8", errors="replace")
    if len(data) > LARGEST:
        raise UsageError(
            f"the page of the review would have {len(data) >> 20} MiB, but browsers open at most "
            f"{LARGEST >> 20}; read fewer documents into one folder"
        )
    return data.decode("utf-8")


def write_review(content: Json, path: Path | str, language: str = "en") -> None:
    """Write the page to a file, which is replaced only once the new one is complete."""
    write_text(render_review(content, language), path)
