"""`find`: everything that the rules find in one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.documents.document import Document
from graphkit.documents.finding.attributes import read_attributes
from graphkit.documents.finding.collaborations import Collaborations
from graphkit.documents.finding.cues import Cue, Cues
from graphkit.documents.finding.dates import Dates
from graphkit.documents.finding.declarations import Declarations
from graphkit.documents.finding.figures import Figures
from graphkit.documents.finding.findings import Findings
from graphkit.documents.finding.lists import Lists
from graphkit.documents.finding.morphology import morphology_of
from graphkit.documents.finding.names import Names
from graphkit.documents.finding.naming import Naming
from graphkit.documents.finding.organisation import Find, Mention, Organisation
from graphkit.documents.finding.passages import Passage, passages
from graphkit.documents.finding.people import read_people
from graphkit.documents.finding.reading_sentences import Scene, Sentence, sentences_of
from graphkit.documents.finding.tables import Forms, Tables
from graphkit.documents.finding.things import Collaboration, Declaration, Spot, Target
from graphkit.documents.finding.ties import read_ties
from graphkit.documents.finding.websites import read_websites
from graphkit.documents.language import codes, language
from graphkit.model import InvalidData, Problem, UsageError
from graphkit.sources.problem_texts import Fault


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a document.

    Attributes
    ----------
    document : Document
        The document.
    published, observed : str
        Its own date, and the date or month that stands for its present.
    organisations, collaborations, declarations : tuple
        What it names.
    findings : Findings
        The ties and figures.
    dates : tuple of (str, Find)
        Every date that it states.
    naming : frozenset of str
        The locators of the paragraphs that name an organisation.
    """

    document: Document
    published: str
    observed: str
    organisations: tuple[Organisation, ...]
    collaborations: tuple[Collaboration, ...]
    declarations: tuple[Declaration, ...]
    findings: Findings
    dates: tuple[tuple[str, Find], ...]
    naming: frozenset[str]


def find(
    document: Document,
    known: Sequence[Organisation] = (),
    *,
    spoken: str = "",
    people: bool = False,
) -> Found:
    """Search a document.

    Parameters
    ----------
    document : Document
        The document.
    known : sequence of Organisation, optional
        Organisations that are known already.
    spoken : str, default ""
        The code of its language, where it is not to be detected.
    people : bool, default False
        Whether to look for people with a role in an organisation.

    Returns
    -------
    Found
        What was found.

    Raises
    ------
    UsageError
        If it is in no language that there are rules for.
    InvalidData
        If it names too many organisations.
    """
    code = spoken or document.language
    if code not in codes():
        raise UsageError(
            f"{document.file} is in none of the languages {', '.join(codes())}; "
            "name one of them with `language`"
        )
    of = language(code)
    words = morphology_of(of)
    parts = list(passages(document.paragraphs, of))
    texts = [each.text for each in parts]
    dates = Dates(of, document.published)
    published = document.published or dates.own_date(texts)
    dates.published = published
    observed = published or dates.implied_date(texts)
    dates.published = observed
    finders = [
        Names(each, morphology_of(each))
        for each in (of, *(language(other) for other in str(of.data.get("also", "")).split()))
    ]
    naming = Naming(of, words, known)
    try:
        mentions = naming.read(parts, finders)
    except Fault as fault:
        problem = Problem(document.file, None, None, fault.what, fault.cure)
        raise InvalidData([problem]) from fault
    collaborations = Collaborations(of, words)
    named = [collaborations.find(part, found) for part, found in zip(parts, mentions, strict=True)]
    collaborations.name_again(parts, named)
    collaborations.take_subtitles(parts)
    for part, found, titled in zip(parts, mentions, named, strict=True):
        _leave_out_titles(part, found, titled)
    scene = Scene(of, words, finders[0], dates, Cues(of, words), Findings(), naming)
    scene.people = people
    scene.default_group = _default_group(mentions)
    scene.default_project = next(iter(collaborations.found.values()), None)
    scene.meeting = collaborations.meeting(parts, dates)
    if scene.meeting is not None and published:
        scene.meeting.tell("start", published, scene.meeting.finds[0])
        scene.meeting.tell("end", published, scene.meeting.finds[0])
    declarations = Declarations(scene)
    _read(scene, declarations, parts, mentions, named, observed)
    declarations.finish(published)
    read_websites(parts, naming.organisations)
    stated = tuple(
        (each.value, Find(*part.place(each.start, each.end), each.sure, "date"))
        for part in parts
        for each in dates.find(part.text)
    )
    ends = tuple(
        (each.until, Find(*part.place(each.start, each.end), each.sure, "date"))
        for part in parts
        for each in dates.find(part.text)
        if each.until
    )
    return Found(
        document,
        published,
        observed,
        tuple(each for each in naming.organisations if each.finds),
        tuple(collaborations.found.values()),
        tuple(declarations.found),
        scene.findings,
        stated + ends,
        frozenset(
            part.place(part.tokens[each.first].start, part.tokens[each.first].end)[0]
            for part, found in zip(parts, mentions, strict=True)
            for each in found
        ),
    )


