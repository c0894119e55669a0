"""The options that several commands share, one decorator for each group."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from graphkit.cli.flags import flag, in_flags
from graphkit.cli.manifest import manifest_options
from graphkit.export import FORMATS, formats_by_ending
from graphkit.export.formats import WORKBOOKS, chosen_settings
from graphkit.model import UsageError
from graphkit.network import WORDS, Selection, Word

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_STORE = "graphkit-store"

_LONGEST_LIST = 60
"""The longest list of values, in characters, that stands in the place of a placeholder."""


def gathered(
    name: str,
    make: Callable[..., object],
    keys: Collection[str],
    options: Sequence[Callable[[Any], Any]],
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command options whose values it receives as one argument called `name`.

    make: builds the argument from the values. keys: the names of the values.
    """

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def taking(**given: Any) -> Any:
            values = {key: given.pop(key) for key in keys}
            return command(**given, **{name: make(**values)})

        for option in reversed(options):
            taking = option(taking)
        return taking

    return decorate


seed_option = click.option(
    "--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Random seed."
)


def draws_option(default: int, of_what: str) -> Callable[[Command], Command]:
    """`--draws`, where no draws can be asked for too; `of_what` begins its help."""
    return click.option(
        "--draws",
        type=click.IntRange(min=0),
        default=default,
        show_default=True,
        help=f"Number of {of_what}; 0 for none.",
    )


def part_option(tables: Sequence[str]) -> Callable[[Command], Command]:
    """`--table`, for results of several tables; the first of them is the default."""
    return click.option(
        "--table",
        "part",
        type=click.Choice(tables),
        help="Which table to give, of those that a workbook holds together."
        f"  [default: {tables[0]}]",
    )


target_option = click.option(
    "--store",
    envvar=["GRAPHKIT_STORE", "NEO4J_URI"],
    default=DEFAULT_STORE,
    show_default=True,
    show_envvar=True,
    metavar="TARGET",
    help="Folder of the store, or address of a Neo4j server.",
)
"""`--store`, which can also be set in the environment."""


def store_option(command: Command) -> Command:
    """`--store` and `--manifest`."""
    return target_option(manifest_options(command))


@dataclass(frozen=True, slots=True)
class Output:
    """Format, settings and file of a result; without a file, it goes to standard output."""

    form: str
    file: Path | None
    bom: bool = False
    decimal_comma: bool = False

    @classmethod
    def of(
        cls, form: str | None, file: Path | None, bom: bool = False, decimal_comma: bool = False
    ) -> Output:
        """From `--format` and `-o`, where - is standard output, and a file's ending is a format.

        Raises UsageError before the work begins, if its result could not be written.
        """
        settings = {"bom": bom, "decimal_comma": decimal_comma}
        if file is None or file == Path("-"):
            chosen_settings(form or "table", **settings)
            if form in WORKBOOKS and sys.stdout.isatty():
                raise UsageError(
                    f"--format {form} is not text that a terminal can show; add -o FILE.{form}"
                )
            return cls(form or "table", None, **settings)
        found = form or form_of(file)
        if found is None:
            raise UsageError(f"-o {file}: give --format, or {_known_endings()}")
        chosen_settings(found, **settings)
        return cls(found, file, **settings)

    @property
    def is_text(self) -> bool:
        """Whether the result is for reading rather than for another program."""
        return self.form == "table" and self.file is None

    @property
    def is_workbook(self) -> bool:
        """Whether the result holds further tables, such as the manifest."""
        return self.form in WORKBOOKS


def form_of(file: Path) -> str | None:
    """The format that the ending of a file's name means."""
    return formats_by_ending().get(file.suffix.lower())


def _known_endings() -> str:
    return f"use one of the endings {', '.join(formats_by_ending())}"


def with_known_ending(
    context: click.Context, parameter: click.Parameter, file: Path | None
) -> Path | None:
    """Refuse a file of a table whose ending says no format, before the work begins."""
    if file is not None and form_of(file) is None:
        raise UsageError(f"{parameter.opts[0]} {file}: {_known_endings()}")
    return file


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--format` and `-o`: the command takes an `Output`."""
    options = (
        click.option(
            "--format",
            "form",
            type=click.Choice(list(FORMATS)),
            help="Format of the result.  [default: table]",
        ),
        click.option(
            "-o",
            "--output",
            "file",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Write to a file; its ending sets the format unless --format is given.",
        ),
        click.option(
            "--bom",
            is_flag=True,
            help="CSV and TSV: begin with a byte order mark, by which Excel knows UTF-8.",
        ),
        click.option(
            "--decimal-comma",
            is_flag=True,
            help="CSV and TSV: numbers with a decimal comma; CSV is then separated by semicolons.",
        ),
    )
    keys = ("form", "file", "bom", "decimal_comma")
    return gathered("output", Output.of, keys, options)(command)


def _selection(**words: Any) -> Selection:
    given = {name: value for name, value in words.items() if value not in (None, ())}
    return Selection().refined(**given)


def _option(word: Word) -> Callable[[Any], Any]:
    """The option for a word of a selection."""
    how: dict[str, Any] = {}
    text = in_flags(word.help, {name: flag(name) for name in WORDS})
    if word.several:
        text += " May be repeated."
    if word.allowed:
        how["type"] = click.Choice(word.allowed, case_sensitive=False)
        listed = "|".join(word.allowed)
        how["metavar"] = f"[{listed}]"
        if len(listed) > _LONGEST_LIST:
            how["metavar"] = word.name.upper()
            text += f" One of {', '.join(word.allowed)}."
    elif word.example:
        if word.built_in:
            text += f" One of {', '.join(word.built_in)}, or one of the network's own."
        how["type"] = float if isinstance(word.default, float) else str
        how["metavar"] = word.example
    else:
        how["is_flag"] = True
    if word.default not in (None, (), False):
        text += f"  [default: {word.default}]"
    return click.option(
        flag(word.name), word.name, multiple=word.several, default=None, help=text, **how
    )


_UNFINISHED = "graphkit.unfinished"


def _allow(context: click.Context, _: click.Parameter, given: bool) -> None:
    context.meta[_UNFINISHED] = given


unfinished_option = click.option(
    "--unfinished",
    is_flag=True,
    expose_value=False,
    callback=_allow,
    help="Answer even if a load into the store has not finished.",
)
"""`--unfinished`, of every command that reads a store; see `unfinished_allowed`."""


def unfinished_allowed() -> bool:
    """Whether the command that runs may read a store in which a load has not finished."""
    return bool(click.get_current_context().meta.get(_UNFINISHED))


def selection_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The words that select a network, and `--unfinished`: the command takes a `Selection`."""
    words = [_option(word) for word in WORDS.values()]
    return gathered("selection", _selection, WORDS, words)(unfinished_option(command))


by_option = click.option(
    "--by",
    default="sector",
    show_default=True,
    metavar="ATTRIBUTE",
    help="Attribute: sector, kind, place, a column of your own, or member:CLUSTER (in that cluster "
    "or outside it).",
)
