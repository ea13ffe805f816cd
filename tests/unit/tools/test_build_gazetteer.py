"""The pieces of the gazetteer's build on rows made up here; the whole build needs the corpora."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from kibaru.locate.gazetteer import SqliteGazetteer


@pytest.fixture(scope="module", autouse=True)
def _needs_shapely() -> None:
    pytest.importorskip("shapely", reason="the build extra is not installed")


def rows() -> list[object]:
    from gazetteer_sources import Row

    town = Row("geonames:7", "Tâlmo", 15.25, -0.5, "MLI", "P.PPL", "Gao", "Ansongo", 1200, names={"Talmou", "Tālmo"})
    camp = Row("wof:9", "Camp Bir", -33.9999, 179.9999, "MLI", "S.CMP", "Gao")
    area = Row("kibaru:three-rivers", "Three Rivers", 1.0, 2.0, "", "L.RGN", radius=250.0)
    land = Row("geonames:1", "Mali", None, None, "MLI", "A.PCLI", population=5, radius=628.0)
    return [town, camp, area, land]


def written(folder: Path, order: int) -> Path:
    import gazetteer_write

    folder.mkdir()
    path = folder / "g.sqlite"
    gazetteer_write.write(rows()[::order], path, frozenset({"MLI"}))
    card = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    path.with_suffix(".card.json").write_text(json.dumps(card), "utf-8")
    return path


def test_the_same_rows_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "a", 1).read_bytes() == written(tmp_path / "b", -1).read_bytes()


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    gazetteer = SqliteGazetteer(written(tmp_path / "a", 1))
    (town,) = gazetteer.exact("talmou")
    assert (town.id, town.name, town.lat, town.lon) == ("geonames:7", "Tâlmo", 15.25, -0.5)
    assert (town.admin1, town.admin2, town.population) == ("Gao", "Ansongo", 1200)
    (camp,) = gazetteer.exact("Camp Bir")
    assert (camp.id, camp.lat, camp.lon) == ("wof:9", -33.9999, 179.9999)
    (area,) = gazetteer.exact("three rivers")
    assert (area.id, area.country, area.radius_km) == ("kibaru:three-rivers", "", 250)
    land = gazetteer.country("MLI")
    assert land is not None and land.lat is None
    assert [entry.id for entry, _ in gazetteer.similar("Talmoo", "MLI")] == ["geonames:7"]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Gao Region", "Gao"),
        ("Cercle de Bourem", "Bourem"),
        ("Muhafazat al Anbar", "Anbar"),
        ("Central Region", "Central Region"),
        ("Nord", "Nord"),
    ],
)
def test_a_unit_loses_the_word_for_its_kind(name: str, bare: str) -> None:
    from gazetteer_merge import short

    assert short(name) == bare


@pytest.mark.parametrize(
    ("alias", "usable"),
    [("Ségou", True), ("al-Bab", True), ("BKO", False), ("ba ma ke", False), ("Бамако", False), ("Ba", False)],
)
def test_only_latin_names_that_a_report_may_write_are_kept(alias: str, usable: bool) -> None:
    import gazetteer_sources

    assert gazetteer_sources.usable(alias) is usable


def test_a_point_outside_its_country_is_seen(tmp_path: Path) -> None:
    from gazetteer_polygons import Countries

    square = {
        "transform": {"scale": [1.0, 1.0], "translate": [0.0, 10.0]},
        "arcs": [[[0, 0], [4, 0], [0, 4], [-4, 0], [0, -4]]],
        "objects": {
            "countries": {"geometries": [{"type": "Polygon", "arcs": [[0]], "id": "466", "properties": {"name": "M"}}]}
        },
    }
    path = tmp_path / "countries.json"
    path.write_text(json.dumps(square), "utf-8")
    countries = Countries(path, {"466": "MLI"})
    assert countries.at(12.0, 2.0) == "MLI"
    assert countries.holds("MLI", 14.2, 2.0), "the coast's tolerance"
    assert not countries.holds("MLI", 35.9, 14.5)
    assert countries.at(35.9, 14.5) is None
