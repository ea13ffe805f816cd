from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.model.claim import Claim, Claimant, Stance
from kibaru.model.mention import Mention, Modality
from kibaru.model.report import Report
from kibaru.model.span import Span
from kibaru.model.values import CasualtyKind, EventKind, Group, Hedge, Toll
from kibaru.reconcile.policies import LOWEST, RANGE, UCDP, Policy
from kibaru.reconcile.tolls import reconcile
from tests.builders import mention, report, toll

TEXT = "The clash left many dead. " + " ".join(f"word{n}" for n in range(200))
SOURCE = report(TEXT)
A, B, CIVILIANS, UNKNOWN = Group.SIDE_A, Group.SIDE_B, Group.CIVILIANS, Group.UNKNOWN
ADMISSION, ADVERSARY, THIRD, REPORTER = (
    Stance.ADMISSION,
    Stance.ABOUT_ADVERSARY,
    Stance.THIRD_PARTY,
    Stance.REPORTER,
)
KIND = EventKind("Battles", "Armed clash", "ASSAULT")


class Teller:
    """Makes claims that each stand on words of their own, as in a report."""

    def __init__(self, source: Report = SOURCE) -> None:
        self.source = source
        self.at = 30

    def says(
        self, who: str | None, group: Group, low: int, high: int | None, stance: Stance = THIRD, **fields: Any
    ) -> Claim[Toll]:
        self.at += 1
        words = self.source.quote(Span(self.at, self.at + 5))
        by = Claimant(who) if who else None
        return toll(words, low, high, group, claimant=by, stance=stance, **fields)

    def tells(self, *claims: Claim[Toll], **fields: Any) -> Mention:
        return mention(self.source, self.source.quote(Span(4, 9)), KIND, tolls=claims, **fields)


def figures(policy: Policy, *mentions: Mention) -> tuple[int, int | None, int | None]:
    told = reconcile(mentions, policy)
    assert told.policy == policy.name
    assert told.because
    return told.low, told.best, told.high


def test_a_clash_with_an_admission_and_a_claim_about_the_adversary() -> None:
    t = Teller()
    army = "the army"
    clash = t.tells(
        t.says(army, A, 8, 8, ADMISSION),
        t.says(army, B, 57, 57, ADVERSARY),
        t.says(army, B, 0, 57, ADVERSARY, hedge=Hedge.NEUTRALISED),
    )
    told = reconcile((clash,), UCDP)
    assert (told.low, told.best, told.high) == (8, 65, 65)
    assert (told.deaths_a, told.deaths_b, told.deaths_civilians, told.deaths_unknown) == (8, 57, 0, 0)
    assert told.because == (
        "side A 8: the army, on its own losses; "
        "side B 57: the army, about its adversary; no other side speaks, so low 0"
    )
    assert figures(LOWEST, clash) == (65, 65, 65)
    assert figures(RANGE, clash) == (65, None, 65)


def test_an_approximate_number_stands_both_ways() -> None:
    t = Teller()
    told = t.tells(t.says("local sources", CIVILIANS, 40, 40, hedge=Hedge.APPROXIMATE))
    assert figures(UCDP, told) == (40, 40, 40)
    assert reconcile((told,), UCDP).deaths_civilians == 40


@pytest.mark.parametrize(
    ("claims", "best"),
    [
        ([("the army", ADMISSION, 10), ("a hospital", THIRD, 12), (None, REPORTER, 9)], 10),
        ([("a hospital", THIRD, 12), (None, REPORTER, 9), ("residents", THIRD, 20)], 12),
        ([(None, REPORTER, 9), ("residents", THIRD, 7)], 9),
        ([("residents", THIRD, 20), ("the rebels", ADVERSARY, 30)], 20),
        ([("residents", THIRD, 20), ("a shepherd", THIRD, 15)], 15),
        ([("a hospital", THIRD, 12), ("the UN", THIRD, 14)], 12),
    ],
)
def test_ucdp_leans_on_the_claim_that_ranks_highest(claims: list[tuple[str | None, Stance, int]], best: int) -> None:
    t = Teller()
    told = t.tells(*(t.says(who, A, n, n, stance) for who, stance, n in claims))
    numbers = [n for _, _, n in claims]
    assert figures(UCDP, told) == (min(numbers), best, max(numbers))
    assert figures(RANGE, told) == (min(numbers), None, max(numbers))
    assert figures(LOWEST, told)[1] == min(numbers)


def test_an_open_claim_leaves_high_open() -> None:
    t = Teller()
    told = t.tells(t.says("medics", CIVILIANS, 12, None, hedge=Hedge.AT_LEAST), t.says("the army", A, 3, 3, ADMISSION))
    assert figures(UCDP, told) == (15, 15, None)


def test_up_to_twenty_is_twenty_at_best_and_none_at_least() -> None:
    t = Teller()
    assert figures(UCDP, t.tells(t.says("medics", CIVILIANS, 0, 20, hedge=Hedge.UP_TO))) == (0, 20, 20)


def test_neutralised_alone_gives_no_lowest_number() -> None:
    t = Teller()
    alone = t.tells(t.says("the army", B, 0, 30, ADVERSARY, hedge=Hedge.NEUTRALISED))
    assert figures(UCDP, alone) == (0, 30, 30)
    assert figures(RANGE, alone) == (0, None, 30)
    beside = t.tells(t.says("the army", B, 0, 30, ADVERSARY, hedge=Hedge.NEUTRALISED), t.says("residents", B, 12, 12))
    assert figures(UCDP, beside) == (12, 12, 30)


