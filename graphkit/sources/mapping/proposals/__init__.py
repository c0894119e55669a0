"""Mappings that are proposed for sheets that nothing knows, and what is in doubt about them."""
