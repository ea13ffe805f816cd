from __future__ import annotations

import hashlib
import json
import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.errors import KnowledgeError
from kibaru.identify.names import Chooser
from kibaru.identify.persons import ALIKE
from kibaru.identify.registry import FileRegistry, bundled, default_registry
from kibaru.identify.scene import Scene
from kibaru.model.knowledge import ActorEntry
from kibaru.model.values import ActorKind

REGISTRY = default_registry()


def first(name: str) -> str | None:
    found = REGISTRY.exact(name)
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("EIGS", "Islamic State in the Greater Sahara"),
        ("GSIM", "Jama'at Nusrat al-Islam wal-Muslimin"),
        ("al Qaida", "Al-Qaeda"),
        ("FAMa", "Malian Armed Forces"),
        ("Da'esh", "Islamic State"),
        ("M-19", "19th of April Movement"),
        ("DHKP/C", "Revolutionary People's Liberation Party/Front"),
        ("CEDEAO", "Economic Community of West African States"),
        ("Sendero Luminoso", "Shining Path"),
        ("Médecins Sans Frontières", "Médecins Sans Frontières"),
        ("Medecins sans Frontieres", "Médecins Sans Frontières"),
    ],
)
def test_aliases_lead_to_one_name(alias: str, name: str) -> None:
    assert first(alias) == name


@pytest.mark.parametrize(
    "word", ["is", "us", "who", "Is", "eta", "taliban", "malian", "", "...", "Nobody in Particular"]
)
def test_ordinary_words_and_strangers_are_no_actors(word: str) -> None:
    assert not REGISTRY.exact(word)


@pytest.mark.parametrize("name", ["JAS", "AES", "the Platform", "Wagner", "FSA"])
def test_short_and_ordinary_names_may_not_stand_alone(name: str) -> None:
    found = REGISTRY.exact(name)
    assert found
    assert not found[0].alone


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Niger", "NER"),
        ("Burkinabè", "BFA"),
        ("Burkinabe", "BFA"),
        ("Ivorian", "CIV"),
        ("Malagasy", "MDG"),
        ("Hongkongers", "HKG"),
        ("Emirati", "ARE"),
        ("Congolese", "COD"),
        ("U.S.", "USA"),
        ("Britons", "GBR"),
        ("Taliban", None),
        ("us", None),
    ],
)
def test_demonyms(word: str, country: str | None) -> None:
    assert REGISTRY.demonym(word) == country


def test_an_ambiguous_demonym_keeps_both_countries() -> None:
    assert {entry.country for entry in REGISTRY.exact("Congolese")} == {"COD", "COG"}


@pytest.mark.parametrize(
    ("country", "role", "name"),
    [
        ("MLI", "military", "Malian Armed Forces"),
        ("ISR", "military", "Israel Defense Forces"),
        ("ETH", "military", "Ethiopian National Defence Force"),
        ("HKG", "police", "Hong Kong Police Force"),
        ("FRA", "government", "Government of France"),
        ("PHL", "government", "Government of the Philippines"),
        ("MLI", "gendarmerie", "National Gendarmerie of Mali"),
    ],
)
def test_forces_of_states(country: str, role: str, name: str) -> None:
    entry = REGISTRY.of_state(country, role)
    assert entry is not None
    assert (entry.name, entry.country) == (name, country)


def test_a_state_without_an_army_has_none() -> None:
    assert REGISTRY.of_state("CRI", "military") is None
    assert REGISTRY.of_state("XXX", "government") is None


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["Islamic", "State", "in", "the", "Greater", "Sahara", "said"], 6),
        (["Islamic", "State", "in", "the", "north"], 2),
        (["People's", "Protection", "Units"], 3),
        (["Mali's", "army"], 1),
        (["Kurdistan", "Workers'", "Party"], 3),
        (["it", "is"], 0),
    ],
)
def test_longest(words: list[str], count: int) -> None:
    assert REGISTRY.longest(words, 0) == count


def test_offices_have_days() -> None:
    terms = REGISTRY.exact("Donald Trump")
    assert [e.active_on(date(2019, 1, 1)) for e in terms] == [True, False]
    assert [e.active_on(date(2022, 1, 1)) for e in terms] == [False, False]
    assert {e.acts_for for e in terms} == {"usa-government"}


