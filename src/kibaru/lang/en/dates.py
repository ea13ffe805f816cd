"""Date expressions of English text: where they stand, and what they mean on the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kibaru.lang.en.date_forms import GATE, NAMED, WEEKDAY, YEAR
from kibaru.lang.en.date_meaning import meaning
from kibaru.lang.en.date_setting import Setting
from kibaru.lang.en.number_words import word_set
from kibaru.lang.en.numbers import lower_case
from kibaru.model.annotation import DateMention, DateUnit
from kibaru.model.span import Span
from kibaru.model.values import DateRange, When

_UNIT_OF_FORM: Final = {
    "iso": DateUnit.DAY,
    "weekday": DateUnit.WEEKDAY,
    "day": DateUnit.DAY,
    "years": DateUnit.RANGE,
    "month": DateUnit.MONTH,
    "year": DateUnit.YEAR,
    "period": DateUnit.RANGE,
    "relative": DateUnit.RELATIVE,
}
_DAY_RANGE: Final = re.compile(r"\d(?:st|nd|rd|th)?(?:\s?[-‐‑–—]\s?|\s+(?:to|and|until)\s+)\d{1,2}(?:st|nd|rd|th)?\b")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
# A month by itself is a date only behind one of these ("Theresa May", "a long march").
_MONTH_BEFORE: Final = word_set(
    """
    in since by until till from of during before after through throughout between to last this
    next and or ended began for mid early late
    """
)
_MONTH_MODIFIERS: Final = word_set("early mid late last next this the beginning start middle end")
_NAME_MAY_FOLLOW: Final = frozenset({"by", "of", "and", "or", "for", "to", "before", "after", "from"})
_NAMED_DAYS: Final = word_set(
    "black bloody good holy ash palm fat cyber super shrove maundy easter whit giving orange red white blue"
)
_TITLE_AFTER: Final = re.compile(
    r"\s+(?:Times|Mail|Telegraph|Express|Herald|Post|Independent|Mirror|School|Agreement|World|Sun|Standard|People)\b"
)
_WORD_BEFORE: Final = re.compile(r"([a-z]+)\s+$")
_OPEN_BEFORE: Final = frozenset({"since", "until", "till"})
_ONWARD: Final = re.compile(r"\s+(?:on|onwards?|forward)\b(?!\s+(?:the|a)\b)")
_LINK: Final = re.compile(r"(?:\s+(?:(to|until|through|till)|(and))\s+|\s?[-–—]\s?)(?:the\s+)?(?:on\s+)?")
# "the same week" counts from what was told before, "last week" from publication.
_TOLD: Final = ("the same", "the next", "the following", "the previous", "that ")
_PERIOD_POINT: Final = ("in ", "within ")
_LONGEST_LINK: Final = 14


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """The date expressions of `text[start:end]` in order, not yet resolved; spans index `text`. Never raises."""
    end = len(text) if end is None else min(end, len(text))
    if start >= end:
        return ()
    piece = text[start:end]
    low = lower_case(piece)
    found = _ranges(piece, low, list(_mentions(piece, low)))
    if not start:
        return tuple(found)
    return tuple(DateMention(Span(m.span.start + start, m.span.end + start), m.words, m.unit, m.since) for m in found)


def resolve_date(
    mention: DateMention,
    published: date | None,
    *,
    context: tuple[DateRange, ...] = (),
    future: bool = False,
) -> tuple[When | None, str]:
    """What a date expression means, and a sentence that says why; None where nothing fixes it.

    `context` holds ranges told elsewhere in the text, the one to count from first. `future` takes a weekday, or a day
    or month without a year, for the next one instead of the last. A mention marked `since` gives the day or period that
    its words name: where a longer period begins or ends.
    """
    try:
        return meaning(lower_case(mention.words), mention.unit, Setting(published, context, future))
    except (ValueError, OverflowError):
        return None, "the calendar has no such day"


def _mentions(text: str, low: str) -> Iterator[DateMention]:
    position = 0
    while match := GATE.search(low, position):
        form = match.lastgroup or ""
        start, end = match.span()
        position = end
        if form == "year":
            found = YEAR.search(low, start, end)
            start = found.start() if found else start
        if not _is_date(text, low, form, start, end):
            position = max(match.start() + 1, start + 1)
            continue
        yield DateMention(Span(start, end), text[start:end], _unit(low[start:end], form), _open(low, form, start, end))


def _unit(words: str, form: str) -> DateUnit:
    weekday = WEEKDAY.search(words) if form == "weekday" else None
    if weekday is not None and NAMED.search(words, weekday.end()):
        form = "day"
    if form == "day" and _DAY_RANGE.search(words):
        return DateUnit.RANGE
    if form == "relative" and not words.startswith(_TOLD):
        for unit in (DateUnit.WEEK, DateUnit.MONTH, DateUnit.YEAR):
            if words.endswith((unit.value, f"{unit.value}end")):
                return unit
    return _UNIT_OF_FORM[form]


def _open(low: str, form: str, start: int, end: int) -> bool:
    """Whether the expression bounds a period."""
    if form == "period":
        return not low.startswith(_PERIOD_POINT, start)
    if form == "years":
        return True
    before = low[max(0, start - 16) : start].split()
    word = before[-1] if before else ""
    if word in _OPEN_BEFORE or before[-2:] == ["so", "far"]:
        return True
    return word == "from" and (form in {"year", "month"} or _ONWARD.match(low, end) is not None)


def _is_date(text: str, low: str, form: str, start: int, end: int) -> bool:
    named = [m.start() for m in NAMED.finditer(low, start, end)]
    if any(not text[at].isupper() for at in named):
        return False
    before = _WORD_BEFORE.search(low, max(0, start - 16), start)
    word = before[1] if before else ""
    if form == "month":
        return _is_month(text, low, start, end, word)
    if form == "weekday":
        return word not in _NAMED_DAYS and not _TITLE_AFTER.match(text, end)
    if form == "relative" and low.startswith("today", start) and text[start] == "T" and start > 1:
        return not (text[start - 1] == " " and text[start - 2].isalpha())
    return form != "day" or text[max(0, start - 1) : start] not in {"$", "€", "£", "-", "/", ".", ":", ","}


def _is_month(text: str, low: str, start: int, end: int, before: str) -> bool:
    words = low[start:end]
    if YEAR.search(words) or "year" in words:
        return True
    first = words.split()[0].split("-")[0]
    if first in _MONTH_MODIFIERS:
        return True
    if before not in _MONTH_BEFORE or (len(words.rstrip(".")) <= 4 and words not in {"may", "june", "july"}):
        return False
    follows = text[end : end + 2]
    return not (before in _NAME_MAY_FOLLOW and len(follows) == 2 and follows[0] == " " and follows[1].isupper())


def _ranges(text: str, low: str, mentions: list[DateMention]) -> list[DateMention]:
    """Two days linked as a range ("from Friday to Sunday", "between March 3 and April 5") made one."""
    out: list[DateMention] = []
    for mention in mentions:
        if out and _linked(low, out[-1], mention):
            span = out[-1].span.cover(mention.span)
            out[-1] = DateMention(span, text[span.start : span.end], DateUnit.RANGE, out[-1].since)
        else:
            out.append(mention)
    return out


def _linked(low: str, first: DateMention, second: DateMention) -> bool:
    days = {DateUnit.DAY, DateUnit.WEEKDAY}
    if first.unit not in days or second.unit not in days or second.span.start - first.span.end > _LONGEST_LINK:
        return False
    if _ISO.fullmatch(first.words) and second.span.start - first.span.end == 1:
        return False
    link = _LINK.fullmatch(low, first.span.end, second.span.start)
    if link is None:
        return False
    before = low[max(0, first.span.start - 12) : first.span.start].split()
    word = before[-1] if before else ""
    if link[2]:
        return word == "between"
    return not link[1] or word == "from" or before[-2:] == ["night", "of"] or first.unit is second.unit is DateUnit.DAY
