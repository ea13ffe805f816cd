"""The separate OpenStreetMap file: what is kept, under which licence, and that the package holds none of it."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from kibaru.locate.gazetteer import SqliteGazetteer, default_gazetteer
from kibaru.locate.layered import LayeredGazetteer

HEADER = ("osm_node", "name", "name_en", "lat", "lon", "tag", "value", "population", "source_file")
LINES = [
    "7000000001\tTalmossoba\t\t15.2256\t0.2921\tplace\tvillage\t1200\tmali",
    "7000000002\tدارا\tDara Talmo\t15.3\t0.3\tplace\thamlet\t\tmali",
    "7000000003\tCamp Dabara\t\t15.4\t0.4\tmilitary\tbarracks\tmany\tmali",
    "7000000004\tMarket\t\t15.4\t0.4\tplace\tsquare\t\tmali",
    "7000000005\tدارا\t\t15.4\t0.4\tplace\thamlet\t\tmali",
    "7000000006\tAdrift\t\t-40.0\t-20.0\tplace\thamlet\t\tmali",
]


class _Square:
    """One country between 10 and 20 degrees north."""

    def at(self, lat: float, lon: float) -> str | None:
        return "MLI" if 10 <= lat <= 20 else None


@pytest.fixture(scope="module", autouse=True)
def _needs_shapely() -> None:
    pytest.importorskip("shapely", reason="the build extra is not installed")


def made(folder: Path) -> tuple[Path, Counter[str]]:
    import build_osm
    import gazetteer_write

    lines = [dict(zip(HEADER, line.split("\t"), strict=True)) for line in LINES]
    lines.append({**dict.fromkeys(HEADER), "osm_node": "7"})
    dropped = Counter[str]()
    places = list(build_osm.rows(lines, build_osm.Surroundings(_Square()), dropped))
    path = folder / "osm.sqlite"
    gazetteer_write.write(places, path, frozenset({"MLI"}))
    path.with_suffix(".card.json").write_text(json.dumps(build_osm.card(path, len(places), dropped)), "utf-8")
    return path, dropped


def test_settlements_and_bases_are_kept_and_what_is_not_is_counted(tmp_path: Path) -> None:
    path, dropped = made(tmp_path)
    gazetteer = SqliteGazetteer(path)
    (town,) = gazetteer.exact("Talmossoba")
    assert (town.id, town.feature, town.population, town.lat) == ("osm:7000000001", "P.PPL", 1200, 15.2256)
    assert [entry.name for entry in gazetteer.exact("Dara Talmo")] == ["Dara Talmo"]
    (base,) = gazetteer.exact("camp dabara")
    assert (base.feature, base.population) == ("L.MILB", 0)
    assert dropped == {
        "no kind of place that is wanted": 1,
        "no name in Latin letters": 1,
        "in no country": 1,
        "half a line": 1,
    }


def test_it_is_asked_beside_the_built_in_file(tmp_path: Path) -> None:
    path, _ = made(tmp_path)
    layered = LayeredGazetteer(default_gazetteer(), SqliteGazetteer(path))
    assert [entry.id for entry in layered.exact("Talmossoba")] == ["osm:7000000001"]
    assert layered.exact("Gao") == default_gazetteer().exact("Gao")


def test_its_card_has_the_licence_and_the_credit(tmp_path: Path) -> None:
    path, _ = made(tmp_path)
    card = json.loads(path.with_suffix(".card.json").read_text("utf-8"))
    assert card["licence"].startswith("ODbL")
    assert "© OpenStreetMap contributors" in card["sources"][0]["credit"]
    assert card["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_it_is_not_written_into_the_package(root: Path) -> None:
    out = root / "src" / "kibaru" / "data" / "osm.sqlite"
    command = [sys.executable, str(root / "tools" / "build_osm.py"), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "outside src" in done.stderr


def test_the_package_holds_nothing_under_share_alike(root: Path) -> None:
    cards = sorted((root / "src" / "kibaru" / "data").glob("*.card.json"))
    assert cards
    shared = [card.name for card in cards if "ODbL" in _terms(json.loads(card.read_text("utf-8")))]
    assert shared == []


def _terms(card: dict[str, object]) -> str:
    """Licence and sources, without the notes, which say that OpenStreetMap is no part of it."""
    return f"{card['licence']} {card.get('sources')}"
