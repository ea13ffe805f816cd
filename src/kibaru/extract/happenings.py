"""Happenings: from the readings of sentences to what each tells of an incident, and why the others tell of none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kibaru.extract.casualties import find_tolls
from kibaru.extract.roles import Verdict, role_of, time_of
from kibaru.extract.scope import ReportScope, scope_of
from kibaru.extract.strands import Strand, roles, strands_of
from kibaru.extract.totals import totals_of
from kibaru.lang.en.cues import tells_the_usual
from kibaru.model.annotation import PlaceMention
from kibaru.model.happening import DraftTotal, Happening
from kibaru.model.mention import Modality, NotCoded, Role
from kibaru.model.reading import Cue, PartyClass, Reading, Trigger
from kibaru.model.report import Report
from kibaru.model.values import DatePrecision, DateRange, Scope

# A sentence with one of these may say who did it without naming the deed again.
_TOLD_APART: Final = 2
_FIXED: Final = frozenset({DatePrecision.DAY, DatePrecision.MONTH})
_AFTERMATH: Final = frozenset({Cue.CLAIM, Cue.BLAME, Cue.SUSPICION})


@dataclass(frozen=True, slots=True)
class Telling:
    """All that the sentences of a report tell: happenings, totals, and sentences that gave none."""

    happenings: tuple[Happening, ...]
    totals: tuple[DraftTotal, ...]
    not_coded: tuple[NotCoded, ...]


@dataclass(slots=True)
class _Draft:
    report: Report
    scope: ReportScope
    anchor: date | None
    happenings: list[Happening] = field(default_factory=list)
    totals: list[DraftTotal] = field(default_factory=list)
    left: list[NotCoded] = field(default_factory=list)
    summaries: list[tuple[Reading, Strand, Happening]] = field(default_factory=list)


def find_happenings(report: Report, readings: Sequence[Reading]) -> Telling:
    """Read every sentence that speaks of violence or of a strategic development."""
    draft = _Draft(report, scope_of(readings), _anchor(readings))
    for reading in readings:
        if reading.triggers:
            _read(draft, reading)
        elif reading.cues & _AFTERMATH and not _mere_background(reading):
            draft.happenings.append(_aftermath(report, reading))
    _settle_summaries(draft)
    return Telling(tuple(draft.happenings), tuple(draft.totals), tuple(draft.left))


def _read(draft: _Draft, reading: Reading) -> None:
    strands, why = strands_of(reading, draft.scope)
    coded = False
    for strand in strands:
        verdict = _verdict(draft, reading, strand)
        if verdict.role is None:
            why = why or verdict.why
            draft.totals.extend(totals_of(draft.report, reading, strand))
            continue
        happening = _happening(draft.report, reading, strand, verdict)
        draft.happenings.append(happening)
        if Cue.SUMMARY in reading.cues and happening.tolls:
            draft.summaries.append((reading, strand, happening))
        coded = True
    if not coded:
        draft.left.append(NotCoded(draft.report.quote(reading.sentence.span), why))


def _mere_background(reading: Reading) -> bool:
    """What happens often, or what groups do as a rule, says nothing of who did this."""
    return Cue.HABITUAL in reading.cues or tells_the_usual(reading.sentence.lower)


def _settle_summaries(draft: _Draft) -> None:
    """ "Seven killed in two explosions" is a total where the report goes on to tell of the two."""
    for reading, strand, happening in draft.summaries:
        after = [h for h in draft.happenings if h.sentence.index > happening.sentence.index and h.tolls]
        if len(after) < _TOLD_APART:
            continue
        draft.happenings.remove(happening)
        draft.totals.extend(totals_of(draft.report, reading, strand, Scope.REPORT_TOTAL))
        draft.left.append(NotCoded(happening.evidence, "a total over several incidents that the report tells apart"))


def _verdict(draft: _Draft, reading: Reading, strand: Strand) -> Verdict:
    victims = roles(reading, strand, "patients")
    counted = any(p.number and p.number.low == p.number.high for p in victims)
    return role_of(
        reading,
        time_of(reading, strand[0]),
        draft.report.published,
        draft.anchor,
        counted=counted,
        present=strand[0].present or (strand[0].nominal and tells_the_usual(reading.sentence.lower)),
    )


def _anchor(readings: Sequence[Reading]) -> date | None:
    """The first day that the text itself fixes: a report without a date of publication tells what it is about first."""
    ranges = [t.when for r in readings for t in r.times if isinstance(t.when, DateRange)]
    return next((r.last for r in ranges if r.precision in _FIXED), None)


def _happening(report: Report, reading: Reading, strand: Strand, verdict: Verdict) -> Happening:
    trigger = strand[0]
    return Happening(
        sentence=reading.sentence,
        evidence=report.quote(reading.sentence.span),
        trigger=report.quote(trigger.span),
        senses=tuple(t.sense for t in strand),
        strong=any(t.strong for t in strand),
        definite=trigger.definite,
        plural=trigger.plural,
        modality=trigger.modality,
        role=verdict.role or Role.NEWS,
        cues=reading.cues,
        times=time_of(reading, trigger),
        places=_places(reading, trigger),
        agents=roles(reading, [t for t in strand if not _stops_attacker(reading, t)], "agents"),
        patients=roles(reading, strand, "patients"),
        around=reading.parties,
        tolls=find_tolls(report, reading, strand),
        weapons=reading.weapons,
        attributions=reading.attributions,
    )


def _stops_attacker(reading: Reading, trigger: Trigger) -> bool:
    """ "Police shot the attacker dead": who stops an attacker is no author of the attack."""
    hit = roles(reading, (trigger,), "patients")
    return bool(hit) and all(p.kind in {PartyClass.ATTACKER, PartyClass.SUSPECT} and not p.actor for p in hit)


def _aftermath(report: Report, reading: Reading) -> Happening:
    """ "The group claimed responsibility": it has no trigger and joins a happening told before, if one fits."""
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


def _places(reading: Reading, trigger: Trigger) -> tuple[PlaceMention, ...]:
    """The places of a sentence: those that a preposition makes a location first, the nearest to the trigger first."""

    def rank(mention: PlaceMention) -> tuple[bool, int]:
        gap = max(mention.span.start, trigger.span.start) - min(mention.span.end, trigger.span.end)
        return not mention.locative, gap

    return tuple(sorted(reading.places, key=rank))
