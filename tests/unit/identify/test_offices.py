from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from kibaru.identify.offices import in_office, office_named
from kibaru.identify.registry import default_registry
from tests.unit.identify.find import mentions, names, rows

REGISTRY = default_registry()
FEBRUARY = date(2022, 2, 18)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The president of Mali spoke.", "president of Mali", "Assimi Goïta"),
        ("Mali's interim president spoke.", "Mali's interim president", "Assimi Goïta"),
        ("The Malian head of state spoke.", "Malian head of state", "Assimi Goïta"),
        ("Mali’s transitional prime minister spoke.", "Mali’s transitional prime minister", "Choguel Kokalla Maïga"),
        ("The Nigerian president spoke.", "Nigerian president", "Muhammadu Buhari"),
        ("The prime minister of Ethiopia spoke.", "prime minister of Ethiopia", "Abiy Ahmed"),
        ("The German president spoke.", "German president", "Frank-Walter Steinmeier"),
        ("The German chancellor spoke.", "German chancellor", "Olaf Scholz"),
        ("Iran's president spoke.", "Iran's president", "Ebrahim Raisi"),
        ("Iran's supreme leader spoke.", "Iran's supreme leader", "Ali Khamenei"),
        ("The president of the United States spoke.", "president of the United States", "Joe Biden"),
        ("The president of Mali, Assimi Goïta, spoke.", "president of Mali", "Assimi Goïta"),
    ],
)
def test_an_office_with_its_state_is_who_held_it_that_day(text: str, words: str, name: str) -> None:
    assert (words, "person", name) in rows(text, FEBRUARY)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2005, 5, 1), "Amadou Toumani Touré"),
        (date(2019, 5, 1), "Ibrahim Boubacar Keïta"),
        (date(2021, 1, 1), "Bah N'Daw"),
        (date(2021, 5, 24), "Assimi Goïta"),
        (date(2013, 1, 1), "Government of Mali"),
        (None, "Government of Mali"),
    ],
)
def test_the_day_decides_and_an_unknown_holder_is_the_government(day: date | None, name: str) -> None:
    assert names("The president of Mali spoke.", day) == {"president of Mali": name}


def test_the_reason_names_the_term_and_he_acts_for_the_government() -> None:
    [person] = mentions("The president of Mali spoke.", date(2019, 5, 1))
    assert person.entry is not None
    assert person.entry.acts_for == "mli-government"
    assert "president" in person.why
    assert "Ibrahim Boubacar Keïta, in office from 2013-09-04 to 2020-08-18" in person.why


@pytest.mark.parametrize(
    "text",
    [
        "A Malian president spoke.",
        "The former president of Mali spoke.",
        "He served as president of Mali.",
        "They elect the Malian president.",
        "She ran for president of Mali.",
        "Mali's vice president spoke.",
        "Mali's deputy prime minister spoke.",
        "Mali's president-elect spoke.",
        "Mali's president and prime minister spoke.",
        "The president of Mali's parliament spoke.",
        "In 2012 the president of Mali was toppled.",
        "The president of Mali, Jan Nowakowski, spoke.",
        "Amadou Toumani Touré, president of Mali, fled.",
        "The Malian government spoke.",
        "The Malian foreign minister spoke.",
    ],
)
def test_what_is_not_the_office_of_that_day_is_not_its_holder(text: str) -> None:
    holders = {"Assimi Goïta", "Choguel Kokalla Maïga"}
    assert not holders & {name for _, _, name in rows(text, FEBRUARY) if name}


def test_a_country_that_a_word_shares_is_not_guessed() -> None:
    assert office_named("president of Mali".split(), REGISTRY) == ("president", "MLI")
    assert office_named("Congolese president".split(), REGISTRY) is None
    assert office_named("president of Nowhere".split(), REGISTRY) is None
    assert office_named("Mali".split(), REGISTRY) is None
    assert office_named([], REGISTRY) is None


def test_on_the_day_of_a_change_the_next_one_holds_the_office() -> None:
    holder = in_office(REGISTRY, "FRA", "president", date(2017, 5, 14))
    assert holder is not None
    assert holder.name == "Emmanuel Macron"


def test_terms_of_one_office_of_a_state_do_not_overlap_where_reviewed() -> None:
    reviewed = {"MLI", "BFA", "NER", "NGA", "TCD", "FRA", "USA", "GBR", "RUS", "ETH"}
    for country in reviewed:
        for office in ("president", "prime minister", "head of state"):
            terms = sorted(
                (e.active_from or date.min, e.active_to or date.max, e.name) for e in REGISTRY.holders(country, office)
            )
            for (_, last, one), (first, _, other) in pairwise(terms):
                assert last <= first, (country, office, one, other)
