"""The vocabulary of a partnership network: kinds, sectors, layers, labels and relations.

The text of a query takes labels and relationship types from here, and the kinds that data sets add
(`own_kinds`) only after a check. The
mappings name the nearest terms of FollowTheMoney (https://followthemoney.tech) and of the W3C
Organization Ontology (https://www.w3.org/TR/vocab-org/), for exchanging data with those.
"""

from __future__ import annotations

from dataclasses import dataclass

SECTORS: dict[str, str] = {
    "business": "firms",
    "research": "universities, institutes and schools",
    "public": "public administration",
    "support": "clusters, parks, chambers and agencies that support business",
    "civil": "associations and foundations",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What an organisation is.

    Attributes
    ----------
    name : str
        The kind, a label of nodes.
    sector : str or None
        The sector of organisations of this kind unless a row states another.
    meaning : str
        What it means.
    ftm, w3c : str
        The nearest terms of FollowTheMoney and of the W3C Organization Ontology.
    """

    name: str
    sector: str | None
    meaning: str
    ftm: str = "Organization"
    w3c: str = "org:Organization"


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("Company", "business", "a firm", "Company", "org:FormalOrganization"),
        Kind("University", "research", "a university or academy", w3c="org:FormalOrganization"),
        Kind("Faculty", "research", "a part of a university", w3c="org:OrganizationalUnit"),
        Kind("ResearchInstitute", "research", "a research institute"),
        Kind("School", "research", "a school below university level"),
        Kind(
            "PublicBody", "public", "a ministry, or an office or agency of the state", "PublicBody"
        ),
        Kind("LocalGovernment", "public", "a commune, town, county or region", "PublicBody"),
        Kind("LabourOffice", "public", "a public employment office", "PublicBody"),
        Kind(
            "Cluster",
            "support",
            "a cluster with a name and an organisation of its own",
            w3c="org:OrganizationalCollaboration",
        ),
        Kind(
            "ClusterInitiative",
            "support",
            "an emerging or informal cluster",
            w3c="org:OrganizationalCollaboration",
        ),
        Kind("WorkingGroup", "support", "a working group within or between organisations"),
        Kind("BusinessSupport", "support", "a centre that supports business"),
        Kind("Park", "support", "a science, technology or industrial park"),
        Kind("EconomicZone", "support", "a special economic zone"),
        Kind("Chamber", "support", "a chamber of commerce or crafts"),
        Kind("TrainingProvider", "support", "a training provider"),
        Kind("DevelopmentAgency", "support", "a regional development agency"),
        Kind("Association", "civil", "an association", w3c="org:FormalOrganization"),
        Kind("Foundation", "civil", "a foundation", w3c="org:FormalOrganization"),
        Kind("Other", None, "any other organisation"),
    )
}

SHAPES = ("dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon")
"""The shapes of marks in pictures."""

STAGES = ("planned", "forming", "active", "ended")
STATUSES = ("stated", "inferred", "disputed", "proposed")
NATURES = ("reported", "target", "forecast")

LAYERS = ("membership", "declaration", "collaboration", "tie", "rating")
"""The layers that tie organisations, in the order in which they are listed."""

ASKED_FOR = ("rating",)
"""The layers that tie nobody unless a selection asks for them."""

PAIRED = ("tie", "rating")
"""The layers in which a fact joins two organisations, with a strength of its own."""

MUTUAL = ("any", "both", "mean")
"""How two answers about each other become one tie: the higher one, the lower one, or their mean."""

QUESTIONS = ("frequency", "trust", "value", "outcome", "yes/no")
"""What a question of a survey may ask about an organisation."""

WEIGHTS = ("none", "count", "newman")
"""How a group adds to the tie between two of its organisations; see `Network.two_mode`."""

UNKNOWN = ("include", "exclude")
"""What to do with facts that may or may not have been in force."""

PARTS = ("whole", "separate")
"""Whether a faculty or office counts as part of its parent organisation or separately."""

IN_OR_OUT = ("include", "exclude")
"""What to do with planned groups, with groups' own organisations in them, and with isolates."""

COMPONENTS = ("all", "largest")
"""Which components of a network to keep."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label of nodes.

    Attributes
    ----------
    name : str
        The label.
    table : str
        The table that states such nodes.
    meaning : str
        What it means.
    ftm, w3c : str
        The nearest terms of FollowTheMoney and of the W3C Organization Ontology.
    """

    name: str
    table: str
    meaning: str
    ftm: str
    w3c: str


LABELS: dict[str, Label] = {
    label.name: label
    for label in (
        Label(
            "Organisation",
            "organisations",
            "an organisation; its kind is the second label",
            "Organization",
            "org:Organization",
        ),
        Label(
            "Kind",
            "kinds",
            "a kind of organisations beside the built-in ones; its id is their second label",
            "-",
            "skos:Concept",
        ),
        Label(
            "Declaration",
            "declarations",
            "a signed agreement, declaration or letter of intent",
            "Documentation",
            "org:ChangeEvent",
        ),
        Label(
            "Collaboration",
            "collaborations",
            "a project, event, programme or survey with participants",
            "Project",
            "org:OrganizationalCollaboration",
        ),
        Label("Question", "questions", "a survey's question about other organisations", "-", "-"),
        Label("Place", "places", "a town, district, region or country", "Address", "org:Site"),
        Label("Figure", "figures", "a reported or target figure", "Value", "-"),
        Label("Person", "people", "a person in an official role", "Person", "foaf:Person"),
        Label(
            "Source",
            "sources",
            "the document that states a fact",
            "Document",
            "prov:PrimarySource",
        ),
    )
}


DATASET = "Dataset"
"""The label of the node that a store adds for each data set. No table states it, and no
relationship leads to it.
"""

DATASET_PROPERTIES: dict[str, str] = {
    "id": "the name of the data set",
    "digest": "the digest of all that the store held of it after the last load",
    "nodes": "the number of nodes that it states",
    "facts": "the number of facts that it states",
    "columns": "the columns of its own, as `Label.property: type`",
    "updating": "when a load of it began; it and the next two are gone when that has finished",
    "load": "a random token of that load; a load that finds another one there stops",
    "disturbed": "true if that load has to compare again, because another changed nodes",
}

DECISION = "Decision"
"""The label of the node that a store adds for each decision about two ids of organisations."""

DECISION_PROPERTIES: dict[str, str] = {
    "id": "both ids in order, as JSON",
    "left": "the id that the organisation keeps",
    "right": "the other id",
    "verdict": "same, different or unsure",
    "who": "who decided it",
    "when": "on which day",
    "why": "for what reason",
    "leftName": "the name of the left one as it was seen then",
    "rightName": "the name of the right one as it was seen then",
}

JOINED_PROPERTIES: dict[str, str] = {
    "statedAs": "of an organisation with several ids: each name under which a data set states it",
    "statedIds": "beside each of these names, the id that the data set gives it",
    "statedBy": "beside each of these names, the data set",
    "joined": "all that was stored under each of the ids, as JSON, from which it is restored",
    "statedStart": "of a fact: the id of its start as it is stated, where another stands for it",
    "statedEnd": "of a fact: the same for its end",
}
"""The properties that a store adds where several ids are one organisation."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship type.

    Attributes
    ----------
    name : str
        The type.
    ends : tuple of (str, str)
        The pairs of labels that it joins.
    table : str
        The table that states such facts.
    meaning : str
        What it means.
    layer : str or None
        The layer through which it ties organisations; None if it does not.
    ftm, w3c : str
        The nearest terms of FollowTheMoney and of the W3C Organization Ontology.
    """

    name: str
    ends: tuple[tuple[str, str], ...]
    table: str
    meaning: str
    layer: str | None = None
    ftm: str = "UnknownLink"
    w3c: str = "-"


RELATIONS: dict[str, Relation] = {
    relation.name: relation
    for relation in (
        Relation(
            "MEMBER_OF",
            (("Organisation", "Organisation"),),
            "memberships",
            "is a member, coordinator, founder … of",
            "membership",
            "Membership",
            "org:Membership",
        ),
        Relation(
            "SIGNED",
            (("Organisation", "Declaration"),),
            "signatories",
            "signed",
            "declaration",
            "DocumentEntities",
            "-",
        ),
        Relation(
            "PARTICIPATES_IN",
            (("Organisation", "Collaboration"),),
            "participants",
            "takes part in",
            "collaboration",
            "ProjectParticipant",
            "org:memberOf",
        ),
        Relation(
            "COLLABORATES_WITH",
            (("Organisation", "Organisation"),),
            "ties",
            "works with (read as undirected)",
            "tie",
            "Associate",
            "org:linkedTo",
        ),
        Relation(
            "RATES",
            (("Organisation", "Organisation"),),
            "ratings",
            "says in a survey of; ties only where a selection asks for it",
            "rating",
        ),
        Relation(
            "ASKED_IN",
            (("Question", "Collaboration"),),
            "questions",
            "is a question of",
        ),
        Relation(
            "CONCERNS",
            (("Declaration", "Organisation"), ("Collaboration", "Organisation")),
            "declarations",
            "is about",
            ftm="DocumentEntities",
        ),
        Relation(
            "CONCLUDED_AT",
            (("Declaration", "Collaboration"),),
            "declarations",
            "was signed at",
        ),
        Relation(
            "PART_OF",
            (
                ("Organisation", "Organisation"),
                ("Collaboration", "Collaboration"),
                ("Place", "Place"),
            ),
            "relations",
            "is part of",
            w3c="org:unitOf",
        ),
        Relation(
            "SUCCEEDS",
            (("Organisation", "Organisation"),),
            "relations",
            "replaced",
            ftm="Succession",
            w3c="org:resultedFrom",
        ),
        Relation(
            "LOCATED_IN",
            (("Organisation", "Place"), ("Declaration", "Place"), ("Collaboration", "Place")),
            "relations",
            "is or took place in",
            w3c="org:hasSite",
        ),
        Relation(
            "DESCRIBES",
            (("Figure", "Organisation"), ("Figure", "Place"), ("Figure", "Collaboration")),
            "figures",
            "is a figure about",
        ),
        Relation(
            "REPRESENTS",
            (("Person", "Organisation"),),
            "people",
            "holds a role in",
            ftm="Representation",
            w3c="org:Post",
        ),
    )
}

LAYER_OF: dict[str, str] = {r.name: r.layer for r in RELATIONS.values() if r.layer is not None}
"""The layer of each relationship type that ties organisations."""
