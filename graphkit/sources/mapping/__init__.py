"""From sheets that other people wrote to facts: what columns mean, and how cells are read.

A `SheetMapping` says it (`form`). It is known, proposed, or read from a TOML file, and `chosen`
takes the one for each sheet; `rows` follows it, and counts what it puts right. `checks` looks at a
proposal once more, and `revision` changes it as a person wants.
"""
