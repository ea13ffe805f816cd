"""Tolls: which group each number counts, how its claimant stands to it, and which tellings are one claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kibaru.assemble.setting import CIVIL_CLASSES, STATE_CLASSES, STATE_KINDS, Setting, origin
from kibaru.assemble.sides import Sides
from kibaru.model.annotation import ActorMention
from kibaru.model.claim import Claim, Slot, Stance
from kibaru.model.happening import DraftToll, Happening
from kibaru.model.reading import Party, PartyClass
from kibaru.model.values import Actor, ActorKind, Group, Hedge, Toll
from kibaru.vocab.events import BATTLES, PROTESTS, RIOTS, SubEvent, event_type

_HEDGE_RANK: Final = {
    None: 0,
    Hedge.APPROXIMATE: 1,
    Hedge.AT_LEAST: 2,
    Hedge.UP_TO: 2,
    Hedge.UNSTATED: 3,
    Hedge.NEUTRALISED: 4,
}


@dataclass(frozen=True, slots=True)
class Scene:
    """What the groups of an incident's victims depend on."""

    sub_event: SubEvent
    sides: Sides
    country: str | None
    setting: Setting

    def holds(self, group: Group, kinds: frozenset[ActorKind]) -> bool:
        """Whether an actor of one of these kinds stands on a side."""
        side = self.sides.a if group is Group.SIDE_A else self.sides.b
        return any(m.actor.kind in kinds for m in side)

    @property
    def military_target(self) -> bool:
        """Whether somebody with arms, and no civilian, stands on side B."""
        return bool(self.sides.b) and not any(m.actor.kind is ActorKind.CIVILIANS for m in self.sides.b)


def claims_of(members: Sequence[Happening], scene: Scene) -> tuple[Claim[Toll], ...]:
    """The tolls of one incident as claims, each told number of each claimant once, parts tied to their wholes."""
    drafts = [toll for member in members for toll in member.tolls]
    claims: list[Claim[Toll]] = []
    for draft in drafts:
        claim = _claim(draft, scene)
        if draft.inside:
            claim = _inside(claim, claims)
        if draft.whole:
            claims = [c for c in claims if not _outdated(c, claim)]
        _merge(claims, claim)
    return _tie_parts(_without_vague(claims))


def _outdated(old: Claim[Toll], new: Claim[Toll]) -> bool:
    """ "The toll has risen to 14": the earlier, lower number of the same voice no longer stands."""
    same = old.value.kind is new.value.kind and old.value.group is new.value.group and _voice(old) == _voice(new)
    return same and old.value.count.low < new.value.count.low


def _tie_parts(claims: tuple[Claim[Toll], ...]) -> tuple[Claim[Toll], ...]:
    """ "12 people were killed", "eight soldiers and four militants died": numbers by group that add up to one without."""
    tied = list(claims)
    for whole in claims:
        if whole.value.group is not Group.UNKNOWN or whole.value.count.low != whole.value.count.high:
            continue
        parts = [c for c in tied if c.value.kind is whole.value.kind and c.value.group is not Group.UNKNOWN]
        free = [c for c in parts if c.value.part_of is None and c.value.count.low == c.value.count.high]
        if len({c.value.group for c in free}) > 1 and sum(c.value.count.low for c in free) == whole.value.count.low:
            for c in free:
                tied[tied.index(c)] = replace(c, value=replace(c.value, part_of=whole.id))
    return tuple(tied)


def _claim(draft: DraftToll, scene: Scene) -> Claim[Toll]:
    group, why = group_of(draft, scene)
    return Claim(
        slot=Slot.CASUALTIES,
        value=Toll(draft.kind, group, draft.count),
        quotes=(draft.quote,),
        origin=origin("tolls", f"{draft.rule}; {why}"),
        confidence=_confidence(draft),
        claimant=draft.claimant,
        stance=_stance(draft, group, scene),
        hedge=draft.hedge,
    )


def _confidence(draft: DraftToll) -> float:
    if draft.bare:
        return 0.4
    return 0.75 if any(p.number for p in draft.members) else 0.55


def group_of(draft: DraftToll, scene: Scene) -> tuple[Group, str]:
    """The group that a toll counts, and a sentence that says why."""
    party = draft.members[0] if draft.members else None
    if party is None:
        return _group_of_none(draft, scene)
    side = _side_of_name(party, scene)
    if side is not None:
        return side, "they are named as that side"
    return _group_of_class(party.kind, draft, scene)


