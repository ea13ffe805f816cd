"""Political acts as mentions."""

from __future__ import annotations

from collections.abc import Sequence

from kibaru.assemble.setting import Setting, origin
from kibaru.assemble.where_when import claim_place, claim_time
from kibaru.model.claim import Claim, Slot
from kibaru.model.happening import Act
from kibaru.model.mention import Mention
from kibaru.model.report import digest
from kibaru.model.span import Quote
from kibaru.model.values import Actor, DateRange
from kibaru.vocab.events import Plover, political


def mention_of_act(act: Act, setting: Setting) -> Mention:
    """One political act as a mention without a sub-event."""
    when = next((t for t in act.times if isinstance(t.when, DateRange)), None)
    where = next((p for p in act.places if p.place and p.locative), None)
    return Mention(
        id="m" + digest(f"{setting.report.id}|{act.trigger.span.start}|{act.plover}".encode())[:16],
        report_id=setting.report.id,
        role=act.role,
        modality=act.modality,
        main=False,
        event=Claim(Slot.EVENT, political(Plover(act.plover), act.mode), (act.trigger,), origin("acts", act.rule), 0.6),
        evidence=(act.evidence,),
        confidence=0.5,
        time=claim_time(when, setting) if when else None,
        place=claim_place(where, setting) if where else None,
        side_a=_side(act.actors, Slot.SIDE_A),
        side_b=_side(act.targets, Slot.SIDE_B),
    )


def _side(actors: Sequence[tuple[Actor, Quote]], slot: Slot) -> tuple[Claim[Actor], ...]:
    who = "acts" if slot is Slot.SIDE_A else "is acted upon"
    return tuple(Claim(slot, actor, (quote,), origin("acts", f"“{quote.text}” {who}"), 0.6) for actor, quote in actors)
