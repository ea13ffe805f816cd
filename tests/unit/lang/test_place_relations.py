import pytest

from kibaru.lang.en import place_relations as relations
from kibaru.lang.en.places import inner_names, plain_names


@pytest.mark.parametrize(
    ("before", "km", "bearing", "words"),
    [
        ("killed some 30 km north of", 30.0, 0.0, 5),
        ("about 60 kilometres ( 37 miles ) south-east of", 60.0, 135.0, 9),
        ("twenty miles to the west of the town of", 32.18, 270.0, 9),
        ("12.5 kilometers from", 12.5, None, 3),
        ("5 km outside the city of", 5.0, None, 6),
    ],
)
def test_distances_before_a_name(before, km, bearing, words):
    told = relations.offset(before)
    assert (told.km, told.bearing, told.words) == (pytest.approx(km), bearing, words)


@pytest.mark.parametrize("before", ["", "soldiers from", "30 people north of", "30 km of roads in", "the border of"])
def test_what_is_no_distance(before):
    assert relations.offset(before) is None


def test_roads_stretches_and_borders():
    assert relations.road("attacked on the road from") == 4
    assert relations.road("on the main road linking the towns of") == 8
    assert relations.between("fighting between the villages of") == 4
    assert relations.border_before("it happened near the border with") == 4
    assert relations.border_before("a deal with") == relations.between("talks with") == relations.road("came from") == 0


def test_names_as_lists_write_them():
    assert plain_names("Kafr Zayta town")[0] == ("Kafr Zayta town", "Kafr Zayta")
    assert inner_names("Road between Ariha and Jisr ash Shughur") == ("Ariha", "Jisr ash Shughur")
    assert inner_names("Homs") == ()
