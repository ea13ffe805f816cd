import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kibaru.lang.en.sentences import split_sentences
from kibaru.locate.gazetteer import SqliteGazetteer
from kibaru.locate.resolve import CountryHint, find_places
from kibaru.model.span import Span

GAZETTEER = SqliteGazetteer()


def places(text, taken=(), hints=()):
    """Phrase to mention."""
    found = find_places(text, split_sentences(text), GAZETTEER, taken, hints)
    return {text[m.span.start : m.span.end]: m for m in found}


def place(text, phrase, **context):
    found = places(text, **context)
    assert phrase in found, sorted(found)
    return found[phrase].place


@pytest.mark.parametrize(
    ("text", "phrase", "country", "admin1", "precision"),
    [
        ("Two soldiers died in Gao, Mali, on Friday.", "Gao, Mali", "MLI", "Gao", 1),
        ("Mali's army fought near Tessit on Friday.", "near Tessit", "MLI", "Gao", 2),
        ("The mayor of Springfield, Illinois, was shot.", "Springfield, Illinois", "USA", "Illinois", 1),
        ("A bomb went off in Paris, Texas, overnight.", "Paris, Texas", "USA", "Texas", 1),
        ("Gunmen raided villages in the Mopti region of Mali.", "the Mopti region of Mali", "MLI", "Mopti", 4),
        ("Rebels hold much of northern Mali.", "much of northern Mali", "MLI", None, 5),
        ("Rebels took a base in Syria.", "Syria", "SYR", None, 6),
        ("Pirates seized a ship in the Gulf of Aden.", "Gulf of Aden", None, None, 7),
        (
            "A mortar hit Baghdad International Airport in Iraq.",
            "Baghdad International Airport in Iraq",
            "IRQ",
            "Baghdad",
            1,
        ),
        ("Police fired on crowds in Hong Kong.", "Hong Kong", "HKG", None, 1),
        ("Clashes shook Bankass district in Mali.", "Bankass district in Mali", "MLI", "Mopti", 3),
        ("Nigeria's army lost a post in Borno state.", "Borno state", "NGA", "Borno", 4),
    ],
)
def test_phrase_country_unit_and_precision(text, phrase, country, admin1, precision):
    found = place(text, phrase)
    assert (found.country, found.admin1, found.precision) == (country, admin1, precision)


def test_another_spelling_is_heard_in_the_country_that_the_report_speaks_of():
    text = (
        "Mali said its troops came under fire in the Arsham region, close to the borders with Niger and Burkina Faso."
    )
    found = place(text, "the Arsham region", hints=(CountryHint("MLI", 1.0, 0),))
    assert (found.gazetteer_id, found.precision, found.lat, found.lon) == ("geonames:6689833", 2, 15.1701, 0.1405)


def test_another_spelling_does_not_cross_the_border():
    mention = places("Peru sent troops to a hill. They fought in Arsham for a day, Peru said.")["Arsham"]
    assert mention.place is None and mention.locative


def test_the_countries_of_the_report_decide_between_namesakes():
    burkina = place("Burkina Faso buried its dead. The attackers had come to Djibo and Arbinda.", "Djibo")
    assert burkina.country == "BFA"
    mali = place("Mali buried its dead on Monday. Attackers had struck in Gao.", "Gao")
    guinea = place("Guinea held a vote. The town of Mali in Guinea was calm.", "The town of Mali in Guinea")
    assert (mali.country, guinea.country) == ("MLI", "GIN")


def test_countries_implied_by_actors_decide_too():
    text = "The march in Córdoba stayed calm."
    assert place(text, "Córdoba").country == "ARG"
    assert place(text, "Córdoba", hints=(CountryHint("COL", 2.0),)).country == "COL"


def test_a_metropolis_needs_no_context():
    assert place("Nobody was hurt in Lagos.", "Lagos").country == "NGA"


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan scored in the final.",
        "The Bank of Gao opened a branch.",
        "March was cold, and May was worse.",
        "Police said Monday that Reading is fun.",
        "Paris Hilton gave a party.",
        "Operation Barkhane ended last year.",
        "Jordan Henderson met Chad Johnson.",
    ],
)
def test_what_only_looks_like_a_place_is_none(text):
    assert not [m for m in places(text).values() if m.place]


def test_a_country_said_to_own_something_is_still_named():
    found = places("Mali's army denied the report.")
    assert found["Mali"].place.country == "MLI" and not found["Mali"].locative


def test_no_place_inside_the_name_of_an_actor():
    text = "The Movement for Oneness in Gao claimed the raid in Menaka, Mali."
    end = text.index(" claimed")
    found = places(text, taken=(Span(4, end),))
    assert set(found) == {"Menaka, Mali"}


def test_a_name_that_no_gazetteer_has_stays_visible():
    mention = places("Mali lost men on Friday. They fell in Zzorkamoun, locals said.")["Zzorkamoun"]
    assert mention.place is None and mention.locative and mention.why


