"""Mentions: one for each incident that a report tells of, with all its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kibaru.assemble import blame, sides, tolls
from kibaru.assemble.acts import mention_of_act
from kibaru.assemble.evidence import lacking
from kibaru.assemble.group import group
from kibaru.assemble.kinds import AIRBORNE, Kind, kind_of_group
from kibaru.assemble.setting import STATE_KINDS, Setting, origin
from kibaru.assemble.where_when import place_of, time_of
from kibaru.model.annotation import Part
from kibaru.model.claim import Claim, Slot
from kibaru.model.happening import Act, Happening
from kibaru.model.mention import Mention, Modality, NotCoded, Role
from kibaru.model.report import digest
from kibaru.model.values import Blame, BlameStatus, Place, Weapon
from kibaru.vocab.events import BATTLES, CIVILIANS, EXPLOSIONS, SubEvent, event_type, kind_of

# Kinds of incidents that have an author; arrests, protests and deals have none to blame.
_AUTHORED: Final = frozenset({EXPLOSIONS, CIVILIANS})


def assemble(
    happenings: Sequence[Happening], acts: Sequence[Act], setting: Setting
) -> tuple[tuple[Mention, ...], tuple[NotCoded, ...]]:
    """The mentions of one report, violent incidents in the order of their first sentence, then political acts.

    The second part are the sentences that were taken for happenings and say too little to be incidents.
    """
    found = group(happenings)
    weak = lacking(found)
    left = tuple(NotCoded(m.evidence, why) for k, why in weak.items() for m in found[k])
    groups = _promote(tuple(g for k, g in enumerate(found) if k not in weak))
    mentions = [m for members in groups if (m := _mention(members, groups, setting)) is not None]
    mentions.extend(mention_of_act(act, setting) for act in acts)
    return _mark_main(mentions), left


def _promote(groups: tuple[tuple[Happening, ...], ...]) -> tuple[tuple[Happening, ...], ...]:
    """A report whose lead tells of history is about that history: it counts as news."""
    if any(_role(g) is Role.NEWS for g in groups) or not groups:
        return groups
    first = groups[0]
    if first[0].sentence.part is Part.BODY:
        return groups
    return (tuple(replace(m, role=Role.NEWS) for m in first), *groups[1:])


def _role(members: Sequence[Happening]) -> Role:
    return Role.NEWS if any(m.role is Role.NEWS for m in members) else Role.BACKGROUND


def _mention(members: Sequence[Happening], groups: Sequence[Sequence[Happening]], setting: Setting) -> Mention | None:
    kind = kind_of_group(members)
    when, rival_times = time_of(members, setting)
    where, rival_places = place_of(members, groups, setting)
    role = _role(members)
    if role is Role.BACKGROUND and where is None and not any(p.actor for m in members for p in m.agents):
        return None
    country = where.value.country if where else None
    charges = blame.charges_of(members, country, setting)
    scene = tolls.Scene(kind.sub_event, _sides(members, kind, country, charges, setting), country, setting)
    trigger = members[0].trigger
    weapon = _weapon(members, kind.sub_event, setting)
    event = kind_of(kind.sub_event, weapon.value.name if weapon else None)
    return Mention(
        id="m" + digest(f"{setting.report.id}|{trigger.span.start}|{kind.sub_event}".encode())[:16],
        report_id=setting.report.id,
        role=role,
        modality=members[0].modality,
        main=False,
        event=Claim(Slot.EVENT, event, (trigger,), origin("kinds", kind.why), 0.7),
        evidence=tuple(dict.fromkeys(m.evidence for m in members)),
        confidence=_confidence(members, where),
        weapon=weapon,
        time=when,
        rival_times=rival_times,
        place=where,
        rival_places=rival_places,
        side_a=sides.claims_of(scene.sides.a, Slot.SIDE_A),
        side_b=sides.claims_of(scene.sides.b, Slot.SIDE_B),
        tolls=tolls.claims_of(members, scene),
        responsibility=_responsibility(members, kind, country, charges, setting),
    )


def _sides(
    members: Sequence[Happening], kind: Kind, country: str | None, charges: Sequence[blame.Charge], setting: Setting
) -> sides.Sides:
    blamed = blame.members_of(charges) if event_type(kind.sub_event) in _AUTHORED | {BATTLES} else []
    return sides.sides_of(members, kind.sub_event, country, blamed, setting)


def _responsibility(
    members: Sequence[Happening], kind: Kind, country: str | None, charges: Sequence[blame.Charge], setting: Setting
) -> tuple[Claim[Blame], ...]:
    family = event_type(kind.sub_event)
    if family in _AUTHORED:
        return blame.claims_of(charges, setting.unidentified(country), members[0].trigger)
    if family == BATTLES:
        told = [c for c in charges if c.status not in {BlameStatus.FACT, BlameStatus.ACCUSED_BY_OTHERS}]
        # A state that says its army attacked claims no responsibility; a group that does claims the deed.
        claimed = [c for c in told if c.status is BlameStatus.CLAIMED and c.actor.kind not in STATE_KINDS]
        return blame.claims_of(claimed, setting.unidentified(country), members[0].trigger) if claimed else ()
    return ()


def _weapon(members: Sequence[Happening], sub_event: SubEvent, setting: Setting) -> Claim[Weapon] | None:
    """The first means told that fits the type: an air strike told beside a battle does not arm the battle."""
    air = sub_event is SubEvent.AIR_STRIKE
    found = next((w for m in members for w in m.weapons if (w.name in AIRBORNE) <= air or w.name == "drone"), None)
    if found is None:
        return None
    quote = setting.report.quote(found.span)
    return Claim(Slot.WEAPON, Weapon(found.name), (quote,), origin("weapon", f"“{quote.text}” names the means"), 0.7)


def _confidence(members: Sequence[Happening], where: Claim[Place] | None) -> float:
    told = min(3, len(members)) * 0.1
    return round(0.35 + told + 0.15 * any(m.strong for m in members) + 0.1 * (where is not None), 2)


def _mark_main(mentions: list[Mention]) -> tuple[Mention, ...]:
    """The incident that the report is chiefly about: of the news, the one told in most sentences."""
    news = [m for m in mentions if m.role is Role.NEWS and m.modality is Modality.ASSERTED]
    if not news:
        return tuple(mentions)
    first = max(news, key=lambda m: (bool(m.event.value.sub_event), len(m.evidence), -m.evidence[0].span.start))
    return tuple(replace(m, main=m is first) for m in mentions)
