"""The values of claims: nothing can be made that contradicts itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.model.values import Count, DatePrecision, DateRange, Place

_DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize("days", [0, -1, -400])
def test_a_date_range_holds_at_least_a_day(days: int) -> None:
    first = date(2022, 2, 18)
    with pytest.raises(ValueError, match="at least a day"):
        DateRange(first, first + timedelta(days=days), DatePrecision.DAY)


def test_one_day_ends_before_the_next() -> None:
    day = DateRange.closed(date(2022, 2, 28), date(2022, 2, 28), DatePrecision.DAY)
    assert (day.first, day.last, day.until) == (date(2022, 2, 28), date(2022, 2, 28), date(2022, 3, 1))


@given(_DAYS, st.integers(0, 800), st.sampled_from(DatePrecision))
def test_a_closed_range_keeps_both_ends(first: date, days: int, precision: DatePrecision) -> None:
    last = first + timedelta(days=days)
    told = DateRange.closed(first, last, precision)
    assert (told.first, told.last, told.precision) == (first, last, precision)
    assert (told.until - told.first).days == days + 1


@given(_DAYS, st.integers(1, 400))
def test_a_closed_range_cannot_run_backwards(first: date, days: int) -> None:
    with pytest.raises(ValueError, match="at least a day"):
        DateRange.closed(first, first - timedelta(days=days), DatePrecision.DAYS)


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (-1, None), (5, 4), (1, 0)])
def test_a_count_runs_from_low_to_high(low: int, high: int | None) -> None:
    with pytest.raises(ValueError, match="low to high"):
        Count(low, high, "some")


@pytest.mark.parametrize(("low", "high"), [(0, 0), (8, 8), (24, 99), (12, None)])
def test_a_count_may_be_exact_a_range_or_open(low: int, high: int | None) -> None:
    count = Count(low, high, "some")
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize("precision", [0, 8, -1])
def test_a_place_has_a_precision_of_the_ucdp_scale(precision: int) -> None:
    with pytest.raises(ValueError, match="1 to 7"):
        Place("Kidal", precision)


@pytest.mark.parametrize(("lat", "lon"), [(18.4, None), (None, 1.4)])
def test_half_a_point_is_none(lat: float | None, lon: float | None) -> None:
    with pytest.raises(ValueError, match="both a latitude and a longitude"):
        Place("Kidal", 1, lat=lat, lon=lon)


def test_a_point_on_the_equator_and_the_meridian_is_one() -> None:
    nowhere = Place("Null Island", 7, lat=0.0, lon=0.0)
    assert (nowhere.lat, nowhere.lon) == (0.0, 0.0)
