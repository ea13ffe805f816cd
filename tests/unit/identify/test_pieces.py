from __future__ import annotations

import pytest

from kibaru.identify.pieces import cut, years
from kibaru.identify.scene import Scene
from kibaru.lang.en.sentences import split_sentences


def words(text: str) -> list[list[str]]:
    return [segment.words for segment in cut(text, split_sentences(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("al-Qaeda-linked men", [["al", "Qaeda", "linked", "men"]]),
        ("M23 and M-19 met", [["M23", "and", "M", "19", "met"]]),
        ("the Kurdistan Workers' Party", [["the", "Kurdistan", "Workers'", "Party"]]),
        ("Mali’s army", [["Mali's", "army"]]),
        ("SLM/A fighters", [["SLM", "A", "fighters"]]),
        ("George W. Bush", [["George", "W", "Bush"]]),
        ("Mali, Niger", [["Mali"], ["Niger"]]),
        ("“Islamic State” came", [["Islamic", "State"], ["came"]]),
    ],
)
def test_words_in_which_names_stand(text: str, expected: list[list[str]]) -> None:
    assert words(text) == expected


def test_spans_index_the_text() -> None:
    text = "Gunmen of al-Qaeda’s branch; M23 too."
    for segment in cut(text, split_sentences(text)):
        for piece in segment.pieces:
            assert text[piece.start : piece.end] == piece.text


def test_only_a_text_in_capitals_is_loud() -> None:
    [segment] = cut("THE ARMY CAME BACK", split_sentences("THE ARMY CAME BACK"))
    assert segment.shouting
    [segment] = cut("The army of the USA came", split_sentences("The army of the USA came"))
    assert not segment.shouting


def test_the_scene_is_the_country_most_named_so_far() -> None:
    scene = Scene([(0, "MLI", 1.0), (2, "NER", 3.0)])
    assert scene.at(1) == "MLI"
    assert scene.at(2) == "NER"
    assert scene.total("MLI") == 1.0
    assert scene.total("TCD") == 0.0


def test_before_any_country_the_whole_report_decides() -> None:
    assert Scene([(3, "MLI", 1.0)]).at(0) == "MLI"


def test_two_countries_as_often_leave_it_open() -> None:
    assert Scene([(0, "MLI", 1.0), (0, "NER", 1.0)]).at(0) is None
    assert Scene([]).at(0) is None


def test_years_are_whole_words_of_the_last_and_this_century() -> None:
    text = "In 1994 and 2019, 1899 men of Unit 20193 left at 2000."
    assert years(cut(text, split_sentences(text))) == {1994, 2019, 2000}
