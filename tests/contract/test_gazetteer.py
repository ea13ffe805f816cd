"""What every `ports.Gazetteer` promises: the same answers in the same order, whichever back-end holds the rows."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kibaru.locate.gazetteer import SqliteGazetteer
from kibaru.locate.imported import Plan, import_dump
from kibaru.locate.layered import LayeredGazetteer
from kibaru.ports import Gazetteer

# id, name, alternates, latitude, longitude, feature, country, admin1 code, admin2 code, population
ROWS: list[tuple[object, ...]] = [
    (1, "Republic of Talmia", "Talmia,Talmie", 15.0, 0.0, "A.PCLI", "ML", "00", "", 5_000_000),
    (2, "Gaoro Region", "Gaoro", 16.0, 0.5, "A.ADM1", "ML", "09", "", 500_000),
    (3, "Cercle de Ansoro", "", 15.6, 0.6, "A.ADM2", "ML", "09", "777", 90_000),
    (10, "Tâlmo", "Talmou,Tālmo,TLM", 15.25, -0.5, "P.PPL", "ML", "09", "777", 1200),
    (11, "Talmo", "", 12.1, -8.0, "P.PPL", "ML", "", "", 50),
    (12, "Talmo", "", 11.1, 3.0, "P.PPL", "NE", "", "", 90_000),
    (13, "In Tebzaz", "I-n-Tebzaz", 17.0, 1.0, "H.WLL", "ML", "09", "", 0),
    (14, "Archam", "", 15.1701, 0.1405, "L.LCTY", "ML", "09", "", 0),
    (15, "Old Mill", "", 15.0, 0.2, "P.PPLQ", "ML", "09", "", 0),
    (16, "Camp Bir", "", -33.9999, 179.9999, "L.MILB", "NE", "", "", 0),
    (17, "Bir Talmo", "Talmo", 13.0, 4.0, "P.PPL", "NE", "", "", 400),
]
COUNTRY = {"ML": "MLI", "NE": "NER"}


def line(row: tuple[object, ...]) -> str:
    key, name, names, lat, lon, feature, country, admin1, admin2, population = row
    group, _, code = str(feature).partition(".")
    cells = [key, name, name, names, lat, lon, group, code, country, "", admin1, admin2, "", "", population]
    return "\t".join(str(cell) for cell in (*cells, "", "", "Africa/Bamako", "2024-01-01")) + "\n"


def imported(rows: list[tuple[object, ...]], folder: Path) -> Gazetteer:
    folder.mkdir(parents=True)
    dump = folder / "ML.txt"
    dump.write_text("".join(map(line, rows)), encoding="utf-8")
    import_dump(Plan(dump, folder / "own.sqlite", _Nothing()))
    return SqliteGazetteer(folder / "own.sqlite")


class _Nothing:
    """A gazetteer without a place."""

    version = "none"

    def exact(self, name: str) -> tuple[()]:
        return ()

    def similar(self, name: str, country: str) -> tuple[()]:
        return ()

    def country(self, iso3: str) -> None:
        return None


def built(rows: list[tuple[object, ...]], folder: Path) -> Gazetteer:
    """As tools/build_gazetteer.py writes it; what becomes of units and countries is the merge's, so it is spelt out."""
    import gazetteer_write
    from gazetteer_sources import Row, usable

    made = []
    for key, name, names, lat, lon, feature, country, admin1, admin2, population in rows:
        if feature == "P.PPLQ":
            continue
        row = Row(f"geonames:{key}", str(name), float(str(lat)), float(str(lon)), COUNTRY[str(country)], str(feature))
        row.names = {alias for alias in str(names).split(",") if usable(alias)}
        row.population = int(str(population))
        row.admin1, row.admin2 = "Gaoro" if admin1 == "09" else None, "Ansoro" if admin2 else None
        if feature == "A.PCLI":
            row.lat = row.lon = None
        if str(feature).startswith("A.ADM"):
            row.names, row.name = row.names | {str(name)}, "Gaoro" if key == 2 else "Ansoro"
        if feature == "A.ADM2":
            row.radius = 45.0
        made.append(row)
    folder.mkdir(parents=True)
    path = folder / "built.sqlite"
    gazetteer_write.write(made, path, frozenset(COUNTRY.values()))
    card = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    path.with_suffix(".card.json").write_text(json.dumps(card), encoding="utf-8")
    return SqliteGazetteer(path)


def over_both(rows: list[tuple[object, ...]], folder: Path) -> Gazetteer:
    """Both know some places, and each some that the other lacks."""
    units = rows[:3]
    return LayeredGazetteer(built(rows[:7], folder / "base"), imported([*units, *rows[5:]], folder / "more"))


def over_nothing(rows: list[tuple[object, ...]], folder: Path) -> Gazetteer:
    return LayeredGazetteer(_Nothing(), imported(rows, folder))


def under_nothing(rows: list[tuple[object, ...]], folder: Path) -> Gazetteer:
    return LayeredGazetteer(built(rows, folder), _Nothing())


