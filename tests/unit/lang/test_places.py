import pytest

from kibaru.lang.en.places import Kind, demonym_like, facility_name, frame, named_for, never_place, personal
from kibaru.lang.en.sentences import split_sentences


def read(text, name):
    """The frame around `name`, and the words of the whole phrase."""
    (sentence,) = split_sentences(text)
    start = text.index(name)
    inside = [k for k, t in enumerate(sentence.tokens) if start <= t.start < start + len(name)]
    result = frame(sentence.tokens, inside[0], inside[-1] + 1)
    return result, text[sentence.tokens[result.first].start : sentence.tokens[result.last - 1].end]


@pytest.mark.parametrize(
    ("text", "name", "phrase", "kind"),
    [
        ("Gunmen came to the Gossi region at dawn.", "Gossi", "the Gossi region", Kind.ADMIN1),
        ("They met in the city of Deir ez-Zor.", "Deir ez-Zor", "the city of Deir ez-Zor", Kind.TOWN),
        ("A patrol was hit in Bankass district.", "Bankass", "Bankass district", Kind.ADMIN2),
        ("The village of Boulkessi was burnt.", "Boulkessi", "The village of Boulkessi", Kind.TOWN),
        ("It fell on the Sambisa forest.", "Sambisa", "the Sambisa forest", Kind.AREA),
    ],
)
def test_the_phrase_says_what_kind_of_place_it_is(text, name, phrase, kind):
    result, words = read(text, name)
    assert (words, result.kind) == (phrase, kind)


@pytest.mark.parametrize(
    ("text", "name", "phrase"),
    [
        ("A mine went off near Tessit.", "Tessit", "near Tessit"),
        ("Rebels camp 30 km north of Kidal.", "Kidal", "30 km north of Kidal"),
        ("Shots fell on the outskirts of Gao.", "Gao", "outskirts of Gao"),
        ("Fighters wait outside Menaka.", "Menaka", "outside Menaka"),
    ],
)
def test_nearness_belongs_to_the_phrase(text, name, phrase):
    result, words = read(text, name)
    assert result.near
    assert words.endswith(phrase)


def test_a_direction_widens_the_phrase():
    result, words = read("The army lost a post in northern Mali.", "Mali")
    assert result.direction and result.locative
    assert words == "northern Mali"


def test_a_possessor_is_told_and_keeps_its_own_words():
    result, words = read("A convoy burnt in northern Mali's Gao region.", "Gao")
    assert result.owner == 5
    assert result.locative
    assert words == "Gao region"


@pytest.mark.parametrize(
    ("text", "locative"),
    [
        ("Clashes broke out in Gao.", True),
        ("Jets bombed Gao.", True),
        ("Ministers said Gao would recover.", False),
        ("A street in the restive northern town of Gao was shut.", True),
    ],
)
def test_what_introduces_the_name_makes_it_locative(text, locative):
    assert read(text, "Gao")[0].locative is locative


def test_lists_of_words():
    assert never_place("police") and not never_place("gao")
    assert personal("jordan") and not personal("bamako")
    assert facility_name(["oxford", "street"]) and not facility_name(["street"])
    assert named_for(["oxford", "street"]) and not named_for(["bamako", "airport"])
    assert demonym_like("malian") and not demonym_like("gao")
