"""Political acts: statements, demands, refusals, sanctions and announcements between named actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kibaru.extract.cast import Cast, Named
from kibaru.extract.roles import role_of
from kibaru.model.deed import Deed
from kibaru.model.happening import Act
from kibaru.model.reading import Reading, Sense, Timed
from kibaru.model.report import Report
from kibaru.model.span import Span
from kibaru.model.values import DatePrecision, DateRange
from kibaru.ports import ActorRegistry
from kibaru.vocab.events import Plover

# Deals and their breach are strategic developments where the sentence tells of them as such.
_STRATEGIC: Final = {Plover.AGREE.value: frozenset({Sense.AGREE, Sense.SURRENDER})}
# Two tellings of one act stand this many sentences apart at most, where their parties leave room for doubt.
_NEAR: Final = 3
_FIXED: Final = frozenset({DatePrecision.DAY, DatePrecision.MONTH})


@dataclass(slots=True)
class _Draft:
    report: Report
    cast: Cast
    anchor: date | None
    acts: list[Act] = field(default_factory=list)


def find_acts(report: Report, readings: Sequence[Reading], registry: ActorRegistry | None = None) -> tuple[Act, ...]:
    """The political acts of a report, in the order of the sentences that tell of them first.

    An act told twice (same actor, same type, no other target) is one act with the first telling's words. `registry`
    gives the governments for which persons act; without it only those that the report names are known.
    """
    draft = _Draft(report, Cast(report, readings, registry), _anchor(readings))
    for index, reading in enumerate(readings):
        if draft.cast.may_tell(index):
            for deed in draft.cast.spoken(index).deeds:
                _tell(draft, reading, deed)
    return tuple(draft.acts)


def _anchor(readings: Sequence[Reading]) -> date | None:
    """The first day that the text itself fixes, for a report without a date of publication."""
    ranges = [t.when for r in readings for t in r.times if isinstance(t.when, DateRange)]
    return next((r.last for r in ranges if r.precision in _FIXED), None)


def _tell(draft: _Draft, reading: Reading, deed: Deed) -> None:
    if any(t.sense in _STRATEGIC.get(deed.plover, ()) for t in reading.triggers):
        return
    actors = _actors(draft, deed)
    if not actors:
        return
    times = _times(reading, deed)
    verdict = role_of(reading, times, draft.report.published, draft.anchor, counted=True)
    if verdict.role is None:
        return
    names = {actor.name for actor, _ in actors}
    targets = tuple(t for f in deed.targets for t in draft.cast.acted_upon(f) if t[0].name not in names)
    if deed.needs_target and not targets:
        return
    act = Act(
        sentence=reading.sentence,
        evidence=draft.report.quote(reading.sentence.span),
        trigger=draft.report.quote(deed.trigger),
        plover=deed.plover,
        mode=deed.mode,
        actors=actors,
        targets=targets,
        modality=deed.modality,
        role=verdict.role,
        times=times,
        places=reading.places,
        rule=f"“{deed.lemma}” ({deed.rule})",
    )
    if not any(_same(act, other) for other in draft.acts):
        draft.acts.append(act)


def _actors(draft: _Draft, deed: Deed) -> tuple[Named, ...]:
    if deed.actors:
        return tuple(dict.fromkeys(n for f in deed.actors for n in draft.cast.resolve(f)))
    if deed.default is None:
        return ()
    return draft.cast.unnamed(deed.default, deed.trigger)


def _times(reading: Reading, deed: Deed) -> tuple[Timed, ...]:
    """The dates of the sentence, the one nearest to the deed first; the day of saying is an act's own day."""
    usable = [
        t for t in reading.times if not t.mention.since and not any(a.contains(t.mention.span) for a in deed.asides)
    ]
    return tuple(sorted(usable, key=lambda t: _gap(t.mention.span, deed.trigger)))


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _same(act: Act, other: Act) -> bool:
    """Whether two tellings are of one act."""
    if act.plover != other.plover or act.role is not other.role or act.modality is not other.modality:
        return False
    if {a.name for a, _ in act.actors}.isdisjoint(a.name for a, _ in other.actors):
        return False
    mine, theirs = {a.name for a, _ in act.targets}, {a.name for a, _ in other.targets}
    if mine and theirs:
        return not mine.isdisjoint(theirs)
    return act.sentence.index - other.sentence.index <= _NEAR
