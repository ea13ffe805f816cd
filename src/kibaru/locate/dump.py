"""What a row of a GeoNames dump means: which features and names are wanted, and what is wrong with a bad row.

The form is that of allCountries.zip and of the files by country, described in GeoNames' readme.txt: 19 columns.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from kibaru.clean.names import fold
from kibaru.vocab.countries import ISO3

COLUMNS: Final = 19
# Letters beyond Latin are left out: the pipeline reads English, and they would double the file.
_LATIN: Final = re.compile(r"[\s\-'’‘ʻʼʿʾ`,.()/&0-9A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u0250-\u02af]+")
_CODE: Final = re.compile(r"[A-Z0-9]{2,4}")

# GeoNames features that no report gives as the place of an incident, and that would only add homonyms.
UNWANTED: Final = {
    *("H.STMI", "H.STM", "H.STMIX", "H.STMX", "H.STMD", "H.STMA", "H.RPDS", "H.CHNM", "H.SHOL", "H.ANCH", "H.MRSH"),
    *("H.WTRH", "H.WTLDI", "H.WTLD", "H.PNDI", "H.LKI", "T.DUNE", "T.SCRP", "T.DPR", "T.RDGE", "T.TRGD", "T.PT"),
    *("T.SLP", "T.GRGE", "T.RKS", "T.RK", "T.SPUR", "T.CLF", "T.TAL", "T.PROM", "S.TRIG", "S.RUIN", "S.ASTR"),
    *("S.STNM", "S.HTL", "V.SCRB", "V.GRSLD", "V.CULT", "L.PRK", "P.PPLQ", "P.PPLH"),
}
_ROADS: Final = {"R.RD", "R.RDJCT", "R.RTE", "R.TRL", "R.RDB"}
# Units of the past lead nowhere; sections of countries and leased areas are areas, not countries.
_HISTORICAL: Final = re.compile(r"A\.(?:ADM\dH|ADMDH|PCLH|ZNB?)")
_RENAMED: Final = {"A.PCLD": "A.TERR", "A.PCLF": "A.TERR", "A.PCLS": "A.TERR", "A.TERR": "L.AREA", "A.PCLIX": "L.AREA"}
COUNTRIES: Final = frozenset({"A.PCLI", "A.TERR"})

_GENERIC: Final = re.compile(
    r"^(?:The |Autonomous Region (?:in|of) |(?:Al )?Muhafazat (?:al )?|Province of |Region of |State of |Cercle de |"
    r"Préfecture de |Prefecture de |Département de(?: l['’]| la | )?|Departamento de |Région de(?: l['’]| la | )?|"
    r"Wilaya de |Provincia de |Estado )|"
    r"(?: Region| Province| Governorate| State| Oblast['’]?| Krai| County| District| Department| Prefecture| Cercle|"
    r" Division| Parish| Canton| Republic| Voivodeship| Raion| Municipality| Voblasts?| Woreda| Zone)$"
)


def short(name: str) -> str:
    """An admin unit's name without the word for its kind, unless nothing of substance is left."""
    bare = _GENERIC.sub("", _GENERIC.sub("", name)).strip()
    return bare if len(fold(bare)) >= 3 and fold(bare) not in {"central", "eastern", "western", "northern"} else name


def latin(name: str) -> bool:
    """Whether a name is written in Latin letters only and has a letter."""
    return bool(_LATIN.fullmatch(name)) and any(c.isalpha() for c in name)


def usable(alias: str) -> bool:
    """Whether an alternate name may be looked up: Latin, capitalised, no airport code, not too short or long."""
    if not 3 <= len(alias) <= 40 or not latin(alias) or _CODE.fullmatch(alias):
        return False
    first = next(c for c in unicodedata.normalize("NFD", alias) if c.isalpha())
    return (first.isupper() or alias[:2] in {"al", "el", "as", "at", "an", "ar"}) and len(fold(alias)) >= 3


def wanted(feature: str) -> bool:
    """Whether something can happen there: places, sites, wells, wadis, hills, forests, roads, admin units."""
    if feature[0] == "R":
        return feature in _ROADS
    return feature[0] in "AHLPSTV" and feature not in UNWANTED and not _HISTORICAL.fullmatch(feature)


class DumpRow(NamedTuple):
    """One place of a dump. `unit1` and `unit2` are codes ("ML.09", "ML.09.7670553"), empty where there are none.

    `country` is ISO 3166-1 alpha-3, empty at sea. `names` are alternates; countries have no point.
    """

    id: int
    name: str
    lat: float | None
    lon: float | None
    country: str
    feature: str
    unit1: str
    unit2: str
    population: int
    names: frozenset[str]
    radius_km: int | None


class BadRowError(ValueError):
    """The row cannot be a place; the message says why, alike for all rows of one fault."""


def read_row(line: str) -> DumpRow | None:
    """The place of one line, None for a feature that is not wanted. Raises BadRowError."""
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != COLUMNS:
        raise BadRowError(f"not {COLUMNS} columns")
    key, name, feature = _key(cells[0]), cells[1].strip(), f"{cells[6]}.{cells[7]}"
    if not fold(name):
        raise BadRowError("no name")
    if not cells[6] or not wanted(feature):
        return None
    feature = _RENAMED.get(feature, feature)
    lat, lon = _point(cells[4], cells[5])
    iso2 = cells[8]
    if iso2 and iso2 not in ISO3:
        raise BadRowError("unknown country code")
    unit1 = f"{iso2}.{cells[10]}" if iso2 and cells[10] not in {"", "00"} else ""
    unit2 = f"{unit1}.{cells[11]}" if unit1 and cells[11] else ""
    population = int(cells[14]) if cells[14].isascii() and cells[14].isdigit() else 0
    names, radius = frozenset(alias for alias in cells[3].split(",") if alias != name and usable(alias)), None
    if feature in COUNTRIES:
        return DumpRow(key, name, None, None, ISO3.get(iso2, ""), feature, "", "", population, names, None)
    if feature.startswith("A."):
        names, name = names | {name}, short(name)
        radius = {"A.ADM1": None, "A.ADM2": 45}.get(feature, 15)
    return DumpRow(key, name, lat, lon, ISO3.get(iso2, ""), feature, unit1, unit2, population, names, radius)


def _key(cell: str) -> int:
    if not (cell.isascii() and cell.isdigit()) or not 0 < int(cell) < 1 << 32:
        raise BadRowError("no GeoNames id")
    return int(cell)


def _point(latitude: str, longitude: str) -> tuple[float, float]:
    try:
        lat, lon = float(latitude), float(longitude)
    except ValueError:
        raise BadRowError("no point") from None
    # Written so that "nan" fails too.
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise BadRowError("a point off the earth")
    return lat, lon
