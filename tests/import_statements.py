"""What a data set states, as lines to compare: short to write by hand, and nothing left out.

Acme                        an organisation of the kind Other
Acme (Company) pic=999886574 x_topic=energy at=Berlin
Acme : Forum                a member of Forum; `: coordinator` is another role
Acme ~ Charter              a signatory
Acme * Project              a participant
Acme = Best                 a tie
Acme > Best | contact=2     an answer of a survey about another
[project] Project 2014..    a collaboration or declaration, with its kind and dates
@ Berlin < Germany          a place within another
"""

from __future__ import annotations

from graphkit.model import Dataset, Fact, Node

_MARKS = {"MEMBER_OF": ":", "SIGNED": "~", "PARTICIPATES_IN": "*", "COLLABORATES_WITH": "="}
_MARKS["RATES"] = ">"
_USUAL = {"member", "signatory", "participant"}
_SAID = ("aliases", "website", "krs", "nip", "regon", "ror", "lei", "pic", "vat", "founded",
         "dissolved", "description")  # fmt: skip
_OF_FACTS = ("kind", "weight", "contribution", "currency", "note")


def statements(dataset: Dataset) -> list[str]:
    """What a data set states, one line each, sorted; sources are left out."""
    names = {(node.label, node.id): node.name for node in dataset.nodes}
    at: dict[tuple[str, str], list[str]] = {}
    for fact in dataset.facts:
        if fact.relation == "LOCATED_IN":
            at.setdefault(fact.start, []).append(names[fact.end])
    inside = {f.start: names[f.end] for f in dataset.facts if f.relation == "PART_OF"}
    lines = [_node(node, at, inside) for node in dataset.nodes if node.label != "Source"]
    lines += [_fact(fact, names) for fact in dataset.facts if fact.relation in _MARKS]
    return sorted(lines)


def _node(
    node: Node, at: dict[tuple[str, str], list[str]], inside: dict[tuple[str, str], str]
) -> str:
    own = node.properties
    key = (node.label, node.id)
    if node.label == "Place":
        point = f" {own['latitude']},{own['longitude']}" if "latitude" in own else ""
        return f"@ {node.name}{point}" + (f" < {inside[key]}" if key in inside else "")
    words = []
    if node.label == "Organisation":
        words.append(node.name + (f" ({node.kind})" if node.kind != "Other" else ""))
    else:
        words.append(f"[{own.get('kind', node.label.lower())}] {node.name}")
        words += _dates(node.properties)
    for name in _SAID:
        if name in own:
            value = own[name]
            words.append(f"{name}={'|'.join(value) if isinstance(value, list) else value}")
    words += _own(own)
    if key in at:
        words.append(f"at={'|'.join(sorted(at[key]))}")
    if key in inside:
        words.append(f"in={inside[key]}")
    return " ".join(words)


def _fact(fact: Fact, names: dict[tuple[str, str], str]) -> str:
    first, second = names[fact.start], names[fact.end]
    if fact.relation == "COLLABORATES_WITH":
        first, second = sorted((first, second))
    line = f"{first} {_MARKS[fact.relation]} {second}"
    role = fact.properties.get("role")
    words = [str(role)] if role and role not in _USUAL else []
    words += _dates(fact.properties)
    if fact.relation == "RATES":
        words.append(f"{fact.properties['questionId']}={fact.properties['value']}")
    words += [f"{name}={fact.properties[name]}" for name in _OF_FACTS if name in fact.properties]
    words += _own(fact.properties)
    return line + (f" | {' '.join(words)}" if words else "")


def _own(properties) -> list[str]:
    """Columns of one's own."""
    own = {name: properties[name] for name in sorted(properties) if name.startswith("x_")}
    return [
        f"{name}={'|'.join(value) if isinstance(value, list) else value}"
        for name, value in own.items()
    ]


def _dates(own) -> list[str]:
    if "datesFrom" in own:  # the line of the project or agreement has them
        left = own["datesFrom"] == "collaboration" and "endTo" in own and "endDate" not in own
        return ["ended early"] if left else []
    start, end = own.get("startDate", ""), own.get("endDate", "")
    words = [f"{start}..{'' if end == '..' else end}"] if start or end else []
    return words + ([f"seen {own['observedDate']}"] if "observedDate" in own else [])
