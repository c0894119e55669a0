"""A language model that reads paragraphs too, if asked: what it cannot quote is left out."""

from __future__ import annotations

from graphkit.documents.assist.model_server import ModelServer
from graphkit.documents.assist.quoted_rows import Assisted, assisted

__all__ = ["Assisted", "ModelServer", "assisted"]
