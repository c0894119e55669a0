"""Precision and recall of `graphkit propose` by kind of fact, and its speed.

    python benchmarks/proposals.py                  the sample's documents against its tables
    python benchmarks/proposals.py --texts FOLDER   documents with NAME.facts.json beside them
    python benchmarks/proposals.py --pages 2000     how many pages a minute

The sample's documents are read from `seeds` in the folder named by GRAPHKIT_SHARED. Names are
compared without legal form, case, punctuation and endings; a name counts when it is whole. A
proposal without a counterpart among the stated facts counts as wrong, also where it is true.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from graphkit.documents import read_documents
from graphkit.documents.finding.find import Found, find
from graphkit.documents.finding.legal_forms import without_legal_form
from graphkit.documents.finding.morphology import morphology_of
from graphkit.documents.finding.organisation import Organisation
from graphkit.documents.language import language
from graphkit.documents.rows import rows_of

SHARED = Path(os.environ.get("GRAPHKIT_SHARED", Path(__file__).parent.parent.parent / "shared"))
_WORD = re.compile(r"\w+")
_WORDS_A_PAGE = 400


@dataclass
class Score:
    """How many facts were wanted, proposed, and right, and what was missed and wrong."""

    wanted: int = 0
    proposed: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, wanted: Iterable[Any], proposed: Iterable[Any]) -> None:
        """Compare what was wanted with what was proposed."""
        want, got = set(wanted), set(proposed)
        self.wanted += len(want)
        self.proposed += len(got)
        self.right += len(want & got)
        self.missed += [_said(each) for each in sorted(want - got, key=_said)]
        self.wrong += [_said(each) for each in sorted(got - want, key=_said)]

    @property
    def recall(self) -> float:
        """The share of what was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of what was proposed."""
        return self.right / self.proposed if self.proposed else 1.0


def _said(each: Any) -> str:
    return " > ".join(map(str, each)) if isinstance(each, tuple) else str(each)


class Names:
    """One key for all names of an organisation."""

    def __init__(self, code: str) -> None:
        self._words = morphology_of(language(code))
        self._known: list[tuple[str, list[frozenset[str]]]] = []

    def know(self, key: str, names: Iterable[str]) -> None:
        """Learn the names of an organisation."""
        self._known += [(key, self._lemmas(name)) for name in names if name]

    def _lemmas(self, name: str) -> list[frozenset[str]]:
        return [self._words.lemmas(word) for word in _WORD.findall(without_legal_form(name))]

    def key(self, name: str) -> str:
        """The key of a name, or the name itself where it is of no organisation that is known."""
        mine = self._lemmas(name)
        for key, other in self._known:
            if len(mine) == len(other) and all(a & b for a, b in zip(mine, other, strict=True)):
                return key
        return f"? {name}"


def read_csv(name: str) -> list[dict[str, str]]:
    """A table of the sample."""
    text = (files("graphkit.demo") / f"{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def of_sample() -> dict[str, Score]:
    """The sample's documents against its tables."""
    found = [find(each) for each in read_documents([SHARED / "seeds"])]
    sums = {each["sha256"]: each["id"] for each in read_csv("sources")}
    names = Names("pl")
    organisations = {each["id"]: each for each in read_csv("organisations")}
    for key, each in organisations.items():
        names.know(key, [each["name"], *each["aliases"].split("|")])
    scores: dict[str, Score] = {}

    def add(kind: str, wanted: Iterable[Any], proposed: Iterable[Any]) -> None:
        scores.setdefault(kind, Score()).add(wanted, proposed)

    mine = {id(o): names.key(o.name) for each in found for o in each.organisations}
    add("organisations", organisations, set(mine.values()))
    declarations = {each["id"]: each for each in read_csv("declarations")}
    dates = {each["signed"]: key for key, each in declarations.items()}
    add(
        "declarations with date and title",
        declarations,
        {
            dates.get(each.signed, f"? {each.title} {each.signed}")
            for doc in found
            for each in doc.declarations
            if each.title
        },
    )
    add(
        "signatures",
        {
            (each["declaration"], each["organisation"])
            for each in read_csv("signatories")
            if each["status"] != "inferred"
        },
        {
            (dates.get(each.signed, f"? {each.title}"), mine[id(s.organisation)])
            for doc in found
            for each in doc.declarations
            for s in each.signatories
        },
    )
    add(
        "memberships",
        {(each["member"], each["group"], each["role"]) for each in read_csv("memberships")},
        {
            (
                mine[id(s.cells["member"])],
                mine[id(s.cells["group"])],
                s.cells.get("role") or "member",
            )
            for doc in found
            for s in doc.findings.of("memberships")
        },
    )
    projects = {"projekt-podlaski-klaster": "podlaski klaster obróbki metali szansą regionu"}
    add(
        "brokers",
        {
            (each["organisation"], each["role"])
            for each in read_csv("participants")
            if each["collaboration"] in projects and each["role"] == "broker"
        },
        {
            (mine[id(s.cells["organisation"])], s.cells["role"])
            for doc in found
            for s in doc.findings.of("participants")
            if s.cells.get("role") == "broker"
        },
    )
    places = {each["id"]: each["name"] for each in read_csv("places")}
    towns = {key for key, each in organisations.items() if each["observed"] == "2014-05-15"}
    here = [
        (mine[id(o)], o)
        for each in found
        if sums[each.document.sha256] == "lubuskie-klastry"
        for o in each.organisations
    ]
    listed = {key for key in towns if organisations[key]["kind"] == "Cluster"} | {
        "klaster-turystyczny"
    }
    no_towns = {"wojewodztwo-lubuskie"}
    add(
        "towns of the clusters listed",
        {
            (k, places[organisations[k]["place"]])
            for k in listed
            if organisations[k]["place"] not in no_towns
        },
        {(k, o.cells["place"][0]) for k, o in here if "place" in o.cells and k in listed},
    )
    add(
        "websites of the clusters listed",
        {(k, _bare(w)) for k in listed for w in organisations[k]["website"].split("|") if w},
        {
            (k, _bare(w))
            for k, o in here
            if "website" in o.cells and k in listed
            for w in o.cells["website"][0].split("|")
        },
    )
    add("dates", _dates_of_sample(), _dates_found(found, sums))
    add(
        "figures",
        {
            (_number(each["value"]), each["unit"], each["nature"] or "reported")
            for each in read_csv("figures")
        },
        {_figure(s.cells) for doc in found for s in doc.findings.of("figures")},
    )
    _check_quotes(found)
    return scores


