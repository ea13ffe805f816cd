"""Values in words, for people who read tables and pages. Everything comes out on one line."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any

from kibaru.model.claim import Claim, Stance
from kibaru.model.incident import Reconciled
from kibaru.model.issue import Issue
from kibaru.model.mention import Mention
from kibaru.model.report import Report
from kibaru.model.values import (
    Actor,
    Blame,
    BlameStatus,
    CasualtyKind,
    Count,
    DatePrecision,
    DateRange,
    EventKind,
    Group,
    Hedge,
    PartialDate,
    Place,
    Toll,
    When,
)
from kibaru.publish.plain import one_line

NOT_TOLD = "not told"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
STANCES = {
    Stance.ADMISSION: "on its own losses",
    Stance.ABOUT_ADVERSARY: "about its adversary",
    Stance.THIRD_PARTY: "third party",
    Stance.REPORTER: "reporter's own words",
}
GROUPS = {
    Group.SIDE_A: "on side A",
    Group.SIDE_B: "on side B",
    Group.CIVILIANS: "civilians",
    Group.UNKNOWN: "whose side is not told",
}
KINDS = {kind: kind.value.replace("_", " ") for kind in CasualtyKind}
HEDGES = {
    Hedge.APPROXIMATE: "approximate",
    Hedge.AT_LEAST: "at least",
    Hedge.UP_TO: "up to",
    Hedge.UNSTATED: "number not told",
    Hedge.NEUTRALISED: "“neutralised”",
}
BLAMES = {
    BlameStatus.FACT: "told as fact",
    BlameStatus.CLAIMED: "claimed by itself",
    BlameStatus.SUSPECTED: "suspected",
    BlameStatus.ACCUSED_BY_AUTHORITIES: "accused by authorities",
    BlameStatus.ACCUSED_BY_OTHERS: "accused by others",
    BlameStatus.POSSIBLE: "possible",
    BlameStatus.DENIED: "denied",
    BlameStatus.UNKNOWN: "unknown",
}
_PUBLISHED_FROM = {
    "option": " (as you say)",
    "field": " (its input says)",
    "metadata": " (its page says)",
    "dateline": " (its dateline says)",
}
_WHERE = {
    3: "somewhere in the district",
    4: "somewhere in the region",
    5: "larger area of the country",
    6: "country only",
    7: "sea or air space",
}


def issue_words(issue: Issue) -> str:
    """What is wrong, then what to do about it."""
    if not issue.remedy:
        return issue.message
    return f"{issue.message}{' ' if issue.message.endswith(('.', '!', '?')) else '; '}{issue.remedy}"


def event_text(event: EventKind) -> str:
    """ "Armed clash" or, for a purely political act, "Political act: REQUEST"."""
    return event.sub_event or f"Political act: {event.plover}"


def day_text(day: date) -> str:
    """ "18 February 2022"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def published_text(report: Report) -> str:
    """The day of publication and where it comes from: "published 19 February 2022 (its dateline)"."""
    if report.published is None:
        return "publication date not known"
    origin = _PUBLISHED_FROM.get(report.published_from or "", "")
    return f"published {day_text(report.published)}{origin}"


def when_text(when: When | None) -> str:
    """The day or days without their precision."""
    if when is None:
        return NOT_TOLD
    if isinstance(when, PartialDate):
        return _partial_text(when)
    first, last = when.first, when.last
    if first == last:
        return day_text(first)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if whole_months and first.year == last.year and (first.month, last.month) == (1, 12):
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_text(last)}"
    return f"{day_text(first)} – {day_text(last)}"


def _partial_text(when: PartialDate) -> str:
    """ "2 October, year not told" for `--10-02`; other notations stay as they are."""
    parts = when.text.removeprefix("--").split("-")
    if not when.text.startswith("--") or not all(part.isdigit() for part in parts) or not 1 <= int(parts[0]) <= 12:
        return one_line(when.text)
    month = _MONTHS[int(parts[0]) - 1]
    return f"{int(parts[1])} {month}, year not told" if len(parts) > 1 else f"{month}, year not told"


