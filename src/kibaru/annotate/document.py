"""Annotate a report: every sentence read by its language, dates resolved, speech tied to its speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from kibaru.model.annotation import ActorMention, DateMention, DateUnit, PlaceMention, Sentence
from kibaru.model.reading import Attribution, Reading, Timed
from kibaru.model.report import Report
from kibaru.model.values import DateRange
from kibaru.ports import Language

M = TypeVar("M", ActorMention, PlaceMention)

_DATELINE_HEAD, _DATELINE_TAIL = 60, 40
_DASH: Final = re.compile(r"^[^.!?]{0,30}\s[-–—]{1,2}\s")
_ABSOLUTE: Final = frozenset({DateUnit.DAY, DateUnit.MONTH, DateUnit.YEAR, DateUnit.RANGE})


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the knowledge rooms found in the report."""

    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]


def resolve_dates(report: Report, language: Language) -> tuple[Timed, ...]:
    """All date expressions of the report, resolved against its publication day and against one another."""
    mentions = [m for m in language.dates(report.text) if not _in_dateline(report, m)]
    fixed: list[DateRange] = []
    for mention in mentions:
        if mention.unit in _ABSOLUTE:
            when, _ = language.resolve_date(mention, report.published, ())
            if isinstance(when, DateRange):
                fixed.append(when)
    context = tuple(fixed)
    timed: list[Timed] = []
    told: list[DateRange] = []
    for mention in mentions:
        # The ranges told before, nearest first: "the next day" counts from the last day told.
        before = tuple(reversed(told[-3:])) or context
        when, why = language.resolve_date(mention, report.published, before)
        timed.append(Timed(mention, when, why))
        if isinstance(when, DateRange):
            told.append(when)
    return tuple(timed)


def _in_dateline(report: Report, mention: DateMention) -> bool:
    """ "BAMAKO, 19 February 2022 (Wire) - Eight soldiers ...": the day of writing, not of what is told."""
    line = report.text.rfind("\n", 0, mention.span.start) + 1
    before = report.text[line : mention.span.start]
    after = report.text[mention.span.end : mention.span.end + _DATELINE_TAIL].split("\n")[0]
    return before[:3].isupper() and len(before) <= _DATELINE_HEAD and _DASH.search(after) is not None


def read_sentences(
    report: Report, sentences: Sequence[Sentence], known: Knowledge, times: Sequence[Timed], language: Language
) -> tuple[Reading, ...]:
    """One reading a sentence, in order."""
    actors = _by_sentence(known.actors, len(sentences))
    places = _by_sentence(known.places, len(sentences))
    queue = list(times)
    readings: list[Reading] = []
    for sentence in sentences:
        inside: list[Timed] = []
        while queue and queue[0].mention.span.start < sentence.span.end:
            inside.append(queue.pop(0))
        reading = language.read(report.text, sentence, tuple(actors[sentence.index]), tuple(places[sentence.index]))
        readings.append(replace(reading, times=tuple(inside)) if inside else reading)
    return _with_speakers(readings, report.text)


def _by_sentence(mentions: Sequence[M], count: int) -> list[list[M]]:
    rows: list[list[M]] = [[] for _ in range(count)]
    for mention in mentions:
        rows[mention.sentence].append(mention)
    return rows


def _in_full(attribution: Attribution, named: Mapping[str, Attribution], text: str) -> Attribution:
    """A surname alone takes the words by which its bearer was introduced; `named` holds the first bearer of each."""
    words = text[attribution.claimant.start : attribution.claimant.end]
    if " " in words or not words[:1].isupper():
        return attribution
    other = named.get(words)
    if other is None:
        return attribution
    return replace(attribution, claimant=other.claimant, actor=other.actor or attribution.actor)


def _with_speakers(readings: list[Reading], text: str) -> tuple[Reading, ...]:
    """Pronouns take the claimant told before; a sentence of pure speech takes its neighbour's."""
    out: list[Reading] = []
    last: Attribution | None = None
    named: dict[str, Attribution] = {}
    for reading in readings:
        resolved: list[Attribution] = []
        for attribution in reading.attributions:
            if attribution.pronoun:
                if last is None:
                    continue
                attribution = replace(last, scope=attribution.scope, verb=attribution.verb)
            else:
                attribution = _in_full(attribution, named, text)
                full = text[attribution.claimant.start : attribution.claimant.end]
                for surname in full.replace(",", " ").split()[1:]:
                    named.setdefault(surname, attribution)
            resolved.append(attribution)
            last = attribution
        if not resolved and reading.speech and last is not None:
            resolved.append(replace(last, scope=reading.sentence.span))
        told = tuple(resolved)
        out.append(reading if told == reading.attributions else replace(reading, attributions=told))
    return tuple(out)
