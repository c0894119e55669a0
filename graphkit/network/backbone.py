"""The backbone of co-membership: the pairs that share more groups than expected by chance.

One large group ties all its members to each other. Here a pair counts as tied only when it shares
significantly more groups than in a random two-mode network with the same expected group sizes and
numbers of memberships: the bipartite configuration model, the maximum-entropy ensemble under these
constraints. In it, memberships are independent events, so the number of groups that a pair shares
follows a Poisson-binomial distribution, whose upper tail is computed exactly. The
Benjamini-Hochberg procedure keeps the false discovery rate among the kept ties at the given level.

A direct tie is stated by a source, so there is nothing to test: its pair stays tied, and it
plays no part in the model.

Saracco, F., Straka, M. J., Di Clemente, R., Gabrielli, A., Caldarelli, G. and Squartini, T.
(2017). Inferring monopartite projections of bipartite networks: an entropy-based approach. New
Journal of Physics 19, 053022. Benjamini, Y. and Hochberg, Y. (1995). Controlling the false
discovery rate. Journal of the Royal Statistical Society B 57, 289-300.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.model import PAIRED, GraphkitError
from graphkit.network.selection import FDR
from graphkit.network.two_mode import Group, TwoMode

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

MODEL = "bipartite configuration model"

_ROUNDS = 500
_RESIDUAL = 1e-9
"""How near the expected degrees come to the observed ones."""

_LONGEST_STEP = 4.0


@dataclass(frozen=True)
class Backbone:
    """Which of the pairs that share a group were kept.

    Attributes
    ----------
    pairs : ndarray of int32, shape (2, kept)
        The kept pairs as indices of organisations, the first less than the second, in order.
    shared : ndarray of int64, shape (kept,)
        How many groups each kept pair shares, direct ties included.
    p_values : ndarray of float, shape (kept,)
        The probability that a pair like it shares as many groups, or more, by chance. NaN for a
        pair with a direct tie, which is not tested.
    candidates : int
        How many pairs share a group at all.
    stated : int
        How many of these have a direct tie.
    tested : int
        How many other pairs could share one: those of organisations in some group. Each is a test.
    fdr : float
        The false discovery rate that was allowed.
    least : float
        The smallest p-value of all pairs tested; NaN without any.
    """

    pairs: npt.NDArray[np.int32]
    shared: Integers
    p_values: Floats
    candidates: int
    stated: int
    tested: int
    fdr: float
    least: float

    def among(self, organisations: npt.NDArray[np.bool_]) -> Backbone:
        """The same backbone with only the pairs of some organisations.

        Parameters
        ----------
        organisations : ndarray of bool, shape (n,)
            The organisations to keep.

        Returns
        -------
        Backbone
            Nothing is tested again, and the counts of pairs are those of all organisations.
        """
        here = organisations[self.pairs].all(axis=0)
        position = np.cumsum(organisations, dtype=np.int32) - 1
        return replace(
            self,
            pairs=position[self.pairs[:, here]],
            shared=self.shared[here],
            p_values=self.p_values[here],
        )


def backbone_of(form: TwoMode, fdr: float = FDR, together: TwoMode | None = None) -> Backbone:
    """Find the pairs with a direct tie and those that share more groups than expected by chance.

    Parameters
    ----------
    form : TwoMode
        Which organisation is in which group. Weights play no part: a pair shares a group or does
        not.
    fdr : float, default 0.05
        The false discovery rate, between 0 and 1: the expected share of false ties among the kept.
    together : TwoMode, optional
        The form with its groups cut into slices of time. A pair then shares a group when it shares
        a slice of it; chance stays that of the whole groups.

    Returns
    -------
    Backbone
        The kept pairs with their p-values.

    Raises
    ------
    GraphkitError
        If the model cannot be fitted, which has not happened with any network we know of.

    Notes
    -----
    Chance is the bipartite configuration model [1]_: a random two-mode network in which
    organisations are in as many groups, and groups have as many members, as observed on average.
    The number of groups that a pair shares is then a Poisson-binomial sum, whose upper tail is
    computed exactly. The procedure of Benjamini and Hochberg [2]_ controls the false discovery
    rate. A direct tie is stated by a source, not a coincidence: its pair is kept without a test,
    and it plays no part in the model.

    References
    ----------
    .. [1] Saracco, F., Straka, M. J., Di Clemente, R., Gabrielli, A., Caldarelli, G. and
       Squartini, T. (2017). Inferring monopartite projections of bipartite networks: an
       entropy-based approach. New Journal of Physics 19, 053022.
    .. [2] Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of
       the Royal Statistical Society B 57, 289-300.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> found = backbone_of(Network.of(read_sample()).two_mode)
    >>> found.candidates, found.stated, found.tested, found.pairs.shape
    (99, 1, 351, (2, 1))
    """
    rows, columns, numbers = _upper(_shared(form if together is None else together))
    shared = np.rint(numbers).astype(np.int64)
    direct = np.array([group.layer in PAIRED for group in form.groups], dtype=bool)
    stated = _pairs_of(form, direct, rows, columns)
    place_of = ~direct[form.members[1]]
    degrees = np.bincount(form.members[0][place_of], minlength=len(form.organisations))
    some = degrees > 0
    in_some = int(some.sum())
    apart = int((stated & some[rows] & some[columns]).sum())
    tested = in_some * (in_some - 1) // 2 - apart
    p_values = np.full(len(rows), np.nan)
    chance = np.flatnonzero(~stated)
    if len(chance):
        sizes = form.sizes()[~direct]
        p_values[chance] = _tails(degrees, sizes, rows[chance], columns[chance], shared[chance])
    threshold = rejection_threshold(p_values[chance], tested, fdr)
    kept = stated | (p_values <= threshold)
    return Backbone(
        pairs=np.stack([rows[kept], columns[kept]]).astype(np.int32),
        shared=shared[kept],
        p_values=p_values[kept],
        candidates=len(rows),
        stated=int(stated.sum()),
        tested=tested,
        fdr=fdr,
        least=float(p_values[chance].min()) if len(chance) else float("nan"),
    )


def _shared(form: TwoMode) -> csr_array:
    """How many groups each pair shares, slices of one group counted once; shape (n, n)."""
    plain = replace(form, weights=np.ones(len(form.groups)))
    if form.surplus is None:
        return plain.projection()
    off = replace(form.surplus, weights=form.surplus.often.astype(np.float64))
    return replace(plain, surplus=off).projection()


def _pairs_of(
    form: TwoMode, groups: npt.NDArray[np.bool_], rows: Integers, columns: Integers
) -> npt.NDArray[np.bool_]:
    """Which of the pairs share one of the groups marked True, all of which have two members."""
    breadth = len(form.organisations)
    inside = form.members[:, groups[form.members[1]]].astype(np.int64)
    by_group = inside[0][np.lexsort((inside[0], inside[1]))]
    alone = np.bincount(inside[1], minlength=len(groups))[np.sort(inside[1])] < 2
    first, second = by_group[~alone].reshape(-1, 2).T
    within: npt.NDArray[np.bool_] = np.isin(rows * breadth + columns, first * breadth + second)
    return within


def _tails(
    degrees: Integers, sizes: Integers, rows: Integers, columns: Integers, shared: Integers
) -> Floats:
    """The probability that each pair shares at least that many groups, shape (pairs,).

    degrees: of all organisations; sizes: of all groups.
    """
    degree_classes, class_of = np.unique(degrees, return_inverse=True)
    size_classes, counts = np.unique(sizes[sizes > 0], return_counts=True)
    chances = np.zeros((len(degree_classes), len(size_classes)))
    here = degree_classes > 0
    chances[here] = place_probabilities(
        degree_classes[here], np.bincount(class_of)[here], size_classes, counts
    )
    ends = np.sort(np.stack([class_of[rows], class_of[columns]]), axis=0)
    cases, case_of = np.unique(np.vstack([shared, ends]), axis=1, return_inverse=True)
    tails = np.empty(cases.shape[1])
    for number in np.unique(cases[0]).tolist():
        alike = cases[0] == number
        first, second = cases[1:, alike]
        tails[alike] = upper_tail(chances[first] * chances[second], counts, number)
    return tails[case_of.reshape(-1)]


def tied_by(form: TwoMode, kept: Backbone) -> TwoMode:
    """Return the kept pairs as a two-mode form, one group per pair.

    Parameters
    ----------
    form : TwoMode
        The form that the backbone was taken from.
    kept : Backbone
        The pairs to keep.

    Returns
    -------
    TwoMode
        A form whose projection is the backbone, with the weights of the ties. The id of a group
        holds the ids of the two organisations, separated by a blank. Its name holds the names of
        the groups that they share, and its layer is that of the first of these.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> form = Network.of(read_sample()).two_mode
    >>> len(tied_by(form, backbone_of(form)).groups)
    1
    """
    rows, columns = kept.pairs
    first, second, strengths = _upper(form.projection())
    breadth = len(form.organisations)
    weights = strengths[
        np.searchsorted(first * breadth + second, rows.astype(np.int64) * breadth + columns)
    ]
    number = np.arange(len(rows), dtype=np.int32)
    members = np.stack([np.concatenate([rows, columns]), np.concatenate([number, number])])
    names = form.organisations
    return TwoMode(
        organisations=names,
        groups=tuple(
            _pair(form, row, column)
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ),
        members=members[:, np.lexsort((members[1], members[0]))],
        weights=weights,
        # The sizes of the groups are in the weights already.
        scheme="none" if form.scheme == "none" else "count",
        own=weights,
    )


def _pair(form: TwoMode, row: int, column: int) -> Group:
    shared = [
        form.groups[each]
        for each in np.intersect1d(form.groups_of(row), form.groups_of(column)).tolist()
    ]
    names = "; ".join(dict.fromkeys(group.name for group in shared if group.name))
    return Group(shared[0].layer, f"{form.organisations[row]} {form.organisations[column]}", names)


def place_probabilities(
    degrees: Integers, organisations: Integers, sizes: Integers, groups: Integers
) -> Floats:
    """The model's probability that an organisation of a degree is in a group of a size.

    degrees, sizes: the r and c distinct numbers of groups of an organisation and of members of a
    group, none 0; organisations, groups: how many of each there are. Returns shape (r, c).

    The probability is 1 / (1 + exp(-(a + b))) with a number a for the degree and b for the size
    such that expected degrees and sizes are the observed ones: the minimum of a convex function,
    found by Newton's method. Where only 0 or 1 will do, the numbers grow without bound and the
    probability reaches its limit to within the tolerance.
    """
    ones = float((degrees * organisations).sum())
    place = np.concatenate([np.log(degrees / np.sqrt(ones)), np.log(sizes / np.sqrt(ones))])
    many = np.concatenate([organisations, groups]).astype(float)
    target = np.concatenate([degrees, sizes]).astype(float)
    cells = np.outer(organisations, groups).astype(float)
    split = len(degrees)

    def height(place: Floats) -> float:
        sums = np.logaddexp(0.0, place[:split, None] + place[None, split:])
        return float((cells * sums).sum() - (many * target * place).sum())

    level = height(place)
    for _ in range(_ROUNDS):
        chances: Floats = 1.0 / (1.0 + np.exp(-(place[:split, None] + place[None, split:])))
        expected = np.concatenate([chances @ groups, organisations @ chances])
        if np.abs(expected - target).max() <= _RESIDUAL:
            return chances
        slopes = cells * chances * (1.0 - chances)
        curve = np.diag(np.concatenate([slopes.sum(axis=1), slopes.sum(axis=0)]))
        curve[:split, split:] = slopes
        curve[split:, :split] = slopes.T
        # Scaled, as slopes differ by many powers of ten; and least squares, as adding a number to
        # all a and taking it from all b changes nothing.
        scale = 1.0 / np.sqrt(np.maximum(np.diag(curve), 1e-300))
        step = (
            scale
            * np.linalg.lstsq(
                curve * np.outer(scale, scale), -scale * many * (expected - target), rcond=None
            )[0]
        )
        step *= min(1.0, _LONGEST_STEP / np.abs(step).max())
        while (reached := height(place + step)) > level + 1e-12 * abs(level):
            step /= 2.0
        place, level = place + step, reached
    raise GraphkitError("`backbone`: the model of random co-membership could not be fitted")


def upper_tail(chances: Floats, counts: Integers, least: int) -> Floats:
    """The probability that at least `least` independent events happen, in k cases.

    chances: of an event of each class, shape (k, c). counts: how many events each class has. Only
    positive terms are added, so that small probabilities keep their digits.
    """
    from scipy.special import betainc, gammaln, xlog1py, xlogy

    # reached[:, s]: the probability of s events so far; the last column collects `least` and more.
    reached = np.zeros((len(chances), least + 1))
    reached[:, 0] = 1.0
    for chance, count in zip(chances.T[:, :, None], counts.tolist(), strict=True):
        exactly = np.arange(min(least, count + 1))
        logs = gammaln(count + 1) - gammaln(exactly + 1) - gammaln(count - exactly + 1)
        mass = np.exp(logs + xlogy(exactly, chance) + xlog1py(count - exactly, -chance))
        number = np.arange(1, min(least, count) + 1)
        beyond = np.zeros((len(chances), least))
        beyond[:, : len(number)] = betainc(number, count - number + 1, chance)
        after = np.zeros_like(reached)
        for before in range(least):
            width = min(mass.shape[1], least - before)
            after[:, before : before + width] += reached[:, before, None] * mass[:, :width]
        after[:, least] = reached[:, least] + (reached[:, :least] * beyond[:, ::-1]).sum(axis=1)
        reached = after
    tail: Floats = np.minimum(reached[:, least], 1.0)
    return tail


def rejection_threshold(p_values: Floats, tested: int, fdr: float) -> float:
    """The largest p-value that the Benjamini-Hochberg procedure rejects, or -1 when none is.

    tested: the number of tests, which may be larger than that of the values given: the others are
    taken as 1.
    """
    ordered = np.sort(p_values)
    passed = np.flatnonzero(ordered <= fdr * np.arange(1, len(ordered) + 1) / max(tested, 1))
    return float(ordered[passed[-1]]) if len(passed) else -1.0


def _upper(matrix: csr_array) -> tuple[Integers, Integers, Floats]:
    """Rows, columns and values of a symmetric matrix above its diagonal, in order."""
    entries = matrix.tocoo()
    above = entries.row < entries.col
    rows, columns = (each[above].astype(np.int64) for each in (entries.row, entries.col))
    order = np.lexsort((columns, rows))
    return rows[order], columns[order], entries.data[above][order]
