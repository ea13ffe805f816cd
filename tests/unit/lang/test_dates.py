from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kibaru.clean.intervals import day, month, year
from kibaru.lang.en.dates import find_dates, resolve_date
from kibaru.model.annotation import DateUnit
from kibaru.model.values import DateRange, PartialDate

SATURDAY = date(2022, 2, 19)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
published_days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def words(text: str) -> list[str]:
    found = find_dates(text)
    assert all(text[m.span.start : m.span.end] == m.words for m in found)
    return [m.words for m in found]


def meaning(
    text: str, published: date | None = SATURDAY, *, context: tuple[DateRange, ...] = (), future: bool = False
) -> str | None:
    """The meaning of the only date in a text: "first..last precision", a partial date, or None."""
    (mention,) = find_dates(text)
    when, why = resolve_date(mention, published, context=context, future=future)
    assert why
    if isinstance(when, DateRange):
        return f"{when.first}..{when.last} {when.precision.value}"
    return when.text if when else None


def one(of: str) -> str:
    return f"{of}..{of} day"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2022-02-18", one("2022-02-18")),
        ("on 18 February 2022", one("2022-02-18")),
        ("on the 18th of February 2022", one("2022-02-18")),
        ("February 18, 2022", one("2022-02-18")),
        ("Feb. 18th", one("2022-02-18")),
        ("18 February", one("2022-02-18")),
        ("20 February", one("2021-02-20")),
        ("29 February", one("2020-02-29")),
        ("1 December last year", one("2021-12-01")),
        ("Friday, 21 July 1972", one("1972-07-21")),
        ("Friday (18 February)", one("2022-02-18")),
        ("the 9/11 attacks", one("2001-09-11")),
        ("in August 2020", "2020-08-01..2020-08-31 month"),
        ("in August", "2021-08-01..2021-08-31 month"),
        ("in February", "2022-02-01..2022-02-28 month"),
        ("in March of last year", "2021-03-01..2021-03-31 month"),
        ("last April", "2021-04-01..2021-04-30 month"),
        ("in early August", "2021-08-01..2021-08-10 month"),
        ("in mid-August", "2021-08-11..2021-08-20 month"),
        ("in late August 2020", "2020-08-21..2020-08-31 month"),
        ("in 2013", "2013-01-01..2013-12-31 year"),
        ("on Friday", one("2022-02-18")),
        ("on Saturday", one("2022-02-19")),
        ("on Sunday", one("2022-02-13")),
        ("last Friday", one("2022-02-18")),
        ("last Saturday", one("2022-02-12")),
        ("early Friday", one("2022-02-18")),
        ("on Friday night", one("2022-02-18")),
        ("next Friday", one("2022-02-25")),
        ("today", one("2022-02-19")),
        ("this morning", one("2022-02-19")),
        ("tonight", one("2022-02-19")),
        ("yesterday evening", one("2022-02-18")),
        ("the day before yesterday", one("2022-02-17")),
        ("tomorrow", one("2022-02-20")),
        ("overnight", one("2022-02-18")),
        ("last night", one("2022-02-18")),
        ("two days ago", one("2022-02-17")),
        ("a week ago", "2022-02-11..2022-02-13 2-6 days"),
        ("two weeks ago", "2022-02-02..2022-02-08 week"),
        ("three months ago", "2021-11-01..2021-11-30 month"),
        ("ten years ago", "2012-01-01..2012-12-31 year"),
        ("several days ago", "2022-02-13..2022-02-16 2-6 days"),
        ("hours ago", one("2022-02-19")),
        ("this week", "2022-02-14..2022-02-19 2-6 days"),
        ("earlier this week", "2022-02-14..2022-02-19 2-6 days"),
        ("last week", "2022-02-07..2022-02-13 week"),
        ("next week", "2022-02-21..2022-02-27 week"),
        ("this month", "2022-02-01..2022-02-28 month"),
        ("earlier this month", "2022-02-01..2022-02-19 month"),
        ("last month", "2022-01-01..2022-01-31 month"),
        ("this year", "2022-01-01..2022-12-31 year"),
        ("last year", "2021-01-01..2021-12-31 year"),
        ("over the weekend", "2022-02-12..2022-02-13 2-6 days"),
        ("from 3 to 5 March", "2021-03-03..2021-03-05 day"),
        ("March 3-5", "2021-03-03..2021-03-05 day"),
        ("March 3–5, 2020", "2020-03-03..2020-03-05 day"),
        ("from 30 December to 2 January", "2021-12-30..2022-01-02 day"),
        ("between Wednesday and Friday", "2022-02-16..2022-02-18 day"),
        ("between Friday and Sunday", "2022-02-11..2022-02-13 day"),
        ("in the night of Monday to Tuesday", "2022-02-14..2022-02-15 day"),
        ("in the past week", "2022-02-13..2022-02-19 week"),
        ("on 31 February", None),
        ("on 31 April 2021", None),
    ],
)
def test_meanings_on_a_saturday(text: str, expected: str | None) -> None:
    assert meaning(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Friday", one("2022-02-25")),
        ("on 18 February", one("2023-02-18")),
        ("on 25 March", one("2022-03-25")),
        ("in March", "2022-03-01..2022-03-31 month"),
        ("this week", "2022-02-19..2022-02-20 2-6 days"),
    ],
)
def test_the_future_looks_forward(text: str, expected: str) -> None:
    assert meaning(text, future=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 18 February", "--02-18"),
        ("in August", "--08"),
        ("from 3 to 5 March", "--03-03"),
        ("in 2013", "2013-01-01..2013-12-31 year"),
        ("on Friday", None),
        ("yesterday", None),
        ("last week", None),
        ("two days ago", None),
        ("over the past year", None),
        ("the same day", None),
        ("on 30 February", None),
    ],
)
def test_no_day_is_made_up_without_a_publication_day(text: str, expected: str | None) -> None:
    assert meaning(text, None) == expected


