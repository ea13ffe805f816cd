"""A place given as fields and not in running text: its name, its country and, where known, its first-order unit.

Lists of incidents and of humanitarian sites name places so ("Kafr Zayta town", "Hamah Governorate", SYR). The country
draws a border that no candidate crosses; the unit decides among namesakes and keeps other spellings in check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kibaru.clean.names import fold, other_articles, skeleton
from kibaru.lang.en.places import Kind, inner_names, plain_names
from kibaru.locate.gazetteer import SqliteGazetteer, weight
from kibaru.locate.rank import APART_KM, COUNTRIES, TIE, km
from kibaru.model.knowledge import PlaceEntry

# A unit is the one meant from this likeness on: there are few units, so that a stranger is seldom near.
_SAME_UNIT: Final = 0.75
# What an alternate name of the same consonants counts: believed only for names that have more than a few of them.
_BY_ALIAS: Final = 0.8
_MANY_CONSONANTS: Final = 4
# A unit without a polygon reaches about so far, in kilometres.
_UNIT_KM: Final = 100.0
_KIND_FITS: Final = 3.0
_SEVERAL: Final = re.compile(r"\s*[/()]\s*")


class Match(StrEnum):
    """How a name was found: as it stands, under another spelling, or by a place that it only mentions."""

    EXACT = "exact"
    SPELLING = "spelling"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Hit:
    """The place found for a name. `likeness` is 1 but for other spellings; `alternatives` could not be told apart."""

    entry: PlaceEntry
    match: Match
    likeness: float
    alternatives: tuple[PlaceEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class _Search:
    gazetteer: SqliteGazetteer
    country: str
    unit: PlaceEntry | None

    def exact(self, name: str) -> list[tuple[PlaceEntry, float]]:
        entries = self.gazetteer.exact(name)
        return [(e, 1.0) for e in entries if e.country == self.country and e.feature not in COUNTRIES]

    def heard(self, name: str) -> list[tuple[PlaceEntry, float]]:
        many = len(skeleton(name)) >= _MANY_CONSONANTS
        return [(e, s) for e, s in self.gazetteer.similar(name, self.country) if s != _BY_ALIAS or many]

    def best(self, found: Sequence[tuple[PlaceEntry, float]], kind: Kind | None, match: Match) -> Hit | None:
        """The likeliest inside the unit, with the rivals far from it that nothing sets apart."""
        unit = self.unit
        inside = [(e, s) for e, s in found if unit is None or _within(e, unit)]
        if unit is not None:
            # Places whose unit the gazetteer does not know count only by distance, where no other is there.
            inside = inside or [(e, s) for e, s in found if e.admin1 is None and _reaches(unit, e)]
        if not inside:
            return None
        ranked = sorted(inside, key=lambda pair: (-pair[1], -_fit(pair[0], kind), pair[0].id))
        best, likeness = ranked[0]
        least = _fit(best, kind) - TIE
        equal = [e for e, s in ranked[1:] if s == likeness and _fit(e, kind) > least]
        return Hit(best, match, likeness, tuple(e for e in equal if (km(best, e) or 0.0) > APART_KM)[:3])


def find_named(name: str, gazetteer: SqliteGazetteer, country: str, admin1: str | None = None) -> Hit | None:
    """The place of that name in a country (ISO3), inside the unit if one is named; None if the gazetteer lacks it."""
    search = _Search(gazetteer, country, _unit(admin1, gazetteer, country) if admin1 else None)
    parts = [plain_names(part) for part in _SEVERAL.split(name) if part.strip()]
    return next(_hits(search, name, parts), None)


def _hits(search: _Search, name: str, parts: list[tuple[tuple[str, ...], Kind | None]]) -> Iterator[Hit]:
    """The surest way of finding a place first."""
    spelt = [(form, kind) for forms, kind in parts for form in (*forms, *other_articles(forms[-1]))]
    exact = [(search.exact(form), kind) for form, kind in spelt]
    for found, kind in exact:
        if hit := search.best(found, kind, Match.EXACT):
            yield hit
    for forms, kind in parts:
        if hit := search.best(search.heard(forms[-1]), kind, Match.SPELLING):
            yield hit
    # Sources draw units differently: the only namesake of the country may lie just across the line.
    for found, _ in exact:
        if search.unit and len(found) == 1 and _reaches(search.unit, found[0][0]):
            yield Hit(found[0][0], Match.EXACT, 1.0)
    for inner in inner_names(name):
        for form in (inner, *other_articles(inner)):
            if hit := search.best(search.exact(form), parts[0][1], Match.PART):
                yield hit
    for forms, kind in parts:
        like = search.gazetteer.resembling(forms[-1], search.country)
        if hit := search.best(like, kind, Match.SPELLING):
            yield hit


def _unit(name: str, gazetteer: SqliteGazetteer, country: str) -> PlaceEntry | None:
    """The first-order unit meant, under another spelling if need be."""
    forms = plain_names(name)[0]
    named = [e for form in forms for e in gazetteer.exact(form)]
    heard = [e for e, s in gazetteer.similar(forms[-1], country) if s >= _SAME_UNIT]
    return next((e for e in (*named, *heard) if e.country == country and e.feature == "A.ADM1"), None)


def _within(entry: PlaceEntry, unit: PlaceEntry) -> bool:
    return entry.admin1 is not None and fold(entry.admin1) == fold(unit.name)


def _reaches(unit: PlaceEntry, entry: PlaceEntry) -> bool:
    apart = km(entry, unit)
    return apart is not None and apart <= (unit.radius_km or _UNIT_KM)


def _fit(entry: PlaceEntry, kind: Kind | None) -> float:
    """Size and class, and whether the noun beside the name says the same; without a noun a town is meant."""
    fits = entry.feature.startswith("P.") == (kind in {None, Kind.TOWN})
    return weight(entry) + (_KIND_FITS if fits else 0.0)
