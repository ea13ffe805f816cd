"""From place words in a report to places: `find_places`."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kibaru.clean.names import fold, similarity
from kibaru.lang.en import places as english
from kibaru.lang.en.places import Kind
from kibaru.locate.gazetteer import weight
from kibaru.locate.placing import Found, place_of
from kibaru.locate.rank import COUNTRIES, Choice, Context, CountryHint, choose, first_votes, inside, strong
from kibaru.locate.relative import relate
from kibaru.locate.spots import Spot, spot_places
from kibaru.model.annotation import PlaceMention, Sentence
from kibaru.model.knowledge import PlaceEntry
from kibaru.model.span import Span
from kibaru.ports import Gazetteer

__all__ = ["CountryHint", "find_places"]

_LIKE: Final = 0.85
_LIKE_SHORT: Final = 0.9
_SMALL_TOWN: Final = 15_000
_SPOKEN_OF: Final = 1.0
_ABOUT: Final = 2.5
_METROPOLIS: Final = 6.0
_WELL_KNOWN: Final = 5.4


@dataclass(slots=True)
class _Work:
    text: str
    sentences: Sequence[Sentence]
    gazetteer: Gazetteer
    context: Context
    found: list[Found] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)
    trusted: set[str] = field(default_factory=set)
    # The first sure choice for each name as written, for other spellings of it further on.
    sure: dict[str, Choice] = field(default_factory=dict)


def find_places(
    text: str,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    taken: Sequence[Span],
    hints: Sequence[CountryHint] = (),
) -> tuple[PlaceMention, ...]:
    """The places that a report names, in reading order, none overlapping.

    `taken` are spans of actor names (without demonyms and country names): no place is read inside them, but a country
    named there still counts as context. `hints` are countries that demonyms and actors imply.
    """
    spots = spot_places(text, sentences, gazetteer)
    covered = _Covered(taken)
    work = _Work(text, sentences, gazetteer, first_votes(spots, hints))
    free = [spot for spot in spots if not covered.holds(spot.start, spot.end)]
    for spot in free:
        if spot.part_of_name and spot.single and not spot.owned and not spot.leads:
            work.persons.add(fold(spot.name))
        elif spot.entries and spot.frame.locative and not spot.part_of_name and strong(spot.entries[0]):
            work.trusted.add(fold(spot.name))
    _settle(work, free)
    _sweep(work)
    work.found = relate(work.found, sentences, work.context, gazetteer)
    return tuple(_mentions(work))


class _Covered:
    """Spans of actors, asked by position."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch touches one of the spans; they do not nest, so that looking back a few will do."""
        at = bisect_right(self._starts, end - 1)
        return any(span.end > start and span.start < end for span in self._spans[max(0, at - 3) : at])


def _settle(work: _Work, spots: list[Spot]) -> None:
    """Decide each spot, in reading order; a container that follows is joined to the name it holds."""
    k = 0
    while k < len(spots):
        spot = spots[k]
        container = _container(work, spots, k)
        listed = _inherits(work, spot)
        found = _decide(work, spot, container[0] if container else None, listed)
        if found is not None:
            if container:
                found.last = max(found.last, container[1])
                found.container = container[0]
            found.locative = spot.frame.locative or listed
            work.found.append(found)
            _learn(work, found)
        k += (container[2] if container and found is not None else 0) + 1


def _learn(work: _Work, found: Found) -> None:
    """Let a settled place speak for its country and be near others."""
    if found.choice is None or found.fuzzy:
        return
    work.sure.setdefault(found.spot.name, found.choice)
    entry = found.choice.entry
    if found.locative or found.container or entry.feature in COUNTRIES:
        work.trusted.add(fold(found.spot.name))
    if entry.feature.startswith("P.") and (found.choice.supported or strong(entry)):
        work.context.settled[entry.id] = entry
        if not strong(entry):
            work.context.vote(entry.country, 0.2, found.spot.sentence)
        if found.container and entry.admin1:
            work.context.units.add((entry.country, fold(entry.admin1)))


def _container(work: _Work, spots: list[Spot], k: int) -> tuple[PlaceEntry, int, int] | None:
    """A place named right after (", X", "in X") or as possessor ("Mali's") that holds this one.

    Returns the container, one past the last token of its phrase, and how many spots it takes up.
    """
    spot = spots[k]
    chain = _chain(work, spots, k)
    if len(chain) == 2:
        for outer in chain[1].entries[:6]:
            for inner in inside(chain[0], outer) if _holds(chain[0], outer) else ():
                if _holds(spot, inner):
                    return inner, chain[1].frame.last, 2
    if chain:
        holder = next((e for e in chain[0].entries[: 1 if spot.facility else 6] if _holds(spot, e)), None)
        if holder is not None:
            return holder, chain[0].frame.last, 1
    if spot.frame.owner >= 0:
        owners = [s for s in spots[max(0, k - 2) : k] if s.sentence == spot.sentence and s.j == spot.frame.owner + 1]
        holder = next((e for s in owners for e in s.entries[:3] if _holds(spot, e)), None)
        return (holder, 0, 0) if holder else None
    return None


