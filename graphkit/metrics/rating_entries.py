"""The catalogue entries of what answers of a survey measure."""

from __future__ import annotations

from graphkit.metrics.entry import Entry

_UNWEIGHTED = "the answers are the weights; those of a selection have no effect"
_APART = "organisations that did not answer are left out of what compares two ends"


def _entry(name: str, meaning: str, formula: str, normalisation: str, reference: str) -> Entry:
    return Entry(
        name=name,
        on=("organisation",) if name.startswith(("received", "named")) else ("network",),
        meaning=meaning,
        formula=formula,
        normalisation=normalisation,
        weights=_UNWEIGHTED,
        apart=_APART,
        reference=reference,
        function="graphkit.metrics.ratings_of",
        command="graphkit ratings",
    )


_FAUST = "Wasserman, S. and Faust, K. (1994). Social Network Analysis, Cambridge University Press"
_VARDA = (
    "Varda, D. M., Chandra, A., Stern, S. A. and Lurie, N. (2008). Core dimensions of connectivity "
    "in public health collaboratives. Journal of Public Health Management and Practice 14(5), E1-E7"
)

ENTRIES = (
    _entry(
        "named-by",
        "how many organisations name it in a survey (in-degree); names, how many it names itself "
        "(out-degree)",
        "the number of answers about it above 0",
        "none; a, b and c answer, b and c name a, and only a names b: named-by of a is 2, its "
        "names 1",
        f"{_FAUST}, ch. 4.3.",
    ),
    _entry(
        "received-score",
        "the trust or value that others see in it: the mean of what they answered about it",
        "the sum of the answers about it over their number, the raters",
        "on the scale of the question; answers 4, 3 and 2 give 3. Withheld with fewer raters "
        "than asked for",
        f"{_VARDA}.",
    ),
    _entry(
        "network-trust",
        "how much trust there is of all that the answers allow; of a question about value the same",
        "the mean answer over the highest of the scale",
        "at most 1; on a scale from 1 to 4 answers 4, 3 and 2 give 0.75, and the least is 0.25",
        f"{_VARDA}.",
    ),
    _entry(
        "reciprocity",
        "whether those that are named name the other in return",
        "named pairs that are returned, over all named pairs, each direction counted",
        "0 to 1; a names b and c, and b names a: 2 of 3 are returned, 0.667. Compared with "
        "networks in which each names, and is named by, as many as here",
        f"{_FAUST}, ch. 13.",
    ),
    _entry(
        "agreement",
        "how far two organisations say the same of their tie",
        "intraclass correlation over the pairs that both answered about each other: Pearson's r, "
        "each pair counted in both orders",
        "-1 to 1; pairs (1, 1), (3, 3) and (1, 3) give 0.333",
        "Fisher, R. A. (1925). Statistical Methods for Research Workers, Oliver and Boyd, ch. 7.",
    ),
)
