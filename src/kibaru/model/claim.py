"""Claims: one value for one slot, with its words, who says so, and which rule read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from kibaru.model.report import digest
from kibaru.model.span import Quote
from kibaru.model.values import Hedge, Toll

V = TypeVar("V", covariant=True)


class Slot(StrEnum):
    """Which question about an incident a claim answers."""

    EVENT = "event"
    WEAPON = "weapon"
    TIME = "time"
    PLACE = "place"
    SIDE_A = "side_a"
    SIDE_B = "side_b"
    CASUALTIES = "casualties"
    RESPONSIBILITY = "responsibility"
    TOTAL = "total"


class Stance(StrEnum):
    """How the claimant stands to what is claimed."""

    ADMISSION = "admission"
    ABOUT_ADVERSARY = "about_adversary"
    THIRD_PARTY = "third_party"
    REPORTER = "reporter"


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says so: the canonical name where it is known, else the words; `quote` None where it is the reporter."""

    name: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """What gave a value: the rule, model or person, its version, and a sentence that says why."""

    name: str
    version: str
    why: str


@dataclass(frozen=True, slots=True)
class Claim(Generic[V]):
    """One value for one slot of one mention.

    Either `quotes` holds the words it rests on or `ungrounded` says why there are none. `confidence` is 0 to 1.
    """

    slot: Slot
    value: V
    quotes: tuple[Quote, ...]
    origin: Origin
    confidence: float
    ungrounded: str | None = None
    claimant: Claimant | None = None
    stance: Stance | None = None
    hedge: Hedge | None = None

    def __post_init__(self) -> None:
        if bool(self.quotes) == bool(self.ungrounded):
            raise ValueError("a claim has quotes or says why it has none")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence runs from 0 to 1: {self.confidence}")

    @property
    def id(self) -> str:
        """A short id that depends on slot, value, words and claimant, not on the rule that found it."""
        value = self.value
        told = (value.kind, value.group, value.count) if isinstance(value, Toll) else value
        spans = [(q.span.start, q.span.end) for q in self.quotes]
        by = self.claimant.name if self.claimant else ""
        return "c" + digest(f"{self.slot}|{told!r}|{spans}|{by}".encode())[:12]
