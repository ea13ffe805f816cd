"""`kibaru code`: reports in, incident records out."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kibaru.errors import KibaruError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from kibaru.cli.output import Form, Sink
    from kibaru.model.incident import Record
    from kibaru.model.issue import Issue

EXAMPLES = """\b
Examples:
  kibaru code report.txt --published 2022-02-19
  kibaru code page.html feed.jsonl.gz folder/ --format csv -o incidents.csv
  kibaru code report.txt --format html -o report.html
  curl -s https://example.org/report | kibaru code --format jsonl

\b
Exit status: 0; 1 when nothing could be coded; 2 for wrong usage; 130 after Ctrl-C."""

_NO_INPUT = "nothing to read: name a file, a folder or - for standard input, as in: kibaru code report.txt"
_INTERRUPTED, _PIPE_CLOSED = 130, 141


class OutputFormat(StrEnum):
    """What the records are written as."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


class Policy(StrEnum):
    """How rival tolls become low, best and high."""

    UCDP = "ucdp"
    LOWEST = "lowest"
    RANGE = "range"


@dataclass(slots=True)
class _Count:
    """What came of the batch. A report in a language that is not coded gives a record, but nothing was coded."""

    written: int = 0
    coded: int = 0
    incidents: int = 0
    acts: int = 0

    def add(self, record: Record) -> None:
        self.written += 1
        self.coded += bool(record.extraction.pipeline)
        violent = sum(mention.event.value.sub_event is not None for mention in record.extraction.mentions)
        self.incidents += violent
        self.acts += len(record.extraction.mentions) - violent

    def __str__(self) -> str:
        counts = ((self.written, "report"), (self.incidents, "incident"), (self.acts, "political act"))
        return ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in counts)


@dataclass(slots=True)
class _Batch:
    """One call of the command: what is read and how, where it goes, what it says on the way."""

    inputs: list[str]
    published: date | None
    policy: str
    jobs: int
    form: Form
    sink: Sink
    errors: Console
    in_table: bool
    gazetteer: Path | None = None
    count: _Count = field(default_factory=_Count)


def day_of(value: str | None) -> date | None:
    """The day of an option, None without one; a word about its form where it is wrong."""
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise ValueError("it has another form")
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no day: {error}; write it like 2022-02-19") from error


_Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE|FOLDER|-",
        show_default=False,
        help="Plain text, HTML or JSON Lines, also gzipped; folders are walked; - is standard input.",
    ),
]
_Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication, like 2022-02-19, whatever the input says."),
]
_Format = Annotated[OutputFormat, typer.Option("--format", "-f", help="What to write.")]
_Policy = Annotated[Policy, typer.Option(help="How rival tolls become low, best and high.")]
_Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="OUT", help="Write to this file and replace what it held.", show_default=False),
]
_Gazetteer = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        envvar="KIBARU_GAZETTEER",
        help="Ask this gazetteer too; `kibaru gazetteer import` makes one.",
        show_default=False,
    ),
]
_Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="Processes that code side by side; the order stays.")]


def code(
    inputs: _Inputs = None,
    published: _Published = None,
    output_format: _Format = OutputFormat.TABLE,
    policy: _Policy = Policy.UCDP,
    out: _Out = None,
    jobs: _Jobs = 1,
    gazetteer: _Gazetteer = None,
) -> None:
    """Code reports: what happened, where, when, between whom, how many were killed, and who says so.

    After Ctrl-C the lines already written stay, each of them whole.
    """
    day = day_of(published)
    names = list(inputs or _standard_input())
    from rich.console import Console

    from kibaru.cli.output import form_of, sink_of

    out = None if str(out) == "-" else out
    try:
        sink = sink_of(out, output_format, names)
    except UsageError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from error
    form = form_of(output_format, to_file=out is not None)
    shown = output_format is OutputFormat.TABLE
    batch = _Batch(names, day, policy.value, jobs, form, sink, Console(stderr=True), shown, gazetteer)
    status = _run(batch)
    if out is not None and batch.count.written:
        _say(batch.errors, f"{out}: {batch.count}")
    raise typer.Exit(status)


def _standard_input() -> list[str]:
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter(_NO_INPUT, param_hint="FILE|FOLDER|-")
    return ["-"]


def _run(batch: _Batch) -> int:
    """Code the batch; the exit status."""
    try:
        _pump(batch)
    except KeyboardInterrupt:
        _end(batch)
        _say(batch.errors, f"stopped: {batch.count} written, each of them whole")
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever reads wants no more. What Python still holds for standard output must go nowhere, silently.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except UsageError as error:
        raise typer.BadParameter(str(error)) from error
    except KibaruError as error:
        _end(batch)
        _say(batch.errors, f"error: {error} ({batch.count} written)")
        return 1
    except OSError as error:
        batch.sink.abandon()
        _say(batch.errors, f"error: {error}")
        return 1
    _end(batch)
    if not batch.count.coded:
        _say(batch.errors, "error: nothing could be coded")
    return 0 if batch.count.coded else 1


def _pump(batch: _Batch) -> None:
    """From what is read to what is written, one record at a time."""
    from kibaru.cli.interrupt import Interrupts
    from kibaru.model.issue import Issue
    from kibaru.read import ReadOptions, read_paths
    from kibaru.run.batch import code_inputs

    with Interrupts() as interrupts, _progress(batch) as step:
        read = read_paths(batch.inputs, ReadOptions(published=batch.published, today=date.today()))
        for item in code_inputs(read, batch.policy, batch.jobs, batch.gazetteer):
            step()
            if isinstance(item, Issue):
                _tell(batch.errors, item)
                continue
            with interrupts.held():
                _write(batch, item)
            if not batch.in_table:
                _tell_record(batch.errors, item)


def _write(batch: _Batch, record: Record) -> None:
    head = "" if batch.count.written else batch.form.head()
    batch.sink.write(head + batch.form.section(record))
    batch.count.add(record)


def _end(batch: _Batch) -> None:
    """Close what was begun; where nothing was written, nothing begins."""
    if batch.count.written:
        foot = batch.form.foot()
        if foot:
            batch.sink.write(foot)
        batch.sink.finish()


def _say(errors: Console, words: str) -> None:
    from kibaru.publish.plain import one_line

    errors.print(one_line(words), markup=False, highlight=False, emoji=False, soft_wrap=True)


def _tell(errors: Console, issue: Issue) -> None:
    from kibaru.publish.table import issue_text

    errors.print(issue_text(issue), markup=False, highlight=False, emoji=False, soft_wrap=True)


def _tell_record(errors: Console, record: Record) -> None:
    """What is wrong with a report that was coded all the same; a table shows it itself."""
    from dataclasses import replace

    from kibaru.model.issue import Level
    from kibaru.publish.record import issues_of

    for issue in issues_of(record.report, record.extraction):
        if issue.level is not Level.INFO:
            _tell(errors, issue if issue.source else replace(issue, source=record.report.key))


@contextmanager
def _progress(batch: _Batch) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where a person sees it, no record is written there and there are several reports."""
    watched = batch.errors.is_terminal and not (batch.sink.to_stdout and sys.stdout.isatty())
    if not watched or batch.inputs == ["-"]:
        yield lambda: None
        return
    from kibaru.read import count_inputs

    total = count_inputs(batch.inputs)
    if total == 1:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("coding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=batch.errors, transient=True) as progress:
        task = progress.add_task("coding", total=total)
        yield lambda: progress.advance(task)
