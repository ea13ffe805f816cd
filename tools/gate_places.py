"""Places against material that the gazetteer was not built from: UCDP's points, news on epidemics, other spellings.

Each bench gives shares from 0 to 1, the baseline ("the most populous place of that name") beside the room's own, and
`tools/gate.py` holds them against their floors.
"""

from __future__ import annotations

import csv
import gzip
import sqlite3
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import gazetteer_polygons as polygons
import gazetteer_sources as sources
import gazetteer_write
from kibaru.clean.names import fold
from kibaru.lang.en.places import plain_names
from kibaru.lang.en.sentences import split_sentences
from kibaru.locate.gazetteer import SqliteGazetteer, bundled
from kibaru.locate.named import Hit, Match, find_named
from kibaru.locate.rank import COUNTRIES, km
from kibaru.locate.resolve import find_places
from kibaru.model.annotation import PlaceMention
from kibaru.model.knowledge import PlaceEntry

GED = "data/knowledge/ucdp-ged/ged_syria_2016_2019.csv.gz"
NEWS = "data/corpora/geovirus/GeoVirus.xml"
_OUTLINES = "data/knowledge/admin-polygons/world-atlas-countries-50m.json"
_CODES = "data/knowledge/admin-codes"
_NEAR_KM, _NEWS_KM = 25.0, 161.0
_HELD_OUT = ("MLI", "SYR", "BFA")
_EVERY = 7


@dataclass(frozen=True, slots=True)
class Shares:
    """What one bench measured, from 0 to 1 by name, with the number that each is a share of."""

    values: Mapping[str, float]
    of: Mapping[str, int]

    def value(self, name: str) -> float:
        """The share of that name. Raises KeyError where it was not measured."""
        return self.values[name]


@dataclass(slots=True)
class _Tally:
    counts: Counter[str] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, right: bool) -> None:
        self.totals[name] += 1
        self.counts[name] += right

    def shares(self) -> Shares:
        return Shares({name: self.counts[name] / total for name, total in self.totals.items()}, dict(self.totals))


def benches(folder: Path, out: Path) -> dict[str, Callable[[], Shares]]:
    """The benches of places by name; what the gazetteer lacks is listed in `out`."""
    return {
        "places ucdp": lambda: ucdp(folder / GED, SqliteGazetteer(), out / "places_lacking.tsv"),
        "places news": lambda: news(folder, SqliteGazetteer()),
        "places spellings": spellings,
    }


def table(name: str, shares: Shares, floors: Mapping[str, float]) -> str:
    """A line a share: percent, how many it is a share of, and the floor where one is pinned."""
    lines = [name, f"  {'share':34} {'%':>6} {'of':>6} {'floor':>6}"]
    for each, value in shares.values.items():
        floor = f"{100 * floors[each]:6.1f}" if each in floors else f"{'-':>6}"
        lines.append(f"  {each:34} {100 * value:6.1f} {shares.of[each]:6} {floor}")
    return "\n".join(lines)


def _within(entry: PlaceEntry | None, point: PlaceEntry, limit: float) -> bool:
    apart = km(entry, point) if entry else None
    return apart is not None and apart <= limit


def _most_populous(name: str, gazetteer: SqliteGazetteer) -> PlaceEntry | None:
    """The baseline: among all places of the world that have this name, the one with most inhabitants."""
    return max(gazetteer.exact(name), key=lambda e: (e.population, e.id), default=None)


@dataclass(frozen=True, slots=True)
class _Site:
    name: str
    admin1: str
    point: PlaceEntry
    events: int


def _sites(path: Path) -> Iterator[_Site]:
    """UCDP's places in Syria that are known exactly or to within about 25 km, each once, with their events."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["where_prec"] in {"1.0", "2.0"}]
    events = Counter((row["where_coordinates"], row["adm_1"]) for row in rows)
    first: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        first.setdefault((row["where_coordinates"], row["adm_1"]), row)
    for (name, admin1), row in first.items():
        point = PlaceEntry("", name, float(row["latitude"]), float(row["longitude"]), "SYR", "")
        yield _Site(name, admin1, point, events[name, admin1])


def ucdp(path: Path, gazetteer: SqliteGazetteer, lacking: Path) -> Shares:
    """From name, first-order unit and country to within 25 km of UCDP's point."""
    tally, missed = _Tally(), []
    reached = events = 0
    for site in _sites(path):
        hit = find_named(site.name, gazetteer, "SYR", site.admin1)
        tally.add("reach", hit is not None)
        tally.add("right of all", hit is not None and _within(hit.entry, site.point, _NEAR_KM))
        events += site.events
        reached += site.events if hit else 0
        if hit is None:
            missed.append(f"{site.name}\t{site.admin1}\t{site.events}\n")
        else:
            _judge(tally, site, hit, gazetteer)
        plain = _most_populous(plain_names(site.name)[0][-1], gazetteer)
        tally.add("most populous: right of all", _within(plain, site.point, _NEAR_KM))
    shares = tally.shares()
    lacking.write_text("name\tfirst-order unit\tevents\n" + "".join(sorted(missed)), "utf-8")
    return Shares({**shares.values, "reach by events": reached / events}, {**shares.of, "reach by events": events})


