"""Casualties: which number of whom each word of killing, wounding, arresting ... counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kibaru.extract.claimants import claimant_of
from kibaru.model.happening import DraftToll
from kibaru.model.mention import Modality
from kibaru.model.reading import Cue, Party, PartyClass, Reading, Sense, Trigger
from kibaru.model.report import Report
from kibaru.model.span import Span
from kibaru.model.values import CasualtyKind, Count, Hedge

KINDS: Final = {
    Sense.KILL: CasualtyKind.KILLED,
    Sense.NEUTRALISE: CasualtyKind.KILLED,
    Sense.INJURE: CasualtyKind.INJURED,
    Sense.HARM: CasualtyKind.KILLED_OR_INJURED,
    Sense.ABDUCT: CasualtyKind.ABDUCTED,
    Sense.ARREST: CasualtyKind.ARRESTED,
    Sense.SURRENDER: CasualtyKind.SURRENDERED,
    Sense.DISPLACE: CasualtyKind.DISPLACED,
    Sense.MISSING: CasualtyKind.MISSING,
    Sense.SEXUAL: CasualtyKind.ASSAULTED,
}
# Heads that never are the victims counted, where no number stands with them.
_NOT_VICTIMS: Final = frozenset({PartyClass.ATTACKER, PartyClass.SUSPECT})
_COLLECTIVE: Final = frozenset({PartyClass.POLICE, PartyClass.MILITARY, PartyClass.SECURITY, PartyClass.CROWD})
# Places and other things that can be "captured" or "attacked" carry no toll: these senses count only persons with a number.
_NUMBER_NEEDED: Final = frozenset({Sense.HARM, Sense.MISSING, Sense.DISPLACE, Sense.SURRENDER})


_INCLUDING: Final = re.compile(
    r"[\s,–—-]*(?:including|among them|among whom were)(?:\s+(?:at least|an?|the))?\s+", re.IGNORECASE
)
_AND: Final = re.compile(r"(?:,|,?\s+and)(?:\s+(?:at least|an?|the))?\s+", re.IGNORECASE)
# How far from its word a bare number may stand, in code points; "the death toll ..." reaches over a clause to its number.
_NEAR, _FAR_TOLL, _TOLL_WORDS = 26, 90, 7
_MARKS: Final = {False: ",;.", True: ";."}
# What makes casualties none: "no casualties", "no one was hurt"; not "none of the injuries were grave".
_NO_NOUN: Final = re.compile(r"\b(?:no|without|zero)(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
_NO_VERB: Final = re.compile(r"\b(?:no\s*one|nobody|no(?:\s+\w+){1,3}|not|never)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Context:
    report: Report
    reading: Reading


def find_tolls(report: Report, reading: Reading, triggers: Sequence[Trigger]) -> tuple[DraftToll, ...]:
    """The tolls that some triggers of a sentence tell, in order; each party is counted once for each kind."""
    context = _Context(report, reading)
    tolls: list[DraftToll] = []
    counted: set[tuple[CasualtyKind, int]] = set()
    for trigger in sorted(triggers, key=lambda t: t.span.start):
        kind = _kind(trigger, triggers)
        if kind is None or trigger.modality is not Modality.ASSERTED:
            continue
        if trigger.negated:
            tolls.extend(_none(context, trigger, kind))
            continue
        for group in _victims(context, trigger):
            members = tuple(k for k in group if (kind, k) not in counted)
            counted.update((kind, k) for k in members)
            for toll in _list(context, trigger, kind, members):
                tolls.append(_described(toll, tolls))
                included = tuple(k for k in _included(context, toll) if (kind, k) not in counted)
                counted.update((kind, k) for k in included)
                parts = (_toll(context, trigger, kind, (k,)) for k in included)
                tolls.extend(replace(part, inside=True) for part in parts if part)
    return tuple(tolls)


def _included(context: _Context, toll: DraftToll) -> tuple[int, ...]:
    """ "40 people, including 8 soldiers and a child": the parties named as parts right behind a whole."""
    parties, text = context.reading.parties, context.report.text
    end, found = toll.quote.span.end, []
    pattern = _INCLUDING
    for k, party in enumerate(parties):
        if party.span.start < end:
            continue
        if pattern.fullmatch(text[end : party.span.start]) is None:
            break
        found.append(k)
        end, pattern = party.span.end, _AND
    return tuple(found)


def _described(toll: DraftToll, before: Sequence[DraftToll]) -> DraftToll:
    """ "Eight soldiers were killed and 14 wounded": a bare number counts those whom the number before it describes."""
    if len(toll.members) != 1 or toll.members[0].kind is not PartyClass.VICTIM or toll.members[0].actor or not before:
        return toll
    model = before[-1].members[-1] if before[-1].members else None
    if model is None or model.number is None or model.kind is PartyClass.VICTIM:
        return toll
    return replace(toll, members=(replace(toll.members[0], kind=model.kind, actor=model.actor),))


def _kind(trigger: Trigger, triggers: Sequence[Trigger]) -> CasualtyKind | None:
    """What befell the victim; who was stabbed or shot is injured unless the sentence says killed."""
    if trigger.sense in {Sense.STAB, Sense.SHOOT} and trigger.passive:
        deadly = trigger.nominal or any(t.sense is Sense.KILL for t in triggers)
        return None if deadly else CasualtyKind.INJURED
    return KINDS.get(trigger.sense)


def _list(context: _Context, trigger: Trigger, kind: CasualtyKind, members: tuple[int, ...]) -> list[DraftToll]:
    """A list without a total is its sum; "12 people, seven women and five men" is 12, of which 7 and 5 are parts."""
    numbers = [context.reading.parties[k].number for k in members]
    if len(members) > 2 and all(n is not None and n.low == n.high for n in numbers):
        lows = [n.low for n in numbers if n is not None]
        if lows[0] == sum(lows[1:]):
            whole = _toll(context, trigger, kind, members[:1])
            parts = [_toll(context, trigger, kind, (k,)) for k in members[1:]]
            return [t for t in (whole, *(replace(p, inside=True) for p in parts if p)) if t]
    toll = _toll(context, trigger, kind, members) if members else None
    return [toll] if toll else []


def _victims(context: _Context, trigger: Trigger) -> list[tuple[int, ...]]:
    """The parties that a trigger counts: those in the patient's role, else the number nearest to it; lists that mix groups fall apart."""
    parties = context.reading.parties
    chosen = trigger.patients or _nearest_number(context, trigger)
    if not chosen:
        return []
    numbered = tuple(k for k in chosen if parties[k].number)
    if numbered and len(numbered) < len(chosen) and any(parties[k].plural for k in chosen if k not in numbered):
        chosen = numbered
    by_kind: dict[PartyClass, list[int]] = {}
    for k in chosen:
        by_kind.setdefault(_merge_kind(parties[k]), []).append(k)
    return [tuple(group) for group in by_kind.values()]


