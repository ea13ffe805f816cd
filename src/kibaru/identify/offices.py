"""An office named with its state is the person who held it on the report's day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from kibaru.identify.names import PLACES, Draft
from kibaru.identify.pieces import Segment, years
from kibaru.identify.registry import without_possessive
from kibaru.lang.en import offices as english
from kibaru.model.knowledge import ActorEntry
from kibaru.ports import ActorRegistry

_SURE: Final = 0.85


def office_named(words: Sequence[str], registry: ActorRegistry) -> tuple[str, str] | None:
    """The office and the state (ISO3) that words as written name: "Malian head of state", "president of Mali"."""
    found = english.office_and_state([without_possessive(word).lower() for word in words])
    if found is None:
        return None
    office, first, last = found
    entries = registry.exact(without_possessive(" ".join(words[first:last])))
    countries = {e.country for e in entries if e.role in PLACES and e.country}
    return (office, countries.pop()) if len(countries) == 1 else None


def in_office(registry: ActorRegistry, country: str, office: str, on: date) -> ActorEntry | None:
    """The one person known to hold an office that day; on the day of a change the one who takes it."""
    holders = [e for e in registry.holders(country, office) if e.active_on(on)]
    if len({e.id for e in holders}) > 1:
        holders = [e for e in holders if e.active_from == on]
    return holders[0] if len({e.id for e in holders}) == 1 else None


def term(entry: ActorEntry) -> str:
    """The days of a term as words."""
    return f"from {entry.active_from or '…'} " + (f"to {entry.active_to}" if entry.active_to else "on")


def held(
    segments: Sequence[Segment], drafts: Sequence[Draft], registry: ActorRegistry, on: date | None
) -> Iterator[Draft]:
    """The drafts, those of a government by an office and its state turned into the office's holder where one is known.

    Without a day, of another year and beside another person's name the office stays its government.
    """
    edges = {(d.segment, at): d for d in drafts for at in (d.first, d.last)}
    for draft in drafts:
        person = _holder(segments[draft.segment], draft, registry, on) if on and draft.role == "government" else None
        if on is None or person is None or _told_of_another(segments, draft, on, person[0], edges):
            yield draft
            continue
        entry, office = person
        why = f"the {office} of the state on the report's day: {entry.name}, in office {term(entry)}"
        yield replace(draft, entry=entry, actor=entry.actor(), role="person", why=why, confidence=_SURE)


def _holder(segment: Segment, draft: Draft, registry: ActorRegistry, on: date) -> tuple[ActorEntry, str] | None:
    words = segment.words[draft.first : draft.last]
    named = office_named(words, registry)
    if named is None or named[1] != draft.country:
        return None
    # "The president of Mali's parliament": whose the office is cannot be told.
    if segment.pieces[draft.last - 1].possessive and "of" in words:
        return None
    if english.out_of_office(segment.lowers[: draft.first]):
        return None
    entry = in_office(registry, named[1], named[0], on)
    return (entry, named[0]) if entry else None


def _told_of_another(
    segments: Sequence[Segment], draft: Draft, on: date, person: ActorEntry, edges: dict[tuple[int, int], Draft]
) -> bool:
    """Whether a year or a name in apposition says that another held it ("X, president of Mali", "... , X, ...")."""
    sentence = segments[draft.segment].sentence
    if years([s for s in segments if s.sentence == sentence]) - {on.year}:
        return True
    number, segment = draft.segment, segments[draft.segment]
    following = segments[number + 1] if number + 1 < len(segments) else None
    if draft.last == len(segment.pieces) and following is not None and following.sentence == segment.sentence:
        name = edges.get((number + 1, 0))
        if following.pieces and following.pieces[0].capital and not _same(name, person):
            return True
    before = segments[number - 1] if number else None
    opens = all(word in {"the", "then"} for word in segment.lowers[: draft.first])
    if not opens or before is None or before.sentence != segment.sentence or not before.pieces:
        return False
    return before.pieces[-1].capital and not _same(edges.get((number - 1, len(before.pieces))), person)


def _same(draft: Draft | None, person: ActorEntry) -> bool:
    return draft is not None and draft.entry is not None and draft.entry.id == person.id
