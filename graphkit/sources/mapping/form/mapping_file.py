"""Write a mapping as a short TOML file that explains itself, and read it again.

The file has one part per sheet. Every column has a line of its own, with values from the file
beside it, so that a person sees at a glance what was understood.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from graphkit.model import OwnKind, UsageError
from graphkit.model.errors import said_of
from graphkit.model.wording import nearest
from graphkit.sources.mapping.form.lenient import is_date, iso_date
from graphkit.sources.mapping.form.mapped_kinds import WrongKind, kinds_in, parts_of
from graphkit.sources.mapping.form.mapped_questions import (
    MappedQuestion,
    questions_in,
    settings_of,
    wrong_survey,
)
from graphkit.sources.mapping.form.sheet_mapping import (
    AS_IT_STANDS,
    CHOICES,
    LAYERS,
    NO_GROUP,
    PUT_STRAIGHT,
    Shape,
    SheetMapping,
)
from graphkit.sources.mapping.form.told_apart import wrong_told_apart
from graphkit.sources.mapping.form.wrong_settings import check_kind, check_roles, fault_in
from graphkit.sources.raw import printable

ENDING = ".mapping.toml"

_Declared = TypeVar("_Declared")

SHAPES_SAID = {
    Shape.PAIRS: "each row: an organisation in a group",
    Shape.TIES: "each row: a tie between two organisations",
    Shape.MATRIX: "rows are organisations, columns are groups",
    Shape.SQUARE: "rows and columns are organisations, cells are ties",
    Shape.ORGANISATIONS: "each row: an organisation with its own data",
    Shape.GROUPS: "each row: a group with its own data",
    Shape.SURVEY: "each row: an organisation that answers questions about others",
    Shape.SKIP: "this sheet is left out",
}
LAYER_SAID = {
    "membership": "groups have members",
    "declaration": "groups are agreements with signatories",
    "collaboration": "groups are projects or events with participants",
}
_SETTINGS = {
    "file", "sheet", "header", "header_row", "shape", "layer", "group", "otherwise", "observed",
    "kind", "group_kind", "split", "names", "dates", "cells", "ids", "kinds", "roles", "columns",
    "directed", "groups", "asked", "tie_kind", "blank_if_wrong", "no_fact", "layout",
    "name_otherwise", "told_apart_by", "ids_of_rows", "group_of_row", "same_name",
}  # fmt: skip
_KINDS = ("kind", "group_kind", "tie_kind")
_COLUMNS = ("otherwise", "told_apart_by", "ids_of_rows")
"""Settings that name a column."""
_WIDEST = 44


def as_toml(
    mappings: Sequence[SheetMapping], samples: Sequence[Sequence[str]], doubts: Sequence[str] = ()
) -> str:
    """A mapping as commented TOML.

    Parameters
    ----------
    mappings : sequence of SheetMapping
        One for each sheet.
    samples : sequence of sequence of str
        For each sheet, values of each column to show beside it.
    doubts : sequence of str
        What a person should look at first.

    Returns
    -------
    str
        The text of the file.
    """
    lines = [
        "# How graphkit reads this file. Correct what is wrong, then load again: graphkit finds",
        "# this mapping beside the file and uses it for all files here with the same column names.",
    ]
    # A doubt may hold text of the file, which must not end the line.
    lines += [f"# Look at this: {printable(' '.join(doubt.split()))}" for doubt in doubts]
    own_kinds = {kind.id: kind for mapping in mappings for kind in mapping.own_kinds}
    for name, text in parts_of(own_kinds.values()):
        lines += ["", "[[kind]]"] if name == "id" else []
        lines.append(f"{name} = {_text(text)}")
    questions = {question.id: question for mapping in mappings for question in mapping.questions}
    for name, value in settings_of(questions.values()):
        lines += ["", "[[question]]"] if name == "id" else []
        held = _text(value) if isinstance(value, str) else _list(value)
        lines.append(f"{name} = {held}")
    for mapping, shown in zip(mappings, samples, strict=True):
        lines += ["", *_part(mapping, shown)]
    return "\n".join(lines) + "\n"


def _part(mapping: SheetMapping, samples: Sequence[str]) -> Iterable[str]:
    yield "[[sheet]]"
    yield f"file = {_text(mapping.file)}"
    if mapping.sheet is not None:
        yield f"sheet = {_text(mapping.sheet)}"
    others = ", ".join(each for each in Shape if each is not mapping.shape)
    yield f'shape = "{mapping.shape}"  # {SHAPES_SAID[mapping.shape]}; or {others}'
    yield f"header_row = {mapping.header_row}" + (
        "  # the file has no column names" if not mapping.header_row else ""
    )
    if mapping.as_it_stands:
        yield f'layout = "{AS_IT_STANDS}"  # each row for itself; or {PUT_STRAIGHT}'
    if mapping.shape in (Shape.PAIRS, Shape.MATRIX, Shape.GROUPS):
        others = ", ".join(each for each in LAYERS if each != mapping.layer)
        yield f'layer = "{mapping.layer}"  # {LAYER_SAID[mapping.layer]}; or {others}'
    if mapping.group:
        which = "the survey" if mapping.shape is Shape.SURVEY else "the group of every row"
        yield f"group = {_text(mapping.group)}  # {which}"
    if mapping.shape is Shape.SURVEY:
        others = "all: also those in columns" if mapping.asked != "all" else "respondents"
        yield f'asked = "{mapping.asked}"  # who was asked; or {others}'
    if mapping.otherwise:
        yield f"otherwise = {_text(mapping.otherwise)}  # names the group where its column is blank"
    if mapping.name_otherwise:
        named = _list(mapping.name_otherwise)
        yield f"name_otherwise = {named}  # name it where its own column is blank"
    if mapping.told_apart_by:
        by = _text(mapping.told_apart_by)
        yield f"told_apart_by = {by}  # where it differs, one name is that of several"
    if mapping.ids_of_rows:
        yield f"ids_of_rows = {_text(mapping.ids_of_rows)}  # names rows of this table by their ids"
    if mapping.tie_kind:
        yield f"tie_kind = {_text(mapping.tie_kind)}  # of ties for which no column states one"
    if mapping.observed:
        yield f"observed = {_text(mapping.observed)}  # when facts were seen that state no date"
    if mapping.kind or (mapping.shape is not Shape.GROUPS and not _states_kind(mapping)):
        yield f"kind = {_text(mapping.kind or 'Other')}  # of organisations, such as Company"
    if mapping.shape in (Shape.PAIRS, Shape.MATRIX, Shape.GROUPS):
        yield f"group_kind = {_text(mapping.group_kind)}  # of the groups"
    if mapping.shape in (Shape.MATRIX, Shape.SQUARE):
        yield f'cells = "{mapping.cells}"  # marks (1, x, yes, partial), dates, roles or weights'
    yield f'dates = "{mapping.dates}"  # how 03/04/2014 is read: day first or month first'
    ids = "kept" if mapping.own_ids else "of this file"
    yield f'ids = "{ids}"  # of this file: readable ids are made; kept: they hold elsewhere too'
    if mapping.directed:
        yield "directed = true"
    for name, words in (
        ("kinds", mapping.kinds),
        ("roles", mapping.roles_named),
        ("groups", mapping.groups),
    ):
        if words:
            pairs = ", ".join(f"{_text(key)} = {_text(value)}" for key, value in words.items())
            yield f"{name} = {{ {pairs} }}"
    if mapping.split:
        pairs = ", ".join(f"{_text(key)} = {_text(value)}" for key, value in mapping.split.items())
        yield f"split = {{ {pairs} }}  # what separates several values in a cell"
    if mapping.names:
        yield f"names = {_list(mapping.names)}  # words for a blank that are names here"
    if mapping.group_of_row:
        yield f"group_of_row = {_list(mapping.group_of_row)}  # each such row is its own group"
    if mapping.blank_if_wrong:
        named = _list(mapping.blank_if_wrong)
        yield f"blank_if_wrong = {named}  # cells that cannot be read count as blank"
    if mapping.no_fact and mapping.shape in (Shape.PAIRS, Shape.TIES):
        said = (f"{_text(key)} = {_list(texts)}" for key, texts in mapping.no_fact.items())
        yield f"no_fact = {{ {', '.join(said)} }}  # rows that say so state no fact"
    if mapping.same_name and mapping.shape is Shape.PAIRS:
        yield f'same_name = "{mapping.same_name}"  # what a member of a group of its own name is in'
    yield ""
    yield "[sheet.columns]  # what each column holds; attribute: kept as x_…; skip: left out"
    listed = [*zip(mapping.header, mapping.roles, samples, strict=True)]
    width = min(_WIDEST, max((len(_text(name)) + len(role) for name, role, _ in listed), default=0))
    for name, role, sample in listed:
        line = f"{_text(name)} = {_text(role)}"
        yield f"{line:<{width + 6}}  # {sample}" if sample else line


def _states_kind(mapping: SheetMapping) -> bool:
    return any(role.endswith(" kind") for role in mapping.roles)


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"


def _text(text: str) -> str:
    """A TOML string; JSON's form is valid TOML but for characters above the first plane."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def read_mapping(path: Path) -> tuple[SheetMapping, ...]:
    """Read a mapping.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    tuple of SheetMapping
        One for each sheet.

    Raises
    ------
    UsageError
        If it cannot be read, or a setting is wrong; the message names it.
    """
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not TOML: {error}; correct it there") from None
    parts = held.get("sheet")
    if not isinstance(parts, list) or not all(isinstance(each, dict) for each in parts):
        raise UsageError(f"{path} has no part [[sheet]]; load a file to get a proposal")
    if unknown := sorted(held.keys() - {"sheet", "kind", "question"}):
        raise fault_in(path, 1, unknown[0], "belongs to no sheet", "move it below [[sheet]]")
    kinds = _declared(path, "kind", held, kinds_in)
    questions = _declared(path, "question", held, questions_in)
    return tuple(_mapping(path, at, each, kinds, questions) for at, each in enumerate(parts, 1))