BACK_ENDS: list[Callable[[list[tuple[object, ...]], Path], Gazetteer]] = [
    built,
    imported,
    over_both,
    over_nothing,
    under_nothing,
]


@pytest.fixture(scope="module", params=BACK_ENDS, ids=lambda each: each.__name__)
def gazetteer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    made: Gazetteer = request.param(ROWS, tmp_path_factory.mktemp("gazetteer") / "g")
    return made


def ids(gazetteer: Gazetteer, name: str) -> list[int]:
    return [int(entry.id.removeprefix("geonames:")) for entry in gazetteer.exact(name)]


def test_a_name_finds_all_its_places_the_likeliest_first(gazetteer: Gazetteer) -> None:
    # By inhabitants; an alternate name counts less than a primary one.
    assert ids(gazetteer, "Talmo") == [12, 10, 11, 17]


@pytest.mark.parametrize("name", ["Tâlmo", "talmo", "TALMO", "Tal'mo"])
def test_case_accents_and_apostrophes_do_not_count(gazetteer: Gazetteer, name: str) -> None:
    assert ids(gazetteer, name) == ids(gazetteer, "Talmo")


def test_an_entry_tells_what_the_row_tells(gazetteer: Gazetteer) -> None:
    (town,) = gazetteer.exact("Talmou")
    assert (town.name, town.lat, town.lon, town.country, town.feature) == ("Tâlmo", 15.25, -0.5, "MLI", "P.PPL")
    assert (town.admin1, town.admin2, town.population, town.radius_km) == ("Gaoro", "Ansoro", 1200, None)
    (camp,) = gazetteer.exact("Camp Bir")
    assert (camp.lat, camp.lon, camp.country, camp.admin1, camp.population) == (-33.9999, 179.9999, "NER", None, 0)


def test_places_without_inhabitants_are_there_and_ruins_are_not(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, "I-n-Tebzaz") == [13]
    assert ids(gazetteer, "Archam") == [14]
    assert ids(gazetteer, "Old Mill") == []


def test_a_unit_has_its_short_name_and_its_full_one(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, "Gaoro Region") == ids(gazetteer, "Gaoro") == [2]
    (unit,) = gazetteer.exact("Ansoro")
    assert (unit.name, unit.admin1, unit.admin2, unit.radius_km) == ("Ansoro", "Gaoro", "Ansoro", 45)


def test_a_country_has_no_point(gazetteer: Gazetteer) -> None:
    country = gazetteer.country("MLI")
    assert country is not None
    assert (country.id, country.lat, country.lon) == ("geonames:1", None, None)
    assert gazetteer.country("NER") is None
    assert gazetteer.exact("Talmie")[0] == country


def test_another_spelling_is_found_inside_its_country_only(gazetteer: Gazetteer) -> None:
    assert [(entry.id, score) for entry, score in gazetteer.similar("Arsham", "MLI")] == [("geonames:14", 1.0)]
    assert list(gazetteer.similar("Arsham", "NER")) == []


def test_other_spellings_come_best_first(gazetteer: Gazetteer) -> None:
    found = [(entry.id, score) for entry, score in gazetteer.similar("Talmu", "MLI")]
    assert [key for key, _ in found][:2] == ["geonames:10", "geonames:11"]
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


@pytest.mark.parametrize("name", ["", "—", "Qqzzyx", "TLM"])
def test_what_is_no_name_finds_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert list(gazetteer.exact(name)) == []


def test_it_travels_to_another_process_and_keeps_its_version(gazetteer: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.version == gazetteer.version
    assert list(copy.exact("Talmo")) == list(gazetteer.exact("Talmo"))


def test_threads_get_the_same_answers(gazetteer: Gazetteer) -> None:
    names = ["Talmo", "Archam", "Gaoro", "Camp Bir"] * 10
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(gazetteer.exact, names)) == [gazetteer.exact(name) for name in names]


def test_versions_differ_where_data_differ(tmp_path: Path) -> None:
    versions = [make(ROWS, tmp_path / make.__name__).version for make in BACK_ENDS]
    fewer = [make(ROWS[:-1], tmp_path / f"{make.__name__}-").version for make in BACK_ENDS]
    assert len({*versions, *fewer}) == 2 * len(BACK_ENDS)


def test_where_both_know_a_place_the_base_counts(tmp_path: Path) -> None:
    moved = [(*row[:2], "Talmusha", 20.0, *row[4:]) if row[0] == 10 else row for row in ROWS]
    layered = LayeredGazetteer(imported(ROWS, tmp_path / "a"), imported(moved, tmp_path / "b"))
    (by_alias,) = layered.exact("Talmusha")
    assert (by_alias.id, by_alias.lat) == ("geonames:10", 15.25), "found by the user's name, told as the base has it"
    assert [entry.lat for entry in layered.exact("Tâlmo") if entry.id == "geonames:10"] == [15.25]
