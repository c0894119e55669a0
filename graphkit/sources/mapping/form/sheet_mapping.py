"""`SheetMapping`: what the columns of a sheet mean, and how its cells are read.

It is proposed by `proposal`, made by a recogniser of a known format, or read from a TOML file that
a person has looked over. `applying` turns rows into facts by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from graphkit.model import SCHEMES, OwnKind
from graphkit.model.own_columns import is_own_name
from graphkit.sources.mapping.form.lenient import DAY_FIRST, MONTH_FIRST
from graphkit.sources.mapping.form.mapped_questions import MappedQuestion, asked_in


class Shape(StrEnum):
    """What a row of a sheet is.

    Attributes
    ----------
    PAIRS : str
        An organisation in a group: a member, a signatory, a participant.
    TIES : str
        A tie of two organisations.
    MATRIX : str
        An organisation, with a column for each group.
    SQUARE : str
        An organisation, with a column for each other one.
    SURVEY : str
        An organisation that answers questions about others.
    ORGANISATIONS, GROUPS : str
        An organisation, or a group, with its own data.
    SKIP : str
        Nothing: the sheet is left out.
    """

    PAIRS = "pairs"
    TIES = "ties"
    MATRIX = "matrix"
    SQUARE = "square matrix"
    SURVEY = "survey"
    ORGANISATIONS = "organisations"
    GROUPS = "groups"
    SKIP = "skip"


_ORDER = (
    Shape.ORGANISATIONS, Shape.GROUPS, Shape.PAIRS, Shape.MATRIX, Shape.TIES, Shape.SQUARE,
    Shape.SURVEY,
)  # fmt: skip


def place_in_order(shape: Shape) -> int:
    """When sheets of a shape are read: those that say more of organisations and groups first.

    >>> place_in_order(Shape.ORGANISATIONS) < place_in_order(Shape.TIES)
    True
    """
    return _ORDER.index(shape) if shape in _ORDER else len(_ORDER)


LAYERS = ("membership", "declaration", "collaboration")
SKIP, ATTRIBUTE = "skip", "attribute"
FURTHER_GROUP = "further group"
"""Beside the columns of a matrix, one that names groups in which each row is too."""
PUT_STRAIGHT, AS_IT_STANDS = "put straight", "as it stands"
"""Whether a table that is laid out otherwise gets a row for each fact, or each row stays."""
ONE_IS_YES, TWO_IS_YES = "1 is yes", "2 is yes"
"""What cells of a matrix hold that say yes and no by 1 and 2."""

_ENTITY = (
    "name id kind sector aliases country country_code city region latitude longitude coordinates "
    "website founded dissolved part_of description attribute mode".split()
) + list(SCHEMES)
_GROUP = ("start", "end", "observed", "title")
FACT_COLUMNS = (
    "role",
    "start",
    "end",
    "ended early",
    "observed",
    "weight",
    "kind",
    "contribution",
    "currency",
    "status",
    "note",
)
FACT_ROLES = (*FACT_COLUMNS, ATTRIBUTE, "member_is_group")

SUBJECTS: dict[Shape, tuple[str, ...]] = {
    Shape.PAIRS: ("member", "group"),
    Shape.TIES: ("a", "b"),
    Shape.MATRIX: ("member", "group"),
    Shape.SQUARE: ("member",),
    Shape.SURVEY: ("member", "about"),
    Shape.ORGANISATIONS: ("member",),
    Shape.GROUPS: ("group",),
    Shape.SKIP: (),
}
"""The subjects that the columns of each shape may describe."""


def roles_of(shape: Shape) -> list[str]:
    """What a column of a sheet of this shape may hold.

    >>> roles_of(Shape.SKIP)
    ['skip']
    """
    roles: list[str] = []
    for subject in SUBJECTS[shape]:
        roles.append(subject)
        roles += [f"{subject} {word.replace('_', ' ')}" for word in _ENTITY if word != "name"]
        if subject == "group":
            roles += [f"group {word}" for word in _GROUP if word != "title"]
    if shape in (Shape.PAIRS, Shape.TIES):
        roles += [word for word in FACT_ROLES if word != "member_is_group"]
    if shape is Shape.MATRIX:
        roles += ["group column", "member column", FURTHER_GROUP]
    if shape is Shape.SQUARE:
        roles.append("member column")
    if shape is Shape.SURVEY:
        roles += ["start", "end", "observed", "status", "note"]
    return [*dict.fromkeys(roles), SKIP]


AS_ROLE = "member as "
_SAID_OF_ROLES = (" id", " country code", " country", " city", " website")


def as_role(role: str) -> str:
    """The subject `member as host` of such a role and of what is said of it; nothing for others.

    >>> as_role("member as host"), as_role("member as host country"), as_role("member")
    ('member as host', 'member as host', '')
    """
    if not role.startswith(AS_ROLE):
        return ""
    for word in _SAID_OF_ROLES:
        if role.endswith(word) and len(role) > len(AS_ROLE) + len(word):
            return role.removesuffix(word)
    return role


def names_as_role(role: str) -> bool:
    """Whether a column names organisations in a role of their own, such as `member as host`."""
    return bool(role) and as_role(role) == role


def is_further(role: str, shape: Shape) -> bool:
    """Whether a role names a further column: of a subject, as in "member x_topic", or of the fact.

    >>> is_further("member x_topic", Shape.PAIRS), is_further("x_topic", Shape.ORGANISATIONS)
    (True, False)
    """
    subject, _, name = role.rpartition(" ")
    of_fact = not subject and shape in (Shape.PAIRS, Shape.TIES)
    return is_own_name(name) and (of_fact or subject in SUBJECTS[shape])


def is_role(role: str, shape: Shape) -> bool:
    """Whether a column of a sheet of this shape may hold it; a sheet that is left out holds any.

    >>> is_role("note", Shape.PAIRS), is_role("note", Shape.MATRIX)
    (True, False)
    """
    in_role = shape is Shape.PAIRS and role.startswith(AS_ROLE)
    in_role = in_role or (shape is Shape.SURVEY and bool(asked_in(role)[0]))
    return shape is Shape.SKIP or in_role or role in roles_of(shape) or is_further(role, shape)


def lacking(shape: Shape, roles: Iterable[str], has_group: bool) -> str:
    """The role that a sheet of this shape needs and no column has; nothing where all are there.

    has_group: whether all rows belong to one group, so that no column has to name it.

    >>> lacking(Shape.PAIRS, ["member", "start"], False), lacking(Shape.TIES, ["a", "b id"], False)
    ('group', '')
    """
    held = {*roles}
    needed = {
        Shape.PAIRS: ["member", "group"],
        Shape.TIES: ["a", "b"],
        Shape.MATRIX: ["group", "member column"] if "group" in held else ["member", "group column"],
        Shape.SQUARE: ["member", "member column"],
        Shape.SURVEY: ["member"],
        Shape.ORGANISATIONS: ["member"],
        Shape.GROUPS: ["group"],
        Shape.SKIP: [],
    }[shape]
    # The two whom each row names in a role of their own form the group of the row.
    has_group = has_group or sum(map(names_as_role, held)) > 1
    for word in needed:
        numbered = {f"{word} {scheme}" for scheme in ("id", "pic", "ror", "lei", "krs", "vat")}
        named = word == "member" and any(map(names_as_role, held))
        there = word in held or numbered & held or named
        if not there and not (word == "group" and has_group and shape is Shape.PAIRS):
            return word
    return ""


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What the columns of one sheet mean, and how its cells are read.

    Attributes
    ----------
    file : str
        The file for which it was made.
    sheet : str or None
        The sheet within the file.
    shape : Shape
        What a row is.
    header : tuple of str
        The names of the columns, as they stand in the file.
    roles : tuple of str
        For each column what it holds, one of `roles_of`.
    header_row : int
        The row of the header; 0 when there is none.
    layer : str
        To which layer the groups belong: membership, declaration or collaboration.
    group : str
        The one group of all rows, when no column names it.
    otherwise : str
        The column that names the group of rows in which the group's own column is blank.
    name_otherwise : tuple of str
        The columns that name the member, or the group, of rows in which its own column is blank;
        the first that is filled does. Such a column holds aliases of it.
    told_apart_by : str
        The column that tells organisations of one name apart, such as what they are part of.
    ids_of_rows : str
        The column of groups, or of members, that names rows of the same table by their ids.
    observed : str
        The date at which all facts were seen that state none, such as the year of the sheet.
    kind, group_kind : str
        The kind of organisations, and of groups, that no column states.
    split : mapping of str to str
        The text that separates the parts of a cell, by column.
    names : tuple of str
        Words for a blank, such as NA, that are names in this file.
    dates : str
        How 03/04/2014 is read: day first or month first.
    cells : str
        What the cells of a matrix hold: marks, dates, roles or weights, or `1 is yes` or `2 is
        yes` where the other of both means no.
    own_ids : bool
        Whether ids hold beyond the file, so that they are kept; else readable ones are made.
    kinds : mapping of str to str
        The kind that a word of the file means, beside the words that are known.
    roles_named : mapping of str to str
        The role that a word of the file means.
    groups : mapping of str to str
        The layer of the groups that a type of node is, such as event = collaboration; or skip.
    directed : bool
        Whether a tie from a to b and one from b to a are two.
    own_kinds : tuple of OwnKind
        The kinds that the mapping declares, for all its sheets.
    questions : tuple of MappedQuestion
        The questions of surveys that it declares, for all its sheets.
    asked : str
        Whom a survey asked: all that its columns name, or only respondents.
    tie_kind : str
        The kind of all ties, where no column states one.
    blank_if_wrong : tuple of str
        The columns of which cells that cannot be read count as blank.
    no_fact : mapping of str to tuple of str
        For columns that say whether a row holds, the cells that say no, with "" for blanks: such
        rows state no fact.
    group_of_row : tuple of str
        Words such as Coalition that name no group: each row that has one is about a group of its
        own.
    same_name : str
        `no group` where a group of nobody but an organisation of its name is none.
    as_it_stands : bool
        Whether each row is read as it stands, and no layout is put straight.
    """

    file: str
    sheet: str | None
    shape: Shape
    header: tuple[str, ...]
    roles: tuple[str, ...]
    header_row: int = 1
    layer: str = "membership"
    group: str = ""
    kind: str = ""
    group_kind: str = ""
    split: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    dates: str = DAY_FIRST
    cells: str = "marks"
    own_ids: bool = False
    kinds: Mapping[str, str] = field(default_factory=dict)
    roles_named: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    directed: bool = False
    own_kinds: tuple[OwnKind, ...] = ()
    observed: str = ""
    otherwise: str = ""
    name_otherwise: tuple[str, ...] = ()
    told_apart_by: str = ""
    ids_of_rows: str = ""
    questions: tuple[MappedQuestion, ...] = ()
    asked: str = "all"
    tie_kind: str = ""
    blank_if_wrong: tuple[str, ...] = ()
    no_fact: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group_of_row: tuple[str, ...] = ()
    same_name: str = ""
    as_it_stands: bool = False

    def columns(self, role: str) -> list[int]:
        """The places of the columns with this role."""
        return [at for at, each in enumerate(self.roles) if each == role]

    def column(self, role: str) -> int | None:
        """The place of the first column with this role."""
        return next(iter(self.columns(role)), None)


NO_GROUP = "no group"
"""The word for groups that are none, as they are called as their only member is."""
CHOICES: Mapping[str, Sequence[str]] = {
    "shape": tuple(Shape),
    "layer": LAYERS,
    "dates": (DAY_FIRST, MONTH_FIRST),
    "cells": ("marks", "dates", "roles", "weights", ONE_IS_YES, TWO_IS_YES),
    "ids": ("of this file", "kept"),
    "asked": ("all", "respondents"),
    "layout": (PUT_STRAIGHT, AS_IT_STANDS),
    "same_name": (NO_GROUP, "a group"),
}
"""The words that a setting of a mapping may have."""
