"""JSON Lines: one report a line, as `text` or `html`, with what is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kibaru.model.issue import Issue
from kibaru.model.report import Report
from kibaru.read.decode import decode
from kibaru.read.draft import Fields, Origin, empty
from kibaru.read.html import page_report
from kibaru.read.options import ReadOptions
from kibaru.read.stream import Line
from kibaru.read.text import report_of

_SHAPE = 'a line is one object: {"id": ..., "text": ..., "published": "YYYY-MM-DD"}'


class _BadLineError(ValueError):
    """A line that is no report: code, message and remedy of its issue."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def jsonl_reports(lines: Iterator[Line], origin: Origin, options: ReadOptions) -> Iterator[Report | Issue]:
    """A report or an issue for each line that is not blank; whatever is wrong with one, the rest goes on."""
    for line in lines:
        key = origin.key if line.number == 1 else f"{origin.key}:{line.number}"
        place = Origin(origin.source, key, line.number)
        if line.whole and not line.raw.strip():
            continue
        try:
            yield _report(line, place, options)
        except _BadLineError as bad:
            yield place.issue(bad.code, bad.message, bad.remedy)
        if _opens_document(line):
            return


def _opens_document(line: Line) -> bool:
    """Whether the line is the first of one JSON document written over many, of which no line is a record."""
    return line.number == 1 and line.raw.strip() in (b"{", b"[")


def _parsed(line: Line, words: str, options: ReadOptions) -> dict[str, object]:
    if not line.whole:
        size = options.max_bytes // 1_000_000
        raise _BadLineError(
            "input.too-large", f"the line is longer than {size} MB", "cut the report, or raise max_bytes"
        )
    if _opens_document(line):
        message = "it is one JSON document over many lines, not JSON Lines"
        raise _BadLineError("input.json", message, "convert it first: jq -c '.[]?' FILE (array) or jq -c . FILE")
    try:
        record = json.loads(words)
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, json.JSONDecodeError) else "it cannot be parsed"
        raise _BadLineError("input.json", f"the line is not JSON: {why[:120]}", _SHAPE) from error
    if not isinstance(record, dict):
        raise _BadLineError("input.json", "the line is JSON but no object", _SHAPE)
    return record


def _report(line: Line, place: Origin, options: ReadOptions) -> Report:
    decoded = decode(line.raw, place)
    record = _parsed(line, decoded.text.lstrip("\ufeff"), options)
    text, page = _words(record, "text"), _words(record, "html")
    place = Origin(place.source, _key(record) or place.key, place.line)
    fields = Fields(
        _words(record, "url"), _words(record, "publisher"), _words(record, "title"), _words(record, "published")
    )
    if text is not None and text.strip():
        report = report_of(text, place, fields, options, decoded.issues)
    elif page is not None and page.strip():
        report = _page(page, place, fields, options, decoded.issues)
    else:
        raise _BadLineError("input.no-text", 'the object has no "text" and no "html"', _SHAPE)
    if not report.text.strip():
        issue = empty(place)
        raise _BadLineError(issue.code, issue.message, issue.remedy)
    return report


def _key(record: dict[str, object]) -> str | None:
    key = record.get("id")
    if isinstance(key, bool) or not isinstance(key, str | int | None):
        raise _BadLineError("input.fields", '"id" is neither a string nor a number', _SHAPE)
    return None if key is None else str(key)


def _page(page: str, place: Origin, fields: Fields, options: ReadOptions, issues: tuple[Issue, ...]) -> Report:
    raw = page.encode("utf-8", errors="surrogatepass")
    if len(raw) > options.max_html_bytes:
        size = options.max_html_bytes // 1_000_000
        raise _BadLineError(
            "input.too-large", f"the page is larger than {size} MB", "save the article alone, or raise max_html_bytes"
        )
    return page_report(page, raw, place, fields, options, issues)


def _words(record: dict[str, object], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise _BadLineError("input.fields", f'"{name}" is not a string', _SHAPE)
    return value or None
