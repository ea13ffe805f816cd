from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.clean import intervals
from kibaru.model.values import DatePrecision, DateRange

days = st.dates(date(1500, 1, 1), date(2200, 1, 1))


def ends(of: DateRange) -> tuple[str, str, str]:
    return of.first.isoformat(), of.last.isoformat(), of.precision.value


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert ends(intervals.week(date(2022, 2, 19))) == ("2022-02-14", "2022-02-20", "week")
    assert ends(intervals.week(date(2022, 2, 14))) == ("2022-02-14", "2022-02-20", "week")


@pytest.mark.parametrize(
    ("which", "first", "last"), [(0, "01", "29"), (1, "01", "10"), (2, "11", "20"), (3, "21", "29")]
)
def test_thirds_of_a_leap_february(which: int, first: str, last: str) -> None:
    assert ends(intervals.third(2024, 2, which)) == (f"2024-02-{first}", f"2024-02-{last}", "month")


def test_a_year_holds_its_first_and_last_day() -> None:
    assert ends(intervals.year(2020)) == ("2020-01-01", "2020-12-31", "year")


@pytest.mark.parametrize(
    ("length", "precision"), [(1, "day"), (2, "2-6 days"), (6, "2-6 days"), (7, "week"), (8, "month"), (32, "year")]
)
def test_precision_follows_length(length: int, precision: str) -> None:
    assert intervals.precision_of(length) is DatePrecision(precision)
    first = date(2021, 3, 1)
    assert intervals.days(first, first + timedelta(length - 1)).precision.value == precision


@given(days, st.integers(0, 6))
def test_weekdays_before_after_and_near(of: date, weekday: int) -> None:
    until, after, near = (
        intervals.weekday_until(of, weekday),
        intervals.weekday_after(of, weekday),
        intervals.weekday_near(of, weekday),
    )
    assert until.weekday() == after.weekday() == near.weekday() == weekday
    assert of - timedelta(7) < until <= of < after <= of + timedelta(7)
    assert abs(near - of) <= timedelta(3)


@given(days, st.integers(-200, 200))
def test_months_before_can_be_undone(of: date, count: int) -> None:
    year, number = intervals.months_before(of, count)
    assert intervals.months_before(date(year, number, 1), -count) == (of.year, of.month)


def test_a_day_that_no_calendar_has() -> None:
    assert intervals.valid_day(2021, 2, 29) is None
    assert intervals.valid_day(2020, 2, 29) == date(2020, 2, 29)
