"""What kind of incident a group of happenings tells of, by the codebook's table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kibaru.assemble.setting import ARMED_CLASSES, CIVIL_CLASSES, STATE_CLASSES
from kibaru.model.annotation import Part
from kibaru.model.happening import Happening
from kibaru.model.reading import Party, PartyClass, Sense
from kibaru.model.values import CasualtyKind
from kibaru.vocab.events import SubEvent
from kibaru.vocab.families import Family, family_of

_LEAD_WEIGHT: Final = 2.0
_TRIGGER_WEIGHT: Final = 2.0
_FORCE_SUB_EVENTS: Final = {
    Sense.CHEMICAL: SubEvent.CHEMICAL_WEAPON,
    Sense.SUICIDE: SubEvent.SUICIDE_BOMB,
    Sense.AIR: SubEvent.AIR_STRIKE,
    Sense.SHELL: SubEvent.SHELLING,
    Sense.GRENADE: SubEvent.GRENADE,
    Sense.BOMB: SubEvent.IED,
    Sense.BLAST: SubEvent.IED,
}
AIRBORNE: Final = frozenset({"drone", "aircraft", "helicopter", "barrel bomb"})
_FIGHTERS: Final = frozenset({PartyClass.MILITARY, PartyClass.SECURITY, PartyClass.PEACEKEEPER, PartyClass.MILITANT})
_FLYING: Final = frozenset({"missile", "rocket", "mortar", "artillery", "tank"})


@dataclass(frozen=True, slots=True)
class Kind:
    """The sub-event type chosen, and a sentence that says why."""

    sub_event: SubEvent
    why: str


def kind_of_group(members: Sequence[Happening]) -> Kind:
    """The sub-event type of one incident."""
    family = next((f for m in members if (f := family_of(m.senses)) is not Family.ANY), Family.ANY)
    weights = _weights(members)
    if family is Family.CROWD:
        return _crowd(members, weights)
    if family is Family.CUSTODY:
        return Kind(SubEvent.ARRESTS, "people are taken into custody")
    if family is Family.ABDUCTION:
        return Kind(SubEvent.ABDUCTION, "people are taken away or vanish")
    if family is Family.SEXUAL:
        return Kind(SubEvent.SEXUAL_VIOLENCE, "the words speak of sexual violence")
    if family is Family.DEAL and not weights[Sense.AGREE] and _gives_himself_up(members):
        return Kind(SubEvent.ARRESTS, "a suspect gives himself up")
    if family is Family.DEAL:
        return Kind(SubEvent.AGREEMENT, "a truce, a deal or a surrender")
    if family is Family.POWER:
        return Kind(SubEvent.OTHER, "a coup or its attempt")
    if _on_protesters(members) and not (weights[Sense.CLASH] or weights[Sense.RIOT]):
        return _intervention(members, weights)
    return _force(members, weights)


def _on_protesters(members: Sequence[Happening]) -> bool:
    """ "Police fired at protesters": forces of the state act on demonstrators, of whom no violence is told."""
    return any(
        any(p.kind in STATE_CLASSES for p in m.agents) and any(p.kind is PartyClass.PROTESTER for p in m.patients)
        for m in members
    )


def _intervention(members: Sequence[Happening], weights: Counter[Sense]) -> Kind:
    hurt = any(t.kind in {CasualtyKind.KILLED, CasualtyKind.INJURED} for m in members for t in m.tolls)
    if hurt or weights[Sense.KILL] or weights[Sense.INJURE]:
        return Kind(SubEvent.EXCESSIVE_FORCE, "forces of the state kill or hurt protesters")
    return Kind(SubEvent.PROTEST_WITH_INTERVENTION, "forces of the state act against protesters")


def _gives_himself_up(members: Sequence[Happening]) -> bool:
    return any(p.kind in {PartyClass.ATTACKER, PartyClass.SUSPECT} and not p.plural for m in members for p in m.around)


def _weights(members: Sequence[Happening]) -> Counter[Sense]:
    """How strongly each sense is told: telling words twice, headline and lead twice."""
    weights: Counter[Sense] = Counter()
    for member in members:
        factor = 1.0 if member.sentence.part is Part.BODY else _LEAD_WEIGHT
        for rank, sense in enumerate(dict.fromkeys(member.senses)):
            weights[sense] += int(10 * factor * (_TRIGGER_WEIGHT if rank == 0 else 1.0))
    return weights


def _crowd(members: Sequence[Happening], weights: Counter[Sense]) -> Kind:
    victims = [
        p.kind
        for m in members
        for t in m.tolls
        if t.kind in {CasualtyKind.KILLED, CasualtyKind.INJURED}
        for p in t.members
    ]
    if any(k in STATE_CLASSES for k in victims):
        return Kind(SubEvent.VIOLENT_DEMONSTRATION, "those who face the demonstrators are hurt")
    hurt = any(k in {PartyClass.PROTESTER, PartyClass.PEOPLE, PartyClass.CIVILIAN, PartyClass.VICTIM} for k in victims)
    state = any(p.kind in STATE_CLASSES for m in members for p in m.agents)
    if hurt and (state or weights[Sense.SHOOT] or weights[Sense.KILL]) and not weights[Sense.RIOT]:
        return Kind(SubEvent.EXCESSIVE_FORCE, "protesters are killed or hurt")
    if weights[Sense.MOB]:
        return Kind(SubEvent.MOB_VIOLENCE, "a crowd attacks people")
    if weights[Sense.RIOT] or weights[Sense.LOOT]:
        return Kind(SubEvent.VIOLENT_DEMONSTRATION, "demonstrators throw, burn or storm")
    if weights[Sense.CLASH] or weights[Sense.ATTACK]:
        return Kind(SubEvent.VIOLENT_DEMONSTRATION, "demonstrators clash with those who face them")
    if weights[Sense.DISPERSE] or weights[Sense.ARREST]:
        return Kind(SubEvent.PROTEST_WITH_INTERVENTION, "demonstrators are dispersed or arrested")
    return Kind(SubEvent.PEACEFUL_PROTEST, "demonstrators stay peaceful as far as is told")


def _force(members: Sequence[Happening], weights: Counter[Sense]) -> Kind:
    weights = _settle_strikes(members, weights)
    fight = weights[Sense.CLASH] + weights[Sense.AMBUSH]
    remote = {s: weights[s] for s in _FORCE_SUB_EVENTS if weights[s]}
    hand = weights[Sense.SHOOT] + weights[Sense.STAB] + weights[Sense.RAM] + weights[Sense.AMBUSH]
    if remote:
        best = max(remote, key=lambda s: (remote[s], s is Sense.SUICIDE))
        if weights[Sense.SUICIDE] and best in {Sense.BOMB, Sense.BLAST}:
            best = Sense.SUICIDE
        prevails = remote[best] >= max(fight, hand) or not (fight or hand)
        if prevails and not (best is Sense.SUICIDE and _fought_back(members, weights)):
            return Kind(_FORCE_SUB_EVENTS[best], f"the words speak of {best.value}, and of no fight beyond it")
    territory = weights[Sense.SEIZE] + weights[Sense.RETAKE]
    if territory and territory >= fight and not hand:
        return _territory(members, weights)
    if weights[Sense.MOB] and weights[Sense.MOB] >= fight + hand:
        return Kind(SubEvent.MOB_VIOLENCE, "a crowd attacks people")
    if fight and _crowd_against_state(members):
        return Kind(SubEvent.VIOLENT_DEMONSTRATION, "people without arms clash with forces of the state")
    if fight or _both_armed(members) or _military_target(members):
        return Kind(SubEvent.ARMED_CLASH, "armed sides face each other, or armed men attack armed forces")
    if weights[Sense.LOOT] and not any(weights[s] for s in (Sense.KILL, Sense.ATTACK, Sense.SHOOT, Sense.INJURE)):
        return Kind(SubEvent.LOOTING, "property is looted or burnt and nobody is attacked")
    if weights[Sense.DOWN] or weights[Sense.DISRUPT]:
        return Kind(SubEvent.DISRUPTED_WEAPONS, "a weapon is found or brought down")
    return Kind(SubEvent.ATTACK, "people who do not fight are attacked")


def _fought_back(members: Sequence[Happening], weights: Counter[Sense]) -> bool:
    """Whether a suicide bombing became a fight: it is told so, or both sides have dead."""
    killed = {p.kind for m in members for t in m.tolls if t.kind is CasualtyKind.KILLED for p in t.members if p.plural}
    both = killed & STATE_CLASSES and killed & {PartyClass.MILITANT, PartyClass.ATTACKER}
    return bool(both or (weights[Sense.CLASH] and _both_armed(members)))


def _settle_strikes(members: Sequence[Happening], weights: Counter[Sense]) -> Counter[Sense]:
    """A bare "strike" is one from the air unless rockets or guns are told; bombs from aircraft are air strikes."""
    settled = Counter(weights)
    means = {w.name for m in members for w in m.weapons}
    if settled[Sense.RAM] and (settled[Sense.BOMB] or settled[Sense.BLAST] or "explosives" in means):
        # A vehicle rammed into its target and blown up has a driver who dies.
        settled[Sense.SUICIDE] += settled[Sense.BOMB] + settled[Sense.BLAST] + settled.pop(Sense.RAM)
    if settled[Sense.DOWN] and "drone" not in means:
        settled[Sense.SHELL] += settled.pop(Sense.DOWN)
    if settled[Sense.STRIKE]:
        settled[Sense.SHELL if means & _FLYING and not means & AIRBORNE else Sense.AIR] += settled.pop(Sense.STRIKE)
    if settled[Sense.AIR] and settled[Sense.BOMB]:
        settled[Sense.AIR] += settled.pop(Sense.BOMB)
    return settled


def _both_armed(members: Sequence[Happening]) -> bool:
    agents = {p.kind for m in members for p in m.agents}
    patients = {p.kind for m in members for p in (*m.patients, *(v for t in m.tolls for v in t.members))}
    return bool(agents & ARMED_CLASSES and patients & ARMED_CLASSES and not patients & CIVIL_CLASSES)


def _crowd_against_state(members: Sequence[Happening]) -> bool:
    kinds = {p.kind for m in members for p in (*m.agents, *m.patients)}
    crowd = {PartyClass.PROTESTER, PartyClass.RIOTER, PartyClass.CROWD, PartyClass.CIVILIAN}
    return bool(kinds & STATE_CLASSES and kinds & crowd and not kinds & {PartyClass.MILITANT, PartyClass.ATTACKER})


def _military_target(members: Sequence[Happening]) -> bool:
    """Whether armed forces are what was attacked: civilians hit beside them are told less often, or after them."""
    kinds = [p.kind for m in members for p in _targets(m)]
    armed = sum(k in _FIGHTERS for k in kinds)
    civil = sum(k in CIVIL_CLASSES for k in kinds)
    first = next((k for k in kinds if k in _FIGHTERS or k in CIVIL_CLASSES), None)
    return armed > civil or (armed == civil and first in _FIGHTERS)


def _targets(member: Happening) -> tuple[Party, ...]:
    return (*member.patients, *(v for t in member.tolls for v in t.members))


def _territory(members: Sequence[Happening], weights: Counter[Sense]) -> Kind:
    kinds = [p.kind for m in members for p in m.agents]
    rebels = any(k in {PartyClass.MILITANT, PartyClass.ATTACKER} for k in kinds)
    state = any(k in STATE_CLASSES for k in kinds) and not rebels
    if weights[Sense.RETAKE] or state:
        return Kind(SubEvent.GOVERNMENT_REGAINS, "government forces take a place")
    return Kind(SubEvent.NON_STATE_OVERTAKES, "a non-state actor takes a place")
