"""A record as an analyst wants to read it first, for a terminal or a pipe of 80 columns and more.

Everything that comes from the report goes in as plain `Text` on one line: neither rich's markup nor a terminal's
control codes in it have any effect.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from kibaru.model.claim import Claim
from kibaru.model.incident import Incident, Record
from kibaru.model.issue import Issue, Level
from kibaru.model.mention import Mention, Modality, Role
from kibaru.model.report import Report
from kibaru.model.values import BlameStatus, Toll
from kibaru.publish.plain import one_line, shorten
from kibaru.publish.record import issues_of, mention_of
from kibaru.publish.wording import (
    KINDS,
    blame_text,
    claimant_text,
    count_text,
    event_text,
    figure_text,
    hedge_text,
    high_text,
    issue_words,
    persons_text,
    place_text,
    precision_text,
    published_text,
    says_text,
    side_text,
    when_text,
)

WIDEST = 120
_INDENT = 3
_LABEL = 11
_WORDS = 70


class Entry(NamedTuple):
    """A line with a label; what does not fit goes on below the value."""

    label: str
    value: Text


def print_record(console: Console, record: Record) -> None:
    """Print one record, followed by an empty line."""
    for part in render(record):
        lines = _hung(part, console) if isinstance(part, Entry) else _wrapped(part, console, console.width)
        for line in lines:
            console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)
    console.print()


def render(record: Record) -> Iterator[Text | Entry]:
    """The parts of one record, top down: report, incidents, political acts, totals, what was not coded, issues."""
    told = [(view, mention_of(view, record.report)) for view in record.incidents]
    violent = [pair for pair in told if pair[1].event.value.sub_event is not None]
    acts = [mention for _, mention in told if mention.event.value.sub_event is None]
    yield from _head(record.report, len(violent), len(acts))
    numbers = {mention.id: n for n, (_, mention) in enumerate(violent, 1)}
    for view, mention in violent:
        yield Text()
        yield from _incident(view, mention, numbers)
    if acts:
        yield from _section("Political acts", _acts(acts))
    if record.extraction.totals:
        yield from _section("Totals that belong to no single incident", _totals(record))
    if record.extraction.not_coded:
        yield from _section("Speaks of violence, gave no incident", _not_coded(record))
    issues = issues_of(record.report, record.extraction)
    if issues:
        yield from _section("Issues", _issues(issues))


def issue_text(issue: Issue) -> Text:
    """ "error  reports.jsonl, line 3: not JSON. Write one object a line." """
    styles = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "dim"}
    where = ", line ".join(str(part) for part in (issue.source, issue.line) if part is not None)
    message = one_line(issue_words(issue))
    return Text.assemble(
        (f"{issue.level.value}: ", styles[issue.level]), f"{one_line(where)}: " if where else "", message
    )


def _head(report: Report, incidents: int, acts: int) -> Iterator[Text | Entry]:
    facts = [published_text(report), _plural(incidents, "incident"), _plural(acts, "political act")]
    line = Text.assemble((shorten(report.key, 48), "bold reverse"), "  ", (" · ".join(facts), "dim"))
    yield line
    for words in (report.title, report.publisher, report.url):
        if words:
            yield Text(shorten(words, WIDEST), style="bold" if words is report.title else "dim")


def _plural(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _incident(view: Incident, mention: Mention, numbers: dict[str, int]) -> Iterator[Text | Entry]:
    event = mention.event.value
    title = Text.assemble((f"{numbers[mention.id]}. {event_text(event)}", "bold"), (f"  {event.event_type}", "dim"))
    for mark in _marks(mention, numbers):
        title.append(f"  [{mark}]", style="italic")
    yield title
    yield from _lines(view, mention)


def _marks(mention: Mention, numbers: dict[str, int]) -> Iterator[str]:
    """What sets the incident apart from the usual: news that is asserted carries none."""
    if mention.role is Role.BACKGROUND:
        yield "background"
    if mention.modality is not Modality.ASSERTED:
        yield mention.modality.value
    if mention.part_of in numbers:
        yield f"part of {numbers[mention.part_of]}"


def _lines(view: Incident, mention: Mention) -> Iterator[Entry]:
    """Label and value of each line of an incident."""
    when = mention.time.value if mention.time else None
    precision = precision_text(when)
    yield Entry("when", Text(f"{when_text(when)}, {precision}" if precision else when_text(when)))
    yield Entry("where", Text(place_text(mention.place.value if mention.place else None)))
    yield Entry("who", _against(mention))
    last = ""
    for claim in mention.tolls:
        kind = KINDS[claim.value.kind]
        yield Entry("" if kind == last else kind, _toll(claim))
        last = kind
    blames = [blame_text(claim) for claim in mention.responsibility if claim.value.status is not BlameStatus.UNKNOWN]
    if blames:
        yield Entry("blamed", Text("; ".join(blames)))
    figures = view.reconciled
    if mention.tolls:
        bold = f"low {figure_text(figures.low)} · best {figure_text(figures.best)} · high {high_text(figures)}"
        yield Entry("deaths", Text.assemble((bold, "bold"), (f"  by policy {figures.policy}", "dim")))
        yield Entry("", Text(one_line(figures.because), style="dim"))


def _against(mention: Mention) -> Text:
    if not mention.side_b:
        return Text(side_text(mention.side_a), style="cyan")
    return Text.assemble(
        (side_text(mention.side_a), "cyan"), ("  against  ", "dim"), (side_text(mention.side_b), "magenta")
    )


def _toll(claim: Claim[Toll]) -> Text:
    toll = claim.value
    number = count_text(toll.count)
    line = Text.assemble((number, "bold"), persons_text(toll).removeprefix(number))
    hedge = hedge_text(claim)
    if hedge:
        line.append(f", {hedge}", style="yellow")
    if toll.part_of is not None:
        line.append(", part of another figure", style="yellow")
    line.append(f" — {says_text(claim)}")
    if claim.quotes:
        line.append(f"  “{shorten(claim.quotes[0].text, _WORDS)}”", style="dim italic")
    return line


def _section(title: str, entries: Iterable[Entry]) -> Iterator[Text | Entry]:
    yield Text()
    yield Text(title, style="bold underline")
    yield from entries


def _hung(entry: Entry, console: Console) -> list[Text]:
    """The entry's lines with a hanging indent."""
    margin = _INDENT + max(_LABEL, len(entry.label) + 2)
    indent = Text(" " * margin)
    first = Text.assemble(" " * _INDENT, (f"{entry.label:{margin - _INDENT}}", "dim"))
    lines = _wrapped(entry.value, console, max(20, console.width - margin))
    return [(indent if number else first) + line for number, line in enumerate(lines)]


