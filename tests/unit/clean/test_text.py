import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.clean.text import canonical, without
from kibaru.model.span import Span

# Letters with marks in both forms, Hangul in pieces, marks that sort, invisible ones, line ends, a lone surrogate.
ODD = st.text(
    st.sampled_from(
        "ab é\u0301\u0316e\u0308\u0344\u212b\u1100\u1161\u11a8각\u09c7\u09be"
        "\u200b\u202e\ufeff\u00ad\r\n\x0c\u2028\x07\ud800\U000e0041"
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\r\ntwo\rthree\x0cfour\u2028five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("\ufeffse\u200bven sol\u00addiers", "seven soldiers"),
        ("the \u202earmy\u202c of \u2066Mali\u2069", "the army of Mali"),
        ("a\x00b\x1b[0mc\td", "ab[0mc\td"),
        ("Me\u0301naka and Go\u0308rom", "Ménaka and Görom"),
        ("e\u200b\u0301", "é"),
        ("lone \ud800 end", "lone \ufffd end"),
        ("hidden\U000e0041\U000e0042 tags", "hidden tags"),
        ("  spaces,\u00a0kept \n\n as they are ", "  spaces,\u00a0kept \n\n as they are "),
    ],
)
def test_canonical_form(raw: str, text: str) -> None:
    assert canonical(raw).text == text


def test_positions_lead_back_past_what_was_removed_and_folded() -> None:
    raw = "\ufeffGao\r\nMe\u0301naka\u200b fell"
    result = canonical(raw)
    assert result.text == "Gao\nMénaka fell"
    for letter in "GaoMnkfl":
        assert raw[result.offsets.to_input(result.text.index(letter))] == letter
    assert raw[result.offsets.to_input(result.text.index("é"))] == "e"


@given(ODD | st.text(max_size=60))
def test_every_position_leads_to_the_same_character_or_to_one_that_was_folded(raw: str) -> None:
    result = canonical(raw)
    assert unicodedata.is_normalized("NFC", result.text)
    last = -1
    for position, char in enumerate(result.text):
        at = result.offsets.to_input(position)
        assert at >= last
        last = at
        if char == "\n":
            assert raw[at] in "\n\r\x0b\x0c\x85\u2028\u2029"
        elif char == "\ufffd":
            assert raw[at] == "\ufffd" or "\ud800" <= raw[at] <= "\udfff"
        else:
            parts = set(unicodedata.normalize("NFD", char))
            assert parts & set(unicodedata.normalize("NFD", raw[at])) or unicodedata.combining(char)


@given(ODD)
def test_canonical_form_is_a_fixed_point(raw: str) -> None:
    once = canonical(raw).text
    again = canonical(once)
    assert again.text == once
    assert again.offsets.runs == ((0, 0),)


@given(st.text("abc\n", max_size=80))
def test_plain_text_comes_back_unchanged(raw: str) -> None:
    assert canonical(raw).text == raw
    assert canonical(raw).offsets.runs == ((0, 0),)


@given(ODD, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8)), max_size=5))
def test_what_is_taken_out_shifts_the_map(raw: str, cuts: list[tuple[int, int]]) -> None:
    whole = canonical(raw)
    spans: list[Span] = []
    for start, length in sorted(cuts):
        first = max(start, spans[-1].end if spans else 0)
        if first < len(whole.text):
            spans.append(Span(first, min(first + length, len(whole.text))))
    kept = "".join(c for i, c in enumerate(whole.text) if not any(s.start <= i < s.end for s in spans))
    result = without(whole, spans)
    assert result.text == unicodedata.normalize("NFC", kept)
    if result.text == kept:
        places = [i for i in range(len(whole.text)) if not any(s.start <= i < s.end for s in spans)]
        assert [result.offsets.to_input(i) for i in range(len(kept))] == [whole.offsets.to_input(i) for i in places]


def test_a_letter_under_thousands_of_marks_keeps_thirty() -> None:
    # Sorting unordered marks takes quadratic time: without the bound this would run for hours.
    text = canonical("a" + "\u0316\u0301" * 500_000 + "b").text
    assert text.startswith(("a", "á"))
    assert text.endswith("b")
    assert len(text) <= 33
