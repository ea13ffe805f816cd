from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.identify.find import mentions, names, rows


@pytest.mark.parametrize(
    ("text", "words", "role", "name"),
    [
        ("Two Burkinabè soldiers died.", "Burkinabè soldiers", "force", "Burkinabè Armed Forces"),
        ("Mali's army lost a truck.", "Mali's army", "force", "Malian Armed Forces"),
        ("Mali’s army-led government spoke.", "Mali’s army-led government", "government", "Government of Mali"),
        ("It was the army of Chad that came.", "army of Chad", "force", "Chadian Armed Forces"),
        ("A raid by U.S. special forces failed.", "U.S. special forces", "force", "United States Armed Forces"),
        ("Nigerian police officers fled.", "Nigerian police officers", "force", "Nigerian Police"),
        ("Hong Kong police moved in.", "Hong Kong police", "force", "Hong Kong Police Force"),
        ("The Iraqi foreign ministry objected.", "Iraqi foreign ministry", "government", "Government of Iraq"),
        ("The Parliament of Iraq voted.", "Parliament of Iraq", "government", "Government of Iraq"),
        (
            "The Turkish Ministry of Defence denied it.",
            "Turkish Ministry of Defence",
            "government",
            "Government of Turkey",
        ),
        ("Malian gendarmes were hit.", "Malian gendarmes", "force", "National Gendarmerie of Mali"),
        ("Iraqi government forces fell back.", "Iraqi government forces", "force", "Iraqi Armed Forces"),
        ("Afghan army officials spoke.", "Afghan army officials", "force", "Afghan Armed Forces"),
        ("Russian airstrikes hit a bakery.", "Russian", "force", "Russian Armed Forces"),
        ("France withdrew its men.", "France", "country", "Government of France"),
        ("They met a Kenyan trader.", "Kenyan", "demonym", "Government of Kenya"),
        ("Iran's Quds Force was named.", "Iran's Quds Force", "force", "Islamic Revolutionary Guard Corps Quds Force"),
    ],
)
def test_states_and_their_forces(text: str, words: str, role: str, name: str) -> None:
    assert (words, role, name) in rows(text)


def test_nationalities_share_a_noun() -> None:
    found = names("French and Malian forces searched the wadi.")
    assert found == {"French": "French Armed Forces", "Malian forces": "Malian Armed Forces"}


def test_a_noun_after_a_place_is_not_its_own() -> None:
    assert ("Mali", "country", "Government of Mali") in rows("Four years ago in Mali soldiers took power.")


@pytest.mark.parametrize(
    "text", ["An Iraqi police station burnt.", "A Malian military base was hit.", "A Syrian army checkpoint fell."]
)
def test_a_thing_of_a_force_is_not_the_force(text: str) -> None:
    assert [role for _, role, _ in rows(text)] == ["demonym"]


def test_the_army_is_that_of_the_country_most_named() -> None:
    text = "Gunmen struck in northern Mali. A camp in Mali was hit as Niger watched. The army said it lost two men. Police agreed."
    found = names(text)
    assert found["army"] == "Malian Armed Forces"
    assert found["Police"] == "Malian Police"


def test_the_army_is_left_open_between_two_countries() -> None:
    found = mentions("Chad and Niger met on Monday. The army said nothing.")
    army = found[-1]
    assert (army.role, army.actor, army.country) == ("force", None, None)
    assert army.confidence < 0.5


def test_a_hint_decides_the_country() -> None:
    text = "Shots were heard. The army said nothing."
    assert rows(text) == [("army", "force", None)]
    assert rows(text, scene=((0, "NER"),)) == [("army", "force", "Nigerien Armed Forces")]


def test_places_draw_the_country() -> None:
    assert names("A bomb went off in Belfast. The army sealed the street.")["army"] == "British Armed Forces"


def test_a_place_or_phrase_with_a_countrys_name_is_no_state() -> None:
    text = "Fishermen on Lake Chad and in the Gulf of Guinea, in Northern Ireland, and a Latin American bishop prayed."
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "US-backed fighters came.",
        "The Iraqi-Syrian border was shut.",
        "A government-held town fell.",
        "Chad Johnson won.",
        "It costs about US-style sums.",
    ],
)
def test_halves_of_words_and_given_names_are_no_states(text: str) -> None:
    assert rows(text) == []


def test_a_name_that_qualifies_others_takes_no_side() -> None:
    assert rows("The al-Qaeda-linked cell fled.") == [("al-Qaeda", "organisation", "Al-Qaeda")]


