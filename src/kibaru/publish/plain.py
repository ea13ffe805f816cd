"""Text from reports made safe to print: it may neither steer a terminal nor turn the reading direction of a line."""

from __future__ import annotations

import re

# Bidirectional embeddings, overrides, isolates and marks: they move text that is not theirs.
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BREAKS = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile(f"[\x00-\x1f\x7f-\x9f{BIDI}\ufeff\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text on one line, runs of blanks as one, without control characters."""
    return _CONTROLS.sub("", _BREAKS.sub(" ", text)).strip()


def shorten(text: str, limit: int) -> str:
    """One line of at most `limit` characters, cut at a word where there is one, with an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    at_word = line[:limit].rpartition(" ")[0]
    cut = at_word if len(at_word) > limit // 2 else line[: limit - 1]
    return cut.rstrip(" ,;:–—-") + "…"
