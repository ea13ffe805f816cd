"""Readers of the gazetteer's sources: each yields `Row`s or small tables and knows one file format."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kibaru.locate.dump import UNWANTED, latin, usable

__all__ = ["latin", "usable"]


@dataclass(slots=True)
class Row:
    """One place while the sources are merged. `names` are alternates; `admin1` and `admin2` are names."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    country: str
    feature: str
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    radius: float | None = None
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Country:
    """A row of countryInfo.txt."""

    iso2: str
    iso3: str
    numeric: str
    name: str
    capital: str
    area_km2: float
    population: int
    geonames_id: int


def countries(folder: Path) -> list[Country]:
    """The countries and dependencies of GeoNames."""
    found = []
    for line in (folder / "countryInfo.txt").read_text("utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith(("#", "ISO\t")) or not cells[16]:
            continue
        area, people = float(cells[6] or 0), int(cells[7] or 0)
        found.append(Country(cells[0], cells[1], cells[2], cells[4], cells[5], area, people, int(cells[16])))
    return found


def admin_codes(path: Path) -> dict[str, tuple[str, int]]:
    """Code ("ML.09" or "ML.09.7670553") to name and GeoNames id."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return {cells[0]: (cells[1], int(cells[3])) for cells in rows}


def sahel_dump(path: Path) -> Iterator[tuple[list[str], str]]:
    """The wanted lines of a GeoNames dump as cells, with the feature ("P.PPL")."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            feature = f"{cells[6]}.{cells[7]}"
            if feature not in UNWANTED and cells[6] not in {"R", "U"}:
                yield cells, feature


def whosonfirst(path: Path) -> Iterator[dict[str, Any]]:
    """The current features of one Who's On First file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            feature: dict[str, Any] = json.loads(line)
            if feature["cur"] != 0 and feature["name"]:
                yield feature


def wof_names(feature: dict[str, Any]) -> set[str]:
    """The English, French and undetermined Latin names of a Who's On First feature."""
    names = {feature["name"]}
    for language, forms in (feature["names"] or {}).items():
        if language[:3] in {"eng", "fra", "und"}:
            names.update(forms)
    return {name for name in names if usable(name)}


def wof_english(feature: dict[str, Any]) -> str:
    """The preferred English name, else the default one."""
    english = (feature["names"] or {}).get("eng_x_preferred")
    return english[0] if english else str(feature["name"])


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a reviewed TSV file with a header; lines that begin with # are notes."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
