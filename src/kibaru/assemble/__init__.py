"""Assemble: which sentences of one report tell of one incident, and what they claim of it."""
