"""The answer to a question without names, written back into the dossier."""
