"""`Manifest`: what a result rests on, as data that can be kept beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from graphkit.model import Period, StoredDataset
from graphkit.network.selection import Selection
from graphkit.version import __version__

if TYPE_CHECKING:
    from graphkit.network.network import Network


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a result rests on: the version of graphkit, data sets, selection and settings.

    The same manifest with recomputed digests stands for the same result.

    Attributes
    ----------
    datasets : tuple of StoredDataset
        The data sets with their digests.
    selection : Selection or None
        What was selected; None for a result that selects nothing.
    settings : mapping of str to object
        What else decides about the result, such as the metric, the seed and the number of draws.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> network = Network.of(read_sample()).select(layer="membership")
    >>> manifest = Manifest.of(network, by="degree")
    >>> manifest.content()["settings"], manifest.content()["selection"]["layer"]
    ({'by': 'degree'}, ['membership'])
    >>> manifest.content()["datasets"][0]["digestIs"]
    'recomputed'
    """

    datasets: tuple[StoredDataset, ...]
    selection: Selection | None = None
    settings: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, network: Network, **settings: object) -> Manifest:
        """Make the manifest of a result from a network.

        Parameters
        ----------
        network : Network
            The network as selected.
        **settings : object
            What else decides about the result: texts, numbers, and sequences of these.

        Returns
        -------
        Manifest
            The manifest.
        """
        return cls(network.datasets, network.selection, settings)

    def content(self) -> dict[str, Any]:
        """Return the manifest as values that JSON can hold.

        Returns
        -------
        dict
            `graphkit`, the version; `datasets`, each with name, digest, counts, and whether the
            digest was recomputed for this result or is as loaded, and `unfinished` if a load of it
            has not finished; `selection`, every word of it; and `settings`.
        """
        said: dict[str, Any] = {
            "graphkit": __version__,
            "datasets": [
                {
                    "name": each.name,
                    "digest": each.digest,
                    "digestIs": "recomputed" if each.recomputed else "as loaded",
                    "nodes": each.nodes,
                    "facts": each.facts,
                    **({"unfinished": True} if each.updating else {}),
                }
                for each in sorted(self.datasets, key=lambda each: each.name)
            ],
            "settings": {name: _plain(value) for name, value in self.settings.items()},
        }
        if self.selection is not None:
            said["selection"] = {
                word.name: _plain(getattr(self.selection, word.name)) for word in fields(Selection)
            }
        return said

    def text(self) -> str:
        """Return the manifest as JSON, in which the same content gives the same bytes.

        Returns
        -------
        str
            ASCII text in lines, with sorted keys.
        """
        return json.dumps(self.content(), indent=2, sort_keys=True) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Period):
        return value.text
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | float | None) else str(value)
