"""The small protocols by which rooms meet. `kibaru.run` hands each room the others' implementations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from kibaru.model.annotation import ActorMention, DateMention, PlaceMention, Sentence
from kibaru.model.knowledge import ActorEntry, PlaceEntry
from kibaru.model.reading import Reading
from kibaru.model.values import DateRange, When


class Gazetteer(Protocol):
    """A place-name index. Implementations promise the same answers in the same order for the same data."""

    @property
    def version(self) -> str:
        """A digest of the data, part of the pipeline's identity."""
        ...

    def exact(self, name: str) -> Sequence[PlaceEntry]:
        """Entries whose primary or alternate name folds (case, accents, punctuation) to the same form, ranked."""
        ...

    def similar(self, name: str, country: str) -> Sequence[tuple[PlaceEntry, float]]:
        """Entries of one country (ISO3) that may be another spelling, with a similarity of 0 to 1, best first."""
        ...

    def country(self, iso3: str) -> PlaceEntry | None:
        """The entry of a country itself."""
        ...


class ActorRegistry(Protocol):
    """An index of actors by alias."""

    @property
    def version(self) -> str:
        """A digest of the data, part of the pipeline's identity."""
        ...

    def exact(self, name: str) -> Sequence[ActorEntry]:
        """Entries that have this alias (folded for case and accents, except that acronyms keep their case)."""
        ...

    def reach(self, word: str) -> int:
        """How many words the longest alias has that begins with this one (as written); 0 for none."""
        ...

    def longest(self, words: Sequence[str], start: int) -> int:
        """How many of `words` from `start` on make the longest alias; 0 for none."""
        ...

    def get(self, actor_id: str) -> ActorEntry | None:
        """The entry with this id under its canonical name."""
        ...

    def of_state(self, country: str, role: str) -> ActorEntry | None:
        """A state's "military", "police", "gendarmerie" or "government" (country as ISO3)."""
        ...

    def holders(self, country: str, office: str) -> Sequence[ActorEntry]:
        """Persons known to have held an office of a state (ISO3), an entry a term, from its first to its last day."""
        ...

    def demonym(self, word: str) -> str | None:
        """The country (ISO3) of a demonym or country name ("Malian", "Burkinabè", "Mali"), else None."""
        ...

    def similar_person(self, name: str) -> Sequence[tuple[ActorEntry, float]]:
        """Known persons whose name may be the same, with a similarity of 0 to 1, best first."""
        ...


class Language(Protocol):
    """All that knows one language: its sentences, its grammar and its calendar."""

    @property
    def code(self) -> str:
        """ISO 639-1."""
        ...

    @property
    def version(self) -> str:
        """A digest of rules and lexicon, part of the pipeline's identity."""
        ...

    def sentences(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of a text in order."""
        ...

    def dates(self, text: str) -> tuple[DateMention, ...]:
        """The date expressions of a text in order."""
        ...

    def resolve_date(
        self, mention: DateMention, published: date | None, context: tuple[DateRange, ...]
    ) -> tuple[When | None, str]:
        """What a date expression means, and a sentence that says why."""
        ...

    def read(
        self, text: str, sentence: Sentence, actors: tuple[ActorMention, ...], places: tuple[PlaceMention, ...]
    ) -> Reading:
        """Parties, triggers, roles and attributions of one sentence; dates are added by the caller."""
        ...

    def has_access(self, claimant: str) -> bool:
        """Whether a claimant has access to the facts without being a party (a hospital, the UN, local officials)."""
        ...
