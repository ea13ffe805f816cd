"""Incidents are views: the mentions of one happening, reconciled under a named policy."""

from __future__ import annotations

from dataclasses import dataclass

from kibaru.model.mention import Extraction, Mention
from kibaru.model.report import Report


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Deaths under one policy, in persons. None: the policy gives no such figure, or (for `high`) a claim is open."""

    policy: str
    deaths_a: int | None
    deaths_b: int | None
    deaths_civilians: int | None
    deaths_unknown: int | None
    low: int
    best: int | None
    high: int | None
    because: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening as told by one or more mentions, with the figures of one policy."""

    id: str
    mentions: tuple[Mention, ...]
    reconciled: Reconciled


@dataclass(frozen=True, slots=True)
class Record:
    """All that one report gave under one pipeline and one policy: what `kibaru.code` returns."""

    version: str
    policy: str
    report: Report
    extraction: Extraction
    incidents: tuple[Incident, ...]
