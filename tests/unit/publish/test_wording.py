"""Values in words."""

from __future__ import annotations

from datetime import date

import pytest

from kibaru.model.values import CasualtyKind, Count, DatePrecision, DateRange, Group, PartialDate, Place, Toll
from kibaru.publish.plain import one_line, shorten
from kibaru.publish.wording import count_text, persons_text, place_text, precision_text, when_text


def days(first, last, precision):
    return DateRange.closed(date.fromisoformat(first), date.fromisoformat(last), precision)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (days("2022-02-18", "2022-02-18", DatePrecision.DAY), "18 February 2022"),
        (days("2022-02-14", "2022-02-19", DatePrecision.DAYS), "14–19 February 2022"),
        (days("2022-01-30", "2022-02-02", DatePrecision.DAYS), "30 January 2022 – 2 February 2022"),
        (days("2020-08-01", "2020-08-31", DatePrecision.MONTH), "August 2020"),
        (days("2012-01-01", "2012-12-31", DatePrecision.YEAR), "2012"),
        (days("2012-01-01", "2012-03-31", DatePrecision.YEAR), "1 January 2012 – 31 March 2012"),
        (PartialDate("--10-02"), "2 October, year not told"),
        (PartialDate("--10"), "October, year not told"),
        (PartialDate("--99"), "--99"),
        (None, "not told"),
    ],
)
def test_days_in_words(when, words):
    assert when_text(when) == words


def test_precision_in_words():
    assert precision_text(days("2022-02-18", "2022-02-18", DatePrecision.DAY)) == "to the day"
    assert precision_text(days("2022-02-14", "2022-02-19", DatePrecision.DAYS)) == "within 2-6 days"
    assert precision_text(PartialDate("--10")) == ""


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("Archam", 2, "MLI", "Gao", None, 15.1, 0.1, 25.0), "Archam, Gao, MLI (within 25 km)"),
        (Place("Gao", 1, "MLI", "Gao", "Gao", 16.2, -0.04), "Gao, MLI (exact place)"),
        (Place("Gao region", 4, "MLI", "Gao"), "Gao region, Gao, MLI (somewhere in the region)"),
        (Place("Mali", 6, "MLI"), "Mali, MLI (country only)"),
        (Place("Deir ez-Zor", 4, "SYR", "Deir-ez-Zor"), "Deir ez-Zor, SYR (somewhere in the region)"),
        (Place("the old well", 2), "the old well (no point known)"),
        (None, "not told"),
    ],
)
def test_places_in_words(place, words):
    assert place_text(place) == words


@pytest.mark.parametrize(
    ("low", "high", "words"), [(8, 8, "8"), (0, 57, "0–57"), (12, None, "12 or more"), (2000, 9999, "2,000–9,999")]
)
def test_counts_in_words(low, high, words):
    assert count_text(Count(low, high, "some")) == words


@pytest.mark.parametrize(
    ("low", "high", "group", "words"),
    [
        (1, 1, Group.CIVILIANS, "1 civilian"),
        (1, None, Group.CIVILIANS, "1 or more civilians"),
        (8, 8, Group.SIDE_A, "8 on side A"),
        (3, 9, Group.UNKNOWN, "3–9 whose side is not told"),
    ],
)
def test_persons_in_words(low, high, group, words):
    assert persons_text(Toll(CasualtyKind.KILLED, group, Count(low, high, "some"))) == words


def test_text_for_one_line_loses_what_steers():
    assert one_line(" a\n\tb\x1b[2J\u202ec\u0000\u2029d ") == "a b[2Jc d"


def test_long_text_is_cut_at_a_word():
    assert shorten("the quick brown fox jumps", 16) == "the quick brown…"
    assert shorten("short", 16) == "short"
    assert len(shorten("x" * 100, 16)) == 16
