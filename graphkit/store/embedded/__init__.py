"""The embedded store: ArcadeDB in this process, a graph in a folder, without a server."""