def _leave_out_titles(part: Passage, mentions: list[Mention], titled: Sequence[Spot]) -> None:
    """Leave out a new organisation whose name is the whole title of a project: „Cicha Przystań”."""
    for each in list(mentions):
        around = [each.first - 1, each.last]
        if each.organisation.known or not any(
            spot.first <= around[0]
            and around[1] < spot.last
            and not any(part.tokens[at].is_word for at in around)
            for spot in titled
        ):
            continue
        mentions.remove(each)
        here = part.place(part.tokens[each.first].start, part.tokens[each.last - 1].end)
        finds = each.organisation.finds
        finds[:] = [one for one in finds if (one.locator, one.quote) != here]


def _default_group(mentions: Sequence[Sequence[object]]) -> Organisation | None:
    """The group that a document is about: the one it names most."""
    counts: dict[Organisation, int] = {}
    for found in mentions:
        for each in found:
            organisation = getattr(each, "organisation", None)
            if isinstance(organisation, Organisation) and organisation.is_group:
                weight = 2 if organisation.kind.startswith("Cluster") else 1
                counts[organisation] = counts.get(organisation, 0) + weight
    return max(counts, key=lambda each: counts[each]) if counts else None


def _read(
    scene: Scene,
    declarations: Declarations,
    parts: Sequence[Passage],
    mentions: Sequence[Sequence[object]],
    named: Sequence[Sequence[object]],
    observed: str,
) -> None:
    lists, tables, forms = Lists(scene, declarations), Tables(scene), Forms(scene)
    figures = Figures(scene, observed)
    announced: list[tuple[Cue, Target]] = []
    behind = 0
    scene.latest.clear()
    scene.by_head.clear()
    for at, part in enumerate(parts):
        sentences: list[Sentence] = sentences_of(scene, part, mentions[at], named[at])  # type: ignore[arg-type]
        if at < 3 and (whole := _whole(declarations, sentences)) is not None:
            declarations.whole = declarations.whole or whole
        if part.kind == "heading":
            scene.heading = _named_by(sentences)
        if part.first.number > behind + 1:
            announced = []
        if part.kind == "cell":
            if announced:
                tables.target = announced[0][1]
            tables.cell(part, sentences)
            for sentence in sentences:
                figures.read(sentence)
            continue
        tables.finish()
        if part.kind == "item" and announced:
            for cue, target in announced:
                lists.item(sentences, cue, target)
        elif part.kind == "item" and forms.line(sentences):
            pass
        else:
            for sentence in sentences:
                read_ties(scene, sentence)
        for sentence in sentences:
            declarations.read(sentence)
            figures.read(sentence)
            if scene.people:
                read_people(scene, sentence)
        read_attributes(scene, sentences)
        if part.kind != "item" or (sentences and part.tokens[-1].text == ":"):
            announced = lists.announced(sentences)
            behind = part.first.number
    tables.finish()


def _named_by(sentences: Sequence[Sentence]) -> Organisation | None:
    """The organisation whose name a heading is, and nothing else."""
    for each in sentences:
        for spot in each.organisations(each.first, each.last, groups=False):
            if spot.last - spot.first == len(each.passage.tokens):
                return spot.what if isinstance(spot.what, Organisation) else None
    return None


def _whole(declarations: Declarations, sentences: Sequence[Sentence]) -> Declaration | None:
    """The declaration that a document is, when its title is the noun for one."""
    if not sentences:
        return None
    first = sentences[0]
    for at in range(first.first, min(first.first + 2, first.last)):
        kind = declarations.noun_at(first, at)
        if kind and first.passage.tokens[0].is_capital and first.last - first.first < 24:
            if declarations.is_signing(first):
                return None
            title, _ = declarations.title(first, at)
            if title.split()[0].isupper():
                title = title.capitalize() if len(title.split()) == 1 else title[:1] + title[1:]
            locator, quote = first.said((first.first, first.last))
            made = declarations.of(kind, title, "", "", Find(locator, quote, 0.9, "title"))
            return made
    return None
