"""Make a report from a network: each part in turn, then the title and what it rests on."""

from __future__ import annotations

from typing import Any

from graphkit.metrics import METRICS
from graphkit.metrics.chance import Progress
from graphkit.model import UsageError
from graphkit.model.visible_text import visible
from graphkit.model.wording import chosen
from graphkit.network import Manifest, Network
from graphkit.report.parts import parts
from graphkit.report.positions import alike
from graphkit.report.study import Settings, Study
from graphkit.report.tree import Report, Run, Section
from graphkit.report.wording import LANGUAGES, wording
from graphkit.report.writing import Register, Writing


def build_report(
    network: Network,
    *,
    title: str = "",
    author: str = "",
    language: str = "en",
    focus: str = "",
    compare: tuple[str, ...] = (),
    by: str = "betweenness",
    draws: int | None = None,
    seed: int = 0,
    short: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Write a report about a network in words.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    title : str, default ""
        The title; by default that of the language.
    author : str, default ""
        Who signs it.
    language : str, default "en"
        The language: `en` or `pl`.
    focus : str, default ""
        An organisation, by id, name or alias, that the report is about; by default the whole
        network.
    compare : tuple of str, optional
        Two selections to compare, each written `word=value[,word=value]`.
    by : str, default "betweenness"
        The metric of `METRICS` that ranks the organisations.
    draws : int, optional
        The number of draws behind ranges and chance; by default 200, or 50 in a large network. 0
        leaves both out.
    seed : int, default 0
        The seed of the draws; the same seed gives the same report.
    short : bool, default False
        Whether to write only the essentials, without tables and figures.
    progress : callable, optional
        Called after each draw with what is being done, how many are done, and of how many.

    Returns
    -------
    Report
        The report, which `write_report` writes to a file.

    Raises
    ------
    UsageError
        If a word is unknown, the organisation is not in the network, a selection cannot be compared
        or the network was read without evidence.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> report = build_report(Network.of(read_sample()), short=True, draws=0)
    >>> next(each.value for each in report.values() if each.key.endswith("organisations"))
    48
    """
    if language not in LANGUAGES:
        raise UsageError(f"`language` {language}: unknown language; use {', '.join(LANGUAGES)}")
    settings = Settings(
        title=title.strip(),
        author=author.strip(),
        language=language,
        focus=focus.strip(),
        compare=tuple(compare),
        by=chosen("metric", by, METRICS),
        draws=draws,
        seed=seed,
    )
    study = Study(network, settings, progress)
    words = wording(language)
    register = Register()
    about = "network" if study.focus is None else "organisation"

    def pen(part: str) -> Writing:
        return Writing(part, words, register, short=short)

    lead = pen("page").say(
        f"lead-{about}",
        **({} if study.focus is None else {"organisation": study.focus}),
        organisations=len(study.nodes),
        facts=study.summary.counts["facts"],
    )
    if study.focus is None:
        lead += _answer(study, pen("page"))
    if not short:
        lead += pen("page").say("lead-facts")
    sections = []
    for part in parts():
        if about in part.about and (part.brief or part.asked(settings) or not short):
            writing = pen(part.name)
            blocks = tuple(part.write(study, writing))
            sections.append(Section(part.name, writing.label("heading"), blocks))
    usual = words.message("page", f"title-{about}")
    if study.focus is not None:
        usual = usual.format(organisation=study.focus.name)
    return Report(
        title=visible(settings.title or usual),
        author=visible(settings.author),
        language=language,
        lead=lead,
        sections=tuple(sections),
        manifest=manifest_of(study, short=short).content(),
        labels=words.section("page"),
    )


def _answer(study: Study, pen: Writing) -> Run:
    """Who comes first, and how many cannot be told apart from it."""
    ranking, places = study.ranking, study.key_connectors
    first = [ranking.organisations[each] for each in places if ranking.ranks[each] == 1]
    if not first:
        return ()
    leading = places[: len(first)]
    same = set[int]()
    if study.bands is not None:
        same.update(*(alike(study.bands, each, study.connecting) for each in leading))
    same.difference_update(leading)
    if not same:
        return pen.say("answer", n=len(first), names=first)
    return pen.say("answer-open", n=len(same), first=len(first), names=first)


def manifest_of(study: Study, *, short: bool) -> Manifest:
    """What a report rests on, with all that is needed to make it again."""
    settings = study.settings
    given: dict[str, Any] = {
        "title": settings.title,
        "author": settings.author,
        "language": settings.language,
        "focus": settings.focus,
        "compare": list(settings.compare),
        "by": settings.by,
        "draws": study.draws,
        "seed": settings.seed,
    }
    if short:
        given["short"] = True
    return Manifest.of(study.network, **{name: each for name, each in given.items() if each != ""})
