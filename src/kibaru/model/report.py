"""One article as kibaru reads it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from kibaru.model.issue import Issue
from kibaru.model.span import Quote, Span


def digest(*parts: bytes) -> str:
    """A SHA-256 over parts that cannot run into one another (each is preceded by its length)."""
    state = hashlib.sha256()
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where the canonical text stood in the input, as runs of equal shift.

    `runs` holds (first position in the text, same position in the decoded input), ascending; a removed or folded
    stretch of input begins a new run. Positions are code points.
    """

    runs: tuple[tuple[int, int], ...]

    def to_input(self, position: int) -> int:
        """The position in the decoded input of one position in the canonical text."""
        text_start, input_start = self.runs[max(0, bisect_right(self.runs, (position, 1 << 62)) - 1)]
        return input_start + position - text_start


@dataclass(frozen=True, slots=True)
class Report:
    """One article with an immutable canonical text (NFC); every span and quote of a record indexes `text`.

    `id` hashes the input's bytes, url, publisher and published day; `text_id` hashes the text, so that one wire
    text in two outlets is two reports with one `text_id`. `published_from` says where the day came from: "option",
    "field", "metadata", "dateline". `offsets` is None for HTML, where the text is the cleaner's.
    """

    id: str
    text_id: str
    key: str
    text: str
    cleaner: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_from: str | None = None
    language: str | None = None
    boilerplate: tuple[str, ...] = ()
    offsets: OffsetMap | None = None
    issues: tuple[Issue, ...] = ()

    def quote(self, span: Span) -> Quote:
        """The words at `span`. The only way to make a `Quote`."""
        if span.end > len(self.text):
            raise ValueError(f"{span} ends beyond the text of {len(self.text)} code points")
        return Quote(self.text[span.start : span.end], span)


def report_id(raw: bytes, url: str | None, publisher: str | None, published: date | None) -> str:
    """The identity of a report: its bytes, url, publisher and published day."""
    day = published.isoformat() if published else ""
    return digest(raw, (url or "").encode(), (publisher or "").encode(), day.encode())


def text_id(text: str) -> str:
    """SHA-256 of the canonical text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()
