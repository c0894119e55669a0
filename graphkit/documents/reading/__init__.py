"""Readers of documents: one a format, each giving the same `Contents`."""
