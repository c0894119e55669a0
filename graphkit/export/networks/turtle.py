"""What a selection states as RDF: organisations by the W3C Organization Ontology, and where each
fact is stated by PROV-O. It is written as Turtle.

Every fact is a resource of its own, because it has dates and sources. A date is as precise as it
was stated: `time:inXSDgYear`, `time:inXSDgYearMonth` or `time:inXSDDate`. It needs rdflib, which
the extra `rdf` installs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from graphkit.export.networks.formats import Export, not_installed
from graphkit.model import KINDS, LABELS, OPEN, SCHEMES, Fact, Node, Properties
from graphkit.model.own_columns import is_own_name
from graphkit.model.visible_text import visible

if TYPE_CHECKING:
    import rdflib

BASE = "urn:x-graphkit:"
"""How the names of resources begin; the label or relation and the id follow."""

_PREFIXES = {
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "time": "http://www.w3.org/2006/time#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "gk": BASE,
}
_ENDS = {
    "MEMBER_OF": ("org:Membership", "org:member", "org:organization"),
    "PARTICIPATES_IN": ("org:Membership", "org:member", "org:organization"),
    "REPRESENTS": ("org:Membership", "org:member", "org:organization"),
    "SUCCEEDS": ("org:ChangeEvent", "org:resultingOrganization", "org:originalOrganization"),
}
"""The class of each relation, and the properties of its two ends; others have our own."""

_DIRECT = {
    "MEMBER_OF": "org:memberOf",
    "PARTICIPATES_IN": "org:memberOf",
    "COLLABORATES_WITH": "org:linkedTo",
    "LOCATED_IN": "org:hasSite",
}
_TEXTS = {"note": "rdfs:comment", "description": "dct:description", "publisher": "dct:publisher",
          "language": "dct:language"}  # fmt: skip
_WEB = {"website": "foaf:homepage", "url": "foaf:page"}
_TIMES = {4: ("time:inXSDgYear", "gYear"), 7: ("time:inXSDgYearMonth", "gYearMonth"),
          10: ("time:inXSDDate", "date")}  # fmt: skip


def as_turtle(export: Export) -> str:
    """The statements as Turtle, sorted; the manifest is a description of the whole."""
    try:
        import rdflib
    except ImportError:
        raise not_installed("rdflib", "rdf") from None
    writer = _Writer(rdflib)
    dataset = export.statements
    whole = rdflib.URIRef(f"{BASE}export")
    writer.add(whole, "a", writer.term("prov:Collection"))
    writer.add(whole, "dct:title", writer.text(export.title))
    writer.add(whole, "dct:description", writer.text(export.said))
    for node in dataset.nodes:
        writer.node(node)
    for fact in dataset.facts:
        writer.fact(fact)
    return str(writer.graph.serialize(format="turtle"))


class _Writer:
    def __init__(self, module: Any) -> None:
        self._rdf = module
        self.graph: rdflib.Graph = module.Graph(bind_namespaces="none")
        for prefix, space in _PREFIXES.items():
            self.graph.bind(prefix, space)

    def term(self, name: str) -> Any:
        if name == "a":
            return self._rdf.RDF.type
        prefix, _, local = name.partition(":")
        return self._rdf.URIRef(_PREFIXES[prefix] + local)

    def text(self, text: str, kind: str = "") -> Any:
        of = self._rdf.XSD[kind] if kind else None
        return self._rdf.Literal(visible(text), datatype=of, normalize=False)

    def resource(self, label: str, key: str) -> Any:
        return self._rdf.URIRef(
            f"{BASE}{label.lower()}/{quote(key.encode('utf-8', 'replace'), '')}"
        )

    def add(self, subject: Any, predicate: str, value: Any) -> None:
        self.graph.add((subject, self.term(predicate), value))

    def node(self, node: Node) -> None:
        subject = self.resource(node.label, node.id)
        own = node.properties
        kind = KINDS.get(str(node.kind))
        known = LABELS[node.label].w3c if kind is None else kind.w3c
        self.add(subject, "a", self.term("prov:Entity"))
        if known.partition(":")[0] in _PREFIXES:
            self.add(subject, "a", self.term(known))
        if node.kind is not None:
            self.add(subject, "org:classification", self.text(node.kind))
        elif "kind" in own:
            self.add(subject, "dct:type", self.text(str(own["kind"])))
        label = "dct:title" if node.label == "Source" else "skos:prefLabel"
        self.add(subject, label, self.text(node.name))
        for alias in _listed(own.get("aliases")):
            self.add(subject, "skos:altLabel", self.text(alias))
        for scheme in SCHEMES:
            if scheme in own:
                said = self._rdf.Literal(visible(str(own[scheme])), datatype=self._own(scheme))
                self.add(subject, "org:identifier", said)
        for name, wanted in _TEXTS.items():
            if name in own:
                self.add(subject, wanted, self.text(str(own[name])))
        for name, wanted in _WEB.items():
            value = own.get(name)
            for address in _listed(value) if isinstance(value, list) else filter(None, [value]):
                self.add(subject, wanted, self._rdf.URIRef(_address(str(address))))
        if "published" in own:
            self.add(subject, "dct:issued", self._date(str(own["published"])))
        self._own_columns(subject, own)
        dates = {"start": own.get("founded") or own.get("startDate"),
                 "end": own.get("dissolved") or own.get("endDate")}  # fmt: skip
        self._lasting(subject, dates)
        self._claim(subject, own)

    def fact(self, fact: Fact) -> None:
        subject = self.resource(f"fact/{fact.relation}", fact.id)
        start, end = (self.resource(*each) for each in (fact.start, fact.end))
        own = fact.properties
        kind, first, second = _ENDS.get(fact.relation, ("gk:Statement", "gk:from", "gk:to"))
        for each in (kind, "prov:Entity"):
            self.add(subject, "a", self.term(each))
        self.add(subject, first, start)
        self.add(subject, second, end)
        self.add(subject, "gk:relation", self.text(fact.relation))
        direct = _DIRECT.get(fact.relation)
        if fact.relation == "PART_OF":
            direct = "org:subOrganizationOf" if fact.start[0] == "Organisation" else "dct:isPartOf"
        if direct and own.get("status", "stated") == "stated":
            self.add(start, direct, end)
        for name in ("role", "kind"):
            if name in own:
                self.add(subject, "org:role" if name == "role" else "dct:type",
                         self.text(str(own[name])))  # fmt: skip
        if "note" in own:
            self.add(subject, "rdfs:comment", self.text(str(own["note"])))
        self._own_columns(subject, own)
        self._lasting(subject, {"start": own.get("startDate"), "end": own.get("endDate")})
        if "observedDate" in own:
            self.add(subject, "gk:observed", self._date(str(own["observedDate"])))
        self._claim(subject, own)

    def _lasting(self, subject: Any, dates: Mapping[str, object]) -> None:
        """The time of something: no date that is not known, and whether it is known not to end."""
        known = {side: str(text) for side, text in dates.items() if text}
        if known.get("end") == OPEN:
            self.add(subject, "gk:ended", self._rdf.Literal(False))
            del known["end"]
        if not known:
            return
        interval = self._rdf.URIRef(f"{subject}/time")
        membership = (subject, self.term("a"), self.term("org:Membership")) in self.graph
        self.add(subject, "org:memberDuring" if membership else "dct:temporal", interval)
        self.add(interval, "a", self.term("time:Interval"))
        for side, text in known.items():
            instant = self._rdf.URIRef(f"{subject}/{side}")
            wanted = "time:hasBeginning" if side == "start" else "time:hasEnd"
            self.add(interval, wanted, instant)
            self.add(instant, "a", self.term("time:Instant"))
            predicate, kind = _TIMES.get(len(text), ("rdfs:label", "string"))
            self.add(instant, predicate, self.text(text, kind))

    def _date(self, text: str) -> Any:
        return self.text(text, _TIMES.get(len(text), ("", "string"))[1])

    def _claim(self, subject: Any, own: Properties) -> None:
        if "status" in own:
            self.add(subject, "gk:status", self.text(str(own["status"])))
        places = _listed(own.get("locators"))
        for at, source in enumerate(_listed(own.get("sourceIds"))):
            document = self.resource("Source", source)
            self.add(subject, "prov:hadPrimarySource", document)
            if at < len(places) and places[at]:
                self.add(subject, "gk:locator", self.text(f"{source}:{places[at]}"))

    def _own_columns(self, subject: Any, own: Properties) -> None:
        """The columns of one's own, each as a property called like the column."""
        for name, value in own.items():
            if is_own_name(name):
                for each in value if isinstance(value, list) else [value]:
                    said = self.text(each) if isinstance(each, str) else self._rdf.Literal(each)
                    self.add(subject, f"gk:{name}", said)

    def _own(self, scheme: str) -> Any:
        return self._rdf.URIRef(f"{BASE}scheme/{scheme}")


def _listed(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _address(text: str) -> str:
    """A web address with everything escaped that must not stand in an IRI."""
    return quote(text.encode("utf-8", "replace"), safe="%:/?#[]@!$&'()*+,;=~-._")
