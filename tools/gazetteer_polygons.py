"""Country and admin polygons: which country holds a point, and the middle and radius of a unit."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from math import cos, radians, sqrt
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.prepared import prep

KM_PER_DEGREE = 111.2
# The 50m coast line cuts off ports and islands: points this near (degrees) still belong to a country.
COAST = 0.25


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Distance on a plane tangent at the first point: good to a percent within a few hundred km."""
    east = (lon2 - lon) * cos(radians((lat + lat2) / 2))
    return KM_PER_DEGREE * sqrt((lat2 - lat) ** 2 + east**2)


def _rings(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The arcs of a TopoJSON file, decoded from deltas to degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def _polygon(arcs: list[list[tuple[float, float]]], rings: list[list[int]]) -> Polygon:
    joined = []
    for ring in rings:
        points: list[tuple[float, float]] = []
        for index in ring:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points.extend(arc[1:] if points else arc)
        joined.append(points)
    return Polygon(joined[0], joined[1:])


class Countries:
    """Polygons of the countries by ISO numeric code, asked by ISO3."""

    def __init__(self, path: Path, iso3_of_numeric: dict[str, str]) -> None:
        topology = json.loads(path.read_text("utf-8"))
        arcs = _rings(topology)
        self.shapes: dict[str, Any] = {}
        for geometry in topology["objects"]["countries"]["geometries"]:
            # Natural Earth draws Somaliland apart; GeoNames and Who's On First hold it in Somalia.
            name = geometry["properties"]["name"]
            numeric = {"Somaliland": "706", "Kosovo": "0"}.get(name, geometry.get("id", ""))
            iso3 = "XKX" if name == "Kosovo" else iso3_of_numeric.get(numeric)
            if iso3 is None:
                continue
            lists = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
            made = shapely.make_valid(MultiPolygon([_polygon(arcs, rings) for rings in lists]))
            self.shapes[iso3] = made.union(self.shapes[iso3]) if iso3 in self.shapes else made
        self._codes: list[str] = sorted(self.shapes)
        self._tree = shapely.STRtree([self.shapes[code] for code in self._codes])
        self._wide = {code: prep(self.shapes[code].buffer(COAST)) for code in self._codes}

    def at(self, lat: float, lon: float) -> str | None:
        """The country (ISO3) at a point or within the coast's tolerance of it."""
        point = shapely.Point(lon, lat)
        inside: list[str] = sorted(self._codes[i] for i in self._tree.query(point, predicate="intersects"))
        if inside:
            return inside[0]
        near: str = self._codes[int(self._tree.nearest(point))]
        return near if float(self.shapes[near].distance(point)) <= COAST else None

    def holds(self, iso3: str, lat: float, lon: float) -> bool:
        """Whether a point lies in a country, with the coast's tolerance; true for a country without polygon."""
        wide = self._wide.get(iso3)
        return wide is None or bool(wide.contains(shapely.Point(lon, lat)))


@dataclass(frozen=True, slots=True)
class Unit:
    """An admin unit's polygon: Who's On First id, level ("region", "county"), ISO2, a middle and a radius in km."""

    wof: int
    level: str
    iso2: str
    name: str
    names: tuple[str, ...]
    geonames_id: int | None
    region: int | None
    lat: float
    lon: float
    radius: float


def units(path: Path) -> list[Unit]:
    """The regions and counties of the simplified Who's On First polygons."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        features = json.load(file)["features"]
    found = []
    for feature in features:
        about = feature["properties"]
        if about["pt"] == "country":
            continue
        geometry = shapely.make_valid(shape(feature["geometry"]))
        middle = geometry.representative_point() if not geometry.contains(geometry.centroid) else geometry.centroid
        corners = shapely.get_coordinates(geometry.convex_hull)
        radius = max(distance_km(middle.y, middle.x, y, x) for x, y in corners)
        geonames = int(about["gn"]) if about["gn"] and int(about["gn"]) > 0 else None
        names = tuple(about["names"])
        found.append(
            Unit(
                about["wof"],
                about["pt"],
                about["cc"],
                about["name"],
                names,
                geonames,
                about["region"],
                round(middle.y, 4),
                round(middle.x, 4),
                round(radius, 1),
            )
        )
    return found
