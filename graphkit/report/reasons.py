"""Why an organisation stands where it does: its facts in words, each with what states it."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.metrics.impact import COORDINATOR
from graphkit.model import PAIRED, Node
from graphkit.network import Explanation, Reason
from graphkit.report.study import Study
from graphkit.report.tree import Item, Items, Run
from graphkit.report.writing import Writing

MOST = 6
"""How many reasons are written out; the rest is counted."""

_NAMED = 2
"""How many groups or organisations a sentence names; more are counted."""

_USUAL = {"member", "signatory", "participant"}
"""Roles that say no more than the fact itself."""


def reasons(study: Study, pen: Writing, node: Node, most: int = MOST) -> Items | None:
    """List what ties an organisation to others, with its facts; None where nothing does."""
    tying = [each for each in study.explained(node).reasons if each.others]
    if not tying:
        return None
    items = [_item(each, node, pen) for each in tying[:most]]
    rest = len(tying) - most
    if rest > 0:
        items.append(pen.item("further-groups", node.id, n=rest))
    return Items(tuple(items))


def because(study: Study, pen: Writing, node: Node) -> Run:
    """Say in one sentence on what an organisation's position rests, counted over its facts."""
    said = list(_grounds(study, pen, node, study.explained(node)))
    if not said:
        return ()
    return pen.say("because", node.id, reasons=pen.listed(said))


def _grounds(study: Study, pen: Writing, node: Node, explained: Explanation) -> Iterator[Run]:
    tying = [each for each in explained.reasons if each.others]
    shared = {
        layer: sum(
            group.layer == layer and len(members) > 1 for group, members in study.members.items()
        )
        for layer in ("declaration", "collaboration")
    }
    own = [each for each in tying if each.is_of_its_own]
    if own:
        yield pen.say("has-members", node.id, n=len(own[0].others))
    joined = [each for each in tying if each.group.layer == "membership" and each not in own]
    led = [each for each in joined if _coordinates(each)]
    if 0 < len(led) <= _NAMED:
        yield pen.say("coordinates-these", node.id, n=len(led), names=[each.group for each in led])
    elif led:
        yield pen.say("coordinates-n", node.id, n=len(led))
    others = [each.group for each in joined if each not in led]
    if 0 < len(others) <= _NAMED:
        yield pen.say("belongs", node.id, n=len(others), names=others)
    elif others:
        yield pen.say("belongs-n", node.id, n=len(others))
    for layer, total in shared.items():
        number = sum(each.group.layer == layer for each in tying)
        if number and number == total:
            all_of_them = {1: "only", 2: "both"}.get(total, "all")
            yield pen.say(f"{layer}-{all_of_them}", node.id, n=total)
        elif number:
            yield pen.say(f"{layer}-some", node.id, n=number, of=total)
    if direct := sum(each.group.layer == "tie" for each in tying):
        yield pen.say("tie-n", node.id, n=direct)
    if rated := sum(each.group.layer == "rating" for each in tying):
        yield pen.say("rating-n", node.id, n=rated)


def _coordinates(reason: Reason) -> bool:
    roles = (each.role.strip().casefold() for each in reason.member.statements)
    return any(role == COORDINATOR for role in roles)


def _item(reason: Reason, node: Node, pen: Writing) -> Item:
    group, at = reason.group, f"{node.id}/{reason.group.key}"
    if reason.is_of_its_own:
        facts = [(each, group) for other in reason.others for each in other.statements]
        said = pen.say("members-are", at, names=list(reason.others))
        return Item((*said, *pen.cite(facts)))
    facts = [(each, group) for each in reason.member.statements]
    if group.layer in PAIRED:
        name = "works-with" if group.layer == "tie" else "rated-with"
        said = pen.say(name, at, other=reason.others[0], what=_kind(reason))
    else:
        coordinates = group.layer == "membership" and _coordinates(reason)
        name = "coordinates" if coordinates else group.layer
        said = pen.say(name, at, group=group, others=_others(reason, at, pen))
        said += _roles(reason, pen) if not coordinates else ()
    return Item((*said, *pen.cite(facts)))


def _others(reason: Reason, at: str, pen: Writing) -> Run:
    if len(reason.others) <= _NAMED:
        return pen.say("with-names", at, names=list(reason.others))
    return pen.say("with-others", at, n=len(reason.others))


def _kind(reason: Reason) -> str:
    kinds = sorted({each.role for each in reason.member.statements if each.role})
    return f" ({', '.join(kinds)})" if kinds else ""


def _roles(reason: Reason, pen: Writing) -> Run:
    """The roles as the source states them, which are data and stay in their language."""
    stated = {each.role for each in reason.member.statements if each.role}
    roles = sorted(each for each in stated if each.strip().casefold() not in _USUAL)
    return pen.say("roles", roles=", ".join(roles)) if roles else ()
