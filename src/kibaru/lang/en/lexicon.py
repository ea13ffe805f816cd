"""The English lexicon at run time: trigger words, words for people, words for weapons."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, each indexed by first word, longest form first. `version` is a digest of the artefact."""

    version: str
    triggers: dict[str, tuple[Entry, ...]]
    persons: dict[str, tuple[tuple[tuple[str, ...], PartyClass, bool], ...]]
    weapons: dict[str, tuple[tuple[tuple[str, ...], str], ...]]

    def find_triggers(self, tokens: Sequence[Token]) -> tuple[Hit, ...]:
        """Trigger forms in order, longest first, none inside another."""
        hits: list[Hit] = []
        position = 0
        while position < len(tokens):
            entry = _longest(self.triggers, tokens, position)
            if entry is None:
                position += 1
                continue
            hits.append(Hit(position, position + len(entry[0]), entry[1], entry[2]))
            position += len(entry[0])
        return tuple(hits)

    def find_persons(self, tokens: Sequence[Token]) -> tuple[PersonHit, ...]:
        """Nouns for people in order, longest first, none inside another."""
        hits: list[PersonHit] = []
        position = 0
        while position < len(tokens):
            found = next((e for e in self.persons.get(tokens[position].lower, ()) if _at(tokens, position, e[0])), None)
            if found is None:
                position += 1
                continue
            hits.append(PersonHit(position, position + len(found[0]), found[1], found[2]))
            position += len(found[0])
        return tuple(hits)

    def find_weapons(self, tokens: Sequence[Token]) -> tuple[Weapon, ...]:
        """Words for weapons in order."""
        found: list[Weapon] = []
        for position, token in enumerate(tokens):
            for words, name in self.weapons.get(token.lower, ()):
                if _at(tokens, position, words):
                    found.append(Weapon(Span(token.start, tokens[position + len(words) - 1].end), name))
                    break
        return tuple(found)


def _at(tokens: Sequence[Token], position: int, words: tuple[str, ...]) -> bool:
    if len(words) == 1:
        return True
    if position + len(words) > len(tokens):
        return False
    return all(tokens[position + k].lower == word for k, word in enumerate(words) if k)


def _longest(table: dict[str, tuple[Entry, ...]], tokens: Sequence[Token], position: int) -> Entry | None:
    return next((e for e in table.get(tokens[position].lower, ()) if _at(tokens, position, e[0])), None)


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
