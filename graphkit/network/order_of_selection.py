"""The order in which the words of a `Selection` act on a whole network.

1. Facts: `layer`, `tie_kind`, `rating` with `mutual`, `dataset`, `status`, `at` with `unknown` and
   `own_dates`, and `planned`. A fact that is left out here is as good as not there. An organisation
   that did not exist at the date has no facts and is not a node. Nor do facts count that say only
   that a survey asked an organisation.
2. `parts`: which organisation each one counts as.
3. `group_nodes`: whether a group's own organisation is in the group.
4. The size k of each group: how many organisations these facts put into it. It is settled before
   organisations are chosen, so that looking at a few of them never changes how strongly they are
   tied.
5. `kind`, `sector`, `place`, `cluster` and `where`: which organisations stand as nodes. Groups
   remain, and facts about no node are not counted.
6. `overlap`: who is tied in a group, see `graphkit.network.overlap`; then the backbone.
7. `component`, then `isolates`: by the ties that there are now, those of the backbone if there is
   one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from graphkit.model import LAYERS, PAIRED
from graphkit.network.affiliations import sizes_of
from graphkit.network.clusters import in_clusters, memberships
from graphkit.network.conditions import answers_of
from graphkit.network.part_of import wholes_of
from graphkit.network.places import answers_of_places
from graphkit.network.rated_ties import rated_ties
from graphkit.network.selectable import Selectable
from graphkit.network.selected_nodes import Choice
from graphkit.network.selection import Selection
from graphkit.network.tying_facts import FactTable

N = TypeVar("N", bound=Selectable)


def selected_from(whole: N, selection: Selection) -> N:
    """The network that a selection takes from a whole one."""
    every = whole.facts
    if selection.own_dates:
        every = every.with_own_dates(whole.lifetimes)
    facts = every.take(every.selected(selection) & ~_are_asked(whole, every))
    if "rating" in selection.layer:
        evidence = facts.properties is not None
        facts = facts.joined(rated_ties(whole, selection), evidence=evidence)
    planned = facts.take(np.zeros(len(facts), dtype=bool))
    if selection.planned == "exclude":
        is_planned = _are_planned(whole, facts)
        facts, planned = facts.take(~is_planned), facts.take(is_planned)
    wholes = wholes_of(whole.context, whole.bodies, whole.index, whole.lifetimes, selection)
    if selection.group_nodes == "exclude":
        facts = facts.without_group_nodes()
    existing = whole.lifetimes.possible(selection.at)[:-1]
    choice = _choice(whole, selection)
    if selection.cluster:
        choice[~_in_clusters(whole, every, wholes, selection)] = Choice.OTHER_CLUSTER
    standing = existing & (choice == Choice.CHOSEN)
    chosen = replace(
        whole,
        facts=facts.take(_about(facts, wholes, standing)),
        planned=planned.take(_about(planned, wholes, standing)),
        existing=existing,
        standing=standing,
        choice=choice,
        wholes=wholes,
        sizes=None if standing.all() else sizes_of(facts, wholes),
        selection=selection,
        whole=whole,
    )
    if selection.component == "all" and selection.isolates == "include":
        return chosen
    return _by_ties(chosen)


def _in_clusters(
    whole: Selectable, every: FactTable, wholes: npt.NDArray[np.int32], selection: Selection
) -> npt.NDArray[np.bool_]:
    """Which organisations are in a selected cluster, shape (organisations,)."""
    facts = memberships(every, selection)
    if selection.planned == "exclude":
        facts = facts.take(~_are_planned(whole, facts))
    if selection.group_nodes == "exclude":
        facts = facts.without_group_nodes()
    return in_clusters(whole, facts, wholes, selection)


def _by_ties(chosen: N) -> N:
    """What is left of a network when organisations are dropped by their ties."""
    selection = chosen.selection
    here = np.ones(len(chosen.tied.organisations), dtype=bool)
    if selection.component == "largest":
        here &= chosen.tied.in_largest_component()
    if selection.isolates == "exclude":
        here &= chosen.tied.have_ties()
    standing = np.zeros(len(chosen.organisations), dtype=bool)
    standing[np.flatnonzero(chosen.stands)[here]] = True
    return replace(
        chosen,
        facts=chosen.facts.take(_about(chosen.facts, chosen.wholes, standing)),
        standing=standing,
        sizes=sizes_of(chosen.facts, chosen.wholes) if chosen.sizes is None else chosen.sizes,
        before=chosen,
    )


def _about(
    facts: FactTable, wholes: npt.NDArray[np.int32], standing: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Which facts are about an organisation that stands as a node.

    A group's own node belongs to the group through its members, so a membership counts only for its
    member.
    """
    here = np.append(standing[wholes], False)
    paired = np.isin(facts.layer, [LAYERS.index(layer) for layer in PAIRED])
    about: npt.NDArray[np.bool_] = here[facts.organisation] | (paired & here[facts.other])
    return about


def _are_planned(whole: Selectable, facts: FactTable) -> npt.NDArray[np.bool_]:
    """Which facts put an organisation into a group that is only planned."""
    planned = whole.planned_groups
    if not planned:
        return np.zeros(len(facts), dtype=bool)
    keys = zip(facts.layer.tolist(), facts.group, strict=True)
    return np.array([(LAYERS[layer], group) in planned for layer, group in keys], dtype=bool)


def _are_asked(whole: Selectable, facts: FactTable) -> npt.NDArray[np.bool_]:
    """Which facts say only that a survey asked an organisation."""
    if not whole.surveys:
        return np.zeros(len(facts), dtype=bool)
    collaboration = facts.layer == LAYERS.index("collaboration")
    surveys = np.array([group in whole.surveys for group in facts.group], dtype=bool)
    asked: npt.NDArray[np.bool_] = collaboration & surveys
    return asked


def _choice(whole: Selectable, selection: Selection) -> npt.NDArray[np.int8]:
    """Whether the words about organisations choose each of them, shape (organisations,)."""
    choice = np.full(len(whole.organisations), Choice.CHOSEN, np.int8)
    if selection.where:
        answers = answers_of(selection.where, whole.organisations, whole.own_columns)
        choice[[answer is None for answer in answers]] = Choice.UNSTATED
        choice[[answer is False for answer in answers]] = Choice.UNMET
    if selection.place:
        answers = answers_of_places(whole, selection)
        choice[[answer is None for answer in answers]] = Choice.UNPLACED
        choice[[answer is False for answer in answers]] = Choice.ELSEWHERE
    choice[~_of_kind_and_sector(whole, selection)] = Choice.OTHER_KIND
    return choice


def _of_kind_and_sector(whole: Selectable, selection: Selection) -> npt.NDArray[np.bool_]:
    """Which organisations are of the selected kinds and sectors, shape (organisations,)."""
    return np.array(
        [
            (not selection.kind or node.kind in selection.kind)
            and (not selection.sector or node.properties.get("sector") in selection.sector)
            for node in whole.organisations
        ],
        dtype=bool,
    )
