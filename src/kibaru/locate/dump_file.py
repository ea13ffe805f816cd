"""Opens a GeoNames dump, zipped, gzipped or plain, and hands out its lines; a broken file says what to do."""

from __future__ import annotations

import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from kibaru.errors import InputError
from kibaru.locate.dump import COLUMNS

# The longest rows of the world's dump have 12,000 bytes; whatever is longer is no row.
_LONGEST: Final = 1 << 17
_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_SAMPLE: Final = 50
_AGAIN: Final = "download it again from GeoNames' export folder (allCountries.zip, or a country's like ML.zip)"


def sha256(path: Path) -> str:
    """The digest of a file. Raises InputError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}): name a GeoNames dump") from error


class DumpFile:
    """The lines of a dump, and how far they have been read. Methods raise InputError where the file is broken."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            self._magic = file.read(4)
        if path.suffix == ".zip" and self._magic != _ZIP:
            raise InputError(f"{path.name} is no zip archive: {_AGAIN}")
        self.total = path.stat().st_size
        self.done = 0

    def lines(self) -> Iterator[bytes]:
        """The lines as bytes, in order; a line too long for a row comes in pieces."""
        try:
            with self._opened() as (stream, counted):
                number = 0
                while line := stream.readline(_LONGEST):
                    number += 1
                    if not number % 1000:
                        self.done = counted.tell()
                    yield line
        except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise InputError(f"{self.path.name} is damaged or cut short ({error}): {_AGAIN}") from error
        self.done = self.total

    @contextmanager
    def _opened(self) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
        """The stream of lines, and the one whose position tells how far it is."""
        if self._magic == _ZIP:
            with zipfile.ZipFile(self.path) as archive, archive.open(self._member(archive)) as stream:
                yield stream, stream
        elif self._magic[:2] == _GZIP:
            with self.path.open("rb") as packed, gzip.open(packed) as stream:
                yield stream, packed  # type: ignore[misc]  # a GzipFile reads like any stream of bytes
        else:
            with self.path.open("rb") as stream:
                yield stream, stream

    def _member(self, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
        """The dump inside the archive: the largest text that is no readme."""
        texts = [i for i in archive.infolist() if i.filename.endswith(".txt") and "readme" not in i.filename.lower()]
        if not texts:
            raise InputError(f"{self.path.name} holds no dump (a .txt): {_AGAIN}")
        found = max(texts, key=lambda info: info.file_size)
        if found.flag_bits & 1:
            raise InputError(f"{self.path.name} is encrypted: {_AGAIN}")
        self.total = found.file_size
        return found

    def check(self) -> None:
        """Look at the first lines: at least one must have the columns of a dump."""
        first: list[bytes] = []
        for line in self.lines():
            first.append(line)
            if len(first) == _SAMPLE:
                break
        self.done = 0
        if not first:
            raise InputError(f"{self.path.name} is empty: {_AGAIN}")
        if not any(line.count(b"\t") == COLUMNS - 1 for line in first):
            told = first[0].count(b"\t") + 1
            raise InputError(
                f"{self.path.name} has {told} columns where a GeoNames dump has {COLUMNS}: use allCountries.zip or a "
                "country's file, not the lists of alternate names, postal codes or admin codes"
            )
