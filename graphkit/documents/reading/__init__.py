"""Readers of documents: one per format, each giving the same `Contents`."""
