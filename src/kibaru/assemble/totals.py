"""Totals as claims."""

from __future__ import annotations

from collections.abc import Sequence

from kibaru.assemble.setting import origin
from kibaru.model.claim import Claim, Slot, Stance
from kibaru.model.happening import DraftTotal
from kibaru.model.values import Total


def totals_of(drafts: Sequence[DraftTotal]) -> tuple[Claim[Total], ...]:
    """The totals of a report, each told number once."""
    claims: dict[Total, Claim[Total]] = {}
    for draft in drafts:
        total = Total(draft.kind, draft.count, draft.scope)
        claims.setdefault(
            total,
            Claim(
                slot=Slot.TOTAL,
                value=total,
                quotes=(draft.quote,),
                origin=origin("totals", f"{draft.rule}, over a period"),
                confidence=0.6,
                claimant=draft.claimant,
                stance=Stance.THIRD_PARTY if draft.claimant else Stance.REPORTER,
                hedge=draft.hedge,
            ),
        )
    return tuple(claims.values())
