"""Claims: words or the reason why there are none, and an id that outlives the rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kibaru.model.claim import Claim, Claimant, Origin, Slot
from kibaru.model.values import CasualtyKind, Count, Group, Hedge, Toll
from tests.builders import ORIGIN, claim, quote, report, toll

STORY = report()
EIGHT = quote(STORY, "eight of its soldiers")
ARMY = Claimant("Malian Armed Forces", quote(STORY, "The Malian army"))


def eight(**fields: object) -> Claim[Toll]:
    return toll(EIGHT, 8, 8, Group.SIDE_A, claimant=ARMY, **fields)


def test_a_claim_has_words_or_says_why_not() -> None:
    with pytest.raises(ValueError, match="quotes or says why"):
        Claim(Slot.WEAPON, "rifles", (), ORIGIN, 0.5)
    with pytest.raises(ValueError, match="quotes or says why"):
        Claim(Slot.WEAPON, "rifles", (EIGHT,), ORIGIN, 0.5, ungrounded="taken from the context")


@pytest.mark.parametrize("confidence", [-0.01, 1.01, 90.0])
def test_confidence_runs_from_zero_to_one(confidence: float) -> None:
    with pytest.raises(ValueError, match="0 to 1"):
        eight(confidence=confidence)


def test_the_id_is_the_same_each_time() -> None:
    assert eight().id == eight().id


def test_the_id_does_not_depend_on_who_found_it_or_how_sure() -> None:
    other = eight(origin=Origin("model.heads", "7", "read by a model"), confidence=0.1, hedge=Hedge.APPROXIMATE)
    assert other.id == eight().id


def test_the_id_does_not_depend_on_the_whole_it_is_part_of() -> None:
    part = replace(eight(), value=replace(eight().value, part_of="c000000000000"))
    assert part.id == eight().id


@pytest.mark.parametrize(
    "other",
    [
        toll(EIGHT, 8, None, Group.SIDE_A, claimant=ARMY),
        toll(EIGHT, 8, 8, Group.SIDE_B, claimant=ARMY),
        toll(EIGHT, 8, 8, Group.SIDE_A, claimant=ARMY, kind=CasualtyKind.INJURED),
        toll(EIGHT, 8, 8, Group.SIDE_A, claimant=Claimant("a hospital", EIGHT)),
        toll(EIGHT, 8, 8, Group.SIDE_A),
        toll(quote(STORY, "57"), 8, 8, Group.SIDE_A, claimant=ARMY),
        claim(Slot.TOTAL, Toll(CasualtyKind.KILLED, Group.SIDE_A, Count(8, 8, EIGHT.text)), EIGHT, claimant=ARMY),
    ],
    ids=["count", "group", "kind", "claimant", "reporter", "words", "slot"],
)
def test_another_value_speaker_or_place_is_another_claim(other: Claim[Toll]) -> None:
    assert other.id != eight().id
