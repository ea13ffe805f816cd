"""What a report is about: whether weak words of violence in it mean what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kibaru.model.annotation import Part
from kibaru.model.mention import Modality
from kibaru.model.reading import Cue, Party, PartyClass, Reading, Sense, Trigger

ARMED: Final = frozenset(
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
TALK: Final = frozenset({Sense.VIOLENCE})
_FORCE: Final = frozenset({Sense.ATTACK, Sense.BLAST, Sense.SHOOT, Sense.STRIKE, Sense.CLASH, Sense.RAM})
# What befalls people by accident and disease as well as by force; accidents and sport are not overruled by these.
_BEFALLS: Final = frozenset(
    {Sense.KILL, Sense.INJURE, Sense.HARM, Sense.DISPLACE, Sense.MISSING, Sense.ARREST, Sense.SEXUAL}
)
# With a word of accident, sport or crime in the sentence these say nothing of political violence.
_PRIVATE: Final = _BEFALLS | {Sense.STAB, Sense.RAM}
# Arms of war: a bomb, a mine, a shell or a raid from the air that does harm leaves no doubt what the report is about.
_MUNITIONS: Final = frozenset({Sense.BOMB, Sense.SUICIDE, Sense.AIR, Sense.SHELL, Sense.GRENADE, Sense.CHEMICAL})
_HARMS: Final = frozenset({Sense.KILL, Sense.INJURE, Sense.BLAST})
# Verbs that a report also uses of debates, and those that need arms to be meant.
_FIGURATIVE: Final = frozenset({Sense.ATTACK, Sense.SHOOT, Sense.CLASH, Sense.BLAST})
_NEEDS_ARMS: Final = frozenset({Sense.SEIZE, Sense.RETAKE, Sense.SEXUAL})
_CIVIL_VOICES: Final = frozenset({PartyClass.NAMED, PartyClass.OFFICIAL})
_MUCH: Final = 3
# As few people make a demonstration.
_CROWD: Final = 20
_NEAR: Final = 6  # letters: "soldiers have killed"
POLITICAL_VIOLENCE: Final = frozenset(
    {PartyClass.MILITANT, PartyClass.MILITARY, PartyClass.PEACEKEEPER, PartyClass.ATTACKER}
)


@dataclass(frozen=True, slots=True)
class ReportScope:
    """How many sentences speak of what.

    `strong` ones speak of political violence or protest, `weak` ones of force, `foreign` ones of accidents, sport, disease ...
    """

    strong: int
    weak: int
    foreign: int
    lead_foreign: bool
    lead_strong: bool

    @property
    def inside(self) -> bool:
        """Whether the report is about what the codebook counts."""
        if self.lead_foreign and not self.lead_strong:
            return self.strong > 2 * self.foreign
        return self.strong > 0 or self.weak > max(1, 2 * self.foreign)


def scope_of(readings: Sequence[Reading]) -> ReportScope:
    """The scope of a report from its readings."""
    strong = weak = foreign = 0
    lead_strong = lead_foreign = False
    for reading in readings:
        is_strong = speaks_of_conflict(reading)
        is_foreign = _is_foreign(reading)
        strong += is_strong and not is_foreign
        weak += not is_strong and not is_foreign and _speaks_of_force(reading)
        foreign += is_foreign
        if reading.sentence.part is not Part.BODY:
            lead_strong = lead_strong or is_strong
            lead_foreign = lead_foreign or is_foreign
    return ReportScope(strong, weak, foreign, lead_foreign, lead_strong)


def speaks_of_conflict(reading: Reading) -> bool:
    """Whether a sentence speaks of organised violence or protest: a strong word, or a weak one with an armed party."""
    if not reading.triggers:
        return False
    if any(t.strong and t.sense not in {Sense.KILL, Sense.ARREST, Sense.INJURE} for t in reading.triggers):
        return True
    if _munition_harms(reading) or _attack_with_toll(reading):
        return True
    if any(t.sense is Sense.PROTEST and _many(reading, t) for t in reading.triggers):
        return True
    armed = any(p.kind in POLITICAL_VIOLENCE or p.kind is PartyClass.PROTESTER for p in reading.parties)
    return armed and any(t.sense not in TALK for t in reading.triggers)


def _munition_harms(reading: Reading) -> bool:
    """ "A landmine killed five": an arm of war, which tells of nothing by itself, with the harm it does."""
    harm = any(t.sense in _HARMS and t.modality is Modality.ASSERTED and not t.negated for t in reading.triggers)
    return harm and any(t.sense in _MUNITIONS for t in reading.triggers)


def _attack_with_toll(reading: Reading) -> bool:
    """ "The death toll in Monday's attack rose to 14": the noun; the verbs that it shares a sense with are of accidents too."""
    senses = {t.sense for t in reading.triggers}
    attack = any(t.sense is Sense.ATTACK and t.nominal and not t.negated for t in reading.triggers)
    return attack and bool(senses & _HARMS) and any(p.number for p in reading.parties) and not _is_foreign(reading)


def _is_foreign(reading: Reading) -> bool:
    """Whether a sentence speaks of an accident, a disease, sport, crime ..., and no armed party or arm of war overrules it."""
    deeds = [t for t in reading.triggers if t.modality is Modality.ASSERTED and not t.negated and not t.nominal]
    if Cue.ORDINARY in reading.cues:
        # Plots of books are told in the present.
        return not _acts(reading, [t for t in deeds if not t.present], frozenset({PartyClass.MILITANT}))
    if Cue.OUT_OF_SCOPE in reading.cues:
        return not (_acts(reading, deeds, POLITICAL_VIOLENCE) or _munition_acts(reading, deeds))
    return False


def _acts(reading: Reading, deeds: Sequence[Trigger], classes: frozenset[PartyClass]) -> bool:
    """Whether one of these classes does one of the deeds."""
    parties = reading.parties
    return any(
        parties[k].kind in classes and _does(parties[k], t) for t in deeds if t.sense not in TALK for k in t.agents
    )


def _does(party: Party, trigger: Trigger) -> bool:
    """ "A lorry with soldiers crashed, killing six": of soldiers only a verb that stands by them tells what they did."""
    if trigger.sense in _BEFALLS and not trigger.patients:
        return False  # "Hunters shot dead a lion"
    if party.kind is not PartyClass.MILITARY or trigger.sense not in _BEFALLS:
        return True
    return trigger.passive or 0 <= trigger.span.start - party.span.end <= _NEAR


def _munition_acts(reading: Reading, deeds: Sequence[Trigger]) -> bool:
    """Whether an arm of war stands before the verb of its harm ("after missiles hit the town")."""
    arms = [t.span.start for t in reading.triggers if t.sense in _MUNITIONS and t.nominal]
    harms = [t.span.start for t in deeds if t.sense in _HARMS | {Sense.ATTACK} and not t.passive]
    return bool(arms and harms) and min(arms) < max(harms)


def _many(reading: Reading, trigger: Trigger) -> bool:
    """ "Hundreds of people marched": a crowd by its number; one who marches, or a team that rallied, is none."""
    agents = [reading.parties[k] for k in trigger.agents]
    return not trigger.nominal and any(p.number is not None and p.number.low >= _CROWD for p in agents)


def _only_words(reading: Reading, trigger: Trigger) -> bool:
    """ "The senator attacked the minister": between people without arms, weapons or victims it is a war of words."""
    if trigger.sense not in _FIGURATIVE or trigger.nominal or reading.weapons:
        return False
    if any(t.sense in _BEFALLS for t in reading.triggers):
        return False
    parties = [reading.parties[k] for k in (*trigger.agents, *trigger.patients)]
    return bool(parties) and all(p.kind in _CIVIL_VOICES and not p.plural for p in parties)


def _armed(reading: Reading, trigger: Trigger, scope: ReportScope) -> bool:
    parties = [reading.parties[k] for k in (*trigger.agents, *trigger.patients)]
    # A policeman's rape is a crime, a soldier's or a fighter's is sexual violence of a conflict.
    arms = ARMED - {PartyClass.POLICE, PartyClass.SECURITY} if trigger.sense is Sense.SEXUAL else ARMED
    return any(p.kind in arms for p in parties) or (trigger.strong and scope.strong > _MUCH)


def _speaks_of_force(reading: Reading) -> bool:
    """A weak word of force with somebody or something it is done to."""
    return any(t.sense in _FORCE for t in reading.triggers)


def supported(reading: Reading, trigger: Trigger, scope: ReportScope) -> bool:
    """Whether a trigger can be taken at its word in this sentence and report."""
    if trigger.sense in TALK or (trigger.thing and all(t.thing for t in reading.triggers)):
        return False
    if trigger.quoted and not (trigger.agents or trigger.patients):
        return False
    private = _PRIVATE | {Sense.SHOOT} if Cue.ORDINARY in reading.cues else _PRIVATE
    if _is_foreign(reading) and not any(t.strong and t.sense not in private for t in reading.triggers):
        return False
    if _only_words(reading, trigger) or (trigger.sense in _NEEDS_ARMS and not _armed(reading, trigger, scope)):
        return False
    if trigger.strong:
        return scope.inside or any(p.kind in ARMED for p in reading.parties)
    if any(p.kind in ARMED for p in reading.parties) or reading.weapons:
        return scope.inside
    if trigger.sense in {Sense.KILL, Sense.INJURE, Sense.HARM}:
        counted = trigger.patients or trigger.negated or any(p.number for p in reading.parties)
        return scope.inside and bool(counted)
    if trigger.sense is Sense.PROTEST and scope.lead_strong and any(p.locative for p in reading.places):
        return True
    if trigger.sense is Sense.PROTEST and _many(reading, trigger):
        return scope.inside
    others = any(t.strong for t in reading.triggers if t is not trigger)
    return scope.inside and (others or trigger.definite or trigger.sense is Sense.BLAST)
