"""Random data sets as people write them: rows of graphkit's own tables, read by its own readers.

Dates are of each precision, unknown, open, or cut short; places and wholes stand in columns and in
`relations`; texts hold what other formats take for marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from hypothesis import strategies as st

from graphkit.model import Dataset
from graphkit.sources.assembly import assemble
from graphkit.sources.raw import RawTable, Reading

TEXTS = st.sampled_from(
    [
        'Łódź & <Sons> "Ltd"',
        "=cmd|' /C calc'!A0",
        "-5; -6;-7",
        "it's {a: 1} [b] $c \\n",
        "a,b;=1+1",
        "'quoted'",
        "*Vertices 3",
        "// DROP; MATCH (n) DELETE n",
        "100 %",
        "שלום i مرحبا",
        "end.\n\n",
        "@prefix : <urn:x> .",
    ]
)
_STATUS = st.sampled_from(["", "", "stated", "inferred", "disputed"])
_PARTS = ("", "-05", "-05-17")
_DATE = st.builds("{}{}".format, st.integers(2008, 2015), st.sampled_from(_PARTS))
_ENDS = st.sampled_from(["", "", "..", "?", "2016", "2016-03", "2017-01-31"])


_PLACES = st.sampled_from(["", ":p1", ":row 3: left"])
_OBSERVED = st.sampled_from(["", "", "2015-11", "2015-12-24"])
_NOTE = st.one_of(st.just(""), TEXTS)
_START = st.one_of(st.just(""), _DATE)
_BIT = st.booleans()


# Hypothesis looks through every strategy that is made, which takes longer than drawing from it; it
# keeps those of integers itself.
@cache
def _one(choices: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(choices)


@cache
def _some(choices: tuple[str, ...], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(choices), max_size=most, unique=True)


@cache
@st.composite
def _claims(draw: st.DrawFn, sources: tuple[str, ...]) -> dict[str, str]:
    cited = draw(_some(sources, 2))
    places = [draw(_PLACES) for _ in cited]
    return {
        "status": draw(_STATUS),
        "source": "|".join(map("".join, zip(cited, places, strict=True))),
        "note": draw(_NOTE).strip(),
        "observed": draw(_OBSERVED),
    }


@cache
@st.composite
def _dated(draw: st.DrawFn, sources: tuple[str, ...]) -> dict[str, str]:
    claim = draw(_claims(sources))
    return claim | {"start": draw(_START), "end": draw(_ENDS)}


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[dict[str, str]]]:
    """The rows of each table, by column."""
    sources = tuple(f"s{at}" for at in range(draw(st.integers(1, 3))))
    places = tuple(f"p{at}" for at in range(draw(st.integers(1, 3))))
    ids = tuple(f"o{at}" for at in range(draw(st.integers(2, 6))))
    declared = tuple(f"d{at}" for at in range(draw(st.integers(0, 2))))
    shared = tuple(f"c{at}" for at in range(draw(st.integers(0, 3))))

    def some(choices: Sequence[str], most: int = 2) -> str:
        return "|".join(draw(_some(tuple(choices), most)))

    def one(choices: Sequence[str]) -> str:
        return draw(_one(tuple(choices)))

    found: dict[str, list[dict[str, str]]] = {
        "sources": [
            {"id": each, "title": f"{draw(TEXTS).strip()} {each}", "published": "2014-11"}
            for each in sources
        ],
        "places": [
            {
                "id": each,
                "name": f"Place {each}",
                "part_of": places[at - 1] if at and draw(_BIT) else "",
                "latitude": one(["", "-12.5", "53"]),
                **draw(_claims(sources)),
            }
            for at, each in enumerate(places)
        ],
        "organisations": [
            {
                "id": each,
                "name": f"{draw(TEXTS).strip()} {each}",
                "kind": one(["Company", "Cluster", "University", "Faculty", "Other", "Bank"]),
                "aliases": one(["", "Alias", "One|Two"]),
                "sector": one(["", "civil", "finance"]),
                "stage": one(["", "active", "planned"]),
                "place": some(places),
                "part_of": ids[at - 1] if at and draw(_BIT) else "",
                "succeeds": one(["", *ids[:at]]),
                "founded": one(["", "2001", "2005-07"]),
                "website": one(["", "https://a.example/?x=1&y=2"]),
                "x_size": one(["", "7", "250"]),
                "x_topics": one(["", "water", "water|energy"]),
                "x_share": one(["", "0.5", "-12"]),
                **draw(_claims(sources)),
            }
            for at, each in enumerate(ids)
        ],
        "kinds": [
            {
                "id": "Bank",
                "name": one(["", f"{draw(TEXTS).strip()} bank"]),
                "name_pl": one(["", "Bank inwestycyjny"]),
                "sector": one(["", "finance"]),
                "colour": one(["", "#FFAA00"]),
                "shape": one(["", "star"]),
            }
        ],
        "declarations": [
            {
                "id": each,
                "title": f"Pact {each}",
                "signed": draw(_START),
                "end": draw(_ENDS),
                "place": some(places),
                "concerns": some(ids),
                "occasion": one(["", *shared]),
                **draw(_claims(sources)),
            }
            for each in declared
        ],
        "collaborations": [
            {
                "id": each,
                "title": f"{draw(TEXTS).strip()} {each}",
                "kind": one(["", "project", "event"]),
                "part_of": one(["", *shared[:at]]),
                "place": some(places),
                **draw(_dated(sources)),
            }
            for at, each in enumerate(shared)
        ],
    }

    def facts(number: int, ends: Mapping[str, Sequence[str]], more: Mapping[str, Sequence[str]]):
        rows = []
        for _ in range(draw(st.integers(0, number)) if all(map(len, ends.values())) else 0):
            row = {name: one(among) for name, among in ends.items()}
            if len(set(row.values())) == len(row):
                cells = {name: one(among) for name, among in more.items()}
                rows.append(row | cells | draw(_dated(sources)))
        return rows

    roles = {"role": ["", "coordinator", "partner", "Członek; lider"]}
    found["memberships"] = facts(4, {"member": ids, "group": ids}, roles)
    found["signatories"] = facts(
        5, {"declaration": declared, "organisation": ids}, roles | {"represented_by": ["", *ids]}
    )
    found["participants"] = facts(
        6,
        {"collaboration": shared, "organisation": ids},
        roles | {"contribution": ["", "12.5", "1000000"], "x_days": ["", "3"]},
    )
    found["ties"] = facts(
        3, {"a": ids, "b": ids}, {"kind": ["", "supplies"], "weight": ["", "2", "0.5"]}
    )
    found["questions"] = [
        {
            "id": f"q{at}",
            "text": f"Question {at}",
            "kind": one(["frequency", "yes/no"]),
            "scale": one(["0..1", "0=never|1=ever"]),
            "survey": one(["", *shared]),
            **draw(_claims(sources)),
        }
        for at in range(2)
    ]
    answers = {}
    for row in facts(
        4,
        {"respondent": ids, "about": ids},
        {"question": ["q0", "q1"], "value": ["0", "1"], "survey": ["", *shared]},
    ):
        answers.setdefault((row["respondent"], row["about"], row["question"]), row)
    found["ratings"] = list(answers.values())
    found["relations"] = [
        # A fact that repeats that of a column is left out of exports.
        {
            "from": ids[1],
            "kind": "located_in",
            "to": one(places),
            **draw(_dated(sources)),
            "note": "apart from the column",
        },
        {"from": ids[1], "kind": "succeeds", "to": ids[0], **draw(_dated(sources))},
    ][: draw(st.integers(0, 2))]
    found["figures"] = facts(
        2,
        {"subject": [*ids, *places]},
        {"measure": ["members"], "value": ["5", "2.5"], "value_to": ["", "9"]},
    )
    return found


def read_rows(found: Mapping[str, Sequence[Mapping[str, str]]], name: str = "random") -> Dataset:
    """The data set that rows state. InvalidData when they contradict each other."""
    raw = []
    for table, rows in found.items():
        header = tuple(dict.fromkeys(column for row in rows for column in row))
        cells = [(at, [row.get(column, "") for column in header]) for at, row in enumerate(rows, 2)]
        if rows or table == "organisations":
            raw.append(RawTable(table, f"{table}.csv", header, cells))
    return assemble(Reading(name, tuple(raw), ()), name)
