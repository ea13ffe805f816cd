"""What a place mention amounts to: precision by feature and by the words around the name, point, radius."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from kibaru.lang.en.places import Kind
from kibaru.locate.rank import COUNTRIES, WIDE, Choice
from kibaru.locate.spots import Spot
from kibaru.model.knowledge import PlaceEntry
from kibaru.model.values import Place
from kibaru.ports import Gazetteer

_CITY_STATES: Final = frozenset({"SGP", "HKG", "MAC", "MCO", "VAT", "GIB"})
# Kilometres where the gazetteer has no radius, by precision.
_RADIUS: Final = {1: 5.0, 2: 25.0, 3: 40.0, 4: 150.0}
_SMALL_AREA_KM: Final = 30


@dataclass(frozen=True, slots=True)
class Region:
    """What a relation makes of a place: where it is, and by which words. `first` is the phrase's first token.

    `precision` and `radius_km` are as in `Place`; `country` is None where the place's own country stays.
    """

    first: int
    precision: int
    radius_km: float | None
    lat: float | None
    lon: float | None
    why: str
    country: str | None = None
    others: tuple[str, ...] = ()

    def of(self, place: Place) -> Place:
        """The place moved or widened to the region."""
        country = self.country or place.country
        unit = place.admin1 if country == place.country and self.precision <= 4 else None
        moved = replace(
            place,
            precision=self.precision,
            country=country,
            gazetteer_id=None if self.country else place.gazetteer_id,
            admin1=unit,
            admin2=None,
            lat=self.lat,
            lon=self.lon,
            radius_km=self.radius_km,
            alternatives=(),
        )
        return replace(moved, alternatives=tuple(replace(moved, country=other) for other in self.others))


@dataclass(slots=True)
class Found:
    """A spot with what was decided about it; `last` is one past the last token of the whole phrase."""

    spot: Spot
    choice: Choice | None
    last: int
    container: PlaceEntry | None = None
    locative: bool = False
    fuzzy: bool = False
    region: Region | None = None


def _precision(found: Found, entry: PlaceEntry) -> int:
    spot, feature = found.spot, entry.feature
    frame = spot.frame
    if spot.facility:
        local = feature.startswith(("P.", "S."))
        return (2 if frame.near else 1) if local else _wide(feature)
    if feature.startswith(("P.", "S.")) or feature == "A.ADM3":
        if frame.kind is Kind.ADMIN2:
            return 3
        return 2 if frame.near or frame.direction or frame.kind in {Kind.ADMIN1, Kind.AREA} else 1
    if feature in COUNTRIES:
        return 5 if frame.direction else 6
    if feature[0] in "LTHV" and feature not in WIDE and (entry.radius_km or 0) <= _SMALL_AREA_KM:
        return 2 if frame.near or frame.direction or frame.kind or feature == "L.AREA" else 1
    return _wide(feature)


def _wide(feature: str) -> int:
    table = {"A.ADM1": 4, "A.ADM2": 3, "H.SEA": 7, "H.OCN": 7, "L.CONT": 6}
    return 6 if feature in COUNTRIES else table.get(feature, 5)


def place_of(found: Found, entry: PlaceEntry, name: str, gazetteer: Gazetteer) -> Place:
    """The value for one entry under the name as written.

    Countries and seas have no point; a second-order unit without one stands at its first-order unit, and says so by
    that unit's precision.
    """
    point: PlaceEntry | None = entry
    precision, radius = _precision(found, entry), entry.radius_km
    if entry.country in _CITY_STATES and entry.feature in COUNTRIES and not found.spot.frame.direction:
        point = next((e for e in gazetteer.exact(entry.name) if e.feature == "P.PPLC"), None)
        precision = 1 if point else precision
    elif precision >= 6 or entry.feature in COUNTRIES:
        point = None
    elif entry.feature == "A.ADM2" and entry.lat is None and entry.admin1:
        # The smallest container whose place is known, at that container's precision.
        units = gazetteer.exact(entry.admin1)
        point = next((e for e in units if e.feature == "A.ADM1" and e.country == entry.country), entry)
        precision, radius = 4, point.radius_km
    radius = radius or _RADIUS.get(precision)
    return Place(
        name,
        precision,
        entry.country or None,
        entry.admin1,
        entry.admin2 if precision <= 3 else None,
        point.lat if point else None,
        point.lon if point else None,
        radius,
        entry.id,
    )
