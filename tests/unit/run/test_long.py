"""Reports that are absurdly long: work grows with their length, and what could not be read at once is told."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kibaru import Pipeline
from kibaru.lang.en.sentences import split_sentences
from kibaru.model.incident import Record
from kibaru.read import ReadOptions, make_report


def coded(text: str) -> Record:
    return Pipeline().code(make_report(text, options=ReadOptions(published=date(2024, 5, 6))))


def one_sentence(times: int) -> str:
    return "Gunmen killed five soldiers, " * times + "."


def with_speaker(times: int) -> str:
    return "Gunmen killed five soldiers and three civilians in Gao, the army said, and " * times


def many_sentences(times: int) -> str:
    return " ".join(f"Gunmen killed {i} soldiers near Gao on Friday, the army said." for i in range(times))


def calls(text: str) -> int:
    """How many functions, generators' steps included, are entered while a text is coded."""
    count = 0

    def tick(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        coded(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("write", [one_sentence, with_speaker, many_sentences])
def test_twice_the_text_is_about_twice_the_work(write: Callable[[int], str]) -> None:
    coded(write(2))
    assert calls(write(600)) < 2.3 * calls(write(300))


def test_a_sentence_that_is_cut_is_told() -> None:
    record = coded(one_sentence(300))
    told = [i for i in record.extraction.issues if i.code == "text.sentence-too-long"]
    assert len(told) == 1
    assert told[0].span is not None


def test_an_ordinary_report_has_no_such_issue() -> None:
    assert not [i for i in coded(many_sentences(60)).extraction.issues if i.code == "text.sentence-too-long"]


def test_no_figure_of_a_long_report_is_lost() -> None:
    record = coded(many_sentences(700))
    lows = {c.value.count.low for i in record.incidents for m in i.mentions for c in m.tolls}
    assert lows == set(range(700))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(["men", "five", ",", ";", "“", "İstanbul", "army's", "U.S."]), min_size=501, max_size=1600)
)
def test_the_pieces_of_a_long_sentence_leave_no_word_out(words: list[str]) -> None:
    text = " ".join(words)
    sentences = split_sentences(text)
    assert "".join("".join(text[s.span.start : s.span.end].split()) for s in sentences) == "".join(words)
    for sentence in sentences:
        assert len(sentence.tokens) <= 500
        assert len(sentence.lower) == sentence.span.end - sentence.span.start
        for token in sentence.tokens:
            assert sentence.span.start <= token.start < token.end <= sentence.span.end