def _group_of_none(draft: DraftToll, scene: Scene) -> tuple[Group, str]:
    """ "No casualties": of the speaker's own side where a party speaks of a fight, else of those who were hit."""
    own = _claimant_side(draft, scene)
    if own is not None and event_type(scene.sub_event) == BATTLES:
        return own, "a party speaks of its own losses"
    if scene.military_target:
        return Group.SIDE_B, "it speaks of those who were hit"
    return Group.CIVILIANS, "it speaks of those who were hit in a civil scene"


def _side_of_name(party: Party, scene: Scene) -> Group | None:
    actor = scene.setting.actor_of(party, scene.country)
    if actor is None or actor.kind is ActorKind.CIVILIANS:
        return None
    for group, side in ((Group.SIDE_A, scene.sides.a), (Group.SIDE_B, scene.sides.b)):
        if any(m.actor.name == actor.name for m in side):
            return group
    return None


def _group_of_class(kind: PartyClass, draft: DraftToll, scene: Scene) -> tuple[Group, str]:
    crowd = event_type(scene.sub_event) in {PROTESTS, RIOTS}
    if kind in STATE_CLASSES:
        state_a = scene.holds(Group.SIDE_A, STATE_KINDS) and not scene.holds(Group.SIDE_B, STATE_KINDS)
        return (Group.SIDE_A if state_a else Group.SIDE_B), "forces of the state are counted on their side"
    if kind is PartyClass.MILITANT:
        fight = event_type(scene.sub_event) == BATTLES
        other = scene.holds(Group.SIDE_A, STATE_KINDS) or (fight and not scene.holds(Group.SIDE_B, STATE_KINDS))
        return (Group.SIDE_B if other else Group.SIDE_A), "armed groups are counted on their side"
    if kind is PartyClass.ATTACKER:
        state_a = scene.holds(Group.SIDE_A, STATE_KINDS)
        return (Group.SIDE_B if state_a else Group.SIDE_A), "attackers are counted on their side"
    if crowd and kind in {PartyClass.PROTESTER, PartyClass.RIOTER, *CIVIL_CLASSES, PartyClass.VICTIM}:
        return Group.SIDE_A, "those who demonstrate are side A"
    if scene.sub_event is SubEvent.ARRESTS:
        return Group.SIDE_B, "the arrested are side B"
    if kind in {PartyClass.CIVILIAN, PartyClass.FAMILY, PartyClass.OFFICIAL}:
        return Group.CIVILIANS, "they are people who do not fight"
    if kind is PartyClass.NAMED:
        return (
            (Group.UNKNOWN, "a name says no side")
            if scene.military_target
            else (Group.CIVILIANS, "a person in a civil scene")
        )
    own = _claimant_side(draft, scene)
    if kind is PartyClass.VICTIM and own is not None and event_type(scene.sub_event) == BATTLES:
        return own, "a party to the fight counts without a description: its own losses"
    if scene.military_target or event_type(scene.sub_event) == BATTLES:
        return Group.UNKNOWN, "people without a description at a military target"
    return Group.CIVILIANS, "people without a description in a civil scene"


def _stance(draft: DraftToll, group: Group, scene: Scene) -> Stance:
    if draft.claimant is None:
        return Stance.REPORTER
    side = _claimant_side(draft, scene)
    if side is None or group in {Group.CIVILIANS, Group.UNKNOWN}:
        return Stance.THIRD_PARTY
    return Stance.ADMISSION if side is group else Stance.ABOUT_ADVERSARY


def _claimant_side(draft: DraftToll, scene: Scene) -> Group | None:
    """The side that a claimant belongs to: by name, or as a voice of the state that fights."""
    mention = draft.attribution.actor if draft.attribution else None
    # In "the Committee of Sudan Doctors" the country's name makes no voice of the state.
    named = mention is not None and (mention.role not in {"country", "demonym"} or _fills(draft, mention))
    actor = mention.actor if mention and named else None
    for group, side in ((Group.SIDE_A, scene.sides.a), (Group.SIDE_B, scene.sides.b)):
        for member in side:
            if actor is not None and _same_party(actor, member.actor):
                return group
            if actor is None and draft.claimant and _group_voice(draft.claimant.name, member.actor):
                return group
            if (
                actor is None
                and draft.claimant
                and member.actor.kind in STATE_KINDS
                and _state_voice(draft.claimant.name)
            ):
                return group
    return None


