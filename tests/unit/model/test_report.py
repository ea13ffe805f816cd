"""Identities: what makes two reports one, and what makes them two."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.model.report import OffsetMap, digest, report_id, text_id

DAY = date(2022, 2, 19)
WIRE = b"Eight soldiers die in a fight."
BASE = report_id(WIRE, "https://a.example/1", "A", DAY)


def test_a_report_is_its_bytes_address_publisher_and_day() -> None:
    assert report_id(WIRE, "https://a.example/1", "A", DAY) == BASE


@pytest.mark.parametrize(
    "other",
    [
        report_id(WIRE + b" ", "https://a.example/1", "A", DAY),
        report_id(WIRE, "https://a.example/2", "A", DAY),
        report_id(WIRE, None, "A", DAY),
        report_id(WIRE, "https://a.example/1", "B", DAY),
        report_id(WIRE, "https://a.example/1", None, DAY),
        report_id(WIRE, "https://a.example/1", "A", date(2022, 2, 20)),
        report_id(WIRE, "https://a.example/1", "A", None),
    ],
    ids=["bytes", "url", "no url", "publisher", "no publisher", "day", "no day"],
)
def test_each_of_them_makes_another_report(other: str) -> None:
    assert other != BASE


def test_one_wire_text_in_two_outlets_is_two_reports_with_one_text() -> None:
    text = WIRE.decode()
    assert report_id(WIRE, None, "A", DAY) != report_id(WIRE, None, "B", DAY)
    assert text_id(text) == hashlib.sha256(WIRE).hexdigest()


@given(st.lists(st.binary(max_size=6), max_size=4), st.lists(st.binary(max_size=6), max_size=4))
def test_parts_of_a_digest_do_not_run_into_one_another(one: list[bytes], other: list[bytes]) -> None:
    assert (digest(*one) == digest(*other)) is (one == other)


def test_letters_cannot_move_from_address_to_publisher() -> None:
    assert report_id(WIRE, "ab", "c", None) != report_id(WIRE, "a", "bc", None)


@pytest.mark.parametrize(
    ("position", "there"),
    [(0, 3), (4, 7), (5, 10), (9, 14), (10, 40), (25, 55)],
)
def test_offsets_follow_the_run_they_stand_in(position: int, there: int) -> None:
    assert OffsetMap(((0, 3), (5, 10), (10, 40))).to_input(position) == there


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), min_size=1, max_size=8))
def test_offsets_lead_back_to_the_letters_that_were_kept(pieces: list[tuple[int, int]]) -> None:
    """Each piece is some kept letters and then some removed ones."""
    kept: list[int] = []
    runs: list[tuple[int, int]] = []
    position = 0
    for keep, drop in pieces:
        runs.append((len(kept), position))
        kept.extend(range(position, position + keep))
        position += keep + drop
    offsets = OffsetMap(tuple(runs))
    assert [offsets.to_input(k) for k in range(len(kept))] == kept
