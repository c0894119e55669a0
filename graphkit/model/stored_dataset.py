"""`StoredDataset`: what a store keeps about each of its data sets."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StoredDataset:
    """What a store keeps about a data set, in a node with the label `Dataset`.

    Attributes
    ----------
    name : str
        The name of the data set.
    digest : str
        The digest of all that the store held of it after its last load: of what its tables stated,
        and of what a load without pruning left of earlier tables. `dataset_digest` gives the same
        for the same content.
    nodes, facts : int
        How many nodes and facts it states.
    columns : tuple of str
        The properties that it states beside those of the vocabulary, as `Label.property: type`.
    updating : str
        When a load of it began that has not finished, in UTC; "" when none has. Until it has, the
        store holds only a part of what is loaded, and the rest says what the load before left.
    recomputed : bool
        Whether the digest was made from the content just now, and not kept since the last load.
    """

    name: str
    digest: str
    nodes: int
    facts: int
    columns: tuple[str, ...] = ()
    updating: str = ""
    recomputed: bool = field(default=False, compare=False)
