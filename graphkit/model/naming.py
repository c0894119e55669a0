"""Find the organisation that an id, a name or an alias refers to."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import filterfalse

from graphkit.model.dataset import Node
from graphkit.model.errors import UsageError

# Letters that do not decompose into a base letter and an accent, so folding must spell them out.
_STROKES = str.maketrans("łøđħŧı", "lodhti")


def fold(text: str) -> str:
    """The text without case, accents and extra spaces, for comparing names.

    >>> fold("Politechnika  Białostocka")
    'politechnika bialostocka'
    """
    if text.isascii():  # most names, read fast
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_STROKES))
    bare = "".join(filterfalse(unicodedata.combining, decomposed))
    return " ".join(bare.split())


def find(
    organisations: Sequence[Node],
    reference: str,
    what: str = "organisation",
    otherwise: str = "graphkit rank lists them all",
) -> Node:
    """The organisation with that id, else the only one with that name or alias.

    Of an organisation with several ids each is its id. Names are compared first as written, then
    without case and accents. Raises UsageError when none or several match. what: the noun in its
    message. otherwise: its advice when no name is near.
    """
    by_id = [node for node in organisations if node.id == reference]
    by_id += [node for node in organisations if reference in stated_ids(node)]
    if by_id:
        return by_id[0]
    for key in (str, fold):
        wanted = key(reference)
        found = [node for node in organisations if any(key(name) == wanted for name in names(node))]
        if len(found) == 1:
            return found[0]
        if found:
            listed = ", ".join(f"{node.id} ({node.name})" for node in found[:5])
            raise UsageError(f"{reference!r} matches several {what}s: {listed}; use an id")
    near = _near(organisations, reference)
    hint = f"did you mean {', '.join(near)}?" if near else otherwise
    raise UsageError(f"no {what} is called {reference!r}; {hint}")


def stated_ids(node: Node) -> list[str]:
    """The ids of an organisation that has several; none of one that has one."""
    ids = node.properties.get("statedIds")
    return [str(each) for each in ids] if isinstance(ids, list) else []


def names(node: Node) -> list[str]:
    """The name and the aliases of an organisation."""
    aliases = node.properties.get("aliases", [])
    return [node.name, *(aliases if isinstance(aliases, list) else [])]


def _near(organisations: Iterable[Node], reference: str, most: int = 3) -> list[str]:
    wanted = fold(reference)
    by_name = {fold(name): node for node in organisations for name in (node.id, *names(node))}
    inside = [name for name in sorted(by_name) if wanted and wanted in name]
    near = difflib.get_close_matches(wanted, sorted(by_name), n=most)
    if not inside and not near:
        words = {word for name in by_name for word in name.split()}
        like = difflib.get_close_matches(wanted, sorted(words), n=most)
        near = [name for word in like for name in sorted(by_name) if word in name.split()]
    chosen = {by_name[name].id: by_name[name] for name in (*inside, *near)}
    return [f"{node.id} ({node.name})" for node in list(chosen.values())[:most]]
