"""From paths, folders, standard input and bytes to reports, one at a time; what cannot be read gives an issue."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO

from kibaru.model.issue import Issue, Level
from kibaru.model.report import Report
from kibaru.read.decode import unicode_form
from kibaru.read.draft import Origin, empty
from kibaru.read.html import html_report
from kibaru.read.jsonl import jsonl_reports
from kibaru.read.options import Format, ReadOptions
from kibaru.read.stream import Truncated, lines, pieces
from kibaru.read.text import text_report

STDIN = "-"
_SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".json": Format.JSONL,
}
_PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"[^"\n]{1,40}"\s*:')
_SIGNS = (
    (b"%PDF", "a PDF", "turn it into text first: pdftotext FILE"),
    (b"PK\x03\x04", "a ZIP archive or office document", "unpack it, or save the document as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text"),
    (b"{\\rtf", "a rich text document", "save it as plain text"),
    (b"\x89PNG", "an image", "read its text off first (OCR)"),
    (b"\xff\xd8\xff", "an image", "read its text off first (OCR)"),
    (b"GIF8", "an image", "read its text off first (OCR)"),
    (b"BZh", "compressed with bzip2", "unpack it first: bunzip2 FILE"),
    (b"\xfd7zXZ", "compressed with xz", "unpack it first: unxz FILE"),
    (b"(\xb5/\xfd", "compressed with zstd", "unpack it first: unzstd FILE"),
)
_CONTROL = tuple(bytes((code,)) for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_COUNTED = 256_000_000


def read_bytes(raw: bytes, name: str, options: ReadOptions) -> Iterator[Report | Issue]:
    """The reports in bytes that came from `name` (a file's name, or what to call them); formats as `options` say."""
    yield from _read(io.BytesIO(raw), name, options)


def read_paths(paths: Sequence[str | Path], options: ReadOptions) -> Iterator[Report | Issue]:
    """The reports in files, folders (walked in sorted order) and standard input ("-"), each read when asked for."""
    for path in paths:
        if str(path) == STDIN:
            yield from _read(sys.stdin.buffer, "stdin", options)
        elif Path(path).is_dir():
            yield from _folder(Path(path), options)
        else:
            yield from _file(Path(path), options)


def count_inputs(paths: Sequence[str | Path]) -> int | None:
    """How many reports or issues `read_paths` will give, about; None where counting would take long."""
    total = budget = 0
    for path in map(str, paths):
        if path == STDIN:
            return None
        for file in _readable(Path(path)) if Path(path).is_dir() else (Path(path),):
            if _format_of(file.name) is not Format.JSONL:
                total += 1
                continue
            try:
                budget += file.stat().st_size
                if file.suffix == ".gz" or budget > _COUNTED:
                    return None
                with file.open("rb") as stream:
                    total += sum(1 for line in stream if line.strip())
            except OSError:
                total += 1
    return total


def _folder(folder: Path, options: ReadOptions) -> Iterator[Report | Issue]:
    for path in _files(folder):
        if isinstance(path, OSError):
            yield _unopened(str(path.filename), path)
        elif _format_of(path.name) is None:
            remedy = "pass the file itself to read it all the same"
            yield Origin(_shown(path), "").issue(
                "input.skipped", "its name is not that of a report", remedy, Level.INFO
            )
        else:
            yield from _file(path, options)


def _readable(folder: Path) -> Iterator[Path]:
    return (path for path in _files(folder) if isinstance(path, Path) and _format_of(path.name))


def _files(folder: Path) -> Iterator[Path | OSError]:
    """The files that are not hidden, in sorted order, and the errors of folders that cannot be listed."""
    errors: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))
    yield from errors


def _file(path: Path, options: ReadOptions) -> Iterator[Report | Issue]:
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield _unopened(str(path), error)
        return
    with stream:
        yield from _read(stream, _shown(path), options)


def _unopened(name: str, error: OSError | ValueError) -> Issue:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Origin(_shown(name), "").issue(
        "input.unreadable", f"it cannot be opened: {why}", "check the path and the rights"
    )


def _shown(path: str | Path) -> str:
    """A path as text that can be written anywhere; bytes of a name that are no UTF-8 are marked."""
    return str(path).encode("utf-8", errors="surrogateescape").decode("utf-8", errors="replace")


