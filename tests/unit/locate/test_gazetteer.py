import hashlib
import json
import pickle
import shutil
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from kibaru.errors import KnowledgeError
from kibaru.locate.gazetteer import SqliteGazetteer, bundled


@pytest.fixture(scope="module")
def gazetteer():
    return SqliteGazetteer()


def test_the_version_is_the_digest_of_the_file(gazetteer):
    assert gazetteer.version == hashlib.sha256(bundled().read_bytes()).hexdigest()


def test_the_card_names_every_source_and_stays_clear_of_share_alike():
    card = json.loads(bundled().with_suffix(".card.json").read_text("utf-8"))
    assert all(source["licence"] and source["date"] for source in card["sources"])
    assert "ODbL" not in json.dumps(card["sources"])
    assert sum(card["dropped"].values()) > 0


def test_a_locality_without_inhabitants_is_there(gazetteer):
    (archam,) = gazetteer.exact("Archam")
    assert (archam.id, archam.feature, archam.country, archam.admin1) == ("geonames:6689833", "L.LCTY", "MLI", "Gao")
    assert (archam.lat, archam.lon) == (15.1701, 0.1405)


@pytest.mark.parametrize("name", ["N'Djamena", "N’Djaména", "ndjamena", "N'DJAMENA"])
def test_case_accents_and_apostrophes_do_not_count(gazetteer, name):
    assert gazetteer.exact(name)[0].country == "TCD"


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Mali", "MLI", "A.PCLI"),
        ("Paris", "FRA", "P.PPLC"),
        ("Niger", "NER", "A.PCLI"),
        ("Ivory Coast", "CIV", "A.PCLI"),
        ("Texas", "USA", "A.ADM1"),
        ("Donbas", "UKR", "L.RGN"),
        ("Baghdad International Airport", "IRQ", "S.AIRP"),
        ("Gulf of Aden", "", "H.SEA"),
    ],
)
def test_the_likeliest_entry_comes_first(gazetteer, name, country, feature):
    first = gazetteer.exact(name)[0]
    assert (first.country, first.feature) == (country, feature)


def test_unknown_and_empty_names_have_no_entries(gazetteer):
    assert gazetteer.exact("Qqzzyx") == gazetteer.exact("") == gazetteer.exact("—") == ()
    assert gazetteer.country("XXX") is None


def test_another_spelling_is_found_inside_its_country_only(gazetteer):
    entry, likeness = gazetteer.similar("Arsham", "MLI")[0]
    assert (entry.name, likeness) == ("Archam", 1.0)
    assert all(e.country == "NER" for e, _ in gazetteer.similar("Arsham", "NER"))


def test_similar_entries_come_best_first_and_bounded(gazetteer):
    scores = [score for _, score in gazetteer.similar("Menakka", "MLI")]
    assert scores and all(0.75 <= score <= 1.0 for score in scores)
    assert all(before >= after for before, after in pairwise(scores))


def test_a_country_has_an_extent_and_no_point(gazetteer):
    mali = gazetteer.country("MLI")
    assert mali.name == "Mali" and mali.lat is None and mali.radius_km > 500


def test_it_travels_to_another_process(gazetteer):
    assert pickle.loads(pickle.dumps(gazetteer)).exact("Kidal") == gazetteer.exact("Kidal")


def test_threads_get_the_same_answers():
    fresh = SqliteGazetteer()
    names = ["Gao", "Kidal", "Mopti", "Goma", "Kabul", "Aden"] * 20
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(fresh.exact, names))
    assert answers == [SqliteGazetteer().exact(name) for name in names]


def test_a_missing_file_says_how_to_make_one(tmp_path):
    with pytest.raises(KnowledgeError, match="build_gazetteer"):
        SqliteGazetteer(tmp_path / "none.sqlite")


def test_a_damaged_file_is_named(tmp_path):
    (tmp_path / "g.sqlite").write_bytes(b"no database at all" * 100)
    shutil.copy(bundled().with_suffix(".card.json"), tmp_path / "g.card.json")
    with pytest.raises(KnowledgeError, match=r"g\.sqlite"):
        SqliteGazetteer(tmp_path / "g.sqlite")


def test_names_that_differ_by_a_consonant_resemble_inside_the_country(gazetteer):
    found = gazetteer.resembling("Ansonko", "MLI")
    assert "Ansongo" in {entry.name for entry, _ in found}
    assert all(entry.country == "MLI" and 0.75 <= score <= 1.0 for entry, score in found)
    assert gazetteer.resembling("Oa", "MLI") == []
