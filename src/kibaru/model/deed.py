"""Political deeds as grammar finds them: figures that can act, and what they do, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kibaru.model.annotation import ActorMention, PlaceMention
from kibaru.model.mention import Modality
from kibaru.model.span import Span


class Office(StrEnum):
    """In what capacity a figure acts, free of language.

    A `member` speaks for the body named beside it; a `person` holds an office and speaks for himself or herself; a
    `body` is a collective without a name of its own ("student groups").
    """

    GOVERNMENT = "government"
    COURT = "court"
    PROSECUTION = "prosecution"
    PARLIAMENT = "parliament"
    OPPOSITION = "opposition"
    PROTESTERS = "protesters"
    POLICE = "police"
    MILITARY = "military"
    MEMBER = "member"
    PERSON = "person"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Figure:
    """A noun phrase for somebody who can act politically ("Jan Kos, the acting minister of justice").

    `word` is the word for the office in lower case, "" where there is none; `name` is the person's own name, `body` the
    words for a collective without it.
    `pronoun` marks one that stands for a figure told before, `former` one out of office.
    """

    span: Span
    sentence: int
    office: Office | None = None
    word: str = ""
    name: Span | None = None
    body: Span | None = None
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    former: bool = False
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """One political act as words tell it. `default` is who acts where nobody is named ("was sentenced": a court).

    `needs_target` says that there is no such act without a named party acted upon; `asides` are clauses of the sentence
    that tell of something else.
    """

    trigger: Span
    lemma: str
    plover: str
    mode: str | None
    rule: str
    modality: Modality
    actors: tuple[Figure, ...] = ()
    targets: tuple[Figure, ...] = ()
    default: Office | None = None
    needs_target: bool = False
    asides: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one sentence holds for politics: its figures in order, its deeds, who speaks in it, and whom it begins with.

    `continues` marks one that goes on about whoever the sentence before it told of ("He added ...").
    """

    figures: tuple[Figure, ...] = ()
    deeds: tuple[Deed, ...] = ()
    speaker: Figure | None = None
    subject: Figure | None = None
    continues: bool = False