def _fills(draft: DraftToll, mention: ActorMention) -> bool:
    """Whether the actor's name is all that the claimant's words say."""
    return draft.attribution is not None and len(draft.attribution.claimant) <= len(mention.span) + 4


def _same_party(one: Actor, other: Actor) -> bool:
    """The same actor, or two organs of one state."""
    if one.name == other.name:
        return True
    state = one.kind in STATE_KINDS and other.kind in STATE_KINDS
    return state and one.country is not None and one.country == other.country


_GROUP_WORDS: Final = frozenset("group rebels militants movement insurgents jihadists fighters".split())
_BYSTANDERS: Final = frozenset(
    "elected local hospital health medical municipal village aid un tribal religious".split()
)
_STATE_WORDS: Final = frozenset(
    "army military police officials official ministry government governor authorities staff commander officer general prefect".split()
)


def _group_voice(claimant: str, actor: Actor) -> bool:
    """ "The group", "the rebels": whoever of the sides is neither a state nor civilians and has a name."""
    words = claimant.lower().split()
    nameless = actor.actor_id is None or actor.kind in STATE_KINDS or actor.kind is ActorKind.CIVILIANS
    return len(words) <= 2 and words[-1] in _GROUP_WORDS and not nameless


def _state_voice(claimant: str) -> bool:
    """Whether a claimant whom no table knows speaks for the state that fights; local and medical officials do not."""
    words = claimant.lower().split()
    if _BYSTANDERS & {w.strip(",.'’") for w in words}:
        return False
    return any(w.strip(",.'’s") in _STATE_WORDS for w in words)


def _inside(claim: Claim[Toll], before: Sequence[Claim[Toll]]) -> Claim[Toll]:
    """Tie a part to the last whole of its kind that can hold it."""
    low = claim.value.count.low
    whole = next((c for c in reversed(before) if c.value.kind is claim.value.kind and c.value.count.low > low), None)
    return replace(claim, value=replace(claim.value, part_of=whole.id)) if whole else claim


def _merge(claims: list[Claim[Toll]], claim: Claim[Toll]) -> None:
    """The same number from the same claimant told twice is one claim, in its more careful form."""
    for k, other in enumerate(claims):
        same = (
            other.value.kind is claim.value.kind
            and (other.value.count.low, other.value.count.high) == (claim.value.count.low, claim.value.count.high)
            and _same_voice(other, claim)
            and (other.value.group is claim.value.group or Group.UNKNOWN in {other.value.group, claim.value.group})
        )
        if same:
            known = other if other.value.group is not Group.UNKNOWN else claim
            careful = max((other, claim), key=lambda c: _HEDGE_RANK[c.hedge])
            claims[k] = replace(known, hedge=careful.hedge)
            return
    claims.append(claim)


def _voice(claim: Claim[Toll]) -> str:
    return claim.claimant.name.lower().removeprefix("the ") if claim.claimant else ""


def _same_voice(one: Claim[Toll], other: Claim[Toll]) -> bool:
    """ "Aid workers" in the headline are the "two aid workers" of the lead."""
    first, second = set(_voice(one).split()), set(_voice(other).split())
    return bool(first) == bool(second) and (first <= second or second <= first)


def _without_vague(claims: Sequence[Claim[Toll]]) -> tuple[Claim[Toll], ...]:
    """A vaguer figure that holds the exact one of the same claimant is no claim of its own."""
    return tuple(c for c in claims if not any(_vaguer(c, other) for other in claims if other is not c))


def _vaguer(claim: Claim[Toll], other: Claim[Toll]) -> bool:
    one, two = claim.value, other.value
    if (
        one.kind is not two.kind
        or _voice(claim) != _voice(other)
        or one.group is not two.group
        or one.part_of
        or two.part_of
    ):
        return False
    if claim.hedge not in {Hedge.UNSTATED, None} or (one.count.low == one.count.high):
        return False
    wide = one.count.high is None or (two.count.high is not None and two.count.high <= one.count.high)
    return wide and one.count.low <= two.count.low and two.count != one.count and two.count.low == two.count.high
