"""Strands: the triggers of one sentence, parted where they tell of different happenings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kibaru.extract.scope import TALK, ReportScope, supported
from kibaru.model.mention import Modality
from kibaru.model.reading import Cue, Party, PartyClass, Reading, Sense, Trigger
from kibaru.vocab.families import Family, family_of

# What a sentence tells of these beside one another is one happening: police stop a march, protesters are arrested.
_ONE_SCENE: Final = (frozenset({Family.CROWD, Family.FORCE, Family.CUSTODY}),)
_CROWD_CLASSES: Final = frozenset({PartyClass.PROTESTER, PartyClass.RIOTER})
_CASUALTY: Final = frozenset({Sense.KILL, Sense.INJURE, Sense.HARM, Sense.NEUTRALISE})
_GENERIC: Final = _CASUALTY | {Sense.VIOLENCE}

Strand = tuple[Trigger, ...]


def strands_of(reading: Reading, scope: ReportScope) -> tuple[tuple[Strand, ...], str]:
    """The strands of a sentence, each with its telling trigger first; or none, and why."""
    usable = [t for t in reading.triggers if supported(reading, t, scope)]
    why = _refusal(reading, usable, scope)
    if why:
        return (), why
    asserted = [t for t in usable if t.modality is Modality.ASSERTED and not _void(t)]
    chosen = asserted or usable
    main = max(chosen, key=_salience)
    told = [t for t in reading.triggers if t.modality is main.modality and t.sense not in TALK and not _void(t)]
    first = _family(main)
    strands: dict[Family, list[Trigger]] = {first: [main]}
    for trigger in told:
        if trigger is main or _mere_context(reading, main, trigger):
            continue
        strands.setdefault(_home(trigger, first, chosen, reading), []).append(trigger)
    others = [tuple(s) for f, s in strands.items() if f is not first and _stands_alone(s)]
    return (tuple(strands[first]), *(tuple(sorted(s, key=_salience, reverse=True)) for s in others)), ""


def _refusal(reading: Reading, usable: Sequence[Trigger], scope: ReportScope) -> str:
    """Why a sentence gives no happening, or nothing."""
    if not usable:
        if all(t.sense in TALK for t in reading.triggers):
            return "speaks of violence in general"
        return "out of scope" if not scope.inside else "no actor, victim or weapon says that it was an incident"
    if reading.speech and Cue.CLAIM not in reading.cues and not any(p.number for p in reading.parties):
        return "somebody's own words, which tell no toll"
    return "asks, and does not say that it happened" if Cue.QUESTION in reading.cues else ""


def _void(trigger: Trigger) -> bool:
    """A negated deed did not happen ("a month without killings"); negated casualties are a toll of nobody."""
    deed = trigger.sense not in _CASUALTY or (trigger.nominal and trigger.strong)
    return trigger.negated and deed


def _salience(trigger: Trigger) -> tuple[bool, bool, int, int]:
    return (
        trigger.sense not in _GENERIC and not trigger.thing,
        trigger.strong,
        bool(trigger.agents or trigger.patients) + (not trigger.nominal),
        -trigger.span.start,
    )


def _family(trigger: Trigger) -> Family:
    family = family_of((trigger.sense,))
    return Family.FORCE if family is Family.ANY else family


def _home(trigger: Trigger, first: Family, chosen: Sequence[Trigger], reading: Reading) -> Family:
    """The strand that a trigger belongs to: casualties go with the nearest deed."""
    family = family_of((trigger.sense,))
    if family is Family.ANY:
        nearest = min(chosen, key=lambda t: abs(t.span.start - trigger.span.start))
        family = _family(nearest)
    crowd = any(p.kind in _CROWD_CLASSES for p in reading.parties) or first is Family.CROWD
    if crowd and any({family, first} <= scene for scene in _ONE_SCENE):
        return first
    return family


def _stands_alone(strand: Sequence[Trigger]) -> bool:
    """A second strand is a happening of its own where a verb tells it; a noun may only refer to it."""
    return any(t.strong and not t.nominal and not t.thing for t in strand)


def roles(reading: Reading, triggers: Sequence[Trigger], role: str) -> tuple[Party, ...]:
    """The parties that the triggers hold in one role ("agents" or "patients"), each once."""
    indexes = [k for t in triggers for k in (t.agents if role == "agents" else t.patients)]
    return tuple(reading.parties[k] for k in dict.fromkeys(indexes))


def _mere_context(reading: Reading, main: Trigger, other: Trigger) -> bool:
    """A crowd named beside a deed of force is where it happened ("shot two people at a protest"), unless it is hit; a deed
    referred to beside a crowd ("a protest hours before the attack") is another."""
    if not other.nominal:
        return False
    if _family(main) is Family.CROWD:
        return family_of((other.sense,)) is Family.FORCE and other.definite and not (other.agents or other.patients)
    crowd = other.sense is Sense.PROTEST and _family(main) is Family.FORCE and not main.nominal
    return crowd and not any(p.kind is PartyClass.PROTESTER for p in roles(reading, (main,), "patients"))
