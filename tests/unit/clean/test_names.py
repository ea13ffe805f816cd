import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.clean.names import fold, other_articles, similarity, skeleton, sound_hashes, sounds


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("N’Djaména", "ndjamena"),
        ("Al-Qa'ida", "al qaida"),
        ("U.S.", "us"),
        ("Ségou", "segou"),
        ("Łódź", "lodz"),
        ("  Tin-Akoff ", "tin akoff"),
        ("ǅ", "dz"),
        ("—!", ""),
    ],
)
def test_fold_keeps_letters_only(name, folded):
    assert fold(name) == folded


@given(st.text(max_size=40))
def test_fold_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=40))
def test_fold_ignores_case(text):
    assert fold(text.upper()) == fold(text.lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Archam", "Arsham"),
        ("Wagadugu", "Ouagadougou"),
        ("Ti-n-Akof", "Tin Akoff"),
        ("Raqqa", "Ar-Raqqah"),
        ("Menaka", "Ménaka"),
    ],
)
def test_renderings_of_one_name_share_key_and_place_in_the_index(one, other):
    assert sounds(one) == sounds(other)
    assert similarity(one, other) == 1.0
    assert sound_hashes(one, "MLI") == sound_hashes(other, "MLI")


@pytest.mark.parametrize(
    ("one", "other"), [("Gao", "Goa"), ("Kidal", "Kayes"), ("Ain Issa", "Ain Zara"), ("Mopti", "Menaka")]
)
def test_different_names_stay_below_renderings(one, other):
    assert similarity(one, other) < 0.85


def test_the_index_keeps_countries_apart():
    assert sound_hashes("Archam", "MLI") != sound_hashes("Archam", "NER")


@given(st.text(max_size=20), st.text(max_size=20))
def test_similarity_is_symmetric_and_bounded(one, other):
    there, back = similarity(one, other), similarity(other, one)
    assert there == pytest.approx(back)
    assert 0.0 <= there <= 1.0


def test_a_skeleton_has_no_vowels():
    assert skeleton("Ouagadougou") == "gdg"


@pytest.mark.parametrize(
    ("name", "form"),
    [("Huwayz", "al huwayz"), ("As Sukhnah", "sukhnah"), ("Tanf", "at tanf"), ("Shawmariyah", "ash shawmariyah")],
)
def test_articles_come_and_go(name, form):
    assert form in other_articles(name)


@given(st.text(max_size=30))
def test_another_article_is_another_folded_name(name):
    assert all(fold(form) == form != fold(name) for form in other_articles(name))