def test_a_bare_plural_stands_only_alone() -> None:
    t = Teller()
    bare = t.says(None, CIVILIANS, 2, None, REPORTER, hedge=Hedge.UNSTATED)
    assert figures(UCDP, t.tells(bare)) == (2, 2, None)
    assert figures(UCDP, t.tells(bare, t.says("medics", CIVILIANS, 9, 9))) == (9, 9, 9)


def test_parts_are_not_added_to_their_whole() -> None:
    t = Teller()
    whole = t.says("medics", CIVILIANS, 40, 40)
    women = t.says("medics", CIVILIANS, 8, 8, part_of=whole.id)
    assert figures(UCDP, t.tells(whole, women)) == (40, 40, 40)


def test_parts_are_added_up_where_the_whole_counts_something_else() -> None:
    t = Teller()
    harmed = t.says("medics", CIVILIANS, 40, 40, kind=CasualtyKind.KILLED_OR_INJURED)
    women = t.says("medics", CIVILIANS, 8, 8, part_of=harmed.id)
    men = t.says("medics", CIVILIANS, 5, 5, part_of=harmed.id)
    told = reconcile((t.tells(harmed, women, men),), UCDP)
    assert (told.low, told.best, told.high) == (13, 13, 13)
    assert "a sum of parts" in told.because
    assert "not counted" in told.because


def test_a_group_inside_anothers_number_is_counted_once() -> None:
    t = Teller()
    whole = t.says("medics", UNKNOWN, 40, 40)
    soldiers = t.says("medics", A, 8, 8, part_of=whole.id)
    told = reconcile((t.tells(whole, soldiers),), UCDP)
    assert (told.low, told.best, told.high) == (40, 40, 40)
    assert (told.deaths_a, told.deaths_unknown) == (8, 32)
    assert "counted once" in told.because


def test_only_the_killed_of_what_happened_are_counted() -> None:
    t = Teller()
    hurt = t.tells(t.says("medics", CIVILIANS, 40, 40, kind=CasualtyKind.INJURED))
    assert figures(UCDP, hurt) == (0, 0, 0)
    planned = t.tells(t.says("medics", CIVILIANS, 9, 9), modality=Modality.PLANNED)
    assert figures(UCDP, planned) == (0, 0, 0)
    assert figures(RANGE, planned) == (0, None, 0)


def test_of_each_source_the_latest_report_counts() -> None:
    first, second = Teller(), Teller(report(TEXT + " Later."))
    early = first.tells(first.says("the army", A, 8, 8, ADMISSION), first.says("a hospital", A, 11, 11))
    late = second.tells(second.says("The army", A, 10, 10, ADMISSION))
    assert figures(UCDP, early, late) == (10, 10, 11)
    assert figures(UCDP, late, early) == (8, 8, 11)


def test_copies_of_a_report_count_once() -> None:
    first, copy = Teller(), Teller(report(TEXT, url="https://example.org/copy"))
    told = [t.tells(t.says(None, A, 8, 8, REPORTER), t.says("medics", CIVILIANS, 5, 5)) for t in (first, copy)]
    assert reconcile(told, UCDP) == reconcile(told[:1], UCDP)


def test_lowest_reads_dozens_as_twelve() -> None:
    t = Teller(report(TEXT.replace("word1 ", "dozens of them ")))
    words = t.source.quote(Span(t.source.text.index("dozens"), t.source.text.index("dozens") + 6))
    told = t.tells(toll(words, 24, 99, CIVILIANS, claimant=Claimant("medics"), stance=THIRD))
    assert figures(LOWEST, told) == (12, 12, 12)
    assert figures(UCDP, told) == (24, 24, 99)


@st.composite
def tellings(draw: st.DrawFn) -> tuple[Claim[Toll], ...]:
    t = Teller()
    claims: list[Claim[Toll]] = []
    for _ in range(draw(st.integers(0, 6))):
        low = draw(st.integers(0, 50))
        high = draw(st.none() | st.integers(low, 90))
        hedges = [None, Hedge.UNSTATED] if high is None else [None, Hedge.UP_TO, Hedge.NEUTRALISED, Hedge.APPROXIMATE]
        claims.append(
            t.says(
                draw(st.sampled_from([None, "the army", "a hospital", "residents", "the rebels"])),
                draw(st.sampled_from(Group)),
                low,
                high,
                draw(st.sampled_from(Stance)),
                hedge=draw(st.sampled_from(hedges)),
                part_of=draw(st.none() | st.sampled_from([c.id for c in claims])) if claims else None,
            )
        )
    return tuple(claims)


@given(tellings(), st.randoms(use_true_random=False), st.sampled_from([UCDP, LOWEST, RANGE]))
def test_figures_are_ordered_and_do_not_depend_on_the_order_of_claims(
    claims: tuple[Claim[Toll], ...], random: Any, policy: Policy
) -> None:
    t = Teller()
    told = reconcile((t.tells(*claims),), policy)
    assert told.high is None or told.low <= told.high
    assert told.best is None or (told.low <= told.best and (told.high is None or told.best <= told.high))
    assert (told.best is None) is (policy is RANGE)
    groups = (told.deaths_a, told.deaths_b, told.deaths_civilians, told.deaths_unknown)
    assert told.best is None or told.best == sum(n for n in groups if n is not None)
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert reconcile((t.tells(*shuffled),), policy) == told
    assert reconcile((t.tells(*claims, *claims[:2]),), policy) == told
    again = replace(t.tells(*claims), id="again")
    assert reconcile((t.tells(*claims), again), policy) == told
