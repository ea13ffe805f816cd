"""The canonical form of a text: NFC, one kind of line end, nothing invisible; and where each character stood before.

Knows no language. All work is linear in the text, also on text that was made to be slow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kibaru.model.report import OffsetMap
from kibaru.model.span import Span

Runs = tuple[tuple[int, int], ...]
IDENTITY: Final[Runs] = ((0, 0),)

# Line ends of any kind; lone surrogates, which no encoder takes; then what cannot be seen: control characters,
# zero-width and bidirectional marks, soft hyphens, byte-order marks, interlinear and tag characters.
_ODD: Final = re.compile(
    r"(?P<line>\r\n?|[\x0b\x0c\x85\u2028\u2029])|(?P<lone>[\ud800-\udfff])"
    r"|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]+"
)
# Nothing in ASCII combines with what stands before it, so a text may be normalised stretch by stretch between ASCII.
_STRETCH: Final = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
# More marks on one letter than any writing has (UAX 15, stream-safe text): sorting them takes quadratic time.
_MARKS_ON_A_LETTER: Final = 30


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` by `new`."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text in canonical form and the map from its positions to those of what it was made from."""

    text: str
    offsets: OffsetMap


def canonical(decoded: str) -> Canonical:
    """The canonical form of a decoded text; a text already in that form comes back unchanged."""
    text, runs = decoded, IDENTITY
    if not text.replace("\n", "").isprintable():
        text, runs = _apply(text, (Edit(m.start(), m.end(), _instead(m)) for m in _ODD.finditer(text)))
    return _normalised(text, runs)


def without(source: Canonical, spans: Sequence[Span]) -> Canonical:
    """The text without `spans` (ascending, disjoint), still canonical."""
    if not spans:
        return source
    text, runs = _apply(source.text, (Edit(s.start, s.end) for s in spans))
    return _normalised(text, _compose(runs, source.offsets.runs))


def _instead(match: re.Match[str]) -> str:
    if match["line"] is not None:
        return "\n"
    return "\ufffd" if match["lone"] is not None else ""


def _normalised(text: str, runs: Runs) -> Canonical:
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text, own = _apply(text, _nfc_edits(text))
        runs = _compose(own, runs)
    return Canonical(text, OffsetMap(runs))


def _nfc_edits(text: str) -> Iterator[Edit]:
    """What to replace so that `text` is in NFC, as small pieces: letters with their marks."""
    for stretch in _STRETCH.finditer(text):
        if unicodedata.is_normalized("NFC", stretch[0]):
            continue
        for start, end in _letters(text, stretch.start(), stretch.end()):
            letter = text[start : min(end, start + 1 + _MARKS_ON_A_LETTER)]
            new = unicodedata.normalize("NFC", letter)
            if new != text[start:end]:
                yield Edit(start, end, new)


def _letters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts `[start, end)` where normalising left and right of the cut gives the same as normalising the whole."""
    first = start
    for at in range(start + 1, end):
        if unicodedata.combining(text[at]):
            continue
        before = text[first : min(at, first + 1 + _MARKS_ON_A_LETTER)]
        apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", text[at])
        if unicodedata.normalize("NFC", before + text[at]) == apart:
            yield first, at
            first = at
    yield first, end


def _apply(text: str, edits: Iterable[Edit]) -> tuple[str, Runs]:
    """The edited text, and its runs: (position in the new text, same position in `text`)."""
    pieces: list[str] = []
    runs = [(0, 0)]
    done = length = 0
    for edit in edits:
        pieces += (text[done : edit.start], edit.new)
        length += edit.start - done
        # What is longer than it was stays at the last character of what it replaces.
        for extra in range(edit.end - edit.start, len(edit.new)):
            runs.append((length + extra, edit.end - 1))
        length += len(edit.new)
        done = edit.end
        if runs[-1][0] == length:
            runs[-1] = (length, done)
        elif done - length != runs[-1][1] - runs[-1][0]:
            runs.append((length, done))
    pieces.append(text[done:])
    return "".join(pieces), tuple(runs)


def _compose(later: Runs, earlier: Runs) -> Runs:
    """The map through both: `later` leads from the new text to a middle one, `earlier` from there to the input."""
    runs: list[tuple[int, int]] = []
    at = 0
    for number, (new, middle) in enumerate(later):
        until = later[number + 1][0] - new + middle if number + 1 < len(later) else None
        while at + 1 < len(earlier) and earlier[at + 1][0] <= middle:
            at += 1
        runs.append((new, earlier[at][1] + middle - earlier[at][0]))
        while at + 1 < len(earlier) and (until is None or earlier[at + 1][0] < until):
            at += 1
            runs.append((new + earlier[at][0] - middle, earlier[at][1]))
    return tuple(runs)
