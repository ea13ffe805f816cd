"""News or background: whether a sentence tells of a happening now, of history, or of a total."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kibaru.model.annotation import Part
from kibaru.model.mention import Role
from kibaru.model.reading import Cue, Reading, Timed, Trigger
from kibaru.model.values import DatePrecision, DateRange

# As a rule within some weeks of publication (codebook, "News or background").
NEWS_DAYS: Final = timedelta(days=45)
# How far behind a verb of saying its own day can begin ("said on Saturday"), in code points.
_SAID_ON: Final = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a sentence is to be taken: its role, or why it gives no incident."""

    role: Role | None
    why: str


def time_of(reading: Reading, trigger: Trigger) -> tuple[Timed, ...]:
    """The dates of a sentence, the one nearest to the trigger first.

    Beginnings of periods are left out, and so are days on which something was said.
    """
    usable = [t for t in reading.times if not t.mention.since and not _day_of_saying(t, reading)]
    return tuple(sorted(usable, key=lambda t: _gap(t, trigger)))


def _day_of_saying(timed: Timed, reading: Reading) -> bool:
    """ "The army said on Saturday that eight were killed": Saturday is the day of the statement."""
    span = timed.mention.span
    for attribution in reading.attributions:
        scope = attribution.scope
        if attribution.claimant.end <= span.start and span.end <= scope.start:
            return True
        prefix = attribution.claimant.start < scope.start
        if prefix and scope.start <= span.start <= scope.start + _SAID_ON:
            return True
        if not prefix and scope.end <= span.start and attribution.claimant.end <= span.start:
            return True
    return False


def _gap(timed: Timed, trigger: Trigger) -> int:
    span = timed.mention.span
    return max(span.start, trigger.span.start) - min(span.end, trigger.span.end)


def role_of(
    reading: Reading,
    times: tuple[Timed, ...],
    published: date | None,
    anchor: date | None,
    *,
    counted: bool = False,
    present: bool = False,
) -> Verdict:
    """Take a sentence as news, as background, or as no incident at all.

    `anchor` is the first day that the text itself fixes, used where there is no publication day; `counted` says that
    the sentence gives an exact toll, so that it tells of a happening of its own; `present` says that its verb stands
    in the present tense, which only headlines use for what has happened.
    """
    cues = reading.cues
    if Cue.CUMULATIVE in cues and reading.sentence.part is not Part.HEADLINE:
        return Verdict(None, "a total over a period, not one incident")
    if present and reading.sentence.part is not Part.HEADLINE and not times and not counted:
        return Verdict(None, "says what is usual, not what happened")
    dated = any(isinstance(t.when, DateRange) for t in times)
    if Cue.HABITUAL in cues and not (counted and (dated or reading.sentence.part is not Part.BODY)):
        return Verdict(None, "speaks of what happens often, not of one incident")
    when = next((t.when for t in times if isinstance(t.when, DateRange)), None)
    today = published or anchor
    if when is not None and today is not None:
        if abs(today - when.last) <= NEWS_DAYS or (published and when.last > published):
            return Verdict(Role.NEWS, "")
        if when.precision is DatePrecision.YEAR:
            return Verdict(None, "history without a date of its own to the month")
        return Verdict(Role.BACKGROUND, "")
    if Cue.HISTORY in cues and when is None:
        return Verdict(None, "history told for context")
    return Verdict(Role.NEWS, "")
