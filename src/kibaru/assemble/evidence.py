"""Whether the sentences brought together say enough to be an incident of political violence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kibaru.assemble.setting import ARMED_CLASSES
from kibaru.model.annotation import Part
from kibaru.model.happening import Happening
from kibaru.model.reading import PartyClass, Sense
from kibaru.model.values import DateRange
from kibaru.vocab.families import Family, family_of

Members = Sequence[Happening]
# How many signs an incident needs: fewer in a report whose headline or lead tells of violence or protest.
_NEEDED_IN_CONFLICT, _NEEDED_ELSEWHERE = 2, 3
_FINE: Final = 5
_CONFLICT: Final = frozenset({Family.FORCE, Family.CROWD, Family.ABDUCTION, Family.POWER})
_ARRESTED: Final = frozenset({PartyClass.MILITANT, PartyClass.PROTESTER, PartyClass.RIOTER, PartyClass.ATTACKER})
_BODIES: Final = frozenset({"group", "force", "mission"})


def lacking(groups: Sequence[Members]) -> dict[int, str]:
    """The groups (by position) that are no incident, and why."""
    conflicts = [g for g in groups if _family(g) in _CONFLICT and _is_deed(g)]
    about = any(_leads(g) for g in conflicts)
    needed = _NEEDED_IN_CONFLICT if about else _NEEDED_ELSEWHERE
    out: dict[int, str] = {}
    for position, members in enumerate(groups):
        if not (_is_deed(members) or (about and any(m.strong for m in members))):
            out[position] = "people came to harm, and nothing says that it was by force"
        elif _family(members) is Family.POWER and all(m.definite and not m.times for m in members):
            out[position] = "a coup that is only referred to"
        elif not _leads(members) and not _anchored(members):
            out[position] = "neither a day nor a place nor a number is told"
        elif _signs(members) < needed:
            out[position] = "too little is told to take it as an incident"
        elif _family(members) is Family.CUSTODY and not (conflicts or _political(members)):
            out[position] = "an arrest without political violence or protest"
    return out


def _family(members: Members) -> Family:
    return next((f for m in members if (f := family_of(m.senses)) is not Family.ANY), Family.ANY)


def _leads(members: Members) -> bool:
    return any(m.sentence.part is not Part.BODY and m.strong for m in members)


def _is_deed(members: Members) -> bool:
    """Whether force, a crowd or custody is told: casualties alone may be an accident's."""
    if _family(members) is not Family.ANY:
        return True
    return _is_armed(members) or any(m.weapons for m in members) or any(m.agents for m in members)


def _is_armed(members: Members) -> bool:
    parties = [p for m in members for p in (*m.agents, *m.patients, *(v for t in m.tolls for v in t.members))]
    return any(p.kind in ARMED_CLASSES or (p.actor is not None and p.actor.role in _BODIES) for p in parties)


def _anchored(members: Members) -> bool:
    """Whether a day, a place or an exact number ties the words to one happening."""
    dated = any(isinstance(t.when, DateRange) for m in members for t in m.times)
    placed = any(p.locative and p.place and p.place.precision <= _FINE for m in members for p in m.places)
    return dated or placed or any(p.number for m in members for t in m.tolls for p in t.members)


def _signs(members: Members) -> int:
    """How many kinds of detail the sentences give."""
    return sum(
        (
            any(m.strong for m in members),
            _is_armed(members),
            any(p.number for m in members for t in m.tolls for p in t.members) or _crowd(members),
            any(isinstance(t.when, DateRange) for m in members for t in m.times),
            any(p.locative and p.place and p.place.precision <= _FINE for m in members for p in m.places),
            _leads(members),
            any(m.weapons for m in members),
            len(members) > 1,
        )
    )


def _crowd(members: Members) -> bool:
    """ "Thousands of people marched": a number of demonstrators says as much as one of victims."""
    return any(p.number for m in members if Sense.PROTEST in m.senses for p in m.agents)


def _political(members: Members) -> bool:
    """An arrest counts where the arrested fight or protest, besides where the report tells of violence or protest."""
    kinds = {p.kind for m in members for p in (*m.patients, *(v for t in m.tolls for v in t.members))}
    return bool(kinds & _ARRESTED) or any(Sense.SURRENDER in m.senses for m in members)
