"""The facts behind an organisation's ties, with their sources.

Two organisations are tied by a group that they share, and facts state that each belongs to it. A
`Reason` is a group with the facts that state the organisation's membership, and the other members
with theirs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from graphkit.model import FOREVER, LAYERS, OPEN, STATUSES, Node, parse_date
from graphkit.network.in_force import Standing
from graphkit.network.network import Network
from graphkit.network.two_mode import Group

_TIE = LAYERS.index("tie")

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
        `other`.
    other, other_name : str
        The id and name of the organisation at the other end of a direct tie; "" elsewhere.
    start, end, observed : str
        The dates as stated; "" where unknown.
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
        The earliest and latest start, end and observation as six ISO days; "" where there is none.
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
    within: str
    status: str
    representative: str
    representative_name: str
    note: str
    standing: Standing | None
    citations: tuple[Citation, ...]
    bounds: tuple[str, ...]

    @property
    def what(self) -> str:
        """The role; of a direct tie with a kind, that and its other end: "is part of Big Union"."""
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
        return ", ".join(parts) or "date unknown"


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation in a group, with the facts that put it there.

    Attributes
    ----------
    id : str
        The id of the organisation.
    name : str
        Its name.
    statements : tuple of Statement
        The facts. Empty for the group's own node, which is there through the facts of its members.
    """

    id: str
    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A group, the organisation's own place in it, and the others that it is thereby tied to.

    Attributes
    ----------
    group : Group
        What they share.
    member : Member
        The organisation and the facts that put it into the group.
    others : tuple of Member
        The organisations it is tied to through this group, with their facts.
    """

    group: Group
    member: Member
    others: tuple[Member, ...]

    @property
    def is_of_its_own(self) -> bool:
        """Whether the group is the organisation itself, in it through its members' facts."""
        return self.group.layer == "membership" and self.group.id == self.member.id


def members_by_group(network: Network) -> dict[Group, tuple[Member, ...]]:
    """List the members of each group, with the facts that put them there.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.

    Returns
    -------
    dict of Group to tuple of Member
        Every group of `Network.two_mode` with its members, both in order.

    Raises
    ------
    UsageError
        If the network was read without evidence.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> members = members_by_group(Network.of(read_sample()))
    >>> group = next(iter(members))
    >>> group.name, [member.id for member in members[group]]
    ('Dolnośląski Klaster Metalowy', ['arleg', 'dolnoslaski-klaster-metalowy'])
    """
    form = network.two_mode
    inside: dict[int, list[int]] = defaultdict(list)
    for row, column in network.two_mode.members.T.tolist():
        inside[column].append(row)
    rows_of = dict(network.facts.groups())
    result: dict[Group, tuple[Member, ...]] = {}
    for column, group in enumerate(form.groups):
        statements: dict[str, list[Statement]] = defaultdict(list)
        for row in rows_of[group.layer, group.id]:
            ends = {int(network.facts.organisation[row])}
            if group.layer == "tie":
                ends.add(int(network.facts.other[row]))
            for whole in sorted({int(network.wholes[end]) for end in ends}):
                statements[network.organisations[whole].id].append(_statement(network, row))
        result[group] = tuple(
            Member(
                form.organisations[position],
                network.organisations[network.index[form.organisations[position]]].name,
                tuple(statements[form.organisations[position]]),
            )
            for position in inside[column]
        )
    return result


def members_by_pair(network: Network) -> dict[Group, tuple[Member, ...]]:
    """List the pairs that a backbone keeps, with the facts behind what they share.

    Parameters
    ----------
    network : Network
        A network with a backbone selected, read with its evidence.

    Returns
    -------
    dict of Group to tuple of Member
        Each kept pair, a group of `Network.tied`, with its two members. Their statements are the
        facts that put them into the groups that they share.

    Raises
    ------
    UsageError
        If the network was read without evidence.

    Examples
    --------
    In the sample no pair shares more groups than by chance:

    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> members_by_pair(Network.of(read_sample()).select(backbone=True))
    {}
    """
    form = network.two_mode
    members = members_by_group(network)
    place = {name: position for position, name in enumerate(form.organisations)}
    result: dict[Group, tuple[Member, ...]] = {}
    for pair in network.tied.groups:
        ends = pair.id.split(" ")
        first, second = (form.groups_of(place[end]) for end in ends)
        shared = [form.groups[column] for column in np.intersect1d(first, second).tolist()]
        both = []
        for end in ends:
            found = [each for group in shared for each in members[group] if each.id == end]
            stated = {each.id: each for member in found for each in member.statements}
            both.append(Member(end, found[0].name, tuple(stated.values())))
        result[pair] = tuple(both)
    return result


