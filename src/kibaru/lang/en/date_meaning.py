"""What the words of one English date expression mean, told as a sentence too."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from kibaru.clean import intervals
from kibaru.lang.en.date_forms import DAY_NUMBER, GATE, MONTH, MONTHS, NAMED, PART, WEEKDAY, WEEKDAYS, YEAR
from kibaru.lang.en.date_relative import relative
from kibaru.lang.en.date_setting import Meaning, Setting
from kibaru.model.annotation import DateUnit
from kibaru.model.values import DatePrecision, DateRange, PartialDate

_DAY: Final = timedelta(days=1)
_THIRDS: Final = {"early": 1, "beginning": 1, "start": 1, "mid": 2, "middle": 2, "late": 3, "end": 3}
_NEXT: Final = re.compile(r"\b(?:next|coming)\b")
# 29 February comes back after eight years at the latest.
_LEAP: Final = 9
_NO_DAY: Final = "the calendar has no such day"


def meaning(words: str, unit: DateUnit, setting: Setting) -> Meaning:
    """What lower-case words of one unit mean, and why."""
    if words.startswith("9/11"):
        return intervals.day(date(2001, 9, 11)), "“9/11” is the name of one day"
    if unit is DateUnit.RANGE:
        return _range(words, setting)
    if unit is DateUnit.DAY:
        return _day(words, setting)
    if unit is DateUnit.WEEKDAY:
        return _weekday(words, setting)
    if unit is DateUnit.MONTH and MONTH.search(words):
        return _month(words, setting)
    if unit is DateUnit.YEAR and (found := YEAR.search(words)):
        return intervals.year(int(found[0])), "the year is told"
    return relative(words, setting)


def _day(words: str, setting: Setting) -> Meaning:
    parts = words.split("-")
    if len(parts) == 3 and len(parts[0]) == 4:
        return _fixed(int(parts[0]), int(parts[1]), int(parts[2]))
    month, numbers, year = _parts(words, setting)
    if month is None or not numbers:
        return None, _NO_DAY
    if year is not None:
        return _fixed(year, month, numbers[0])
    return _yearless(month, numbers[0], setting)


def _parts(words: str, setting: Setting) -> tuple[int | None, list[int], int | None]:
    """Month, numbers of days and year of words such as "friday, 3-5 march 2022"."""
    found = MONTH.search(words)
    month = MONTHS.index(found[0][:3]) + 1 if found else None
    return month, [int(n) for n in DAY_NUMBER.findall(words)], _year(words, setting)


def _year(words: str, setting: Setting) -> int | None:
    if told := YEAR.search(words):
        return int(told[0])
    if setting.published is not None and words.endswith(("this year", "last year")):
        return setting.published.year - words.endswith("last year")
    return None


def _fixed(year: int, month: int, number: int) -> Meaning:
    day = intervals.valid_day(year, month, number)
    return (intervals.day(day), "the day is told in full") if day else (None, _NO_DAY)


def _yearless(month: int, number: int, setting: Setting) -> Meaning:
    published = setting.published
    if published is None:
        year = setting.year
        day = intervals.valid_day(year, month, number) if year else None
        if day is not None:
            return intervals.day(day), f"the text speaks of {year}"
        if intervals.valid_day(2000, month, number) is None:
            return None, _NO_DAY
        return PartialDate(f"--{month:02d}-{number:02d}"), "neither the text nor a publication day gives the year"
    step = 1 if setting.future else -1
    for back in range(_LEAP):
        day = intervals.valid_day(published.year + step * back, month, number)
        if day is not None and (day >= published if setting.future else day <= published):
            way = "first on or after" if setting.future else "last on or before"
            return intervals.day(day), f"the {way} publication ({published})"
    return None, _NO_DAY


def _weekday(words: str, setting: Setting) -> Meaning:
    found = WEEKDAY.search(words)
    if found is None:
        return None, _NO_DAY
    weekday = WEEKDAYS.index(found[0][:3])
    name = day_name[weekday]
    published = setting.published
    if published is None:
        return _weekday_of_text(weekday, setting)
    if setting.future or _NEXT.search(words[: found.start()]):
        return intervals.day(
            intervals.weekday_after(published, weekday)
        ), f"the first {name} after publication ({published})"
    if words.startswith("last"):
        day = intervals.weekday_until(published - _DAY, weekday)
        return intervals.day(day), f"the last {name} before publication ({published})"
    day = intervals.weekday_until(published, weekday)
    return intervals.day(day), f"the last {name} on or before publication ({published})"


def _weekday_of_text(weekday: int, setting: Setting) -> Meaning:
    """Without a publication day: the one near the only day of which the text speaks."""
    days = [c for c in setting.context if c.precision is DatePrecision.DAY]
    if not days or max(d.first for d in days) - min(d.first for d in days) > 6 * _DAY:
        return None, "there is no publication day to count from"
    day = intervals.weekday_near(days[0].first, weekday)
    return intervals.day(day), f"the {day_name[weekday]} next to the day that the text tells ({days[0].first})"


def _month(words: str, setting: Setting) -> Meaning:
    found = MONTH.search(words)
    if found is None:
        return None, _NO_DAY
    number = MONTHS.index(found[0][:3]) + 1
    part = PART.search(words[: found.start()])
    which = _THIRDS[part[1]] if part else 0
    year = _year(words, setting)
    if year is not None:
        return intervals.third(year, number, which), "month and year are told"
    published = setting.published
    if published is None:
        if setting.year:
            return intervals.third(setting.year, number, which), f"the text speaks of {setting.year}"
        return PartialDate(f"--{number:02d}"), "neither the text nor a publication day gives the year"
    name = month_name[number]
    if setting.future or "next" in words[: found.start()]:
        year = published.year + (number < published.month)
        return intervals.third(year, number, which), f"the {name} after publication ({published})"
    before = number < published.month if words.startswith("last") else number <= published.month
    return intervals.third(
        published.year - (not before), number, which
    ), f"the last {name} before publication ({published})"


def _range(words: str, setting: Setting) -> Meaning:
    years = [int(y) for y in YEAR.findall(words)]
    if not NAMED.search(words):
        if len(years) == 2:
            return _from_to(intervals.year(min(years)), intervals.year(max(years)), DatePrecision.YEAR)
        return relative(words, setting)
    forms = [m for m in GATE.finditer(words) if m.lastgroup in {"iso", "day", "weekday"}]
    if len(forms) == 2:
        return _pair(_half(forms[0]), _half(forms[1]), setting)
    month, numbers, year = _parts(words, setting)
    if month is None or len(numbers) < 2:
        return None, _NO_DAY
    last, why = _fixed(year, month, numbers[1]) if year else _yearless(month, numbers[1], setting)
    if isinstance(last, PartialDate):
        return PartialDate(f"--{month:02d}-{numbers[0]:02d}"), why
    first = intervals.valid_day(last.first.year, month, numbers[0]) if last else None
    if last is None or first is None or first > last.first:
        return None, _NO_DAY
    return DateRange(first, last.until, DatePrecision.DAY), why


def _half(form: re.Match[str]) -> tuple[str, DateUnit]:
    weekday = form.lastgroup == "weekday" and not MONTH.search(form[0])
    return form[0], DateUnit.WEEKDAY if weekday else DateUnit.DAY


def _pair(first: tuple[str, DateUnit], second: tuple[str, DateUnit], setting: Setting) -> Meaning:
    """The last day first: the day on which it began lies before it."""
    last, why = meaning(*second, setting)
    if not isinstance(last, DateRange):
        return last, why
    begun, _ = meaning(*first, replace(setting, published=last.first, future=False))
    if not isinstance(begun, DateRange) or begun.first > last.first:
        return None, "the two ends do not make a range"
    return _from_to(begun, last, DatePrecision.DAY)


def _from_to(first: DateRange, last: DateRange, precision: DatePrecision) -> Meaning:
    return DateRange(first.first, last.until, precision), "both ends are told"
