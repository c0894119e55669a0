"""Rankings, explanations and summaries as tables and as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphkit.export.formats import Table, cell
from graphkit.metrics import Bands, Ranking
from graphkit.metrics.bands import KEEP_UNKNOWN
from graphkit.model import TABLES, Shown
from graphkit.network import (
    Backbone,
    Explanation,
    Group,
    Member,
    Reason,
    Standing,
    Statement,
    Summary,
)
from graphkit.network.backbone import MODEL

_ABOUT = ("id", "name", "kind", "sector")

_DID = {
    "membership": "belongs to",
    "declaration": "signed",
    "collaboration": "took part in",
    "tie": "works with",
}


def ranking_table(
    ranking: Ranking, top: int | None = None, *, short: bool = False, bands: Bands | None = None
) -> Table:
    """A row an organisation, in order of rank, cut after the first `top`.

    After id, name, kind and sector come the columns of the table `organisations` that are marked as
    shown in tables and hold a property (a place is not a property but a fact).
    `short` leaves out all but the name, the ranking metric, the degree and the counts of facts.
    `bands` adds, after the rank, its 5 % and 95 % quantiles and the probability of the first
    places.
    """
    spread = [] if bands is None else list(zip(bands.low, bands.high, bands.in_top, strict=True))
    shown = [name for name in ranking.values if not short or name in (ranking.by, "degree")]
    stated = {
        column.name: column.property
        for column in TABLES["organisations"].shown(Shown.TABLE)
        if column.property and column.name not in _ABOUT
    }
    rows = (
        (
            ranking.ranks[place],
            *(spread[place] if spread else ()),
            *(
                (node.name,)
                if short
                else (
                    node.id,
                    node.name,
                    node.kind,
                    node.properties.get("sector"),
                    *(node.properties.get(each) for each in stated.values()),
                )
            ),
            *(ranking.values[name][place] for name in shown),
            ranking.facts[place],
            ranking.inferred[place],
            ranking.undated[place],
        )
        for place, node in enumerate(ranking.organisations[:top])
    )
    who = ("name",) if short else (*_ABOUT, *stated)
    within = () if bands is None else ("rank_5", "rank_95", f"in_top_{bands.top}")
    columns = ("rank", *within, *who, *shown)
    return Table.of((*columns, "facts", "inferred", "undated"), rows)


def backbone_remark(kept: Backbone) -> str:
    """How many pairs a backbone keeps of how many, under which model and at which rate."""
    text = (
        f"backbone: {len(kept.shared)} of {kept.candidates} pairs that share a group are tied, "
        f"those that share more than by chance ({MODEL}, {kept.tested} pairs tested, "
        f"false-discovery rate {kept.fdr:g})"
    )
    if kept.candidates and not len(kept.shared):
        text += f"; the least probable has p = {kept.least:.2g}, too large among so many tests"
    return text


def bands_remark(bands: Bands) -> str:
    """What the bands rest on and do not say, and how often the shown order survives."""
    metric = bands.ranking.by
    kept = f"each fact kept with probability {bands.keep:g}"
    if bands.unknown:
        kept += (
            f", {bands.unknown} of unknown standing at the date with probability {KEEP_UNKNOWN:g}"
        )
    text = (
        f"bands: ranks by {metric} over {bands.draws} draws (seed {bands.seed}), {kept}; they "
        "model facts left out of the documents only, not wrong facts or unnamed organisations "
        "(Borgatti, Carley and Krackhardt 2006)\n"
    )
    if bands.first == 0:
        return text + f"the first rank is shared beyond place {bands.top}: there is no order"
    if bands.first == 1:
        text += f"the first is first in {bands.same_first:.0%} of the draws"
    else:
        text += (
            f"the order of the first {bands.first} survives in {bands.same_order:.0%} of the draws"
        )
        if bands.first < len(bands.ranking):
            text += f"; the same {bands.first} come first in {bands.same_first:.0%}"
    if bands.first < min(bands.top, len(bands.ranking)):
        text += f" (rank {bands.first + 1} is shared beyond place {bands.top})"
    return text


def explanation_table(explanation: Explanation) -> Table:
    """A row a fact: the group that ties, who is in it by that fact, with whom, and the sources.

    `organisation` is the one that the fact names: another than the one explained where a member's
    fact ties its group's own node, or a part counts as its whole. `other` is the other end of a
    direct tie.
    """
    columns = (
        "layer",
        "group",
        "name",
        "organisation",
        "role",
        "other",
        "start",
        "end",
        "observed",
        "status",
        "standing",
        "represented_by",
        "ties",
        "with",
        "sources",
        "note",
    )
    rows: list[tuple[object, ...]] = []
    for reason in explanation.reasons:
        for each in reason.member.statements:
            rows.append(_row(reason.group, each, each.role, reason.others))
        if reason.is_of_its_own:
            rows += (
                _row(reason.group, each, each.role, (other,))
                for other in reason.others
                for each in other.statements
            )
    rows += (
        _row(group, each, f"representative of {each.organisation}", ())
        for group, each in explanation.represented
    )
    return Table.of(columns, rows)


def explanation_lines(explanation: Explanation) -> list[str]:
    """A sentence a group: what ties the organisation to how many others, and where that stands."""
    lines = [_sentence(reason) for reason in explanation.reasons if reason.others]
    lines += [
        f"signed for another: {group.name}, {each.when} {_cited([each])}"
        for group, each in explanation.represented
    ]
    return lines or ["nothing ties it to another organisation"]


def explanation_text(explanation: Explanation) -> str:
    """The whole explanation for reading: a paragraph a group, with its facts and their sources."""
    node = explanation.organisation
    head = f"{node.name} ({node.id}, {node.kind}): tied to {counted(explanation.tied)}\n"
    if explanation.asked.id != node.id:
        part = explanation.asked.name
        head = f"{part} counts as its whole\n{head}"
    if not explanation.stands:
        head += "the selection leaves it out\n"
    blocks = [head]
    for reason in explanation.reasons:
        group = reason.group
        lines = [f"{group.layer.capitalize()}: {group.name or 'direct tie'}"]
        for each in reason.member.statements:
            lines += paragraph(each, each.name)
        for other in reason.others if reason.is_of_its_own else ():
            for each in other.statements:
                lines += paragraph(each, other.name)
        names = ", ".join(other.name for other in reason.others)
        lines.append(
            f"  ties it to {len(reason.others)}: {names}" if names else "  ties it to none"
        )
        blocks.append("".join(f"{cell(line)}\n" for line in lines))
    for group, each in explanation.represented:
        lines = [f"Signed for another: {group.name}", *paragraph(each, f"for {each.name}")]
        lines.append("  gives it no tie")
        blocks.append("".join(f"{cell(line)}\n" for line in lines))
    return "\n".join(blocks)


def summary_table(summary: Summary) -> Table:
    """A row a count."""
    rows: list[tuple[str, str, object]] = [("organisations", "", summary.organisations)]
    for what, counts in (
        ("kind", summary.kinds),
        ("groups", summary.groups),
        ("facts", summary.layers),
        ("status", summary.statuses),
    ):
        rows += ((what, name, count) for name, count in counts.items())
    rows += (
        ("facts without", "date", summary.counts["undated"]),
        ("facts without", "source", summary.counts["unsourced"]),
        ("unknown at the date", "", summary.counts["unknown"]),
        ("first date", summary.first, None),
        ("last date", summary.last, None),
    )
    rows += (("also holds", name, count) for name, count in summary.nodes.items())
    rows += (("data set", name, count) for name, count in summary.datasets.items())
    rows += (("cites", f"{name}: {title}", count) for name, title, count in summary.sources)
    return Table.of(("what", "name", "count"), rows)


def _row(
    group: Group, statement: Statement, role: str, others: Iterable[Member]
) -> tuple[object, ...]:
    names = [other.name for other in others]
    return (
        group.layer,
        group.id,
        group.name,
        statement.organisation,
        role,
        statement.other,
        statement.start,
        statement.end,
        statement.observed,
        statement.status,
        None if statement.standing is None else _words(statement.standing),
        statement.representative,
        len(names),
        names,
        [str(citation) for citation in statement.citations],
        statement.note,
    )


def _sentence(reason: Reason) -> str:
    others = reason.others
    count = "1 other" if len(others) == 1 else f"{len(others)} others"
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
    """The role; of a direct tie, who it leads from as well, as it may lead either way."""
    return f"{statement.name} {statement.what}" if statement.other else statement.role


def paragraph(statement: Statement, who: str) -> list[str]:
    """A fact in a line, and a line a source."""
    what = statement.what
    if statement.other and not what:
        what = f"{_DID['tie']} {statement.other_name}"
    said = [what, statement.when, statement.status]
    if statement.standing is not None:
        said.append(f"{_words(statement.standing)} at the date")
    if statement.representative:
        said.append(f"represented by {statement.representative_name}")
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
    return lines


def counted(organisations: int) -> str:
    """So many organisations, in words."""
    return "1 organisation" if organisations == 1 else f"{organisations} organisations"


def _words(standing: Standing) -> str:
    return standing.name.lower().replace("_", " ")


def _natural(text: str) -> list[tuple[int, str]]:
    """A key by which p4 comes before p10."""
    return [
        (int(each), "") if each.isdigit() else (0, each) for each in re.findall(r"\d+|\D+", text)
    ]


def _cited(statements: Iterable[Statement]) -> str:
    """The sources' ids with the places in them, and a mark when a fact is inferred."""
    places: dict[str, list[str]] = {}
    inferred = []
    for statement in statements:
        inferred.append(statement.status == "inferred")
        for citation in statement.citations:
            found = places.setdefault(citation.source, [])
            if citation.locator and citation.locator not in found:
                found.append(citation.locator)
    cited = "; ".join(
        " ".join((source, *sorted(found, key=_natural))) for source, found in sorted(places.items())
    )
    mark = ", inferred" if all(inferred) else ", partly inferred" if any(inferred) else ""
    return f"[{cited or 'no source'}{mark}]"
