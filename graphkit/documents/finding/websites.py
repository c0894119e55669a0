"""Web addresses that are like the name of an organisation: www.kelp-cluster.example."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from anyascii import anyascii

from graphkit.documents.finding.organisation import Find, Organisation
from graphkit.documents.finding.passages import Passage

_HOST = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9.-]+)", re.IGNORECASE)
_SHORTEST, _LONGEST = 3, 63


def read_websites(passages: Iterable[Passage], organisations: Sequence[Organisation]) -> None:
    """Give addresses to the organisations whose names they are made of, where that is only one."""
    words = {each: _words(each) for each in organisations if each.finds}
    of_word: dict[str, list[Organisation]] = defaultdict(list)
    for each, said in words.items():
        for word in said:
            of_word[word].append(each)
    for passage in passages:
        for start, address in passage.addresses:
            label = _label(address)
            # Only one of which a word begins the label can be meant.
            begins = label.lstrip("-")
            near = {o for end in range(len(begins)) for o in of_word.get(begins[: end + 1], ())}
            owners = [each for each in near if _is_made_of(label, words[each])]
            if len(owners) == 1:
                locator, quote = passage.place(start, start + len(address))
                owners[0].tell(
                    "website", address, Find(locator, quote, 0.7, "address like the name")
                )


def _label(address: str) -> str:
    """What tells a host from others: kelp-cluster of www.kelp-cluster.org.uk."""
    found = _HOST.match(address)
    parts = found[1].casefold().strip(".").split(".")[:-1] if found else []
    return max(parts, key=len, default="")[:_LONGEST]


def _words(organisation: Organisation) -> frozenset[str]:
    said = " ".join((organisation.name, *organisation.aliases))
    folded = (anyascii(each).casefold() for each in re.findall(r"[^\W\d_]+", said))
    return frozenset(each for each in folded if len(each) >= _SHORTEST)


def _is_made_of(label: str, words: frozenset[str]) -> bool:
    """Whether a label is one word of a name after another, and hyphens."""
    reached = {0}
    for at in range(len(label)):
        if at in reached:
            reached |= {at + len(each) for each in (*words, "-") if label.startswith(each, at)}
    return len(label) in reached and label.strip("-") != ""
