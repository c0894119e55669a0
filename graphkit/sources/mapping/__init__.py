"""From sheets that other people wrote to facts: what columns mean, and how cells are read.

A `SheetMapping` says it. It is recognised, proposed, or read from a TOML file; `applying` follows
it, and counts what it puts right.
"""
