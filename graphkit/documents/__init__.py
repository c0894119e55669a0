"""Documents: their text in numbered paragraphs, and the facts that it seems to state.

A document is read into paragraphs (`reading`), its text is searched by rules for names, dates and
what ties organisations (`finding`, with the words of each language in `language`), and what was
found is written as tables whose rows have the status `proposed`, for a person to decide on.
"""

from __future__ import annotations

from graphkit.documents.document import Document, Paragraph
from graphkit.documents.propose import Proposed, propose
from graphkit.documents.read_documents import read_documents

__all__ = ["Document", "Paragraph", "Proposed", "propose", "read_documents"]
