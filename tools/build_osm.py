"""Builds a gazetteer of OpenStreetMap's African places, a file of its own under the ODbL, for `--gazetteer`.

Usage: KIBARU_CORPORA=../shared python tools/build_osm.py --out out/osm-africa.sqlite

It is never merged into the built-in file and no part of the package (docs/decisions/0010-own-gazetteer.md).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import shapely

import gazetteer_polygons as polygons
import gazetteer_sources as sources
import gazetteer_write
from gazetteer_sources import Row
from kibaru.locate.gazetteer import bundled

ROOT = Path(__file__).resolve().parent.parent
# Degrees: a town farther away than this says nothing about the unit of a place.
_NEAR = 0.3
_FEATURES = {
    "place": {
        **dict.fromkeys(("city", "town", "village", "hamlet"), "P.PPL"),
        **dict.fromkeys(("suburb", "neighbourhood", "quarter"), "P.PPLX"),
        **dict.fromkeys(("isolated_dwelling", "farm"), "S.FRM"),
        **dict.fromkeys(("island", "islet"), "T.ISL"),
        "locality": "L.LCTY",
    },
    "military": dict.fromkeys(("barracks", "base", "checkpoint", "airfield", "naval_base"), "L.MILB"),
    "aeroway": {"aerodrome": "S.AIRP"},
}


@dataclass(slots=True)
class Surroundings:
    """What lies around a point: the country, and the first-order unit of the nearest town of the built-in gazetteer."""

    countries: polygons.Countries
    towns: list[tuple[str, str]] = field(default_factory=list)
    tree: shapely.STRtree | None = None

    def load(self, gazetteer: Path) -> None:
        """Read the towns that have a unit. Raises sqlite3.DatabaseError where the file is none."""
        query = (
            "SELECT k.country, k.admin1, p.point FROM place p JOIN kind k ON k.id = p.kind"
            " WHERE k.feature LIKE 'P.%' AND k.admin1 IS NOT NULL AND p.point IS NOT NULL ORDER BY p.id"
        )
        points = []
        with sqlite3.connect(f"{gazetteer.as_uri()}?mode=ro&immutable=1", uri=True) as base:
            for country, admin1, packed in base.execute(query):
                self.towns.append((country, admin1))
                points.append(((packed & ((1 << 22) - 1)) / 10000 - 180, (packed >> 22) / 10000 - 90))
        self.tree = shapely.STRtree(shapely.points(points))

    def unit(self, lat: float, lon: float, country: str) -> str | None:
        """The first-order unit that a point most likely lies in; None far from any town or near a border."""
        point = shapely.Point(lon, lat)
        if self.tree is None or not self.towns:
            return None
        at = int(self.tree.nearest(point))
        near = float(self.tree.geometries[at].distance(point)) <= _NEAR
        return self.towns[at][1] if near and self.towns[at][0] == country else None


def rows(lines: Iterable[dict[str, str]], around: Surroundings, dropped: Counter[str]) -> Iterator[Row]:
    """The places of the extract; what is left out is counted in `dropped` by reason."""
    for line in lines:
        if None in line.values():
            # A few names run over a line end; neither half is a place.
            dropped["half a line"] += 1
            continue
        feature = _FEATURES.get(line["tag"], {}).get(line["value"])
        names = [name for name in (line["name_en"].strip(), line["name"].strip()) if sources.latin(name)]
        if feature is None or not names:
            dropped["no kind of place that is wanted" if feature is None else "no name in Latin letters"] += 1
            continue
        lat, lon = round(float(line["lat"]), 4), round(float(line["lon"]), 4)
        country = around.countries.at(lat, lon)
        if country is None:
            dropped["in no country"] += 1
            continue
        row = Row(f"osm:{line['osm_node']}", names[-1], lat, lon, country, feature, around.unit(lat, lon, country))
        row.population = int(line["population"]) if line["population"].isdecimal() else 0
        row.names = {name for name in names if sources.usable(name)}
        yield row


def read(path: Path) -> Iterator[dict[str, str]]:
    """The lines of the extract, a node once."""
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if line["osm_node"] not in seen:
                seen.add(line["osm_node"])
                yield line


def card(path: Path, places: int, dropped: Counter[str]) -> dict[str, object]:
    """What the file is made of, under which licence, and whom to credit."""
    return {
        "name": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "licence": "ODbL 1.0: a database made with it stays under the ODbL",
        "sources": [
            {
                "name": "OpenStreetMap: named places, military sites and aerodromes of Africa without Algeria and South Africa",
                "licence": "ODbL 1.0",
                "credit": "© OpenStreetMap contributors, https://www.openstreetmap.org/copyright",
                "date": "2019-09",
            }
        ],
        "places": places,
        "dropped": dict(sorted(dropped.items())),
        "notes": ["A place's first-order unit is that of the nearest town of its country within about 30 km."],
    }


def build(knowledge: Path, out: Path) -> dict[str, object]:
    """Write the file and its card, and give the card."""
    numeric = {c.numeric.zfill(3): c.iso3 for c in sources.countries(knowledge / "admin-codes")}
    shapes = polygons.Countries(knowledge / "admin-polygons" / "world-atlas-countries-50m.json", numeric)
    around, dropped = Surroundings(shapes), Counter[str]()
    around.load(bundled())
    places = list(rows(read(knowledge / "osm-africa" / "osm_places_africa.tsv.gz"), around, dropped))
    out.parent.mkdir(parents=True, exist_ok=True)
    gazetteer_write.write(places, out, frozenset(row.country for row in places))
    told = card(out, len(places), dropped)
    out.with_suffix(".card.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return told


def main() -> None:
    """Build and print the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "osm-africa.sqlite", metavar="FILE")
    options = parser.parse_args()
    if options.out.resolve().is_relative_to(ROOT / "src"):
        parser.error("what is under the ODbL may not become part of the package: choose a place outside src")
    told = build(Path(os.environ["KIBARU_CORPORA"]) / "data" / "knowledge", options.out)
    print(json.dumps(told, indent=1, ensure_ascii=False), f"{options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
