"""A picture as a map: organisations where they are, over the outlines of countries."""
