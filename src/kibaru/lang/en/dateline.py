"""Whole dates as English reports write them at their head and in their fields."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\.?"
)
_DAY: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY: Final = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_TIME: Final = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[(]?[A-Z]{2,5}[)]?)?)?"
_DATES: Final = (
    rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_YEAR}-(?P<number>0[1-9]|1[0-2])-{_DAY}",
)
_LABEL: Final = (
    r"(?:(?:First\s+)?(?:Published|Posted|Updated|Last\s+(?:updated|modified)|Issued|Date|Released)"
    r"(?:\s+(?:on|at|date))?\s*:?\s*)?"
)
_AGENCY: Final = r"(?:\s*\([^()\n]{1,40}\))?"
_WHOLE: Final = tuple(re.compile(rf"\s*{d}{_TIME}\s*\.?\s*", re.IGNORECASE) for d in _DATES)
_BYLINE: Final = r"(?:\s+by\s[^\n]{1,60})?"
_ALONE: Final = tuple(re.compile(rf"[^\S\n]*{_LABEL}{d}{_TIME}{_BYLINE}\s*\.?\s*", re.IGNORECASE) for d in _DATES)
# "GAO, Mali, 19 February 2022 (AFP) -": perhaps the place, the day, perhaps the agency, a dash.
_HEAD: Final = tuple(
    re.compile(rf"\s*(?:[A-Z][^\n.:;!?()]{{1,60}}?[,/]\s*)?{d}{_AGENCY}\s*(?:[-–—]|/\S+/\s*[-–—])") for d in _DATES
)
_SLASHED: Final = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})")
# The day of an ISO 8601 date or time, also without its marks ("20220219T1000Z").
_ISO: Final = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:$|[T ]|\d{4,6}Z?$)", re.ASCII)
_LONGEST_FIELD: Final = 80
_LINES: Final = 6


def read_date(words: str) -> date | None:
    """The day that a field names as a whole: ISO 8601, RFC 2822 or words ("19 February 2022"); None if it is not read.

    "03/04/2022" is read by no country's habit: only where one of the two numbers cannot be a month.
    """
    words = words.strip()
    if len(words) > _LONGEST_FIELD:
        return None
    if match := _ISO.match(words):
        return _date(*(int(part) for part in match.groups()))
    for pattern in _WHOLE:
        if match := pattern.fullmatch(words):
            return _day(match)
    if match := _SLASHED.fullmatch(words):
        return _slashed(*(int(part) for part in match.groups()))
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def dateline(text: str) -> date | None:
    """The day of the report as its first lines give it with its year: alone on a line, or before a dateline's dash."""
    seen = 0
    start = 0
    while seen < _LINES and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + 160)]
        start = end + 1
        if not line.strip():
            continue
        seen += 1
        match = next((m for p in _ALONE if (m := p.fullmatch(line))), None) or next(
            (m for p in _HEAD if (m := p.match(line))), None
        )
        if match is not None:
            return _day(match)
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = parts.get("month")
    number = _MONTHS.index(month[:3].lower()) + 1 if month else int(parts["number"])
    return _date(int(parts["year"]), number, int(parts["day"]))


def _slashed(first: int, second: int, third: int) -> date | None:
    if first > 31:
        return _date(first, second, third)
    if first > 12 or first == second:
        return _date(third, second, first)
    return _date(third, first, second) if second > 12 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
