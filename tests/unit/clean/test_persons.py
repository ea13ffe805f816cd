"""Likeness of personal names: what may be left out, what contradicts, what comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.clean.persons import person_similarity

NAMES = st.lists(st.text(alphabet="abdefghiklmnoprstuyéï", min_size=2, max_size=9), min_size=1, max_size=4).map(
    " ".join
)


@given(NAMES, NAMES)
def test_symmetric_and_within_bounds(one: str, other: str) -> None:
    score = person_similarity(one, other)
    assert 0.0 <= score <= 1.0
    assert score == person_similarity(other, one)


@given(NAMES)
def test_a_name_is_itself_in_any_case(name: str) -> None:
    assert person_similarity(name, name.upper()) == 1.0


@pytest.mark.parametrize(
    ("name", "same", "stranger"),
    [
        ("Akhtar Mohammad Mansour", "Akhtar Mansour", "Akhtar Mohammad Kakar"),
        ("Assimi Goïta", "Asmi Gueta", "Choguel Maïga"),
        ("Amadou Koufa", "Hamadoun Kouffa", "Amadou Toumani Touré"),
        ("Jean-Claude Juncker", "J.-C. Juncker", "Jean-Luc Juncker"),
        ("Isa bin Tarif", "Shaikh Isa Ben Tarif", "Tarif bin Isa"),
        ("Vladimir Putin", "Владимир Путин", "Vladimir Popov"),
        ("Mali Sadio Camara", "Camara, Mali Sadio", "Camara Mali Sadio"),
        ("Nikolai Patrushev", "Nikolai Patr ushev", "Nikolai Petrenko"),
    ],
)
def test_one_person_before_strangers(name: str, same: str, stranger: str) -> None:
    assert person_similarity(name, same) > person_similarity(name, stranger)


@pytest.mark.parametrize(("one", "other"), [("", "Assimi Goïta"), ("...", "..."), ("Assimi Goïta", "宋美齢")])
def test_what_cannot_be_compared_is_unlike(one: str, other: str) -> None:
    assert person_similarity(one, other) == 0.0
