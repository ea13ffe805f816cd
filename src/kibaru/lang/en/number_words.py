"""English number words: "one hundred and twenty", "a dozen", "tens of thousands"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kibaru.model.values import Hedge


def word_set(block: str) -> frozenset[str]:
    """The words of a block of text: a readable way to write a long table of words."""
    return frozenset(block.split())


_UNITS: Final = {
    w: n for n, w in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)
}
_TEENS: Final = {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15} | {
    f"{unit}teen": n for n, unit in enumerate(("six", "seven", "eigh", "nine"), 16)
}
_TENS: Final = {
    f"{unit}ty": n * 10 for n, unit in enumerate(("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"), 2)
}
_TENS["fourty"] = 40
SCALES: Final = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SIMPLE: Final = {**_UNITS, **_TEENS, **_TENS}
# A line may break inside a number, a paragraph may not.
_WORD: Final = re.compile(r"(?:-\s?|[^\S\n]{1,2}|[^\S\n]?\n)(and\s+)?([a-z]+)")

# How vague words are read (codebook, "Numbers"): lowest and highest number of persons.
VAGUE: Final[dict[str, tuple[int, int | None, Hedge | None]]] = {
    "dozens": (24, 99, None),
    "scores": (40, 99, None),
    "tens": (20, 99, None),
    "hundreds": (200, 999, None),
    "thousands": (2_000, 9_999, None),
    "millions": (2_000_000, 9_999_999, None),
    "tens of thousands": (20_000, 99_999, None),
    "hundreds of thousands": (200_000, 999_999, None),
    "tens of millions": (20_000_000, 99_999_999, None),
    "hundreds of millions": (200_000_000, 999_999_999, None),
    "several": (3, 9, None),
    "several dozen": (36, 99, None),
    "several hundred": (300, 999, None),
    "several thousand": (3_000, 9_999, None),
    "several million": (3_000_000, 9_999_999, None),
    "few": (3, 5, None),
    "few dozen": (36, 60, None),
    "few hundred": (300, 500, None),
    "few thousand": (3_000, 5_000, None),
    "few million": (3_000_000, 5_000_000, None),
    "handful": (3, 5, None),
    "couple": (2, 2, None),
    "couple dozen": (24, 24, Hedge.APPROXIMATE),
    "couple hundred": (200, 200, Hedge.APPROXIMATE),
    "couple thousand": (2_000, 2_000, Hedge.APPROXIMATE),
    "pair": (2, 2, None),
    "number": (2, None, None),
    "dozen": (12, 12, Hedge.APPROXIMATE),
    "half dozen": (6, 6, Hedge.APPROXIMATE),
    "half million": (500_000, 500_000, Hedge.APPROXIMATE),
}

# How ACLED's coders read the same words: as one unit of them.
ACLED_WORDS: Final[tuple[tuple[str, int], ...]] = (
    ("hundreds of thousands", 100_000),
    ("tens of thousands", 10_000),
    ("hundreds of millions", 100_000_000),
    ("tens of millions", 10_000_000),
    ("several thousand", 3_000),
    ("few thousand", 3_000),
    ("several hundred", 300),
    ("few hundred", 300),
    ("several dozen", 36),
    ("few dozen", 36),
    ("millions", 1_000_000),
    ("thousands", 1_000),
    ("hundreds", 100),
    ("scores", 20),
    ("dozens", 12),
    ("tens", 10),
    ("several", 3),
    ("few", 3),
    ("handful", 3),
)


@dataclass(frozen=True, slots=True)
class Spelt:
    """A number in words that ends at `end`."""

    end: int
    value: int
    hedge: Hedge | None = None


@dataclass(slots=True)
class _Sum:
    """A number in words as far as it is read: `total` above the last scale word, `current` (0 to 999) below it."""

    total: int = 0
    current: int = 0
    last_scale: int = 1_000_000_000_000
    last: str = ""

    def take(self, word: str) -> bool:
        """Add one more word; False if the number cannot go on with it."""
        taken = self._take(word)
        if taken:
            self.last = word
        return taken

    def _take(self, word: str) -> bool:
        if word == "hundred":
            if not 0 < self.current < 100:
                return False
            self.current *= 100
            return True
        if word in SCALES:
            scale = SCALES[word]
            if not self.current or scale >= self.last_scale:
                return False
            self.total += self.current * scale
            self.current, self.last_scale = 0, scale
            return True
        value = _SIMPLE.get(word)
        if value is None or self.last in _UNITS or self.last in _TEENS:
            return False
        if self.current % (10 if value < 10 else 100):
            return False
        self.current += value
        return True


def read_words(low: str, first: str, start: int, limit: int) -> Spelt:
    """The number that begins at `start` of a lower-case text with the word `first`.

    Reads on to at most `limit`. "hundred" and the scales count once where nothing stands before them.
    """
    end = start + len(first)
    if first == "zero":
        return Spelt(end, 0)
    running = _Sum()
    if first == "hundred" or first in SCALES:
        running.current = 1
    running.take(first)
    while match := _WORD.match(low, end, limit):
        word = match[2]
        if word == "dozen" and not match[1]:
            value = running.total + running.current
            return Spelt(match.end(), value * 12, Hedge.APPROXIMATE)
        if match[1] and running.last not in {"hundred", *SCALES}:
            break
        if not running.take(word):
            break
        end = match.end()
    return Spelt(end, running.total + running.current)
