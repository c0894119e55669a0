"""Read works of OpenAlex: publications, whose authors are affiliated to institutions.

Authors are people, who do not become nodes; their names stay with the publication.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphkit.sources.formats.nested import flat, parts_of, text_of_value

FORM = "works"
_LEFT_OUT = ("authorships", "abstract_inverted_index", "title", "display_name", "id")
"""What has columns of its own, and what is no more than an index of the words of an abstract."""
_DATES = ("publication_date", "publication_year")
_JOINED = "|"


def are_works(records: Sequence[Mapping[str, Any]]) -> bool:
    """Whether records are works of OpenAlex."""
    return all(isinstance(each.get("authorships"), list) and "id" in each for each in records)


def rows_of_works(works: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """A row for each institution of each work; one without an institution for other works."""
    return [row for work in works for row in _rows(work)]


def _rows(work: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    authorships = parts_of(work, "authorships")
    authors = (each.get("author") for each in authorships)
    names = (text_of_value(x.get("display_name")) for x in authors if isinstance(x, Mapping))
    dated = next((name for name in _DATES if work.get(name)), "")
    said = {
        "id": text_of_value(work["id"]),
        "title": text_of_value(work.get("title") or work.get("display_name")),
        "published": text_of_value(work.get(dated)),
        "authors": _JOINED.join(filter(None, names)),
        **flat({k: v for k, v in work.items() if k not in (*_LEFT_OUT, *_DATES)}, "work."),
    }
    institutions = {
        text_of_value(each.get("id") or each.get("display_name")): each
        for authorship in authorships
        for each in parts_of(authorship, "institutions")
    }
    if not institutions:
        yield said
    for each in institutions.values():
        yield said | {
            "institution": text_of_value(each.get("display_name")),
            "institution id": text_of_value(each.get("id")),
            "ror": text_of_value(each.get("ror")),
            "country code": text_of_value(each.get("country_code")),
            "institution type": text_of_value(each.get("type")),
        }
