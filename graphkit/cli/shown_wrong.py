"""What cannot be read by a proposed mapping, as lines for a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from graphkit.cli.shown_mapping import Offer, folded
from graphkit.model import Problem
from graphkit.model.wording import counted
from graphkit.sources.mapping.revision.shown_proposals import Proposal
from graphkit.sources.mapping.revision.wrong_cells import offers_of_wrong, wrong_rows
from graphkit.sources.unpacking import REJECTED, stem_of

_SHOWN = 3
_MOST_KINDS = 8
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\d[\d,.]*")


def wrong_lines(
    proposal: Proposal, wrong: Sequence[Problem], width: int, offered: int
) -> tuple[list[str], list[Offer]]:
    """What is wrong, in groups with the first three cells, and numbered ways to go on.

    offered: how many changes have a number already.
    """
    rows = wrong_rows(wrong)
    if proposal.without_wrong:
        are = "is" if rows == 1 else "are"
        said = f"{counted(rows, 'row')} that cannot be read {are} left out, and written to "
        said += f"{_rejected_file(proposal)} with the reasons."
        return (folded(said, width) if rows else []), []
    if not wrong:
        return [], []
    held = sum(len(p.head.body) for _, p in proposal.made)
    held += sum(len(head.body) for head, _, _ in proposal.read)
    lines = [
        f"{rows:,} of {counted(held, 'row')} cannot be read so:" if rows else "But this is wrong:"
    ]
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for each in wrong:
        kind = (each.file, each.column or "", _QUOTED.sub("…", each.what))
        groups.setdefault(kind, []).append(each)
    several = len({file for file, _, _ in groups}) > 1
    for (file, column, _), found in [*groups.items()][:_MOST_KINDS]:
        where = [*([file] if several else []), *([column] if column else [])]
        more = ""
        if len(found) > _SHOWN:
            where.append(counted(len(found), found[0].of))
            more = "; …"
        said = "; ".join(_one(each, alone=len(found) == 1) for each in found[:_SHOWN])
        head = f"{', '.join(where)}: " if where else ""
        lines += folded(f"{head}{said}{more}", width, "- ")
    if (others := len(groups) - _MOST_KINDS) > 0:
        lines.append(f"- and problems of {counted(others, 'other kind')}")
    offers: list[Offer] = []
    for number, change in offers_of_wrong(proposal, wrong):
        offers.append(Offer(number or 0, change, leave_out=number is None))
        said = change.said
        if number is None:
            said += f", and written to {_rejected_file(proposal)} to be corrected"
        lines += folded(said, width, f"    {offered + len(offers)}  ")
    return lines, offers


def _rejected_file(proposal: Proposal) -> str:
    """The name of the file to which rows that are left out are written, if there is one sheet."""
    sheets = [sheet for sheet, _ in proposal.made] + [sheet for _, sheet, _ in proposal.read]
    if len(sheets) > 1:
        return f"a file that ends in {REJECTED}"
    return f"{stem_of(Path(sheets[0].file).name)}{REJECTED}"


def _one(problem: Problem, *, alone: bool) -> str:
    where = "" if problem.row is None else f"{problem.of} {problem.row}"
    cure = f"; {problem.cure}" if alone and problem.row is None else ""
    return f"{problem.what}{f' ({where})' if where else ''}{cure}"
