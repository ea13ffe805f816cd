from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.lang.en.dateline import dateline, read_date

THE_DAY = date(2022, 2, 19)


@pytest.mark.parametrize(
    "words",
    [
        "2022-02-19",
        "2022-02-19T23:30:00Z",
        "2022-02-19 10:00",
        "20220219",
        "20220219103000",
        "Sat, 19 Feb 2022 10:00:00 GMT",
        "19 February 2022",
        "19-Feb-2022",
        "February 19, 2022",
        "Feb. 19th, 2022",
        "Saturday, 19 February 2022, 10:00 GMT",
        "February 19, 2022 at 10:30 am",
        "19/02/2022",
        "19.02.2022",
        "2022/02/19",
        " 19 february 2022 ",
    ],
)
def test_whole_dates_are_read(words: str) -> None:
    assert read_date(words) == THE_DAY


@pytest.mark.parametrize(
    "words",
    ["", "yesterday", "2022", "February 2022", "03/04/2022", "2022-02-31", "2022-W07", "1645264800", "1" * 5000],
)
def test_what_names_no_single_day_is_not_read(words: str) -> None:
    assert read_date(words) is None


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 08:00:00 GMT"]),
)
def test_what_is_written_is_read(day: date, form: str) -> None:
    assert read_date(day.strftime(form)) == day


@given(st.text(max_size=120))
def test_no_words_raise(words: str) -> None:
    read_date(words)
    dateline(words)


@pytest.mark.parametrize(
    "head",
    [
        "Saturday, February 19, 2022",
        "Six herders killed\n\nSaturday, February 19, 2022",
        "Six herders killed\nPublished: 19 February 2022 at 14:05",
        "Posted on February 19, 2022 by admin",
        "GAO, Mali, 19 February 2022 (AFP) - Gunmen killed six herders.",
        "BAMAKO, 19 February 2022 (EXAMPLE) – Gunmen killed six herders.",
        "19 February 2022 — Gunmen killed six herders.",
    ],
)
def test_the_head_dates_the_report(head: str) -> None:
    assert dateline(f"{head}\nThey fled on 3 March 2021.\n") == THE_DAY


@pytest.mark.parametrize(
    "head",
    [
        "BAMAKO, Feb 19 (Reuters) - Gunmen killed six herders.",
        "On 19 February 2022, gunmen killed six herders.",
        "The raid near Gao on 19 February 2022 killed six - all herders.",
        "The raid of Gao, 19 February 2022, killed six - all herders.",
        "A quiet week.\n" * 6 + "19 February 2022",
    ],
)
def test_dates_of_the_story_do_not_date_the_report(head: str) -> None:
    assert dateline(head) is None
