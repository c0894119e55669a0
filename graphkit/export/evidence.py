"""The facts behind a position as a table, as lines and as text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphkit.export.own_cells import OwnCells
from graphkit.export.phrases import listed, spread, standing_words, written
from graphkit.export.statement_columns import (
    STATEMENT_DATES,
    STATEMENT_TYPES,
    statement_cells,
    statement_columns,
)
from graphkit.export.table import Table
from graphkit.model.own_columns import own_lines
from graphkit.model.wording import counted
from graphkit.network import (
    Explanation,
    Group,
    Member,
    Reason,
    Statement,
)
from graphkit.network.in_force import lifetime_words

_DID = {
    "membership": "belongs to",
    "declaration": "signed",
    "collaboration": "took part in",
    "tie": "works with",
    "rating": "rates or is rated by",
}


def explanation_table(explanation: Explanation) -> Table:
    """One row per fact: the group, the member that the fact states, the others, and the sources.

    In formats without lists one row per fact and organisation that it ties to the explained one.

    `organisation` is the one that the fact names. It differs from the explained one when a member's
    fact ties the group's own node, or a part counts as its whole. `other` is the other end of a
    direct tie. A fact of a planned group, which ties nobody, has the standing "planned". The last
    columns are those of one's own that the facts have, and those that the groups have, such as
    `group_x_topic`.
    """
    stated: list[tuple[Group, Statement, str, Iterable[Member]]] = []
    for reason in explanation.reasons:
        for each in reason.member.statements:
            stated.append((reason.group, each, each.role, reason.others))
        if reason.is_of_its_own:
            stated += (
                (reason.group, each, each.role, (other,))
                for other in reason.others
                for each in other.statements
            )
    stated += (
        (group, each, f"representative of {each.organisation}", ())
        for group, each in explanation.represented
    )
    planned = [(group, each, each.role, ()) for group, each in explanation.planned]
    own = OwnCells.of(each[1].own for each in (*stated, *planned))
    groups = OwnCells.of(explanation.own_of_groups.values())
    of_groups = explanation.own_of_groups
    rows = [(*_row(*each, own), *groups(of_groups.get(each[0], {}))) for each in stated]
    rows += [
        (*_row(*each, own, planned=True), *groups(of_groups.get(each[0], {}))) for each in planned
    ]
    columns = statement_columns("standing", "represented_by", "ties", "with", own=own)
    return Table.of(
        (*columns, *map(_of_group, groups.names)),
        rows,
        dates={*STATEMENT_DATES, *own.dates, *map(_of_group, groups.dates)},
        spread=spread("with", "with"),
        types=STATEMENT_TYPES
        | {"ties": int, "with": list}
        | own.types
        | {_of_group(name): kind for name, kind in groups.types.items()},
    )


def _of_group(name: str) -> str:
    """The name of a group's column, which may be that of a fact's too."""
    return f"group_{name}"


def explanation_lines(explanation: Explanation) -> list[str]:
    """One sentence per group: what ties the organisation to how many others, with sources."""
    lines = [_sentence(reason) for reason in explanation.reasons if reason.others]
    lines += [
        f"signed for another: {group.name}, {each.when} {_cited([each])}"
        for group, each in explanation.represented
    ]
    return lines or ["it has no ties to other organisations"]


def explanation_text(explanation: Explanation) -> str:
    """The explanation as text: one paragraph per group, with its facts and their sources."""
    node = explanation.organisation
    tied = counted(explanation.tied, "organisation")
    head = f"{node.name} ({node.id}, {node.kind_shown}): tied to {tied}"
    about = [head, *(f"  {line}" for line in own_lines(node.properties))]
    if explanation.asked.id != node.id:
        about.insert(0, f"{explanation.asked.name} counts as its whole")
    if not explanation.existed:
        about.append(f"it did not exist then ({lifetime_words(node)})")
    elif not explanation.stands:
        about.append("the selection leaves it out")
    blocks = [written(about)]
    for reason in explanation.reasons:
        group = reason.group
        what = "answers about each other" if group.layer == "rating" else "direct tie"
        lines = [f"{group.layer.capitalize()}: {group.name or what}"]
        if group.id != node.id:
            lines += _own_of_group(explanation, group)
        for each in reason.member.statements:
            lines += paragraph(each, each.name)
        for other in reason.others if reason.is_of_its_own else ():
            for each in other.statements:
                lines += paragraph(each, other.name)
        names = ", ".join(other.name for other in reason.others)
        lines.append(
            f"  ties it to {len(reason.others)}: {names}"
            if names
            else "  ties it to no other organisation"
        )
        blocks.append(written(lines))
    for group, each in explanation.represented:
        lines = [f"Signed for another: {group.name}", *_own_of_group(explanation, group)]
        lines += paragraph(each, f"for {each.name}")
        lines.append("  gives it no tie")
        blocks.append(written(lines))
    planned: dict[Group, list[str]] = {}
    for group, each in explanation.planned:
        planned.setdefault(group, []).extend(paragraph(each, each.name))
    for group, lines in planned.items():
        head = f"Planned, not yet a tie: {group.name}"
        lines = [head, *_own_of_group(explanation, group), *lines]
        blocks.append(written(lines))
    return "\n".join(blocks)


def _own_of_group(explanation: Explanation, group: Group) -> list[str]:
    """What is stated of a group in columns of one's own, a line each."""
    return [f"  {line}" for line in own_lines(explanation.own_of_groups.get(group, {}))]


