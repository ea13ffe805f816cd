"""Responsibility: who is said to have done it, by whom, and how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kibaru.assemble.setting import Setting, origin
from kibaru.assemble.sides import Member
from kibaru.model.claim import Claim, Slot
from kibaru.model.happening import Happening
from kibaru.model.reading import Attribution, Cue, Party, PartyClass
from kibaru.model.span import Quote
from kibaru.model.values import Actor, ActorKind, Blame, BlameStatus

_AUTHORITY_ROLES: Final = frozenset({"government", "force", "country", "mission", "person"})
_AUTHORITY_WORDS: Final = frozenset(
    "police army military government officials official authorities ministry minister governor mayor prosecutor "
    "prosecutors president spokesman spokeswoman spokesperson officer officers general commander secretary fbi "
    "superintendent".split()
)
_ORDER: Final = {
    BlameStatus.CLAIMED: 0,
    BlameStatus.FACT: 1,
    BlameStatus.ACCUSED_BY_AUTHORITIES: 2,
    BlameStatus.SUSPECTED: 3,
    BlameStatus.ACCUSED_BY_OTHERS: 4,
    BlameStatus.POSSIBLE: 5,
    BlameStatus.DENIED: 6,
    BlameStatus.UNKNOWN: 7,
}


@dataclass(frozen=True, slots=True)
class Charge:
    """One entry of responsibility before it becomes a claim."""

    actor: Actor
    status: BlameStatus
    quote: Quote
    words: Quote
    why: str


def charges_of(members: Sequence[Happening], country: str | None, setting: Setting) -> tuple[Charge, ...]:
    """Who is said to have done it, each actor once with its surest status, in the order of the report.

    What is told in so many words goes before who merely stands as the agent of a verb; those who are hit are no authors.
    """
    hit = {a.name for m in members for p in m.patients if (a := setting.victim_of(p, country))}
    words = [c for m in members for c in _from_words(m, country, setting)]
    agents = [c for m in members for c in _from_agents(m, country, setting)]
    best: dict[str, Charge] = {}
    for charge in (*words, *agents):
        known = best.get(charge.actor.name)
        if charge.actor.name not in hit and (known is None or _ORDER[charge.status] < _ORDER[known.status]):
            best[charge.actor.name] = charge
    return tuple(best.values())


def _from_words(member: Happening, country: str | None, setting: Setting) -> list[Charge]:
    """Claims of responsibility, blame and suspicion told in so many words."""
    if Cue.NO_CLAIM in member.cues:
        return []
    actors = [p for p in member.around if p.actor and p.actor.actor and p.actor.role not in {"organisation", "demonym"}]
    if Cue.CLAIM in member.cues:
        claiming = _first_of(actors, "group") or _first_of(actors, "force", "mission", "government")
        return _charge(claiming, BlameStatus.CLAIMED, "the actor itself claims it", member, setting)
    if Cue.BLAME in member.cues and len(actors) > 1:
        status = _accuser_status(member.attributions, actors)
        return _charge(actors[-1], status, "it is blamed in so many words", member, setting)
    if Cue.BLAME in member.cues and not member.senses:
        return _blamed_nameless(member, country, setting)
    if Cue.SUSPICION in member.cues:
        return _suspected(member, actors, country, setting)
    return []


def _first_of(actors: Sequence[Party], *roles: str) -> Party | None:
    return next((p for p in actors if p.actor and p.actor.role in roles), None)


def _suspected(member: Happening, actors: Sequence[Party], country: str | None, setting: Setting) -> list[Charge]:
    """A suspected group, else a suspect whom nobody names."""
    group = _first_of(actors, "group")
    if group is not None:
        return _charge(group, BlameStatus.SUSPECTED, "it is said to be suspected", member, setting)
    nameless = {PartyClass.SUSPECT, PartyClass.ATTACKER, PartyClass.MILITANT}
    someone = next((p for p in member.around if p.kind in nameless), None)
    if someone is None:
        return []
    words = setting.report.quote(someone.span)
    why = "a suspect is told whom nobody names"
    return [Charge(setting.unidentified(country), BlameStatus.SUSPECTED, member.evidence, words, why)]


def _blamed_nameless(member: Happening, country: str | None, setting: Setting) -> list[Charge]:
    """ "It blamed armed groups": an accusation that names nobody."""
    someone = next(
        (p for p in member.around if p.kind in {PartyClass.MILITANT, PartyClass.ATTACKER} and not p.actor), None
    )
    if someone is None:
        return []
    status = _told_by(member.attributions) if member.attributions else BlameStatus.ACCUSED_BY_OTHERS
    words = setting.report.quote(someone.span)
    return [Charge(setting.unidentified(country), status, member.evidence, words, "those blamed have no name")]


def _charge(party: Party | None, status: BlameStatus, why: str, member: Happening, setting: Setting) -> list[Charge]:
    if party is None or party.actor is None or party.actor.actor is None:
        return []
    return [Charge(party.actor.actor, status, member.evidence, setting.report.quote(party.span), why)]


def _accuser_status(attributions: Sequence[Attribution], actors: Sequence[Party]) -> BlameStatus:
    accusers = [a for a in attributions if a.actor is not None] or []
    roles = {a.actor.role for a in accusers if a.actor} | (
        {actors[0].actor.role} if actors[0].actor and len(actors) > 1 else set()
    )
    return BlameStatus.ACCUSED_BY_AUTHORITIES if roles & _AUTHORITY_ROLES else BlameStatus.ACCUSED_BY_OTHERS


def _from_agents(member: Happening, country: str | None, setting: Setting) -> list[Charge]:
    """Who stands as the author of the deed in the words of the reporter or of a claimant."""
    charges: list[Charge] = []
    for party in member.agents[:2]:
        if party.actor is None or party.actor.role in {"organisation", "demonym"}:
            continue
        actor = setting.author_of(party, country)
        if actor is None or actor.kind is ActorKind.CIVILIANS or actor.name.startswith("Unidentified"):
            continue
        if party.kind is PartyClass.POLICE:
            continue
        if Cue.SUSPICION in member.cues:
            status, why = BlameStatus.SUSPECTED, "the author is told with a hedge"
        elif member.attributions:
            status, why = _told_by(member.attributions), "the author stands in a claimant's words"
        else:
            status, why = BlameStatus.FACT, "the reporter states the author outright"
        charges.append(Charge(actor, status, member.evidence, setting.report.quote(party.span), why))
    return charges


def _told_by(attributions: Sequence[Attribution]) -> BlameStatus:
    actor = attributions[0].actor
    if actor is not None and actor.role in _AUTHORITY_ROLES:
        return BlameStatus.ACCUSED_BY_AUTHORITIES
    return BlameStatus.ACCUSED_BY_OTHERS


def members_of(charges: Sequence[Charge]) -> list[Member]:
    """The blamed as members of a side; those who are only possible or deny it stay out."""
    return [
        Member(c.actor, c.words, f"is said to have done it ({c.status.value})")
        for c in charges
        if c.status not in {BlameStatus.POSSIBLE, BlameStatus.DENIED, BlameStatus.ACCUSED_BY_OTHERS}
    ]


def claims_of(charges: Sequence[Charge], nameless: Actor, trigger: Quote) -> tuple[Claim[Blame], ...]:
    """The entries as claims; a happening with an author whom nobody names keeps one that is unknown."""
    if not charges:
        charges = (Charge(nameless, BlameStatus.UNKNOWN, trigger, trigger, "nobody names the author"),)
    return tuple(
        Claim(
            slot=Slot.RESPONSIBILITY,
            value=Blame(c.actor, c.status),
            quotes=(c.quote,),
            origin=origin("blame", c.why),
            confidence=0.6 if c.status is not BlameStatus.UNKNOWN else 0.5,
        )
        for c in charges
    )
