"""Where records go, and in which form: to standard output or a file, whole records only."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Protocol

from rich.console import Console

from kibaru.errors import UsageError
from kibaru.model.incident import Record
from kibaru.publish import csv, html
from kibaru.publish.record import to_line
from kibaru.publish.table import WIDEST, print_record

_PIPE_WIDTH = 100


class Form(Protocol):
    """A format as text: what goes before the first record, each record, what goes after the last."""

    def head(self) -> str:
        """What goes before the first record."""
        ...

    def section(self, record: Record) -> str:
        """One record."""
        ...

    def foot(self) -> str:
        """What goes after the last record."""
        ...


class Lines:
    """JSON Lines: a line a report."""

    def head(self) -> str:
        """Nothing."""
        return ""

    def section(self, record: Record) -> str:
        """The line."""
        return to_line(record) + "\n"

    def foot(self) -> str:
        """Nothing."""
        return ""


class Rows(Lines):
    """CSV: a header, then a row an incident."""

    def head(self) -> str:
        """The header."""
        return csv.header()

    def section(self, record: Record) -> str:
        """The rows; none for a report without incidents."""
        return csv.to_rows(record)


class Tables(Lines):
    """Tables as wide as the terminal, without terminal codes elsewhere."""

    def __init__(self, *, to_file: bool) -> None:
        terminal = not to_file and sys.stdout.isatty()
        width = Console().width if terminal or os.environ.get("COLUMNS", "").isdigit() else _PIPE_WIDTH
        self._console = Console(force_terminal=terminal, width=min(width, WIDEST), legacy_windows=False)

    def section(self, record: Record) -> str:
        """The record's table."""
        with self._console.capture() as captured:
            print_record(self._console, record)
        return captured.get()


def form_of(name: str, *, to_file: bool) -> Form:
    """The form with this name: table, jsonl, csv or html."""
    forms: dict[str, Callable[[], Form]] = {
        "table": partial(Tables, to_file=to_file),
        "jsonl": Lines,
        "csv": Rows,
        "html": html.Page,
    }
    return forms[name]()


class Sink:
    """Takes texts and hands each on at once. `OSError` and `BrokenPipeError` are the caller's to answer."""

    to_stdout = True

    def __init__(self) -> None:
        self._stream: IO[bytes] | None = None

    def write(self, words: str) -> None:
        """Write and flush."""
        if self._stream is None:
            self._stream = self._open()
        self._stream.write(words.encode("utf-8", errors="replace"))
        self._stream.flush()

    def _open(self) -> IO[bytes]:
        return sys.stdout.buffer

    def finish(self) -> None:
        """All is written."""

    def abandon(self) -> None:
        """It broke off: nothing half-done stays."""


class LineFile(Sink):
    """A file of lines, begun anew with the first line; whatever happens later, the lines written stay.

    `mark` puts a byte order mark first, by which spreadsheets know UTF-8.
    """

    to_stdout = False

    def __init__(self, path: Path, *, mark: bool = False) -> None:
        super().__init__()
        self._path, self._mark = path, mark

    def _open(self) -> IO[bytes]:
        stream = self._path.open("wb")
        if self._mark:
            stream.write(b"\xef\xbb\xbf")
        return stream

    def finish(self) -> None:
        """Close the file."""
        if self._stream is not None:
            self._stream.close()

    def abandon(self) -> None:
        """Close the file; its lines are whole."""
        self.finish()


class WholeFile(LineFile):
    """A file that is complete or not there: written under another name beside its place, renamed at the end."""

    def _open(self) -> IO[bytes]:
        handle, self._temporary = tempfile.mkstemp(prefix=f".{self._path.name}.", dir=self._path.parent)
        return os.fdopen(handle, "wb")

    def finish(self) -> None:
        """Put the file in its place, with the rights that a new file has."""
        if self._stream is None:
            return
        self._stream.close()
        mask = os.umask(0)
        os.umask(mask)
        Path(self._temporary).chmod(0o666 & ~mask)
        Path(self._temporary).replace(self._path)

    def abandon(self) -> None:
        """Leave nothing behind."""
        if self._stream is not None:
            self._stream.close()
            Path(self._temporary).unlink(missing_ok=True)


def sink_of(out: Path | None, form: str, inputs: list[str]) -> Sink:
    """Standard output, or a file that can be written and is none of the inputs (else UsageError)."""
    if out is None:
        return Sink()
    _check(out, inputs)
    return WholeFile(out) if form == "html" else LineFile(out, mark=form == "csv")


def _check(out: Path, inputs: list[str]) -> None:
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name a file in it")
    if not out.parent.is_dir():
        raise UsageError(f"the folder {out.parent} does not exist; make it first")
    if not os.access(out if out.exists() else out.parent, os.W_OK):
        raise UsageError(f"{out} cannot be written; check the rights or choose another place")
    place = out.resolve()
    for name in inputs:
        if name == "-":
            continue
        source = Path(name).resolve()
        if place == source:
            raise UsageError(f"{out} is one of the inputs and would be overwritten; choose another name")
        if source.is_dir() and place.is_relative_to(source):
            raise UsageError(f"{out} lies in the folder {name}, which is read; choose a place outside")