def _judge(tally: _Tally, site: _Site, hit: Hit, gazetteer: SqliteGazetteer) -> None:
    tally.add(f"{hit.match} within 25 km", _within(hit.entry, site.point, _NEAR_KM))
    tally.add("in the right country", hit.entry.country == "SYR")
    if hit.match is Match.EXACT:
        plain = _most_populous(plain_names(site.name)[0][-1], gazetteer)
        tally.add("most populous, of exact", _within(plain, site.point, _NEAR_KM))


@dataclass(frozen=True, slots=True)
class _Toponym:
    name: str
    start: int
    point: PlaceEntry


def _toponyms(article: ET.Element, text: str) -> Iterator[_Toponym]:
    for location in article.iter("location"):
        name, start = location.findtext("name") or "", int(location.findtext("start") or 0)
        start -= text[start : start + len(name)] != name
        lat, lon = float(location.findtext("lat") or 0), float(location.findtext("lon") or 0)
        yield _Toponym(name, start, PlaceEntry("", name, lat, lon, "", ""))


def _outlines(folder: Path) -> polygons.Countries:
    numeric = {c.numeric.zfill(3): c.iso3 for c in sources.countries(folder / _CODES)}
    return polygons.Countries(folder / _OUTLINES, numeric)


def news(folder: Path, gazetteer: SqliteGazetteer) -> Shares:
    """The gold toponyms of whole articles: found at all, and of those found with which error.

    A country is right where the gold's point lies in it, for it has no point of its own.
    """
    tally, outlines = _Tally(), _outlines(folder)
    for article in ET.parse(folder / NEWS).getroot():
        text = article.findtext("text") or ""
        mentions = [m for m in find_places(text, split_sentences(text), gazetteer, ()) if m.place]
        for gold in _toponyms(article, text):
            over = [m for m in mentions if m.span.start < gold.start + len(gold.name) and gold.start < m.span.end]
            tally.add("found", bool(over))
            if not over:
                continue
            plain = _most_populous(gold.name, gazetteer)
            for limit in (_NEWS_KM, _NEAR_KM):
                right = any(_told(m, gold, limit, outlines, gazetteer) for m in over)
                tally.add(f"within {limit:.0f} km", right)
                populous = plain is not None and _right(plain, gold.point, limit, outlines)
                tally.add(f"most populous: within {limit:.0f} km", populous)
    return tally.shares()


def _told(
    mention: PlaceMention, gold: _Toponym, limit: float, outlines: polygons.Countries, gazetteer: SqliteGazetteer
) -> bool:
    place = mention.place
    if place is None:
        return False
    # In "Pailin, Cambodia" the phrase stands at Pailin; for Cambodia only its country counts.
    holds = gold.start > mention.span.start and any(
        e.feature in COUNTRIES and e.country == place.country for e in gazetteer.exact(gold.name)
    )
    feature = "A.PCLI" if holds or place.lat is None else ""
    entry = PlaceEntry("", place.name, place.lat, place.lon, place.country or "", feature)
    return _right(entry, gold.point, limit, outlines)


def _right(entry: PlaceEntry, point: PlaceEntry, limit: float, outlines: polygons.Countries) -> bool:
    if entry.feature in COUNTRIES:
        return point.lat is not None and point.lon is not None and outlines.at(point.lat, point.lon) == entry.country
    return _within(entry, point, limit)


def spellings() -> Shares:
    """Alternate names looked up in a gazetteer that has only primary ones: is the place among the likeliest?"""
    tally = _Tally()
    rows = _towns(bundled())
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "primary.sqlite"
        gazetteer_write.write([_bare(row) for row in rows.values()], bare, frozenset(_HELD_OUT))
        bare.with_suffix(".card.json").write_text('{"sha256": ""}', "utf-8")
        primary = SqliteGazetteer(bare)
        asked = [(alias, row) for row in rows.values() for alias in sorted(row.names) if fold(alias) != fold(row.name)]
        for alias, row in asked[::_EVERY]:
            heard = [e.id for e, _ in primary.similar(alias, row.country)]
            tally.add("first", row.id in heard[:1])
            tally.add("among ten", row.id in heard[:10])
    return tally.shares()


_TOWNS = (
    "SELECT p.id, p.name, k.country, k.feature, n.folded, n.alias FROM place p JOIN kind k ON k.id = p.kind"
    " JOIN name n ON n.place = p.id WHERE k.feature LIKE 'P.%' AND k.country IN (?, ?, ?) ORDER BY p.id, n.folded"
)


def _towns(gazetteer: Path) -> dict[str, sources.Row]:
    """The towns of the countries held out with their alternate names, as the builder's rows."""
    rows: dict[str, sources.Row] = {}
    with closing(sqlite3.connect(f"{gazetteer.as_uri()}?mode=ro&immutable=1", uri=True)) as base:
        for key, name, country, feature, folded, alias in base.execute(_TOWNS, _HELD_OUT):
            wof = key - gazetteer_write.WOF_BASE
            ident = f"wof:{wof}" if wof >= 0 else f"geonames:{key}"
            row = rows.setdefault(ident, sources.Row(ident, name, 0.0, 0.0, country, feature))
            row.names |= {folded} if alias else set()
    return rows


def _bare(row: sources.Row) -> sources.Row:
    return sources.Row(row.id, row.name, row.lat, row.lon, row.country, row.feature)