def _declared(
    path: Path,
    word: str,
    held: Mapping[str, Any],
    declared_in: Callable[[Sequence[Mapping[str, Any]]], tuple[_Declared, ...]],
) -> tuple[_Declared, ...]:
    """What the parts of one word declare, such as `[[kind]]`."""
    parts = held.get(word, [])
    if not isinstance(parts, list) or not all(isinstance(each, dict) for each in parts):
        of_sheet = word in _SETTINGS
        said = "belongs to a sheet; move it below [[sheet]]" if of_sheet else "is not a part"
        raise UsageError(f"{path}: `{word}` {said}{'' if of_sheet else f'; write [[{word}]]'}")
    try:
        return declared_in(parts)
    except WrongKind as wrong:
        said = said_of(f"{path}, {wrong.setting}", wrong.what)
        raise UsageError(f"{said}; {wrong.cure}") from None


def _mapping(
    path: Path,
    at: int,
    part: Mapping[str, Any],
    own_kinds: tuple[OwnKind, ...],
    questions: tuple[MappedQuestion, ...],
) -> SheetMapping:
    for name in part:
        if name not in _SETTINGS:
            near = nearest(name, _SETTINGS)
            raise fault_in(
                path,
                at,
                name,
                "there is no such setting",
                f"did you mean {near}?" if near else f"use {', '.join(sorted(_SETTINGS))}",
            )
    settings: dict[str, Any] = {}
    for name, choices in CHOICES.items():
        settings[name] = word = part.get(name, "")
        if name in part and word not in choices:
            near = nearest(str(word), choices)
            raise fault_in(
                path,
                at,
                name,
                f"{word!r} is not known",
                f"did you mean {near}?" if near else f"use {', '.join(choices)}",
            )
    for name in ("file", "sheet", "group", *_COLUMNS, "observed", *_KINDS):
        if not isinstance(part.get(name, ""), str):
            raise fault_in(path, at, name, "is not a text", "put it in quotation marks")
    observed = part.get("observed", "")
    if observed and not is_date(observed):
        raise fault_in(path, at, "observed", f"{observed!r} is not a date", "write such as 2019")
    header_row = part.get("header_row", 1)
    if not isinstance(header_row, int) or header_row < 0:
        raise fault_in(path, at, "header_row", "is not a row number", "write 0 where there is none")
    shape = Shape(settings["shape"] or Shape.PAIRS)
    columns = _words(path, at, part, "columns")
    for name in _KINDS[:2]:
        free = name == "group_kind" and settings["layer"] in ("declaration", "collaboration")
        if not free:
            check_kind(path, at, name, str(part.get(name, "")), own_kinds)
    for word in (kinds := _words(path, at, part, "kinds")).values():
        check_kind(path, at, "kinds", word, own_kinds)
    groups = _words(path, at, part, "groups")
    for word, layer in groups.items():
        if layer not in (*LAYERS, "skip"):
            raise fault_in(
                path,
                at,
                f"groups {word!r}",
                f"{layer!r} is not a layer",
                f"use {', '.join(LAYERS)} or skip",
            )
    split = _words(path, at, part, "split")
    for name in split:
        if name not in columns:
            raise fault_in(path, at, f"split {name!r}", "is not a column", "name a column as above")
        if not split[name]:
            raise fault_in(
                path, at, f"split {name!r}", "the separator is empty", 'write such as ";"'
            )
    names, group_of_row = (
        _listed(path, at, part, *each) for each in (("names", "NA"), ("group_of_row", "Coalition"))
    )
    named: dict[str, tuple[str, ...]] = {name: (part[name],) for name in _COLUMNS if part.get(name)}
    for name, example in (("blank_if_wrong", "Budget"), ("name_otherwise", "name_en")):
        named[name] = _listed(path, at, part, name, example)
    for name, held in named.items():
        if other := [each for each in held if each not in columns]:
            what = f"{other[0]!r} is not a column"
            raise fault_in(path, at, name, what, "name a column as below")
    no_fact = _no_fact(path, at, part, columns)
    check_roles(path, at, shape, columns, bool(part.get("group")))
    if cannot := wrong_told_apart(shape, part.get("told_apart_by", ""), columns):
        raise fault_in(path, at, "told_apart_by", *cannot)
    if shape is Shape.SURVEY and (wrong := wrong_survey(part, columns, questions)):
        raise fault_in(path, at, *wrong)
    return SheetMapping(
        file=part.get("file", ""),
        sheet=part.get("sheet"),
        shape=shape,
        header=tuple(columns),
        roles=tuple(columns.values()),
        header_row=header_row,
        layer=settings["layer"] or "membership",
        group=part.get("group", ""),
        otherwise=part.get("otherwise", ""),
        name_otherwise=named["name_otherwise"],
        told_apart_by=part.get("told_apart_by", ""),
        ids_of_rows=part.get("ids_of_rows", ""),
        observed=iso_date(observed) if observed else "",
        kind=part.get("kind", ""),
        group_kind=part.get("group_kind", "survey" if shape is Shape.SURVEY else ""),
        split=split,
        names=names,
        blank_if_wrong=named["blank_if_wrong"],
        no_fact=no_fact,
        group_of_row=group_of_row,
        same_name=settings["same_name"] if settings["same_name"] == NO_GROUP else "",
        dates=settings["dates"] or "day first",
        cells=settings["cells"] or "marks",
        own_ids=settings["ids"] == "kept",
        kinds=kinds,
        roles_named=_words(path, at, part, "roles"),
        groups=groups,
        directed=part.get("directed") is True,
        own_kinds=own_kinds,
        questions=questions,
        asked=settings["asked"] or "all",
        tie_kind=part.get("tie_kind", ""),
        as_it_stands=settings["layout"] == AS_IT_STANDS,
    )


def _listed(
    path: Path, at: int, part: Mapping[str, Any], name: str, example: str
) -> tuple[str, ...]:
    texts = part.get(name, [])
    if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
        raise fault_in(path, at, name, "is not a list of texts", f'write such as ["{example}"]')
    return tuple(texts)


def _no_fact(
    path: Path, at: int, part: Mapping[str, Any], columns: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    held = part.get("no_fact", {})
    cure = 'write such as { "Endorsed" = ["No"] }'
    if not isinstance(held, dict):
        raise fault_in(path, at, "no_fact", "says of no column which cells mean no", cure)
    for name in held:
        if name not in columns:
            what = f"{name!r} is not a column"
            raise fault_in(path, at, "no_fact", what, "name a column as below")
    return {name: _listed(path, at, held, name, "No") for name in held}


def _words(path: Path, at: int, part: Mapping[str, Any], name: str) -> dict[str, str]:
    words = part.get(name, {})
    if not isinstance(words, dict) or not all(isinstance(each, str) for each in words.values()):
        raise fault_in(
            path, at, name, "is not a list of texts", 'write lines such as "Name" = "member"'
        )
    return {str(key): str(value) for key, value in words.items()}
