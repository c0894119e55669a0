"""From the rows of mapped sheets to entities, facts and rows of our own tables."""