def test_the_longest_name_wins() -> None:
    assert rows("Fighters of the Islamic State West Africa Province came.") == [
        ("Islamic State West Africa Province", "group", "Islamic State West Africa Province")
    ]


def test_capitals_decide() -> None:
    assert rows("IS is here and tells us so, but the US is gone.") == [
        ("IS", "group", "Islamic State"),
        ("US", "country", "Government of the United States"),
    ]


def test_where_all_is_capitals_ordinary_words_are_no_acronyms() -> None:
    text = "LIMA, 3 MAR 89 -- THE TOLL IS TEN, SAID THOSE WHO SAW THE SHINING PATH FLEE FROM US."
    assert names(text) == {"SHINING PATH": "Shining Path"}


def test_a_short_name_needs_its_country() -> None:
    assert names("The FSA advanced at dawn.") == {}
    assert names("In Syria the FSA advanced at dawn.")["FSA"] == "Free Syrian Army"


def test_an_ambiguous_acronym_follows_the_country() -> None:
    congo, sudan = "In Congo, the ADF burnt huts in North Kivu.", "In Syria the SNA advanced."
    assert names(congo)["ADF"] == "Allied Democratic Forces"
    assert names(sudan)["SNA"] == "Syrian National Army"


def test_two_congos_are_told_apart_by_what_else_is_named() -> None:
    assert (
        names("In Congo-Brazzaville, Congolese troops rebelled.")["Congolese troops"]
        == "Armed Forces of the Republic of the Congo"
    )
    assert (
        names("Congolese troops rebelled.")["Congolese troops"]
        == "Armed Forces of the Democratic Republic of the Congo"
    )


def test_niger_is_never_nigeria() -> None:
    found = rows("Niger's army and the Nigerian army met Nigerien officials.")
    assert [name for _, _, name in found] == ["Nigerien Armed Forces", "Nigerian Armed Forces", "Government of Niger"]


def test_organisations_keep_their_role() -> None:
    assert rows("Human Rights Watch and Reuters said so.") == [
        ("Human Rights Watch", "organisation", "Human Rights Watch"),
        ("Reuters", "organisation", "Reuters"),
    ]


@pytest.mark.parametrize("day", [date(2014, 6, 1), date(2019, 6, 1), None])
def test_a_mission_outside_its_years_is_less_sure(day: date | None) -> None:
    [mission] = [
        m
        for m in mentions("MINUSMA and Operation Sangaris were discussed.", day)
        if m.entry and m.entry.id == "sangaris"
    ]
    assert (mission.confidence < 0.9) == (day == date(2019, 6, 1))


@given(st.text(max_size=200))
def test_spans_hold_for_any_text(text: str) -> None:
    _holds(text)


PARTS = [
    "Mali",
    "’s",
    "'s",
    " army",
    " the ",
    "(EIGS)",
    "IS",
    "U.S.",
    "-led",
    ", ",
    ". ",
    "President ",
    "Macron",
    "al-",
    "\n",
    " of ",
    "“",
    "M",
    "23",
]


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_spans_hold_for_texts_made_of_names(text: str) -> None:
    _holds(text)


def _holds(text: str) -> None:
    end = 0
    for mention in mentions(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert not text[mention.span.start].isspace()
        assert 0.0 < mention.confidence <= 1.0
        assert mention.why
        end = mention.span.end


def test_a_towns_police_has_its_own_name() -> None:
    assert rows("In Ohio the Harbourtown Police Department and Elm Valley Police spoke.") == [
        ("Harbourtown Police Department", "force", "Harbourtown Police Department"),
        ("Elm Valley Police", "force", "Elm Valley Police"),
    ]


def test_ordinary_words_at_the_head_of_a_sentence_are_no_name() -> None:
    assert rows("The platform stands in Mali.") == [("Mali", "country", "Government of Mali")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Boko Haram attacked Gwoza on Monday. The group killed ten people.", "group"),
        ("JNIM fired on a post. The militants burned it.", "militants"),
        ("JNIM fired on a post. The armed group burned it.", "armed group"),
    ],
)
def test_a_group_is_told_of_again_without_its_name(text: str, words: str) -> None:
    first, last = rows(text)[0], rows(text)[-1]
    assert (last[0], last[1], last[2]) == (words, "group", first[2])


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram and JNIM met. The group left.",
        "Boko Haram fired. It rained. Men fled. A well dried up. The group left.",
        "Boko Haram fired on the group of men.",
        "JNIM fell out. Tensions within the group grew.",
        "The group left. Boko Haram came.",
    ],
)
def test_a_group_that_cannot_be_told_stays_unnamed(text: str) -> None:
    assert all(words not in {"group", "the group"} for words, _, _ in rows(text))
