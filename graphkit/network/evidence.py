"""The facts behind an organisation's ties, with their sources.

A tie rests on a group that two organisations share, and each one's place in the group on facts. A
`Reason` is a group with the facts that put the organisation into it, and the others it is thereby
tied to with theirs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from graphkit.model import FOREVER, LAYERS, STATUSES, Node, parse_date
from graphkit.network.in_force import Standing
from graphkit.network.network import Network
from graphkit.network.two_mode import Group

_TIE = LAYERS.index("tie")


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact is stated: a source, and the place in it."""

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
    """One fact: who is in the group, in what role, when, and which sources say so.

    organisation: the id as stated, which is a part's when the part counts as its whole; its name
    is `name`. other: of a direct tie, the id of the organisation at its other end, and its name;
    the role is then the tie's kind, and leads from the first to the other. representative: the id
    of the organisation that signed on its behalf, or "", and its name. dates: as stated, "" where
    unknown; within: the time in which it must lie when neither start nor end is stated, as that of
    an event, or "". standing: at the selected date, or None.
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
    def when(self) -> str:
        """The dates in words: "2014-11-07 to 2016", "seen 2014-05", or "date unknown"."""
        if self.end and self.end == self.start:
            said = self.start
        elif self.start and self.end in ("", ".."):
            said = f"since {self.start}" if self.end else f"from {self.start}"
        elif self.start or self.end not in ("", ".."):
            said = f"{self.start} to {self.end}" if self.start else f"until {self.end}"
        else:
            said = f"within {self.within}" if self.within else ""
        seen = f"seen {self.observed}" if self.observed else ""
        return ", ".join(part for part in (said, seen) if part) or "date unknown"


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation in a group, with the facts that put it there.

    The statements are empty for a group's own node: it is there through its members' facts.
    """

    id: str
    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A group, the organisation's own place in it, and the others that it is thereby tied to."""

    group: Group
    member: Member
    others: tuple[Member, ...]

    @property
    def is_of_its_own(self) -> bool:
        """Whether the group is the organisation itself, in it through its members' facts."""
        return self.group.layer == "membership" and self.group.id == self.member.id


def members_by_group(network: Network) -> dict[Group, tuple[Member, ...]]:
    """Each group of the two-mode form with its members, in order, and their facts."""
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
    """Each pair that a backbone keeps, as `Network.tied` has it, with the facts that put the two
    into the groups that they share.
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
    """Why an organisation stands where it does.

    asked: the organisation that was asked for; `organisation` is its whole when it counts as one.
    stands: whether the selection has it as a node. reasons: its groups, largest first.
    represented: the groups that it entered for another, with the facts; these give it no tie.
    """

    asked: Node
    organisation: Node
    stands: bool
    reasons: tuple[Reason, ...]
    represented: tuple[tuple[Group, Statement], ...]

    @property
    def tied(self) -> int:
        """To how many organisations it is tied."""
        return len({other.id for reason in self.reasons for other in reason.others})


def explain(network: Network, asked: Node) -> Explanation:
    """The facts behind an organisation's position in a network; a part's are its whole's.

    With a backbone selected the others are those of the kept pairs.
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
    """The span in as few words as say it: a day, month or year, else two of these with a slash.

    A side that is not known is "..".
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
    """The citations of a fact from its parallel lists of sources and places in them."""
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
