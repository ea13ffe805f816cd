"""Spans and quotes: where words stand, and that they stand there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.model.span import Span
from tests.builders import report

_SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3), (-2, -1)])
def test_a_span_runs_forward_from_zero(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(start, end)


def test_an_empty_span_is_allowed_and_has_no_length() -> None:
    assert len(Span(3, 3)) == 0


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        (Span(0, 3), Span(3, 5), False),
        (Span(0, 4), Span(3, 5), True),
        (Span(3, 5), Span(0, 4), True),
        (Span(0, 9), Span(3, 5), True),
        (Span(6, 9), Span(3, 5), False),
    ],
)
def test_spans_are_half_open(one: Span, other: Span, overlaps: bool) -> None:
    assert one.overlaps(other) is overlaps


@pytest.mark.parametrize(
    ("outer", "inner", "contains"),
    [
        (Span(2, 6), Span(2, 6), True),
        (Span(2, 6), Span(3, 5), True),
        (Span(2, 6), Span(1, 5), False),
        (Span(2, 6), Span(3, 7), False),
    ],
)
def test_a_span_contains_what_lies_wholly_inside(outer: Span, inner: Span, contains: bool) -> None:
    assert outer.contains(inner) is contains


@given(_SPANS, _SPANS)
def test_the_cover_holds_both_and_touches_their_ends(one: Span, other: Span) -> None:
    cover = one.cover(other)
    assert cover.contains(one)
    assert cover.contains(other)
    assert len(cover) <= max(one.end, other.end) - min(one.start, other.start)
    assert cover == other.cover(one)


@given(_SPANS, _SPANS)
def test_overlap_is_to_share_a_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if len(one) and len(other):
        assert one.overlaps(other) is bool(shared)


def test_spans_sort_by_where_they_begin() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 5)]


@given(st.text(max_size=60), st.data())
def test_a_quote_is_the_text_at_its_span(text: str, data: st.DataObject) -> None:
    source = report(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = source.quote(Span(start, end))
    assert quote.text == source.text[quote.span.start : quote.span.end]
    assert len(quote.text) == len(quote.span)


def test_a_quote_counts_code_points_not_bytes() -> None:
    source = report("Un été à Ménaka 🌍 fini")
    assert source.quote(Span(18, 22)).text == "fini"


def test_a_quote_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond the text"):
        report("short").quote(Span(2, 6))
