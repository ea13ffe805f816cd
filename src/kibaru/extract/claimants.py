"""Claimants: which attribution of a sentence governs a value."""

from __future__ import annotations

from kibaru.model.claim import Claimant
from kibaru.model.reading import Attribution, Reading
from kibaru.model.report import Report
from kibaru.model.span import Span


def claimant_of(report: Report, reading: Reading, value: Span) -> tuple[Claimant | None, Attribution | None]:
    """Who says the value at `value`: the attribution with the smallest scope around it; none is the reporter."""
    fitting = [a for a in reading.attributions if a.scope.overlaps(value) and not a.claimant.contains(value)]
    if not fitting:
        return None, None
    chosen = min(fitting, key=lambda a: (len(a.scope), a.scope.start))
    quote = report.quote(chosen.claimant)
    name = chosen.actor.actor.name if chosen.actor and chosen.actor.actor else quote.text
    return Claimant(name, quote), chosen
