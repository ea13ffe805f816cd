"""The form of a gazetteer file: one SQLite schema for the built-in file and for a user's own."""

from __future__ import annotations

from typing import Final

SCHEMA: Final = """
CREATE TABLE kind (id INTEGER PRIMARY KEY, country TEXT NOT NULL, feature TEXT NOT NULL, admin1 TEXT, admin2 TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, point INTEGER, kind INTEGER NOT NULL,
  population INTEGER);
CREATE TABLE area (id INTEGER PRIMARY KEY, radius_km INTEGER NOT NULL);
CREATE TABLE name (folded TEXT NOT NULL, place INTEGER NOT NULL, alias INTEGER NOT NULL,
  PRIMARY KEY (folded, place)) WITHOUT ROWID;
CREATE TABLE sound (hash INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (hash, place)) WITHOUT ROWID;
CREATE TABLE slug (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
"""
"""`place.id` is the GeoNames id; from 2^32 on Who's On First's; from 2^40 on ids that `slug` spells out. `kind.admin1`
and `admin2` are names. `name.alias` is 0 for the primary name. `sound.hash` is `clean.names.sound_hashes`."""


def packed(lat: float, lon: float) -> int:
    """Latitude and longitude in one integer: (lat + 90) * 10^4 * 2^22 + (lon + 180) * 10^4, rounded."""
    return (round((lat + 90) * 10000) << 22) + round((lon + 180) * 10000)
