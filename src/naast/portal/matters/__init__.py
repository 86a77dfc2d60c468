"""A question that several people answer together, as somebody of the household reads it."""