def _dates_of_sample() -> set[tuple[str, str]]:
    """Every date of a cell, with each document that its row cites."""
    wanted: set[tuple[str, str]] = set()
    tables = "organisations memberships declarations collaborations figures ties relations"
    for table in tables.split():
        for row in read_csv(table):
            cited = {each.split(":")[0] for each in row["source"].split("|") if each}
            for column in ("founded", "signed", "start", "end", "observed"):
                value = row.get(column, "")
                if value and len(cited) == 1:
                    wanted.add((cited.pop(), value))
                    cited = {each.split(":")[0] for each in row["source"].split("|") if each}
    for row in read_csv("sources"):
        if row["published"]:
            wanted.add((row["id"], row["published"]))
    return wanted


def _dates_found(found: Sequence[Found], sums: Mapping[str, str]) -> set[tuple[str, str]]:
    got = {(sums[each.document.sha256], value) for each in found for value, _ in each.dates}
    return got | {(sums[each.document.sha256], each.observed) for each in found if each.observed}


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address).rstrip("/")


def _number(text: str) -> float:
    return round(float(text), 4)


def _figure(cells: Mapping[str, Any]) -> tuple[float, str, str]:
    return _number(str(cells["value"])), str(cells.get("unit", "")), str(cells["nature"])


def _check_quotes(found: Sequence[Found]) -> None:
    """Every proposed row's words occur in its paragraph."""
    for each in found:
        texts = {paragraph.locator: paragraph.text for paragraph in each.document.paragraphs}
        for row in rows_of(each):
            for _, one in row.finds:
                assert one.quote in texts[one.locator], (row.table, row.key, one)


def of_texts(folder: Path) -> dict[str, Score]:
    """Documents with the facts that a person wrote down for them."""
    scores: dict[str, Score] = {}
    documents = [
        each for each in sorted(folder.iterdir())
        if each.with_name(f"{each.stem}.facts.json").is_file() and each.suffix != ".json"
    ]  # fmt: skip
    for path in documents:
        facts = json.loads(path.with_name(f"{path.stem}.facts.json").read_text("utf-8"))
        found = find(read_documents([path])[0])
        _check_quotes([found])
        for kind, (wanted, proposed) in _compared(facts, found).items():
            scores.setdefault(kind, Score()).add(
                {(path.stem, *_tuple(each)) for each in wanted},
                {(path.stem, *_tuple(each)) for each in proposed},
            )
    return scores


def _tuple(each: Any) -> tuple[Any, ...]:
    return each if isinstance(each, tuple) else (each,)


