"""A network of the shape of a forum's list of members: organisations in teams, some of them under
several spellings. All names are made up.

Each team has a rapporteur, who is in no other, and the organisations that connect teams. Six
spellings are surplus: the trade union that connects most teams stands under four names, and three
others under two. Of twelve rapporteurs there is a second spelling that is in no team.
"""

from __future__ import annotations

from graphkit.model import Dataset, Fact, Node

SPELLINGS = {
    "Ogólnopolski Związek Zawodowy Pracowników Łączności": (
        "Ogolnopolski Zwiazek Zawodowy Pracownikow Lacznosci",
        "OGÓLNOPOLSKI ZWIĄZEK ZAWODOWY PRACOWNIKÓW ŁĄCZNOŚCI",
        "Ogólnopolski Zw. Zawodowy Pracowników Łączności",
    ),
    "Izba Gospodarcza Rzemiosł Dawnych": ("Izba Gospodarcza Rzemiosł Dawnych w likwidacji",),
    "Fundacja Wspólna Droga": ("Fundacja „Wspólna Droga”",),
    "Stowarzyszenie Miast Nadrzecznych": ("Stow. Miast Nadrzecznych",),
}
"""The first name of an organisation, and its further ones."""

_TEAMS = {
    "Ogólnopolski Związek Zawodowy Pracowników Łączności": range(12),
    "Izba Gospodarcza Rzemiosł Dawnych": range(3, 11),
    "Fundacja Wspólna Droga": range(8, 14),
    "Stowarzyszenie Miast Nadrzecznych": (13, 14, 15, 16),
    "Towarzystwo Ochrony Mokradeł": (0, 5, 10, 15),
    "Federacja Spółdzielni Rolnych": (1, 6, 11, 16),
    "Konfederacja Kupców Kresowych": (2, 7, 12, 17),
    "Akademia Sztuk Użytkowych": (3, 8, 13),
    "Klub Przewoźników Drogowych": (4, 9, 14),
    "Rada Szkół Wiejskich": (5, 12, 17),
    "Liga Czystego Powietrza": (6, 16),
    "Bractwo Kurkowe Grodu": (7, 15),
}


def forum(*, spelt: bool) -> Dataset:
    """The forum; with `spelt`, the teams of an organisation are shared out among its names."""
    facts: list[Fact] = []
    names: dict[str, str] = {}

    def joins(name: str, team: int) -> None:
        key = names.setdefault(name, f"m{len(names):02}")
        ends = ("Organisation", key), ("Collaboration", f"team{team:02}")
        facts.append(Fact("PARTICIPATES_IN", f"f{len(facts):03}", *ends, {"status": "stated"}))

    for name, teams in _TEAMS.items():
        known = (name, *SPELLINGS.get(name, ())) if spelt else (name,)
        for at, team in enumerate(teams):
            joins(known[at % len(known)], team)
    for team in range(18):
        joins(_RAPPORTEURS[team], team)
    if spelt:  # spellings that change nothing, as they are in no team
        for name in _RAPPORTEURS[:12]:
            names[f"{name} S.C."] = f"a{len(names):02}"
    nodes = [Node("Organisation", key, {"name": name}, "Other") for name, key in names.items()]
    nodes += [
        Node("Collaboration", f"team{team:02}", {"name": f"Team {team}"}) for team in range(18)
    ]
    return Dataset.of("forum", nodes, facts)


_RAPPORTEURS = [
    f"{first} {second}"
    for first in ("Kancelaria", "Pracownia", "Redakcja")
    for second in ("Modrzew", "Sosna", "Wiąz", "Klon", "Jawor", "Cis")
]
