"""Likely pairs: organisations of different ids that may be one, best first, with the reasons.

Only how names are written is compared, and what is stated beside them. Translations ("PANEPISTIMIO
PATRON", "University of Patras") share no letters: other names are needed for them, as aliases or in
a table (see `graphkit.names.further_names`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from graphkit.model import SCHEMES, Node
from graphkit.model.naming import names as names_of
from graphkit.names.blocking import candidates
from graphkit.names.folding import Folded, folded
from graphkit.names.rarity import Rarity
from graphkit.names.scoring import NEAR_CERTAIN, Account, compare_names
from graphkit.names.setting import Setting

LEAST = 0.5
"""The lowest score that is listed unless another is asked for."""

_MOST_NAMES = 6
_LEAST_RATIO = 65
_QUICKLY = 200
_HOPELESS = -6.0
"""Log-odds of names that nothing but an equal identifier outweighs."""


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two organisations that may be one.

    Attributes
    ----------
    left, right : Node
        The two, in order of id.
    score : float
        How likely they are one: of pairs with a score of 0.9, about 90% are.
    reasons : tuple of str
        What speaks for it.
    against : tuple of str
        What speaks against it.
    """

    left: Node
    right: Node
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]


class Comparison:
    """Compares organisations with each other.

    organisations: all of them. setting: what is stated about them. other_names: further names of
    an organisation, by folded name.
    """

    def __init__(
        self,
        organisations: Iterable[Node],
        setting: Setting | None = None,
        other_names: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self.nodes = tuple(organisations)
        self.setting = setting or Setting()
        self.names = {
            number: _names(node, other_names or {}) for number, node in enumerate(self.nodes)
        }
        self.rarity = Rarity(name for several in self.names.values() for _, name in several[:1])
        self.numbers = [_numbers(node) for node in self.nodes]
        self.websites = [_websites(node) for node in self.nodes]

    def candidates(self) -> set[tuple[int, int]]:
        """The pairs that are worth comparing, by number."""
        return candidates(
            {number: [name for _, name in several] for number, several in self.names.items()},
            {
                number: [*numbers.items(), *websites]
                for number, (numbers, websites) in enumerate(
                    zip(self.numbers, self.websites, strict=True)
                )
            },
            {n: self.setting.places.get(node.id, ()) for n, node in enumerate(self.nodes)},
            self.rarity,
        )

    def pair(self, one: int, other: int) -> LikelyPair:
        """Two organisations with their score."""
        accounts = [
            compare_names(a, b, (written, read), self.rarity, further=bool(here and there))
            for here, (written, a) in enumerate(self.names[one])
            for there, (read, b) in enumerate(self.names[other])
        ]
        account = max(accounts, key=lambda each: each.odds)
        if account.odds > _HOPELESS or self.numbers[one].items() & self.numbers[other].items():
            self._surroundings(one, other, account)
        found = account.evidence()
        left, right = sorted((self.nodes[one], self.nodes[other]), key=lambda node: node.id)
        return LikelyPair(left, right, found.score, found.reasons, found.against)

    def _surroundings(self, one: int, other: int, account: Account) -> None:
        a, b = self.nodes[one], self.nodes[other]
        mine, yours = self.numbers[one], self.numbers[other]
        for scheme in mine.keys() & yours.keys():
            same = mine[scheme] == yours[scheme]
            what = "the same identifier" if same else "another identifier"
            account.add(what, f"{'the same' if same else 'another'} {scheme.upper()}")
        if self.websites[one] & self.websites[other]:
            account.add("the same website")
        if a.kind != b.kind and "Other" not in (a.kind, b.kind):
            account.add("another kind")
        self._places(a.id, b.id, account)
        both = {layer for layer, _ in self.setting.groups_of(a.id) & self.setting.groups_of(b.id)}
        if "declaration" in both:
            account.add("both signed the same declaration")
        elif both:
            account.add("both in one group")
        elif self.setting.neighbours(a.id) & self.setting.neighbours(b.id):
            account.add("shared neighbours")
        if frozenset((a.id, b.id)) in self.setting.kin:
            account.add("one is part or successor of the other")

    def _places(self, one: str, other: str, account: Account) -> None:
        here, there = {*self.setting.places.get(one, ())}, {*self.setting.places.get(other, ())}
        if not here or not there:
            return
        if here & there:
            account.add("the same place")
        elif not any(
            a in self.setting.lies_in(b) or b in self.setting.lies_in(a)
            for a in here
            for b in there
        ):
            account.add("another place")


def likely_pairs(
    organisations: Iterable[Node],
    setting: Setting | None = None,
    *,
    least: float = LEAST,
    other_names: Mapping[str, Collection[str]] | None = None,
) -> tuple[LikelyPair, ...]:
    """Find pairs of organisations that may be one, the likeliest first.

    Parameters
    ----------
    organisations : iterable of Node
        All organisations, with their aliases, identifiers and websites.
    setting : Setting, optional
        What else is stated about them.
    least : float, default 0.5
        The lowest score of the pairs to return.
    other_names : mapping of str to collection of str, optional
        Further names of organisations, such as translations, by the folded text of a name.

    Returns
    -------
    tuple of LikelyPair
        The pairs, the likeliest first, then in order of id.

    See Also
    --------
    graphkit.metrics.find_duplicates : The pairs of a network, ordered by what merging them changes.

    Notes
    -----
    Names are folded and compared word by word; what is stated beside them counts for or against.
    Only pairs that share something rare are compared, about ten for each organisation. Translations
    share no letters: they are found through aliases or `other_names` only.

    Examples
    --------
    >>> nodes = [
    ...     Node("Organisation", "pb", {"name": "Politechnika Białostocka"}, "University"),
    ...     Node("Organisation", "x1", {"name": "POLITECHNIKA BIALOSTOCKA"}, "University"),
    ...     Node("Organisation", "pg", {"name": "Politechnika Gdańska"}, "University"),
    ... ]
    >>> [(pair.left.id, pair.right.id, pair.reasons) for pair in likely_pairs(nodes)]
    [('pb', 'x1', ('diacritics',))]
    """
    comparison = Comparison(organisations, setting, other_names)
    pairs = (comparison.pair(*pair) for pair in comparison.candidates())
    found = [each for each in pairs if each.score >= least]
    return tuple(sorted(found, key=_best_first))


def likely_partners(
    of: Sequence[Node],
    organisations: Sequence[Node],
    setting: Setting | None = None,
    *,
    least: float = NEAR_CERTAIN,
) -> tuple[LikelyPair, ...]:
    """Find pairs of a few organisations with any other, quickly, also among very many.

    Parameters
    ----------
    of : sequence of Node
        The few.
    organisations : sequence of Node
        All organisations, these among them.
    setting : Setting, optional
        What else is stated about them.
    least : float, default 0.95
        The lowest score of the pairs to return.

    Returns
    -------
    tuple of LikelyPair
        The pairs, the likeliest first. Names of which less than two thirds of the letters agree are
        not compared, so initials are not found.

    Examples
    --------
    >>> names = ("Politechnika Białostocka", "POLITECHNIKA BIALOSTOCKA", "Politechnika Gdańska")
    >>> nodes = [Node("Organisation", f"o{at}", {"name": name}) for at, name in enumerate(names)]
    >>> [pair.right.id for pair in likely_partners(nodes[:1], nodes)]
    ['o1']
    """
    import numpy as np
    from rapidfuzz import fuzz, process

    if not of or len(organisations) < 2:
        return ()
    ratios = process.cdist(
        [_quickly(node) for node in of],
        [_quickly(node) for node in organisations],
        scorer=fuzz.ratio,
        score_cutoff=_LEAST_RATIO,
        dtype=np.uint8,
    )
    together = {"".join(_plain_words(node)) for node in of}
    near = {n for n, node in enumerate(organisations) if "".join(_plain_words(node)) in together}
    near.update(np.nonzero(ratios)[1].tolist())
    ids = {node.id for node in of}
    comparison = Comparison([organisations[at] for at in sorted(near)], setting)
    few = [at for at, node in enumerate(comparison.nodes) if node.id in ids]
    pairs = {(min(a, b), max(a, b)) for a in few for b in range(len(near)) if a != b}
    found = [each for pair in pairs if (each := comparison.pair(*pair)).score >= least]
    return tuple(sorted(found, key=_best_first))


def _quickly(node: Node) -> str:
    """A name with as much folding as costs next to nothing."""
    return " ".join(sorted(_plain_words(node)))


def _plain_words(node: Node) -> list[str]:
    return unicodedata.normalize("NFKD", node.name[:_QUICKLY].casefold()).split()


def _best_first(pair: LikelyPair) -> tuple[float, str, str]:
    return -round(pair.score, 9), pair.left.id, pair.right.id


def _names(node: Node, other_names: Mapping[str, Collection[str]]) -> list[tuple[str, Folded]]:
    written = dict.fromkeys(names_of(node))
    for name in list(written):
        written.update(dict.fromkeys(other_names.get(folded(name).text, ())))
    return [(name, folded(name)) for name in written][:_MOST_NAMES]


def _numbers(node: Node) -> dict[str, str]:
    found = ((scheme, node.properties.get(scheme)) for scheme in SCHEMES)
    return {scheme: str(value) for scheme, value in found if value}


def _websites(node: Node) -> frozenset[str]:
    stated = node.properties.get("website", [])
    several = stated if isinstance(stated, list) else [stated]
    return frozenset(found for each in several if (found := _host(str(each))))


def _host(address: str) -> str:
    text = address if "//" in address else f"//{address}"
    try:
        host = urlsplit(text).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
