"""Bytes of files and streams in pieces, unzipped where they are gzip; lines of them, none longer than a bound."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

PIECE = 1 << 18
_GZIP = b"\x1f\x8b"


class Truncated(Exception):  # noqa: N818 - it tells of the data, and never leaves this room
    """The gzip stream is damaged or ends early; all that could be unzipped has been handed out before."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end; `whole` is False where it was longer than the bound and is cut there."""

    number: int
    raw: bytes
    whole: bool = True


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of a stream, unzipped where they begin as gzip does. Raises `Truncated` and the stream's OSError."""
    # A pipe that is still being written ("tail -f | kibaru code") hands out what it has; `read` would wait for a whole piece.
    read = getattr(stream, "read1", stream.read)
    first: bytes = read(PIECE)
    if first.startswith(_GZIP):
        yield from _unzipped(first, stream)
        return
    while first:
        yield first
        first = read(PIECE)


def _unzipped(packed: bytes, stream: BinaryIO) -> Iterator[bytes]:
    unzip = zlib.decompressobj(wbits=31)
    while packed:
        try:
            piece = unzip.decompress(packed, PIECE)
        except zlib.error as error:
            raise Truncated(str(error)) from error
        if piece:
            yield piece
        packed = unzip.unconsumed_tail or (unzip.unused_data if unzip.eof else b"") or stream.read(PIECE)
        if unzip.eof:
            # Members may follow one another; zeros after the last are padding.
            packed = packed.lstrip(b"\0")
            if packed and not packed.startswith(_GZIP):
                raise Truncated("other data follow the compressed ones")
            unzip = zlib.decompressobj(wbits=31)
            if not packed:
                return
    raise Truncated("it ends early")


def lines(source: Iterator[bytes], bound: int) -> Iterator[Line]:
    """The lines of a source, numbered from 1, in memory of `bound` plus a piece."""
    number, held = 1, bytearray()
    for piece in source:
        start = 0
        while (end := piece.find(b"\n", start)) >= 0:
            part = piece[start:end]
            held += part[: max(0, bound + 1 - len(held))]
            yield Line(number, bytes(held[:bound]), len(held) <= bound)
            number, start = number + 1, end + 1
            held.clear()
        held += piece[start : start + max(0, bound + 1 - len(held))]
    if held:
        yield Line(number, bytes(held[:bound]), len(held) <= bound)
