"""What exported graphs call what they say beside the vocabulary's own properties.

The writers of graphs and the reader that knows such files again share these names.
"""

NODE_TYPE = "nodeType"
"""What a node is: an organisation, or the layer of a group. Files with it are graphkit's own."""

ORGANISATION = "organisation"

ORGANISATION_TYPES = (ORGANISATION,)

SOURCES = "sources"
"""The titles of the documents that state something, with the place in them."""

JOINED = "|"
"""Between several values of one attribute. In a value itself the bar is written as a slash."""


def one_of_several(text: str) -> str:
    """A value that may stand beside others.

    >>> one_of_several("A|B")
    'A/B'
    """
    return text.replace(JOINED, "/")