def _row(
    group: Group,
    statement: Statement,
    role: str,
    others: Iterable[Member],
    own: OwnCells,
    *,
    planned: bool = False,
) -> tuple[object, ...]:
    named = listed(others)
    standing = standing_words(statement.standing)
    more = ("planned" if planned else standing, statement.representative or None, len(named), named)
    return statement_cells(group, statement, *more, role=role, own=own)


def _sentence(reason: Reason) -> str:
    others = reason.others
    count = counted(len(others), "other")
    if not reason.is_of_its_own:
        roles = sorted({_role(each) for each in reason.member.statements if each.role})
        when = sorted({each.when for each in reason.member.statements})
        what = f"{_DID[reason.group.layer]} {reason.group.name or others[0].name}"
        said = f"{what} ({', '.join((*roles, *when))}), with {count}"
        return f"{said} {_cited(reason.member.statements)}"
    statements = [each for other in others for each in other.statements]
    named = ", ".join(other.name for other in others[:4]) + (" …" if len(others) > 4 else "")
    return f"has {count} as members: {named} {_cited(statements)}"


def _role(statement: Statement) -> str:
    """The role; for a direct tie also its starting point, since it may lead either way."""
    return f"{statement.name} {statement.what}" if statement.other else statement.role


def paragraph(statement: Statement, who: str) -> list[str]:
    """One line for the fact, and one per source."""
    what = statement.what
    if statement.other and not what:
        what = f"{_DID['tie']} {statement.other_name}"
    said = [what, statement.when, statement.status]
    if statement.standing is not None:
        said.append(f"{standing_words(statement.standing)} at the date")
    if statement.representative:
        said.append(f"represented by {statement.representative_name}")
    if statement.known_as:
        said.append(f"stated as {statement.known_as}")
    if statement.end_known_as:
        said.append(f"{statement.other_name or 'the group'} stated as {statement.end_known_as}")
    lines = [f"  {who}: {', '.join(part for part in said if part)}"]
    places: dict[str, list[str]] = {}
    for citation in statement.citations:
        heading = (
            f"{citation.title}, {citation.published}" if citation.published else citation.title
        )
        places.setdefault(heading, []).extend([citation.locator] if citation.locator else [])
    for heading, found in places.items():
        lines.append(f"    source: {heading}" + (f" ({', '.join(found)})" if found else ""))
    if not places:
        lines.append("    source: none given")
    if statement.note:
        lines.append(f"    note: {statement.note}")
    lines += (f"    {line}" for line in own_lines(statement.own))
    return lines


def _natural(text: str) -> list[tuple[int, str]]:
    """A sort key that puts p4 before p10."""
    return [
        (int(each), "") if each.isdigit() else (0, each) for each in re.findall(r"\d+|\D+", text)
    ]


def _cited(statements: Iterable[Statement]) -> str:
    """The sources' ids with the places in them, and a mark when a fact is inferred."""
    given = list(statements)
    inferred = [each.status == "inferred" for each in given]
    mark = ", inferred" if all(inferred) else ", partly inferred" if any(inferred) else ""
    return f"[{sources_of(given) or 'no source'}{mark}]"


def sources_of(statements: Iterable[Statement]) -> str:
    """The ids of the sources that state facts, with the places in them; "" without any."""
    places: dict[str, list[str]] = {}
    for statement in statements:
        for citation in statement.citations:
            found = places.setdefault(citation.source, [])
            if citation.locator and citation.locator not in found:
                found.append(citation.locator)
    return "; ".join(
        " ".join((source, *sorted(found, key=_natural))) for source, found in sorted(places.items())
    )
