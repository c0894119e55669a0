"""EU research projects begun in 2014, as a data set: real names, kinds and dates."""

from __future__ import annotations

from graphkit.model import KINDS, Dataset, Fact, Node, date_properties, fact_id
from tests.shared_data import rows

_TYPES = {"HES": "University", "PRC": "Company", "PUB": "PublicBody", "REC": "ResearchInstitute"}
_ROLES = {"Coordinator": "coordinator"}


def projects_of_2014(organisations: int) -> Dataset:
    """The first projects of the list that bring together so many organisations, or all 5,682."""
    nodes: dict[str, Node] = {}
    projects: dict[str, Node] = {}
    facts: list[Fact] = []
    for row in rows("cordis/started_2014_named.csv"):
        who, project = f"o{row['organisationID']}", f"p{row['projectRcn']}"
        if who not in nodes:
            if len(nodes) == organisations:
                continue
            kind = _TYPES.get(row["legal_entity_type"], "Other")
            sector = KINDS[kind].sector
            stated = {"name": row["name"], "status": "stated"} | (
                {"sector": sector} if sector else {}
            )
            nodes[who] = Node("Organisation", who, stated, kind)
        called = {"name": f"Project {project[1:]}"}
        projects.setdefault(project, Node("Collaboration", project, called))
        role = _ROLES.get(row["partner_role"], "participant")
        identity = fact_id("cordis", "PARTICIPATES_IN", (who, project), role, len(facts))
        dates = date_properties(row["start_date"], None, None)
        ends = ("Organisation", who), ("Collaboration", project)
        facts.append(Fact("PARTICIPATES_IN", identity, *ends, {"role": role, **dates}))
    return Dataset.of("cordis", [*nodes.values(), *projects.values()], facts)
