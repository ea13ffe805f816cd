"""Writes the gazetteer as one SQLite file whose bytes depend on its content only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from gazetteer_sources import Row
from kibaru.clean.names import fold, sound_hashes
from kibaru.locate.form import SCHEMA, packed

WOF_BASE = 1 << 32
OWN_BASE = 1 << 40
# Sources whose ids the file spells out: our own are words, OpenStreetMap's run into the other sources' numbers.
_SPELT_OUT = frozenset({"kibaru", "osm"})


def _numbers(rows: list[Row]) -> dict[str, int]:
    """Numeric keys: GeoNames ids as they are, Who's On First ids and the rest above them."""
    keys, own = {}, 0
    for row in rows:
        source, _, ident = row.id.partition(":")
        if source in _SPELT_OUT:
            keys[row.id] = OWN_BASE + own
            own += 1
        else:
            keys[row.id] = int(ident) + (WOF_BASE if source == "wof" else 0)
    return keys


def _names(rows: list[Row], keys: dict[str, int]) -> Iterator[tuple[str, int, int]]:
    for row in rows:
        own = fold(row.name)
        if own:
            yield own, keys[row.id], 0
        for alias in sorted({fold(name) for name in row.names} - {own, ""}):
            yield alias, keys[row.id], 1


def _sounds(rows: list[Row], keys: dict[str, int], sounded: frozenset[str]) -> Iterator[tuple[int, int]]:
    for row in rows:
        if row.country in sounded and row.feature[0] in "PLSA":
            hashes = {h for name in (row.name, *row.names) for h in sound_hashes(name, row.country)}
            yield from ((h, keys[row.id]) for h in hashes)


def point(row: Row) -> int | None:
    """The point as the file has it, None where there is none."""
    if row.lat is None or row.lon is None:
        return None
    return packed(row.lat, row.lon)


Kind = tuple[str, str, str | None, str | None]


def _kind(row: Row) -> Kind:
    return row.country, row.feature, row.admin1, row.admin2


def write(rows: list[Row], path: Path, sounded: frozenset[str]) -> None:
    """Write the file anew; the rows may come in any order. `sounded` are the countries (ISO3) found by sound too."""
    rows = sorted(rows, key=lambda row: row.id)
    keys = _numbers(rows)
    kinds = sorted({_kind(row) for row in rows}, key=lambda kind: tuple(part or "" for part in kind))
    numbers = {kind: number for number, kind in enumerate(kinds, 1)}
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA page_size = 4096")
    base.execute("PRAGMA journal_mode = OFF")
    base.executescript(SCHEMA)
    base.execute("BEGIN")
    base.executemany("INSERT INTO kind VALUES (?, ?, ?, ?, ?)", ((n, *kind) for kind, n in numbers.items()))
    places = [(keys[row.id], row.name, point(row), numbers[_kind(row)], row.population or None) for row in rows]
    base.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?)", sorted(places))
    areas = [(keys[row.id], max(1, round(row.radius))) for row in rows if row.radius]
    base.executemany("INSERT INTO area VALUES (?, ?)", sorted(areas))
    base.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(_names(rows, keys)))
    base.executemany("INSERT INTO sound VALUES (?, ?)", sorted(_sounds(rows, keys, sounded)))
    slugs = [(keys[row.id], row.id) for row in rows if row.id.partition(":")[0] in _SPELT_OUT]
    base.executemany("INSERT INTO slug VALUES (?, ?)", sorted(slugs))
    base.execute("COMMIT")
    base.execute("VACUUM")
    base.close()
