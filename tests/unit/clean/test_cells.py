"""Grid cells of a point, beside cells that others published."""

from __future__ import annotations

import csv
import gzip
import os
from math import pi
from pathlib import Path

import h3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kibaru.clean.cells import h3_cell, priogrid, resolution

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("lat", "lon", "gid"),
    [
        (-90.0, -180.0, 1),
        (-89.75, -179.25, 2),
        (-89.25, -179.75, 721),
        (89.75, 179.75, 259_200),
        (90.0, 179.75, 259_200),
        (0.0, 0.0, 129_961),
        (0.0, 180.0, 129_601),
    ],
)
def test_priogrid_counts_from_the_south_west(lat: float, lon: float, gid: int) -> None:
    assert priogrid(lat, lon) == gid


@given(LATITUDES, LONGITUDES)
def test_a_point_lies_in_its_priogrid_cell(lat: float, lon: float) -> None:
    gid = priogrid(lat, lon)
    assert 1 <= gid <= 259_200
    row, column = divmod(gid - 1, 720)
    assert row / 2 - 90 - 1e-9 <= lat <= row / 2 - 89.5 + 1e-9
    # The meridian of 180 degrees is both edges of the world; adding 180 rounds a few billionths of a degree away.
    assert (column == 0 and lon > 180 - 1e-9) or column / 2 - 180 - 1e-9 <= lon <= column / 2 - 179.5 + 1e-9


@given(LATITUDES, LONGITUDES, st.integers(1, 5), st.none() | st.floats(0.1, 3000))
def test_an_h3_cell_is_no_finer_than_the_place(lat: float, lon: float, precision: int, radius: float | None) -> None:
    cell = h3_cell(lat, lon, precision, radius)
    assert h3.is_valid_cell(cell)
    at = h3.get_resolution(cell)
    if radius is not None:
        assert at == 0 or h3.average_hexagon_area(at, unit="km^2") >= pi * radius**2
        assert at == resolution(radius)


@pytest.mark.parametrize(("precision", "at"), [(1, 5), (2, 3), (3, 3), (4, 2), (5, 0)])
def test_without_a_radius_the_precision_decides(precision: int, at: int) -> None:
    assert h3.get_resolution(h3_cell(15.17, 0.14, precision, None)) == at


@pytest.mark.corpus
def test_cells_are_those_of_ucdp() -> None:
    folder = os.environ.get("KIBARU_CORPORA")
    if not folder:
        pytest.skip("KIBARU_CORPORA names no folder with the corpora")
    wrong = seen = 0
    for path in sorted((Path(folder) / "data" / "knowledge" / "ucdp-ged").glob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                if row.get("priogrid_gid"):
                    seen += 1
                    gid = int(float(row["priogrid_gid"]))
                    wrong += gid != priogrid(float(row["latitude"]), float(row["longitude"]))
    assert seen > 1000
    assert wrong == 0
