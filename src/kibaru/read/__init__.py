"""Bytes to reports: plain text, HTML and JSON Lines, plain or gzipped, from files, folders or standard input."""

from kibaru.model.report import Report
from kibaru.read.draft import Fields, Origin
from kibaru.read.options import Format, ReadOptions
from kibaru.read.source import count_inputs, read_bytes, read_paths
from kibaru.read.text import report_of

__all__ = ["Format", "ReadOptions", "count_inputs", "make_report", "read_bytes", "read_paths"]


def make_report(text: str, *, options: ReadOptions | None = None) -> Report:
    """The report of a plain text already decoded. Never raises for what stands in it; an empty text gives an issue."""
    return report_of(text, Origin("text", "text"), Fields(), options or ReadOptions())
