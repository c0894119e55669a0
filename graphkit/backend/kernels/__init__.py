"""Compiled kernels (numba): importing one of them imports the compiler."""
