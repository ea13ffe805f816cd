"""The English lexicon at run time: trigger words, words for people, words for weapons."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from kibaru.errors import KnowledgeError
from kibaru.model.annotation import Token
from kibaru.model.reading import PartyClass, Sense, Weapon
from kibaru.model.span import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One form of a trigger: its tag is base, s, past, part, ed, ing (verbs), sg or pl (nouns).

    A `thing` names a means and tells of nothing without another trigger.
    """

    lemma: str
    sense: Sense
    tag: str
    frame: str
    strong: bool
    thing: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` to `last` (exclusive) of a sentence are a form in the lexicon; a noun reading may exist too."""

    first: int
    last: int
    verb: Word | None
    noun: Word | None


@dataclass(frozen=True, slots=True)
class PersonHit:
    """Words `first` to `last` (exclusive) are a noun for people."""

    first: int
    last: int
    kind: PartyClass
    plural: bool


Entry = tuple[tuple[str, ...], Word | None, Word | None]
E = TypeVar("E", bound=tuple[Any, ...])


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, each indexed by first word, longest form first. `version` is a digest of the artefact."""

    version: str
    triggers: dict[str, tuple[Entry, ...]]
    persons: dict[str, tuple[tuple[tuple[str, ...], PartyClass, bool], ...]]
    weapons: dict[str, tuple[tuple[tuple[str, ...], str], ...]]

    def find_triggers(self, words: Sequence[str]) -> tuple[Hit, ...]:
        """Trigger forms in order, longest first, none inside another."""
        return tuple(Hit(k, k + len(e[0]), e[1], e[2]) for k, e in _matches(self.triggers, words))

    def find_persons(self, words: Sequence[str]) -> tuple[PersonHit, ...]:
        """Nouns for people in order, longest first, none inside another."""
        return tuple(PersonHit(k, k + len(e[0]), e[1], e[2]) for k, e in _matches(self.persons, words))

    def find_weapons(self, tokens: Sequence[Token], words: Sequence[str]) -> tuple[Weapon, ...]:
        """Words for weapons in order."""
        found = _matches(self.weapons, words)
        return tuple(Weapon(Span(tokens[k].start, tokens[k + len(e[0]) - 1].end), e[1]) for k, e in found)


def _matches(table: Mapping[str, tuple[E, ...]], words: Sequence[str]) -> list[tuple[int, E]]:
    """Where forms of a table stand in a sentence; most sentences share no word with it and cost one set operation."""
    out: list[tuple[int, E]] = []
    if table.keys().isdisjoint(words):
        return out
    free = 0
    for position, word in enumerate(words):
        entries = table.get(word)
        if entries is None or position < free:
            continue
        for entry in entries:
            form = entry[0]
            if len(form) == 1 or tuple(words[position : position + len(form)]) == form:
                out.append((position, entry))
                free = position + len(form)
                break
    return out


@lru_cache(1)
def load() -> Lexicon:
    """The shipped lexicon."""
    try:
        raw = files("kibaru.data").joinpath("lexicon_en.json").read_bytes()
        data = json.loads(raw)
    except (OSError, ValueError) as error:
        raise KnowledgeError("lexicon_en.json is missing or damaged: reinstall kibaru") from error
    persons: dict[str, list[tuple[tuple[str, ...], PartyClass, bool]]] = {}
    for single, many, kind in data["persons"]:
        for form, plural in ((single, False), (many, True)):
            words = tuple(form.split())
            persons.setdefault(words[0], []).append((words, PartyClass(kind), plural))
    weapons: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, name in data["weapons"]:
        words = tuple(form.split())
        weapons.setdefault(words[0], []).append((words, name))
    return Lexicon(
        version=hashlib.sha256(raw).hexdigest()[:12],
        triggers=_index(data["triggers"]),
        persons={k: tuple(sorted(v, key=lambda e: (-len(e[0]), e[2]))) for k, v in persons.items()},
        weapons={k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in weapons.items()},
    )


def _index(rows: list[list[str]]) -> dict[str, tuple[Entry, ...]]:
    readings: dict[tuple[str, ...], list[Word | None]] = {}
    for form, lemma, sense, tag, frame, strength in rows:
        words = tuple(form.split())
        pair = readings.setdefault(words, [None, None])
        pair[frame == "n"] = Word(lemma, Sense(sense), tag, frame, strength == "strong", strength == "thing")
    table: dict[str, list[Entry]] = {}
    for words, (verb, noun) in readings.items():
        table.setdefault(words[0], []).append((words, verb, noun))
    return {key: tuple(sorted(value, key=lambda e: -len(e[0]))) for key, value in table.items()}
