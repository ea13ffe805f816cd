"""Plain text."""

from __future__ import annotations

from kibaru.model.issue import Issue
from kibaru.model.report import Report
from kibaru.read.decode import decode
from kibaru.read.draft import Draft, Fields, Origin, finish
from kibaru.read.options import ReadOptions

CLEANER = "kibaru-text/1"


def text_report(raw: bytes, origin: Origin, options: ReadOptions) -> Report:
    """The report of a whole text file. The title stays in the text, where it stood."""
    decoded = decode(raw, origin)
    return finish(Draft(origin, raw, decoded.text, CLEANER, issues=decoded.issues), options)


def report_of(
    text: str, origin: Origin, fields: Fields, options: ReadOptions, issues: tuple[Issue, ...] = ()
) -> Report:
    """The report of a text already decoded; its identity hashes the text's UTF-8."""
    raw = text.encode("utf-8", errors="surrogatepass")
    return finish(Draft(origin, raw, text, CLEANER, fields, issues=issues), options)
