"""One self-contained page for one or many records: each report with its values marked, the records beside it.

The page asks nothing of the network and runs no script but its own, held to that by its content security policy. It is
written in pieces, so that a long batch needs no more memory than one record.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

from kibaru.model.incident import Record
from kibaru.model.mention import NamedActor, NamedDate, NamedPlace, NotCoded
from kibaru.model.report import Report
from kibaru.publish.html_cards import card, totals
from kibaru.publish.html_tags import Html, el, join, link
from kibaru.publish.html_text import Marks, marked_text
from kibaru.publish.plain import shorten
from kibaru.publish.record import issues_of, mention_of
from kibaru.publish.wording import event_text, issue_words, place_text, precision_text, published_text, when_text

Named = NamedActor | NamedPlace | NamedDate

_LEGEND = (
    ("event", "what"),
    ("when", "when"),
    ("where", "where"),
    ("side-a", "side A"),
    ("side-b", "side B"),
    ("toll", "toll"),
    ("claimant", "who says so"),
    ("blame", "blamed"),
    ("uncoded", "not coded"),
)


def to_page(records: Iterable[Record]) -> str:
    """The whole page as one string."""
    page = Page()
    return "".join([page.head(), *(page.section(record) for record in records), page.foot()])


class Page:
    """A page in pieces: the head, a section for each record, the foot with the list of reports."""

    def __init__(self) -> None:
        self._entries: list[Html] = []

    def head(self) -> str:
        """All up to the first report."""
        style, script = _asset("page.css"), _asset("page.js")
        policy = (
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
            "form-action 'none'"
        )
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
            f"<title>Kibaru: incidents and the words they rest on</title>\n<style>{style}</style>\n</head>\n<body>\n"
            f"{_banner()}\n<main>\n"
        )

    def section(self, record: Record) -> str:
        """One report with its records."""
        number = len(self._entries) + 1
        self._entries.append(_entry(record, number))
        return _section(record, number) + "\n"

    def foot(self) -> str:
        """The list of reports, where there are several, and the end of the page."""
        listed = Html()
        if len(self._entries) > 1:
            listed = el("nav", el("h2", "Reports on this page"), el("ol", *self._entries), id="reports", class_="list")
        return f"</main>\n{listed}\n<script>{_asset('page.js')}</script>\n</body>\n</html>\n"


@cache
def _asset(name: str) -> str:
    return (files("kibaru.publish") / name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()


def _banner() -> Html:
    legend = el("ul", *(el("li", label, class_=f"k-{kind}") for kind, label in _LEGEND), class_="legend")
    return el("header", el("h1", "Kibaru"), el("p", "incidents, and the words they rest on"), legend, class_="banner")


def _entry(record: Record, number: int) -> Html:
    report = record.report
    kinds = ", ".join(dict.fromkeys(event_text(m.event.value) for m in record.extraction.mentions)) or "no incident"
    return el("li", el("a", shorten(report.title or report.key, 90), href=f"#r{number}"), " ", el("small", kinds))


def _section(record: Record, number: int) -> Html:
    """The records are written before the text, because writing them tells which words to mark."""
    report, marks = record.report, Marks(f"r{number}")
    records = _records(record, marks)
    language = report.language if re.fullmatch(r"[a-z]{2,3}", report.language or "") else None
    told = el("div", marked_text(report.text, marks), _boilerplate(report), class_="report", lang=language)
    beside = el("div", records, class_="records")
    return el("section", _title(record), el("div", told, beside, class_="pair"), class_="one", id=f"r{number}")


def _title(record: Record) -> Html:
    report = record.report
    facts = [
        Html(el("b", report.publisher)) if report.publisher else Html(),
        join(published_text(report)),
        link(report.url) if report.url else Html(),
    ]
    how = f"kibaru {record.version}, pipeline {record.extraction.pipeline[:12]}, policy {record.policy}"
    return el(
        "header",
        el("h2", shorten(report.title or report.key, 200)),
        el("p", *(el("span", fact) for fact in facts if fact), class_="facts"),
        el("p", how, class_="how"),
        class_="title",
    )


def _records(record: Record, marks: Marks) -> Html:
    read = record.extraction
    told = [(view, mention_of(view, record.report)) for view in record.incidents]
    told.sort(key=lambda pair: pair[1].event.value.sub_event is None)
    numbers = {mention.id: number for number, (_, mention) in enumerate(told, 1)}
    cards = [card(view, mention, numbers[mention.id], numbers, marks) for view, mention in told]
    if not cards:
        cards = [el("p", "No incident was found in this report.", class_="empty")]
    sums = el("section", el("h3", "Totals of no single incident"), totals(read.totals, marks), class_="card")
    return join(
        *cards,
        sums if read.totals else Html(),
        _not_coded(read.not_coded, marks),
        _named("Actors named", read.actors, marks),
        _named("Places named", read.places, marks),
        _named("Dates named", read.dates, marks),
        _issues(record),
    )


def _not_coded(entries: Iterable[NotCoded], marks: Marks) -> Html:
    items = []
    for entry in entries:
        target = marks.add([entry.quote], "uncoded", f"not coded: {entry.why}")
        words = marks.quote(entry.quote, target)
        items.append(el("li", words, el("p", entry.why, class_="why"), id=target, data_v=target))
    return _fold("Speaks of violence, gave no incident", items, open_="")


def _named(title: str, entries: Iterable[Named], marks: Marks) -> Html:
    items = []
    for entry in entries:
        shown = _resolved(entry)
        target = marks.add([entry.quote], "named", shown or "not resolved")
        told = el("span", shown) if shown else el("span", "not resolved", class_="none")
        why = el("p", entry.why, class_="why")
        items.append(
            el("li", marks.quote(entry.quote, target), " ", told, why, id=target, data_v=target, tabindex="-1")
        )
    return _fold(title, items)


def _resolved(entry: Named) -> str:
    """What the words were read as; empty where they were not resolved."""
    if isinstance(entry, NamedActor):
        return entry.actor.name if entry.actor else ""
    if isinstance(entry, NamedPlace):
        return place_text(entry.place) if entry.place else ""
    return f"{when_text(entry.when)} {precision_text(entry.when)}".strip() if entry.when else ""


def _issues(record: Record) -> Html:
    issues = issues_of(record.report, record.extraction)
    items = [el("li", el("b", issue.level.value), f" {issue_words(issue)}") for issue in issues]
    return _fold("Issues", items, open_="")


def _boilerplate(report: Report) -> Html:
    return _fold("Left out as not part of the article", [el("li", words) for words in report.boilerplate])


def _fold(title: str, items: list[Html], open_: str | None = None) -> Html:
    """A list that folds away; nothing where there are no items."""
    if not items:
        return Html()
    count = el("small", f" {len(items)}")
    return el("details", el("summary", title, count), el("ul", *items), class_="fold", open_=open_)