def test_a_site_stands_in_the_town_that_it_is_named_after_inside_its_region():
    found = place("Two bombs went off at Jolo Cathedral in the Philippines.", "Jolo Cathedral in the Philippines")
    assert (found.country, found.precision) == ("PHL", 1)
    assert found.lat == pytest.approx(6.05, abs=0.1)


def test_prepositions_part_names():
    found = places("Rockets flew from the Gaza Strip at Sderot in Israel, and crowds stood in Tahrir Square in Cairo.")
    assert (found["Gaza Strip"].place.country, found["Sderot in Israel"].place.country) == ("PSE", "ISR")
    assert found["Tahrir Square in Cairo"].place.precision == 1


def test_a_capital_has_no_rivals_in_its_own_country():
    assert place("Police closed streets in Washington on Monday.", "Washington").alternatives == ()


def test_a_list_after_one_preposition_is_locative_throughout():
    found = places("Mali saw raids in Gao, Mopti and Kidal.")
    assert [found[name].locative for name in ("Gao", "Mopti", "Kidal")] == [True, True, True]
    assert not found["Mali"].locative


def test_what_belongs_to_a_country_in_a_place_is_in_that_place():
    found = places("A patrol was ambushed in Burkina Faso's Djibo on Friday.")
    assert found["Djibo"].locative and found["Djibo"].place.admin1 == "Sahel"


def test_a_hamlet_does_not_split_a_longer_name():
    found = place("Syria sent troops. They fled from a camp at Ain Issa, in the north of Syria.", "Ain Issa")
    assert (found.country, found.admin1) == ("SYR", "Ar-Raqqah")


def test_the_words_of_an_office_are_no_kind_of_place():
    found = places(
        "The trial began in Christchurch, New Zealand. We saw that Christchurch District Court was full by noon."
    )
    assert found["Christchurch"].place.precision == 1


def test_a_street_stands_in_the_town_that_the_report_speaks_of():
    found = place(
        "Three were stabbed in Belfast, Northern Ireland. Two of them died at Oxford Street station.",
        "Oxford Street station",
    )
    assert (found.admin1, found.precision) == ("Northern Ireland", 1)


def test_a_unit_without_a_point_stands_at_the_one_that_holds_it():
    found = place("Afghanistan sent police to Shah Wali Kot district.", "Shah Wali Kot district")
    assert (found.admin1, found.precision) == ("Kandahar", 4)


def test_two_that_cannot_be_told_apart_stay_two():
    found = place("The United States mourned. A gunman opened fire in Franklin.", "Franklin")
    assert found.alternatives
    assert len({(found.lat, found.lon), *((a.lat, a.lon) for a in found.alternatives)}) == len(found.alternatives) + 1


def test_a_country_has_no_point_and_a_region_has_a_radius():
    found = places("Mali and Niger sent troops to Darfur and to Liptako-Gourma.")
    assert found["Mali"].place.lat is None
    assert all(
        found[name].place.lat is not None and found[name].place.radius_km for name in ("Darfur", "Liptako-Gourma")
    )


def test_the_same_text_gives_the_same_answer():
    text = "Fighters from Niger crossed into Mali near Ansongo, and others into Burkina Faso near Djibo."
    sentences = split_sentences(text)
    assert find_places(text, sentences, SqliteGazetteer(), ()) == find_places(text, sentences, GAZETTEER, ())


PHRASES = (
    "in near the of and , . Mali Gao region northern Mali's Paris Texas Jordan Michael city Oxford Street “ ” — Bank "
    "attacked Deir ez-Zor al-Bab U.S. district three borders area Lake Chad basin President km 30 N'Djamena Camp"
)
WORDS = st.sampled_from(re.findall(r"\S+", PHRASES))


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_spans_lie_in_the_text_in_order_and_apart(text):
    mentions = find_places(text, split_sentences(text), GAZETTEER, ())
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert all(before.span.end <= after.span.start for before, after in pairwise(mentions))


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    for mention in find_places(text, split_sentences(text), GAZETTEER, ()):
        assert text[mention.span.start : mention.span.end].strip()


def test_sources_that_contradict_each_other_are_both_kept_and_flagged():
    mention = places("An attack on Tessit in Mali killed forty soldiers.")["Tessit in Mali"]
    (other,) = mention.place.alternatives
    assert other.gazetteer_id != mention.place.gazetteer_id and other.lon - mention.place.lon > 0.5
    assert "sources place it 64 km apart" in mention.why


@pytest.mark.parametrize(
    ("text", "country", "precision"),
    [
        ("He was shot in Georgia, police in Alabama and Florida said.", "USA", 4),
        ("Georgia buried its dead in Tbilisi.", "GEO", 6),
    ],
)
def test_georgia_is_the_state_where_the_report_speaks_of_the_united_states(text, country, precision):
    found = place(text, "Georgia")
    assert (found.country, found.precision) == (country, precision)


def test_a_name_with_a_possessive_inside_is_read_whole():
    found = place("Police of the People's Republic of China fired at a crowd.", "People's Republic of China")
    assert found.country == "CHN"
