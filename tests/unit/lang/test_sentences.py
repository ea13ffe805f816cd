"""Sentences and words: where one ends, also in glued text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.lang.en.numbers import lower_case
from kibaru.lang.en.sentences import split_sentences, tokenize


def told(text: str) -> list[str]:
    return [text[s.span.start : s.span.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five died. Ten fled.", ["Five died.", "Ten fled."]),
        ("Gen. Abdou spoke. He left.", ["Gen. Abdou spoke.", "He left."]),
        ("The U.S. army left. It was late.", ["The U.S. army left.", "It was late."]),
        ("Attack in Dori\n\nFive died in Dori.", ["Attack in Dori", "Five died in Dori."]),
        ("He was killed.The army denied it.", ["He was killed.", "The army denied it."]),
        ("“We saw them.” The army left.", ["“We saw them.”", "The army left."]),
        ("“Stop!” he said. They ran.", ["“Stop!” he said.", "They ran."]),
        ("It cost 3.5 million. No one paid.", ["It cost 3.5 million.", "No one paid."]),
        ("", []),
        ("   \n\n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@given(st.text(max_size=300))
def test_spans_run_forward_and_miss_no_word(text: str) -> None:
    sentences = split_sentences(text)
    last = 0
    for sentence in sentences:
        assert sentence.span.start >= last
        assert text[last : sentence.span.start].strip() == ""
        last = sentence.span.end
    assert text[last:].strip() == ""


@given(st.text(max_size=200))
def test_tokens_lie_in_order_inside_the_text(text: str) -> None:
    last = 0
    for token in tokenize(text, 0, lower_case(text)):
        assert last <= token.start < token.end <= len(text)
        last = token.end


def test_a_possessive_is_a_word_of_its_own() -> None:
    text = "Mali’s army"
    assert [t.lower for t in tokenize(text, 0, lower_case(text))] == ["mali", "'s", "army"]
