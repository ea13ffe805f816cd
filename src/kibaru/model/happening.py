"""Happenings: what one sentence tells of one incident, before the sentences of a report are brought together."""

from __future__ import annotations

from dataclasses import dataclass

from kibaru.model.annotation import PlaceMention, Sentence
from kibaru.model.claim import Claimant
from kibaru.model.mention import Modality, Role
from kibaru.model.reading import Attribution, Cue, Party, Sense, Timed, Weapon
from kibaru.model.span import Quote
from kibaru.model.values import Actor, CasualtyKind, Count, Hedge, Scope


@dataclass(frozen=True, slots=True)
class DraftToll:
    """A number of casualties as one clause tells it, its group not yet decided.

    `members` are the parties counted (two or more in a list without a total). `whole` marks a toll of the incident so far
    ("the toll rises to 14"), `inside` one that is part of the toll told before it.
    """

    kind: CasualtyKind
    members: tuple[Party, ...]
    count: Count
    hedge: Hedge | None
    quote: Quote
    claimant: Claimant | None
    attribution: Attribution | None
    rule: str
    whole: bool = False
    inside: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class DraftTotal:
    """A toll that belongs to no single incident."""

    kind: CasualtyKind
    count: Count
    hedge: Hedge | None
    quote: Quote
    claimant: Claimant | None
    attribution: Attribution | None
    scope: Scope
    rule: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One sentence's telling of one incident.

    `senses` are those of its triggers, the telling one first; `agents` and `patients` are the parties in those roles,
    `around` all parties of the sentence.
    """

    sentence: Sentence
    evidence: Quote
    trigger: Quote
    senses: tuple[Sense, ...]
    strong: bool
    definite: bool
    plural: bool
    modality: Modality
    role: Role
    cues: frozenset[Cue]
    times: tuple[Timed, ...]
    places: tuple[PlaceMention, ...]
    agents: tuple[Party, ...]
    patients: tuple[Party, ...]
    around: tuple[Party, ...]
    tolls: tuple[DraftToll, ...]
    weapons: tuple[Weapon, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A political act as one sentence tells it: who, to whom, of which PLOVER type."""

    sentence: Sentence
    evidence: Quote
    trigger: Quote
    plover: str
    mode: str | None
    actors: tuple[tuple[Actor, Quote], ...]
    targets: tuple[tuple[Actor, Quote], ...]
    modality: Modality
    role: Role
    times: tuple[Timed, ...]
    places: tuple[PlaceMention, ...]
    rule: str
