"""Functions with networkx's names and arguments, over `Adjacency` and `Incidence`.

Each gives what networkx gives for the same graph: the same values to 1e-9, in the same order and of
the same Python types, and the same errors. What it means is said in networkx's documentation.
"""
