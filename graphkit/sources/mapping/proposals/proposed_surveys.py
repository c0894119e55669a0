"""Propose a survey: rows are organisations that answer, and columns hold what they answer about
others.

    Organisation, How often? [Alpha], How often? [Beta], How far do you trust it? [Alpha], ...
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from graphkit.model.own_columns import said_yes
from graphkit.sources.header_words import meaning, plain
from graphkit.sources.known_organisations import comparable
from graphkit.sources.mapping.cells.columns import Look
from graphkit.sources.mapping.cells.header_nouns import names_people
from graphkit.sources.mapping.cells.readable_ids import slug
from graphkit.sources.mapping.cells.survey_heads import splits_of
from graphkit.sources.mapping.form.mapped_questions import MappedQuestion, asked_in, one_line
from graphkit.sources.mapping.form.sheet_mapping import ATTRIBUTE, SKIP, Shape, SheetMapping
from graphkit.sources.mapping.proposals.survey_scales import (
    FoundScale,
    kind_of_question,
    scale_found,
)
from graphkit.sources.problem_texts import bare

_FEWEST = 3
_KNOWN = 2
"""So many columns name an organisation that answers, before a table is a survey by that alone."""
_OTHERS = {"other", "others", "other please specify", "inne", "inny", "inna"}
_OF_PROGRAM = {
    *"status/response type/ip address/progress/finished/seed/token/id/username/score".split("/"),
    *"start date/end date/recorded date/duration/duration in seconds/response id".split("/"),
    *"recipient last name/recipient first name/recipient email/email address".split("/"),
    *"external reference/external data reference/location latitude/timestamp".split("/"),
    *"location longitude/distribution channel/user language/referrer url/refurl".split("/"),
    *"submitdate/date submitted/lastpage/last page/startlanguage/start language".split("/"),
    *"startdate/date started/datestamp/date last action/ipaddr/collector id".split("/"),
    *"respondent id/date created/date modified/sygnatura czasowa".split("/"),
}
"""What survey programs write beside the answers."""
_SEEN = ("recorded date", "end date", "date submitted", "submitdate", "timestamp", "datestamp",
         "sygnatura czasowa", "date modified")  # fmt: skip
_OF_PEOPLE = {
    *"email mail phone telephone tel surname firstname lastname telefon nazwisko imie".split(),
    *"position job stanowisko contact".split(),
}
_RESPONDENTS = {
    *"respondent/respondent name/respondent organisation/respondent organization".split("/"),
    *"organisation responding/organization responding/rater/ego".split("/"),
}
_PARTNERS = {
    *"partner/partner name/partner organisation/partner organization/about/named".split("/"),
    *"rated organisation/rated organization/organisation rated/alter".split("/"),
}
_CODE = re.compile(r"SQ\d+(?:_\w+)?")
_IDS = {"frequency": "contact"}
_MOST_TOLD = 3

Columns = dict[int, tuple[str, str]]
"""The question of each column, and the organisation that it is about."""


def survey(
    bare: SheetMapping, columns: Sequence[Look], title: str
) -> tuple[SheetMapping, list[str]] | None:
    """The mapping of a survey, with what is in doubt; None where the table is none.

    Parameters
    ----------
    bare : SheetMapping
        The mapping so far, of which the shape and the roles are open.
    columns : sequence of Look
        The columns.
    title : str
        What the sheet is about.
    """
    who, asked = _who_and_what(columns)
    partner = None
    if not asked:
        who, partner, asked = _of_pairs(columns)
    if not asked or who is None:
        return None
    scales = _scales(columns, asked)
    asked = {at: each for at, each in asked.items() if each[0] in scales}
    if not asked:
        return None
    if partner is None and _are_marks(columns, asked) and not _say_no(columns, asked, who):
        return None
    questions = _questions(scales)
    roles = [_beside(look) for look in columns]
    roles[who] = "member"
    if partner is not None:
        roles[partner] = "about"
    for at, (text, about) in asked.items():
        roles[at] = f"answer {questions[text].id}" + (f" about {about}" if about else "")
    seen = _seen(columns, roles)
    if seen is not None:
        roles[seen] = "observed"
    mapping = replace(
        bare, shape=Shape.SURVEY, roles=tuple(_once(roles)), group=title, group_kind="survey",
        questions=tuple(questions.values()), asked="all" if partner is None else "respondents",
    )  # fmt: skip
    left = [look.name for look, role in zip(columns, mapping.roles, strict=True) if role == SKIP]
    return mapping, [*_doubts(questions, scales, left), *_others(mapping, columns[who])]


def why_unsure(mapping: SheetMapping, columns: Sequence[Look]) -> str:
    """Why a proposed survey may be wrong as a whole, so that a person has to look; else ""."""
    if mapping.shape is not Shape.SURVEY:
        return ""
    texts: dict[str, list[str]] = defaultdict(list)
    named: set[str] = set()
    for look, role in zip(columns, mapping.roles, strict=True):
        key, about = asked_in(role)
        if key:
            texts[key] += look.texts
            named.add(comparable(about))
    for question in mapping.questions:
        found = scale_found(texts[question.id])
        if found is not None and found.wrong:
            cure = "correct its scale, or the file"
            return f"the question {question.text!r} {found.wrong}; {cure}"
    at = mapping.column("member")
    if at is None or mapping.asked != "all":
        return ""
    who = {comparable(text) for text in columns[at].texts}
    if len(who & named) * 3 < len(who):
        return (
            f"few that answer in {mapping.header[at]} are among those that columns name; write "
            f'in "answer … about …" what they are called there, or "member" for another column'
        )
    return ""


def _who_and_what(columns: Sequence[Look]) -> tuple[int | None, Columns]:
    """The column of those that answer, and the columns of answers with question and partner."""
    splits = [splits_of(look.name) for look in columns]
    free = [at for at, look in enumerate(columns) if look.texts and look.numbers < 0.5]
    stated = [at for at in free if meaning(columns[at].name) == ("member", "name")]
    best: tuple[int, int, int] | None = None
    found: tuple[int | None, Columns] = (stated[0] if stated else None, {})
    forms = dict.fromkeys(form for each in splits for form in each)
    for order, form in enumerate(forms):
        held = {at: each[form] for at, each in enumerate(splits) if form in each}
        held = {at: each for at, each in held.items() if plain(each[1]) not in _OTHERS}
        named = Counter(comparable(about) for _, about in held.values())
        if len(named) < _FEWEST:
            continue
        for at in dict.fromkeys((*stated, *free)):
            answering = {comparable(text) for text in columns[at].texts}
            both = sum(count for name, count in named.items() if name in answering)
            if at in held or (both < _KNOWN and (at not in stated or not _asks(held.values()))):
                continue
            score = (both, at in stated, -order)
            if best is None or score > best:
                best, found = score, (at, held)
    who, held = found
    names = {comparable(about) for _, about in held.values()}
    for at, each in enumerate(splits):
        other = next((pair for pair in each.values() if comparable(pair[1]) in names), None)
        if at not in held and at != who and other is not None:
            held[at] = other
    return who, held


def _asks(held: Collection[tuple[str, str]]) -> bool:
    """Whether columns ask for contact, trust or value, whatever they call the organisations."""
    return all(any(map(str.isalpha, about)) for _, about in held) and any(
        "?" in question or kind_of_question(question) or _CODE.fullmatch(about)
        for question, about in held
    )


def _of_pairs(columns: Sequence[Look]) -> tuple[int | None, int | None, Columns]:
    """A table with a row for each pair: its columns name both and hold the answers."""
    words = [plain(look.name) for look in columns]
    who = next((at for at, each in enumerate(words) if each in _RESPONDENTS), None)
    partner = next((at for at, each in enumerate(words) if each in _PARTNERS), None)
    rated = {
        at: (look.name, "")
        for at, look in enumerate(columns)
        if look.numbers == 1 and kind_of_question(look.name)
    }
    return who, partner, rated if None not in (who, partner) else {}


def _scales(columns: Sequence[Look], asked: Columns) -> dict[str, FoundScale]:
    texts: dict[str, list[str]] = {}
    for at, (question, _) in asked.items():
        texts.setdefault(question, []).extend(columns[at].texts)
    found = {question: scale_found(given) for question, given in texts.items()}
    return {question: scale for question, scale in found.items() if scale is not None}


def _are_marks(columns: Sequence[Look], asked: Columns) -> bool:
    """Whether every column only says yes or repeats the name it is about: these are ties."""
    return all(
        columns[at].marks == 1
        or all(comparable(text) == comparable(about) for text in columns[at].texts)
        for at, (_, about) in asked.items()
    )


def _say_no(columns: Sequence[Look], asked: Columns, who: int) -> bool:
    """Whether a question is answered with no too, by those that columns name: no mere marks."""
    answering = {comparable(text) for text in columns[who].texts}
    return (
        all("?" in question for question, _ in asked.values())
        and sum(comparable(about) in answering for _, about in asked.values()) >= _KNOWN
        and any(said_yes(text) is False for at in asked for text in columns[at].texts)
    )


def _questions(scales: Mapping[str, FoundScale]) -> dict[str, MappedQuestion]:
    kinds = {text: each.kind or kind_of_question(text) for text, each in scales.items()}
    counts = Counter(kinds.values())
    taken: set[str] = set()
    found = {}
    for text, scale in scales.items():
        kind = kinds[text]
        alone = kind not in ("", "yes/no") and counts[kind] == 1
        key = wanted = _IDS.get(kind, kind) if alone else slug(text)
        number = 1
        while key in taken:
            number += 1
            key = f"{wanted}-{number}"
        taken.add(key)
        found[text] = MappedQuestion(key, one_line(text), kind or "value", scale.parts)
    return found


def _beside(look: Look) -> str:
    """What a column beside the answers holds."""
    words = plain(look.name)
    if words in _OF_PROGRAM or _OF_PEOPLE & {*words.split()} or not look.texts:
        return SKIP
    subject, what = meaning(look.name)
    if (subject, what) == ("", "name") or names_people(words):
        return SKIP  # of who filled it in
    if subject in ("", "member") and what in ("kind", "sector", "country", "city", "website"):
        return f"member {what}"
    return f"member {ATTRIBUTE}"


def _once(roles: Sequence[str]) -> list[str]:
    """The roles; of those that can stand once, the first."""
    seen: set[str] = set()
    found = []
    for role in roles:
        again = role in seen and role not in (SKIP, f"member {ATTRIBUTE}")
        found.append(f"member {ATTRIBUTE}" if again and not asked_in(role)[0] else role)
        seen.add(role)
    return found


def _seen(columns: Sequence[Look], roles: Sequence[str]) -> int | None:
    """The column that says when an organisation answered."""
    places = {plain(look.name): at for at, look in enumerate(columns) if look.dates == 1}
    return next((places[name] for name in _SEEN if name in places), None)


def _others(mapping: SheetMapping, look: Look) -> list[str]:
    """That some who answer are called otherwise than in columns, or are not asked about."""
    named = {comparable(asked_in(role)[1]) for role in mapping.roles}
    others = [text for text in dict.fromkeys(look.texts) if comparable(text) not in named]
    if mapping.asked != "all" or not others:
        return []
    others = [bare(text) for text in others]
    more = f" and {len(others) - _MOST_TOLD} more" if len(others) > _MOST_TOLD else ""
    return [
        f"{', '.join(others[:_MOST_TOLD])}{more}: nobody is asked about them; if a column calls "
        'them otherwise, write that name in the file, or their own after "about"'
    ]


def _doubts(
    questions: Mapping[str, MappedQuestion], scales: Mapping[str, FoundScale], left: Sequence[str]
) -> list[str]:
    doubts = []
    for text, question in questions.items():
        scale = ", ".join(question.scale) or "yes or no"
        doubts.append(
            f"the scale of {question.id} is taken from its answers: {scale}; if more could be "
            "answered, write so"
        )
        if not (scales[text].kind or kind_of_question(text)):
            doubts.append(f"{text!r} is taken for a question about value; kind says it otherwise")
    if left:
        more = f" and {len(left) - _MOST_TOLD} more" if len(left) > _MOST_TOLD else ""
        doubts.append(f"left out: {', '.join(left[:_MOST_TOLD])}{more}")
    return doubts
