"""Cues of English sentences."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kibaru.lang.en import cues
from kibaru.model.reading import Cue


@pytest.mark.parametrize("cue", list(Cue), ids=lambda cue: cue.value)
def test_what_a_pattern_matches_has_one_of_its_letters(cue: Cue) -> None:
    """The letters spare the pattern a sentence; they must never hide a cue that the pattern would find."""
    letters = cues._LETTERS[cue].split("|")
    pattern = re.compile(cues._PATTERNS[cue], re.ASCII)

    @settings(max_examples=300, deadline=None)
    @given(st.from_regex(pattern))
    def holds(sentence: str) -> None:
        assert any(each in sentence for each in letters), sentence

    holds()


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The death toll has risen to 14.", Cue.UPDATE),
        ("Thousands have been killed since 2012.", Cue.CUMULATIVE),
        ("In a separate attack, two farmers were shot.", Cue.ANOTHER),
        ("No group has claimed responsibility.", Cue.NO_CLAIM),
        ("Three people died when a wall collapsed.", Cue.OUT_OF_SCOPE),
        ("Who was behind it?", Cue.QUESTION),
        ("A lion killed two herders.", Cue.OUT_OF_SCOPE),
        ("Crash", Cue.OUT_OF_SCOPE),
    ],
)
def test_a_cue_is_found(sentence: str, cue: Cue) -> None:
    assert cue in cues.find_cues(sentence.lower())


@pytest.mark.parametrize("sentence", ["Gunmen BLAMED the army.", "It took credit.", "The group behind the raid fled."])
def test_a_sentence_on_blame_is_known(sentence: str) -> None:
    assert cues.speaks_of_blame(sentence.lower())


def test_a_discredited_claim_is_no_blame() -> None:
    assert not cues.speaks_of_blame("the discredited report was withdrawn.")


@pytest.mark.parametrize(
    "sentence", ["A million fled the rebellion.", "The crashing_1 of it.", "Soldiers of the battalion shot."]
)
def test_a_word_inside_another_carries_no_cue(sentence: str) -> None:
    assert Cue.OUT_OF_SCOPE not in cues.find_cues(sentence.lower())


@pytest.mark.parametrize(
    ("sentence", "usual"),
    [
        ("Two groups, one linked to al-Qaeda, fight one another far from any tarred road.", True),
        ("Bandits raid villages in the area.", True),
        ("The army fled the fight.", False),
        ("Gunmen attacked a patrol that roams the hills.", False),
        ("The army suspects bandits, who raid villages in the area.", False),
        ("Two attacks near the town.", False),
    ],
)
def test_the_usual_is_told_in_the_present_and_beside_nothing_that_happened(sentence: str, usual: bool) -> None:
    assert cues.tells_the_usual(sentence.lower()) is usual
