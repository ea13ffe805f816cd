"""Event types: ACLED's names, with the PLOVER type and mode that each carries by default."""

from __future__ import annotations

from enum import StrEnum

from kibaru.model.values import EventKind

VERSION = "acled-2023.03+plover-2024.02"


class SubEvent(StrEnum):
    """ACLED's sub-event types (codebook of March 2023)."""

    ARMED_CLASH = "Armed clash"
    GOVERNMENT_REGAINS = "Government regains territory"
    NON_STATE_OVERTAKES = "Non-state actor overtakes territory"
    CHEMICAL_WEAPON = "Chemical weapon"
    AIR_STRIKE = "Air/drone strike"
    SUICIDE_BOMB = "Suicide bomb"
    SHELLING = "Shelling/artillery/missile attack"
    IED = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    SEXUAL_VIOLENCE = "Sexual violence"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    PEACEFUL_PROTEST = "Peaceful protest"
    PROTEST_WITH_INTERVENTION = "Protest with intervention"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE_TO_GROUP = "Change to group/activity"
    DISRUPTED_WEAPONS = "Disrupted weapons use"
    BASE_ESTABLISHED = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"


class Plover(StrEnum):
    """PLOVER's sixteen types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


BATTLES = "Battles"
EXPLOSIONS = "Explosions/Remote violence"
CIVILIANS = "Violence against civilians"
PROTESTS = "Protests"
RIOTS = "Riots"
STRATEGIC = "Strategic developments"

_TABLE: dict[SubEvent, tuple[str, Plover, str | None]] = {
    SubEvent.ARMED_CLASH: (BATTLES, Plover.ASSAULT, None),
    SubEvent.GOVERNMENT_REGAINS: (BATTLES, Plover.ASSAULT, None),
    SubEvent.NON_STATE_OVERTAKES: (BATTLES, Plover.ASSAULT, None),
    SubEvent.CHEMICAL_WEAPON: (EXPLOSIONS, Plover.ASSAULT, "unconventional"),
    SubEvent.AIR_STRIKE: (EXPLOSIONS, Plover.ASSAULT, "aerial"),
    SubEvent.SUICIDE_BOMB: (EXPLOSIONS, Plover.ASSAULT, "suicide-attack"),
    SubEvent.SHELLING: (EXPLOSIONS, Plover.ASSAULT, "heavy-weapons"),
    SubEvent.IED: (EXPLOSIONS, Plover.ASSAULT, "explosives"),
    SubEvent.GRENADE: (EXPLOSIONS, Plover.ASSAULT, "explosives"),
    SubEvent.SEXUAL_VIOLENCE: (CIVILIANS, Plover.ASSAULT, "sexual"),
    SubEvent.ATTACK: (CIVILIANS, Plover.ASSAULT, None),
    SubEvent.ABDUCTION: (CIVILIANS, Plover.ASSAULT, "abduct"),
    SubEvent.PEACEFUL_PROTEST: (PROTESTS, Plover.PROTEST, "demo"),
    SubEvent.PROTEST_WITH_INTERVENTION: (PROTESTS, Plover.PROTEST, "demo"),
    SubEvent.EXCESSIVE_FORCE: (PROTESTS, Plover.ASSAULT, "crowd-control"),
    SubEvent.VIOLENT_DEMONSTRATION: (RIOTS, Plover.PROTEST, "riot"),
    SubEvent.MOB_VIOLENCE: (RIOTS, Plover.PROTEST, "riot"),
    SubEvent.AGREEMENT: (STRATEGIC, Plover.AGREE, None),
    SubEvent.ARRESTS: (STRATEGIC, Plover.COERCE, "arrest"),
    SubEvent.CHANGE_TO_GROUP: (STRATEGIC, Plover.MOBILIZE, None),
    SubEvent.DISRUPTED_WEAPONS: (STRATEGIC, Plover.COERCE, "seize"),
    SubEvent.BASE_ESTABLISHED: (STRATEGIC, Plover.MOBILIZE, None),
    SubEvent.LOOTING: (STRATEGIC, Plover.ASSAULT, "destroy"),
    SubEvent.NON_VIOLENT_TRANSFER: (STRATEGIC, Plover.RETREAT, "withdraw"),
    SubEvent.OTHER: (STRATEGIC, Plover.COERCE, None),
}

# PLOVER's mode of an assault by the means told, where the sub-event type leaves it open.
_MODE_OF_WEAPON = {
    "firearms": "firearms",
    "blade": "primitive",
    "stones": "primitive",
    "vehicle": "primitive",
    "bomb": "explosives",
    "IED": "explosives",
    "explosives": "explosives",
    "grenade": "explosives",
    "vehicle bomb": "explosives",
    "suicide vest": "suicide-attack",
    "artillery": "heavy-weapons",
    "rocket": "heavy-weapons",
    "mortar": "heavy-weapons",
    "missile": "heavy-weapons",
    "tank": "heavy-weapons",
    "drone": "drone",
    "aircraft": "aerial",
    "helicopter": "aerial",
}


def kind_of(sub_event: SubEvent, weapon: str | None = None) -> EventKind:
    """The event kind of a sub-event type with its PLOVER type and mode; `weapon` decides a mode that the type leaves open."""
    event_type, plover, mode = _TABLE[sub_event]
    if mode is None and plover is Plover.ASSAULT:
        mode = _MODE_OF_WEAPON.get(weapon or "")
    return EventKind(event_type, sub_event.value, plover.value, mode)


def political(plover: Plover, mode: str | None = None) -> EventKind:
    """The event kind of a purely political act."""
    return EventKind(None, None, plover.value, mode)


def event_type(sub_event: SubEvent) -> str:
    """ACLED's event type of a sub-event type."""
    return _TABLE[sub_event][0]