def precision_text(when: When | None) -> str:
    """How sure we are of the day: "to the day", "to the week"; empty where nothing is dated."""
    if not isinstance(when, DateRange):
        return ""
    return "within 2-6 days" if when.precision is DatePrecision.DAYS else f"to the {when.precision.value}"


def place_name(place: Place | None) -> str:
    """ "Archam, Gao, MLI": as written, then what holds it, smallest first, nothing twice."""
    if place is None:
        return NOT_TOLD
    held = (place.name, place.admin2, place.admin1, place.country)
    parts: dict[str, str] = {}
    for part in held:
        if part:
            parts.setdefault("".join(filter(str.isalnum, part.casefold())), one_line(part))
    return ", ".join(parts.values())


def uncertainty_text(place: Place | None) -> str:
    """How far off the point may lie: "within 25 km", "somewhere in the region", "no point known"."""
    if place is None:
        return ""
    if place.precision in _WHERE:
        return _WHERE[place.precision]
    if place.radius_km:
        return f"within {place.radius_km:g} km"
    if place.lat is None:
        return "no point known"
    return "exact place" if place.precision == 1 else "within about 25 km"


def place_text(place: Place | None) -> str:
    """Name and uncertainty: "Archam, Gao, MLI (within 25 km)"."""
    around = uncertainty_text(place)
    return f"{place_name(place)} ({around})" if around else place_name(place)


def side_text(side: Sequence[Claim[Actor]]) -> str:
    """The members of a side; "not told" where there are none."""
    names = dict.fromkeys(one_line(claim.value.name) for claim in side)
    return ", ".join(names) or NOT_TOLD


def range_text(low: int, high: int | None) -> str:
    """ "8", "30–40", "12 or more" (thousands parted by commas)."""
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def count_text(count: Count) -> str:
    """The number of persons, low to high."""
    return range_text(count.low, count.high)


def figure_text(figure: int | None) -> str:
    """A reconciled figure; "–" where the policy gives none."""
    return "–" if figure is None else f"{figure:,}"


def high_text(figures: Reconciled) -> str:
    """The high figure; "open" where a claim has no upper end."""
    return "open" if figures.high is None else f"{figures.high:,}"


def claimant_text(claim: Claim[Any]) -> str:
    """Who says so."""
    return one_line(claim.claimant.name) if claim.claimant and claim.claimant.name else "the reporter"


def says_text(claim: Claim[Any]) -> str:
    """Who says so and how they stand to it: "Malian Armed Forces, on its own losses"."""
    if claim.stance in (None, Stance.REPORTER):
        return claimant_text(claim)
    return f"{claimant_text(claim)}, {STANCES[claim.stance]}"


def persons_text(toll: Toll) -> str:
    """ "57 on side B", "1 civilian"."""
    group = "civilian" if toll.group is Group.CIVILIANS and toll.count.high == 1 else GROUPS[toll.group]
    return f"{count_text(toll.count)} {group}"


def hedge_text(claim: Claim[Toll]) -> str:
    """What qualifies the number and does not show in its range already; empty where nothing does."""
    count, hedge = claim.value.count, claim.hedge
    if hedge is None or (hedge is Hedge.AT_LEAST and count.high is None) or (hedge is Hedge.UP_TO and count.low == 0):
        return ""
    return HEDGES[hedge]


def toll_text(claim: Claim[Toll]) -> str:
    """ "57 on side B (Malian Armed Forces, about its adversary; “neutralised”)"."""
    toll = claim.value
    notes = [says_text(claim)]
    if hedge := hedge_text(claim):
        notes.append(hedge)
    if toll.part_of is not None:
        notes.append("part of another figure")
    return f"{persons_text(toll)} ({'; '.join(notes)})"


def blame_text(claim: Claim[Blame]) -> str:
    """ "ISGS (claimed by itself)"."""
    actor = claim.value.actor
    return f"{one_line(actor.name) if actor else 'nobody named'} ({BLAMES[claim.value.status]})"


def tolls_of(mention: Mention, *kinds: CasualtyKind) -> str:
    """All claims of these kinds on one line, in the order of the report."""
    return "; ".join(toll_text(claim) for claim in mention.tolls if claim.value.kind in kinds)
