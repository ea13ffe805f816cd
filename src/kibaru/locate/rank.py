"""Decides among places of one name: container, countries of the report, nearness, class and size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import cos, radians, sqrt
from operator import itemgetter
from typing import Final, NamedTuple

from kibaru.clean.names import fold
from kibaru.lang.en.places import Kind, personal
from kibaru.locate.gazetteer import weight
from kibaru.locate.spots import Spot
from kibaru.model.knowledge import PlaceEntry

# The table of weights, in the unit of `gazetteer.weight` (about one for a factor ten in population).
SHARE: Final = 3.0
SAME_SENTENCE: Final = 1.5
NEXT_SENTENCE: Final = 0.8
UNIT_NAMED: Final = 1.5
NEAR_ANOTHER: Final = 1.0
NEAR_KM: Final = 150.0
_NEAR_DEGREES: Final = 1.36
ALIAS: Final = 1.0
OUTWEIGHED: Final = 2.5
KIND_FITS: Final = 3.0
CONTAINED: Final = 6.0
TIE: Final = 0.4
APART_KM: Final = 50.0
COUNTRIES: Final = frozenset({"A.PCLI", "A.TERR"})
WIDE: Final = frozenset({"L.RGN", "L.CONT", "H.SEA", "H.OCN"})
_BIG_TOWN: Final = 100_000
_METROPOLIS: Final = 6.0
_TOWN_OVER_UNIT: Final = 5000


_BEST_KNOWN: Final = "the best known place of this name"
# Below every score.
_NONE: Final = -1000.0


class _Bases:
    """Entries of a name with their scores before any context: all from the highest down, and the same by country."""

    def __init__(self, bases: list[tuple[float, PlaceEntry]]) -> None:
        self.ranked = sorted(bases, key=itemgetter(0), reverse=True)
        self.by_country: dict[str, list[tuple[float, PlaceEntry]]] = {}
        for each in self.ranked:
            self.by_country.setdefault(each[1].country, []).append(each)


class CountryHint(NamedTuple):
    """A country (ISO3) that a demonym or an actor implies, with a weight of about 1, in one sentence or anywhere."""

    country: str
    weight: float
    sentence: int | None = None


def km(one: PlaceEntry, other: PlaceEntry) -> float | None:
    """Distance of two entries, None where one has no point. Flat-earth: good enough within a few hundred km."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    east = (other.lon - one.lon) * cos(radians((one.lat + other.lat) / 2))
    return 111.2 * sqrt((other.lat - one.lat) ** 2 + east**2)


def strong(entry: PlaceEntry) -> bool:
    """Whether a place is so well known that its bare name means it."""
    if entry.feature in COUNTRIES or entry.feature in WIDE or entry.feature in {"A.ADM1", "P.PPLC", "V.FRST", "T.MTS"}:
        return True
    return entry.id.startswith("kibaru:") or entry.population >= _BIG_TOWN


@dataclass(slots=True)
class Context:
    """What the report says about where it plays: votes for countries, first-order units named, places settled."""

    votes: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    local: dict[tuple[int, str], float] = field(default_factory=lambda: defaultdict(float))
    units: set[tuple[str, str]] = field(default_factory=set)
    settled: dict[str, PlaceEntry] = field(default_factory=dict)
    # What was found out before: support by sentence and country as of the last vote, the standing of a name's entries
    # by name and kind, and for an entry how many settled places are known to be far from it (-1: one is near).
    _told: dict[tuple[int, str], float] = field(default_factory=dict)
    bases: dict[tuple[str, Kind | None], _Bases] = field(default_factory=dict)
    _far: dict[str, int] = field(default_factory=dict)

    def vote(self, country: str, amount: float, sentence: int | None) -> None:
        """Count a country, in a sentence or for the report as a whole."""
        if country:
            self._told.clear()
            self.votes[country] += amount
            if sentence is not None:
                self.local[sentence, country] += amount

    def support(self, country: str, sentence: int) -> float:
        """How much the report, the sentence and its neighbours speak for a country; 0 if nothing does."""
        known = self._told.get((sentence, country))
        if known is None:
            known = self._told[sentence, country] = self._support(country, sentence)
        return known

    def _support(self, country: str, sentence: int) -> float:
        mine = self.votes.get(country, 0.0)
        if not mine:
            return 0.0
        here = self.local.get((sentence, country), 0.0)
        beside = self.local.get((sentence - 1, country), 0.0) + self.local.get((sentence + 1, country), 0.0)
        local = SAME_SENTENCE * min(1.0, here) + NEXT_SENTENCE * min(1.0, beside)
        return SHARE * mine / sum(self.votes.values()) + local

    def near(self, entry: PlaceEntry) -> bool:
        """Whether a place that the report has settled, another one, is within `NEAR_KM`."""
        seen = self._far.get(entry.id, 0)
        if seen < 0 or seen == len(self.settled) or entry.lat is None:
            return seen < 0
        for other in islice(self.settled.values(), seen, None):
            # The cheap test first: most places are much further north or south.
            if other.lat is None or abs(other.lat - entry.lat) > _NEAR_DEGREES or other.id == entry.id:
                continue
            apart = km(other, entry)
            if apart is not None and apart < NEAR_KM:
                self._far[entry.id] = -1
                return True
        self._far[entry.id] = len(self.settled)
        return False

    def likely(self, sentence: int) -> list[str]:
        """The countries with support in order, the most likely first, four at most."""
        ranked = sorted(self.votes, key=lambda c: (-self.support(c, sentence), c))
        return ranked[:4]


