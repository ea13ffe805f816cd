"""Places against corpora of real reports; the floors lie a little under what was measured when they were set."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest

from kibaru.lang.en.sentences import split_sentences
from kibaru.locate.gazetteer import SqliteGazetteer
from kibaru.locate.rank import CountryHint
from kibaru.locate.resolve import find_places
from kibaru.model.annotation import PlaceMention
from kibaru.model.knowledge import PlaceEntry

pytestmark = pytest.mark.corpus

ACCURATE_KM = 161.0


@pytest.fixture(scope="module")
def gazetteer() -> SqliteGazetteer:
    return SqliteGazetteer()


def km(lat: float, lon: float, found: PlaceMention) -> float | None:
    from kibaru.locate.rank import km as apart

    if found.place is None or found.place.lat is None:
        return None
    here = PlaceEntry("", "", lat, lon, "", "")
    return apart(here, PlaceEntry("", "", found.place.lat, found.place.lon, "", ""))


def judged(text: str, location: ET.Element, mentions: tuple[PlaceMention, ...]) -> str:
    """What became of one gold toponym: "near", "far", "area" (a country or region without a point), "missed"."""
    name = location.findtext("name") or ""
    start = int(location.findtext("start") or 0)
    start -= text[start : start + len(name)] != name
    over = [m for m in mentions if m.place and m.span.start < start + len(name) and start < m.span.end]
    if not over:
        return "missed"
    lat, lon = float(location.findtext("lat") or 0), float(location.findtext("lon") or 0)
    distances = [d for m in over if (d := km(lat, lon, m)) is not None]
    if not distances:
        return "area"
    return "near" if min(distances) <= ACCURATE_KM else "far"


def test_toponyms_of_news_about_epidemics(corpora: Path, gazetteer: SqliteGazetteer) -> None:
    """Gold toponyms that are found at all; and of those with a point, the share within 161 km."""
    tally: Counter[str] = Counter()
    for article in ET.parse(corpora / "data" / "corpora" / "geovirus" / "GeoVirus.xml").getroot():
        text = article.findtext("text") or ""
        mentions = find_places(text, split_sentences(text), gazetteer, ())
        tally.update(judged(text, location, mentions) for location in article.iter("location"))
    total = sum(tally.values())
    told = f"{total} toponyms: {dict(sorted(tally.items()))}"
    assert 1 - tally["missed"] / total >= 0.86, told
    assert tally["near"] / (tally["near"] + tally["far"]) >= 0.74, told


def test_places_of_the_development_reports(corpora: Path, gazetteer: SqliteGazetteer) -> None:
    """Of the gold's place phrases, those that some mention over them puts within 25 km (100 km for areas)."""
    texts = {}
    for line in (corpora / "gold" / "dev.corpus.jsonl").read_text("utf-8").splitlines():
        report = json.loads(line)
        texts[report["id"]] = report["text"]
    right = total = 0
    for line in (corpora / "gold" / "dev.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        text = texts[gold["key"]]
        mentions = find_places(text, split_sentences(text), gazetteer, ())
        told = {p["quote"]: p for i in gold["incidents"] if (p := i.get("place")) and p.get("lat") is not None}
        for quote, place in told.items():
            start = text.index(quote)
            over = [m for m in mentions if m.span.start < start + len(quote) and start < m.span.end]
            allowed = 100.0 if place["precision"] >= 3 else 25.0
            total += 1
            right += any((d := km(place["lat"], place["lon"], m)) is not None and d <= allowed for m in over)
    assert right / total >= 0.76, f"{right} of {total} places with a point"


def test_the_seed_report_plays_at_archam(corpora: Path, gazetteer: SqliteGazetteer) -> None:
    text = (corpora / "seed" / "article.txt").read_text("utf-8")
    mentions = find_places(text, split_sentences(text), gazetteer, (), (CountryHint("MLI", 1.0),))
    (found,) = [m for m in mentions if "Arsham" in text[m.span.start : m.span.end]]
    assert found.place is not None and found.locative
    assert (found.place.gazetteer_id, found.place.precision) == ("geonames:6689833", 2)
    assert (found.place.country, found.place.admin1) == ("MLI", "Gao")
