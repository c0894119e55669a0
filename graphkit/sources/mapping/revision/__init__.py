"""A proposal as a person sees and changes it."""
