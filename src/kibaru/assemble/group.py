"""Bring the sentences of a report together: which of them tell of one incident."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Final

from kibaru.assemble.setting import ARMED_CLASSES, CIVIL_CLASSES
from kibaru.model.happening import Happening
from kibaru.model.mention import Modality
from kibaru.model.reading import Cue, PartyClass
from kibaru.model.values import DatePrecision, DateRange, Place
from kibaru.vocab.families import Family, family_of, ways_of

# What speaks for and against a sentence telling of an incident already told. Reviewed by hand on the project's own vignettes.
WEIGHTS: Final = {
    "refers back": 2.0,
    "same day": 1.0,
    "same place": 2.0,
    "shared party": 1.0,
    "next sentence": 1.0,
    "main incident": 0.5,
    "nothing of its own": 1.0,
    "same way": 0.75,
    "toll only": 0.5,
    "other victims": -2.0,
    "says another": -3.0,
    "other way": -1.5,
}
THRESHOLD: Final = 1.0
_NEAR_KM: Final = 40.0
# A sentence is held against the main incident and the last ones told, so that a book of reports takes no day.
_MOST_OPEN: Final = 100
# Casualties told without a deed join these; deals, arrests and coups are told apart from them.
_HARMFUL: Final = frozenset({Family.ANY, Family.FORCE, Family.CROWD, Family.ABDUCTION, Family.SEXUAL})
_EARTH_DIAMETER_KM: Final = 12742.0


@dataclass(slots=True)
class Group:
    """The happenings of one incident, in the order of the report."""

    members: list[Happening] = field(default_factory=list)
    family: Family = Family.ANY
    names: set[str] = field(default_factory=set)
    ways: set[str] = field(default_factory=set)
    places: dict[Place, None] = field(default_factory=dict)
    day: DateRange | None = None
    victims: set[PartyClass] = field(default_factory=set)

    def add(self, happening: Happening) -> None:
        """Take a member in; what the members tell together is kept, for each later sentence is held against it."""
        self.members.append(happening)
        if self.family is Family.ANY:
            self.family = family_of(happening.senses)
        self.names |= _names(happening)
        self.ways |= ways_of(happening.senses)
        self.places.update(dict.fromkeys(_fine_places(happening)))
        self.victims.update(p.kind for t in happening.tolls for p in t.members)
        day = first_day([happening])
        if self.day is None or (self.day.precision is not DatePrecision.DAY and _is_day(day)):
            self.day = day


def group(happenings: Sequence[Happening]) -> tuple[tuple[Happening, ...], ...]:
    """Happenings by incident; the order of the report is kept."""
    groups: list[Group] = []
    for happening in happenings:
        near = groups if len(groups) <= _MOST_OPEN else [groups[0], *groups[1 - _MOST_OPEN :]]
        scored = [(_affinity(g, happening, groups), -k, g) for k, g in enumerate(near)]
        best = max(scored, key=lambda row: row[:2], default=None)
        if best is not None and best[0] >= THRESHOLD:
            best[2].add(happening)
        elif happening.senses:
            groups.append(Group())
            groups[-1].add(happening)
    return tuple(tuple(g.members) for g in groups)


def _affinity(target: Group, happening: Happening, groups: Sequence[Group]) -> float:
    if not _compatible(target, happening):
        return -10.0
    score = WEIGHTS["main incident"] * (target is groups[0])
    if happening.definite or not happening.senses:
        score += WEIGHTS["refers back"]
    score += _time_affinity(target, happening) + _place_affinity(target, happening)
    if _names(happening) & target.names:
        score += WEIGHTS["shared party"]
    if happening.sentence.index - target.members[-1].sentence.index <= 1:
        score += WEIGHTS["next sentence"]
    cared = Cue.CARE in happening.cues and family_of(happening.senses) is Family.ANY
    if cared or not (happening.times or _fine_places(happening)):
        score += WEIGHTS["nothing of its own"]
        score += WEIGHTS["toll only"] * (family_of(happening.senses) is Family.ANY)
    if Cue.ANOTHER in happening.cues and not happening.definite:
        score += WEIGHTS["says another"]
    if happening.times and _other_victims(target, happening):
        score += WEIGHTS["other victims"]
    ways = ways_of(happening.senses)
    if ways & target.ways:
        score += WEIGHTS["same way"]
    elif ways and target.ways and not happening.definite:
        score += WEIGHTS["other way"]
    return score


def _compatible(target: Group, happening: Happening) -> bool:
    first = target.members[0]
    if happening.modality is not first.modality or happening.role is not first.role:
        return not happening.senses and first.modality is Modality.ASSERTED and happening.role is first.role
    one, other = target.family, family_of(happening.senses)
    if not happening.senses:
        return one in {Family.FORCE, Family.ABDUCTION, Family.ANY}
    if one is other:
        return True
    if Family.ANY in {one, other}:
        return {one, other} <= _HARMFUL
    if one is Family.CROWD and other is Family.CUSTODY:
        return True
    if Family.CROWD in {one, other} and Family.FORCE in {one, other}:
        crowd = {PartyClass.PROTESTER, PartyClass.RIOTER, PartyClass.POLICE}
        return any(p.kind in crowd for p in happening.around)
    return False


def first_day(members: Sequence[Happening]) -> DateRange | None:
    """The first date range of a group, days before anything coarser."""
    ranges = [t.when for m in members for t in m.times[:1] if isinstance(t.when, DateRange)]
    return next((r for r in ranges if r.precision is DatePrecision.DAY), ranges[0] if ranges else None)


def _is_day(when: DateRange | None) -> bool:
    return when is not None and when.precision is DatePrecision.DAY


def _time_affinity(target: Group, happening: Happening) -> float:
    one, other = target.day, first_day([happening])
    if Cue.CARE in happening.cues and family_of(happening.senses) is Family.ANY:
        return 0.0
    if one is None or other is None:
        return 0.0
    if one.until <= other.first or other.until <= one.first:
        return -10.0 if not happening.definite else -2.0
    return WEIGHTS["same day"] if one == other else 0.0


def _other_victims(target: Group, happening: Happening) -> bool:
    """Only civilians are counted here, and only people with arms were so far."""
    here = [p.kind for t in happening.tolls for p in t.members]
    civil = bool(here) and all(k in CIVIL_CLASSES for k in here)
    return civil and bool(target.victims) and target.victims <= ARMED_CLASSES


def _place_affinity(target: Group, happening: Happening) -> float:
    if Cue.CARE in happening.cues and family_of(happening.senses) is Family.ANY:
        # Where the wounded were taken is not where they were hit.
        return 0.0
    here, there = _fine_places(happening), target.places
    if not here or not there:
        return 0.0
    if any(_near(a, b) for a in here for b in there):
        return WEIGHTS["same place"]
    if {p.country for p in here} & {p.country for p in there} and (_coarse(here) or _coarse(there)):
        return 0.0
    return -10.0 if not happening.definite else -2.0


def _fine_places(happening: Happening) -> list[Place]:
    return [p.place for p in happening.places[:2] if p.place and p.locative and p.place.precision <= 5]


def _coarse(places: Iterable[Place]) -> bool:
    return all(p.precision >= 3 for p in places)


def _near(one: Place, other: Place) -> bool:
    if one.gazetteer_id and one.gazetteer_id == other.gazetteer_id:
        return True
    return distance_km(one, other) <= _NEAR_KM + (one.radius_km or 0.0) + (other.radius_km or 0.0)


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance; infinite where a place has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    first, second = radians(one.lat), radians(other.lat)
    h = sin((second - first) / 2) ** 2 + cos(first) * cos(second) * sin(radians(other.lon - one.lon) / 2) ** 2
    return _EARTH_DIAMETER_KM * asin(sqrt(min(1.0, h)))


def _names(happening: Happening) -> set[str]:
    return {p.actor.actor.name for p in (*happening.agents, *happening.patients) if p.actor and p.actor.actor}
