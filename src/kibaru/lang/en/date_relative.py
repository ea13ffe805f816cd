"""English date expressions that count from the day of publication or from a day told before."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from kibaru.clean import intervals
from kibaru.lang.en.date_forms import COUNTED, COUNTS, NO_COUNT, VAGUE_COUNTS, YEAR
from kibaru.lang.en.date_setting import Meaning, Setting
from kibaru.model.values import DatePrecision, DateRange

_DAY: Final = timedelta(days=1)
# Days from publication to the day that these words name.
_DAYS: Final = (
    ("day before yesterday", -2),
    ("day after tomorrow", 2),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("last night", -1),
    ("last evening", -1),
    ("overnight", -1),
    ("today", 0),
    ("tonight", 0),
    ("this morning", 0),
    ("this afternoon", 0),
    ("this evening", 0),
    ("this night", 0),
)
_NOTHING_TOLD: Final = "no day told before to count from"
_UNPUBLISHED: Final = "there is no publication day to count from"
_CONTEXTUAL: Final = re.compile(
    r"\b(?:same|following|previous)\b|\bthat\b|^the next\b|\b(?:earlier|later|before|after)$"
)
_FROM_NOW: Final = re.compile(r"\b(?:ago|past|last|recent|previous)\b")
_ABOUT: Final = re.compile(r"^(?:about|around|roughly|approximately|almost|nearly|more\s+than|less\s+than)\b")
_FEW_HOURS: Final = 6


def relative(words: str, setting: Setting) -> Meaning:
    """What lower-case words such as "last week", "two days ago" or "the next day" mean, and why."""
    words = " ".join(words.split())
    if _from_text(words):
        return _after_told(words, setting)
    if setting.published is None:
        told = YEAR.search(words)
        return (intervals.year(int(told[0])), "the year is told") if told else (None, _UNPUBLISHED)
    found = _from_publication(words, setting.published, setting.future)
    return found, f"counted from publication ({setting.published})" if found else "the words fix no day"


def _from_text(words: str) -> bool:
    return (
        _CONTEXTUAL.search(words) is not None
        and not words.startswith(("for ", "over ", "during ", "in ", "within "))
        and ("yesterday" not in words and "tomorrow" not in words)
    )


def _from_publication(words: str, published: date, future: bool) -> DateRange | None:
    for phrase, shift in _DAYS:
        if phrase in words:
            return intervals.day(published + shift * _DAY)
    if "weekend" in words:
        return _weekend(words, published, future)
    if words.startswith("so far"):
        told = YEAR.search(words)
        return intervals.year(int(told[0]) if told else published.year)
    if words.endswith(" ago"):
        return _ago(words, published)
    if words.startswith(("for ", "over ", "during ", "in ", "within ")):
        return _period(words, published)
    return _current(words, published, future)


def _weekend(words: str, published: date, future: bool) -> DateRange:
    if future or words.startswith("next"):
        saturday = intervals.weekday_after(published, 5)
    else:
        saturday = intervals.weekday_until(published, 6) - _DAY
    return intervals.days(saturday, saturday + _DAY)


def _current(words: str, published: date, future: bool) -> DateRange | None:
    """This, last and next week, month and year, with "earlier" and "later"."""
    shift = -1 if "last " in words else 1 if "next " in words else 0
    if words.endswith("week"):
        whole = intervals.week(published + 7 * shift * _DAY)
        return whole if shift else _until_now(words, whole, published, future)
    if words.endswith("month"):
        year, number = intervals.months_before(published, -shift)
        whole = intervals.third(year, number, _third(words))
        return whole if shift else _until_now(words, whole, published, future)
    if words.endswith("year"):
        whole = intervals.year(published.year + shift)
        return whole if shift else _until_now(words, whole, published, future)
    return None


def _third(words: str) -> int:
    return 1 if words.startswith("early ") else 3 if words.startswith("late ") else 0


def _until_now(words: str, whole: DateRange, published: date, future: bool) -> DateRange:
    """A week ends with publication; a month or a year does so where "earlier" says it."""
    is_week = whole.precision is DatePrecision.WEEK
    if words.startswith("later") or (future and is_week):
        first = min(published + (not future) * _DAY, whole.last)
        return intervals.days(first, whole.last) if is_week else DateRange(first, whole.until, whole.precision)
    if not is_week and not words.startswith("earlier"):
        return whole
    last = min(published, whole.last)
    if is_week:
        return intervals.days(whole.first, last)
    return DateRange.closed(min(whole.first, last), last, whole.precision)


def _count(words: str) -> tuple[int, int, str]:
    """Fewest, most and unit of "two days", "several weeks", "the past year"; without a count one unit, or a few."""
    found = COUNTED.search(words)
    if found is None:
        return 1, 1, ""
    unit = found[2].rstrip("s")
    told = (found[1] or "").split()
    vague = next((VAGUE_COUNTS[w] for w in told if w in VAGUE_COUNTS), None)
    if vague is not None:
        return (*vague, unit)
    for word in reversed(told):
        if word.isdecimal() or word in COUNTS:
            number = int(word) if word.isdecimal() else COUNTS[word]
            return number, number, unit
    return (*NO_COUNT, unit) if found[2].endswith("s") else (1, 1, unit)


def _ago(words: str, published: date) -> DateRange | None:
    few, many, unit = _count(words)
    return _shifted(intervals.day(published), -many, -few, unit, about=_ABOUT.match(words) is not None)


def _period(words: str, published: date) -> DateRange | None:
    """From so long before publication up to it."""
    _, many, unit = _count(words)
    if unit in {"day", "night", "week"}:
        first = published - (many * 7 - 1 if unit == "week" else many) * _DAY
    elif unit == "hour":
        first = published - (many + 23) // 24 * _DAY
    else:
        months = many * {"month": 1, "year": 12, "decade": 120}[unit]
        year, number = intervals.months_before(published, months)
        first = date(year, number, min(published.day, intervals.month(year, number).last.day))
    return intervals.days(first, published)


def _shifted(anchor: DateRange, few: int, many: int, unit: str, *, about: bool) -> DateRange | None:
    """The range that lies from `few` to `many` units after an anchor (before it where negative)."""
    if unit in {"month", "year", "decade"}:
        return _shifted_months(anchor, few, many, unit)
    if anchor.precision not in {DatePrecision.DAY, DatePrecision.DAYS}:
        return None
    if unit == "hour":
        few, many = _days_of_hours(few, many)
    elif unit == "week":
        slack = 1 if abs(few) == 1 else 3
        few, many = few * 7 - slack, many * 7 + slack
    elif about or abs(few) > 7:
        few, many = few - 1, many + 1
    first, last = anchor.first + few * _DAY, anchor.last + many * _DAY
    return intervals.days(first, last)


def _days_of_hours(few: int, many: int) -> tuple[int, int]:
    """A few hours stay on the day; more may reach into the next (or the one before)."""
    most = max(abs(few), abs(many))
    reach = 0 if most <= _FEW_HOURS else -(-most // 24)
    return (-reach, 0) if few < 0 else (0, reach)


def _shifted_months(anchor: DateRange, few: int, many: int, unit: str) -> DateRange | None:
    if unit == "month":
        if anchor.precision is DatePrecision.YEAR:
            return None
        first = intervals.month(*intervals.months_before(anchor.first, -few))
        last = intervals.month(*intervals.months_before(anchor.first, -many))
        return DateRange(first.first, last.until, DatePrecision.MONTH if few == many else DatePrecision.YEAR)
    size = 10 if unit == "decade" else 1
    first, last = intervals.year(anchor.first.year + few * size), intervals.year(anchor.first.year + many * size)
    return DateRange(first.first, last.until, DatePrecision.YEAR)


def _after_told(words: str, setting: Setting) -> Meaning:
    """ "The next day", "two weeks later", "that month": from the first range of the context."""
    anchor = setting.context[0] if setting.context else None
    found = _of_anchor(words, anchor) if anchor else None
    if anchor is None or found is None:
        return None, _NOTHING_TOLD
    return found, f"counted from the day told before ({anchor.first})"


def _of_anchor(words: str, anchor: DateRange) -> DateRange | None:
    if words.endswith(("earlier", "later", "before", "after")):
        back = words.endswith(("earlier", "before"))
        few, many, unit = (1, 1, "day") if words.endswith(("day before", "day after")) else _count(words)
        few, many = (-many, -few) if back else (few, many)
        return _shifted(anchor, few, many, unit, about=_ABOUT.match(words) is not None)
    shift = -1 if "previous" in words else 1 if "next" in words or "following" in words else 0
    unit = words.rsplit(" ", 1)[-1]
    if unit in {"week", "weekend"}:
        coarse = anchor.precision in {DatePrecision.MONTH, DatePrecision.YEAR}
        return None if coarse else intervals.week(anchor.first + 7 * shift * _DAY)
    if unit in {"month", "year"}:
        return _shifted_months(anchor, shift, shift, unit)
    if anchor.precision is not DatePrecision.DAY:
        return None
    return intervals.day((anchor.last if shift > 0 else anchor.first) + shift * _DAY)
