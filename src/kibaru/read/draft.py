"""The one way from a text and what its source says of it to a `Report`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kibaru.clean.text import canonical, without
from kibaru.lang.detect import detect
from kibaru.lang.en.boilerplate import boilerplate
from kibaru.model.issue import Issue, Level
from kibaru.model.report import Report, report_id, text_id
from kibaru.read.options import ReadOptions
from kibaru.read.published import published


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report stands: the name of its file or stream, its 1-based line there (JSON Lines only), and its key."""

    source: str
    key: str
    line: int | None = None

    def issue(self, code: str, message: str, remedy: str, level: Level = Level.ERROR) -> Issue:
        """An issue that names this place."""
        return Issue(code, level, message, remedy, self.source, self.line)


@dataclass(frozen=True, slots=True)
class Fields:
    """What a source says of its report beside the text; `published` and `page_date` in its own words."""

    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    page_date: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A report not yet in canonical form.

    `raw` are the bytes that its identity hashes; `mapped` says that `text` is the input itself, not a cleaner's output.
    """

    origin: Origin
    raw: bytes
    text: str
    cleaner: str
    fields: Fields = Fields()
    mapped: bool = True
    issues: tuple[Issue, ...] = ()


def finish(draft: Draft, options: ReadOptions) -> Report:
    """The report: canonical text without boilerplate, its publication date, language and identity."""
    whole = canonical(draft.text)
    spans = boilerplate(whole.text)
    clean = without(whole, spans)
    fields = draft.fields
    day = published(options, fields.published, fields.page_date, clean.text)
    url = tidy(options.url or fields.url)
    publisher = tidy(options.publisher or fields.publisher)
    issues = (*draft.issues, *day.issues)
    if not clean.text.strip():
        issues += (empty(draft.origin),)
    return Report(
        id=report_id(draft.raw, url, publisher, day.day),
        text_id=text_id(clean.text),
        key=tidy(options.key or draft.origin.key) or draft.origin.source,
        text=clean.text,
        cleaner=draft.cleaner,
        url=url,
        title=tidy(options.title or fields.title),
        publisher=publisher,
        published=day.day,
        published_from=day.origin,
        language=detect(clean.text),
        boilerplate=tuple(
            line.strip() for s in spans for line in whole.text[s.start : s.end].split("\n") if line.strip()
        ),
        offsets=clean.offsets if draft.mapped else None,
        issues=tuple(_placed(issue, draft.origin) for issue in issues),
    )


def tidy(words: str | None) -> str | None:
    """A short text in canonical form on one line; None where nothing is left of it."""
    return " ".join(canonical(words).text.split()) or None if words else None


def empty(origin: Origin) -> Issue:
    """The issue of a source without any text of an article."""
    return origin.issue("input.empty", "there is no text of an article in it", "check that the whole file arrived")


def _placed(issue: Issue, origin: Origin) -> Issue:
    return issue if issue.source else replace(issue, source=origin.source, line=origin.line)
