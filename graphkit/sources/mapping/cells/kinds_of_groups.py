"""The kind of group that a title or the name of a column suggests."""

from __future__ import annotations

from graphkit.sources.header_words import plain

_KINDS_OF_GROUPS = {
    "membership": (
        (("cluster", "klaster", "klastry", "clusters", "klastra", "klastru",
          *"klynge klyngen klynger kluster klustret klasteri klaszter klastr klastry".split(),
          *"klasteris klastrid кластер".split()), "Cluster"),
        (("working", "committee", "board", "task", "group", "gruppe", "grupa",
          *"arbeitsgruppe arbeitskreis ausschuss comite comitato grupo gruppo groupe".split(),
          *"arbeidsgruppe arbejdsgruppe arbetsgrupp tyoryhma munkacsoport werkgroep".split(),
          *"utvalg udvalg utskott valiokunta commissie vybor skupina рабочая робоча".split(),
          *"darbo_grupe tooruhm comissao comision commissione".split()),
         "WorkingGroup"),
        (("chamber", "izba", "camara", "camera", "kammer"), "Chamber"),
        (("association", "stowarzyszenie", "federation", "union", "club", "verein", "verband",
          "network", "alliance", "forum", "coalition",
          *"asociacion associazione reseau rete netzwerk bundnis".split(),
          *"nettverk natverk netvaerk netværk netwerk verkosto halozat siec sit siet rede".split(),
          *"forening forbund forbundet sammenslutning vereniging bond yhdistys liitto".split(),
          *"egyesulet szovetseg zwiazek svaz sdruzeni zdruzenie asociatie associacao".split(),
          *"allians allianse alliance alianza alianca sojusz asociacija biedriba uhing".split(),
          *"ассоциация асоціація объединение объєднання союз спілка сеть мережа".split(),
          *"δικτυο ενωση συνδεσμοσ dernek dernegi birlik birligi".split()), "Association"),
    ),
    "declaration": (
        (("charter", "karta", "charte", "charta"), "charter"),
        (("declaration", "deklaracja", "erklarung", "declaracion", "dichiarazione"), "declaration"),
        (("memorandum", "mou"), "memorandum"),
        (("letter",), "letter"),
        (("case", "decision", "merger"), "case"),
        (("covenant",), "covenant"),
        (("pledge",), "pledge"),
        (("treaty", "tratado", "trattato", "traite", "traktat"), "treaty"),
    ),
    "collaboration": (
        (
            tuple(
                "event events conference conferences meeting meetings fair fairs workshop "
                "workshops wydarzenie konferencja".split()
            ),
            "event",
        ),
        (("programme", "program"), "programme"),
        (("publication", "paper"), "publication"),
    ),
}  # fmt: skip
_DEFAULT_KIND = {"membership": "Other", "declaration": "agreement", "collaboration": "project"}


def group_kind_in(layer: str, text: str) -> str:
    """The kind of group that a text names, such as the header or the title."""
    words = {*plain(text).split()}
    for named, kind in _KINDS_OF_GROUPS[layer]:
        if words & {*named}:
            return kind
    return _DEFAULT_KIND[layer]
