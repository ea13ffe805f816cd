"""Happenings: from the readings of sentences to what each tells of an incident, and why the others tell of none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kibaru.extract.casualties import find_tolls
from kibaru.extract.roles import Verdict, role_of, time_of
from kibaru.extract.scope import TALK, ReportScope, scope_of, supported
from kibaru.extract.totals import totals_of
from kibaru.model.annotation import PlaceMention
from kibaru.model.happening import DraftTotal, Happening
from kibaru.model.mention import Modality, NotCoded, Role
from kibaru.model.reading import Cue, Party, PartyClass, Reading, Sense, Trigger
from kibaru.model.report import Report
from kibaru.model.values import DateRange

# A sentence with one of these may say who did it without naming the deed again.
_AFTERMATH = frozenset({Cue.CLAIM, Cue.BLAME, Cue.SUSPICION})
_CROWD = frozenset({Sense.PROTEST, Sense.RIOT, Sense.DISPERSE})
_SPECIFIC = frozenset(Sense) - {Sense.KILL, Sense.INJURE, Sense.HARM, Sense.VIOLENCE, Sense.NEUTRALISE}


@dataclass(frozen=True, slots=True)
class Telling:
    """All that the sentences of a report tell: happenings, totals, and sentences that gave none."""

    happenings: tuple[Happening, ...]
    totals: tuple[DraftTotal, ...]
    not_coded: tuple[NotCoded, ...]


def find_happenings(report: Report, readings: Sequence[Reading]) -> Telling:
    """Read every sentence that speaks of violence or of a strategic development."""
    scope = scope_of(readings)
    anchor = _anchor(readings)
    happenings: list[Happening] = []
    totals: list[DraftTotal] = []
    left: list[NotCoded] = []
    for reading in readings:
        if not reading.triggers:
            if reading.cues & _AFTERMATH:
                happenings.append(_aftermath(report, reading))
            continue
        trigger, why = _main_trigger(reading, scope)
        if trigger is None:
            left.append(NotCoded(report.quote(reading.sentence.span), why))
            continue
        times = time_of(reading, trigger)
        counted = any(p.number and p.number.low == p.number.high for t in reading.triggers for p in _roles(reading, t))
        verdict = role_of(reading, times, report.published, anchor, counted=counted)
        if verdict.role is None:
            totals.extend(totals_of(report, reading))
            left.append(NotCoded(report.quote(reading.sentence.span), verdict.why))
            continue
        happenings.append(_happening(report, reading, trigger, verdict))
    return Telling(tuple(happenings), tuple(totals), tuple(left))


def _roles(reading: Reading, trigger: Trigger) -> tuple[Party, ...]:
    return tuple(reading.parties[k] for k in trigger.patients)


def _anchor(readings: Sequence[Reading]) -> date | None:
    """The last day that the text itself fixes."""
    days = [t.when.last for r in readings for t in r.times if isinstance(t.when, DateRange)]
    return max(days, default=None)


def _main_trigger(reading: Reading, scope: ReportScope) -> tuple[Trigger | None, str]:
    """The trigger that says best what happened, or why there is none."""
    usable = [t for t in reading.triggers if supported(reading, t, scope)]
    if not usable:
        if all(t.sense in TALK for t in reading.triggers):
            return None, "speaks of violence in general"
        return None, "out of scope" if not scope.inside else "no actor, victim or weapon says that it was an incident"
    if reading.speech and Cue.CLAIM not in reading.cues and not any(p.number for p in reading.parties):
        return None, "somebody's own words, which tell no toll"
    if Cue.QUESTION in reading.cues:
        return None, "asks, and does not say that it happened"
    asserted = [
        t
        for t in usable
        if t.modality is Modality.ASSERTED and not (t.negated and t.sense not in {Sense.KILL, Sense.INJURE, Sense.HARM})
    ]
    return max(asserted or usable, key=_salience), ""


def _salience(trigger: Trigger) -> tuple[int, int, int, int]:
    return (
        trigger.sense in _SPECIFIC and not trigger.thing,
        trigger.strong,
        bool(trigger.agents or trigger.patients) + (not trigger.nominal),
        -trigger.span.start,
    )


def _happening(report: Report, reading: Reading, trigger: Trigger, verdict: Verdict) -> Happening:
    asserted = [t for t in reading.triggers if t.modality is trigger.modality and t.sense not in TALK]
    ordered = [trigger, *(t for t in asserted if t is not trigger and not _mere_context(reading, trigger, t))]
    return Happening(
        sentence=reading.sentence,
        evidence=report.quote(reading.sentence.span),
        trigger=report.quote(trigger.span),
        senses=tuple(t.sense for t in ordered),
        strong=any(t.strong for t in ordered),
        definite=trigger.definite,
        plural=trigger.plural,
        modality=trigger.modality,
        role=verdict.role or Role.NEWS,
        cues=reading.cues,
        times=time_of(reading, trigger),
        places=_places(reading, trigger),
        agents=_parties(reading, [k for t in ordered for k in t.agents]),
        patients=_parties(reading, [k for t in ordered for k in t.patients]),
        around=reading.parties,
        tolls=find_tolls(report, reading),
        weapons=reading.weapons,
        attributions=reading.attributions,
    )


def _mere_context(reading: Reading, trigger: Trigger, other: Trigger) -> bool:
    """"Shot two people at a protest": a crowd named beside a deed of force is where it happened, unless it is hit."""
    crowd = other.nominal and other.sense is Sense.PROTEST and trigger.sense not in _CROWD and not trigger.nominal
    return crowd and not any(p.kind is PartyClass.PROTESTER for p in _roles(reading, trigger))


def _aftermath(report: Report, reading: Reading) -> Happening:
    """"The group claimed responsibility": it has no trigger and joins a happening told before, if one fits."""
    evidence = report.quote(reading.sentence.span)
    return Happening(
        sentence=reading.sentence,
        evidence=evidence,
        trigger=evidence,
        senses=(),
        strong=False,
        definite=True,
        plural=False,
        modality=Modality.ASSERTED,
        role=Role.NEWS,
        cues=reading.cues,
        times=(),
        places=(),
        agents=(),
        patients=(),
        around=reading.parties,
        tolls=(),
        weapons=(),
        attributions=reading.attributions,
    )


def _parties(reading: Reading, indexes: Sequence[int]) -> tuple[Party, ...]:
    return tuple(reading.parties[k] for k in dict.fromkeys(indexes))


def _places(reading: Reading, trigger: Trigger) -> tuple[PlaceMention, ...]:
    """The places of a sentence: those that a preposition makes a location first, the nearest to the trigger first."""

    def rank(mention: PlaceMention) -> tuple[bool, int]:
        gap = max(mention.span.start, trigger.span.start) - min(mention.span.end, trigger.span.end)
        return not mention.locative, gap

    return tuple(sorted(reading.places, key=rank))
