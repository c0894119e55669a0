"""The facts behind an organisation's ties, with their sources.

Two organisations are tied by a group that they share, and facts state that each belongs to it. A
`Reason` is a group with the facts that state the organisation's membership, and the other members
with theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from graphkit.model import LAYERS, PAIRED, Node, Value
from graphkit.model.own_columns import own_of
from graphkit.model.tabular import Tabular
from graphkit.network.cited_facts import Statement, statement_of
from graphkit.network.network import Network
from graphkit.network.overlap import there_on
from graphkit.network.two_mode import Group


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
            if group.layer in PAIRED:
                ends.add(int(network.facts.other[row]))
            for whole in sorted({int(network.wholes[end]) for end in ends}):
                statements[network.organisations[whole].id].append(statement_of(network, row))
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
    In the sample no pair shares more groups than by chance, and one has a direct tie:

    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample()).select(backbone=True)
    >>> [pair.id for pair in members_by_pair(network)]
    ['regionalny-klaster-motoryzacyjny umwl']
    """
    form = network.two_mode
    members = members_by_group(network)
    place = {name: position for position, name in enumerate(form.organisations)}
    result: dict[Group, tuple[Member, ...]] = {}
    for pair in network.tied.groups:
        ends = pair.id.split(" ")
        columns = network.shared(*(place[end] for end in ends))
        shared = [form.groups[column] for column in columns.tolist()]
        both = []
        for end in ends:
            found = [each for group in shared for each in members[group] if each.id == end]
            stated = {each.id: each for member in found for each in member.statements}
            both.append(Member(end, found[0].name, tuple(stated.values())))
        result[pair] = tuple(both)
    return result


def members_by_tie(network: Network) -> dict[Group, tuple[Member, ...]]:
    """List the members of each group that ties organisations, with the facts behind.

    Parameters
    ----------
    network : Network
        The network as selected, read with its evidence.

    Returns
    -------
    dict of Group to tuple of Member
        The groups of `Network.tied`: those of `members_by_group` or, with a backbone, the pairs of
        `members_by_pair`. With `overlap`, a group whose members were not all in it together stands
        as slices of time, each with its members and their facts of that time.

    Raises
    ------
    UsageError
        If the network was read without evidence.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample())
    >>> members_by_tie(network) == members_by_group(network)
    True
    """
    if network.backbone is not None:
        return members_by_pair(network)
    members = members_by_group(network)
    cut = network.slices
    if cut is None or not network.selection.overlap:
        return members
    form = network.two_mode
    inside: dict[int, set[str]] = defaultdict(set)
    for row, column in cut.form.members.T.tolist():
        inside[column].add(form.organisations[row])
    pieces = zip(cut.form.groups, cut.of.tolist(), cut.days.tolist(), strict=True)
    return {
        piece: tuple(
            each if day < 0 else _on(each, day)
            for each in members[form.groups[group]]
            if each.id in inside[column]
        )
        for column, (piece, group, day) in enumerate(pieces)
    }


def _on(member: Member, day: int) -> Member:
    """A member with the facts by which it can have been in its group on a day."""
    stated = tuple(each for each in member.statements if there_on(each.bounds, day))
    return replace(member, statements=stated)


@dataclass(frozen=True, slots=True)
class Explanation(Tabular):
    """The facts behind an organisation's position.

    Attributes
    ----------
    asked : Node
        The organisation that was asked for.
    organisation : Node
        The organisation that stands for it: the same, or its whole if it counts as one.
    stands : bool
        Whether the selection has it as a node.
    existed : bool
        Whether it may have existed at the selected date; True without one.
    reasons : tuple of Reason
        Its groups, those that tie it to most others first.
    represented : tuple of (Group, Statement)
        The groups that it entered on behalf of another, with the facts. They give it no tie.
    planned : tuple of (Group, Statement)
        The groups that it would be in if they were not only planned, with the facts; for a planned
        cluster its own members. They give it no tie.
    own_of_groups : mapping of Group to mapping of str to value
        What is stated of these groups in columns of one's own, where anything is.
    """

    TABLE = "graphkit.export.evidence:explanation_table"

    asked: Node
    organisation: Node
    stands: bool
    existed: bool
    reasons: tuple[Reason, ...]
    represented: tuple[tuple[Group, Statement], ...]
    planned: tuple[tuple[Group, Statement], ...] = ()
    own_of_groups: Mapping[Group, Mapping[str, Value]] = field(default_factory=dict)

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
        selected the others are those of the kept pairs; with `overlap`, those who can have been in
        the group together with it.

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
    together = _together(network, organisation)
    reasons = []
    represented = []
    for group, members in members_by_group(network).items():
        for member in members:
            if member.id == organisation.id:
                others = tuple(
                    other
                    for other in members
                    if other.id != member.id
                    and (kept is None or _pair(member, other) in kept)
                    and (together is None or other.id in together.get(group, ()))
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
    planned = tuple(_planned(network, whole))
    groups = [*(reason.group for reason in reasons), *(group for group, _ in represented)]
    return Explanation(
        asked=asked,
        organisation=organisation,
        stands=bool(network.standing[whole]),
        existed=bool(network.existing[whole]),
        reasons=tuple(reasons),
        represented=tuple(represented),
        planned=planned,
        own_of_groups=_own(network, [*groups, *(group for group, _ in planned)]),
    )


def _own(network: Network, groups: Iterable[Group]) -> dict[Group, dict[str, Value]]:
    """What is stated of groups in columns of one's own."""
    nodes = {group: network.group_node(group.layer, group.id) for group in groups}
    return {
        group: own for group, node in nodes.items() if node and (own := own_of(node.properties))
    }


def _planned(network: Network, whole: int) -> Iterator[tuple[Group, Statement]]:
    """The facts of planned groups that are about an organisation, or about its own members."""
    left_out = network.planned
    if left_out is None or not len(left_out):
        return
    of_these = replace(network, facts=left_out)
    ends = np.stack([left_out.organisation, left_out.other])
    here = ((network.wholes[ends] == whole) & (ends >= 0)).any(axis=0)
    for row in np.flatnonzero(here).tolist():
        layer, group = LAYERS[left_out.layer[row]], left_out.group[row]
        yield (
            Group(layer, group, network.group_name(layer, group)),
            statement_of(of_these, row),
        )


def _together(network: Network, organisation: Node) -> dict[Group, set[str]] | None:
    """Who can have been in each group with an organisation; None where that does not matter."""
    cut = network.slices if network.selection.overlap else None
    if cut is None or not network.stands[network.index[organisation.id]]:
        return None
    form = network.two_mode
    found = cut.companions(network.position(organisation))
    return {
        form.groups[column]: {form.organisations[row] for row in rows}
        for column, rows in found.items()
    }


def _pair(a: Member, b: Member) -> str:
    return " ".join(sorted((a.id, b.id)))


def _stands_for(network: Network, reference: str) -> int | None:
    position = network.index.get(reference)
    return None if position is None else int(network.wholes[position])
