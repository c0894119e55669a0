"""Write a report to a file, in the format of its ending, or to a folder."""

from __future__ import annotations

from pathlib import Path

from graphkit.files import write_bytes
from graphkit.model import UsageError
from graphkit.report.tree import Report
from graphkit.report.writers import format_of
from graphkit.report.writers.folder import write_report_folder


def write_report(report: Report, path: Path | str, *, template: Path | str | None = None) -> None:
    """Write a report to a file, in the format that its ending names.

    The file is replaced only once the new one is complete.

    Parameters
    ----------
    report : Report
        The report.
    path : Path or str
        The file; a name without an ending is a folder, with figures and tables as files.
    template : Path or str, optional
        A document whose styles are taken, for a format that takes one.

    Raises
    ------
    UsageError
        If the ending is another, the format takes no template, the template cannot be read, or the
        file cannot be written.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from graphkit.network import Network
    >>> from graphkit.report import build_report
    >>> from graphkit.sources import read_sample
    >>> report = build_report(Network.of(read_sample()), short=True, draws=0)
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "report.md"
    ...     write_report(report, path)
    ...     path.read_text(encoding="utf-8").splitlines()[0]
    '# Who holds the network together'
    """
    target = Path(path)
    if not target.suffix:
        check_target(target, template)
        write_report_folder(report, target)
        return
    write_bytes(_written(report, target, template), target)


def check_target(path: Path | str, template: Path | str | None = None) -> None:
    """Refuse a file whose format is unknown or takes no template, before the work begins.

    Parameters
    ----------
    path : Path or str
        The file.
    template : Path or str, optional
        The template.

    Raises
    ------
    UsageError
        If the ending is unknown, or the format takes no template.
    """
    suffix = Path(path).suffix
    takes = bool(suffix) and format_of(suffix).takes_template
    if template is not None and not takes:
        raise UsageError(f"`template` works only with a .docx, and {path} is not one")


def _written(report: Report, target: Path, template: Path | str | None) -> bytes:
    check_target(target, template)
    found = format_of(target.suffix)
    return found.write(report, None if template is None else Path(template))
