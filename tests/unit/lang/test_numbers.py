from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.lang.en.numbers import find_numbers
from kibaru.model.values import Hedge

TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
ONES = TO_NINETEEN.split()
BY_TEN = "- - twenty thirty forty fifty sixty seventy eighty ninety"
TENS = BY_TEN.split()
APPROXIMATE, AT_LEAST, UP_TO = Hedge.APPROXIMATE, Hedge.AT_LEAST, Hedge.UP_TO


def spell(number: int, *, joined: bool = True) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for scale, word in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= scale:
            head, rest = divmod(number, scale)
            link = " and " if joined and rest and rest < 100 else " "
            return f"{spell(head, joined=joined)} {word}" + (link + spell(rest, joined=joined) if rest else "")
    raise AssertionError(number)


def told(text: str) -> list[tuple[str, int, int | None, Hedge | None]]:
    return [(text[m.span.start : m.span.end], m.low, m.high, m.hedge) for m in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "hedge"),
    [
        ("eight soldiers died", "eight", 8, 8, None),
        ("57 armed rebels", "57", 57, 57, None),
        ("1,200 villagers fled", "1,200", 1_200, 1_200, None),
        ("1 200 villagers fled", "1 200", 1_200, 1_200, None),
        ("1.2 million displaced", "1.2 million", 1_200_000, 1_200_000, None),
        ("1.2m people", "1.2m", 1_200_000, 1_200_000, None),
        ("one hundred and twenty men", "one hundred and twenty", 120, 120, None),
        ("a hundred people", "a hundred", 100, 100, None),
        ("one soldier fell", "one", 1, 1, None),
        ("a dozen fighters", "a dozen", 12, 12, APPROXIMATE),
        ("half a dozen men", "half a dozen", 6, 6, APPROXIMATE),
        ("two dozen men", "two dozen", 24, 24, APPROXIMATE),
        ("more than two dozen men", "more than two dozen", 25, None, AT_LEAST),
        ("at least a dozen men", "at least a dozen", 12, None, AT_LEAST),
        ("Dozens died", "Dozens", 24, 99, None),
        ("scores of people", "scores of", 40, 99, None),
        ("several women", "several", 3, 9, None),
        ("several hundred women", "several hundred", 300, 999, None),
        ("a few guards", "a few", 3, 5, None),
        ("a couple of guards", "a couple of", 2, 2, None),
        ("a pair of guards", "a pair of", 2, 2, None),
        ("a number of reporters", "a number of", 2, None, None),
        ("“a number” of people", "a number” of", 2, None, None),
        ("hundreds fled", "hundreds", 200, 999, None),
        ("thousands fled", "thousands", 2_000, 9_999, None),
        ("tens of thousands fled", "tens of thousands", 20_000, 99_999, None),
        ("hundreds of thousands of people", "hundreds of thousands of", 200_000, 999_999, None),
        ("at least 12 killed", "at least 12", 12, None, AT_LEAST),
        ("At Least 12 Killed", "At Least 12", 12, None, AT_LEAST),
        ("no fewer than 12 killed", "no fewer than 12", 12, None, AT_LEAST),
        ("more than 100 hurt", "more than 100", 101, None, AT_LEAST),
        ("over 100 hurt", "over 100", 101, None, AT_LEAST),
        ("a toll that exceeded 100", "exceeded 100", 101, None, AT_LEAST),
        ("100+ hurt", "100+", 100, None, AT_LEAST),
        ("20 or more hurt", "20 or more", 20, None, AT_LEAST),
        ("Sixty people or more were hurt", "Sixty", 60, None, AT_LEAST),
        ("up to 20 men", "up to 20", 0, 20, UP_TO),
        ("as many as 20 men", "as many as 20", 0, 20, UP_TO),
        ("fewer than 10 men", "fewer than 10", 0, 9, UP_TO),
        ("nearly 50 men", "nearly 50", 50, 50, APPROXIMATE),
        ("about 40 men", "about 40", 40, 40, APPROXIMATE),
        ("some 40 men", "some 40", 40, 40, APPROXIMATE),
        ("an estimated 40 men", "an estimated 40", 40, 40, APPROXIMATE),
        ("40 or so men", "40 or so", 40, 40, APPROXIMATE),
        ("between 30 and 40 men", "between 30 and 40", 30, 40, None),
        ("30 to 40 men", "30 to 40", 30, 40, None),
        ("30-40 men", "30-40", 30, 40, None),
        ("30–40 men", "30–40", 30, 40, None),
        ("two or three men", "two or three", 2, 3, None),
        ("two to three hundred men", "two to three hundred", 200, 300, None),
        ("two attacks", "two", 2, 2, None),
        ("12 of the victims", "12", 12, 12, None),
        ("at least 2000 people", "at least 2000", 2_000, None, AT_LEAST),
        ("one of them fell", "one", 1, 1, None),
    ],
)
def test_the_codebooks_numbers(text: str, words: str, low: int, high: int | None, hedge: Hedge | None) -> None:
    assert told(text) == [(words, low, high, hedge)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2012",
        "on 18 February",
        "on February 18, 2022",
        "Feb. 18",
        "2019-05-12",
        "12/05/2019",
        "at 14:00",
        "at 2 p.m.",
        "at 0300 GMT",
        "a 20-year-old",
        "aged 20",
        "aged between 18 and 25",
        "Ali Kone, 20, fell",
        "Ali Kone (20) fell",
        "under 18",
        "it cost $31",
        "5 million euros",
        "20 percent",
        "20% of them",
        "30 km away",
        "two kilometres on",
        "7.62 mm",
        "60 kg",
        "the 33rd brigade",
        "AK-47",
        "T-72",
        "F-16",
        "Mi-8",
        "a Boeing 737",
        "Battalion 61",
        "won 3-2",
        "call 223 20 22 00 00",
        "+223 70-12-33-44",
        "9/11",
        "24/7",
        "one of the worst raids",
        "no one came",
        "one another",
        "five years",
        "for up to five years",
        "three more days",
        "two-thirds",
        "a ten-man patrol",
        "between 2012 and 2015",
        "the 2015 elections",
        "the so-called Three Borders region",
        "a soldier",
        "a guard[12] fell",
        "the guard scores a goal",
    ],
)
def test_what_counts_no_persons_is_left_out(text: str) -> None:
    assert told(text) == []


