from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.clean.digits import scaled_number, whole_number


@pytest.mark.parametrize(
    ("run", "value"),
    [
        ("0", 0),
        ("57", 57),
        ("1,200", 1_200),
        ("1 200", 1_200),
        ("1\u00a0200\u00a0000", 1_200_000),
        ("1'200", 1_200),
        ("1,00,000", 100_000),
        ("٣٥", 35),
        ("12,34", None),
        ("1,2345", None),
        ("3.5", None),
        ("7-9", None),
        ("", None),
        ("9" * 16, None),
        ("9" * 6_000, None),
    ],
)
def test_digits_with_and_without_separators(run: str, value: int | None) -> None:
    assert whole_number(run) == value


@pytest.mark.parametrize(
    ("run", "scale", "value"),
    [
        ("1.2", 1_000_000, 1_200_000),
        ("21", 1_000_000, 21_000_000),
        ("2.5", 1, None),
        ("1.25", 10, None),
        ("x", 10, None),
    ],
)
def test_a_number_times_a_scale_is_whole_or_nothing(run: str, scale: int, value: int | None) -> None:
    assert scaled_number(run, scale) == value


@given(st.integers(0, 10**12))
def test_grouped_digits_are_read_back(number: int) -> None:
    assert whole_number(f"{number:,}") == number
    assert whole_number(f"{number:,}".replace(",", "\u202f")) == number
    assert whole_number(str(number)) == number


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_none(run: str) -> None:
    value = whole_number(run)
    assert value is None or (value >= 0 and any(c.isdecimal() for c in run))
