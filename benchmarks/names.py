"""How well pairs of names of one organisation are found: graphkit, plain rapidfuzz and splink.

    python benchmarks/names.py                    # all data, all programs that are installed
    python benchmarks/names.py made graphkit      # one of each

cordis: names of EU projects. Two names with one PIC are one organisation, others are two. A PIC
with eight names or more is a placeholder and left out. Names that are equal after folding under two
PICs are left out, neither right nor wrong, unless two countries are stated: no program that sees
names alone can tell them apart, and most are one body that registered twice.

labelled: pairs labelled by hand. made: 35,000 names, half of them misspelt copies of the others.

Precision is the share of the pairs found that are right, recall the share of the right pairs that
are found. Each program runs in a process of its own, for its time and its memory.
"""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from labelled_names import labelled_names
from made_names import made_names, misspelt

from graphkit.model import Node
from graphkit.names import Setting, folded
from graphkit.names.pairs import Comparison

_BESIDE = Path(__file__).resolve().parents[2] / "shared"
_CORDIS = Path(os.environ.get("GRAPHKIT_SHARED", _BESIDE), "data/cordis")
_PLACEHOLDER = 8
_MADE = 35_000
_THRESHOLDS = (0.99, 0.95, 0.9, 0.8, 0.7, 0.5)

Pair = tuple[int, int]


class Data(NamedTuple):
    """Names with their places, the pairs that are one with the kind of difference, and those that
    do not count. judged: the only pairs that are labelled; None where all are.
    """

    names: list[str]
    places: list[str]
    same: dict[Pair, str]
    left_out: set[Pair]
    judged: set[Pair] | None = None


def cordis() -> Data:
    """Names with equal PIC, of the four files."""
    names: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for file, pic, name in (
        *((f"cordis-plus-{year}.csv", "pic", "legal_name") for year in (2007, 2014, 2022)),
        ("started_2014_named.csv", "organisationID", "name"),
    ):
        with (_CORDIS / file).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if row[name] not in ("", "NA"):
                    country = row["country_code"]
                    names[row[pic]][row[name], "" if country == "NA" else country] = None
    rows = [
        (pic, name, country)
        for pic, found in sorted(names.items())
        if len({name for name, _ in found}) < _PLACEHOLDER
        for name, country in sorted(dict(sorted(found, reverse=True)).items())
    ]
    of_pic: defaultdict[str, list[int]] = defaultdict(list)
    equal: defaultdict[str, list[int]] = defaultdict(list)
    for at, (pic, name, _) in enumerate(rows):
        of_pic[pic].append(at)
        equal[folded(name).key].append(at)
    same = {pair: "" for some in of_pic.values() for pair in combinations(some, 2)}
    left_out = {
        (one, other)
        for some in equal.values()
        for one, other in combinations(some, 2)
        if rows[one][2] == rows[other][2] or "" in (rows[one][2], rows[other][2])
    } - same.keys()
    return Data([name for _, name, _ in rows], [place for *_, place in rows], same, left_out)


def labelled() -> Data:
    """The pairs labelled by hand."""
    numbers: dict[tuple[str, str], int] = {}
    same: dict[Pair, str] = {}
    judged: set[Pair] = set()
    for pair in labelled_names():
        left = numbers.setdefault((pair.left, pair.left_place), len(numbers))
        right = numbers.setdefault((pair.right, pair.right_place), len(numbers))
        key = (min(left, right), max(left, right))
        judged.add(key)
        if pair.same:
            same[key] = ""
    names, places = zip(*numbers, strict=True)
    return Data(list(names), list(places), same, set(), judged)


