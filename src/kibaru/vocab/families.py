"""Families of senses: which of them can tell of one and the same incident."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from kibaru.model.reading import Sense


class Family(StrEnum):
    """Kinds of happenings that never join one another in one incident."""

    FORCE = "force"
    CROWD = "crowd"
    CUSTODY = "custody"
    ABDUCTION = "abduction"
    SEXUAL = "sexual"
    DEAL = "deal"
    POWER = "power"
    ANY = "any"


_OF: dict[Sense, Family] = {
    Sense.PROTEST: Family.CROWD,
    Sense.RIOT: Family.CROWD,
    Sense.DISPERSE: Family.CROWD,
    Sense.ARREST: Family.CUSTODY,
    Sense.ABDUCT: Family.ABDUCTION,
    Sense.MISSING: Family.ANY,
    Sense.SEXUAL: Family.SEXUAL,
    Sense.AGREE: Family.DEAL,
    Sense.SURRENDER: Family.DEAL,
    Sense.COUP: Family.POWER,
    Sense.KILL: Family.ANY,
    Sense.INJURE: Family.ANY,
    Sense.HARM: Family.ANY,
    Sense.DISPLACE: Family.ANY,
    Sense.VIOLENCE: Family.ANY,
}
# Ways of using force that a report tells as different happenings, unless it refers back.
_WAYS: dict[Sense, str] = {
    Sense.BOMB: "bomb",
    Sense.BLAST: "bomb",
    Sense.SUICIDE: "bomb",
    Sense.GRENADE: "bomb",
    Sense.AIR: "air",
    Sense.STRIKE: "air",
    Sense.SHELL: "shell",
    Sense.CLASH: "fight",
    Sense.AMBUSH: "fight",
    Sense.STAB: "hand",
    Sense.RAM: "hand",
    Sense.MOB: "hand",
}


def family_of(senses: Iterable[Sense]) -> Family:
    """The family of a happening: that of its first sense that has one of its own."""
    for sense in senses:
        family = _OF.get(sense, Family.FORCE)
        if family is not Family.ANY:
            return family
    return Family.ANY


def ways_of(senses: Iterable[Sense]) -> frozenset[str]:
    """The ways of using force that the senses name."""
    return frozenset(_WAYS[s] for s in senses if s in _WAYS)
