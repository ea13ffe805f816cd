"""Which claims of an incident stand for the killed of each group: one telling each, the latest, wholes before parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kibaru.model.claim import Claim, Stance
from kibaru.model.mention import Mention
from kibaru.model.values import CasualtyKind, Count, Group, Hedge, Toll
from kibaru.reconcile.policies import Policy

GROUPS: Final = (Group.SIDE_A, Group.SIDE_B, Group.CIVILIANS, Group.UNKNOWN)


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """One number for the killed of one group, in an order that does not depend on the order of telling.

    `point` is the number as told: the upper end of "up to 20" and of those "neutralised", else the lower one. `parts`
    counts the claims that were added up.
    """

    rank: int
    neutralised: bool
    point: int
    low: int
    open: bool
    high: int
    source: str
    stance: Stance
    unstated: bool = False
    parts: int = 1


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with the place of its mention in the order of publication."""

    claim: Claim[Toll]
    at: int
    source: str


@dataclass(frozen=True, slots=True)
class Victims:
    """The killed of one incident: candidates of each group, and which group's number is part of which other group's."""

    groups: dict[Group, tuple[Candidate, ...]]
    held: dict[Group, Group]


def victims(mentions: Sequence[Mention], policy: Policy, has_access: Callable[[str], bool]) -> Victims:
    """The candidates of each group under a policy. `mentions` stand in order of publication, the oldest first."""
    told = _latest(
        _Told(claim, at, _source(mention, claim))
        for at, mention in enumerate(mentions)
        for claim in mention.tolls
        if claim.value.kind is CasualtyKind.KILLED
    )
    known = {each.claim.id: each.claim.value.group for each in told}
    groups: dict[Group, tuple[Candidate, ...]] = {}
    for group in GROUPS:
        own = [each for each in told if each.claim.value.group is group]
        if own:
            groups[group] = _stated(_candidates(own, known, policy, has_access))
    return Victims(groups, _held(told, known))


def _source(mention: Mention, claim: Claim[Toll]) -> str:
    """Who says so; a report's own voice is a source of its own."""
    name = claim.claimant.name.strip() if claim.claimant else ""
    return name or f"\n{mention.report_id}"


def _latest(told: Iterable[_Told]) -> list[_Told]:
    """Of each source and group the claims of its latest mention; several numbers in one mention stay rivals."""
    rows = list(told)
    newest: dict[tuple[str, Group], int] = {}
    for row in rows:
        key = _key(row)
        newest[key] = max(newest.get(key, 0), row.at)
    return [row for row in rows if row.at == newest[_key(row)]]


def _key(row: _Told) -> tuple[str, Group]:
    return row.source.casefold(), row.claim.value.group


def _candidates(
    own: Sequence[_Told], known: dict[str, Group], policy: Policy, has_access: Callable[[str], bool]
) -> set[Candidate]:
    """Wholes; only where there are none, the sums of parts of each source."""
    wholes = [row for row in own if not _is_part(row, known)]
    if wholes:
        return {_candidate(row, policy, has_access) for row in wholes}
    sums: dict[tuple[str, str | None], set[Candidate]] = {}
    for row in own:
        key = (row.source.casefold(), row.claim.value.part_of)
        sums.setdefault(key, set()).add(_candidate(row, policy, has_access))
    return {_sum(sorted(parts)) for parts in sums.values()}


def _is_part(row: _Told, known: dict[str, Group]) -> bool:
    """Whether the claim is inside another number of the same group; inside another group's it is a whole of its own."""
    whole = row.claim.value.part_of
    return whole is not None and known.get(whole, row.claim.value.group) is row.claim.value.group


def _candidate(row: _Told, policy: Policy, has_access: Callable[[str], bool]) -> Candidate:
    claim = row.claim
    count: Count = policy.read(claim.value.count)
    reporter = row.source.startswith("\n")
    stance = claim.stance or (Stance.REPORTER if reporter else Stance.THIRD_PARTY)
    upper = claim.hedge in {Hedge.UP_TO, Hedge.NEUTRALISED} and count.high is not None
    return Candidate(
        rank=policy.rank(stance, not reporter and has_access(row.source)),
        neutralised=claim.hedge is Hedge.NEUTRALISED,
        point=count.high if upper and count.high is not None else count.low,
        low=count.low,
        open=count.high is None,
        high=count.low if count.high is None else count.high,
        source="the reporter" if reporter else row.source,
        stance=stance,
        unstated=claim.hedge is Hedge.UNSTATED,
    )


def _sum(parts: Sequence[Candidate]) -> Candidate:
    first = parts[0]
    if len(parts) == 1:
        return first
    return Candidate(
        rank=first.rank,
        neutralised=any(p.neutralised for p in parts),
        point=sum(p.point for p in parts),
        low=sum(p.low for p in parts),
        open=any(p.open for p in parts),
        high=sum(p.high for p in parts),
        source=first.source,
        stance=first.stance,
        unstated=any(p.unstated for p in parts),
        parts=len(parts),
    )


def _stated(candidates: set[Candidate]) -> tuple[Candidate, ...]:
    """In order; a bare plural ("soldiers were killed") tells no number and stands only where nothing else does."""
    stated = [c for c in candidates if not c.unstated]
    return tuple(sorted(stated or candidates))


def _held(told: Sequence[_Told], known: dict[str, Group]) -> dict[Group, Group]:
    """ "40 people, among them 8 soldiers": the number of one group is inside that of another, one level deep."""
    pairs = {
        (holder, row.claim.value.group)
        for row in told
        if (holder := known.get(row.claim.value.part_of or "")) is not None and holder is not row.claim.value.group
    }
    held: dict[Group, Group] = {}
    for holder, part in sorted(pairs):
        if part not in held and holder not in held and part not in held.values():
            held[part] = holder
    return held
