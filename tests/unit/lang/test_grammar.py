"""Who does what to whom: parties, voices and roles."""

import pytest

from kibaru.model.mention import Modality
from tests.unit.lang.reading import Told


@pytest.mark.parametrize(
    ("sentence", "word", "agents", "patients"),
    [
        ("Gunmen killed 12 farmers in a village.", "killed", ["Gunmen"], ["12 farmers"]),
        ("Twelve farmers were killed by gunmen on motorbikes.", "killed", ["gunmen"], ["Twelve farmers"]),
        ("Twelve farmers killed in a raid were buried.", "killed", [], ["Twelve farmers"]),
        ("An explosion at a market killed five and wounded 110 others.", "wounded", [], ["110 others"]),
        ("Five people were killed and 30 others wounded when a bomb exploded.", "wounded", [], ["30 others"]),
        ("Fighting between soldiers and rebels left 20 dead.", "fighting", ["soldiers"], ["rebels"]),
        ("Two women and a man were injured.", "injured", [], ["Two women", "man"]),
        (
            "Residents said gunmen opened fire on a bus, killing six passengers.",
            "killing",
            ["gunmen"],
            ["six passengers"],
        ),
        ("The rebels said they had killed 30 soldiers.", "killed", ["rebels"], ["30 soldiers"]),
        ("The killing of three teachers by militants shocked the town.", "killing", ["militants"], ["three teachers"]),
        (
            "Three officers, two soldiers and a civilian died.",
            "died",
            [],
            ["Three officers", "two soldiers", "civilian"],
        ),
        ("A commander, a militia leader, was killed.", "killed", [], ["commander"]),
    ],
)
def test_roles_follow_voice_and_position(sentence: str, word: str, agents: list[str], patients: list[str]) -> None:
    assert Told(sentence).roles(word) == (agents, patients)


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("The bomb hit a rebel base.", []),
        ("A local official died.", ["local official"]),
        ("About 40 armed rebels and a hospital doctor died.", ["About 40 armed rebels", "hospital doctor"]),
        ("In the attack 57 “terrorists” died.", ["57 “terrorists”"]),
        ("The bomb hit the police station.", []),
    ],
)
def test_noun_phrases_for_people(sentence: str, parties: list[str]) -> None:
    assert Told(sentence).parties() == parties


@pytest.mark.parametrize(
    ("sentence", "word", "modality"),
    [
        ("Militants plan to attack the town.", "attack", Modality.PLANNED),
        ("The group denied killing the villagers.", "killing", Modality.DENIED),
        ("Rebels could attack the town.", "attack", Modality.HYPOTHETICAL),
        ("Rebels attacked the town.", "attacked", Modality.ASSERTED),
        ("The rebels will attack the town.", "attack", Modality.PLANNED),
    ],
)
def test_modality(sentence: str, word: str, modality: Modality) -> None:
    assert Told(sentence).trigger(word).modality is modality


def test_a_negated_casualty_is_marked() -> None:
    assert Told("There were no casualties in the town.").trigger("casualties").negated


def test_a_participle_inside_a_noun_phrase_is_no_deed() -> None:
    assert Told("The captured fighters were fed.").reading.triggers == ()


def test_a_noun_that_looks_like_a_verb_is_none() -> None:
    assert Told("The fire spread to the market.").reading.triggers == ()
