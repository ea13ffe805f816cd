"""Find the actors that a report names and tell who they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kibaru.identify.again import again, pronouns_for
from kibaru.identify.introduced import introduced
from kibaru.identify.names import Chooser, Draft, Hit, certain, named, scan
from kibaru.identify.offices import held
from kibaru.identify.persons import Persons
from kibaru.identify.pieces import Segment, cut, years
from kibaru.identify.scene import Scene
from kibaru.identify.states import States
from kibaru.lang.en import actors as english
from kibaru.model.annotation import ActorMention, Sentence
from kibaru.ports import ActorRegistry

# How much a name says about the country that a report is about: a place or hint more than a flag.
_HINT, _PLACE, _SCENE, _NAMED, _ACTOR = 3.0, 1.5, 2.0, 1.0, 0.5


def find_actors(
    text: str,
    sentences: Sequence[Sentence],
    registry: ActorRegistry,
    on: date | None,
    scene: Sequence[tuple[int, str]] = (),
) -> tuple[ActorMention, ...]:
    """The actors that a report names, in reading order, none overlapping.

    `on` is the day for which names and offices must hold; None rules nothing out. `scene` are further hints to the
    country: index of a sentence and ISO3. A mention whose `actor` is None is an institution of a country that cannot
    be told ("police").
    """
    segments = cut(text, sentences)
    hits = scan(segments, registry)
    about = Scene([*((index, country, _HINT) for index, country in scene), *_votes(segments, hits)])
    chooser = Chooser(about, certain(hits), on, years(segments))
    hits = [hit for hit in hits if hit.entries[0].role != "place"]
    drafts = introduced(text, segments, hits, chooser)
    people = Persons(segments, registry, chooser, hits)
    states = States(segments, registry, about)
    drafts += people.known()
    drafts += named(text, segments, hits, chooser)
    drafts += people.titled()
    drafts += states.phrases(hits)
    drafts += people.surnames()
    drafts += states.bare()
    drafts += states.countries(hits)
    drafts = list(held(segments, drafts, registry, on))
    drafts += again(segments, drafts)
    drafts += pronouns_for(segments, drafts)
    return tuple(sorted((_mention(segments, draft) for draft in drafts), key=lambda m: m.span))


def _votes(segments: Sequence[Segment], hits: Sequence[Hit]) -> Iterator[tuple[int, str, float]]:
    for hit in hits:
        segment, entry = segments[hit.segment], hit.entries[0]
        country = hit.country() or entry.country
        if entry.role == "place" and country:
            yield segment.sentence, country, _PLACE
        elif hit.country() and country and entry.alone:
            scene = hit.first > 0 and english.set_in(segment.lowers[hit.first - 1])
            yield segment.sentence, country, _SCENE if scene else _NAMED
        elif entry.alone and len(entry.countries) == 1:
            yield segment.sentence, entry.countries[0], _ACTOR


def _mention(segments: Sequence[Segment], draft: Draft) -> ActorMention:
    segment = segments[draft.segment]
    first = draft.first
    if segment.lowers[first] == "the" and draft.last - first > 1:
        first += 1
    return ActorMention(
        span=segment.span(first, draft.last),
        entry=draft.entry,
        actor=draft.actor,
        role=draft.role,
        country=draft.country,
        why=draft.why,
        confidence=draft.confidence,
        sentence=segment.sentence,
    )
