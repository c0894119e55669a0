"""Flipped bits that no checksum shows, because the marker was written after them: as when a bit
flips while a store is written to. `verify` finds them, without the tables, or the store answers
everything as before.
"""

from __future__ import annotations

import random
import shutil
import zlib
from pathlib import Path

import pytest

from graphkit.model import StoreUnavailable
from graphkit.network import Network
from graphkit.sources import read_sample
from graphkit.store import Store, open_store, verify
from graphkit.store.embedded.marker import (
    Entry,
    Marker,
    entry_of,
    listed,
    read_marker,
    write_marker,
)
from tests.amounts import examples

SAMPLE = read_sample()

FILES = {
    "nodes": "*Organisation_0.*.bucket",
    "facts": "[A-Z]*_[A-Z]*_0.*.bucket",
    "ways from nodes": "*_out_edges.*.bucket",
    "ways to nodes": "*_in_edges.*.bucket",
    "indexes": "*.umtidx",
    "names of properties": "*.dict",
}
FLIPS = examples(2)

QUERIES = (
    "MATCH (a)-[r]->(b) RETURN a.id, r.id, b.id ORDER BY a.id, r.id, b.id",
    "MATCH (a:Organisation)-[r]->(b) RETURN a.id, r.id, b.id ORDER BY a.id, r.id, b.id",
    "MATCH (b:Organisation)<-[r]-(a) RETURN a.id, r.id, b.id ORDER BY a.id, r.id, b.id",
    "UNWIND $ids AS id MATCH (n:Organisation {id: id}) RETURN n.id, n.name ORDER BY n.id",
)


def answers(store: Store) -> list[object]:
    """The network of a store, and what Cypher finds from node to node and by the index."""
    ids = [node.id for node in SAMPLE.nodes if node.label == "Organisation"]
    network = Network.of(store)
    return [repr(network), *(store.query(text, {"ids": ids}).rows for text in QUERIES)]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store of the sample that no test changes."""
    path = tmp_path_factory.mktemp("original") / "store"
    with open_store(path) as store:
        store.load(SAMPLE)
    return path


@pytest.fixture(scope="module")
def right(original: Path) -> list[object]:
    """What a store of the sample answers."""
    with open_store(original, read_only=True) as store:
        return answers(store)


def flip(file: Path, chance: random.Random) -> None:
    """Flip a bit of a byte that is not zero, so that something is there."""
    content = bytearray(file.read_bytes())
    at = chance.choice([place for place, byte in enumerate(content) if byte])
    content[at] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def outcome(path: Path, right: list[object]) -> str:
    """What becomes of a store with a flipped bit."""
    try:
        with open_store(path, read_only=True) as store:
            found = verify(store).differences
            if not found:
                return "same" if answers(store) == right else "WRONG"
            return "found"
    except StoreUnavailable as error:
        return "refused" if f"{path}: this store is damaged (" in str(error) else str(error)


@pytest.mark.parametrize("where", FILES)
def test_a_flipped_bit_under_a_new_checksum_is_found_or_changes_nothing(
    original: Path, right: list[object], tmp_path: Path, where: str
) -> None:
    chance = random.Random(where)
    files = [file.name for file in sorted(original.glob(FILES[where])) if any(file.read_bytes())]
    outcomes = []
    for number in range(FLIPS):
        path = Path(shutil.copytree(original, tmp_path / str(number)))
        flip(path / chance.choice(files), chance)
        before = read_marker(path)
        write_marker(path, Marker(listed(path), unaltered=before.unaltered))
        outcomes.append(outcome(path, right))
    assert set(outcomes) <= {"found", "refused", "same"}
    assert set(outcomes) != {"same"}


def test_a_checksum_is_that_of_all_bytes(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for size in (0, 1, 4096, 65_535, 65_536, 65_537, 262_144):
        for written in ((), (0,), (-1,), (0, size // 2), range(0, size, 4096)):
            content = bytearray(size)
            for at in written if size else ():
                content[at] = 0x80 + at % 7
            file.write_bytes(content)
            assert entry_of(file) == Entry(size, zlib.crc32(content)), (size, written)
