"""Rows of the two knowledge rooms, as gazetteers and registries hand them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kibaru.model.values import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """One place of a gazetteer.

    `id` carries its source ("geonames:6689833", "wof:101752435"). `feature` is GeoNames' class and code ("P.PPL", "L.LCTY",
    "A.ADM1", "A.PCLI"). `admin1` and `admin2` are names; `population` is 0 where unknown;
    `radius_km` is set for areas.
    """

    id: str
    name: str
    lat: float | None
    lon: float | None
    country: str
    feature: str
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One actor of a registry, as found under one of its names.

    `role` tells what the entry is to grammar: "group", "force" (of a state), "government", "mission", "organisation",
    "person". `acts_for` is the id of the actor that a person or office speaks and acts for. `alone` says whether the
    alias under which it was found may stand without context. `related` are ties to other actors by their ids: "split
    from", "joined", "allied with".
    """

    id: str
    name: str
    kind: ActorKind
    role: str
    country: str | None = None
    countries: tuple[str, ...] = ()
    acts_for: str | None = None
    active_from: date | None = None
    active_to: date | None = None
    alone: bool = True
    source: str = ""
    related: tuple[tuple[str, str], ...] = ()

    def actor(self) -> Actor:
        """The value that records carry."""
        return Actor(self.name, self.kind, self.id, self.country)

    def active_on(self, day: date | None) -> bool:
        """Whether the entry holds on that day; without a day nothing is ruled out."""
        if day is None:
            return True
        after = self.active_from is None or self.active_from <= day
        return after and (self.active_to is None or day <= self.active_to)
