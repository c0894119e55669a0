"""`propose`: documents to a folder of proposed rows, for a person to decide on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graphkit.documents.assist.quoted_rows import Model, assisted
from graphkit.documents.document import Document
from graphkit.documents.finding.find import Found, find
from graphkit.documents.finding.organisation import Find, Organisation
from graphkit.documents.folder import (
    Folder,
    add_document,
    is_folder_of_proposals,
    read_folder,
    write_folder,
)
from graphkit.documents.read_documents import read_documents
from graphkit.documents.rows import KEYS, Row, rows_of
from graphkit.model import KINDS, Node, UsageError
from graphkit.model.naming import names
from graphkit.model.progress import Progress
from graphkit.names import Decision, Identities


@dataclass(frozen=True, slots=True)
class Proposed:
    """What `propose` has written.

    Attributes
    ----------
    counts : dict of str to int
        The proposed rows of each table.
    naming, covered : int
        The paragraphs that name an organisation, and those of them that a fact rests on.
    open : tuple of str
        The locators of the others, with their source.
    left_out : int
        The rows that were rejected before and so not proposed again.
    assisted, unquoted : int
        The rows that a language model added, and those that were left out because the words that
        they quote are not in the paragraph.
    written : tuple of Path
        The files.
    """

    counts: dict[str, int]
    naming: int
    covered: int
    open: tuple[str, ...]
    left_out: int
    assisted: int
    unquoted: int
    written: tuple[Path, ...]


def propose(
    paths: Sequence[str | Path],
    folder: str | Path,
    *,
    known: Iterable[Node] = (),
    decisions: Iterable[Decision] = (),
    language: str = "",
    people: bool = False,
    model: Model | None = None,
    progress: Progress | None = None,
) -> Proposed:
    """Read documents and write what they seem to state as proposed rows.

    Parameters
    ----------
    paths : sequence of str or Path
        Documents, folders of them or zip files.
    folder : str or Path
        Where to write. A folder of proposals is added to: what was decided there stays, and what
        was rejected is not proposed again.
    known : iterable of Node, optional
        Organisations of a store, which are found under their names and aliases.
    decisions : iterable of Decision, optional
        What was decided about their identity.
    language : str, default ""
        The code of the language of the documents; detected by default.
    people : bool, default False
        Whether to propose people with their roles too.
    model : Model, optional
        A language model that reads each paragraph too, such as `assist.ModelServer`.
    progress : callable, optional
        Takes what is being done, how much of it is done, and the total.

    Returns
    -------
    Proposed
        What was written.

    Raises
    ------
    InvalidData
        If a document cannot be read or names too many organisations.
    GraphkitError
        If the model does not answer.
    UsageError
        If the folder holds other files, or a document is in an unknown language.
    """
    place = Path(folder)
    if place.exists() and not place.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    held = is_folder_of_proposals(place)
    if not held and place.exists() and any(place.iterdir()):
        raise UsageError(f"{folder} holds other files; name another folder")
    kept = read_folder(place) if held else Folder()
    documents = _with_own_ids(read_documents(paths, progress=progress), kept)
    stated = [each for each in known if each.label == "Organisation"]
    here = {each.id for each in stated} | {row.cells["id"] for row in kept.of("organisations")}
    # Equal identifiers are not looked at: what they join, the store says.
    plain = (Node("Organisation", each, {"name": each}, "Other") for each in sorted(here))
    identities = Identities.of(plain, decisions=decisions)
    organisations = _known(stated, identities)
    found: list[Found] = []
    taken = unquoted = 0
    for at, document in enumerate(documents):
        if progress is not None:
            progress("searching documents", at, len(documents))
        _forget(kept, document)
        named = _with_rows(organisations, kept, identities)
        said = find(document, named, spoken=language, people=people)
        if model is not None:
            more = assisted(said, model)
            said, taken, unquoted = more.found, taken + more.taken, unquoted + more.unquoted
        found.append(said)
        add_document(kept, document)
        _add(kept, rows_of(found[-1]))
    left_out = _leave_out_rejected(kept)
    _drop_unnamed(kept)
    written = write_folder(kept, place)
    counts: dict[str, int] = {}
    for row in kept.rows.values():
        if row.is_proposed:
            counts[row.table] = counts.get(row.table, 0) + 1
    naming = [f"{each.document.id}:{at}" for each in found for at in _in_order(each)]
    covered = {
        f"{source}:{each.locator}"
        for row in kept.rows.values()
        if row.table not in ("organisations", "places", "sources")
        for source, each in row.finds
    } | {
        f"{source}:{each.locator}"
        for row in kept.of("organisations")
        for source, each in row.finds
        if each.rule not in ("known name",)
    }
    open_ = tuple(each for each in naming if each not in covered)
    return Proposed(
        counts=counts,
        naming=len(naming),
        covered=len(naming) - len(open_),
        open=open_,
        left_out=left_out,
        assisted=taken,
        unquoted=unquoted,
        written=tuple(written),
    )


def _in_order(found: Found) -> list[str]:
    return [each.locator for each in found.document.paragraphs if each.locator in found.naming]


def _with_own_ids(documents: Sequence[Document], kept: Folder) -> list[Document]:
    """The documents, with ids that no other document of the folder has."""
    known = {row.cells.get("sha256"): row.cells["id"] for row in kept.of("sources")}
    taken = {row.cells["id"] for row in kept.of("sources")}
    result = []
    for each in documents:
        if each.sha256 in known:
            result.append(replace(each, id=known[each.sha256]))
            continue
        key = each.id if each.id not in taken else f"{each.id}-{each.sha256[:6]}"
        taken.add(key)
        result.append(replace(each, id=key))
    return result


def _forget(kept: Folder, document: Document) -> None:
    """Remove what was proposed from a document before, unless somebody has decided on it."""
    for key, row in list(kept.rows.items()):
        if not row.is_proposed:
            continue
        row.finds = [each for each in row.finds if each[0] != document.id]
        cited = row.cells.get("source", "").split("|")
        left = [each for each in cited if not each.startswith(f"{document.id}:")]
        row.cells["source"] = "|".join(left)
        if not row.finds:
            del kept.rows[key]


def _known(nodes: Iterable[Node], identities: Identities) -> list[Organisation]:
    """The organisations of a store; those that are decided to be one are one with all names."""
    standing = [
        (identities.of_id(str(each.properties.get("standing", each.id))), each) for each in nodes
    ]
    found: dict[str, Organisation] = {}
    for key, node in sorted(standing, key=lambda one: (one[0] != one[1].id, one[1].id)):
        kind = node.kind if node.kind in KINDS else "Other"
        made = found.setdefault(key, Organisation(key, node.name, str(kind), known=True))
        made.aliases |= {name: _KNOWN for name in names(node) if name != made.name}
    return list(found.values())


_KNOWN = Find("", "", 1.0, "known name")


def _with_rows(
    known: Sequence[Organisation], kept: Folder, identities: Identities
) -> list[Organisation]:
    """Fresh copies of all that is known, those of the folder included."""
    found = {
        each.id: Organisation(each.id, each.name, each.kind, True, aliases=dict(each.aliases))
        for each in known
    }
    for row in kept.of("organisations"):
        cells = row.cells
        key = identities.of_id(cells["id"])
        made = found.setdefault(key, Organisation(key, cells["name"], cells["kind"], known=True))
        said = [cells["name"], *cells.get("aliases", "").split("|")]
        made.aliases |= {each: _KNOWN for each in said if each and each != made.name}
    return [found[key] for key in sorted(found)]


def _add(kept: Folder, rows: Iterable[Row]) -> None:
    """Add rows; one that is there already gets what is new, unless it was decided on."""
    for row in rows:
        key = row.table, row.key
        held = kept.rows.get(key)
        if held is None:
            kept.rows[key] = row
            continue
        if row.table == "sources":
            continue
        held.finds += [each for each in row.finds if each not in held.finds]
        if held.is_proposed:
            for name, value in row.cells.items():
                if name in ("source", "aliases", "website") and held.cells.get(name):
                    said = [*held.cells[name].split("|"), *value.split("|")]
                    held.cells[name] = "|".join(filter(None, dict.fromkeys(said)))
                else:
                    held.cells.setdefault(name, value)


def _leave_out_rejected(kept: Folder) -> int:
    """Remove what was rejected in the same documents, and facts about it."""
    gone: set[tuple[str, str]] = set()
    for key, row in kept.rows.items():
        sums = kept.checksums(row)
        if row.is_proposed and sums and all((each, *key) in kept.rejected for each in sums):
            gone.add(key)
    named = {(table, key) for table, key in gone if "id" in KEYS[table]}
    for key, row in kept.rows.items():
        if row.is_proposed and any(each in named for each in row.refers()) and key not in gone:
            gone.add(key)
    for key in gone:
        del kept.rows[key]
    return len(gone)


def _drop_unnamed(kept: Folder) -> None:
    """Remove places that nothing names any more."""
    named = {each for row in kept.rows.values() for each in row.refers()}
    for key in [key for key in kept.rows if key[0] == "places" and key not in named]:
        if kept.rows[key].is_proposed:
            del kept.rows[key]