def _merge_kind(party: Party) -> PartyClass:
    """Men, women, children and civilians add up in one list; soldiers and civilians do not."""
    civil = {PartyClass.PEOPLE, PartyClass.CIVILIAN, PartyClass.VICTIM, PartyClass.FAMILY}
    return PartyClass.CIVILIAN if party.kind in civil else party.kind


def _nearest_number(context: _Context, trigger: Trigger) -> tuple[int, ...]:
    """ "At least 12 dead", "leaving 12 wounded", "a death toll of 11": a bare number beside the word."""
    best: tuple[int, ...] = ()
    following = context.report.text[trigger.span.end : trigger.span.end + _TOLL_WORDS].lstrip().lower()
    distance = _FAR_TOLL if following.startswith(("toll", "count")) else _NEAR
    for k, party in enumerate(context.reading.parties):
        if party.number is None:
            continue
        gap = _gap(party.span, trigger.span)
        crosses = any(mark in _between(context, party.span, trigger.span) for mark in _MARKS[distance > _NEAR])
        if gap < distance and not crosses and party.kind in {PartyClass.VICTIM, PartyClass.PEOPLE, PartyClass.CIVILIAN}:
            best, distance = (k,), gap
    return best


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _between(context: _Context, one: Span, other: Span) -> str:
    return context.report.text[min(one.end, other.end) : max(one.start, other.start)]


