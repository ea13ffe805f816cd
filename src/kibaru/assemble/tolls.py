"""Tolls: which group each number counts, how its claimant stands to it, and which tellings are one claim."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from kibaru.assemble.setting import CIVIL_CLASSES, STATE_CLASSES, STATE_KINDS, Setting, origin
from kibaru.assemble.sides import Sides
from kibaru.model.annotation import ActorMention
from kibaru.model.claim import Claim, Slot, Stance
from kibaru.model.happening import DraftToll, Happening
from kibaru.model.reading import Party, PartyClass
from kibaru.model.values import Actor, ActorKind, CasualtyKind, Group, Hedge, Toll
from kibaru.vocab.events import BATTLES, PROTESTS, RIOTS, SubEvent, event_type

_HEDGE_RANK: Final = {
    None: 0,
    Hedge.APPROXIMATE: 1,
    Hedge.AT_LEAST: 2,
    Hedge.UP_TO: 2,
    Hedge.UNSTATED: 3,
    Hedge.NEUTRALISED: 4,
}
# A part is sought its whole among so many figures told before it.
_LOOK_BACK: Final = 200


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


class _Told:
    """The claims of one incident in the order told, found by what they say: pairs would take a long report hours."""

    __slots__ = ("_by_number", "_by_voice", "_claims", "_words")

    def __init__(self) -> None:
        self._claims: dict[int, Claim[Toll]] = {}
        self._words: list[frozenset[str]] = []
        self._by_number: defaultdict[tuple[CasualtyKind, int, int | None, bool], list[int]] = defaultdict(list)
        self._by_voice: defaultdict[tuple[CasualtyKind, Group, str], set[int]] = defaultdict(set)

    def latest_first(self) -> Iterator[Claim[Toll]]:
        """The claims that stand, the last told first."""
        return reversed(self._claims.values())

    def in_order(self) -> tuple[Claim[Toll], ...]:
        """The claims that stand."""
        return tuple(self._claims.values())

    def outdate(self, new: Claim[Toll]) -> None:
        """ "The toll has risen to 14": the earlier, lower number of the same voice no longer stands."""
        for k in list(self._by_voice[_voiced(new)]):
            old = self._claims.get(k)
            if old is None or _voiced(old) != _voiced(new):
                self._by_voice[_voiced(new)].discard(k)
            elif old.value.count.low < new.value.count.low:
                del self._claims[k]

    def merge(self, claim: Claim[Toll]) -> None:
        """The same number from the same claimant told twice is one claim, in its more careful form."""
        words, count = frozenset(_voice(claim).split()), claim.value.count
        alike = self._by_number[claim.value.kind, count.low, count.high, bool(words)]
        for k in alike:
            other = self._claims.get(k)
            if other is None or not _same_voice(self._words[k], words):
                continue
            if other.value.group is claim.value.group or Group.UNKNOWN in {other.value.group, claim.value.group}:
                known = other if other.value.group is not Group.UNKNOWN else claim
                careful = max((other, claim), key=lambda c: _HEDGE_RANK[c.hedge])
                self._keep(k, replace(known, hedge=careful.hedge))
                return
        k = len(self._words)
        alike.append(k)
        self._words.append(words)
        self._keep(k, claim)

    def _keep(self, k: int, claim: Claim[Toll]) -> None:
        self._claims[k] = claim
        self._words[k] = frozenset(_voice(claim).split())
        self._by_voice[_voiced(claim)].add(k)


def claims_of(members: Sequence[Happening], scene: Scene) -> tuple[Claim[Toll], ...]:
    """The tolls of one incident as claims, each told number of each claimant once, parts tied to their wholes."""
    told = _Told()
    for draft in (toll for member in members for toll in member.tolls):
        claim = _claim(draft, scene)
        if draft.inside:
            claim = _inside(claim, told)
        if draft.whole:
            told.outdate(claim)
        told.merge(claim)
    return _tie_parts(_without_vague(told.in_order()))


def _tie_parts(claims: tuple[Claim[Toll], ...]) -> tuple[Claim[Toll], ...]:
    """ "12 people were killed", "eight soldiers and four militants died": numbers by group that add up to one without."""
    tied = list(claims)
    free: defaultdict[CasualtyKind, list[int]] = defaultdict(list)
    for k, claim in enumerate(claims):
        if claim.value.group is not Group.UNKNOWN and claim.value.part_of is None and _exact(claim):
            free[claim.value.kind].append(k)
    sums = {kind: sum(claims[k].value.count.low for k in parts) for kind, parts in free.items()}
    several = {kind for kind, parts in free.items() if len({claims[k].value.group for k in parts}) > 1}
    for whole in claims:
        kind = whole.value.kind
        if whole.value.group is not Group.UNKNOWN or not _exact(whole) or kind not in several:
            continue
        if sums[kind] == whole.value.count.low:
            for k in free[kind]:
                tied[k] = replace(claims[k], value=replace(claims[k].value, part_of=whole.id))
            several.discard(kind)
    return tuple(tied)


def _exact(claim: Claim[Toll]) -> bool:
    return claim.value.count.low == claim.value.count.high


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


def _inside(claim: Claim[Toll], before: _Told) -> Claim[Toll]:
    """Tie a part to the last whole of its kind that can hold it, among the last told."""
    low = claim.value.count.low
    near = islice(before.latest_first(), _LOOK_BACK)
    whole = next((c for c in near if c.value.kind is claim.value.kind and c.value.count.low > low), None)
    return replace(claim, value=replace(claim.value, part_of=whole.id)) if whole else claim


def _voice(claim: Claim[Toll]) -> str:
    return claim.claimant.name.lower().removeprefix("the ") if claim.claimant else ""


def _voiced(claim: Claim[Toll]) -> tuple[CasualtyKind, Group, str]:
    return claim.value.kind, claim.value.group, _voice(claim)


def _same_voice(first: frozenset[str], second: frozenset[str]) -> bool:
    """ "Aid workers" in the headline are the "two aid workers" of the lead."""
    return bool(first) == bool(second) and (first <= second or second <= first)


def _without_vague(claims: Sequence[Claim[Toll]]) -> tuple[Claim[Toll], ...]:
    """A vaguer figure that holds the exact one of the same claimant is no claim of its own."""
    exact: defaultdict[tuple[CasualtyKind, Group, str], list[int]] = defaultdict(list)
    for claim in claims:
        if _exact(claim) and not claim.value.part_of:
            exact[_voiced(claim)].append(claim.value.count.low)
    for numbers in exact.values():
        numbers.sort()
    return tuple(c for c in claims if not _vaguer(c, exact.get(_voiced(c), ())))


def _vaguer(claim: Claim[Toll], exact: Sequence[int]) -> bool:
    """Whether a range told without a hedge holds one of these numbers, which ascend."""
    count = claim.value.count
    if claim.value.part_of or claim.hedge not in {Hedge.UNSTATED, None} or _exact(claim):
        return False
    k = bisect_left(exact, count.low)
    return k < len(exact) and (count.high is None or exact[k] <= count.high)
