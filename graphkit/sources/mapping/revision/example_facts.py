"""What the first rows of files say by a mapping, in sentences.

Whether a sentence is true is seen at once; whether a word in a mapping is right, less so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphkit.model.own_columns import PREFIX
from graphkit.sources.mapping.cells.tally import Tally
from graphkit.sources.mapping.form.sheet_mapping import Shape
from graphkit.sources.mapping.rows.applying import apply
from graphkit.sources.mapping.rows.drafts import Drafts, Mapped
from graphkit.sources.mapping.rows.entities import Entity
from graphkit.sources.mapping.rows.stated_facts import Stated
from graphkit.sources.raw import printable

_MOST = 3
_MOST_SAID = 3
_LONGEST = 60
_ROWS = 50
"""So many rows of a sheet are read for what ties organisations."""
_NAMED_ROWS = 3_000
"""The same for sheets that name what the rows of others refer to by id."""
_VERBS = {
    "memberships": "is a member of",
    "signatories": "signed",
    "participants": "takes part in",
    "ties": "is tied to",
}
_PLAIN = ("member", "signatory", "participant")
"""Roles that say no more than the layer does."""
_GROUPS = {"membership": "group", "declaration": "agreement", "collaboration": "project or event"}
_IN_WORDS = {
    "contribution": "contribution {}", "currency": "{}", "status": "{}", "note": "“{}”",
    "founded": "founded {}", "dissolved": "dissolved {}", "start": "from {}", "end": "until {}",
    "sector": "{}", "website": "{}", "part_of": "part of {}", "weight": "weight {}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Examples:
    """What the first rows say, in sentences, and the first thing that is wrong with them."""

    sentences: tuple[str, ...]
    wrong: str = ""


def examples(sheets: Sequence[Mapped]) -> Examples:
    """What the first rows of sheets say, each by its mapping.

    Parameters
    ----------
    sheets : sequence of Mapped
        The sheets.

    Returns
    -------
    Examples
        Up to three sentences, of different rows where there are some, and the first problem.
    """
    first = [_first_rows(sheet) for sheet in sheets]
    tally = Tally(strict=False)
    drafts = apply(first, tally)
    found = _facts(drafts)
    if found:
        said = [_sentence(fact, drafts) for fact in found]
    else:
        said = [_alone(entity) for entity, _ in zip(drafts.entities, range(_MOST), strict=False)]
    return Examples((*map(printable, said),), str(tally.problems[0]) if tally.problems else "")


def _first_rows(sheet: Mapped) -> Mapped:
    naming = sheet.mapping.shape in (Shape.ORGANISATIONS, Shape.GROUPS)
    most = _NAMED_ROWS if naming else _ROWS
    return Mapped(
        sheet.place, sheet.mapping, sheet.header, sheet.body[:most], sheet.source, sheet.locator,
        sheet.closed, sheet.distinct,
    )  # fmt: skip


def _facts(drafts: Drafts) -> list[Stated]:
    """The first facts, each of another row as long as there are such."""
    rows: set[tuple[int, int]] = set()
    found: list[Stated] = []
    others: list[Stated] = []
    answers = [fact for fact in drafts.facts if "question" in fact.cells]
    for fact in answers or drafts.facts:
        row = drafts.origins[fact.at]
        (others if row in rows else found).append(fact)
        rows.add(row)
        if len(found) == _MOST:
            return found
    return [*found, *others][:_MOST]


def _sentence(fact: Stated, drafts: Drafts) -> str:
    cells = fact.cells
    if (asked := drafts.asked.get(cells.get("question", ""))) is not None:
        answer = f"{cells.get('value', '')} to the question {asked.question.id}"
        return f"{_called(fact.first)} answers {answer} about {fact.second.name}"
    text = f"{_called(fact.first)} {_VERBS.get(fact.table, '–')} {_called(fact.second)}"
    if (role := cells.get("role")) and role not in _PLAIN:
        text += f" as {role}"
    if kind := cells.get("kind"):
        text += f" ({kind})"
    said = [*_dates(cells, fact.table), *_said(cells, ("role", "kind", "start", "end"))]
    return ", ".join((text, *said, *_further(fact.attributes)))


def _dates(cells: Mapping[str, str], table: str) -> Iterator[str]:
    start, end = cells.get("start"), cells.get("end")
    if start:
        on = "on" if start.count("-") == 2 else "in"
        yield f"{on} {start}" if table == "signatories" else f"since {start}"
    if end and end.strip("."):
        yield f"until {end}"
    if seen := cells.get("observed"):
        yield f"seen in {seen}"


def _called(entity: Entity) -> str:
    """The name of an organisation or group, with what the rows say of it."""
    return entity.name + (f" ({', '.join(said)})" if (said := _of(entity)) else "")


def _of(entity: Entity) -> list[str]:
    kind = entity.values.get("kind", entity.default_kind)
    said = [kind] if kind not in ("", "Other") and not entity.layer else []
    said += [f"also {name}" for name in entity.aliases]
    said += [f"in {place.name}" for place in entity.places]
    said += [*_said(entity.values, ("kind",)), *_further(entity.attributes)]
    return said[:_MOST_SAID] + (["…"] if len(said) > _MOST_SAID else [])


def _said(values: Mapping[str, str], besides: Sequence[str]) -> Iterator[str]:
    for name, value in values.items():
        if value and name not in besides and name in _IN_WORDS:
            yield _IN_WORDS[name].format(_short(value))


def _further(attributes: Mapping[str, str]) -> list[str]:
    said = [f"{name.removeprefix(PREFIX)}: {_short(text)}" for name, text in attributes.items()]
    return said[:_MOST_SAID] + (["…"] if len(said) > _MOST_SAID else [])


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _alone(entity: Entity) -> str:
    what = _GROUPS.get(entity.layer, "organisation")
    said = _of(entity)
    article = "an" if what[0] in "ao" else "a"
    return f"{entity.name} is {article} {what}" + (f" ({', '.join(said)})" if said else "")
