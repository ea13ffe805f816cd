"""Low, best and high deaths of one incident out of the claims of its mentions (codebook, "Who says so")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from kibaru.lang.en.access import has_access as english_access
from kibaru.model.claim import Stance
from kibaru.model.incident import Reconciled
from kibaru.model.mention import Mention, Modality
from kibaru.model.values import CasualtyKind, Group
from kibaru.reconcile.candidates import GROUPS, Candidate, victims
from kibaru.reconcile.policies import Best, Policy

_NAMES: Final = {
    Group.SIDE_A: "side A",
    Group.SIDE_B: "side B",
    Group.CIVILIANS: "civilians",
    Group.UNKNOWN: "victims of no known side",
}
_STANCES: Final = {
    Stance.ADMISSION: "on its own losses",
    Stance.ABOUT_ADVERSARY: "about its adversary",
    Stance.THIRD_PARTY: "third party",
    Stance.REPORTER: "in its own words",
}


@dataclass(frozen=True, slots=True)
class _Figures:
    """Deaths of one group, in persons, and why; `high` None is open."""

    low: int
    best: int
    high: int | None
    why: str


def reconcile(
    mentions: Sequence[Mention], policy: Policy, has_access: Callable[[str], bool] = english_access
) -> Reconciled:
    """The deaths of one incident under a policy.

    `mentions` tell of the incident, the oldest publication first: of each source its latest telling counts. What is
    only planned, denied or supposed counts nobody. `has_access` knows the third parties that have access to the facts.
    """
    happened = [m for m in mentions if m.modality is Modality.ASSERTED]
    if not happened:
        return _nobody(policy, "it is not said to have happened")
    found = victims(happened, policy, has_access)
    if not found.groups:
        return _nobody(policy, "; ".join(["no deaths are told", *_unparted(happened)]))
    figures = {group: _of_group(candidates, policy) for group, candidates in found.groups.items()}
    sentences = [f"{_NAMES[g]} {figures[g].why}" for g in GROUPS if g in figures]
    for holder in dict.fromkeys(found.held.values()):
        parts = [figures[p] for p, h in found.held.items() if h is holder and p in figures]
        figures[holder] = _rest(figures[holder], parts)
        sentences.append(f"the number for {_NAMES[holder]} holds those of other groups, who are counted once")
    best = {g: _best(figures.get(g)) if policy.best else None for g in GROUPS}
    highs = [f.high for f in figures.values()]
    return Reconciled(
        policy=policy.name,
        deaths_a=best[Group.SIDE_A],
        deaths_b=best[Group.SIDE_B],
        deaths_civilians=best[Group.CIVILIANS],
        deaths_unknown=best[Group.UNKNOWN],
        low=sum(f.low for f in figures.values()),
        best=sum(f.best for f in figures.values()) if policy.best else None,
        high=None if None in highs else sum(h for h in highs if h is not None),
        because="; ".join([*sentences, *_unparted(happened)]),
    )


def _nobody(policy: Policy, because: str) -> Reconciled:
    none = 0 if policy.best else None
    return Reconciled(policy.name, none, none, none, none, 0, none, 0, because)


def _best(figures: _Figures | None) -> int:
    """As in UCDP's data, a group of whom nobody tells a death counts none; the claims show that nobody spoke of it."""
    return figures.best if figures else 0


def _unparted(mentions: Sequence[Mention]) -> list[str]:
    """What says that killed and injured told in one number are left out."""
    tolls = {c.value.count.words for m in mentions for c in m.tolls if c.value.kind is CasualtyKind.KILLED_OR_INJURED}
    words = ", ".join(f"“{told}”" for told in sorted(tolls))
    return [f"killed and injured in one number are not counted ({words})"] if tolls else []


def _of_group(candidates: Sequence[Candidate], policy: Policy) -> _Figures:
    """Low, best and high of one group; `candidates` in the policy's order."""
    # "Neutralised" tells no lowest number of dead, where anything else does.
    firm = [c for c in candidates if not c.neutralised] or candidates
    low = min(c.low for c in firm)
    chosen = candidates[0] if policy.best is Best.RANKED else min(firm, key=lambda c: (c.point, c))
    doubted = policy.doubted is not None and all(c.stance is policy.doubted for c in candidates)
    low = 0 if doubted else min(low, chosen.point)
    high = None if any(c.open for c in candidates) else max(c.high for c in candidates)
    if policy.best is None:
        top = "open" if high is None else f"{high:,}"
        why = f"{low:,} to {top}: the lowest and the highest of {_claims(len(candidates))}"
    else:
        why = _why(chosen, len(candidates), policy, doubted=doubted)
    return _Figures(low, chosen.point, high, why)


def _why(chosen: Candidate, count: int, policy: Policy, *, doubted: bool) -> str:
    told = "neutralised, " if chosen.neutralised else "a sum of parts, " if chosen.parts > 1 else ""
    says = f"{chosen.point:,}: {told}{chosen.source}, {_STANCES[chosen.stance]}"
    if doubted:
        return f"{says}; no other side speaks, so low 0"
    if count == 1:
        return says
    place = "the lowest of" if policy.best is Best.LOWEST else "ranked first of"
    return f"{says}, {place} {_claims(count)}"


def _claims(count: int) -> str:
    return "1 claim" if count == 1 else f"{count} claims"


def _rest(whole: _Figures, parts: Sequence[_Figures]) -> _Figures:
    """What is left of a number when the groups inside it are counted by themselves."""
    highs = [p.high for p in parts if p.high is not None]
    is_open = whole.high is None or len(highs) < len(parts)
    return _Figures(
        low=max(0, whole.low - sum(p.low for p in parts)),
        best=max(0, whole.best - sum(p.best for p in parts)),
        high=None if is_open else max(0, (whole.high or 0) - sum(highs)),
        why=whole.why,
    )