class _Guarded:
    """A source of bytes that ends where it breaks; `issues` then says why."""

    def __init__(self, source: Iterator[bytes], origin: Origin) -> None:
        self.source, self.origin = source, origin
        self.issues: tuple[Issue, ...] = ()

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self.source
        except Truncated as error:
            message = f"the gzip data are damaged ({error}); what came before is read"
            self.issues += (
                self.origin.issue("input.gzip-truncated", message, "fetch the file again, check it with gzip -t"),
            )
        except (OSError, ValueError) as error:
            why = f"reading it failed: {error}; what came before is read"
            self.issues += (self.origin.issue("input.unreadable", why, "check the path and the rights"),)


def _read(stream: BinaryIO, name: str, options: ReadOptions) -> Iterator[Report | Issue]:
    origin = Origin(name, _key(name))
    guarded = _Guarded(pieces(stream), origin)
    source = iter(guarded)
    head = next(source, b"")
    chosen = options.format
    if chosen is not Format.JSONL and (sign := _binary(head)):
        yield origin.issue("input.binary", f"it is no text but {sign[0]}", sign[1])
        return
    if chosen is Format.AUTO:
        chosen = _sniffed(head) or _format_of(name) or Format.TEXT
    if chosen is Format.JSONL:
        yield from _lines(chain((head,), source), origin, options)
        yield from guarded.issues
    else:
        yield from _whole(chain((head,), source), guarded, options, page=chosen is Format.HTML)


def _lines(source: Iterator[bytes], origin: Origin, options: ReadOptions) -> Iterator[Report | Issue]:
    first = next(source)
    form = unicode_form(first)
    whole: Iterator[bytes] = chain((first,), source)
    if form and form != "utf-8":
        whole = _as_utf8(whole, form)
    count = 0
    for count, item in enumerate(jsonl_reports(lines(whole, options.max_bytes), origin, options), 1):  # noqa: B007
        yield item
    if not count:
        yield empty(origin)


def _whole(source: Iterator[bytes], guarded: _Guarded, options: ReadOptions, *, page: bool) -> Iterator[Report | Issue]:
    bound = options.max_html_bytes if page else options.max_bytes
    raw = bytearray()
    for piece in source:
        raw += piece
        if len(raw) > bound:
            message = f"it is larger than {bound // 1_000_000} MB, the most for one report"
            yield guarded.origin.issue(
                "input.too-large", message, "cut it into reports, one a file or one a line of JSON Lines"
            )
            return
    report = (html_report if page else text_report)(bytes(raw), guarded.origin, options)
    if report.text.strip():
        yield replace(report, issues=(*report.issues, *guarded.issues)) if guarded.issues else report
    else:
        yield from guarded.issues or (empty(guarded.origin),)


def _as_utf8(source: Iterator[bytes], form: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(form)(errors="replace")
    for piece in source:
        yield decoder.decode(piece).encode("utf-8", errors="replace")
    yield decoder.decode(b"", final=True).encode("utf-8", errors="replace")


def _binary(head: bytes) -> tuple[str, str] | None:
    """What a binary input is, and what to do about it; None for text."""
    for sign, what, remedy in _SIGNS:
        if head.startswith(sign):
            return what, remedy
    sample = head[:4096]
    if unicode_form(sample):
        return None
    control = sum(sample.count(code) for code in _CONTROL)
    return ("binary data", "pass text, HTML or JSON Lines") if b"\0" in sample or control * 10 > len(sample) else None


def _sniffed(head: bytes) -> Format | None:
    """The format that the first bytes show."""
    form = unicode_form(head)
    start = head[:4096].decode(form, errors="ignore").lstrip("\ufeff").encode() if form else head[:4096]
    if _OBJECT.match(start):
        return Format.JSONL
    return Format.HTML if _PAGE.match(start) else None


def _format_of(name: str) -> Format | None:
    """The format that a file's name shows, also under `.gz`."""
    return _SUFFIXES.get(PurePath(name.lower().removesuffix(".gz")).suffix)


def _key(name: str) -> str:
    """The file's name without folders and without the endings that tell its format."""
    base = PurePath(name).name
    if base.lower().endswith(".gz"):
        base = base[:-3]
    stem = PurePath(base).stem if _format_of(base) else base
    return stem or name
