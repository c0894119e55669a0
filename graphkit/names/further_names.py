"""Further names of organisations from a table, such as names in other languages: the first column
is a name, each further one another name of the same organisation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphkit.names.folding import folded


def other_names(rows: Iterable[Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """Gather further names.

    Parameters
    ----------
    rows : iterable of sequence of str
        Names of one organisation each; blank ones do not count.

    Returns
    -------
    mapping of str to tuple of str
        The others of each row, by the folded text of a name.

    Examples
    --------
    >>> other_names([("Panepistimio Patron", "University of Patras")])["university patron"]
    ('University of Patras',)
    """
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        names = [name for each in row if (name := each.strip())]
        for name in names:
            others = (other for other in names if other != name)
            found[folded(name).text].update(dict.fromkeys(others))
    return {key: tuple(others) for key, others in found.items() if key}
