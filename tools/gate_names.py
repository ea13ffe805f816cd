"""Personal names against pairs labelled by others: does our likeness part one person's spellings from strangers' names?

The measure is the area under the curve (AUC): how often a pair of one person scores above a pair of two persons. The
best of rapidfuzz's measures is measured in the same run, on folded names, so that it has no accents to stumble over.
"""

from __future__ import annotations

import csv
import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler, Levenshtein

from kibaru.clean.names import fold
from kibaru.clean.persons import person_similarity
from kibaru.identify.persons import ALIKE
from scoring import Scores

NAME = "person names"
CASES = "data/knowledge/names/cases.csv"
_DRAWS = 200
_LIBRARY: dict[str, Callable[[str, str], float]] = {
    "ratio": fuzz.ratio,
    "token_sort_ratio": fuzz.token_sort_ratio,
    "token_set_ratio": fuzz.token_set_ratio,
    "WRatio": fuzz.WRatio,
    "JaroWinkler": JaroWinkler.normalized_similarity,
    "Levenshtein": Levenshtein.normalized_similarity,
}


class Pair(NamedTuple):
    """Two names and whether they are one person's."""

    one: str
    other: str
    same: bool


def cases(path: Path) -> list[Pair]:
    """The labelled pairs of persons."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["schema"] == "Person"]
    return [Pair(row["name1"], row["name2"], row["is_match"] == "true") for row in rows]


def auc(same: Sequence[float], strangers: Sequence[float]) -> float:
    """The share of pairs of scores in which the same person scores higher; ties count half."""
    ranked = sorted(strangers)
    won = sum(bisect_left(ranked, score) + bisect_right(ranked, score) for score in same)
    return won / (2 * len(same) * len(strangers))


def measure(folder: Path) -> Scores:
    """Measure our likeness and the library's and print both; the score is our AUC with its 95 % interval."""
    pairs = cases(folder / CASES)
    same, strangers = _scored(pairs, person_similarity)
    ours = auc(same, strangers)
    draws = _draws(same, strangers)
    library = {name: auc(*_scored(pairs, _folded(each))) for name, each in _LIBRARY.items()}
    best = max(library, key=lambda name: library[name])
    found, wrong = (sum(score >= ALIKE for score in group) / len(group) for group in (same, strangers))
    print(f"{NAME} ({len(pairs)} labelled pairs)")
    print(f"  AUC {100 * ours:.1f}  (95 % {100 * draws[0]:.1f} to {100 * draws[1]:.1f})")
    print(f"  AUC of rapidfuzz's best, {best}: {100 * library[best]:.1f}")
    print(f"  at the threshold {ALIKE}: {100 * found:.1f} % of the same persons, {100 * wrong:.1f} % of strangers")
    return Scores({}, ours, *draws)


def _folded(likeness: Callable[[str, str], float]) -> Callable[[str, str], float]:
    return lambda one, other: likeness(fold(one), fold(other))


def _scored(pairs: Sequence[Pair], likeness: Callable[[str, str], float]) -> tuple[list[float], list[float]]:
    scored = [(pair.same, likeness(pair.one, pair.other)) for pair in pairs]
    return [score for same, score in scored if same], [score for same, score in scored if not same]


def _draws(same: Sequence[float], strangers: Sequence[float]) -> tuple[float, float]:
    rng = random.Random(0)
    drawn = sorted(auc(rng.choices(same, k=len(same)), rng.choices(strangers, k=len(strangers))) for _ in range(_DRAWS))
    return drawn[int(0.025 * _DRAWS)], drawn[int(0.975 * _DRAWS) - 1]
