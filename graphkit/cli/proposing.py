"""`graphkit propose` and `source`: facts proposed from documents, and the text at a locator."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.options import store_option
from graphkit.model import UsageError
from graphkit.model.wording import counted

if TYPE_CHECKING:
    from graphkit.documents.folder import Folder

_PATH = click.Path(path_type=Path)
_OPEN_NAMED = 5
PAGE = "review.html"

page_language_option = click.option(
    "--lang",
    "page_language",
    type=click.Choice(("en", "pl")),
    help="Language of the page for the review.  [default: that of the documents]",
)


def write_review_page(held: Folder, folder: Path, language: str | None) -> str:
    """Write the page for the review into a folder of proposals, and return what to say of it."""
    from graphkit.documents.page_content import language_of, page_content
    from graphkit.views.page.review_page import write_review
    from graphkit.views.translation import LANGUAGES

    spoken = language or language_of(held)
    try:
        write_review(
            page_content(held, folder.resolve().name),
            folder / PAGE,
            spoken if spoken in LANGUAGES else LANGUAGES[0],
        )
    except UsageError as error:
        (folder / PAGE).unlink(missing_ok=True)
        return f"there is no {PAGE}: {error}"
    return f"open {folder / PAGE} in a browser"


@click.command()
@click.argument("documents", type=_PATH, nargs=-1, required=True, metavar="DOCUMENT...")
@click.option(
    "-o", "--output", "folder", type=_PATH, required=True, metavar="FOLDER", help="Folder to write."
)
@store_option
@click.option(
    "--language",
    default="",
    help="Language of the documents, such as en or pl.  [default: detected]",
)
@page_language_option
@click.option("--people", is_flag=True, help="Propose people with their roles too.")
@click.option(
    "--assist",
    is_flag=True,
    help="Let the language model at GRAPHKIT_MODEL_URL, on this machine, read each paragraph too.",
)
@click.option(
    "--assist-remote", is_flag=True, help="Let documents leave this machine for that address."
)
def propose(
    documents: tuple[Path, ...],
    folder: Path,
    store: str,
    language: str,
    page_language: str | None,
    people: bool,
    assist: bool,
    assist_remote: bool,
) -> None:
    """Propose facts that documents seem to state.

    DOCUMENT is a web page (.html .mhtml), .pdf, .docx, .txt or .md, a folder of them, or a .zip.
    Polish and English are read. FOLDER gets tables in which every row has the status proposed, the
    words that it rests on, and the paragraphs of each document. Decide on the rows with graphkit
    review, or in the page review.html of FOLDER. graphkit load leaves out what nobody has decided
    on.

    Nothing leaves this machine. With --assist a language model on this machine reads each paragraph
    too, and what it cannot quote from there is left out.

    Organisations of the store are found by their names and aliases. Writing to the same folder
    again keeps what you decided, and does not propose what you rejected.

    \b
    Example:
      graphkit propose pages/*.html -o proposals
      graphkit review proposals
      graphkit load proposals
    """
    from graphkit.cli.loading import known_to
    from graphkit.cli.output import progress, say, show
    from graphkit.documents import propose as propose_rows
    from graphkit.documents.folder import read_folder

    model = None
    if assist or assist_remote:
        from graphkit.documents.assist import ModelServer

        model = ModelServer.of_environment(remote=assist_remote)
    known = known_to(store)
    with progress() as bar:
        made = propose_rows(
            documents,
            folder,
            known=known.nodes,
            decisions=known.decisions,
            language=language,
            people=people,
            model=model,
            progress=bar,
        )
    for table, count in sorted(made.counts.items()):
        show(f"{table}: {count:,} proposed")
    paragraphs = f"{made.naming:,}, of which {made.covered:,} gave a row"
    show(f"paragraphs that name an organisation: {paragraphs}")
    if made.open:
        some = ", ".join(made.open[:_OPEN_NAMED])
        say(f"gave none: {some}{' …' if len(made.open) > _OPEN_NAMED else ''}")
    if model is not None:
        show(f"by the language model: {counted(made.assisted, 'row')}")
        say(f"{counted(made.unquoted, 'answer')} left out: no words of the paragraph")
    if made.left_out:
        say(f"{counted(made.left_out, 'row')} that you rejected before, not proposed again")
    page = write_review_page(read_folder(folder), folder, page_language)
    say(f"wrote {folder}; decide with: graphkit review {folder}")
    say(page)


@click.command()
@click.argument("source")
@click.argument("locator", required=False)
@click.option(
    "--from",
    "folders",
    type=_PATH,
    multiple=True,
    metavar="FOLDER",
    help="Folder that graphkit propose wrote.  [default: this one and those in it]",
)
def source(source: str, locator: str | None, folders: tuple[Path, ...]) -> None:
    """Print a paragraph of a document, such as p17.

    Without a locator it prints all of them. The text of documents stays in the folder that graphkit
    propose wrote; the store keeps facts and where they stand.

    \b
    Example:
      graphkit source kom-partnerzy p17
    """
    from graphkit.cli.output import show
    from graphkit.documents.folder import at_locator, is_folder_of_proposals, read_folder

    here = [Path(), *sorted(each for each in Path().iterdir() if each.is_dir())]
    places = list(folders) or [each for each in here if is_folder_of_proposals(each)]
    if not places:
        raise UsageError("there is no folder of proposals here; name one with --from")
    known: list[str] = []
    for place in places:
        texts = read_folder(place).paragraphs
        known += texts
        if source in texts:
            found = at_locator(texts[source], locator) if locator else texts[source]
            if not found:
                last = texts[source][-1].number
                raise UsageError(f"{source} has no {locator}; its paragraphs are p1 to p{last}")
            for each in found:
                show(f"{each.locator}  {each.text}")
            return
    raise UsageError(f"no document is called {source}; there are {', '.join(known) or 'none'}")
