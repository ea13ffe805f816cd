"""Kibaru turns news reports of political violence into conflict-event records, every value with its words."""

__version__ = "0.1.0"
