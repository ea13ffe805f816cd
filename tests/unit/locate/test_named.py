import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.locate.gazetteer import SqliteGazetteer
from kibaru.locate.named import Match, find_named

GAZETTEER = SqliteGazetteer()


@pytest.mark.parametrize(
    ("name", "country", "admin1", "found", "match"),
    [
        ("Ansongo town", "MLI", "Gao Region", "Ansongo", Match.EXACT),
        ("Gao Region", "MLI", None, "Gao", Match.EXACT),
        ("Arsham village", "MLI", "Gao", "Archam", Match.SPELLING),
        ("Road between Ansongo and Labbezanga", "MLI", "Gao", "Ansongo", Match.PART),
        ("Palmyra/Tadmur", "SYR", "Homs Governorate", "Tadmur", Match.EXACT),
        ("Hutah village", "SYR", "Aleppo Governorate", "Al Hutah", Match.EXACT),
    ],
)
def test_names_as_lists_write_them(name, country, admin1, found, match):
    hit = find_named(name, GAZETTEER, country, admin1)
    assert hit is not None and found in {hit.entry.id, hit.entry.name}
    assert (hit.match, hit.entry.country) == (match, country)


def test_the_noun_beside_a_name_tells_the_unit_from_its_seat():
    unit, town = (find_named(f"Gao {noun}", GAZETTEER, "MLI") for noun in ("region", "town"))
    assert (unit.entry.feature, town.entry.feature[0]) == ("A.ADM1", "P")


def test_the_unit_decides_among_namesakes():
    north, south = (find_named("Hamdallaye", GAZETTEER, "MLI", unit) for unit in ("Mopti", "Kayes"))
    assert (north.entry.admin1, south.entry.admin1) == ("Mopti", "Kayes")


def test_namesakes_that_nothing_sets_apart_are_alternatives():
    hit = find_named("Hamdallaye", GAZETTEER, "MLI")
    assert hit.alternatives and hit.entry not in hit.alternatives


def test_what_the_gazetteer_lacks_is_not_made_up():
    assert find_named("Qqzzyx village", GAZETTEER, "MLI", "Gao") is None


@given(
    st.sampled_from(["Gao", "Niger", "Paris", "Arsham", "Tall Abyad", "Beni"]), st.sampled_from(["MLI", "SYR", "BFA"])
)
def test_no_hit_lies_across_the_border(name, country):
    hit = find_named(name, GAZETTEER, country)
    assert hit is None or {e.country for e in (hit.entry, *hit.alternatives)} == {country}


@given(st.text(max_size=40))
def test_any_name_is_answered(name):
    hit = find_named(name, GAZETTEER, "MLI", name)
    assert hit is None or 0.0 < hit.likeness <= 1.0
