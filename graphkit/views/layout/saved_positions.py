"""Position files, from which a picture is drawn again with the same positions.

The file is JSON with one position per line. Its content is not trusted: a value that is not finite,
not a position or too large is refused in one line that says where it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from graphkit.files import write_text
from graphkit.model import UsageError
from graphkit.model.bounded_json import NestedTooDeeply, parse_json
from graphkit.network import Network

FARTHEST = 1_000_000.0
"""The largest coordinate that a file may state, in pixels."""

LARGEST = 64 * 2**20
"""The largest file that is read, in bytes: room for half a million places."""

Place = tuple[float, float]

_SHOWN = 3
_DIGITS = 400
_KIND = "positions"


@dataclass(frozen=True, slots=True)
class Positions:
    """Positions by name, in pixels at full size, y downwards.

    Attributes
    ----------
    organisations : mapping of str to (float, float)
        Organisations with ties, by id.
    isolates : mapping of str to (float, float)
        Organisations without ties, by id.
    groups : mapping of str to (float, float)
        The points where spokes meet, by `Group.key`.
    communities : mapping of str to (float, float)
        Communities, by the id of their best-connected member.

    Examples
    --------
    >>> old = Positions(organisations={"a": (0.0, 0.0), "b": (9.0, 0.0)})
    >>> old.updated(Positions(organisations={"a": (1.0, 1.0)})).organisations
    {'a': (1.0, 1.0), 'b': (9.0, 0.0)}
    """

    organisations: Mapping[str, Place] = field(default_factory=dict)
    isolates: Mapping[str, Place] = field(default_factory=dict)
    groups: Mapping[str, Place] = field(default_factory=dict)
    communities: Mapping[str, Place] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    def updated(self, newer: Positions) -> Positions:
        """Return these positions with newer ones in their place.

        Parameters
        ----------
        newer : Positions
            The positions that replace these. What they do not hold stays.

        Returns
        -------
        Positions
            Both together.

        Notes
        -----
        Pictures of several selections can share a file. An isolate that had ties in an earlier
        picture keeps the place it had there. The rows of isolates that it joins only in the newer
        picture stay as they were.
        """
        organisations = {**self.organisations, **newer.organisations}
        rows = [self.isolates, newer.isolates]
        if newer.isolates.keys() & self.organisations.keys():
            rows.reverse()
        isolates = {**rows[0], **rows[1]}
        return Positions(
            organisations=organisations,
            isolates={k: v for k, v in isolates.items() if k not in organisations},
            groups={**self.groups, **newer.groups},
            communities={**self.communities, **newer.communities},
        )


def read_positions(path: Path | str) -> Positions:
    """Read positions from a file.

    Parameters
    ----------
    path : Path or str
        A JSON file that `write_positions` wrote.

    Returns
    -------
    Positions
        What the file states.

    Raises
    ------
    UsageError
        If there is no such file, or it holds anything else. The message names the file, the place
        in it and the cure.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "positions.json"
    ...     write_positions(Positions(organisations={"a": (1.5, -2.0)}), path)
    ...     read_positions(path).organisations
    {'a': (1.5, -2.0)}
    """
    try:
        if not Path(path).is_file():
            raise UsageError(f"{path} is not a position file; name one, or a new file")
        with Path(path).open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None
    if len(raw) > LARGEST:
        raise UsageError(
            f"{path} has more than {LARGEST // 2**20} MiB, too much for a position file"
        )
    try:
        stated = parse_json(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_once,
            parse_constant=_refuse,
            # Of thousands of digits an int would be refused in Python's own words.
            parse_int=lambda digits: int(digits) if len(digits) < _DIGITS else float(digits),
        )
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not in UTF-8; save it as UTF-8") from None
    except NestedTooDeeply:
        raise UsageError(f"{path} is nested too deeply for a position file") from None
    except json.JSONDecodeError as error:
        raise UsageError(
            f"{path} line {error.lineno} is not JSON: {error.msg}; "
            "name a position file that graphkit wrote, or a new file"
        ) from None
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from None
    try:
        return _checked(stated)
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from None


def write_positions(positions: Positions, path: Path | str) -> None:
    """Write positions to a file, sorted, one per line.

    The file is replaced only once the new one is complete.

    Parameters
    ----------
    positions : Positions
        The positions, such as `View.positions`.
    path : Path or str
        The file.

    Raises
    ------
    UsageError
        If the file cannot be written.
    """
    parts = [f' "graphkit": {json.dumps(_KIND)}']
    for each in fields(positions):
        places = sorted(getattr(positions, each.name).items())
        lines = [f"  {json.dumps(name)}: {json.dumps(place)}" for name, place in places]
        inside = "{\n" + ",\n".join(lines) + "\n }" if lines else "{}"
        parts.append(f' "{each.name}": {inside}')
    write_text("{\n" + ",\n".join(parts) + "\n}\n", path)


def known_positions(
    positions: Positions, network: Network, path: Path | str
) -> tuple[Positions, tuple[str, ...]]:
    """Keep the positions of organisations that the data of a network know.

    Parameters
    ----------
    positions : Positions
        What a file stated.
    network : Network
        The network to draw.
    path : Path or str
        The file, for the message.

    Returns
    -------
    known : Positions
        The positions that apply.
    unknown : tuple of str
        The ids of the organisations that the data do not know.

    Raises
    ------
    UsageError
        If the data do not know more than half of the organisations: the file is then another
        network's.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> stated = Positions(organisations={"kom": (0.0, 0.0), "gone": (1.0, 1.0)})
    >>> known, unknown = known_positions(stated, Network.of(read_sample()), "positions.json")
    >>> list(known.organisations), unknown
    (['kom'], ('gone',))
    """
    stated = {*positions.organisations, *positions.isolates, *positions.communities}
    unknown = sorted(stated - network.index.keys())
    if 2 * len(unknown) > len(stated):
        named = ", ".join(unknown[:_SHOWN]) + (", …" if len(unknown) > _SHOWN else "")
        raise UsageError(
            f"{path}: {len(unknown)} of its {len(stated)} organisations are not in the data "
            f"({named}); name this network's file, or a new file"
        )
    gone = set(unknown)
    return (
        Positions(
            organisations={k: v for k, v in positions.organisations.items() if k not in gone},
            isolates={k: v for k, v in positions.isolates.items() if k not in gone},
            groups=positions.groups,
            communities={k: v for k, v in positions.communities.items() if k in network.index},
        ),
        tuple(unknown),
    )


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"{_short(name)} appears twice; keep one of them")
        found[name] = value
    return found


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not a coordinate; write a number")


def _checked(stated: Any) -> Positions:
    if not isinstance(stated, dict) or stated.get("graphkit") != _KIND:
        raise ValueError("it is not a position file; name one that graphkit wrote, or a new file")
    sections = {each.name: stated.pop(each.name, {}) for each in fields(Positions)}
    del stated["graphkit"]
    if stated:
        known = ", ".join(sections)
        raise ValueError(f"{_short(next(iter(stated)))} does not belong here; expected {known}")
    result = Positions(**{name: _places(name, each) for name, each in sections.items()})
    for name in result.organisations:
        if name in result.isolates:
            raise ValueError(f"{_short(name)} appears twice; keep one of them")
    return result


def _places(section: str, stated: Any) -> dict[str, Place]:
    if not isinstance(stated, dict):
        raise ValueError(f"{section} must have one position per id")
    return {name: _place(section, name, each) for name, each in stated.items()}


def _place(section: str, name: str, stated: Any) -> Place:
    where = f"{section}, {_short(name)}"
    if not isinstance(stated, list) or len(stated) != 2:
        raise ValueError(f"{where}: a position is two numbers, such as [12.5, -40]")
    for each in stated:
        if isinstance(each, bool) or not isinstance(each, int | float):
            raise ValueError(f"{where}: {_short(each)} is not a number")
        if not -FARTHEST <= each <= FARTHEST:
            raise ValueError(
                f"{where}: {_short(each)} is out of range; write numbers up to {FARTHEST:.0f}"
            )
    return float(stated[0]), float(stated[1])


def _short(value: object) -> str:
    text = repr(value) if isinstance(value, str) else "a list" if isinstance(value, list) else ""
    text = text or ("an object" if isinstance(value, dict) else str(value))
    return text if len(text) <= 60 else f"{text[:59]}…"