def _chain(work: _Work, spots: list[Spot], k: int) -> list[Spot]:
    """The names, two at most, that follow as containers might: "Kenosha, Wisconsin, United States"."""
    tokens = work.sentences[spots[k].sentence].tokens
    chain: list[Spot] = []
    at = spots[k].frame.last
    for other in spots[k + 1 : k + 3]:
        named = other.entries and not other.facility and not other.part_of_name and not other.owned
        if other.sentence != spots[k].sentence or not named:
            break
        if not _joins([t.lower for t in tokens[at : other.i]], other, at):
            break
        chain.append(other)
        at = other.frame.last
    return chain


def _joins(between: list[str], other: Spot, at: int) -> bool:
    """Whether only a comma, "in" or "of" and the words of its own phrase stand between a name and its container."""
    if between in ([","], ["of"]):
        return True
    if not between or other.frame.first < at or other.frame.near:
        return False
    lead = between[: other.frame.first - at]
    return lead in ([","], ["in"], [",", "in"], ["in", "the"], [",", "in", "the"], ["of"])


def _holds(spot: Spot, holder: PlaceEntry) -> bool:
    if holder.feature not in COUNTRIES and not holder.feature.startswith(("A.", "L.", "P.")):
        return False
    if spot.facility:
        return True
    candidates = inside(spot, holder)
    if not candidates:
        return False
    # "Niger, Mali" lists two countries, whatever hamlet one of them may hold.
    best = spot.entries[0]
    if best.feature == "A.ADM1":
        return holder.feature in COUNTRIES
    if best.feature in COUNTRIES:
        return any(e.feature == "A.ADM1" or e.population >= _SMALL_TOWN for e in candidates) and holder.id != best.id
    if holder.feature.startswith("P."):
        return not strong(best) and weight(holder) > weight(best) + 1.0
    return True


def _decide(work: _Work, spot: Spot, container: PlaceEntry | None, listed: bool) -> Found | None:
    """What a spot amounts to; `listed` says that it continues a list that a preposition introduced."""
    last = spot.frame.last
    if spot.facility:
        if spot.single and english.demonym_like(spot.name.lower()):
            return None
        return Found(spot, _facility(work, spot, container), last, container)
    if container is not None:
        held = inside(spot, container)
        choice = choose(spot, work.context, held) if held else None
        if choice:
            why = f"in {container.name}, as the phrase says"
            return Found(spot, replace(choice, why=why, supported=True), last, container)
    choice = choose(spot, work.context)
    cue = spot.frame.locative or spot.frame.kind is not None or listed
    if choice is not None and _acceptable(work, spot, choice, cue or spot.frame.owner >= 0):
        return Found(spot, choice, last)
    heard = _by_sound(work, spot) if cue else None
    if heard is not None:
        return Found(spot, heard, last, fuzzy=True)
    unknown = (
        not spot.part_of_name
        and not spot.owned
        and spot.frame.locative
        and not spot.title
        and (not spot.entries or spot.frame.kind)
    )
    return Found(spot, None, last) if unknown and not english.never_place(fold(spot.name)) else None


def _acceptable(work: _Work, spot: Spot, choice: Choice, cue: bool) -> bool:
    """Whether a name means a place here at all, and this one; `cue` says that the words around it speak of a place."""
    entry, folded = choice.entry, fold(spot.name)
    if entry.feature in COUNTRIES:
        person = folded in work.persons and english.personal(folded)
        return (not spot.part_of_name and (cue or not person)) or spot.owned
    if spot.part_of_name:
        return spot.leads and strong(entry) and folded in work.trusted
    if folded in work.persons and not cue:
        return False
    known = folded in work.trusted
    if not cue and not known and english.personal(folded):
        return choice.supported and weight(entry) >= _WELL_KNOWN and not spot.title
    if _beyond_the_border(work, spot, choice):
        return False
    if strong(entry):
        alias = fold(entry.name) != folded and entry.feature.startswith("P.")
        return (
            cue
            or known
            or (choice.supported if alias else choice.supported or not spot.single or weight(entry) >= _WELL_KNOWN)
        )
    town = entry.population >= _SMALL_TOWN and fold(entry.name) == folded
    if not (cue or known or (choice.supported and not spot.title and (town or not spot.single))):
        return False
    return choice.supported or (entry.population >= _SMALL_TOWN and spot.frame.locative) or not work.context.votes


def _beyond_the_border(work: _Work, spot: Spot, choice: Choice) -> bool:
    """Whether the sentence is about another country and the place no metropolis."""
    if choice.supported or not choice.entry.country or weight(choice.entry) >= _METROPOLIS:
        return False
    return any(work.context.support(c, spot.sentence) >= _ABOUT for c in work.context.likely(spot.sentence)[:1])