def _wrapped(text: Text, console: Console, width: int) -> list[Text]:
    """Wrapped here, without the blanks by which rich fills lines up: they would show in files."""
    lines = list(text.wrap(console, width, overflow="fold")) or [Text()]
    for line in lines:
        line.rstrip()
    return lines


def _acts(acts: Iterable[Mention]) -> Iterator[Entry]:
    for mention in acts:
        line = Text.assemble((side_text(mention.side_a), "cyan"))
        if mention.side_b:
            line.append(" → ", style="dim").append(side_text(mention.side_b), style="magenta")
        line.append(f", {when_text(mention.time.value if mention.time else None)}".replace("not told", "day not told"))
        if mention.modality is not Modality.ASSERTED or mention.role is Role.BACKGROUND:
            line.append(f"  [{', '.join(_marks(mention, {}))}]", style="italic")
        if mention.event.quotes:
            line.append(f"  “{shorten(mention.event.quotes[0].text, _WORDS)}”", style="dim italic")
        yield Entry(mention.event.value.plover, line)


def _totals(record: Record) -> Iterator[Entry]:
    for claim in record.extraction.totals:
        total = claim.value
        line = Text.assemble((count_text(total.count), "bold"), f", {total.scope.value.replace('_', ' ')}")
        line.append(f" — {claimant_text(claim)}")
        if claim.quotes:
            line.append(f"  “{shorten(claim.quotes[0].text, _WORDS)}”", style="dim italic")
        yield Entry(KINDS[total.kind], line)


def _not_coded(record: Record) -> Iterator[Entry]:
    """How many sentences for each reason, with the first of them."""
    entries = record.extraction.not_coded
    counts = Counter(one_line(entry.why) for entry in entries)
    first = {one_line(entry.why): entry.quote.text for entry in reversed(entries)}
    for why, number in counts.most_common():
        line = Text.assemble(why, (f"  “{shorten(first[why], _WORDS)}”", "dim italic"))
        yield Entry(f"{number} ×", line)


def _issues(issues: Iterable[Issue]) -> Iterator[Entry]:
    for issue in issues:
        yield Entry(issue.level.value, Text(one_line(issue_words(issue))))
