"""Every public class and function is documented section by section, in step with the code."""

from __future__ import annotations

import ast
import builtins
import dataclasses
import importlib
import inspect
import pkgutil
import pydoc
import re
import textwrap
from enum import Enum
from itertools import pairwise
from types import FunctionType

import pytest

import graphkit
from graphkit.model import UsageError
from graphkit.store import STORES, Store

ROOMS = (
    "names",
    "network",
    "metrics",
    "store",
    "sources",
    "views",
    "model",
    "backend",
    "engines",
    "export",
    "report",
)

ORDER = "Parameters Attributes Returns Yields Raises See_Also Notes References Examples".split()

NETWORKX_SHAPED = ("Adjacency", "Incidence")
"""Classes of the engine, whose methods are those that networkx asks of a graph."""


def sections(text):
    """The sections of a docstring by title, in order; what stands before the first is under ""."""
    lines = inspect.cleandoc(text).splitlines()
    found = {"": []}
    title = ""
    for line, below in pairwise([*lines, ""]):
        if re.fullmatch(r"-{3,}", below) and re.fullmatch(r"[A-Z][A-Za-z ]+", line):
            title = line
            assert len(below) == len(line), f"{title}: the line below is not as long as the title"
            assert title not in found, f"{title} stands twice"
            found[title] = []
        elif not (title and line == "-" * len(title) and not found[title]):
            found[title].append(line)
    return found


def entries(lines):
    """The names that a section documents: of `a, b : type` both."""
    names = []
    for line, below in pairwise([*lines, ""]):
        if line and not line.startswith(" "):
            head, _, held = line.partition(" : ")
            assert below.startswith("    "), f"{head} has a name and no meaning"
            names += [name.strip().lstrip("*") for name in head.split(",")] if held else [head]
    return names


def raised(function):
    """The names of the exceptions that the body of a function raises."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function))))
    calls = [node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise)]
    return {call.func.id for call in calls if isinstance(call, ast.Call)}


def check(text):
    """The sections of a docstring that is whole: a line of summary, and sections in order."""
    assert text, "there is no docstring"
    found = sections(text)
    summary = found[""]
    assert summary[0].endswith("."), "the summary is not one line that ends in a full stop"
    assert len(summary) == 1 or not summary[1], "the summary is longer than a line"
    titles = [title.replace(" ", "_") for title in found if title]
    assert titles == [title for title in ORDER if title in titles], titles
    assert all(any(line.strip() for line in lines) for title, lines in found.items() if title)
    assert not re.search(r"[A-Z]\w+ -{3,}$|[A-Z]\w+ -{3,} ", text), "a title runs into its section"
    cited = set(re.findall(r"\[(\d+)\]_", text))
    listed = set(re.findall(r"^\.\. \[(\d+)\]", "\n".join(found.get("References", [])), re.M))
    assert cited <= listed, "a reference is cited and not listed"
    return found


def check_function(function):
    found = check(inspect.getdoc(function))
    signature = inspect.signature(function)
    parameters = [name for name in signature.parameters if name not in ("self", "cls")]
    assert entries(found.get("Parameters", [])) == parameters
    returns = signature.return_annotation not in (None, "None", inspect.Signature.empty)
    given = "Returns" in found or "Yields" in found
    assert given == returns, "Returns does not fit the annotation"
    missing = raised(function) - set(entries(found.get("Raises", [])))
    assert not missing, f"Raises leaves out {missing}"
    for name in entries(found.get("Raises", [])):
        assert hasattr(builtins, name) or hasattr(graphkit.model, name), f"there is no {name}"
    return found


def check_class(cls):
    found = check(cls.__doc__)
    documented = entries(found.get("Attributes", []))
    if issubclass(cls, Enum):
        assert sorted(documented) == sorted(cls.__members__)
    elif dataclasses.is_dataclass(cls):
        own = list(inspect.get_annotations(cls))
        assert documented in (own, [field.name for field in dataclasses.fields(cls)])
    elif "__init__" in vars(cls):
        parameters = list(inspect.signature(cls.__init__).parameters)[1:]
        assert entries(found["Parameters"]) == parameters
    return found


def names_of(room):
    """The public classes and functions of a room by name; not its values and types' other names."""
    module = importlib.import_module(room)
    things = {name: getattr(module, name) for name in module.__all__}
    return {
        name: thing
        for name, thing in things.items()
        if inspect.isclass(thing) or inspect.isroutine(inspect.unwrap(thing))
    }


def methods_of(room):
    """The public methods of the public classes of a room by name."""
    return {
        f"{name}.{called}": getattr(cls, called)
        for name, cls in names_of(room).items()
        if inspect.isclass(cls) and name not in NETWORKX_SHAPED
        for called, member in inspect.getmembers_static(cls)
        if not called.startswith("_")
        if isinstance(member, classmethod | FunctionType)
        if member.__module__.startswith("graphkit.")
    }


def faults(things):
    """What is wrong with the docstrings of classes and functions, by name."""
    found = {}
    for name, thing in things.items():
        try:
            (check_class if inspect.isclass(thing) else check_function)(thing)
        except AssertionError as error:
            found[name] = str(error)
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_public_is_documented(room):
    assert faults(names_of(f"graphkit.{room}")) == {}


@pytest.mark.parametrize("room", ROOMS)
def test_public_methods_are_documented(room):
    assert faults(methods_of(f"graphkit.{room}")) == {}


@pytest.mark.parametrize("name", names_of("graphkit"))
def test_the_names_to_begin_with_show_an_example(name):
    found = sections(getattr(graphkit, name).__doc__)
    assert any(line.startswith(">>> ") for line in found["Examples"])


@pytest.mark.parametrize("place", sorted({*STORES.values()}))
def test_the_help_of_every_kind_of_store_is_that_of_a_store(place):
    kind = pkgutil.resolve_name(place)
    check_class(kind)
    for name, member in vars(Store).items():
        if not name.startswith("_") and isinstance(member, classmethod | FunctionType):
            told = pydoc.render_doc(getattr(kind, name), renderer=pydoc.plaintext)
            assert inspect.cleandoc(getattr(Store, name).__doc__).splitlines()[-1] in told


def test_the_check_finds_what_is_wrong():
    def sound(count) -> int:
        """Count.

        Parameters
        ----------
        count : int
            The count.

        Returns
        -------
        int
            One more.

        Raises
        ------
        UsageError
            If it is negative.
        """
        if count < 0:
            raise UsageError(count)
        return count + 1

    check_function(sound)
    text = inspect.cleandoc(sound.__doc__)
    for wrong in (
        text.replace("count : int", "number : int"),
        text.replace("Returns\n-------\nint\n    One more.\n\n", ""),
        text.replace("UsageError\n    If", "StoreError\n    If"),
        text.replace("UsageError\n    If", "Wrong\n    If"),
        text.replace("Count.", "Count"),
        text.replace("Count.", "Count [1]_."),
        text.replace("Raises\n------", "Raises\n-----"),
        text.replace("    The count.\n", ""),
        text.replace("Raises\n------", "Raises ------"),
        "",
    ):
        assert wrong != text
        sound.__doc__ = wrong
        with pytest.raises(AssertionError):
            check_function(sound)
