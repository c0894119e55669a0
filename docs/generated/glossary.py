"""The page of the terms that pages and figures use, in English and Polish."""

from __future__ import annotations

from docs.markdown import markdown_table, sentence
from graphkit.metrics import METRICS
from graphkit.model import KINDS, SECTORS
from graphkit.views.glossary import COUNTED, glossary
from graphkit.views.translation import words

_ABOUT_TERMS = """\
What pages and figures call things, in English and in Polish. The third column gives the Polish
forms after 1, 2 and 5. The last one lists words that the English texts do not use for it. The terms
are in `graphkit/views/messages/glossary.json`. A message counts a term with `{count:fact}`, and a
test compares all messages with this list.

"""


def terms() -> str:
    """What pages and figures call things in English and Polish."""
    text = _ABOUT_TERMS + markdown_table(
        ("English", "Polish", "1, 2, 5", "meaning", "not"),
        (
            (
                term.words["en"],
                term.words["pl"],
                ", ".join(term.forms.get(("pl", COUNTED), ())),
                term.means,
                ", ".join(each.replace("*", "…") for each in term.avoid.get("en", ())),
            )
            for term in glossary().values()
        ),
    )
    text += "\n## Metrics\n\n" + markdown_table(
        ("English", "Polish", "meaning"),
        ((each.label["en"], each.label["pl"], sentence(each.meaning)) for each in METRICS.values()),
    )
    text += "\n## Kinds and sectors\n\n" + markdown_table(
        ("English", "Polish", "meaning"),
        (
            (words("en")[section, name], words("pl")[section, name], sentence(means))
            for section, meanings in (
                ("kind", {kind.name: kind.meaning for kind in KINDS.values()}),
                ("sector", SECTORS),
            )
            for name, means in meanings.items()
        ),
    )
    return text
