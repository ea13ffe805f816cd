"""Names of the registry in a text, and which of several actors a name means there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from kibaru.identify.pieces import Segment
from kibaru.identify.scene import Scene
from kibaru.lang.en import actors as english
from kibaru.model.knowledge import ActorEntry
from kibaru.model.values import Actor
from kibaru.ports import ActorRegistry

_GRACE: Final = timedelta(days=60)
# Most groups' first and last days are known to the year only.
_YEAR: Final = timedelta(days=366)
# A name that needs no support outweighs one that a country's mere naming supports.
_ALONE: Final = 60.0
_TIED: Final = 20.0
PLACES: Final = frozenset({"country", "demonym"})
_SURE, _DATED, _WEAK, _AFFILIATION = 0.95, 0.7, 0.75, 0.6


class Hit(NamedTuple):
    """A name of the registry: words `first` to before `last` of a segment, and whom it may mean."""

    segment: int
    first: int
    last: int
    entries: tuple[ActorEntry, ...]

    def country(self) -> str | None:
        """The country that a country's name or a demonym names; of several the likeliest."""
        return next((e.country for e in self.entries if e.role in PLACES), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention in the making: words `first` to before `last` of a segment."""

    segment: int
    first: int
    last: int
    entry: ActorEntry | None
    actor: Actor | None
    role: str
    country: str | None
    why: str
    confidence: float


def scan(segments: Sequence[Segment], registry: ActorRegistry) -> list[Hit]:
    """The longest names of the registry, left to right, none inside another."""
    hits: list[Hit] = []
    reach = registry.reach
    for number, segment in enumerate(segments):
        free = 0
        for at, word in enumerate(segment.words):
            if at < free or word in english.NEVER or not reach(word):
                continue
            count = registry.longest(segment.words, at)
            if not count or (count == 1 and english.ordinary(segment.lowers[at]) and segment.shouting):
                continue
            hit = Hit(number, at, at + count, _exact(registry, segment, at, count))
            hits.append(_nationality(registry, segment, hit))
            free = hits[-1].last
    return hits


def _exact(registry: ActorRegistry, segment: Segment, at: int, count: int) -> tuple[ActorEntry, ...]:
    return tuple(registry.exact(segment.name(at, at + count)))


def _nationality(registry: ActorRegistry, segment: Segment, hit: Hit) -> Hit:
    """Of "Malian army" the nationality only: grammar tells whether "army" goes on to "army base" or "army officers"."""
    if hit.last - hit.first < 2 or hit.entries[0].role not in {"force", "government"}:
        return hit
    for last in range(hit.last - 1, hit.first, -1):
        noun = english.state_noun(segment.lowers, last)
        if noun is not None and last + noun[0] >= hit.last:
            entries = _exact(registry, segment, hit.first, last - hit.first)
            if any(e.role in PLACES and e.country == hit.entries[0].country for e in entries):
                return Hit(hit.segment, hit.first, last, entries)
    return hit


def certain(hits: Iterable[Hit]) -> frozenset[str]:
    """The ids that some hit names beyond doubt."""
    return frozenset(hit.entries[0].id for hit in hits if hit.entries and hit.entries[0].alone and _one(hit.entries))


def _one(entries: Sequence[ActorEntry]) -> bool:
    return len({entry.id for entry in entries}) == 1


@dataclass(frozen=True, slots=True)
class Chooser:
    """Decides whom a name means by date, by what else the report names and by its countries.

    `years` are those that the report names: of a past year it may tell of groups that are no more.
    """

    scene: Scene
    certain: frozenset[str]
    on: date | None
    years: frozenset[int] = frozenset()

    def choose(self, entries: Sequence[ActorEntry], near: str | None = None) -> tuple[ActorEntry, str, float] | None:
        """The entry, why, and how sure; None where a short or ordinary name has no support or two are as likely.

        `near` is a country named right before.
        """
        active = [entry for entry in entries if entry.active_on(self.on)]
        dated = bool(active)
        pool = active or self._off_duty(entries)
        scored = sorted(((-self._support(e, near), order, e) for order, e in enumerate(pool)), key=lambda row: row[:2])
        if not scored:
            return None
        support, _, best = scored[0]
        if not best.alone and not support:
            return None
        rivals = [e for score, _, e in scored[1:] if score == support and e.id != best.id and e.alone == best.alone]
        if rivals and not best.alone:
            return None
        if not best.alone:
            return best, f"“{best.name}” by a short name that its country or fuller name in the report supports", _WEAK
        why = f"a known name of {best.name}" + ("" if dated else ", outside its years")
        return best, why, _SURE if dated else _DATED

    def another(self, entry: ActorEntry) -> bool:
        """Whether a group's name must mean another: more than a year before it began or after it ended.

        Not so where the report names a year of the group's own.
        """
        if entry.role != "group" or self.on is None:
            return False
        first, last = entry.active_from or date.min, entry.active_to or date.max
        if any(first.year <= year <= last.year for year in self.years):
            return False
        return first - self.on > _YEAR or self.on - last > _YEAR

    def _off_duty(self, entries: Sequence[ActorEntry]) -> list[ActorEntry]:
        """Out of office a person acts for nobody; a group keeps its name."""
        late = entries[-1:]
        return [replace(e, acts_for=None) if e.role == "person" and not self._just_left(e) else e for e in late]

    def _just_left(self, entry: ActorEntry) -> bool:
        """Of an office holder who died or fell the news of the next weeks still speaks as such."""
        return bool(entry.active_to and self.on and entry.active_to < self.on <= entry.active_to + _GRACE)

    def _support(self, entry: ActorEntry, near: str | None) -> float:
        named = sum(self.scene.total(country) for country in entry.countries or (entry.country,) if country)
        told = 100.0 * (entry.id in self.certain) + 50.0 * (near in entry.countries)
        if entry.related and not entry.alone:
            # The splinter of a group that the report names for certain is told of beside it.
            told += _TIED * any(other in self.certain for _, other in entry.related)
        return told + min(named, 40.0) + (_ALONE if entry.alone else 0.0)


def state(registry: ActorRegistry, country: str | None, role: str) -> tuple[ActorEntry | None, Actor | None]:
    """A state's force or government; security services without an entry of their own count as its military."""
    entry = registry.of_state(country, role) if country else None
    if entry is None and country and role == "gendarmerie":
        entry = registry.of_state(country, "police")
    return entry, entry.actor() if entry else None


def named(text: str, segments: Sequence[Segment], hits: Sequence[Hit], chooser: Chooser) -> list[Draft]:
    """Groups, forces, missions, organisations that the registry names; countries and persons come elsewhere."""
    drafts = []
    for position, hit in enumerate(hits):
        segment = segments[hit.segment]
        person = hit.entries[0].role == "person"
        if person or hit.country() or not segment.free(hit.first, hit.last):
            continue
        owner = _owner(hits, position)
        chosen = chooser.choose(hit.entries, owner.country() if owner else None)
        if chosen is None or chosen[0].role == "place":
            continue
        draft = _draft(hit, chosen, segment)
        if owner and owner.country() in chosen[0].countries and segment.free(owner.first, owner.last):
            draft = replace(draft, first=owner.first)
        segment.take(draft.first, draft.last)
        drafts.append(_unlisted(text, draft, segment) if chooser.another(chosen[0]) else draft)
    return drafts


def _unlisted(text: str, draft: Draft, segment: Segment) -> Draft:
    """A name on a day when the group that bears it did not exist: somebody else, known by the words alone."""
    entry = draft.entry
    if entry is None:
        return draft
    days = f"{entry.active_from or '…'} to {entry.active_to or '…'}"
    why = f"a name of {entry.name}, which was active {days}, not on the report's day: another of that name"
    words = text[segment.pieces[draft.first].start : segment.pieces[draft.last - 1].end]
    actor = Actor(" ".join(words.split()), entry.kind)
    return replace(draft, entry=None, actor=actor, why=why, confidence=_AFFILIATION)


def _owner(hits: Sequence[Hit], position: int) -> Hit | None:
    """A country's name right before: "Iran's Quds Force"."""
    hit, before = hits[position], hits[position - 1] if position else None
    return (
        before if before and before.segment == hit.segment and before.last == hit.first and before.country() else None
    )


def _draft(hit: Hit, chosen: tuple[ActorEntry, str, float], segment: Segment) -> Draft:
    entry, why, confidence = chosen
    role, after = entry.role, hit.last
    if after < len(segment.pieces) and segment.pieces[after].tied and english.linked_to(segment.lowers[after]):
        # "al-Qaeda-linked fighters": a name that qualifies others can take no side, as an organisation cannot.
        role, confidence, why = "organisation", _AFFILIATION, f"{why}, here only qualifying somebody else"
    return Draft(hit.segment, hit.first, hit.last, entry, entry.actor(), role, entry.country, why, confidence)
