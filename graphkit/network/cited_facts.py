"""A fact as its sources state it: who, in what role, when, and where that is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from graphkit.model import FOREVER, LAYERS, OPEN, PAIRED, STATUSES, Value, parse_date
from graphkit.model.own_columns import own_of
from graphkit.model.scales import scale_of
from graphkit.names.joining import STATED_END
from graphkit.network.in_force import Standing
from graphkit.network.joined_organisations import known_as
from graphkit.network.network import Network

_PAIRED = [LAYERS.index(layer) for layer in PAIRED]

DATED = {
    "on": "{start}",
    "to": "{start} to {end}",
    "since": "since {start}",
    "from": "from {start}",
    "until": "until {end}",
    "in": "in {start}",
    "by": "by {end}",
    "later": "{start} or later",
    "between": "between {start} and {end}",
}
"""How the dates of a fact are said: "since" of one that still holds, "from" of one whose end is
unknown, the last four of one that lies somewhere in a time.
"""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact is stated: a source, and the place in it.

    Attributes
    ----------
    source : str
        The id of the source.
    title : str
        Its title, or its id if it has none.
    locator : str
        The place in the source, such as a page or paragraph; "" if not stated.
    published : str
        When it was published; "" if not stated.
    url : str
        Its web address; "" if not stated.

    Examples
    --------
    >>> str(Citation("report", "Annual report", "p4", "2014"))
    'Annual report (p4, 2014)'
    """

    source: str
    title: str
    locator: str = ""
    published: str = ""
    url: str = ""

    def __str__(self) -> str:
        """The title, then the place and the date as far as they are known."""
        parts = [part for part in (self.locator, self.published) if part]
        return f"{self.title} ({', '.join(parts)})" if parts else self.title


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact: who is in the group, in what role, when, and according to which sources.

    Attributes
    ----------
    id : str
        The id of the fact.
    organisation, name : str
        The id and name of the organisation as stated: a part's, when the part counts as its whole.
    role : str
        The role in the group. For a direct tie, its kind, which leads from `organisation` to
        `other`; for a rating, the question and the answer.
    other, other_name : str
        The id and name of the organisation at the other end of a direct tie or rating; ""
        elsewhere.
    start, end, observed : str
        The dates as stated; "" where unknown.
    dates_from : str
        "collaboration" or "declaration" when the dates are those of the group; "" when they are the
        fact's own.
    within : str
        The time in which the fact must lie when neither start nor end is stated, such as the time
        of an event: "2014-11-07", "2011/2014", "../2014-10"; or "".
    status : str
        One of `STATUSES`.
    representative, representative_name : str
        The id and name of the organisation that signed on its behalf; or "".
    note : str
        The note on the fact; or "".
    standing : Standing or None
        Whether it was in force at the selected date; None without one.
    citations : tuple of Citation
        The sources that state it.
    bounds : tuple of str
        The earliest and latest start, end and observation as six ISO days, within the lifetimes of
        the organisations; "" where there is none.
    own : mapping of str to Value
        What it states in columns of one's own, by name.
    known_as, end_known_as : str
        The names under which its sources know the organisation, and the group or the other end of a
        direct tie, if they are others; or "".
    question : str
        The question that a rating answers; or "".
    """

    id: str
    organisation: str
    name: str
    role: str
    other: str
    other_name: str
    start: str
    end: str
    observed: str
    dates_from: str
    within: str
    status: str
    representative: str
    representative_name: str
    note: str
    standing: Standing | None
    citations: tuple[Citation, ...]
    bounds: tuple[str, ...]
    own: Mapping[str, Value] = field(default_factory=dict)
    known_as: str = ""
    end_known_as: str = ""
    question: str = ""

    @property
    def what(self) -> str:
        """The role; of a direct tie with a kind, that and its other end: "is part of Big Union"; of
        a rating the answer, and the organisation that it is about.
        """
        if self.question:
            return f"{self.role} about {self.other_name}"
        if not (self.role and self.other):
            return self.role
        # A kind is often written as a sentence begins; a capital inside it is a name's.
        kind = self.role if self.role[1:2].isupper() else self.role[:1].lower() + self.role[1:]
        return f"{kind} {self.other_name}"

    @property
    def dates(self) -> tuple[str, str, str]:
        """Which sentence of `DATED` says the dates, with its start and end.

        The sentence is "" when neither is known.

        >>> DATED["between"].format(start="2011", end="2014")
        'between 2011 and 2014'
        """
        start, end = self.start, self.end
        ended = end not in ("", OPEN)
        if start and end == start:
            return "on", start, end
        if start:
            return ("to" if ended else "since" if end else "from"), start, end
        if ended:
            return "until", "", end
        first, slash, last = self.within.partition("/")
        if not slash:
            # A day is said as it is; a month or year is the time that the day is in.
            said = "" if not first else "on" if len(first) == len("2014-11-07") else "in"
        else:
            said = "by" if first == OPEN else "later" if last == OPEN else "between"
        return said, first, last

    @property
    def when(self) -> str:
        """The dates in words: "2014-11-07 to 2016", "as of 2014-05", or "date unknown"."""
        said, start, end = self.dates
        parts = [DATED[said].format(start=start, end=end)] if said else []
        if self.observed:
            parts.append(f"as of {self.observed}")
        if self.dates_from == "collaboration":
            parts.append("dates from the project or event")
        return ", ".join(parts) or "date unknown"


def statement_of(network: Network, row: int) -> Statement:
    """The fact in a row of `Network.facts`; UsageError if it was read without evidence."""
    facts = network.facts
    stated = facts.stated[row]
    answers = network.answers
    organisation = network.organisations[facts.organisation[row]]
    end = int(facts.other[row])
    other = network.organisations[end] if facts.layer[row] in _PAIRED else None
    representative = str(stated.get("representedById", ""))
    found = network.index.get(representative)
    # With `own_dates` selected, a fact is not marked as having the dates of its group any more.
    shown = "datesFrom" not in stated or bool(facts.inherited[row])
    return Statement(
        id=facts.id[row],
        organisation=organisation.id,
        name=organisation.name,
        question=str(stated.get("questionId", "")),
        role=_answer(network, stated) or str(stated.get("role") or stated.get("kind") or ""),
        other="" if other is None else other.id,
        other_name="" if other is None else other.name,
        start=str(stated.get("startDate", "")) if shown else "",
        end=str(stated.get("endDate", "")) if shown else "",
        observed=str(stated.get("observedDate", "")) if shown else "",
        dates_from=str(stated.get("datesFrom", "")) if shown else "",
        within=_within(_day(stated.get("startFrom")), _day(stated.get("endTo"))),
        status=STATUSES[facts.status[row]],
        representative=representative,
        representative_name=representative if found is None else network.organisations[found].name,
        note=str(stated.get("note", "")),
        standing=None if answers is None else Standing(int(answers[row])),
        citations=citations(network, stated.get("sourceIds"), stated.get("locators")),
        bounds=facts.lasting.texts(row),
        own=own_of(stated),
        known_as=known_as(organisation, stated),
        end_known_as="" if end < 0 else known_as(network.organisations[end], stated, STATED_END),
    )


def _answer(network: Network, stated: Mapping[str, Value]) -> str:
    """The answer of a rating, such as contact: weekly (3); "" of another fact."""
    asked = stated.get("questionId")
    if asked is None:
        return ""
    question = network.nodes.get(("Question", str(asked)))
    return f"{asked}: {scale_of(question).said(stated.get('value'))}"


def citations(network: Network, source_ids: object, locators: object) -> tuple[Citation, ...]:
    """Pair the sources of a fact with the places in them.

    Parameters
    ----------
    network : Network
        The network that holds the sources.
    source_ids : object
        The fact's list of source ids; anything but a list counts as empty.
    locators : object
        The parallel list of places in them; shorter lists, and anything else, are filled with "".

    Returns
    -------
    tuple of Citation
        One citation per source, in order. A source that the network does not hold is cited by its
        id.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> print(*citations(Network.of(read_sample()), ["dkm-opis"], ["p2"]))
    Dolnośląski Klaster Metalowy (p2)
    """
    ids = source_ids if isinstance(source_ids, list) else []
    places = locators if isinstance(locators, list) else []
    result = []
    for position, source_id in enumerate(ids):
        source = network.nodes.get(("Source", source_id))
        stated = source.properties if source else {}
        result.append(
            Citation(
                source=source_id,
                title=source.name if source else source_id,
                locator=places[position] if position < len(places) else "",
                published=str(stated.get("published", "")),
                url=str(stated.get("url", "")),
            )
        )
    return tuple(result)


def _day(stated: object) -> date | None:
    return stated if isinstance(stated, date) else None


@lru_cache(maxsize=10_000)
def _within(first: date | None, last: date | None) -> str:
    """The shortest text for the span: a day, month or year, else two of these with a slash.

    An unknown side is "..".
    """
    begin = ".." if first is None else _shortest(first, "first")
    end = ".." if last is None or last == FOREVER else _shortest(last, "last")
    if first is not None and last is not None:
        for text in (first.isoformat(), first.isoformat()[:7], first.isoformat()[:4]):
            if (parse_date(text).first, parse_date(text).last) == (first, last):
                return text
    return "" if begin == end == ".." else f"{begin}/{end}"


def _shortest(day: date, side: str) -> str:
    """The year or month that begins (or ends) with the day, else the day."""
    for text in (day.isoformat()[:4], day.isoformat()[:7]):
        if getattr(parse_date(text), side) == day:
            return text
    return day.isoformat()
