"""Whatever the order of right answers, and whatever wrong ones stood before, a proposal ends right.

Each file is small, and what its columns hold was worked out by hand. All of it costs about a second
of CPU.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, permutations
from pathlib import Path
from random import Random

import pytest

from graphkit.model import UsageError
from graphkit.sources import read_files
from graphkit.sources.mapping.form.doubt import Change
from graphkit.sources.mapping.form.sheet_mapping import Shape, SheetMapping, roles_of
from graphkit.sources.mapping.revision.possible_roles import possible_roles
from graphkit.sources.mapping.revision.shown_proposals import Proposal
from tests.import_statements import statements

_MOST = 12
"""So many orders of the answers to a file are tried."""

Answer = dict[str, str]
"""Roles by the names of columns; settings begin with an underscore."""

PEOPLE = """id,name,code
7e598483-159f-4ca6-beb8-34943a40c5f6,Comune di Bolzano,YR3CAY
da07a925-edd0-4fe1-b83d-d3ba2d7fb783,Regione Campania,UNXWG7
5c0a2f10-6f0e-4b2a-9d07-1f5f6f0f3a11,INPS,AB12CD
"""
ALLIES = "state,is_ally,entry,exit\n" + "".join(
    f"{state},{at % 2},{1950 + at},{1990 + at}\n"
    for at, state in enumerate("Albania Belgium Canada Denmark Estonia France Greece".split())
)
UNNAMED = "a17,Bolzano Town\nb18,Regione Campania\nc19,INPS\nd20,Acme Works\n"
CONTRACTS = (
    "country,vendor,amount,year\nNATO,Leidos,100,2014\nNATO,Thales,200,2015\nNATO,Leidos,50,2016\n"
    "NATO,Airbus,7,2017\n"
)
SIGNED = (
    "Signatory,Country,Text\nOxfam,UK,Charter\nOxfam,London,Pledge\nAcme,PL,Charter\n"
    "Acme,Warsaw,Pledge\nBest,Europe,Pledge\n"
)
SEATS = "Board,Seat,Since\nGreen 10,Oxfam,2014\nGreen 10,Fund,2015\nBond,Oxfam,2016\n"
FIRMS = "Firm,Owner,Share\nAcme,Best Holding,20\nCool,Best Holding,30\nAcme,Dale Fund,50\n"
SHORT = "Acronym,Full title,Hub\nACM,Acme Works,North\nBST,Best Institute,North\nCOO,Cool,South\n"
SPONSORS = "Event,Company,Sector\nExpo,Acme,Energy\nExpo,Best,Energy\nForum,Acme,Energy\n"
MARKS = "Party,Left,Green,Founded\nAlfa,x,,1990\nBeta,,x,1991\nGamma,x,x,1992\n"
FURTHER = "Who,What,Where\nAcme,Alpha,Lodz\nBest,Alpha,Berlin\nBest,Beta,Berlin\n"
TITLES = (
    "Code,Title,Acronym,Contact body\nP-11,Clean water,CW,Beta University\n"
    "P-12,Warm homes,WH,Gamma Society\nP-13,Wide roads,WR,Beta University\n"
)
INTERESTS = (
    "participant,interest,role,note\nAcme,55,Operator,in the lead\nBest,25,Investor,\n"
    "Cool,20,Investor,joined later\n"
)
PROJECTS = (
    "Projet,Domaine,Acteurs,URL\nVent,Mer,Acme / Best,https://vent.example\n"
    "Eau,Mer,Cool / Acme,https://eau.example\nFeu,Ville,Best / Dale,https://feu.example\n"
)
UNITS = "Unit,Parent body,Town\nLab A,Uni X,Lodz\nLab B,Uni X,Lodz\nLab C,Uni Y,Paris\n"

FILES: dict[str, tuple[str, list[Answer], str, list[str]]] = {
    "ids that are kept when all are of one group": (
        PEOPLE, [{"_shape": "pairs", "_group": "PDND"}, {"name": "member"}, {"id": "member id"}],
        "pairs PDND", ["member id", "member", "member attribute"],
    ),
    "the same where only the group is said": (
        PEOPLE, [{"_group": "PDND"}], "pairs PDND", ["member id", "member", "member attribute"],
    ),
    "yes and no, of which yes is a group": (
        ALLIES, [{"is_ally": "group"}, {"state": "member"}],
        "matrix ", ["member", "group column", "member attribute", "member attribute"],
    ),
    "the same with a shape that does not fit": (
        ALLIES, [{"is_ally": "group"}, {"_shape": "pairs"}],
        "matrix ", ["member", "group column", "member attribute", "member attribute"],
    ),
    "ids and names without a header": (
        UNNAMED, [{"column 1": "member id"}, {"column 2": "member"}],
        "organisations ", ["member id", "member"],
    ),
    "the names alone, beside which only ids stand": (
        UNNAMED, [{"column 2": "member"}], "organisations ", ["member id", "member"],
    ),
    "ties with one": (
        CONTRACTS,
        [{"country": "a"}, {"vendor": "b"}, {"amount": "weight"}, {"year": "start"}],
        "ties ", ["a", "b", "weight", "start"],
    ),
    "places of signatures": (
        SIGNED, [{"Country": "attribute"}, {"Text": "group"}, {"Signatory": "member"}],
        "pairs ", ["member", "attribute", "group"],
    ),
    "who sits in what, the other way round": (
        SEATS, [{"Board": "group"}, {"Seat": "member"}, {"Since": "start"}],
        "pairs ", ["group", "member", "start"],
    ),
    "owners": (
        FIRMS, [{"Owner": "a"}, {"Firm": "b"}, {"Share": "weight"}], "ties ", ["b", "a", "weight"],
    ),
    "short names": (
        SHORT, [{"Acronym": "member aliases"}, {"Full title": "member"}, {"Hub": "group"}],
        "pairs ", ["member aliases", "member", "group"],
    ),
    "sponsors of events": (
        SPONSORS, [{"_layer": "collaboration"}, {"Company": "member"}, {"Event": "group"},
                   {"Sector": "member sector"}],
        "pairs ", ["group", "member", "member sector"],
    ),
    "marks and a founding": (
        MARKS, [{"Left": "group column", "Green": "group column"}, {"Party": "member"},
                {"Founded": "member founded"}],
        "matrix ", ["member", "group column", "group column", "member founded"],
    ),
    "no groups at all": (
        FURTHER, [{"_shape": "organisations"}, {"What": "member x_what"}, {"Who": "member"},
                  {"Where": "member city"}],
        "organisations ", ["member", "member x_what", "member city"],
    ),
    "titles of projects, whose codes and short names are theirs": (
        TITLES, [{"Title": "group"}, {"Contact body": "member"}],
        "pairs ", ["group id", "group", "group aliases", "member"],
    ),
    "interests in one venture": (
        INTERESTS, [{"_group": "Venture"}], "pairs Venture",
        ["member", "member attribute", "role", "note"],
    ),
    "projects, whose addresses stay theirs": (
        PROJECTS, [{"Acteurs": "member"}], "pairs ",
        ["group", "group attribute", "member", "group website"],
    ),
    "parts": (
        UNITS, [{"Unit": "member"}, {"Parent body": "member part of"}, {"Town": "member city"},
                {"_shape": "organisations"}],
        "organisations ", ["member", "member part of", "member city"],
    ),
}  # fmt: skip


def _first(folder: Path, **files: str) -> Proposal:
    """What is proposed first for files of these names and texts."""
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)
    kept: list[Proposal] = []

    def confirm(proposal: Proposal) -> bool:
        kept.append(proposal)
        return False

    with pytest.raises(UsageError, match="look it over"):
        read_files([folder / f"{name}.csv" for name in files], confirm=confirm)
    return kept[0]


def _with(proposal: Proposal, answers: Sequence[Answer]) -> Proposal:
    for answer in answers:
        settings = {name[1:]: value for name, value in answer.items() if name[0] == "_"}
        roles = {name: role for name, role in answer.items() if name[0] != "_"}
        proposal = proposal.changed(0, Change.to("", roles, **settings))
    return proposal


def _found(proposal: Proposal) -> tuple[str, list[str]]:
    mapping = proposal.made[0][1].mapping
    return f"{mapping.shape} {mapping.group}", [*mapping.roles]


@pytest.mark.parametrize("case", FILES)
def test_right_answers_end_right_in_every_order(case: str, tmp_path: Path) -> None:
    """Also after wrong ones, where each column and the shape is then put right."""
    text, answers, shape, roles = FILES[case]
    first = _first(tmp_path, list=text)
    if text == UNNAMED:
        first = first.changed(0, Change.to("", header_row="0"))
    for order in islice(permutations(answers), _MOST):
        assert _found(_with(first, order)) == (shape, roles), order
    chance, mapping = Random(case), first.made[0][1].mapping
    told = dict(zip(mapping.header, roles, strict=True))
    kind, _, group = shape.partition(" ")
    settings = {"_shape": kind, **({"_group": group} if group else {})}
    for _ in range(_MOST):
        wrong = first
        for _ in range(4):
            answer = chance.choice(_wrong(mapping, chance))
            try:
                wrong = _with(wrong, [answer])
            except UsageError:
                continue
        right = [{name: role} for name, role in told.items()]
        right.append(settings)
        chance.shuffle(right)
        assert _found(_with(wrong, right)) == (shape, roles), right


def _wrong(mapping: SheetMapping, chance: Random) -> list[Answer]:
    roles = roles_of(chance.choice([*Shape]))
    return [
        {chance.choice(mapping.header): chance.choice(roles)},
        {"_shape": chance.choice([*Shape])},
    ]


def test_ids_of_another_file_are_those_of_members(tmp_path: Path) -> None:
    """As the first three rows of each file say by the ids 1 and 2."""
    names = "id,nombre\n1,Abra Plata S.A.\n2,AGV S.R.L.\n3,Borax S.A.\n"
    seats = "empresa_id,camara,rubro\n1,CMS,Uno\n2,CMS,Uno\n2,CAPEMISA,Dos\n3,CMS,\n"
    first = _first(tmp_path, empresas=names, membresias=seats)

    def confirm(proposal: Proposal) -> Proposal:
        return proposal.changed(1, Change.to("", shape="pairs"))

    changed = confirm(first).made[1][1].mapping
    assert changed.roles[:2] == ("member id", "group")
    for path in tmp_path.glob("*.toml"):
        path.unlink()
    found = read_files([tmp_path / "empresas.csv", tmp_path / "membresias.csv"], confirm=confirm)
    assert [line.partition(" | ")[0] for line in statements(found.dataset) if " : " in line] == [
        "AGV S.R.L. : CAPEMISA", "AGV S.R.L. : CMS", "Abra Plata S.A. : CMS", "Borax S.A. : CMS",
    ]  # fmt: skip


def test_what_keeps_all_texts_is_offered_first(tmp_path: Path) -> None:
    """Countries of which some are cities, so that no country is said of the signatory."""
    proposed = _first(tmp_path, signatories=SIGNED.replace("Text", "Sector")).made[0][1]
    offered = possible_roles(proposed.mapping, proposed.looks, 1, proposed.mapping.roles[1])
    assert offered[:2] == ["attribute", "member attribute"]


def test_ties_with_one_are_offered(tmp_path: Path) -> None:
    said = [
        change
        for doubt in _first(tmp_path, contracts=CONTRACTS).made[0][1].doubts
        for change in doubt.changes
    ]
    assert said[0].said == "each row ties NATO with one of vendor"
    assert dict(said[0].roles) == {"country": "a", "vendor": "b"}
