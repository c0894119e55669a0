"""Write the lists of jars again, once `versions.py` or `gds.py` names another release.

Run as a program, it fetches what `jgo` finds that each release needs (see CONTRIBUTING).
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from graphkit.store.neo4j.server.gds import GDS, RELEASE
from graphkit.store.neo4j.server.jars import NEO4J, resolved, system_certificates
from graphkit.store.neo4j.server.pinned_jars import FOLDER, digest_of, list_name
from graphkit.store.neo4j.server.versions import VERSIONS


def pin() -> None:
    """Write the lists of all releases that are named, and remove the others."""
    lists = {}
    for product, release in [*((NEO4J, each) for each in VERSIONS.values()), (GDS, RELEASE)]:
        with tempfile.TemporaryDirectory() as temporary, system_certificates():
            part = Path(temporary)
            found = {
                path.relative_to(part).as_posix(): digest_of(path)
                for path in resolved(product, release, part)
            }
        lines = (f"{digest}  {path}\n" for path, digest in sorted(found.items()))
        lists[list_name(product.folder, release)] = "".join(lines)
    folder = Path(str(FOLDER))
    for path in folder.glob("*.sha256"):
        path.unlink()
    for name, text in lists.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    pin()
