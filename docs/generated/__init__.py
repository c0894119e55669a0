"""What the generated pages of the documentation say: a module for each, read from the code."""
