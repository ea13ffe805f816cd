"""What the languages find in a text before anything is decided: sentences, words, numbers, dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import final

from kibaru.model.knowledge import ActorEntry
from kibaru.model.span import Span
from kibaru.model.values import Actor, Hedge, Place


@final
class Token:
    """A word or mark: `[start, end)` in the report's text, and its lower-case form with plain apostrophes.

    A report has a thousand of them, so that this class is written out: a frozen dataclass takes several times as long to
    make. Nothing writes to one once it is made; a test of the house reads the source for it.
    """

    __slots__ = ("end", "lower", "start")

    def __init__(self, start: int, end: int, lower: str) -> None:
        self.start = start
        self.end = end
        self.lower = lower

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Token):
            return NotImplemented
        return (self.start, self.end, self.lower) == (other.start, other.end, other.lower)

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.lower))

    def __repr__(self) -> str:
        return f"Token({self.start}, {self.end}, {self.lower!r})"


class Part(StrEnum):
    """Which part of the report a sentence stands in."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `paragraph` counts from 0; `tokens` are its words and marks in order, `words` their lower-case forms.

    `lower` is its text in lower case, position for position. `cut` tells that it is too long to be read at once and goes on
    as the next one.
    """

    index: int
    span: Span
    paragraph: int
    part: Part
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    lower: str
    cut: bool = False


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number of things that could be persons, as told.

    `span` covers hedge and number ("at least 12", "a dozen", "57"), `low` and `high` are read as the codebook does
    (`high` None is open).
    """

    span: Span
    low: int
    high: int | None
    hedge: Hedge | None


class DateUnit(StrEnum):
    """What kind of expression a date mention is."""

    DAY = "day"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression as told, not yet resolved. `words` is the text at `span`.

    `since` marks one that bounds a period ("since 2012", "until Friday", "over the past year") and is no day of a happening.
    """

    span: Span
    words: str
    unit: DateUnit
    since: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as written, and what it resolves to.

    `span` is the whole phrase ("Arsham region", "the city of Gao"); `place` is None where context says place and the gazetteer
    knows none. `locative` marks one introduced by in, at, near, from ...; `why` is a sentence.
    """

    span: Span
    place: Place | None
    why: str
    locative: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor as written, without a leading "the", and what it resolves to.

    `role` is group, force, government, mission, organisation, person, demonym or country; for the last two `actor`
    is the government.
    """

    span: Span
    entry: ActorEntry | None
    actor: Actor | None
    role: str
    country: str | None
    why: str
    confidence: float
    sentence: int