def made() -> Data:
    """Made names and one misspelt copy of each."""
    names = made_names(_MADE // 2)
    wrong = misspelt(names)
    same = {(each.of, len(names) + at): each.kind for at, each in enumerate(wrong)}
    every = [*names, *(each.name for each in wrong)]
    return Data(every, [""] * len(every), same, set())


def by_graphkit(data: Data) -> dict[Pair, float]:
    """The scores of `graphkit.names`, of whatever it compares."""
    nodes = [
        Node("Organisation", f"o{at:06}", {"name": name}, "Other")
        for at, name in enumerate(data.names)
    ]
    places = {node.id: [place] for node, place in zip(nodes, data.places, strict=True) if place}
    comparison = Comparison(nodes, Setting(places=places))
    return {pair: comparison.pair(*pair).score for pair in comparison.candidates()}


def by_rapidfuzz(data: Data) -> dict[Pair, float]:
    """The ratio of names with their words in order, of all pairs of one place."""
    import numpy as np
    from rapidfuzz import fuzz, process, utils

    texts = [" ".join(sorted(utils.default_process(name).split())) for name in data.names]
    of_place: defaultdict[str, list[int]] = defaultdict(list)
    for at, place in enumerate(data.places):
        of_place[place].append(at)
    found: dict[Pair, float] = {}
    for places in of_place.values():
        here = [texts[at] for at in places]
        for start in range(0, len(here), 1_000):
            ratios = process.cdist(
                here[start : start + 1_000],
                here[start:],
                scorer=fuzz.ratio,
                score_cutoff=80,
                dtype=np.float32,
                workers=2,
            )
            for row, column in zip(*np.nonzero(ratios), strict=True):
                if column > row:
                    pair = (places[start + row], places[start + column])
                    found[min(pair), max(pair)] = float(ratios[row, column]) / 100
    return found


def by_splink(data: Data) -> dict[Pair, float]:
    """The probabilities of a model that splink trains on the same names, on DuckDB."""
    import pandas as pd
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    keys = [folded(name) for name in data.names]
    count = Counter(word for key in keys for word in set(key.words))
    rows = []
    for at, (key, place) in enumerate(zip(keys, data.places, strict=True)):
        rare = [*sorted(set(key.words), key=lambda word: (count[word], word)), "", ""]
        together = key.written
        rows.append(
            {
                "unique_id": at,
                "name": key.text,
                "sorted_name": key.key,
                "place": place or "none",
                "rarest": rare[0][:5],
                "second": rare[1][:5],
                "beginning": together[:12],
            }
        )
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("place", each) for each in ("rarest", "second", "beginning")
        ],
        comparisons=[
            compare.JaroWinklerAtThresholds("name", [0.97, 0.93, 0.88]),
            compare.LevenshteinAtThresholds("sorted_name", [1, 3, 6]),
            compare.ExactMatch("rarest").configure(term_frequency_adjustments=True),
        ],
    )
    linker = Linker(DuckDBAPI().register(pd.DataFrame(rows)), settings, log_level="ERROR")
    train = linker.training
    train.estimate_probability_two_random_records_match([block_on("name")], recall=0.5)
    train.estimate_u_using_random_sampling(max_pairs=1e6)
    for each in ("rarest", "beginning"):
        train.estimate_parameters_using_expectation_maximisation(block_on("place", each))
    frame = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    columns = zip(frame.unique_id_l, frame.unique_id_r, frame.match_probability, strict=True)
    return {(min(a, b), max(a, b)): float(score) for a, b, score in columns}


DATA: dict[str, Callable[[], Data]] = {"cordis": cordis, "labelled": labelled, "made": made}
PROGRAMS: dict[str, Callable[[Data], dict[Pair, float]]] = {
    "graphkit": by_graphkit,
    "rapidfuzz": by_rapidfuzz,
    "splink": by_splink,
}


def measured(data: Data, scores: dict[Pair, float], threshold: float) -> tuple[float, float]:
    """Precision and recall of the pairs from a score on."""
    found = {
        pair
        for pair, score in scores.items()
        if score >= threshold
        and pair not in data.left_out
        and (data.judged is None or pair in data.judged)
    }
    right = len(found & data.same.keys())
    return right / max(1, len(found)), right / len(data.same)


def report(name: str, program: str) -> Iterable[str]:
    """Measure one program on one set of names, in lines."""
    data = DATA[name]()
    began, worked = time.perf_counter(), time.process_time()
    try:
        scores = PROGRAMS[program](data)
    except ImportError:
        yield f"{name}: {program} is not installed"
        return
    seconds, busy = time.perf_counter() - began, time.process_time() - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    yield (
        f"{name}: {program}: {len(data.names):,} names, {len(data.same):,} pairs that are one, "
        f"{len(data.left_out)} left out; {seconds:.0f} s, {busy:.0f} s of the processor, "
        f"{memory:.2f} GB"
    )
    for threshold in _THRESHOLDS:
        precision, recall = measured(data, scores, threshold)
        yield f"  from {threshold}: precision {precision:.3f}, recall {recall:.3f}"
    kinds = Counter(data.same.values())
    if len(kinds) > 1:
        found = Counter(
            kind for pair, kind in data.same.items() if scores.get(pair, 0) >= _THRESHOLDS[2]
        )
        shares = ", ".join(f"{kind} {found[kind] / kinds[kind]:.3f}" for kind in sorted(kinds))
        yield f"  recall from {_THRESHOLDS[2]} by kind of error: {shares}"
    if program == "graphkit":
        yield from _bands(data, scores)


def _bands(data: Data, scores: dict[Pair, float]) -> Iterable[str]:
    """How many pairs of each band of scores are right, which says what a score means."""
    ends = (0.3, 0.5, 0.7, 0.9, 0.95, 1.01)
    for low, high in pairwise(ends):
        within = {
            pair
            for pair, score in scores.items()
            if low <= score < high
            and pair not in data.left_out
            and (data.judged is None or pair in data.judged)
        }
        right = len(within & data.same.keys())
        yield f"  score {low} to {min(high, 1.0)}: {right} of {len(within)} pairs right"


def main() -> None:
    """Measure what the arguments name, each in a process of its own."""
    names = [each for each in sys.argv[1:] if each in DATA] or list(DATA)
    programs = [each for each in sys.argv[1:] if each in PROGRAMS] or list(PROGRAMS)
    if len(names) == len(programs) == 1:
        for line in report(names[0], programs[0]):
            print(line, flush=True)
        return
    for name in names:
        for program in programs:
            subprocess.run([sys.executable, __file__, name, program], check=True)


if __name__ == "__main__":
    main()
