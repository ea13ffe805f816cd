"""What a report is about: whether weak words of violence in it mean what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kibaru.model.annotation import Part
from kibaru.model.reading import Cue, PartyClass, Reading, Sense, Trigger

ARMED = frozenset(
    {
        PartyClass.MILITARY,
        PartyClass.SECURITY,
        PartyClass.MILITANT,
        PartyClass.ATTACKER,
        PartyClass.PEACEKEEPER,
        PartyClass.POLICE,
    }
)
# Senses that never make an incident by themselves.
TALK = frozenset({Sense.VIOLENCE})
POLITICAL_VIOLENCE = frozenset({PartyClass.MILITANT, PartyClass.MILITARY, PartyClass.PEACEKEEPER, PartyClass.ATTACKER})


@dataclass(frozen=True, slots=True)
class ReportScope:
    """`strong` sentences speak of political violence or protest, `foreign` ones of accidents, sport, disease ..."""

    strong: int
    foreign: int
    lead_foreign: bool
    lead_strong: bool

    @property
    def inside(self) -> bool:
        """Whether the report is about what the codebook counts."""
        if self.lead_foreign and not self.lead_strong:
            return self.strong > 2 * self.foreign
        return self.strong > 0


def scope_of(readings: Sequence[Reading]) -> ReportScope:
    """The scope of a report from its readings."""
    strong = foreign = 0
    lead_strong = lead_foreign = False
    for reading in readings:
        is_strong = speaks_of_conflict(reading)
        is_foreign = Cue.OUT_OF_SCOPE in reading.cues
        strong += is_strong and not is_foreign
        foreign += is_foreign
        if reading.sentence.part is not Part.BODY:
            lead_strong = lead_strong or is_strong
            lead_foreign = lead_foreign or is_foreign
    return ReportScope(strong, foreign, lead_foreign, lead_strong)


def speaks_of_conflict(reading: Reading) -> bool:
    """Whether a sentence speaks of organised violence or protest: a strong word, or a weak one with an armed party."""
    if not reading.triggers:
        return False
    if any(t.strong and t.sense not in {Sense.KILL, Sense.ARREST, Sense.INJURE} for t in reading.triggers):
        return True
    armed = any(p.kind in POLITICAL_VIOLENCE for p in reading.parties)
    return armed and any(t.sense not in TALK for t in reading.triggers)


def supported(reading: Reading, trigger: Trigger, scope: ReportScope) -> bool:
    """Whether a trigger can be taken at its word in this sentence and report."""
    if trigger.sense in TALK:
        return False
    if trigger.strong:
        return scope.inside or any(p.kind in ARMED for p in reading.parties)
    if any(p.kind in ARMED for p in reading.parties) or reading.weapons:
        return scope.inside
    if trigger.patients and trigger.sense in {Sense.KILL, Sense.INJURE, Sense.HARM}:
        return scope.inside
    others = any(t.strong for t in reading.triggers if t is not trigger)
    return scope.inside and (others or trigger.definite or trigger.sense is Sense.BLAST)
