"""Ways to lay out a table that are put straight before its columns are read."""
