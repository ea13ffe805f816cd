"""The report's text with every value marked in its own words. Marks may overlap in any way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kibaru.model.span import Quote, Span
from kibaru.publish.html_tags import Html, el, join

_PARAGRAPH = re.compile(r"\n[ \t]*\n[ \t\n]*")
# Where marks overlap, the first of these gives the colour and is where the link leads.
_RANK = ("toll", "claimant", "when", "where", "side-a", "side-b", "weapon", "blame", "total", "event", "named")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a value rests on. `kind` is its colour, `target` the id of the value's place beside the text."""

    span: Span
    kind: str
    target: str
    label: str


@dataclass(slots=True)
class Marks:
    """Collects the marks of one report while its values are written; `prefix` keeps ids of several reports apart."""

    prefix: str
    marks: list[Mark] = field(default_factory=list)

    def add(self, quotes: Iterable[Quote], kind: str, label: str) -> str | None:
        """Mark these words; the id that the value's element must carry, None where there are no words."""
        target = f"{self.prefix}v{len(self.marks)}"
        marks = [Mark(quote.span, kind, target, label) for quote in quotes]
        self.marks += marks
        return target if marks else None

    def quote(self, quote: Quote, target: str | None) -> Html:
        """The words as a link into the text."""
        anchor = self.anchor(quote.span)
        return el("a", el("q", el("bdi", quote.text)), class_="words", href=f"#{anchor}", data_v=target)

    def anchor(self, span: Span) -> str:
        """The id of the place in the text where `span` begins."""
        return f"{self.prefix}t{span.start}"


def marked_text(text: str, marks: Marks) -> Html:
    """Paragraphs whose text content, blank lines between them included, is exactly `text`."""
    cuts = _cuts(text, marks.marks)
    parts: list[Html] = []
    at = 0
    for blank in _PARAGRAPH.finditer(text):
        parts += [_paragraph(text, Span(at, blank.start()), cuts, marks), join(blank[0])]
        at = blank.end()
    parts.append(_paragraph(text, Span(at, len(text)), cuts, marks))
    return el("div", *parts, class_="text")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of text under one set of marks; `begins` are the marks that start with it."""

    span: Span
    over: tuple[Mark, ...]
    begins: bool


def _cuts(text: str, marks: list[Mark]) -> Iterator[_Cut]:
    """The text cut wherever a mark begins or ends or a paragraph does, in order."""
    breaks = {0, len(text)} | {edge for blank in _PARAGRAPH.finditer(text) for edge in blank.span()}
    starts: dict[int, list[Mark]] = {}
    for mark in marks:
        breaks |= {mark.span.start, mark.span.end}
        starts.setdefault(mark.span.start, []).append(mark)
    edges = sorted(breaks)
    over: list[Mark] = []
    for first, last in pairwise(edges):
        begun = starts.get(first, [])
        over = [mark for mark in over if mark.span.end > first] + [mark for mark in begun if mark.span.end > first]
        yield _Cut(Span(first, last), tuple(over), bool(begun))


def _paragraph(text: str, span: Span, cuts: Iterator[_Cut], marks: Marks) -> Html:
    """One paragraph; takes from `cuts` all up to the end of the blank lines that follow it."""
    parts: list[Html] = []
    at = span.start
    while at < span.end:
        cut = next(cuts)
        if cut.span.start >= span.start:
            parts.append(_stretch(text[cut.span.start : cut.span.end], cut, marks))
        at = cut.span.end
    return el("p", *parts, dir="auto")


def _stretch(words: str, cut: _Cut, marks: Marks) -> Html:
    anchor = el("a", id=marks.anchor(cut.span)) if cut.begins else Html()
    values = [mark for mark in cut.over if mark.kind in _RANK]
    classes = " ".join(sorted({f"k-{mark.kind}" for mark in cut.over if mark.kind not in _RANK}))
    labels = " · ".join(dict.fromkeys(mark.label for mark in cut.over if mark.kind != "evidence"))
    if not values:
        marked = el("span", words, class_=classes, title=labels or None) if classes else join(words)
        return join(anchor, marked)
    top = min(values, key=lambda mark: _RANK.index(mark.kind))
    targets = " ".join(dict.fromkeys(mark.target for mark in values))
    look = f"m k-{top.kind} {classes}".strip()
    return join(anchor, el("a", words, class_=look, href=f"#{top.target}", data_v=targets, title=labels))