def _by_sound(work: _Work, spot: Spot) -> Choice | None:
    """Another spelling of a place in a country that the report speaks of."""
    if spot.part_of_name or spot.title or len(spot.name) < 4:
        return None
    for told, choice in work.sure.items() if len(spot.name) >= 7 else ():
        if similarity(spot.name, told) >= _LIKE_SHORT:
            return replace(choice, why=f"taken to be {told}, which the report names too")
    least = _LIKE if len(spot.name) > 5 else _LIKE_SHORT
    like: list[tuple[PlaceEntry, float]] = []
    for country in work.context.likely(spot.sentence):
        if work.context.support(country, spot.sentence) >= _SPOKEN_OF:
            like += [(e, s) for e, s in work.gazetteer.similar(spot.name, country) if s >= least]
    top = max((s for _, s in like), default=0.0)
    heard = choose(spot, work.context, [e for e, s in like if s >= top - 0.02])
    if heard is None:
        return None
    why = f"{heard.entry.name} is another spelling in a country that the report speaks of"
    return replace(heard, why=why, supported=True)


def _facility(work: _Work, spot: Spot, container: PlaceEntry | None) -> Choice | None:
    """Where a street, building or site is: itself if known, else the town named in or after it."""
    for entry in spot.entries:
        if entry.feature.startswith("S.") and fold(entry.name) == fold(spot.name):
            return Choice(entry, (), "the site itself", True)
    words = [t.lower for t in work.sentences[spot.sentence].tokens[spot.i : spot.j]]
    held = inside(spot, container) if container and not container.feature.startswith("P.") else []
    choice = choose(spot, work.context, held or None) if held or container is None else None
    if choice is not None and english.named_for(words) and fold(choice.entry.name) not in work.trusted:
        choice = None
    if choice is not None and (held or choice.supported or strong(choice.entry)):
        return replace(choice, why=f"{choice.entry.name} is in its name")
    return Choice(container, (), f"in {container.name}, as the phrase says", True) if container else None


def _inherits(work: _Work, spot: Spot) -> bool:
    """Whether the name continues a list that a preposition introduced ("in Gao and Mopti"), or its owner was."""
    if not work.found:
        return False
    before = work.found[-1]
    if before.spot.sentence != spot.sentence or not before.locative:
        return False
    if spot.frame.owner >= 0 and before.last == spot.frame.owner + 1:
        return True
    between = [t.lower for t in work.sentences[spot.sentence].tokens[before.last : spot.frame.first]]
    return bool(between) and len(between) <= 2 and set(between) <= {",", "and", "or", "the", "/"}


def _sweep(work: _Work) -> None:
    """Give sites without a town of their own the nearest town named before them, else after them."""
    towns = [
        (f.spot.sentence, f.locative, f.choice.entry)
        for f in work.found
        if f.choice and not f.spot.facility and f.choice.entry.feature.startswith("P.")
    ]
    for found in work.found:
        quarter = found.spot.facility or (found.spot.frame.kind is Kind.AREA and not found.spot.entries)
        if not quarter or found.choice is not None or not towns:
            continue
        here = [entry for sentence, _, entry in towns if sentence == found.spot.sentence]
        counts = Counter(entry.id for _, locative, entry in towns for _ in range(2 if locative else 1))
        town = (
            max(here, key=lambda entry: counts[entry.id])
            if here
            else max((entry for _, _, entry in towns), key=lambda entry: counts[entry.id])
        )
        found.choice = Choice(town, (), f"taken to be in {town.name}, the town that the report speaks of", True)
        found.spot = found.spot._replace(facility=True)
    work.found = [f for f in work.found if f.choice or not f.spot.facility or f.locative]


def _mentions(work: _Work) -> Iterator[PlaceMention]:
    """The phrases of neighbouring names may claim a word between them; it stays with the one before."""
    for k, found in enumerate(work.found):
        after = work.found[k + 1] if k + 1 < len(work.found) else None
        if after and after.spot.sentence == found.spot.sentence:
            found.last = min(found.last, after.spot.i)
        before = work.found[k - 1] if k else None
        floor = before.last if before and before.spot.sentence == found.spot.sentence else 0
        first = min(found.region.first, found.spot.frame.first) if found.region else found.spot.frame.first
        yield _mention(work, found, max(first, floor))


def _mention(work: _Work, found: Found, first: int) -> PlaceMention:
    tokens = work.sentences[found.spot.sentence].tokens
    start = tokens[first].start
    end = tokens[found.last - 1].end
    span = Span(start, end)
    name = work.text[start:end]
    choice = found.choice
    if choice is None:
        return PlaceMention(
            span, None, "no gazetteer entry fits the words and the countries named", found.locative, found.spot.sentence
        )
    place = place_of(found, choice.entry, name, work.gazetteer)
    if found.region:
        why = f"{choice.entry.name}: {choice.why}; the words speak of {found.region.why}."
        return PlaceMention(span, found.region.of(place), why, found.locative, found.spot.sentence)
    others = tuple(place_of(found, entry, name, work.gazetteer) for entry in choice.alternatives)
    why = f"{choice.entry.name} ({choice.entry.country or 'several countries'}): {choice.why}{choice.dispute}."
    return PlaceMention(
        span, replace(place, alternatives=others) if others else place, why, found.locative, found.spot.sentence
    )