def _toll(context: _Context, trigger: Trigger, kind: CasualtyKind, members: tuple[int, ...]) -> DraftToll | None:
    parties = tuple(context.reading.parties[k] for k in members)
    counted = _risen(context, trigger, parties) or _count(context, trigger, parties)
    if counted is None:
        return None
    count, hedge = counted
    if trigger.sense is Sense.NEUTRALISE:
        count, hedge = Count(0, count.high, count.words), Hedge.NEUTRALISED
    span = parties[0].span.cover(parties[-1].span)
    claimant, attribution = claimant_of(context.report, context.reading, trigger.span)
    before = context.report.text[max(context.reading.sentence.span.start, span.start - 12) : span.start].lower()
    return DraftToll(
        kind=kind,
        members=parties,
        count=count,
        hedge=hedge,
        quote=context.report.quote(span),
        claimant=claimant,
        attribution=attribution,
        rule=_rule(trigger),
        whole=Cue.UPDATE in context.reading.cues,
        inside="including" in before or parties[0].partitive,
        bare=hedge is Hedge.UNSTATED,
    )


def _risen(context: _Context, trigger: Trigger, parties: Sequence[Party]) -> tuple[Count, Hedge | None] | None:
    """ "The number of soldiers killed in the clash has risen to 13": the number stands behind the verb of rising."""
    if Cue.UPDATE not in context.reading.cues or any(p.number for p in parties):
        return None
    for party in context.reading.parties:
        lead = context.report.text[max(0, party.span.start - _TOLL_WORDS) : party.span.start].lower().split()
        if party.number and party.span.start > trigger.span.end and lead and lead[-1] in {"to", "at", "reached"}:
            words = context.report.quote(party.span).text
            return Count(party.number.low, party.number.high, words), party.number.hedge
    return None


def _rule(trigger: Trigger) -> str:
    voice = "noun" if trigger.nominal else "passive" if trigger.passive else "active"
    return f"“{trigger.lemma}” ({voice}) counts the party in the role of the victim"


def _count(context: _Context, trigger: Trigger, parties: Sequence[Party]) -> tuple[Count, Hedge | None] | None:
    """The sum of a list, the one number, one person, or a bare plural (2 and more)."""
    words = context.report.text[parties[0].span.start : parties[-1].span.end]
    low = 0
    high: int | None = 0
    hedge: Hedge | None = None
    for party in parties:
        one = _count_one(trigger, party, alone=len(parties) == 1)
        if one is None:
            if len(parties) == 1:
                return None
            continue
        low += one[0]
        high = None if high is None or one[1] is None else high + one[1]
        hedge = hedge or one[2]
    return Count(low, high, words), hedge


def _count_one(trigger: Trigger, party: Party, *, alone: bool) -> tuple[int, int | None, Hedge | None] | None:
    if party.number is not None:
        return party.number.low, party.number.high, party.number.hedge
    if trigger.sense in _NUMBER_NEEDED:
        return None
    if party.kind is PartyClass.NAMED:
        person = party.actor is None or party.actor.role == "person"
        return (1, 1, None) if person else None
    # "The army was attacked": a body, not a count; "Taliban militants were killed" has a plural noun of its own.
    if _is_body(party) and not (party.plural and party.actor and party.span.end > party.actor.span.end):
        return None
    if party.plural:
        if party.definite or party.kind is PartyClass.CROWD or trigger.sense in {Sense.ABDUCT}:
            return None
        return 2, None, Hedge.UNSTATED
    if party.definite and (party.kind in _NOT_VICTIMS | {PartyClass.VICTIM} or party.kind in _COLLECTIVE):
        return None
    if party.kind in {PartyClass.FAMILY, PartyClass.CROWD, PartyClass.VICTIM}:
        return None
    return 1, 1, None


def _is_body(party: Party) -> bool:
    return party.actor is not None and party.actor.role not in {"person", "demonym"}


def _none(context: _Context, trigger: Trigger, kind: CasualtyKind) -> list[DraftToll]:
    """ "No casualties" is nobody killed and nobody injured; "no one was killed" nobody killed."""
    kinds = [CasualtyKind.KILLED, CasualtyKind.INJURED] if trigger.sense is Sense.HARM else [kind]
    if not set(kinds) & {CasualtyKind.KILLED, CasualtyKind.INJURED}:
        return []
    before = context.report.text[context.reading.sentence.span.start : trigger.span.start]
    match = (_NO_NOUN if trigger.nominal else _NO_VERB).search(before)
    if match is None:
        return []
    start = context.reading.sentence.span.start + match.start()
    claimant, attribution = claimant_of(context.report, context.reading, trigger.span)
    quote = context.report.quote(Span(start, trigger.span.end))
    members = tuple(context.reading.parties[k] for k in trigger.patients)
    return [
        DraftToll(k, members, Count(0, 0, quote.text), None, quote, claimant, attribution, "a negated casualty is none")
        for k in kinds
    ]
