"""The values that claims carry. Precision is part of each value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class DatePrecision(StrEnum):
    """How sure we are of the day (UCDP date_prec 1 to 5)."""

    DAY = "day"
    DAYS = "2-6 days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DateRange:
    """A half-open interval `[first, until)` of whole days."""

    first: date
    until: date
    precision: DatePrecision

    def __post_init__(self) -> None:
        if self.until <= self.first:
            raise ValueError(f"a date range holds at least a day: [{self.first}, {self.until})")

    @property
    def last(self) -> date:
        """The last day inside the range."""
        return self.until - timedelta(days=1)

    @classmethod
    def closed(cls, first: date, last: date, precision: DatePrecision) -> DateRange:
        """The range from `first` to `last`, both included."""
        return cls(first, last + timedelta(days=1), precision)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """What the text fixes of a date that has no year, in ISO 8601 notation: `--10-02` or `--10`."""

    text: str


When = DateRange | PartialDate


class Hedge(StrEnum):
    """How a number is qualified."""

    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    UNSTATED = "unstated"
    NEUTRALISED = "neutralised"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons from `low` to `high`, both included; `high` None is open. `words` is the number as told."""

    low: int
    high: int | None
    words: str

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"a count runs from low to high: {self.low} to {self.high}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, as precisely as the words allow.

    `name` is as written. `precision` is UCDP's where_prec (1 exact place, 2 within about 25 km of it, 3 admin2,
    4 admin1, 5 larger part of a country, 6 country, 7 sea or air space). `country` is ISO 3166-1 alpha-3, `lat` and
    `lon` are WGS84 degrees, `radius_km` bounds the uncertainty. `alternatives` are candidates that could not be told
    apart from this one.
    """

    name: str
    precision: int
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    gazetteer_id: str | None = None
    alternatives: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.precision <= 7:
            raise ValueError(f"a place has a precision from 1 to 7: {self.precision}")
        if (self.lat is None) != (self.lon is None):
            raise ValueError("a point has both a latitude and a longitude")


class ActorKind(StrEnum):
    """Neutral kinds of actors, after ACLED's."""

    STATE_FORCES = "state_forces"
    REBEL_GROUP = "rebel_group"
    POLITICAL_MILITIA = "political_militia"
    IDENTITY_MILITIA = "identity_militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL_FORCES = "external_forces"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor under its canonical name; `actor_id` is None for one that the registry lacks."""

    name: str
    kind: ActorKind
    actor_id: str | None = None
    country: str | None = None


class CasualtyKind(StrEnum):
    """What befell the persons that a toll counts."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    SURRENDERED = "surrendered"
    DISPLACED = "displaced"
    ASSAULTED = "assaulted"


class Group(StrEnum):
    """Whom a toll counts."""

    SIDE_A = "side_a"
    SIDE_B = "side_b"
    CIVILIANS = "civilians"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Toll:
    """Casualties of one incident. `part_of` is the id of the claim that holds the whole."""

    kind: CasualtyKind
    group: Group
    count: Count
    part_of: str | None = None


class Scope(StrEnum):
    """What a total is the total of."""

    CUMULATIVE = "cumulative"
    REPORT_TOTAL = "report_total"


@dataclass(frozen=True, slots=True)
class Total:
    """A toll that belongs to no single incident; `of` are the ids of incidents that a report total adds up."""

    kind: CasualtyKind
    count: Count
    scope: Scope
    of: tuple[str, ...] = ()


class BlameStatus(StrEnum):
    """Who is said to have done it, and how sure."""

    FACT = "fact"
    CLAIMED = "claimed"
    SUSPECTED = "suspected"
    ACCUSED_BY_AUTHORITIES = "accused_by_authorities"
    ACCUSED_BY_OTHERS = "accused_by_others"
    POSSIBLE = "possible"
    DENIED = "denied"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Blame:
    """One entry of responsibility. `actor` is None where nobody is named."""

    actor: Actor | None
    status: BlameStatus


@dataclass(frozen=True, slots=True)
class EventKind:
    """What happened: ACLED's event and sub-event type (None for a purely political act), PLOVER's type and mode."""

    event_type: str | None
    sub_event: str | None
    plover: str
    plover_mode: str | None = None


@dataclass(frozen=True, slots=True)
class Weapon:
    """The means, in a neutral word ("IED", "firearms", "drone")."""

    name: str
