"""The sample data set, one CSV file per table: clusters, their members, declarations, projects and
events as five Polish texts state them, each row with its source and paragraph. It holds data only;
`docs/sample.md` shows paragraph by paragraph where each row comes from.
"""