def test_a_change_is_no_range() -> None:
    assert [t[1:3] for t in told("the toll rose from fourteen to 31")] == [(14, 14), (31, 31)]


def test_a_number_does_not_run_over_a_paragraph() -> None:
    assert [t[1] for t in told("They were twenty\n\nTwo fled")] == [20, 2]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Seven fled. At least nine stayed."
    (found,) = find_numbers(text, 12, len(text))
    assert text[found.span.start : found.span.end] == "At least nine"


@given(st.integers(0, 10**7), st.booleans())
def test_words_are_read_back(number: int, joined: bool) -> None:
    assert [t[1:3] for t in told(f"{spell(number, joined=joined)} villagers")] == [(number, number)]


@given(st.integers(0, 10**7))
def test_digits_are_read_back(number: int) -> None:
    assert [t[1:3] for t in told(f"they were {number:,} villagers")] == [(number, number)]
    assert [t[1:3] for t in told(f"at least {number} people")] == [(number, None)]


PIECES = (
    "12|1,200| |-|–|and|to|between|hundred|one|twenty|dozen|a |more than |of|.|½|İ|٣|$|%|km|'|“|million|May|scores"
    "|a number|or|+|half|/|at least|\n|\u2028"
)


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map("".join)))
def test_any_text_gives_ordered_numbers_inside_it(text: str) -> None:
    found = find_numbers(text)
    for one, other in itertools.pairwise(found):
        assert one.span.end <= other.span.start
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.low >= 0
        assert mention.high is None or mention.high >= mention.low
        assert text[mention.span.start : mention.span.end].strip()


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 000 ", "one ", "two-", "between 1 and ", "a few ", "at least ", " ", "1-"]
)
def test_long_repetition_ends(piece: str) -> None:
    assert len(find_numbers(piece * 20_000)) <= 20_000
