"""Identify: actor words in context and time, resolved against the registry."""
