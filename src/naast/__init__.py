"""Naast: one dossier and one plan on safety, made beside the household."""
