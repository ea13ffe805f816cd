"""Side A and side B, by the codebook's rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kibaru.assemble.setting import (
    CIVIL_CLASSES,
    STATE_CLASSES,
    STATE_KINDS,
    Setting,
    origin,
)
from kibaru.lang.en.actors import speaks_only
from kibaru.lang.en.suspects import named_suspect
from kibaru.model.annotation import Part
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
        """Put a member on a side unless it, or another for the same words, stands somewhere already."""
        told = [m for m in (*self.a, *self.b) if member.quote is not None and m.quote == member.quote]
        if not told and all(member.actor.name != m.actor.name for m in (*self.a, *self.b)):
            side.append(member)


_MAX_MEMBERS: Final = 4
_NAMELESS: Final = frozenset({PartyClass.ATTACKER, PartyClass.MILITANT, PartyClass.SUSPECT})
# Planted bombs, grenades and suicide bombs are no means of states; the state that stands near one is its target or its police.
_NO_STATE_AUTHOR: Final = frozenset({SubEvent.IED, SubEvent.SUICIDE_BOMB, SubEvent.GRENADE})


def sides_of(
    members: Sequence[Happening], sub_event: SubEvent, country: str | None, blamed: Sequence[Member], setting: Setting
) -> Sides:
    """The sides of one incident; `blamed` are the actors said to be responsible."""
    scenes = {p.span for m in members for p in (*m.agents, *m.around) if _mere_scene(p, m)}
    blamed = [m for m in blamed if m.quote is None or m.quote.span not in scenes]
    agents = _agents(members, sub_event, country, setting)
    patients = _patients(members, country, setting)
    country = country or _only_country(patients)
    victims = _victims(members, country, setting)
    kind = event_type(sub_event)
    if kind in {PROTESTS, RIOTS}:
        return _crowd(members, agents, patients, country, setting)
    if sub_event is SubEvent.ARRESTS:
        if any(Sense.SURRENDER in m.senses for m in members):
            agents, patients = patients, agents
        arrested = [*patients, *victims]
        if arrested and all(_is_civil(m) for m in arrested) and _one_person(members):
            arrested = _suspects(members, setting) or arrested
        return _custody(agents, arrested, country, setting)
    if kind == BATTLES:
        return _battle([*blamed, *agents], [*patients, *victims], country, setting)
    authors = [m for m in (*blamed, *agents) if not _is_civil(m) and not (m.quote and speaks_only(m.quote.text))]
    if all(m.actor.name.startswith("Unidentified") or (m.actor.actor_id or "").endswith("-police") for m in authors):
        # Police stand near an attack as those who came; the one person whom the report suspects is its author.
        authors = _suspects(members, setting) or authors
    return _one_sided(authors, [*patients, *victims], country, setting)


def _only_country(patients: Sequence[Member]) -> str | None:
    """The one country of those who are hit, for what happens nobody says where."""
    countries = {m.actor.country for m in patients if m.actor.country}
    return countries.pop() if len(countries) == 1 else None


def _one_person(members: Sequence[Happening]) -> bool:
    """Whether nobody is told as arrested but single persons."""
    return not any(p.plural or p.number for m in members for p in m.patients)


def _agents(members: Sequence[Happening], sub_event: SubEvent, country: str | None, setting: Setting) -> list[Member]:
    remote = sub_event in _NO_STATE_AUTHOR
    out: list[Member] = []
    for happening in members:
        for party in happening.agents:
            actor = setting.author_of(party, country)
            if actor is None or not _can_stand(party) or (remote and actor.kind in STATE_KINDS):
                continue
            if _mere_scene(party, happening):
                continue
            why = f"stands as agent of “{happening.trigger.text}”"
            out.append(Member(actor, setting.report.quote(party.span), why))
    return _named_first(out)


def _patients(members: Sequence[Happening], country: str | None, setting: Setting) -> list[Member]:
    out: list[Member] = []
    for happening in members:
        for party in happening.patients:
            if _mere_scene(party, happening):
                continue
            member = _victim(party, country, setting, f"stands as patient of “{happening.trigger.text}”")
            if member is not None:
                out.append(member)
    return _named_first(out)


def _mere_scene(party: Party, happening: Happening) -> bool:
    """A country where it happens ("an offensive into Syria") and a bare adjective ("a U.S. border city") are no party."""
    if party.actor is None or party.actor.role not in {"country", "demonym"}:
        return False
    if party.actor.role == "demonym":
        return party.actor.span == party.span and not party.plural
    span = party.actor.span
    return any(p.locative and p.span.start <= span.start and span.end <= p.span.end for p in happening.places)


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


def _one_sided(authors: list[Member], targets: list[Member], country: str | None, setting: Setting) -> Sides:
    """The attacker is side A; those it hits are side B, civilians among them."""
    sides = Sides()
    authors = _without_officials(authors, setting)
    named = {a.actor.name for a in authors}
    hit = _without_officials([m for m in targets if m.actor.name not in named], setting)
    for member in _specific(authors)[:2]:
        sides.add(sides.a, member)
    if not sides.a:
        sides.add(sides.a, Member(setting.unidentified(country), None, "nobody names the author"))
    for member in _specific(hit):
        sides.add(sides.b, member)
    if not sides.b and not targets:
        sides.add(sides.b, Member(setting.civilians(country), None, "no victim with arms is told"))
    return sides


def _without_officials(members: list[Member], setting: Setting) -> list[Member]:
    """Governments and their heads, who mostly speak of a deed, give way to everybody else on their side."""
    others = [m for m in members if not m.actor.name.startswith("Government of") and not _is_person(m, setting)]
    return others or members


def _is_person(member: Member, setting: Setting) -> bool:
    entry = setting.registry.get(member.actor.actor_id) if member.actor.actor_id else None
    return entry is not None and entry.role == "person"


def _suspects(members: Sequence[Happening], setting: Setting) -> list[Member]:
    """The one person whom the report names as the perpetrator; nobody where a deed is done by several."""
    if any(p.plural for m in members for p in m.around if p.kind in _NAMELESS):
        return []
    if all(m.sentence.part is Part.BODY for m in members):
        return []
    span = named_suspect(setting.report.text)
    if span is None:
        return []
    words = setting.report.quote(span)
    return [Member(Actor(words.text, ActorKind.OTHER), words, "the report names the suspect")]


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
    for member in _specific([Member(suspects, m.quote, m.why) if _is_civil(m) else m for m in arrested]):
        sides.add(sides.b, member)
    if not sides.b:
        sides.add(sides.b, Member(suspects, None, "nobody names the arrested"))
    return sides


def _crowd(
    members: Sequence[Happening], agents: list[Member], patients: list[Member], country: str | None, setting: Setting
) -> Sides:
    """Protesters are side A, those who stop them side B."""
    sides = Sides()
    everyone = [p for m in members for p in m.around]
    crowd = {PartyClass.PROTESTER, PartyClass.RIOTER}
    acting = (p for m in members for p in m.agents if p.actor is None and p.plural and p.kind in CIVIL_CLASSES)
    protesters = next((p for p in everyone if p.kind in crowd), next(acting, None))
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
