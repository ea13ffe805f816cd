"""Rival tolls of one incident brought to low, best and high under a named policy."""