@dataclass(frozen=True, slots=True)
class Explanation:
    """The facts behind an organisation's position.

    Attributes
    ----------
    asked : Node
        The organisation that was asked for.
    organisation : Node
        The organisation that stands for it: the same, or its whole if it counts as one.
    stands : bool
        Whether the selection has it as a node.
    reasons : tuple of Reason
        Its groups, those that tie it to most others first.
    represented : tuple of (Group, Statement)
        The groups that it entered on behalf of another, with the facts. They give it no tie.
    """

    asked: Node
    organisation: Node
    stands: bool
    reasons: tuple[Reason, ...]
    represented: tuple[tuple[Group, Statement], ...]

    @property
    def tied(self) -> int:
        """The number of organisations that it is tied to."""
        return len({other.id for reason in self.reasons for other in reason.others})


def explain(network: Network, asked: Node) -> Explanation:
    """List the facts behind an organisation's position in a network.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.
    asked : Node
        An organisation of the network; `Network.organisation` finds it by id, name or alias. The
        facts of a part are those of its whole, unless the selection keeps parts separate.

    Returns
    -------
    Explanation
        Its groups with the facts, their sources, and the others that it is tied to. With a backbone
        selected the others are those of the kept pairs.

    Raises
    ------
    UsageError
        If the network was read without evidence.

    Examples
    --------
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> network = graphkit.Network.of(read_sample())
    >>> explanation = graphkit.explain(network, network.organisation("kom"))
    >>> explanation.tied
    20
    >>> member = explanation.reasons[0].others[0]
    >>> statement = member.statements[0]
    >>> print(f"{member.name}, {statement.what}, {statement.when}")
    Białostocka Fundacja Kształcenia Kadr, partner, since 2014-11-07
    >>> print(statement.citations[0])
    Spotkanie partnerów strategicznych Klastra Obróbki Metali (p17.1)
    """
    whole = int(network.wholes[network.index[asked.id]])
    organisation = network.organisations[whole]
    kept = None if network.backbone is None else {group.id for group in network.tied.groups}
    reasons = []
    represented = []
    for group, members in members_by_group(network).items():
        for member in members:
            if member.id == organisation.id:
                others = tuple(
                    other
                    for other in members
                    if other.id != member.id and (kept is None or _pair(member, other) in kept)
                )
                reasons.append(Reason(group, member, others))
            represented += [
                (group, statement)
                for statement in member.statements
                if _stands_for(network, statement.representative) == whole
            ]
    order = {layer: position for position, layer in enumerate(LAYERS)}
    reasons.sort(
        key=lambda reason: (-len(reason.others), order[reason.group.layer], reason.group.id)
    )
    stands = bool(network.standing[whole])
    return Explanation(asked, organisation, stands, tuple(reasons), tuple(represented))


def _pair(a: Member, b: Member) -> str:
    return " ".join(sorted((a.id, b.id)))


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


def _stands_for(network: Network, reference: str) -> int | None:
    position = network.index.get(reference)
    return None if position is None else int(network.wholes[position])


def _statement(network: Network, row: int) -> Statement:
    facts = network.facts
    stated = facts.stated[row]
    answers = network.answers
    organisation = network.organisations[facts.organisation[row]]
    other = network.organisations[facts.other[row]] if facts.layer[row] == _TIE else None
    representative = str(stated.get("representedById", ""))
    found = network.index.get(representative)
    return Statement(
        id=facts.id[row],
        organisation=organisation.id,
        name=organisation.name,
        role=str(stated.get("role") or stated.get("kind") or ""),
        other="" if other is None else other.id,
        other_name="" if other is None else other.name,
        start=str(stated.get("startDate", "")),
        end=str(stated.get("endDate", "")),
        observed=str(stated.get("observedDate", "")),
        within=_within(_day(stated.get("startFrom")), _day(stated.get("endTo"))),
        status=STATUSES[facts.status[row]],
        representative=representative,
        representative_name=representative if found is None else network.organisations[found].name,
        note=str(stated.get("note", "")),
        standing=None if answers is None else Standing(int(answers[row])),
        citations=citations(network, stated.get("sourceIds"), stated.get("locators")),
        bounds=facts.bounds.texts(row),
    )


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
