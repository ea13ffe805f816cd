from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.lang.en.sentences import split_sentences
from kibaru.locate.gazetteer import SqliteGazetteer
from kibaru.locate.rank import km
from kibaru.locate.resolve import find_places
from kibaru.model.knowledge import PlaceEntry

GAZETTEER = SqliteGazetteer()
GAO = next(e for e in GAZETTEER.exact("Gao") if e.feature.startswith("P."))


def place(text, phrase):
    found = {text[m.span.start : m.span.end]: m for m in find_places(text, split_sentences(text), GAZETTEER, ())}
    assert phrase in found, sorted(found)
    assert found[phrase].locative and found[phrase].why
    return found[phrase].place


def apart(one, other):
    return km(PlaceEntry("", "", one.lat, one.lon, "", ""), PlaceEntry("", "", other.lat, other.lon, "", ""))


@pytest.mark.parametrize(
    ("text", "phrase", "far", "north", "east"),
    [
        ("Ten died 30 km north of Gao, Mali said.", "30 km north of Gao, Mali", 30, 1, 0),
        ("Ten died about 60 kilometres (37 miles) south-east of Gao in Mali.", None, 60, -1, 1),
        ("Ten died twenty miles west of the town of Gao in Mali.", None, 32.2, 0, -1),
    ],
)
def test_a_distance_and_a_direction_move_the_point(text, phrase, far, north, east):
    found = place(text, phrase or text[len("Ten died ") : -1])
    assert apart(found, GAO) == pytest.approx(far, rel=0.02)
    assert (found.lat - GAO.lat) * north >= 0 and (found.lon - GAO.lon) * east >= 0
    assert (found.precision, found.country) == (2, "MLI") and found.radius_km < far


def test_a_distance_without_direction_is_a_circle():
    near, far = (place(f"They died {n} km from Gao, Mali.", f"{n} km from Gao, Mali") for n in (12, 80))
    assert (near.lat, near.lon, near.radius_km, near.precision) == (GAO.lat, GAO.lon, 12.0, 2)
    assert (far.lat, far.lon, far.radius_km, far.precision) == (GAO.lat, GAO.lon, 80.0, 4)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They fought between Ansongo and Gao in Mali.", "between Ansongo and Gao in Mali"),
        ("A bomb hit a bus on the road from Gao to Ansongo in Mali.", "on the road from Gao to Ansongo in Mali"),
        ("Mali said a mine hit a truck on the Gao-Ansongo road.", "the Gao-Ansongo road"),
    ],
)
def test_a_stretch_has_both_ends_at_its_radius(text, phrase):
    found = place(text, phrase)
    ansongo = next(e for e in GAZETTEER.exact("Ansongo") if (e.country, e.feature[0]) == ("MLI", "P"))
    assert apart(found, GAO) == pytest.approx(found.radius_km, rel=0.05)
    assert apart(found, ansongo) == pytest.approx(found.radius_km, rel=0.05)
    assert found.precision == 5


@pytest.mark.parametrize(
    ("text", "phrase", "country", "others"),
    [
        ("Mali said the raid took place near the border with Niger.", "near the border with Niger", "MLI", ()),
        ("The attack near the Niger border in Mali killed five.", "near the Niger border", "MLI", ()),
        (
            "They fought at the border between Mali and Burkina Faso.",
            "at the border between Mali and Burkina Faso",
            "MLI",
            ("BFA",),
        ),
    ],
)
def test_a_border_is_a_zone_of_the_country_spoken_of_without_a_point(text, phrase, country, others):
    found = place(text, phrase)
    assert (found.precision, found.country, found.lat, found.gazetteer_id) == (5, country, None, None)
    assert tuple(a.country for a in found.alternatives) == others


def test_towns_of_two_countries_are_no_stretch():
    text = "Flights between Gao in Mali and Niamey in Niger were stopped."
    mentions = find_places(text, split_sentences(text), GAZETTEER, ())
    assert [(m.place.country, m.place.precision <= 2) for m in mentions] == [("MLI", True), ("NER", True)]


WORDS = "30 km miles north of from Gao Ansongo between and the road to border with Niger Mali on , ( ) . 12".split()


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_spans_stay_in_order_and_apart(text):
    mentions = find_places(text, split_sentences(text), GAZETTEER, ())
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
