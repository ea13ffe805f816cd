"""Cells of two world grids for a point, so that records join with gridded data without a map.

PRIO-GRID (Tollefsen, Strand and Buhaug 2012, Journal of Peace Research 49(2)) parts the world into cells of half a
degree, numbered from 1 at 90 S 180 W, eastwards and then northwards. H3 (https://h3geo.org) parts it into hexagons of
several sizes.
"""

from __future__ import annotations

from functools import lru_cache
from math import floor, pi
from typing import Final

_PER_DEGREE: Final = 2
_COLUMNS: Final = 360 * _PER_DEGREE
_ROWS: Final = 180 * _PER_DEGREE
# Cells below about 5 square kilometres would say more than any report does.
_FINEST: Final = 7
# Kilometres where a place has no radius of its own, by UCDP's where_prec.
_RADIUS: Final = {1: 5.0, 2: 25.0, 3: 40.0, 4: 150.0}
_WIDEST: Final = 500.0


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell (gid, 1 to 259,200) of a point in degrees: row * 720 + column + 1, both from 0.

    A point on a border belongs to the cell north or east of it, as in UCDP GED; the pole belongs to the last row.
    """
    row = min(floor((lat + 90) * _PER_DEGREE), _ROWS - 1)
    column = floor((lon + 180) * _PER_DEGREE) % _COLUMNS
    return row * _COLUMNS + column + 1


def h3_cell(lat: float, lon: float, precision: int, radius_km: float | None) -> str:
    """The H3 cell of a point in degrees: the smallest whose mean area holds a circle of the place's radius.

    So the cell is no finer than the place: resolution 5 for a town (5 km), 3 within 25 km of one, 2 for a first-order
    unit (150 km), at most 7. Without `radius_km` the radius follows from `precision` (UCDP's where_prec).
    """
    import h3

    return str(h3.latlng_to_cell(lat, lon, resolution(radius_km or _RADIUS.get(precision, _WIDEST))))


@lru_cache(maxsize=512)
def resolution(radius_km: float) -> int:
    """The H3 resolution for a radius of uncertainty in kilometres, 0 to 7."""
    import h3

    circle = pi * radius_km**2
    holding = (at for at in range(_FINEST, 0, -1) if h3.average_hexagon_area(at, unit="km^2") >= circle)
    return next(holding, 0)
