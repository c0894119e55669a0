"""The version of graphkit, which its outputs name; the package and its build read it here."""

__version__ = "0.1.0"
