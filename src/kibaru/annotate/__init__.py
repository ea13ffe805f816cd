"""Annotate: sentences read by their language, before anything is decided."""
