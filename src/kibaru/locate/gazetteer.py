"""The gazetteer as one read-only SQLite file: exact names, other spellings inside a country, countries.

The file is built by tools/build_gazetteer.py; its card names sources, licences and credits.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import log10
from pathlib import Path
from typing import Final

from kibaru.clean.names import fold, near_hashes, similarity, skeleton, sound_hashes
from kibaru.errors import KnowledgeError
from kibaru.model.knowledge import PlaceEntry

_WOF_BASE: Final = 1 << 32
_OWN_BASE: Final = 1 << 40
_POINT_SHIFT: Final = 22
_ALIKE: Final = 0.75
_ALIAS_ALIKE: Final = 0.8
# What a name without context most likely means: a country, then a city by its size, then the rest.
_FEATURE_WEIGHT: Final = {
    "A.PCLI": 9.0,
    "L.CONT": 8.0,
    "A.TERR": 6.5,
    "A.ADM1": 5.5,
    "L.RGN": 6.2,
    "H.OCN": 6.0,
    "H.SEA": 6.0,
    "P.PPLC": 6.5,
    "A.ADM2": 3.0,
    "S.AIRP": 2.0,
}
_ALIAS_COST: Final = 1.0

_COLUMNS: Final = (
    "p.id, p.name, p.point, p.population, k.country, k.feature, k.admin1, k.admin2, a.radius_km, s.text"
    " FROM place p JOIN kind k ON k.id = p.kind LEFT JOIN area a ON a.id = p.id LEFT JOIN slug s ON s.id = p.id"
)
_EXACT: Final = f"SELECT n.alias, {_COLUMNS} JOIN name n ON n.place = p.id WHERE n.folded = ?"
_SOUND: Final = "SELECT p.id, p.name FROM sound o JOIN place p ON p.id = o.place WHERE o.hash = ?"
_BY_ID: Final = f"SELECT 1, {_COLUMNS} WHERE p.id = ? AND k.country = ?"
_SOUNDS: Final = f"SELECT 1, {_COLUMNS} JOIN sound o ON o.place = p.id WHERE o.hash IN ({{}}) AND k.country = ?"
_COUNTRIES: Final = f"SELECT 0, {_COLUMNS} WHERE k.feature IN ('A.PCLI', 'A.TERR')"

_Raw = tuple[int, int, str, int | None, int | None, str, str, str | None, str | None, int | None, str | None]


def bundled() -> Path:
    """The gazetteer that comes with the package."""
    return Path(__file__).resolve().parent.parent / "data" / "gazetteer.sqlite"


def weight(entry: PlaceEntry) -> float:
    """How likely a bare name means this place: by feature class and population; comparable between entries."""
    return _weight(entry.feature, entry.population)


@lru_cache(maxsize=16384)
def _weight(feature: str, population: int) -> float:
    base = _FEATURE_WEIGHT.get(feature)
    people = log10(population + 1)
    if base is not None:
        return base + 0.1 * people
    if feature.startswith("P."):
        return people if people > 1.5 else 1.5
    return 1.0


def _entry(raw: _Raw) -> PlaceEntry:
    _, key, name, point, population, country, feature, admin1, admin2, radius, slug = raw
    ident = slug if slug is not None else f"wof:{key - _WOF_BASE}" if key >= _WOF_BASE else f"geonames:{key}"
    lat = lon = None
    if point is not None:
        lat = round((point >> _POINT_SHIFT) / 10000 - 90, 4)
        lon = round((point & ((1 << _POINT_SHIFT) - 1)) / 10000 - 180, 4)
    return PlaceEntry(ident, name, lat, lon, country, feature, admin1, admin2, population or 0, radius)


def _likest(pair: tuple[PlaceEntry, float]) -> tuple[float, float, str]:
    entry, likeness = pair
    return -likeness, -weight(entry), entry.id


class SqliteGazetteer:
    """`ports.Gazetteer` over the bundled file or another one of its form. For many threads; reopens when unpickled.

    Raises KnowledgeError when the file or its card is missing or no gazetteer.
    """

    def __init__(self, path: Path | None = None, remembered: int = 16384) -> None:
        self._path = path or bundled()
        self._remembered = remembered
        self._open()

    def _open(self) -> None:
        card = self._path.with_suffix(".card.json")
        if not self._path.is_file() or not card.is_file():
            raise KnowledgeError(
                f"the gazetteer {self._path.name} or its card is missing: run tools/build_gazetteer.py"
            )
        self._version: str = json.loads(card.read_text("utf-8"))["sha256"]
        self._local = threading.local()
        try:
            self._countries = {raw[5]: _entry(raw) for raw in self._rows(_COUNTRIES)}
        except sqlite3.DatabaseError as error:
            raise KnowledgeError(f"{self._path.name} is no gazetteer: {error}") from error
        # The caches live on the instance, so that two files never answer for each other.
        self._exact: Callable[[str], tuple[PlaceEntry, ...]] = lru_cache(self._remembered)(self._look_up)
        self._similar: Callable[[str, str], tuple[tuple[PlaceEntry, float], ...]] = lru_cache(4096)(self._listen)

    def __reduce__(self) -> tuple[type[SqliteGazetteer], tuple[Path, int]]:
        return SqliteGazetteer, (self._path, self._remembered)

    def _base(self) -> sqlite3.Connection:
        """This thread's connection."""
        base: sqlite3.Connection | None = getattr(self._local, "base", None)
        if base is None:
            base = sqlite3.connect(f"{self._path.as_uri()}?mode=ro&immutable=1", uri=True)
            # 8 MiB, four times the usual: the upper pages of an index of millions stay in memory.
            base.execute("PRAGMA cache_size = -8192")
            self._local.base = base
        return base

    def _rows(self, query: str, *values: object) -> list[_Raw]:
        return self._base().execute(query, values).fetchall()

    @property
    def version(self) -> str:
        """SHA-256 of the file, as its card says."""
        return self._version

    def exact(self, name: str) -> Sequence[PlaceEntry]:
        """Entries whose primary or alternate name folds to the same form, the likeliest without context first."""
        folded = fold(name)
        return self._exact(folded) if folded else ()

    def _look_up(self, folded: str) -> tuple[PlaceEntry, ...]:
        found = [(_entry(raw), raw[0]) for raw in self._rows(_EXACT, folded)]
        found.sort(key=lambda pair: (-(weight(pair[0]) - _ALIAS_COST * pair[1]), pair[0].id))
        return tuple(entry for entry, _ in found)

    def similar(self, name: str, country: str) -> Sequence[tuple[PlaceEntry, float]]:
        """Entries of a country (ISO3) whose name may be another spelling, best first, none below 0.75."""
        return self._similar(name, country)

    def _listen(self, name: str, country: str) -> tuple[tuple[PlaceEntry, float], ...]:
        found: list[tuple[PlaceEntry, float]] = []
        bones = skeleton(name)
        for hashed in sorted(sound_hashes(name, country)):
            for key, told in self._base().execute(_SOUND, (hashed,)).fetchall():
                # Under another skeleton it was an alternate name that has the same consonants as this one.
                likeness = similarity(name, told) if skeleton(told) == bones else _ALIAS_ALIKE
                # Two thirds are too unlike: only the others are read whole, which also shows strangers of one hash.
                if likeness >= _ALIKE:
                    found += [(_entry(raw), round(likeness, 3)) for raw in self._rows(_BY_ID, key, country)]
        return tuple(sorted(found, key=_likest))

    def resembling(self, name: str, country: str) -> Sequence[tuple[PlaceEntry, float]]:
        """As `similar`, of primary names that differ by a consonant: many more, right less often, slower to find."""
        hashes = sorted(near_hashes(name, country))
        query = _SOUNDS.format(",".join("?" * len(hashes)))
        found = {entry.id: entry for entry in map(_entry, self._rows(query, *hashes, country))}
        like = [(entry, round(similarity(name, entry.name), 3)) for entry in found.values()]
        return sorted((pair for pair in like if pair[1] >= _ALIKE), key=_likest)

    def country(self, iso3: str) -> PlaceEntry | None:
        """The country itself, None for an unknown code."""
        return self._countries.get(iso3)


@lru_cache(1)
def default_gazetteer() -> SqliteGazetteer:
    """The gazetteer that comes with the package, opened once in a process."""
    return SqliteGazetteer()
