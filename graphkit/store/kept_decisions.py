"""The decisions about ids of organisations, as a store keeps them: a node for each pair."""

from __future__ import annotations

import json
from collections.abc import Iterator

from graphkit.names import Decision
from graphkit.store import statements
from graphkit.store.plan import Graph
from graphkit.store.shared_nodes import Content


def decisions_of(graph: Graph) -> Iterator[Decision]:
    """The decisions that a store keeps, as far as they make sense."""
    for each in graph.read(statements.DECISIONS):
        held = each["properties"]
        texts = [held.get(name) for name in ("left", "right", "verdict")]
        if all(isinstance(text, str) for text in texts):
            said = (held.get(name) for name in ("who", "when", "why", "leftName", "rightName"))
            yield Decision(*map(str, texts), *(str(text or "") for text in said))


def decision_row(decision: Decision) -> Content:
    """The properties of the node that keeps a decision."""
    return {
        "id": decision_id(decision.pair),
        "left": decision.left,
        "right": decision.right,
        "verdict": decision.verdict,
        "who": decision.who,
        "when": decision.when,
        "why": decision.why,
        "leftName": decision.left_name,
        "rightName": decision.right_name,
    }


def decision_id(pair: tuple[str, str]) -> str:
    """The id of the node that keeps the decision about a pair, in order."""
    return json.dumps(pair, ensure_ascii=False)
