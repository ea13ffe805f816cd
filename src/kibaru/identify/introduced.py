"""Names that a report introduces itself: "Islamic State in the Greater Sahara (EIGS)" makes EIGS that actor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kibaru.identify.names import PLACES, Chooser, Draft, Hit
from kibaru.identify.pieces import Segment
from kibaru.lang.en import actors as english
from kibaru.model.knowledge import ActorEntry
from kibaru.model.values import Actor

_ACRONYM: Final = re.compile(r"[ \u00a0]*[\"”’']?[ \u00a0]*\([ \u00a0]*([A-Z][A-Za-z0-9&/-]{1,11})[ \u00a0]*\)")
_LONGEST: Final = 12
_KNOWN, _NEW = 0.95, 0.7


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What an acronym stands for in this report, and the words that introduce it (segment, first, last)."""

    acronym: str
    entry: ActorEntry | None
    actor: Actor
    role: str
    segment: int
    first: int
    last: int


def introduced(text: str, segments: Sequence[Segment], hits: Sequence[Hit], chooser: Chooser) -> list[Draft]:
    """The introductions of names that the registry lacks, and every use of an introduced acronym."""
    if "(" not in text:
        return []
    ends = {(hit.segment, hit.last): hit for hit in hits}
    starts: dict[int, tuple[int, int]] | None = None
    drafts: list[Draft] = []
    for number, segment in enumerate(segments):
        match = _ACRONYM.match(text, segment.pieces[-1].end)
        if match is None or sum(c.isupper() for c in match[1]) < 2:
            continue
        hit = ends.get((number, len(segment.pieces)))
        meaning = _meaning(match[1], number, segment, hit, chooser)
        if meaning is None:
            continue
        if starts is None:
            starts = _starts(segments)
        drafts += _uses(text, segments, meaning, starts)
    return drafts


def _meaning(acronym: str, number: int, segment: Segment, hit: Hit | None, chooser: Chooser) -> _Meaning | None:
    end = len(segment.pieces)
    chosen = chooser.choose(hit.entries) if hit is not None and hit.country() is None else None
    if hit is not None and chosen is not None and not chooser.another(chosen[0]):
        if chosen[0].role in PLACES | {"person", "place"}:
            return None
        entry = chosen[0]
        return _Meaning(acronym, entry, entry.actor(), entry.role, number, hit.first, hit.last)
    first = _spelled_out(segment, acronym)
    if first is None or not segment.free(first, end):
        return None
    kind, role = english.kind_of_name(segment.lowers[first:end])
    return _Meaning(acronym, None, Actor(segment.name(first, end), kind), role, number, first, end)


def _spelled_out(segment: Segment, acronym: str) -> int | None:
    """Where the words begin whose initials the acronym holds; else a run of capitalised words that name a body."""
    letters = "".join(c.lower() for c in acronym if c.isupper())
    end = len(segment.pieces)
    for first in range(end - 2, max(-1, end - _LONGEST - 1), -1):
        words = segment.lowers[first:end]
        spelled = "".join(w[0] for w in words if not english.small_word(w)), "".join(w[0] for w in words)
        if letters in spelled and segment.pieces[first].capital and english.names_body(words):
            return first
    first = end
    while first and (segment.pieces[first - 1].capital or english.small_word(segment.lowers[first - 1])):
        first -= 1
    while first < end and not segment.pieces[first].capital:
        first += 1
    return first if end - first >= 2 and english.names_body(segment.lowers[first:end]) else None


def _starts(segments: Sequence[Segment]) -> dict[int, tuple[int, int]]:
    return {p.start: (number, at) for number, segment in enumerate(segments) for at, p in enumerate(segment.pieces)}


def _uses(
    text: str, segments: Sequence[Segment], meaning: _Meaning, starts: dict[int, tuple[int, int]]
) -> Iterator[Draft]:
    if meaning.entry is None:
        segment = segments[meaning.segment]
        segment.take(meaning.first, meaning.last)
        why = f"a full name that introduces “{meaning.acronym}”; the registry has no such actor"
        yield _draft(meaning, (meaning.segment, meaning.first, meaning.last), why)
    for match in re.finditer(rf"(?<![\w-]){re.escape(meaning.acronym)}(?!\w)", text):
        place = starts.get(match.start())
        if place is None:
            continue
        number, first = place
        segment = segments[number]
        last = first + 1
        while last < len(segment.pieces) and segment.pieces[last - 1].end < match.end():
            last += 1
        if segment.pieces[last - 1].end == match.end() and segment.free(first, last):
            segment.take(first, last)
            why = f"an acronym that the report introduces for {meaning.actor.name}"
            yield _draft(meaning, (number, first, last), why)


def _draft(meaning: _Meaning, words: tuple[int, int, int], why: str) -> Draft:
    number, first, last = words
    country = meaning.actor.country
    sure = _NEW if meaning.entry is None else _KNOWN
    return Draft(number, first, last, meaning.entry, meaning.actor, meaning.role, country, why, sure)
