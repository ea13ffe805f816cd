"""Side A and side B, by the codebook's rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kibaru.assemble.setting import (
    STATE_CLASSES,
    STATE_KINDS,
    Setting,
    origin,
)
from kibaru.model.claim import Claim, Slot
from kibaru.model.happening import Happening
from kibaru.model.reading import Party, PartyClass, Sense
from kibaru.model.span import Quote
from kibaru.model.values import Actor, ActorKind
from kibaru.vocab.events import BATTLES, PROTESTS, RIOTS, SubEvent, event_type


@dataclass(frozen=True, slots=True)
class Member:
    """An actor on a side, its words (None where nobody names it), and why it stands there."""

    actor: Actor
    quote: Quote | None
    why: str


@dataclass(slots=True)
class Sides:
    """The two sides in the making; each actor stands on one side once."""

    a: list[Member] = field(default_factory=list)
    b: list[Member] = field(default_factory=list)

    def add(self, side: list[Member], member: Member) -> None:
        """Put a member on a side unless it stands somewhere already."""
        if all(member.actor.name != m.actor.name for m in (*self.a, *self.b)):
            side.append(member)


_MAX_MEMBERS = 4
# Planted bombs, grenades and suicide bombs are no means of states; the state that stands near one is its target or its police.
_NO_STATE_AUTHOR = frozenset({SubEvent.IED, SubEvent.SUICIDE_BOMB, SubEvent.GRENADE})


def sides_of(
    members: Sequence[Happening], sub_event: SubEvent, country: str | None, blamed: Sequence[Member], setting: Setting
) -> Sides:
    """The sides of one incident; `blamed` are the actors said to be responsible."""
    agents = _agents(members, sub_event, country, setting)
    patients = _patients(members, country, setting)
    victims = _victims(members, country, setting)
    kind = event_type(sub_event)
    if kind in {PROTESTS, RIOTS}:
        return _crowd(members, agents, patients, country, setting)
    if sub_event is SubEvent.ARRESTS:
        if any(Sense.SURRENDER in m.senses for m in members):
            agents, patients = patients, agents
        return _custody(agents, [*patients, *victims], country, setting)
    if kind == BATTLES:
        return _battle([*blamed, *agents], [*patients, *victims], country, setting)
    return _one_sided([*blamed, *agents], [*patients, *victims], country, setting)


def _agents(members: Sequence[Happening], sub_event: SubEvent, country: str | None, setting: Setting) -> list[Member]:
    remote = sub_event in _NO_STATE_AUTHOR
    out: list[Member] = []
    for happening in members:
        for party in happening.agents:
            actor = setting.author_of(party, country)
            if actor is None or not _can_stand(party) or (remote and actor.kind in STATE_KINDS):
                continue
            why = f"stands as agent of “{happening.trigger.text}”"
            out.append(Member(actor, setting.report.quote(party.span), why))
    return _named_first(out)


def _patients(members: Sequence[Happening], country: str | None, setting: Setting) -> list[Member]:
    out: list[Member] = []
    for happening in members:
        for party in happening.patients:
            member = _victim(party, country, setting, f"stands as patient of “{happening.trigger.text}”")
            if member is not None:
                out.append(member)
    return _named_first(out)


def _victim(party: Party, country: str | None, setting: Setting, why: str) -> Member | None:
    actor = setting.victim_of(party, country) if _can_stand(party) else None
    return Member(actor, setting.report.quote(party.span), why) if actor else None


def _can_stand(party: Party) -> bool:
    """Members and victims without a body, and organisations that only speak, stand on no side."""
    if party.kind in {PartyClass.MEMBER, PartyClass.VICTIM} and party.actor is None:
        return False
    return party.actor is None or party.actor.role != "organisation"


def _named_first(members: list[Member]) -> list[Member]:
    """Actors that the registry knows before generic ones."""
    return sorted(members, key=lambda m: m.actor.actor_id is None)


def _victims(members: Sequence[Happening], country: str | None, setting: Setting) -> list[Member]:
    out: list[Member] = []
    for happening in members:
        for toll in happening.tolls:
            for party in toll.members:
                member = _victim(party, country, setting, "is counted among the victims")
                if member is not None and party.kind is not PartyClass.ATTACKER:
                    out.append(member)
    return _named_first(out)


def _is_state(member: Member) -> bool:
    return member.actor.kind in STATE_KINDS or member.actor.name.startswith("Government of")


def _is_civil(member: Member) -> bool:
    return member.actor.kind is ActorKind.CIVILIANS


def _battle(attackers: list[Member], targets: list[Member], country: str | None, setting: Setting) -> Sides:
    """Government forces are side A against a non-state actor; between two of a kind, whoever attacks."""
    fighters = [m for m in (*attackers, *targets) if not _is_civil(m)]
    states = [m for m in fighters if _is_state(m)]
    others = [m for m in fighters if not _is_state(m)]
    sides = Sides()
    if states and (others or not any(_is_state(m) for m in targets)):
        first, second = states, others
    else:
        first = [m for m in attackers if not _is_civil(m)]
        second = [m for m in targets if not _is_civil(m)]
    _fill(sides, first, second, country, setting)
    return sides


def _fill(sides: Sides, first: list[Member], second: list[Member], country: str | None, setting: Setting) -> None:
    for member in _specific(first):
        sides.add(sides.a, member)
    for member in _specific(second):
        sides.add(sides.b, member)
    nameless = Member(setting.unidentified(country), None, "nobody names the other side")
    if not sides.a:
        sides.add(sides.a, nameless)
    elif not sides.b:
        sides.add(sides.b, nameless)


def _specific(members: list[Member]) -> list[Member]:
    """Nameless groups give way to named ones of the same side; at most a few members."""
    named = [m for m in members if not m.actor.name.startswith("Unidentified")]
    return (named or members)[:_MAX_MEMBERS]


def _one_sided(attackers: list[Member], targets: list[Member], country: str | None, setting: Setting) -> Sides:
    """The attacker is side A; those it hits are side B, civilians among them."""
    sides = Sides()
    authors = [m for m in attackers if not _is_civil(m)]
    hit = [m for m in targets if all(m.actor.name != a.actor.name for a in authors)]
    for member in _specific(authors)[:2]:
        sides.add(sides.a, member)
    if not sides.a:
        sides.add(sides.a, Member(setting.unidentified(country), None, "nobody names the author"))
    for member in _specific(hit):
        sides.add(sides.b, member)
    if not sides.b:
        sides.add(sides.b, Member(setting.civilians(country), None, "no victim with arms is told"))
    return sides


def _custody(agents: list[Member], arrested: list[Member], country: str | None, setting: Setting) -> Sides:
    """Who arrests is side A, who is arrested side B; people without a description are suspects."""
    sides = Sides()
    for member in [m for m in agents if not _is_civil(m)][:2]:
        sides.add(sides.a, member)
    if not sides.a:
        police = setting.force(country, PartyClass.POLICE)
        if police is not None:
            sides.add(sides.a, Member(police, None, "nobody names who made the arrests"))
    suspects = setting.generic("Unidentified suspects", ActorKind.OTHER, country)
    for member in arrested[:_MAX_MEMBERS]:
        sides.add(sides.b, Member(suspects, member.quote, member.why) if _is_civil(member) else member)
    if not sides.b:
        sides.add(sides.b, Member(suspects, None, "nobody names the arrested"))
    return sides


def _crowd(
    members: Sequence[Happening], agents: list[Member], patients: list[Member], country: str | None, setting: Setting
) -> Sides:
    """Protesters are side A, those who stop them side B."""
    sides = Sides()
    everyone = [p for m in members for p in m.around]
    protesters = next((p for p in everyone if p.kind in {PartyClass.PROTESTER, PartyClass.RIOTER}), None)
    quote = setting.report.quote(protesters.span) if protesters else None
    side_a = setting.generic("Protesters", ActorKind.PROTESTERS, country)
    sides.add(sides.a, Member(side_a, quote, "those who demonstrate are side A"))
    engaged = {Sense.DISPERSE, Sense.ARREST, Sense.CLASH, Sense.SHOOT, Sense.KILL, Sense.ATTACK, Sense.INJURE}
    if any(engaged & set(m.senses) for m in members):
        stoppers = [p for p in everyone if p.kind in STATE_CLASSES]
        for party in stoppers[:1]:
            member = _victim(party, country, setting, "stands against the demonstrators")
            if member is not None:
                sides.add(sides.b, member)
        for member in (*agents, *patients):
            if member.actor.kind in STATE_KINDS and not member.actor.name.startswith("Government") and not sides.b:
                sides.add(sides.b, member)
    return sides


def claims_of(members: Sequence[Member], slot: Slot) -> tuple[Claim[Actor], ...]:
    """The members of one side as claims."""
    return tuple(
        Claim(
            slot=slot,
            value=m.actor,
            quotes=(m.quote,) if m.quote else (),
            origin=origin("sides", m.why),
            confidence=0.7 if m.quote and m.actor.actor_id else 0.5 if m.quote else 0.4,
            ungrounded=None if m.quote else m.why,
        )
        for m in members
    )
