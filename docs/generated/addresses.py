"""The page of the documentation on what the address of an interactive page can say.

The words are those of `graphkit/views/web/src/state/hash.ts`; `tests/test_addresses.py` compares
them and opens each example.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from docs.markdown import markdown_table
from graphkit.metrics import METRICS
from graphkit.model.vocabulary import LAYERS
from graphkit.views.page.facets import FACETS
from graphkit.views.translation import words

WORDS = {
    "org": (
        ("org=kom", "org=Klaster%20Obróbki%20Metali"),
        "the organisation that is selected: its id, or a name or alias that no other has",
    ),
    "group": (
        ("group=declaration%20deklaracja-suwalki-2014",),
        "the shared group that is selected: its layer, a space and its id",
    ),
    "pair": (("pair=kom,chm",), "the line between two organisations"),
    "part": (
        ("part=kom,declaration%20deklaracja-suwalki-2014",),
        "the line between an organisation and a group",
    ),
    "date": (
        ("date=2014", "date=2014-11-07", "date=2010/2014"),
        "the date or period that the picture shows",
    ),
    "unknown": (
        ("date=2014&unknown=no",),
        "`no` leaves out what may or may not have been in force at the date",
    ),
    "compare": (
        ("date=2014-11&compare=2011",),
        "the earlier date that stands beside the picture",
    ),
    "size": (("size=closeness",), "the metric that sizes marks"),
    "colour": (
        ("colour=sector",),
        "what colour and shape of marks stand for: a filter of organisations, or `place`",
    ),
    "hide": (
        ("hide=kind:Company,layer:tie", "hide=sector:public"),
        "what is switched off, as `filter:value`; no value (`sector:`) is where nothing is stated",
    ),
    "community": (
        ("community=1",),
        "the community that is open, where a page shows communities; 1 is the largest",
    ),
    "select": (("select=2",), "the community that is selected"),
    "communities": (("communities=1,2",), "the line between two communities"),
}
"""By word: examples of addresses, and what it says."""

OF_OVERVIEWS = ("community", "select", "communities")
"""The words that only a page of communities understands."""


def addresses() -> str:
    """What the part of an address after # can say."""
    text = """\
The page writes into its address what you have selected and switched off, after a `#`. Copy the
address to send others what you see, or write one by hand: `network.html#org=kom&date=2014-11`. Put
`&` between the parts; the order does not matter.

"""
    text += markdown_table(
        ("word", "example", "meaning"),
        (
            (f"`{word}`", " ".join(f"`#{each}`" for each in examples), meaning)
            for word, (examples, meaning) in WORDS.items()
        ),
    )
    text += """
If an address names something that is not on the page, a message says so and the rest of the address
still applies. Write a space as `%20`, and in names a comma as `%2C`, a colon as `%3A` and `&` as
`%26`. Marks that you have moved, notes and stories are not in the address: save the page with them.

## Filters

`hide` takes these filters and values. A page has only the values that occur in its network.

"""
    said = words("en")
    text += markdown_table(
        ("filter", "in the legend", "hides", "values"),
        (
            (
                f"`{name}`",
                facet.label(said),
                {"nodes": "organisations", "groups": "ties"}[facet.of],
                _values(name, facet.order),
            )
            for name, facet in FACETS.items()
        ),
    )
    text += """
A column of your own with few values is a filter too, by its name: `hide=x_topic:water`. Kinds and
sectors of your own are values like the others.

## Metrics

"""
    text += f"`size` takes {_listed(METRICS)}, as far as the page was drawn with them.\n"
    text += """
## For scripts

Your own scripts can read what the page shows from `window.graphkitView`: see
`graphkit/views/web/src/parts/api.ts`.
"""
    return text


def _values(name: str, order: Iterable[str]) -> str:
    if name == "layer":
        return _listed(LAYERS)
    return _listed(map(quote, order)) or "the kinds of direct ties in the data"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
