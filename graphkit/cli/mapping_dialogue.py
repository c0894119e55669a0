"""The look at a proposed mapping on a terminal: load it, put it right there and then, or stop."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace

from graphkit.cli.answers import Back, Ended, Stopped, answered, inner, text_typed
from graphkit.cli.asked_columns import NONE, OF_COLUMNS
from graphkit.cli.asked_lists import as_it_may_be, left_out
from graphkit.cli.choices_by_number import Choice, chosen
from graphkit.cli.explained_settings import OPTIONS, SETTINGS, help_lines
from graphkit.cli.output import say_lines
from graphkit.cli.shown_mapping import (
    Offer,
    changed_lines,
    columns_of,
    doubt_lines,
    example_lines,
    folded,
    mapping_lines,
    other_header_rows,
)
from graphkit.cli.shown_wrong import wrong_lines
from graphkit.model import Problem, UsageError
from graphkit.model.wording import counted, nearest
from graphkit.sources.mapping.cells.columns import sample
from graphkit.sources.mapping.form.doubt import NAMES, Change
from graphkit.sources.mapping.form.sheet_mapping import (
    AS_IT_STANDS,
    Shape,
    SheetMapping,
    roles_of,
)
from graphkit.sources.mapping.proposals.guessed_groups import groups_of_marks
from graphkit.sources.mapping.revision.possible_roles import in_words, possible_roles, role_meant
from graphkit.sources.mapping.revision.shown_proposals import Proposal
from graphkit.sources.mapping.revision.wrong_cells import wrong_rows

_LOAD = {"l", "load", "y", "yes"}
_CHANGE = {"c", "change"}
_REFUSED = {"n", "no"}
_TYPED = {
    "group": "group",
    "kind": "kind",
    "group kind": "group_kind",
    "tie kind": "tie_kind",
    NAMES: NAMES,
}


def look_over(proposal: Proposal) -> Proposal:
    """Show a proposal, and change it as a person wants.

    Parameters
    ----------
    proposal : Proposal
        What graphkit proposes.

    Returns
    -------
    Proposal
        What the person wants; `refused` where they stop, at whatever question.

    Raises
    ------
    UsageError
        If the input ends, or the person interrupts it.
    """
    return _Dialogue(proposal, min(shutil.get_terminal_size().columns, 100)).run()


class _Dialogue:
    def __init__(self, proposal: Proposal, width: int) -> None:
        self.width = width
        self.before: list[Proposal] = []
        self.proposal = proposal
        self.again = bool(proposal.stopped_by)
        self.offers: list[Offer] = []
        self.wrong: tuple[Problem, ...] = ()

    def run(self) -> Proposal:
        """Ask until the person loads or stops."""
        for line in self.proposal.told:
            self._tell(line)
        self._show_all()
        try:
            while True:
                try:
                    answer = answered(self._question()).casefold()
                    if answer in _REFUSED:
                        raise Stopped
                    if answer in _LOAD or (not answer and self._may_load()):
                        if not (why := self._why_not()):
                            return self.proposal
                        self._tell(f"{why}; change it, or stop")
                    else:
                        self._do(answer)
                except Back:
                    self._show_last()
        except Ended:
            raise UsageError(self._said_at_end()) from None
        except Stopped:
            return replace(self.proposal, refused=True)

    def _said_at_end(self) -> str:
        if self.proposal.path.exists() and self.again:
            kept = f"{self.proposal.path.name} keeps how the file is read"
            return f"stopped, and nothing was loaded; {kept}; run it again to be asked again"
        return "stopped, and nothing was written or loaded; run it again to be asked again"

    def _do(self, answer: str) -> None:
        """Make the change for which an answer stands."""
        if answer in _CHANGE:
            with suppress(Back):
                self._change()
        elif answer.isdecimal() and 0 < int(answer) <= len(self.offers):
            offer = self.offers[int(answer) - 1]
            if offer.leave_out:
                self._go_on(replace(self.proposal, without_wrong=True))
            elif offer.change is None:
                self._go_on(self.proposal.read_as(offer.number))
            else:
                with suppress(Back):
                    self._take(offer.number, offer.change)
        else:
            self._tell(
                f"{answer!r} is not one of the answers"
                if answer
                else "type one of the letters in brackets"
            )

    def _show_last(self) -> None:
        """Show the proposal before the last change."""
        if self.before:
            self.proposal = self.before.pop()
            self._show_all()
        else:
            self._tell("nothing has been changed")

    def _may_load(self) -> bool:
        return not self.proposal.stops and not self._why_not()

    def _why_not(self) -> str:
        """Why it cannot be loaded so; nothing where it can."""
        if self.proposal.lacks or not self.wrong or self.proposal.without_wrong:
            return self.proposal.lacks
        if not (rows := wrong_rows(self.wrong)):
            return str(self.wrong[0])
        return f"{counted(rows, 'row')} cannot be read"

    def _question(self) -> str:
        keys = []
        if not self._why_not():
            keys.append("[Enter] load it" if self._may_load() else "[l]oad it all the same")
        if last := len(self.offers):
            keys.append(f"[1{f'-{last}' if last > 1 else ''}] change as above")
        keys.append("[c]hange more" if last else "[c]hange")
        keys += ["[b]ack", "[s]top"] if self.before else ["[s]top"]
        return f"{'  '.join(keys)}: "

    def _show_all(self) -> None:
        doubts, self.offers = doubt_lines(self.proposal, self.width)
        if self.proposal.stops:
            self._tell("graphkit may read this wrongly as a whole:")
        elif doubts:
            self._tell("The file leaves open:")
        if doubts:
            say_lines("\n".join([*doubts, ""]))
        say_lines("\n".join([*mapping_lines(self.proposal, self.width), ""]))
        say_lines("\n".join([*example_lines(self.proposal, self.width), ""]))
        self._show_wrong()

    def _show_change(self, before: Proposal) -> None:
        changed = changed_lines(before, self.proposal, self.width)
        say_lines("\n".join(["", *(["Changed:", *changed] if changed else [])]))
        said = [doubt for _, each in before.made for doubt in each.doubts if not doubt.changes]
        doubts, self.offers = doubt_lines(self.proposal, self.width, said)
        say_lines("\n".join([*example_lines(self.proposal, self.width), ""]))
        if doubts:
            say_lines("\n".join(["Still open:", *doubts, ""]))
        self._show_wrong()

    def _show_wrong(self) -> None:
        self.wrong = self.proposal.wrong()
        lines, offers = wrong_lines(self.proposal, self.wrong, self.width, len(self.offers))
        self.offers += offers
        if lines:
            say_lines("\n".join([*lines, ""]))

    def _take(self, sheet: int, change: Change) -> None:
        """Make a change, asking for what only the person knows."""
        if setting := change.asks:
            change = change.answered(text_typed(setting.replace("_", " ")))
        before = self.proposal
        try:
            after = before.changed(sheet, change)
        except UsageError as error:
            self._tell(str(error))
            return
        if after.made[sheet][1].mapping == before.made[sheet][1].mapping:
            marked = groups_of_marks(dict(change.roles), before.made[sheet][1].looks)
            why = f": {marked[0]} is a group of its own, of those with yes" if marked else ""
            self._tell(f"that is so already{why}")
            return
        self._go_on(after)

    def _go_on(self, proposal: Proposal) -> None:
        """Take a proposal in the place of this one, and show what has changed."""
        before = self.proposal
        self.before.append(before)
        self.proposal = proposal
        if rows := other_header_rows(before, proposal):
            say_lines("\n".join(["", *folded(rows, self.width), ""]))
            self._show_all()
        else:
            self._show_change(before)

    def _change(self) -> None:
        """Ask what to change, and how."""
        self._tell(
            "Change which column, by its number or name (several: 2,4 or 2-4), or one of: "
            f"{', '.join(SETTINGS)} (? for help)"
        )
        while True:
            answer = inner("change", self._names())
            if answer == "?":
                self._show_help()
                continue
            word = answer.casefold().replace("_", " ")
            places = [] if word in SETTINGS else self._columns(answer)
            if places or word in SETTINGS:
                with suppress(Back):
                    if places:
                        self._roles(places)
                    else:
                        self._setting(0 if word == "list" else self._sheet(word), word)
                    return
                continue
            near = nearest(answer, [*SETTINGS, *self._names()])
            hint = f"did you mean {near}?" if near else "give the number of a column"
            self._tell(f"{answer!r} is neither a column nor a setting; {hint}")

    def _show_help(self) -> None:
        """Say what may be changed."""
        say_lines("\n".join(["", *mapping_lines(self.proposal, self.width), ""]))
        say_lines("\n".join(help_lines(self.width)))

    def _names(self) -> list[str]:
        return [name for _, each in self.proposal.made for name in each.mapping.header]

    def _columns(self, answer: str) -> list[tuple[int, int]]:
        """The columns that are meant, each by its sheet and place; none where it is not clear."""
        columns = columns_of(self.proposal)
        names = self._names()
        folded_names = [name.casefold() for name in names]
        if answer in names or answer.casefold() in folded_names:
            at = names.index(answer) if answer in names else folded_names.index(answer.casefold())
            return [columns[at]]
        chosen: list[tuple[int, int]] = []
        for part in answer.split(","):
            first, _, last = (piece.strip() for piece in part.partition("-"))
            last = last or first
            if not (first.isdecimal() and last.isdecimal()):
                return []
            if not 0 < int(first) <= int(last) <= len(columns):
                return []
            chosen += columns[int(first) - 1 : int(last)]
        return chosen if len({sheet for sheet, _ in chosen}) == 1 else []

    def _roles(self, places: Sequence[tuple[int, int]]) -> None:
        """Ask what columns hold."""
        sheet = places[0][0]
        proposed = self.proposal.made[sheet][1]
        mapping = proposed.mapping
        names = [mapping.header[at] for _, at in places]
        for name, (_, at) in zip(names, places, strict=True):
            self._tell(f"{name}: {sample(proposed.looks[at], 2)}; now {mapping.roles[at]}")
        now = mapping.roles[places[0][1]]
        now = now if len(places) == 1 else ""
        roles = possible_roles(mapping, proposed.looks, places[0][1], now)
        choices = [Choice(role, in_words(role, mapping)) for role in roles]
        others = [mapping.header[at] for at in mapping.columns("group")]
        named = mapping.roles[places[0][1]] in ("member", "group", "member id", "group id")
        if "group" in roles and others and not named:
            at = roles.index("group") + 1
            choices.insert(at, Choice("group too", f"the same, and {others[0]} too"))
        what = "do they hold" if len(names) > 1 else "does it hold"
        answer = self._chosen(
            f"What {what}?",
            choices,
            lambda text: self._role(text, mapping),
            roles_of(mapping.shape),
        )
        beside = others if answer == "group too" else []
        role = answer.removesuffix(" too")
        self._take(sheet, Change.to("", dict.fromkeys((*beside, *names), role)))

    def _role(self, text: str, mapping: SheetMapping) -> str:
        """The role that was typed; "" where it is none, which is said."""
        if role := role_meant(text, mapping):
            return role
        known = roles_of(mapping.shape)
        if text == "?":
            self._tell(", ".join(known))
            return ""
        near = nearest(text, known)
        self._tell(
            f"{text!r} is not a role; " + (f"did you mean {near}?" if near else "? lists them")
        )
        return ""

    def _sheet(self, word: str) -> int:
        """The sheet of which a setting is meant."""
        if len(self.proposal.made) == 1:
            return 0
        places = [sheet.place for sheet, _ in self.proposal.made]
        question = "Skip which table?" if word == "skip" else f"The {word} of which table?"
        found = self._chosen(question, [Choice(place, "") for place in places])
        return places.index(found)

    def _list(self) -> None:
        """Ask which list of a JSON file is read that is left out so far."""
        left = left_out(self.proposal)
        if not left:
            self._tell("the file has no other list that is left out")
            return
        places = [self.proposal.made[number][0].place for number in left]
        found = self._chosen("Read which list too?", [Choice(place, "") for place in places])
        number = left[places.index(found)]
        self._take(number, as_it_may_be(self.proposal.made[number][0]))

    def _setting(self, sheet: int, word: str) -> None:
        mapping = self.proposal.made[sheet][1].mapping
        now = {name: str(getattr(mapping, name)) for name in ("shape", "layer", "dates", "cells")}
        if word == "skip":
            self._take(sheet, Change.to("", shape=Shape.SKIP))
        elif word == "list":
            self._list()
        elif word == "layout":
            self._take(sheet, Change.to("", layout=AS_IT_STANDS))
        elif word in OPTIONS:
            choices = [Choice(*each) for each in OPTIONS[word] if each[0] != now[word]]
            answer = self._chosen(f"{word}: {now[word]}, or", choices)
            self._take(sheet, Change.to("", **{word: answer}))
        elif word in OF_COLUMNS:
            self._of_column(sheet, word)
        elif word == "header row":
            row = self._number("The row with the names of the columns (0: none)")
            self._take(sheet, Change.to("", header_row=row))
        else:
            text = text_typed(f"{word} ({self._now(mapping, word)})")
            shape = {"shape": Shape.PAIRS} if word == "group" else {}
            if word == NAMES:
                text = "\t".join((*mapping.names, *map(str.strip, text.split(";"))))
            self._take(sheet, Change.to("", **shape, **{_TYPED[word]: text}))

    def _now(self, mapping: SheetMapping, word: str) -> str:
        now = getattr(mapping, _TYPED[word]) or ("Other" if word == "kind" else "none")
        return f"now {now if isinstance(now, str) else '; '.join(now)}"

    def _of_column(self, sheet: int, word: str) -> None:
        """Ask for a setting of one column."""
        question, asked = OF_COLUMNS[word]
        proposed = self.proposal.made[sheet][1]
        while True:
            answer = inner(question, proposed.mapping.header)
            places = [at for number, at in self._columns(answer) if number == sheet]
            if places or (answer == NONE and NONE in question):
                self._take(sheet, asked(proposed, places[0] if places else -1, self._tell))
                return
            self._tell(f"{answer!r} is not a column of this table")

    def _number(self, question: str) -> str:
        while not (text := inner(question)).isdecimal():
            self._tell(f"{text!r} is not a number")
        return text

    def _chosen(
        self,
        question: str,
        choices: Sequence[Choice],
        other: Callable[[str], str] | None = None,
        names: Collection[str] = (),
    ) -> str:
        return chosen(question, choices, self.width, other, names)

    def _tell(self, text: str) -> None:
        say_lines("\n".join(folded(text, self.width)))
