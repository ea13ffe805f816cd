"""The day and the place of an incident, chosen from those that its sentences tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kibaru.assemble.setting import Setting, origin
from kibaru.model.annotation import Part, PlaceMention
from kibaru.model.claim import Claim, Slot
from kibaru.model.happening import Happening
from kibaru.model.mention import Role
from kibaru.model.reading import Timed
from kibaru.model.values import DatePrecision, DateRange, PartialDate, Place, When

_PRECISION_SCORE: Final = {1: 3.0, 2: 3.0, 3: 2.5, 4: 2.0, 5: 1.5, 6: 0.5, 7: 1.0}


def claim_time(timed: Timed, setting: Setting) -> Claim[When]:
    """A date expression as the claim of a day."""
    if timed.when is None:
        raise ValueError("only a resolved date makes a claim")
    quote = setting.report.quote(timed.mention.span)
    confident = isinstance(timed.when, DateRange) and timed.when.precision is DatePrecision.DAY
    return Claim(Slot.TIME, timed.when, (quote,), origin("time", timed.why), 0.75 if confident else 0.6)


def claim_place(mention: PlaceMention, setting: Setting) -> Claim[Place]:
    """A place mention as the claim of a place."""
    if mention.place is None:
        raise ValueError("only a resolved place makes a claim")
    quote = setting.report.quote(mention.span)
    confidence = 0.45 if mention.place.alternatives else 0.7 if mention.locative else 0.5
    return Claim(Slot.PLACE, mention.place, (quote,), origin("place", mention.why), confidence)


def time_of(members: Sequence[Happening], setting: Setting) -> tuple[Claim[When] | None, tuple[Claim[When], ...]]:
    """The day of an incident and the rival days told for it: the finest one told with a trigger, the earliest sentence first."""
    told = [(t, m) for m in members for t in m.times[:1] if t.when is not None]
    if not told:
        return None, ()
    ranked = sorted(told, key=lambda row: _time_rank(row[0], row[1]))
    chosen = ranked[0][0]
    rivals: dict[When, Timed] = {}
    for timed, _ in ranked[1:]:
        if timed.when is not None and _disjoint(timed.when, chosen.when):
            rivals.setdefault(timed.when, timed)
    return claim_time(chosen, setting), tuple(claim_time(t, setting) for t in rivals.values())


def _time_rank(timed: Timed, member: Happening) -> tuple[int, int]:
    order = list(DatePrecision)
    coarse = order.index(timed.when.precision) if isinstance(timed.when, DateRange) else len(order)
    return coarse, member.sentence.index


def _disjoint(one: When, other: When | None) -> bool:
    if isinstance(one, PartialDate) or not isinstance(other, DateRange):
        return False
    return one.until <= other.first or other.until <= one.first


def place_of(
    members: Sequence[Happening], groups: Sequence[Sequence[Happening]], setting: Setting
) -> tuple[Claim[Place] | None, tuple[Claim[Place], ...]]:
    """The place of an incident: the most specific one that its sentences give as a location; else its report's country."""
    scored: list[tuple[float, PlaceMention]] = []
    for member in members:
        for rank, mention in enumerate(member.places):
            if mention.place is not None:
                scored.append((_place_score(mention, member, rank), mention))
    if not scored:
        return _from_main(members, groups, setting), ()
    chosen = max(scored, key=lambda row: (row[0], -row[1].span.start))[1]
    return claim_place(chosen, setting), ()


def _place_score(mention: PlaceMention, member: Happening, rank: int) -> float:
    place = mention.place
    if place is None:
        return 0.0
    score = _PRECISION_SCORE[place.precision] + 2.0 * mention.locative - 0.5 * rank
    return score + 0.5 * (member.sentence.part is not Part.BODY)


def _from_main(
    members: Sequence[Happening], groups: Sequence[Sequence[Happening]], setting: Setting
) -> Claim[Place] | None:
    """The place of the report's main incident, for one that names none."""
    if not groups or groups[0] is members:
        return None
    scored = [
        (_place_score(p, m, k), p) for m in groups[0] for k, p in enumerate(m.places) if p.place and p.place.country
    ]
    best = max(scored, key=lambda row: (row[0], -row[1].span.start), default=None)
    if best is None or best[1].place is None:
        return None
    place, why = best[1].place, "no place is told for it: taken from the report's main incident"
    if any(m.role is Role.BACKGROUND for m in members):
        place, why = Place(setting.country_name(place.country) or place.name, 6, place.country), f"{why}, as a country"
    return Claim(Slot.PLACE, place, (), origin("place", why), 0.3, ungrounded=why)
