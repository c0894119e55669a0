"""`python -m graphkit` is the command `graphkit`."""

from graphkit.cli.main import main

main()
