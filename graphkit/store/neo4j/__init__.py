"""The store on a Neo4j server, through the official driver; `server` runs a private server."""
