"""Change the settings of a mapping that list columns, or words of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graphkit.sources.mapping.form.doubt import BLANK_IF_WRONG, GROUP_OF_ROW, NAMES, NO_FACT
from graphkit.sources.mapping.form.sheet_mapping import SheetMapping

LISTING = (BLANK_IF_WRONG, NO_FACT, GROUP_OF_ROW, NAMES)
"""How such settings begin in a change."""


def with_lists(mapping: SheetMapping, settings: Mapping[str, str]) -> SheetMapping:
    """The mapping with what a change lists.

    Parameters
    ----------
    mapping : SheetMapping
        The mapping so far.
    settings : mapping of str to str
        The settings of the change, as in `Change`; others are passed over.

    Returns
    -------
    SheetMapping
        The mapping.
    """
    blank = {*mapping.blank_if_wrong}
    for name in mapping.header:
        if (wanted := settings.get(f"{BLANK_IF_WRONG}{name}")) is not None:
            (blank.add if wanted else blank.discard)(name)
    if blank != {*mapping.blank_if_wrong}:
        columns = tuple(name for name in mapping.header if name in blank)
        mapping = replace(mapping, blank_if_wrong=columns)
    said = {name.removeprefix(NO_FACT): text for name, text in settings.items()
            if name.startswith(NO_FACT)}  # fmt: skip
    if said:
        told = {**mapping.no_fact, **{name: (*text.split("\t"),) for name, text in said.items()}}
        told = {name: (*dict.fromkeys(words),) for name, words in told.items() if words != ("",)}
        mapping = replace(mapping, no_fact=told)
    if (words := settings.get(GROUP_OF_ROW)) is not None:
        mapping = replace(mapping, group_of_row=tuple(filter(None, words.split("\t"))))
    if (words := settings.get(NAMES)) is not None:
        mapping = replace(mapping, names=tuple(filter(None, dict.fromkeys(words.split("\t")))))
    return mapping
