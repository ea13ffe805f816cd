"""The library's three verbs: read inputs, code one text, code many reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from kibaru.errors import UsageError
from kibaru.model.incident import Record
from kibaru.model.issue import Issue
from kibaru.model.report import Report
from kibaru.read import ReadOptions, make_report, read_paths
from kibaru.run.pipeline import Pipeline


def code(text: str, *, published: date | str | None = None, policy: str = "ucdp", key: str = "report") -> Record:
    """Code one plain text.

    Args:
        text: the report, headline first where it has one.
        published: its day of publication, as a date or in ISO form; without it weekdays stay unresolved.
        policy: "ucdp", "lowest" or "range".
        key: the name by which the record is known.

    Returns:
        The record; a text that tells of no incident gives one without incidents.

    Raises:
        UsageError: the text is none, or the day or the policy makes no sense.
    """
    if not isinstance(text, str):
        raise UsageError(f"a text to code is a str, not {type(text).__name__}: kibaru.read_reports reads files")
    report = make_report(text, options=ReadOptions(published=as_day(published), key=key))
    return _pipeline(policy).code(report)


def code_many(reports: Iterable[Report | Issue], *, policy: str = "ucdp") -> Iterator[Record | Issue]:
    """Code reports as they come; issues of reading pass through. Nothing handed out is kept, so memory stays flat."""
    pipeline = _pipeline(policy)
    for report in reports:
        yield pipeline.code(report) if isinstance(report, Report) else report


def read_reports(paths: Iterable[str | Path], *, published: date | str | None = None) -> Iterator[Report | Issue]:
    """Read files and folders lazily: a report or an issue each."""
    return read_paths([*paths], ReadOptions(published=as_day(published)))


def as_day(value: date | str | None) -> date | None:
    """A day from a date or its ISO form."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (ValueError, TypeError) as error:
        raise UsageError(f"a day is written like 2022-02-19, not {value!r}") from error


@lru_cache(8)
def _pipeline(policy: str) -> Pipeline:
    return Pipeline(policy=policy)
