"""The day a report was published: as the caller says, as its source says, as its first lines say; else none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kibaru.lang.en.dateline import dateline, read_date
from kibaru.model.issue import Issue, Level
from kibaru.read.options import ReadOptions

_EARLIEST = date(1800, 1, 1)


@dataclass(frozen=True, slots=True)
class Published:
    """The day, what gave it ("option", "field", "metadata", "dateline"; None without one), and what is odd about it."""

    day: date | None
    origin: str | None
    issues: tuple[Issue, ...] = ()


def published(options: ReadOptions, field: str | None, metadata: str | None, text: str) -> Published:
    """The first of option, field, metadata and dateline that names a day; those that cannot be read become issues."""
    issues: list[Issue] = []
    head = dateline(text)
    day, origin = options.published, "option"
    for words, name in ((field, "field"), (metadata, "metadata")):
        if day is None and words and words.strip():
            day, origin = read_date(words), name
            if day is None:
                issues.append(_unreadable(words))
    if day is None:
        day, origin = head, "dateline"
    if day is None:
        return Published(None, None, tuple(issues))
    return Published(day, origin, (*issues, *_odd(day, head, options.today)))


def _unreadable(words: str) -> Issue:
    shown = words if len(words) <= 60 else words[:60] + "…"
    return Issue(
        "input.date",
        Level.WARNING,
        f"the publication date {shown!r} is not read",
        "write it as YYYY-MM-DD, or pass --published",
    )


def _odd(day: date, head: date | None, today: date | None) -> list[Issue]:
    remedy = "check it, and pass the right day with --published"
    issues = []
    if day < _EARLIEST or (today is not None and day > today):
        issues.append(
            Issue("input.date-impossible", Level.WARNING, f"the publication date {day} cannot be right", remedy)
        )
    if head is not None and head > day:
        message = f"the text is dated {head}, after its publication date {day}"
        issues.append(Issue("input.date-conflict", Level.WARNING, message, remedy))
    return issues
