"""Calendar arithmetic on half-open intervals of whole days. Knows no language and no clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from kibaru.model.values import DatePrecision, DateRange

_DAY: Final = timedelta(days=1)
_WEEK: Final = 7


def day(of: date) -> DateRange:
    """One day, known as such."""
    return DateRange.closed(of, of, DatePrecision.DAY)


def days(first: date, last: date) -> DateRange:
    """Some day from `first` to `last`, both included, with the precision that its length gives."""
    return DateRange.closed(first, last, precision_of((last - first).days + 1))


def precision_of(length: int) -> DatePrecision:
    """How sure one is of the day that lies somewhere in `length` days."""
    if length <= 1:
        return DatePrecision.DAY
    if length < _WEEK:
        return DatePrecision.DAYS
    if length == _WEEK:
        return DatePrecision.WEEK
    return DatePrecision.MONTH if length <= 31 else DatePrecision.YEAR


def week(of: date) -> DateRange:
    """The week from Monday to Sunday that holds a day."""
    monday = of - of.weekday() * _DAY
    return DateRange.closed(monday, monday + 6 * _DAY, DatePrecision.WEEK)


def month(year: int, number: int) -> DateRange:
    """A whole month."""
    return third(year, number, 0)


def third(year: int, number: int, which: int) -> DateRange:
    """A third of a month: 1 early (1 to 10), 2 mid (11 to 20), 3 late (21 to the end); 0 is the whole month."""
    last = monthrange(year, number)[1]
    first_day, last_day = ((1, last), (1, 10), (11, 20), (21, last))[which]
    return DateRange.closed(date(year, number, first_day), date(year, number, last_day), DatePrecision.MONTH)


def year(number: int) -> DateRange:
    """A whole year."""
    return DateRange.closed(date(number, 1, 1), date(number, 12, 31), DatePrecision.YEAR)


def months_before(of: date, count: int) -> tuple[int, int]:
    """Year and month that lie `count` months before the month of a day (after it where negative)."""
    total = of.year * 12 + of.month - 1 - count
    return total // 12, total % 12 + 1


def weekday_until(of: date, weekday: int) -> date:
    """The last such weekday (0 is Monday) on or before a day."""
    return of - ((of.weekday() - weekday) % _WEEK) * _DAY


def weekday_after(of: date, weekday: int) -> date:
    """The first such weekday after a day."""
    return of + ((weekday - of.weekday() - 1) % _WEEK + 1) * _DAY


def weekday_near(of: date, weekday: int) -> date:
    """The one such weekday that lies within three days of a day."""
    return weekday_until(of + 3 * _DAY, weekday)


def valid_day(of_year: int, of_month: int, number: int) -> date | None:
    """The day, or None where the calendar has none (30 February)."""
    try:
        return date(of_year, of_month, number)
    except ValueError:
        return None