def test_the_text_fixes_the_year_or_the_weekday() -> None:
    told = (day(date(1974, 9, 13)),)
    assert meaning("on 15 September", None, context=told) == one("1974-09-15")
    assert meaning("in May", None, context=told) == "1974-05-01..1974-05-31 month"
    assert meaning("on Sunday", None, context=told) == one("1974-09-15")
    assert meaning("on Sunday", None, context=(*told, day(date(1977, 6, 1)))) is None
    assert meaning("on 15 September", None, context=(year(1974),)) == "--09-15"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The same day", one("2021-05-07")),
        ("That day", one("2021-05-07")),
        ("That night", one("2021-05-07")),
        ("The next day", one("2021-05-08")),
        ("The following morning", one("2021-05-08")),
        ("A day before, he", one("2021-05-06")),
        ("Just a day before, he", one("2021-05-06")),
        ("The day after, he", one("2021-05-08")),
        ("Three days after the bombing", one("2021-05-10")),
        ("Two days earlier", one("2021-05-05")),
        ("Hours later", one("2021-05-07")),
        ("Twelve hours later", "2021-05-07..2021-05-08 2-6 days"),
        ("30 hours earlier", "2021-05-05..2021-05-07 2-6 days"),
        ("Days later", "2021-05-08..2021-05-13 2-6 days"),
        ("A week later", "2021-05-13..2021-05-15 2-6 days"),
        ("That week", "2021-05-03..2021-05-09 week"),
        ("A month later", "2021-06-01..2021-06-30 month"),
        ("That year", "2021-01-01..2021-12-31 year"),
    ],
)
def test_what_counts_from_the_day_told_before(text: str, expected: str) -> None:
    assert meaning(text, context=(day(date(2021, 5, 7)),)) == expected
    assert meaning(text) is None


def test_a_month_told_before_gives_no_next_day() -> None:
    assert meaning("the next day", context=(month(2021, 5),)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke",
        "they may march",
        "a long march",
        "by May Smith",
        "in 24 hours",
        "for two years",
        "Black Friday",
        "Bloody Sunday",
        "the 21st century",
        "the Sunday Times",
        "a second time",
        "at 14:00",
        "a 20-year-old",
        "of 2000 people",
        "on Fridays",
        "Russia Today said",
        "a day after the minister spoke",
        "an overnight curfew",
        "the last week of the war",
        "1990s music",
        "April Jones said",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("since 2012", True),
        ("since early June", True),
        ("since Tuesday", True),
        ("until Friday", True),
        ("from Monday on", True),
        ("from 2012", True),
        ("for the past three months", True),
        ("over the past year", True),
        ("so far this year", True),
        ("between 2012 and 2015", True),
        ("in 2012", False),
        ("on Tuesday", False),
        ("in the past week", False),
        ("from 3 to 5 March", False),
    ],
)
def test_bounds_of_periods_are_marked(text: str, *, since: bool) -> None:
    (mention,) = find_dates(text)
    assert mention.since is since


