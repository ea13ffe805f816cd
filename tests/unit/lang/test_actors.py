from __future__ import annotations

import pytest

from kibaru.lang.en import actors as english
from kibaru.model.values import ActorKind


@pytest.mark.parametrize(
    ("phrase", "count", "role"),
    [
        ("army said", 1, "military"),
        ("security forces fired", 2, "military"),
        ("police officers fled", 2, "police"),
        ("foreign ministry spokesman said", 3, "government"),
        ("ministry of foreign affairs said", 4, "government"),
        ("minister of state for nothing", 3, "government"),
        ("gendarmes came", 1, "gendarmerie"),
        ("president of ghana", 1, "government"),
    ],
)
def test_nouns_of_states(phrase: str, count: int, role: str) -> None:
    assert english.state_noun(phrase.split(), 0) == (count, role)


@pytest.mark.parametrize("phrase", ["herders fled", "rebels", "gunmen of"])
def test_other_nouns_are_no_states(phrase: str) -> None:
    assert english.state_noun(phrase.split(), 0) is None


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("army", (1, "military", True)),
        ("riot police", (2, "police", False)),
        ("ministry of health", (3, "government", True)),
        ("ministry", None),
        ("soldiers", None),
    ],
)
def test_institutions_without_a_country(phrase: str, found: tuple[int, str, bool] | None) -> None:
    assert english.bare_noun(phrase.split(), 0) == found


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("said interior minister", 1),
        ("with former president", 1),
        ("led by colonel", 2),
        ("and secretary of state", 1),
        ("the merchant", 2),
        ("in state", 2),
    ],
)
def test_words_of_office_before_a_name(phrase: str, first: int) -> None:
    words = phrase.split()
    assert english.office_before(words, len(words)) == first


@pytest.mark.parametrize(
    ("office", "state"), [("prime minister", True), ("former president", False), ("colonel", False), ("general", False)]
)
def test_whose_holder_speaks_for_a_government(office: str, state: bool) -> None:
    assert english.state_office(office.split()) is state


@pytest.mark.parametrize(
    ("phrase", "attack"),
    [
        ("airstrikes", True),
        ("air strike", True),
        ("drone attack", True),
        ("attack", False),
        ("bread", False),
        ("air", False),
    ],
)
def test_attacks_by_military_means(phrase: str, attack: bool) -> None:
    assert english.attack_after(phrase.split(), 0) is attack


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("people's liberation army", ActorKind.REBEL_GROUP),
        ("border police", ActorKind.STATE_FORCES),
        ("salt traders union", ActorKind.OTHER),
    ],
)
def test_kinds_by_name(name: str, kind: ActorKind) -> None:
    assert english.kind_of_name(name.split())[0] is kind
