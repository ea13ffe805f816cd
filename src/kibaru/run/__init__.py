"""Run: the rooms put together."""