def test_several_dates_in_order_with_their_units() -> None:
    text = "On Friday, after the 16 February march, and since last year; in August 2020 and in 2013."
    found = find_dates(text)
    assert [m.words for m in found] == ["Friday", "16 February", "last year", "August 2020", "2013"]
    assert [m.unit for m in found] == [DateUnit.WEEKDAY, DateUnit.DAY, DateUnit.YEAR, DateUnit.MONTH, DateUnit.YEAR]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Yesterday it rained. On Friday it burned."
    (found,) = find_dates(text, 20, len(text))
    assert text[found.span.start : found.span.end] == found.words == "Friday"


@given(published_days, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_last_one_on_or_before_publication(published: date, name: str) -> None:
    (mention,) = find_dates(f"on {name}")
    when, _ = resolve_date(mention, published)
    assert isinstance(when, DateRange)
    assert published - timedelta(7) < when.first <= published
    assert WEEKDAYS[when.first.weekday()] == name
    assert when.until - when.first == timedelta(1)


FORMATS = ("%Y-%m-%d", "{d} %B %Y", "%B {d}, %Y", "%b. {d}, %Y", "%A, {d} %B %Y", "{d} %b %Y")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(FORMATS), st.none() | published_days)
def test_a_full_date_is_read_back(of: date, form: str, published: date | None) -> None:
    assume(of.month != 5 or "%b." not in form)  # nobody shortens May
    (mention,) = find_dates("It fell on " + of.strftime(form).format(d=of.day))
    assert resolve_date(mention, published)[0] == day(of)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(0, 364))
def test_a_day_without_a_year_is_the_last_one(published: date, back: int) -> None:
    of = published - timedelta(back)
    assume((of.month, of.day) != (2, 29))
    (mention,) = find_dates(f"on {of.day} {of:%B}")
    when, _ = resolve_date(mention, published)
    assert isinstance(when, DateRange)
    assert when.first <= published
    assert (when.first.month, when.first.day) == (of.month, of.day)
    assert published - when.first <= timedelta(366)


EXPRESSIONS = (
    "this week|last week|next week|later this week|earlier this month|last month|next month|last year|the weekend"
    "|a week ago|20 years ago|two months ago|the next day"
    "|days later|two weeks later|in August|next May|Feb. 29"
    "|from 3 to 5 March|between Friday and Monday|over the past three months|in the past two days|Friday"
    "|next Sunday|tomorrow|hours later"
    "|999 years ago|900 years later|999 weeks ago|over the past 900 decades|that month|the previous year|late August"
)


@given(
    st.sampled_from(EXPRESSIONS.split("|")),
    st.none() | st.dates(),
    st.lists(st.dates(), max_size=2),
    st.booleans(),
)
def test_any_calendar_gives_a_range_or_none(text: str, published: date | None, told: list[date], future: bool) -> None:
    context = tuple(day(d) for d in told if d < date.max)
    for mention in find_dates(text):
        when, why = resolve_date(mention, published, context=context, future=future)
        assert why
        assert when is None or isinstance(when, PartialDate) or when.first < when.until


PIECES = (
    "Friday| |-|–|,|(|)|and|to|from |between |March|May|3|31|2022|1999-12-31|last |week|the |day|ago|two |hours|in "
    "|since |\n|İ|of "
    "|early |th|.|night|9/11|weekend|past |99|year|before"
)


@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map("".join)),
    st.none() | published_days,
)
def test_any_text_gives_ordered_dates_inside_it(text: str, published: date | None) -> None:
    found = find_dates(text)
    for one_, other in pairwise(found):
        assert one_.span.end <= other.span.start
    for mention in found:
        assert mention.words == text[mention.span.start : mention.span.end] != ""
        resolve_date(mention, published, context=(day(SATURDAY),))


@pytest.mark.parametrize("piece", ["1 March ", "Friday ", "the ", "3-", "from 2012 ", "May ", "a day ", "12 ", " "])
def test_long_repetition_ends(piece: str) -> None:
    assert len(find_dates(piece * 20_000)) <= 20_000
