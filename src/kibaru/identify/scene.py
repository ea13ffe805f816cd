"""Which countries a report speaks of, and which one "the army" of a sentence belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from heapq import nlargest
from typing import Final

_MARGIN: Final = 1.5


class Scene:
    """Countries with weights, sentence by sentence. Written once, then asked."""

    def __init__(self, votes: Sequence[tuple[int, str, float]]) -> None:
        self._all: dict[str, float] = {}
        self._upto: list[tuple[int, dict[str, float]]] = []
        for sentence, country, weight in sorted(votes):
            self._all[country] = self._all.get(country, 0.0) + weight
            if self._upto and self._upto[-1][0] == sentence:
                self._upto[-1] = (sentence, dict(self._all))
            else:
                self._upto.append((sentence, dict(self._all)))

    def total(self, country: str) -> float:
        """How much the whole report speaks of a country; 0 where it is not named."""
        return self._all.get(country, 0.0)

    def at(self, sentence: int) -> str | None:
        """The country most named up to a sentence, or, where none is yet, in the report.

        None where two are named about as often.
        """
        k = bisect_right(self._upto, sentence, key=lambda row: row[0])
        return _first(self._upto[k - 1][1] if k else self._all)


def _first(tally: dict[str, float]) -> str | None:
    ranked = nlargest(2, tally.items(), key=lambda item: item[1])
    if not ranked:
        return None
    if len(ranked) == 2 and ranked[0][1] < _MARGIN * ranked[1][1]:
        return None
    return ranked[0][0]
