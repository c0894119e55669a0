"""Kinds of files that are known without help."""
