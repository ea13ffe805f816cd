""" "It" and "they" for the one group or force that the sentence before tells of."""

from __future__ import annotations

import pytest

from tests.unit.identify.find import mentions, rows

HARAM, ARMY = "Boko Haram", "Malian Armed Forces"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Boko Haram attacked the town. It said so on Friday.", "It", HARAM),
        ("On Friday, Boko Haram attacked the town. It has claimed more attacks.", "It", HARAM),
        ("The Malian army raided a village. It denied the report.", "It", ARMY),
        ("Boko Haram accepted blame for a raid in Mali. It claimed more.", "It", HARAM),
        ("Boko Haram attacked a Malian town. It claimed more.", "It", HARAM),
        ("Boko Haram attacked a town. They burned a market.", "They", HARAM),
        ("Boko Haram fighters attacked a town. They killed a trader.", "They", HARAM),
        ("Malian soldiers attacked a village. They later killed a trader.", "They", ARMY),
        ("Boko Haram killed Emmanuel Macron. It vowed more.", "It", HARAM),
    ],
)
def test_the_subject_of_the_sentence_before(text: str, words: str, name: str) -> None:
    assert (words, name) in {(w, n) for w, role, n in rows(text) if role in {"group", "force"}}


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram attacked the army of Mali. It said so on Friday.",
        "Boko Haram attacked Mali. It said so on Friday.",
        "The bomb of Boko Haram went off. It said so.",
        "A man saw Boko Haram. It said so.",
        "Boko Haram's leader spoke. It said so.",
        "Boko Haram fighters attacked a town. It said so.",
        "The Malian army spokesman spoke. It said so.",
        "Boko Haram attacked a town. It was not clear why.",
        "Boko Haram set off a bomb. It killed a trader.",
        "Boko Haram attacked a town. It rained.",
        "Boko Haram attacked traders. They killed a guard.",
        "Boko Haram attacked people there. They said so.",
        "Boko Haram attacked a town. They fled.",
        "Boko Haram attacked. A well dried up. It said so.",
        "It said so. Boko Haram attacked.",
        "Boko Haram attacked a town. IT said so.",
    ],
)
def test_where_another_may_be_meant_nobody_is(text: str) -> None:
    assert not {words for words, _, _ in rows(text)} & {"It", "They", "IT"}


def test_the_reason_says_what_it_rests_on() -> None:
    *_, last = mentions("Boko Haram attacked the town. It said so.")
    assert last.why.startswith("“it” for the subject of the sentence before")
    assert last.confidence < 0.6
