"""Compute the numbers of a written report again, and say of each whether it still holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from graphkit.export.table import Table
from graphkit.metrics.chance import Progress
from graphkit.model import GraphkitError, UsageError
from graphkit.network import Network, Selection
from graphkit.report.build import build_report
from graphkit.report.tree import Report
from graphkit.report.writers.html import DATA
from graphkit.version import __version__

_SETTINGS: Mapping[str, type] = {
    "title": str,
    "author": str,
    "language": str,
    "focus": str,
    "compare": list,
    "by": str,
    "draws": int,
    "seed": int,
    "short": bool,
}
"""What a report keeps of how it was made."""

_SAME = 1e-9
_LARGEST = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Checked:
    """A value of a report, then and now.

    Attributes
    ----------
    key : str
        Where it stands: the part, the sentence or table, and the place in it.
    stated : str
        What the report says; "" where it does not say it.
    now : str
        What the network gives; "" where it does not give it any more.
    holds : bool
        Whether they are the same.
    """

    key: str
    stated: str
    now: str
    holds: bool


@dataclass(frozen=True)
class ReportVerification:
    """What became of the values of a report.

    Attributes
    ----------
    checked : tuple of Checked
        Every value: first the data sets, then those of the report in its order, then those that a
        report of today would have besides.
    version : str
        The version of graphkit that made the report.
    """

    checked: tuple[Checked, ...]
    version: str

    @property
    def differences(self) -> tuple[Checked, ...]:
        """The values that do not hold."""
        return tuple(each for each in self.checked if not each.holds)

    @property
    def other_version(self) -> bool:
        """Whether another version of graphkit made the report."""
        return self.version != __version__


def verification_table(found: ReportVerification) -> Table:
    """One row per value: where it stands, what the report says, what is computed now."""
    rows = ((each.key, each.stated, each.now, each.holds) for each in found.checked)
    return Table.of(("where", "report", "now", "holds"), rows, types={"holds": bool})


def verify_report(
    path: Path | str, whole: Network, *, progress: Progress | None = None
) -> ReportVerification:
    """Compute every number and name of a report again and compare.

    Parameters
    ----------
    path : Path or str
        The HTML file of the report, or the folder that holds it.
    whole : Network
        The network that the report should be about, read with its evidence; the report itself says
        what is selected from it.
    progress : callable, optional
        Called with what is being done, how many are done, and of how many.

    Returns
    -------
    ReportVerification
        Each value with what it is now. Both the exact value and the text beside it must be the
        same.

    Raises
    ------
    UsageError
        If the file cannot be read or is not a report in HTML.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from graphkit.network import Network
    >>> from graphkit.report import build_report, write_report
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> with TemporaryDirectory() as folder:
    ...     page = Path(folder) / "report.html"
    ...     write_report(build_report(network, short=True, draws=0), page)
    ...     found = verify_report(page, network)
    >>> found.differences
    ()
    """
    page = _read(Path(path))
    manifest = page.manifest
    try:
        settings = _settings(manifest["settings"])
        stated_sets = {str(each["name"]): str(each["digest"]) for each in manifest["datasets"]}
        selection = _selection(manifest["selection"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(
            f"{path}: the data of the report are not as graphkit wrote them ({error})"
        ) from None
    checked = [
        _same(f"data set {name}", stated_sets.get(name, ""), now)
        for name, now in _merged(stated_sets, whole)
    ]
    try:
        now = build_report(whole.where(selection), **settings, progress=progress)
    except GraphkitError as error:
        checked.append(Checked("report", "", str(error), holds=False))
        return ReportVerification(tuple(checked), str(manifest.get("graphkit", "")))
    checked += _compared(page.values, now)
    return ReportVerification(tuple(checked), str(manifest.get("graphkit", "")))


def _merged(stated: Mapping[str, str], whole: Network) -> list[tuple[str, str]]:
    now = {each.name: each.digest for each in whole.datasets}
    return [(name, now.get(name, "")) for name in sorted({*stated, *now})]


def _settings(given: Mapping[str, Any]) -> dict[str, Any]:
    """The settings, each of its type."""
    for name, value in given.items():
        if not isinstance(value, _SETTINGS.get(name, ())):
            raise ValueError(f"{name}: {value!r}")
    compare = given.get("compare", [])
    if not all(isinstance(each, str) for each in compare):
        raise ValueError(f"compare: {compare!r}")
    return {**given, "compare": tuple(compare)}


def _selection(words: Mapping[str, Any]) -> Selection:
    usual = Selection()
    given = {
        name: value
        for name in (word.name for word in fields(Selection))
        if (value := words.get(name)) not in (None, []) and value != getattr(usual, name)
    }
    return usual.refined(**given)


def _compared(stated: Mapping[str, tuple[str, str]], report: Report) -> list[Checked]:
    now = {each.key: each for each in report.values()}
    checked = []
    for key, (value, text) in stated.items():
        found = now.pop(key, None)
        if found is None:
            checked.append(Checked(key, text, "", holds=False))
            continue
        said = " ".join(found.text.split())
        exact = found.value if isinstance(found.value, str) else repr(found.value)
        holds = _alike(value, exact) and text == said
        if not holds and text == said:  # the difference is in the digits that are not shown
            text, said = value, exact
        checked.append(Checked(key, text, said, holds))
    checked += (Checked(key, "", each.text, holds=False) for key, each in now.items())
    return checked


def _alike(stated: str, now: str) -> bool:
    """Whether two values are the same, numbers up to the order of summing."""
    if stated == now:
        return True
    try:
        one, other = float(stated), float(now)
    except ValueError:
        return False
    return abs(one - other) <= _SAME * max(abs(one), abs(other))


def _same(key: str, stated: str, now: str) -> Checked:
    return Checked(key, stated, now, stated == now)


class _Page(HTMLParser):
    """What a report keeps as data.

    A key that stands there twice is given a name that no report has, so that neither value hides
    the other.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.values: dict[str, tuple[str, str]] = {}
        self.data = ""
        self._key = ""
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the beginning of a value or of the JSON block."""
        given = dict(attrs)
        if tag == "data" and (key := given.get("data-key")):
            while key in self.values:
                key += " (again)"
            self._key = key
            self.values[key] = (given.get("value") or "", "")
        elif tag == "script":
            self._in_data = given.get("id") == DATA

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a value or of the JSON block."""
        if tag == "data":
            self._key = ""
        elif tag == "script":
            self._in_data = False

    def handle_data(self, data: str) -> None:
        """Keep the text of a value, and of the JSON block."""
        if self._key:
            value, text = self.values[self._key]
            self.values[self._key] = (value, " ".join(f"{text}{data}".split()))
        if self._in_data:
            self.data += data

    @property
    def manifest(self) -> dict[str, Any]:
        """What the report rests on."""
        found = json.loads(self.data)
        return found if isinstance(found, dict) else {}


def _read(path: Path) -> _Page:
    file = path / "index.html" if path.is_dir() else path
    page = _Page()
    try:
        if file.stat().st_size > _LARGEST:
            raise UsageError(f"{file} is larger than a report can be")
        page.feed(file.read_text(encoding="utf-8"))
        page.manifest  # noqa: B018
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise UsageError(
            f"{file} is not a report of graphkit in HTML; name the file that graphkit report wrote"
        ) from None
    return page
