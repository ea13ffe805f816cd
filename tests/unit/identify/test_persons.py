from __future__ import annotations

from datetime import date

import pytest

from tests.unit.identify.find import mentions, names, rows


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("French President Emmanuel Macron spoke.", "French President Emmanuel Macron"),
        ("Emmanuel Macron spoke.", "Emmanuel Macron"),
        ("The president of France Emmanuel Macron spoke.", "president of France Emmanuel Macron"),
        ("The president, Emmanuel Macron, spoke.", "Emmanuel Macron"),
    ],
)
def test_office_words_belong_to_the_name(text: str, words: str) -> None:
    assert (words, "person", "Emmanuel Macron") in rows(text)


def test_a_hyphenated_office() -> None:
    assert names("They drove out President-elect Ibrahim Boubacar Keita.") == {
        "President-elect Ibrahim Boubacar Keita": "Ibrahim Boubacar Keïta"
    }


def test_a_surname_stands_for_the_name_told_in_full_even_before_it() -> None:
    text = "Macron defends his men\n\nEmmanuel Macron said so on Friday. Macron’s answer was short. Mr Macron left."
    assert [words for words, _, name in rows(text) if name == "Emmanuel Macron"] == [
        "Macron",
        "Emmanuel Macron",
        "Macron",
        "Mr Macron",
    ]


def test_a_surname_beside_another_name_is_somebody_else() -> None:
    text = "Emmanuel Macron spoke. Brigitte Macron listened."
    assert list(names(text)) == ["Emmanuel Macron"]


def test_another_spelling_after_a_rank_in_the_persons_country() -> None:
    text = "In Mali officers led by Colonel Asmi Gueta took power."
    [person] = [m for m in mentions(text) if m.role == "person"]
    assert text[person.span.start : person.span.end] == "Colonel Asmi Gueta"
    assert person.actor is not None
    assert person.actor.name == "Assimi Goïta"
    assert person.entry is not None
    assert person.entry.acts_for == "mli-government"
    assert person.confidence < 0.9


@pytest.mark.parametrize(
    "text",
    [
        "In Peru Colonel Asmi Gueta took power.",
        "In Mali a trader, Asmi Gueta, fled.",
        "In Mali Colonel Fily Camara fled.",
    ],
)
def test_without_country_office_or_likeness_nobody_is_guessed(text: str) -> None:
    assert all(role != "person" for _, role, _ in rows(text))


def test_an_official_nobody_lists_speaks_for_the_government() -> None:
    text = "Polish Interior Minister Jan Nowakowski spoke in Warsaw. Nowakowski promised more men."
    assert rows(text) == [
        ("Polish Interior Minister Jan Nowakowski", "government", "Government of Poland"),
        ("Nowakowski", "government", "Government of Poland"),
    ]


def test_a_president_by_surname_is_the_one_in_office() -> None:
    text = "In the United States, President Bush spoke of the war."
    assert names(text, date(2005, 5, 1))["President Bush"] == "George W. Bush"
    assert names(text, date(1990, 5, 1))["President Bush"] == "George H. W. Bush"


def test_out_of_office_a_person_acts_for_nobody() -> None:
    in_office, long_after = date(2019, 5, 1), date(2022, 5, 1)
    text = "Ibrahim Boubacar Keïta spoke."
    assert [m.entry.acts_for for m in mentions(text, in_office) if m.entry] == ["mli-government"]
    assert [m.entry.acts_for for m in mentions(text, long_after) if m.entry] == [None]


def test_news_of_a_fallen_office_holder_still_speaks_of_the_office() -> None:
    [person] = mentions("Qasem Soleimani was killed.", date(2020, 1, 6))
    assert person.entry is not None
    assert person.entry.acts_for == "irgc-quds"


def test_a_street_is_no_person() -> None:
    assert rows("They marched along Hugo Chavez Avenue.") == []


@pytest.mark.parametrize(
    "text", ["In Peru bank president Jan Nowakowski spoke.", "Peruvian former president Jan Nowakowski spoke."]
)
def test_offices_elsewhere_and_offices_past_speak_for_no_government(text: str) -> None:
    assert all(role != "government" for _, role, _ in rows(text))


def test_a_former_president_of_a_country_is_not_its_government() -> None:
    assert ("Mali", "country", "Government of Mali") in rows("He was a former president of Mali.")
