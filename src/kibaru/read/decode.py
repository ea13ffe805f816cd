"""Bytes to characters: Unicode first, then what the source declares, then the single-byte code of Western Europe."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kibaru.model.issue import Issue, Level
from kibaru.read.draft import Origin

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
# Codes that pages really use. Python knows others ("rot13", "unicode_escape", "utf-7") that no page may choose.
_ALLOWED = re.compile(
    r"(?:utf-?8|utf-?16(?:-?[lb]e)?|us-ascii|ascii|iso-?8859-\d{1,2}|latin-?\d|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]|gbk|gb2312|gb18030"
    r"|big5|shift[_-]jis|euc-(?:jp|kr)|macintosh)",
    re.IGNORECASE,
)
# What browsers read under these names (WHATWG Encoding Standard).
_AS_BROWSERS = {
    "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
}
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, and what had to be guessed or replaced to get them."""

    text: str
    issues: tuple[Issue, ...] = ()


def decode(raw: bytes, origin: Origin, *, declares: bool = False) -> Decoded:
    """The characters of `raw`, byte-order mark included; with `declares` the charset named in a page's head counts."""
    name = unicode_form(raw) or (_declared(raw) if declares else None) or "utf-8"
    try:
        return Decoded(raw.decode(name))
    except (UnicodeDecodeError, LookupError):
        return _guessed(raw, name, origin)


def unicode_form(head: bytes) -> str | None:
    """The Unicode form that a byte-order mark or the pattern of zero bytes shows; None leaves it open."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    sample = head[:_HEAD]
    half = len(sample) // 2
    if half < 2 or 0 not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even <= 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd <= 0.05 * half else None


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw, 0, _HEAD)
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    # A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
    if not _ALLOWED.fullmatch(name) or name.startswith(("utf-16", "utf16")):
        return None
    return _AS_BROWSERS.get(name, name)


def _guessed(raw: bytes, name: str, origin: Origin) -> Decoded:
    unicode = name if name.startswith("utf") else "utf-8"
    text = raw.decode(unicode, errors="replace")
    bad = text.count("\ufffd")
    damaged = unicode != "utf-8" or sum(ord(c) > 127 for c in text) - bad >= bad
    if not damaged:
        text = _windows_1252(raw)
    message = (
        f"{bad} stretches are not valid {unicode.upper()}; they are marked �"
        if damaged
        else "it is not UTF-8; read as Windows-1252"
    )
    remedy = (
        "fetch the file again"
        if damaged
        else "if letters look wrong, convert it first: iconv -f ITS-CODE -t UTF-8 FILE"
    )
    return Decoded(text, (origin.issue("input.encoding", message, remedy, Level.WARNING),))


def _windows_1252(raw: bytes) -> str:
    try:
        return raw.decode("windows-1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
