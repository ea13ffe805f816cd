"""Mentions: one report's telling of one incident. Extraction: one report read by one pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kibaru.model.claim import Claim
from kibaru.model.issue import Issue
from kibaru.model.span import Quote
from kibaru.model.values import Actor, Blame, EventKind, Place, Toll, Total, Weapon, When


class Role(StrEnum):
    """Whether the report tells of it as happening now or as history."""

    NEWS = "news"
    BACKGROUND = "background"


class Modality(StrEnum):
    """Whether it is said to have happened."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Mention:
    """One report's telling of one incident, as the claims it makes; the first quote of `event` is the trigger.

    `id` is a function of the report and the pipeline. `main` marks what the report is chiefly about; `part_of` is the id of the
    umbrella mention that this one is a site of. `rival_times` and `rival_places` are other values told for the slot.
    """

    id: str
    report_id: str
    role: Role
    modality: Modality
    main: bool
    event: Claim[EventKind]
    evidence: tuple[Quote, ...]
    confidence: float
    part_of: str | None = None
    weapon: Claim[Weapon] | None = None
    time: Claim[When] | None = None
    rival_times: tuple[Claim[When], ...] = ()
    place: Claim[Place] | None = None
    rival_places: tuple[Claim[Place], ...] = ()
    side_a: tuple[Claim[Actor], ...] = ()
    side_b: tuple[Claim[Actor], ...] = ()
    tolls: tuple[Claim[Toll], ...] = ()
    responsibility: tuple[Claim[Blame], ...] = ()


@dataclass(frozen=True, slots=True)
class NotCoded:
    """A sentence that speaks of violence and gave no incident, and why."""

    quote: Quote
    why: str


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor named in the report; `actor` is None where the registry knows none by these words."""

    quote: Quote
    actor: Actor | None
    why: str


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place named in the report; `place` is None where no gazetteer entry fits."""

    quote: Quote
    place: Place | None
    why: str


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date expression of the report; `when` is None where it cannot be resolved without a publication date."""

    quote: Quote
    when: When | None
    why: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one pipeline read in one report. `pipeline` is the digest of rules, knowledge and models."""

    report_id: str
    pipeline: str
    mentions: tuple[Mention, ...] = ()
    totals: tuple[Claim[Total], ...] = ()
    not_coded: tuple[NotCoded, ...] = ()
    actors: tuple[NamedActor, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    dates: tuple[NamedDate, ...] = ()
    issues: tuple[Issue, ...] = ()
