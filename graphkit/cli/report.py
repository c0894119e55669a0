"""`graphkit report`: the network, or one organisation, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from graphkit.cli.flags import given_options
from graphkit.cli.options import Output, selection_options, store_option
from graphkit.model import UsageError
from graphkit.network import Selection

_DIFFERENCES = 5
"""The exit code when there are differences."""

_NAMED = 5
"""How many differences are named in the last line."""

_WITH_VERIFY = ("store", "verify", "manifest", "recompute", "unfinished")
"""The options that --verify does not take from the report."""


@click.command()
@store_option
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path),
    help="The report to write: FILE.html, .docx, .pdf or .md, or a folder.",
)
@click.option("--title", default="", help="Title of the report.")
@click.option("--author", default="", help="Who signs it.")
@click.option(
    "--lang",
    "language",
    type=click.Choice(("en", "pl")),
    default="en",
    show_default=True,
    help="Language of the report.",
)
@click.option(
    "--focus",
    default="",
    metavar="ORGANISATION",
    help="Report on one organisation instead of the whole network.",
)
@click.option(
    "--compare",
    nargs=2,
    default=None,
    metavar="A B",
    help="Also say what changed between two selections, such as at=2011 at=2014-11.",
)
@click.option(
    "--by", default="betweenness", show_default=True, metavar="METRIC", help="Metric of the ranks."
)
@click.option(
    "--draws",
    type=click.IntRange(min=0),
    help="Number of random draws behind ranges and chance; 0 for none.  [default: 200, or 50 in a "
    "large network]",
)
@click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Random seed."
)
@click.option(
    "--template",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A .docx whose styles the report takes.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "md")),
    default="text",
    show_default=True,
    help="Format of the short report that is printed without -o.",
)
@click.option(
    "--verify",
    type=click.Path(path_type=Path),
    help="Compute the numbers of a report in HTML again and say which still hold.",
)
@selection_options
def report(
    store: str,
    file: Path | None,
    verify: Path | None,
    template: Path | None,
    form: str,
    selection: Selection,
    compare: tuple[str, str] | None,
    **how: Any,
) -> None:
    """Write a report in words, with facts and sources.

    It says what the network is, who its key connectors are and why, how certain that is, who
    connects sectors and groups, what was declared and is not realised, what would break if an
    organisation left, and who could be introduced to whom. Without -o a short form is printed.

    A page (FILE.html) needs no other file and no network. A folder holds the page with its figures
    as SVG and PNG and its tables as CSV and one workbook. A PDF needs graphkit[pdf].

    --verify takes the selection and all settings from the report, lists every number and name with
    what it is now, and ends with the exit code 5 if one differs.

    \b
    Example:
      graphkit report
      graphkit report -o report.html --title "Metal clusters" --author "Regional office"
      graphkit report -o bialystok.docx --focus "Politechnika Białostocka" --lang pl
      graphkit report -o report.html --compare at=2011 at=2014-11
      graphkit report --verify report.html
    """
    if verify is not None:
        _verify(store, verify)
        return
    file = None if file == Path("-") else file
    from graphkit.cli.output import emit_text, network_of, progress, say
    from graphkit.report import build_report, report_lines, report_markdown, write_report
    from graphkit.report.writing_files import check_target

    if file is not None:
        check_target(file, template)
    elif template is not None:
        raise UsageError("--template works only with -o FILE.docx")
    with network_of(store, selection) as network:
        with progress() as bar:
            made = build_report(
                network, compare=compare or (), short=file is None, progress=bar, **how
            )
        if file is not None:
            write_report(made, file, template=template)
            say(f"wrote {file}")
        else:
            emit_text(report_markdown(made) if form == "md" else report_lines(made))


def _verify(store: str, file: Path) -> None:
    for name, option in given_options().items():
        if name not in _WITH_VERIFY:
            raise UsageError(
                f"--verify writes no report and takes all settings from {file}; leave out {option}"
            )
    from graphkit.cli.output import emit, progress, say, selected_network
    from graphkit.report import verify_report
    from graphkit.report.verification import verification_table

    whole = selected_network(store, Selection())
    with progress() as bar:
        found = verify_report(file, whole, progress=bar)
    emit(verification_table(found), Output("table", None))
    if found.other_version:
        say(f"the report was made with graphkit {found.version}")
    number = len(found.differences)
    if not number:
        say(f"all {len(found.checked)} values hold")
        return
    named = ", ".join(each.key for each in found.differences[:_NAMED])
    more = ", …" if number > _NAMED else ""
    say(f"{number} of {len(found.checked)} values do not hold: {named}{more}")
    click.get_current_context().exit(_DIFFERENCES)
