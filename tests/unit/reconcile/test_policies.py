from __future__ import annotations

import pytest

from kibaru.errors import UsageError
from kibaru.lang.en.access import has_access
from kibaru.model.claim import Stance
from kibaru.model.values import Count
from kibaru.reconcile.policies import LOWEST, RANGE, UCDP, policy


def test_policies_are_found_by_name() -> None:
    assert [policy(name) for name in ("ucdp", "lowest", "range")] == [UCDP, LOWEST, RANGE]


def test_an_unknown_policy_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="ucdp, lowest, range"):
        policy("median")


def test_ucdp_ranks_claims_by_who_makes_them() -> None:
    order = [
        UCDP.rank(Stance.ADMISSION, access=False),
        UCDP.rank(Stance.THIRD_PARTY, access=True),
        UCDP.rank(Stance.REPORTER, access=False),
        UCDP.rank(Stance.THIRD_PARTY, access=False),
        UCDP.rank(Stance.ABOUT_ADVERSARY, access=False),
    ]
    assert order == [0, 1, 2, 3, 4]
    assert UCDP.rank(Stance.ABOUT_ADVERSARY, access=True) == 4


@pytest.mark.parametrize(
    ("words", "low", "high", "read"),
    [
        ("dozens of villagers", 24, 99, (12, 12)),
        ("hundreds", 200, 999, (100, 100)),
        ("tens of thousands", 20_000, 99_999, (10_000, 10_000)),
        ("several hundred men", 300, 999, (300, 300)),
        ("at least several", 3, None, (3, None)),
        ("12 of the hundreds", 12, 12, (12, 12)),
        ("30 to 40", 30, 40, (30, 40)),
    ],
)
def test_lowest_reads_number_words_as_acled_does(
    words: str, low: int, high: int | None, read: tuple[int, int | None]
) -> None:
    count = LOWEST.read(Count(low, high, words))
    assert (count.low, count.high) == read
    assert UCDP.read(Count(low, high, words)) == Count(low, high, words)


@pytest.mark.parametrize(
    ("name", "access"),
    [
        ("a hospital source", True),
        ("the UN", True),
        ("MINUSMA", True),
        ("United Nations", True),
        ("the Red Cross", True),
        ("medics", True),
        ("Dr Ali Keita, a surgeon", True),
        ("the mayor of Tillit", True),
        ("the governor", True),
        ("local officials", True),
        ("district administrator", True),
        ("residents", False),
        ("witnesses", False),
        ("local sources", False),
        ("the army", False),
        ("Sun", False),
        ("unions", False),
        ("officials", False),
    ],
)
def test_who_has_access_to_the_facts(name: str, access: bool) -> None:
    assert has_access(name) is access