def first_votes(spots: Iterable[Spot], hints: Sequence[CountryHint]) -> Context:
    """Votes of the hints and of names that need no context: countries, first-order units, very large towns."""
    context = Context()
    for hint in hints:
        context.vote(hint.country, hint.weight, hint.sentence)
    for spot in spots:
        if not spot.entries:
            continue
        best = spot.entries[0]
        if best.feature in COUNTRIES and (not spot.part_of_name or spot.owned):
            context.vote(best.country, 0.2 if _outweighed(best, spot.entries) else 1.0, spot.sentence)
        elif not spot.part_of_name and not spot.facility and strong(best) and _speaks(spot, best):
            least = weight(best) - 1.0
            rivals = {e.country for e in spot.entries[1:] if e.country != best.country and weight(e) > least}
            context.vote(best.country, 0.2 if rivals else 0.7, spot.sentence)
        if best.feature == "A.ADM1" and best.admin1:
            context.units.add((best.country, fold(best.admin1)))
    return context


def _outweighed(country: PlaceEntry, entries: Iterable[PlaceEntry]) -> bool:
    """Whether a unit of another country has a country's name and more people, so that only context tells them apart:
    Georgia."""
    return any(e.feature == "A.ADM1" and e.population > country.population for e in entries)


def _speaks(spot: Spot, best: PlaceEntry) -> bool:
    """Whether a name is surely a place, so that it may vote for its country, and so for itself."""
    if spot.frame.locative or spot.frame.kind or spot.frame.owner >= 0:
        return True
    return not personal(fold(spot.name)) and (weight(best) >= _METROPOLIS or best.feature == "A.ADM1")


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry chosen for a name, its rivals that could not be told apart, its lead's reasons as words.

    `dispute` says that sources contradict each other on where it is.
    """

    entry: PlaceEntry
    alternatives: tuple[PlaceEntry, ...]
    why: str
    supported: bool
    dispute: str = ""


def _kind_bonus(entry: PlaceEntry, kind: Kind) -> float:
    if kind is Kind.FACILITY:
        return 0.0
    unit = entry.feature
    if kind is Kind.ADMIN1:
        fits = unit == "A.ADM1" or unit == "L.RGN"
        return KIND_FITS if fits else (1.0 if unit == "A.ADM2" else 0.0)
    if kind is Kind.ADMIN2:
        return KIND_FITS if unit == "A.ADM2" else (1.0 if unit in {"A.ADM1", "A.ADM3"} else 0.0)
    if kind is Kind.TOWN:
        return KIND_FITS if unit.startswith("P.") else (-2.0 if unit.startswith("A.") else 0.0)
    return KIND_FITS if unit[0] in "LVTH" else 0.0


def _unit_of(entry: PlaceEntry) -> tuple[str, str] | None:
    """The first-order unit that an entry lies in, as `Context.units` has it."""
    return (entry.country, fold(entry.admin1)) if entry.admin1 and entry.feature != "A.ADM1" else None


def _base(spot: Spot, folded: str, entry: PlaceEntry) -> float:
    """What speaks for an entry wherever the name stands: its size and class, its own name, the noun beside it."""
    score = weight(entry)
    if entry.name != spot.name and fold(entry.name) != folded:
        score -= ALIAS
    return score if spot.frame.kind is None else score + _kind_bonus(entry, spot.frame.kind)


def _bases(spot: Spot, entries: Sequence[PlaceEntry]) -> _Bases:
    folded = fold(spot.name)
    bases = []
    for entry in entries:
        score = _base(spot, folded, entry)
        if entry.feature in COUNTRIES and _outweighed(entry, entries):
            score -= OUTWEIGHED
        bases.append((score, entry))
    return _Bases(bases)


def _reasons(spot: Spot, context: Context, bases: _Bases) -> list[tuple[float, str, PlaceEntry]]:
    """The entries that may win or rival the winner with their scores in context and why, in no order."""
    several = len(bases.ranked) > 1
    units = context.units
    about = {country for country, _ in units}
    scored: list[tuple[float, str, PlaceEntry]] = []
    top = _NONE
    for country in (about | context.votes.keys()) & bases.by_country.keys():
        support = context.support(country, spot.sentence)
        for score, entry in bases.by_country[country]:
            why = _BEST_KNOWN
            if support:
                score += support
                why = "in the country that the report speaks of"
            if country in about and _unit_of(entry) in units:
                score += UNIT_NAMED
                why = f"in {entry.admin1}, which the report names"
            elif several and country in about and entry.feature == "A.ADM1":
                score += UNIT_NAMED
            scored.append((score, why, entry))
            if score > top:
                top = score
    # Of a common name's hundreds of places most lie where the report never looks; those too small to win stay out.
    for score, entry in bases.ranked:
        if score < top - TIE - NEAR_ANOTHER:
            break
        if entry.country not in about and entry.country not in context.votes:
            scored.append((score, _BEST_KNOWN, entry))
            if score > top:
                top = score
    return scored if not several else _with_nearness(context, scored, top - TIE - NEAR_ANOTHER)


def _with_nearness(
    context: Context, scored: list[tuple[float, str, PlaceEntry]], least: float
) -> list[tuple[float, str, PlaceEntry]]:
    """Nearness is dear to tell: asked only of those with more than `least`, where it could make a difference."""
    found = []
    for each in scored:
        score, why, entry = each
        if score > least:
            found.append((score + NEAR_ANOTHER, why, entry) if context.near(entry) else each)
    return found


def _same_seat(unit: PlaceEntry, others: Sequence[PlaceEntry]) -> PlaceEntry | None:
    """The town that a unit is named for, where it is of some size."""
    for other in others:
        seat = other.feature.startswith("P.") and other.country == unit.country and other.admin1 == unit.admin1
        if seat and (unit.feature == "A.ADM2" or other.population >= _TOWN_OVER_UNIT):
            return other
    return None


def _contrary(town: PlaceEntry, entries: Sequence[PlaceEntry]) -> list[PlaceEntry]:
    """The camps and posts that bear a town's name but lie far from it in the same unit: one source must be wrong."""
    sites = [e for e in entries if e.feature[0] == "S" and e.country == town.country]
    return [e for e in sites if town.admin1 and e.admin1 == town.admin1 and (km(town, e) or 0.0) > APART_KM]


