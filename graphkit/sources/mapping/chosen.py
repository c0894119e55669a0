"""Choose the mapping of each sheet: the one that was named, one saved beside it, a known one, or a
proposal that a person accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graphkit.files import write_text
from graphkit.model import InvalidData, Problem, UsageError
from graphkit.sources.formats.sheet import Sheet
from graphkit.sources.header_row import passed_over
from graphkit.sources.mapping.cells.columns import looks, sample
from graphkit.sources.mapping.cells.table_head import Head
from graphkit.sources.mapping.checks.doubts_of_guesses import as_guessed
from graphkit.sources.mapping.checks.doubts_of_layouts import as_laid, with_offers
from graphkit.sources.mapping.checks.guesses import guess_in
from graphkit.sources.mapping.checks.years_of_sheets import dated_by_sheets, for_this_sheet
from graphkit.sources.mapping.form.mapping_file import ENDING, as_toml
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping
from graphkit.sources.mapping.known.recognisers import Known, recognise
from graphkit.sources.mapping.layouts.headed_lists import of_choices
from graphkit.sources.mapping.layouts.straightening import put_straight
from graphkit.sources.mapping.left_out import lost_whole, unless_remarks, why_of
from graphkit.sources.mapping.other_lists import (
    as_left_out,
    with_wanted_lists,
    without_left_out,
)
from graphkit.sources.mapping.proposals.final_check import unrelated
from graphkit.sources.mapping.proposals.ids_of_others import by_ids_of_others
from graphkit.sources.mapping.proposals.ids_of_own_rows import by_ids_of_own_rows
from graphkit.sources.mapping.proposals.keys_of_columns import (
    by_keys_of_columns,
    only_columns_of_others,
)
from graphkit.sources.mapping.proposals.misspelt_headers import with_spellings
from graphkit.sources.mapping.proposals.proposal import (
    Made,
    Proposed,
    propose,
    with_numbers_that_are_used,
)
from graphkit.sources.mapping.proposals.related_tables import related
from graphkit.sources.mapping.proposals.shared_codes import (
    by_codes,
    by_listed_codes,
    by_providers,
    without_ties_of_groups,
)
from graphkit.sources.mapping.revision.doubtful_graphs import (
    DoubtfulGraphs,
    as_graphs,
    doubtful_graphs,
    head_of,
    with_mappings,
)
from graphkit.sources.mapping.revision.readings_of_tables import readings
from graphkit.sources.mapping.revision.shown_proposals import (
    UNTIED,
    Check,
    Proposal,
    as_proposed,
    write_proposed,
)
from graphkit.sources.mapping.saved_mappings import (
    difference,
    fitting_layout,
    read_mappings,
    said_of_reuse,
    saved_mappings,
)


@dataclass(slots=True)
class Chosen:
    """The sheets to read, each with its header and its mapping; what was said and written.

    accepted: what a person has accepted. without_wrong: whether they want rows that are wrong to be
    left out. keep writes the mappings beside the file, so that rejected rows can be read by them.
    """

    sheets: list[tuple[Head, Sheet, SheetMapping]]
    remarks: list[str] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    place: Path | None = None
    accepted: Proposal | None = None
    without_wrong: bool = False

    def keep(self) -> list[Path]:
        """Write the mappings of what was recognised, unless a mapping stands there already."""
        if self.place is None or self.place.exists():
            return []
        mappings = [mapping for _, _, mapping in self.sheets]
        samples = [_samples(head) for head, _, _ in self.sheets]
        write_text(as_toml(mappings, samples), self.place)
        return [self.place]


def choose(
    sheets: Sequence[Sheet],
    named: Path | None,
    beside: tuple[Path, str],
    *,
    yes: bool,
    confirm: Callable[[Proposal], bool | Proposal] | None,
    save: bool,
    check: Check | None = None,
) -> Chosen:
    """The mapping of each sheet.

    Parameters
    ----------
    sheets : sequence of Sheet
        The sheets.
    named : Path or None
        A mapping that a person named.
    beside : (Path, str)
        The folder in which mappings are looked for and written, and the first part of the name.
    yes : bool
        Whether a proposal is accepted.
    confirm : callable or None
        Asks a person.
    save : bool
        Whether to write a proposal.
    check : callable, optional
        Finds what is wrong with mapped sheets, to show it to the person.

    Returns
    -------
    Chosen
        The sheets that are read.

    Raises
    ------
    UsageError
        If no mapping fits, or a proposal was not accepted.
    """
    sheets = only_columns_of_others(sheets)
    folder, stem = beside
    path = folder / f"{stem}{ENDING}"
    saved, wrong = (
        (read_mappings([named]), []) if named is not None else saved_mappings(folder, stem, sheets)
    )
    mappings = [mapping for mapping, _ in saved]
    sheets, others = with_wanted_lists(sheets, mappings, named=named is not None)
    chosen = Chosen([], remarks=wrong, place=path)
    left: list[Sheet] = []
    by_name = named is not None
    straight = [each.sheet for each in put_straight(sheets)] if mappings else sheets
    for sheet, laid in zip(sheets, straight, strict=True):
        sheet, found = fitting_layout(sheet, laid, mappings, named=by_name)
        if found is None:
            left.append(sheet)
        else:
            head, mapping = found[0], for_this_sheet(found[1], sheet)
            chosen.sheets.append((head, sheet, mapping))
            if mapping.file != sheet.file:
                source = next(path for each, path in saved if each is found[1])
                chosen.remarks += said_of_reuse(sheet, head, mapping, source.name)
    if named is not None and not chosen.sheets:
        raise UsageError(
            f"`mapping` {named} has no part with the columns of {sheets[0].place}"
            f"{difference(sheets[0], mappings)}; correct its columns, or load the file without it "
            "to get a proposal"
        )
    known = recognise(left)
    if chosen.sheets and len(sheets) > 1:
        again = recognise(sheets)
        # What a sheet with a mapping states is not stated again.
        stated = {id(sheet) for sheet, parts in again if not parts}
        known = [(sheet, [] if id(sheet) in stated else parts) for sheet, parts in known]
        chosen.sheets = as_graphs(chosen.sheets, again)
    if (doubtful := doubtful_graphs(known)) is not None:
        ask = None if yes and not doubtful.stops else confirm
        known = _graphs(known, doubtful, chosen, path, confirm=ask, save=save, check=check)
    for sheet, parts in known:
        left.remove(sheet)
        for part, mapping in parts:
            chosen.sheets.append((head_of(part, mapping), part, mapping))
    if known:
        chosen.remarks += _recognised(known)
    if named is not None:
        chosen.remarks += [
            f"{sheet.place}: the mapping has no part for it; left out" for sheet in left
        ]
    elif left:
        _proposed(left, chosen, path, others, yes=yes, confirm=confirm, save=save, check=check)
    chosen.remarks[:0] = [
        f"{sheet.place}: {passed_over(head.row, head.above, head.upper)}"
        for head, sheet, mapping in chosen.sheets
        if head.above and mapping.shape is not Shape.SKIP
    ]
    chosen.remarks += [
        f"{sheet.place}: row {head.numbering} numbers the columns and is not read"
        for head, sheet, mapping in chosen.sheets
        if head.numbering and mapping.shape is not Shape.SKIP
    ]
    return chosen


def _graphs(
    known: Known,
    doubtful: DoubtfulGraphs,
    chosen: Chosen,
    path: Path,
    *,
    confirm: Callable[[Proposal], bool | Proposal] | None,
    save: bool,
    check: Check | None,
) -> Known:
    """The graphs as a person wants them read, or as they are known; the mapping is written."""
    asked = {id(part) for part, _ in doubtful.parts}
    others = [part for _, parts in known for part in parts if id(part[0]) not in asked]
    beside = (*chosen.sheets, *((head_of(*part), *part) for part in others))
    proposal = replace(doubtful.proposal(path), read=beside, check=check)
    accepted = not doubtful.stops
    if confirm is not None:
        proposal, accepted = _answered(proposal, confirm)
        chosen.accepted, chosen.without_wrong = proposal, proposal.without_wrong
    where = "a mapping"
    if save:
        path = write_proposed(path, proposal.made, save)
        where = str(path)
    if not accepted and confirm is None:
        raise UsageError(
            f"{doubtful.stops}; such groups are written to {where}; look it over and load again"
        )
    if not accepted:
        raise UsageError(
            f"{proposal.made[0][0].place}: how graphkit would read it is written to {where}; look "
            "it over and load again"
        )
    if save:
        chosen.written.append(path)
        chosen.place = path
    if confirm is None:
        see = f"; see {path.name}" if save else ""
        chosen.remarks += [f"in doubt: {said}{see}" for said in doubtful.said]
    return with_mappings(known, [(sheet, proposed.mapping) for sheet, proposed in proposal.made])


def _recognised(known: Sequence[tuple[Sheet, list[tuple[Sheet, SheetMapping]]]]) -> list[str]:
    again = dict.fromkeys(sheet.file for sheet, parts in known if not parts)
    lines = [
        f"{file}: another file states all of it and more, and is read instead" for file in again
    ]
    for _, parts in known:
        skipped = [part for part, mapping in parts if mapping.shape is Shape.SKIP]
        for part in skipped:
            number = len(part.rows) - 1
            said = (
                "row is neither an organisation nor a tie between organisations, and was"
                if number == 1
                else "rows are neither organisations nor ties between them, and were"
            )
            lines.append(f"{part.place}: {number:,} {said} left out")
    return lines


def _samples(head: Head) -> list[str]:
    return [sample(look) for look in looks(head.names, head.body)]


def _proposed(
    left: Sequence[Sheet],
    chosen: Chosen,
    path: Path,
    others: Sequence[Sheet],
    *,
    yes: bool,
    confirm: Callable[[Proposal], bool | Proposal] | None,
    save: bool,
    check: Check | None,
) -> None:
    choices = of_choices(left)
    chosen.remarks += [
        f"{sheet.place}: {said}; left out"
        for sheet, said in zip(left, choices, strict=True)
        if said
    ]
    left = [sheet for sheet, said in zip(left, choices, strict=True) if not said]
    found, laid_out = left, put_straight(left)
    left = [laid.sheet for laid in laid_out]
    chosen.remarks += [line for laid in laid_out for line in laid.said]
    proposals = with_numbers_that_are_used(
        [with_spellings(sheet, propose(sheet)) for sheet in left]
    )
    alone_made = [*zip(left, proposals, strict=True)]
    together = by_ids_of_own_rows(by_ids_of_others(by_keys_of_columns(related(alone_made))))
    made = as_laid(_as_found(together), laid_out, found)
    if chosen.sheets or any(proposed.head.row for _, proposed in made):
        made = [(sheet, unless_remarks(sheet, proposed)) for sheet, proposed in made]
    if not chosen.sheets and not any(proposed.head.body for _, proposed in made):
        what, cure = "holds the names of columns and no rows", "give a file with rows"
        raise InvalidData([Problem(left[0].place, None, None, what, cure)])
    unclear = next((p.unclear for _, p in made if p.unclear), "")
    nothing = not chosen.sheets and all(p.mapping.shape is Shape.SKIP for _, p in made)
    why = unclear or (f"{left[0].place}: {why_of(*made[0])}" if nothing else "")
    why = why or lost_whole(made, [mapping for _, _, mapping in chosen.sheets])
    alone = len(made) + len(chosen.sheets) == 1
    guessed = [guess_in(p.mapping, p.looks, p.head.body, alone=alone) for _, p in made]
    alone_there = unrelated([(p.mapping, p.looks) for _, p in made])
    guessed = [
        (p.guess or guess or said, p.mapping if p.guess else mapping)
        for (guess, mapping), said, (_, p) in zip(guessed, alone_there, made, strict=True)
    ]
    guesses = [guess for guess, _ in guessed]
    made = [
        (sheet, as_guessed(p, mapping, guess) if guess else p)
        for (sheet, p), (guess, mapping) in zip(made, guessed, strict=True)
    ]
    made = _with_doubt_of_ties(made, [mapping for _, _, mapping in chosen.sheets])
    accepted = yes and not why and not any(guesses)
    asked = not accepted and confirm is not None
    if asked and confirm is not None:
        made = [*with_offers(made, laid_out), *map(as_left_out, others)]
        stops = (why,) if why else tuple(filter(None, guesses))
        ways = [(said, (*_as_found(each),)) for said, each in readings(alone_made, together)]
        proposal = Proposal(path, (*made,), stops, (*chosen.sheets,), (*ways,), check=check)
        proposal, accepted = _answered(proposal, confirm)
        made = without_left_out(proposal.made)
        chosen.accepted, chosen.without_wrong = proposal, proposal.without_wrong
    if not accepted and why:
        written = write_proposed(path, made, save)
        raise UsageError(_refused(why, written if save else None, told=bool(unclear)))
    if not accepted and not save:
        guess, at = next((guess, at) for at, guess in enumerate(guesses) if guess)
        raise UsageError(f"{made[at][0].place}: {guess}; load it to get a mapping to look over")
    if save:
        path = write_proposed(path, made, save)
        chosen.written.append(path)
        chosen.place = path
    if not accepted:
        place, why, cure = left[0].place, "", ", or accept it with `yes`"
        for guess, (sheet, _) in zip(guesses, made, strict=True):
            if guess:
                place, why, cure = sheet.place, f"{guess}; ", ""
                break
        raise UsageError(
            f"{place}: {why}how graphkit would read it is written to {path}; look it over and "
            f"load again{cure}"
        )
    doubts = dict.fromkeys(doubt for _, proposed in made for doubt in proposed.doubts)
    if save and not asked:  # who was asked has seen them
        chosen.remarks += [f"in doubt: {doubt.text}; see {path.name}" for doubt in doubts]
    if not save:
        chosen.remarks += [line for sheet, p in made for line in as_proposed(sheet, p)]
    for sheet, proposed in made:
        if proposed.mapping.shape is Shape.SKIP:
            because = "" if asked else f"{why_of(sheet, proposed)}; "
            chosen.remarks.append(f"{sheet.place}: {because}left out")
        chosen.sheets.append((proposed.head, sheet, proposed.mapping))


def _as_found(related_ones: Sequence[Made]) -> list[Made]:
    """The proposals for sheets that are read together, by what the rows of one say of others."""
    made = by_providers(by_codes(by_listed_codes(related_ones)))
    return dated_by_sheets(without_ties_of_groups(made))


def _answered(
    proposal: Proposal, confirm: Callable[[Proposal], bool | Proposal]
) -> tuple[Proposal, bool]:
    """The proposal as a person wants it, and whether it is to be loaded."""
    answer = confirm(proposal)
    accepted = answer if isinstance(answer, bool) else not answer.refused
    proposal = proposal if isinstance(answer, bool) else answer
    if accepted and proposal.lacks:
        raise UsageError(f"{proposal.lacks}; change the proposal so that it is there")
    return proposal, accepted


def _refused(why: str, path: Path | None, *, told: bool) -> str:
    """What to say where nothing can be loaded; told: whether tables are named, and not columns."""
    if told:
        where = f"in {path}" if path else "in a mapping"
        return f"{why}; say so {where}, with the shape of each table, and load again"
    if path is None:
        return f"{why}; give a mapping"
    return f"{why}; say in {path} which column names organisations, with its shape, and load again"


def _with_doubt_of_ties(
    made: Sequence[tuple[Sheet, Proposed]], known: Sequence[SheetMapping]
) -> list[tuple[Sheet, Proposed]]:
    """The proposals, with the doubt that nothing ties the organisations where no sheet does."""
    if any(mapping.shape not in UNTIED for mapping in (*known, *(p.mapping for _, p in made))):
        return [*made]
    return [
        (sheet, replace(p, doubts=(*p.doubts, *((p.untied,) if p.untied else ()))))
        for sheet, p in made
    ]
