"""What a caller may tell about the reports to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Format(StrEnum):
    """The formats of a source; `AUTO` decides by the content and, in doubt, by the file's name."""

    AUTO = "auto"
    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is known of the reports beforehand; what is given here goes before what the input says of itself.

    `max_bytes` bounds one report of text or one line, `max_html_bytes` one page (both uncompressed). `today` is the
    day after which no report can have been published; without it nothing is held to lie in the future.
    """

    published: date | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    key: str | None = None
    format: Format = Format.AUTO
    max_bytes: int = 32_000_000
    max_html_bytes: int = 8_000_000
    today: date | None = None