@pytest.mark.parametrize("spelling", ["Asmi Gueta", "Assimi Goita", "Asimi Goïta"])
def test_spellings_of_one_person(spelling: str) -> None:
    best, score = REGISTRY.similar_person(spelling)[0]
    assert best.name == "Assimi Goïta"
    assert score >= ALIKE


@pytest.mark.parametrize("stranger", ["Fily Camara", "Modibo Traoré", "Moussa Keita"])
def test_a_shared_word_makes_nobody_the_same(stranger: str) -> None:
    assert all(score < ALIKE for _, score in REGISTRY.similar_person(stranger))


def test_a_family_name_finds_its_bearers() -> None:
    assert "Emmanuel Macron" in {entry.name for entry, _ in REGISTRY.similar_person("Macron")}
    assert not REGISTRY.similar_person("Zzyzx")


def test_every_id_leads_back_and_every_principal_exists() -> None:
    data = json.loads(bundled().read_bytes())
    ids = [row[0] for row in data["entries"]]
    assert len(ids) == len(set(ids))
    for identity in ids:
        entry = REGISTRY.get(identity)
        assert entry is not None
        assert entry.acts_for is None or REGISTRY.get(entry.acts_for) is not None


def test_the_card_names_the_data() -> None:
    card = json.loads(bundled().with_name("actors.card.json").read_text(encoding="utf-8"))
    assert card["sha256"] == hashlib.sha256(bundled().read_bytes()).hexdigest() == REGISTRY.version
    assert all({"name", "licence", "credit"} <= set(source) for source in card["sources"])


def test_it_travels() -> None:
    copy = pickle.loads(pickle.dumps(REGISTRY))
    assert copy == REGISTRY
    assert copy.exact("ECOWAS") == REGISTRY.exact("ECOWAS")
    assert len(pickle.dumps(REGISTRY)) < 1000


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    missing = FileRegistry(tmp_path / "none.json")
    with pytest.raises(KnowledgeError, match=r"none\.json"):
        missing.exact("Mali")
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"not json")
    with pytest.raises(KnowledgeError):
        FileRegistry(broken).longest(["Mali"], 0)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=5), st.integers(0, 4))
def test_longest_counts_words_that_are_there(words: list[str], start: int) -> None:
    start %= len(words)
    assert 0 <= REGISTRY.longest(words, start) <= len(words) - start


@given(st.text(max_size=30))
def test_no_name_breaks_a_look_up(name: str) -> None:
    assert all(entry.name for entry in REGISTRY.exact(name))
    assert all(0.0 <= score <= 1.0 for _, score in REGISTRY.similar_person(name))


def test_a_splinter_leads_to_the_group_it_left() -> None:
    entry = REGISTRY.get("pjak")
    assert entry is not None
    assert ("split from", "pkk") in entry.related


def test_a_short_name_is_supported_by_the_group_that_its_bearer_left() -> None:
    splinter = ActorEntry(
        "s", "Free Front", ActorKind.REBEL_GROUP, "group", related=(("split from", "f"),), alone=False
    )
    nobody, parent = Chooser(Scene([]), frozenset(), None), Chooser(Scene([]), frozenset({"f"}), None)
    assert nobody.choose([splinter]) is None
    chosen = parent.choose([splinter])
    assert chosen is not None
    assert chosen[0] == splinter


@pytest.mark.parametrize(
    ("name", "before", "within", "after"),
    [
        ("JNIM", date(2012, 5, 1), date(2022, 5, 1), None),
        ("Islamic State in the Greater Sahara", date(2012, 5, 1), date(2020, 5, 1), None),
        ("GSPC", date(1990, 5, 1), date(2004, 5, 1), date(2012, 5, 1)),
        ("MUJAO", date(2008, 5, 1), date(2012, 5, 1), date(2018, 5, 1)),
        ("Hayat Tahrir al-Sham", date(2014, 5, 1), date(2020, 5, 1), date(2026, 5, 1)),
        ("Congolese Rally for Democracy", date(1995, 5, 1), date(2000, 5, 1), date(2010, 5, 1)),
        ("Free Aceh Movement", date(1970, 5, 1), date(1999, 5, 1), date(2012, 5, 1)),
        ("United Tajik Opposition", date(1990, 5, 1), date(1995, 5, 1), date(2005, 5, 1)),
    ],
)
def test_groups_have_days(name: str, before: date, within: date, after: date | None) -> None:
    (group,) = REGISTRY.exact(name)
    assert [group.active_on(day) for day in (before, within)] == [False, True]
    assert after is None or not group.active_on(after)