def choose(spot: Spot, context: Context, among: Sequence[PlaceEntry] | None = None) -> Choice | None:
    """The best of a spot's entries in context, None where the context draws a border that none is inside of."""
    entries = spot.entries if among is None else among
    if not entries:
        return None
    if among is not None:
        bases = _bases(spot, entries)
    elif (known := context.bases.get((spot.name, spot.frame.kind))) is not None:
        bases = known
    else:
        bases = context.bases[spot.name, spot.frame.kind] = _bases(spot, entries)
    scored = _reasons(spot, context, bases)
    if len(scored) > 1:
        scored.sort(key=lambda item: (-item[0], item[2].id))
    score, why, best = scored[0]
    units = spot.frame.kind in {Kind.ADMIN1, Kind.ADMIN2}
    if best.feature in {"A.ADM1", "A.ADM2"} and not units:
        seat = _same_seat(best, entries)
        best = seat or best
    rivals = [e for s, _, e in scored if score - s < TIE and e.id != best.id and (km(best, e) or 0.0) > APART_KM]
    contrary = _contrary(best, entries) if len(entries) > 1 and best.feature.startswith("P.") else []
    dispute = f"; sources place it {km(best, contrary[0]) or 0.0:.0f} km apart" if contrary else ""
    supported = context.support(best.country, spot.sentence) > 0
    return Choice(best, (*rivals[:3], *contrary[:1]), why, supported, dispute)


def inside(spot: Spot, container: PlaceEntry) -> list[PlaceEntry]:
    """The entries of a spot that lie in a country, unit or town."""
    if container.feature in COUNTRIES:
        return [e for e in spot.entries if e.country == container.country and e.feature not in COUNTRIES]
    names = {fold(n) for n in (container.name, container.admin1 or "", container.admin2 or "") if n}
    if container.feature == "A.ADM1":
        names = {fold(container.name)}
    found = []
    for entry in spot.entries:
        if entry.country != container.country or entry.id == container.id or entry.feature in COUNTRIES:
            continue
        units = {fold(n) for n in (entry.admin1, entry.admin2) if n}
        distance = km(entry, container)
        close = distance is not None and distance <= (container.radius_km or 30.0)
        if units & names or (container.feature[0] in "LP" and close):
            found.append(entry)
    return found
