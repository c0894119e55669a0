"""Leave out what is only proposed: such rows, and what only they name.

A proposed organisation that a fact names on which somebody has decided is not left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphkit.model import Fact, Node
from graphkit.sources.checking import Checked

PROPOSED = "proposed"


def has_proposed(tables: Iterable[Checked]) -> bool:
    """Whether any row has the status `proposed`."""
    return any(PROPOSED in checked.values("status") for checked in tables)


def without_proposed(
    nodes: Sequence[Node], facts: Sequence[Fact]
) -> tuple[list[Node], list[Fact], int]:
    """The nodes and facts that are not only proposed, and how many are left out.

    Parameters
    ----------
    nodes, facts : sequence
        What tables state.

    Returns
    -------
    tuple of (list of Node, list of Fact, int)
        What is left, and the number of nodes and facts that are not.

    Examples
    --------
    >>> acme = Node("Organisation", "acme", {"status": "proposed"}, "Company")
    >>> without_proposed([acme], [])
    ([], [], 1)
    """
    kept_facts = [each for each in facts if each.properties.get("status") != PROPOSED]
    decided = [each for each in nodes if each.properties.get("status") != PROPOSED]
    needed = {end for fact in kept_facts for end in (fact.start, fact.end)}
    for fact in kept_facts:
        for name, label in (("representedById", "Organisation"), ("signedById", "Person")):
            if isinstance(each := fact.properties.get(name), str):
                needed.add((label, each))
    wanted = {(each.label, each.id) for each in decided} | needed
    cited_before = _cited([*nodes, *facts])
    left = [each for each in nodes if (each.label, each.id) in wanted]
    cited = _cited([*left, *kept_facts])
    gone = set(cited_before - cited)
    kept = [each for each in left if not (each.label == "Source" and each.id in gone)]
    return kept, kept_facts, len(nodes) - len(kept) + len(facts) - len(kept_facts)


def _cited(stated: Iterable[Node | Fact]) -> set[str]:
    found: set[str] = set()
    for each in stated:
        if isinstance(ids := each.properties.get("sourceIds"), list):
            found.update(map(str, ids))
    return found