def _compared(facts: Mapping[str, Any], found: Found) -> dict[str, tuple[set[Any], set[Any]]]:
    names = Names(facts["language"])
    optional = set()
    for each in [*facts["organisations"], *facts["optional_organisations"]]:
        names.know(each["name"], [each["name"], *each.get("aliases", [])])
    for each in facts["optional_organisations"]:
        optional.add(each["name"])
    key: Callable[[str], str] = names.key
    mine = {id(o): key(o.name) for o in found.organisations}

    def of(value: Any) -> str:
        return mine.get(id(value), "") if isinstance(value, Organisation) else str(value)

    def role(text: str) -> str:
        return {"leader": "coordinator", "member": "", "participant": ""}.get(
            text or "", text or ""
        )

    memberships = {
        (key(e["member"]), key(e["group"]), role(e.get("role", ""))) for e in facts["memberships"]
    }
    got = {
        (of(s.cells["member"]), of(s.cells["group"]), role(str(s.cells.get("role", ""))))
        for s in found.findings.of("memberships")
    }
    participations = {
        (key(e["organisation"]), _loose(e["collaboration"]), role(e.get("role", "")))
        for e in facts["participations"]
    }
    took_part = {
        (
            of(s.cells["organisation"]),
            _loose(s.cells["collaboration"].title),
            role(str(s.cells.get("role", ""))),
        )
        for s in found.findings.of("participants")
    }
    return {
        "organisations": (
            {e["name"] for e in facts["organisations"]},
            set(mine.values()) - optional,
        ),
        "memberships without roles": ({e[:2] for e in memberships}, {e[:2] for e in got}),
        "memberships": (memberships, got),
        "declarations by date": (
            {e["date"] or "undated" for e in facts["declarations"]},
            {e.signed or "undated" for e in found.declarations},
        ),
        "signatures": (
            {key(e["organisation"]) for e in facts["signatures"]},
            {of(s.organisation) for e in found.declarations for s in e.signatories},
        ),
        "collaborations": (
            {_loose(e["title"]) for e in facts["collaborations"]},
            {_loose(e.title) for e in found.collaborations if e.kind != "strategy"},
        ),
        "participations without roles": (
            {e[:2] for e in participations},
            {e[:2] for e in took_part},
        ),
        "participations": (participations, took_part),
        "figures": (
            {(_number(str(e["value"])), e["nature"]) for e in facts["figures"]},
            {(_figure(s.cells)[0], _figure(s.cells)[2]) for s in found.findings.of("figures")},
        ),
        "dates": (
            {e["date"] for e in facts["dates"]},
            {value for value, _ in found.dates} | {found.published} - {""},
        ),
        "places": (
            {(e["name"], e["place"]) for e in facts["organisations"] if e.get("place")},
            {(mine[id(o)], o.cells["place"][0]) for o in found.organisations if "place" in o.cells},
        ),
        "websites": (
            {(e["name"], _bare(e["website"])) for e in facts["organisations"] if e.get("website")},
            {
                (mine[id(o)], _bare(o.cells["website"][0]))
                for o in found.organisations
                if "website" in o.cells
            },
        ),
    }


def _loose(title: str) -> str:
    return " ".join(_WORD.findall(title.casefold()))


def pages_a_minute(pages: int) -> float:
    """Pages of 400 words of the sample's documents, read and searched in one process."""
    documents = read_documents([SHARED / "seeds"])
    find(documents[2])
    words = sum(len(p.text.split()) for each in documents for p in each.paragraphs)
    rounds = max(1, round(pages * _WORDS_A_PAGE / words))
    start = time.process_time()
    for _ in range(rounds):
        for each in read_documents([SHARED / "seeds"]):
            find(each)
    return rounds * words / _WORDS_A_PAGE / (time.process_time() - start) * 60


def show(scores: Mapping[str, Score], *, details: bool) -> None:
    """Print a table of scores."""
    width = max(map(len, scores))
    print(f"{'':{width}}  wanted  proposed  right  recall  precision")
    for kind, each in scores.items():
        print(
            f"{kind:{width}}  {each.wanted:6}  {each.proposed:8}  {each.right:5}  "
            f"{each.recall:6.2f}  {each.precision:9.2f}"
        )
        if details:
            for name, some in (("missed", each.missed), ("wrong", each.wrong)):
                for line in some:
                    print(f"    {name}: {line}")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--pages", type=int)
    parser.add_argument("--details", action="store_true")
    given = parser.parse_args()
    if given.pages:
        print(f"{pages_a_minute(given.pages):,.0f} pages a minute on one core")
    elif given.texts:
        show(of_texts(given.texts), details=given.details)
    else:
        show(of_sample(), details=given.details)


if __name__ == "__main__":
    sys.exit(main())
