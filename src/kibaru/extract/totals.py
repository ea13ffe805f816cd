"""Totals: tolls over a period or over many incidents, which never belong to one of them."""

from __future__ import annotations

from collections.abc import Sequence

from kibaru.extract.casualties import find_tolls
from kibaru.model.happening import DraftTotal
from kibaru.model.reading import Reading, Trigger
from kibaru.model.report import Report
from kibaru.model.values import Scope


def totals_of(
    report: Report, reading: Reading, triggers: Sequence[Trigger], scope: Scope = Scope.CUMULATIVE
) -> tuple[DraftTotal, ...]:
    """The totals that some triggers of a sentence tell which speaks of a period."""
    return tuple(
        DraftTotal(t.kind, t.count, t.hedge, t.quote, t.claimant, t.attribution, scope, t.rule)
        for t in find_tolls(report, reading, triggers)
        if not (t.bare or (t.count.low == t.count.high == 1))
    )
